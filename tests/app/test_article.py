import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.app.article import article_lines, merge_spans
from tests.app.fireflies import ARTICLE, DIEM_B, KHOAN_2


def text_of(lines, *, marked=None):
    return "".join(piece.text for line in lines for piece in line.pieces if marked is None or piece.marked is marked)


def test_lines_are_told_apart_by_what_they_are():
    assert [line.kind for line in article_lines(ARTICLE, ())] == ["dieu", "khoan", "diem", "diem", "khoan", "khoan"]


def test_only_the_cited_part_is_marked():
    start = ARTICLE.index(DIEM_B)
    lines = article_lines(ARTICLE, [(start, start + len(DIEM_B))])
    assert text_of(lines, marked=True) == DIEM_B.strip()


def test_a_mark_over_several_lines_is_cut_at_each_line():
    start, end = ARTICLE.index(DIEM_B), ARTICLE.index(KHOAN_2) + len(KHOAN_2)
    lines = article_lines(ARTICLE, [(start, end)])
    assert [piece.text for line in lines for piece in line.pieces if piece.marked] == [DIEM_B.strip(), KHOAN_2.strip()]


def test_a_later_line_that_begins_with_an_article_is_not_a_heading():
    assert [line.kind for line in article_lines("Điều 1. Đèn\nĐiều 2 của nội quy này…", ())] == ["dieu", "doan"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(3, 5), (0, 2)], ((0, 2), (3, 5))),
        ([(0, 4), (2, 6)], ((0, 6),)),
        ([(-5, 3), (8, 99)], ((0, 3), (8, 10))),
        ([(4, 4), (6, 2)], ()),
    ],
)
def test_spans_are_sorted_clipped_and_joined(spans, expected):
    assert merge_spans(spans, 10) == expected


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_no_character_of_a_line_is_lost_whatever_the_spans(text, spans):
    shown = text_of(article_lines(text, spans))
    assert shown == "".join(line for line in text.splitlines() if line.strip())
