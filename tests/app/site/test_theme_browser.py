"""Light, dark, or as the machine has it: on every page alike, kept in the browser, reachable by keyboard."""

from __future__ import annotations

import pytest

from tests.app.browsing import Watched, violations, wait
from tests.ponds import PONDS

pytestmark = pytest.mark.browser

PATHS = ("/", "/van-ban", f"/van-ban/{PONDS}", "/kho", "/don-vi", "/tham-quyen", "/chong-cheo", "/khong-co")
LIGHT, DARK = "#f3f5f4", "#0f161b"
GROUND = "getComputedStyle(document.documentElement).getPropertyValue('--pq-page').trim()"
EARLY = f"requestAnimationFrame(() => {{ window.early = {GROUND}; }})"
"""The colour of the first picture that is drawn."""


@pytest.fixture
def start(browser, served, library):
    opened = []

    def begin(scheme, width=1280):
        size = {"width": width, "height": 860}
        watched = Watched(browser, served, viewport=size, color_scheme=scheme, bypass_csp=True)
        opened.append(watched)
        watched.context.add_init_script(EARLY)
        page = watched.page()
        page.goto(f"{served}/kho")
        return page

    yield begin
    for watched in opened:
        watched.close("404")


@pytest.mark.parametrize(("scheme", "ground"), [("light", LIGHT), ("dark", DARK)])
def test_without_a_choice_the_page_is_as_the_machine_has_it(start, served, scheme, ground):
    page = start(scheme)
    for path in PATHS:
        page.goto(served + path)
        wait(page, "window.early")
        assert page.evaluate("window.early") == ground, path
        assert page.is_checked("[name=giao-dien][value=may]"), path
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    wait(page, f"{GROUND} === '{LIGHT if ground == DARK else DARK}'")


@pytest.mark.parametrize(("scheme", "choice", "ground"), [("light", "toi", DARK), ("dark", "sang", LIGHT)])
def test_what_is_chosen_is_kept_on_every_page_from_its_first_moment(start, served, scheme, choice, ground):
    page = start(scheme)
    page.check(f"[name=giao-dien][value={choice}]")
    assert page.evaluate(GROUND) == ground
    for path in PATHS:
        page.goto(served + path)
        wait(page, "window.early")
        assert page.evaluate("window.early") == ground, path
        assert page.is_checked(f"[name=giao-dien][value={choice}]"), path
    page.check("[name=giao-dien][value=may]")
    page.reload()
    wait(page, "window.early")
    assert page.evaluate("window.early") == (DARK if scheme == "dark" else LIGHT)
    assert page.evaluate("localStorage.length") == 0


def test_the_choice_is_made_by_keyboard_and_named(start):
    page = start("light")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "giao-dien":
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.value") == "toi"
    assert page.evaluate(GROUND) == DARK
    assert page.evaluate("document.activeElement.labels[0].innerText") == "Tối"
    assert page.inner_text(".pq-theme legend") == "Giao diện"
    ring = page.evaluate("getComputedStyle(document.activeElement.nextElementSibling).outlineWidth")
    assert float(ring.removesuffix("px")) >= 2


def test_a_slash_still_finds_the_box_after_a_choice(start, served):
    page = start("light")
    page.goto(f"{served}/van-ban")
    page.focus("[value=toi]")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "tim"


def test_another_window_follows(start, served):
    page = start("light")
    other = page.context.new_page()
    other.goto(f"{served}/van-ban")
    page.check("[name=giao-dien][value=toi]")
    wait(other, f"{GROUND} === '{DARK}'")
    assert other.is_checked("[name=giao-dien][value=toi]")


def test_a_dark_page_is_printed_light(start):
    page = start("light")
    page.check("[name=giao-dien][value=toi]")
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == LIGHT


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious_on_a_page_chosen_dark_on_a_light_machine(start, served, path):
    page = start("light")
    page.check("[name=giao-dien][value=toi]")
    page.goto(served + path)
    if path == "/":
        page.wait_for_selector(".pq-status")
    assert [one for one in violations(page) if one[1] in {"serious", "critical"}] == []
