"""The history of the invented country: what became of each unit, and from where it is known."""

from datetime import date

import pytest

from phapquy.law.structure import parse
from phapquy.units.history import read_history
from phapquy.units.model import EventKind, FactSource, UnitKind
from phapquy.units.stored import from_rows, to_rows
from tests.units.invented import HISTORY, NAMES, WORKS

THEN, NOW = date(2090, 7, 1), date(2092, 1, 1)


def old(name, bracket=""):
    return next(one for one in HISTORY.by_old if one.name == name and one.bracket == bracket)


def became(name, bracket=""):
    return [(event.kind, event.new.name) for event in HISTORY.by_old[old(name, bracket)]]


def test_a_split_unit_is_one_unit_with_all_its_parts():
    assert became("Suối Đá") == [(EventKind.PART, "Thông Reo"), (EventKind.REST, "Trăng Khuya")]


def test_units_told_apart_by_brackets_are_two():
    assert became("Đồng Cỏ", "huyện Lá") == [(EventKind.WHOLE, "Đồng Cỏ")]
    assert became("Đồng Cỏ", "huyện Mầm") == [(EventKind.WHOLE, "Mầm Xanh")]


def test_units_taken_whole_under_one_name_without_a_bracket_are_two():
    twice = parse(
        "nq-5",
        "Điều 1. Sắp xếp các đơn vị hành chính cấp xã\n"
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Cỏ và xã Rơm thành xã mới có tên gọi là xã Rơm.\n"
        "2. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Cỏ và xã Rạ thành xã mới có tên gọi là xã Rạ.\n"
        "3. Sau khi sắp xếp, tỉnh Khói có 02 đơn vị hành chính cấp xã, gồm 02 xã.\n" + WORKS,
    )
    history = read_history([twice])
    assert sorted(one.number for one in history.by_old if one.name == "Cỏ") == [0, 1]


def test_renamed_and_untouched_units_are_known_as_such():
    assert became("Gò Cũ") == [(EventKind.RENAME, "Gò Mới")]
    assert became("Đá Đứng") == [(EventKind.KEPT, "Đá Đứng")]
    assert next(new for new in HISTORY.by_new if new.name == "Đá Đứng").kept


def test_a_whole_district_brings_its_communes_from_the_package():
    island = next(one for one in HISTORY.by_old if one.name == "Hòn Tre")
    assert island.district == "huyện Đảo Ngọc"
    assert island.province_from is FactSource.PACKAGE
    assert HISTORY.by_old[island][0].new.kind is UnitKind.DAC_KHU


@pytest.mark.parametrize(
    ("name", "bracket", "district", "source"),
    [
        ("Hồ Sen", "", "huyện Lá", FactSource.PACKAGE),
        ("1", "thị xã Bến Đò", "thị xã Bến Đò", FactSource.RESOLUTION),
        ("Đạ K'Lin", "", "huyện Lá", FactSource.PACKAGE),  # the package writes it otherwise
        ("N' Thôn Hạ", "", "", FactSource.UNKNOWN),
    ],
)
def test_each_old_district_says_where_it_is_known_from(name, bracket, district, source):
    found = old(name, bracket)
    assert (found.district, found.district_from) == (district, source)


def test_the_resolution_wins_over_the_package_and_the_conflict_is_kept():
    found = old("Đồng Cỏ", "huyện Lá")
    assert found.district == "huyện Lá"
    assert "huyện Rễ" in found.conflict


def test_the_old_province_is_proved_where_the_province_was_not_merged():
    sun = next(one for one in HISTORY.by_old if one.name == "Nắng Mai")
    assert (sun.province, sun.province_from) == ("Nắng", FactSource.RESOLUTION)


def test_the_counts_are_those_of_the_day():
    assert HISTORY.counts_of("Nắng", THEN).kinds == (("xã", 1), ("phường", 1))
    assert HISTORY.counts_of("Nắng", NOW).kinds == (("phường", 2),)
    assert HISTORY.provinces_counted(THEN).of("thành phố") == 1
    assert HISTORY.provinces_counted(NOW).of("thành phố") == 2


def test_the_kind_of_a_unit_and_of_a_province_is_that_of_the_day():
    new = next(one for one in HISTORY.by_new if one.name == "Nắng Mai")
    assert (new.full(THEN), new.full(NOW)) == ("xã Nắng Mai", "phường Nắng Mai")
    assert HISTORY.province_on("Nắng", THEN).new.full == "tỉnh Nắng"
    assert HISTORY.province_on("Nắng", NOW).new.full == "thành phố Nắng"


def test_the_count_of_every_province_is_what_its_resolution_says():
    for name, counts in HISTORY.counts:
        if name and counts.since == HISTORY.since:
            assert len(HISTORY.units_of(name)) == counts.total


def test_the_history_comes_back_from_its_rows():
    assert from_rows(to_rows(HISTORY)) == HISTORY


def test_documents_that_tell_of_no_units_give_an_empty_history():
    assert not read_history([parse("luat-1", "Điều 1. Đèn\n1. Thắp đèn.\n")]).events
    assert NAMES.communes
