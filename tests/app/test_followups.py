from dataclasses import replace
from datetime import date

from phapquy.answer.model import Outcome, Pointer, Role
from phapquy.app.followups import follow_ups
from tests.app.fireflies import KHOAN_2, SLUG, answer, citation, not_found

DAY = date(2030, 3, 1)


def words(made):
    return [(one.words, one.question, one.day) for one in follow_ups(made)]


def test_the_clause_of_the_other_level_can_be_asked_for():
    made = answer("?", suggestions=(), citations=(citation("7/2", KHOAN_2, Role.CONTRAST),))
    label = "khoản 2 Điều 7 Luật Đom đóm (hư cấu) số 99/2030/HT"
    assert words(made) == [(f"Cấp tỉnh làm gì? Xem {label}", f"K{label[1:]} quy định gì?", "")]


def test_what_a_basis_points_to_can_be_asked_for_unless_it_is_shown_or_not_in_force():
    pointers = (
        Pointer(f"{SLUG}/7/2", "khoản 2 Điều 7 Luật Đom đóm"),
        Pointer(f"{SLUG}/8", "Điều 8 Luật Đom đóm", in_force=False),
        Pointer(f"{SLUG}/9", "điểm a khoản 1 Điều 9 Luật Đom đóm"),
    )
    made = answer("?", suggestions=(), citations=(citation("7/1/b", "…", points_to=pointers), citation("7/2", "…")))
    assert words(made) == [("Điểm a khoản 1 Điều 9 Luật Đom đóm quy định gì?",) * 2 + ("",)]


def test_the_day_before_an_amendment_and_the_day_a_clause_ends_can_be_asked_for():
    amended = citation("7/2", "…", amended_by=("nd-5-2031-ht/2",), effective_to=date(2030, 9, 1))
    made = answer("Ai cấp bấc?", suggestions=(), citations=(amended,))
    assert words(made) == [
        ("Trước ngày 01/01/2030 thì sao?", "Ai cấp bấc?", "31/12/2029"),
        ("Từ ngày 01/09/2030 thì sao?", "Ai cấp bấc?", "01/09/2030"),
    ]


def test_a_clause_that_was_never_amended_offers_no_other_day():
    assert words(answer("?", suggestions=(), citations=(citation("7/2", "…"),))) == []


def test_a_refusal_offers_the_day_on_which_a_coming_clause_begins():
    coming = citation("7/2", "…", Role.RELATED, in_force=False, effective_from=date(2031, 1, 1))
    made = replace(not_found("Ai cấp bấc?", DAY), suggestions=(), citations=(coming,))
    assert made.outcome is Outcome.NOT_FOUND
    assert words(made) == [("Từ ngày 01/01/2031 thì sao?", "Ai cấp bấc?", "01/01/2031")]


def test_nothing_is_offered_twice_and_not_the_question_itself():
    made = answer("Ai thắp?", suggestions=("Ai thắp?", "Ai cấp?", "Ai cấp?"), citations=())
    assert words(made) == [("Ai cấp?", "Ai cấp?", "")]
