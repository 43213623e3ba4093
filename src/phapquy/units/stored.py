"""The history as plain rows, so that a snapshot keeps it and no question waits for the resolutions to be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from phapquy.law.provision import ProvisionId
from phapquy.units.history import History
from phapquy.units.model import (
    Counts,
    Event,
    EventKind,
    FactSource,
    NewUnit,
    OldUnit,
    Province,
    ProvinceChange,
    Share,
    UnitKind,
)

VERSION = 1
"""Changes whenever the rows, or what the grammar reads, may come out differently."""


def to_rows(history: History) -> dict[str, Any]:
    """Flatten a history."""
    olds = {old: number for number, old in enumerate(dict.fromkeys(event.old for event in history.events))}
    news = {new: number for number, new in enumerate(dict.fromkeys(event.new for event in history.events))}
    return {
        "version": VERSION,
        "since": history.since.isoformat(),
        "olds": [_old(old) for old in olds],
        "news": [_new(new) for new in news],
        "events": [
            [one.kind.value, olds[one.old], news[one.new], str(one.by), one.land.value, one.people.value, *one.after]
            for one in history.events
        ],
        "changes": [
            [
                [[old.name, old.kind] for old in one.old],
                [one.new.name, one.new.kind],
                str(one.by),
                _day(one.since),
                one.merged,
            ]
            for one in history.changes
        ],
        "counts": [[name, _counts(one)] for name, one in history.counts],
        "province_counts": [_counts(one) for one in history.province_counts],
    }


def from_rows(rows: dict[str, Any]) -> History:
    """Build the history back.

    Raises:
        KeyError, ValueError, TypeError, IndexError: the rows are damaged.
    """
    olds = [
        OldUnit(UnitKind(kind), name, slug, bracket, number, district, FactSource(d), province, FactSource(p), conflict)
        for kind, name, slug, bracket, number, district, d, province, p, conflict in rows["olds"]
    ]
    news = [
        NewUnit(UnitKind(kind), name, province, ProvisionId.parse(by), kept, _upgraded(upgraded))
        for kind, name, province, by, kept, upgraded in rows["news"]
    ]
    clauses = {by: ProvisionId.parse(by) for by in {row[3] for row in rows["events"]}}
    events = tuple(
        Event(EventKind(kind), olds[old], news[new], clauses[by], Share(land), Share(people), tuple(after))
        for kind, old, new, by, land, people, *after in rows["events"]
    )
    changes = tuple(
        ProvinceChange(
            tuple(Province(*old) for old in before), Province(*new), ProvisionId.parse(by), _date(since), merged
        )
        for before, new, by, since, merged in rows["changes"]
    )
    counts = tuple((name, _counted(row)) for name, row in rows["counts"])
    provinces = tuple(_counted(row) for row in rows["province_counts"])
    return History(events, changes, counts, provinces, date.fromisoformat(rows["since"]))


def _old(old: OldUnit) -> list[Any]:
    return [
        old.kind.value,
        old.name,
        old.resolution,
        old.bracket,
        old.number,
        old.district,
        old.district_from.value,
        old.province,
        old.province_from.value,
        old.conflict,
    ]


def _new(new: NewUnit) -> list[Any]:
    upgraded = [new.upgraded[0].value, new.upgraded[1].isoformat(), str(new.upgraded[2])] if new.upgraded else None
    return [new.kind.value, new.name, new.province, str(new.by), new.kept, upgraded]


def _upgraded(row: list[str] | None) -> tuple[UnitKind, date, ProvisionId] | None:
    return (UnitKind(row[0]), date.fromisoformat(row[1]), ProvisionId.parse(row[2])) if row else None


def _counts(one: Counts) -> list[Any]:
    return [str(one.by), one.total, [list(kind) for kind in one.kinds], _day(one.since), one.kept]


def _counted(row: list[Any]) -> Counts:
    by, total, kinds, since, kept = row
    return Counts(ProvisionId.parse(by), total, tuple((kind, number) for kind, number in kinds), _date(since), kept)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
