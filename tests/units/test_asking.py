"""What a question wants to know of units."""

import pytest

from phapquy.units.asking import Aim, may_ask, read_asking

ASKED = [
    ("Xã Bãi Cát cũ nay là xã nào?", Aim.SUCCESSOR),
    ("xa bai cat gio thanh xa gi", Aim.SUCCESSOR),
    ("Thị trấn Bến Vắng giờ là xã hay phường?", Aim.SUCCESSOR),
    ("Xã Bãi Cát nhập vô đâu rồi?", Aim.SUCCESSOR),
    ("tinh Gio nhap voi tinh nao", Aim.SUCCESSOR),
    ("Xã Hồ Sen mới được lập từ những xã cũ nào?", Aim.MADE_OF),
    ("phuong trang khuya gop lai tu dau", Aim.MADE_OF),
    ("Tỉnh Nắng có bao nhiêu xã, phường?", Aim.COUNT),
    ("Ở tỉnh Nắng xã nào giữ nguyên, không sắp xếp?", Aim.COUNT),
    ("Xã Đá Đứng có bị sáp nhập không?", Aim.KEPT),
]
OTHER = [
    "Ủy ban nhân dân xã Bãi Cát có được cho thuê bến không?",
    "Ai quyết định đổi tên xã Bãi Cát?",
    "Xã Hồ Sen rộng bao nhiêu?",
    "Xã phải có bao nhiêu dân thì đạt tiêu chuẩn?",
    "Thủ tục đăng ký khai sinh ở xã nào?",
    "Chợ phiên họp ngày nào?",
]


@pytest.mark.parametrize(("text", "aim"), ASKED, ids=[text for text, _ in ASKED])
def test_questions_on_units_are_known_by_what_they_ask(text, aim):
    assert read_asking(text).aim is aim


@pytest.mark.parametrize("text", OTHER)
def test_other_questions_that_name_a_unit_are_left_alone(text):
    assert read_asking(text) is None


def test_the_words_of_a_name_ask_nothing():
    text = "xa hoi dong nhan dan gop tu nhung xa nao"
    assert read_asking(text) is None
    assert read_asking(text, 0, len("xa hoi dong nhan dan")).aim is Aim.MADE_OF


def test_a_question_without_any_word_of_change_is_not_looked_up():
    assert may_ask("Xã Bãi Cát nay là xã nào?")
    assert not may_ask("Chợ phiên họp ngày nào?")
