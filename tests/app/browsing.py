"""What every test in a real browser needs: Chromium, a page that may call no other host, and axe."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from urllib.parse import urlsplit

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ENGLISH = re.compile(
    r"\b(loading|gradio|submit|error|settings|use via api|built with|connection|clear|examples?|textbox|share)\b",
    re.IGNORECASE,
)
AXE = (Path(__file__).parent / "assets" / "axe.min.js").read_text("utf-8")
QUESTION = "#pq-question textarea"
DAY = "#pq-day input, #pq-day textarea"
SEEN = (
    "window.seen = new Set(); setInterval(() => document.body && document.body.innerText.split('\\n')"
    ".forEach((line) => window.seen.add(line.trim())), 10)"
)
"""Keeps every line that stood on the page for a moment, for tests of its language."""


class Watched:
    """A context of the browser whose calls to other hosts are blocked and counted and whose errors are collected."""

    def __init__(self, browser, served, **options):
        self.context = browser.new_context(**{"locale": "vi-VN", **options})
        self.outside, self.problems = [], []
        self._host = urlsplit(served).netloc
        self.context.route(re.compile(r"^https?://"), self._route)

    def _route(self, call):
        if urlsplit(call.request.url).netloc == self._host:
            call.continue_()
        else:
            self.outside.append(call.request.url)
            call.abort()

    def page(self):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        page.watched = self
        return page

    def close(self, *allowed):
        """Close it; what the browser complained of must hold one of the ``allowed`` words."""
        self.context.close()
        assert self.outside == []
        assert [one for one in self.problems if not any(word in one for word in allowed)] == []


def ask(page, question):
    """Ask on the desk and wait for a new answer."""
    before = page.evaluate("document.querySelector('[data-answer]')?.dataset.rendering ?? ''")
    page.fill(QUESTION, question)
    page.press(QUESTION, "Enter")
    page.wait_for_function(
        "(old) => { const now = document.querySelector('[data-answer]'); return now && now.dataset.rendering !== old; }",
        arg=before,
    )


def wait(page, condition):
    """Wait until a condition holds; Playwright's own waiting evaluates strings in the page, which its policy forbids."""
    deadline = time.monotonic() + 10
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(30)


def violations(page, *rules):
    """Run axe over the page as it stands; return what it found: rule, weight, and up to three of the elements."""
    page.evaluate(AXE)
    rules = [*("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), *rules]
    return page.evaluate(
        "(rules) => axe.run(document, {runOnly: rules}).then((r) => r.violations.map((v) =>"
        " [v.id, v.impact, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]))",
        rules,
    )
