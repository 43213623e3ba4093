"""Overlaps of a whole snapshot on a day: powers, near clauses, references and rules of precedence put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from phapquy.authority.overlaps.find import Options, Report, find_overlaps
from phapquy.authority.overlaps.kept import keep_report, load_report
from phapquy.authority.overlaps.near import near_pairs
from phapquy.authority.overlaps.precedence import Precedence
from phapquy.authority.overlaps.side import Side
from phapquy.authority.power import Power
from phapquy.authority.powers import powers
from phapquy.authority.standing import standing_powers
from phapquy.errors import TextError
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.law.provision import ProvisionId


def overlaps_on(snapshot: Snapshot, day: date, options: Options | None = None) -> Report:
    """Compare the powers of a day; what was found is kept beside the snapshot.

    Args:
        snapshot: an opened snapshot.
        day: the law of this day.
        options: which pairs are wanted.
    """
    held = powers_compared(snapshot, day)
    report = load_report(snapshot, held)
    if report is None:
        report = _compared(snapshot, held)
        keep_report(snapshot, held, report)
    return report.narrowed(options) if options else report


def _compared(snapshot: Snapshot, held: tuple[Power, ...]) -> Report:
    precedence = Precedence(snapshot)
    return find_overlaps(
        held,
        near=near_pairs(held, snapshot),
        enrich=Enricher(snapshot),
        priority=precedence.rule,
        hints=precedence.hints,
    )


def powers_compared(snapshot: Snapshot, day: date) -> tuple[Power, ...]:
    """List the powers of a day that are compared: a document that gives no standing powers is left out."""
    return standing_powers(powers(snapshot, day), snapshot)


class Enricher:
    """Reads what the clause of a side names, once a clause."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._kept: dict[ProvisionId, tuple[frozenset[ProvisionId], str, str]] = {}

    def __call__(self, side: Side) -> Side:
        """Return the side with the provisions its clause names and the clause's own words."""
        place = side.power.source
        if place not in self._kept:
            self._kept[place] = self._read(place)
        cited, clause, lead = self._kept[place]
        return replace(side, cited=cited, clause=clause, lead=lead)

    def _read(self, place: ProvisionId) -> tuple[frozenset[ProvisionId], str, str]:
        document = self._snapshot.document(place.slug)
        node = document.provisions.get(place) if document else None
        if document is None or node is None:
            return frozenset(), "", ""
        words = document.own_text(node)
        named: set[ProvisionId] = set()
        for citation in find_citations(words):
            try:
                named.update(resolver(self._snapshot).resolve(citation, place).ids)
            except (TextError, KeyError):
                continue
        above = document.provisions.get(place.parent) if place.parent else None
        return frozenset(named), words, document.own_text(above) if above else ""
