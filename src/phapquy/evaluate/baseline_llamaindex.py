"""LlamaIndex as it comes: sentence splitter of 512 / 64, one vector a chunk, the nearest chunks.

The embedding model is the same as the assistant's, so the difference is the cutting and the searching.
A chunk counts as finding every provision it overlaps, which is generous: it may hold three articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from phapquy.evaluate.citations import groups_met
from phapquy.evaluate.dataset import Case
from phapquy.evaluate.retrieval import CUTOFFS, MRR_CUTOFF, RETRIEVAL_DEPTHS

if TYPE_CHECKING:
    from phapquy.law.provision import Document

CHUNK_TOKENS, OVERLAP_TOKENS = 512, 64


def llamaindex_figures(documents: Iterable[Document], cases: Sequence[Case], embedding: Any) -> Mapping[str, float]:
    """Index the documents with LlamaIndex's defaults and judge what it finds.

    Args:
        documents: the parsed texts; they are cut by the splitter, not by their structure.
        cases: the questions; those that need no basis are left out.
        embedding: a LlamaIndex embedding model.

    Returns:
        Figures named as in :func:`phapquy.evaluate.retrieval.retrieval_figures`, a place in the ranking
        being a chunk.
    """
    from llama_index.core import Document as Source
    from llama_index.core import VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    held = {document.slug: document for document in documents}
    sources = [Source(text=document.text, id_=slug) for slug, document in held.items()]
    splitter = SentenceSplitter(chunk_size=CHUNK_TOKENS, chunk_overlap=OVERLAP_TOKENS)
    nodes = splitter.get_nodes_from_documents(sources)
    found = VectorStoreIndex(nodes, embed_model=embedding)
    retriever = found.as_retriever(similarity_top_k=max(CUTOFFS))
    judged = [case for case in cases if case.cite]
    rankings = [
        [provisions_in(held[hit.node.ref_doc_id], hit.node.start_char_idx, hit.node.end_char_idx) for hit in hits]
        for hits in (retriever.retrieve(case.question) for case in judged)
    ]
    return chunk_figures(judged, rankings)


def provisions_in(document: Document, start: int | None, end: int | None) -> list[str]:
    """Return the ids of the provisions whose own words overlap ``[start, end)``; none for an unplaced chunk."""
    if start is None or end is None:
        return []
    nodes = document.provisions.items()
    return [str(identity) for identity, node in nodes if node.start < end and start < node.own_end]


def chunk_figures(cases: Sequence[Case], rankings: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    """Average over questions; ``rankings`` holds for each the chunks, best first, as the ids they overlap."""
    figures: dict[str, float] = {}
    if not cases:
        return figures
    pairs = list(zip(cases, rankings, strict=True))
    for depth in RETRIEVAL_DEPTHS:
        for cutoff in CUTOFFS:
            shares = [_share(case, chunks[:cutoff], depth) for case, chunks in pairs]
            figures[f"all_{depth}@{cutoff}"] = sum(share == 1.0 for share in shares) / len(shares)
            figures[f"recall_{depth}@{cutoff}"] = sum(shares) / len(shares)
        ranks = [_reciprocal_rank(case, chunks, depth) for case, chunks in pairs]
        figures[f"mrr_{depth}@{MRR_CUTOFF}"] = sum(ranks) / len(ranks)
    return figures


def _share(case: Case, chunks: Sequence[Sequence[str]], depth: str) -> float:
    return groups_met(case.cite, (one for chunk in chunks for one in chunk), depth) / len(case.cite)


def _reciprocal_rank(case: Case, chunks: Sequence[Sequence[str]], depth: str) -> float:
    for rank, chunk in enumerate(chunks[:MRR_CUTOFF], start=1):
        if groups_met(case.cite, chunk, depth):
            return 1 / rank
    return 0.0
