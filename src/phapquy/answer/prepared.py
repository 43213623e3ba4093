"""Who prepares and submits: the executive's clause beside the power of its council.

"Who decides" and "who submits it" have different answers. The first clause of the executive's article lists what it
prepares for its council (``law.grants.preparations_of``); a question on submitting is answered from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from phapquy.answer.evidence import Evidence, gather
from phapquy.index.readings import preparations
from phapquy.index.snapshot import Snapshot
from phapquy.law.transfers import Transfer
from phapquy.search.question import Question

_ASKS = re.compile(
    r"\b(?:ai|cơ quan nào|cấp nào|đơn vị nào|người nào)(?: \w+){0,4}? (?:trình|chuẩn bị|soạn|soạn thảo|dự thảo|tham mưu"
    r"|xây dựng|đề xuất)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 8


def asks_who_prepares(question: Question) -> bool:
    """Whether a question asks who prepares or submits, not who decides."""
    return _ASKS.search(question.text) is not None


def apply_preparations(question: Question, found: Iterable[Evidence], snapshot: Snapshot) -> tuple[Evidence, ...]:
    """Put the preparing clause before each provision that it covers, where a question asks who prepares."""
    evidence = tuple(found)
    if not asks_who_prepares(question):
        return evidence
    known = preparations(snapshot)
    out: dict[object, Evidence] = {}
    for place, one in enumerate(evidence):
        fitting = next((each for each in known if each.covers(one.identity)), None) if place < _LOOKED_AT else None
        if fitting is None:
            out.setdefault(one.identity, one)
            continue
        handed = Transfer(fitting.by, None, fitting.organ, ())
        if clause := gather(snapshot, fitting.by, one.score, one.terms):
            out.setdefault(fitting.by, clause.taken_by(handed))
        out.setdefault(one.identity, one.taken_by(handed))
    return tuple(sorted(out.values(), key=lambda one: -one.score))
