"""The closing clause of a commune resolution: how many units there are now, and which were left as they were.

::

    "Sau khi sắp xếp," province "có" number "đơn vị hành chính cấp xã" "gồm" number kind (sep number kind)*
    [";" "trong đó" … number kind "không thực hiện sắp xếp là" list "."]
"""

from __future__ import annotations

import re

from phapquy.law.provision import ProvisionId
from phapquy.units.clause import read_mentions
from phapquy.units.model import Counts, Mention, Province

_CLOSING = re.compile(
    r"Sau khi sắp xếp,\s*(?P<kind>tỉnh|thành phố|Thành phố)\s+(?P<province>[^,;]+?)\s+có\s*(?P<total>\d+)\s*"
    r"đơn vị hành chính cấp xã,?\s*gồm\s*(?P<kinds>[^;.]+)"
)
_COUNTED = re.compile(r"(\d+)\s*(xã|phường|đặc khu)")
_KEPT = re.compile(
    r"(?P<number>\d+)\s*(?:xã|phường|đơn vị hành chính cấp xã)\s*không thực hiện sắp xếp là\s*(?P<list>.+)"
)


def read_closing(by: ProvisionId, text: str) -> tuple[Province, Counts, tuple[Mention, ...], str] | None:
    """Read the closing clause; None if it is none.

    Returns:
        The province as it is called, its counts, the units left as they were, and what was not understood.
    """
    words = " ".join(text.split())
    found = _CLOSING.search(words)
    if not found:
        return None
    kinds = tuple((kind, int(number)) for number, kind in _COUNTED.findall(found["kinds"]))
    kept = _KEPT.search(words)
    mentions, unread = read_mentions(kept["list"]) if kept else ((), "")
    number = int(kept["number"]) if kept else 0
    province = Province(found["province"].strip(), found["kind"].lower())
    return province, Counts(by, int(found["total"]), kinds, kept=number), mentions, unread


def counted(text: str) -> tuple[tuple[str, int], ...]:
    """Return the numbers of units by kind that a text states, in its order."""
    return tuple((kind, int(number.replace(".", ""))) for number, kind in _NUMBERED.findall(text))


_NUMBERED = re.compile(r"(\d[\d.]*)\s*(xã|phường|đặc khu|tỉnh|thành phố)\b")
