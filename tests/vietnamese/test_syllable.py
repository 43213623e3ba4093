"""The grammar of the written syllable."""

from __future__ import annotations

import pytest

from phapquy.vietnamese.syllable import is_folded_syllable, is_syllable, place_tone, split


@pytest.mark.parametrize(
    "word", ["ai", "uỷ", "quyết", "nghiêng", "giếng", "gì", "khuỷu", "quốc", "ngoằn", "yêu", "đặc", "ở"]
)
def test_well_formed_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


# a stop without its tone, a lost space, another language, two tone marks, c before i, an abbreviation
@pytest.mark.parametrize("word", ["cac", "đươc", "củathị", "krông", "pleiku", "òá", "ci", "hđnd", "", "gh"])
def test_other_words_are_not_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_an_unmarked_syllable_is_recognised_folded() -> None:
    assert is_folded_syllable("duoc")
    assert is_folded_syllable("nguyen")
    assert not is_folded_syllable("hdnd")
    assert not is_folded_syllable("được")


def test_onset_and_rhyme() -> None:
    assert split("quyêt") == ("qu", "yêt")
    assert split("nghiêng") == ("ngh", "iêng")
    assert split("giêng") == ("g", "iêng")
    assert split("krông") is None


def test_a_word_with_two_tone_marks_stays() -> None:
    assert place_tone("hòá") == "hòá"
