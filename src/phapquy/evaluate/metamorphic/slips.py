"""Typing errors: a neighbouring key, two letters swapped, a tone not typed, Telex keys left in the text."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from phapquy.vietnamese.normalize import nfc
from phapquy.vietnamese.syllable import without_tone

WORDS_A_SLIP = 6
"""One slip for so many words."""
MOST = 3
"""Slips of one question; more than that a person would type again."""
_SHORTEST = 3
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"(?<![\w/-])[^\W\d_]+(?![\w/-])")
_TONE_KEYS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_LETTER_KEYS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}


def mistyped(question: str, chance: random.Random) -> str:
    """Put one to three slips in, each in a word of its own.

    Only small words of three letters and more are hit: a slip in a name or a number asks about another place or
    another document.
    """
    text = nfc(question)
    places = [found.span() for found in _WORD.finditer(text) if found[0].islower() and len(found[0]) >= _SHORTEST]
    slips = min(MOST, len(places), max(1, len(text.split()) // WORDS_A_SLIP))
    for start, end in sorted(chance.sample(places, slips), reverse=True):
        kinds: list[Callable[[str, random.Random], str]] = [neighbour, swapped, toneless, telex_left]
        chance.shuffle(kinds)
        word = text[start:end]
        made = next((new for kind in kinds if (new := kind(word, chance)) != word), word)
        text = text[:start] + made + text[end:]
    return text


def neighbour(word: str, chance: random.Random) -> str:
    """Type the key beside the right one, not for the first letter."""
    places = [place for place, char in enumerate(word) if place and _beside(char)]
    if not places:
        return word
    place = chance.choice(places)
    return word[:place] + chance.choice(_beside(word[place])) + word[place + 1 :]


def swapped(word: str, chance: random.Random) -> str:
    """Type two neighbouring letters in the wrong order, not the first."""
    places = [place for place in range(1, len(word) - 1) if word[place] != word[place + 1]]
    if not places:
        return word
    place = chance.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def toneless(word: str, _chance: random.Random) -> str:
    """Leave the tone mark out; the marks of ă â ê ô ơ ư and đ stay."""
    return without_tone(word)


def telex_left(word: str, _chance: random.Random) -> str:
    """Leave the Telex keys in the text: ``được`` -> ``dduwowcj``."""
    toned = next((mark for mark in unicodedata.normalize("NFD", word) if mark in _TONE_KEYS), "")
    keys = "".join(_LETTER_KEYS.get(char, char) for char in without_tone(word))
    return keys + _TONE_KEYS.get(toned, "")


def _beside(char: str) -> str:
    row = next((row for row in _ROWS if char in row), "")
    place = row.find(char)
    return row[max(0, place - 1) : place] + row[place + 1 : place + 2] if row else ""
