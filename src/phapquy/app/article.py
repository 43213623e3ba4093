"""A whole Điều as lines of marked and unmarked pieces, ready to be escaped and shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_KINDS = (
    ("dieu", re.compile(r"\s*Điều\s+\d")),
    ("khoan", re.compile(r"\s*\d+[a-zđ]?\.\s")),
    ("diem", re.compile(r"\s*[a-zđ]\d?\)\s")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, cited (marked) or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the Điều; ``kind`` (dieu, khoan, diem, doan) only sets its indent."""

    kind: str
    pieces: tuple[Piece, ...]


def article_lines(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Line, ...]:
    """Cut a Điều into its lines, each split where the marking begins or ends.

    Args:
        text: the whole Điều, verbatim.
        spans: cited parts as half-open character offsets; any order, overlaps and overhangs are allowed.

    Returns:
        The lines that are not blank; their pieces joined give each line back unchanged.
    """
    marks = merge_spans(spans, len(text))
    lines: list[Line] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if line.strip():
            lines.append(Line(_kind(line, first=not lines), _pieces(text, start, start + len(line), marks)))
        start += len(raw)
    return tuple(lines)


def merge_spans(spans: Iterable[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """Sort spans, clip them to ``[0, length)``, join the overlapping and drop the empty ones."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((max(0, a), min(length, b)) for a, b in spans):
        if first >= last:
            continue
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def _kind(line: str, *, first: bool) -> str:
    for name, pattern in _KINDS:
        if pattern.match(line) and (name != "dieu" or first):
            return name
    return "doan"


def _pieces(text: str, start: int, end: int, marks: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = start
    for first, last in marks:
        low, high = max(first, at), min(last, end)
        if low >= high:
            continue
        if low > at:
            pieces.append(Piece(text[at:low], marked=False))
        pieces.append(Piece(text[low:high], marked=True))
        at = high
    if at < end:
        pieces.append(Piece(text[at:end], marked=False))
    return tuple(pieces)
