"""Bold letters extracted twice: ``ĐĐặặtt  vvấấnn  đđềề``."""

from __future__ import annotations

import re
import unicodedata

from phapquy.corpus.cleaning.tally import Tally

STEP = "chữ đậm bị lặp"
_PAIRS = re.compile(r"(?<!\S)(?:([^\n])\1)+(?:(?!\S)|(?<=\s))")
_LETTERS = re.compile(r"([^\W\d_])\1")
_ROMAN = frozenset("IVXLCDM")
_FEWEST = 3
"""Pairs of letters that no chance explains; two are enough if one of them carries a mark ("vvàà")."""


def undouble(text: str, tally: Tally) -> str:
    """Write once each letter of a run in which every sign stands twice, blanks included.

    Roman numerals (``XXII``), ``1100`` and short accidents are left alone: a run needs three pairs of letters that are
    no Roman numeral, or two of which one carries a mark.
    """
    made = _PAIRS.sub(lambda found: _once(found, tally), text)
    return made if made == text else undouble(made, tally)


def _once(found: re.Match[str], tally: Tally) -> str:
    run = found[0]
    pairs = _LETTERS.findall(run)
    marked = any(unicodedata.normalize("NFD", letter) != letter or letter in "đĐ" for letter in pairs)
    enough = len(pairs) >= _FEWEST or (len(pairs) > 1 and marked)
    if not enough or _ROMAN.issuperset(pairs) or len(set(pairs)) == 1:
        return run
    return tally.add(run, run[::2], len(run[::2].split()))
