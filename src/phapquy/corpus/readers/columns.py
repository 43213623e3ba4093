"""The order in which the rows of a page are read: columns one after the other, tables row by row.

Read in columns are the head of a document (issuer left, motto right), the block of signatures, and pages set in two
columns. Everything else that stands side by side is a table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phapquy.corpus.readers.geometry import Cell, Row
from phapquy.corpus.readers.lines import Line

TABLE = "có bảng nhiều cột, thứ tự các ô có thể lẫn"
_HEAD = re.compile(r"CỘNG H[ÒO][AÀ]|Độc lập\s*[-–]|Hạnh phúc|ĐẢNG CỘNG SẢN")
_SIGNED = re.compile(r"Nơi nhận\s*:|^(?:TM|KT|TL|TUQ|T/M)\.|CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ NHIỆM|\(Đã ký")
_PROSE_ROWS = 8
_PROSE_WIDTH = 0.3
"""Of the page's width: a column of running text is at least so wide on average."""
_TABLE_ROWS = 3
"""Fewer rows side by side are a tab or a wide blank."""


@dataclass(slots=True)
class _Block:
    """Consecutive rows that one vertical strip of blank paper parts; ``left`` and ``right`` bound the strip."""

    rows: list[Row]
    left: float
    right: float

    def take(self, row: Row) -> bool:
        """Add a row that leaves a strip free, or say that it does not."""
        before = [cell.x1 for cell in row.cells if cell.x1 <= self.right and cell.x0 < self.left]
        after = [cell.x0 for cell in row.cells if cell.x0 >= self.left and cell.x1 > self.right]
        if len(before) + len(after) < len(row.cells):
            return False
        left, right = max([self.left, *before]), min([self.right, *after])
        if right - left < row.height:
            return False
        self.rows.append(row)
        self.left, self.right = left, right
        return True

    def sides(self) -> tuple[list[list[Cell]], list[list[Cell]]]:
        """Return the cells of each row left of the strip, and right of it."""
        left = [[cell for cell in row.cells if cell.x1 <= self.left + 0.01] for row in self.rows]
        right = [[cell for cell in row.cells if cell.x0 >= self.right - 0.01] for row in self.rows]
        return left, right


def ordered(rows: Sequence[Row]) -> tuple[list[Line], int, bool]:
    """Return the lines of a page in reading order.

    Returns:
        The lines, how many blocks were read in columns, and whether the page holds a table.
    """
    lines: list[Line] = []
    columns, table, at = 0, False, 0
    width = max((row.x1 for row in rows), default=0.0) - min((row.x0 for row in rows), default=0.0)
    while at < len(rows):
        block = _block(rows, at)
        if block is None:
            lines.append(rows[at].line())
            at += 1
            continue
        both = sum(len(row.cells) > 1 for row in block.rows)
        if _in_columns(block, both, width):
            columns += 1
            for side in block.sides():
                lines.extend(_column(side, block))
        elif both >= _TABLE_ROWS:
            table = True
            lines.extend(replace(row.line("\t"), fresh=True) for row in block.rows)
        else:
            lines.extend(row.line() for row in block.rows)
        at += len(block.rows)
    return lines, columns, table


def _block(rows: Sequence[Row], at: int) -> _Block | None:
    """Return the longest block from row ``at`` on; it begins before the first row with two cells, if it can."""
    first = next((i for i in range(at, len(rows)) if len(rows[i].cells) > 1), None)
    if first is None:
        return None
    cells = rows[first].cells
    best: _Block | None = None
    for one, two in itertools.pairwise(cells):
        block = _Block([], one.x1, two.x0)
        for row in rows[first:]:
            if not block.take(row):
                break
        if best is None or len(block.rows) > len(best.rows):
            best = block
    if best is None:
        return None
    while len(best.rows[-1].cells) == 1 and best.rows[-1].x1 <= best.left and _trailing(best):
        best.rows.pop()
    return best if first == at else None


def _trailing(block: _Block) -> bool:
    """Whether the block ends in rows that stand on the left alone: short lines after it, not part of it."""
    return not any(_SIGNED.search(row.cells[0].text) for row in block.rows)


def _in_columns(block: _Block, both: int, width: float) -> bool:
    words = [cell.text for row in block.rows for cell in row.cells]
    if any(_HEAD.search(text) or _SIGNED.search(text) for text in words):
        return True
    if both < _PROSE_ROWS or any(len(row.cells) > 2 for row in block.rows):  # noqa: PLR2004
        return False
    return all(
        sum(cell.x1 - cell.x0 for row in side for cell in row) / max(1, sum(bool(row) for row in side))
        >= _PROSE_WIDTH * width
        for side in block.sides()
    )


def _column(side: list[list[Cell]], block: _Block) -> list[Line]:
    kept = [(row, cells) for row, cells in zip(block.rows, side, strict=True) if cells]
    if not kept:
        return []
    margin = min(cells[0].x0 for _, cells in kept)
    made = [
        Line(" ".join(cell.text for cell in cells), cells[0].x0, cells[-1].x1, row.height, False, margin)
        for row, cells in kept
    ]
    return made
