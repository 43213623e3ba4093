"""From a question to the clause in its document and back, over a real knowledge base of an invented corpus."""

from __future__ import annotations

import pytest

from tests.app.browsing import DAY, QUESTION, Watched, ask, wait
from tests.ponds import HOSTILE

pytestmark = pytest.mark.browser

CLAUSE = "khoản 2 Điều 2 Luật Ao làng số 1/2090/QHDD quy định gì?"
NEW_WORDS = "mùa gặt sen"


@pytest.fixture
def desk(library, open_desk):
    return open_desk(width=1440)


def asked_on(page, day, question=CLAUSE):
    page.fill(DAY, day)
    ask(page, question)
    return page.inner_text(".pq-citations")


def test_the_answer_changes_with_the_day(desk):
    assert NEW_WORDS not in asked_on(desk, "30/04/2091")
    assert NEW_WORDS in asked_on(desk, "15/06/2091")
    assert "15/06/2091" in desk.inner_text(".pq-card")
    assert "Chưa có hiệu lực (từ 01/07/2090)" in asked_on(desk, "30/06/2090")


def test_a_citation_is_clicked_and_its_document_opens_at_the_clause_on_the_same_day(desk):
    asked_on(desk, "15/06/2091")
    desk.click(".pq-cite >> nth=0")
    assert desk.evaluate("document.activeElement.id") == "pq-c1"
    with desk.expect_navigation():
        desk.click("#pq-c1 .pq-more a[href^='/van-ban']")
    wait(desk, "location.hash === '#d2-k2' && document.querySelector('.d-read') !== null")
    assert "15/06/2091" in desk.inner_text(".d-read")
    assert NEW_WORDS in desk.inner_text("#d2-k2")
    box = desk.locator("#d2-k2").bounding_box()
    assert 0 <= box["y"] < 860
    desk.go_back()
    desk.wait_for_selector(QUESTION)


def test_the_whole_article_opens_over_the_answer_with_the_clause_marked(desk):
    asked_on(desk, "30/04/2091")
    desk.click("#pq-c1 .pq-open")
    desk.wait_for_selector("dialog[open]")
    assert "Quyết định mùa tát ao" in desk.inner_text("dialog mark")


def test_script_in_a_law_text_is_text_in_an_answer_too(desk):
    asked_on(desk, "15/06/2091", "khoản 3 Điều 2 Luật Ao làng số 1/2090/QHDD")
    assert HOSTILE in desk.inner_text(".pq-citations")
    assert desk.evaluate("window.hacked") is None
    assert desk.locator(".pq-result :is(script, img)").count() == 0


def test_the_navigation_leads_to_every_page_and_back_by_keyboard(desk, served):
    for path in ("/van-ban", "/tham-quyen", "/chong-cheo", "/don-vi", "/kho", "/"):
        desk.focus(f".pq-nav a[href='{path}']")
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
        assert desk.url == served + path
        assert desk.get_attribute(".pq-nav [aria-current=page]", "href") == path


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_box_and_all_five_examples_stand_on_the_first_screen(library, open_desk, width):
    page = open_desk(width=width, height=844)
    bottom = {name: page.locator(name).last.bounding_box() for name in (QUESTION, "#pq-ask", ".pq-example")}
    assert bottom[QUESTION]["y"] < 300
    assert bottom["#pq-ask"]["y"] + bottom["#pq-ask"]["height"] < 844 / 2
    assert page.locator(".pq-example").count() == 5
    if width == 390:
        assert bottom[".pq-example"]["y"] + bottom[".pq-example"]["height"] <= 844


def test_at_two_hundred_per_cent_nothing_is_wider_than_the_screen(library, open_desk):
    page = open_desk(width=640, height=400)  # what 1280 x 800 leaves at that zoom
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    asked_on(page, "15/06/2091")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_print_shows_the_question_the_answer_and_its_clauses_alone(desk):
    asked_on(desk, "15/06/2091")
    desk.emulate_media(media="print")
    for hidden in ("#pq-form", ".s-head", ".pq-export", ".pq-feedback", ".pq-more"):
        assert not desk.locator(hidden).first.is_visible(), hidden
    assert desk.locator("#pq-c1").is_visible()
    shown = desk.evaluate("getComputedStyle(document.querySelector('.pq-result'), '::before').content")
    assert CLAUSE in shown


def test_the_watch_sees_a_call_to_another_host(browser, served):
    watched = Watched(browser, served, bypass_csp=True)
    page = watched.page()
    page.goto(f"{served}/kho")
    page.evaluate("fetch('http://khong-co.invalid/').catch(() => null)")
    with pytest.raises(AssertionError):
        watched.close()
    assert watched.outside == ["http://khong-co.invalid/"]
