/* Ctrl-K on the desk: the page "Go to" in a dialog, filtered while typing. Without this script the page does the same. */
(() => {
  const link = document.querySelector("a[data-palette]");
  if (!link || !window.HTMLDialogElement) return;
  let dialog = null;

  async function open() {
    if (!dialog) {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.getElementById("go");
      if (!part) return;
      dialog = document.createElement("dialog");
      dialog.className = "palette";
      dialog.setAttribute("aria-label", part.querySelector("h1").textContent);
      part.querySelector("h1").remove();
      part.querySelector("form").action = link.href;
      dialog.append(part);
      document.body.append(dialog);
      dialog.addEventListener("input", filter);
      dialog.addEventListener("keydown", move);
    }
    dialog.showModal();
    const field = dialog.querySelector("input[name=typed]");
    field.value = "";
    filter();
    field.focus();
  }

  const shown = () => [...dialog.querySelectorAll(".places li:not([hidden]) a")];

  function filter() {
    const typed = dialog.querySelector("input[name=typed]").value.trim().toLocaleLowerCase();
    for (const place of dialog.querySelectorAll(".places li"))
      place.hidden = !place.textContent.toLocaleLowerCase().includes(typed);
  }

  function move(event) {
    const places = shown();
    const at = places.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && places.length) places[Math.min(at + 1, places.length - 1)].focus();
    else if (event.key === "ArrowUp" && at > 0) places[at - 1].focus();
    else if (event.key === "ArrowUp") dialog.querySelector("input[name=typed]").focus();
    else if (event.key === "Enter" && at < 0 && places.length && event.target.name === "typed") places[0].click();
    else return; /* Enter without a match sends the form: the page looks among the rules too */
    event.preventDefault();
  }

  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
})();
