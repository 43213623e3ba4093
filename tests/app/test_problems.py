"""Wrong addresses and broken requests: a page for a browser, JSON for a program, both in Vietnamese."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest

from phapquy.app import strings
from phapquy.app.guard import MAX_BODY, Guard
from phapquy.app.problems import words_of

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
WRONG = ("/khong-co", "/tim", "/assets/khong-co.js", "/giao-dien/khong-co.css", "/van-ban-cu/1", "/quan-tri")


@pytest.fixture
def client(served):
    with httpx.Client(base_url=served, timeout=20, trust_env=False) as client:
        yield client


@pytest.mark.parametrize("path", WRONG)
def test_a_browser_gets_a_page_with_ways_on(client, path):
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 404
    assert '<html lang="vi">' in answer.text
    assert "<h1>Không có trang này</h1>" in answer.text
    links = re.findall(r'href="(/[a-z-]*)"', answer.text)
    assert {"/", "/van-ban", "/tham-quyen", "/chong-cheo", "/don-vi", "/kho"} <= set(links)
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_the_administrators_page_says_how_it_is_switched_on(client):
    assert "phapquy password" in client.get("/quan-tri", headers=BROWSER).text


@pytest.mark.parametrize("path", [*WRONG, "/api/khong-co", "/gradio_api/queue/khong-co", "/healthz/x"])
def test_a_program_gets_json_in_vietnamese(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert re.search(r"[ạảấầậắặếệọốộớợủứựđ]", answer.json()["error"]["message"])


def test_a_program_that_names_html_too_still_gets_json_from_the_interface(client):
    assert client.get("/api/khong-co", headers=BROWSER).headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", ["/", "/van-ban", "/kho", "/don-vi/dam-sen"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_that_is_only_read_says_so(client, path, method):
    answer = client.request(method, path, headers=BROWSER)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert "<h1>Không gửi được theo cách này</h1>" in answer.text


@pytest.mark.parametrize("path", ["/kho", "/don-vi"])
def test_the_head_of_a_page_can_be_asked_for(client, path):
    answer = client.head(path)
    assert (answer.status_code, answer.text) == (200, "")


def test_what_is_too_large_is_refused_in_the_form_asked_for(client):
    body = b"x" * (MAX_BODY + 1)
    page = client.post("/api/ask", content=body, headers=BROWSER)
    assert (page.status_code, page.json()["error"]["message"]) == (413, strings.TOO_LARGE)
    page = client.post("/", content=body, headers=BROWSER)
    assert page.status_code == 413
    assert "<h1>Nội dung gửi lên quá lớn</h1>" in page.text


def test_what_nobody_foresaw_is_a_page_for_a_browser_and_names_nothing_of_the_inside():
    async def broken(scope, receive, send):
        raise RuntimeError("bí mật trong bụng")

    async def get(accept):
        transport = httpx.ASGITransport(Guard(broken))
        async with httpx.AsyncClient(transport=transport, base_url="http://may") as client:
            return await client.get("/van-ban", headers={"accept": accept})

    page, told = (asyncio.run(get(accept)) for accept in ("text/html", "application/json"))
    assert (page.status_code, told.status_code) == (500, 500)
    assert "<h1>Có lỗi ngoài dự kiến</h1>" in page.text
    assert told.json() == {"error": {"message": strings.UNEXPECTED}}
    assert "bí mật" not in page.text + told.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/van-ban/nghi-dinh-118", "nghi dinh 118"),
        ("/don-vi/lam-dong/", "lam dong"),
        ("/van-ban/luat-72-2025-qh15/999", "luat 72 2025 qh15"),
        ("/van-ban", ""),
        ("/cu/nghi-dinh-118", "nghi dinh 118"),
        ("/", ""),
        ("/" + "a" * 500, "a" * 60),
    ],
)
def test_the_end_of_a_wrong_address_is_offered_for_searching(path, words):
    assert words_of(path) == words


def test_markup_in_a_wrong_address_is_only_text(client):
    answer = client.get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E%22onfocus%3D", headers=BROWSER)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert 'value="script&gt;&#34;onfocus="' in answer.text
