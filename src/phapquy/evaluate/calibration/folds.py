"""Fit on nine tenths, judge on the tenth: curves, thresholds and the report's section."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from phapquy.errors import UsageError
from phapquy.evaluate.calibration.asked import Asked
from phapquy.evaluate.calibration.risk import reliability, risk_coverage
from phapquy.evaluate.refusals import interval, share

FOLDS = 10
SEED = 20250701
ALLOWED = 0.01
"""Share of the answerable questions of the other folds that a threshold may refuse: half of what is allowed at most, so
that the tenth that was not seen stays below it too."""
_FLOOR = 1e-6

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def calibrate(rows: Sequence[Asked], further: Collection[str] = ()) -> dict[str, Any]:
    """Return the section of the report.

    Args:
        rows: the questions.
        further: ids of questions that were added because they have no answer; risk against coverage leaves them out, as
            nobody asks so many of them.

    Raises:
        UsageError: there are too few answerable or unanswerable questions for :data:`FOLDS` parts.
    """
    answerable = np.array([row.answerable for row in rows], dtype=bool)
    if min(answerable.sum(), (~answerable).sum()) < FOLDS:
        raise UsageError(
            f"Cần ít nhất {FOLDS} câu trả lời được và {FOLDS} câu không trả lời được để hiệu chỉnh. "
            "Hãy thêm tệp câu hỏi bằng --refusals."
        )
    scores = np.array([row.score for row in rows], dtype=float)
    right = np.array([row.right for row in rows], dtype=bool)
    parts = _parts(answerable)
    chance_answerable, chance_right = _out_of_fold(scores, answerable, parts), _out_of_fold(scores, right, parts)
    return {
        "questions": len(rows),
        "answerable": int(answerable.sum()),
        "not_found": int((~answerable).sum()),
        "folds": FOLDS,
        "auroc_answerable": _auroc(scores, answerable),
        "auroc_right": _auroc(scores, right),
        "auroc_right_of_answerable": _auroc(scores[answerable], right[answerable]),
        "reliability_answerable": reliability(list(chance_answerable), list(answerable)),
        "reliability_right": reliability(list(chance_right), list(right)),
        "risk_coverage": risk_coverage([row for row in rows if row.id not in further]),
        "in_use": _refusals(rows, [row.refused for row in rows]),
        "out_of_fold": _thresholds(rows, scores, answerable, parts),
        "curve": _curve(rows),
    }


def _parts(answerable: Flags) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    from sklearn.model_selection import StratifiedKFold

    split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    return [(seen, left) for seen, left in split.split(np.zeros(len(answerable)), answerable)]


def _out_of_fold(scores: Floats, happened: Flags, parts: Sequence[tuple[Any, Any]]) -> Floats:
    """The logistic curve of the other folds, read for each question."""
    out = np.zeros(len(scores))
    for seen, left in parts:
        slope, base = fit_curve(scores[seen], happened[seen])
        out[left] = 1 / (1 + np.exp(-(base + slope * scores[left])))
    return out


def fit_curve(scores: Floats, happened: Flags) -> tuple[float, float]:
    """Fit slope and intercept of a logistic curve (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=100.0, max_iter=1000).fit(scores.reshape(-1, 1), happened)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def _thresholds(
    rows: Sequence[Asked], scores: Floats, answerable: Flags, parts: Sequence[tuple[Any, Any]]
) -> dict[str, Any]:
    """Choose a threshold on each nine tenths and refuse by it in the tenth; what a rule refused stays refused."""
    refused = np.array([row.refused and row.by_rule for row in rows], dtype=bool)
    chosen = []
    for seen, left in parts:
        threshold = choose(scores[seen], answerable[seen])
        chosen.append(round(threshold, 3))
        refused[left] |= scores[left] < threshold
    return {"thresholds": chosen, **_refusals(rows, list(refused))}


def choose(scores: Floats, answerable: Flags, allowed: float = ALLOWED) -> float:
    """Return the highest threshold that refuses at most the allowed share of the answerable questions."""
    sure = np.sort(scores[answerable])
    return float(sure[int(allowed * len(sure))]) if len(sure) else _FLOOR


def _refusals(rows: Sequence[Asked], refused: Sequence[bool]) -> dict[str, Any]:
    pairs = list(zip(rows, map(bool, refused), strict=True))
    right = [away for row, away in pairs if not row.answerable]
    wrong = [away for row, away in pairs if row.answerable]
    return {
        "not_found_recall": share(sum(right), len(right)),
        "not_found_recall_95": interval(sum(right), len(right)),
        "answerable_refused": share(sum(wrong), len(wrong)),
        "answerable_refused_95": interval(sum(wrong), len(wrong)),
        "missed": [row.id for row, away in pairs if not row.answerable and not away],
        "refused_wrongly": [row.id for row, away in pairs if row.answerable and away],
    }


def _curve(rows: Sequence[Asked]) -> dict[str, float]:
    """Return how the curve in use would have to be bent: slope 1 and intercept 0 say that it fits."""
    judged = [row for row in rows if not row.by_rule]
    scores = np.array([row.score for row in judged], dtype=float)
    slope, base = fit_curve(scores, np.array([row.answerable for row in judged], dtype=bool))
    return {"questions": len(judged), "slope": round(slope, 3), "intercept": round(base, 3)}


def _auroc(scores: Floats, happened: Flags) -> float | None:
    from sklearn.metrics import roc_auc_score

    return round(float(roc_auc_score(happened, scores)), 4) if 0 < happened.sum() < len(happened) else None
