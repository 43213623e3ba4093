/* The first screen is there before Gradio is: what is typed or asked in it goes over to the page proper. */
(() => {
  "use strict";
  let wanted = null;

  function first() {
    return document.getElementById("pq-first");
  }

  function later(question) {
    wanted = question;
    document.documentElement.toggleAttribute("data-waiting", true);
  }

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("#pq-first [data-ask]");
    if (!chosen) return;
    first().querySelector("textarea").value = chosen.dataset.ask;
    later(chosen.dataset.ask);
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.closest("#pq-first")) return;
    event.preventDefault();
    later(first().querySelector("textarea").value);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.closest("#pq-first textarea")) return;
    event.preventDefault();
    later(event.target.value);
  });

  function ready() {
    const box = window.phapquy.questionBox();
    return box && document.getElementById("pq-ask") && document.querySelector("#pq-day input, #pq-day textarea") ? box : null;
  }

  function takeOver(box) {
    const typed = first().querySelector("textarea");
    const held = first().contains(document.activeElement) || document.activeElement === document.body;
    const [start, end] = [typed.selectionStart, typed.selectionEnd];
    if (typed.value) window.phapquy.setQuestion(typed.value);
    first().remove();
    // Measured while it was hidden, Gradio's box may be too high: it measures again when something is put in.
    box.dispatchEvent(new Event("input", { bubbles: true }));
    if (held) {
      box.focus({ preventScroll: true });
      box.setSelectionRange(start, end);
    }
    // Gradio reads the box at the next turn.
    if (wanted !== null) window.setTimeout(() => document.getElementById("pq-ask").click(), 50);
  }

  const watching = new MutationObserver(() => {
    const box = first() && ready();
    if (!box) return;
    watching.disconnect();
    takeOver(box);
  });
  watching.observe(document.documentElement, { childList: true, subtree: true });
})();
