"""What happens to a syllable on the way from the head to the screen: marks left out or confused.

Everything here is a cost in nats (the negative logarithm of a probability), added to the language model's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from phapquy.vietnamese.ngrams import Floats

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_QUALITIES = frozenset("\u0302\u0306\u031b")
_HOI_NGA = frozenset({"\u0303", "\u0309"})


@dataclass(frozen=True, slots=True)
class Costs:
    """Cost in nats of each kind of change, for one text."""

    add_tone: float
    """A tone mark that was not typed."""
    add_quality: float
    """The marks of ă â ê ô ơ ư đ that were not typed."""
    remove: float = 9.0
    """A mark typed that is not meant."""
    swap: float = 8.0
    """One mark for another."""
    hoi_nga: float = 3.5
    """Hỏi for ngã or the reverse, which many speakers do not tell apart."""

    def vector(self) -> Floats:
        """Return the costs in the order of :func:`change`."""
        return np.array([self.add_tone, self.add_quality, self.remove, self.swap, self.hoi_nga])


def _marks(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the tone mark and, letter by letter, the quality mark ("-" for the bar of đ)."""
    tone, qualities = "", []
    for char in word:
        base, marks = char, unicodedata.normalize("NFD", char)[1:]
        tone = next((mark for mark in marks if mark in _TONES), tone)
        qualities.append("-" if base == "đ" else next((mark for mark in marks if mark in _QUALITIES), ""))
    return tone, tuple(qualities)


@lru_cache(maxsize=1 << 16)
def has_marks(word: str) -> tuple[bool, bool]:
    """Tell whether a lower-case word has a tone mark, and whether it has a quality mark (ă â ê ô ơ ư đ)."""
    tone, qualities = _marks(word)
    return bool(tone), any(qualities)


def marks_of(word: str) -> tuple[str, ...]:
    """The tone and quality marks of a word without their letters, sorted; "-" for the bar of đ."""
    tone, qualities = _marks(word)
    return tuple(sorted(mark for mark in (tone, *qualities) if mark))


def change(typed: str, meant: str) -> tuple[int, int, int, int, int]:
    """Compare two lower-case words of the same fold.

    Returns:
        How many tone marks were left out, whether quality marks were, how many marks were typed that are not
        meant, how many are others than meant, and whether hỏi and ngã were confused.
    """
    tone, qualities = _marks(typed)
    right_tone, right = _marks(meant)
    swapped = bool(tone and right_tone and tone != right_tone)
    confused = swapped and {tone, right_tone} == _HOI_NGA
    pairs = list(zip(qualities, right, strict=False))
    return (
        int(bool(right_tone and not tone)),
        int(any(new and not old for old, new in pairs)),
        int(bool(tone and not right_tone)) + sum(1 for old, new in pairs if old and not new),
        int(swapped and not confused) + sum(1 for old, new in pairs if old and new and old != new),
        int(confused),
    )
