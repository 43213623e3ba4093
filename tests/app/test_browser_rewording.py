"""The page with a language model: the composed answer at once, the reworded one when it is there."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.app.server import create_app
from tests.app import conftest
from tests.app.browsing import ask
from tests.app.fireflies import FakeBase

pytestmark = pytest.mark.browser

MADE = "Diễn đạt lại bằng mô hình kịch bản"


class Rewording(FakeBase):
    def phrase(self, answer):
        time.sleep(1.0)
        statement = replace(answer.statements[0], text=f"Lời mới cho: {answer.question}")
        return replace(answer, statements=(statement,), phrased_by="kịch bản")


@pytest.fixture(scope="module")
def settings(settings):
    return settings.model_copy(update={"language_model": "ollama:kich-ban", "port": conftest.free_port()})


@pytest.fixture(scope="module")
def application(settings):
    base = Rewording()
    return create_app(settings, lambda: base, IndexStatus)


@pytest.fixture(scope="module")
def served(application, settings):
    yield from conftest.served.__wrapped__(application, settings)


def test_the_composed_answer_is_shown_first_and_the_reworded_one_follows(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    assert MADE not in page.inner_text(".pq-card")
    page.wait_for_function(f"document.querySelector('.pq-card').innerText.includes('{MADE}')")
    assert "Lời mới cho: Ai đặt tên cho đom đóm?" in page.inner_text(".pq-card")


def test_a_late_rewording_never_takes_the_place_of_a_newer_answer(open_desk):
    page = open_desk()
    ask(page, "Ai đặt tên cho đom đóm?")
    ask(page, "Ai thắp đèn?")
    page.wait_for_function("document.querySelector('.pq-card').innerText.includes('Lời mới')")
    for _ in range(8):
        assert "Lời mới cho: Ai đặt tên" not in page.inner_text(".pq-card")
        time.sleep(0.25)
    assert "Lời mới cho: Ai thắp đèn?" in page.inner_text(".pq-card")
