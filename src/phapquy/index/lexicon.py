"""The lexicon: BM25 over three views of the same passages.

- ``folded``: syllables and bigrams without diacritics, so that a question typed without them loses nothing;
- ``marked``: the same with diacritics, so that well-typed words outrank their folded twins;
- ``words``: underthesea's words.

bm25s' own tokenizer drops one-letter tokens ("điểm a khoản 2" would lose a and 2), so it gets ours.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from phapquy.errors import SnapshotError
from phapquy.vietnamese.normalize import fold, syllables
from phapquy.vietnamese.segment import words

VIEWS = ("folded", "marked", "words")
_K1, _B = 1.2, 0.4
"""Lengths count little: a short point under a long title is not a short text. Measured, see docs/retrieval.md."""

FloatArray = npt.NDArray[np.float32]


def with_bigrams(tokens: Sequence[str]) -> list[str]:
    """Return the tokens followed by their neighbouring pairs joined with ``_``."""
    return [*tokens, *(f"{a}_{b}" for a, b in pairwise(tokens))]


def tokens_of(view: str, text: str) -> list[str]:
    """Return the tokens of a text in one of the :data:`VIEWS`."""
    if view == "words":
        return [word for word in words(text) if any(char.isalnum() for char in word)]
    plain = syllables(text)
    return with_bigrams([fold(token) for token in plain] if view == "folded" else plain)


class Lexicon:
    """BM25 scores of every passage for a question, in each view."""

    def __init__(self, indexes: dict[str, Any], size: int) -> None:
        self._indexes = indexes
        self.size = size

    @classmethod
    def build(cls, tokens: dict[str, list[list[str]]]) -> Lexicon:
        """Index the passages' tokens, given for each of the :data:`VIEWS` in the same order."""
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        indexes: dict[str, Any] = {}
        for view in VIEWS:
            index = bm25s.BM25(k1=_K1, b=_B, method="lucene")
            index.index(tokens[view], create_empty_token=True, show_progress=False)
            indexes[view] = index
        return cls(indexes, len(tokens[VIEWS[0]]))

    def save(self, folder: Path) -> None:
        """Write the three indexes below ``folder``."""
        for view, index in self._indexes.items():
            index.save(str(folder / view), show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> Lexicon:
        """Open the indexes memory-mapped.

        Raises:
            SnapshotError: a file is missing, damaged, or of another number of passages.
        """
        import bm25s

        indexes = {}
        for view in VIEWS:
            try:
                index = bm25s.BM25.load(str(folder / view), mmap=True, show_progress=False)
                held = int(index.scores["num_docs"])
            except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
                raise SnapshotError(
                    f"Chỉ mục từ vựng “{view}” hỏng hoặc thiếu. Hãy chạy: phapquy build --force"
                ) from error
            if held != size:
                raise SnapshotError(
                    f"Chỉ mục từ vựng “{view}” có {held} đoạn, cần {size}. Hãy chạy: phapquy build --force"
                )
            # Most tokens stand in several views, and in the snapshot before: one string for all of them.
            index.vocab_dict = {sys.intern(token): number for token, number in index.vocab_dict.items()}
            indexes[view] = index
        return cls(indexes, size)

    def scores(self, view: str, tokens: Iterable[str]) -> FloatArray:
        """Return the BM25 score of every passage for the tokens of a question; zeros if none is known."""
        index = self._indexes[view]
        known = [token for token in tokens if token in index.vocab_dict]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(index.get_scores(known), dtype=np.float32)

    def document_frequency(self, view: str, token: str) -> int:
        """Return in how many passages a token of a view occurs."""
        index = self._indexes[view]
        number = index.vocab_dict.get(token)
        if number is None:
            return 0
        pointers = index.scores["indptr"]
        return int(pointers[number + 1] - pointers[number])
