"""One key for the many spellings of a unit's name."""

from __future__ import annotations

import re
from functools import lru_cache

from phapquy.vietnamese.normalize import fold, nfc, tone_normal

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`\u2032]")
_APART = re.compile(r"[^\w']+")
_ODD = re.compile(r"[^\w\s]")
_SPLIT_MARK = re.compile(r"\s*'\s*")
_Y = re.compile(r"(?<=[bcdđghklmnpqrstuvx])y(?=\b)", re.IGNORECASE)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = re.compile(r"(?:(?<=^)|(?<=^[Pp]hường ))(?:VIII|VII|VI|IV|IX|III|II|I|V|X)$")
_KEPT = 1 << 15


def written(name: str) -> str:
    """Return a name in one spelling for display: NFC, customary tone marks, straight apostrophes, single spaces."""
    return " ".join(tone_normal(_APOSTROPHES.sub("'", nfc(name))).split())


@lru_cache(_KEPT)
def name_key(name: str) -> str:
    """Return the key under which a name with its diacritics is the same name: ``n'thôn hạ``, ``đạ m'ri``."""
    if _ODD.search(name):
        name = _APART.sub(" ", _SPLIT_MARK.sub("'", _APOSTROPHES.sub("'", name)))
    return " ".join(map(_word_key, _ROMAN.sub(_digits, name).split()))


@lru_cache(_KEPT)
def fold_key(name: str) -> str:
    """Return the key of a name typed without diacritics; apostrophes are dropped, ``y`` at a word's end is ``i``."""
    return " ".join(map(_word_fold, name_key(name).split()))


def loose(folded: str) -> str:
    """Return folded words with what people write in two ways made one."""
    return _Y.sub("i", folded.replace("'", ""))


@lru_cache(_KEPT)
def _word_key(word: str) -> str:
    lower = tone_normal(word).lower()
    return (lower.lstrip("0") or "0") if lower.isdigit() else lower


@lru_cache(_KEPT)
def _word_fold(word: str) -> str:
    return loose(fold(word))


def _digits(found: re.Match[str]) -> str:
    """Ward numbers in Roman figures: "Phường IV" is "Phường 4"."""
    return str(_ROMANS.index(found[0]) + 1)
