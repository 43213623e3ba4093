from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.compare import marked, word_diff


def test_a_replaced_word_is_marked_on_both_sides():
    changes = word_diff("Đèn đỏ thắp ở cổng.", "Đèn xanh thắp ở cổng.")
    assert marked(changes) == "Đèn [-đỏ-] {+xanh+} thắp ở cổng."


def test_an_added_line_stands_on_its_own():
    assert marked(word_diff("1. Một.", "1. Một.\n2. Hai.")).splitlines() == ["1. Một.", "{+2. Hai.+}"]


def test_equal_texts_have_nothing_removed_or_added():
    assert all(change.kept for change in word_diff("a  b", "a b"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(old, new):
    changes = word_diff(old, new)
    marked(changes)
    assert all(change.old or change.new for change in changes)
