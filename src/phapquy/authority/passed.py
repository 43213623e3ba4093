"""Where the district's tasks went: who holds each now, since when, by which clause; and those that went nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.authority.fields import shared_by_field, taken_by_field
from phapquy.authority.named import ENDED_ORGANS
from phapquy.authority.power import Power
from phapquy.authority.powers import powers
from phapquy.index.readings import moves
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import DISTRICTS_ENDED, Level, Organ
from phapquy.law.provision import CITABLE, Kind, ProvisionId


class GapKind(StrEnum):
    """Why a text still in force points to nobody."""

    TASK = "nhiệm vụ của cấp huyện chưa có nơi nhận"
    REFERENCE = "nhắc đến cấp huyện"
    ORGAN = "cơ quan không còn"


@dataclass(frozen=True, slots=True)
class Passed:
    """A task once held by the district level, with one who holds it now."""

    task: str
    former: Organ | None
    """Who had it."""
    old: ProvisionId | None
    """Where the older text gives it to the district; None where only the moving clause says so."""
    holder: Organ
    since: date | None
    by: ProvisionId
    field: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A provision in force that speaks of an organ that is no more, without a clause that reassigns it."""

    provision: ProvisionId
    kind: GapKind
    organ: str
    task: str
    """The task, or the words around the name; empty for a mere mention."""
    span: tuple[int, int] | None = None


def passed(snapshot: Snapshot, day: date) -> tuple[Passed, ...]:
    """List the tasks of the district level that another organ holds on a day, in the order of the texts."""
    return tuple(dict.fromkeys(_passed(snapshot, day)))


def _passed(snapshot: Snapshot, day: date) -> Iterator[Passed]:
    found = powers(snapshot, day)
    told: set[tuple[ProvisionId, ProvisionId]] = set()
    by_basis: defaultdict[ProvisionId, list[Power]] = defaultdict(list)
    for power in found:
        by_basis[power.basis].append(power)
        if power.former is not None and power.former.level is Level.HUYEN:
            old = power.moved or (None,)
            told.update((one, power.basis) for one in old if one)
            for one in old:
                yield Passed(_line(power.task), power.former, one, power.holder, power.start, power.basis, power.field)
    for power in found:
        if power.level is not Level.HUYEN:
            continue
        for holder, by in _takers(power, snapshot, day, by_basis):
            if (power.basis, by) not in told:
                since = snapshot.validity.of(by).start
                yield Passed(_line(power.task), power.holder, power.basis, holder, since, by, power.field)


def _takers(
    power: Power, snapshot: Snapshot, day: date, by_basis: dict[ProvisionId, list[Power]]
) -> Iterator[tuple[Organ, ProvisionId]]:
    """Who took over what a clause gives to the district, and by which clause."""
    for moved in moves(snapshot).of(power.basis, day):
        if moved.takes_from(power.holder):
            yield moved.transfer.taker, moved.transfer.by
            return
    if transfer := taken_by_field(power.basis, snapshot, day):
        yield transfer.taker, transfer.by
        return
    for point in shared_by_field(power.basis, snapshot, day):
        yield from ((one.holder, point) for one in by_basis.get(point, ())[:1])


def gaps(snapshot: Snapshot, day: date) -> tuple[Gap, ...]:
    """List what points to the ended district level, or to another ended organ, and is reassigned by no clause.

    A district task counts as reassigned where a transfer, a decision of a whole field or a point that shares it out is
    in force on the day. Before the district level ended there are none.
    """
    found: list[Gap] = []
    by_basis: defaultdict[ProvisionId, list[Power]] = defaultdict(list)
    for power in powers(snapshot, day):
        by_basis[power.basis].append(power)
    tasks: set[ProvisionId] = set()
    for power in (one for group in by_basis.values() for one in group):
        if power.level is Level.HUYEN and day >= DISTRICTS_ENDED:
            tasks.add(power.basis)
            if not any(_takers(power, snapshot, day, by_basis)):
                found.append(Gap(power.basis, GapKind.TASK, power.holder.name, _line(power.task), power.span))
        ended = next((since for name, since in ENDED_ORGANS.items() if name in power.holder.name), None)
        if ended and day >= ended:
            found.append(Gap(power.basis, GapKind.ORGAN, power.holder.name, _line(power.task), power.span))
    if day >= DISTRICTS_ENDED:
        found += _mentions(snapshot, day, tasks)
    return tuple(dict.fromkeys(found))


_DISTRICT = re.compile(r"(?:[^\s,;.]+ ){0,6}(?:cấp huyện|Ủy ban nhân dân huyện|huyện, quận)(?!\w)")
_TOLD = re.compile(r"kết thúc hoạt động|hết hiệu lực|Thẩm quyền của|Trách nhiệm của|chuyển giao|bãi bỏ|thay thế")
"""A clause that ends or moves the level speaks of it rightly."""
_OWN = frozenset({Kind.CHU_THICH, Kind.KET})


def _mentions(snapshot: Snapshot, day: date, tasks: set[ProvisionId]) -> Iterator[Gap]:
    for slug in snapshot.info.documents:
        document = snapshot.document(slug) if "huyện" in snapshot.texts.get(slug, "") else None
        for node in document.walk() if document else ():
            if document is None or node.id is None or node.kind not in CITABLE or node.kind in _OWN or node.id in tasks:
                continue
            words = document.own_text(node)
            mention = _DISTRICT.search(words)
            if mention is None or _TOLD.search(words) or not snapshot.validity.of(node.id).covers(day):
                continue
            if not moves(snapshot).of(node.id, day):
                at = (node.start + mention.start(), node.start + mention.end())
                yield Gap(node.id, GapKind.REFERENCE, "cấp huyện", _line(mention[0]), at)


def _line(text: str) -> str:
    return " ".join(text.split())
