"""Related provisions: the clauses that a basis points to, one step, with their days."""

from __future__ import annotations

from datetime import date

from phapquy.answer.evidence import Evidence
from phapquy.answer.model import Pointer
from phapquy.index.stored import consolidator
from phapquy.corpus.wording import State
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.law.label import place_label
from phapquy.law.provision import ProvisionId

_MOST = 8
"""Clauses shown under one basis; a longer list is no help at a counter."""


def pointers_of(one: Evidence, snapshot: Snapshot, day: date) -> tuple[Pointer, ...]:
    """Return the provisions that the words of a basis cite, in order, without those it is already reached by.

    A reference that leads nowhere, to a whole document, or out of the corpus gives none.
    """
    document, at = one.reading
    known = {one.identity, at, *one.via}
    found: dict[ProvisionId, None] = {}
    for citation in find_citations(document.own_text(document.provisions[at])):
        for target in resolver(snapshot).resolve(citation, at).ids:
            if target.parts and target not in known and not one.identity.within(target):
                found.setdefault(target)
    return tuple(_pointer(target, snapshot, day) for target in list(found)[:_MOST])


def _pointer(target: ProvisionId, snapshot: Snapshot, day: date) -> Pointer:
    validity = snapshot.validity.of(target)
    in_force = validity.covers(day)
    if target.slug in snapshot.validity.amended:
        in_force = consolidator(snapshot).at(target, day).state is State.IN_FORCE
    document = snapshot.document(target.slug)
    name = snapshot.entry(target.slug).cite_as
    return Pointer(
        id=str(target),
        label=place_label(document, target, name),
        in_force=in_force,
        effective_from=validity.start,
        effective_to=None if in_force else validity.end,
    )
