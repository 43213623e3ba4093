"""The report as a workbook: one row a finding, and a sheet of counts that can be made again from the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from phapquy.app.overlaps import strings
from phapquy.app.overlaps.rows import Row, cells, header
from phapquy.app.overlaps.scope import Scope
from phapquy.app.workbook import Column, Value, Workbook

_WIDTHS = {"Lý do": 48, "Gợi ý áp dụng": 40, "Lĩnh vực": 22, "Kết luận": 18, "STT": 6}
_WIDE = ("Nhiệm vụ", "Lời điều khoản", "Điều khoản")


def write_workbook(rows: Sequence[Row], path: Path | BinaryIO, scope: Scope) -> None:
    """Write the workbook.

    Raises:
        OSError: the file cannot be written.
    """
    book = Workbook()
    columns = [Column(name, _width(name)) for name in header()]
    book.add(strings.TITLE, columns, map(cells, rows), kept=2)
    summary = (Column(strings.COLUMNS["verdict"], 24), Column(strings.COLUMNS["field"], 50), Column(strings.PAIRS, 12))
    counted = sorted(Counter((row.verdict, row.field) for row in rows).items())
    book.add(strings.SUMMARY, summary, ((*key, count) for key, count in counted))
    book.tell(_facts(rows, scope))
    book.save(path)


def _facts(rows: Sequence[Row], scope: Scope) -> Iterator[tuple[str, Value]]:
    words = strings.SCOPE
    yield words["day"], scope.day
    yield words["made"], date.today()
    yield words["store"], strings.STORE.format(documents=scope.stored, day=scope.as_at)
    yield words["choices"], "; ".join(scope.choices) or strings.NOT_FILTERED
    for name in ("documents", "powers", "pairs", "found"):
        yield words[name], getattr(scope, name)
    yield words["written"], len(rows)
    for verdict, count in Counter(row.verdict for row in rows).items():
        yield verdict[:1].upper() + verdict[1:], count
    yield words["caution"], strings.CAUTION


def _width(name: str) -> int:
    return _WIDTHS.get(name, 46 if name.startswith(_WIDE) else 16)
