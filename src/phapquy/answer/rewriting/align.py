"""Units against units: the same ones in the same order, no other, none left out.

The order may change in one way only, and only where it cannot change who does what: a sentence of one organ and one
part, or of two parts set apart by a comma, may say its second half first ("A quyết định X" = "X do A quyết định").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from phapquy.answer.rewriting.places import same_reference
from phapquy.answer.rewriting.units import BINDING, Joint, Kind, Unit, Units, segments

_CLOSED = frozenset({Kind.NUMBER, Kind.REFERENCE})
"""After these a comma may be set or left out; after an organ it would change who does what."""
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
    return any(_in_order(candidate, turned) for turned in _turned(wanted) for candidate in _agents(said, wanted))


def _in_order(said: Units, wanted: Units) -> bool:
    """Whether both rows say the same units in the same order, joined alike."""
    strict = any(unit.kind in {Kind.CONDITION, Kind.NEGATION} or unit.joint is Joint.OR for unit in wanted)
    place = 0
    for unit in wanted:
        if place < len(said) and same_unit(said[place], unit):
            if place and not _joined(said[place - 1], said[place], unit.joint, strict=strict):
                return False
            place += 1
        elif not unit.optional:
            return False
    return place == len(said)


def same_unit(said: Unit, wanted: Unit) -> bool:
    """Whether two units say the same; a reference may be named in fewer words."""
    if said.citation and wanted.citation:
        return same_reference(wanted.citation, said.citation)
    return said.alike(wanted)


def _joined(before: Unit, unit: Unit, wanted: Joint, *, strict: bool) -> bool:
    """Whether a unit is joined to what stands before it as the statement joins it.

    ``strict`` where a condition, a negation or an alternative hangs on commas and "và".
    """
    said = unit.joint
    if said is wanted:
        return True
    if before.kind in BINDING or {said, wanted} == {Joint.NONE, Joint.COMMA}:
        closed = before.kind in _CLOSED and not strict
        return before.kind not in BINDING and (closed or unit.kind is Kind.CONDITION)
    if strict or unit.kind is Kind.ORGAN or Joint.OR in {said, wanted}:
        return False
    if wanted is Joint.STOP:
        return said in {Joint.COMMA, Joint.AND}
    return {said, wanted} == {Joint.COMMA, Joint.AND}


def _turned(wanted: Units) -> Iterator[Units]:
    """The rows that say the second half of a part first; only where that changes nothing."""
    for cut in _cuts(wanted):
        for seam in (Joint.NONE, Joint.COMMA):
            yield (
                replace(wanted[cut], joint=Joint.NONE),
                *wanted[cut + 1 :],
                replace(wanted[0], joint=seam),
                *wanted[1:cut],
            )


def _cuts(wanted: Units) -> Iterator[int]:
    """Where a part may be cut in two halves of which either may come first."""
    kinds = Counter(unit.kind for unit in wanted)
    joints = [place for place, unit in enumerate(wanted) if place and unit.joint is not Joint.NONE]
    if max(kinds[kind] for kind in _ONCE) > 1 or len(joints) > 1:
        return
    if joints:
        first, second = wanted[: joints[0]], wanted[joints[0] :]
        if second[0].joint is Joint.COMMA and _stands_alone(first) and not _ends_in_condition(second):
            yield joints[0]
        return
    conditions = [place for place, unit in enumerate(wanted) if unit.kind is Kind.CONDITION]
    for cut in conditions or range(1, len(wanted)):
        if cut and wanted[cut - 1].kind not in BINDING and wanted[cut].kind is not Kind.LEVEL:
            yield cut


def _stands_alone(half: Units) -> bool:
    """Whether nothing in a first half reaches into the second: it is a condition, or binds nothing."""
    return half[0].kind is Kind.CONDITION or all(unit.kind not in BINDING for unit in half)


def _ends_in_condition(half: Units) -> bool:
    return any(unit.kind is Kind.CONDITION for unit in half[1:])


def _agents(said: Units, wanted: Units) -> Iterator[Units]:
    """A part as said, and without the ``do`` before the organ that it began with."""
    yield said
    if not wanted or wanted[0].kind is not Kind.ORGAN:
        return
    for place, (agent, organ) in enumerate(pairwise(said)):
        if agent.key == "do" and organ.alike(wanted[0]) and organ.joint is Joint.NONE:
            yield (*said[:place], replace(organ, joint=agent.joint), *said[place + 2 :])
