"""Whether evidence is enough: nearness, neighbouring words, and the kind of figure that is asked for."""

import pytest

from phapquy.answer.enough import (
    MIN_STRENGTH,
    asks_for_a_person,
    content_terms,
    least_strength,
    missing_figure,
    strength,
)
from tests.invented import asked, evidence

ARTICLE = "Điều 1. Bến đò\n1. {}\n"


def clause(words):
    return evidence("1/1", text=ARTICLE.format(words))


def test_content_terms_leave_out_grammar_and_address():
    assert content_terms("Anh ơi, ai được thắp lồng bàng ở bến sông vậy?") == ["thap", "long", "bang", "ben", "song"]


def test_content_terms_are_the_same_without_diacritics():
    assert content_terms("vot beo ben song") == content_terms("vớt bèo bến sông")


def test_content_terms_keep_numbers_and_drop_single_letters():
    assert content_terms("điểm a khoản 2 và 2") == ["diem", "khoan", "2"]


def test_nearness_alone_can_be_enough_and_the_words_tip_the_balance():
    question = asked("Vớt bèo trên hồ sen")
    same, other = clause("Việc vớt bèo trên hồ sen làm vào mùa thu."), clause("Đua vịt làm vào mùa xuân.")
    assert strength(question, 0.5, [other]) > MIN_STRENGTH
    assert strength(question, 0.0, [other]) < MIN_STRENGTH
    assert strength(question, 0.15, [same]) > strength(question, 0.15, [other])


def test_nothing_found_or_no_words_of_matter_is_nearness_alone():
    assert strength(asked("Vớt bèo"), 0.1, []) == pytest.approx(0.1)
    assert strength(asked("ai thì sao"), 0.1, [clause("Vớt bèo.")]) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("question", "words", "missing"),
    [
        # a share
        ("Vớt bèo được bao nhiêu phần trăm?", "Người vớt bèo được chia bèo.", "tỷ lệ phần trăm"),
        ("Vớt bèo được bao nhiêu phần trăm?", "Người vớt bèo được chia 30% số bèo.", ""),
        ("Vớt bèo được mấy %?", "Người vớt bèo được 30 phần trăm.", ""),
        # money
        ("Lệ phí qua đò là bao nhiêu?", "Qua đò phải trả lệ phí.", "số tiền hoặc mức"),
        ("Lệ phí qua đò là bao nhiêu?", "Lệ phí qua đò là 5.000 đồng.", ""),
        ("Qua đò hết bao nhiêu tiền?", "Qua đò mất 12 ngày.", "số tiền hoặc mức"),
        # a term
        ("Cấp giấy phép nuôi vịt trong bao lâu?", "Cấp giấy phép nuôi vịt.", "thời hạn"),
        ("Cấp giấy phép nuôi vịt trong bao lâu?", "Cấp giấy phép nuôi vịt trong 12 ngày.", ""),
        ("Cấp giấy phép nuôi vịt trong mấy ngày?", "Cấp trong thời hạn 05 (năm) ngày.", ""),
        # no figure is asked for
        ("Ai cấp giấy phép nuôi vịt?", "Cấp giấy phép nuôi vịt.", ""),
    ],
)
def test_a_figure_that_no_clause_states_is_named(question, words, missing):
    assert missing_figure(asked(question), [clause(words)]) == missing


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Hội bầu chủ tịch, phó chủ tịch bến đò.", "số lượng phó chủ tịch"),
        ("Bến đò có 02 phó chủ tịch.", ""),
        ("Làng quy định số lượng phó chủ tịch bến đò.", ""),  # who fixes the number is an answer too
    ],
)
def test_asked_how_many_hold_an_office_a_clause_that_only_names_the_office_does_not_count(words, missing):
    assert missing_figure(asked("Bến đò có bao nhiêu phó chủ tịch?"), [clause(words)]) == missing


def test_who_fixes_how_many_is_no_question_for_a_figure():
    words = "Hội bầu chủ tịch, phó chủ tịch bến đò."
    assert missing_figure(asked("Có mấy phó chủ tịch bến đò thì cơ quan nào quyết định?"), [clause(words)]) == ""


def test_one_clause_that_states_the_figure_is_enough():
    both = [clause("Người vớt bèo được chia bèo."), clause("Được chia 30% số bèo.")]
    assert missing_figure(asked("Vớt bèo được bao nhiêu phần trăm?"), both) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Chủ tịch xã Bến Lau là ông nào?",
        "Giám đốc Sở Bến Đò bây giờ là bà nào?",
        "Chủ tịch Ủy ban nhân dân xã Bến Lau tên là gì?",
        "Cho hỏi số điện thoại của xã Bến Lau",
    ],
)
def test_who_is_in_office_now_is_asked_for_a_person(question):
    assert asks_for_a_person(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Xã Bến Lau giờ mang tên gì?",
        "Chủ tịch xã được vớt bèo không?",
        "Ai là người ký giấy phép nuôi vịt?",
        "Văn bản của Chủ tịch xã đặt theo mẫu nào, tiêu đề gì?",
    ],
)
def test_the_name_of_a_unit_and_an_office_are_not_a_person(question):
    assert not asks_for_a_person(asked(question))


def test_a_document_named_by_its_number_needs_less_nearness_than_a_matter():
    assert least_strength(asked("Nghị định 5/2090/NĐ-DD nói gì?")) < least_strength(asked("Ai được vớt bèo?"))
