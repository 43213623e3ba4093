"""Amounts, the ranges that clauses give, and what they count by steps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.measures import CLOCK, Amount, Range, amounts_in, counted, number, ranges_in

STEPS = (
    "Bến có từ 5.000 dân trở xuống được cử 15 người chèo; bến có trên 5.000 dân đến 10.000 dân thì cứ thêm 1.000 dân "
    "được cử thêm 01 người; bến nào có trên 10.000 dân thì cứ thêm 3.000 dân được cử thêm 01 người, nhưng tổng số không "
    "quá 30 người chèo."
)


def amount(value, unit="dân"):
    return Amount(Decimal(value), unit, f"{value} {unit}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("làng có 13.000 dân", [("13000", "dân")]),
        ("1 triệu dân và 0,5%", [("1000000", "dân"), ("0.5", "%")]),
        ("nhiệm kỳ còn 15 tháng", [("15", "tháng")]),
        ("nộp lúc 15h30", [("15.5", CLOCK)]),
        ("nộp vào 9 giờ", [("9", CLOCK)]),
        # numbers of documents and days are no amounts
        ("Nghị định 118/2025/NĐ-DD ngày 09/6/2025", []),
        ("trong 24 giờ", []),
    ],
)
def test_amounts_are_read_with_their_units(text, expected):
    assert [(one.value, one.unit) for one in amounts_in(text)] == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "unit", "inside", "outside"),
    [
        ("từ 60 điểm đến dưới 75 điểm", "điểm", ["60", "74"], ["59", "75"]),
        ("có trên 10.000 dân đến 20.000 dân", "dân", ["10001", "20000"], ["10000", "20001"]),
        ("ít hơn hoặc bằng 18 tháng", "tháng", ["18", "1"], ["19"]),
        ("nhiều hơn 18 tháng", "tháng", ["19"], ["18"]),
        ("từ 75 điểm trở lên", "điểm", ["75", "90"], ["74"]),
        ("5.000 dân trở xuống", "dân", ["5000"], ["5001"]),
        ("không quá 45 tuổi", "tuổi", ["45"], ["46"]),
        ("tiếp nhận sau 15 giờ hằng ngày", CLOCK, ["15.5"], ["15", "9"]),
    ],
)
def test_a_range_holds_what_its_words_hold(text, unit, inside, outside):
    (found,) = ranges_in(text)
    assert all(found.holds(amount(value, unit)) for value in inside)
    assert not any(found.holds(amount(value, unit)) for value in outside)


def test_a_range_concerns_amounts_of_its_size_only():
    assert Range("tuổi", high=Decimal(45)).concerns(amount(30, "tuổi"))
    assert not Range("tuổi", high=Decimal(45)).concerns(amount(2, "tuổi"))
    assert not Range("tuổi", high=Decimal(45)).concerns(amount(30, "tháng"))


@pytest.mark.parametrize(
    ("people", "total", "capped"),
    [
        (4_000, 15, False),
        (5_000, 15, False),
        (5_999, 15, False),
        (6_000, 16, False),
        (13_000, 21, False),
        (900_000, 30, True),
    ],
)
def test_only_whole_steps_count_and_no_more_than_the_clause_allows(people, total, capped):
    """As in Law 72/2025 Điều 30.2.a: one more for every so many inhabitants, none for less."""
    result = counted(STEPS, amount(people))
    assert (result.total, result.capped, result.thing) == (total, capped, "người")


def test_a_clause_without_steps_counts_nothing():
    assert counted("Bến được cử 15 người chèo.", amount(4_000)) is None
    assert counted(STEPS, amount(4_000, "điểm")) is None


@given(st.integers(0, 2_000_000))
def test_more_people_never_give_fewer_rowers(people):
    assert counted(STEPS, amount(people)).total <= counted(STEPS, amount(people + 1)).total <= 30


@given(st.integers(0, 10**9))
def test_figures_are_read_as_they_are_written(value):
    assert number(f"{value:,}".replace(",", ".")) == value


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text):
    amounts_in(text)
    ranges_in(text)
