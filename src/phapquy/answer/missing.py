"""The one fact that decides between two holders and that a question leaves out, asked for with choices.

"Đối với tổ chức" one clause gives a task to the province, "đối với cá nhân" its neighbour to the commune: a question
that tells neither is asked back. Only facts that clauses themselves set against each other are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.answer.asked import Asked
from phapquy.answer.evidence import Evidence
from phapquy.answer.model import Clarification
from phapquy.answer.reading import read

_OF_THE_PEOPLE = re.compile(r"\bnhân dân\b", re.IGNORECASE)
_NEAR = 0.93
"""The other clause must score at least this share of the first."""
_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class _Fact:
    ask: str
    sides: tuple[tuple[str, re.Pattern[str]], ...]
    """Each choice in words, and how a clause or a question tells it."""

    def sides_in(self, text: str) -> set[str]:
        words = _OF_THE_PEOPLE.sub("", text)
        return {choice for choice, told in self.sides if told.search(words)}


def _told(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_FACTS = (
    _Fact(
        "Người đề nghị là tổ chức, hay là cá nhân, hộ gia đình, cộng đồng dân cư?",
        (
            ("Tổ chức", _told("tổ chức(?! thực hiện| lại| họp| lấy| lập)|doanh nghiệp|công ty")),
            (
                "Cá nhân, hộ gia đình, cộng đồng dân cư",
                _told("cá nhân|hộ|hộ gia đình|cộng đồng dân cư|người dân|dân|tôi|em|nhà|bà con"),
            ),
        ),
    ),
    _Fact(
        "Việc này có yếu tố nước ngoài không?",
        (
            ("Có yếu tố nước ngoài", _told("(?<!không có )(?:yếu tố )?nước ngoài")),
            ("Không có yếu tố nước ngoài", _told("không có yếu tố nước ngoài|trong nước")),
        ),
    ),
)


def missing_fact(asked: Asked, found: Sequence[Evidence]) -> Clarification | None:
    """Return the question for the fact that tells two near clauses of one article apart, or None.

    Args:
        asked: what is asked; it must ask who is competent once.
        found: the evidence, best first.
    """
    if asked.several or not found:
        return None
    first = found[0]
    holder = read(asked, first).items
    for other in found[1:_LOOKED_AT]:
        if other.score < _NEAR * first.score or other.identity.at_dieu() != first.identity.at_dieu():
            continue
        items = read(asked, other).items
        if not holder or not items or holder[0].organ.level is items[0].organ.level:
            continue
        for fact in _FACTS:
            here, there = fact.sides_in(first.own_words), fact.sides_in(other.own_words)
            if here and there and not here & there and not fact.sides_in(asked.question.text):
                return Clarification(fact.ask, tuple(choice for choice, _ in fact.sides))
    return None
