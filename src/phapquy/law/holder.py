"""Who can hold a power: organs and persons, with their level, as the texts name them.

An organ is written in the texts as a base ("Chủ tịch Ủy ban nhân dân") and a scope ("cấp xã", "phường",
"cùng cấp"). The scope gives the level; a scope such as "cùng cấp" or a missing one takes its level from the
article the words stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Levels of government; the district level is kept to be recognised, it ended on 01/7/2025."""

    XA = "xa"
    TINH = "tinh"
    TRUNG_UONG = "trung-uong"
    HUYEN = "huyen"
    NHIEU_CAP = "nhieu-cap"


DISTRICTS_ENDED = date(2025, 7, 1)
"""The first day without a district level: khoản 3 Điều 51 of Law 72/2025/QH15. Where a corpus holds a clause that says
so, that clause is read and cited; the day here only keeps a smaller corpus from naming an organ that is no more."""

LEVEL_NAMES = {
    Level.XA: "cấp xã",
    Level.TINH: "cấp tỉnh",
    Level.TRUNG_UONG: "trung ương",
    Level.HUYEN: "cấp huyện",
    Level.NHIEU_CAP: "nhiều cấp",
}

# Scopes that carry a level, longest first; "thành phố" alone is a city under the central government.
_SCOPES: tuple[tuple[str, Level], ...] = (
    ("tỉnh, thành phố trực thuộc trung ương", Level.TINH),
    ("tỉnh, thành phố", Level.TINH),
    ("thành phố trực thuộc trung ương", Level.TINH),
    ("thành phố", Level.TINH),
    ("cấp tỉnh", Level.TINH),
    ("tỉnh", Level.TINH),
    ("xã, phường, đặc khu", Level.XA),
    ("phường, xã, đặc khu", Level.XA),
    ("cấp xã", Level.XA),
    ("đặc khu", Level.XA),
    ("phường", Level.XA),
    ("thị trấn", Level.XA),
    ("xã", Level.XA),
    ("cấp huyện", Level.HUYEN),
    ("huyện", Level.HUYEN),
    ("quận", Level.HUYEN),
    ("thị xã", Level.HUYEN),
    ("các cấp", Level.NHIEU_CAP),
)
_SCOPE_LEVEL = dict(_SCOPES)
_RELATIVE = ("cùng cấp", "cấp mình", "cấp trên trực tiếp", "cấp trên", "cấp dưới")

# Bases that need a scope to have a level.
_LOCAL = (
    "Phó Chủ tịch Ủy ban nhân dân", "Chủ tịch Ủy ban nhân dân", "Ủy viên Ủy ban nhân dân",
    "cơ quan chuyên môn thuộc Ủy ban nhân dân", "cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân",
    "Văn phòng Ủy ban nhân dân", "Ủy ban nhân dân",
    "Thường trực Hội đồng nhân dân", "Phó Chủ tịch Hội đồng nhân dân", "Chủ tịch Hội đồng nhân dân",
    "Trưởng Ban của Hội đồng nhân dân", "Ban của Hội đồng nhân dân", "Tổ đại biểu Hội đồng nhân dân",
    "đại biểu Hội đồng nhân dân", "Hội đồng nhân dân", "chính quyền địa phương",
    "Phó Trưởng Ban của Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Trung tâm Phục vụ hành chính công", "cơ quan có chức năng quản lý đất đai", "cơ quan quản lý đất đai",
)  # fmt: skip
# Organs whose level is fixed by what they are.
_FIXED: tuple[tuple[str, Level], ...] = (
    ("Ủy ban Thường vụ Quốc hội", Level.TRUNG_UONG),
    ("Thủ tướng Chính phủ", Level.TRUNG_UONG),
    ("Quốc hội", Level.TRUNG_UONG),
    ("Chính phủ", Level.TRUNG_UONG),
    ("Chủ tịch nước", Level.TRUNG_UONG),
    ("Văn phòng Chính phủ", Level.TRUNG_UONG),
    ("Văn phòng đăng ký đất đai", Level.TINH),  # a unit under the province's land office
)
_NAMED = re.compile(
    r"(?P<base>Bộ trưởng Bộ|Thứ trưởng Bộ|Bộ|Giám đốc Sở|Sở|Trưởng phòng|Phòng) "
    r"(?P<name>[A-ZĐÀ-Ỹ][\w]*(?: (?:và |nông |môi |dân )?[A-ZĐÀ-Ỹa-zà-ỹ]\w*){0,5}?)"
    r"(?=[\s]*(?:[,.;:)]|quyết|phê|xem|quy|hướng|chủ|có|trình|ban|công|ký|thực|tổ|$|cấp|thuộc|là))"
)
_ANY_MINISTER = re.compile(r"Bộ trưởng, Thủ trưởng cơ quan ngang [Bb]ộ|[Bb]ộ, cơ quan ngang [Bb]ộ")

