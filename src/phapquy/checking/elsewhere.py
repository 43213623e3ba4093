"""Where in the corpus words stand: the clause a wrongly cited quotation was really taken from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phapquy.checking.shelf import Shelf
from phapquy.checking.words import Grade, Match, Quoted
from phapquy.law.provision import ProvisionId

FEWEST = 6
"""Words from which on a run is somebody's; shorter ones stand in many places."""
_HITS = 3
_SCANS = 60
"""Searches through all documents for one text: about 50 ms each for 90 documents."""


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words in a stored text."""

    provision: ProvisionId
    match: Match


class Elsewhere:
    """Searches the stored texts; stops after so many searches."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._left = _SCANS

    def within(self, quoted: Quoted, slugs: Iterable[str]) -> list[Place]:
        """Return the best place of the words in each of some documents."""
        found: list[Place] = []
        for slug in slugs:
            if not self._shelf.holds(slug):
                continue
            match = quoted.match(self._shelf.document(slug).text, self._shelf.folded(slug))
            if match and match.grade is not Grade.OTHER:
                found.append(Place(self._shelf.at(slug, match.start), match))
        return found

    def anywhere(self, quoted: Quoted, first: str = "") -> list[Place]:
        """Return some places of the words: in the document ``first`` if they stand there, else in any."""
        if len(quoted.tokens) < FEWEST:
            return []
        if first and (near := self.within(quoted, [first])):
            return near
        if self._left <= 0:
            return []
        self._left -= 1
        slugs = (slug for slug in self._shelf.manifest.slugs if slug != first and slug in self._shelf.documents)
        found: list[Place] = []
        for slug in slugs:
            found += self.within(quoted, [slug])
            if len(found) >= _HITS:
                break
        return found
