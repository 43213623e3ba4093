"""One key for the many spellings of a unit's name."""

from __future__ import annotations

import re
from functools import lru_cache

from phapquy.vietnamese.normalize import fold, nfc, tone_normal

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`\u2032]")
_APART = re.compile(r"[^\w']+")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = re.compile(r"(?:(?<=^)|(?<=^[Pp]hường ))(?:VIII|VII|VI|IV|IX|III|II|I|V|X)$")
_ZERO = re.compile(r"\b0+(?=\d)")
_SPLIT_MARK = re.compile(r"\s*'\s*")
_I = re.compile(r"(?<=[bcdđghklmnpqrstuvx])y(?=\b)", re.IGNORECASE)


def written(name: str) -> str:
    """Return a name in one spelling for display: NFC, customary tone marks, straight apostrophes, single spaces."""
    return " ".join(tone_normal(_APOSTROPHES.sub("'", nfc(name))).split())


@lru_cache(1 << 16)
def name_key(name: str) -> str:
    """Return the key under which a name with its diacritics is the same name: ``n'thôn hạ``, ``đạ m'ri``."""
    plain = _SPLIT_MARK.sub("'", _ROMAN.sub(_digits, written(name)).lower())
    return _ZERO.sub("", " ".join(_APART.sub(" ", plain).split()))


def _digits(found: re.Match[str]) -> str:
    """Ward numbers in Roman figures: "Phường IV" is "Phường 4"."""
    return str(_ROMANS.index(found[0]) + 1)


@lru_cache(1 << 16)
def fold_key(name: str) -> str:
    """Return the key of a name typed without diacritics; apostrophes are dropped, ``y`` at a word's end is ``i``."""
    return loose(fold(name_key(name)))


def loose(folded: str) -> str:
    """Return folded words with what people write in two ways made one."""
    return _I.sub("i", folded.replace("'", ""))
