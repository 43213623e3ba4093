/* The administrator's page: send the password, a file, a decision; show what the server renders. */
(() => {
  "use strict";
  const POLL_MS = 2000;
  const at = (id) => document.getElementById(id);
  let polling = 0;

  function say(said = "", wrong = "") {
    at("qt-said").textContent = said;
    at("qt-wrong").textContent = wrong;
  }

  /* The header of our own is what another site's page cannot send. */
  async function call(path, options = {}) {
    const headers = { "X-Phapquy": "1", ...options.headers };
    let response;
    try {
      response = await fetch(`/quan-tri/${path}`, { cache: "no-store", ...options, headers });
    } catch {
      throw new Error(document.body.dataset.lost);
    }
    const body = await response.json().catch(() => null);
    if (!response.ok || !body) throw new Error(body?.error?.message ?? document.body.dataset.lost);
    return body;
  }

  const post = (path, fields) =>
    call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields) });

  async function busy(button, work) {
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      say("", error.message);
    } finally {
      button.disabled = false;
    }
  }

  function show(body) {
    if ("html" in body) at("qt-found").innerHTML = body.html;
    say(body.said);
    at("qt-found").querySelector("h2")?.focus();
  }

  async function refresh() {
    window.clearTimeout(polling);
    const body = await call("kho");
    /* A button that waits for its second press is left in peace. */
    if (!at("qt-state").querySelector("[data-asked]")) at("qt-state").innerHTML = body.html;
    if (body.busy) polling = window.setTimeout(() => refresh().catch(() => {}), POLL_MS);
  }

  at("qt-login")?.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(event.submitter, async () => {
      await post("vao", { password: at("qt-password").value });
      window.location.reload();
    });
  });

  at("qt-logout")?.addEventListener("click", (event) => busy(event.target, async () => {
    await post("ra", {});
    window.location.reload();
  }));

  at("qt-upload")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = at("qt-file").files[0];
    busy(event.submitter, async () => {
      say(event.submitter.dataset.waiting);
      show(await call("tep", {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream", "X-Ten-Tep": encodeURIComponent(file.name) },
        body: file,
      }));
    });
  });

  at("qt-found")?.addEventListener("submit", (event) => event.preventDefault());

  at("qt-found")?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const form = button.closest("form");
    const fields = Object.fromEntries(new FormData(form));
    fields.id = form.dataset.id;
    fields.similar = Boolean(form.elements.similar?.checked);
    busy(button, async () => {
      show(await post(button.dataset.do, fields));
      if (!at("qt-found").innerHTML.trim()) at("qt-upload").reset();
      await refresh();
    });
  });

  at("qt-state")?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-remove]");
    if (!button) return;
    if (!("asked" in button.dataset)) {
      button.dataset.asked = "";
      button.textContent = button.dataset.sure;
      return;
    }
    busy(button, async () => {
      const body = await post("go", { slug: button.dataset.remove });
      delete button.dataset.asked;
      say(body.said);
      await refresh();
    });
  });

  if (at("qt-state")?.querySelector('[data-busy="yes"]')) refresh().catch(() => {});
})();
