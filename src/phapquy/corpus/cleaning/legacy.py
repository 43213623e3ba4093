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
_TRACE = re.compile(r"[^\W\d_]*[\u00a1-\u00ff\u0178\u0192\u2018-\u2026\u0152\u0153\u02c6][^\W\d_]*")
_GAIN, _GOOD = 0.25, 0.85
"""A line is decoded if that raises its share of well-formed words by the first to at least the second. No line of
the 84 checked texts passes; the VNI header of a journal article (undecoded 0.36) gives 1.0."""
_FEWEST = 2
"""Words that must become well-formed: one strange word is a name."""


def decoded(text: str, tally: Tally) -> str:
    """Return a line in Unicode if it is plainly TCVN3 or VNI, else as it is."""
    if text.isascii() or not _TRACE.search(text):
        return text
    before = quality(text)
    if before >= _GOOD:
        return text
    best, made = max((quality(made), made) for made in (convert(text) for convert in converters()))
    words = sum(a != b for a, b in zip(text.split(), made.split(), strict=False))
    if best >= _GOOD and best - before >= _GAIN and words >= _FEWEST:
        return tally.add(text, made)
    return text


def converters() -> tuple[Callable[[str], str], ...]:
    """Return the functions that read TCVN3 and VNI letters as Unicode."""
    from viparse import fix

    return partial(fix, encoding="tcvn3"), partial(fix, encoding="vni")
