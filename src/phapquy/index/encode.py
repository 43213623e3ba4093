"""Passages and vectors of documents, through LlamaIndex's ingestion pipeline.

The pipeline's docstore knows the hash of every document it has seen: one that did not change since the
previous snapshot is not encoded again, its passages and vectors are taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from phapquy.corpus.library import Library
from phapquy.index.embedding import Encoder
from phapquy.index.passages import Passage
from phapquy.index.snapshot import Snapshot

Progress = Callable[[str, float], None]
FloatArray = npt.NDArray[np.float32]


@dataclass
class Encoded:
    """Passages with their vectors, in the order of the documents."""

    passages: list[Passage] = field(default_factory=list)
    parts: list[FloatArray] = field(default_factory=list)
    reused: int = 0
    """Documents taken over from the previous snapshot."""

    @property
    def vectors(self) -> FloatArray:
        """All vectors, shape (passages, dimension)."""
        return np.concatenate(self.parts)

    def add(self, passages: Sequence[Passage], vectors: FloatArray) -> None:
        """Append one document's passages and vectors."""
        self.passages.extend(passages)
        self.parts.append(vectors)


class DocumentEncoder:
    """Encodes documents one after another, skipping what the previous snapshot already has."""

    def __init__(self, library: Library, encoder: Encoder, recipe: str, previous: Snapshot | None) -> None:
        from llama_index.core.ingestion import DocstoreStrategy, IngestionPipeline
        from llama_index.core.storage.docstore import SimpleDocumentStore

        from phapquy.index.llama_embedding import PassageEmbedding
        from phapquy.index.nodes import LibraryReader, ProvisionParser

        self._library = library
        self._dimension = encoder.dimension
        self._known = _by_slug(previous)
        self._reader = LibraryReader(library, recipe)
        path = str(previous.info.path / "docstore.json") if previous else None
        self._docstore = SimpleDocumentStore.from_persist_path(path) if path else SimpleDocumentStore()
        parser = ProvisionParser(library=library, count_tokens=encoder.count_tokens, max_tokens=encoder.passage_room())
        self._pipeline = IngestionPipeline(
            transformations=[parser, PassageEmbedding(encoder=encoder)],
            docstore=self._docstore,
            docstore_strategy=DocstoreStrategy.DUPLICATES_ONLY,
            disable_cache=True,
        )

    def run(self, slugs: Sequence[str], report: Progress) -> Encoded:
        """Encode the documents; ``report`` gets a line and the share done (0 to 0.9)."""
        documents = self._reader.load_data(slugs=slugs)
        sizes = [len(document.text) for document in documents]
        out, done = Encoded(), 0
        for document, size in zip(documents, sizes, strict=True):
            report(f"Lập chỉ mục {self._library.entry(document.id_).cite_as}", 0.9 * done / max(1, sum(sizes)))
            known = self._known.get(document.id_)
            if known and self._docstore.get_document_hash(document.id_) == document.hash:
                out.add(*known)
                out.reused += 1
            else:
                out.add(*self._encode(document))
            done += size
        return out

    def _encode(self, document: object) -> tuple[list[Passage], FloatArray]:
        from phapquy.index.nodes import passage_of

        slug: str = document.id_  # type: ignore[attr-defined]
        self._docstore.delete_document(slug, raise_error=False)
        nodes = self._pipeline.run(documents=[document], store_doc_text=False)
        vectors = np.array([node.embedding for node in nodes], dtype=np.float32).reshape(-1, self._dimension)
        return [passage_of(node) for node in nodes], vectors

    def save(self, folder: Path) -> None:
        """Keep the hashes for the next build."""
        self._docstore.persist(str(folder / "docstore.json"))


def title_vectors(titles: Sequence[str], encoder: Encoder, previous: Snapshot | None) -> FloatArray:
    """Return the vectors of the article titles; known ones come from the previous snapshot."""
    known: dict[str, FloatArray] = {}
    if previous is not None:
        store = previous.title_vectors
        pairs = zip(previous.passages, previous.title_of, strict=True)
        known = {passage.title: store.reconstruct(int(number)) for passage, number in pairs}
    new = [title for title in titles if title not in known]
    if new:
        known.update(zip(new, encoder.encode_passages(new), strict=True))
    return np.stack([known[title] for title in titles]).astype(np.float32)


def _by_slug(previous: Snapshot | None) -> dict[str, tuple[list[Passage], FloatArray]]:
    """Passages and vectors of the previous snapshot, by document."""
    if previous is None:
        return {}
    numbers: dict[str, list[int]] = {}
    for number, passage in enumerate(previous.passages):
        numbers.setdefault(passage.slug, []).append(number)
    store = previous.body_vectors
    return {
        slug: (
            [previous.passages[number] for number in held],
            np.stack([store.reconstruct(number) for number in held]).astype(np.float32),
        )
        for slug, held in numbers.items()
    }
