"""Is this document there already: by its text, by its number in any spelling, or by nearly the same words?"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.corpus.intake.facts import Facts, issuer_key, number_key
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.corpus.text import fingerprint
from phapquy.vietnamese.normalize import fold

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_RUN = 5
"""Syllables in a run; runs of five are rare in two laws that only share their phrases."""
_SAMPLE = 8
"""One run in eight is kept, by its hash: the same runs of both texts, so the share stays what it is."""
NEAR = 0.6
"""Share of the shorter text's runs from which two texts are one document. Measured: 105 of 113 other copies of
documents of the corpus share more (the others are annexes, parts, mentions); two different documents at most 0.5."""
_FEWEST = 30
"""A text with fewer sampled runs (some 250 words) is too short to tell."""


class Sameness(StrEnum):
    """In what way two documents are the same."""

    TEXT = "cung-loi-van"
    NUMBER = "cung-so-hieu"
    NEAR = "gan-giong"
    OTHER_ISSUER = "cung-so-khac-co-quan"
    """The same number of another issuer: told, and no duplicate."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document of the corpus that an incoming one may be."""

    slug: str
    cite_as: str
    how: Sameness
    message: str
    share: float = 1.0
    """Common runs of words, for ``NEAR``."""

    @property
    def blocks(self) -> bool:
        """Whether the incoming one cannot be stored beside it."""
        return self.how in (Sameness.TEXT, Sameness.NUMBER)


def duplicates(library: Library, text: str, facts: Facts) -> tuple[Duplicate, ...]:
    """Return the documents the incoming one may be, the surest first; each is named once."""
    found = [*same_text(library, text), *same_number(library.manifest.document, facts), *near(library, text)]
    return tuple({one.slug: one for one in reversed(found)}.values())[::-1]


def same_text(library: Library, text: str) -> Iterator[Duplicate]:
    """Yield the document whose text it is, to the letter."""
    mark = fingerprint(text)
    for entry in library.manifest.document:
        if entry.fingerprint == mark:
            yield Duplicate(entry.slug, entry.cite_as, Sameness.TEXT, f"Đúng từng chữ văn bản {entry.cite_as}.")


def same_number(entries: Iterable[Entry], facts: Facts) -> Iterator[Duplicate]:
    """Yield the documents with this number, however it is spelt; those of another issuer marked as such."""
    if not facts.number:
        return
    key = number_key(facts.number)
    for entry in entries:
        if key not in {number_key(one) for one in (entry.number, entry.consolidated_number) if one}:
            continue
        if not _YEAR.search(key) and _years_differ(entry.signed, facts.signed):
            continue
        if _issuers_differ(entry.issuer, facts.issuer):
            words = f"Cùng số với {entry.cite_as} nhưng của cơ quan khác ({entry.issuer})."
            yield Duplicate(entry.slug, entry.cite_as, Sameness.OTHER_ISSUER, words)
            continue
        spelt = "" if entry.number == facts.number else f" (trong kho ghi {entry.number})"
        held = "bản tóm lược của " if entry.text_kind is TextKind.DIGEST else ""
        words = f"Cùng số hiệu và cơ quan với {held}{entry.cite_as}{spelt}."
        yield Duplicate(entry.slug, entry.cite_as, Sameness.NUMBER, words)


def near(library: Library, text: str) -> Iterator[Duplicate]:
    """Yield the documents that are nearly the same text, the nearest first."""
    mine = runs(text)
    found = []
    for slug in library.available():
        entry = library.entry(slug)
        if entry.text_kind is TextKind.DIGEST:
            continue
        other = runs(library.text(slug))
        share = common(mine, other)
        if share >= NEAR and min(len(mine), len(other)) >= _FEWEST:
            words = f"{round(100 * share)} % số cụm từ trùng với {entry.cite_as}."
            found.append(Duplicate(slug, entry.cite_as, Sameness.NEAR, words, share))
    yield from sorted(found, key=lambda one: -one.share)


def runs(text: str) -> frozenset[int]:
    """Return the sampled hashes of the runs of five syllables, without diacritics and case."""
    words = _WORD.findall(fold(text))
    joined = (" ".join(words[at : at + _RUN]).encode() for at in range(max(0, len(words) - _RUN + 1)))
    return frozenset(mark for line in joined if not (mark := zlib.crc32(line)) % _SAMPLE)


def common(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the shorter text's runs that the other has too, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _years_differ(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one.year != other.year


def _issuers_differ(one: str, other: str | None) -> bool:
    keys = issuer_key(one), issuer_key(other or "")
    return bool(keys[0] and keys[1]) and keys[0] not in keys[1] and keys[1] not in keys[0]
