"""Findings as plain values: one row a finding, with labels, names and the clauses' own words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from phapquy.app.cells import harmless
from phapquy.app.overlaps import strings
from phapquy.authority.overlaps.model import Finding, Verdict
from phapquy.authority.power import Power
from phapquy.authority.topics import FIELDS
from phapquy.index.snapshot import Snapshot
from phapquy.law.label import name_places, place_label
from phapquy.law.provision import ProvisionId


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two clauses of a row."""

    id: str
    label: str
    holder: str
    level: str
    role: str
    task: str
    condition: str
    exception: str
    mode: str
    former: str
    start: str
    end: str
    clause: str
    """The clause's own words, cut from the stored text."""
    deed: str = ""
    """The task with its verbs as the clause words them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding."""

    number: int
    verdict: str
    ground: str
    """The ground that decides."""
    reasons: tuple[str, ...]
    hints: tuple[str, ...]
    likeness: float
    score: float
    field: str
    first: Side
    second: Side

    @property
    def kind(self) -> Verdict:
        """The verdict as a value."""
        return Verdict(self.verdict)

    def to_json(self) -> dict[str, Any]:
        """The row as it is printed."""
        return asdict(self)


def rows_of(findings: Iterable[Finding], snapshot: Snapshot) -> tuple[Row, ...]:
    """Write findings as rows, numbered from one."""
    return tuple(_row(number, one, snapshot) for number, one in enumerate(findings, start=1))


def _row(number: int, finding: Finding, snapshot: Snapshot) -> Row:
    def name(place: str) -> str:
        return _label(ProvisionId.parse(place), snapshot)

    reasons = finding.judgement.reasons
    fields = dict.fromkeys(FIELDS.get(one.field, (one.field,))[0] for one in (finding.first, finding.second))
    return Row(
        number=number,
        verdict=finding.verdict.value,
        ground=reasons[0].ground.value,
        reasons=tuple(f"{one.ground.value}: {name_places(one.text, name)}" for one in reasons),
        hints=finding.hints,
        likeness=finding.likeness,
        score=finding.score,
        field="; ".join(fields),
        first=_side(finding.first, snapshot),
        second=_side(finding.second, snapshot),
    )


def _side(power: Power, snapshot: Snapshot) -> Side:
    return Side(
        id=str(power.basis),
        label=_label(power.basis, snapshot),
        holder=power.holder.name,
        level=strings.LEVELS[power.level],
        role=power.act.value,
        task=" ".join(power.task.split()),
        condition=" ".join((power.condition or "").split()),
        exception=" ".join((power.exception or "").split()),
        mode=power.mode.value,
        former=power.former.name if power.former else "",
        start=f"{power.start:%d/%m/%Y}" if power.start else "",
        end=f"{power.end:%d/%m/%Y}" if power.end else "",
        clause=_clause(power, snapshot),
        deed=power.deed,
    )


def _label(place: ProvisionId, snapshot: Snapshot) -> str:
    entry = snapshot.manifest.by_slug.get(place.slug)
    words = place_label(snapshot.document(place.slug), place, entry.cite_as if entry else place.slug)
    return words[:1].upper() + words[1:]


def _clause(power: Power, snapshot: Snapshot) -> str:
    """The own words of the clause that holds the task; of a rewording the part around the task."""
    document = snapshot.document(power.source.slug)
    if document is None:
        return power.task
    node = document.provisions.get(power.source)
    if node and power.span[0] <= node.own_end and node.start <= power.span[0]:
        return document.text[node.start : node.own_end].strip()
    start = document.text.rfind("\n", 0, power.span[0]) + 1
    end = document.text.find("\n", power.span[1])
    return document.text[start : end if end >= 0 else len(document.text)].strip()


def header() -> list[str]:
    """The names of the columns of a table."""
    sides = [f"{words} {side}" for side in strings.SIDES.values() for words in strings.SIDE_COLUMNS.values()]
    return [*strings.COLUMNS.values(), *sides]


def cells(row: Row) -> list[str | int | float]:
    """A row's cells in the order of :func:`header`."""
    own: list[str | int | float] = [
        "; ".join(value) if isinstance(value, tuple) else value
        for value in (getattr(row, name) for name in strings.COLUMNS)
    ]
    return [*own, *(getattr(getattr(row, side), name) for side in strings.SIDES for name in strings.SIDE_COLUMNS)]


def csv_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a CSV file, the header first, without their line ends; no cell is a formula."""
    lines: list[Sequence[object]] = [header(), *map(cells, rows)]
    for line in lines:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([harmless(one) if isinstance(one, str) else one for one in line])
        yield out.getvalue().removesuffix("\n")
