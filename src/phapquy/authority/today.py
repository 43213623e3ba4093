"""The powers of a day as a person asks for them: what the ended district level held stands with who took it over.

A clause of an older law goes on naming the district; from 1 July 2025 its task is another organ's, by the clause that
moved it. "Ủy ban nhân dân cấp có thẩm quyền" stands under its name where a clause of the field says which it is. A task
that no clause moved stays with the district, and :func:`note_on` says that it has no holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from phapquy.authority.fields import competent_by_field
from phapquy.authority.merged import ENDED, SUCCESSORS, merged_by
from phapquy.authority.passed import Taker, Takers, moved_by_name
from phapquy.authority.power import Mode, Power
from phapquy.authority.powers import powers
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import DISTRICTS_ENDED, Level

_UNHELD = "cấp huyện đã kết thúc từ {day:%d/%m/%Y}; kho chưa có điều khoản giao lại việc này"
_MERGED = "bộ này đã hợp nhất, đổi tên từ {day:%d/%m/%Y}; nay là {now}, có việc đã chuyển sang bộ khác"
_KEPT_DAYS = 4
"""Days whose powers are held in memory."""


def powers_on(snapshot: Snapshot, day: date) -> tuple[Power, ...]:
    """List the powers of a day, those of the district level under their present holders; worked out once for a day."""
    held: dict[date, tuple[Power, ...]] = snapshot.memo.setdefault("powers of days", {})
    if day not in held:
        while len(held) >= _KEPT_DAYS:
            held.pop(next(iter(held)))
        held[day] = tuple(_taken_over(snapshot, day))
    return held[day]


def note_on(power: Power, day: date | None) -> str:
    """Say what a reader must know of a holder that is no more on a day; nothing of one that is."""
    if day is None:
        return ""
    if power.level is Level.HUYEN:
        return _UNHELD.format(day=DISTRICTS_ENDED) if day >= DISTRICTS_ENDED else ""
    ministry = merged_by(power.holder.name, day)
    return _MERGED.format(day=ENDED, now=SUCCESSORS[ministry]) if ministry else ""


def _taken_over(snapshot: Snapshot, day: date) -> Iterator[Power]:
    found = powers(snapshot, day)
    if day < DISTRICTS_ENDED:
        yield from found
        return
    takers, told = Takers(snapshot, day, found), moved_by_name(found)
    for power in found:
        took = takers.of(power) if power.level is Level.HUYEN else ()
        if not took:
            yield _competent(power, snapshot, day)
        yield from (_held_by(one, power, snapshot) for one in took if (power.basis, one.by) not in told)


def _competent(power: Power, snapshot: Snapshot, day: date) -> Power:
    """A power of "Ủy ban nhân dân cấp có thẩm quyền" under the one that a clause of the field names."""
    if power.holder.base != "Ủy ban nhân dân" or power.holder.level is not None or power.via:
        return power
    found = competent_by_field(power.basis, snapshot, day) if power.basis == power.source else None
    return replace(power, holder=replace(found.taker, start=0, end=0), via=(found.by,)) if found else power


def _held_by(taker: Taker, power: Power, snapshot: Snapshot) -> Power:
    starts = [day for day in (power.start, snapshot.validity.of(taker.by).start) if day]
    return replace(
        power,
        holder=replace(taker.holder, start=0, end=0),
        unit=None,
        mode=Mode.CHUYEN_GIAO,
        former=power.holder,
        via=(taker.by, *((taker.kept,) if taker.kept else ())),
        start=max(starts, default=None),
    )
