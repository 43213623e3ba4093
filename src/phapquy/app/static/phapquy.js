/* What the page needs beyond Gradio: clicks on our own markup, the article panel, keys, and the lost-connection notice. */
(() => {
  "use strict";
  const root = document.documentElement;
  const PING_MS = 3000;
  let opener = null;

  /* Gradio sets the language of the browser; this page is Vietnamese. */
  new MutationObserver(() => { if (root.lang !== "vi") root.lang = "vi"; })
    .observe(root, { attributes: true, attributeFilter: ["lang"] });

  function onClick(event, trigger) {
    const target = event.target.closest("[data-ask],[data-open],[data-close],[data-jump],a,summary,dialog");
    if (!target || target.tagName === "SUMMARY") return;
    if (target.dataset.ask) {
      ask(trigger, target.dataset.ask, target.dataset.day || "");
    } else if (target.dataset.open) {
      open(target, target.dataset.open, trigger);
    } else if (target.dataset.jump) {
      event.preventDefault();
      jump(target.dataset.jump);
    } else if ("close" in target.dataset || (target.tagName === "DIALOG" && event.target === target)) {
      target.closest("dialog").close();
    }
  }

  function ask(trigger, question, day) {
    waiting(true);
    trigger("ask", { question, day });
  }

  /* A number leads to its clause beside the answer, and the clause back to the answer; the focus goes along. */
  function jump(id) {
    const place = document.getElementById(id);
    if (!place) return;
    const folded = place.closest("details");
    if (folded) folded.open = true;
    document.querySelectorAll(".pq-here").forEach((one) => one.classList.remove("pq-here"));
    if (place.matches(".pq-citation")) place.classList.add("pq-here");
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "nearest" });
    place.focus({ preventScroll: true });
  }

  function open(button, id, trigger) {
    const dated = button.closest("[data-as-of]");
    const dialog = button.closest("dialog");
    if (dialog) dialog.close(); else opener = button;
    trigger("open", { id, as_of: dated ? dated.dataset.asOf : "" });
  }

  function showArticle(element) {
    const dialog = element.querySelector("dialog");
    if (!dialog) return;
    if (dialog.open) dialog.close();
    dialog.addEventListener("close", giveFocusBack, { once: true });
    dialog.showModal();
    const law = dialog.querySelector(".pq-law");
    const mark = dialog.querySelector("mark");
    if (!law) return;
    law.focus({ preventScroll: true });
    law.scrollTop = mark ? Math.max(0, mark.offsetTop - law.offsetTop - law.clientHeight / 4) : 0;
  }

  /* Answers take milliseconds; when one does not, the old answer fades so that nobody reads it as the new one. */
  function waiting(on) {
    root.toggleAttribute("data-waiting", on);
    const answer = document.getElementById("pq-answer");
    if (answer) answer.setAttribute("aria-busy", String(on));
  }

  function watchAnswer(element, watch) {
    watch("value", () => {
      waiting(false);
      const result = element.querySelector("[data-answer]");
      if (result) document.dispatchEvent(new CustomEvent("phapquy:answer", { detail: result }));
    });
  }

  function giveFocusBack() {
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  function questionBox() {
    return document.querySelector("#pq-question textarea, #pq-question input");
  }

  function typing(element) {
    return element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) && !/^(radio|checkbox)$/.test(element.type);
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("#pq-ask")) waiting(true);
  }, true);

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest && event.target.closest("#pq-question, #pq-day");
    if (field && event.key === "Enter" && !event.shiftKey && !event.isComposing) waiting(true);
  }, true);

  document.addEventListener("keydown", (event) => {
    const box = questionBox();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
    if (typing(document.activeElement) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  /* Gradio's own notices are English and are hidden; the one that matters is said here, until the server answers again. */
  let pinging = 0;
  async function alive() {
    try {
      return (await fetch("healthz", { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  }

  async function check() {
    const notice = document.getElementById("pq-lost");
    const up = await alive();
    if (notice) notice.hidden = up;
    waiting(false);
    if (up && pinging) { window.clearInterval(pinging); pinging = 0; }
    if (!up && !pinging) pinging = window.setInterval(check, PING_MS);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === 1 && (node.matches(".toast-wrap, .toast-body") || node.querySelector(".toast-body"))) {
          check();
          return;
        }
      }
    }
  }).observe(root, { childList: true, subtree: true });

  window.phapquy = {
    questionBox,
    clicks: (element, trigger) => element.addEventListener("click", (event) => onClick(event, trigger)),
    answer: watchAnswer,
    article: (element, watch) => watch("value", () => showArticle(element)),
  };
})();
