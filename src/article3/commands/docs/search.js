"use strict";
/* Searches the documentation by the beginnings of words; asks nothing of any machine but this site's own files. */
const docsSearch = (() => {
  const WORDS = {
    en: ["Words", "Nothing found.", (n) => `${n} found`],
    fr: ["Mots", "Rien trouvé.", (n) => `${n} résultats`],
    es: ["Palabras", "No se encontró nada.", (n) => `${n} resultados`],
    ar: ["كلمات", "لم يُعثر على شيء.", (n) => `عدد النتائج: ${n}`],
  };
  const MOST = 30;
  const held = {}, waiting = {};
  const wanted = (navigator.language || "en").slice(0, 2);
  const language = WORDS[wanted] ? wanted : "en";
  const [label, nothing, counted] = WORDS[language];
  const form = document.getElementById("search"), field = document.getElementById("asked");
  const status = document.getElementById("found"), results = document.getElementById("results");
  for (const part of [form, status]) { part.lang = language; part.dir = language === "ar" ? "rtl" : "ltr"; }
  form.querySelector("label").textContent = label;
  form.hidden = false;

  const load = (name) => held[name] ? Promise.resolve(held[name]) : new Promise((done) => {
    (waiting[name] = waiting[name] || []).push(done);
    if (waiting[name].length > 1) return;
    const script = document.createElement("script");
    script.src = `search/${name}.js`;
    document.head.append(script);
  });
  const put = (name, value) => { held[name] = value; for (const done of waiting[name] || []) done(value); };

  const places = async (word) => {
    const index = await load(/^[a-z]/.test(word) ? word[0] : "other");
    return new Set(Object.keys(index).filter((each) => each.startsWith(word)).flatMap((each) => index[each]));
  };
  let asked = 0;
  const search = async () => {
    const turn = ++asked;
    const words = field.value.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) || [];
    const [sections, ...sets] = await Promise.all([load("sections"), ...words.map(places)]);
    if (turn !== asked) return;
    const found = words.length ? [...sets[0]].filter((place) => sets.every((set) => set.has(place))) : [];
    const titled = (place) => words.some((word) => sections[place][1].toLowerCase().includes(word)) ? 0 : 1;
    found.sort((one, other) => titled(one) - titled(other) || one - other);
    status.textContent = !words.length ? "" : found.length ? counted(found.length) : nothing;
    results.replaceChildren(...found.slice(0, MOST).map((place) => {
      const [address, title, page] = sections[place];
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = address;
      link.textContent = title === page ? title : `${page}: ${title}`;
      item.append(link);
      return item;
    }));
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  field.addEventListener("input", search);
  return { put };
})();
