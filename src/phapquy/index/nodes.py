"""LlamaIndex pieces of the build: a reader over the library and a parser that cuts provisions.

Imported only when an index is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from llama_index.core.node_parser import NodeParser
from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import BaseNode, Document, TextNode

from phapquy.corpus.library import Library
from phapquy.index.passages import PLAIN_PART, Passage, passages_of, plain_passages

_FIELDS = ("id", "slug", "part", "start", "end", "title", "lead", "text", "plain")


class LibraryReader(BaseReader):  # type: ignore[misc]
    """Read the library's checked texts as LlamaIndex documents, one a legal document."""

    def __init__(self, library: Library, recipe: str) -> None:
        self._library = library
        self._recipe = recipe

    def load_data(self, *args: Any, **load_kwargs: Any) -> list[Document]:
        """Return the documents named by ``slugs`` (all available ones by default).

        The recipe (model, normaliser and passage versions) is part of the metadata and so of the document's
        hash: a document is embedded again when its text or the recipe changed, and only then.
        """
        slugs: Sequence[str] = load_kwargs.get("slugs") or self._library.answerable()
        return [
            Document(
                id_=slug,
                text=self._library.held(slug).text if self._library.stands_in(slug) else self._library.text(slug),
                metadata={
                    "slug": slug,
                    "name": self._library.entry(slug).title,
                    "recipe": self._recipe,
                    "plain": self._library.plain_hash(slug),
                },
            )
            for slug in slugs
        ]


class ProvisionParser(NodeParser):  # type: ignore[misc]
    """Cut a legal document into one node a passage (clause, point, lead-in or part of a long one)."""

    library: Any
    count_tokens: Callable[[str], int]
    max_tokens: int

    @classmethod
    def class_name(cls) -> str:
        """Name of the transformation."""
        return "ProvisionParser"

    def _parse_nodes(self, nodes: Sequence[BaseNode], show_progress: bool = False, **kwargs: Any) -> list[BaseNode]:
        return [_node(passage, node) for node in nodes for passage in self._passages(node)]

    def _passages(self, node: BaseNode) -> Iterator[Passage]:
        slug, name = node.metadata["slug"], node.metadata["name"]
        document = self.library.held(slug)
        yield from passages_of(document, name, self.count_tokens, self.max_tokens)
        told = self.library.stands_in(slug)  # then the plain words are the document's own words already
        for passage in plain_passages(document, name, self.library.plain(slug)):
            if not (told and passage.part == PLAIN_PART):
                yield passage


def _node(passage: Passage, source: BaseNode) -> TextNode:
    metadata = {name: getattr(passage, name) for name in _FIELDS}
    return TextNode(
        id_=f"{passage.id}#{passage.part}",
        text=passage.body,
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
        excluded_llm_metadata_keys=list(metadata),
        relationships={},
    )


def passage_of(node: BaseNode) -> Passage:
    """Return the passage a node was made from."""
    return Passage(**{name: node.metadata[name] for name in _FIELDS})
