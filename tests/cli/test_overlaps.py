"""``phapquy overlaps`` on two invented statutes: terminal, JSON, CSV, the page, the workbook, and what is refused."""

import csv
import io
import json
import re
import sys
from datetime import date

import pytest

from phapquy import cli
from tests.authority.planted import SLUGS, Invented, entry, statute

KITES = "Ủy ban nhân dân cấp xã cấp giấy phép thả diều đêm."
KITES_AGAIN = "Chủ tịch Ủy ban nhân dân cấp xã quyết định cấp giấy phép thả diều ban đêm."
BOATS = "Ủy ban nhân dân cấp tỉnh trình phương án neo thuyền hoa."
DAY = ("--as-of", "2090-01-01")


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command on the invented statutes: exit code, stdout, stderr."""
    texts = {SLUGS[0]: statute(f"{KITES}\n2. {BOATS}", "GIÓ"), SLUGS[1]: statute(KITES_AGAIN, "MÂY")}
    entries = [
        entry(slug, title, date(2088, 1, 1))
        for slug, title in zip(SLUGS, ("Luật Gió & <Nắng>", "Luật Mây"), strict=True)
    ]
    monkeypatch.setattr("phapquy.cli.overlaps._snapshot", lambda: Invented(texts, entries))

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["phapquy", "overlaps", *words])
        try:
            cli.main()
            code = 0
        except SystemExit as stopped:
            code = stopped.code or 0
        out = capsys.readouterr()
        return code, out.out, out.err

    return call


def test_the_terminal_shows_both_clauses_and_why(run):
    code, out, _ = run(*DAY)
    assert code == 0
    assert "TRÙNG THẨM QUYỀN" in out
    assert "Khoản 1 Điều 1 Luật Gió & <Nắng>" in out
    assert "Khoản 1 Điều 1 Luật Mây" in out
    assert "tập thể và người đứng đầu" in out
    assert all(len(line) <= 100 for line in out.splitlines())


def test_json_and_csv_say_the_same(run):
    _, out, _ = run(*DAY, "--json")
    facts = json.loads(out)
    assert facts["counts"]["trùng thẩm quyền"] == 1
    _, table, _ = run(*DAY, "--csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(facts["findings"])
    assert rows[0]["Chủ thể A"] == facts["findings"][0]["first"]["holder"]


def test_a_clause_of_two_lines_is_one_cell_of_the_table(run, monkeypatch):
    monkeypatch.setattr("phapquy.app.overlaps.rows._clause", lambda power, snapshot: "dòng một\ndòng hai")
    _, table, _ = run(*DAY, "--csv")
    rows = list(csv.reader(io.StringIO(table)))
    assert len({len(row) for row in rows}) == 1
    assert "dòng một\ndòng hai" in rows[1]


def test_no_cell_of_a_table_is_run_by_a_spreadsheet(run, tmp_path, monkeypatch):
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("phapquy.app.overlaps.rows._label", lambda place, snapshot: '=HYPERLINK("x")')
    _, table, _ = run(*DAY, "--csv")
    assert {row["Điều khoản A"] for row in csv.DictReader(io.StringIO(table))} == {'\'=HYPERLINK("x")'}
    run(*DAY, "--xlsx", str(tmp_path / "bang.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "bang.xlsx").worksheets[0]
    cell = next(one for one in sheet[2] if one.value == '=HYPERLINK("x")')
    assert cell.data_type == "s"


def test_the_page_is_whole_in_itself_and_marks_what_differs(run, tmp_path):
    target = tmp_path / "bao-cao.html"
    code, out, err = run(*DAY, "--html", str(target))
    page = target.read_text("utf-8")
    assert (code, out) == (0, "")
    assert "Đã ghi" in err
    assert "<svg" in page
    assert "<mark>ban đêm</mark>" in page or "<mark>ban</mark>" in page
    assert "Luật Gió &amp; &lt;Nắng&gt;" in page
    assert not re.search(r"<script|https?://|src=|@import|url\(", page)
    assert [one.name for one in tmp_path.iterdir()] == ["bao-cao.html"]


def test_the_workbook_has_one_row_a_finding(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    target = tmp_path / "bang.xlsx"
    assert run(*DAY, "--xlsx", str(target))[0] == 0
    found = len(json.loads(run(*DAY, "--json")[1])["findings"])
    book = openpyxl.load_workbook(target)
    assert book.worksheets[0].max_row == found + 1
    assert sum(row[2] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)) == found
    facts = dict(book["Thông tin"].iter_rows(min_row=2, values_only=True))
    assert facts["Áp dụng pháp luật ngày"].year == 2090
    assert facts["Cặp ghi trong tệp này"] == found
    assert all(sheet["A1"].font.bold and sheet.freeze_panes and sheet.auto_filter.ref for sheet in book.worksheets)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--field", "danh-ca"), "dat-dai (Đất đai)"),
        (("--doc", "luat-9-2099-qhdd"), SLUGS[0]),
        (("--level", "huyen"), "xa, tinh, trung-uong"),
        (("--verdict", "co-le"), "khong-trung"),
        (("--holder", "Hội đồng nhân dân cấp xã"), "Chủ tịch Ủy ban nhân dân cấp xã"),
        (("--holder", "đội thả diều"), "Ủy ban nhân dân cấp tỉnh"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(run, words, named):
    code, out, err = run(*DAY, *words)
    assert (code, out) == (2, "")
    assert named in err


def test_two_formats_at_once_are_refused(run):
    assert run(*DAY, "--json", "--csv")[0] == 2


def test_an_empty_result_says_so(run):
    code, _, err = run(*DAY, "--verdict", "lap")
    assert code == 0
    assert "Không có cặp nào" in err


def test_nothing_holds_before_the_texts_begin(run, tmp_path):
    target = tmp_path / "trong.html"
    code, _, err = run("--as-of", "2080-01-01", "--html", str(target))
    assert code == 0
    assert "Không có cặp nào" in err
    assert "Không có cặp nào" in target.read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told(run, tmp_path):
    code, _, err = run(*DAY, "--html", str(tmp_path / "khong-co" / "x.html"))
    assert code == 1
    assert "Không ghi được" in err


def test_a_stored_document_that_gives_no_power_is_told_from_an_unknown_one(run, monkeypatch):
    texts = {SLUGS[0]: statute(f"{KITES}\n2. {BOATS}", "GIÓ"), SLUGS[1]: statute("Diều là đồ chơi.", "MÂY")}
    entries = [entry(slug, slug, date(2088, 1, 1)) for slug in SLUGS]
    monkeypatch.setattr("phapquy.cli.overlaps._snapshot", lambda: Invented(texts, entries))
    code, _, err = run(*DAY, "--doc", SLUGS[1])
    assert code == 0
    assert f"Văn bản không giao thẩm quyền nào đem so: {SLUGS[1]}" in err
    code, _, err = run(*DAY, "--doc", "khong-co")
    assert code == 2
