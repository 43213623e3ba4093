"""What invented documents say of themselves, and what they leave open."""

from __future__ import annotations

from datetime import date

import pytest

from phapquy.corpus.metadata import read_metadata

DECREE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 801/2090/NĐ-CP
Hà Nội, ngày 12 tháng 5 năm 2090
NGHỊ ĐỊNH
VỀ ĐÈN LỒNG Ở BẾN SÔNG
Căn cứ Luật Thung lũng số 7/2090/QH99;
Chính phủ ban hành Nghị định về đèn lồng ở bến sông.
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 655/2088/NĐ-CP ngày 01 tháng 02 năm 2088 của Chính phủ về dầu đèn
1. Sửa đổi khoản 2 Điều 3 như sau:
“2. Dầu đèn được đong mỗi tuần.”.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2090.
2. Nghị định số 611/2080/NĐ-CP ngày 02 tháng 3 năm 2080 của Chính phủ về nến hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.
TM. CHÍNH PHỦ
"""
LAW = """QUỐC HỘI
Luật số: 7/2090/QH99
LUẬT
THUNG LŨNG
Quốc hội ban hành Luật Thung lũng.
Điều 1. Đèn
Luật này nói về đèn.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày được thông qua.
Luật này được Quốc hội khóa XCIX, kỳ họp thứ 2 thông qua ngày 02 tháng 5 năm 2090.
CHỦ TỊCH QUỐC HỘI
"""


def facts(text):
    read = read_metadata(text)
    return {name: getattr(read, name).value for name in ("number", "type", "title", "issuer", "signed", "effective")}


def test_a_decree_tells_all_its_facts_each_with_its_place():
    assert facts(DECREE) == {
        "number": "801/2090/NĐ-CP", "type": "Nghị định", "title": "về đèn lồng ở bến sông", "issuer": "Chính phủ",
        "signed": date(2090, 5, 12), "effective": date(2090, 7, 1),
    }  # fmt: skip
    read = read_metadata(DECREE)
    assert DECREE[read.number.start : read.number.end] == "801/2090/NĐ-CP"
    assert DECREE[read.signed.start : read.signed.end] == "Hà Nội, ngày 12 tháng 5 năm 2090"
    assert "01 tháng 7 năm 2090" in DECREE[read.effective.start : read.effective.end]
    assert not any(getattr(read, name).why for name in ("number", "type", "title", "issuer", "signed", "effective"))


def test_what_a_decree_amends_and_ends_is_told_with_the_clause():
    one, two = read_metadata(DECREE).affects
    assert (one.operation, one.number, one.whole) == ("sửa đổi, bổ sung", "655/2088/NĐ-CP", False)
    assert (two.operation, two.number, two.whole) == ("thay thế", "611/2080/NĐ-CP", True)
    assert "hết hiệu lực" in DECREE[two.start : two.end]


def test_a_law_is_signed_on_the_day_of_its_adoption_and_may_begin_then():
    assert facts(LAW) == {
        "number": "7/2090/QH99", "type": "Luật", "title": "Thung lũng", "issuer": "Quốc hội",
        "signed": date(2090, 5, 2), "effective": date(2090, 5, 2),
    }  # fmt: skip


@pytest.mark.parametrize("printed", ["801/2090/ND-CP", "801/2090/NÐ-CP", "801 / 2090 / NĐ - CP"])
def test_a_number_printed_another_way_is_read_and_other_letters_are_shown(printed):
    read = read_metadata(DECREE.replace("801/2090/NĐ-CP", printed, 1))
    assert read.number.value == "801/2090/NĐ-CP"
    assert " " in printed or printed in read.number.why


def test_what_is_not_told_is_none_with_the_reason():
    read = read_metadata("Đom đóm bay trên đầm.\nĐiều 1. Đèn\nThắp đèn.\n")
    for name in ("number", "type", "title", "issuer", "signed", "effective"):
        assert getattr(read, name).value is None
        assert getattr(read, name).why
    assert read.affects == ()
    assert read_metadata("").number.value is None


def test_a_draft_leaves_number_and_day_blank():
    draft = DECREE.replace("Số: 801/", "Số:      /").replace("ngày 12 tháng 5 năm", "ngày    tháng    năm")
    read = read_metadata(draft)
    assert (read.number.value, read.signed.value) == (None, None)
    assert "để trống" in read.number.why
    assert "để trống" in read.signed.why


def test_facts_that_contradict_each_other_are_not_chosen_between():
    read = read_metadata(DECREE.replace("CHÍNH PHỦ", "BỘ TƯ PHÁP", 1).replace("Chính phủ ban hành", "Cả làng ban hành"))
    assert read.issuer.value is None
    assert "Bộ Tư pháp" in read.issuer.why
    assert "Chính phủ" in read.issuer.why
    other_year = read_metadata(DECREE.replace("tháng 5 năm 2090", "tháng 5 năm 2091", 1))
    assert other_year.signed.value == date(2091, 5, 12)
    assert "2090" in other_year.signed.why
    two_days = DECREE.replace(
        "2. Nghị định số 611", "2. Nghị định này có hiệu lực từ ngày 01 tháng 8 năm 2090.\n3. Nghị định số 611"
    )
    read = read_metadata(two_days)
    assert read.effective.value is None
    assert "01/07/2090" in read.effective.why


def test_a_consolidated_text_is_told_from_its_original():
    text = LAW.replace(
        "Quốc hội ban hành",
        "Luật Thung lũng số 7/2090/QH99 ngày 02 tháng 5 năm 2090 của Quốc hội, có hiệu lực kể từ ngày 02 tháng 5 năm 2090, "
        "được sửa đổi, bổ sung bởi:\nLuật số 9/2092/QH99 ngày 03 tháng 5 năm 2092 của Quốc hội.\nQuốc hội ban hành",
    ).replace("Luật số: 7/2090/QH99\n", "")
    read = read_metadata(text)
    assert (read.type.value, read.number.value, read.issuer.value) == ("Văn bản hợp nhất", None, None)
    assert "văn bản gốc" in read.issuer.why


def test_a_local_organ_is_named_with_its_place():
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH ĐOM ĐÓM\n"
        + "ỦY BAN NHÂN DÂN TỈNH ĐOM ĐÓM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/2090/QĐ-UBND | Đom Đóm, ngày 3 tháng 2 năm 2090\nQUYẾT ĐỊNH\nVề việc thắp đèn\nCăn cứ lệ làng;\n"
    )
    read = read_metadata(text)
    assert read.issuer.value == "Ủy ban nhân dân tỉnh Đom Đóm"
    assert (read.number.value, read.type.value) == ("5/2090/QĐ-UBND", "Quyết định")
    assert read.title.value == "Về việc thắp đèn"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        # as nearly every local organ writes it: the name of the organ, below it the unit
        ("ỦY BAN NHÂN DÂN\nTỈNH ĐOM ĐÓM", "Ủy ban nhân dân tỉnh Đom Đóm"),
        ("HỘI ĐỒNG NHÂN DÂN\nXÃ BẾN SEN", "Hội đồng nhân dân xã Bến Sen"),
        ("UBND\nPHƯỜNG BẾN ĐÒ", "Ủy ban nhân dân phường Bến Đò"),
        # beside the national motto, or with it between
        ("ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nTỈNH ĐOM ĐÓM Độc lập - Tự do", "Ủy ban nhân dân tỉnh Đom Đóm"),
        ("UỶ BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nTHÀNH PHỐ ĐÈN", "Ủy ban nhân dân thành phố Đèn"),
        # an organ of nobody knows where is none
        ("ỦY BAN NHÂN DÂN\nSỐ LƯỢNG ĐÈN", None),
    ],
)
def test_a_local_issuer_is_read_over_two_lines(head, issuer):
    text = f"{head}\nSố: 5/2090/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc thắp đèn\nĐiều 1. Đèn\nĐèn thắp ban đêm.\n"
    read = read_metadata(text).issuer
    assert read.value == issuer
    if issuer:
        assert text[read.start : read.end].startswith(head.split("\n")[0])
