from io import BytesIO

import httpx
import pytest
from pypdf import PdfReader

from phapquy.app.feedback import FeedbackStore
from tests.app.fireflies import SLUG

QUESTION = {"q": "Ai đặt tên cho đom đóm?", "as_of": "2030-02-01"}


@pytest.fixture
def client(served):
    with httpx.Client(base_url=served, timeout=20) as client:
        yield client


@pytest.fixture
def kept(settings):
    store = FeedbackStore(settings.feedback_path, 5)
    store.clear()
    return store.all


@pytest.mark.parametrize(("kind", "head"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_sheet_comes_as_a_file_of_the_asked_kind(client, kind, head):
    made = client.post(f"/api/phieu/{kind}", json=QUESTION)
    assert made.status_code == 200
    assert made.content.startswith(head)
    assert made.headers["content-disposition"].startswith('attachment; filename="phieu-tra-loi-')
    assert made.headers["cache-control"] == "no-store"


def test_a_sheet_is_made_by_the_law_of_its_day(client):
    text = PdfReader(BytesIO(client.post("/api/phieu/pdf", json=QUESTION).content)).pages[0].extract_text()
    assert "01/02/2030" in text


def test_a_judgement_is_of_what_the_assistant_says_not_of_what_is_sent(client, kept):
    token = client.post("/api/gop-y", json={**QUESTION, "verdict": "thieu"}).json()["token"]
    [(_, one)] = kept()
    assert (one.question, one.as_of.isoformat(), one.cited) == (QUESTION["q"], "2030-02-01", (f"{SLUG}/7/1/b",))
    again = client.post("/api/gop-y", json={**QUESTION, "verdict": "dung", "token": token, "note": "ông Lê Đèn"})
    assert again.json()["token"] == token
    [(_, one)] = kept()
    assert (one.verdict.value, one.note) == ("dung", "ông [tên]")


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ({"q": "", "verdict": "dung"}, 400, "chưa nhập câu hỏi"),
        ({"q": "Ai?", "verdict": "hay"}, 400, "Góp ý không đúng"),
        ({"q": "Ai?", "verdict": "dung", "note": "a" * 501}, 400, "dài quá 500"),
        ({"q": "Ai?", "verdict": "dung", "as_of": "mai"}, 400, "không hợp lệ"),
        ({"q": "Ai?"}, 400, "Yêu cầu không đúng"),
        ({"q": "hỏng", "verdict": "dung"}, 503, "phapquy build"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_vietnamese_and_not_kept(client, kept, body, status, message):
    answer = client.post("/api/gop-y", json=body)
    assert answer.status_code == status
    assert message in answer.json()["error"]["message"]
    assert kept() == ()


@pytest.mark.parametrize("path", ["/api/gop-y", "/api/phieu/pdf"])
def test_another_site_cannot_post_through_the_browser(client, kept, path):
    body = {**QUESTION, "verdict": "dung"} if path == "/api/gop-y" else QUESTION
    answer = client.post(path, json=body, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert kept() == ()


def test_switched_off_nothing_is_offered_and_nothing_is_kept(tmp_path):
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from phapquy.app.desk import AnswerDesk, make_desk
    from phapquy.app.page import Page
    from tests.app.fireflies import FakeBase

    app = FastAPI()
    app.include_router(make_desk(AnswerDesk(FakeBase, 2000, None)))
    assert TestClient(app).post("/api/gop-y", json={**QUESTION, "verdict": "dung"}).status_code == 403
    page = Page(FakeBase, lambda: None, 2000, judged=False)
    assert "data-judge" not in page.ask("Ai đặt tên?", "")
