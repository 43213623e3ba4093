import csv
import io
import re

import openpyxl
import pytest

from phapquy.corpus.originals import forget_original, keep_original
from phapquy.corpus.readers import PageSpan, ReadResult
from tests.app.fireflies import FakeBase
from tests.ponds import LATER, PONDS, TEXTS

PDF = b"%PDF-1.4 ao"

PATHS = ("/van-ban", f"/van-ban/{PONDS}", "/kho", "/tham-quyen", "/chong-cheo", "/don-vi", "/don-vi/dam-sen")


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_vietnamese_html_with_a_title_and_a_policy_without_inline_script(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="vi">' in answer.text
    assert re.search(r"<title>.+ – phapquy</title>", answer.text)
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert not re.search(
        r"<script(?![^>]*\bsrc=)|<style| style=| on[a-z]+=\"", answer.text.replace("onerror=&#34;", "")
    )


@pytest.mark.parametrize("path", PATHS)
def test_an_address_with_nonsense_is_answered_on_a_page_in_vietnamese(client, path):
    answer = client.get(path, params={"ngay": "hôm kia", "trang": "-9", "tim": "<script>"})
    assert answer.status_code in (200, 400)
    assert "<script>" not in answer.text
    if answer.status_code == 400:
        assert "không hợp lệ" in answer.text
        assert f'href="{path}">Mở theo luật hôm nay' in answer.text


def test_what_is_no_word_finds_no_clause_and_a_word_finds_some(client):
    assert "Điều khoản gần nhất" in client.get("/van-ban", params={"tim": "ao", "ngay": "15/06/2091"}).text
    nothing = client.get("/van-ban", params={"tim": "zzzqqq", "ngay": "15/06/2091"}).text
    assert "Điều khoản gần nhất" not in nothing
    assert "Không có văn bản nào khớp" in nothing


@pytest.mark.parametrize("path", [path for path in PATHS if path != "/van-ban"])
def test_a_feature_that_is_not_installed_is_said_kindly(client, stage, path):
    stage.base = FakeBase()
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Chưa có dữ liệu cho trang này" in answer.text


def test_what_breaks_is_said_without_its_reason(client, stage, monkeypatch):
    monkeypatch.setattr(type(stage.base), "matrix", lambda self, filters: 1 / 0)
    answer = client.get("/tham-quyen")
    assert answer.status_code == 500
    assert "Có lỗi ngoài dự kiến" in answer.text
    assert "division" not in answer.text


def test_the_list_is_filtered_by_type_state_and_name(client):
    def listed(**params):
        return re.findall(r'<h3><a href="/van-ban/([^"?#]+)(?:\?[^"]*)?">', client.get("/van-ban", params=params).text)

    assert len(listed()) == 3
    assert listed(loai="Luật") == [PONDS]
    assert listed(**{"tinh-trang": "chua", "ngay": "15/06/2091"}) == [LATER]
    assert listed(tim="ao lang luat")[0] == PONDS


def test_words_typed_into_the_list_find_clauses_too(client):
    page = client.get("/van-ban", params={"tim": "dat ten cho ao", "ngay": "15/06/2091"}).text
    assert f"/van-ban/{PONDS}?ngay=15%2F06%2F2091#d2-k1-b" in page


def test_law_text_that_looks_like_markup_stays_text(client):
    page = client.get(f"/van-ban/{PONDS}").text
    assert "<script>window" not in page
    assert "&lt;script&gt;window.hacked = 1&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "&lt;b&gt;tỉnh&lt;/b&gt;" in page
    assert page.count("<!-- text -->") == 0
    assert page.rstrip().endswith("</html>")


def test_a_lasting_address_leads_to_the_place_of_the_clause(client):
    answer = client.get(f"/van-ban/{PONDS}/2/1/đ")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/van-ban/{PONDS}#d2-k1-dd"
    dated = client.get(f"/van-ban/{PONDS}/2/2a", params={"ngay": "2091-06-15"})
    assert dated.headers["location"] == f"/van-ban/{PONDS}?ngay=15%2F06%2F2091#d2-k2a"


@pytest.mark.parametrize("place", ["99", "2/99", "2/1/b/9", "..%2f..%2fetc", "%00", "a" * 300])
def test_an_address_of_no_clause_says_what_there_is(client, place):
    answer = client.get(f"/van-ban/{PONDS}/{place}")
    assert answer.status_code == 404
    assert "Chưa mở được trang này" in answer.text


def test_an_unknown_document_is_refused_on_a_page(client):
    answer = client.get("/van-ban/luat-khong-co")
    assert answer.status_code == 404
    assert "Kho không có văn bản" in answer.text


def test_the_day_changes_the_words(client):
    old = client.get(f"/van-ban/{PONDS}", params={"ngay": "30/04/2091"}).text
    new = client.get(f"/van-ban/{PONDS}", params={"ngay": "15/06/2091"}).text
    place = re.compile(r'id="d2-k2".*?<p>(.*?) <a class="d-mark"', re.DOTALL)
    assert place.search(old)[1].startswith("2. Quyết định mùa tát ao.")
    assert place.search(new)[1].startswith("2. Quyết định mùa tát ao và mùa gặt sen.")
    assert "Lời văn trước đó" in new
    assert "Hết hiệu lực theo" in new


def test_a_page_sent_from_what_was_kept_is_the_same(client):
    address = f"/van-ban/{PONDS}?ngay=16/06/2091"
    assert client.get(address).text == client.get(address).text


def test_search_inside_works_without_script(client):
    page = client.get(f"/van-ban/{PONDS}", params={"tim": "dat ten"}).text
    assert "1 điều khoản có “dat ten”" in page
    assert 'id="d2-k1-b"' in page
    assert 'id="d2-k1-d"' not in page


def test_a_card_is_json_of_the_day(client):
    card = client.get(f"/xem-nhanh/{PONDS}/2/2", params={"ngay": "15/06/2091"}).json()
    assert card["label"] == "Khoản 2 Điều 2 Luật Ao làng số 1/2090/QHDD"
    assert card["text"].endswith("mùa gặt sen.")
    assert card["in_force"] is True
    assert client.get(f"/xem-nhanh/{PONDS}/77").status_code == 404


def test_the_store_tells_what_is_missing(client):
    page = client.get("/kho").text
    assert "9/2091/NĐ-DD" in page
    assert f'href="/van-ban/{PONDS}#d3-k1"' in page
    assert "01/01/2092" in page


def test_the_matrix_puts_organs_of_one_task_side_by_side(client):
    page = client.get("/tham-quyen").text
    assert "3 việc, 4 thẩm quyền" in page
    row = re.search(r"<tr><th[^>]*>(?:(?!</tr>).)*mùa tát ao.*?</tr>", page)[0]
    assert row.count('class="s-cell"') == 2
    assert "&lt;b&gt;sao&lt;/b&gt;" in page


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"tim": "mua tat"}, "1 việc, 2 thẩm quyền"),
        ({"cap": "tinh"}, "1 việc, 1 thẩm quyền"),
        ({"linh-vuc": "khoa-hoc"}, "1 việc, 1 thẩm quyền"),
        ({"vai-tro": "cấp"}, "1 việc, 1 thẩm quyền"),
        ({"co-quan": "HĐND cấp xã"}, "2 việc, 2 thẩm quyền"),
        ({"van-ban": PONDS, "cap": "tinh"}, "1 việc, 1 thẩm quyền"),
        ({"tim": "không có"}, "0 việc, 0 thẩm quyền"),
    ],
)
def test_the_matrix_is_filtered(client, params, found):
    assert found in client.get("/tham-quyen", params=params).text


