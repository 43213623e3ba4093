"""The administrator's page over HTTP: who may, what is taken, what is refused, and what never happens."""

from __future__ import annotations

import socket
import threading
from urllib.parse import quote

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.corpus.library import Library
from tests.app.admin.conftest import FIELDS, KITES, PASSWORD, SLUG

BODY = KITES.encode()


def upload(client, body=BODY, name="diều.txt", **headers):
    return client.post("/quan-tri/tep", content=body, headers={"X-Ten-Tep": quote(name), **headers})


def message(response):
    return response.json()["error"]["message"]


def waiting_id(desk):
    return desk.waiting()[0].id


# -- who may ----------------------------------------------------------------------------------------------


def test_without_a_password_configured_there_is_no_such_page(served):
    import httpx

    for path in ("/quan-tri", "/quan-tri/vao", "/quan-tri/tep"):
        assert httpx.post(served + path, json={}, trust_env=False).status_code == 404
    assert httpx.get(f"{served}/quan-tri", trust_env=False).status_code == 404


def test_before_logging_in_there_is_only_the_form(client):
    page = client.get("/quan-tri")
    assert page.status_code == 200
    assert 'lang="vi"' in page.text
    assert "Mật khẩu quản trị" in page.text
    assert "qt-file" not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "script-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("action", ["tep", "xem", "luu", "bo", "go", "ra"])
def test_nothing_is_done_for_who_is_not_logged_in(client, desk, action):
    response = client.post(f"/quan-tri/{action}", json={"id": "x", "slug": SLUG})
    assert response.status_code == (200 if action == "ra" else 401)
    assert client.get("/quan-tri/kho").status_code == 401
    assert desk.added() == ()


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(inside):
    response = inside.post("/quan-tri/vao", json={"password": PASSWORD})
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/quan-tri" in cookie
    assert "qt-file" in inside.get("/quan-tri").text


def test_after_logging_out_the_cookie_is_worth_nothing(inside):
    token = dict(inside.cookies)
    inside.post("/quan-tri/ra", json={})
    assert (
        inside.get("/quan-tri/kho", headers={"Cookie": "; ".join(f"{k}={v}" for k, v in token.items())}).status_code
        == 401
    )


@pytest.mark.parametrize(
    "headers",
    [{"X-Phapquy": ""}, {"Origin": "https://noi-khac.vn"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_a_request_from_another_sites_page_is_refused(inside, desk, headers):
    assert inside.post("/quan-tri/go", json={"slug": SLUG}, headers=headers).status_code == 403
    assert upload(inside, **headers).status_code == 403
    assert desk.waiting() == ()


def test_wrong_passwords_are_told_and_then_made_to_wait(office):
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from phapquy.app.admin.password import Password
    from phapquy.app.admin.routes import make_admin_router

    app = FastAPI()
    app.include_router(make_admin_router(office, Password.of(PASSWORD)))
    with TestClient(app, headers={"X-Phapquy": "1"}) as tester:
        for _ in range(5):
            wrong = tester.post("/quan-tri/vao", json={"password": "sai bét nhè"})
            assert (wrong.status_code, message(wrong)) == (401, "Mật khẩu không đúng.")
        held = tester.post("/quan-tri/vao", json={"password": PASSWORD})
        assert held.status_code == 429
        assert "Hãy đợi" in message(held)


@pytest.mark.parametrize("body", [b"", b"[]", b"[" * 5000, b'{"password": 5}', b"\xff"])
def test_a_malformed_log_in_is_refused_in_vietnamese(client, body):
    response = client.post("/quan-tri/vao", content=body)
    assert response.status_code in (400, 401)
    client.post("/quan-tri/vao", json={"password": PASSWORD})


# -- add --------------------------------------------------------------------------------------------------


def test_a_file_is_examined_shown_confirmed_and_stored(inside, desk):
    shown = upload(inside).json()["html"]
    assert "diều.txt" in shown and "2 điều, 2 khoản" in shown
    assert "Chưa biết số hiệu" in shown
    assert desk.added() == ()
    again = inside.post("/quan-tri/xem", json={"id": waiting_id(desk), **FIELDS}).json()["html"]
    assert SLUG in again and "Chưa lưu được" not in again
    assert desk.added() == ()
    stored = inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **FIELDS}).json()
    assert SLUG in stored["said"]
    assert Library(desk.settings).text(SLUG) == KITES
    assert desk.asked == [1]
    assert desk.waiting() == ()
    assert SLUG in inside.get("/quan-tri/kho").json()["html"]


def test_what_a_file_contains_is_shown_as_text_and_never_as_markup(inside, desk):
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    shown = upload(inside, f"Điều 1. {evil}\nGió.\n".encode(), name=f"{evil}.txt").json()["html"]
    assert "<script" not in shown and "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_a_missing_fact_or_a_wrong_day_is_told_and_nothing_stored(inside, desk):
    upload(inside)
    one = waiting_id(desk)
    assert "Chưa biết" in message(inside.post("/quan-tri/luu", json={"id": one, "number": "5/2091/NĐ-DIEU"}))
    assert "ngày" in message(inside.post("/quan-tri/luu", json={"id": one, **FIELDS, "signed": "hôm qua"}))
    assert "https" in message(inside.post("/quan-tri/luu", json={"id": one, **FIELDS, "url": "javascript:alert(1)"}))
    assert "dạng" in message(inside.post("/quan-tri/luu", json={"id": one, **FIELDS, "title": ["x"]}))
    assert desk.added() == ()
    assert desk.asked == []


def test_the_same_document_twice_is_refused_the_second_time(inside, desk):
    upload(inside)
    inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **FIELDS})
    shown = upload(inside, KITES.replace("gò phía tây", "gò phía đông").encode()).json()["html"]
    assert shown
    fields = {**FIELDS, "number": "05/2091/ND-DIEU"}
    refused = inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **fields})
    assert refused.status_code == 400
    assert "Cùng số hiệu" in message(refused)
    assert len(desk.added()) == 1


