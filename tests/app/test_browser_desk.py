"""The desk in a real browser: clauses beside the answer, days, sheets, judgements, history; all by keyboard too."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from phapquy.app.feedback import FeedbackStore
from tests.app.browsing import DAY, ENGLISH, QUESTION, ask, violations
from tests.app.fireflies import SLUG, FakeBase

pytestmark = pytest.mark.browser

ASKED = "Ai đặt tên cho đom đóm?"


@pytest.fixture
def kept(settings):
    store = FeedbackStore(settings.feedback_path, 50)
    store.clear()
    return store.all


def test_a_number_leads_to_its_clause_beside_the_answer_and_the_clause_back(open_desk):
    page = open_desk(width=1440)
    ask(page, ASKED)
    card, clause = (page.locator(name).first.bounding_box() for name in ("#pq-card", "#pq-c1"))
    assert clause["x"] >= card["x"] + card["width"]
    page.focus(".pq-cite >> nth=1")
    page.keyboard.press("Enter")
    here = page.evaluate("[document.activeElement.id, document.activeElement.classList.contains('pq-here')]")
    assert here == ["pq-c2", True]
    assert page.inner_text("#pq-c1 h3").casefold().startswith("điểm b khoản 1 điều 7")
    page.set_viewport_size({"width": 390, "height": 800})
    page.click("#pq-c2 .pq-back")
    assert page.evaluate("document.activeElement.id") == "pq-card"


def test_the_clause_shows_its_path_plain_words_days_source_and_the_other_level(open_desk):
    page = open_desk()
    ask(page, ASKED)
    shown = page.inner_text(".pq-citations")
    for words in (
        "Chương II › Mục 1",
        "Có hiệu lực từ 01/01/2030",
        "Nguồn chính thức",
        "Nói dễ hiểu:",
        "Cấp tỉnh làm gì",
    ):
        assert words in shown
    assert page.get_attribute("#pq-c1 .pq-more a", "href").startswith(f"/van-ban/{SLUG}?ngay=")


def test_another_day_gives_the_answer_of_that_day(open_desk, stage):
    page = open_desk()
    ask(page, ASKED)
    assert "Áp dụng tại ngày 01/02/2030" not in page.inner_text(".pq-card")
    page.fill(DAY, "01/02/2030")
    ask(page, ASKED)
    assert "Áp dụng tại ngày 01/02/2030" in page.inner_text(".pq-card")
    assert stage.base.asked[-1][1].isoformat() == "2030-02-01"


def test_what_can_be_asked_next_is_asked_with_its_day(open_desk, stage):
    page = open_desk()
    page.fill(DAY, "01/03/2030")
    ask(page, ASKED)
    page.click(".pq-suggestions button[data-day] >> nth=0")
    page.wait_for_function("document.querySelector('[data-answer]').dataset.asOf === '2029-12-31'")
    assert page.input_value(DAY) == "31/12/2029"
    assert stage.base.asked[-1] == (ASKED, date(2029, 12, 31))


def test_what_was_understood_is_corrected_with_one_click(open_desk):
    page = open_desk()
    ask(page, "dat ten dom dom")
    assert "Hiểu là: Ai đặt tên cho đom đóm mới về làng?" in page.inner_text(".pq-understood")
    page.click("[data-correct]")
    assert page.input_value(QUESTION) == "Ai đặt tên cho đom đóm mới về làng?"
    assert page.evaluate("document.activeElement.closest('#pq-question') !== null")


def test_the_sheet_is_downloaded_as_word_and_pdf_with_all_diacritics(open_desk):
    page = open_desk()
    ask(page, ASKED)
    made = {}
    for kind in ("docx", "pdf"):
        with page.expect_download() as waiting:
            page.click(f"[data-export={kind}]")
        assert waiting.value.suggested_filename.endswith(f".{kind}")
        made[kind] = Path(waiting.value.path()).read_bytes()
    word = " ".join(one.text for one in Document(BytesIO(made["docx"])).paragraphs)
    pdf = " ".join(" ".join(one.extract_text().split()) for one in PdfReader(BytesIO(made["pdf"])).pages)
    for text in (word, pdf):
        assert "Đặt tên cho từng chú đom đóm mới về làng" in text
        assert "Ủy ban Đom đóm cấp tỉnh cấp bấc đèn" in text
    assert "Đã tải phiếu" in page.inner_text(".pq-export .pq-said")


def test_a_sheet_that_cannot_be_made_says_why(open_desk, stage):
    page = open_desk()
    ask(page, ASKED)
    stage.base = FakeBase()
    stage.base.ask = lambda *_: (_ for _ in ()).throw(RuntimeError("x"))
    page.click("[data-export=pdf]")
    page.wait_for_function("document.querySelector('.pq-export .pq-said').innerText.includes('ngoài dự kiến')")
    # the browser itself notes the refused request
    page.watched.problems[:] = [one for one in page.watched.problems if "500" not in one]


def test_the_answer_is_copied_as_text(open_desk):
    page = open_desk()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, ASKED)
    page.click("[data-copy]")
    page.wait_for_function("document.querySelector('.pq-export .pq-said').innerText.includes('Đã chép')")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"HỎI: {ASKED}")


def test_a_judgement_lands_in_the_database_and_can_be_corrected_and_explained(open_desk, kept):
    page = open_desk()
    ask(page, ASKED)
    page.click("[data-judge=dung]")
    page.wait_for_function("document.querySelector('.pq-feedback .pq-said').innerText.includes('Đã ghi nhận: Đúng')")
    assert not page.locator(".pq-more-said").is_visible()
    page.click("[data-judge=sai-dieu-khoan]")
    page.wait_for_function("document.querySelector('.pq-feedback .pq-said').innerText.includes('Sai điều khoản')")
    assert page.get_attribute("[data-judge=sai-dieu-khoan]", "aria-pressed") == "true"
    page.fill("#pq-feedback-note", "phải là Điều 8")
    page.keyboard.press("Enter")
    page.wait_for_selector(".pq-more-said", state="hidden")
    [(_, one)] = kept()
    assert (one.question, one.verdict.value, one.note) == (ASKED, "sai-dieu-khoan", "phải là Điều 8")


def test_the_last_questions_come_back_with_the_arrow_keys(open_desk):
    page = open_desk()
    for question in ("Ai thắp đèn?", "Ai cấp bấc?"):
        ask(page, question)
    page.fill(QUESTION, "")
    page.focus(QUESTION)
    seen = []
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        seen.append(page.input_value(QUESTION))
    assert seen == ["Ai cấp bấc?", "Ai thắp đèn?", "Ai thắp đèn?", "Ai cấp bấc?", ""]
    page.keyboard.type("Chữ đang gõ")
    page.keyboard.press("ArrowUp")
    assert page.input_value(QUESTION) == "Chữ đang gõ"


def test_what_was_asked_is_kept_in_the_browser_and_erased_on_request(open_desk, stage):
    page = open_desk()
    hostile = "<img src=x onerror=alert(1)> ai thắp?"
    for question in (ASKED, hostile):
        ask(page, question)
    page.reload()
    page.wait_for_selector(".pq-status")
    page.wait_for_function("document.querySelector('.pq-history-count')?.innerText === '2'")
    page.click(".pq-history summary")
    assert page.locator(".pq-history-list .pq-link").all_inner_texts() == [hostile, ASKED]
    page.click(".pq-remove >> nth=0")
    page.click(".pq-history-list .pq-link >> nth=0")
    page.wait_for_selector("[data-answer]")
    assert stage.base.asked[-1][0] == ASKED
    page.click("[data-forget]")
    assert page.inner_text(".pq-history-count") == "0"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('phapquy'))") == []
    assert "Chưa có câu nào" in page.inner_text(".pq-history")


def test_what_is_asked_before_everything_has_loaded_is_answered(browser, served, stage):
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()

    held, free = [], []

    def hold(call):
        if free:
            call.continue_()
        else:
            held.append(call)

    page.route("**/assets/Blocks-*.js", hold)
    page.goto(served, wait_until="commit")
    page.wait_for_selector("#pq-first textarea")
    assert page.locator("#pq-first .pq-example").count() == 5
    page.fill("#pq-first textarea", "Ai thắp đèn sớm?")
    page.press("#pq-first textarea", "Enter")
    free.append(True)
    for call in held:
        call.continue_()
    page.wait_for_selector("[data-answer=answered]")
    assert page.locator("#pq-first").count() == 0
    assert page.input_value(QUESTION) == "Ai thắp đèn sớm?"
    assert stage.base.asked[-1][0] == "Ai thắp đèn sớm?"
    context.close()


def test_the_whole_desk_works_by_keyboard_alone(open_desk, kept):
    page = open_desk()

    def tab_to(name):
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(name) => document.activeElement.matches(name)", name):
                return
        raise AssertionError(f"{name} is not reached")

    page.focus("body")
    page.keyboard.press("/")
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-answer=answered]")
    tab_to("[data-judge=thieu]")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('.pq-feedback .pq-said').innerText.includes('Thiếu')")
    tab_to(".pq-related summary")
    page.keyboard.press("Enter")
    assert page.locator(".pq-related li").first.is_visible()
    assert [one.verdict.value for _, one in kept()] == ["thieu"]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light"), (1440, "dark")])
def test_axe_finds_nothing_in_any_state(open_desk, width, scheme):
    page = open_desk(width=width, scheme=scheme)
    found = [(None, *one) for one in violations(page, "best-practice")]
    for question in (ASKED, "dat ten dom dom", "mơ hồ", "thuế", ""):
        ask(page, question)
        found += [(question, *one) for one in violations(page, "best-practice")]
    page.click(".pq-history summary")
    ask(page, ASKED)
    page.click(".pq-open >> nth=0")
    page.wait_for_selector("dialog[open]")
    page.wait_for_function("document.querySelector('dialog').getAnimations().length === 0")
    found += [("dialog", *one) for one in violations(page, "best-practice")]
    assert found == []


@pytest.mark.parametrize("question", [ASKED, "mơ hồ", "thuế", ""])
def test_every_state_speaks_vietnamese_and_names_its_controls(open_desk, question):
    page = open_desk(locale="en-US")
    ask(page, question)
    unnamed = page.evaluate(
        "[...document.querySelectorAll('button, input, textarea, a[href], summary')].filter((e) => e.getClientRects().length"
        " && !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length)).map((e) => e.outerHTML.slice(0, 90))"
    )
    assert unnamed == []
    assert not [line for line in page.inner_text("body").splitlines() if ENGLISH.search(line)]
    said = page.text_content("#pq-say")
    assert said or question == ""
