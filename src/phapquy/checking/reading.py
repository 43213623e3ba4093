"""A pasted text made ready for the grammar, character for character: no offset moves.

Chat programs set words in asterisks, mail programs break lines in the middle of a citation. Both are made blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_MARKUP = re.compile(r"[*`]|(?<!\w)_{1,3}|(?<=\w)_{1,3}(?!\w)|^[^\S\n]*(?:>[^\S\n]?)+|^#{1,6}(?=\s)", re.MULTILINE)
_WRAPPED = 40
"""Characters from which on a line that does not end a sentence is taken for one broken by the margin."""
_ITEM = re.compile(r"\s*(?:[-–•+|]|\d{1,3}[.)]|[a-zđ]\)|(?:Điều|Chương|Mục|Phần)\s+\w+\s*(?:\.|$|\n)|Căn cứ\b|\n|$)")
_UNFINISHED = re.compile(r"(?:[Kk]hoản|[Đđ]iểm)\s+\w{1,4}$|(?:khoản|điểm|Điều|số|Luật|Nghị định|của|tại)$")
_CLOSED = tuple('.;:!?|”»"')


def readable(text: str) -> str:
    """Return a text of the same length without marks of emphasis, broken lines joined.

    Args:
        text: normalised text (NFC, line feeds).
    """
    plain = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    lines = plain.split("\n")
    joints = [" " if _broken(line, after) else "\n" for line, after in pairwise(lines)]
    return "".join(piece for pair in zip(lines, [*joints, ""], strict=True) for piece in pair)


def _broken(line: str, after: str) -> bool:
    """Whether the margin broke a line: the next one goes on with it."""
    line = line.rstrip()
    if not line or line.endswith(_CLOSED) or _ITEM.match(after):
        return False
    return len(line) >= _WRAPPED or after.lstrip()[:1].islower() or bool(_UNFINISHED.search(line[-20:]))


class Lines:
    """The numbers of the lines of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """Return the number of the line an offset stands in, from 1."""
        return bisect_right(self._starts, offset)
