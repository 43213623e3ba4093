"""Find the words of a clause that the sentences of an answer quote."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTED = re.compile(r"“([^“”]+)”")
_LEAST_CHARS = 12
"""Shorter quotations (“Phiếu từ chối”) are names and would be marked wherever they stand."""


def cited_spans(quote: str, sentences: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where ``quote`` holds what the sentences put in quotation marks, as half-open character offsets.

    Line breaks and runs of spaces count as one space, for a sentence runs on where the law begins a new line.
    """
    flat, places = _flattened(quote)
    spans = []
    for fragment in dict.fromkeys(words for sentence in sentences for words in _QUOTED.findall(sentence)):
        wanted = " ".join(fragment.rstrip(" .…").split())
        start = flat.find(wanted) if len(wanted) >= _LEAST_CHARS else -1
        if start < 0:
            start = flat.casefold().find(wanted.casefold()) if len(wanted) >= _LEAST_CHARS else -1
        if start >= 0:
            spans.append((places[start], places[start + len(wanted) - 1] + 1))
    return tuple(spans)


def _flattened(text: str) -> tuple[str, list[int]]:
    """Join runs of white space; return the text with the offset each character came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if not character.isspace():
            characters.append(character)
        elif characters and characters[-1] != " ":
            characters.append(" ")
        else:
            continue
        places.append(place)
    return "".join(characters), places
