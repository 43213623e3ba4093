"""Score one answer against its case: pure functions over the answer's JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from phapquy.evaluate import citations
from phapquy.evaluate.citations import DEPTHS
from phapquy.evaluate.dataset import Case
from phapquy.evaluate.organs import holders_fitting, named_by_answer

Exists = Callable[[str], bool]
SourceText = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class CaseScore:
    """What one answer got right. A part that the case does not judge is None."""

    case: Case
    given_outcome: str
    outcome: bool
    level: bool | None
    organs: bool | None
    """Every gold organ is named."""
    holders: float | None
    """Share of the structured holders that are gold organs."""
    recall: dict[str, float | None]
    """By depth: share of the needed bases that are cited."""
    precision: dict[str, float | None]
    """By depth: share of the basis citations that are listed."""
    facts: float | None
    """Share of the required facts found in the answer's own words."""
    never: int
    """Forbidden patterns found."""
    fabricated: tuple[str, ...]
    altered: tuple[str, ...]
    unbacked: int
    bases: int
    """How many basis citations the answer has."""
    latency_ms: float | None

    @property
    def cited(self) -> bool | None:
        """Whether all needed bases are cited exactly; None where nothing has to be cited."""
        exact = self.recall["diem"]
        return None if exact is None else exact == 1.0

    @property
    def right(self) -> bool:
        """Whether the answer is right in all parts, as the evaluation set defines it."""
        parts = (self.level, self.organs, self.cited, None if self.facts is None else self.facts == 1.0)
        return self.outcome and self.never == 0 and all(part is not False for part in parts)


def score_answer(
    case: Case,
    answer: Mapping[str, Any],
    *,
    exists: Exists,
    source_text: SourceText,
    latency_ms: float | None = None,
) -> CaseScore:
    """Score an answer (the JSON object of the contract) against its case.

    Args:
        case: the question and its gold.
        answer: the answer as JSON; missing fields count as empty.
        exists: whether a provision id is in the knowledge base.
        source_text: the stored text of a provision with all below it.
        latency_ms: measured time to answer; by default what the answer says of itself.
    """
    given = str(answer.get("outcome") or "")
    return CaseScore(
        case=case,
        given_outcome=given,
        outcome=given == case.outcome,
        level=None if case.level is None else answer.get("level") == case.level,
        organs=all(named_by_answer(organ, answer) for organ in case.organs) if case.organs else None,
        holders=holders_fitting(case.organs, answer),
        recall={depth: citations.recall(case.cite, answer, depth) for depth in DEPTHS},
        precision={depth: citations.precision(case.cite, answer, depth) for depth in DEPTHS},
        facts=facts_found(case, answer),
        never=never_found(case, answer),
        fabricated=citations.fabricated(answer, exists),
        altered=citations.altered_quotes(answer, source_text),
        unbacked=citations.unbacked_statements(answer),
        bases=len(citations.basis_citations(answer)),
        latency_ms=latency_ms if latency_ms is not None else _own_timing(answer),
    )


def facts_found(case: Case, answer: Mapping[str, Any]) -> float | None:
    """Return the share of the required patterns found; None where none is required."""
    if not case.facts:
        return None
    own = own_words(answer)
    return sum(_found(pattern, own) for pattern in case.facts) / len(case.facts)


def never_found(case: Case, answer: Mapping[str, Any]) -> int:
    """Count the forbidden patterns found."""
    own = own_words(answer)
    return sum(_found(pattern, own) for pattern in case.never)


def own_words(answer: Mapping[str, Any]) -> str:
    """Return the assistant's own answer, composed, with every run of white space made one space."""
    return " ".join(unicodedata.normalize("NFC", str(answer.get("text") or "")).split())


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _own_timing(answer: Mapping[str, Any]) -> float | None:
    total = (answer.get("timings_ms") or {}).get("total")
    return float(total) if isinstance(total, int | float) else None
