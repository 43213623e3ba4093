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
_MINISTERS = "Bộ trưởng, Thủ trưởng cơ quan ngang bộ"
_NOW = {
    "Bộ trưởng": _MINISTERS,
    "Bộ trưởng bộ quản lý ngành, lĩnh vực": _MINISTERS,
    "Bộ trưởng, Thủ trưởng cơ quan ngang Bộ": _MINISTERS,
    "bộ, cơ quan ngang bộ": "Bộ, cơ quan ngang Bộ",
    "Bộ Tài nguyên và Môi trường": "Bộ Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn": "Bộ Nông nghiệp và Môi trường",
    "Bộ Kế hoạch và Đầu tư": "Bộ Tài chính",
    "Bộ Giao thông vận tải": "Bộ Xây dựng",
    "Bộ Thông tin và Truyền thông": "Bộ Khoa học và Công nghệ",
    "Bộ Lao động - Thương binh và Xã hội": "Bộ Nội vụ",
    "Sở Tài nguyên và Môi trường": "Sở Nông nghiệp và Môi trường",
}
"""One name for an organ written in two ways, and for ministries merged on 01/3/2025 (Resolution 176/2025/QH15)."""
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
    if base_of(one) == base_of(other):
        return Holders.SAME
    if _CHAIRS.get(one.base) == other.base or _CHAIRS.get(other.base) == one.base:
        return Holders.COLLECTIVE
    return Holders.OTHER


def unclear(organ: Organ) -> bool:
    """Whether the clause leaves open of which level the organ is."""
    return organ.level in _UNKNOWN or organ.scope in _PLACED


def base_of(organ: Organ) -> str:
    """The organ's name without its scope, as it is called now; a minister is named after the ministry."""
    if organ.base in _NOW:
        return _NOW[organ.base]
    for head in ("Bộ trưởng ",):
        if organ.base.startswith(head) and organ.base.removeprefix(head) in _NOW:
            return head + _NOW[organ.base.removeprefix(head)]
    return organ.base


def is_same(organ: Organ, other: Organ) -> bool:
    """Whether two names mean one organ, units of a level taken as one."""
    return base_of(organ) == base_of(other) and organ.level == other.level


def level_name(level: Level) -> str:
    """A level in words."""
    return LEVEL_NAMES[level]
