"""The whole way from a knowledge base to figures, with knowledge bases that are good and bad on purpose."""

import json
from datetime import date

import pytest

from phapquy.errors import UsageError
from phapquy.evaluate import evaluate
from phapquy.evaluate.run import read_answers, score_existing

DAY = date(2031, 2, 3)


def test_a_good_base_is_right_where_it_is_right(good_base, cases):
    report = evaluate(good_base, cases, DAY)
    overall = report.overall
    assert overall["right"] == 1.0
    assert overall["outcome"] == overall["level"] == overall["organs"] == overall["facts"] == 1.0
    assert overall["recall_diem"] == overall["recall_dieu"] == overall["cited_all"] == 1.0
    assert overall["fabricated"] == overall["not_verbatim"] == overall["unbacked_statements"] == 0
    assert overall["latency_p50_ms"] >= 0


def test_the_base_is_given_the_question_and_the_day_and_nothing_else(good_base, cases):
    evaluate(good_base, cases, DAY)
    assert good_base.asked == [(case.question, DAY) for case in cases]


def test_control_a_base_that_cites_nothing_recalls_nothing(base, cases, answer):
    report = evaluate(base({case.id: answer(text="giờ thắp") for case in cases}), cases, DAY)
    overall = report.overall
    assert overall["right"] == 0.0
    assert overall["recall_diem"] == overall["recall_dieu"] == 0.0
    assert overall["precision_dieu"] is None
    assert overall["outcome"] == pytest.approx(2 / 3)


def test_control_made_up_ids_are_fabricated_and_met_at_no_depth(base, cases, answer, citation):
    lie = answer(citations=[citation("luat-khong-co/1/2/b", "giờ thắp"), citation("luat-hai-dang/404", "x")])
    overall = evaluate(base({case.id: lie for case in cases}), cases, DAY).overall
    assert overall["fabricated"] == overall["not_verbatim"] == 2 * len(cases)
    assert overall["recall_dieu"] == overall["precision_dieu"] == 0.0
    assert overall["basis_where_none_is_due"] == 1


def test_control_altered_words_are_not_verbatim_though_the_id_is_right(base, cases, answer, citation):
    says = {case.id: answer(citations=[citation("nd-sua-den/3", "Sửa đổi khoản 2 về giờ")]) for case in cases}
    overall = evaluate(base(says), cases, DAY).overall
    assert overall["fabricated"] == 0
    assert overall["not_verbatim"] == len(cases)
    assert overall["recall_diem"] == 0.5


def test_control_a_forbidden_statement_makes_a_right_refusal_wrong(base, cases, answer):
    report = evaluate(base({"t-2": answer("not_found", text="Khoảng 30 % mưa")}), cases[1:2], DAY)
    assert report.scores[0].outcome
    assert not report.scores[0].right
    assert report.overall["never_violations"] == 1


def test_control_refusing_everything_is_right_only_where_refusing_is(base, cases, answer):
    report = evaluate(base({case.id: answer("not_found") for case in cases}), cases, DAY)
    assert [score.right for score in report.scores] == [False, True, False]


def test_groups_count_questions_by_kind_form_and_every_document(good_base, cases):
    groups = evaluate(good_base, cases, DAY).groups
    assert {key: found["questions"] for key, found in groups["kind"].items()} == {
        "authority": 1,
        "fact": 1,
        "refuse": 1,
    }
    assert groups["form"]["plain"]["questions"] == 2
    assert sorted(groups["document"]) == ["-", "luat-hai-dang", "nd-sua-den"]


def test_intervals_hold_the_figure_and_are_the_same_each_time(good_base, base, cases, answer):
    says = good_base.says | {"t-3": answer()}
    report = evaluate(base(says), cases, DAY)
    low, high = report.intervals["right"]
    assert low <= report.overall["right"] <= high
    assert low < high
    assert report.intervals == evaluate(base(says), cases, DAY).intervals


def test_the_ranking_is_judged_apart_from_the_answer(good_base, cases):
    found = evaluate(good_base, cases, DAY).retrieval
    assert found["all_khoan@1"] == 0.0
    assert found["recall_dieu@1"] == pytest.approx(0.25)
    assert found["all_dieu@5"] == 1.0
    assert found["mrr_dieu@10"] == pytest.approx(0.75)


def test_existing_answers_are_scored_and_a_missing_one_is_wrong(good_base, cases, tmp_path):
    path = tmp_path / "answers.jsonl"
    said = {"id": "t-1", "snapshot": "s-cu", "timings_ms": {"total": 12.5}, **good_base.says["t-1"]}
    path.write_text(json.dumps(said) + "\n", encoding="utf-8")
    report = score_existing(good_base, cases, read_answers(path), DAY)
    assert [score.right for score in report.scores] == [True, False, False]
    assert report.snapshot == "s-cu"
    assert report.overall["latency_p50_ms"] == 12.5
    assert not good_base.asked


@pytest.mark.parametrize("line", ["{", "[]", '{"question": "x"}'])
def test_a_line_that_is_no_answer_is_named(tmp_path, line):
    path = tmp_path / "a.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match="dòng 1"):
        read_answers(path)
