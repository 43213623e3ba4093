"""The calendar day of a moment that a text names: filled in from the manifest and from the other texts."""

from __future__ import annotations

from datetime import date

from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.errors import TextError
from phapquy.law.force import Anchor, ForceFact, ForceKind, Moment, read_force
from phapquy.law.provision import ProvisionId


class ForceDays:
    """Reads the facts of each document once and gives their moments a calendar day where one is known."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._facts: dict[str, tuple[ForceFact, ...]] = {}
        self._numbers = {entry.number: entry.slug for entry in library.manifest.document}

    def facts(self, slug: str) -> tuple[ForceFact, ...]:
        """Return what the text of a document says; nothing for a digest or a text that is not at hand."""
        if slug not in self._facts:
            found: tuple[ForceFact, ...] = ()
            if self._library.entry(slug).text_kind is TextKind.VERBATIM:
                try:
                    found = read_force(self._library.document(slug))
                except TextError:
                    found = ()
            self._facts[slug] = found
        return self._facts[slug]

    def day(self, slug: str, moment: Moment) -> date | None:
        """Return the calendar day of a moment named in a document; None where the corpus does not know it."""
        if moment.day:
            return moment.day
        entry = self._library.entry(slug)
        if moment.anchor in {Anchor.ADOPTED, Anchor.SIGNED}:
            return entry.signed
        if moment.anchor is Anchor.OWN:
            return self.begins(slug)
        other = self.entry_of(moment.other)
        if other is None or moment.anchor not in {Anchor.OTHER, Anchor.OTHER_ENDS}:
            return None
        return other.effective if moment.anchor is Anchor.OTHER else other.expires

    def entry_of(self, number: str) -> Entry | None:
        """Return the manifest's entry of the document with a number (``31/2024/QH15``); None if the corpus has none."""
        return self._library.manifest.by_slug.get(self._numbers.get(number, ""))

    def begins(self, slug: str, clause: ProvisionId | None = None) -> date | None:
        """Return the first day in force of a document, or of a clause of it, as its text says; None if it does not."""
        starts = [fact for fact in self.facts(slug) if fact.kind is ForceKind.BEGINS and not fact.matter]
        for fact in starts:
            if clause and any(clause.within(one) for one in fact.provisions):
                return self.day(slug, fact.moment)
        whole = next((fact for fact in starts if fact.whole and fact.moment.anchor is not Anchor.OWN), None)
        return self.day(slug, whole.moment) if whole else None
