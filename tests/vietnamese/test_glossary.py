"""Abbreviations written out, everyday words understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.vietnamese.glossary import Note, expand_abbreviations, legal_terms

SHORTS = st.lists(
    st.sampled_from(
        ["UBND", "ct", "CT", "tt", "k", "ko", "p", "q.", "P.5", "đk", "nđ", "1", "xã", "khoản", "?", ".", "v", "TP."]
    )
).map(" ".join)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # organs, with and without marks, dotted
        ("HĐND xã, ubnd tinh", "Hội đồng nhân dân xã, Ủy ban nhân dân tinh"),
        ("U.B.N.D phường", "Ủy ban nhân dân phường"),
        # CT by what follows: a chairman, a directive; otherwise left alone
        ("CT UBND xã", "Chủ tịch Ủy ban nhân dân xã"),
        ("bầu CT, PCT HĐND", "bầu Chủ tịch, Phó Chủ tịch Hội đồng nhân dân"),
        ("CT 12 của Thủ tướng", "Chỉ thị 12 của Thủ tướng"),
        ("CT TNHH Mây Trắng", "CT TNHH Mây Trắng"),
        # TT by what follows: circular, standing board, centre, township
        ("TT 09 của bộ", "Thông tư 09 của bộ"),
        ("TT HĐND", "Thường trực Hội đồng nhân dân"),
        ("TT phục vụ hành chính công", "Trung tâm phục vụ hành chính công"),
        ("ở TT. Sông Mơ", "ở thị trấn Sông Mơ"),
        # numbers of documents are never touched
        ("QĐ 12/2099/QĐ-UBND", "Quyết định 12/2099/QĐ-UBND"),
        ("KL 7-KL/TW", "Kết luận 7-KL/TW"),
        ("bị KL cảnh cáo", "bị kỷ luật cảnh cáo"),
        # wards, quarters and cities with their dots and digits
        ("P.5, Q.1, TP. Mơ", "Phường 5, quận 1, thành phố Mơ"),
        ("p5 q1", "phường 5 quận 1"),
        ("p. Sông Mơ", "phường Sông Mơ"),
        ("P. Nội vụ", "Phòng Nội vụ"),
        ("Q.Ngãi", "Quảng Ngãi"),
        ("TPHCM, TP.HCM", "Thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh"),
        # conditions and registration
        ("chưa đủ ĐK", "chưa đủ điều kiện"),
        ("đk khai sinh", "đăng ký khai sinh"),
        # chat
        ("đc ko vậy", "được không vậy"),
        ("làm ntn v?", "làm như thế nào vậy?"),
        ("bn tiền, cần j", "bao nhiêu tiền, cần gì"),
        # chat forms that are something else
        ("điểm k khoản 2", "điểm k khoản 2"),
        ("5 kg gạo v.v. và v/v họp", "5 kg gạo v.v. và v/v họp"),
        ("k2 đ22 luật 72", "k2 đ22 luật 72"),
        # unknown capitals stay
        ("ABCXYZ", "ABCXYZ"),
    ],
)
def test_abbreviations_are_written_out_by_context(typed: str, expected: str) -> None:
    assert expand_abbreviations(typed).text == expected


def test_notes_tell_what_was_read_but_not_chat_spelling() -> None:
    found = expand_abbreviations("PCT UBND xã đc ko, UBND?")
    assert found.notes == (Note("PCT", "Phó Chủ tịch"), Note("UBND", "Ủy ban nhân dân"))


@given(SHORTS)
def test_expanding_twice_changes_nothing_more_for_organs(text: str) -> None:
    once = expand_abbreviations(text).text
    assert "UBND" not in once
    expand_abbreviations(once)


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    expand_abbreviations(text)
    for term in legal_terms(text):
        assert 0 <= term.start < term.end


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # the longest expression wins
        ("phó chủ tịch xã ký được không", ["Phó Chủ tịch Ủy ban nhân dân cấp xã"]),
        ("tách thôn thì ai quyết", ["thành lập, tổ chức lại, giải thể thôn, tổ dân phố", "thẩm quyền quyết định"]),
        ("bị đuổi việc", ["buộc thôi việc"]),
        # the newer spelling of the tone mark is the same word
        ("giải toả nhà", ["thu hồi đất"]),
        # not inside another word, and not when the legal term is already there
        ("rácket", []),
        ("Bộ phận Một cửa", []),
    ],
)
def test_everyday_words_have_their_legal_terms(question: str, expected: list[str]) -> None:
    assert [term.mean for term in legal_terms(question)] == expected


def test_a_term_knows_its_words_its_place_and_its_level() -> None:
    (term,) = legal_terms("hỏi Chủ tịch xã nhé")
    assert (term.say, term.start, term.end, term.level) == ("Chủ tịch xã", 4, 15, "xa")
