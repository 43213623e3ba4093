"""One row a question: how sure the assistant was, whether an answer exists, whether it gave the right one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phapquy.evaluate.metrics import CaseScore

_EDGE = 1e-4
"""Confidence is printed to four digits: nearer to 0 or 1 it is not told apart."""
_CERTAIN = math.log((1 - _EDGE) / _EDGE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What calibration looks at."""

    id: str
    score: float
    """The logit of the answer's ``confidence``. Where no nearness was judged - an exact reference, a figure that no
    clause states - the rule that decided is taken to be certain of itself."""
    answerable: bool
    right: bool
    """Answerable and right in all parts; what a refusal would have been does not count."""
    by_rule: bool
    """Whether the outcome was decided without the score: no threshold changes it."""
    refused: bool

    @property
    def correct_if_answered(self) -> bool:
        """Whether answering it is no error."""
        return self.answerable and self.right


def asked_of(scores: Sequence[CaseScore], answers: Sequence[Mapping[str, Any]]) -> tuple[Asked, ...]:
    """Return the rows of scored answers; questions that have to be asked back are left out."""
    pairs = zip(scores, answers, strict=True)
    return tuple(_row(score, answer) for score, answer in pairs if score.case.outcome != "clarify")


def _row(score: CaseScore, answer: Mapping[str, Any]) -> Asked:
    sure = answer.get("confidence")
    refused = score.given_outcome == "not_found"
    answerable = score.case.outcome == "answered"
    return Asked(
        id=score.case.id,
        score=(-_CERTAIN if refused else _CERTAIN) if sure is None else _logit(float(sure)),
        answerable=answerable,
        right=answerable and score.right,
        by_rule=sure is None,
        refused=refused,
    )


def _logit(share: float) -> float:
    inside = min(1 - _EDGE, max(_EDGE, share))
    return math.log(inside / (1 - inside))
