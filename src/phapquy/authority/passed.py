"""Where the district's tasks went: who holds each now, since when, by which clause."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from phapquy.authority.fields import shared_by_field, taken_by_field
from phapquy.authority.power import Act, Power
from phapquy.authority.powers import powers
from phapquy.corpus.moves import Moved
from phapquy.errors import TextError
from phapquy.index.readings import duties, moves, savings
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.duties import does_all
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId
from phapquy.law.savings import Saving

_FIRST = 5
"""Words of a task that are enough to know it again."""
_DECISIONS = frozenset({Act.QUYET_DINH, Act.PHE_DUYET, Act.BAN_HANH, Act.CAP, Act.CHAP_THUAN, Act.QUY_DINH})
"""Who carries a decision out does not take it."""


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
    kept: ProvisionId | None = None
    """The clause under which ``by`` goes on, though it ended itself."""
    deed: str = dataclasses.field(default="", compare=False)
    """The task with its verbs."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Who took over what a clause gives to an organ that is no more."""

    holder: Organ
    by: ProvisionId
    kept: ProvisionId | None = None


def passed(snapshot: Snapshot, day: date) -> tuple[Passed, ...]:
    """List the tasks of the district level that another organ holds on a day, in the order of the texts."""
    return tuple(dict.fromkeys(_passed(snapshot, day)))


def moved_by_name(found: Iterable[Power]) -> set[tuple[ProvisionId, ProvisionId]]:
    """The tasks of the district level that powers of other organs name, each with the clause that moved it."""
    return {
        (place, by) for power in found if _from_district(power) for by, places in [_moved(power)] for place in places
    }


def _from_district(power: Power) -> bool:
    return power.former is not None and power.former.level is Level.HUYEN and power.level is not Level.HUYEN


def _moved(power: Power) -> tuple[ProvisionId, tuple[ProvisionId, ...]]:
    """The clause that gives a power to its holder, and where the task is written."""
    return (power.renamed, (power.basis,)) if power.renamed else (power.basis, power.moved)


def _passed(snapshot: Snapshot, day: date) -> Iterator[Passed]:
    found = powers(snapshot, day)
    told = moved_by_name(found)
    for power in filter(_from_district, found):
        by, places = _moved(power)
        since = _held_since(power, snapshot) if power.renamed else power.start
        for place in places or (None,):
            yield Passed(_line(power.task), power.former, place, power.holder, since, by, power.field, deed=power.deed)
    takers = Takers(snapshot, day, found)
    for power in found:
        for taker in takers.of(power) if power.level is Level.HUYEN else ():
            if (power.basis, taker.by) not in told:
                since = snapshot.validity.of(taker.by).start
                yield Passed(
                    _line(power.task),
                    power.holder,
                    power.basis,
                    taker.holder,
                    since,
                    taker.by,
                    power.field,
                    taker.kept,
                    power.deed,
                )


def _held_since(power: Power, snapshot: Snapshot) -> date | None:
    """The day since which a holder named anew has had the task: another clause may have given it before."""
    earlier = (
        snapshot.validity.of(moved.transfer.by).start
        for given in (moves(snapshot), duties(snapshot))
        for moved in given.ever(power.basis)
        if (moved.transfer.taker.base, moved.transfer.taker.level) == (power.holder.base, power.holder.level)
    )
    return min((day for day in (*earlier, power.start) if day), default=None)


class Takers:
    """Finds who took over a task on a day: by transfer, field decision, shared points or a saving clause."""

    def __init__(self, snapshot: Snapshot, day: date, found: tuple[Power, ...]) -> None:
        self._snapshot = snapshot
        self._day = day
        self._by_basis: defaultdict[ProvisionId, list[Power]] = defaultdict(list)
        for power in found:
            self._by_basis[power.basis].append(power)
        in_force = (one for one in savings(snapshot) if snapshot.validity.of(one.by).covers(day))
        self._savings = [(one, _saved_documents(one, snapshot)) for one in in_force]

    def of(self, power: Power) -> tuple[Taker, ...]:
        """Return who holds on the day what a power's clause gives, each by its clause; nobody is an empty answer."""
        basis = power.basis
        for moved in moves(self._snapshot).of(basis, self._day):
            if moved.takes_from(power.holder):
                return (Taker(moved.transfer.taker, moved.transfer.by),)
        if transfer := taken_by_field(basis, self._snapshot, self._day):
            return (Taker(transfer.taker, transfer.by),)
        points = shared_by_field(basis, self._snapshot, self._day)
        if shared := tuple(Taker(one.holder, point) for point in points for one in self._by_basis[point][:1]):
            return shared
        return tuple(self._dutiful(power))[:1] or tuple(self._kept(power))[:1]

    def _dutiful(self, power: Power) -> Iterator[Taker]:
        """The same kind of organ to which a list of duties gives the same deed, or all that the clause says."""
        for moved in duties(self._snapshot).of(power.basis, self._day):
            taker, by = moved.transfer.taker, moved.transfer.by
            kind = taker.base.lower() == power.holder.base.lower()
            had = any((one.holder.base, one.level) == (taker.base, taker.level) for one in self._by_basis[power.basis])
            if kind and not had and self._covers(by, power):
                yield Taker(taker, by)

    def _covers(self, duty: ProvisionId, power: Power) -> bool:
        """Whether a duty is all that the places it names say, or the deed of a power, or the task in its words."""
        words = _words(duty, self._snapshot)
        if any(one.act is power.act for one in self._by_basis[duty]) or does_all(words):
            return True
        begins = " ".join(power.normal.split()[:_FIRST])
        return power.act not in _DECISIONS and begins in _line(words).lower()

    def _kept(self, power: Power) -> Iterator[Taker]:
        for moved in moves(self._snapshot).ever(power.basis):
            start = self._snapshot.validity.of(moved.transfer.by).start
            began = start is not None and start <= self._day
            if began and moved.takes_from(power.holder) and (saving := self._saving(moved)):
                yield Taker(moved.transfer.taker, moved.transfer.by, saving.by)

    def _saving(self, moved: Moved) -> Saving | None:
        by = moved.transfer.by
        words = _words(by, self._snapshot).lower()
        return next(
            (one for one, slugs in self._savings if by.slug in slugs and any(part in words for part in one.subjects)),
            None,
        )


def _saved_documents(saving: Saving, snapshot: Snapshot) -> frozenset[str]:
    slugs: set[str] = set()
    for citation in saving.citations:
        try:
            slugs.update(one.slug for one in resolver(snapshot).resolve(citation, saving.by).ids)
        except (TextError, KeyError):
            continue
    return frozenset(slugs)


def _words(clause: ProvisionId, snapshot: Snapshot) -> str:
    document = snapshot.document(clause.slug)
    return document.own_text(document.provisions[clause]) if document else ""


def _line(text: str) -> str:
    return " ".join(text.split())
