"""Powers read from invented statutes: holders, acts, tasks, conditions, modes, and powers by reference."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.authority.clauses import words_at
from phapquy.authority.handed import handed_in
from phapquy.authority.power import Act, Mode
from phapquy.authority.powers import powers
from phapquy.authority.reading import normalised
from tests.authority.invented_powers import Always, article, read, rows
from tests.invented import BOATS, SLUG, FakeSnapshot

DAY = date(2090, 1, 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # one organ, one verb
        (
            "1. Ủy ban nhân dân cấp xã quyết định mùa thả diều.",
            [("Ủy ban nhân dân cấp xã", Act.QUYET_DINH, "mùa thả diều")],
        ),
        # verbs of different kinds are powers of their own with the same object
        (
            "1. Ủy ban nhân dân cấp xã hướng dẫn, kiểm tra việc thả diều.",
            [
                ("Ủy ban nhân dân cấp xã", Act.HUONG_DAN, "thả diều"),
                ("Ủy ban nhân dân cấp xã", Act.KIEM_TRA, "thả diều"),
            ],
        ),
        # organs of one list
        (
            "1. Hội đồng nhân dân cấp tỉnh, Ủy ban nhân dân cấp tỉnh ban hành quy chế thả diều.",
            [
                ("Hội đồng nhân dân cấp tỉnh", Act.BAN_HANH, "quy chế thả diều"),
                ("Ủy ban nhân dân cấp tỉnh", Act.BAN_HANH, "quy chế thả diều"),
            ],
        ),
        # by whom
        (
            "1. Việc thả diều ban đêm do Chủ tịch Ủy ban nhân dân cấp xã quyết định.",
            [("Chủ tịch Ủy ban nhân dân cấp xã", Act.QUYET_DINH, "thả diều ban đêm")],
        ),
        # one draws up and submits, another decides
        (
            "1. Ủy ban nhân dân cấp xã lập danh mục diều, trình Ủy ban nhân dân cấp tỉnh phê duyệt.",
            [
                ("Ủy ban nhân dân cấp xã", Act.XAY_DUNG, "danh mục diều"),
                ("Ủy ban nhân dân cấp xã", Act.TRINH, "danh mục diều"),
                ("Ủy ban nhân dân cấp tỉnh", Act.PHE_DUYET, "danh mục diều"),
            ],
        ),
    ],
)
def test_who_does_what_is_read_row_by_row(body, expected):
    assert rows(article(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "1. Diều đã được Ủy ban nhân dân cấp xã cấp biển số thì được thả.",
        "1. Ủy ban nhân dân cấp xã không được thu phí thả diều.",
        "1. Diều gồm khung và đuôi.",
        "1. Chủ diều nộp đơn tại Ủy ban nhân dân cấp xã.",
    ],
)
def test_a_clause_that_only_speaks_of_an_organ_gives_it_nothing(body):
    assert rows(article(body)) == []


def test_a_list_takes_its_holder_from_the_heading():
    body = "1. Quyết định giờ thả diều;\n2. Tổ chức hội diều."
    assert rows(article(body, "Nhiệm vụ, quyền hạn của Ủy ban nhân dân cấp xã")) == [
        ("Ủy ban nhân dân cấp xã", Act.QUYET_DINH, "giờ thả diều"),
        ("Ủy ban nhân dân cấp xã", Act.TO_CHUC_THUC_HIEN, "hội diều"),
    ]


def test_objects_listed_under_a_lead_in_belong_to_its_verbs():
    body = "1. Hội đồng nhân dân cấp tỉnh ban hành nghị quyết để quy định:\na) Mức phí thả diều;\nb) Màu đuôi diều."
    found = rows(article(body))[1:]
    assert found == [
        ("Hội đồng nhân dân cấp tỉnh", Act.QUY_DINH, "Mức phí thả diều"),
        ("Hội đồng nhân dân cấp tỉnh", Act.QUY_DINH, "Màu đuôi diều"),
    ]


def test_conditions_and_exceptions_stand_apart_from_the_task():
    found, _ = read(
        article(
            "1. Chủ tịch Ủy ban nhân dân cấp xã cho phép thả diều trong trường hợp trời nắng, trừ trường hợp có bão."
        )
    )
    assert [(one.task, one.condition, one.exception) for one in found] == [
        ("thả diều", "trong trường hợp trời nắng", "trường hợp có bão")
    ]


def test_a_power_of_the_district_is_told_as_moved_with_its_former_holder():
    found, _ = read(
        article(
            "1. Thẩm quyền của Ủy ban nhân dân cấp huyện phê duyệt đường bay diều do Ủy ban nhân dân cấp xã thực hiện."
        )
    )
    [one] = found
    assert (one.holder.name, one.act, one.mode) == ("Ủy ban nhân dân cấp xã", Act.PHE_DUYET, Mode.CHUYEN_GIAO)
    assert one.former and one.former.name == "Ủy ban nhân dân cấp huyện"


def test_a_title_that_delegates_says_the_mode():
    text = article(
        "1. Ủy ban nhân dân cấp tỉnh có thẩm quyền quyết định về hội diều.",
        "Phân cấp thẩm quyền cho Ủy ban nhân dân cấp tỉnh thực hiện trong lĩnh vực thả diều",
    )
    assert [one.mode for one in read(text)[0]] == [Mode.PHAN_CAP]


def test_every_task_is_cut_from_the_stored_text():
    text = article("1.  Ủy ban nhân dân\n cấp xã quyết định   giờ  thả diều; cấp biển số  diều.")
    found, stored = read(text)
    assert found
    assert all(stored[slice(*one.span)] == one.task for one in found)


def test_wards_zones_and_cities_hold_by_reference_what_communes_and_provinces_hold():
    snapshot = FakeSnapshot({SLUG: BOATS})
    snapshot.validity = Always()
    found = powers(snapshot, DAY)
    ward = {(one.holder.name, str(one.basis).split("/", 1)[1]) for one in found if one.unit == "phường" and one.via}
    assert ("Hội đồng nhân dân phường", "3/1") in ward
    assert ("Hội đồng nhân dân phường", "3/2/b") not in ward
    city = [one for one in found if one.unit == "thành phố" and one.via]
    assert {one.holder.name for one in city} == {"Hội đồng nhân dân thành phố"}
    zone = [one for one in found if one.unit == "đặc khu" and one.condition]
    assert zone
    assert all("loại đô thị" in (one.condition or "") for one in zone)


def test_an_order_to_amend_another_text_grants_nothing_here():
    body = "1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau: “2. Ủy ban nhân dân cấp xã quyết định giờ thả diều.”."
    assert rows(article(body)) == []


def test_references_are_no_part_of_a_task_for_comparing():
    assert normalised("Giờ thả diều  quy định tại khoản 2 Điều 3 Luật Diều") == "giờ thả diều"


@given(st.text(alphabet="Ủyban nhâdcấpxãquyếtđịthr,;.:)( \n1", max_size=120))
def test_any_words_are_read_without_failing(words):
    text = article(f"1. Ủy ban nhân dân cấp xã {words}")
    found, stored = read(text)
    assert all(stored[slice(*one.span)] == one.task for one in found)
    handed_in(words)


@given(st.text(alphabet="ab \t\n\u00a0", max_size=60), st.integers(0, 20), st.integers(1, 20))
def test_a_stretch_of_a_line_is_found_again_in_the_text(text, start, length):
    words = words_at(text, 0, len(text))
    cut = words.text[start : start + length]
    if cut.strip():
        first, last = words.span(start, start + length)
        assert text[first:last].split() == cut.split()
