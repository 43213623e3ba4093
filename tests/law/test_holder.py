"""Organs and their levels."""

import pytest

from phapquy.law.holder import Level, find_organs, levels_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội đồng nhân dân xã quyết định", [("Hội đồng nhân dân xã", Level.XA)]),
        # the chairperson is another organ than the committee
        ("Chủ tịch Ủy ban nhân dân cấp tỉnh", [("Chủ tịch Ủy ban nhân dân cấp tỉnh", Level.TINH)]),
        # the standing body is another organ than the council
        ("Thường trực Hội đồng nhân dân cấp xã", [("Thường trực Hội đồng nhân dân cấp xã", Level.XA)]),
        # a list of unit types is one level
        ("Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương", [("Ủy ban nhân dân cấp tỉnh", Level.TINH)]),
        ("Ủy ban nhân dân xã, phường, đặc khu", [("Ủy ban nhân dân cấp xã", Level.XA)]),
        # relative scopes have no level by themselves
        ("Ủy ban nhân dân cùng cấp", [("Ủy ban nhân dân cùng cấp", None)]),
        ("trình Chính phủ, Thủ tướng Chính phủ", [("Chính phủ", Level.TRUNG_UONG), ("Thủ tướng Chính phủ", Level.TRUNG_UONG)]),
        ("Ủy ban nhân dân cấp huyện", [("Ủy ban nhân dân cấp huyện", Level.HUYEN)]),
        ("Bộ trưởng Bộ Nội vụ quyết định", [("Bộ trưởng Bộ Nội vụ", Level.TRUNG_UONG)]),
        ("không nhắc đến ai", []),
    ],
)  # fmt: skip
def test_organs_are_found_with_their_level(text, expected):
    assert [(one.name, one.level) for one in find_organs(text)] == expected


def test_an_organ_without_level_takes_that_of_its_surroundings():
    council = find_organs("Hội đồng nhân dân")[0]
    assert council.at(Level.XA).name == "Hội đồng nhân dân cấp xã"
    assert find_organs("Hội đồng nhân dân tỉnh")[0].at(Level.XA).level is Level.TINH


def test_words_of_a_question_point_to_levels():
    assert levels_named("ở phường tôi") == {Level.XA}
    assert levels_named("tỉnh hay xã") == {Level.XA, Level.TINH}
    assert levels_named("trời mưa") == frozenset()


def test_a_city_under_the_centre_is_no_central_organ():
    assert levels_named("ở thành phố trực thuộc trung ương") == {Level.TINH}
    assert levels_named("trung ương hay tỉnh") == {Level.TRUNG_UONG, Level.TINH}
