"""Who issues a paper: only a clause that speaks of that very paper may name the holder."""

import pytest

from phapquy.answer.papers import only_on_paper, paper_asked, speaks_of
from tests.invented import asked, evidence

WHO = "Ai cấp giấy phép nuôi vịt?"


def clause(words, heading="Điều 1. Việc trên sông"):
    return evidence("1/1", text=f"{heading}\n1. {words}\n")


@pytest.mark.parametrize(
    ("question", "paper"),
    [
        (WHO, "giấy phép nuôi vịt"),
        ("Thẩm quyền cấp giấy phép nuôi vịt thuộc về ai?", "giấy phép nuôi vịt"),
        ("Cơ quan nào cấp hộ chiếu?", "hộ chiếu"),
        ("Cơ quan nào thu hồi giấy chứng nhận bến đò của hợp tác xã?", "giấy chứng nhận bến đò"),
        ("Ai ký giấy xác nhận nuôi ong?", "giấy xác nhận nuôi ong"),
        # a paper without a kind, a paper that is only carried along, a question that is not about who
        ("Ai cấp giấy phép?", ""),
        ("Ai giữ giấy phép nuôi vịt?", ""),
        ("Cấp giấy phép nuôi vịt trong bao lâu?", ""),
        ("Ai quyết định việc đua vịt?", ""),
    ],
)
def test_the_paper_asked_about_is_read_from_the_question(question, paper):
    assert paper_asked(asked(question)) == paper


@pytest.mark.parametrize(
    ("words", "heading", "speaks"),
    [
        ("Ủy ban nhân dân cấp xã cấp giấy phép nuôi vịt.", "Điều 1. Bến đò", True),
        ("Ủy ban nhân dân cấp xã cấp giấy phép cho hộ có ao.", "Điều 1. Cấp giấy phép nuôi vịt", True),
        ("Ủy ban nhân dân cấp xã cấp giấy phép nuôi ong.", "Điều 1. Bến đò", False),
        ("Ủy ban nhân dân cấp xã đếm vịt ở nơi có giấy phép nuôi vịt.", "Điều 1. Bến đò", False),
        ("Ủy ban nhân dân cấp xã đếm vịt.", "Điều 1. Cấp giấy phép nuôi vịt", False),
        # two sentences do not make one power
        ("Giấy phép nuôi vịt có màu xanh. Ủy ban nhân dân cấp xã đếm vịt.", "Điều 1. Bến đò", False),
    ],
)
def test_a_clause_counts_only_if_it_gives_an_organ_this_very_paper(words, heading, speaks):
    assert speaks_of("giấy phép nuôi vịt", clause(words, heading)) is speaks


def test_the_paper_is_recognised_without_diacritics():
    assert speaks_of(
        "giấy phép nuôi vịt", clause("ỦY BAN NHÂN DÂN CẤP XÃ. Ủy ban nhân dân cấp xã cấp Giấy phép nuôi vịt.")
    )


def test_only_clauses_on_the_paper_are_kept_in_their_order():
    first = clause("Ủy ban nhân dân cấp tỉnh cấp giấy phép nuôi ong.")
    second = clause("Ủy ban nhân dân cấp xã cấp giấy phép nuôi vịt.")
    assert only_on_paper("giấy phép nuôi vịt", [first, second]) == [second]
    assert only_on_paper("giấy phép nuôi trâu", [first, second]) == []
