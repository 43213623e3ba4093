"""The matrix of powers: tasks grouped by field, the organs of all levels side by side, the clauses in the cells.

A matrix is nothing but a list of powers and the keys they are laid out by; every count it shows is a count of rows of
that list, so an exported file says the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from phapquy.authority.power import Power
from phapquy.authority.topics import FIELDS
from phapquy.law.holder import LEVEL_NAMES, Level, Organ

_LEVEL_ORDER = (Level.XA, Level.TINH, Level.HUYEN, Level.TRUNG_UONG, Level.NHIEU_CAP)
_FIELD_ORDER = tuple(FIELDS)
_LOCAL_SCOPES = frozenset(
    {"xã", "phường", "đặc khu", "cấp xã", "tỉnh", "thành phố", "cấp tỉnh", "thị trấn", "huyện", "quận", "cấp huyện"}
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a matrix shows; None is everything. Values are checked by :mod:`phapquy.authority.choosing`."""

    field: str | None = None
    level: str | None = None
    holder: str | None = None
    role: str | None = None
    doc: str | None = None
    day: date | None = None
    words: str | None = None
    """Words that verbs, task or holder must hold, with or without marks: one after the other if any does."""


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """An organ of a level, whatever the kind of its unit: commune, ward and special zone are one column."""

    order: int
    name: str
    level: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One task of a field, with who does what to it."""

    field: str
    task: str
    """As the first clause words it."""
    cells: dict[Column, tuple[Power, ...]]

    @property
    def powers(self) -> tuple[Power, ...]:
        """All powers of the row."""
        return tuple(power for cell in self.cells.values() for power in cell)


@dataclass(frozen=True)
class Matrix:
    """Powers laid out as tasks by organs."""

    filters: Filters
    powers: tuple[Power, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The tasks, by field, then in the order of the texts."""
        found: defaultdict[tuple[str, str], list[Power]] = defaultdict(list)
        for power in self.powers:
            found[power.field, task_key(power)].append(power)
        rows = [_row(name, powers) for (name, _), powers in found.items()]
        return tuple(sorted(rows, key=lambda row: _FIELD_ORDER.index(row.field)))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The organs that hold something: communes first, in each level those that hold most."""
        held = Counter(column_of(power.holder) for power in self.powers)
        return tuple(sorted(held, key=lambda column: (column.order, -held[column], column.name)))

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many powers by field, level, role, mode and holder, and how many in all; each power is one."""
        return {
            "all": {"powers": len(self.powers), "tasks": len(self.rows), "holders": len(self.columns)},
            "field": _counted(power.field for power in self.powers),
            "level": _counted(power.level.value for power in self.powers),
            "role": _counted(power.act.value for power in self.powers),
            "mode": _counted(power.mode.value for power in self.powers),
            "holder": _counted(column_of(power.holder).name for power in self.powers),
        }


def task_key(power: Power) -> str:
    """Return what makes two powers one task: their plain words; of words too few to tell, the article as well.

    "hồ sơ" or "Điều này" are not the same thing in two articles.
    """
    enough = len(power.normal.split()) >= _TELLING and not _VAGUE.fullmatch(power.normal)
    return power.normal if enough else f"{power.normal} @{power.basis.at_dieu()}"


_TELLING = 3
"""Words that tell a task from others."""
_VAGUE = re.compile(r"thi hành (?:nghị định|nghị quyết|luật|thông tư) này|.{0,40}\b(?:điều|khoản|điểm|mục|chương) này")


def _row(name: str, powers: list[Power]) -> Row:
    cells: defaultdict[Column, list[Power]] = defaultdict(list)
    for power in powers:
        cells[column_of(power.holder)].append(power)
    task = " ".join(powers[0].task.split())
    return Row(name, task, {column: tuple(cells[column]) for column in sorted(cells)})


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(values).most_common())


def column_of(holder: Organ) -> Column:
    """Return the column of a holder: its name at its level, without the kind of unit."""
    level = holder.level or Level.NHIEU_CAP
    order = _LEVEL_ORDER.index(level)
    name = holder.base
    if holder.scope in _LOCAL_SCOPES or "," in holder.scope:
        name = f"{holder.base} {LEVEL_NAMES[level]}"
    elif holder.scope:
        name = holder.name
    return Column(order, name[:1].upper() + name[1:], level.value)
