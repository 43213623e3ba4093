"""Ministries that were merged or renamed in 2025, and their successors: Resolution 176/2025/QH15.

The texts go on naming the old ones. The resolution itself is outside this corpus; single tasks went elsewhere, so a
successor is told as a help, never as a holder.
"""

from __future__ import annotations

from datetime import date

ENDED = date(2025, 3, 1)
"""The first day without them."""
SUCCESSORS = {
    "Bộ Tài nguyên và Môi trường": "Bộ Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn": "Bộ Nông nghiệp và Môi trường",
    "Bộ Kế hoạch và Đầu tư": "Bộ Tài chính",
    "Bộ Giao thông vận tải": "Bộ Xây dựng",
    "Bộ Thông tin và Truyền thông": "Bộ Khoa học và Công nghệ",
    "Bộ Lao động - Thương binh và Xã hội": "Bộ Nội vụ",
}


def ministry_in(name: str) -> str | None:
    """Return the merged ministry that a holder's name names, its minister too; None for any other."""
    return next((one for one in SUCCESSORS if one in name), None)


def merged_by(name: str, day: date) -> str | None:
    """Return the ministry that a holder's name names where it is no more on a day; None for any other."""
    return ministry_in(name) if day >= ENDED else None


def present_name(name: str) -> str | None:
    """Return a holder's name with the successor in the place of a merged ministry; None where none is named."""
    ministry = ministry_in(name)
    return name.replace(ministry, SUCCESSORS[ministry]) if ministry else None
