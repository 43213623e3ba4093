"""The administrator's page in a real browser: log in, upload, correct, confirm, remove."""

from __future__ import annotations

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.corpus.library import Library
from tests.app.admin.conftest import FIELDS, KITES, PASSWORD, SLUG
from tests.app.browsing import ENGLISH, Watched, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, admin_url, desk):
    """The page; a call to another host or an error of the page fails the test."""
    watched = Watched(browser, admin_url, viewport={"width": 1100, "height": 900}, locale="en-US")
    page = watched.page()
    page.goto(f"{admin_url}/quan-tri")
    yield page
    # the browser itself notes what the server refuses on purpose
    watched.close("401", "400")


def log_in(page, password=PASSWORD):
    page.fill("#qt-password", password)
    page.press("#qt-password", "Enter")


def send(page, text=KITES, name="diều.txt"):
    page.set_input_files("#qt-file", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.click("#qt-upload button")


def test_a_wrong_password_is_said_and_a_right_one_opens_the_desk(page):
    log_in(page, "sai mất rồi")
    page.wait_for_function("document.getElementById('qt-wrong').textContent.includes('không đúng')")
    log_in(page)
    page.wait_for_selector("#qt-upload")
    page.click("#qt-logout")
    page.wait_for_selector("#qt-login")


def test_a_document_is_uploaded_corrected_confirmed_and_removed(page, desk):
    log_in(page)
    page.wait_for_selector("#qt-upload")
    send(page)
    page.wait_for_selector(".qt-found")
    assert "2 điều, 2 khoản" in page.inner_text(".qt-found")
    assert "Chưa lưu được" in page.inner_text(".qt-stop")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert desk.added() == ()
    for name, value in FIELDS.items():
        page.fill(f"#qt-{name}", value)
    page.click("[data-do=xem]")
    page.wait_for_function("!document.querySelector('.qt-stop')")
    assert SLUG in page.inner_text(".qt-found")
    desk.now = IndexStatus(busy=True, share=0.3)
    page.click("[data-do=luu]")
    page.wait_for_function("document.getElementById('qt-said').textContent.includes('Đã lưu')")
    page.wait_for_selector(f"[data-remove={SLUG}]")
    assert "30 %" in page.inner_text(".qt-index")
    assert Library(desk.settings).text(SLUG) == KITES
    desk.now = IndexStatus()
    page.wait_for_function("document.querySelector('.qt-index').textContent.includes('theo kịp')")
    page.click(f"[data-remove={SLUG}]")
    assert page.inner_text(f"[data-remove={SLUG}]") == "Bấm lần nữa để gỡ"
    assert len(desk.added()) == 1
    page.click(f"[data-remove={SLUG}]")
    page.wait_for_function("document.getElementById('qt-said').textContent.includes('Đã gỡ')")
    assert desk.added() == ()


def test_a_hostile_file_is_only_text_and_the_page_speaks_vietnamese(page, desk):
    log_in(page)
    page.wait_for_selector("#qt-upload")
    send(page, "Điều 1. <img src=x onerror='document.title=1'>\nGió.\n", "<b>x</b>.txt")
    page.wait_for_selector(".qt-found")
    page.click("summary")
    assert "<img src=x" in page.inner_text("pre")
    assert page.title() == "phapquy – Quản trị kho văn bản"
    assert page.evaluate("document.documentElement.lang") == "vi"
    words = [line for line in page.inner_text("body").splitlines() if "<" not in line]
    assert not [line for line in words if ENGLISH.search(line)]
    page.click("[data-do=bo]")
    page.wait_for_function("!document.querySelector('.qt-found')")
    assert desk.waiting() == ()


def test_a_bad_file_is_said_on_the_page(page):
    log_in(page)
    page.wait_for_selector("#qt-upload")
    send(page, "", "rỗng.txt")
    page.wait_for_function("document.getElementById('qt-wrong').textContent.includes('rỗng')")


@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_fits_its_window(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    log_in(page)
    page.wait_for_selector("#qt-upload")
    send(page)
    page.wait_for_selector(".qt-found")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_log_in(page, scheme):
    page.emulate_media(color_scheme=scheme)
    before = violations(page)
    log_in(page)
    page.wait_for_selector("#qt-upload")
    send(page)
    page.wait_for_selector(".qt-found")
    assert [before, violations(page)] == [[], []]
