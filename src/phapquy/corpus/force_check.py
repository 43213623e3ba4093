"""``phapquy corpus check --validity``: the days read from the texts beside those of the manifest and the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from phapquy.corpus.force_compare import (
    ForceRow,
    Verdict,
    compare_amendments,
    compare_parts,
    compare_replaced,
    compare_whole,
)
from phapquy.corpus.force_days import ForceDays
from phapquy.corpus.kinds import Operation, TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.law.force import ForceKind


@dataclass(frozen=True, slots=True)
class ForceReport:
    """What was compared in one document."""

    slug: str
    core: bool
    rows: tuple[ForceRow, ...]
    transitions: tuple[str, ...] = ()
    """The clauses that are rules of transition."""
    problem: str = ""
    """Why nothing was compared: the text is not at hand, or there is only a digest."""

    @property
    def ok(self) -> bool:
        """Whether no difference is left open."""
        return not any(row.open for row in self.rows)

    def counts(self) -> Counter[str]:
        """Count the rows by verdict."""
        return Counter(row.verdict.value for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        rows = [row.to_json() for row in self.rows]
        transitions = list(self.transitions)
        return {"slug": self.slug, "core": self.core, "ok": self.ok, "problem": self.problem, "rows": rows,
                "transitions": transitions}  # fmt: skip


def check_force(library: Library) -> tuple[ForceReport, ...]:
    """Compare every document of the manifest, in its order."""
    days = ForceDays(library)
    available = set(library.available())
    return tuple(_report(library, entry, days, entry.slug in available) for entry in library.manifest.document)


def core_agrees(reports: tuple[ForceReport, ...]) -> bool:
    """Whether no core document has an unexplained difference; decides the exit code."""
    return all(report.ok for report in reports if report.core)


def _report(library: Library, entry: Entry, days: ForceDays, at_hand: bool) -> ForceReport:
    if entry.text_kind is not TextKind.VERBATIM or not at_hand:
        why = "chưa có văn bản trong kho" if entry.text_kind is TextKind.VERBATIM else "chỉ có bản tóm lược"
        return ForceReport(entry.slug, entry.core, (), problem=why)
    rows = [*compare_whole(entry, days), *compare_parts(entry, days)]
    rows.extend(compare_replaced(entry, days, library.amendments))
    if entry.consolidated_number:
        why = "hiệu lực của các văn bản sửa đổi ghi ở phần đầu và chú thích"
        rows.append(ForceRow(entry.slug, "bản hợp nhất", Verdict.NOT_COMPARED, why))
    else:
        made = [row for row in library.amendments if entry.slug in row.by_slugs and row.operation is not Operation.NONE]
        rows.extend(compare_amendments(entry, days, made, library.document(entry.slug)))
    moved = (fact for fact in days.facts(entry.slug) if fact.kind is ForceKind.TRANSITION)
    return ForceReport(entry.slug, entry.core, tuple(rows), tuple(str(fact.clause) for fact in moved))
