"""The matrix as a workbook: the matrix itself, one row a power, and counts that can be made again from those rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from phapquy.answer.model import Coverage
from phapquy.app.matrix import strings, words
from phapquy.app.workbook import Column, Value, Workbook
from phapquy.authority.matrix import Matrix
from phapquy.authority.power import Power
from phapquy.authority.records import COLUMNS, DAYS, flat
from phapquy.authority.topics import FIELDS

_WIDTHS = {
    "field": 14, "field_name": 24, "task": 60, "normal": 30, "holder": 30, "column": 30, "level": 12, "unit": 12,
    "condition": 40, "exception": 40, "label": 46, "via": 30, "moved": 30, "start": 12, "end": 12, "span": 14,
    "note": 40,
}  # fmt: skip


def write_workbook(matrix: Matrix, path: Path | BinaryIO, cite: words.Cite, coverage: Coverage | None = None) -> None:
    """Write the workbook, row by row.

    Raises:
        OSError: the file cannot be written.
    """
    book = Workbook()
    organs = [Column(column.name, 36) for column in matrix.columns]
    book.add(strings.GRID, (Column(strings.FIELD, 24), Column(strings.TASK, 60), *organs), _grid(matrix, cite), kept=2)
    columns = [Column(title, _WIDTHS.get(key, 20)) for key, title in COLUMNS.items()]
    book.add(strings.POWERS, columns, (_typed(row) for row in flat(matrix.powers, cite, matrix.filters.day)), kept=3)
    counts = [Column(title, width) for title, width in zip(strings.COUNT_COLUMNS, (18, 60, 16), strict=True)]
    book.add(strings.COUNTS, counts, _counts(matrix))
    book.tell(_facts(matrix, coverage))
    book.save(path)


def _grid(matrix: Matrix, cite: words.Cite) -> Iterator[list[Value]]:
    for row in matrix.rows:
        cells = ["\n".join(_cell(power, cite) for power in row.cells.get(column, ())) for column in matrix.columns]
        yield [FIELDS[row.field][0], row.task, *cells]


def _cell(power: Power, cite: words.Cite) -> str:
    return f"{power.act.value}: {words.clause(power, cite)}"


_DAY_PLACES = [place for place, key in enumerate(COLUMNS) if key in DAYS]


def _typed(row: list[str]) -> list[Value]:
    """A row whose days a spreadsheet can sort."""
    cells: list[Value] = [*row]
    for place in _DAY_PLACES:
        cells[place] = date.fromisoformat(row[place]) if row[place] else None
    return cells


def _counts(matrix: Matrix) -> Iterator[list[Value]]:
    for name, number in matrix.counts["all"].items():
        yield [strings.ALL, strings.TOTALS[name], number]
    for group, title in strings.GROUPS.items():
        for value, number in matrix.counts[group].items():
            yield [title, words.in_words(group, value), number]


def _facts(matrix: Matrix, coverage: Coverage | None) -> Iterator[tuple[str, Value]]:
    chosen = matrix.filters
    yield strings.TITLE, words.found(matrix)
    yield strings.DAY, chosen.day
    yield strings.MADE, date.today()
    if coverage:
        yield strings.STORE, strings.STORED.format(documents=coverage.documents, day=coverage.as_at)
    yield from list(words.chosen(chosen)) or [(strings.NO_FILTER, strings.NOT_FILTERED)]
    for name, number in matrix.counts["all"].items():
        yield strings.TOTALS[name], number
    yield strings.HOW, strings.HOW_COUNTED
    yield strings.CAUTION, strings.CAUTION_TEXT
