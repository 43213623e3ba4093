"""Matters of other branches of law need a nearer clause; the rule looks at whole words only."""

import pytest

from phapquy.answer.enough import confidence, least_strength
from phapquy.answer.outside import names_other_law
from tests.invented import asked


@pytest.mark.parametrize(
    "question", ["Người chèo đò có lương hưu không?", "Ly hôn thì con thuyền về tay ai?", "Bằng lái thuyền do ai cấp?"]
)
def test_a_matter_of_another_law_needs_more_nearness(question):
    assert names_other_law(question)
    assert least_strength(asked(question)) > least_strength(asked("Ai được vớt bèo?"))


@pytest.mark.parametrize("question", ["Ai được vớt bèo?", "Xóm chài do ai lập?", "Người lái đò họp mấy lần?"])
def test_the_corpus_own_matters_do_not(question):
    assert not names_other_law(question)


def test_the_place_of_a_tone_mark_and_capitals_do_not_matter():
    assert names_other_law("HOÁ ĐƠN bán cá viết sao?")


def test_confidence_rises_with_strength_and_stays_a_share():
    shares = [confidence(strong, 0.198) for strong in (0.0, 0.15, 0.198, 0.22, 0.4)]
    assert shares == sorted(shares)
    assert shares[0] < 0.01
    assert 0.5 < shares[3] < shares[4] <= 1.0
