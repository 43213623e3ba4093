"""Powers moved by reference, in an invented decree: who gives, who takes, and where the tasks are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.structure import parse
from phapquy.law.transfers import may_move, transfers_of

SLUG = "nd-6-2091-nd-dd"


def read(text):
    """``(clause, giver, taker, references)`` of each transfer."""
    document = parse(SLUG, text)
    out = []
    for one in transfers_of(document):
        words = document.own_text(document.provisions[one.by])
        places = [words[citation.start : citation.end] for citation in one.citations]
        out.append((str(one.by).removeprefix(f"{SLUG}/"), one.giver and one.giver.name, one.taker.name, places))
    return out


@pytest.mark.parametrize(
    ("clause", "giver", "taker"),
    [
        (
            "Thẩm quyền của Ủy ban nhân dân cấp huyện quyết định bến đò quy định tại khoản 2 Điều 8 Luật Sông chuyển giao "
            "cho Chủ tịch Ủy ban nhân dân cấp xã thực hiện.",
            "Ủy ban nhân dân cấp huyện",
            "Chủ tịch Ủy ban nhân dân cấp xã",
        ),
        (
            "Thẩm quyền của Thủ tướng Chính phủ cho phép đua thuyền quy định tại khoản 2 Điều 8 Luật Sông do Ủy ban nhân "
            "dân cấp tỉnh thực hiện.",
            "Thủ tướng Chính phủ",
            "Ủy ban nhân dân cấp tỉnh",
        ),
        # no giver named
        (
            "Trách nhiệm vớt bèo quy định tại khoản 2 Điều 8 Luật Sông do Ủy ban nhân dân cấp xã thực hiện.",
            None,
            "Ủy ban nhân dân cấp xã",
        ),
        (
            "Thẩm quyền của Ủy ban nhân dân cấp tỉnh đặt tên thác quy định tại khoản 2 Điều 8 Luật Sông phân cấp cho Ủy ban "
            "nhân dân cấp xã thực hiện.",
            "Ủy ban nhân dân cấp tỉnh",
            "Ủy ban nhân dân cấp xã",
        ),
    ],
)  # fmt: skip
def test_one_sentence_says_who_gives_who_takes_and_where_the_task_is_written(clause, giver, taker):
    assert read(f"Điều 1. Chuyển giao\n1. {clause}\n") == [("1/1", giver, taker, ["khoản 2 Điều 8 Luật Sông"])]


LIST = """Điều 1. Chuyển giao
1. Thẩm quyền của Ủy ban nhân dân cấp huyện theo Luật Sông do Chủ tịch Ủy ban nhân dân cấp xã thực hiện, bao gồm:
a) Cấp giấy thả đèn quy định tại điểm b khoản 1 Điều 3 và khoản 4 Điều 9 Luật Sông;
b) Đặt tên bến quy định tại Điều 5 Luật Sông mà không thuộc trường hợp quy định tại khoản 7 Điều 5 Luật Sông;
c) Chăm hoa ven hồ.
2. Ủy ban nhân dân cấp xã báo cáo theo quy định tại khoản 2 Điều 8 Luật Sông.
Điều 2. Thẩm quyền của Ủy ban nhân dân cấp tỉnh giao Ủy ban nhân dân cấp xã
Thẩm quyền của Ủy ban nhân dân cấp tỉnh theo Luật Sông do Ủy ban nhân dân cấp xã thực hiện như sau:
1. Mở hội bơi quy định tại Điều 11 Luật Sông.
"""


def test_the_points_under_a_lead_in_take_giver_and_taker_from_it():
    assert read(LIST) == [
        ("1/1/a", "Ủy ban nhân dân cấp huyện", "Chủ tịch Ủy ban nhân dân cấp xã",
         ["điểm b khoản 1 Điều 3", "khoản 4 Điều 9 Luật Sông"]),
        ("1/1/b", "Ủy ban nhân dân cấp huyện", "Chủ tịch Ủy ban nhân dân cấp xã", ["Điều 5 Luật Sông"]),
        ("2/1", "Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân cấp xã", ["Điều 11 Luật Sông"]),
    ]  # fmt: skip


def test_what_an_exception_refers_to_is_not_moved():
    (_, point, _) = read(LIST)
    assert "khoản 7 Điều 5 Luật Sông" not in point[3]


def test_references_to_the_decree_itself_move_nothing():
    text = "Thẩm quyền của Ủy ban nhân dân cấp huyện quy định tại khoản 1 Điều này do Ủy ban nhân dân cấp xã thực hiện."
    assert read(f"Điều 1. Tên\n1. Một.\n2. {text}\n") == []


def test_the_quick_look_passes_a_text_that_moves_something():
    assert may_move(LIST)
    assert not may_move("Điều 1. Chợ cá\nChợ cá họp buổi sớm.\n")


@given(
    st.text(alphabet=st.sampled_from("Thẩm quyền của Ủy ban nhân dân cấp huyện do xã Điều 1.,;\n khoản"), max_size=300)
)
def test_any_text_is_read_without_error(text):
    document = parse(SLUG, f"Điều 1. A\n{text}")
    for one in transfers_of(document):
        words = document.own_text(document.provisions[one.by])
        assert all(0 <= citation.start < citation.end <= len(words) for citation in one.citations)
