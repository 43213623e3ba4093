"""What is refused: of the questions that have no answer, and of those that have one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from phapquy.evaluate.intervals import wilson
from phapquy.evaluate.metrics import CaseScore


def refusal_figures(scores: Sequence[CaseScore]) -> dict[str, Any]:
    """Return the recall of refusals and the share of answerable questions refused, each with its 95 % interval."""
    unanswerable = [score.given_outcome == "not_found" for score in scores if score.case.outcome == "not_found"]
    answerable = [score.given_outcome == "not_found" for score in scores if score.case.outcome == "answered"]
    return {
        "not_found": len(unanswerable),
        "not_found_recall": share(sum(unanswerable), len(unanswerable)),
        "not_found_recall_95": interval(sum(unanswerable), len(unanswerable)),
        "answerable": len(answerable),
        "answerable_refused": share(sum(answerable), len(answerable)),
        "answerable_refused_95": interval(sum(answerable), len(answerable)),
    }


def share(some: int, count: int) -> float | None:
    """Return a rounded share; None of nothing."""
    return round(some / count, 4) if count else None


def interval(some: int, count: int) -> list[float]:
    """Return the rounded 95 % interval of a share."""
    low, high = wilson(some, count)
    return [round(low, 4), round(high, 4)]
