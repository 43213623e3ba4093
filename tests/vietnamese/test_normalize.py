"""Spelling, folding, tokens of the lexicon, cleaning of questions."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.errors import UsageError
from phapquy.vietnamese.normalize import clean_question, fold, has_diacritics, nfc, syllables, tone_normal

VIETNAMESE = st.text(
    alphabet=st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắầấờớừứọộợụựịỳý uUOÀĐ.,;/-0123456789\n")
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # the newer placement becomes the statute books' one
        ("hoà giải, Uỷ ban, thuỷ lợi, khoẻ, loà xoà", "hòa giải, Ủy ban, thủy lợi, khỏe, lòa xòa"),
        # a closed rhyme keeps its mark on the last vowel
        ("hoàn toán huỳnh quỹ quyết khuỷu", "hoàn toán huỳnh quỹ quyết khuỷu"),
        # the u of qu and the i of gi are no vowels
        ("quý qúy quá qúa già gìa gìn giếng", "quý quý quá quá già già gìn giếng"),
        # a mark on the wrong vowel is a slip of the keyboard
        ("laị đaị cuả ngoaì", "lại đại của ngoài"),
        # capitals stay
        ("HOÀ THUỶ Hoà", "HÒA THỦY Hòa"),
        # what is no syllable stays
        ("Krông Đắk UBND củathị", "Krông Đắk UBND củathị"),
    ],
)
def test_tone_marks_stand_where_the_statute_books_put_them(typed: str, expected: str) -> None:
    assert tone_normal(typed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # single letters and digits stay, leading noughts go
        ("điểm a khoản 02 Điều 5", "điểm a khoản 2 điều 5"),
        # a number of a document: whole without marks, short, and its parts
        ("136/2099/NĐ-CP", "136/2099/nd-cp 136/2099 136 2099 nd cp"),
        ("72/2099/QH15", "72/2099/qh15 72/2099 72 2099 qh15"),
        ("202-KL/TW", "202-kl/tw 202 kl tw"),
        ("61/2018", "61/2018 61 2018"),
        # the same day in four spellings
        ("01/7/2025", "d:2025-07-01 d:2025-07 2025"),
        ("01 tháng 7 năm 2025", "d:2025-07-01 d:2025-07 2025"),
        ("1.7.2025", "d:2025-07-01 d:2025-07 2025"),
        ("1 thang 7 nam 2025", "d:2025-07-01 d:2025-07 2025"),
        # a month
        ("tháng 07/2025", "d:2025-07 2025"),
        # no such day
        ("45/13/2025", "45 13 2025"),
        # thousands and decimals
        ("4.022.638 người, 9.361,38 km²", "4022638 người 9361,38 km2"),
        # two levels, however written
        ("02 cấp", "2 cấp"),
        ("hai cấp", "2 cấp"),
        ("hai cap", "2 cap"),
        ("bốn mươi lăm ngày", "45 ngày"),
        ("mười hai xã", "12 xã"),
        # a number word that is none, and one before an uncounted noun
        ("một cửa", "một cửa"),
        ("năm học", "năm học"),
        # fractions
        ("hai phần ba", "2/3 2 3"),
        ("2/3", "2/3 2 3"),
        # dashes of all kinds are space
        ("Văn hóa – Xã hội", "văn hóa xã hội"),
        ("ki-ốt", "ki ốt"),
        # numbered articles with letters
        ("Điều 12a, k2 đ22", "điều 12a k2 đ22"),
    ],
)
def test_syllables_give_one_token_form(text: str, expected: str) -> None:
    assert syllables(text) == expected.split()


def test_folding_keeps_length_and_drops_every_mark() -> None:
    assert fold("Ủy ban ĐẶC KHU") == "uy ban dac khu"


@given(st.text())
def test_nfc_and_fold_never_fail_and_are_idempotent(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert len(fold(text)) == len(nfc(text))
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_tone_normal_is_idempotent_and_keeps_the_fold(text: str) -> None:
    once = tone_normal(text)
    assert tone_normal(once) == once
    assert fold(once) == fold(text)
    assert len(once) == len(nfc(text))


@given(st.text())
def test_syllables_never_fail_and_hold_no_space(text: str) -> None:
    assert all(token and not any(char.isspace() for char in token) for token in syllables(text))


@given(VIETNAMESE)
def test_decomposed_text_gives_the_same_tokens(text: str) -> None:
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text)


def test_share_of_marks_tells_typed_from_unmarked() -> None:
    assert has_diacritics("cơ quan nào quyết định") > 0.7
    assert has_diacritics("co quan nao quyet dinh") == 0
    assert has_diacritics("UBND 2025 ???") == 0


def test_clean_question_drops_what_cannot_be_seen() -> None:
    assert clean_question("\ufeff ai\u200b  quyết\u202e\x00\n định?\t", 100) == "ai quyết định?"


@pytest.mark.parametrize(
    ("text", "part"),
    [("", "trống"), (" \u200b\n", "trống"), ("?!…", "không có chữ"), ("a" * 101, "101 ký tự")],
)
def test_clean_question_refuses_in_vietnamese(text: str, part: str) -> None:
    with pytest.raises(UsageError, match=part):
        clean_question(text, 100)


@given(st.text(min_size=1))
def test_clean_question_answers_or_refuses(text: str) -> None:
    try:
        cleaned = clean_question(text, 500)
    except UsageError:
        return
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in cleaned)
