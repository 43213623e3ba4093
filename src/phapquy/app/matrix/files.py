"""Write a matrix to CSV, XLSX, HTML and JSON, row by row; every format holds every power with its clause."""

from __future__ import annotations

import csv
import html
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from phapquy.authority.matrix import Matrix
from phapquy.authority.records import COLUMNS, flat, record
from phapquy.authority.topics import FIELDS

Cite = Callable[[str], str]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(matrix: Matrix, cite: Cite) -> dict[str, Any]:
    """Return a matrix as plain values: the filters, the counts, the columns, and every power."""
    chosen = matrix.filters
    return {
        "filters": {
            name: getattr(chosen, name) for name in ("field", "level", "holder", "role", "doc") if getattr(chosen, name)
        },
        "as_of": chosen.day.isoformat() if chosen.day else None,
        "counts": matrix.counts,
        "columns": [{"name": column.name, "level": column.level} for column in matrix.columns],
        "powers": [record(power, cite) for power in matrix.powers],
    }


def write_csv(matrix: Matrix, stream: TextIO, cite: Cite) -> None:
    """Write one line a power, with a title line; a cell that a spreadsheet might run is quoted."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS.values())
    for row in flat(matrix.powers, cite):
        writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_xlsx(matrix: Matrix, path: Path, cite: Cite) -> None:
    """Write a workbook: the matrix, one row a power, and the counts.

    Raises:
        OSError: the file cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    grid = book.create_sheet("Ma trận")
    grid.append(["Lĩnh vực", "Nhiệm vụ", *(column.name for column in matrix.columns)])
    for row in matrix.rows:
        cells = ["; ".join(_cell(power, cite) for power in row.cells.get(column, ())) for column in matrix.columns]
        grid.append([FIELDS[row.field][0], *map(_harmless, (row.task, *cells))])
    sheet = book.create_sheet("Thẩm quyền")
    sheet.append(list(COLUMNS.values()))
    for record_ in flat(matrix.powers, cite):
        sheet.append(list(map(_harmless, record_)))
    counts = book.create_sheet("Số đếm")
    counts.append(["Theo", "Giá trị", "Số thẩm quyền"])
    for name, group in matrix.counts.items():
        for value, number in group.items():
            counts.append([name, value, number])
    book.save(path)


def _cell(power: Any, cite: Cite) -> str:
    return f"{power.act.value}: {cite(str(power.basis))}"


def html_page(matrix: Matrix, cite: Cite) -> Iterator[str]:
    """Yield a page of its own, without scripts or anything from outside: one table a field."""
    yield (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ma trận thẩm quyền</title><style>'
        "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin-bottom:2em}"
        "td,th{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}th{background:#eee}"
        "</style><h1>Ma trận thẩm quyền</h1>"
    )
    total = matrix.counts["all"]
    yield f"<p>{total['powers']} thẩm quyền, {total['tasks']} nhiệm vụ, {total['holders']} cơ quan.</p>"
    field = None
    for row in matrix.rows:
        if row.field != field:
            yield ("</table>" if field else "") + f"<h2>{html.escape(FIELDS[row.field][0])}</h2>"
            yield "<table><tr><th>Nhiệm vụ<th>Cơ quan<th>Vai trò<th>Điều kiện<th>Cách giao<th>Điều khoản"
            field = row.field
        for column, cell in row.cells.items():
            for power in cell:
                limits = "; ".join(filter(None, (power.condition, power.exception and f"trừ {power.exception}")))
                values = (row.task, column.name, power.act.value, limits, power.mode.value, cite(str(power.basis)))
                yield "<tr>" + "".join(f"<td>{html.escape(value)}" for value in values)
    yield "</table>" if field else "<p>Không có thẩm quyền nào khớp bộ lọc.</p>"
