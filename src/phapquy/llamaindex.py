"""LlamaIndex adapters over the knowledge base, for pipelines of one's own.

Nodes carry the verbatim text of a provision with its id and offsets; nothing here calls a language model.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from phapquy.assistant import KnowledgeBase


class ProvisionRetriever(BaseRetriever):  # type: ignore[misc]
    """Retrieve provisions in force on a day as LlamaIndex nodes, best first."""

    def __init__(self, kb: KnowledgeBase, *, as_of: date | None = None, limit: int = 10) -> None:
        """Search ``kb`` by the law of ``as_of`` (today by default) for at most ``limit`` provisions."""
        self._kb = kb
        self._as_of = as_of
        self._limit = limit
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[Any]:
        result = self._kb.search(query_bundle.query_str, self._as_of, self._limit)
        return [NodeWithScore(node=self._node(str(hit.id)), score=hit.score) for hit in result.hits]

    def _node(self, identity: str) -> Any:
        view = self._kb.article(identity, self._as_of)
        start, end = view.spans[0] if view.spans else (0, len(view.text))
        metadata = {"id": identity, "label": view.label, "document": view.document, "url": view.url}
        metadata["doubts"] = "; ".join(view.doubts)
        return TextNode(
            id_=identity,
            text=view.text[start:end],
            metadata=metadata,
            excluded_embed_metadata_keys=list(metadata),
            start_char_idx=start,
            end_char_idx=end,
        )
