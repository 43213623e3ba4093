"""When two answers agree, and what the report says of those that do not."""

from datetime import date
from functools import partial

import pytest

from phapquy.evaluate.intervals import wilson
from phapquy.evaluate.metamorphic import Relation, check_relations, metamorphic_json
from phapquy.evaluate.metamorphic.agreement import bases_of, for_unit, not_the_communes, organs_of, same

DAY = date(2031, 2, 3)
COUNCIL_XA = {"organ": "Hội đồng nhân dân xã", "level": "xa"}
COUNCIL_WARD = {"organ": "Hội đồng nhân dân phường", "level": "xa"}


def nothing_left_out(_provision, _unit):
    return False


def said(answer, citation, identity="luat-hai-dang/1/2/b", holders=(COUNCIL_XA,), **more):
    return answer(level="xa", holders=list(holders), citations=[citation(identity, **more)])


def test_the_same_answer_agrees_in_all_parts(answer, citation):
    one = said(answer, citation)
    assert all(same(one, one, nothing_left_out).values())


def test_bases_are_compared_by_clause_and_the_first_one_counts_by_itself(answer, citation):
    one = answer(citations=[citation("luat-hai-dang/1/2/a"), citation("luat-hai-dang/2")])
    other = answer(citations=[citation("luat-hai-dang/1/2/b"), citation("nd-sua-den/3")])
    parts = same(one, other, nothing_left_out)
    assert bases_of(one)[0] == "luat-hai-dang/1/2"
    assert (parts["first"], parts["bases"]) == (True, False)


def test_another_outcome_and_another_organ_are_disagreements(answer, citation):
    parts = same(said(answer, citation), answer("not_found"), nothing_left_out)
    assert not parts["outcome"] and not parts["holders"] and not parts["first"]


@pytest.mark.parametrize("unit", ["xã", "phường", "cấp xã", "đặc khu", "xã, phường, đặc khu", "cấp tỉnh"])
def test_an_organ_is_compared_without_its_unit(unit):
    holder = {"organ": f"Chủ tịch Ủy ban nhân dân {unit}", "level": "xa"}
    assert organs_of({"holders": [holder]}) == {"chủ tịch ủy ban nhân dân"}


def test_a_ward_answers_with_the_communes_clause_reached_by_reference(answer, citation):
    plain = said(answer, citation)
    ward = said(answer, citation, holders=[COUNCIL_WARD], via=["luat-hai-dang/2"])
    assert all(for_unit("phường", plain, ward, nothing_left_out).values())


def test_a_ward_that_is_told_of_the_communes_organ_disagrees(answer, citation):
    plain = said(answer, citation)
    assert not for_unit("phường", plain, plain, nothing_left_out)["holders"]


def test_what_the_law_keeps_from_the_ward_is_not_judged(answer, citation):
    plain = said(answer, citation)
    assert for_unit("phường", plain, answer("not_found"), lambda _provision, _unit: True) is None


def test_what_only_a_ward_has_is_not_asked_of_a_commune(answer, citation):
    own = said(answer, citation, holders=[COUNCIL_WARD])
    assert for_unit("xã", own, answer("not_found"), nothing_left_out) is None


def test_the_province_must_not_get_the_communes_answer(answer, citation):
    plain = said(answer, citation)
    assert not_the_communes(plain, plain, nothing_left_out) == {"changed": False}
    lifted = {**plain, "level": "tinh"}
    denied = {**plain, "text": "Không. Việc này thuộc thẩm quyền của Hội đồng nhân dân xã."}
    for other in (lifted, denied, answer("not_found"), said(answer, citation, identity="nd-sua-den/3")):
        assert not_the_communes(plain, other, nothing_left_out) == {"changed": True}
    assert not_the_communes(lifted, plain, nothing_left_out) is None


def test_the_report_counts_names_and_compares_with_gold(base, good_base, cases, answer):
    loud = Relation("to", "Nói to", "same", lambda question, _: question.upper(), same)
    plain = [good_base.ask(case.question, DAY, case.id).to_json() for case in cases]
    held = check_relations(good_base, cases, plain, DAY, relations=[loud])
    assert metamorphic_json(held)["to"]["holds"] == 1.0

    deaf = base({**good_base.says, "t-3": answer("not_found")})
    found = metamorphic_json(check_relations(deaf, cases, plain, DAY, relations=[loud]))["to"]
    assert found["questions"] == 3
    assert found["disagree"] == {"t-3": ["outcome", "first", "bases"]}
    assert found["parts"]["outcome"] == pytest.approx(2 / 3, abs=1e-4)


def test_gold_is_held_against_both_forms(base, good_base, cases, answer):
    bare = Relation("khong-dau", "Không dấu", "same", lambda question, _: question.upper(), same)
    plain = [good_base.ask(case.question, DAY, case.id).to_json() for case in cases]
    deaf = base({**good_base.says, "t-3": answer("not_found")})
    found = metamorphic_json(check_relations(deaf, cases, plain, DAY, relations=[bare]))["khong-dau"]
    assert (found["right_plain"], found["within_3_points"], found["lost"]) == (1.0, False, ["t-3"])


def test_pairs_that_cannot_be_judged_are_counted_apart(good_base, cases):
    lifted = Relation("len", "Lên tỉnh", "same", lambda question, _: question + "!", partial(for_unit, "phường"))
    plain = [good_base.ask(case.question, DAY, case.id).to_json() for case in cases]
    held = check_relations(good_base, cases, plain, DAY, relations=[lifted])[0]
    assert held.not_judged + len(held.pairs) == len(cases)
    assert held.not_judged >= 1


@pytest.mark.parametrize(
    ("some", "count", "low", "high"),
    # the worked examples of Newcombe 1998, table I
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(some, count, low, high):
    assert wilson(some, count) == pytest.approx((low, high), abs=1e-4)


def test_nothing_counted_says_nothing():
    assert wilson(0, 0) == (0.0, 1.0)
