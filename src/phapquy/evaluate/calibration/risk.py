"""Risk against coverage: how many answers are wrong if only the surest are given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from phapquy.evaluate.calibration.asked import Asked
from phapquy.evaluate.refusals import interval

COVERAGES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5)


def risk_coverage(rows: Sequence[Asked]) -> dict[str, Any]:
    """Return the error rate at each coverage and the area under the curve, the surest question answered first.

    Returns:
        ``table``: coverage, questions answered, share of errors among them with its 95 % interval; an answer to a
        question that has none is an error, and so is a wrong one. ``aurc``: the mean error rate over all coverages
        (Geifman and El-Yaniv 2017); ``aurc_best``: what a perfect order of the same answers would have.
    """
    order = sorted(rows, key=lambda row: -row.score)
    wrong = [not row.correct_if_answered for row in order]
    table = []
    for coverage in COVERAGES:
        given = max(1, round(coverage * len(rows)))
        errors = sum(wrong[:given])
        table.append(
            {
                "coverage": coverage,
                "answered": given,
                "error": round(errors / given, 4),
                "error_95": interval(errors, given),
            }
        )
    return {"table": table, "aurc": _area(wrong), "aurc_best": _area(sorted(wrong))}


def _area(wrong: Sequence[bool]) -> float:
    errors = accumulate(map(int, wrong))
    return round(float(np.mean([count / given for given, count in enumerate(errors, start=1)])), 4)


def reliability(expected: Sequence[float], happened: Sequence[bool], bins: int = 10) -> dict[str, Any]:
    """Hold stated probabilities against what happened, in bins of equal width.

    Returns:
        ``bins`` (count, mean stated, share that happened), ``ece`` (the mean gap, weighted by count) and ``brier`` (the
        mean squared difference).
    """
    stated, true = np.asarray(expected, dtype=float), np.asarray(happened, dtype=float)
    places = np.minimum((stated * bins).astype(int), bins - 1)
    shown = []
    gap = 0.0
    for number in range(bins):
        inside = places == number
        if not inside.any():
            continue
        said, was = float(stated[inside].mean()), float(true[inside].mean())
        gap += abs(said - was) * float(inside.mean())
        shown.append(
            {"from": number / bins, "count": int(inside.sum()), "stated": round(said, 4), "was": round(was, 4)}
        )
    return {"bins": shown, "ece": round(gap, 4), "brier": round(float(((stated - true) ** 2).mean()), 4)}