def test_two_uploads_of_one_document_at_once_store_it_once(inside, desk):
    upload(inside)
    upload(inside)
    ids = [one.id for one in desk.waiting()]
    assert len(ids) == 2
    results = []

    def store(one):
        results.append(inside.post("/quan-tri/luu", json={"id": one, **FIELDS}).status_code)

    threads = [threading.Thread(target=store, args=(one,)) for one in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [200, 400]
    assert len(desk.added()) == 1


def test_a_file_put_away_is_forgotten(inside, desk):
    upload(inside)
    one = waiting_id(desk)
    inside.post("/quan-tri/bo", json={"id": one})
    assert "không còn chờ" in message(inside.post("/quan-tri/luu", json={"id": one, **FIELDS}))


def test_no_more_than_a_few_files_wait(inside, desk):
    for _ in range(7):
        assert upload(inside).status_code == 200
    assert len(desk.waiting()) == 5


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("chay.exe", b"MZ", "chỉ nhận tệp"),
        ("khong-duoi", b"x", "chỉ nhận tệp"),
        ("", b"x", "Chưa chọn tệp"),
        ("rong.txt", b"", "rỗng"),
        ("gia.pdf", b"%PDF-1.4\n" + b"\0" * 300, "PDF"),
        ("ma-hoa.docx", b"PK\x03\x04" + b"\0" * 300, ""),
    ],
)
def test_a_bad_file_is_refused_in_vietnamese_and_changes_nothing(inside, desk, name, body, said):
    response = upload(inside, body, name)
    assert response.status_code == 400
    assert said in message(response)
    assert "/tmp" not in message(response) and "tai-len" not in message(response)
    assert desk.waiting() == () and desk.added() == ()


def test_a_file_that_is_too_large_is_refused_however_it_is_announced(inside, desk):
    assert upload(inside, b"x" * 1_000_001).status_code == 413

    def pieces():
        for _ in range(30):
            yield b"x" * 100_000

    assert upload(inside, pieces()).status_code == 413
    assert desk.waiting() == ()


def test_a_name_that_climbs_writes_nothing_outside(inside, desk):
    shown = upload(inside, name="../../../../etc/ten.txt").json()["html"]
    assert "ten.txt" in shown and "etc" not in shown
    fields = {**FIELDS, "number": "../../../x"}
    inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **fields})
    assert [entry.file for entry in desk.added()] == ["nd-x.txt"]
    assert (desk.settings.texts_dir / "nd-x.txt").is_file()


def test_a_connection_that_breaks_off_stores_nothing(inside, desk, office):
    cookie = "; ".join(f"{name}={value}" for name, value in inside.cookies.items())
    with socket.create_connection(("127.0.0.1", office.settings.port)) as line:
        head = f"POST /quan-tri/tep HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nX-Phapquy: 1\r\nX-Ten-Tep: a.txt\r\n"
        line.sendall(f"{head}Content-Length: 9000\r\n\r\nĐiều 1".encode())
    assert upload(inside).status_code == 200
    assert len(desk.waiting()) == 1


def test_a_full_disk_is_told(inside, desk, monkeypatch):
    from phapquy.app.admin import routes

    def refuse(*_args, **_more):
        raise OSError(28, "No space left on device")

    upload(inside)
    monkeypatch.setattr("phapquy.corpus.aside.os.fsync", refuse)
    response = inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **FIELDS})
    assert (response.status_code, "đĩa đã đầy" in message(response)) == (400, True)
    monkeypatch.setattr(routes.Path, "open", refuse)
    response = upload(inside)
    assert (response.status_code, "đĩa đã đầy" in message(response)) == (400, True)
    monkeypatch.undo()
    assert desk.added() == () and desk.asked == []


def test_what_nobody_foresaw_is_told_without_its_content(inside, desk, monkeypatch, caplog):
    def break_down(*_args, **_more):
        raise RuntimeError("bí mật trong tệp")

    monkeypatch.setattr("phapquy.app.admin.desk.examine_file", break_down)
    response = upload(inside)
    assert response.status_code == 500
    assert "bí mật" not in response.text + caplog.text


# -- remove -----------------------------------------------------------------------------------------------


def test_an_added_document_is_removed_and_a_shipped_one_is_not(inside, desk):
    upload(inside)
    inside.post("/quan-tri/luu", json={"id": waiting_id(desk), **FIELDS})
    assert "danh mục chung" in message(inside.post("/quan-tri/go", json={"slug": "luat-7-2090-qhdd"}))
    assert "không có văn bản" in message(inside.post("/quan-tri/go", json={"slug": "../../x"}))
    assert "Đã gỡ" in inside.post("/quan-tri/go", json={"slug": SLUG}).json()["said"]
    assert desk.added() == ()
    assert desk.asked == [1, 1]


def test_the_state_says_how_far_the_index_is(inside, desk):
    desk.now = IndexStatus(busy=True, share=0.42)
    state = inside.get("/quan-tri/kho").json()
    assert state["busy"] and "42 %" in state["html"]
    desk.now = IndexStatus(failed="hết chỗ")
    assert "hết chỗ" in inside.get("/quan-tri/kho").json()["html"]


def test_an_unknown_action_is_refused(inside):
    assert inside.post("/quan-tri/xoa-het", json={}).status_code == 404
    assert inside.get("/quan-tri/luu").status_code in (404, 405)
