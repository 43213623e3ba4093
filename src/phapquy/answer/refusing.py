"""When nothing is answered: what stands in the way, with what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.decision import Decision
from phapquy.answer.enough import asks_for_a_person, confidence, least_strength, missing_figure
from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.missing import missing_fact
from phapquy.answer.model import Outcome
from phapquy.answer.papers import only_on_paper, paper_asked
from phapquy.answer.persons import office_asked, only_on_office, speaking_of
from phapquy.index.snapshot import Snapshot
from phapquy.search.question import Question
from phapquy.search.retriever import SearchResult

RELATED = 3
"""Provisions that a refusal names as nearest."""


def missing_fact_of(asked: Asked, found: Sequence[Evidence]) -> Decision | None:
    """Ask for the fact that decides between two holders, if the question leaves it out."""
    fact = missing_fact(asked, found)
    related = tuple(found[:RELATED])
    return Decision(Outcome.CLARIFY, "missing-fact", related=related, clarify=fact) if fact else None


def on_what_is_named(
    question: Question, found: Sequence[Evidence], snapshot: Snapshot, as_of: date
) -> Sequence[Evidence]:
    """Keep the provisions on the very paper or office that a question on competence names; all if it names none."""
    if paper := paper_asked(question):
        found = only_on_paper(paper, found)
    if office := office_asked(question):
        found = only_on_office(office, found, snapshot, as_of)
    return found


def nobody_named(question: Question, found: Sequence[Evidence]) -> Decision:
    """Refuse a question on a paper or office that no provision is on; of an office, with those that mention it."""
    office = office_asked(question)
    if office is None:
        return Decision(Outcome.NOT_FOUND, "nobody-named", detail=paper_asked(question))
    near = tuple(speaking_of(office, found)[:RELATED])
    return Decision(Outcome.NOT_FOUND, "nobody-named", related=near, detail=f"việc {office.words}")


def refusal_of(
    question: Question,
    result: SearchResult,
    near: tuple[Evidence, ...],
    strong: float,
    snapshot: Snapshot,
    *,
    corrected: bool,
) -> Decision | None:
    """Return why a question is not answered, or None.

    Args:
        question: the understood question.
        result: what was found.
        near: the nearest provisions, at least one.
        strong: how strong the evidence is.
        snapshot: where it was found.
        corrected: whether something that the question takes to be so is put right first.
    """
    if missing := missing_figure(question, near):
        return Decision(Outcome.NOT_FOUND, "no-such-figure", related=near, detail=missing)
    if result.ahead and not corrected and not question.references and not question.about_units:
        later = gather(snapshot, result.ahead, near[0].score, near[0].terms)
        return Decision(Outcome.NOT_FOUND, "not-yet-in-force", related=tuple(filter(None, (later, *near[:-1]))))
    least = least_strength(question)
    person = asks_for_a_person(question)
    if person or strong < least:
        unsure = None if person else confidence(strong, least)
        return Decision(Outcome.NOT_FOUND, "weak-evidence", related=near, strength=strong, confidence=unsure)
    return None
