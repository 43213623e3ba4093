"""The sentences of a document's own words: unquoted, clause by clause, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.law import lines as grammar
from phapquy.law.force.days import SELF
from phapquy.law.lines import split_lines
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

_CLAUSES = frozenset({Kind.DIEU, Kind.KHOAN, Kind.DIEM, Kind.DOAN})
# a stop or a semicolon before a capital ends a sentence: "… năm 2090. Nghị định số 7/2090/NĐ-DD …"
_STOP = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")
_TITLE = re.compile(r"hiệu lực|điều khoản thi hành", re.IGNORECASE)
_BEGINS = re.compile(rf"{SELF}\s+(?:bắt đầu\s+)?có hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a clause, without the clause's number."""

    clause: ProvisionId
    start: int
    """Offset into the document's text."""
    text: str

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the document's text."""
        return self.start, self.start + len(self.text)


def clauses(document: Document) -> Iterator[Provision]:
    """Yield the clauses of the body: no footnotes, annexes, opening or closing."""
    for node in document.nodes:
        yield from _body(node)


def _body(node: Provision) -> Iterator[Provision]:
    if node.kind in {Kind.PHU_LUC, Kind.CHU_THICH, Kind.KET}:
        return
    if node.kind in _CLAUSES and node.id is not None:
        yield node
    for child in node.children:
        yield from _body(child)


class Sentences:
    """The sentences of one document's clauses; its lines are cut once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines = split_lines(document.text)[0]
        self._offsets = [line.offset for line in self._lines]

    def of(self, *nodes: Provision) -> Iterator[Sentence]:
        """Yield the sentences of some clauses' own texts, in order; what is quoted is left out."""
        for node in nodes:
            assert node.id is not None
            first = bisect_right(self._offsets, node.start) - 1
            for line in self._lines[first : bisect_right(self._offsets, max(node.start, node.own_end - 1))]:
                if not line.quoted:
                    begin = _after_marker(line.text) if line.offset == node.start else 0
                    yield from _cut(node.id, line.text, begin, line.offset)

    def force_articles(self) -> list[Provision]:
        """Return the clauses of the articles on entry into force: by their title, or because one says so itself."""
        chosen: list[Provision] = []
        for node in clauses(self.document):
            if node.kind not in {Kind.DIEU, Kind.DOAN} or node.id is None or len(node.id.parts) > 1:
                continue
            below = [one for one in node.walk() if one.kind in _CLAUSES and one.id is not None]
            says = (_BEGINS.match(one.text) for one in self.of(*below))
            if _TITLE.search(self.document.heading(node)) or any(says):
                chosen.extend(below)
        return chosen


def _after_marker(text: str) -> int:
    for pattern in (grammar.DIEU, grammar.KHOAN, grammar.DIEM):
        if found := pattern.match(text):
            return found.start("rest") if pattern is grammar.DIEU else found.end()
    return 0


def _cut(clause: ProvisionId, text: str, begin: int, shift: int) -> Iterator[Sentence]:
    ends = [found.start() for found in _STOP.finditer(text, begin)]
    for end in (*ends, len(text)):
        words = text[begin:end]
        left = len(words) - len(words.lstrip())
        if words.strip():
            yield Sentence(clause, shift + begin + left, words.strip())
        begin = end
