"""The wording of the day for what an answer quotes."""

from __future__ import annotations

from datetime import date

from phapquy.answer.evidence import Evidence, gather
from phapquy.corpus.consolidate import Consolidator
from phapquy.corpus.wording import State
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import StoredDocuments
from phapquy.law.provision import ProvisionId


def consolidator(snapshot: Snapshot) -> Consolidator:
    """Return the consolidator of a snapshot, made once."""
    kept = snapshot.memo.get("consolidator")
    if not isinstance(kept, Consolidator):
        kept = Consolidator(StoredDocuments(snapshot), snapshot.validity)
        snapshot.memo["consolidator"] = kept
    return kept


def of_day(one: Evidence, snapshot: Snapshot, day: date) -> Evidence:
    """Return evidence with the wording in force on a day, where an amendment gave it anew; else as it is."""
    wording = consolidator(snapshot).wording(one.identity, day)
    if wording.state is not State.IN_FORCE or not wording.pieces:
        return one
    piece = wording.pieces[0]
    if piece.source == one.identity or piece.source.slug == one.identity.slug:
        return one
    document = snapshot.document(piece.source.slug)
    return one.worded(document, piece.source, piece.span) if document else one


def inserted(snapshot: Snapshot, identity: ProvisionId, day: date) -> Evidence | None:
    """Return the clause that inserted a provision the stored text does not have, if one did by that day."""
    wording = consolidator(snapshot).wording(identity, day)
    if wording.state is not State.IN_FORCE or not wording.pieces:
        return None
    return gather(snapshot, wording.pieces[0].source, 1.0, ())
