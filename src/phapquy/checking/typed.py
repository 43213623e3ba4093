"""References as people type them in running text: ``k2 đ22 luật 72``, ``điều 5 luật đất đai``, ``118/2025/nđ-cp``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from phapquy.corpus.manifest import Manifest
from phapquy.law.citations import DocumentRef, Level, Step, Target
from phapquy.law.citations.names import LAW_NAMES
from phapquy.law.reference import Reference, find_references
from phapquy.vietnamese.normalize import fold

_PIECE = re.compile(r"[^\n;]{1,1000}(?=[\n;\s]|$)|[^\n;]{1,1000}")
"""What the grammar of typed references reads at a time: it looks at every pair of what it has found."""
_LAW_WORD = re.compile(r"[^\S\n]*,?[^\S\n]*(?:(?:của|cua|tại|tai|thuộc|thuoc|trong)\s+)?(?:lu|b[oộ])", re.IGNORECASE)
_CLEAR_TYPES = frozenset({"luat", "bo luat", "nghi dinh", "nghi quyet", "thong tu"})
"""Kinds that may stand before a number without a year; the others ("quyết định 3 mức") are common words."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed reference; the document's type and number are folded."""

    start: int
    end: int
    targets: tuple[Target, ...]
    document: DocumentRef | None
    unsure: bool


class Shorthand:
    """Reads typed references; knows the names of laws in small letters and without diacritics."""

    def __init__(self, manifest: Manifest) -> None:
        titles = [entry.title for entry in manifest.document if entry.title.startswith(("Luật ", "Bộ luật "))]
        names = [f"Luật {name}" for name in LAW_NAMES] + [
            f"Bộ luật {name}" for name in ("Dân sự", "Hình sự", "Lao động")
        ]
        self._laws = {fold(name): name for name in [*names, *titles]}
        known = "|".join(map(re.escape, sorted(self._laws, key=len, reverse=True)))
        self._law = re.compile(
            rf"[^\S\n]*,?[^\S\n]*(?:(?:cua|tai|thuoc|trong)\s+)?(?P<law>{known})(?!\w)"
            r"(?:[^\S\n]+(?:nam[^\S\n]+)?(?P<year>(?:19|20)\d\d)(?![\w/]))?"
        )

    def read(self, text: str) -> Iterator[Typed]:
        """Yield the typed references of a text in order."""
        folded = fold(text)
        for piece in _PIECE.finditer(folded):
            start = piece.start()
            found = find_references(text[start : piece.end()], piece[0])
            for (begin, end), group in groupby(found, lambda one: (one.start, one.end)):
                if typed := _typed(start + begin, start + end, list(group)):
                    yield typed

    def law_after(self, text: str, pos: int) -> DocumentRef | None:
        """Return the law whose name follows a place, however its letters are typed."""
        found = self._law.match(fold(text[pos : pos + 200])) if _LAW_WORD.match(text, pos) else None
        if not found:
            return None
        kind, name = self._parted(self._laws[found["law"]])
        year = int(found["year"]) if found["year"] else None
        return DocumentRef(pos + found.start("law"), pos + found.end(), kind, name=name, year=year)

    @staticmethod
    def _parted(title: str) -> tuple[str, str]:
        kind = "Bộ luật" if title.startswith("Bộ luật") else "Luật"
        return kind, title.removeprefix(kind).strip()


def _typed(start: int, end: int, group: list[Reference]) -> Typed | None:
    first = group[0]
    long = bool(first.number) and ("/" in (first.number or "") or "-" in (first.number or ""))
    clear = long or (bool(first.parts) and first.type in _CLEAR_TYPES)
    if first.number and not clear:
        if not first.parts:
            return None
        return None if first.type is None else Typed(start, end, _targets(group), None, not first.diem_sure)
    document = DocumentRef(start, end, first.type or "", first.number) if first.number else None
    if document is None and not first.parts:
        return None
    return Typed(start, end, _targets(group), document, any(not one.diem_sure for one in group))


def _targets(group: list[Reference]) -> tuple[Target, ...]:
    found = []
    for one in group:
        named = ((Level.DIEU, one.dieu), (Level.KHOAN, one.khoan), (Level.DIEM, one.diem))
        found.append(tuple(Step(level, number) for level, number in named if number))
    return tuple(dict.fromkeys(target for target in found if target))
