"""The words of a provision on a day as one text that remembers where each part was cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from phapquy.checking.report import Words
from phapquy.checking.shelf import Shelf
from phapquy.checking.words import TOKEN
from phapquy.corpus.wording import Piece
from phapquy.law.provision import ProvisionId
from phapquy.vietnamese.normalize import fold, tone_normal


@dataclass(frozen=True, slots=True)
class _Part:
    at: int
    """Offset into the passage."""
    source: ProvisionId
    start: int
    """Offset into the stored text."""
    length: int


class Passage:
    """A run of true words."""

    def __init__(self, text: str, parts: tuple[_Part, ...], shelf: Shelf) -> None:
        self.text = text
        self._shelf = shelf
        self._parts = parts
        self._starts = [part.at for part in parts]

    @classmethod
    def of(cls, shelf: Shelf, pieces: Iterable[Piece]) -> Passage:
        """Put pieces under each other; pieces of digests are our own words and are left out."""
        texts: list[str] = []
        parts: list[_Part] = []
        at = 0
        for piece in pieces:
            if not shelf.holds(piece.source.slug):
                continue
            cut = piece.cut(shelf.documents)
            words = cut.strip("\n")
            parts.append(_Part(at, piece.source, piece.span[0] + len(cut) - len(cut.lstrip("\n")), len(words)))
            texts.append(words)
            at += len(words) + 1
        return cls("\n".join(texts), tuple(parts), shelf)

    @cached_property
    def folded(self) -> str:
        """The text without marks, one character for one."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> list[tuple[str, int, int]]:
        """The words in small letters with their offsets."""
        return [(tone_normal(found[0]).lower(), *found.span()) for found in TOKEN.finditer(self.text)]

    def words(self, start: int, end: int) -> tuple[Words, ...]:
        """Return the slices of stored texts that a span is made of, each with the innermost clause it begins in."""
        found: list[Words] = []
        for part in self._parts[max(0, bisect_right(self._starts, start) - 1) :]:
            left, right = max(start, part.at) - part.at, min(end, part.at + part.length) - part.at
            if left >= right:
                break
            text = self.text[part.at + left : part.at + right]
            inner = self._shelf.at(part.source.slug, part.start + left + len(text) - len(text.lstrip()))
            source = inner if inner.within(part.source) else part.source
            found.append(Words(str(source), part.start + left, part.start + right, text))
        return tuple(found)
