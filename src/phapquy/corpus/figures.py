"""What is counted and named in a text, in one form, so that a digest and its clause can be compared.

Numbers lose leading zeros and thousands' points ("08.000" and "8000" are one); dates and the numbers of documents are
no numbers. An organ is its base with its level.
"""

from __future__ import annotations

import re
from datetime import date

from phapquy.law.citations import find_citations
from phapquy.law.holder import Level, Organ, find_organs

_MARKER = re.compile(r"^\s*(?:\d{1,3}[a-zđ]?\s?\.(?!\d)|[a-zđ]\))\s*")
_QUOTED_MARKER = re.compile(r"[“\"]\d{1,3}[a-zđ]?\.")
_DATE = re.compile(
    r"(?:(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4}))|(?<![\d/])(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4})(?![\d/])"
)
_DOCUMENT = re.compile(r"\b\d+[A-Z]?(?:-[A-ZĐ]+)?/(?:\d{4}/)?[A-ZĐ][\w-]*|\b\d+-[A-ZĐ]+/[A-ZĐ]+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?")
_SHARES = {
    "hai phần ba": "2/3",
    "một phần ba": "1/3",
    "một phần hai": "1/2",
    "ba phần tư": "3/4",
    "quá nửa": "quá nửa",
}
_SHARE = re.compile("|".join(_SHARES), re.IGNORECASE)
_SIGNED_SHARE = re.compile(r"(?<![\d/])([123])/([234])(?![\d/])")
_LEVEL = (
    (Level.XA, re.compile(r"\b(?:xã|phường|đặc khu|thị trấn)\b", re.IGNORECASE)),
    (Level.TINH, re.compile(r"\b(?:tỉnh|thành phố)\b", re.IGNORECASE)),
    (Level.HUYEN, re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)),
    (Level.TRUNG_UONG, re.compile(r"\b(?:trung ương|Trung ương|Quốc hội|Chính phủ|Thủ tướng|[Bb]ộ|Chủ tịch nước)\b")),
)


def dates_of(text: str) -> frozenset[date]:
    """Return the dates a text gives in full."""
    found = set()
    for one in _DATE.finditer(text):
        day, month, year = (int(one[name] or one[f"{name}2"]) for name in "dmy")
        try:
            found.add(date(year, month, day))
        except ValueError:
            continue
    return frozenset(found)


def numbers_of(text: str) -> frozenset[str]:
    """Return the numbers a text states: without its own marker, citations, dates and numbers of documents."""
    words = _QUOTED_MARKER.sub(" ", _DATE.sub(" ", _MARKER.sub("", text)))
    for one in reversed(find_citations(words)):
        words = f"{words[: one.start]} {words[one.end :]}"
    return _figures(_DOCUMENT.sub(" ", words))


def every_number(text: str) -> frozenset[str]:
    """Return every number a text shows, those of citations, dates and documents too."""
    return _figures(text)


def _figures(text: str) -> frozenset[str]:
    shares = {_SHARES[one[0].lower()] for one in _SHARE.finditer(text)}
    shares |= {one[0] for one in _SIGNED_SHARE.finditer(text)}
    rest = _SIGNED_SHARE.sub(" ", text)
    return frozenset(shares | {one[0].replace(".", "").lstrip("0") or "0" for one in _NUMBER.finditer(rest)})


def organs_of(text: str) -> tuple[Organ, ...]:
    """Return the organs a text names, each base and level once."""
    return tuple({(one.base, one.level): one for one in find_organs(" ".join(text.split()))}.values())


def levels_of(text: str) -> frozenset[Level]:
    """Return the levels of government whose units or organs a text names."""
    words = re.sub(r"thị xã", "quận", text, flags=re.IGNORECASE)
    words = re.sub(r"xã hội|ngang bộ|cán bộ|nội bộ|bộ máy|tiến bộ|toàn bộ|cục bộ|đồng bộ|đường bộ", " ", words,
                   flags=re.IGNORECASE)  # fmt: skip
    return frozenset(level for level, pattern in _LEVEL if pattern.search(words))
