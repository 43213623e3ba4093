"""``phapquy corpus check --validity``: what the texts say of their force, beside what is recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typer

from phapquy.cli.common import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from phapquy.corpus.force_check import ForceReport
    from phapquy.corpus.force_compare import ForceRow

_HEADS = ("khớp", "lệch", "văn bản không nói", "danh mục không ghi", "không so")
_COLUMNS = ("Khớp", "Lệch", "VB im", "DM im", "Không so", "Chuyển tiếp")
_WIDTHS = (8, 8, 8, 8, 10, 12)


def print_validity(as_json: bool) -> bool:
    """Print the comparison; return whether the core documents agree."""
    from phapquy.config import load_settings
    from phapquy.corpus.force_check import check_force, core_agrees
    from phapquy.corpus.library import Library

    reports = check_force(Library(load_settings()))
    ok = core_agrees(reports)
    if as_json:
        typer.echo(
            json.dumps({"ok": ok, "documents": [one.to_json() for one in reports]}, ensure_ascii=False, indent=2)
        )
        return ok
    typer.echo(_row("Văn bản", _COLUMNS))
    for report in reports:
        typer.echo(_line(report))
    typer.echo("")
    for report in reports:
        for row in report.rows:
            if row.verdict.value != "khớp":
                _say(row)
    left = sum(row.open for report in reports for row in report.rows)
    typer.echo(f"{left} chỗ lệch chưa được giải thích.", err=True)
    return ok


def _line(report: ForceReport) -> str:
    if report.problem:
        return f"{report.slug:<45}  {report.problem}"
    counts = report.counts()
    return _row(report.slug, (*(str(counts[one]) for one in _HEADS), str(len(report.transitions))))


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:<45}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))


def _say(row: ForceRow) -> None:
    known = " [đã giải thích]" if row.explained else ""
    at = f" ({row.clause})" if row.clause and row.clause != row.subject else ""
    typer.echo(wrap(f"{row.subject}, {row.what}: {row.verdict.value}{known}{at}"))
    if row.said or row.recorded:
        typer.echo(wrap(f"văn bản: {row.said or '–'}; danh mục: {row.recorded or '–'}", "    "))
