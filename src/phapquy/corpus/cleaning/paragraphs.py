"""From printed lines to paragraphs, one a line, and the page each stretch came from.

Where a line's place is known, a paragraph begins at an indent, after a line that ends short of the margin, at a
centred line, and at a clause's number. Where only words are known (plain text cut at a width), a paragraph begins
after a short line that closes a sentence, and at a clause's number.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from phapquy.corpus.cleaning.broken import joined
from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Line, Page
from phapquy.law.lines import is_capitals

_INDENT = 0.9
"""Of the letters' height: a first line stands further in than this."""
_JITTER = 0.5
"""Of the letters' height: lines whose left ends differ by less begin at one place, also on a crooked scan."""
_SHORT = 1.0
"""Of the letters' height: a line that had room for the next line's first word and so much more ends its paragraph."""
_TITLE_WIDTH = 0.6
"""Of the page's width: a line of a title in capitals that goes on on the next line is at least so wide."""
_FULL = 0.8
"""Of the usual width in letters: a line of plain text at least so long is full."""
_TITLE_LETTERS = 12
"""A longer line in capitals is a title, not a wrapped abbreviation."""
_CONTAINER = re.compile(r"(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|TIỂU MỤC)\s+(?:[IVXLC]+|\d+|thứ \w+)\.?")
_WRAPPED_SHARE, _WRAPPED_WIDTH, _WRAPPED_LINES = 0.35, 130, 8
"""Share of lines that run on in small letters, and their usual width, from which a plain text is cut at a width. The
80 checked texts have at most 0.16 (the next 0.04); two articles copied out of a journal 0.76 and 0.82."""
_HEADED = re.compile(
    r"(?:Điều\s+\d+[a-zđ]?\s*(?:\.|$)"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục)\s+[IVXLC\d]+\.?\s*(?:[A-ZĐÀ-Ỹ]{2}|$)"
    r"|(?:PHỤ LỤC|Phụ lục)\s+[IVXLC\d]+\s*$|“?(?:Điều\s+)?\d{1,3}[a-zđ]?\.\s+\S|“?[a-zđ]\)\s|[-–+•*]\s+\S"
    r"|Căn cứ\s|Theo đề nghị\s|\(\d{1,2}\)\s+[A-ZĐÀ-Ỹ]|\d+\.\d+\.\s)"
)
_BLANKS = re.compile(r" {2,}")
_DIEU = re.compile(r"Điều\s+\d+[a-zđ]?\.\s+[A-ZĐÀ-Ỹ]")
_CLOSED = (".", ":", ";", "!", "?", ".”", "./.", "…")
_OPEN_END = re.compile(r"(?:[,\w(“\-–/]|\b(?:và|hoặc|của|số))$")


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text, and where in it each page begins."""

    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The margins of a page, in points; None where no place is known."""

    left: float
    """Where most lines begin."""
    right: float
    edge: float
    """Where the leftmost lines begin."""


def assemble(pages: Sequence[Page], tally: Tally) -> Assembled:
    """Join printed lines into paragraphs across pages."""
    pieces = _Pieces()
    starts: list[int] = []
    before: tuple[Line, _Frame | None, Page] | None = None
    width = _usual_width(pages)
    for page in pages:
        tally.page = page.number
        frame = _frame(page.lines)
        first = True
        for line in page.lines:
            text = _tidy(line.text, page)
            if not text:
                continue
            if before is None or _begins(before, (line, frame, page), pieces, width):
                pieces.begin(text)
            else:
                pieces.go_on(text, tally)
            if first:
                starts.append(pieces.place)
                first = False
            before = (line, frame, page)
        if first:
            starts.append(-1)
    text = pieces.text()
    return Assembled(text, _filled(starts, len(text)))


def _tidy(text: str, page: Page) -> str:
    text = unicodedata.normalize("NFC", text.strip()).lstrip("\u0300\u0301\u0303\u0309\u0323")
    return text if page.flowed else _BLANKS.sub(" ", text)


class _Pieces:
    """The text in the making: printed lines and what stands between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._title_due = False
        self.place = 0
        """Where the last line begins."""
        self.capitals = False
        """Whether the paragraph in the making is a title in capitals so far."""
        self.titled = False
        """Whether the paragraph in the making follows the number of a chapter."""

    def begin(self, text: str) -> None:
        """Begin a paragraph."""
        if self._parts:
            self._add("\n")
        self.place = self._length
        self.titled, self._title_due = self._title_due, _CONTAINER.fullmatch(text) is not None
        self.capitals = is_capitals(text)
        self._add(text)

    def go_on(self, text: str, tally: Tally) -> None:
        """Go on with the paragraph."""
        last = self._parts.pop()
        self._length -= len(last)
        last, between = joined(last, text, tally)
        self._add(last + between)
        self.place = self._length
        self.capitals = self.capitals and is_capitals(text)
        self._title_due = False
        self._add(text)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def text(self) -> str:
        """Return the text, each paragraph on a line."""
        return "".join([*self._parts, "\n"]) if self._parts else ""


def _filled(starts: list[int], end: int) -> tuple[int, ...]:
    """Give a page without text the place where the next page with text begins."""
    filled, following = [], end
    for start in reversed(starts):
        following = following if start < 0 else start
        filled.append(following)
    return tuple(reversed(filled))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a plain text is cut at a width, so that its lines are no paragraphs."""
    words = [line.strip() for line in lines if line.strip()]
    if len(words) < _WRAPPED_LINES or median(len(line) for line in words) > _WRAPPED_WIDTH:
        return False
    runs_on = sum(
        after[0].islower() and not _HEADED.match(after) and not before.endswith(_CLOSED)
        for before, after in itertools.pairwise(words)
    )
    return runs_on / len(words) >= _WRAPPED_SHARE


