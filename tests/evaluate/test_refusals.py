"""Our own unanswerable questions, and how refusals are counted."""

from collections import Counter
from datetime import date
from pathlib import Path

from phapquy.evaluate import evaluate, read_cases
from phapquy.evaluate.refusals import refusal_figures
from phapquy.vietnamese.normalize import fold

FILE = Path(__file__).parents[2] / "eval" / "questions" / "refusals.jsonl"


def test_the_file_reads_and_every_question_asks_for_a_refusal():
    cases = read_cases(FILE)
    assert len(cases) >= 120
    assert {case.outcome for case in cases} == {"not_found"}
    assert all(case.kind == "refuse" and case.note and not (case.cite or case.organs or case.facts) for case in cases)


def test_no_question_is_there_twice_and_forms_are_mixed():
    cases = read_cases(FILE)
    assert max(Counter(fold(case.question) for case in cases).values()) == 1
    assert {case.form for case in cases} >= {"plain", "khong-dau", "viet-tat", "dan-da", "typo"}


def test_refusals_are_counted_on_both_sides(base, cases, answer):
    report = evaluate(base({case.id: answer("not_found") for case in cases}), cases, date(2031, 2, 3))
    found = refusal_figures(report.scores)
    assert (found["not_found"], found["answerable"]) == (1, 2)
    assert found["not_found_recall"] == found["answerable_refused"] == 1.0
    low, high = found["answerable_refused_95"]
    assert 0 < low < high == 1.0
