"""Ids and labels."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.label import heading_path, label
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse

TEXT = "Chương I\nHOA LÁ\nĐiều 1. Hoa\n1. Có:\na) hồng;\nĐiều 2. Lá\nPHỤ LỤC\n"


def test_an_id_reads_back_as_it_was_written():
    assert str(ProvisionId.parse("nd-1-2000-nd-cp/12a/2a/đ")) == "nd-1-2000-nd-cp/12a/2a/đ"


@pytest.mark.parametrize("bad", ["", "Luật 72", "a/1/2/3/4", "a//1", "../x", "a/1 2", "-a", "a/" + "1" * 40])
def test_what_is_no_id_is_refused(bad):
    with pytest.raises(ValueError, match="not a provision id"):
        ProvisionId.parse(bad)


@given(st.text(max_size=40))
def test_parsing_an_id_never_fails_otherwise_than_by_value_error(text):
    with suppress(ValueError):
        assert str(ProvisionId.parse(text)) == text.strip()


def test_within_and_parent_follow_the_parts():
    point = ProvisionId.parse("luat-x/2/1/a")
    assert str(point.parent) == "luat-x/2/1"
    assert point.within(ProvisionId.parse("luat-x/2"))
    assert not point.within(ProvisionId.parse("luat-x/21"))
    assert ProvisionId("luat-x").parent is None


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("luat-x/1/1/a", "điểm a khoản 1 Điều 1 Luật Hoa số 1/2000/QH1"),
        ("luat-x/2", "Điều 2 Luật Hoa số 1/2000/QH1"),
        ("luat-x/pl1", "Phụ lục 1 Luật Hoa số 1/2000/QH1"),
        ("luat-x", "Luật Hoa số 1/2000/QH1"),
    ],
)
def test_a_label_names_the_steps_from_the_point_up(identity, expected):
    assert label(parse("luat-x", TEXT), ProvisionId.parse(identity), "Luật Hoa số 1/2000/QH1") == expected


def test_the_items_of_a_conclusion_are_called_muc():
    document = parse("kl-x", "I- MỤC TIÊU\n1. Một\n2. Hai\n")
    assert label(document, ProvisionId.parse("kl-x/I/2"), "Kết luận số 1-KL/TW") == "mục 2 phần I Kết luận số 1-KL/TW"


def test_the_heading_path_names_chapter_and_article():
    document = parse("luat-x", TEXT)
    assert heading_path(document, ProvisionId.parse("luat-x/1/1/a")) == ("Chương I. Hoa lá", "Điều 1. Hoa")
