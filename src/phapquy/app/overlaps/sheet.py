"""The report as a workbook: one row a finding, and a sheet of counts that can be made again from the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from phapquy.app.overlaps import strings
from phapquy.app.overlaps.rows import Row, cells, header
from phapquy.errors import PhapquyError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDTHS = {"Lý do": 48, "Gợi ý áp dụng": 40, "Lĩnh vực": 22, "Kết luận": 18, "STT": 6}
_WIDE = ("Nhiệm vụ", "Lời điều khoản", "Điều khoản")
_LONGEST = 32_000
"""Characters a cell may hold (Excel: 32,767)."""


def write_workbook(rows: Sequence[Row], path: Path) -> None:
    """Write the workbook.

    Raises:
        PhapquyError: openpyxl is not installed.
        OSError: the file cannot be written.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError as error:
        raise PhapquyError(strings.NO_EXCEL) from error
    book = Workbook()
    sheet = book.active
    sheet.title = strings.TITLE
    sheet.append(header())
    for row in rows:
        sheet.append([_cell(value) for value in cells(row)])
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with "=" is no formula
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = _width(str(cell.value))
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    _summary(book, rows)
    book.save(path)


def _summary(book: Any, rows: Sequence[Row]) -> None:
    sheet = book.create_sheet("Tổng hợp")
    sheet.append([strings.COLUMNS["verdict"], strings.COLUMNS["field"], "Số cặp"])
    for (verdict, field), count in sorted(Counter((row.verdict, row.field) for row in rows).items()):
        sheet.append([verdict, field, count])
    for letter, width in (("A", 22), ("B", 44), ("C", 10)):
        sheet.column_dimensions[letter].width = width


def _cell(value: str | float) -> str | float:
    return _CONTROL.sub("", value)[:_LONGEST] if isinstance(value, str) else value


def _width(name: str) -> int:
    return _WIDTHS.get(name, 46 if name.startswith(_WIDE) else 16)
