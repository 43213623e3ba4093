"""General Vietnamese for the model of syllables: words that questions use and statutes do not.

Our own phrases are in ``everyday.txt``. The installed segmenter carries a list of compound words and a
tagged sample of newspaper sentences; they are counted where they lie and nothing of them is copied here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class General:
    """Lines of general Vietnamese, by where they come from; empty when the segmenter is not installed."""

    phrases: tuple[str, ...]
    news: tuple[str, ...]
    word_list: tuple[str, ...]
    """Words of two and more syllables."""


def general_vietnamese() -> General:
    """Read our phrases and the segmenter's lists."""
    phrases = (files("phapquy.vietnamese") / "everyday.txt").read_text("utf-8").splitlines()
    own = tuple(phrase for phrase in phrases if phrase.strip() and not phrase.startswith("#"))
    spec = find_spec("underthesea")
    if spec is None or not spec.origin:
        return General(own, (), ())
    root = Path(spec.origin).parent
    lists = sorted(root.glob("corpus/data/Viet74K.txt"))
    tagged = sorted(root.glob("pipeline/pos_tag/models/*/test_output.txt"))
    words = tuple(line for path in lists for line in _read(path).splitlines() if " " in line.strip())
    return General(own, tuple(line for path in tagged for line in _untagged(_read(path))), words)


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _untagged(text: str) -> Iterator[str]:
    """Yield the sentences of a file with one tagged word a line and an empty line between sentences."""
    for sentence in text.split("\n\n"):
        yield " ".join(line.split("\t")[0] for line in sentence.splitlines())
