"""What is wrong with the corpus as a whole: documents twice, empty articles, missing dates, what dead writers left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from phapquy.config import Settings
from phapquy.corpus.aside import leftovers
from phapquy.corpus.intake.duplicates import NEAR, common, runs
from phapquy.corpus.intake.facts import issuer_key, number_key
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry


def twice(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of documents that have the same text, or the same number of the same issuer."""
    for one, other in combinations(entries, 2):
        same_number = number_key(one.number) == number_key(other.number) and _year(one) == _year(other)
        if one.fingerprint == other.fingerprint or (same_number and issuer_key(one.issuer) == issuer_key(other.issuer)):
            yield one.slug, other.slug


def nearly_twice(library: Library, slugs: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Yield the pairs, one of them among ``slugs``, that are nearly the same text, with the share in common."""
    asked = set(slugs)
    held = [slug for slug in library.available() if library.entry(slug).text_kind is TextKind.VERBATIM]
    marks = {slug: runs(library.text(slug)) for slug in held} if asked else {}
    for one, other in combinations(held, 2):
        if asked & {one, other} and (share := common(marks[one], marks[other])) >= NEAR:
            yield one, other, share


def undated(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the documents whose first day in force is not known."""
    return tuple(entry.slug for entry in entries if entry.effective is None)


def strays(settings: Settings, library: Library) -> tuple[Path, ...]:
    """Return the files among the texts that no entry names, and what interrupted writing left."""
    named = {library.path(slug).name for slug in library.manifest.slugs}
    texts = settings.texts_dir
    unknown = [path for path in sorted(texts.glob("*.txt")) if path.name not in named] if texts.is_dir() else []
    return (*unknown, *leftovers(texts), *leftovers(settings.manifest_path.parent))


def set_aside(settings: Settings) -> tuple[Path, ...]:
    """Return the texts that came with another fingerprint and were put aside."""
    folder = settings.quarantine_dir
    return tuple(sorted(path for path in folder.iterdir() if path.is_file())) if folder.is_dir() else ()


def _year(entry: Entry) -> int | None:
    return entry.signed.year if entry.signed else None
