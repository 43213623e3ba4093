"""Scores that tell and scores that do not: the calibration has to see which is which."""

import random
from dataclasses import replace
from datetime import date

import pytest

from phapquy.errors import UsageError
from phapquy.evaluate import evaluate
from phapquy.evaluate.calibration import Asked, asked_of, calibrate
from phapquy.evaluate.calibration.folds import choose, fit_curve
from phapquy.evaluate.calibration.risk import reliability, risk_coverage

DAY = date(2031, 2, 3)


def rows(telling=True, count=120, seed=5):
    """Answerable questions around 3, others around -3; or both around 0."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        answerable = number % 2 == 0
        middle = (3.0 if answerable else -3.0) if telling else 0.0
        score = chance.gauss(middle, 1.0)
        right = answerable and chance.random() < 0.8
        made.append(Asked(f"q-{number}", score, answerable, right, by_rule=False, refused=score < 0))
    return made


def test_a_score_that_tells_separates_refuses_and_is_reliable():
    found = calibrate(rows())
    assert found["auroc_answerable"] > 0.99
    assert found["out_of_fold"]["not_found_recall"] > 0.95
    assert found["out_of_fold"]["answerable_refused"] <= 0.05
    assert found["reliability_answerable"]["ece"] < 0.1
    assert len(found["out_of_fold"]["thresholds"]) == found["folds"] == 10


def test_a_score_that_tells_nothing_is_seen_through():
    found = calibrate(rows(telling=False))
    assert 0.3 < found["auroc_answerable"] < 0.7
    assert found["out_of_fold"]["not_found_recall"] < 0.2
    assert found["reliability_answerable"]["brier"] > 0.2


def test_what_a_rule_refused_stays_refused_whatever_the_threshold():
    ruled = [replace(row, by_rule=True, refused=True, score=9.0) if not row.answerable else row for row in rows()]
    assert calibrate([*ruled, *rows()])["out_of_fold"]["not_found_recall"] > 0.9


def test_the_same_rows_give_the_same_section():
    assert calibrate(rows()) == calibrate(rows())


def test_too_few_of_a_kind_is_said_with_what_to_do():
    with pytest.raises(UsageError, match="--refusals"):
        calibrate([row for row in rows() if row.answerable])


def test_added_unanswerable_questions_do_not_count_as_risk():
    made = rows()
    added = {row.id for row in made if not row.answerable}
    first = calibrate(made, added)["risk_coverage"]["table"][0]
    assert first["answered"] == 60
    assert first["error"] < calibrate(made)["risk_coverage"]["table"][0]["error"]


def test_risk_falls_with_coverage_when_the_score_tells_and_the_best_order_is_the_floor():
    found = risk_coverage(rows())
    errors = [row["error"] for row in found["table"]]
    assert errors[0] > errors[-1]
    assert found["aurc_best"] <= found["aurc"]
    assert found["table"][0]["coverage"] == 1.0


def test_reliability_of_the_truth_is_perfect_and_of_its_opposite_the_worst():
    happened = [True, False, True]
    assert reliability([1.0, 0.0, 1.0], happened)["brier"] == 0.0
    assert reliability([0.0, 1.0, 0.0], happened) | {"bins": []} == {"ece": 1.0, "brier": 1.0, "bins": []}


def test_the_threshold_refuses_no_more_than_it_may():
    import numpy as np

    scores, answerable = np.arange(100.0), np.ones(100, dtype=bool)
    threshold = choose(scores, answerable, allowed=0.05)
    assert (scores < threshold).sum() == 5


def test_a_curve_finds_where_half_of_the_questions_lie():
    import numpy as np

    made = rows(count=2000)
    slope, base = fit_curve(np.array([row.score for row in made]), np.array([row.answerable for row in made]))
    assert slope > 0
    assert abs(-base / slope) < 0.5


def test_rows_take_the_confidence_of_the_answer_and_else_the_rule(base, cases, good_base):
    says = dict(good_base.says)
    says["t-1"] = {**says["t-1"], "confidence": 0.5}
    report = evaluate(base(says), cases, DAY)
    first, second, third = asked_of(report.scores, report.answers)
    assert (first.score, first.by_rule, first.right) == (pytest.approx(0.0), False, True)
    assert second.by_rule and second.refused and second.score < 0 and not second.right
    assert third.score > 0 and third.by_rule
