"""Units against units: the same ones in the same order, no other, none left out.

The order may change in a few ways only, and only in a part with one organ at most, where it cannot change who does
what: a condition or a time may stand first or last, what is forbidden may stand first, and "A quyết định X" may be
"X do A quyết định".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from phapquy.answer.rewriting.places import same_reference
from phapquy.answer.rewriting.units import BINDING, Joint, Kind, Unit, Units, segments

_CLOSED = frozenset({Kind.NUMBER, Kind.REFERENCE})
"""After these a comma may be set or left out; after an organ it would change who does what."""
_TIMES = frozenset({"trong thời hạn", "kể từ"})
_ONCE = (Kind.ORGAN, Kind.CONDITION, Kind.NEGATION, Kind.REFERENCE, Kind.NUMBER)
"""A part with two of one of these keeps its order."""


def says_the_same(said: Units, wanted: Units) -> bool:
    """Whether a row of units says what another says, as a whole or part by part."""
    if _in_order(said, wanted):
        return True
    theirs, ours = segments(said), segments(wanted)
    return len(ours) == len(theirs) and all(_same_part(a, b) for a, b in zip(theirs, ours, strict=True))


def _same_part(said: Units, wanted: Units) -> bool:
    if _in_order(said, wanted):
        return True
    if any(_in_order(said, turned) for turned in _turned(wanted, _cuts(wanted))):
        return True
    active = _without_agent(said, wanted)
    return active is not None and any(_in_order(active, turned) for turned in _turned(wanted, _after_verb(wanted)))


def _in_order(said: Units, wanted: Units) -> bool:
    """Whether both rows say the same units in the same order, joined alike."""
    strict = any(unit.kind in {Kind.CONDITION, Kind.NEGATION} or unit.joint is Joint.OR for unit in wanted)
    place = 0
    for unit in wanted:
        if place < len(said) and same_unit(said[place], unit):
            if place and not _joined(said[place - 1], said[place], unit.joint, strict=strict):
                return False
            if not place and Joint.OR in {said[0].joint, unit.joint} and said[0].joint is not unit.joint:
                return False
            place += 1
        elif not unit.optional:
            return False
    return place == len(said)


def same_unit(said: Unit, wanted: Unit) -> bool:
    """Whether two units say the same; a reference may be named in fewer words."""
    if said.citation and wanted.citation:
        return same_reference(wanted, said)
    return said.alike(wanted)


def _joined(before: Unit, unit: Unit, wanted: Joint, *, strict: bool) -> bool:
    """Whether a unit is joined to what stands before it as the statement joins it.

    ``strict`` where a condition, a negation or an alternative hangs on commas and "và".
    """
    said = unit.joint
    if said is wanted or (wanted, said) == (Joint.THEN, Joint.COMMA):
        return True
    if (wanted, said) == (Joint.COMMA, Joint.THEN):
        return strict
    if before.kind in BINDING or {said, wanted} == {Joint.NONE, Joint.COMMA}:
        closed = before.kind in _CLOSED and not strict
        return before.kind not in BINDING and (closed or unit.kind is Kind.CONDITION)
    if strict or unit.kind is Kind.ORGAN or Joint.OR in {said, wanted}:
        return False
    if wanted is Joint.STOP:
        return said in {Joint.COMMA, Joint.AND}
    return {said, wanted} == {Joint.COMMA, Joint.AND}


def _turned(wanted: Units, cuts: Iterable[int]) -> Iterator[Units]:
    """The rows that say the second half of a part first."""
    for cut in cuts:
        for seam in (Joint.NONE, Joint.COMMA):
            yield (
                replace(wanted[cut], joint=Joint.NONE),
                *wanted[cut + 1 :],
                replace(wanted[0], joint=seam),
                *wanted[1:cut],
            )


def _cuts(wanted: Units) -> Iterator[int]:
    """Where a part may be cut in two halves of which either may come first: a condition, a time, what is forbidden."""
    joints = _joints(wanted)
    if not _single(wanted) or len(joints) > 1:
        return
    if joints:
        halves = wanted[: joints[0]], wanted[joints[0] :]
        apart = wanted[joints[0]].joint in {Joint.COMMA, Joint.THEN}
        if apart and any(_adverbial(a) and not _conditional(b) for a, b in (halves, halves[::-1])):
            yield joints[0]
        return
    for cut in range(1, len(wanted)):
        negation = wanted[cut].kind is Kind.NEGATION and not _conditional(wanted)
        if wanted[cut - 1].kind not in BINDING and (negation or _adverbial(wanted[cut:])):
            yield cut


def _after_verb(wanted: Units) -> Iterable[int]:
    """Where ``A quyết định X`` may be cut to say ``X do A quyết định``."""
    if not _single(wanted) or _joints(wanted) or any(unit.kind in BINDING for unit in wanted):
        return ()
    return (cut for cut in range(2, len(wanted)) if wanted[cut].kind is not Kind.LEVEL)


def _single(wanted: Units) -> bool:
    kinds = Counter(unit.kind for unit in wanted)
    return max(kinds[kind] for kind in _ONCE) <= 1


def _joints(wanted: Units) -> list[int]:
    return [place for place, unit in enumerate(wanted) if place and unit.joint is not Joint.NONE]


def _conditional(half: Units) -> bool:
    return any(unit.kind is Kind.CONDITION for unit in half)


def _adverbial(half: Units) -> bool:
    """Whether a half begins as one that says when or in which case."""
    timed = len(half) > 1 and half[0].key in _TIMES and half[1].kind is Kind.NUMBER
    return half[0].kind is Kind.CONDITION or timed


def _without_agent(said: Units, wanted: Units) -> Units | None:
    """A part as said without the ``do`` before the organ that the statement begins with."""
    if not wanted or wanted[0].kind is not Kind.ORGAN:
        return None
    for place, (agent, organ) in enumerate(pairwise(said)):
        if agent.key == "do" and organ.alike(wanted[0]) and organ.joint is Joint.NONE:
            return (*said[:place], replace(organ, joint=agent.joint), *said[place + 2 :])
    return None
