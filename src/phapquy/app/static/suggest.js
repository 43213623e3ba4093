/* Names offered while one types, and a filter over a table's rows. Without script both pages work as they stand. */
(() => {
  "use strict";
  const WAIT_MS = 140;
  const plain = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

  const box = document.querySelector("[data-goi-y]");
  if (box) {
    let timer = 0, asked = "";
    box.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(async () => {
        const typed = box.value.trim();
        if (typed.length < 2 || typed === asked) return;
        asked = typed;
        const answer = await fetch(`${box.dataset.goiY}?tim=${encodeURIComponent(typed)}`).catch(() => null);
        if (!answer || !answer.ok || asked !== typed) return;
        const names = await answer.json();
        document.getElementById("goi-y").replaceChildren(...names.map((name) => {
          const option = document.createElement("option");
          option.value = name;
          return option;
        }));
      }, WAIT_MS);
    });
  }

  const field = document.querySelector("[data-loc]");
  if (field) {
    field.hidden = false;
    const rows = [...document.querySelectorAll("#bang tbody tr")].map((row) => [row, plain(row.textContent)]);
    field.querySelector("input").addEventListener("input", (event) => {
      const key = plain(event.target.value.trim());
      for (const [row, words] of rows) row.hidden = !words.includes(key);
    });
  }
})();
