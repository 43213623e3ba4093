"""One function, three outcomes: what is answered, with which bases, and when to ask back or to refuse.

The rules are few and honest: an answer needs evidence that covers the words of the question and is near to it
in meaning; a question for a sum, a share or a term needs a basis that states one; a question about one article
of a document needs that document. Everything else is refused with what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.byref import Applied, apply_grants
from phapquy.answer.enough import (
    asks_for_a_person,
    confidence,
    content_terms,
    least_strength,
    missing_figure,
    strength,
)
from phapquy.answer.evidence import NEAR, Evidence, gather
from phapquy.answer.holders import Held, Holding, by_holder, does_it, holders_of, level_of, verdict
from phapquy.answer.homonyms import clarify_homonym
from phapquy.answer.measured import by_amount, reckoned
from phapquy.answer.model import Clarification, Holder, Outcome, Statement
from phapquy.answer.moved import apply_moves, without_siblings
from phapquy.answer.papers import only_on_paper, paper_asked
from phapquy.answer.parts import of_parts
from phapquy.answer.premise import Premise, premise_of
from phapquy.answer.prepared import apply_preparations
from phapquy.answer.transition import without_transition
from phapquy.answer.wordings import consolidated
from phapquy.answer.yesno import forbidden
from phapquy.corpus.notices import short_date
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level
from phapquy.law.provision import Kind
from phapquy.search.question import Asks, Question
from phapquy.search.retriever import SearchResult

MAX_BASES = 3
_RELATED = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answer will say, before it is put into words."""

    outcome: Outcome
    reason: str
    bases: tuple[Evidence, ...] = ()
    related: tuple[Evidence, ...] = ()
    holders: tuple[Holder, ...] = ()
    level: Level | None = None
    verdict: bool | None = None
    """Yes or no, where the question asks it and the bases tell."""
    parts: tuple[Held, ...] = ()
    """The holders with their roles and the bases that name them."""
    without: Evidence | None = None
    """A provision that the referring clause, first of the bases, leaves out for the unit asked about."""
    premise: Premise | None = None
    """What the question takes to exist or to apply and does not; said first."""
    opening: str = ""
    """A sentence of its own that answers, said before the clauses; it rests on the first basis."""
    said: tuple[Statement, ...] = ()
    """Sentences made elsewhere, on bases that are not quoted again: what became of a unit."""
    clarify: Clarification | None = None
    detail: str = ""
    """For refusals: what is missing, for the wording."""
    strength: float | None = None
    """What a refusal is judged by; None where another rule decided."""
    confidence: float | None = None
    """How likely (0 to 1) the corpus answers the question, from the strength."""


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
    usable = by_amount(question, without_transition(question, usable))
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
    if asked:
        found = without_siblings(by_holder(wants, found, of_district=of_district))
    near = tuple(found[:_RELATED])
    if paper := paper_asked(question):
        found = only_on_paper(paper, found)
        if not found:
            return Decision(Outcome.NOT_FOUND, "no-such-paper", related=near, detail=paper)
    best = found[:MAX_BASES]
    if missing := missing_figure(question, best):
        return Decision(Outcome.NOT_FOUND, "no-such-figure", related=near, detail=missing)
    if result.ahead and not premise and not question.references and not question.about_units:
        later = gather(snapshot, result.ahead, near[0].score, near[0].terms)
        return Decision(Outcome.NOT_FOUND, "not-yet-in-force", related=tuple(filter(None, (later, *near[:-1]))))
    strong = strength(question, result.best.get("body", 0.0), best)
    least = least_strength(question)
    sure = confidence(strong, least)
    person = asks_for_a_person(question)
    if person or strong < least:
        unsure = None if person else sure
        return Decision(Outcome.NOT_FOUND, "weak-evidence", related=near, strength=strong, confidence=unsure)
    bases = _bases(found, several=(asked and wants.several) or question.about_units)
    names_somebody = bool(asked and holders_of(wants, bases[:1]).organs)
    one_asked = question.asks is Asks.WHO and not wants.several
    if one_asked and not names_somebody and (holder := _beside(wants, bases[0], snapshot, as_of)):
        bases = (bases[0], holder, *(one for one in bases[1:] if one.identity != holder.identity))[:MAX_BASES]
    without = _left_out(question, applied, snapshot)
    if without:
        bases = (without[0], *bases[: MAX_BASES - 1])
    holding = holders_of(wants, bases, of_district=of_district) if asked else Holding()
    if not _wants_holder(question, holding):
        holding = Holding()
    if len(holding.by) == 1 and names_somebody and not without:
        bases = (*holding.by, *(one for one in bases if one.identity != holding.by[0].identity))
    return Decision(
        Outcome.ANSWERED,
        "competence" if holding.organs else "fact",
        bases=bases,
        related=tuple(one for one in found if one not in bases)[:_RELATED],
        holders=tuple(Holder(organ.name, organ.level.value if organ.level else None) for organ in holding.organs),
        parts=holding.parts,
        level=level_of(holding.organs),
        verdict=False if without else verdict(question, holding) if question.may else None,
        without=without[1] if without else None,
        opening=reckoned(question, bases[0]) or ("" if without or holding.organs else forbidden(question, bases[0])),
        strength=strong,
        confidence=sure,
    )


