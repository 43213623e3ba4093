"""Apply powers moved by reference: a clause that still names the old holder is read with the clause that moved it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from phapquy.answer.evidence import NEAR, Evidence, gather
from phapquy.authority.competence import nearest_organ
from phapquy.authority.fields import competent_by_field, names_competent_only, shared_by_field, taken_by_field
from phapquy.corpus.moves import Moved
from phapquy.index.readings import moves
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import LEVEL_NAMES, find_organs
from phapquy.law.provision import MAX_DEPTH
from phapquy.law.transfers import Transfer
from phapquy.search.former import districts_ended

_LOOKED_AT = 12
"""Provisions whose holders are compared with the transfers; further down none becomes a basis."""


def apply_moves(found: Iterable[Evidence], snapshot: Snapshot, day: date) -> tuple[Evidence, ...]:
    """Give the evidence the holders it has on a day.

    A provision whose task a clause in force has moved follows that clause, and names the new holder; organs of the
    district level name nobody once they are no more.
    """
    ended = districts_ended(snapshot, day)
    evidence = [replace(one, no_districts=ended) for one in found]
    out: dict[object, Evidence] = {}
    for place, one in enumerate(evidence):
        for each in _followed(one, snapshot, day) if place < _LOOKED_AT else (one,):
            known = out.get(each.identity)
            if known is None or (each.reached and not known.reached) or (each.shares and not known.shares):
                out[each.identity] = each if known is None else replace(each, score=max(each.score, known.score))
    return tuple(sorted(out.values(), key=lambda one: -one.score))


def _followed(one: Evidence, snapshot: Snapshot, day: date) -> tuple[Evidence, ...]:
    """The evidence, before it the clause that moved it."""
    known = moves(snapshot)
    if own := known.by(one.identity, day):
        return (one.taken_by(own[0].transfer),)
    moved = _moved_here(one, known.of(one.identity, day))
    transfer = moved.transfer if moved else _by_field(one, snapshot, day)
    if transfer is None:
        return _shared(one, snapshot, day)
    clause = gather(snapshot, transfer.by, one.score, one.terms)
    after = one.taken_by(transfer)
    if clause is None:
        return (after,)
    before = clause.taken_by(transfer)
    return (replace(before, no_districts=one.no_districts, reached=True), after)


def _by_field(one: Evidence, snapshot: Snapshot, day: date) -> Transfer | None:
    """Who took over what was the district's, or who is meant by "the competent level", by the clause of a field."""
    if one.orphaned:
        return taken_by_field(one.identity, snapshot, day)
    return competent_by_field(one.identity, snapshot, day) if names_competent_only(one.own_words) else None


def _shared(one: Evidence, snapshot: Snapshot, day: date) -> tuple[Evidence, ...]:
    """The evidence, before it the points that share out the district level's task it names, each to its organ."""
    points = shared_by_field(one.identity, snapshot, day) if one.orphaned else ()
    scores = (one.score * (1.0 - _STEP * place) for place in range(len(points)))
    found = [gather(snapshot, point, score, one.terms) for point, score in zip(points, scores, strict=False)]
    shared = (replace(each, shares=points, no_districts=one.no_districts) for each in found if each)
    return (*shared, one.scored(one.score * _EMPTY) if points else one)


_STEP = 0.005
"""How much each further point of a list comes below the one before it."""
_EMPTY = 0.8
"""Factor on a provision whose organ is no more, once the points that gave its task anew are at hand."""


def _moved_here(one: Evidence, found: tuple[Moved, ...]) -> Moved | None:
    """The transfer whose giver the provision speaks of, if there is one."""
    if not found:
        return None
    words = one.own_words.lower()
    named = find_organs(one.own_words)
    above = nearest_organ(one.document, one.identity)
    for moved in found:
        giver = moved.transfer.giver
        if giver is None or any(moved.takes_from(organ) for organ in (*named, *filter(None, (above,)))):
            return moved
        # "cơ quan … cấp tỉnh, cấp huyện": the second level of a list is no organ of its own
        if giver.base.lower() in words and giver.level and LEVEL_NAMES[giver.level] in words:
            return moved
    return None


def without_siblings(found: Sequence[Evidence]) -> list[Evidence]:
    """Leave out the siblings of a near provision whose task lost its holder.

    Where an article gives one kind of case to the province and the other to the district, and the district's has
    gone to nobody at hand, the province's point is no answer to a question that the district's point fits as well.
    """
    near = [one for one in found[:_LOOKED_AT] if one.score >= NEAR * found[0].score]
    lost = {one.identity.parent for one in near if len(one.identity.parts) == MAX_DEPTH and one.orphaned}
    return [one for one in found if one.orphaned or one.identity.parent not in lost]
