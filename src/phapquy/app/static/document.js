/* A document's page beyond what works without script: contents that follow the reading, search as one types,
   cards for references, the print button. All that is shown comes as text, never as markup. */
(() => {
  "use strict";
  const text = document.querySelector(".d-text");
  if (!text) return;
  const NARROW = window.matchMedia("(max-width: 900px)");

  /* ---- Contents ---- */

  const toc = document.querySelector(".d-toc");
  const links = new Map();
  let current = null;
  if (toc) {
    for (const link of toc.querySelectorAll("a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
    const fold = toc.querySelector("details");
    if (NARROW.matches) fold.open = false;
    toc.addEventListener("click", (event) => {
      if (event.target.closest("a") && NARROW.matches) fold.open = false;
    });
    let waiting = false;
    const follow = () => {
      waiting = false;
      let last = null;
      const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
      const line = end ? window.innerHeight - 40 : Math.max(140, window.innerHeight / 4);
      for (const [id] of links) {
        const place = document.getElementById(id);
        if (!place || place.hidden) continue;
        if (place.getBoundingClientRect().top > line) break;
        last = id;
      }
      mark(last);
    };
    document.addEventListener("scroll", () => {
      if (!waiting) { waiting = true; requestAnimationFrame(follow); }
    }, { passive: true });
    requestAnimationFrame(follow);
  }

  function mark(id) {
    const link = links.get(id) || null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    const box = toc.getBoundingClientRect(), place = link.getBoundingClientRect();
    if (place.top < box.top + 40 || place.bottom > box.bottom - 20) toc.scrollTop += place.top - box.top - box.height / 3;
  }

  /* ---- Search inside ---- */

  const form = document.querySelector(".d-inside");
  const box = document.getElementById("tim");
  const count = form.querySelector(".d-count");
  const TYPED_MS = 160;
  const LEAST = 2;
  let timer = 0;
  let folded = null;

  const plain = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const spaced = (words) => words.replace(/\s+/g, " ").trim();

  function clauses() {
    if (!folded) {
      folded = [...text.querySelectorAll(".d-c")].map((element) => {
        const own = [...element.children].filter((one) => one.matches("p:not(.s-tags):not(.d-change):not(.d-note), h3"));
        const words = spaced(own.length ? own.map((one) => one.textContent).join(" ") : element.textContent);
        return { element, words: words.toLowerCase(), plain: plain(words), head: element.matches("h2, .d-dieu, .d-phu-luc") };
      });
    }
    return folded;
  }

  function filter() {
    const typed = spaced(box.value);
    if (window.CSS && CSS.highlights) CSS.highlights.delete("tim");
    if (typed.length < LEAST) {
      text.classList.remove("d-filtering");
      count.textContent = "";
      return;
    }
    const loose = plain(typed) === typed.toLowerCase();
    const key = loose ? plain(typed) : typed.toLowerCase();
    let head = null, found = 0;
    const shown = [];
    for (const clause of clauses()) {
      const hit = (loose ? clause.plain : clause.words).includes(key);
      clause.element.classList.toggle("d-hit", hit);
      if (clause.head) head = clause.element;
      if (hit) {
        found += 1;
        shown.push(clause.element);
        if (head) head.classList.add("d-hit");
      }
    }
    text.classList.toggle("d-filtering", found > 0);
    count.textContent = (found ? form.dataset.found : form.dataset.none).replace("{count}", found).replace("{words}", typed);
    highlight(shown, key, loose);
  }

  function highlight(elements, key, loose) {
    if (!window.CSS || !CSS.highlights || !window.Highlight) return;
    const ranges = [];
    for (const element of elements) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const words = loose ? plain(node.data) : node.data.toLowerCase();
        if (words.length !== node.data.length) continue;
        for (let at = words.indexOf(key); at >= 0; at = words.indexOf(key, at + key.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + key.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("tim", new Highlight(...ranges));
  }

  box.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(filter, TYPED_MS);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.value) {
      event.preventDefault();
      box.value = "";
      filter();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  window.addEventListener("hashchange", () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place && text.classList.contains("d-filtering")) {
      box.value = "";
      filter();
      place.scrollIntoView();
    }
  });

  /* ---- Cards ---- */

  const OPEN_MS = 250;
  const CLOSE_MS = 300;
  const MOST = 3;
  const known = new Map();
  let card = null, opener = null, opening = 0, closing = 0;

  async function fetchCard(id) {
    if (!known.has(id)) {
      const day = text.dataset.ngay ? "?ngay=" + encodeURIComponent(text.dataset.ngay) : "";
      const path = "/xem-nhanh/" + id.split("/").map(encodeURIComponent).join("/") + day;
      known.set(id, fetch(path).then((answer) => answer.json()).catch(() => { known.delete(id); return {}; }));
    }
    return known.get(id);
  }

  function part(name, words, className) {
    const element = document.createElement(name);
    element.textContent = words;
    if (className) element.className = className;
    return element;
  }

  function fill(section, made) {
    section.replaceChildren();
    if (!made.label) {
      section.append(part("p", made.error ? made.error.message : text.dataset.failed));
      return;
    }
    const state = part("p", made.state, "d-card-state");
    state.dataset.ok = made.in_force ? "yes" : "no";
    section.append(part("h4", made.label), state);
    if (made.doubts) section.append(part("p", made.doubts, "d-note"));
    if (made.heading) section.append(part("p", made.heading));
    section.append(part("p", made.text, "d-card-text"));
  }

  function place() {
    if (!card || !opener) return;
    const at = opener.getClientRects()[0] || opener.getBoundingClientRect();
    const wide = card.offsetWidth, high = card.offsetHeight, gap = 8;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - wide - 8));
    const below = at.bottom + gap + high < window.innerHeight || at.top < high + gap;
    card.style.setProperty("left", `${left + window.scrollX}px`);
    card.style.setProperty("top", `${(below ? at.bottom + gap : at.top - high - gap) + window.scrollY}px`);
  }

  function close() {
    window.clearTimeout(opening);
    window.clearTimeout(closing);
    if (card) card.remove();
    if (opener) opener.removeAttribute("aria-describedby");
    card = opener = null;
  }

  function open(link) {
    close();
    opener = link;
    card = document.createElement("div");
    card.className = "d-card";
    card.id = "xem-nhanh";
    card.setAttribute("role", "tooltip");
    card.setAttribute("aria-label", text.dataset.label);
    card.addEventListener("pointerenter", () => window.clearTimeout(closing));
    card.addEventListener("pointerleave", () => later());
    document.body.append(card);
    link.setAttribute("aria-describedby", card.id);
    const mine = card;
    for (const id of link.dataset.xem.split(" ").slice(0, MOST)) {
      const section = document.createElement("section");
      section.append(part("p", text.dataset.wait));
      card.append(section);
      fetchCard(id).then((made) => { if (card === mine) { fill(section, made); place(); } });
    }
    place();
  }

  function later() {
    window.clearTimeout(closing);
    closing = window.setTimeout(() => { if (document.activeElement !== opener) close(); }, CLOSE_MS);
  }

  text.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "touch" ? null : event.target.closest(".d-ref");
    if (!link) return;
    window.clearTimeout(closing);
    window.clearTimeout(opening);
    if (link !== opener) opening = window.setTimeout(() => open(link), OPEN_MS);
  });
  text.addEventListener("pointerout", (event) => {
    if (!event.target.closest(".d-ref")) return;
    window.clearTimeout(opening);
    if (card) later();
  });
  text.addEventListener("focusin", (event) => {
    const link = event.target.closest(".d-ref");
    if (link && link.matches(":focus-visible")) open(link);
  });
  text.addEventListener("focusout", (event) => { if (event.target === opener) close(); });
  text.addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && card) { event.preventDefault(); close(); } });

  /* ---- Print ---- */

  const print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
})();
