"""The unit history of a snapshot, read once out of its resolutions and digests."""

from __future__ import annotations

from phapquy.index.snapshot import Snapshot
from phapquy.units.districts import shipped_places
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.history import read_history, tells_of_units
from phapquy.units.placing import shipped_supplement


def gazetteer(snapshot: Snapshot) -> Gazetteer:
    """Return the names of all units of a snapshot, old and new, with their history."""
    kept = snapshot.memo.get("gazetteer")
    if not isinstance(kept, Gazetteer):
        slugs = [slug for slug in snapshot.info.documents if tells_of_units(snapshot.texts.get(slug, ""))]
        documents = filter(None, map(snapshot.document, slugs))
        history = read_history(documents, shipped_places(), shipped_supplement())
        kept = snapshot.memo["gazetteer"] = Gazetteer(history)
    return kept
