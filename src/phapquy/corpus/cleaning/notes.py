"""Marks of footnotes glued to words: ``chi trả3`` becomes ``chi trả[3]``, as consolidated texts print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Page
from phapquy.vietnamese.syllable import is_syllable

STEP = "dấu chú thích dính vào chữ"
_MARK = re.compile(
    r"(?:(?<![^\W\d_])(?P<word>[^\W\d_]{2,7})|(?P<year>(?<=/)(?:19|20)\d\d)|(?P<sign>[”)\"%»]))(?P<n>\d{1,3})(?=[\s.,;:)\]”]|$)"
)
_FEWEST = 3
"""Marks in sequence that no chance explains."""


def unglued(pages: list[Page], tally: Tally) -> None:
    """Write the marks of notes in brackets, in place, where they run 1, 2, 3 … through the document.

    ``km2``, ``B40`` and ``mẫu số 12`` are no marks: before a mark stands a syllable, a closing sign or a year, and it
    must be the next of the sequence.
    """
    due, chosen = 1, set()
    for key, number in _candidates(pages):
        if number == due:
            chosen.add(key)
            due += 1
    if len(chosen) < _FEWEST:
        return
    for place, page in enumerate(pages):
        tally.page = page.number
        for at, line in enumerate(page.lines):
            made = _rewritten(line.text, {start for p, a, start in chosen if (p, a) == (place, at)}, tally)
            if made != line.text:
                page.lines[at] = replace(line, text=made)


def _candidates(pages: list[Page]) -> Iterator[tuple[tuple[int, int, int], int]]:
    for place, page in enumerate(pages):
        for at, line in enumerate(page.lines):
            for found in _MARK.finditer(line.text):
                word = found["word"]
                if not word or (is_syllable(word.lower()) and not word.isupper()):
                    yield (place, at, found.start("n")), int(found["n"])


def _rewritten(text: str, starts: set[int], tally: Tally) -> str:
    if not starts:
        return text
    return _MARK.sub(
        lambda found: (
            tally.add(found[0], f"{found[0][: -len(found['n'])]}[{found['n']}]")
            if found.start("n") in starts
            else found[0]
        ),
        text,
    )
