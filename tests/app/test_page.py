import logging
from dataclasses import replace
from datetime import date

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.app.page import BUSY_SECONDS, IDLE_SECONDS, Page
from phapquy.errors import LanguageModelError
from tests.app.fireflies import SLUG, FakeBase

TODAY = date(2030, 3, 1)


@pytest.fixture
def base():
    return FakeBase()


@pytest.fixture
def page(base):
    return Page(lambda: base, IndexStatus, 2000, lambda: TODAY)


def test_a_question_is_asked_by_the_law_of_the_typed_day(page, base):
    assert "Hội đồng Đom đóm cấp xã" in page.ask("Ai đặt tên?", "2030-02-01")
    assert base.asked == [("Ai đặt tên?", date(2030, 2, 1))]


def test_no_day_means_today(page, base):
    page.ask("Ai đặt tên?", "")
    assert base.asked[0][1] == TODAY


@pytest.mark.parametrize(
    ("question", "day", "message"),
    [
        ("", "", "chưa nhập câu hỏi"),
        ("a" * 100_000, "", "dài quá 2000 ký tự"),
        ("Ai?", "32/01/2030", "không hợp lệ"),
        ("chỉ mục hỏng", "", "Hãy chạy: phapquy build"),
        (None, None, "chưa nhập câu hỏi"),
    ],
)
def test_what_goes_wrong_is_said_in_the_card(page, question, day, message):
    html = page.ask(question, day)
    assert message in html
    assert 'data-answer="error"' in html


def test_an_unexpected_error_is_logged_without_the_question(page, caplog):
    with caplog.at_level(logging.DEBUG):
        html = page.ask("ông Nguyễn Văn Nổ ở số 5", "")
    assert "Có lỗi ngoài dự kiến" in html
    assert "RuntimeError" in caplog.text
    assert "fireflies.py" in caplog.text
    assert "Nguyễn Văn Nổ" not in caplog.text
    assert "Nguyễn Văn Nổ" not in html


def test_an_article_is_opened_on_the_day_of_its_answer(page, base):
    html = page.article({"id": f"{SLUG}/7/1/b", "as_of": "2030-02-01"})
    assert "<mark>b) Đặt tên" in html
    assert base.opened == [(f"{SLUG}/7/1/b", date(2030, 2, 1))]


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"id": 7}, {"id": "../../etc/passwd"}, {"id": "a/" * 500}, {"id": "<script>"}, {"id": "x/1/2/3/4"}],
)
def test_a_broken_request_for_an_article_is_refused_without_reaching_the_base(page, base, data):
    assert "Không mở được điều khoản này" in page.article(data)
    assert base.opened == []


def test_an_article_that_does_not_exist_says_so(page):
    assert "Không có điều khoản này" in page.article({"id": f"{SLUG}/99"})


def test_each_request_takes_one_base_even_when_it_is_swapped_meanwhile():
    first, second = FakeBase(snapshot_id="cũ"), FakeBase(snapshot_id="mới")
    taken = []

    def provider():
        taken.append(1)
        return first if len(taken) == 1 else second

    page = Page(provider, IndexStatus, 2000, lambda: TODAY)
    page.ask("Ai đặt tên?", "")
    assert (len(taken), len(first.asked), len(second.asked)) == (1, 1, 0)


def test_the_state_is_asked_for_often_only_while_something_is_built(base):
    busy = Page(lambda: base, lambda: IndexStatus(busy=True, share=0.5), 2000)
    idle = Page(lambda: base, IndexStatus, 2000)
    assert (busy.status()[1], idle.status()[1]) == (BUSY_SECONDS, IDLE_SECONDS)
    assert "50 %" in busy.status()[0]


def test_a_reworded_answer_comes_after_the_composed_one(page, base, monkeypatch):
    monkeypatch.setattr(base, "phrase", lambda answer: replace(answer, phrased_by="kịch bản"), raising=False)
    html = page.reworded("Ai đặt tên?", "")
    assert "Diễn đạt lại bằng mô hình kịch bản" in html
    assert base.asked == [("Ai đặt tên?", TODAY)]


def test_what_is_not_reworded_stays_on_the_screen_as_it_is(page, base, monkeypatch):
    monkeypatch.setattr(base, "phrase", lambda answer: answer, raising=False)
    assert page.reworded("Ai đặt tên?", "") == ""
    assert page.reworded("", "") == ""


def test_a_language_model_that_cannot_be_used_is_told_under_the_answer(page, base, monkeypatch):
    def broken(_answer):
        raise LanguageModelError("Chưa cài thư viện cho mô hình.")

    monkeypatch.setattr(base, "phrase", broken, raising=False)
    html = page.reworded("Ai đặt tên?", "")
    assert "Chưa cài thư viện" in html
    assert "Hội đồng Đom đóm cấp xã" in html
