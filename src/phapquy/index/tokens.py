"""Text as the pieces of the model: by a small tokenizer where that is the same, by the whole one else."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phapquy.index.model.shrink import IDS, TOKENIZER, VERSION, is_foreign, is_true

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

_MAKE_SECONDS = 60
_IMPORTABLE = str(Path(__file__).resolve().parents[2])


class Tokens:
    """Cuts texts for one model. Safe to use from several threads.

    Args:
        path: the whole tokenizer.
        sha256: its hash, by which a smaller one made from it is known.
        max_tokens: where texts are cut off, marks included.
    """

    def __init__(self, path: Path, sha256: str, max_tokens: int) -> None:
        self._path = path
        self._max = max_tokens
        self._lock = threading.Lock()
        small = _small(path, sha256)
        self._small = _open(small / TOKENIZER, max_tokens) if small else None
        self._ids = _numbers(small / IDS) if small else None
        self._whole: Tokenizer | None = None if small else _open(path, max_tokens)

    def ids(self, texts: Sequence[str], *, keep: bool) -> list[list[int]]:
        """Return the numbers of each text's pieces, with the marks, cut at the window.

        Args:
            texts: in NFC.
            keep: keep the whole tokenizer once a text needs it: not for a question, which seldom does, for 285 MB.
        """
        if self._small is None or self._ids is None:
            return [one.ids for one in self._all(keep=True).encode_batch(list(texts))]
        foreign = [place for place, text in enumerate(texts) if _has_foreign(text)]
        rows = [self._ids[one.ids].tolist() for one in self._small.encode_batch(list(texts))]
        if foreign:
            whole = self._all(keep=keep).encode_batch([texts[place] for place in foreign])
            for place, one in zip(foreign, whole, strict=True):
                rows[place] = one.ids
        return rows

    def parts(self, text: str) -> list[Encoding]:
        """Return a text without marks; what the window cuts off follows as further parts. Their ids are no model's."""
        foreign = self._small is None or _has_foreign(text)
        cutter = self._all(keep=True) if foreign else self._small
        assert cutter is not None
        first = cutter.encode(text, add_special_tokens=False)
        return [first, *first.overflowing]

    def _all(self, *, keep: bool) -> Tokenizer:
        with self._lock:
            whole = self._whole or _open(self._path, self._max)
            if keep:
                self._whole = whole
            return whole


def _has_foreign(text: str) -> bool:
    return any(map(_foreign, unicodedata.normalize("NFKC", text)))


_foreign = lru_cache(maxsize=4096)(is_foreign)


def _small(path: Path, sha256: str) -> Path | None:
    """Return the folder of the smaller tokenizer, made now if it can be; None where there is none."""
    folder = path.parent.parent / f"tach-tu-{VERSION}-{sha256[:16]}"
    if not folder.is_dir() and os.access(folder.parent, os.W_OK):
        _make(path, folder)
    return folder if is_true(folder) else None


def _make(path: Path, folder: Path) -> None:
    """Make it in a process of its own; one that fails leaves everything to the whole tokenizer."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([_IMPORTABLE, os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "phapquy.index.model.shrink", str(path), str(folder)]
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=_MAKE_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return


def _numbers(path: Path) -> Any:
    import numpy as np

    return np.load(path, allow_pickle=False)


def _open(path: Path, max_tokens: int) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    tokenizer.encode_special_tokens = True  # "</s>" typed in a question is text, not a mark
    return tokenizer
