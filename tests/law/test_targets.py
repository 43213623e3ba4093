from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.targets import read_document, read_targets

CASES = [
    ("khoản 2 Điều 18", ["18/2"]),
    ("điểm a và điểm b khoản 1 Điều 14", ["14/1/a", "14/1/b"]),
    # points of a clause, a clause, an article, in one order
    (
        "các điều 8, 11, điểm d khoản 4 Điều 9, các khoản 2, 3 và 6 Điều 14",
        ["8", "11", "9/4/d", "14/2", "14/3", "14/6"],
    ),
    ("khoản 6 và điểm h khoản 9 Điều 12; khoản 1 Điều 2", ["12/6", "12/9/h", "2/1"]),
    ("điểm c khoản 3 và điểm a, d khoản 4 Điều 6; Điều 1", ["6/3/c", "6/4/a", "6/4/d", "1"]),
    ("khoản 3, Điều 5", ["5/3"]),
    # the place where the new words go is no target
    ("khoản 5 vào sau khoản 4 Điều 34", ["34/5"]),
    ("Điều 51a sau Điều 51", ["51a"]),
    ("điểm i khoản 1 vào Điều 38", ["38/1/i"]),
    ("điểm g1 vào sau điểm g khoản 1 Điều 28", ["28/1/g1"]),
    # an article named only at the end of the sentence
    ("điểm c khoản 2 và khoản 6; bổ sung khoản 9 vào sau khoản 8 Điều 70", ["70/2/c", "70/6", "70/9"]),
    ("từ Điều 5 đến Điều 8", ["5", "6", "7", "8"]),
    # parts of annexes have no ids
    ("khoản 3 Điều 5, điểm a khoản 6 Mục III Phần IV Phụ lục I", ["5/3"]),
    ("điểm a khoản 2 Điều 4 (đã được sửa đổi tại khoản 9 Điều 99)", ["4/2/a"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_targets_are_read_inside_out(text, expected):
    assert ["/".join(parts) for parts in read_targets(text).named] == expected


def test_exceptions_are_kept_apart():
    found = read_targets("Điều 5, trừ các điểm a khoản 3, điểm đ khoản 4 và điểm e khoản 7")
    assert found.named == (("5",),)
    assert ["/".join(parts) for parts in found.excepted] == ["5/3/a", "5/4/đ", "5/7/e"]


def test_the_heading_above_completes_a_clause():
    assert read_targets("khoản 3", ("34",)).named == (("34", "3"),)
    assert read_targets("điểm b", ("99", "2")).named == (("99", "2", "b"),)
    assert read_targets("khoản 3").named == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("của Nghị định số 8/2090/NĐ-DD ngày 01 tháng 5", "Nghị định 8/2090/NĐ-DD"),
        ("Luật Thung lũng Xanh số 7/2090/QH15", "Luật 7/2090/QH15"),
        ("(được sửa đổi theo Luật số 9/2090/QH15)", None),
        ("khoản 2 Điều 3", None),
    ],
)
def test_the_amended_document_is_the_first_outside_parentheses(text, expected):
    assert read_document(text) == expected


@given(st.text(alphabet="điểmkhoảnĐiều 12a,;và()trừ/\n", max_size=80))
def test_no_text_breaks_the_reader(text):
    read_targets(text)
    read_document(text)
