import pytest

from phapquy.evaluate.organs import holders_fitting, named_by_answer, names_organ

XA, TINH = "Hội đồng nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"

NAMED = [
    (XA, "Hội đồng nhân dân cấp xã quyết định."),
    (XA, "HĐND xã quyết định."),
    (XA, "thuộc thẩm quyền của HĐND phường Đèn Xanh"),
    (XA, "Hội đồng nhân dân đặc khu"),
    # a shared unit, and one of several units
    (XA, "Hội đồng nhân dân và Ủy ban nhân dân cấp xã"),
    (XA, "Hội đồng nhân dân, Chủ tịch UBND cấp xã"),
    ("Ủy ban nhân dân cấp xã", "UBND cấp tỉnh, cấp xã"),
    ("Hội đồng nhân dân đặc khu", "Hội đồng nhân dân xã, phường, đặc khu"),
    # spellings
    (TINH, "Uỷ ban nhân dân tỉnh"),
    (TINH, "UBND  thành\u00a0phố"),
    (TINH, "UBND TP. Đèn Biển"),
    ("Ủy ban nhân dân thành phố", "Ủy ban nhân dân tỉnh, thành phố"),
    ("Chủ tịch Ủy ban nhân dân cấp xã", "Chủ tịch UBND phường"),
    ("Thường trực Hội đồng nhân dân cấp tỉnh", "Thường trực HĐND tỉnh"),
    ("Ủy ban Thường vụ Quốc hội", "UBTVQH"),
    ("Chính phủ", "do Chính phủ quy định"),
    ("Trung tâm Phục vụ hành chính công cấp xã", "Trung tâm phục vụ hành chính công phường"),
]
NOT_NAMED = [
    # another organ with the name inside its own
    (XA, "Thường trực Hội đồng nhân dân cấp xã"),
    (XA, "Chủ tịch Hội đồng nhân dân xã"),
    (XA, "Văn phòng HĐND xã"),
    ("Ủy ban nhân dân cấp xã", "Chủ tịch Ủy ban nhân dân cấp xã"),
    ("Ủy ban nhân dân cấp xã", "cơ quan chuyên môn thuộc Ủy ban nhân dân cấp xã"),
    ("Chủ tịch Ủy ban nhân dân cấp xã", "Phó Chủ tịch Ủy ban nhân dân cấp xã"),
    ("Chủ tịch Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp xã"),
    ("Quốc hội", "Ủy ban Thường vụ Quốc hội"),
    ("Chính phủ", "Thủ tướng Chính phủ"),
    # another level, another type of unit
    (XA, "Hội đồng nhân dân cấp tỉnh"),
    (XA, "hội đồng nhân dân"),
    (TINH, "Ủy ban nhân dân thành phố thuộc tỉnh"),
    ("Hội đồng nhân dân phường", "Hội đồng nhân dân cấp xã"),
    ("Hội đồng nhân dân thành phố", "Hội đồng nhân dân cấp tỉnh"),
    # denied
    (TINH, "không phải Ủy ban nhân dân tỉnh"),
    (TINH, "việc này không thuộc thẩm quyền của UBND tỉnh"),
    # only part of a longer word
    (XA, "hội đồng nhân dân xãy"),
]


@pytest.mark.parametrize(("organ", "text"), NAMED)
def test_an_organ_is_named_by_name_abbreviation_or_fitting_unit(organ, text):
    assert names_organ(organ, text)


@pytest.mark.parametrize(("organ", "text"), NOT_NAMED)
def test_another_organ_another_level_or_a_denial_does_not_name_it(organ, text):
    assert not names_organ(organ, text)


def test_an_organ_counts_from_the_holders_or_from_the_text():
    assert named_by_answer(XA, {"holders": [{"organ": "HĐND xã"}]})
    assert named_by_answer(XA, {"text": "HĐND xã quyết"})
    assert not named_by_answer(XA, {"holders": None, "text": None})


def test_holders_that_are_no_gold_organ_lower_the_share():
    answer = {"holders": [{"organ": "HĐND xã"}, {"organ": "UBND tỉnh"}]}
    assert holders_fitting([XA], answer) == 0.5
    assert holders_fitting([], answer) is None
    assert holders_fitting([XA], {}) is None
