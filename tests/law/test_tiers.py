"""The sentences that end a level and list the kinds of unit, in an invented law."""

from datetime import date

import pytest

from phapquy.law.structure import parse
from phapquy.law.tiers import ends_of_districts, kinds_of_units, may_tell

SLUG = "luat-5-2091-qhdd"


def law(*clauses):
    return parse(SLUG, "Điều 1. Đơn vị\n" + "\n".join(f"{n}. {clause}" for n, clause in enumerate(clauses, 1)) + "\n")


def ends(*clauses):
    return [(str(one.by).removeprefix(f"{SLUG}/"), one.day) for one in ends_of_districts(law(*clauses))]


@pytest.mark.parametrize(
    "clause",
    [
        "Ủy ban nhân dân huyện, quận, thị xã (sau đây gọi là cấp huyện) kết thúc hoạt động từ ngày 02 tháng 9 năm 2091.",
        "Hội đồng nhân dân và Ủy ban nhân dân cấp huyện chấm dứt hoạt động kể từ ngày 02/9/2091.",
    ],
)
def test_a_clause_that_ends_the_districts_organs_tells_the_day(clause):
    assert ends(clause) == [("1/1", date(2091, 9, 2))]


@pytest.mark.parametrize(
    "clause",
    [
        # some of them, on the way there, another body, no day, a day that is none
        "Đại biểu Hội đồng nhân dân, Ủy ban nhân dân cấp huyện ở đảo kết thúc hoạt động từ ngày 02 tháng 9 năm 2091.",
        "Khi Ủy ban nhân dân cấp huyện kết thúc hoạt động từ ngày 02 tháng 9 năm 2091 thì bàn giao thuyền.",
        "Ban quản lý chợ cá kết thúc hoạt động từ ngày 02 tháng 9 năm 2091.",
        "Ủy ban nhân dân cấp huyện kết thúc hoạt động.",
        "Ủy ban nhân dân cấp huyện kết thúc hoạt động từ ngày 31 tháng 02 năm 2091.",
    ],
)
def test_a_clause_on_something_else_ends_nothing(clause):
    assert ends(clause) == []


def test_the_kinds_of_unit_of_a_level_are_read_from_the_clause_that_lists_them():
    document = law(
        "Xã, phường và đặc khu trực thuộc cấp tỉnh (sau đây gọi chung là cấp xã).",
        "Nghị quyết của Hội đồng nhân dân xã, phường (sau đây gọi chung là cấp xã).",
    )
    (one,) = kinds_of_units(document)
    assert (str(one.by), one.level, one.kinds) == (f"{SLUG}/1/1", "cấp xã", ("xã", "phường", "đặc khu"))


def test_the_quick_look_passes_every_text_that_holds_such_a_sentence():
    assert may_tell(law("Xã, phường trực thuộc cấp tỉnh (sau đây gọi chung là cấp xã).").text)
    assert may_tell(law("Ủy ban nhân dân cấp huyện kết thúc hoạt động từ ngày 02 tháng 9 năm 2091.").text)
    assert not may_tell(law("Chợ cá họp buổi sớm.").text)
