"""The lines of a PDF page from the places where its words were drawn.

pypdf's layout mode knows where each run of letters begins and ends, but prints it on a grid, and there loses runs that
fall on one place. Here the same runs are put together by their gaps: words that the plain mode breaks ("Ngh ị đ ị nh")
come out whole, columns stay apart, indents tell paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from phapquy.corpus.readers.lines import Line

_WORD_GAP = 0.17
"""Of the letters' height: a wider gap is a blank nobody typed. A typed blank is 0.25."""
_CELL_GAP = 1.6
"""Of the letters' height: a wider gap stands between columns; blanks of a justified line stay under 1.2."""
_SAME_ROW = 0.45
_RAISED = 0.78
"""A run at most this much of its row's height, standing higher, is raised."""
_BLANKS = re.compile(r"[ \u00a0]{2,}")
_DIGITS = re.compile(r"\d{1,3}")
_UNIT = re.compile(r"(?:^|[\s\d/(])[kcdm]?m$")
_NOTED = re.compile(r"(?:/(?:19|20)\d\d|[^\W\d_]|[”)»\"%.,;])$")
"""What a note's mark may follow; after ``=`` or a number a raised number is part of a formula."""


@dataclass(slots=True)
class Run:
    """Letters drawn together."""

    x0: float
    x1: float
    y: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a row that no column gap parts."""

    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height of the page, left to right."""

    cells: tuple[Cell, ...]
    height: float
    y: float

    @property
    def x0(self) -> float:
        """Left end of the row."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Right end of the row."""
        return self.cells[-1].x1

    def line(self, sign: str = " ") -> Line:
        """Return the row as one line, its cells parted by ``sign``."""
        return Line(sign.join(cell.text for cell in self.cells), self.x0, self.x1, self.height)


def page_rows(page: Any) -> tuple[list[Row], int]:
    """Return the rows of a pypdf page, top to bottom, and how many letters drawn a second time were dropped."""
    runs = list(_runs(page))
    kept = _drawn_once(runs)
    rows = [row for row in map(_row, _by_height(kept)) if row]
    return rows, sum(letters(run.text) for run in runs) - sum(letters(run.text) for run in kept)


def letters(text: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(char.isalnum() for char in text)


def forms(page: Any) -> list[Any]:
    """Return the drawings a page embeds that may hold text of their own."""
    resources = page.get("/Resources", {}).get_object()
    objects = resources.get("/XObject", {}).get_object()
    found = (reference.get_object() for reference in objects.values())
    return [one for one in found if one.get("/Subtype") == "/Form"]


def _runs(page: Any) -> Iterable[Run]:
    """Return the runs of a page; of a page that draws no letters itself, those of the one form that does.

    Recognised text stands in such a form. Where several parts draw letters, their places cannot be told to one
    another, and the plain mode is left to read the page.
    """
    contents = page.get("/Contents")
    own = list(_drawn(contents.get_object(), page)) if contents is not None else []
    if own:
        return own
    drawn = [runs for one in forms(page) if (runs := list(_drawn(one, _as_page(one, page.pdf))))]
    return drawn[0] if len(drawn) == 1 else []


def _as_page(form: Any, pdf: Any) -> Any:
    from pypdf import PageObject
    from pypdf.generic import NameObject

    page = PageObject(pdf)
    page[NameObject("/Resources")] = form.get("/Resources", page)
    return page


def _drawn(contents: Any, page: Any) -> Iterable[Run]:
    from pypdf._text_extraction import _layout_mode
    from pypdf.generic import ContentStream

    operations = iter(ContentStream(contents, page.pdf, "bytes").operations)
    for group in _layout_mode.text_show_operations(operations, page._layout_mode_fonts()):
        if text := group["text"]:
            yield Run(
                group["tx"], group["displaced_tx"], group["ty"] * group["flip_sort"], abs(group["font_height"]), text
            )


def _drawn_once(runs: Iterable[Run]) -> list[Run]:
    """Leave out runs drawn a second time a hair beside the first: letters made bold by drawing them twice."""
    kept: list[Run] = []
    last: dict[str, list[Run]] = {}
    for run in runs:
        near = 0.25 * run.height
        if run.text.strip() and any(
            abs(other.x0 - run.x0) < near and abs(other.y - run.y) < near for other in last.get(run.text, ())
        ):
            continue
        kept.append(run)
        last.setdefault(run.text, []).append(run)
        del last[run.text][:-8]
    return kept


def _by_height(runs: Iterable[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        if rows:
            first = max(rows[-1], key=lambda other: other.height)
            if abs(first.y - run.y) < _SAME_ROW * max(first.height, run.height):
                rows[-1].append(run)
                continue
        rows.append([run])
    return rows


def _row(runs: list[Run]) -> Row | None:
    runs = sorted(runs, key=lambda run: run.x0)
    inked = [run for run in runs if run.text.strip()]
    if not inked:
        return None
    height = max(run.height for run in inked)
    base = min(run.y for run in inked if run.height >= _RAISED * height)
    cells: list[Cell] = []
    text, x0, x1 = "", inked[0].x0, inked[0].x0
    for run in runs:
        words = run.text
        if not words.strip():
            if text and run.x0 - x1 < height:
                text, x1 = f"{text} ", max(x1, min(run.x1, x1 + height))
            continue
        gap = run.x0 - x1
        if text and gap > _CELL_GAP * height:
            cells.append(Cell(x0, x1, _tidy(text)))
            text, x0 = "", run.x0
        elif (
            text
            and gap > (_WORD_GAP if not _UNIT.search(text) else 2 * _WORD_GAP) * height
            and not text.endswith(" ")
            and not words.startswith(" ")
        ):
            text += " "
        raised = run.height < _RAISED * height and run.y > base + 0.1 * height
        text += _raised(text, words) if raised else words
        x1 = max(x1, run.x1) if text else run.x1
    if text.strip():
        cells.append(Cell(x0, x1, _tidy(text)))
    return Row(tuple(cells), height, base) if cells else None


def _raised(before: str, words: str) -> str:
    """Write a raised number as a note's mark, and as it is after a unit (``km2``)."""
    if _DIGITS.fullmatch(words.strip()) and _NOTED.search(before) and not _UNIT.search(before):
        return f"[{words.strip()}]"
    return words


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
