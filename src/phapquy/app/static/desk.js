/* The desk around the answer: what was asked before, the sheet, the judgement. Nothing leaves this machine. */
(() => {
  "use strict";
  const KEY = "phapquy.history";
  const MOST = 50;
  let place = -1;
  let judged = "";
  let lastVerdict = null;

  /* ---- What was asked before: in this browser only ---- */

  function read() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((one) => one && typeof one.question === "string") : [];
    } catch {
      return [];
    }
  }

  function write(kept) {
    try {
      if (kept.length) window.localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
      else window.localStorage.removeItem(KEY);
    } catch { /* a browser that keeps nothing is no reason not to answer */ }
    place = -1;
    show();
  }

  function isoToday() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function written(iso) {
    return iso.split("-").reverse().join("/");
  }

  function remember(result) {
    const question = (result.dataset.question || "").trim();
    if (!question) return;
    const day = result.dataset.asOf === isoToday() ? "" : result.dataset.asOf;
    const others = read().filter((one) => one.question !== question || one.day !== day);
    write([{ question, day }, ...others]);
  }

  function show() {
    const box = document.querySelector(".pq-history");
    if (!box) return;
    const kept = read();
    box.querySelector(".pq-history-count").textContent = kept.length;
    box.querySelector(".pq-history-empty").hidden = kept.length > 0;
    box.querySelector("[data-forget]").hidden = kept.length === 0;
    box.querySelector(".pq-history-list").replaceChildren(...kept.map((one) => row(one, box.dataset.remove)));
  }

  function row(one, removing) {
    const item = document.createElement("li");
    const again = document.createElement("button");
    again.type = "button";
    again.className = "pq-link";
    again.dataset.ask = one.question;
    again.dataset.day = written(one.day || isoToday());
    again.textContent = one.day ? `${one.question} (${written(one.day)})` : one.question;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "pq-remove";
    remove.setAttribute("aria-label", removing.replace("{question}", one.question));
    remove.textContent = "×";
    remove.addEventListener("click", (event) => {
      event.stopPropagation();
      write(read().filter((other) => other.question !== one.question || other.day !== one.day));
      document.querySelector(".pq-history summary").focus();
    });
    item.append(again, remove);
    return item;
  }

  function setQuestion(text) {
    const box = window.phapquy.questionBox();
    if (!box) return;
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set;
    setter.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* ↑ and ↓ in an empty box, or in one that holds a recalled question, walk through what was asked. */
  document.addEventListener("keydown", (event) => {
    const box = window.phapquy.questionBox();
    if (event.target !== box || !["ArrowUp", "ArrowDown"].includes(event.key) || event.isComposing) return;
    const kept = [...new Set(read().map((one) => one.question))];
    const recalled = place >= 0 && box.value === kept[place];
    const asked = box.value.trim() === (kept[0] || "") && place < 0;
    if (box.value && !recalled && !asked) return;
    const step = event.key === "ArrowUp" ? 1 : -1;
    const from = asked && box.value ? 0 : place;
    const next = Math.min(from + step, kept.length - 1);
    if (!kept.length || (from < 0 && step < 0)) return;
    event.preventDefault();
    place = next;
    setQuestion(next < 0 ? "" : kept[next]);
  }, true);

  /* ---- The sheet ---- */

  function say(element, words) {
    const status = element.closest("[role=group]").querySelector(".pq-said");
    status.textContent = words;
    return status;
  }

  function asked(element) {
    const result = element.closest("[data-answer]");
    return { q: result.dataset.question, as_of: result.dataset.asOf };
  }

  async function post(address, body) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return answer;
    const problem = await answer.json().catch(() => null);
    throw new Error(problem && problem.error ? problem.error.message : "");
  }

  async function download(button) {
    const kind = button.dataset.export;
    const status = say(button, "");
    status.textContent = status.dataset.busy;
    button.disabled = true;
    try {
      const answer = await post(`/api/phieu/${kind}`, asked(button));
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") || "");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = name ? name[1] : `phieu-tra-loi.${kind}`;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      status.textContent = status.dataset.done;
    } catch (error) {
      status.textContent = problemWords(error) || status.dataset.failed;
    } finally {
      button.disabled = false;
      button.focus();
    }
  }

  /* The browser's own messages are English; the server's are ours. */
  function problemWords(error) {
    return error instanceof TypeError ? "" : error.message;
  }

  async function copy(button) {
    const source = button.closest("[role=group]").querySelector(".pq-copytext");
    const done = await copied(source);
    say(button, done ? button.dataset.done : button.dataset.failed);
    button.focus();
  }

  async function copied(source) {
    try {
      await navigator.clipboard.writeText(source.value);
      return true;
    } catch {
      source.hidden = false;
      source.select();
      const done = document.execCommand("copy");
      source.hidden = true;
      return done;
    }
  }

  /* ---- The judgement ---- */

  async function judge(button, verdict, note) {
    const group = button.closest("[role=group]");
    const status = say(button, "");
    try {
      const answer = await post("/api/gop-y", { ...asked(button), verdict: verdict.dataset.judge, note, token: judged });
      judged = (await answer.json()).token;
      lastVerdict = verdict;
      for (const other of group.querySelectorAll("[data-judge]")) {
        other.setAttribute("aria-pressed", String(other === verdict));
      }
      group.querySelector(".pq-more-said").hidden = verdict.dataset.judge === "dung" || Boolean(note);
      status.textContent = verdict.dataset.thanks;
    } catch (error) {
      status.textContent = problemWords(error) || status.dataset.failed;
    }
  }

  /* ---- Wiring ---- */

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-forget],[data-correct],[data-export],[data-copy],[data-judge],[data-judge-more]");
    if (!button) return;
    if ("forget" in button.dataset) {
      write([]);
      document.getElementById("pq-say").textContent = document.querySelector(".pq-history").dataset.cleared;
      document.querySelector(".pq-history summary").focus();
    } else if ("correct" in button.dataset) {
      setQuestion(button.dataset.correct);
      const box = window.phapquy.questionBox();
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    } else if (button.dataset.export) {
      download(button);
    } else if ("copy" in button.dataset) {
      copy(button);
    } else if (button.dataset.judge) {
      judge(button, button, "");
    } else {
      more(button);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "pq-feedback-note" || event.key !== "Enter" || event.isComposing) return;
    more(event.target);
  });

  function more(element) {
    const note = document.getElementById("pq-feedback-note").value.trim();
    if (note && lastVerdict) judge(element, lastVerdict, note);
  }

  document.addEventListener("phapquy:answer", (event) => {
    const result = event.detail;
    judged = "";
    lastVerdict = null;
    remember(result);
    const parts = [".pq-outcome", ".pq-verdict", ".pq-level", ".pq-organs", ".pq-error p"].map((name) => result.querySelector(name));
    const said = parts.filter(Boolean).map((part) => part.innerText.replace(/\s+/g, " ").trim());
    if (!result.matches(".pq-error")) document.getElementById("pq-say").textContent = said.join(". ");
  });

  window.phapquy.history = show;
  window.phapquy.setQuestion = setQuestion;
})();
