"""References in running text, as spans of a document's text with the provisions they point to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.provision import Document, ProvisionId
from phapquy.reading.model import Line, Stretch

_FOOTNOTE = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    start: int
    end: int
    ids: tuple[ProvisionId, ...]


class Links:
    """The references of the documents of a snapshot; each document is read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._spans: dict[str, list[_Span]] = {}

    def lines(self, document: Document, start: int, end: int) -> tuple[Line, ...]:
        """Cut a part of a document's text into its paragraphs, each into plain and pointing stretches."""
        spans = self._of(document)
        found: list[Line] = []
        for raw in document.text[start:end].splitlines(keepends=True):
            line = raw.rstrip()
            if line.strip():
                found.append(tuple(_stretches(document.text, start, start + len(line), spans)))
            start += len(raw)
        return tuple(found)

    def _of(self, document: Document) -> list[_Span]:
        if document.slug not in self._spans:
            self._spans[document.slug] = _distinct(sorted(self._read(document)))
        return self._spans[document.slug]

    def _read(self, document: Document) -> Iterator[_Span]:
        for node, citation, found in resolver(self._snapshot).citations(document.slug):
            here = node.id or ProvisionId(document.slug)
            # "Luật này", "Điều này": a link to where the reader already is.
            if not all(here.within(one) for one in found.ids):
                yield _Span(node.start + citation.start, node.start + citation.end, found.ids)
        for mark in _FOOTNOTE.finditer(document.text):
            note = ProvisionId(document.slug, (f"ct{mark[1]}",))
            if note in document.provisions and document.provisions[note].start != mark.start():
                yield _Span(mark.start(), mark.end(), (note,))


def _distinct(spans: list[_Span]) -> list[_Span]:
    """Drop what begins inside the one before."""
    kept: list[_Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _stretches(text: str, start: int, end: int, spans: list[_Span]) -> Iterator[Stretch]:
    at = start
    for place in range(bisect_left(spans, start, key=lambda one: one.start), len(spans)):
        span = spans[place]
        if span.end > end:
            break
        if span.start > at:
            yield Stretch(text[at : span.start])
        yield Stretch(text[span.start : span.end], span.ids)
        at = span.end
    if at < end:
        yield Stretch(text[at:end])
