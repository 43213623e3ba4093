"""The matrix of a day: what the ended district held stands with its present holders, on an invented law of kites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from phapquy.authority import today
from phapquy.authority.choosing import choose
from phapquy.authority.matrix import Filters, Matrix, task_key
from phapquy.authority.merged import present_name
from phapquy.authority.passed import passed
from phapquy.authority.power import Mode
from phapquy.authority.powers import powers
from phapquy.authority.today import note_on, powers_on
from phapquy.law.holder import Level, Organ, find_organs
from phapquy.law.provision import ProvisionId
from phapquy.law.transfers import Transfer
from tests.authority.kites import DAY, LAW, MOVES, SAVES, snapshot


@pytest.fixture(scope="module")
def kites():
    return snapshot()


def test_a_task_that_moved_stands_with_its_new_holder_the_former_one_and_the_clause(kites):
    moved = {str(one.old): one for one in passed(kites, DAY)}
    found = [one for one in powers_on(kites, DAY) if one.basis.slug == LAW and one.former]
    assert found
    for power in found:
        told = moved[str(power.basis)]
        assert (power.holder.name, power.former.name, power.mode) == (
            told.holder.name,
            told.former.name,
            Mode.CHUYEN_GIAO,
        )


def test_what_goes_on_under_a_saving_clause_names_that_clause_too(kites):
    (power,) = (one for one in powers_on(kites, DAY) if str(one.basis) == f"{LAW}/1/2")
    assert [str(one) for one in power.via] == [f"{MOVES}/1/2", f"{SAVES}/1/1"]


def test_a_task_that_nothing_moved_stays_with_the_district_and_says_so(kites):
    left = [one for one in powers_on(kites, DAY) if one.level is Level.HUYEN]
    assert [str(one.basis) for one in left] == [f"{LAW}/1/5", f"{LAW}/2/1"]
    assert "cấp huyện đã kết thúc" in note_on(left[0], DAY)
    assert note_on(left[0], date(2025, 6, 30)) == ""


def test_before_the_districts_ended_their_tasks_are_their_own(kites):
    day = date(2025, 6, 30)
    assert powers_on(kites, day) == powers(kites, day)


def test_a_merged_ministry_is_told_with_its_successor_and_found_by_it(kites):
    some = powers(kites, DAY)[0]
    (ministry,) = find_organs("Bộ Tài nguyên và Môi trường")[:1]
    power = replace(some, holder=replace(ministry, start=0, end=0))
    assert present_name(power.holder.name) == "Bộ Nông nghiệp và Môi trường"
    assert "nay là Bộ Nông nghiệp và Môi trường" in note_on(power, DAY)
    assert choose([power], Filters(holder="Bộ Nông nghiệp và Môi trường"), ()) == (power,)


def test_who_asks_for_a_ward_finds_what_every_commune_holds(kites):
    some = powers(kites, DAY)[0]
    (every,) = find_organs("Ủy ban nhân dân cấp xã")[:1]
    (ward,) = find_organs("Ủy ban nhân dân phường")[:1]
    (city,) = find_organs("Ủy ban nhân dân cấp tỉnh")[:1]
    held = [replace(some, holder=one) for one in (every, ward, city)]
    assert choose(held, Filters(holder="UBND phường"), ()) == tuple(held[:2])


@pytest.mark.parametrize(("normal", "joined"), [("hồ sơ", False), ("khoản này", False), ("giá diều cao", True)])
def test_words_too_few_to_tell_are_one_task_only_within_an_article(kites, normal, joined):
    some = powers(kites, DAY)[0]
    two = [replace(some, normal=normal, basis=ProvisionId.parse(f"{LAW}/{dieu}/1")) for dieu in (1, 2)]
    assert (task_key(two[0]) == task_key(two[1])) is joined
    assert len(Matrix(Filters(), tuple(two)).rows) == (1 if joined else 2)


def test_words_one_after_the_other_are_found_before_words_apart(kites):
    some = powers(kites, DAY)[0]
    tasks = ("trưng dụng diều", "tập trung sử dụng diều")
    held = [replace(some, verb="", task=task) for task in tasks]
    assert choose(held, Filters(words="trung dung dieu"), ()) == (held[0],)
    assert choose(held, Filters(words="diều tập"), ()) == (held[1],)


def test_the_competent_committee_stands_under_the_name_that_the_clause_of_a_field_gives_it(kites, monkeypatch):
    some = powers(kites, DAY)[0]
    open_ = replace(some, holder=Organ("Ủy ban nhân dân", "", None), source=some.basis, via=())
    (province,) = find_organs("Ủy ban nhân dân cấp tỉnh")[:1]
    by = ProvisionId.parse(f"{MOVES}/9/1")
    monkeypatch.setattr(today, "powers", lambda snapshot, day: (open_, some))
    monkeypatch.setattr(today, "competent_by_field", lambda *_: Transfer(by, None, province, ()))
    kites.memo.pop("powers of days", None)
    found = powers_on(kites, DAY)
    kites.memo.pop("powers of days", None)
    assert next((one.holder.name, one.via) for one in found if one.normal == some.normal) == (
        "Ủy ban nhân dân cấp tỉnh",
        (by,),
    )