_PROVINCIAL_CITY = re.compile(
    r"\s+(?:thuộc (?:tỉnh|thành phố)|(?!Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|Đồng Nai|Quảng Ninh|Bắc Ninh)"
    r"[A-ZĐÀ-Ỹ]\w+(?:\s[A-ZĐÀ-Ỹ]\w+)?)"
)
"""A city under a province or under another city stood at the district level, which ended; the nine named are centrally
run (three of them since 2026)."""
_scope_words = "|".join(re.escape(words) for words in (*(s for s, _ in _SCOPES), *_RELATIVE))
_ORGAN = re.compile(
    r"(?P<base>"
    + "|".join(re.escape(b) for b in sorted(_LOCAL, key=len, reverse=True))
    + r")(?:\s+(?:ở\s+|của\s+|các\s+(?=tỉnh|xã|phường))?(?P<scope>" + _scope_words + r")(?!\w))?",
    re.IGNORECASE,
)  # fmt: skip
_CENTRAL = re.compile("|".join(re.escape(name) for name, _ in _FIXED))
_FIXED_LEVEL = dict(_FIXED)
_CANONICAL = {base.lower(): base for base in _LOCAL} | {
    "cơ quan chuyên môn, tổ chức hành chính khác thuộc ủy ban nhân dân": "cơ quan chuyên môn thuộc Ủy ban nhân dân"
}


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ named in a text, with the span of the naming words.

    ``scope`` is as written; ``level`` is None while the scope is relative or missing.
    """

    base: str
    scope: str
    level: Level | None
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """The organ in full, e.g. ``Hội đồng nhân dân cấp xã``; a scope that is a list is written as its level."""
        if not self.scope:
            return self.base
        scope = LEVEL_NAMES[self.level] if self.level and "," in self.scope else self.scope
        return f"{self.base} {scope}"

    def at(self, level: Level | None, scope: str | None = None) -> Organ:
        """The same organ placed at a level taken from its surroundings; an organ that has a level keeps it."""
        if self.level is not None or level is None:
            return self
        named = scope or (self.scope if level is Level.NHIEU_CAP else LEVEL_NAMES[level])
        return Organ(self.base, named, level, self.start, self.end)


def level_of_scope(scope: str) -> Level | None:
    """The level a scope stands for, or None for a relative one."""
    return _SCOPE_LEVEL.get(scope.lower())


def find_organs(text: str) -> list[Organ]:
    """List the organs a text names, in order.

    Args:
        text: NFC text with diacritics, in the texts' spelling ("Ủy ban").
    """
    found = sorted(_candidates(text), key=lambda organ: (organ.start, -organ.end))
    kept: list[Organ] = []
    for organ in found:
        if not kept or organ.start >= kept[-1].end:
            kept.append(organ)
    return kept


_SPOKEN = re.compile(
    r"\b(?P<deputy>phó )?(?:chủ tịch|ct) (?P<scope>xã|phường|đặc khu|tỉnh|thành phố|huyện|quận|thị xã)(?!\w)",
    re.IGNORECASE,
)


_DEPARTMENT = re.compile(r"\b(?:một|các|cái|mấy) sở\b(?! hữu)|\bsở (?:của tỉnh|nào)\b", re.IGNORECASE)


def find_asked_organs(text: str) -> list[Organ]:
    """List the organs a question names, in order, also as people say them: "chủ tịch xã" heads its committee.

    Args:
        text: NFC text with diacritics.
    """
    found = [_of_one(organ, text) for organ in find_organs(text)]
    for match in _SPOKEN.finditer(text):
        if not any(organ.start < match.end() and match.start() < organ.end for organ in found):
            base = "Phó Chủ tịch Ủy ban nhân dân" if match["deputy"] else "Chủ tịch Ủy ban nhân dân"
            scope = match["scope"].lower()
            found.append(Organ(base, scope, level_of_scope(scope), match.start(), match.end()))
    for match in _DEPARTMENT.finditer(text):
        if not any(organ.start < match.end() and match.start() < organ.end for organ in found):
            base = "cơ quan chuyên môn thuộc Ủy ban nhân dân"
            found.append(Organ(base, "cấp tỉnh", Level.TINH, match.start(), match.end()))
    return sorted(found, key=lambda organ: organ.start)


_OF_ONE = re.compile(r"\s+(?:ở |của |tại )?(?:một|mấy|các|cái) (?P<scope>xã|phường|đặc khu|tỉnh)\b", re.IGNORECASE)


def _of_one(organ: Organ, text: str) -> Organ:
    """An organ "of a ward" as one of a ward; any other as it is."""
    found = _OF_ONE.match(text, organ.end) if organ.base in _LOCAL and not organ.scope else None
    if found is None:
        return organ
    scope = found["scope"].lower()
    return Organ(organ.base, scope, level_of_scope(scope), organ.start, found.end())


def _is_provincial_city(text: str, after: int) -> bool:
    """Whether the words after "thành phố" name a city below the province; "thành phố được …" names none."""
    found = _PROVINCIAL_CITY.match(text, after)
    name = found[0].lstrip() if found else ""
    return name.startswith("thuộc") or name[:1].isupper()


def _candidates(text: str) -> Iterator[Organ]:
    for match in _ORGAN.finditer(text):
        scope = (match["scope"] or "").lower()
        level = level_of_scope(scope)
        if scope == "thành phố" and _is_provincial_city(text, match.end()):
            level = Level.HUYEN
        yield Organ(_CANONICAL[match["base"].lower()], scope, level, match.start(), match.end())
    for match in _CENTRAL.finditer(text):
        yield Organ(match[0], "", _FIXED_LEVEL[match[0]], match.start(), match.end())
    for match in _ANY_MINISTER.finditer(text):
        yield Organ(match[0], "", Level.TRUNG_UONG, match.start(), match.end())
    for match in _NAMED.finditer(text):
        level = Level.TRUNG_UONG if "Bộ" in match["base"] else Level.TINH if "Sở" in match["base"] else Level.XA
        yield Organ(match[0], "", level, match.start(), match.end())


_QUESTION_LEVEL = (
    (
        Level.TRUNG_UONG,
        re.compile(r"(?<!thuộc )\b(?:trung ương|Quốc hội|Chính phủ|Thủ tướng|Bộ trưởng)\b", re.IGNORECASE),
    ),
    (Level.TINH, re.compile(r"\b(?:cấp tỉnh|tỉnh|sở|thành phố trực thuộc trung ương)\b", re.IGNORECASE)),
    (Level.XA, re.compile(r"\b(?:cấp xã|xã|phường|đặc khu|thôn|tổ dân phố)\b", re.IGNORECASE)),
)


def levels_named(text: str) -> frozenset[Level]:
    """The levels that words of a question point to (``phường`` points to the commune level)."""
    return frozenset(level for level, pattern in _QUESTION_LEVEL if pattern.search(text))
