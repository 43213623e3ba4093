"""What reading a file gives: its text, the page each stretch came from, what cleaning changed, what to distrust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MARK = "cần đối chiếu bản gốc"
"""Put on a page that could not be read with certainty, and on every citation from it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an untrusted file is read before reading gives up; raising them is the caller's choice."""

    file_bytes: int = 100_000_000
    """Largest file, in bytes."""
    unpacked_bytes: int = 50_000_000
    """Largest unpacked part of a .docx, in bytes: a small archive may unpack to a great deal."""
    pages: int = 2000
    """Most pages of a PDF."""
    seconds: float = 180.0
    """Deadline of the child process that parses an untrusted PDF, .docx or image."""
    ocr_seconds_per_page: float = 120.0
    """Added to the deadline for each page that is recognised from an image."""
    memory_bytes: int = 2_000_000_000
    """Address space of that child process."""
    text_characters: int = 20_000_000
    """Longest text; the longest legal text of the corpus has some 760,000 characters."""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Where the text of one page stands: ``text[start:end]``; the spans cover the text without hole or overlap."""

    number: int
    """From 1; a file without pages (HTML, Markdown, plain text, .docx) is one page."""
    start: int
    end: int
    trusted: bool = True
    why: str = ""
    """In Vietnamese, why the page is not trusted; empty if it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one cleaning step did."""

    step: str
    """The step's name, in Vietnamese: ``chữ đậm bị lặp``."""
    count: int
    """How many times it acted."""
    samples: tuple[str, ...] = ()
    """Up to five of its changes, as ``before → after``, each with its page."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A file as clean text: one paragraph a line, NFC, as ``law.structure.parse`` wants it."""

    text: str
    pages: tuple[PageSpan, ...]
    changes: tuple[Change, ...]
    quality: float
    """Share of the words that are well-formed Vietnamese, numbers or known signs, 0 to 1 (see ``quality``)."""
    kind: str
    """``pdf``, ``scan``, ``docx``, ``html``, ``markdown`` or ``text``."""
    warnings: tuple[str, ...] = ()

    @property
    def trusted(self) -> bool:
        """Whether every page could be read with certainty."""
        return all(page.trusted for page in self.pages)

    def untrusted(self) -> Iterator[PageSpan]:
        """Yield the pages to be held against the original."""
        return (page for page in self.pages if not page.trusted)

    def pages_of(self, start: int, end: int) -> tuple[PageSpan, ...]:
        """Return the pages that the stretch ``text[start:end]`` stands on."""
        return tuple(page for page in self.pages if page.start < end and start < page.end)

    def mark(self, start: int, end: int) -> str:
        """Return :data:`MARK` if any part of ``text[start:end]`` is from an untrusted page, else nothing."""
        return MARK if any(not page.trusted for page in self.pages_of(start, end)) else ""
