"""Keys that stayed in the text and fingers that slipped: Telex leftovers, doubled, swapped, missing letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.syllable import is_syllable, place_tone

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_PAIRS = {"aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư", "dd": "đ"}
_VOWELS = frozenset("aeiouy")
_MISSING = "aceghimnoptuy"
"""Letters that are tried where one may be missing."""


def telex(word: str) -> str | None:
    """Decode a word that still shows its Telex keys: ``dduowcj`` -> ``được``; None when it is no syllable.

    A key may stand right after its letter or at the end. Only a well-formed syllable is returned.
    """
    tone, letters = "", ""
    for place, key in enumerate(word):
        if place and key in _TONES and any(char in _VOWELS for char in fold(letters)) and not _opens(word, place):
            if tone:
                return None
            tone = _TONES[key]
        else:
            letters += key
    letters = letters.replace("uow", "ươ").replace("uwow", "ươ").replace("uwo", "ươ")
    for keys, letter in _PAIRS.items():
        letters = letters.replace(keys, letter)
    letters = _late_keys(letters)
    vowel = next((place for place, char in enumerate(letters) if fold(char) in _VOWELS), None)
    if vowel is None or letters + tone == word:
        return None
    made = place_tone(unicodedata.normalize("NFC", letters[: vowel + 1] + tone + letters[vowel + 1 :]))
    return made if made != word and is_syllable(made) else None


def _opens(word: str, place: int) -> bool:
    """Whether a vowel follows, so that the letter is a consonant and not a tone key."""
    return any(char in _VOWELS for char in word[place + 1 :])


def _late_keys(letters: str) -> str:
    """Apply a mark key typed at the end of the syllable: ``dieenf`` is done, ``diene`` and ``duongw`` are not."""
    head, last = letters[:-1], letters[-1:]
    if last == "w" and "uo" in head:
        return head.replace("uo", "ươ", 1)
    if last == "w":
        for plain, marked in (("u", "ư"), ("o", "ơ"), ("a", "ă")):
            if plain in head:
                return head.replace(plain, marked, 1)
    if last in {"a", "e", "o"} and last in head[:-1] and head[-1] not in "aeiouy":
        return head.replace(last, {"a": "â", "e": "ê", "o": "ô"}[last], 1)
    if last == "d" and head[:1] == "d":
        return "đ" + head[1:]
    return letters


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    char: (row[place - 1] if place else "") + row[place + 1 : place + 2]
    for row in _ROWS
    for place, char in enumerate(row)
}
"""The keys on either side of a key."""
NO_LETTERS = frozenset("fjwz")
"""Keys that are in no Vietnamese word: where one stands, a finger slipped."""


def slips(word: str) -> Iterator[str]:
    """Yield the folded words one slip away: a letter too many, two swapped, one missing, a key beside the right one."""
    for place, char in enumerate(word):
        if NO_LETTERS.isdisjoint(word) or char in NO_LETTERS:
            for meant in _BESIDE.get(char, ""):
                yield word[:place] + meant + word[place + 1 :]
    if not NO_LETTERS.isdisjoint(word):
        return
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
        if place:
            yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    for place in range(1, len(word) + 1):
        for letter in _MISSING:
            yield word[:place] + letter + word[place:]
