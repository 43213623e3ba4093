"""Clauses of transition rule on what was under way on one day; they answer only who asks about such a matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phapquy.answer.evidence import Evidence
from phapquy.search.question import Question

_TRANSITION = re.compile(r"\bchuyển tiếp\b", re.IGNORECASE)
_UNDER_WAY = re.compile(
    r"\b(?:trước|đang|dở|dở dang|chuyển tiếp|tiếp tục|làm tiếp|giải quyết tiếp|cũ|mới|chưa xong|còn|đã|hồi|từ lúc"
    r"|khi luật|tháng \d+|năm \d{4}|ngày \d|\d/\d|hiệu lực|bàn giao|sau khi (?:sáp nhập|sắp xếp|bỏ)|nay)\b",
    re.IGNORECASE,
)
_ASIDE = 0.9
"""Factor on the score of a clause of transition for a question that speaks of no time."""


def without_transition(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence, best first, with clauses of transition put back where the question speaks of no time."""
    if _UNDER_WAY.search(question.text):
        return list(found)
    scored = [one.scored(one.score * _ASIDE) if _TRANSITION.search(one.heading) else one for one in found]
    return sorted(scored, key=lambda one: -one.score)
