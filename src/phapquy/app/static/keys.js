/* "/" goes to the search box of a page, as on the desk to the box of the question. */
document.addEventListener("keydown", (event) => {
  "use strict";
  const box = document.querySelector("main [role=search] input:not([type=hidden])");
  const here = document.activeElement;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(here.tagName) && !/^(radio|checkbox)$/.test(here.type);
  if (event.key !== "/" || !box || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
  box.select();
});
