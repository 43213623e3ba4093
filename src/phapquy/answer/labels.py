"""Ids in words: how the clauses that an answer mentions are cited."""

from __future__ import annotations

from collections.abc import Iterable

from phapquy.index.snapshot import Snapshot
from phapquy.law.label import place_label
from phapquy.law.provision import ProvisionId


def labels_of(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """Put ids into words where the snapshot holds the provision; a document's number stays as it is."""
    out: dict[str, str] = {}
    for text in ids:
        try:
            identity = ProvisionId.parse(text)
            document = snapshot.document(identity.slug)
            if document is not None:
                out[text] = place_label(document, identity, snapshot.entry(identity.slug).cite_as)
        except (ValueError, KeyError):
            continue
    return out
