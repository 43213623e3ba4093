"""The page in a real browser."""

import re

import pytest

from phapquy.app.contract import IndexStatus
from tests.app.browsing import DAY, ENGLISH, QUESTION, ask
from tests.app.fireflies import ARTICLE, HOSTILE, SLUG, FakeBase

pytestmark = pytest.mark.browser


def test_the_page_calls_no_other_host_and_speaks_only_vietnamese(open_desk):
    page = open_desk(locale="en-US")
    ask(page, "Ai đặt tên cho đom đóm?")
    page.click(".pq-citation .pq-open")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.title().startswith("phapquy – ")
    names = page.evaluate(
        "[...document.body.querySelectorAll('*')].flatMap((e) => ['aria-label', 'title', 'alt', 'placeholder']"
        ".map((name) => e.getAttribute(name)).filter(Boolean))"
    )
    words = [*page.evaluate("[...window.seen]"), *names]
    assert len(words) > 20
    assert not [line for line in words if ENGLISH.search(line)]
    assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"', 'Ủy ban nhân dân')")


def test_enter_asks_and_the_level_and_organ_come_first(open_desk, stage):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    assert page.inner_text(".pq-level") == "Cấp xã"
    assert page.inner_text(".pq-organs li") == "Hội đồng Đom đóm cấp xã"
    assert page.locator(".pq-level").bounding_box()["y"] < page.locator(".pq-text").bounding_box()["y"]
    assert stage.base.asked[-1][0] == "Ai đặt tên cho đom đóm?"


