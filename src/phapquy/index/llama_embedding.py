"""The encoder as a LlamaIndex embedding, for the ingestion pipeline; imported only when building."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from phapquy.index.embedding import Encoder

EMBED_BATCH = 2048
"""Texts handed over at once (LlamaIndex's most): the encoder sorts them by length and makes its own runs."""


class PassageEmbedding(BaseEmbedding):  # type: ignore[misc]
    """Embed nodes with the passage prompt and queries with the query prompt of the installed model.

    LlamaIndex's own adapter leaves both prompts empty for a model given by path. Its cache of
    transformations is keyed by the public fields, so ``identity`` is one of them; the encoder is not.
    """

    identity: str = ""
    _encoder: Encoder = PrivateAttr()
    _progress: Callable[[int], None] | None = PrivateAttr(default=None)

    def __init__(self, encoder: Encoder, progress: Callable[[int], None] | None = None, **options: Any) -> None:
        """Wrap an open encoder; ``progress`` is called with the number of texts just embedded."""
        options.setdefault("embed_batch_size", EMBED_BATCH)
        super().__init__(model_name=encoder.name, identity=encoder.identity, **options)
        self._encoder = encoder
        self._progress = progress

    @classmethod
    def class_name(cls) -> str:
        """Return the name LlamaIndex records."""
        return "PassageEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._lists(self._encoder.encode_queries([query]))[0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._lists(self._encoder.encode_passages(texts, progress=self._progress))

    @staticmethod
    def _lists(vectors: Any) -> list[list[float]]:
        rows: list[list[float]] = vectors.tolist()
        return rows
