/* A browser gives the focus to what its address names (#content, after the skip link) before it gives it to what asks for
   it, and may do so a frame after the page has loaded. On a page that says what is to mend, the errors come first, unless
   somebody has gone to a field already. Without this script `autofocus` does it but for that. */
const mend = () => document.activeElement?.matches("a, button, input, select, textarea") || document.getElementById("errors")?.focus();
addEventListener("load", () => { mend(); requestAnimationFrame(mend); });
