"""``phapquy matrix``, ``transfers`` and ``gaps`` on an invented law: terminal, files, differences, what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass

import openpyxl
import pytest

from phapquy import cli
from tests.authority.kites import LAW, MOVES, WORDS, knowledge_base

DAY = ("--as-of", "2090-01-01")
ENGLISH = re.compile(r"\b(?:the|error|field|level|role|holder|powers|tasks|None|Traceback|found)\b(?!-)")


@dataclass
class Said:
    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def base():
    return knowledge_base()


@pytest.fixture
def run(base, monkeypatch, capsys):
    """Run a command on the law of kites."""
    for module in ("matrix", "passed"):
        monkeypatch.setattr(f"phapquy.cli.{module}.open_lawbook", lambda: base)

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["phapquy", *words])
        try:
            cli.main()
            code = 0
        except SystemExit as stopped:
            code = stopped.code or 0
        out = capsys.readouterr()
        return Said(code, out.out, out.err)

    return call


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_without_a_filter_the_matrix_says_what_there_is_to_choose(run):
    said = run("matrix", *DAY)
    assert said.code == 0
    assert "(--level xa)" in said.out
    assert "(--field khac)" in said.out
    assert re.search(r"\d+ thẩm quyền, \d+ nhiệm vụ, \d+ cơ quan \(pháp luật ngày 01/01/2090\)", said.out)
    assert "kết thúc hoạt động" in " ".join(said.out.split())


def test_tasks_are_printed_by_field_with_organ_and_clause_and_no_line_is_too_long(run):
    said = run("matrix", "--limit", "0", *DAY)
    assert "VIỆC KHÁC" in said.out
    assert "Ủy ban nhân dân cấp xã: công bố, thông báo, cung cấp; chuyển giao từ cấp huyện" in said.out
    assert "khoản 3 Điều 1 Luật Thả diều" in " ".join(said.out.split())
    assert max(map(len, said.out.splitlines())) <= 100
    assert not ENGLISH.search(said.out)


def test_what_is_not_printed_is_counted(run):
    said = run("matrix", "--level", "xa", "--limit", "1", *DAY)
    assert re.search(r"Còn \d+ nhiệm vụ chưa in", said.out)
    assert said.out.count("\n- ") == 1


@pytest.mark.parametrize(
    ("words", "column", "values"),
    [
        (("--level", "tinh"), "Cấp", {"cấp tỉnh"}),
        (("--holder", "CT UBND cấp xã"), "Cơ quan", {"Chủ tịch Ủy ban nhân dân cấp xã"}),
        (("--role", "quyết định"), "Vai trò", {"quyết định"}),
        (
            ("--doc", "8-2086"),
            "Mã điều khoản",
            {f"{MOVES}/1/1", f"{MOVES}/2/1", f"{MOVES}/2/1/a", f"{MOVES}/2/1/b", f"{MOVES}/2/1/c"},
        ),
        (("--field", "Việc khác"), "Mã lĩnh vực", {"khac"}),
    ],
)
def test_every_filter_lets_through_only_what_it_names(run, words, column, values):
    found = {row[column] for row in rows_of(run("matrix", "--csv", *words, *DAY).out)}
    assert found
    assert found <= values


def test_the_law_of_another_day_names_other_holders(run):
    def holder(day):
        rows = rows_of(run("matrix", "--csv", "--as-of", day).out)
        return next(row["Cơ quan"] for row in rows if row["Mã điều khoản"] == f"{LAW}/1/3")

    assert holder("2085-12-31") == "Ủy ban nhân dân cấp huyện"
    assert holder("01/06/2088") == "Ủy ban nhân dân cấp xã"


def test_every_count_can_be_made_again_from_each_file(run, tmp_path):
    facts = json.loads(run("matrix", "--json", *DAY).out)
    run("matrix", "--xlsx", "--out", str(tmp_path / "m.xlsx"), *DAY)
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    title, *body = book["Thẩm quyền"].iter_rows(values_only=True)
    sheet = [dict(zip(title, row, strict=True)) for row in body]
    for rows in (rows_of(run("matrix", "--csv", *DAY).out), sheet):
        counts = facts["counts"]
        assert len(rows) == counts["all"]["powers"] == len(facts["powers"])
        assert len({(row["Mã lĩnh vực"], row["Nhiệm vụ (để so)"]) for row in rows}) == counts["all"]["tasks"]
        assert len({row["Cột ma trận"] for row in rows}) == counts["all"]["holders"]
        for group, column in (
            ("field", "Mã lĩnh vực"),
            ("role", "Vai trò"),
            ("mode", "Cách giao"),
            ("holder", "Cột ma trận"),
        ):
            assert Counter(row[column] for row in rows) == counts[group]
    told = {(row[0], row[1]): row[2] for row in book["Số đếm"].iter_rows(min_row=2, values_only=True)}
    assert told["Tất cả", "Thẩm quyền"] == len(sheet)
    assert {name: number for (group, name), number in told.items() if group == "Cấp"} == Counter(
        row["Cấp"] for row in sheet
    )
    assert book["Ma trận"].max_row == told["Tất cả", "Nhiệm vụ"] + 1


def test_the_workbook_tells_what_it_is_about(run, tmp_path):
    said = run("matrix", "--level", "xa", "--xlsx", "--out", str(tmp_path / "m.xlsx"), *DAY)
    assert "Đã ghi" in said.err
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    facts = dict(book["Thông tin"].iter_rows(min_row=2, values_only=True))
    assert facts["Áp dụng pháp luật ngày"].year == 2090
    assert facts["Kho văn bản"].startswith("4 văn bản, cập nhật đến ngày 01/01/2090")
    assert facts["Lọc theo cấp"] == "cấp xã"
    for sheet in book.worksheets:
        assert sheet.freeze_panes
        assert sheet["A1"].font.bold
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}{sheet.max_row}"


def test_a_page_and_a_json_file_are_written_whole(run, tmp_path):
    run("matrix", "--html", "--out", str(tmp_path / "m.html"), *DAY)
    page = (tmp_path / "m.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Chủ tịch Ủy ban nhân dân cấp xã" in page
    assert not re.search(r"<script|https?://|src=|@import|url\(", page)
    run("matrix", "--json", "--out", str(tmp_path / "m.json"), *DAY)
    assert json.loads((tmp_path / "m.json").read_text("utf-8"))["as_of"] == "2090-01-01"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["m.html", "m.json"]


def test_two_days_are_compared(run):
    said = run("matrix", "--diff", "2085-12-31", "2090-01-01")
    assert "[đổi cơ quan] công bố, thông báo, cung cấp" in said.out
    assert "A  Ủy ban nhân dân cấp huyện" in said.out
    facts = json.loads(run("matrix", "--diff", "2085-12-31", "2090-01-01", "--json").out)
    assert {one["change"] for one in facts["differences"]} == {"đổi cơ quan", "chỉ có ở B"}


def test_two_documents_are_compared_and_a_day_with_itself_does_not_differ(run):
    assert "chỉ có ở B" in run("matrix", "--diff", "7-2085", "8-2086", *DAY).out
    assert "Hai bên không khác nhau" in run("matrix", "--diff", "2090-01-01", "2090-01-01").out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--field", "cá"), "dat-dai (Đất đai)"),
        (("--level", "làng"), "huyen (cấp huyện)"),
        (("--holder", "Ủy ban nhân dân cấp xa xã", *DAY), "Ủy ban nhân dân cấp xã"),
        (("--role", "bay"), "phê duyệt"),
        (("--doc", "8-2087"), MOVES),
        (("--doc", "nd"), WORDS),
        (("--as-of", "31/02/2090"), "21/11/2026"),
        (("--diff", "2090-01-01", "8-2086"), "hai ngày hoặc hai văn bản"),
        (("--diff", "7-2085", "8-2086", "--csv"), "--diff"),
        (("--csv", "--json"), "Chỉ chọn một"),
        (("--out", "m.csv"), "--csv"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(run, words, named):
    said = run("matrix", *words)
    assert (said.code, said.out) == (2, "")
    assert named in said.err
    assert said.err.startswith("Lỗi: ")


@pytest.mark.parametrize("words", [("--doc", "10-2088"), ("--as-of", "2019-12-31")])
def test_an_empty_matrix_says_so_in_every_form(run, tmp_path, words):
    words = words if "--as-of" in words else (*words, *DAY)
    assert "Không có thẩm quyền nào" in run("matrix", *words).out
    assert json.loads(run("matrix", "--json", *words).out)["powers"] == []
    assert len(run("matrix", "--csv", *words).out.splitlines()) == 1
    assert "Không có thẩm quyền nào" in run("matrix", "--html", *words).out
    said = run("matrix", "--xlsx", "--out", str(tmp_path / "m.xlsx"), *words)
    assert "Không có thẩm quyền nào" in said.err
    assert openpyxl.load_workbook(tmp_path / "m.xlsx")["Thẩm quyền"].max_row == 1


@pytest.mark.parametrize("kind", ["--csv", "--json", "--html", "--xlsx"])
def test_a_place_that_cannot_be_written_is_told_and_left_clean(run, tmp_path, kind):
    said = run("matrix", kind, "--out", str(tmp_path / "khong-co" / "m"), *DAY)
    assert said.code == 1
    assert "Không ghi được" in said.err
    assert "không có tệp hoặc thư mục này" in said.err
    assert list(tmp_path.iterdir()) == []


def test_transfers_name_old_and_new_holder_day_and_clause(run, tmp_path):
    said = run("transfers", *DAY)
    words = " ".join(said.out.split())
    assert "trước đây: Ủy ban nhân dân cấp huyện (khoản 1 Điều 1 Luật Thả diều" in words
    assert "nay: Chủ tịch Ủy ban nhân dân cấp xã, từ 01/01/2086" in words
    assert "tiếp tục áp dụng theo khoản 1 Điều 1 Nghị định giờ giấc" in words
    assert "4 nhiệm vụ (mỗi nơi nhận tính một lần), 4 điều khoản cũ" in said.out
    assert max(map(len, said.out.splitlines())) <= 100
    found = json.loads(run("transfers", "--json", *DAY).out)
    assert {one["by"] for one in found} == {f"{MOVES}/1/1", f"{MOVES}/1/2", f"{MOVES}/2/1/a", f"{WORDS}/1"}
    run("transfers", "--xlsx", str(tmp_path / "t.xlsx"), *DAY)
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0].max_row == 5
    assert "Không có nhiệm vụ nào" in run("transfers", "--as-of", "2019-01-01").out


def test_gaps_are_grouped_and_counted(run, tmp_path):
    said = run("gaps", *DAY)
    assert said.out.index("CHƯA CÓ NƠI NHẬN") < said.out.index("NHẮC ĐẾN CƠ QUAN") < said.out.index("BỘ ĐÃ HỢP NHẤT")
    assert "khoản 5 Điều 1 Luật Thả diều" in " ".join(said.out.split())
    assert "4 chỗ:" in said.out
    assert "Còn 3 điều khoản chưa in" in run("gaps", "--limit", "1", *DAY).out
    assert len(json.loads(run("gaps", "--json", *DAY).out)) == 4
    run("gaps", "--xlsx", str(tmp_path / "g.xlsx"), *DAY)
    assert openpyxl.load_workbook(tmp_path / "g.xlsx").worksheets[0].max_row == 5
    assert "Không thấy chỗ nào" in run("gaps", "--as-of", "2019-01-01").out
    assert run("gaps", "--xlsx", str(tmp_path / "khong-co" / "g.xlsx"), *DAY).code == 1
