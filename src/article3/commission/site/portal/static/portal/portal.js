// Counts while one types; looks at a code's check digit and a file's size. Every page works without it.
"use strict";
for (const told of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(told.dataset.counts), shown = told.querySelector("span");
  field.addEventListener("input", () => {
    const count = [...field.value].length;
    shown.textContent = String(count);
    told.classList.toggle("count--over", count > Number(field.dataset.most));
  });
}
const DAMM = ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
  "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"];
const code = document.getElementById("id_code"), slip = document.getElementById("code_slip");
if (code && slip) code.addEventListener("input", () => {
  const digits = [...code.value.normalize("NFKC")].map(sign => {
    const point = sign.codePointAt(0);
    for (const zero of [0x30, 0x660, 0x6F0]) if (point >= zero && point <= zero + 9) return String(point - zero);
    return "";
  }).join("");
  const state = [...digits].reduce((at, digit) => Number(DAMM[at][Number(digit)]), 0);
  slip.textContent = digits.length < 40 ? `${slip.dataset.short} ${digits.length}/40`
    : digits.length === 40 && state === 0 ? slip.dataset.fits : slip.dataset.slip;
});
const file = document.getElementById("id_file"), said = document.getElementById("file_said");
if (file && said) file.addEventListener("change", () => {
  const sizes = [...file.files].map(each => each.size);
  said.textContent = sizes.some(size => size > 10e6) ? said.dataset.large
    : sizes.some(size => size < 25e3) ? said.dataset.small : "";
});
