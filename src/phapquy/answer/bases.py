"""The provisions an answer stands on, and those set beside them: the holder's clause, the other level's part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.byref import Applied
from phapquy.answer.evidence import NEAR, Evidence, gather
from phapquy.answer.holders import Holding, does_it, level_of
from phapquy.answer.reading import read
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level
from phapquy.law.provision import Kind
from phapquy.search.question import Question

MAX_BASES = 3
_ALIKE = 0.94
"""A further provision that holds no word of the question beyond those of the first must have this share of the best."""
_ADDS = 0.2
"""One that holds this share of the question's words beyond them needs only :data:`NEAR`; between, in proportion."""


def chosen_bases(found: Sequence[Evidence], *, several: bool) -> tuple[Evidence, ...]:
    """The provisions the answer stands on: the best, and those that come nearly as high.

    The less a provision adds to what the first says of the question, the higher it must come; where ``several``
    things are asked, and of the points that the first introduces, all that come near are needed.
    """
    first, best = found[0], max(one.score for one in found[:MAX_BASES])

    def least(one: Evidence) -> float:
        if several or one.identity.parent == first.identity:
            return NEAR
        return _ALIKE - (_ALIKE - NEAR) * min(one.adds_to(first) / _ADDS, 1.0)

    if first.shares:
        return tuple(one for one in found[:MAX_BASES] if one.identity in first.shares)
    return tuple(one for one in found[:MAX_BASES] if one is first or one.score >= least(one) * best)


_SURE = 0.96
"""Where one clause surely says who does just what was asked, a further one must score this share of the best."""


def sure_bases(bases: tuple[Evidence, ...], holding: Holding) -> tuple[Evidence, ...]:
    """The bases that are still needed where one of them surely names the one holder asked for.

    A clause and the clause that moved its task belong together and stay.
    """
    if not holding.surely or len(holding.by) != 1 or holding.by[0].moved:
        return bases
    best = max(one.score for one in bases)
    return tuple(one for one in bases if one in holding.by or one.score >= _SURE * best)


_OTHER = {Level.XA: Level.TINH, Level.TINH: Level.XA}


def of_the_other_level(
    wants: Asked, holding: Holding, bases: Sequence[Evidence], found: Sequence[Evidence]
) -> Evidence | None:
    """The nearest clause in which an organ of the other level does what was asked on the same matter."""
    other = _OTHER.get(level_of(holding.organs) or Level.HUYEN)
    if other is None:
        return None
    for one in found[:_CONTRASTED]:
        if one.score < _COMPARABLE * found[0].score:
            return None
        reading = read(wants, one)
        if any(one.identity == base.identity for base in bases) or not (reading.does and reading.on_matter):
            continue
        if all(item.organ.level is other for item in reading.items):
            return one
    return None


_CONTRASTED = 10
"""Provisions among which the other level's part is looked for …"""
_COMPARABLE = 0.8
"""… and the share of the best score that it must have."""


def beside(wants: Asked, first: Evidence, snapshot: Snapshot, as_of: date) -> Evidence | None:
    """The one clause of the same article whose holder does what was asked to the organ named.

    Looked for where the first clause names nobody: "1. Hội gây hại thì bị giải tán. 2. Thẩm quyền giải tán: a) …" tells
    the case first and the holder after it.
    """
    articles = [node for node in first.document.paths[first.identity] if node.kind is Kind.DIEU]
    within = [node.id for article in articles for node in article.walk() if node.id and not node.children]
    valid = (one for one in within if one != first.identity and snapshot.validity.of(one).covers(as_of))
    others = (gather(snapshot, one, first.score, first.terms) for one in valid)
    found = [one for one in others if one and does_it(wants, one)]
    return found[0] if len(found) == 1 else None


def left_out(question: Question, applied: Applied, snapshot: Snapshot) -> tuple[Evidence, Evidence] | None:
    """The referring clause and the power it leaves out, if that power is what a yes-or-no question is about."""
    if not question.may or not applied.left_out:
        return None
    (one, grant), *_ = applied.left_out
    best = max((other.score for other in applied.kept), default=0.0)
    clause = gather(snapshot, grant.by, one.score, one.terms)
    return (clause, one) if clause and one.score >= NEAR * best else None
