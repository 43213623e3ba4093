"""Numbers as they are written and spoken: ``30 ngày`` = ``ba mươi ngày``, ``01/7/2025`` = ``ngày 01 tháng 7 năm 2025``.

A number is read with the word that it counts, so that days never pass for months. Texts are lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_WORDS = "|".join((*_UNITS, "mười", "mươi", "trăm", "linh", "lẻ"))
_SCALE = "|".join(_SCALES)
_COUNTED = (
    "ngày|tháng|năm|tuần|giờ|phút|tuổi|lần|người|đồng|cấp|quý|xã|phường|tỉnh|thôn|hộ|đại biểu|nhiệm kỳ|phó|mét|ha|km|kg"
    "|bộ|bản|phần|tầng|nhóm|kỳ|khóa|thành viên"
)
"""Nouns before which a single number word is a number; "một cửa", "một số" and "năm học" keep their words."""
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_DATE = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})(?![\w/])"
)
_MONTH = re.compile(r"tháng (?P<month>\d{1,2})(?:[/-]| năm )(?P<year>\d{4})(?![\w/])")
_SPOKEN = rf"(?:(?:{_WORDS}|{_SCALE}) )*(?:{_WORDS}|{_SCALE})"
_QUANTITY = re.compile(
    rf"(?<!\w)(?:(?P<over>{_DIGITS})/(?P<under>\d+)(?![\w/])"
    rf"|(?P<digits>{_DIGITS})(?P<scales>(?: (?:{_SCALE})(?!\w))*)"
    rf"|(?P<top>{_SPOKEN}) phần (?P<bottom>{_SPOKEN}|tư)(?!\w)"
    rf"|(?P<spoken>{_SPOKEN})(?!\w))"
    r"(?P<percent> ?%| phần trăm(?!\w))?"
)
_AFTER = re.compile(rf" (?P<noun>(?:{_COUNTED})(?: làm việc)?(?!\w)|[^\W\d_]+)")
_ODD_FIVE = re.compile(r"(?:linh|lẻ) năm$")
"""A five at the end of a number is "lăm" but after these; another "năm" there counts years."""
_COUNTED_NEXT = re.compile(rf" (?:{_COUNTED}|{_SCALE})(?!\w)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a day, with the word it counts; offsets into the text."""

    start: int
    end: int
    key: str


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the numbers and days of a lower-case text; a lone number word counts only before a counted noun."""
    pos = 0
    while found := _next(text, pos):
        yield found
        pos = found.end


def _next(text: str, pos: int) -> Quantity | None:
    matches = [found for pattern in (_DATE, _MONTH) if (found := pattern.search(text, pos))]
    calendar = min(matches, key=lambda one: one.start(), default=None)
    number = _number(text, pos)
    if calendar and (number is None or calendar.start() <= number.start):
        parts = calendar.groupdict()
        day = f"{int(parts.get('day') or 0):02d}"
        return Quantity(calendar.start(), calendar.end(), f"ngày {parts['year']}-{int(parts['month']):02d}-{day}")
    return number


def _number(text: str, pos: int) -> Quantity | None:
    for found in _QUANTITY.finditer(text, pos):
        spoken, end = found["spoken"], found.end()
        if spoken and spoken.endswith(" năm") and not _ODD_FIVE.search(spoken):
            spoken, end = spoken.removesuffix(" năm"), end - len(" năm")
        alone = spoken is not None and " " not in spoken and not found["percent"]
        if alone and not _COUNTED_NEXT.match(text, end) and spoken != "mười":
            continue
        value = _spoken(spoken) if spoken else _value_of(found)
        if value is None:
            continue
        if found["percent"]:
            return Quantity(found.start(), found.end(), f"{value} phần trăm")
        after = _AFTER.match(text, end)
        noun = after["noun"] if after else ""
        return Quantity(found.start(), after.end() if after else end, f"{value} {noun}".rstrip())
    return None


def _value_of(found: re.Match[str]) -> Fraction | None:
    if found["over"]:
        under = int(found["under"])
        return Fraction(_digits(found["over"]), under) if under else None
    if found["digits"]:
        value = _digits(found["digits"])
        for scale in (found["scales"] or "").split():
            value *= _SCALES[scale]
        return value
    top, bottom = _spoken(found["top"]), _spoken(found["bottom"])
    return top / bottom if top is not None and bottom else None


def _digits(written: str) -> Fraction:
    return Fraction(written.replace(".", "").replace(",", "."))


def _spoken(words: str) -> Fraction | None:
    """The value of number words; None where they make no number ("mươi", "hai ba")."""
    total = part = 0
    last = ""
    for word in words.split():
        if word in _UNITS:
            if last in _UNITS:
                return None
            part += _UNITS[word]
        elif word == "mười":
            part += 10
        elif word == "mươi":
            tens = part % 10
            if last not in _UNITS or not tens:
                return None
            part += 9 * tens
        elif word == "trăm":
            part = (part or 1) * 100
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        last = word
    return Fraction(total + part) or None
