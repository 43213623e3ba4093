"""What every reader hands to cleaning: pages of lines, with the place on the page where it is known."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one whole paragraph where the source keeps paragraphs."""

    text: str
    x0: float | None = None
    """Left end in points from the leftmost ink of the page; None where the source has no geometry."""
    x1: float | None = None
    size: float | None = None
    """Height of the letters in points."""
    fresh: bool = False
    """Known to begin a paragraph (a cell of a table, the first line of a column)."""
    margin: float | None = None
    """Left margin of the column the line stands in, when it is not that of the page."""


@dataclass(slots=True)
class Page:
    """One page before cleaning."""

    number: int
    lines: list[Line]
    flowed: bool = False
    """Whether each line is a whole paragraph already (.docx, HTML, Markdown)."""
    doubts: list[str] = field(default_factory=list)
    """In Vietnamese, why the page must be held against the original."""


@dataclass(slots=True)
class Draft:
    """A file as read, before cleaning."""

    kind: str
    pages: list[Page]
    warnings: list[str] = field(default_factory=list)
    done: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    """What the reader itself had to put right, as (step, count, samples)."""

    def to_json(self) -> dict[str, object]:
        """Return plain values, to be sent from the child process that parsed an untrusted file."""
        pages = [
            [
                page.number,
                [[line.text, line.x0, line.x1, line.size, line.fresh, line.margin] for line in page.lines],
                page.flowed,
                page.doubts,
            ]
            for page in self.pages
        ]
        return {"kind": self.kind, "pages": pages, "warnings": self.warnings, "done": self.done}

    @classmethod
    def from_json(cls, data: dict[str, object]) -> Draft:
        """Read what :meth:`to_json` wrote."""
        pages = [
            Page(number, [Line(*fields) for fields in lines], flowed, list(doubts))
            for number, lines, flowed, doubts in data["pages"]  # type: ignore[attr-defined]
        ]
        done = [(step, count, tuple(samples)) for step, count, samples in data["done"]]  # type: ignore[attr-defined]
        return cls(str(data["kind"]), pages, list(data["warnings"]), done)  # type: ignore[call-overload]