def test_related_clauses_unfold_without_opening_the_article(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    assert not page.locator(".pq-related li").first.is_visible()
    page.click(".pq-related summary")
    assert page.locator(".pq-related li").count() == 2
    assert page.locator(".pq-related li").first.is_visible()
    assert page.locator("dialog[open]").count() == 0
    page.click(".pq-related li button")
    page.wait_for_selector("dialog[open]")


def test_the_day_field_shows_today_and_is_used(open_desk, stage):
    page = open_desk()
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", page.input_value(DAY))
    page.fill(DAY, "2030-02-01")
    ask(page, "Ai đặt tên cho đom đóm?")
    assert stage.base.asked[-1][1].isoformat() == "2030-02-01"
    page.fill(DAY, "31/02/2030")
    page.click("#pq-ask")
    page.wait_for_selector("[data-answer=error]")
    assert "không hợp lệ" in page.inner_text("[data-answer=error]")


def test_an_example_fills_the_box_and_asks(open_desk, stage):
    page = open_desk()
    example = page.locator(".pq-examples button").first
    words = example.get_attribute("data-ask")
    assert page.locator(".pq-examples button").count() == 5
    example.click()
    page.wait_for_selector(".pq-result")
    assert page.input_value(QUESTION) == words
    assert stage.base.asked[-1][0] == words


def test_a_choice_asks_again(open_desk, stage):
    page = open_desk()
    ask(page, "mơ hồ quá")
    page.click(".pq-choice >> nth=1")
    page.wait_for_selector("[data-answer=answered]")
    assert stage.base.asked[-1][0] == "Ủy ban Đom đóm cấp tỉnh làm gì với bấc đèn?"


def test_a_clause_opens_its_whole_article_with_the_cited_part_marked(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    page.click("#pq-c1 .pq-open")
    page.wait_for_selector("dialog[open]")
    assert page.inner_text("dialog mark") == "b) Đặt tên cho từng chú đom đóm mới về làng."
    shown = page.evaluate("[...document.querySelectorAll('dialog .pq-law p')].map((p) => p.textContent)")
    assert shown == ARTICLE.splitlines()
    link = page.locator("dialog a[target]")
    assert (link.get_attribute("rel"), link.get_attribute("target")) == ("noopener noreferrer", "_blank")
    page.click("dialog .pq-link")
    page.wait_for_function("document.querySelector('dialog[open] mark')?.textContent.startsWith('2. ')")


def test_the_article_is_opened_and_closed_by_keyboard_and_the_focus_comes_back(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    page.focus(".pq-open >> nth=0")
    for _ in range(2):
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog[open]")
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog", state="hidden")
        assert page.evaluate("document.activeElement.classList.contains('pq-open')")


def test_a_slash_goes_to_the_question_box_but_can_be_typed_in_it(open_desk):
    page = open_desk()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('#pq-question') !== null")
    page.keyboard.type("1/7")
    assert page.input_value(QUESTION) == "1/7"


def test_the_focus_is_visible_on_everything_the_keyboard_reaches(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    reached = set()
    for _ in range(45):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const e = document.activeElement, c = getComputedStyle(e);"
            " return [e === document.body ? 'BODY' : e.className.split(' ')[0] || e.id, c.outlineStyle, parseFloat(c.outlineWidth)]; })()"
        )
        reached.add(seen[0])
        assert seen[0] == "BODY" or (seen[1] == "solid" and seen[2] >= 2), seen
    assert {"pq-chip", "pq-cite", "pq-open", "pq-small", "pq-link"} <= reached


def test_markup_in_question_and_law_text_is_shown_and_never_run(open_desk):
    page = open_desk()
    page.evaluate("void (window.alert = () => { window.attacked = true; })")
    question = '<script>alert(1)</script><img src=x onerror="alert(1)">" onmouseover="alert(1) **đậm** \'; DROP TABLE x; -- {{7*7}}${7*7}'
    ask(page, question)
    assert f"Hỏi: {question}" in page.inner_text(".pq-text")
    page.hover(".pq-text")
    page.click(".pq-open")
    page.wait_for_selector("dialog[open]")
    assert page.inner_text("dialog mark") == HOSTILE.strip()
    assert page.locator("dialog a[target]").get_attribute("href").startswith("https://")
    assert page.evaluate("window.attacked") is None
    assert page.locator(".pq-result script, .pq-result img, dialog script").count() == 0


def test_a_question_of_a_hundred_thousand_characters_gets_a_clear_message(open_desk):
    page = open_desk()
    ask(page, "ô" * 100_000)
    assert "dài quá 2000 ký tự" in page.inner_text("[data-answer=error]")


@pytest.mark.parametrize(
    ("question", "message"), [("", "chưa nhập câu hỏi"), ("hỏng", "phapquy build"), ("nổ", "ngoài dự kiến")]
)
def test_what_goes_wrong_is_said_on_the_page(open_desk, question, message):
    page = open_desk()
    ask(page, question)
    assert message in page.inner_text("[data-answer=error]")


def test_the_building_line_moves_and_vanishes_when_the_whole_index_is_swapped_in(open_desk, stage):
    from dataclasses import replace

    stage.status = IndexStatus(busy=True, share=0.25)
    page = open_desk()
    assert "phần còn lại: 25 %" in page.inner_text("#pq-status")
    stage.status = IndexStatus(busy=True, share=0.75)
    page.wait_for_function("document.querySelector('#pq-status').innerText.includes('75 %')", timeout=10_000)
    stage.base = FakeBase(snapshot_id="đủ", coverage=replace(stage.base.coverage, documents=64))
    stage.status = IndexStatus()
    page.wait_for_function("!document.querySelector('#pq-status').innerText.includes('phần còn lại')", timeout=10_000)
    assert "64 văn bản" in page.inner_text("#pq-status")
    ask(page, "Ai đặt tên cho đom đóm?")
    assert page.input_value(QUESTION) == "Ai đặt tên cho đom đóm?"


@pytest.mark.parametrize(
    ("width", "scheme"), [(375, "light"), (375, "dark"), (768, "light"), (1280, "dark"), (2560, "light")]
)
def test_nothing_is_cut_off_at_any_width_and_text_has_contrast(open_desk, width, scheme):
    page = open_desk(width=width, scheme=scheme)
    ask(page, "dat ten dom dom")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        "[...document.querySelectorAll('.pq-result :not(.pq-unseen), .pq-examples *, .pq-status *')]"
        ".filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map((e) => e.className)"
    )
    assert cut == []
    low = page.evaluate(CONTRAST)
    assert low == []
    page.click(".pq-open")
    page.wait_for_selector("dialog[open]")
    box = page.locator("dialog").bounding_box()
    assert box["x"] >= -1
    assert box["x"] + box["width"] <= width + 40
    assert page.evaluate(CONTRAST) == []


CONTRAST = """
(() => {
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const low = [];
  for (const e of document.querySelectorAll('[class^=pq-], [class^=pq-] *, #pq-form *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.getClientRects().length) continue;
    const [a, b] = [lum(parse(getComputedStyle(e).color)), lum(ground(e))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) low.push(e.className + ' ' + ratio.toFixed(2));
  }
  return low;
})()
"""


def test_the_id_of_a_clause_is_kept_as_it_is_written(open_desk, stage):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    page.click(".pq-open")
    page.wait_for_selector("dialog[open]")
    assert stage.base.opened[-1][0] == f"{SLUG}/7/1/b"