def _usual_width(pages: Sequence[Page]) -> int:
    widths = sorted(len(line.text.strip()) for page in pages for line in page.lines if line.text.strip())
    return widths[len(widths) * 3 // 4] if widths else 0


def _frame(lines: Sequence[Line]) -> _Frame | None:
    """Return the margins: where most lines begin, where nine in ten end at most, and the leftmost beginning."""
    placed = [line for line in lines if line.x0 is not None and line.x1 is not None and line.margin is None]
    if not placed:
        return None
    lefts = sorted(line.x0 or 0.0 for line in placed)
    size = median(line.size or 12.0 for line in placed)
    counts = [bisect_right(lefts, left + _JITTER * size) - at for at, left in enumerate(lefts)]
    right = sorted(line.x1 or 0.0 for line in placed)[int(len(placed) * 0.9)]
    return _Frame(lefts[counts.index(max(counts))], right, lefts[0])


def _begins(
    before: tuple[Line, _Frame | None, Page], here: tuple[Line, _Frame | None, Page], pieces: _Pieces, width: int
) -> bool:
    """Whether a line begins a paragraph."""
    last, last_frame, last_page = before
    line, frame, page = here
    titled = pieces.titled and pieces.capitals and is_capitals(line.text) and not _HEADED.match(line.text)
    if titled and page.flowed:
        return False
    if page.flowed or last_page.flowed or line.fresh or last.fresh:
        return True
    if line.margin != last.margin and (line.margin is None) != (last.margin is None):
        return True
    if line.x0 is None or last.x0 is None or frame is None or last_frame is None:
        return _begins_in_words(last.text.strip(), line.text.strip(), pieces, width)
    if titled:
        return not _is_centred(line, frame)
    return _begins_in_place(last, last_frame, line, frame)


def _begins_in_words(last: str, text: str, pieces: _Pieces, width: int) -> bool:
    if _HEADED.match(text):
        return True
    if text[0].islower():
        return False
    if len(last) >= _FULL * width and _OPEN_END.search(last[-20:]):
        return pieces.capitals
    return last.endswith(_CLOSED) or len(last) < _FULL * width or is_capitals(last) != is_capitals(text)


def _begins_in_place(last: Line, last_frame: _Frame, line: Line, frame: _Frame) -> bool:
    size = line.size or 12.0
    if line.margin is not None:
        return True
    if _is_centred(line, frame) or _is_centred(last, last_frame):
        return not _same_title(last, last_frame, line, frame)
    headed, closed = _HEADED.match(line.text) is not None, last.text.rstrip().endswith(_CLOSED)
    if line.text[0].islower() and not headed and not closed:
        return False
    inset, last_inset = (line.x0 or 0.0) - frame.left, (last.x0 or 0.0) - last_frame.left
    turned = frame is not last_frame
    level = abs(inset - last_inset) < _JITTER * size
    further_in = inset - last_inset > _INDENT * size and not turned
    first_line = inset > _INDENT * size and (turned or level or further_in)
    hanging = level and (line.x0 or 0.0) - frame.edge > _INDENT * size
    short = last_frame.right - (last.x1 or 0.0) > _first_word(line) + _SHORT * size
    title_ends = is_capitals(last.text) != is_capitals(line.text) and len(last.text) > _TITLE_LETTERS
    article = _DIEU.match(line.text) is not None
    return first_line or further_in or title_ends or short or article or (headed and (hanging or closed))


def _first_word(line: Line) -> float:
    """Return about how wide the first word of a line is, in points."""
    words = line.text.split(maxsplit=1)
    return len(words[0]) / len(line.text) * ((line.x1 or 0.0) - (line.x0 or 0.0)) if words else 0.0


def _is_centred(line: Line, frame: _Frame) -> bool:
    before, after = (line.x0 or 0.0) - frame.edge, frame.right - (line.x1 or 0.0)
    size = line.size or 12.0
    return before > 1.5 * size and after > 1.5 * size and abs(before - after) < max(1.2 * size, 0.12 * (before + after))


def _same_title(last: Line, last_frame: _Frame, line: Line, frame: _Frame) -> bool:
    """Whether two lines, one of them centred, are one title cut at the width."""
    one, two = last.text.strip(), line.text.strip()
    if _HEADED.match(two) or _HEADED.match(one) or is_capitals(one) != is_capitals(two) or not _is_centred(line, frame):
        return False
    if is_capitals(one):
        wide = (last.x1 or 0.0) - (last.x0 or 0.0) >= _TITLE_WIDTH * (last_frame.right - last_frame.left)
        return wide or one.endswith(",")
    return not one.endswith(_CLOSED) and (_is_centred(last, last_frame) or two[0].islower())
