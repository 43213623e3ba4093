"""What the grammar finds in an incoming text: how many chapters, articles, clauses, and what looks wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from phapquy.corpus.check import article_numbers, empty_articles, gaps
from phapquy.law.provision import Diagnostic, Document, Kind

_COUNTED = (Kind.CHUONG, Kind.MUC, Kind.DIEU, Kind.KHOAN, Kind.DIEM, Kind.DOAN, Kind.PHU_LUC)


@dataclass(frozen=True, slots=True)
class Structure:
    """The counts and the oddities of one document."""

    counts: tuple[tuple[str, int], ...]
    """Kinds of part in Vietnamese (``điều``), with how many there are; kinds that do not occur are left out."""
    articles: int
    gaps: tuple[str, ...]
    """Articles missing from the sequence, as ranges."""
    empty: tuple[str, ...]
    """Articles without words."""
    diagnostics: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether no article is missing or empty."""
        return not self.gaps and not self.empty

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return {**asdict(self), "counts": dict(self.counts)}


def _told(one: Diagnostic, numbers: list[str]) -> bool:
    """Whether a diagnostic only says again which articles are missing."""
    return one.code == "gap" and bool(gaps(numbers)) and one.message.startswith("Thiếu Điều")


def survey(document: Document) -> Structure:
    """Count the parts of a document and collect what looks wrong."""
    found = Counter(node.kind for node in document.walk())
    numbers = article_numbers(document)
    return Structure(
        counts=tuple((kind.value, found[kind]) for kind in _COUNTED if found[kind]),
        articles=len([number for number in numbers if number.isdigit()]),
        gaps=gaps(numbers),
        empty=empty_articles(document),
        diagnostics=tuple(one.message for one in document.diagnostics if not _told(one, numbers)),
    )
