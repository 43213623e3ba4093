"""What an amending clause points at: ``điểm a và điểm b khoản 1 Điều 14; Điều 22`` -> three provisions.

Drafting order is inside out: a point, then its clause, then its article. Each list is therefore read with the
next higher unit to its right; where none follows (``Điều 5, trừ điểm i khoản 1``) with what is already known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.law.structure import DIEM_ORDER

Parts = tuple[str, ...]

_LEVELS = {"điều": 0, "khoản": 1, "điểm": 2}
_N = r"(?:\d{1,3}[a-zđ]?|[a-zđ]\d?)(?![\w/])"
# "Điều 5", "các khoản 2, 3 và 4", "điểm b, c, d và e", "các điều 8, 11", "từ Điều 5 đến Điều 9"
_UNIT = re.compile(
    rf"\b(?P<unit>điều|khoản|điểm)\s+(?P<list>{_N}(?:(?:\s*,\s*(?:và\s+)?|\s+(?:và|hoặc)\s+){_N})*)"
    rf"(?P<to>\s+đến\s+(?:(?P=unit)\s+)?(?P<last>{_N}))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(_N, re.IGNORECASE)
# Where the new wording goes is no target: "vào sau khoản 4", "trước điểm b"
_PLACE = re.compile(rf"(?:vào\s+)?(?:sau|trước)\s+(?:điều|khoản|điểm)\s+{_N}", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_ANNEX = re.compile(r"\b(?:Phụ lục|Mẫu (?:số )?\d|Mẫu số|Phần [IVX]+|Mục [IVXLC\d]+|nội dung [A-C]\b)", re.IGNORECASE)
_AND = re.compile(r"\bvà\b")
_LINK = re.compile(r"tại|của|thuộc|trong|nội dung tại tên")
_EXCEPT = re.compile(r",?\s*trừ\s+", re.IGNORECASE)
# "Nghị định số 71/2024/NĐ-CP", "Luật Biển Việt Nam số 18/2012/QH13", "Nghị quyết số 98/2023/QH15"
_DOCUMENT = re.compile(
    r"(?P<type>Bộ luật|Luật|Nghị định|Nghị quyết|Pháp lệnh|Thông tư|Quyết định)\s+(?:[^\n;:“\"()\d]{0,80}?số\s+)?"
    r"(?P<number>\d{1,4}(?:/\d{4})?/[A-ZĐ]{2,8}\d{0,2}(?:-[A-ZĐ]{2,8}\d{0,2})?)"
)
_CONSTITUTION = re.compile(r"Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam")


@dataclass(frozen=True, slots=True)
class Targets:
    """The provisions a text names, and those it takes out (``trừ …``)."""

    named: tuple[Parts, ...] = ()
    excepted: tuple[Parts, ...] = ()
    annex: bool = False
    """Whether some of the words name a part of an annex or a form, which have no ids here."""


@dataclass(frozen=True, slots=True)
class _Unit:
    level: int
    numbers: tuple[str, ...]
    start: int
    end: int


def read_targets(text: str, context: Parts = ()) -> Targets:
    """Read the provisions named in ``text``.

    Args:
        text: the words of the clause without quotations.
        context: parts already known (``("34",)`` under a heading that names Điều 34).
    """
    named: list[Parts] = []
    excepted: list[Parts] = []
    annex = False
    following = context
    for piece in reversed(re.split(r"[;\n]", _PLACE.sub(" ", _ASIDE.sub(" ", text)))):
        annex = annex or bool(_ANNEX.search(piece))
        first, *rest = _EXCEPT.split(piece, maxsplit=1)
        units = _units(first)
        articles = [unit for unit in units if unit.level == 0]
        found = _resolve(units, first, context if articles or context else following)
        following = articles[-1].numbers[:1] if articles else following
        named = found + named
        if rest and found:
            excepted = _resolve(_units(rest[0]), rest[0], found[-1][:1]) + excepted
    return Targets(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(excepted)), annex)


def read_document(text: str) -> str | None:
    """Return the document named first outside parentheses, as ``Nghị định 71/2024/NĐ-CP``; None if none is."""
    words = _ASIDE.sub(" ", text)
    found = _DOCUMENT.search(words)
    if found:
        return f"{found['type']} {found['number']}"
    return "Hiến pháp" if _CONSTITUTION.search(words) else None


def _units(text: str) -> list[_Unit]:
    units = []
    for match in _UNIT.finditer(text):
        numbers = tuple(number.lower() for number in _NUMBER.findall(match["list"]))
        if match["to"]:
            numbers = (*numbers[:-1], *_between(numbers[-1], match["last"].lower()))
        units.append(_Unit(_LEVELS[match["unit"].lower()], numbers, match.start(), match.end()))
    return _outside_annexes(units, text)


def _outside_annexes(units: list[_Unit], text: str) -> list[_Unit]:
    """Leave out the units of an annex: ``điểm a khoản 6 Mục III Phần IV Phụ lục I``."""
    kept: list[_Unit] = []
    in_annex = False
    for place in reversed(range(len(units))):
        unit = units[place]
        stop = units[place + 1].start if place + 1 < len(units) else len(text)
        between = text[unit.end : stop]
        after = _ANNEX.search(between)
        if unit.level == 0:
            in_annex = False
        elif after and not _LINK.sub("", between[: after.start()]).strip():
            in_annex = True
        elif between.strip():
            in_annex = False
        if not in_annex:
            kept.insert(0, unit)
    return kept


def _between(first: str, last: str) -> tuple[str, ...]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 300:  # noqa: PLR2004 - a plausible range
        return tuple(map(str, range(int(first), int(last) + 1)))
    if first in DIEM_ORDER and last in DIEM_ORDER:
        return tuple(DIEM_ORDER[DIEM_ORDER.index(first) : DIEM_ORDER.index(last) + 1]) or (first, last)
    return (first, last)


def _resolve(units: Sequence[_Unit], text: str, context: Parts) -> list[Parts]:
    found: list[Parts] = []
    for place, unit in enumerate(units):
        between = text[units[place - 1].end : unit.start] if place else ""
        if place and units[place - 1].level > unit.level and not _AND.search(between):
            continue  # it only says where the unit before it stands
        above = _above(units, place, context)
        if above is not None:
            found.extend((*above, number) for number in unit.numbers)
    return found


def _above(units: Sequence[_Unit], place: int, context: Parts) -> Parts | None:
    """The parts above a unit: from the higher units to its right, else from the context; None if unknown."""
    above: list[str] = []
    level = units[place].level
    for later in units[place + 1 :]:
        if later.level < level:
            above.insert(0, later.numbers[0])
            level = later.level
    if level and not context:
        return None
    return (*context[:level], *above)
