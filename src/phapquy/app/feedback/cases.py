"""Judgements as evaluation cases: what ``phapquy eval --questions`` reads."""

from __future__ import annotations

from typing import Any

from phapquy.app import strings
from phapquy.app.feedback.record import Judgement, Verdict
from phapquy.vietnamese.normalize import fold

CONFIRMED, DOUBTED = "gop-y-dung", "gop-y-sai"
"""The kinds, so that a report keeps confirmed answers apart from those a person still has to correct."""
_LEVELS = frozenset({"xa", "tinh", "trung-uong", "nhieu-cap"})


def case_of(number: int, one: Judgement) -> dict[str, Any]:
    """Return a judgement as one case.

    An answer called right is its own gold. Of one called wrong only the question is sure: the gold is left open and the
    note says what the assistant answered, for a person to correct.
    """
    right = one.verdict is Verdict.RIGHT
    holder = right or one.verdict is Verdict.WRONG_CLAUSE
    return {
        "id": f"gop-y-{number}",
        "kind": CONFIRMED if right else DOUBTED,
        "question": one.question,
        "form": "khong-dau" if fold(one.question) == one.question.casefold() else "plain",
        "outcome": one.outcome,
        "level": one.level if holder and one.level in _LEVELS else None,
        "organs": list(one.organs) if holder else [],
        "cite": [[cited] for cited in one.cited] if right else [],
        "facts": [],
        "never": [],
        "as_of": one.as_of.isoformat(),
        "note": _note(one),
    }


def _note(one: Judgement) -> str:
    said = strings.VERDICTS[one.verdict]
    parts = [strings.CASE_SAID.format(verdict=said, day=one.day.isoformat(), snapshot=one.snapshot)]
    if one.verdict is not Verdict.RIGHT:
        organs, cited = "; ".join(one.organs) or "–", "; ".join(one.cited) or "–"
        parts.append(strings.CASE_ANSWERED.format(outcome=one.outcome, organs=organs, cited=cited))
    if one.note:
        parts.append(strings.CASE_NOTE.format(note=one.note))
    return " ".join(parts)
