"""The rows for people: one Vietnamese table within 100 columns, under a line about the machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table

from phapquy.bench.budgets import Row

WIDTH = 100


def machine_line(machine: Mapping[str, Any]) -> str:
    """Return the machine in one line."""
    memory = f"{machine['memory_mb']} MB" if machine["memory_mb"] else "không rõ bộ nhớ"
    return f"Máy: {machine['cores']} nhân, {machine['cpu']}, {memory}, Python {machine['python']}, {machine['system']}"


def rows_table(rows: Sequence[Row]) -> Table:
    """Return the table of measured figures and budgets."""
    table = Table(title="Đo được và định mức", title_justify="left", title_style="bold", header_style="bold")
    table.add_column("Việc", overflow="fold")
    table.add_column("Đo được", justify="right", no_wrap=True)
    table.add_column("Định mức", justify="right", no_wrap=True)
    table.add_column("Tỉ lệ", justify="right", no_wrap=True)
    table.add_column("Đạt", justify="center", no_wrap=True)
    table.add_column("Cách đo", overflow="fold", style="dim")
    for row in rows:
        table.add_row(row.budget.title, _measured(row), _limit(row), _number(row.ratio), _verdict(row), row.how)
    return table


def _measured(row: Row) -> str:
    return "–" if row.measured is None else f"{_number(row.measured)} {row.budget.unit}"


def _limit(row: Row) -> str:
    if row.budget.limit is None:
        return ""
    return f"{'≥' if row.budget.at_least else '≤'} {_number(row.budget.limit)} {row.budget.unit}"


def _verdict(row: Row) -> str:
    return {True: "đạt", False: "CHƯA", None: ""}[row.within]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 or value == int(value) else 2  # noqa: PLR2004
    return f"{value:.{digits}f}".replace(".", ",")
