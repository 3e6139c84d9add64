/* A browser gives the focus to what its address names (#content, after the skip link) before it gives it to what asks for
   it. On a page that says what is to mend, the errors come first. Without this script `autofocus` does it but for that. */
addEventListener("load", () => document.getElementById("errors")?.focus());
