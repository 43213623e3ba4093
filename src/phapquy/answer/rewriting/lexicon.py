"""The words that mean the same, read once from ``lexicon.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from phapquy.answer.rewriting.units import Kind

Words = tuple[str, ...]
LEVEL_WORDS = frozenset(
    ["xã", "phường", "đặc", "khu", "tỉnh", "huyện", "quận", "thành", "phố", "cấp", "trung", "ương", "thôn"]
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a run of words stands for; a free one stands for nothing."""

    kind: Kind
    key: str
    free: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The runs of words that are known, and the length of the longest."""

    meanings: dict[Words, Meaning]
    longest: int

    def longest_run(self, words: Words) -> tuple[int, Meaning] | None:
        """Return the longest known run that ``words`` begin with, with what it means."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if meaning := self.meanings.get(words[:size]):
                return size, meaning
        return None


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the table.

    Raises:
        ValueError: a run of words stands in two rows.
    """
    table = tomllib.loads(files("phapquy.answer.rewriting").joinpath("lexicon.toml").read_text("utf-8"))
    meanings: dict[Words, Meaning] = {}

    def add(words: str, meaning: Meaning) -> None:
        run = tuple(words.split())
        if run in meanings:
            raise ValueError(f"lexicon.toml: {words!r} stands in two rows")
        meanings[run] = meaning

    for words in table["free"]:
        add(words, Meaning(Kind.WORD, words, free=True))
    for words in table["optional"]:
        add(words, Meaning(Kind.WORD, words, optional=True))
    for row in table["same"]:
        for words in row["words"]:
            add(words, Meaning(Kind(row.get("kind", "word")), row["words"][0]))
    return Lexicon(meanings, max(map(len, meanings)))
