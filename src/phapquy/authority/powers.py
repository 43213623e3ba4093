"""All powers that the texts of a snapshot give, on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from phapquy.authority.clauses import stored_clause, stored_clauses
from phapquy.authority.given import given_powers
from phapquy.authority.kept import keep_powers, load_powers
from phapquy.authority.power import Power
from phapquy.authority.reading import Reader
from phapquy.authority.renamed import with_new_names
from phapquy.authority.reworded import reworded_clauses
from phapquy.authority.standing import rearranges_one_place
from phapquy.authority.topics import field_of_title
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId


def powers(snapshot: Snapshot, day: date) -> tuple[Power, ...]:
    """List the powers in force on a day, in the order of the documents; read once per snapshot."""
    return tuple(one for one in all_powers(snapshot) if one.covers(day))


def all_powers(snapshot: Snapshot) -> tuple[Power, ...]:
    """List the powers of every day, each with its days; kept beside the snapshot for the next process."""
    held: tuple[Power, ...] | None = snapshot.memo.get("powers")
    if held is None:
        held = snapshot.memo["powers"] = load_powers(snapshot) or _read_and_kept(snapshot)
    return held


def _read_and_kept(snapshot: Snapshot) -> tuple[Power, ...]:
    read = tuple(with_new_names(_read(snapshot), snapshot))
    found = (*read, *given_powers(read, snapshot))
    keep_powers(snapshot, found)
    return found


def powers_of(snapshot: Snapshot, slug: str) -> tuple[Power, ...]:
    """List the powers that the clauses of one document give, of every day; reads that document only."""
    key = f"powers {slug}"
    kept: tuple[Power, ...] | None = snapshot.memo.get(key)
    if kept is None:
        kept = snapshot.memo[key] = tuple(_of_document(snapshot, slug))
    return kept


def powers_at(snapshot: Snapshot, provision: ProvisionId) -> tuple[Power, ...]:
    """List the powers that the stored words of one provision give, without reading its whole document."""
    document = snapshot.document(provision.slug)
    clause = stored_clause(document, provision) if document else None
    if document is None or clause is None:
        return ()
    key = f"powers at {provision}"
    kept: tuple[Power, ...] | None = snapshot.memo.get(key)
    if kept is None:
        reader = Reader(snapshot, field_of_title(snapshot.entry(provision.slug).title))
        span = snapshot.validity.of(provision)
        found = reader.read(clause, document.text)
        dated = (replace(one, start=span.start, end=span.end) for one in found)
        kept = snapshot.memo[key] = tuple(with_new_names(dated, snapshot))
    return kept


def _read(snapshot: Snapshot) -> Iterator[Power]:
    for slug in snapshot.info.documents:
        if not rearranges_one_place(slug, snapshot):
            yield from powers_of(snapshot, slug)


def _of_document(snapshot: Snapshot, slug: str) -> Iterator[Power]:
    document = snapshot.document(slug)
    if document is None:
        return
    reader = Reader(snapshot, field_of_title(snapshot.entry(slug).title))
    for clause in stored_clauses(document):
        found = tuple(reader.read(clause, document.text))
        if found:
            span = snapshot.validity.of(clause.identity)
            yield from (replace(one, start=span.start, end=span.end) for one in found)
    for text, clause in reworded_clauses(snapshot, slug):
        yield from reader.read(clause, text)
