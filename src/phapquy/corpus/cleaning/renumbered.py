"""Numbers of clauses that recognition misread, where the clause before leaves only one reading.

``5,`` after khoản 4 is ``5.``; ``đ)`` after điểm c is ``d)``; a speck of dust before ``b)`` is none of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Page
from phapquy.law.structure import DIEM_ORDER

STEP = "số khoản, điểm nhận dạng sai"
_DUST = re.compile(r"^(?:[^\w“\"(|]|_)+(?=(?:Điều\s+\d+\.|\d{1,2}[.,]|[a-zđ©€]\))\s)")
_DIEU = re.compile(r"^Điều\s+\d+[a-zđ]?\s*\.")
_KHOAN = re.compile(r"^(?P<n>[\d|lIóòôoOS§&]{1,2})(?P<sign>\s?[.,]|)\s+(?=[A-ZĐÀ-Ỹ“])")
_DIEM = re.compile(r"^(?P<n>[^\s\d]|4)\)\s+(?=\S)")
_DIGITS = {"0": "oO", "1": "|lI", "5": "S§", "6": "óòô&", "8": "§&"}
_MISREAD = {"a": "4äâàáã@", "c": "©€¢", "d": "đ"}


@dataclass(slots=True)
class _Place:
    khoan: int = 0
    diem: str = ""

    def due(self) -> str:
        """Return the letter of the next điểm."""
        at = DIEM_ORDER.find(self.diem) + 1 if self.diem else 0
        return DIEM_ORDER[at : at + 1]


def renumbered(pages: list[Page], tally: Tally) -> None:
    """Write the number that is due where recognition wrote what looks like it, in place."""
    place = _Place()
    for page in pages:
        tally.page = page.number
        for at, line in enumerate(page.lines):
            made = _line(_DUST.sub("", line.text), place)
            if made != line.text:
                tally.add(line.text[:20], made[:20])
                page.lines[at] = replace(line, text=made)


def _line(text: str, place: _Place) -> str:
    if _DIEU.match(text):
        place.khoan, place.diem = 0, ""
    elif found := _KHOAN.match(text):
        return _khoan(text, found, place)
    elif found := _DIEM.match(text):
        return _diem(text, found, place)
    return text


def _khoan(text: str, found: re.Match[str], place: _Place) -> str:
    printed, due = found["n"], str(place.khoan + 1)
    plain = printed.isdigit() and found["sign"] == "."
    if plain and int(printed) > place.khoan:
        place.khoan, place.diem = int(printed), ""
    elif _looks_like(printed, due) and (found["sign"] or printed == due):
        place.khoan, place.diem = int(due), ""
        return f"{due}. {text[found.end() :]}"
    return text


def _looks_like(printed: str, due: str) -> bool:
    return len(printed) == len(due) and all(
        one == two or one in _DIGITS.get(two, "") for one, two in zip(printed, due, strict=True)
    )


def _diem(text: str, found: re.Match[str], place: _Place) -> str:
    due, letter = place.due(), found["n"]
    if letter != due and letter in _MISREAD.get(due, ""):
        place.diem = due
        return f"{due}) {text[found.end() :]}"
    if letter in DIEM_ORDER:
        place.diem = letter
    return text
