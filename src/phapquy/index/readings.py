"""What the rooms above read out of a snapshot's texts, each once: grants, transfers, tiers, days of force.

A quick look at the stored text decides whether a document's tree is built at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from phapquy.corpus.moves import Moves
from phapquy.index.passages import PLAIN_PART
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.duties import duties_of, may_assign
from phapquy.law.force import ForceFact, read_force
from phapquy.law.grants import Grant, Preparation, grants_of, may_grant, preparations_of
from phapquy.law.provision import Document
from phapquy.law.savings import Saving, may_save, savings_of
from phapquy.law.tiers import EndOfDistricts, KindsOfUnit, ends_of_districts, kinds_of_units, may_tell
from phapquy.law.transfers import (
    FieldPower,
    SharedPower,
    field_powers_of,
    may_give_a_field,
    may_move,
    shared_powers_of,
)

_T = TypeVar("_T")


def grants(snapshot: Snapshot) -> tuple[Grant, ...]:
    """Return all powers given by reference."""
    return _once(snapshot, "grants", lambda: _all(snapshot, may_grant, grants_of))


def preparations(snapshot: Snapshot) -> tuple[Preparation, ...]:
    """Return the clauses by which an executive organ prepares what its council decides."""
    return _once(snapshot, "preparations", lambda: _all(snapshot, may_grant, preparations_of))


def moves(snapshot: Snapshot) -> Moves:
    """Return the powers moved by reference."""
    return _once(
        snapshot, "moves", lambda: Moves(_documents(snapshot, may_move), resolver(snapshot), snapshot.validity)
    )


def field_powers(snapshot: Snapshot) -> tuple[FieldPower, ...]:
    """Return the clauses that give an organ kinds of decision of a whole field."""
    return _once(snapshot, "field powers", lambda: _all(snapshot, may_give_a_field, field_powers_of))


def shared_powers(snapshot: Snapshot) -> tuple[SharedPower, ...]:
    """Return the clauses that give a task of a whole field to several organs."""
    return _once(snapshot, "shared powers", lambda: _all(snapshot, may_give_a_field, shared_powers_of))


def duties(snapshot: Snapshot) -> Moves:
    """Return the duties shared out anew by reference, by where they are written."""
    return _once(
        snapshot,
        "duties",
        lambda: Moves(_documents(snapshot, may_assign), resolver(snapshot), snapshot.validity, duties_of),
    )


def savings(snapshot: Snapshot) -> tuple[Saving, ...]:
    """Return the clauses that keep applying what another document says on some subjects."""
    return _once(snapshot, "savings", lambda: _all(snapshot, may_save, savings_of))


def ends(snapshot: Snapshot) -> tuple[EndOfDistricts, ...]:
    """Return the clauses that end the organs of the district level."""
    return _once(snapshot, "ends of districts", lambda: _all(snapshot, may_tell, ends_of_districts))


def kinds(snapshot: Snapshot) -> tuple[KindsOfUnit, ...]:
    """Return the clauses that list the kinds of unit of a level."""
    return _once(snapshot, "kinds of units", lambda: _all(snapshot, may_tell, kinds_of_units))


def plain_words(snapshot: Snapshot) -> dict[str, str]:
    """Return the plain words of provisions, by id."""
    return _once(snapshot, "plain words", lambda: dict(_plain(snapshot)))


def _plain(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for passage in snapshot.passages if hasattr(snapshot, "passages") else ():
        if passage.plain and passage.part == PLAIN_PART:
            yield passage.id, passage.text


def force(slug: str, snapshot: Snapshot) -> tuple[ForceFact, ...]:
    """Return what a document says of its own force and of what it ends; nothing if it is not held."""
    document = snapshot.document(slug)
    return _once(snapshot, f"force {slug}", lambda: read_force(document) if document else ())


def _documents(snapshot: Snapshot, worth: Callable[[str], bool]) -> Iterator[Document]:
    for slug in snapshot.info.documents:
        if worth(snapshot.texts.get(slug, "")) and (document := snapshot.document(slug)):
            yield document


def _all(
    snapshot: Snapshot, worth: Callable[[str], bool], read: Callable[[Document], tuple[_T, ...]]
) -> tuple[_T, ...]:
    return tuple(one for document in _documents(snapshot, worth) for one in read(document))


def _once(snapshot: Snapshot, key: str, read: Callable[[], _T]) -> _T:
    if key not in snapshot.memo:
        snapshot.memo[key] = read()
    kept: _T = snapshot.memo[key]
    return kept