def test_the_page_names_fields_and_other_organs_in_words(client):
    page = client.get("/tham-quyen").text
    assert "Khoa học, công nghệ, chuyển đổi số (1)" in page
    assert "khoa-hoc</span>" not in page
    assert '<span class="s-kind">Hội Đom đóm</span>' in page


def test_columns_in_which_nothing_stands_are_left_out(client):
    titles = re.findall(r'<th scope="col">([^<]+)</th>', client.get("/tham-quyen", params={"cap": "tinh"}).text)
    assert titles == ["Việc", "Ủy ban nhân dân cấp tỉnh"]


def test_the_day_is_kept_in_the_form_and_in_the_links_to_clauses(client):
    page = client.get("/tham-quyen", params={"ngay": "15/06/2091"}).text
    assert 'name="ngay" value="15/06/2091"' in page
    assert f'href="/van-ban/{PONDS}?ngay=15%2F06%2F2091#d2-k2"' in page


@pytest.mark.parametrize(
    ("path", "params", "named"),
    [
        ("/tham-quyen", {"linh-vuc": "cá"}, "dat-dai (Đất đai)"),
        ("/tham-quyen", {"cap": "làng"}, "xa (cấp xã)"),
        ("/tham-quyen", {"vai-tro": "bay"}, "phê duyệt"),
        ("/tham-quyen", {"co-quan": "Hội Cóc"}, "Không có cơ quan “Hội Cóc”"),
        ("/tham-quyen", {"van-ban": "luat-coc"}, "Không có văn bản “luat-coc”"),
        ("/tham-quyen/xuat.doc", {}, "csv, xlsx, json, html"),
        ("/chong-cheo", {"nhan-dinh": "lạ"}, "quy định lặp"),
        ("/chong-cheo", {"linh-vuc": "cá"}, "dat-dai (Đất đai)"),
        ("/chong-cheo/xuat.doc", {}, "html, xlsx, csv"),
    ],
)
def test_what_an_address_names_wrongly_is_answered_with_what_there_is(client, path, params, named):
    answer = client.get(path, params=params)
    assert answer.status_code == 404
    assert named in answer.text


