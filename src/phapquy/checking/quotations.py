"""Words between quotation marks, and the citation that each belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.checking.mentions import Mention

MAX_QUOTE = 6000
"""Characters of the longest quotation that is compared."""
MIN_WORDS = 4
"""Fewer words between marks are a term ("một cửa"), not a quotation."""
_REACH = 300
"""Characters between a citation and the quotation that follows it."""
_REACH_BACK = 120
"""Characters between a quotation and the citation that follows it."""
_CITED_BEFORE = 4
"""Citations of one sentence that a quotation is held against."""
_MARK = re.compile(r"[“”«»\"]|\n[^\S\n]*\n")
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.!?…](?=\s+[A-ZĐÀ-Ỹ“\"«(])|;\s|\n")
_AFTER_COLON = re.compile(r":\s*$")
# “…” (điểm d …), “…” – Điều 5 …, “…” theo khoản 2 …
_B = r"[^\S\n]"
_OF = re.compile(
    rf"{_B}*[,.;]?{_B}*(?:\n?{_B}*[(\[–—]|-)[^\S\n(]*(?:(?:căn cứ|trích|theo|xem|tại|quy định tại){_B}+)*"
    rf"|{_B}*,?{_B}*(?:(?:được|là|như){_B}+)*(?:(?:quy định|nêu|ghi){_B}+)?(?:theo|tại|ở|trong){_B}+"
    rf"(?:quy định{_B}+(?:tại|của){_B}+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks, the marks left out."""

    start: int
    end: int


def find_quotations(text: str, mentions: Sequence[Mention]) -> list[Quotation]:
    """List the quotations of a text, outermost only, in one pass.

    A pair around a whole answer, with citations and quotations of its own inside, is no quotation.
    """
    pairs = sorted(_pairs(text), key=lambda one: (one.start, -one.end))
    starts = [one.start for one in mentions]
    inner = [0] * len(pairs)
    above: list[int] = []
    for i, one in enumerate(pairs):
        while above and pairs[above[-1]].end <= one.start:
            above.pop()
        if above and long_enough(text, one):
            inner[above[-1]] += 1
        above.append(i)
    found: list[Quotation] = []
    for i, one in enumerate(pairs):
        if found and one.start < found[-1].end:
            continue
        cites = bisect_left(starts, one.start) < bisect_left(starts, one.end)
        if one.end - one.start <= MAX_QUOTE and not (inner[i] and cites):
            found.append(one)
    return found


def long_enough(text: str, one: Quotation) -> bool:
    """Whether there are words enough for a quotation."""
    words = _WORD.finditer(text, one.start, one.end)
    return sum(1 for _ in zip(range(MIN_WORDS), words, strict=False)) == MIN_WORDS


def _pairs(text: str) -> list[Quotation]:
    """Pair the marks; sources mix them (“…"), and marks left open pair with nothing."""
    pairs: list[Quotation] = []
    open_: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if sign[0] == "\n":
            while open_ and open_[-1][0] == '"':  # straight marks do not cross an empty line
                open_.pop()
        elif sign in "“«" or (sign == '"' and _opens(text, mark.start(), open_)):
            open_.append((sign, mark.end()))
        elif open_:
            pairs.append(Quotation(open_.pop()[1], mark.start()))
    return pairs


def _opens(text: str, at: int, open_: list[tuple[str, int]]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_before, free_after = not before or before.isspace() or before in "([", not after or after.isspace()
    if free_before != free_after:
        return free_before
    return not (open_ and open_[-1][0] == '"')


class Owners:
    """Tells to which citations a quotation may belong."""

    def __init__(self, text: str, mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> None:
        self._text = _covered(text, quotations)
        self._mentions = [(i, one) for i, one in enumerate(mentions) if not _inside(one, quotations)]
        self._starts = [one.start for _, one in self._mentions]
        self._quotes = [one.start for one in quotations]

    def of(self, quote: Quotation) -> list[int]:
        """Return the numbers of the citations a quotation may belong to, the likeliest first; none is no answer."""
        place = bisect_left(self._starts, quote.start)
        after = self._mentions[place] if place < len(self._mentions) else None
        near = after is not None and 0 < after[1].start - quote.end <= _REACH_BACK
        if after and near and _OF.fullmatch(self._text, quote.end + 1, after[1].start):
            return [after[0]]
        follows = after is not None and self._joined(quote.end + 1, after[1].start, _REACH_BACK)
        found: list[int] = []
        for number, one in reversed(self._mentions[max(0, place - _CITED_BEFORE) : place]):
            if not self._joined(one.end, quote.start - 1, _REACH):
                break
            found.append(number)
        return [*found, after[0]] if after and follows else found

    def _joined(self, start: int, end: int, reach: int) -> bool:
        """Whether two places stand in one sentence; a colon leads into the next line."""
        if not 0 <= end - start <= reach:
            return False
        between = self._text[start:end]
        led = _AFTER_COLON.search(between)
        return not _BREAK.search(between[: led.start()] if led else between)


def _covered(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with what is quoted covered, so that a full stop inside a quotation ends no sentence."""
    pieces, at = [], 0
    for one in quotations:
        pieces += [text[at : one.start], "x" * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, text[at:]])


def _inside(mention: Mention, quotations: Sequence[Quotation]) -> bool:
    place = bisect_left(quotations, mention.end, key=lambda one: one.start) - 1
    return place >= 0 and quotations[place].start <= mention.start < quotations[place].end
