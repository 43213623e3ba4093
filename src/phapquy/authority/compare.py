"""What differs between the powers of two documents, or of two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from phapquy.authority.matrix import column_of, task_key
from phapquy.authority.power import Power


class Change(StrEnum):
    """What happened to a task between A and B."""

    ADDED = "chỉ có ở B"
    REMOVED = "chỉ có ở A"
    HOLDER = "đổi cơ quan"
    CLAUSE = "cùng cơ quan, khác điều khoản hoặc điều kiện"


@dataclass(frozen=True, slots=True)
class Difference:
    """One task that is not the same on both sides."""

    change: Change
    field: str
    role: str
    task: str
    before: tuple[Power, ...]
    after: tuple[Power, ...]


def compare(before: Iterable[Power], after: Iterable[Power]) -> tuple[Difference, ...]:
    """List the tasks that differ, matched by field, role and the task's plain words; one pass over each side."""
    sides: tuple[defaultdict[tuple[str, str, str], list[Power]], ...] = (defaultdict(list), defaultdict(list))
    for side, powers in zip(sides, (before, after), strict=True):
        for power in powers:
            side[power.field, power.act.value, task_key(power)].append(power)
    out: list[Difference] = []
    for key in dict.fromkeys((*sides[0], *sides[1])):
        old, new = (tuple(side.get(key, ())) for side in sides)
        if change := _change(old, new):
            task = " ".join((old or new)[0].task.split())
            out.append(Difference(change, key[0], key[1], task, old, new))
    return tuple(out)


def _change(old: tuple[Power, ...], new: tuple[Power, ...]) -> Change | None:
    if not old or not new:
        return Change.ADDED if new else Change.REMOVED
    if {column_of(one.holder) for one in old} != {column_of(one.holder) for one in new}:
        return Change.HOLDER
    same = {_terms(one) for one in old} == {_terms(one) for one in new}
    return None if same else Change.CLAUSE


def _terms(power: Power) -> tuple[object, ...]:
    return (power.basis, power.source, power.condition, power.exception, power.mode)
