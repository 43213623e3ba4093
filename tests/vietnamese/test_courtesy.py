"""What surrounds a question and says nothing of its matter is cut; the matter never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.vietnamese.courtesy import calm, without_courtesy


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Chào anh chị, cho em hỏi ai được vớt bèo?", "ai được vớt bèo?"),
        ("Dạ em chào anh/chị ạ. Anh chị cho em hỏi chút: ai được vớt bèo?", "ai được vớt bèo?"),
        ("Kính gửi bộ phận một cửa, xin cho tôi hỏi ai được vớt bèo? Em cảm ơn ạ.", "ai được vớt bèo?"),
        ("cho minh hoi ai duoc vot beo, cam on ad", "ai duoc vot beo"),
        ("Ai được vớt bèo? Mong anh chị trả lời giúp em, em cảm ơn nhiều ạ!", "Ai được vớt bèo?"),
        ("Xin hỏi, ai được vớt bèo?", "ai được vớt bèo?"),
        ("ai được vớt bèo em cảm ơn ạ", "ai được vớt bèo"),
    ],
)
def test_greetings_and_thanks_are_cut_with_and_without_diacritics(typed, asked):
    assert without_courtesy(typed) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "Chào cờ đầu mùa vớt bèo do ai tổ chức?",
        "Mẫu thư cảm ơn do ai ký?",
        "Ai được gửi thư cảm ơn người vớt bèo?",
        "Tôi muốn hỏi ý kiến xóm chài thì làm sao?",
        "Xã có phải cho dân hỏi về bèo không?",
        "Cảm ơn ad nhiều",
    ],
)
def test_words_of_courtesy_that_are_the_matter_stay(asked):
    assert without_courtesy(asked) == asked


@given(st.text(max_size=80))
def test_what_is_left_is_a_piece_of_what_was_typed_and_cut_once(text):
    from phapquy.vietnamese.normalize import nfc

    left = without_courtesy(text)
    assert left in nfc(text)
    assert not left.split() or bool(left.strip()) == bool(text.strip())


def test_a_question_in_capitals_is_read_in_small_letters():
    assert calm("AI ĐƯỢC VỚT BÈO Ở BẾN SÔNG?") == "ai được vớt bèo ở bến sông?"


@pytest.mark.parametrize("text", ["UBND XÃ", "Ai được VỚT bèo?", "HĐND xã và UBND xã ai được vớt bèo?"])
def test_short_forms_and_single_words_in_capitals_are_no_shouting(text):
    assert calm(text) == text
