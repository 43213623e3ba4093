"""What an answer's card says of the power itself: role, condition, mode, former holder, and the other level's part."""

from __future__ import annotations

from datetime import date

from phapquy.answer.evidence import Evidence
from phapquy.answer.model import HeldPower, Holder
from phapquy.authority.matrix import Column, column_of
from phapquy.authority.named import find_holders
from phapquy.authority.power import Power
from phapquy.authority.powers import powers_at
from phapquy.index.snapshot import Snapshot
from phapquy.vietnamese.normalize import fold, syllables


def held(
    holders: tuple[Holder, ...], bases: tuple[Evidence, ...], contrast: Evidence | None, snapshot: Snapshot, day: date
) -> tuple[HeldPower, ...]:
    """Return for each holder the power that the first basis naming it gives, nearest to the question; none is guessed.

    A basis shown in another text's words (an amendment) is left out: its card is the quotation.
    """
    other = _nearest(contrast, None, snapshot, day) if contrast else None
    out: list[HeldPower] = []
    for holder in holders:
        named = find_holders(holder.organ)
        column = column_of(named[0]) if named else None
        found = next((one for base in bases if column and (one := _nearest(base, column, snapshot, day))), None)
        if found is not None:
            out.append(_card(found, holder.organ, other))
    return tuple(out)


def _nearest(base: Evidence, column: Column | None, snapshot: Snapshot, day: date) -> Power | None:
    """The power of a clause that shares most words with the question."""
    if base.source is not None:
        return None
    found = [one for one in powers_at(snapshot, base.identity) if one.covers(day)]
    if column is not None:
        found = [one for one in found if column_of(one.holder) == column]
    return max(found, key=lambda one: len(base.terms.intersection(syllables(fold(one.task)))), default=None)


def _card(power: Power, organ: str, other: Power | None) -> HeldPower:
    return HeldPower(
        organ=organ,
        role=power.act.value,
        task=" ".join(power.task.split()),
        condition=power.condition,
        exception=power.exception,
        mode=power.mode.value,
        former=power.former.name if power.former else None,
        basis=str(power.basis),
        other_level=_card(other, other.holder.name, None) if other else None,
    )
