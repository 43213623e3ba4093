"""The powers of a snapshot as lines of a file beside it: read out of the texts once, not once a process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from phapquy.authority.beside import put, take
from phapquy.authority.power import Act, Mode, Power
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId

_NAME = "powers.jsonl"


def load_powers(snapshot: Snapshot) -> tuple[Power, ...] | None:
    """Return the powers kept beside a snapshot, or None where there are none of this reader."""
    return take(snapshot, _NAME, "", _power)


def keep_powers(snapshot: Snapshot, powers: Sequence[Power]) -> None:
    """Write the powers beside a snapshot."""
    put(snapshot, _NAME, "", map(_row, powers))


def _row(power: Power) -> list[Any]:
    return [
        _organ_row(power.holder), power.unit, power.act.value, power.task, power.span, power.normal, power.field,
        power.condition, power.exception, power.mode.value, _organ_row(power.former), str(power.basis),
        str(power.source), power.verb, list(map(str, power.via)), list(map(str, power.moved)),
        str(power.renamed) if power.renamed else None, power.start.isoformat() if power.start else None,
        power.end.isoformat() if power.end else None,
    ]  # fmt: skip


def _power(row: list[Any]) -> Power:
    (
        holder, unit, act, task, span, normal, field, condition, exception, mode, former, basis, source, verb, via,
        moved, renamed, start, end,
    ) = row  # fmt: skip
    known = _organ(holder)
    if known is None:
        raise ValueError("a power without a holder")
    return Power(
        known, unit, Act(act), task, (span[0], span[1]), normal, field, condition, exception, Mode(mode),
        _organ(former), _identity(basis), _identity(source), verb, tuple(map(_identity, via)),
        tuple(map(_identity, moved)), _identity(renamed) if renamed else None, _day(start), _day(end),
    )  # fmt: skip


def _organ_row(organ: Organ | None) -> list[Any] | None:
    if organ is None:
        return None
    return [organ.base, organ.scope, organ.level.value if organ.level else None, organ.start, organ.end]


@cache
def _known_organ(base: str, scope: str, level: str | None, start: int, end: int) -> Organ:
    return Organ(base, scope, Level(level) if level else None, start, end)


def _organ(row: list[Any] | None) -> Organ | None:
    return _known_organ(*row) if row else None


@cache
def _identity(text: str) -> ProvisionId:
    return ProvisionId.parse(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
