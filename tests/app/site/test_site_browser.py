"""The pages of the site in a real browser."""

import re

import pytest

from tests.app.browsing import Watched, violations, wait
from tests.ponds import HOSTILE, PONDS

pytestmark = pytest.mark.browser

DOCUMENT = f"/van-ban/{PONDS}?ngay=15/06/2091"
PATHS = (
    "/van-ban?tim=ao",
    DOCUMENT,
    "/kho",
    "/tham-quyen",
    "/chong-cheo",
    "/don-vi?tim=ao",
    "/don-vi/dam-sen",
    "/van-ban/x",
    "/khong-co-trang-nay",
)


@pytest.fixture
def open_page(browser, served, library):
    """Open an address of the site."""
    opened = []

    def open_it(path, width=1280, height=860, scheme="light", *, script=True, csp=True):
        watched = Watched(
            browser, served, viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-US",
            java_script_enabled=script, bypass_csp=not csp,
        )  # fmt: skip
        opened.append(watched)
        page = watched.page()
        page.goto(served + path)
        return page

    yield open_it
    for watched in opened:
        watched.close("404")


def seen(page, selector):
    return page.locator(selector).first.evaluate(
        "(e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < window.innerHeight; }"
    )


def test_a_document_opens_at_the_clause_with_the_contents_following(open_page):
    page = open_page(f"{DOCUMENT}#d2-k1-b", height=420)
    page.wait_for_selector(".d-toc a[aria-current]")
    assert seen(page, "#d2-k1-b")
    wait(page, "document.querySelector('.d-toc a[aria-current]').textContent.startsWith('Điều 2')")
    page.click(".d-toc a[href='#d1']")
    wait(page, "document.querySelector('.d-toc a[aria-current]').textContent.startsWith('Điều 1')")
    assert seen(page, "#d1")


def test_a_lasting_address_ends_at_the_clause(open_page):
    page = open_page(f"/van-ban/{PONDS}/2/1/đ?ngay=2091-06-15", height=420)
    assert page.evaluate("decodeURIComponent(location.hash)") == "#d2-k1-dd"
    assert page.inner_text("#d2-k1-dd p").startswith("đ) Nuôi đom đóm.")
    assert seen(page, "#d2-k1-dd")


def test_the_day_is_changed_and_the_words_with_it(open_page):
    page = open_page(DOCUMENT)
    assert "mùa gặt sen" in page.inner_text("#d2-k2 > p:not(.s-tags):not(.d-change)")
    page.fill("#ngay", "30/04/2091")
    page.press("#ngay", "Enter")
    page.wait_for_url(re.compile("ngay=30"))
    assert "mùa gặt sen" not in page.inner_text("#d2-k2 > p:not(.s-tags):not(.d-change)")
    assert "30/04/2091" in page.inner_text(".d-read")


def test_the_old_words_and_the_plain_words_unfold(open_page):
    page = open_page(DOCUMENT)
    old = page.locator("#d2-k2 .d-other")
    assert not old.locator("p").first.is_visible()
    old.locator("summary").press("Enter")
    assert old.locator("p").first.inner_text() == "2. Quyết định mùa tát ao."
    page.locator("#d2-k1-b .d-plain summary").press("Enter")
    assert "<b>tỉnh</b>" in page.inner_text("#d2-k1-b .d-plain")


def test_search_inside_filters_as_one_types_and_escape_ends_it(open_page):
    page = open_page(DOCUMENT)
    page.keyboard.press("/")
    page.keyboard.type("dat ten")
    page.wait_for_selector(".d-filtering")
    assert page.inner_text(".d-count") == "1 điều khoản có “dat ten”"
    assert page.locator("#d2-k1-b").is_visible()
    assert page.locator("#d2").is_visible()
    assert not page.locator("#d3-k1").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#d3-k1").is_visible()
    page.keyboard.type("không có chữ này")
    wait(page, "document.querySelector('.d-count').textContent.includes('Không có')")
    assert page.locator("#d3-k1").is_visible()


@pytest.mark.parametrize("path", ["/van-ban", "/don-vi", "/tham-quyen", "/chong-cheo", "/khong-co", DOCUMENT])
def test_a_slash_goes_to_the_search_box_of_every_page_that_has_one(open_page, path):
    page = open_page(path)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "tim"
    page.keyboard.type("1/7")
    assert page.input_value("#tim") == "1/7"


