"""What an answer's card says of the power itself: role, condition, mode, former holder, and the other level's part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from phapquy.answer.decision import Decision
from phapquy.answer.evidence import Evidence
from phapquy.answer.model import HeldPower, Holder
from phapquy.authority.matrix import Column, column_of
from phapquy.authority.named import find_holders
from phapquy.authority.power import Mode, Power
from phapquy.authority.powers import powers_at
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import DISTRICTS_ENDED, Level
from phapquy.vietnamese.normalize import fold, syllables


@dataclass(frozen=True, slots=True)
class _Near:
    bases: tuple[Evidence, ...]
    related: tuple[Evidence, ...]


def held(decision: Decision, verbs: tuple[str, ...], snapshot: Snapshot, day: date) -> tuple[HeldPower, ...]:
    """Return for each holder the power that the first basis naming it gives, nearest to the question; none is guessed.

    ``verbs`` are what is asked to be done.

    A basis shown in another text's words (an amendment) is left out: its card is the quotation.
    """
    bases, near = decision.bases, _Near(decision.bases, decision.related)
    against = _nearest(decision.contrast, None, snapshot, day) if decision.contrast else None
    if against and against.level is Level.HUYEN and day >= DISTRICTS_ENDED:
        against = None  # the level is no more: it has no part
    out: list[HeldPower] = []
    for holder in decision.holders:
        named = find_holders(holder.organ)
        column = column_of(named[0]) if named else None
        found = next(
            (one for base in bases if column and (one := _nearest(base, column, snapshot, day, verbs=verbs))), None
        )
        if found is not None:
            other = against or _of_other_level(found, near, snapshot, day)
            out.append(_card(found, holder.organ, other))
            continue
        out += [card for base in bases if (card := _moved(base, holder, snapshot, day))][:1]
    return tuple(out)


def _of_other_level(power: Power, near: _Near, snapshot: Snapshot, day: date) -> Power | None:
    """Another level's part: in the same clause (who submits, who decides), else the same deed in a related clause."""
    own = next((base for base in near.bases if base.identity == power.basis), None)
    if own is None:
        return None
    if one := _nearest(own, None, snapshot, day, besides=power):
        return one
    shared = _likeness(power, own.terms)[1]
    for other in near.related:
        one = _nearest(replace(other, terms=own.terms), None, snapshot, day, besides=power)
        if one and one.act is power.act and shared and _likeness(one, own.terms)[1] >= shared - 1:
            return one
    return None


def _moved(base: Evidence, holder: Holder, snapshot: Snapshot, day: date) -> HeldPower | None:
    """The power of a clause that another organ took over: what the clause gives, and by which clause it moved."""
    if base.moved is None or base.moved.taker.name != holder.organ or base.moved.by == base.identity:
        return None
    giver = base.moved.giver
    found = _nearest(base, column_of(giver) if giver else None, snapshot, day)
    if found is None:
        return None
    card = _card(found, holder.organ, None)
    return replace(card, mode=Mode.CHUYEN_GIAO.value, former=found.holder.name, basis=str(base.moved.by))


def _nearest(
    base: Evidence,
    column: Column | None,
    snapshot: Snapshot,
    day: date,
    *,
    besides: Power | None = None,
    verbs: tuple[str, ...] = (),
) -> Power | None:
    """The power of a clause that shares most words with the question."""
    if base.source is not None:
        return None
    found = [one for one in powers_at(snapshot, base.identity) if one.covers(day)]
    if column is not None:
        found = [one for one in found if column_of(one.holder) == column]
    if besides is not None:
        found = [one for one in found if one.level is not besides.level and one.level in _LEVELS]
    return max(found, key=lambda one: _likeness(one, base.terms, verbs), default=None)


_LEVELS = frozenset({Level.XA, Level.TINH, Level.TRUNG_UONG})


_HEAD = 14
"""Words of a task that say what it is about; a long one goes on with cases."""


def _likeness(power: Power, terms: frozenset[str], verbs: tuple[str, ...] = ()) -> tuple[bool, int, float]:
    """Whether a power is of a deed asked about, how many words of the question it has, then how few others."""
    head = " ".join([power.verb, *power.task.split()[:_HEAD]])
    words = set(syllables(fold(head)))
    shared = len(terms & words)
    return any(verb in head.lower() for verb in verbs), shared, shared / max(len(words), 1)


def _card(power: Power, organ: str, other: Power | None) -> HeldPower:
    return HeldPower(
        organ=organ,
        role=power.act.value,
        verb=power.verb,
        task=" ".join(power.task.split()),
        condition=power.condition,
        exception=power.exception,
        mode=power.mode.value,
        former=power.former.name if power.former else None,
        basis=str(power.basis),
        other_level=_card(other, other.holder.name, None) if other else None,
    )
