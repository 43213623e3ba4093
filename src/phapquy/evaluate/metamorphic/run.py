"""Ask changed questions and add up how often the relation holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phapquy.evaluate.dataset import Case
from phapquy.evaluate.intervals import wilson
from phapquy.evaluate.metamorphic.agreement import PARTS, LeftOut, Parts
from phapquy.evaluate.metamorphic.relations import HELD_TO_GOLD, RELATIONS, Relation
from phapquy.evaluate.metrics import score_answer
from phapquy.evaluate.protocols import KnowledgeBaseLike

MARGIN = 0.03
"""The share that is right may fall by so much under a change that keeps the gold."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One question, changed: which parts of the two answers agree, and which answer is right."""

    case: Case
    parts: Parts
    was_right: bool
    is_right: bool

    @property
    def holds(self) -> bool:
        """Whether the relation holds."""
        return all(self.parts.values())


@dataclass(frozen=True, slots=True)
class Held:
    """What one relation showed."""

    relation: Relation
    pairs: tuple[Pair, ...]
    not_judged: int
    """Changed questions that the rule does not judge."""


def check_relations(
    kb: KnowledgeBaseLike,
    cases: Sequence[Case],
    answers: Sequence[Mapping[str, Any]],
    as_of: date,
    *,
    relations: Sequence[Relation] = RELATIONS,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Held, ...]:
    """Ask every question in every changed form.

    Args:
        kb: the knowledge base.
        cases: the questions.
        answers: the answers to the questions as they are, in the same order.
        as_of: the day the questions are asked on.
        relations: what to check.
        progress: called after every relation.
    """
    found = []
    for done, relation in enumerate(relations, start=1):
        found.append(_check(kb, list(zip(cases, answers, strict=True)), as_of, relation))
        if progress:
            progress(done, len(relations))
    return tuple(found)


def _check(
    kb: KnowledgeBaseLike, asked: Sequence[tuple[Case, Mapping[str, Any]]], as_of: date, relation: Relation
) -> Held:
    pairs: list[Pair] = []
    not_judged = 0
    for case, plain in asked:
        question = relation.changed(case)
        if question is None:
            continue
        changed = kb.ask(question, as_of=as_of, id=case.id).to_json()
        parts = relation.judge(plain, changed, _left_out(kb, as_of))
        if parts is None:
            not_judged += 1
            continue
        right = [
            score_answer(case, one, exists=kb.exists, source_text=kb.source_text).right for one in (plain, changed)
        ]
        pairs.append(Pair(case, parts, right[0], right[1]))
    return Held(relation, tuple(pairs), not_judged)


def _left_out(kb: KnowledgeBaseLike, as_of: date) -> LeftOut:
    """What the knowledge base knows of powers that are kept from a unit; nothing for one that cannot tell."""
    derived = getattr(kb, "derived", None)

    def ask(provision: str, unit: str) -> bool:
        if derived is None:
            return False
        kept = [one for one in derived(provision, as_of) if str(one.how).startswith("không giao")]
        return any(unit in one.organ.lower() for one in kept)

    return ask


def metamorphic_json(found: Sequence[Held]) -> dict[str, Any]:
    """Return the section of the report: by relation, shares with 95 % intervals and the questions that disagree."""
    return {held.relation.name: _section(held) for held in found}


def _section(held: Held) -> dict[str, Any]:
    count = len(held.pairs)
    holding = sum(pair.holds for pair in held.pairs)
    section: dict[str, Any] = {
        "title": held.relation.title,
        "expects": held.relation.expects,
        "questions": count,
        "not_judged": held.not_judged,
        "holds": _share(holding, count),
        "interval_95": [round(end, 4) for end in wilson(holding, count)],
        "parts": {part: share for part in (*PARTS, "changed") if (share := _part(held.pairs, part)) is not None},
    }
    if held.relation.name in HELD_TO_GOLD:
        section |= _against_gold(held.pairs)
    section["disagree"] = {
        pair.case.id: [part for part, agrees in pair.parts.items() if not agrees]
        for pair in held.pairs
        if not pair.holds
    }
    return section


def _against_gold(pairs: Sequence[Pair]) -> dict[str, Any]:
    was = _share(sum(pair.was_right for pair in pairs), len(pairs))
    now = _share(sum(pair.is_right for pair in pairs), len(pairs))
    within = was is None or now is None or now >= was - MARGIN
    return {
        "right_plain": was,
        "right_changed": now,
        "within_3_points": within,
        "gained": [pair.case.id for pair in pairs if pair.is_right and not pair.was_right],
        "lost": [pair.case.id for pair in pairs if pair.was_right and not pair.is_right],
    }


def _part(pairs: Sequence[Pair], part: str) -> float | None:
    judged = [pair.parts[part] for pair in pairs if part in pair.parts]
    return _share(sum(judged), len(judged))


def _share(some: int, count: int) -> float | None:
    return round(some / count, 4) if count else None
