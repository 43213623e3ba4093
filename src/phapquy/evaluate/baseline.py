"""The simplest ranking worth comparing with: BM25 over folded syllables and bigrams, nothing else.

No restoring of diacritics, no abbreviations, no meaning, no law of the day. What the assistant's own
search gains is what it finds beyond this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from phapquy.evaluate.dataset import Case
from phapquy.evaluate.retrieval import Ranked, retrieval_figures
from phapquy.vietnamese.normalize import fold

_SYLLABLE = re.compile(r"\w+")
LIMIT = 20


def tokens(text: str) -> list[str]:
    """Return the folded syllables and their bigrams, one-character tokens included."""
    single = _SYLLABLE.findall(fold(text))
    return single + [f"{left} {right}" for left, right in pairwise(single)]


class Bm25Ranking:
    """A BM25 index over whole provisions."""

    def __init__(self, passages: Iterable[tuple[str, str]]) -> None:
        import bm25s

        self._ids: list[str] = []
        texts: list[list[str]] = []
        for identity, text in passages:
            self._ids.append(identity)
            texts.append(tokens(text))
        self._known = {token for text in texts for token in text}
        self._index: Any = bm25s.BM25()
        if texts:
            self._index.index(texts, show_progress=False)

    def rank(self, question: str, limit: int = LIMIT) -> tuple[Ranked, ...]:
        """Return the best provisions, best first; those without a common token are left out."""
        asked = [token for token in tokens(question) if token in self._known]
        if not asked:
            return ()
        found, scores = self._index.retrieve([asked], k=min(limit, len(self._ids)), show_progress=False)
        pairs = zip(found[0].tolist(), scores[0].tolist(), strict=True)
        return tuple(Ranked(self._ids[place], score) for place, score in pairs if score > 0)


def bm25_figures(passages: Iterable[tuple[str, str]], cases: Sequence[Case]) -> Mapping[str, float]:
    """Return the retrieval figures of the baseline over (provision id, text) pairs."""
    ranking = Bm25Ranking(passages)
    return retrieval_figures(cases, {case.id: ranking.rank(case.question) for case in cases if case.cite})
