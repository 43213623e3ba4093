import json

import httpx
import pytest

from phapquy.app.contract import IndexStatus


@pytest.fixture
def client(served):
    with httpx.Client(base_url=served, timeout=10) as client:
        yield client


def test_asking_by_address_gives_the_contract(client, stage):
    body = client.get("/api/ask", params={"q": "Ai đặt tên?", "as_of": "2030-02-01"}).json()
    assert (body["outcome"], body["level"], body["as_of"]) == ("answered", "xa", "2030-02-01")
    assert body == stage.base.ask("Ai đặt tên?", __import__("datetime").date(2030, 2, 1)).to_json()


def test_asking_by_body_gives_the_same(client):
    by_body = client.post("/api/ask", json={"q": "Ai đặt tên?", "as_of": "01/02/2030"}).json()
    assert by_body == client.get("/api/ask", params={"q": "Ai đặt tên?", "as_of": "2030-02-01"}).json()


@pytest.mark.parametrize(
    ("params", "status", "message"),
    [
        ({}, 400, "chưa nhập câu hỏi"),
        ({"q": "a" * 3000}, 400, "dài quá 2000"),
        ({"q": "Ai?", "as_of": "mai"}, 400, "không hợp lệ"),
        ({"q": "chỉ mục hỏng"}, 503, "phapquy build"),
        ({"q": "nổ"}, 500, "Có lỗi ngoài dự kiến"),
    ],
)
def test_errors_are_json_in_vietnamese(client, params, status, message):
    answer = client.get("/api/ask", params=params)
    assert answer.status_code == status
    assert message in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b'{"q": 7}', b'{"q": "x", "y": 1}', b'{"q": "x", "as_of": 7}']
)
def test_a_malformed_body_is_refused_without_being_repeated(client, content):
    answer = client.post("/api/ask", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert "Yêu cầu không đúng" in answer.json()["error"]["message"]


def test_a_body_beyond_the_bound_is_refused(client):
    answer = client.post(
        "/api/ask", content=json.dumps({"q": "a" * 2_000_000}), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 413
    assert "quá lớn" in answer.json()["error"]["message"]


def test_a_body_beyond_the_bound_is_refused_when_it_does_not_say_its_length(client):
    chunks = (b"a" * 100_000 for _ in range(20))
    answer = client.post("/api/ask", content=chunks, headers={"content-type": "application/json"})
    assert answer.status_code == 413


def test_health_names_the_snapshot_and_whether_it_is_building(client, stage):
    stage.status = IndexStatus(busy=True, share=0.5)
    body = client.get("/healthz").json()
    assert (body["snapshot"], body["documents"], body["busy"], body["share"]) == ("bản-thử", 4, True, 0.5)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "/api/ask", 405),
        ("GET", "/api/nothing", 404),
        ("GET", "/docs", 404),
        ("GET", "/openapi.json", 404),
        ("POST", "/gradio_api/upload", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("GET", "/gradio_api/info", 404),
        ("GET", "/proxy=https://example.org", 404),
        ("GET", "/monitoring", 404),
        ("GET", "/giao-dien/../server.py", 404),
        ("GET", "/giao-dien/%2e%2e/server.py", 404),
    ],
)
def test_what_the_page_does_not_need_is_not_served(client, method, path, status):
    assert client.request(method, path).status_code == status


def test_the_page_is_vietnamese_and_carries_its_headers(client):
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert '<html\n\tlang="vi"' in page.text
    assert "<title>phapquy – " in page.text
    assert "googleapis" not in page.text
    assert "og:" not in page.text
    policy = page.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'self'" in policy
    assert "http" not in policy
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert page.text.count(f'nonce="{nonce}"') == page.text.count("<script")
    for name, value in {
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
    }.items():
        assert page.headers[name] == value


def test_every_page_has_another_nonce(client):
    policies = {client.get("/").headers["content-security-policy"] for _ in range(2)}
    assert len(policies) == 2


def test_analytics_are_off_and_the_page_offers_no_api_of_gradio(client):
    page = client.get("/").text
    assert '"analytics_enabled":false' in page
    assert '"footer_links":[]' in page


def test_fonts_styles_and_icon_are_local(client):
    for path in ("/giao-dien/phapquy.css", "/giao-dien/fonts.css", "/giao-dien/phapquy.js", "/favicon.ico"):
        assert client.get(path).status_code == 200, path
    css = client.get("/giao-dien/fonts.css").text
    fonts = [part.split('"')[0] for part in css.split('url("')[1:]]
    assert len(fonts) == 10
    for font in fonts:
        answer = client.get(f"/giao-dien/{font}")
        assert answer.content[:4] == b"wOF2"
    assert "http" not in css
