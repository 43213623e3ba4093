"""What ``phapquy overlaps`` prints for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from phapquy.app.overlaps.rows import csv_lines
from phapquy.cli.common import short, wrap
from phapquy.vietnamese.numbers import dotted

if TYPE_CHECKING:
    from datetime import date

    from phapquy.app.overlaps.rows import Row, Side
    from phapquy.authority.overlaps import Report

_TASK = 240
"""Characters of a task shown in a terminal."""


def show(rows: Sequence[Row], report: Report, day: date) -> None:
    """Print the counts, then each finding with both clauses and the reasons."""
    law = f"pháp luật ngày {day:%d/%m/%Y}"
    typer.echo(wrap(f"So {dotted(report.powers)} thẩm quyền ({law}), xét {dotted(report.pairs)} cặp."))
    for verdict, count in Counter(one.verdict.value for one in report.findings).items():
        typer.echo(f"  {dotted(count):>6}  {verdict}")
    for row in rows:
        typer.echo(f"\n{row.number}. {row.verdict.upper()} · {row.field}")
        for side in (row.first, row.second):
            _show_side(side)
        for line in (*row.reasons, *row.hints):
            typer.echo(wrap(f"- {line}", "     ", hang="       "))
    if len(rows) < len(report.findings):
        rest = dotted(len(report.findings) - len(rows))
        typer.echo(f"\nCòn {rest} cặp; xem hết bằng --limit 0, --html báo-cáo.html hoặc --xlsx bảng.xlsx.")


def print_csv(rows: Sequence[Row]) -> None:
    """Print one line a finding, with a title line."""
    for line in csv_lines(rows):
        typer.echo(line)


def _show_side(side: Side) -> None:
    limits = "".join(f" [{words}]" for words in (side.condition, side.exception and f"trừ {side.exception}") if words)
    deed = short(side.deed or side.task, _TASK)
    told = deed if deed.lower().startswith(side.role) else f"{side.role} – {deed}"
    typer.echo(wrap(f"• {side.holder}: {told}{limits}", "   ", hang="     "))
    typer.echo(wrap(f"({side.label}; {side.id})", "     "))
