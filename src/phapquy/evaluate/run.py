"""Ask a knowledge base the questions of a file and score what it says."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from phapquy.errors import UsageError
from phapquy.evaluate.dataset import Case
from phapquy.evaluate.metrics import CaseScore, score_answer
from phapquy.evaluate.protocols import KnowledgeBaseLike
from phapquy.evaluate.retrieval import Ranked, retrieval_figures
from phapquy.evaluate.summary import Figures, figures, grouped, intervals

Progress = Callable[[int, int], None]
"""Called with how many questions are done, of how many."""

SEARCH_LIMIT = 20


@dataclass(frozen=True)
class Report:
    """Everything one evaluation found."""

    as_of: date
    snapshot: str
    cases: tuple[Case, ...]
    scores: tuple[CaseScore, ...]
    answers: tuple[Mapping[str, Any], ...]
    rankings: Mapping[str, Sequence[Ranked]] = field(default_factory=dict)
    baselines: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Name -> retrieval figures of a simpler way to rank."""
    sections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Further parts of the report as plain JSON values: ``metamorphic``, ``controls``, ``calibration``."""

    @property
    def overall(self) -> Figures:
        """Return the figures over all questions."""
        return figures(self.scores)

    @property
    def groups(self) -> dict[str, dict[str, Figures]]:
        """Return the figures by kind, form and document."""
        return grouped(self.scores)

    @property
    def intervals(self) -> dict[str, tuple[float, float]]:
        """Return the 95 % interval of each headline figure."""
        return intervals(self.scores)

    @property
    def retrieval(self) -> dict[str, float]:
        """Return the figures of the ranking alone."""
        return retrieval_figures(self.cases, dict(self.rankings))


def evaluate(
    kb: KnowledgeBaseLike,
    cases: Sequence[Case],
    as_of: date,
    *,
    rank: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Ask every question by the law of ``as_of`` and score the answers.

    Args:
        kb: the knowledge base; it is given the question and its id, nothing of the gold.
        cases: the questions with their gold.
        as_of: the day the questions are asked on.
        rank: also search for each question, for the figures of the ranking alone.
        progress: called after every question.
    """
    answers: list[Mapping[str, Any]] = []
    scores: list[CaseScore] = []
    rankings: dict[str, Sequence[Ranked]] = {}
    for done, case in enumerate(cases, start=1):
        started = time.perf_counter()
        answer = kb.ask(case.question, as_of=as_of, id=case.id)
        elapsed = (time.perf_counter() - started) * 1000
        shown = dict(answer.to_json())
        answers.append(shown)
        scores.append(_score(kb, case, shown, elapsed))
        if rank:
            rankings[case.id] = ranking_of(kb, case, as_of)
        if progress:
            progress(done, len(cases))
    return Report(as_of, kb.snapshot_id, tuple(cases), tuple(scores), tuple(answers), rankings)


def score_existing(
    kb: KnowledgeBaseLike, cases: Sequence[Case], answers: Mapping[str, Mapping[str, Any]], as_of: date
) -> Report:
    """Score answers that were given earlier, by question id; a question without an answer scores as wrong."""
    given = tuple(answers.get(case.id, {"id": case.id}) for case in cases)
    scores = tuple(_score(kb, case, answer, None) for case, answer in zip(cases, given, strict=True))
    snapshots = sorted({str(answer["snapshot"]) for answer in given if answer.get("snapshot")})
    return Report(as_of, ", ".join(snapshots) or kb.snapshot_id, tuple(cases), scores, given)


def ranking_of(kb: KnowledgeBaseLike, case: Case, as_of: date) -> tuple[Ranked, ...]:
    """Return the ranking of the knowledge base for one question."""
    found = kb.search(case.question, as_of=as_of, limit=SEARCH_LIMIT)
    return tuple(Ranked(str(hit.id), float(hit.score)) for hit in found.hits)


def read_answers(path: Path) -> dict[str, dict[str, Any]]:
    """Read a file of answers, one JSON object with an ``id`` a line.

    Raises:
        UsageError: the file cannot be read or a line is not an answer.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Không đọc được tệp câu trả lời {path}. Hãy kiểm tra lại đường dẫn --answers.") from error
    return dict(_parsed(lines, path.name))


def _parsed(lines: Iterable[str], name: str) -> Iterable[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = json.loads(line)
            yield str(answer["id"]), answer
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise UsageError(
                f"{name}, dòng {number}: không phải câu trả lời dạng JSON có “id”. "
                "Hãy dùng tệp do “phapquy ask --batch” hoặc “phapquy eval” ghi ra."
            ) from error


def _score(kb: KnowledgeBaseLike, case: Case, answer: Mapping[str, Any], latency_ms: float | None) -> CaseScore:
    return score_answer(case, answer, exists=kb.exists, source_text=kb.source_text, latency_ms=latency_ms)