def test_a_day_that_is_none_is_a_bad_request_that_names_it(client):
    answer = client.get("/tham-quyen", params={"ngay": "31/02/2090"})
    assert answer.status_code == 400
    assert "31/02/2090" in answer.text


def test_an_export_has_a_line_for_each_power_and_no_formula(client):
    body = client.get("/tham-quyen/xuat.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    assert len(rows) == 4
    assert rows[3]["Nhiệm vụ"].startswith("'=")
    facts = client.get("/tham-quyen/xuat.json", params={"cap": "tinh"}).json()
    assert [one["basis"] for one in facts["powers"]] == [f"{PONDS}/3/1"]
    assert "<b>sao" not in client.get("/tham-quyen/xuat.html").text


def test_the_workbook_of_the_page_holds_what_the_page_shows(client):
    body = client.get("/tham-quyen/xuat.xlsx", params={"tim": "mua tat"}).content
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book["Thẩm quyền"].max_row == 3
    assert dict(book["Thông tin"].iter_rows(min_row=2, values_only=True))["Lọc theo chữ"] == "mua tat"


def test_a_finding_shows_both_clauses_and_why(client):
    page = client.get("/chong-cheo", params={"tim": "tat ao"}).text
    assert ">1 cặp<" in page
    assert "cùng một nhiệm vụ" in page
    assert page.count(f'href="/van-ban/{PONDS}#') == 2


def test_pairs_that_are_separated_are_shown_when_asked_for(client):
    assert "khác cấp" not in client.get("/chong-cheo").text
    assert "khác cấp" in client.get("/chong-cheo", params={"nhan-dinh": "không trùng"}).text
    assert ">2 cặp<" in client.get("/chong-cheo", params={"nhan-dinh": "tat-ca"}).text
    assert "Không có cặp nào" in client.get("/chong-cheo", params={"tim": "không đâu có"}).text


def test_the_findings_are_given_as_a_report_and_as_tables(client):
    report = client.get("/chong-cheo/xuat.html")
    assert "Trùng thẩm quyền (1)" in report.text
    assert "attachment" in report.headers["content-disposition"]
    book = openpyxl.load_workbook(io.BytesIO(client.get("/chong-cheo/xuat.xlsx").content))
    assert book.worksheets[0].max_row == 2
    rows = list(csv.DictReader(io.StringIO(client.get("/chong-cheo/xuat.csv").content.decode("utf-8-sig"))))
    assert [row["Kết luận"] for row in rows] == ["trùng thẩm quyền"]


def test_a_unit_is_looked_up_with_its_clause(client):
    page = client.get("/don-vi", params={"tim": "xã sen"}).text
    assert "Xã Sen nay là xã Ao Sen." in page
    assert "#d1-k1" in page
    choices = client.get("/don-vi", params={"tim": "ao"}).text
    assert ">Xã Ao, tỉnh Đầm</a>" in choices
    assert "Chưa tra được “zzz”" in client.get("/don-vi", params={"tim": "zzz"}).text


def test_a_province_has_a_page_and_an_unknown_one_none(client):
    assert "nhập toàn bộ: xã Sen" in client.get("/don-vi/dam-sen").text
    assert client.get("/don-vi/khong-co").status_code == 404
    assert client.get("/don-vi/goi-y", params={"tim": "xa s"}).json() == ["xã Sen, tỉnh Đầm cũ"]
    assert client.get("/don-vi/goi-y", params={"tim": "x"}).json() == []


@pytest.fixture
def original(settings):
    """The invented law with an original PDF of two pages; the second begins at khoản 2 Điều 2."""
    turn = TEXTS[PONDS].index("2. Quyết định mùa tát ao")
    pages = (PageSpan(1, 0, turn), PageSpan(2, turn, len(TEXTS[PONDS])))
    keep_original(settings.originals_dir, PONDS, PDF, ReadResult(TEXTS[PONDS], pages, (), 1.0, "pdf"))
    yield
    forget_original(settings.originals_dir, PONDS)


def test_a_document_with_its_original_leads_to_the_page_of_each_article_and_of_each_turn(client, original):
    body = client.get(f"/van-ban/{PONDS}", params={"ngay": "15/06/2091", "tim": ""}).text
    links = re.findall(r'href="(/van-ban/[^"]+ban-goc\.pdf[^"]*)">([^<]+)<', body)
    address = f"/van-ban/{PONDS}/ban-goc.pdf"
    assert links[0] == (address, "Mở bản gốc (PDF)")
    assert links[1:] == [(f"{address}#page={page}", f"Bản gốc, trang {page}") for page in (1, 1, 2, 2, 2)]
    turn = body.index('id="d2-k2"')
    assert f"{address}#page=2" in body[turn : body.index('id="d2-k2a"')]


def test_the_original_is_given_as_it_came_to_be_read_in_the_browser(client, original):
    answer = client.get(f"/van-ban/{PONDS}/ban-goc.pdf")
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("slug", [PONDS, LATER, "khong-co", "..%2F..%2Fmanifest"])
def test_a_document_without_its_original_says_so(client, slug):
    answer = client.get(f"/van-ban/{slug}/ban-goc.pdf")
    assert answer.status_code == 404
    assert "ban-goc.pdf#page" not in client.get(f"/van-ban/{slug}").text


def test_an_original_of_another_text_is_not_shown(client, settings):
    keep_original(
        settings.originals_dir, PONDS, PDF, ReadResult("Điều 1. Khác\n", (PageSpan(1, 0, 13),), (), 1.0, "pdf")
    )
    assert client.get(f"/van-ban/{PONDS}/ban-goc.pdf").status_code == 404
    forget_original(settings.originals_dir, PONDS)
