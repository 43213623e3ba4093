from datetime import date

import pytest

from phapquy.app.fields import read_day, read_question, show_day
from phapquy.errors import UsageError

TODAY = date(2030, 3, 1)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("21/11/2026", date(2026, 11, 21)),
        ("1/7/2025", date(2025, 7, 1)),
        ("01-07-2025", date(2025, 7, 1)),
        ("1.7.2025", date(2025, 7, 1)),
        (" 01 / 7 / 2025 ", date(2025, 7, 1)),
        ("2025-07-01", date(2025, 7, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("", TODAY),
        ("   ", TODAY),
        (None, TODAY),
    ],
)
def test_a_day_is_read_in_both_ways_of_writing_it(written, expected):
    assert read_day(written, TODAY) == expected


@pytest.mark.parametrize(
    "written",
    ["31/02/2026", "2025-13-01", "7/2025", "hôm qua", "1/7/25", "0/0/0000", "<script>", "1" * 5000, "2025-07-01x"],
)
def test_a_malformed_day_is_named_and_an_example_is_given(written):
    with pytest.raises(UsageError) as caught:
        read_day(written, TODAY)
    assert "không hợp lệ" in str(caught.value)
    assert "01/03/2030" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("written", ["1/1/1200", "1/1/9999"])
def test_a_day_in_an_impossible_year_is_refused(written):
    with pytest.raises(UsageError, match="nằm ngoài khoảng"):
        read_day(written, TODAY)


def test_a_day_is_shown_the_vietnamese_way():
    assert show_day(date(2025, 7, 1)) == "01/07/2025"


def test_a_question_is_stripped_and_bounded():
    assert read_question("  ai thắp đèn? \n", 100) == "ai thắp đèn?"
    assert len(read_question("a" * 100, 100)) == 100


@pytest.mark.parametrize("empty", ["", "  \n\t ", None, 7, ["a"]])
def test_an_empty_question_says_what_to_do(empty):
    with pytest.raises(UsageError, match="chưa nhập câu hỏi"):
        read_question(empty, 100)


def test_a_question_that_is_too_long_says_how_long_it_may_be():
    with pytest.raises(UsageError, match="dài quá 2000 ký tự"):
        read_question("a" * 100_000, 2000)
