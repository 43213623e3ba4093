"""Take personal data out of a question before it is kept.

A question is typed with a citizen waiting, so it may hold a name, a telephone number or an address. What looks like
one is replaced by a word in brackets. The rules rather hide too much than too little: the question stays legible.
"""

from __future__ import annotations

import re
import unicodedata

from phapquy.vietnamese.letters import CAPITAL

_WORD = rf"{CAPITAL}\w*"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|Lương|Đào|Tô|Trương|Cao"
)
_BARE_SURNAMES = "nguyen|tran|pham|hoang|huynh|phan|dang|bui|ngo|duong|dinh|doan|trinh|truong"
_TITLES = "ông|bà|anh|chị|cô|chú|bác|cụ|cậu|dì|em|cháu|tên là|họ tên|tên"
_PUBLIC = r"(?!Hồ Chí Minh\b)"
"""The city is a place, and one asked about often."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[thư điện tử]"),
    (re.compile(r"\bhttps?://\S+", re.IGNORECASE), "[địa chỉ mạng]"),
    # Telephone, identity and account numbers: nine digits or more, however they are grouped.
    (re.compile(r"(?<![\w/])\+?\d(?:[ .-]?\d){8,}(?![\w/])"), "[số]"),
    (re.compile(r"\b(?i:số nhà|nhà số|thửa đất số|thửa số|thửa|tờ bản đồ số)\s+[\w/.-]*\d[\w/.-]*"), "[địa chỉ]"),
    # Names after a title, then names that begin with a common family name.
    (re.compile(rf"\b(?P<keep>(?i:{_TITLES})\s+(?:là\s+)?){_PUBLIC}{_WORD}(?:\s+{_WORD}){{0,4}}"), "[tên]"),
    (re.compile(rf"\b{_PUBLIC}(?:{_SURNAMES})(?:\s+{_WORD}){{1,4}}"), "[tên]"),
    (re.compile(rf"\b(?:{_BARE_SURNAMES})\s+(?:van|thi|huu|duc|minh|quoc|ngoc)\s+\w+", re.IGNORECASE), "[tên]"),
)


def masked(text: str) -> str:
    """Return the text without what looks like personal data, on one line, in NFC."""
    shown = " ".join(unicodedata.normalize("NFC", text).split())
    for pattern, word in _RULES:
        shown = pattern.sub(lambda match, word=word: (match.groupdict().get("keep") or "") + word, shown)  # type: ignore[misc]
    return shown
