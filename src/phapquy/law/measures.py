"""Amounts and what a clause says of them: ranges ("từ 60 điểm đến dưới 75 điểm") and steps ("cứ thêm 1.000 dân …").

Amounts are exact decimals with a unit of their own; thousands are written with points and decimals with a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = {
    "dân": "dân", "người dân": "dân", "nhân khẩu": "dân", "điểm": "điểm", "tháng": "tháng", "năm": "năm",
    "ngày": "ngày", "tuổi": "tuổi", "km2": "km2", "km²": "km2", "%": "%", "phần trăm": "%", "hộ": "hộ", "ha": "ha",
    "héc ta": "ha", "đại biểu": "đại biểu", "người": "người",
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_FIGURE = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_SCALES = {"triệu": 1_000_000, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000}


def _n(name: str) -> str:
    """A figure as a named group."""
    return rf"(?P<{name}>{_FIGURE})"


def _u(name: str = "unit") -> str:
    """A unit as a named group."""
    return rf"(?P<{name}>{_UNIT})(?!\w)"


_AMOUNT = re.compile(rf"(?<![\w/.,]){_n('figure')}\s*(?P<scale>triệu|nghìn|ngàn|vạn)?\s*{_u()}(?!/)", re.IGNORECASE)
_TWO_ENDS = re.compile(
    rf"\b(?P<open>từ trên|trên|từ đủ|từ)\s+{_n('low')}(?:\s*(?:{_UNIT}))?"
    rf"\s+đến\s+(?P<under>dưới\s+)?{_n('high')}\s*{_u()}",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    rf"\b(?:(?:từ\s+)?{_n('upto')}\s*{_u('unit1')}\s+trở xuống"
    r"|(?P<word>không quá|ít hơn hoặc bằng|nhiều nhất|tối đa|dưới|ít hơn|chưa đến|chưa đủ)"
    rf"\s+{_n('high')}\s*{_u('unit2')})",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    rf"\b(?:(?:từ\s+(?:đủ\s+)?)?{_n('from')}\s*{_u('unit1')}\s+trở lên"
    rf"|(?P<word>trên|hơn|nhiều hơn|ít nhất|tối thiểu|đủ)\s+{_n('low')}\s*{_u('unit2')})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:(?:lúc|vào) )?(?P<hour>\d{1,2})\s*(?:h|giờ)\s*(?P<minute>\d{2})\b"
    r"|\b(?:lúc|vào) (?P<at>\d{1,2})\s*(?:h|giờ)\b",
    re.IGNORECASE,
)
_BY_CLOCK = re.compile(r"\b(?P<side>sau|trước)\s+(?P<hour>\d{1,2})\s*(?:h|giờ)(?!\s*làm việc)\b", re.IGNORECASE)
CLOCK = "giờ trong ngày"
"""The unit of a time of day, in hours."""
_LIKE = 3
"""An amount up to so many times an end of a range, or so many times less, is one the range speaks of."""
_STRICT = frozenset({"trên", "từ trên", "hơn", "nhiều hơn", "dưới", "ít hơn", "chưa đến", "chưa đủ"})


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of something."""

    value: Decimal
    unit: str
    """The unit's plain name: ``dân``, ``điểm``, ``tháng`` …"""
    text: str
    """As written."""


@dataclass(frozen=True, slots=True)
class Range:
    """The amounts of one unit that a clause speaks of; None is no end."""

    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    above: bool = False
    """Whether the low end itself is left out."""
    below: bool = False
    """Whether the high end itself is left out."""

    @property
    def closed(self) -> bool:
        """Whether it has two ends, or is of the time of day: what lies in it does not lie there by chance."""
        return (self.low is not None and self.high is not None) or self.unit == CLOCK

    def holds(self, amount: Amount) -> bool:
        """Whether an amount of the same unit lies in the range."""
        return amount.unit == self.unit and self._above_low(amount) and self._below_high(amount)

    def concerns(self, amount: Amount) -> bool:
        """Whether the range speaks of amounts like this one: of its unit, its ends not many times more or less."""
        ends = [end for end in (self.low, self.high) if end]
        return amount.unit == self.unit and any(end / _LIKE <= amount.value <= end * _LIKE for end in ends)

    def _above_low(self, amount: Amount) -> bool:
        return self.low is None or amount.value > self.low or (amount.value == self.low and not self.above)

    def _below_high(self, amount: Amount) -> bool:
        return self.high is None or amount.value < self.high or (amount.value == self.high and not self.below)


