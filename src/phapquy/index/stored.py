"""The documents of a snapshot as a mapping and as a corpus, each tree built when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.consolidate import Consolidator
from phapquy.corpus.manifest import Manifest
from phapquy.corpus.references import Resolver
from phapquy.errors import TextError
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


class StoredCorpus:
    """A snapshot as the corpus in which references are resolved."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @property
    def manifest(self) -> Manifest:
        """The documents' facts."""
        return self._snapshot.manifest

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The known amendments."""
        return self._snapshot.validity.amendments

    def document(self, slug: str) -> Document:
        """Return a document as a tree.

        Raises:
            TextError: the snapshot does not hold it.
        """
        document = self._snapshot.document(slug)
        if document is None:
            raise TextError(f"Chỉ mục không có văn bản {slug}. Hãy chạy: phapquy build")
        return document


def resolver(snapshot: Snapshot) -> Resolver:
    """Return the resolver of a snapshot's references, made once."""
    kept = snapshot.memo.get("resolver")
    if not isinstance(kept, Resolver):
        kept = snapshot.memo["resolver"] = Resolver(StoredCorpus(snapshot))
    return kept


def consolidator(snapshot: Snapshot) -> Consolidator:
    """Return the consolidator of a snapshot's wordings, made once."""
    kept = snapshot.memo.get("consolidator")
    if not isinstance(kept, Consolidator):
        kept = snapshot.memo["consolidator"] = Consolidator(StoredDocuments(snapshot), snapshot.validity)
    return kept
