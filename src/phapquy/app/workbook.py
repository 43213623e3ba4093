"""The one look of the workbooks: header, widths, frozen panes, filters, and a last sheet that says what it is about.

Rows are written as they come, so a hundred thousand of them need no memory. A text is always a text: what begins with
``=`` is shown, never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

Value = str | int | float | date | None

FONT = "Times New Roman"
"""The typeface of administrative documents in Vietnam (Decree 30/2020, Annex I)."""
_SIZE = 11
_INK, _GROUND, _EDGE = "FFFFFFFF", "FF0B4F63", "FFD3DADE"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST = 32_000
"""Characters a cell may hold (Excel: 32,767)."""
_DAY = "dd/mm/yyyy"
_A4 = 9
"""The number of the paper size in the file format."""
INFO = "Thông tin"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; its width is counted in letters."""

    title: str
    width: float = 18


class Workbook:
    """A workbook that grows sheet by sheet and is saved once."""

    def __init__(self) -> None:
        import openpyxl

        self._book: Any = openpyxl.Workbook(write_only=True)

    def add(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, kept: int = 0) -> int:
        """Write a sheet and return how many rows it holds.

        Args:
            name: the name on the tab.
            columns: titles and widths.
            rows: cells in the order of the columns; a day stays a day.
            kept: how many columns stay in sight when one scrolls to the right.
        """
        sheet = self._book.create_sheet(name)
        for number, column in enumerate(columns, start=1):
            sheet.column_dimensions[_letter(number)].width = column.width
        sheet.freeze_panes = f"{_letter(kept + 1)}2"
        _on_paper(sheet)
        sheet.append([_title(sheet, column.title) for column in columns])
        cells = [(_body(sheet), _body(sheet, _DAY)) for _ in columns]
        count = 0
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is the count
            sheet.append([_set(cell[isinstance(value, date)], value) for cell, value in zip(cells, row, strict=True)])
        sheet.auto_filter.ref = f"A1:{_letter(len(columns))}{count + 1}"
        return count

    def tell(self, facts: Iterable[tuple[str, Value]]) -> None:
        """Write the last sheet: what the workbook is about, on which day, out of what, how many."""
        self.add(INFO, (Column("Mục", 34), Column("Nội dung", 90)), facts)

    def save(self, path: Path | BinaryIO) -> None:
        """Write the file.

        Raises:
            OSError: it cannot be written.
        """
        self._book.save(path)


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))


def _title(sheet: Any, text: str) -> Any:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = _set(_plain(sheet), text)
    cell.font = Font(name=FONT, size=_SIZE, bold=True, color=_INK)
    cell.fill = PatternFill("solid", start_color=_GROUND)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = Border(right=Side("thin", color=_EDGE))
    return cell


def _body(sheet: Any, shape: str = "General") -> Any:
    """A cell that is used again for every row of its column: a written row is not kept, a changed style would be."""
    from openpyxl.styles import Alignment, Border, Font, Side

    cell = _plain(sheet)
    cell.font = Font(name=FONT, size=_SIZE)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side("thin", color=_EDGE))
    cell.number_format = shape
    return cell


def _plain(sheet: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)


def _set(cell: Any, value: Value) -> Any:
    """Put a value into a cell, or leave the place empty."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)[:_LONGEST]
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _on_paper(sheet: Any) -> None:
    """Set the page before the first row is written: what stands above the rows cannot be changed later."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
