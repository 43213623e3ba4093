"""How two holders stand to each other: the same, of another level, of another kind of unit, or not clear."""

from __future__ import annotations

from enum import Enum

from phapquy.authority.power import Power
from phapquy.law.holder import LEVEL_NAMES, Level, Organ

_CHAIRS = {
    "Chủ tịch Ủy ban nhân dân": "Ủy ban nhân dân",
    "Chủ tịch Hội đồng nhân dân": "Hội đồng nhân dân",
    "Thường trực Hội đồng nhân dân": "Hội đồng nhân dân",
    "Thủ tướng Chính phủ": "Chính phủ",
}
_UNKNOWN = frozenset({None, Level.NHIEU_CAP})
_PLACED = frozenset({"cùng cấp", "cấp mình", "cấp trên", "cấp trên trực tiếp", "cấp dưới"})


class Holders(Enum):
    """How the holders of two powers stand to each other."""

    SAME = "một chủ thể"
    UNIT = "khác loại đơn vị"
    LEVEL = "khác cấp"
    COLLECTIVE = "tập thể và người đứng đầu"
    OTHER = "khác cơ quan cùng cấp"
    UNCLEAR = "chưa rõ cấp"


def holders(first: Power, second: Power) -> Holders:
    """Say how the holders of two powers stand to each other."""
    one, other = first.holder, second.holder
    if (unclear(one) or unclear(other)) and not (one.base == other.base and one.level == other.level and not one.scope):
        return Holders.UNCLEAR
    if one.level != other.level:
        return Holders.LEVEL
    if first.unit and second.unit and first.unit != second.unit:
        return Holders.UNIT
    if one.base == other.base:
        return Holders.SAME
    if _CHAIRS.get(one.base) == other.base or _CHAIRS.get(other.base) == one.base:
        return Holders.COLLECTIVE
    return Holders.OTHER


def unclear(organ: Organ) -> bool:
    """Whether the clause leaves open of which level the organ is."""
    return organ.level in _UNKNOWN or organ.scope in _PLACED


def is_same(organ: Organ, other: Organ) -> bool:
    """Whether two names mean one organ, units of a level taken as one."""
    return organ.base == other.base and organ.level == other.level


def level_name(level: Level) -> str:
    """A level in words."""
    return LEVEL_NAMES[level]
