"""Where the district's tasks went, and what is left, on an invented law of kites."""

from __future__ import annotations

from datetime import date

import pytest

from phapquy.authority.gaps import GapKind, gaps
from phapquy.authority.passed import passed
from phapquy.authority.powers import powers, powers_at
from phapquy.law.duties import duties_of
from phapquy.law.provision import ProvisionId
from phapquy.law.savings import savings_of
from phapquy.law.structure import parse
from tests.authority.kites import DAY, LAW, MOVES, SAVES, WORDS, snapshot


@pytest.fixture(scope="module")
def kites():
    return snapshot()


def test_each_way_of_giving_a_task_on_is_told_with_its_clause_and_day(kites):
    found = {(str(one.old), one.holder.name, str(one.by), one.since) for one in passed(kites, DAY)}
    assert found == {
        (f"{LAW}/1/1", "Chủ tịch Ủy ban nhân dân cấp xã", f"{MOVES}/1/1", date(2086, 1, 1)),  # a transfer
        (f"{LAW}/1/2", "Ủy ban nhân dân cấp xã", f"{MOVES}/1/2", date(2086, 1, 1)),  # kept by a saving clause
        (
            f"{LAW}/1/3",
            "Ủy ban nhân dân cấp xã",
            f"{WORDS}/1",
            date(2086, 1, 1),
        ),  # words replaced, after a duty gave it
        (f"{LAW}/1/4", "Ủy ban nhân dân cấp xã", f"{MOVES}/2/1/a", date(2086, 1, 1)),  # a duty shared out anew
    }


def test_a_transfer_that_ended_goes_on_only_under_the_clause_that_saves_it(kites):
    (kept,) = (one for one in passed(kites, DAY) if one.kept)
    assert (str(kept.old), str(kept.kept)) == (f"{LAW}/1/2", f"{SAVES}/1/1")
    assert not any(one.kept for one in passed(kites, date(2087, 6, 1)))


def test_a_holder_whose_name_was_replaced_gives_way_on_that_day(kites):
    before, after = (
        {one.holder.name for one in powers(kites, day) if str(one.basis) == f"{LAW}/1/3"}
        for day in (date(2086, 12, 31), date(2087, 1, 1))
    )
    assert (before, after) == ({"Ủy ban nhân dân cấp huyện"}, {"Ủy ban nhân dân cấp xã"})
    (power,) = (one for one in powers(kites, DAY) if str(one.basis) == f"{LAW}/1/3")
    assert (power.former.name, str(power.renamed)) == ("Ủy ban nhân dân cấp huyện", f"{WORDS}/1")


def test_the_power_of_one_clause_names_the_new_holder_too(kites):
    found = powers_at(kites, ProvisionId.parse(f"{LAW}/1/3"))
    assert [one.holder.name for one in found if one.covers(DAY)] == ["Ủy ban nhân dân cấp xã"]


def test_gaps_are_what_nobody_was_given_in_the_order_in_which_they_matter(kites):
    found = [(str(one.provision), one.kind) for one in gaps(kites, DAY)]
    assert found == [
        (f"{LAW}/1/5", GapKind.TASK),  # who keeps the pattern does not approve it
        (f"{LAW}/1/7", GapKind.REFERENCE),
        (f"{LAW}/1/8", GapKind.UNIT),
        (f"{LAW}/1/9", GapKind.ORGAN),
    ]


def test_before_the_districts_ended_they_leave_no_gap(kites):
    assert gaps(kites, date(2025, 2, 28)) == ()
    assert {one.kind for one in gaps(kites, date(2025, 6, 30))} == {GapKind.ORGAN}


def test_a_saving_clause_names_its_subjects():
    words = (
        "NGHỊ ĐỊNH\nĐiều 1. Hiệu lực\nCác quy định về giá diều, về giờ thổi sáo không có trong Nghị định này thì tiếp tục \
áp dụng theo Nghị định số 8/2086/NĐ-CP.\n"
    )
    (saving,) = savings_of(parse(SAVES, words))
    assert saving.subjects == ("giá diều", "giờ thổi sáo")


def test_a_list_of_duties_without_that_lead_in_moves_nothing():
    words = (
        "NGHỊ ĐỊNH\nĐiều 1. Trách nhiệm\n1. Ủy ban nhân dân cấp xã có trách nhiệm sau:\na) Kiểm tra dây diều quy định \
tại khoản 4 Điều 1 Luật Thả diều.\n"
    )
    assert duties_of(parse(MOVES, words)) == ()
