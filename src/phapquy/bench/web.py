"""The web page as people meet it: how soon one can type, how soon the answer is on the screen, and many at once."""

from __future__ import annotations

import json
import math
import shutil
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from phapquy.bench import budgets
from phapquy.bench.budgets import Row
from phapquy.bench.samples import QUESTIONS
from phapquy.errors import PhapquyError

PEOPLE = 20
_EACH = 3
"""Questions each of them asks, one after the other."""
_OPENED, _SHOWN = 5, 20
"""How often the page is opened with an empty cache, and how many questions are put on the screen."""
_TIMEOUT_S = 60
_BOX, _FIRST_BOX = "#pq-question textarea", "#pq-first textarea"
_BUTTON, _ANSWERED = "pq-ask", b"pq-badges"
"""The page's button, and what an answer's card holds and that of an error does not."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
_CHANGED = """(old) => {
  const now = document.querySelector("[data-answer]");
  return now && now.dataset.rendering !== old && !document.documentElement.hasAttribute("data-waiting");
}"""
BROWSER_BUDGETS = (budgets.FIRST_PAGE, budgets.ASKABLE, budgets.ON_SCREEN_P50, budgets.ON_SCREEN_P95, budgets.OUTSIDE)


def browser_rows(port: int) -> list[Row]:
    """Open the page in Chromium and ask.

    Raises:
        PhapquyError: there is no Chromium or no Playwright.
    """
    url = f"http://127.0.0.1:{port}/"
    outside: list[str] = []
    with _browser() as browser:
        opened = [_open(browser, url, outside) for _ in range(_OPENED)]
        shown = sorted(_ask_on_screen(browser, url, outside))
    how = f"trung vị {_OPENED} lần, bộ nhớ đệm trống, Chromium trên cùng máy"
    asked = f"{len(shown)} câu hỏi khác nhau, Chromium trên cùng máy"
    return [
        Row(budgets.FIRST_PAGE, median(typable for typable, _ in opened), how),
        Row(budgets.ASKABLE, median(loaded for _, loaded in opened), how),
        Row(budgets.ON_SCREEN_P50, median(shown), asked),
        Row(budgets.ON_SCREEN_P95, _p95(shown), asked),
        Row(budgets.OUTSIDE, float(len(outside)), "đếm và chặn trong trình duyệt"),
    ]


def crowd_rows(port: int) -> list[Row]:
    """Let twenty people ask at once as their pages do, then have one sheet made.

    Raises:
        PhapquyError: the page has no event for a question.
    """
    event = _asking(port)
    with ThreadPoolExecutor(PEOPLE) as people:
        lots = people.map(lambda number: _one_person(port, event, number), range(PEOPLE))
        waits = [wait for one in lots for wait in one]
    good = sorted(wait for wait in waits if wait is not None)
    how = f"{PEOPLE} người trên trang, mỗi người {_EACH} câu liền nhau"
    sheet = _post(port, "/api/phieu/pdf", {"q": QUESTIONS[0]}, b"%PDF")
    return [
        Row(budgets.AT_ONCE_ERRORS, float(len(waits) - len(good)), how),
        Row(budgets.AT_ONCE_P95, _p95(good) if good else None, how),
        Row(budgets.SHEET_PDF, sheet, "một phiếu, kể cả trả lời lại"),
    ]


@contextmanager
def _browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise PhapquyError("chưa cài Playwright (pip install playwright)") from error
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        raise PhapquyError("máy không có Chromium (apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def _page(browser: Any, url: str, outside: list[str]) -> Any:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()

    def route(call: Any) -> None:
        if urlsplit(call.request.url).netloc == urlsplit(url).netloc:
            call.continue_()
        else:
            outside.append(call.request.url)
            call.abort()

    page.route(lambda address: urlsplit(address).netloc != urlsplit(url).netloc, route)
    return page


def _open(browser: Any, url: str, outside: list[str]) -> tuple[float, float]:
    """Return the seconds until one can type (what is typed is kept) and until everything is loaded."""
    page = _page(browser, url, outside)
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(f"{_FIRST_BOX}, {_BOX}")
    typable = time.perf_counter() - started
    page.wait_for_selector(_BOX)
    loaded = time.perf_counter() - started
    page.context.close()
    return typable, loaded


def _ask_on_screen(browser: Any, url: str, outside: list[str]) -> list[float]:
    page = _page(browser, url, outside)
    page.goto(url)
    page.wait_for_selector(_BOX)
    waits = []
    for question in QUESTIONS[:_SHOWN]:
        before = page.evaluate("document.querySelector('[data-answer]')?.dataset.rendering ?? ''")
        page.fill(_BOX, question)
        started = time.perf_counter()
        page.press(_BOX, "Enter")
        page.wait_for_function(_CHANGED, arg=before)
        waits.append((time.perf_counter() - started) * 1000)
    page.context.close()
    return waits


def _asking(port: int) -> int:
    """Return the number of the page's event for its button."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/config", timeout=_TIMEOUT_S) as answer:
            page = json.load(answer)
    except (OSError, ValueError) as error:
        raise PhapquyError(f"không đọc được cấu hình của trang ({type(error).__name__})") from error
    button = {part["id"] for part in page["components"] if part["props"].get("elem_id") == _BUTTON}
    for event in page["dependencies"]:
        if any(target in button for target, _ in event["targets"]):
            return int(event["id"])
    raise PhapquyError("trang không có nút hỏi")


def _one_person(port: int, event: int, number: int) -> list[float | None]:
    questions = [QUESTIONS[(number * _EACH + place) % len(QUESTIONS)] for place in range(_EACH)]
    asked = ({"data": [question, ""], "fn_index": event, "session_hash": f"nguoi{number}"} for question in questions)
    return [_post(port, "/gradio_api/run/predict", one, _ANSWERED) for one in asked]


def _post(port: int, path: str, body: dict[str, Any], holds: bytes = b"") -> float | None:
    """Return the milliseconds to the whole answer; None where there was none, or one without what it must hold."""
    url, sent = f"http://127.0.0.1:{port}{path}", json.dumps(body).encode()
    request = urllib.request.Request(url, sent, {"Content-Type": "application/json"})
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:
            came = answer.read()
    except OSError:
        return None
    return (time.perf_counter() - started) * 1000 if holds in came else None


def _p95(ordered: Sequence[float]) -> float:
    return ordered[math.ceil(0.95 * len(ordered)) - 1]
