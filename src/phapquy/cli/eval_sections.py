"""The further parts of ``phapquy eval``: changed questions, controls, calibration; each shows its progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from phapquy.assistant import KnowledgeBase
    from phapquy.evaluate import Case, Report


def sections(
    kb: KnowledgeBase, report: Report, further: tuple[Case, ...] | None, *, metamorphic: bool, controls: bool
) -> dict[str, Mapping[str, Any]]:
    """Run what was asked for.

    Args:
        kb: the knowledge base.
        report: the questions with their answers and scores.
        further: unanswerable questions to calibrate with, beside those of the report; None leaves calibration out.
        metamorphic: whether to ask the questions in other forms.
        controls: whether to run the broken assistants.
    """
    found: dict[str, Mapping[str, Any]] = {}
    if metamorphic:
        from phapquy.evaluate.metamorphic import check_relations, metamorphic_json

        with_bar = _bar("Đang hỏi lại dưới dạng khác")
        held = with_bar(lambda step: check_relations(kb, report.cases, report.answers, report.as_of, progress=step))
        found["metamorphic"] = metamorphic_json(held)
    if controls:
        from phapquy.evaluate.controls import run_controls

        found["controls"] = _bar("Đang chấm đối chứng")(lambda step: run_controls(kb, report.cases, report, step))
    if further is not None:
        from phapquy.evaluate import evaluate
        from phapquy.evaluate.calibration import asked_of, calibrate

        typer.echo("==> Đang hỏi các câu không có đáp án …", err=True)
        more = evaluate(kb, further, report.as_of, rank=False)
        rows = asked_of((*report.scores, *more.scores), (*report.answers, *more.answers))
        found["calibration"] = calibrate(rows, {case.id for case in further})
    return found


def _bar(title: str) -> Callable[[Callable[[Callable[[int, int], None]], Any]], Any]:
    """Return a runner that shows how many steps of some work are done."""

    def run(work: Callable[[Callable[[int, int], None]], Any]) -> Any:
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(title, total=None)
            return work(lambda done, total: bar.update(task, completed=done, total=total))

    return run
