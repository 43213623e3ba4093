"""What an answer will say, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from phapquy.answer.evidence import Evidence
from phapquy.answer.holders import Held
from phapquy.answer.model import Clarification, Holder, Outcome, Statement
from phapquy.answer.premise import Premise
from phapquy.law.holder import Level


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answer will say, before it is put into words."""

    outcome: Outcome
    reason: str
    bases: tuple[Evidence, ...] = ()
    related: tuple[Evidence, ...] = ()
    contrast: Evidence | None = None
    """What a clause gives the other level of the same matter."""
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
    """A sentence of its own that answers, said before the clauses."""
    opening_by: tuple[Evidence, ...] = ()
    """The bases it rests on; the first if none is named."""
    said: tuple[Statement, ...] = ()
    """Sentences made elsewhere, on bases that are not quoted again: what became of a unit."""
    clarify: Clarification | None = None
    detail: str = ""
    """For refusals: what is missing, for the wording."""
    strength: float | None = None
    """What a refusal is judged by; None where another rule decided."""
    confidence: float | None = None
    """How likely (0 to 1) the corpus answers the question, from the strength."""
