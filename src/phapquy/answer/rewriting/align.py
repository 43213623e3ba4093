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

_APART = frozenset({Kind.ORGAN, Kind.NUMBER, Kind.REFERENCE})
"""A comma may be set beside these."""
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
        if place < len(said) and _same(said[place], unit):
            if place and not _joined(said[place - 1], said[place], unit.joint, strict=strict):
                return False
            place += 1
        elif not unit.optional:
            return False
    return place == len(said)


def _same(said: Unit, wanted: Unit) -> bool:
    if said.citation and wanted.citation:
        return same_reference(wanted.citation, said.citation)
    return said.alike(wanted)


def _joined(before: Unit, unit: Unit, wanted: Joint, *, strict: bool) -> bool:
    """Whether a unit is joined to what stands before it as the statement joins it.

    ``strict`` where a condition, a negation or an alternative hangs on commas and "và".
    """
    said = unit.joint
    if said is wanted or (wanted is Joint.COMMA and said is Joint.NONE):
        return True
    if strict or Joint.OR in {said, wanted}:
        return False
    if wanted is Joint.NONE:
        return said is Joint.COMMA and bool({before.kind, unit.kind} & _APART) and before.kind not in BINDING
    if wanted is Joint.STOP:
        return said in {Joint.COMMA, Joint.AND}
    return {said, wanted} == {Joint.COMMA, Joint.AND}


def _turned(wanted: Units) -> Iterator[Units]:
    """The rows that say the second half of a part first; only where that changes nothing."""
    kinds = Counter(unit.kind for unit in wanted)
    several = max(kinds[kind] for kind in _ONCE) > 1
    joints = [place for place, unit in enumerate(wanted) if place and unit.joint is not Joint.NONE]
    if several or len(joints) > 1 or (joints and wanted[joints[0]].joint is not Joint.COMMA):
        return
    conditions = [place for place, unit in enumerate(wanted) if place and unit.kind is Kind.CONDITION]
    for cut in joints or conditions or range(1, len(wanted)):
        if wanted[cut - 1].kind in BINDING:
            continue
        yield (
            replace(wanted[cut], joint=Joint.NONE),
            *wanted[cut + 1 :],
            replace(wanted[0], joint=Joint.COMMA),
            *wanted[1:cut],
        )


def _agents(said: Units, wanted: Units) -> Iterator[Units]:
    """A part as said, and without the ``do`` before the organ that it began with."""
    yield said
    if not wanted or wanted[0].kind is not Kind.ORGAN:
        return
    for place, (agent, organ) in enumerate(pairwise(said)):
        if agent.key == "do" and organ.alike(wanted[0]) and organ.joint is Joint.NONE:
            yield (*said[:place], replace(organ, joint=agent.joint), *said[place + 2 :])
