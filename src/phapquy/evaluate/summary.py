"""Add up scores: overall, by group, and with an interval for the headline figures."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from phapquy.evaluate.citations import DEPTHS
from phapquy.evaluate.metrics import CaseScore

Part = Callable[[CaseScore], float | bool | None]
Figures = dict[str, float | int | None]

RATES: dict[str, Part] = {
    "right": lambda score: score.right,
    "outcome": lambda score: score.outcome,
    "level": lambda score: score.level,
    "organs": lambda score: score.organs,
    "holders_precision": lambda score: score.holders,
    "cited_all": lambda score: score.cited,
    "facts": lambda score: score.facts,
    **{f"recall_{depth}": lambda score, depth=depth: score.recall[depth] for depth in DEPTHS},  # type: ignore[misc]
    **{f"precision_{depth}": lambda score, depth=depth: score.precision[depth] for depth in DEPTHS},  # type: ignore[misc]
}
"""Figure -> the part of a score it averages; questions that do not judge the part are left out."""

HEADLINES = ("right", "outcome", "level", "organs", "recall_diem", "recall_khoan", "recall_dieu", "facts")
NO_DOCUMENT = "-"
"""Group of the questions that need no basis."""
RESAMPLES = 2000
SEED = 20250701
_P50, _P95 = 0.5, 0.95


def figures(scores: Sequence[CaseScore]) -> Figures:
    """Return the rates (0 to 1, None where nothing is judged), the counts and the latency in ms."""
    latencies = sorted(score.latency_ms for score in scores if score.latency_ms is not None)
    refused = [score for score in scores if score.case.outcome != "answered"]
    return {
        "questions": len(scores),
        **{name: mean_of(scores, part) for name, part in RATES.items()},
        "never_violations": sum(score.never for score in scores),
        "fabricated": sum(len(score.fabricated) for score in scores),
        "not_verbatim": sum(len(score.altered) for score in scores),
        "unbacked_statements": sum(score.unbacked for score in scores),
        "basis_where_none_is_due": sum(score.bases > 0 for score in refused),
        "bases_per_answer": fmean([score.bases for score in scores]) if scores else None,
        "latency_p50_ms": quantile(latencies, _P50),
        "latency_p95_ms": quantile(latencies, _P95),
    }


def grouped(scores: Sequence[CaseScore]) -> dict[str, dict[str, Figures]]:
    """Return the figures by kind, form and document; a question that cites two documents counts in both."""
    return {
        "kind": _by(scores, lambda score: (score.case.kind,)),
        "form": _by(scores, lambda score: (score.case.form,)),
        "document": _by(scores, lambda score: score.case.documents or (NO_DOCUMENT,)),
    }


def intervals(scores: Sequence[CaseScore], *, resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """Return the 95 % percentile-bootstrap interval of each headline figure, resampling questions.

    The draw is seeded, so the same scores give the same interval.
    """
    found: dict[str, tuple[float, float]] = {}
    for name in HEADLINES:
        values = values_of(scores, RATES[name])
        if not values:
            continue
        draw = random.Random(SEED)
        means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(resamples))
        found[name] = (means[int(0.025 * resamples)], means[min(int(0.975 * resamples), resamples - 1)])
    return found


def values_of(scores: Iterable[CaseScore], part: Part) -> list[float]:
    """Return the judged values of a part, as numbers."""
    return [float(value) for value in map(part, scores) if value is not None]


def mean_of(scores: Iterable[CaseScore], part: Part) -> float | None:
    """Return the mean of a part over the questions that judge it; None without one."""
    values = values_of(scores, part)
    return fmean(values) if values else None


def quantile(ordered: Sequence[float], share: float) -> float | None:
    """Return the nearest-rank quantile of sorted values; None of nothing."""
    if not ordered:
        return None
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _by(scores: Sequence[CaseScore], keys: Callable[[CaseScore], tuple[str, ...]]) -> dict[str, Figures]:
    members: dict[str, list[CaseScore]] = {}
    for score in scores:
        for key in keys(score):
            members.setdefault(key, []).append(score)
    return {key: figures(members[key]) for key in sorted(members)}
