"""Store unit vectors under integer ids and find the nearest among those allowed.

FAISS compares exhaustively (``IDMap2,Flat``, inner product: the cosine of unit vectors). That is exact,
0.04 ms for a thousand vectors and 6 ms for a hundred thousand, and lets a search be limited beforehand
to a set of ids: the provisions in force on a day are chosen first and only they compete.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from phapquy.errors import SnapshotError

if TYPE_CHECKING:
    from collections.abc import Sequence

FACTORY = "IDMap2,Flat"
_BITMAP_LIMIT = 1 << 27
"""Largest id for which the set of allowed ids becomes a bitmap (at most 16 MB); beyond, a hash set."""

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]


class VectorIndex:
    """Vectors of one dimension under unique ids. Searches may run in several threads at once."""

    def __init__(self, index: Any) -> None:
        """Wrap a FAISS index; use :meth:`build` or :meth:`load`."""
        self._index = index

    @classmethod
    def build(cls, ids: NDArray[np.integer[Any]] | Sequence[int], vectors: Vectors) -> VectorIndex:
        """Index ``vectors`` (n, d) under ``ids`` (n,).

        Raises:
            ValueError: the shapes do not agree, an id occurs twice, or a number is not finite.
        """
        faiss = _faiss()
        numbers = np.ascontiguousarray(ids, dtype=np.int64)
        rows = np.ascontiguousarray(vectors, dtype=np.float32)
        if rows.ndim != 2 or numbers.shape != (len(rows),):  # noqa: PLR2004
            raise ValueError(f"one id per vector expected, got ids {numbers.shape} and vectors {rows.shape}")
        if len(np.unique(numbers)) != len(numbers):
            raise ValueError("ids must be unique")
        if not np.isfinite(rows).all():
            raise ValueError("vectors must be finite")
        index = faiss.index_factory(rows.shape[1], FACTORY, faiss.METRIC_INNER_PRODUCT)
        index.add_with_ids(rows, numbers)
        return cls(index)

    @classmethod
    def load(cls, path: Path, dimension: int, count: int) -> VectorIndex:
        """Read an index and check that it is what the snapshot's manifest says.

        Raises:
            SnapshotError: the file is missing or damaged, or has another dimension or number of vectors.
        """
        faiss = _faiss()
        try:
            with path.open("rb") as stream:  # a path with letters of its own is opened by Python, not by FAISS
                index = faiss.read_index(faiss.PyCallbackIOReader(stream.read))
        except (OSError, RuntimeError, MemoryError, ValueError) as error:
            raise _damaged(path, "không đọc được") from error
        if not isinstance(index, faiss.IndexIDMap2):
            raise _damaged(path, "sai kiểu chỉ mục")
        if index.d != dimension or index.metric_type != faiss.METRIC_INNER_PRODUCT:
            raise _damaged(path, f"số chiều là {index.d}, cần {dimension}")
        if index.ntotal != count:
            raise _damaged(path, f"có {index.ntotal} vectơ, cần {count}")
        return cls(index)

    def save(self, path: Path) -> None:
        """Write the index and force it to disk."""
        faiss = _faiss()
        with path.open("wb") as stream:
            faiss.serialize_index(self._index).tofile(stream)
            stream.flush()
            os.fsync(stream.fileno())

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._index.d)

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Vectors]:
        """Return the ids and cosines of the ``k`` nearest vectors, best first; fewer when there are fewer.

        Args:
            query: one unit vector, shape (dimension,).
            k: how many are wanted.
            allowed: the ids that may be returned; None allows all, an empty array none.

        Raises:
            ValueError: the query has another dimension.
        """
        faiss = _faiss()
        row = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        if row.shape[1] != self.dimension:
            raise ValueError(f"query of dimension {row.shape[1]}, index of {self.dimension}")
        wanted = min(k, len(self) if allowed is None else len(allowed))
        if wanted <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if allowed is None:
            scores, ids = self._index.search(row, wanted)
        else:
            # FAISS keeps only a pointer to the selector: the name must live until the search is over.
            selector = _selector(np.ascontiguousarray(allowed, dtype=np.int64))
            scores, ids = self._index.search(row, wanted, params=faiss.SearchParameters(sel=selector))
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]

    def reconstruct(self, number: int) -> Vectors:
        """Return the stored vector of an id.

        Raises:
            KeyError: no vector has this id.
        """
        try:
            return np.asarray(self._index.reconstruct(int(number)), np.float32)
        except RuntimeError as error:
            raise KeyError(number) from error

    def rows(self, numbers: Sequence[int]) -> Vectors:
        """Return the stored vectors of some ids, shape (n, dimension), in one piece of memory.

        Raises:
            KeyError: one of the ids has no vector.
        """
        out = np.empty((len(numbers), self.dimension), np.float32)
        for place, number in enumerate(numbers):
            out[place] = self.reconstruct(number)
        return out


@lru_cache(maxsize=1)
def _faiss() -> Any:
    """Import FAISS when it is first needed; its stubs do not know the constructors that Python adds.

    One thread: over 17,000 vectors two threads are no faster (3.3 against 3.1 ms in one run) and, beside the
    encoder's own threads, three times slower at the 95th percentile (9.3 against 3.7 ms).
    """
    import faiss

    faiss.omp_set_num_threads(1)
    return faiss


def _selector(allowed: Ids) -> Any:
    """Return a FAISS selector: a bitmap (faster, whatever the number allowed), or a set for huge ids."""
    faiss = _faiss()
    if allowed.min() < 0 or allowed.max() >= _BITMAP_LIMIT:
        return faiss.IDSelectorBatch(allowed)
    mask = np.zeros(int(allowed.max()) + 1, np.bool_)
    mask[allowed] = True
    return faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))


def _damaged(path: Path, what: str) -> SnapshotError:
    return SnapshotError(
        f"Chỉ mục vectơ {path.name} bị hỏng hoặc không khớp ({what}). Hãy dựng lại chỉ mục: phapquy build"
    )


_EXACT_UP_TO = 8_192
"""Vectors up to which each is compared with each (0.6 s); beyond, only with those of the nearest cells."""
_CELLS_LOOKED_IN = 6
_TRAINED_ON = 24_000


def neighbours(vectors: Vectors, k: int) -> Ids:
    """Return for each vector the places of its ``k`` nearest, itself among them; -1 where there are fewer.

    Above some thousand vectors the space is cut into about sqrt(n) cells (k-means) and a vector is compared with those
    of the nearest cells only: the time grows with n^1.5, not with n^2, and a few neighbours are missed.

    Args:
        vectors: unit vectors, shape (n, d).
        k: how many are wanted.
    """
    faiss = _faiss()
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    if len(rows) <= _EXACT_UP_TO:
        index = faiss.IndexFlatIP(rows.shape[1])
    else:
        quantiser = faiss.IndexFlatIP(rows.shape[1])
        index = faiss.IndexIVFFlat(quantiser, rows.shape[1], int(len(rows) ** 0.5), faiss.METRIC_INNER_PRODUCT)
        index.cp.niter = 5
        index.cp.seed = 1
        step = max(1, len(rows) // _TRAINED_ON)
        index.train(np.ascontiguousarray(rows[::step]))
        index.nprobe = _CELLS_LOOKED_IN
    index.add(rows)
    _, ids = index.search(rows, min(k, len(rows)))
    return np.asarray(ids, np.int64)
