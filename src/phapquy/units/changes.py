"""What changed between two days: provinces that became cities, communes that became wards, and the turn of 2025."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from phapquy.law.provision import ProvisionId
from phapquy.units.history import History


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of a unit's kind or name."""

    since: date
    before: str
    after: str
    province: str
    by: ProvisionId


def changes_between(history: History, start: date, end: date) -> tuple[Changed, ...]:
    """Return what changed after ``start`` and up to ``end``, by day.

    The turn of 2025 is one row for each old unit and each new unit it went to.
    """
    found: list[Changed] = []
    if start < history.since <= end:
        for one in history.changes:
            if one.merged:
                found += [Changed(history.since, old.full, one.new.full, one.new.name, one.by) for old in one.old]
        for event in history.events:
            old = ", ".join(filter(None, (event.old.full, event.old.district, event.old.province)))
            found.append(Changed(history.since, old, event.new.full(history.since), event.new.province, event.by))
    for one in history.changes:
        if one.since and start < one.since <= end:
            found.append(Changed(one.since, one.old[0].full, one.new.full, one.new.name, one.by))
    for new in history.by_new:
        if new.upgraded and start < new.upgraded[1] <= end:
            kind, since, by = new.upgraded
            found.append(Changed(since, f"{new.kind.value} {new.name}", f"{kind.value} {new.name}", new.province, by))
    return tuple(sorted(found, key=lambda one: one.since))
