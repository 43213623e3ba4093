/* "/" goes to the search box of a page, as on the desk to the box of the question. */
document.addEventListener("keydown", (event) => {
  "use strict";
  const box = document.querySelector("main [role=search] input:not([type=hidden])");
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key !== "/" || !box || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
  box.select();
});
