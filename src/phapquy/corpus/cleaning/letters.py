"""Letters that look right and are not: other alphabets, ligatures, marks in the wrong order or on the wrong letter."""

from __future__ import annotations

import re
import unicodedata

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.quality import is_good
from phapquy.vietnamese.normalize import tone_normal
from phapquy.vietnamese.syllable import is_syllable, tone_of, without_tone

LOOK_ALIKE = "chữ cái giống nhau của bảng chữ khác"
TONE = "dấu thanh sai chỗ, sai thứ tự"
UNKNOWN = "\ufffd"
"""Stands where the source has a sign that nothing explains."""

_CYRILLIC = dict(zip("АВЕКМНОРСТХУІЅЈаеорсухіѕјһԁ", "ABEKMHOPCTXYISJaeopcyxisjhd", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοɑ", "ABEZHIKMNOPTYXoa", strict=True))
_OTHER = str.maketrans({**_CYRILLIC, **_GREEK})
_STROKE = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_FORMS = re.compile(r"[\ufb00-\ufb06\uff01-\uff5e\u2160-\u217f]")
_FOREIGN = re.compile(r"[\u0370-\u052fɑÐƉðɖ]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LOOSE = re.compile(r"[A-Za-zÀ-ỹ][\u0300-\u036f]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUALITY = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TWO_CUSTOMS = frozenset({"oa", "oe", "uy"})
"""Rhymes whose mark stands on either vowel by two customs (hòa, hoà): neither is an error."""


def plain_blanks(text: str, tally: Tally) -> str:
    """Write every kind of blank as a blank, nothing invisible, and what is no sign at all as one visible sign."""
    text = _UNSEEN.sub("", _BLANK.sub(" ", text))
    return _CONTROL.sub(lambda found: tally.add(repr(found[0])[1:-1], UNKNOWN), text)


def look_alikes(text: str, tally: Tally) -> str:
    """Write Latin letters where a word has letters of another alphabet that look the same (``Ðiều``, ``хã``).

    A word that is wholly of another alphabet is left alone.
    """
    if text.isascii():
        return text
    text = _FORMS.sub(lambda found: tally.add(found[0], unicodedata.normalize("NFKC", found[0])), text)
    if not _FOREIGN.search(text):
        return text
    return _LETTERS.sub(lambda found: _stroke(_latin(found[0], tally), tally), text)


def _latin(word: str, tally: Tally) -> str:
    if word.translate(_OTHER) == word:
        return word
    made = unicodedata.normalize("NFC", word.translate(_OTHER))
    if not _LATIN.search(word) or any(not _LATIN.match(char) for char in made):
        return word
    return tally.add(word, made)


def _stroke(word: str, tally: Tally) -> str:
    made = word.translate(_STROKE)
    return tally.add(word, made) if made != word and (is_good(made) or len(made) == 1) else word


def tones(text: str, tally: Tally) -> str:
    """Put the marks of a letter in their order, and a tone mark that stands on a wrong letter on the right one.

    ``thủy`` and ``thuỷ`` are two customs of one word and stay as they are.
    """
    if text.isascii():
        return text
    text = _LOOSE.sub(lambda found: _composed(found[0], tally), unicodedata.normalize("NFC", text))
    return _WORD.sub(lambda found: _placed(found[0], tally), text)


def _composed(cluster: str, tally: Tally) -> str:
    apart = unicodedata.normalize("NFD", cluster)
    base, marks = apart[0], apart[1:]
    ordered = [mark for mark in marks if mark in _QUALITY] + [mark for mark in marks if mark in _TONES]
    made = unicodedata.normalize("NFC", base + "".join(ordered))
    whole = len(ordered) == len(marks) and len(made) == 1
    return tally.add(cluster, made) if whole and made != cluster else cluster


def _placed(word: str, tally: Tally) -> str:
    made = tone_normal(word)
    if made == word or not is_syllable(made.lower()):
        return word
    bare = without_tone(word.lower())
    if any(bare.endswith(rhyme) for rhyme in _TWO_CUSTOMS) and tone_of(word.lower()):
        return word
    return tally.add(word, made)
