"""Thresholds of a clause as ranges of any unit: "dưới 10 ha", "từ 2 tỷ đồng trở lên", "từ 5 đến dưới 10 tầng"."""

from __future__ import annotations

import re
from decimal import Decimal

from phapquy.law.measures import Range, number

_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SCALES = {"tỷ": 1_000_000_000, "tỉ": 1_000_000_000, "triệu": 1_000_000, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000}
_UNITS = {"héc ta": "ha", "hecta": "ha", "m²": "m2", "mét vuông": "m2", "km²": "km2", "phần trăm": "%", "đ": "đồng"}
_UNIT = r"(?:héc ta|hecta|mét vuông|phần trăm|%|[a-zà-ỹđ]+[²2]?)"
_SCALE = r"(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)"
_SQUARE = {"ha": ("m2", Decimal(10_000)), "km2": ("m2", Decimal(1_000_000))}


def _amount(name: str) -> str:
    return rf"(?P<{name}>{_N})(?:\s*(?P<{name}s>{_SCALE}))?"


_TWO = re.compile(
    rf"\b(?P<open>từ trên|trên|từ)\s+{_amount('low')}(?:\s*{_UNIT})?\s+đến\s+(?P<under>dưới\s+)?"
    rf"{_amount('high')}\s*(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"\b(?P<word>dưới|ít hơn|nhỏ hơn|không quá|tối đa|nhiều nhất|đến|từ(?=[^;.]{{0,24}}trở xuống))\s+{_amount('high')}"
    rf"\s*(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"\b(?P<word>trên|hơn|lớn hơn|ít nhất|tối thiểu|từ)\s+{_amount('low')}\s*(?P<unit>{_UNIT})", re.IGNORECASE
)
_STRICT = frozenset({"dưới", "ít hơn", "nhỏ hơn", "trên", "hơn", "lớn hơn", "từ trên"})


def ranges_of(text: str) -> tuple[Range, ...]:
    """List the ranges of a text; areas all in square metres, money in đồng."""
    found: list[Range] = []
    rest = text
    for pattern in (_TWO, _MOST, _LEAST):
        for match in pattern.finditer(rest):
            found.append(_range(match))
        rest = pattern.sub(" ", rest)
    return tuple(found)


def apart(first: Range, second: Range) -> bool:
    """Whether no amount lies in both ranges of one unit."""
    return first.unit == second.unit and (_below(first, second) or _below(second, first))


def _below(lower: Range, upper: Range) -> bool:
    if lower.high is None or upper.low is None:
        return False
    return lower.high < upper.low or (lower.high == upper.low and (lower.below or upper.above))


def _range(match: re.Match[str]) -> Range:
    groups = match.groupdict()
    unit = _UNITS.get(match["unit"].lower(), match["unit"].lower())
    unit, factor = _SQUARE.get(unit, (unit, Decimal(1)))
    low, high = (_value(groups, name, factor) for name in ("low", "high"))
    strict = (groups.get("word") or groups.get("open") or "").lower() in _STRICT
    below = bool(groups.get("under")) if groups.get("low") and high is not None else strict and high is not None
    return Range(unit, low, high, strict and low is not None, below)


def _value(groups: dict[str, str | None], name: str, factor: Decimal) -> Decimal | None:
    figure = groups.get(name)
    scale = _SCALES.get((groups.get(f"{name}s") or groups.get("highs") or "").lower(), 1)
    return number(figure) * scale * factor if figure else None


def written(one: Range) -> str:
    """Write a range for a person: ``từ 100000 đến dưới 200000 m2``."""
    low = f"{'trên' if one.above else 'từ'} {_plain(one.low)}" if one.low is not None else ""
    high = f"{'dưới' if one.below else 'đến'} {_plain(one.high)}" if one.high is not None else ""
    return " ".join(part for part in (low, high, one.unit) if part)


def _plain(value: Decimal | None) -> str:
    text = f"{value:,f}" if value is not None else ""
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