def test_a_reference_shows_its_clause_by_keyboard_and_escape_closes_it(open_page):
    page = open_page(DOCUMENT)
    link = page.locator("#d1 .d-ref").first
    page.locator("#d1 .d-mark").focus()
    page.keyboard.press("Tab")
    assert link.evaluate("(e) => e === document.activeElement")
    page.wait_for_selector(".d-card h4")
    assert page.inner_text(".d-card h4") == "Khoản 2 Điều 3 Luật Ao làng số 1/2090/QHDD"
    assert link.get_attribute("aria-describedby") == "xem-nhanh"
    page.keyboard.press("Escape")
    assert page.locator(".d-card").count() == 0
    assert link.evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Enter")
    wait(page, "location.hash === '#d3-k2'")


def test_a_reference_shows_its_clause_under_the_pointer_which_may_move_onto_it(open_page):
    page = open_page(DOCUMENT)
    page.hover("#d1 .d-ref")
    page.wait_for_selector(".d-card h4")
    page.hover(".d-card h4")
    page.wait_for_timeout(500)
    assert page.locator(".d-card").is_visible()
    page.mouse.move(2, 2)
    page.wait_for_selector(".d-card", state="detached")


def test_script_in_a_law_text_is_shown_as_text(open_page):
    page = open_page(DOCUMENT)
    assert HOSTILE in page.inner_text("#d2-k3")
    assert page.evaluate("window.hacked") is None
    assert page.locator(".d-text script, .d-text img").count() == 0


def test_everything_can_be_read_without_script(open_page):
    page = open_page(DOCUMENT, script=False)
    assert page.locator("#d3-k1").is_visible()
    assert page.locator(".d-toc a").first.is_visible()
    page.fill("#tim", "dat ten")
    page.press("#tim", "Enter")
    page.wait_for_url(re.compile("tim=dat"))
    assert page.locator("#d2-k1-b").is_visible()
    assert page.locator("#d3-k1").count() == 0


def test_print_shows_the_text_alone(open_page):
    page = open_page(DOCUMENT)
    page.emulate_media(media="print")
    for hidden in (".s-head", ".d-side", ".d-top form", ".s-foot", ".d-other", ".d-plain", ".d-mark"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator("h1").is_visible()
    assert page.locator("#d2-k1-b").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_units_are_suggested_and_looked_up_by_keyboard(open_page):
    page = open_page("/don-vi")
    page.focus("#tim")
    page.keyboard.type("xã sen")
    wait(page, "document.querySelectorAll('#goi-y option').length === 1")
    page.keyboard.press("Enter")
    page.wait_for_selector(".s-answer")
    assert "Xã Sen nay là xã Ao Sen." in page.inner_text(".s-answer")


def test_the_table_of_a_province_is_filtered(open_page):
    page = open_page("/don-vi/dam-sen")
    page.fill("#loc", "ao sen")
    assert page.locator("#bang tbody tr:visible").count() == 1
    page.fill("#loc", "zzz")
    assert page.locator("#bang tbody tr:visible").count() == 0


def test_the_matrix_is_filtered_and_a_cell_leads_to_its_clause(open_page):
    page = open_page("/tham-quyen")
    page.fill("#tim", "mua tat")
    page.press("#tim", "Enter")
    page.wait_for_url(re.compile("tim=mua"))
    assert page.inner_text("#ket-qua") == "1 việc, 2 thẩm quyền"
    page.click(".s-cell >> nth=0")
    page.wait_for_url(re.compile(f"{PONDS}#d2-k2"))


def test_the_first_tab_leads_past_the_navigation(open_page):
    page = open_page(DOCUMENT)
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "Đến phần nội dung"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


@pytest.mark.parametrize("path", PATHS)
def test_the_focus_is_visible_on_all_that_the_keyboard_reaches(open_page, path):
    page = open_page(path)
    reached = 0
    for _ in range(30):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "(() => { const e = document.activeElement; if (e === document.body) return null;"
            " const s = getComputedStyle(e); return [e.outerHTML.slice(0, 80), s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        if found is None:
            break
        assert found[1] != "none", found
        assert found[2] >= 2, found
        reached += 1
    assert reached >= 8


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (820, "light"), (1440, "dark"), (2560, "light")]
)
def test_nothing_is_wider_than_the_screen(open_page, path, width, scheme):
    page = open_page(path, width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(open_page, path, width, scheme):
    page = open_page(path, width=width, scheme=scheme, csp=False)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(page, "best-practice") == []
