"""Questions that state an amount: the clause whose range it falls in, and the number a clause of steps gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phapquy.answer.evidence import Evidence
from phapquy.law.measures import Amount, amounts_in, counted, ranges_in
from phapquy.search.question import Question

_WITHIN = 1.1
"""Factor on a provision with a range of the unit asked about in which the amount lies."""
_OUTSIDE = 0.93
"""Factor on one whose ranges of that unit all leave the amount out."""
_LOOKED_AT = 12
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?:vị )?(?:đại biểu|người)\b", re.IGNORECASE)


def by_amount(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence, best first, where provisions speak of the amount that the question states, or of others."""
    amounts = amounts_in(question.text)
    if not amounts:
        return list(found)
    scored = [one.scored(one.score * _factor(one, amounts)) for one in found[:_LOOKED_AT]]
    return [*sorted(scored, key=lambda one: -one.score), *found[_LOOKED_AT:]]


def _factor(one: Evidence, amounts: Sequence[Amount]) -> float:
    ranges = ranges_in(one.own_words)
    for amount in amounts:
        same = [each for each in ranges if each.concerns(amount)]
        if same:
            return _WITHIN if any(each.holds(amount) for each in same) else _OUTSIDE
    return 1.0


def reckoned(question: Question, one: Evidence) -> str:
    """Tell how many persons the clause gives the amount asked about; empty if it is no clause of steps for it."""
    if not _HOW_MANY.search(question.text):
        return ""
    for amount in amounts_in(question.text):
        if result := counted(one.own_words, amount):
            sum_of = f" ({' + '.join(map(str, result.parts))})" if len(result.parts) > 1 else ""
            limit = ", là mức tối đa" if result.capped else sum_of
            return f"Với {amount.text}, tính theo quy định này được {result.total} {result.thing}{limit}."
    return ""
