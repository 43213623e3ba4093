"""Another unit in the place of the commune: a ward, a special zone, or the province above it.

Only questions are changed in which the unit stands for any unit of its kind. A named commune ("xã Bến Lau"), a word
that merely holds the syllable ("xã hội", "thị xã") and questions that speak of several kinds of unit are left alone,
and so are villages and street groups, which belong to one kind of unit only.
"""

from __future__ import annotations

import random
import re

from phapquy.vietnamese.normalize import nfc

_NAME_AFTER = r"(?!\s+(?:hội|viên|đội|luận|[A-ZĐÀ-Ỹ0-9]))"
_XA = re.compile(rf"(?<![-\w/])(?<!thị )(?<!Thị )(?<!hợp tác )(?<!làng )(?<!cấp )(?:xã|Xã)\b(?!/){_NAME_AFTER}")
_PHUONG = re.compile(rf"(?<![-\w/])(?<!cấp )(?:phường|Phường)\b(?!/){_NAME_AFTER}")
_KINDS = re.compile(
    r"\b(?:xã|phường|đặc khu|thị trấn|huyện|quận|tỉnh|thành phố|tp|thị xã|trung ương|trung tâm xã|đảo)\b", re.IGNORECASE
)
_OF_ONE_KIND = re.compile(r"\b(?:thôn|làng|ấp|bản|buôn|xóm|tổ dân phố|khu phố|đô thị|nông thôn)\b", re.IGNORECASE)
_ORGAN_XA = re.compile(
    r"\b(ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|uỷ ban nhân dân|cấp|ủy ban|hội đồng|chủ tịch)(\s+)xã\b",
    re.IGNORECASE,
)


def to_ward(question: str, _chance: random.Random) -> str:
    """Ask about a ward in the place of a commune."""
    return _swap(question, _XA, "phường", own="xã")


def to_special_zone(question: str, _chance: random.Random) -> str:
    """Ask about a special zone in the place of a commune."""
    return _swap(question, _XA, "đặc khu", own="xã")


def to_commune(question: str, _chance: random.Random) -> str:
    """Ask about a commune in the place of a ward."""
    return _swap(question, _PHUONG, "xã", own="phường")


def to_province(question: str, _chance: random.Random) -> str:
    """Ask about the province's organs in the place of the commune's: ``UBND xã`` -> ``UBND tỉnh``.

    Every "xã" of the question has to belong to the name of an organ: "ai lập chợ ở tỉnh" may rightly be the commune's.
    """
    text = nfc(question)
    others = {found[0].lower() for found in _KINDS.finditer(text)} - {"xã"}
    left = _ORGAN_XA.sub("", text)
    if others or _OF_ONE_KIND.search(text) or re.search(r"\bxã\b(?!\s+hội)", left, re.IGNORECASE):
        return question
    return _ORGAN_XA.sub(lambda found: f"{found[1]}{found[2]}tỉnh", text)


def _swap(question: str, unit: re.Pattern[str], other: str, *, own: str) -> str:
    text = nfc(question)
    others = {found[0].lower() for found in _KINDS.finditer(text)} - {own, "tỉnh"}
    if others or _OF_ONE_KIND.search(text) or len(unit.findall(text)) != len(_bare_units(text, own)):
        return question
    return unit.sub(lambda found: other.capitalize() if found[0][0].isupper() else other, text)


def _bare_units(text: str, own: str) -> list[str]:
    """The places where the unit is meant, named ones included: they must all be swapped, or none."""
    return re.findall(rf"(?<![-\w])(?<!thị )(?<!hợp tác )(?<!cấp )\b{own}\b(?!\s+hội)", text, re.IGNORECASE)
