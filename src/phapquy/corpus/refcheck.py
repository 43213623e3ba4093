"""``phapquy corpus check --references``: which references of the texts lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from phapquy.corpus.library import Library
from phapquy.corpus.references import Problem, Resolver
from phapquy.errors import TextError


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A reference to what does not exist, or cannot be told apart."""

    at: str
    """Id of the provision it stands in; the slug alone for the opening and the closing."""
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """The references of one document."""

    slug: str
    found: int = 0
    resolved: int = 0
    outside: int = 0
    """References to documents, annexes or parts of texts that the corpus does not hold."""
    broken: tuple[BrokenReference, ...] = ()
    problem: str = ""
    """Why the document could not be read."""

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return asdict(self)


def check_references(library: Library, slugs: Iterable[str] = ()) -> tuple[ReferenceRow, ...]:
    """Resolve every reference of the named documents, or of all.

    Raises:
        UsageError: a slug is not in the manifest.
    """
    chosen = [library.entry(slug).slug for slug in slugs] or list(library.manifest.slugs)
    resolver = Resolver(library)
    return tuple(_row(library, resolver, slug) for slug in chosen)


def total(rows: Sequence[ReferenceRow]) -> dict[str, int]:
    """Sum the counts over the documents."""
    return {
        "found": sum(row.found for row in rows),
        "resolved": sum(row.resolved for row in rows),
        "outside": sum(row.outside for row in rows),
        "broken": sum(len(row.broken) for row in rows),
    }


def _row(library: Library, resolver: Resolver, slug: str) -> ReferenceRow:
    try:
        document = library.document(slug)
    except TextError as error:
        return ReferenceRow(slug, problem=str(error))
    found = outside = 0
    broken = []
    for node, citation, result in resolver.citations(slug):
        found += 1
        if result.problem is Problem.OUTSIDE:
            outside += 1
        elif result.problem:
            words = " ".join(document.own_text(node)[citation.start : citation.end].split())
            broken.append(BrokenReference(str(node.id or slug), words, result.why))
    return ReferenceRow(slug, found, found - outside - len(broken), outside, tuple(broken))
