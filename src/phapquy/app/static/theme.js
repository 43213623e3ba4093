/* Light, dark, or as the machine has it: chosen in the bar, kept in this browser, set before anything is drawn. */
(() => {
  "use strict";
  const KEY = "phapquy.giao-dien";
  const NAMES = ["may", "sang", "toi"];
  const machine = window.matchMedia("(prefers-color-scheme: dark)");

  function kept() {
    try {
      const name = window.localStorage.getItem(KEY);
      return NAMES.includes(name) ? name : "may";
    } catch {
      return "may";
    }
  }

  function apply(name) {
    document.documentElement.dataset.nen = name === "may" ? (machine.matches ? "toi" : "sang") : name;
  }

  function keep(name) {
    try {
      if (name === "may") window.localStorage.removeItem(KEY);
      else window.localStorage.setItem(KEY, name);
    } catch { /* a browser that keeps nothing still shows the page as chosen until it is left */ }
  }

  function mark() {
    const box = document.querySelector(".pq-theme");
    if (!box) return;
    box.hidden = false;
    box.querySelector(`[value="${kept()}"]`).checked = true;
  }

  document.addEventListener("change", (event) => {
    if (event.target.name !== "giao-dien") return;
    keep(event.target.value);
    apply(event.target.value);
  });

  machine.addEventListener("change", () => apply(kept()));

  /* Another window of this browser chose. */
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    apply(kept());
    mark();
  });

  apply(kept());
  document.addEventListener("DOMContentLoaded", mark);
})();
