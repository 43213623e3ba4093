"""The documents of a snapshot as a mapping, each tree built when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import Document


class StoredDocuments(Mapping[str, Document]):
    """The documents by slug."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __getitem__(self, slug: str) -> Document:
        document = self._snapshot.document(slug)
        if document is None:
            raise KeyError(slug)
        return document

    def __iter__(self) -> Iterator[str]:
        return iter(self._snapshot.info.documents)

    def __len__(self) -> int:
        return len(self._snapshot.info.documents)
