"""Looking names up in the invented country: never a guess."""

from datetime import date

import pytest

from phapquy.units.finding import Status
from phapquy.units.lookup import Prefer, look_up
from tests.units.invented import NAMES

NOW = date(2092, 1, 1)


def find(text, prefer=Prefer.EITHER, *, sentence=False):
    return look_up(NAMES, text, NOW, prefer, sentence=sentence)


FOUND = [
    ("xã Bãi Cát, huyện Lá, tỉnh Gió", Status.FOUND, ["Hồ Sen"]),
    ("xa bai cat huyen la gio", Status.FOUND, ["Hồ Sen"]),
    ("Bãi Cát", Status.FOUND, ["Hồ Sen"]),
    ("12 Đường Trăng, x. Bãi Cát, h. Lá", Status.FOUND, ["Hồ Sen"]),
    ("TT Bến Vắng", Status.FOUND, ["Hồ Sen"]),
    ("xã Bãi Cátt, huyện Lá", Status.FOUND, ["Hồ Sen"]),  # a slip of a letter
    ("p.1 Bến Đò, Mây Xa", Status.FOUND, ["Bến Đò"]),
    ("P1, TX Bến Đò", Status.FOUND, ["Bến Đò"]),
    ("xã Đạ Klin", Status.FOUND, ["Đồng Cỏ"]),
    ("xã N’Thôn Hạ", Status.FOUND, ["Đồng Cỏ"]),
    ("xã Suối Đá", Status.SPLIT, ["Thông Reo", "Trăng Khuya"]),
    ("xã Khe Mưa", Status.FOUND, ["Mầm Xanh", "Khe Mưa"]),  # the other part has no people
    ("xã Đá Đứng", Status.KEPT, ["Đá Đứng"]),
    ("xã Gò Cũ", Status.FOUND, ["Gò Mới"]),
    ("xã Hòn Tre, Đảo Ngọc", Status.FOUND, ["Đảo Ngọc"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "became"), FOUND, ids=[text for text, *_ in FOUND])
def test_old_units_are_found_however_they_are_typed(text, status, became):
    found = find(text)
    assert found.status is status
    assert [new.name for new in found.successors] == became


def test_land_without_people_moves_nobody():
    assert find("xã Khe Mưa").new.name == "Khe Mưa"


def test_a_homonym_is_given_back_as_choices():
    found = find("xã Hồ Sen")
    assert found.status is Status.AMBIGUOUS
    assert {place.old.province for place in found.choices} == {"Gió", "Nắng"}


@pytest.mark.parametrize("text", ["xã Hồ Sen, huyện Lá", "xã Hồ Sen, tỉnh Gió", "xa ho sen gio"])
def test_the_district_or_the_province_tells_homonyms_apart(text):
    assert find(text).old.province == "Gió"


def test_a_name_typed_with_its_marks_outranks_its_folded_twin():
    assert find("xã Hồ Sén").old.name == "Hồ Sén"
    assert find("xa ho sen nang").status is Status.AMBIGUOUS


def test_a_name_that_is_old_and_new_is_the_one_preferred():
    assert find("xã Hồ Sen, tỉnh Mây Xa", Prefer.NEW).status is Status.CURRENT
    assert find("xã Hồ Sen, tỉnh Mây Xa", Prefer.OLD).status is Status.FOUND


def test_a_unit_of_today_is_told_as_such_with_its_later_kind():
    found = find("phường Nắng Mai")
    assert found.new.full(NOW) == "phường Nắng Mai"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", Status.EMPTY),
        ("  ,  ", Status.EMPTY),
        ("221B Baker Street, London", Status.NO_UNIT),
        ("xã Không Hề Có, tỉnh Nắng", Status.UNKNOWN),
        ("xã Bãi Cát, tỉnh Nắng", Status.MISPLACED),
        ("tỉnh Gió", Status.PROVINCE),
        ("Gió", Status.PROVINCE),
        ("huyện Lá", Status.DISTRICT),
    ],
)
def test_what_cannot_be_told_has_a_status_of_its_own(text, status):
    assert find(text).status is status


def test_old_and_new_names_in_one_address_are_told():
    old_with_new = find("xã Bãi Cát, huyện Lá, tỉnh Mây Xa")
    new_with_old = find("phường Trăng Khuya, huyện Mầm")
    assert (old_with_new.status, old_with_new.mixed) == (Status.FOUND, True)
    assert (new_with_old.status, new_with_old.mixed) == (Status.CURRENT, True)


def test_a_slip_is_only_mended_where_one_unit_is_near():
    assert find("xã Bãi Cátt").corrected == "Bãi Cát"
    assert find("xã Bãi Cáttt").status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nhà tui ở xã Bãi Cát hồi xưa, giờ là xã nào?", "Bãi Cát"),
        ("xa bai cat gio thuoc xa nao", "Bãi Cát"),
        ("Xã đảo Bãi Cát có phải gộp rồi?", "Bãi Cát"),
        ("Bãi Cát giờ là xã gì", "Bãi Cát"),
    ],
)
def test_a_unit_is_found_in_a_sentence(text, name):
    assert find(text, sentence=True).old.name == name


@pytest.mark.parametrize("text", ["xã tôi giờ nhập vào đâu?", "xã nào quyết định việc này?", "hai xã trong tỉnh"])
def test_a_sentence_that_names_no_unit_names_none(text):
    assert find(text, sentence=True).status is Status.NO_UNIT
