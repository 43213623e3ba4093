"""Negative controls: assistants that are broken on purpose and must score badly.

A figure that stays high under a broken ranking does not measure the ranking. The first three go the whole way through
the real decision and wording; only what they are given to decide on is wrong.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from phapquy.assistant import KnowledgeBase
from phapquy.evaluate.citations import basis_citations
from phapquy.evaluate.dataset import Case
from phapquy.evaluate.protocols import KnowledgeBaseLike, SearchLike
from phapquy.evaluate.refusals import refusal_figures
from phapquy.evaluate.run import Report, evaluate
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Question
from phapquy.search.retriever import Hit, Ranks, SearchResult

SEED = 20250701
_SURE = 1.0
"""A nearness in meaning that no threshold refuses."""


class Shuffled:
    """Ranks provisions in force by chance, with the scores and nearness of the real ranking."""

    def __init__(self, ranks: Ranks, snapshot: Snapshot) -> None:
        self._ranks, self._snapshot = ranks, snapshot

    def search(self, question: Question, as_of: date, limit: int = 20, documents: Collection[str] = ()) -> SearchResult:
        """Put a random provision in the place of every hit; the same question gets the same ones."""
        found = self._ranks.search(question, as_of, limit, documents)
        passages = np.flatnonzero(self._snapshot.in_force(as_of))
        chance = random.Random(f"{SEED}/{question.raw}")
        drawn = chance.sample(list(map(int, passages)), min(len(found.hits), len(passages)))
        names = [self._snapshot.passages[number].id for number in drawn]
        hits = [
            Hit(ProvisionId.parse(name), hit.score, number, hit.signals)
            for name, number, hit in zip(names, drawn, found.hits, strict=False)
        ]
        return replace(found, hits=tuple(hits), ahead=None)


class Shifted:
    """Gives every question the ranking of the next one."""

    def __init__(self, ranks: Ranks, questions: Sequence[Question]) -> None:
        following = [*questions[1:], *questions[:1]]
        self._ranks = ranks
        self._next = {one.raw: other for one, other in zip(questions, following, strict=True)}

    def search(self, question: Question, as_of: date, limit: int = 20, documents: Collection[str] = ()) -> SearchResult:
        """Rank for the next question and hand it out as this one's; the documents it names do not count."""
        other = self._next.get(question.raw)
        if other is None:
            return self._ranks.search(question, as_of, limit, documents)
        return replace(self._ranks.search(other, as_of, limit), question=question, ahead=None)


class Sure:
    """Ranks as ever and holds everything for near: no question is refused for weak evidence."""

    def __init__(self, ranks: Ranks) -> None:
        self._ranks = ranks

    def search(self, question: Question, as_of: date, limit: int = 20, documents: Collection[str] = ()) -> SearchResult:
        """Raise the nearness in meaning to the highest there is."""
        found = self._ranks.search(question, as_of, limit, documents)
        return replace(found, best={**found.best, "body": _SURE}, ahead=None)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that was decided beforehand."""

    shown: Mapping[str, Any]

    def to_json(self) -> Mapping[str, Any]:
        """Return it."""
        return self.shown


@dataclass(frozen=True, slots=True)
class Parrot:
    """Says the same whatever is asked."""

    kb: KnowledgeBaseLike
    says: Mapping[str, Any]

    @property
    def snapshot_id(self) -> str:
        """The id of the index whose provisions are checked against."""
        return self.kb.snapshot_id

    def ask(self, question: str, as_of: date | None = None, id: str | None = None) -> Said:
        """Say it."""
        return Said({**self.says, "id": id, "question": question})

    def search(self, question: str, as_of: date | None = None, limit: int = 20) -> SearchLike:
        """Rank as the knowledge base does; not used."""
        return self.kb.search(question, as_of, limit)

    def exists(self, id: str) -> bool:
        """Whether a provision is stored."""
        return self.kb.exists(id)

    def source_text(self, id: str) -> str | None:
        """Return the stored text of a provision."""
        return self.kb.source_text(id)


REFUSAL: Mapping[str, Any] = {"outcome": "not_found", "level": None, "holders": [], "text": "", "citations": []}


def commonest(answers: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the answer whose first basis is the most frequent first basis of all answers; a refusal without one."""
    firsts = [(str(bases[0]["id"]), answer) for answer in answers if (bases := basis_citations(answer))]
    if not firsts:
        return REFUSAL
    best = Counter(first for first, _ in firsts).most_common(1)[0][0]
    return next(answer for first, answer in firsts if first == best)


def run_controls(
    kb: KnowledgeBase,
    cases: Sequence[Case],
    own: Report,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, dict[str, float | None]]:
    """Score every control on the questions; ``own`` is the real assistant's report, given first in the result."""
    questions = [kb.understand(case.question) for case in cases]
    broken: dict[str, tuple[KnowledgeBaseLike, bool]] = {
        "Xếp hạng ngẫu nhiên": (kb.ranked_by(Shuffled), True),
        "Xếp hạng của câu hỏi khác": (kb.ranked_by(lambda ranks, _: Shifted(ranks, questions)), True),
        "Không từ chối vì yếu": (kb.ranked_by(lambda ranks, _: Sure(ranks)), False),
        "Luôn một điều khoản": (Parrot(kb, commonest(own.answers)), False),
        "Từ chối tất cả": (Parrot(kb, REFUSAL), False),
    }
    found = {"phapquy": control_figures(own)}
    for done, (name, (control, rank)) in enumerate(broken.items(), start=1):
        found[name] = control_figures(evaluate(control, cases, own.as_of, rank=rank))
        if progress:
            progress(done, len(broken))
    return found


_SHOWN = ("right", "outcome", "level", "organs", "cited_all", "recall_khoan", "precision_khoan", "facts")


def control_figures(report: Report) -> dict[str, float | None]:
    """Return the figures a control is judged by."""
    overall, refused = report.overall, refusal_figures(report.scores)
    return {
        **{name: _rounded(overall[name]) for name in _SHOWN},
        "not_found_recall": refused["not_found_recall"],
        "answerable_refused": refused["answerable_refused"],
        "mrr_khoan@10": _rounded(report.retrieval.get("mrr_khoan@10")),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
