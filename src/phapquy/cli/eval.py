"""``phapquy eval``: ask a file of questions, score the answers, write and compare reports."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.errors import UsageError

if TYPE_CHECKING:
    from phapquy.assistant import KnowledgeBase
    from phapquy.config import Settings
    from phapquy.evaluate import Case, Report

HELP = "Chấm trợ lý trên một tệp câu hỏi có đáp án."


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("eval", help=HELP)(eval_command)


def eval_command(
    *,
    questions: Annotated[Path, typer.Option("--questions", help="Tệp câu hỏi có đáp án (JSONL).")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Hỏi theo luật của ngày này (NĂM-THÁNG-NGÀY); mặc định hôm nay.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Chỉ hỏi ngần này câu đầu.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In báo cáo dạng JSON ra stdout.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Ghi mọi tệp vào thư mục này thay cho eval/ của kho.")
    ] = None,
    answers: Annotated[
        Path | None, typer.Option("--answers", help="Chấm tệp câu trả lời có sẵn, không hỏi lại.")
    ] = None,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Chấm thêm cách tìm đơn giản (BM25 bỏ dấu) để so sánh.")
    ] = False,
    llamaindex: Annotated[
        bool, typer.Option("--baseline-llamaindex", help="Chấm thêm LlamaIndex mặc định (mã hóa lại cả kho, vài phút).")
    ] = False,
    metamorphic: Annotated[
        bool, typer.Option("--metamorphic", help="Hỏi lại dưới dạng khác (không dấu, viết tắt, gõ sai, đổi đơn vị …).")
    ] = False,
    controls: Annotated[
        bool, typer.Option("--controls", help="Chấm thêm các trợ lý cố ý làm hỏng để đối chứng.")
    ] = False,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Hiệu chỉnh độ tin cậy: từ chối đúng, từ chối oan, rủi ro theo độ phủ.")
    ] = False,
    refusals: Annotated[
        Path | None,
        typer.Option(
            "--refusals", help="Câu không có đáp án dùng cho --calibrate; mặc định eval/questions/refusals.jsonl."
        ),
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", help="So với một báo cáo trước: câu nào được thêm, câu nào mất đi.")
    ] = None,
) -> None:
    """Run one evaluation."""
    from phapquy.cli import eval_sections
    from phapquy.config import load_settings
    from phapquy.evaluate import read_cases
    from phapquy.evaluate.report import changes, read_report, report_json, write_files, write_report

    settings = load_settings()
    day = parse_day(as_of)
    cases = read_cases(questions, limit)
    further = _further(settings, cases, refusals) if calibrate else None
    earlier = read_report(compare) if compare else None
    kb = _opened(settings)
    report = _measure(kb, cases, day, answers)
    sections = eval_sections.sections(kb, report, further, metamorphic=metamorphic, controls=controls)
    report = replace(
        report, sections=sections, baselines=_baselines(settings, cases, bm25=baseline, llamaindex=llamaindex)
    )
    found = report_json(report, _about(questions.name, settings.model))
    stem = questions.stem if limit is None else f"{questions.stem}-{len(cases)}"
    folder = out or settings.home / "eval" / "answers"
    written = list(write_files(report, folder, stem, tag="phapquy")) if answers is None else []
    # Only a full run is the report that is kept; a part of the questions stays beside its answers.
    kept = settings.reports_dir if out is None and limit is None and answers is None else folder
    written.append(kept / f"{stem}.json")
    write_report(found, written[-1])
    changed = changes(found, earlier) if earlier else None
    _show(found, changed, as_json=as_json)
    for path in written:
        typer.echo(f"Đã ghi {path}", err=True)


def parse_day(text: str | None) -> date:
    """Read a day written ``2026-11-21``; today when there is none.

    Raises:
        UsageError: it is not a day.
    """
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"“{text}” không phải một ngày. Hãy viết theo mẫu 2026-11-21.") from error


def _opened(settings: Settings) -> KnowledgeBase:
    from phapquy.assistant import KnowledgeBase

    return KnowledgeBase.open(settings)


def _further(settings: Settings, cases: tuple[Case, ...], refusals: Path | None) -> tuple[Case, ...]:
    """Read the unanswerable questions, without those that the main file has as well."""
    from phapquy.evaluate import read_cases

    known = {case.id for case in cases}
    found = read_cases(refusals or settings.home / "eval" / "questions" / "refusals.jsonl")
    return tuple(case for case in found if case.id not in known)


def _measure(kb: KnowledgeBase, cases: tuple[Case, ...], day: date, answers: Path | None) -> Report:
    from phapquy.evaluate import evaluate
    from phapquy.evaluate.run import read_answers, score_existing

    given = read_answers(answers) if answers else None
    return score_existing(kb, cases, given, day) if given is not None else _asked(evaluate, kb, cases, day)


def _asked(evaluate: Any, kb: KnowledgeBase, cases: tuple[Case, ...], day: date) -> Report:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Đang hỏi", total=len(cases))
        report: Report = evaluate(kb, cases, day, progress=lambda done, _: bar.update(task, completed=done))
        return report


def _baselines(
    settings: Settings, cases: tuple[Case, ...], *, bm25: bool, llamaindex: bool
) -> dict[str, Mapping[str, float]]:
    found: dict[str, Mapping[str, float]] = {}
    if bm25:
        from phapquy.evaluate.baseline import bm25_figures
        from phapquy.index.snapshot import Snapshot

        typer.echo("==> Đang chấm BM25 để so sánh …", err=True)
        passages = Snapshot.open(settings).passages
        found["BM25 bỏ dấu"] = bm25_figures(((passage.id, passage.body) for passage in passages), cases)
    if llamaindex:
        from phapquy.corpus.library import Library
        from phapquy.evaluate.baseline_llamaindex import llamaindex_figures
        from phapquy.index.embedding import Encoder
        from phapquy.index.llama_embedding import PassageEmbedding

        typer.echo("==> Đang chấm LlamaIndex mặc định để so sánh (vài phút) …", err=True)
        library = Library(settings)
        documents = [library.document(slug) for slug in library.available()]
        found["LlamaIndex"] = llamaindex_figures(documents, cases, PassageEmbedding(Encoder.load(settings)))
    return found


def _about(name: str, model: str) -> Any:
    from phapquy.evaluate.report import About

    return About(questions_name=name, model=model, measured_on=date.today(), cores=os.cpu_count() or 1)


def _show(found: Mapping[str, Any], changed: Mapping[str, Any] | None, *, as_json: bool) -> None:
    if as_json:
        import json

        shown = found if changed is None else {**found, "changes": changed}
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from phapquy.evaluate.tables import WIDTH, changes_table, print_report

    console = Console(width=WIDTH, highlight=False)
    print_report(found, console)
    if changed is not None:
        console.print(changes_table(changed))
