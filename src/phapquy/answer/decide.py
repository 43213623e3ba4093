"""One function, three outcomes: what is answered, with which bases, and when to ask back or to refuse.

The rules are few and honest: an answer needs evidence that covers the words of the question and is near to it
in meaning; a question for a sum, a share or a term needs a basis that states one; a question about one article
of a document needs that document. Everything else is refused with what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.bases import MAX_BASES, beside, chosen_bases, left_out, of_the_other_level, sure_bases
from phapquy.answer.byref import Applied, apply_grants
from phapquy.answer.decision import Decision
from phapquy.answer.enough import (
    confidence,
    content_terms,
    least_strength,
    strength,
)
from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.holders import Held, Holding, by_holder, by_level, holders_of, level_of, names_it_too, verdict
from phapquy.answer.homonyms import clarify_homonym
from phapquy.answer.measured import by_amount, reckoned
from phapquy.answer.model import Holder, Outcome
from phapquy.answer.moved import apply_moves, without_siblings
from phapquy.answer.parts import of_parts
from phapquy.answer.premise import Premise, premise_of
from phapquy.answer.prepared import apply_preparations
from phapquy.answer.refusing import RELATED, missing_fact_of, nobody_named, on_what_is_named, refusal_of
from phapquy.answer.transition import without_transition
from phapquy.answer.wordings import consolidated
from phapquy.answer.yesno import forbidden
from phapquy.corpus.notices import short_date
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level
from phapquy.law.provision import Kind
from phapquy.search.question import Asks, Question
from phapquy.search.retriever import SearchResult


def decide(
    question: Question, result: SearchResult, snapshot: Snapshot, as_of: date, parts: Sequence[SearchResult] = ()
) -> Decision:
    """Decide the outcome of a searched question.

    Args:
        question: the understood question.
        result: the ranked provisions in force on ``as_of``.
        snapshot: what they were found in.
        as_of: the day asked about.
        parts: the ranked provisions for each part of a question of several parts.
    """
    if (first := snapshot.first_day) and as_of < first:
        return Decision(Outcome.NOT_FOUND, "before-the-corpus", detail=short_date(first))
    if homonym := clarify_homonym(question, snapshot):
        return Decision(Outcome.CLARIFY, "homonym", clarify=homonym)
    terms = content_terms(question.text)
    premise = premise_of(question, snapshot, as_of, terms)
    gathered = (gather(snapshot, hit.id, hit.score, terms) for hit in result.hits)
    usable = [consolidated(one, snapshot, as_of) for one in gathered if one and _can_be_basis(one)]
    usable = by_amount(question, without_transition(question, usable), snapshot, as_of)
    moved = apply_preparations(question, apply_moves(usable, snapshot, as_of), snapshot)
    applied = apply_grants(question, moved, snapshot)
    decision = _decide(question, result, applied, snapshot, premise, as_of=as_of)
    if decision.outcome is Outcome.ANSWERED:
        decision = _with_parts(decision, parts, snapshot, as_of)
    return _corrected(question, decision, premise) if premise else decision


def _decide(
    question: Question,
    result: SearchResult,
    applied: Applied,
    snapshot: Snapshot,
    premise: Premise | None,
    *,
    as_of: date,
) -> Decision:
    """Decide from the evidence as it holds for the unit and the day asked about."""
    found: Sequence[Evidence] = applied.kept
    if not found:
        return Decision(Outcome.NOT_FOUND, "no-evidence")
    asked = question.asks in {Asks.WHO, Asks.MAY}
    wants = Asked(question, found[0].terms)
    of_district = premise is not None and premise.of_district
    ordered = without_siblings(by_holder(wants, found, of_district=of_district)) if asked else by_level(question, found)
    found = on_what_is_named(question, ordered, snapshot, as_of)
    if not found:
        return nobody_named(question, ordered)
    near = tuple(found[:RELATED])
    strong = strength(question, result.best.get("body", 0.0), found[:MAX_BASES])
    stopped = missing_fact_of(wants, found) if asked and not of_district else None
    stopped = stopped or refusal_of(question, result, near, strong, snapshot, corrected=premise is not None)
    if stopped:
        return stopped
    bases = chosen_bases(found, several=(asked and wants.several) or question.about_units)
    names_somebody = bool(asked and holders_of(wants, bases[:1]).organs)
    one_asked = question.asks is Asks.WHO and not wants.several
    if one_asked and not names_somebody and (holder := beside(wants, bases[0], snapshot, as_of)):
        bases = (bases[0], holder, *(one for one in bases[1:] if one.identity != holder.identity))[:MAX_BASES]
    without = left_out(question, applied, snapshot)
    if without:
        bases = (without[0], *bases[: MAX_BASES - 1])
    holding = holders_of(wants, bases, of_district=of_district) if asked else Holding()
    taken_over = of_district and holding.on_matter and level_of(holding.organs) is not Level.TRUNG_UONG
    if not taken_over and not _wants_holder(wants, holding, bases):
        first = holders_of(wants, bases[:1])
        holding = first if first.decides and _wants_holder(wants, first, bases) else Holding()
    if question.may and names_it_too(wants, holding):
        holding = Holding()
    if len(holding.by) == 1 and names_somebody and not without:
        bases = (*holding.by, *(one for one in bases if one.identity != holding.by[0].identity))
    if not wants.several and not without:
        bases = sure_bases(bases, holding)
    number = reckoned(question, bases[0], snapshot, as_of)
    if number:
        bases = number.bases
    said_first = "" if without or holding.organs else forbidden(question, bases[0])
    return Decision(
        Outcome.ANSWERED,
        "competence" if holding.organs else "fact",
        bases=bases,
        contrast=(contrast := of_the_other_level(wants, holding, bases, found)),
        related=tuple(one for one in found if one not in bases and one is not contrast)[:RELATED],
        holders=_holders(holding.parts),
        parts=holding.parts,
        level=level_of(holding.organs),
        verdict=False if without else verdict(wants, holding) if question.may else None,
        without=without[1] if without else None,
        opening=number.text if number else said_first,
        opening_by=number.bases if number else (),
        strength=strong,
        confidence=confidence(strong, least_strength(question)),
    )


def _with_parts(decision: Decision, parts: Sequence[SearchResult], snapshot: Snapshot, as_of: date) -> Decision:
    """Add the provisions, and the holders, of the parts of the question that the bases so far do not answer."""
    if not parts:
        return decision
    added = of_parts(decision.bases, decision.parts, parts, snapshot, as_of)
    if added.held == decision.parts:
        return replace(decision, bases=added.bases)
    organs = [held.organ for held in added.held]
    return replace(decision, bases=added.bases, parts=added.held, holders=_holders(added.held), level=level_of(organs))


def _holders(parts: Sequence[Held]) -> tuple[Holder, ...]:
    return tuple(
        Holder(part.organ.name, part.organ.level.value if part.organ.level else None, part.role.value) for part in parts
    )


def _corrected(question: Question, decision: Decision, premise: Premise) -> Decision:
    """Say first what is no more; where nothing tells who has its work now, that alone is the answer."""
    if decision.outcome is Outcome.CLARIFY:
        return decision
    verdict = False if question.may and premise.denies else decision.verdict
    if decision.outcome is Outcome.NOT_FOUND or premise.alone:
        decision = Decision(Outcome.ANSWERED, "false-premise", related=decision.related)
    rest = tuple(one for one in decision.bases if one.identity != premise.clause.identity)
    return replace(decision, bases=(premise.clause, *rest), premise=premise, verdict=verdict)


def _can_be_basis(one: Evidence) -> bool:
    """Whether a provision rules anything: what is annexed to an official letter are petitions and tables."""
    return not (one.node.kind is Kind.PHU_LUC and one.entry.type == "Công văn")


_STATE = re.compile(
    r"\b(?:còn|đã|vẫn|đang|chưa) (?:được |có )?(?:hoạt động|tồn tại|áp dụng|hiệu lực|giá trị|dùng)\b", re.IGNORECASE
)


def _wants_holder(wants: Asked, holding: Holding, bases: Sequence[Evidence]) -> bool:
    """Whether the holder found is told: surely, where a clause says that it does just what was asked.

    Else a yes or no on a state is not answered with an organ, and one on a rule only with the organ of which it is
    asked or, asked what may be done, with one that decides the very matter; who is asked for is not told from a clause
    on another matter that only comes after one that names nobody.
    """
    if holding.surely or not holding.organs:
        return True
    question = wants.question
    decides = holding.on_matter and holding.decides and bool(wants.verbs)
    if question.asks is not Asks.MAY:
        return holding.on_matter or holding.decides or holding.by[0] is bases[0]
    if not question.organs or _STATE.search(question.text):
        return False
    named = {(organ.base, organ.level) for organ in question.organs}
    sound = holding.on_matter or holding.decides
    return decides or (sound and any((organ.base, organ.level) in named for organ in holding.organs))
