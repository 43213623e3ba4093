"""The one look of the workbooks."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from phapquy.app.workbook import Column, Workbook

ROWS = (
    ("=1+1", date(2090, 1, 2), 5),
    ("+diều", None, 2.5),
    ("sáo\x07 diều", date(2091, 3, 4), None),
    ("dài" * 20_000, "chữ", date(2092, 1, 1)),
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    path = tmp_path_factory.mktemp("so") / "s.xlsx"
    book = Workbook()
    assert book.add("Diều", (Column("Tên", 40), Column("Ngày"), Column("Số", 8)), ROWS, kept=1) == len(ROWS)
    book.tell((("Lập ngày", date(2090, 1, 1)), ("Số dòng", len(ROWS))))
    book.save(path)
    return openpyxl.load_workbook(path)


def test_a_text_is_never_a_formula_and_loses_only_what_no_file_can_hold(sheet):
    cells = [sheet["Diều"].cell(row, 1) for row in range(2, 6)]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert [cell.value for cell in cells[:3]] == ["=1+1", "+diều", "sáo diều"]
    assert len(cells[3].value) < 32_767


def test_days_and_numbers_of_one_column_keep_their_shapes(sheet):
    column = [sheet["Diều"].cell(row, 3) for row in range(2, 6)]
    assert [cell.value for cell in column] == [5, 2.5, None, datetime(2092, 1, 1)]
    assert column[3].number_format == "dd/mm/yyyy"
    assert column[0].number_format == "General"
    assert sheet["Thông tin"]["B2"].value == datetime(2090, 1, 1)
    assert sheet["Thông tin"]["B3"].value == len(ROWS)


def test_every_sheet_has_head_filter_width_and_page(sheet):
    page = sheet["Diều"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:C5"
    assert page.column_dimensions["A"].width == 40
    assert (page["A1"].font.name, page["A1"].font.bold) == ("Times New Roman", True)
    assert page["A2"].alignment.wrap_text
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$1:$1")
    assert sheet.sheetnames[-1] == "Thông tin"
