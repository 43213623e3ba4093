"""How an organ came to a power, by the words of the clause and of what stands above it."""

from __future__ import annotations

import re

from phapquy.authority.clauses import Clause
from phapquy.authority.handed import Handed, is_from_district
from phapquy.authority.power import Mode

_WAYS = re.compile(r"phân quyền|phân cấp|ủy quyền", re.IGNORECASE)
# "Điều 14. Phân cấp thẩm quyền cho B …", "Điều 8. Phân quyền trách nhiệm …"; "nguyên tắc phân cấp" hands on nothing
_HANDS_ON = re.compile(
    r"^(?:Việc )?(?P<way>phân quyền|phân cấp|ủy quyền)(?=[^.]{0,40}\b(?:thẩm quyền|trách nhiệm|nhiệm vụ|cho)\b)",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(r"\bLuật\b")
_OF_A_DECREE = re.compile(r"\b[Nn]ghị định\b")


def mode_of(handed: Handed | None, clause: Clause) -> Mode:
    """Return the mode of a power.

    What the district had is moved, whatever the decree calls it. Where a title speaks of "phân quyền, phân cấp" both,
    what a law gives away is the former and what a decree gives away the latter (Điều 13 and 14 of Law 72/2025/QH15).
    """
    leads = clause.above.leads
    if handed is None:
        found = next((way for one in leads if (way := _HANDS_ON.match(one))), None)
        return Mode(found["way"].lower()) if found else Mode.LUAT_GIAO
    if is_from_district(handed):
        return Mode.CHUYEN_GIAO
    said = " ".join((clause.words.text, *leads))
    ways = list(dict.fromkeys(way.lower() for way in _WAYS.findall(said)))
    if not ways:
        return Mode.LUAT_GIAO
    if {"phân quyền", "phân cấp"} <= set(ways):
        own = clause.words.text if _OF_A_LAW.search(clause.words.text) else said
        return Mode.PHAN_QUYEN if _OF_A_LAW.search(own) or not _OF_A_DECREE.search(own) else Mode.PHAN_CAP
    return Mode(ways[0])
