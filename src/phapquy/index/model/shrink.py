"""A smaller tokenizer made from the installed one: the same pieces for Vietnamese, a third of the memory.

The tokenizer of a multilingual model knows 250,000 pieces in all the scripts of the world; loaded, they take 285 MB,
more than everything else an answer needs. A piece can only stand in a text that holds all of its letters. So the pieces
whose letters are not those of Vietnamese or English can be left out, and any text without foreign letters is cut as
before, piece for piece: 97 MB. Measured on the 52,921 lines and passages of the corpus: no piece differs. The few texts
with a foreign letter go to the whole tokenizer (:mod:`phapquy.index.tokens`).

Made once, in a process of its own (reading the whole file takes the memory that is to be saved)::

    python -m phapquy.index.model.shrink <tokenizer.json> <folder>
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERSION = 1
"""Change it when other pieces are to be kept."""
TOKENIZER, IDS, SUMS = "tokenizer.json", "ids.npy", "sums.json"
_VOWELS, _TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SPECIAL = 4
"""The marks at the beginning of the list keep their numbers."""


def letters() -> frozenset[str]:
    """Return the letters of Vietnamese and English, whole and in both cases."""
    marked = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    small = {one for one in marked if len(one) == 1} | set("abcdefghijklmnopqrstuvwxyzđ")
    return frozenset(small | {one.upper() for one in small})


_LETTERS = letters()


def is_foreign(char: str) -> bool:
    """Whether a character is a letter, or a mark on one, that is neither Vietnamese nor English, or is not known."""
    kind = unicodedata.category(char)
    return char not in _LETTERS and (kind[0] in "LM" or kind == "Cn")


def shrink(source: Path, target: Path) -> None:
    """Write the smaller tokenizer into the folder ``target``; an empty folder where none can be made.

    Raises:
        OSError: the folder cannot be written.
    """
    aside = Path(tempfile.mkdtemp(prefix=".nho-", dir=target.parent))
    try:
        if made := _smaller(json.loads(source.read_text("utf-8"))):
            _write(aside, *made)
        aside.rename(target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _smaller(whole: dict[str, Any]) -> tuple[dict[str, Any], list[int]] | None:
    """Return the tokenizer with the kept pieces, and for each of them its number in the whole one."""
    model = whole.get("model", {})
    if model.get("type") != "Unigram" or model.get("byte_fallback"):
        return None
    vocabulary = model["vocab"]
    kept = list(_kept(vocabulary))
    # The price of an unknown character follows from the lowest score: it must be the same in both.
    if min(vocabulary[one][1] for one in kept) != min(score for _, score in vocabulary):
        return None
    places = {old: new for new, old in enumerate(kept)}
    added = [{**one, "id": places[one["id"]]} for one in whole.get("added_tokens", ()) if one["id"] in places]
    smaller = {**whole, "added_tokens": added, "model": {**model, "vocab": [vocabulary[one] for one in kept]}}
    return smaller, kept


def _kept(vocabulary: list[list[Any]]) -> Iterator[int]:
    for number, (piece, _) in enumerate(vocabulary):
        if number < _SPECIAL or not any(map(is_foreign, piece)):
            yield number


def _write(folder: Path, tokenizer: dict[str, Any], ids: list[int]) -> None:
    import numpy as np

    (folder / TOKENIZER).write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), "utf-8")
    np.save(folder / IDS, np.array(ids, dtype=np.int32))
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (TOKENIZER, IDS)}
    (folder / SUMS).write_text(json.dumps(sums), "utf-8")
    for name in (TOKENIZER, IDS, SUMS):
        with (folder / name).open("rb") as stream:
            os.fsync(stream.fileno())


def is_true(folder: Path) -> bool:
    """Whether a folder holds a smaller tokenizer as it was written."""
    try:
        sums = json.loads((folder / SUMS).read_text("utf-8"))
        return all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == sums[name] for name in (TOKENIZER, IDS))
    except (OSError, ValueError, KeyError, TypeError):
        return False


if __name__ == "__main__":
    shrink(Path(sys.argv[1]), Path(sys.argv[2]))
