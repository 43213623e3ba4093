"""Lines typed in the old encodings TCVN3 and VNI, found by what they become."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.quality import quality

if TYPE_CHECKING:
    from collections.abc import Callable

STEP = "chữ mã cũ TCVN3, VNI"
_TRACE = re.compile(r"[\u00a1-\u00ff\u0178\u0192\u2018-\u2026\u0152\u0153\u02c6]")
_WORD = re.compile(r"[^\s(),.;:/]+")
_UNICODE = re.compile(r"[\u0102-\u0111\u0128\u0129\u0168-\u01b0\u1ea0-\u1ef9]")
"""Letters of Vietnamese that no Western font shows: a line that has some is Unicode, in part at least."""
_SHARE = 0.85
"""Of the strange words, so many must become well-formed. No line of the 80 checked texts has two that do; of the VNI
header of a journal article all do."""
_FEWEST = 2
"""One strange word is a name."""


def decoded(text: str, tally: Tally) -> str:
    """Return a line in Unicode if its strange words are plainly TCVN3 or VNI; in a mixed line only those words."""
    if text.isascii():
        return text
    strange = [word for word in _WORD.findall(text) if _TRACE.search(word) and quality(word) < 1]
    if len(strange) < _FEWEST:
        return text
    share, at = max((sum(_becomes(word, convert) for word in strange), at) for at, convert in enumerate(converters()))
    if share < max(_FEWEST, _SHARE * len(strange)):
        return text
    convert = converters()[at]
    if not _UNICODE.search(text):
        return tally.add(text, convert(text))
    return tally.add(
        text, _WORD.sub(lambda found: convert(found[0]) if _becomes(found[0], convert) else found[0], text)
    )


def _becomes(word: str, convert: Callable[[str], str]) -> bool:
    if not _TRACE.search(word) or quality(word) == 1:
        return False
    made = convert(word)
    return made != word and any(map(str.isalpha, made)) and quality(made) == 1


def converters() -> tuple[Callable[[str], str], ...]:
    """Return the functions that read TCVN3 and VNI letters as Unicode."""
    from viparse import fix

    return partial(fix, encoding="tcvn3"), partial(fix, encoding="vni")