def amounts_in(text: str) -> list[Amount]:
    """List the amounts a text states, in order."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        value = number(match["figure"]) * _SCALES.get((match["scale"] or "").lower(), 1)
        found.append(Amount(value, _unit(match["unit"]), match[0]))
    for match in _CLOCK.finditer(text):
        hour = Decimal(match["hour"] or match["at"]) + Decimal(match["minute"] or 0) / 60
        found.append(Amount(hour, CLOCK, match[0]))
    return found


def ranges_in(text: str) -> list[Range]:
    """List the ranges a text states; a stretch of text is read once, two ends before one."""
    found: list[Range] = []
    rest = text
    for match in _TWO_ENDS.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        above, below = match["open"].lower() in _STRICT, match["under"] is not None
        found.append(Range(_unit(match["unit"]), low, high, above, below))
        rest = rest.replace(match[0], " ", 1)
    for match in _BY_CLOCK.finditer(text):
        hour = Decimal(match["hour"])
        after = match["side"].lower() == "sau"
        found.append(Range(CLOCK, hour if after else None, None if after else hour, above=True, below=True))
    return [*found, *_one_ended(rest)]


def _one_ended(text: str) -> Iterator[Range]:
    for match in _AT_MOST.finditer(text):
        strict = (match["word"] or "").lower() in _STRICT
        yield Range(_unit(match["unit1"] or match["unit2"]), high=number(match["upto"] or match["high"]), below=strict)
    for match in _AT_LEAST.finditer(text):
        strict = (match["word"] or "").lower() in _STRICT
        yield Range(_unit(match["unit1"] or match["unit2"]), low=number(match["from"] or match["low"]), above=strict)


# -- steps ------------------------------------------------------------------------------------------------

_BASE = re.compile(
    rf"\btừ\s+{_n('upto')}\s*{_u()}\s+trở xuống(?:\s+\w+){{0,3}}?\s+{_n('count')}\s+(?P<thing>đại biểu|người)",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"\btrên\s+{_n('low')}\s*{_u()}(?:\s+đến\s+{_n('high')}\s*(?:{_UNIT}))?"
    rf"\s+thì cứ thêm\s+{_n('each')}\s*(?:{_UNIT})(?:\s+\w+){{0,3}}?\s+{_n('more')}\s+(?:đại biểu|người)",
    re.IGNORECASE,
)
_CAP = re.compile(rf"\btổng số không quá\s+{_n('most')}\s+(?:đại biểu|người)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many persons a clause of steps gives an amount, and how that comes about."""

    total: int
    thing: str
    """What is counted: ``đại biểu``."""
    parts: tuple[int, ...]
    """The base and what each step adds."""
    capped: bool
    """Whether the sum was more than the clause allows."""


def counted(text: str, amount: Amount) -> Counted | None:
    """Count the persons that a clause of steps gives an amount; None if it is no such clause for that unit.

    Only whole steps count: a clause that gives one person for every so many inhabitants gives none for less.
    """
    base = _BASE.search(text)
    if base is None or _unit(base["unit"]) != amount.unit:
        return None
    parts = [int(number(base["count"]))]
    for step in _STEP.finditer(text):
        top = min(amount.value, number(step["high"])) if step["high"] else amount.value
        beyond = top - number(step["low"])
        if beyond > 0:
            parts.append(int(beyond // number(step["each"])) * int(number(step["more"])))
    cap = _CAP.search(text)
    total, most = sum(parts), int(number(cap["most"])) if cap else None
    capped = most is not None and total > most
    return Counted(most if capped and most is not None else total, base["thing"].lower(), tuple(parts), capped)


def number(figure: str) -> Decimal:
    """Read a figure as Vietnamese texts write it: ``1.000.000``, ``0,5``, ``05``."""
    return Decimal(figure.replace(".", "").replace(",", "."))


def _unit(word: str) -> str:
    return _UNITS[word.lower()]
