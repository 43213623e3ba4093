"""Cutting documents into passages that fit the model's window."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from phapquy.index.passages import passages_of
from phapquy.law.structure import parse

WINDOW = 40


def count(text):
    return len(text.split())


def cut(text):
    return passages_of(parse("luat-x", text), "Luật Thử", count, WINDOW)


def test_a_long_clause_is_split_on_sentences_with_its_heading_repeated():
    sentences = " ".join(f"Câu thứ {n} nói về con cá và dòng sông." for n in range(20))
    parts = [one for one in cut(f"Điều 1. Cá\n1. {sentences}\n") if one.id == "luat-x/1/1"]
    assert len(parts) > 2
    assert [one.part for one in parts] == list(range(len(parts)))
    assert all(one.body.startswith("Điều 1. Cá.") and count(one.body) <= WINDOW for one in parts)
    assert all(f"Câu thứ {n} " in " ".join(one.text for one in parts) for n in range(20))


def test_the_parts_of_a_clause_lie_side_by_side_in_the_text():
    text = "Điều 1. Cá\n1. " + "một hai ba bốn; " * 60 + "\n"
    parts = [one for one in cut(text) if one.id == "luat-x/1/1"]
    assert all(before.end == after.start for before, after in itertools.pairwise(parts))


def test_a_sentence_longer_than_the_window_is_split_on_words_not_cut():
    words = " ".join(f"w{n}" for n in range(300))
    parts = cut(f"Điều 1. A\n{words}\n")
    assert " ".join(one.text for one in parts).split() == words.split()


def test_footnotes_are_not_searched_and_their_marks_are_taken_out():
    parts = cut("Điều 1. A\n1.[1] Chữ thường[2] ở đây.\n[1] Chú thích một.\n")
    assert [(one.id, one.text) for one in parts] == [("luat-x/1/1", "1. Chữ thường ở đây.")]


def test_a_bare_heading_is_no_passage_but_a_referring_sentence_is():
    text = (
        "Điều 1. Tên\n1. x y z\nĐiều 2. Tên\nPhường thực hiện nhiệm vụ quy định tại Điều 1 và các việc sau:\n1. Thêm.\n"
    )
    assert [one.id for one in cut(text)] == ["luat-x/1/1", "luat-x/2", "luat-x/2/1"]


@given(
    st.lists(
        st.sampled_from(["Điều 1. A", "1. mot hai", "a) ba bon", "lời " * 50, "x; y. z", "PHỤ LỤC", ""]), max_size=12
    )
)
@settings(max_examples=100, deadline=None)
def test_passages_are_slices_within_their_provision(lines):
    text = "\n".join(lines)
    document = parse("luat-x", text)
    for one in passages_of(document, "Luật", count, WINDOW):
        assert 0 <= one.start < one.end <= len(text)
        assert one.text
