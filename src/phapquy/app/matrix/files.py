"""The matrix as CSV and JSON: every power with its clause, so that every count can be made again from the file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any, Protocol

from phapquy.app.cells import harmless
from phapquy.app.matrix.strings import FILTERS
from phapquy.authority.matrix import Matrix
from phapquy.authority.records import COLUMNS, flat, record

Cite = Callable[[str], str]
BOM = "\ufeff"
"""What a spreadsheet needs before a CSV file to read it as UTF-8."""


class Stream(Protocol):
    """Whatever takes text."""

    def write(self, text: str, /) -> Any:
        """Take a piece of text."""


def to_json(matrix: Matrix, cite: Cite) -> dict[str, Any]:
    """Return a matrix as plain values: the filters, the counts, the columns, and every power."""
    chosen = matrix.filters
    return {
        "filters": {name: getattr(chosen, name) for name in FILTERS if getattr(chosen, name)},
        "as_of": chosen.day.isoformat() if chosen.day else None,
        "counts": matrix.counts,
        "columns": [{"name": column.name, "level": column.level} for column in matrix.columns],
        "powers": [record(power, cite, matrix.filters.day) for power in matrix.powers],
    }


def write_csv(matrix: Matrix, stream: Stream, cite: Cite) -> None:
    """Write one line a power, with a title line; a cell that a spreadsheet might run is quoted."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS.values())
    for row in flat(matrix.powers, cite, matrix.filters.day):
        writer.writerow([harmless(cell) for cell in row])
