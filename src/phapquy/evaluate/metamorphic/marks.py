"""Diacritics left out: all of them, or those of about every second syllable."""

from __future__ import annotations

import random
import re
import unicodedata

from phapquy.vietnamese.normalize import nfc

_WORD = re.compile(r"[^\W\d_]+")
_BAR = str.maketrans("đĐ", "dD")


def bare(text: str) -> str:
    """Return the text without diacritics, case and everything else kept: ``Ủy ban`` -> ``Uy ban``."""
    parts = unicodedata.normalize("NFD", text.translate(_BAR))
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def no_marks(question: str, _chance: random.Random) -> str:
    """Leave out every diacritic."""
    return bare(nfc(question))


def half_marks(question: str, chance: random.Random) -> str:
    """Leave out the diacritics of about every second word, as hurried hands do."""
    return _WORD.sub(lambda found: bare(found[0]) if chance.random() < 0.5 else found[0], nfc(question))  # noqa: PLR2004
