"""What is said of a place, each sentence with its clauses."""

from datetime import date

import pytest

from phapquy.units.counting import Counter
from phapquy.units.lookup import look_up
from phapquy.units.sentences import Teller
from tests.units.invented import HISTORY, NAMES

BEFORE, THEN, NOW = date(2090, 1, 1), date(2090, 8, 1), date(2092, 1, 1)


def teller(day):
    return Teller(HISTORY, day, str, lambda by: "2091" in by.slug)


def told(text, day=NOW, **options):
    return " ".join(one.text for one in teller(day).tell(look_up(NAMES, text, day), **options))


def test_an_old_unit_is_told_with_its_place_its_successor_and_what_else_went_there():
    text = told("xã Bãi Cát")
    assert text.startswith("Xã Bãi Cát (huyện Lá, tỉnh Gió cũ) nay thuộc xã Hồ Sen, tỉnh Mây Xa, từ ngày 01/7/2090")
    assert "toàn bộ thị trấn Bến Vắng, các xã Hồ Sen và Bãi Cát" in text or "các xã Hồ Sen và Bãi Cát" in text


def test_a_split_says_that_the_hamlet_decides():
    text = told("xã Suối Đá")
    assert "một phần về xã Thông Reo" in text
    assert "phần còn lại về phường Trăng Khuya" in text
    assert "Thôn, tổ dân phố" in text


def test_a_part_without_people_is_said_to_be_one():
    text = told("xã Khe Mưa")
    assert "không kèm dân cư" in text
    assert "Dân cư của xã Khe Mưa đều về xã Khe Mưa" in text


def test_what_stands_on_a_digest_says_so():
    assert "theo tóm lược nq-9-2091-xx/101" in told("phường Nắng Mai, tỉnh Nắng")
    assert "theo tóm lược nq-8-2091-xx/101" in told("phường Nắng Mai, tỉnh Nắng")
    assert "tóm lược" not in told("xã Nắng Mai, tỉnh Nắng", THEN)


def test_before_the_day_the_old_unit_still_is():
    assert "vẫn còn" in told("xã Bãi Cát", BEFORE)


def test_the_way_back_comes_first_when_asked_for():
    assert told("xã Hồ Sen, tỉnh Gió", reverse=True).startswith("Xã Hồ Sen, tỉnh Mây Xa được lập từ")


def test_an_old_province_is_told_with_all_it_was_merged_with():
    text = told("tỉnh Gió")
    assert text.startswith("Tỉnh Gió cũ nay thuộc tỉnh Mây Xa: tỉnh Gió và tỉnh Mây Xa hợp thành tỉnh Mây Xa")


def test_an_old_district_is_told_with_the_units_that_have_its_land():
    text = told("huyện Lá")
    assert "không còn là đơn vị hành chính" in text
    assert "xã Hồ Sen (khoản 1)" in text


@pytest.mark.parametrize(
    ("province", "words"), [("Mây Xa", "giữ nguyên: xã Đá Đứng và xã Trúc Lâm"), ("Nắng", "02 phường")]
)
def test_counts_come_with_what_was_left(province, words):
    assert words in " ".join(one.text for one in Counter(teller(NOW)).counts(province))


def test_the_country_is_counted_on_a_day_and_as_it_was_adopted():
    text = " ".join(one.text for one in Counter(teller(NOW)).country(provinces=True))
    assert "01 tỉnh và 02 thành phố (theo tóm lược" in text
    assert "02 tỉnh và 01 thành phố" in text


def test_every_sentence_rests_on_a_clause():
    for text in ("xã Bãi Cát", "xã Suối Đá", "xã Đá Đứng", "phường Nắng Mai, Nắng", "tỉnh Gió", "huyện Lá", "xã Gò Cũ"):
        said = teller(NOW).tell(look_up(NAMES, text, NOW), with_province=True)
        assert said
        assert all(one.by for one in said)
