"""A document's clauses on entry into force, on its end, on what it ends, and on transition, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from phapquy.law.force.days import adoption_day, signing_day
from phapquy.law.force.ended import ended_by, replaced_in
from phapquy.law.force.model import Anchor, ForceFact
from phapquy.law.force.rules import facts_in, matter_in
from phapquy.law.force.sentences import Sentence, Sentences
from phapquy.law.force.transition import transitions
from phapquy.law.provision import Document


def read_force(document: Document) -> tuple[ForceFact, ...]:
    """Read all facts of a document, in the order of their places.

    A day of adoption or signing that the text tells is filled in; one that only the manifest knows, or that hangs on
    another document, is left to the caller.
    """
    own = Sentences(document)
    said = list(own.of(*own.force_articles()))
    found = [fact for one in said for fact in facts_in(document, one)]
    found.extend(_matters(said, found))
    found.extend(fact for one in said for fact in replaced_in(one))
    found.extend(_new(ended_by(document), found))
    found.extend(transitions(own))
    days = {Anchor.ADOPTED: adoption_day(document), Anchor.SIGNED: signing_day(document)}
    dated = (_dated(fact, days.get(fact.moment.anchor)) for fact in found)
    return tuple(sorted(dated, key=lambda fact: fact.span[0]))


def _dated(fact: ForceFact, day: date | None) -> ForceFact:
    return replace(fact, moment=replace(fact.moment, day=day)) if day else fact


def _matters(said: list[Sentence], found: list[ForceFact]) -> Iterator[ForceFact]:
    """Read the clauses that the whole document's fact leaves out and that no rule fits."""
    read = {fact.clause for fact in found}
    excepted = {clause for fact in found if fact.whole for clause in fact.excepted} - read
    for one in said:
        if one.clause in excepted and (fact := matter_in(one)):
            yield fact


def _new(facts: Iterator[ForceFact], found: list[ForceFact]) -> Iterator[ForceFact]:
    """Leave out what the sentences of the clause already told."""
    known = {(fact.clause, fact.kind, fact.document, fact.parts, fact.provisions) for fact in found}
    return (one for one in facts if (one.clause, one.kind, one.document, one.parts, one.provisions) not in known)
