"""A document's tree comes back from its rows as it was, whatever the text."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from phapquy.index.trees import from_rows, to_rows
from phapquy.law.structure import parse
from tests.conftest import LANTERNS, VALLEYS
from tests.invented import BOATS

LINES = st.one_of(
    st.sampled_from(
        [
            "Phần I", "Chương I", "CHUNG", "Mục 1", "Điều 1. Đèn", "Điều 2. Bến", "Điều 3a. Gió", "1. Thả diều;",
            "2. Vớt bèo:", "2a. Đua vịt.", "a) Trồng tre;", "b) Trồng sen;", "đ) Bơi thuyền.", "“Điều 9. Trích”.",
            "Nơi nhận:", "PHỤ LỤC I", "[1] Chú thích", "I. MỤC TIÊU", "",
        ]
    ),
    st.text(max_size=20),
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


def back(document):
    return from_rows(document.slug, document.text, json.loads(json.dumps(to_rows(document))))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_tree_survives_being_written_as_json(text):
    document = parse("luat-x", text)
    again = back(document)
    assert again.nodes == document.nodes
    assert list(again.provisions) == list(document.provisions)
    assert again.paths == document.paths


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_own_texts_of_a_tree_read_back_are_the_text(text):
    again = back(parse("luat-x", text))
    assert "".join(again.own_text(node) for node in again.walk()) == text


def test_the_invented_laws_come_back_with_headings_and_ids():
    for text in (VALLEYS, LANTERNS, BOATS):
        document = parse("luat-x", text)
        again = back(document)
        assert [again.heading(node) for node in again.walk()] == [document.heading(node) for node in document.walk()]


def test_an_empty_tree_is_an_empty_document():
    assert from_rows("luat-x", "", []).nodes == ()