def _with_parts(decision: Decision, parts: Sequence[SearchResult], snapshot: Snapshot, as_of: date) -> Decision:
    """Add the provisions, and the holders, of the parts of the question that the bases so far do not answer."""
    if not parts:
        return decision
    added = of_parts(decision.bases, decision.parts, parts, snapshot, as_of)
    if added.held == decision.parts:
        return replace(decision, bases=added.bases)
    organs = [held.organ for held in added.held]
    holders = tuple(Holder(organ.name, organ.level.value if organ.level else None) for organ in organs)
    return replace(decision, bases=added.bases, parts=added.held, holders=holders, level=level_of(organs))


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


_ALIKE = 0.94
"""A further provision that holds no word of the question beyond those of the first must have this share of the best."""
_ADDS = 0.2
"""One that holds this share of the question's words beyond them needs only :data:`NEAR`; between, in proportion."""


def _bases(found: Sequence[Evidence], *, several: bool) -> tuple[Evidence, ...]:
    """The provisions the answer stands on: the best, and those that come nearly as high.

    The less a provision adds to what the first says of the question, the higher it must come; where ``several``
    things are asked, and of the points that the first introduces, all that come near are needed.
    """
    first, best = found[0], max(one.score for one in found[:MAX_BASES])

    def least(one: Evidence) -> float:
        if several or one.identity.parent == first.identity:
            return NEAR
        return _ALIKE - (_ALIKE - NEAR) * min(one.adds_to(first) / _ADDS, 1.0)

    return tuple(one for one in found[:MAX_BASES] if one is first or one.score >= least(one) * best)


_STATE = re.compile(
    r"\b(?:còn|đã|vẫn|đang|chưa) (?:được |có )?(?:hoạt động|tồn tại|áp dụng|hiệu lực|giá trị|dùng)\b", re.IGNORECASE
)


def _wants_holder(question: Question, holding: Holding) -> bool:
    """Whether a question is one of competence: a yes or no on a rule or a state is not answered with an organ."""
    if question.asks is not Asks.MAY or holding.surely:
        return True
    return bool(question.organs) and not _STATE.search(question.text)


def _beside(wants: Asked, first: Evidence, snapshot: Snapshot, as_of: date) -> Evidence | None:
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


def _left_out(question: Question, applied: Applied, snapshot: Snapshot) -> tuple[Evidence, Evidence] | None:
    """The referring clause and the power it leaves out, if that power is what a yes-or-no question is about."""
    if not question.may or not applied.left_out:
        return None
    (one, grant), *_ = applied.left_out
    best = max((other.score for other in applied.kept), default=0.0)
    clause = gather(snapshot, grant.by, one.score, one.terms)
    return (clause, one) if clause and one.score >= NEAR * best else None
