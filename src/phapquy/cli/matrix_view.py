"""What ``phapquy matrix`` prints for a person: an overview, the tasks chosen, or what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from phapquy.app.matrix.strings import NOTHING
from phapquy.app.matrix.words import clause
from phapquy.authority.today import note_on
from phapquy.authority.topics import FIELDS
from phapquy.cli.common import short, wrap
from phapquy.law.holder import DISTRICTS_ENDED, LEVEL_NAMES, Level
from phapquy.vietnamese.numbers import dotted

if TYPE_CHECKING:
    from datetime import date

    from phapquy.authority.compare import Difference
    from phapquy.authority.matrix import Matrix, Row
    from phapquy.authority.power import Power
    from phapquy.law.provision import ProvisionId
    from phapquy.lawbook import Lawbook

_TASKS = 60
"""How many tasks, or differences, are printed unless another number is asked for."""
_SHOWN = 12
"""How many clauses of one cell are named on a screen; files hold all."""
_HANG = "        "


def print_matrix(kb: Lawbook, matrix: Matrix, limit: int | None) -> None:
    """Print the tasks by field, each with its holders and clauses; an overview where nothing was chosen."""
    if not matrix.powers:
        typer.echo(NOTHING)
        return
    chosen = matrix.filters
    if limit is None and not any((chosen.field, chosen.level, chosen.holder, chosen.role, chosen.doc, chosen.words)):
        _print_overview(matrix)
        return
    limit = _TASKS if limit is None else limit
    field = None
    for row in matrix.rows[: limit or None]:
        if row.field != field:
            field = row.field
            typer.echo(f"\n{FIELDS[field][0].upper()}")
        _print_row(kb, row, matrix.filters.day)
    if 0 < limit < len(matrix.rows):
        rest = dotted(len(matrix.rows) - limit)
        typer.echo(f"\nCòn {rest} nhiệm vụ chưa in; in hết bằng --limit 0, hoặc lọc thêm.")
    typer.echo("\n" + wrap(_total(matrix)))
    _print_ended(matrix)


def _total(matrix: Matrix) -> str:
    counts = matrix.counts["all"]
    total = {name: dotted(number) for name, number in counts.items()}
    return (
        f"{total['powers']} thẩm quyền, {total['tasks']} nhiệm vụ, {total['holders']} cơ quan "
        f"(pháp luật ngày {matrix.filters.day:%d/%m/%Y}). Xuất đủ: --csv, --xlsx, --json, --html"
    )


def _print_overview(matrix: Matrix) -> None:
    """Print what there is to choose from, with how many powers each choice holds."""
    counts = matrix.counts
    fields = [(f"{FIELDS[slug][0]} (--field {slug})", number) for slug, number in counts["field"].items()]
    levels = [(f"{LEVEL_NAMES[Level(one)]} (--level {one})", number) for one, number in counts["level"].items()]
    _print_counts("LĨNH VỰC", fields)
    _print_counts("CẤP", levels)
    _print_counts("CÁCH GIAO", counts["mode"].items())
    _print_counts("VAI TRÒ (--role)", counts["role"].items())
    held = list(counts["holder"].items())
    _print_counts("CƠ QUAN (--holder)", held[:_SHOWN])
    if len(held) > _SHOWN:
        typer.echo(f"  … và {len(held) - _SHOWN} cơ quan khác")
    typer.echo("\n" + wrap(_total(matrix)))
    typer.echo(wrap("Hãy chọn lĩnh vực, cấp, cơ quan, vai trò hoặc văn bản để xem nhiệm vụ; in tất cả bằng --limit 0."))
    _print_ended(matrix)


def _print_counts(title: str, counts: Iterable[tuple[str, int]]) -> None:
    typer.echo(f"\n{title}")
    for name, number in counts:
        typer.echo(f"  {dotted(number):>6}  {name}")


def _print_ended(matrix: Matrix) -> None:
    ended = matrix.counts["level"].get(Level.HUYEN.value, 0)
    day = matrix.filters.day
    if ended and day and day >= DISTRICTS_ENDED:
        typer.echo(
            wrap(
                f"Lưu ý: {dotted(ended)} thẩm quyền còn ghi cho cấp huyện, đã kết thúc hoạt động từ 01/07/2025; "
                "kho chưa có điều khoản giao lại; xem phapquy gaps."
            )
        )


def _print_row(kb: Lawbook, row: Row, day: date | None) -> None:
    typer.echo(wrap(f"- {short(row.task)}", hang="  "))
    for column, cell in row.cells.items():
        said = _said(kb, cell, day)
        for line in said[:_SHOWN]:
            typer.echo(wrap(f"{column.name}: {line}", "    ", hang=_HANG))
        if len(said) > _SHOWN:
            typer.echo(f"{_HANG}… và {len(said) - _SHOWN} căn cứ khác")


def _said(kb: Lawbook, cell: tuple[Power, ...], day: date | None) -> list[str]:
    """One line for each thing done by one clause; the references that give it to other units are named in it."""
    lines: dict[tuple[str, str], list[str]] = {}
    for power in cell:
        by = clause(power, kb.cite) if power.former else kb.cite(str(power.basis))
        note = note_on(power, day)
        key = (f"{_deed(power)}; {note}" if note else _deed(power), by)
        via = lines.setdefault(key, [])
        if power.via and not power.former and (words := _cited(kb, power.via[0], power.basis)) not in via:
            via.append(words)
    return [f"{deed} ({basis}{_also(via)})" for (deed, basis), via in lines.items()]


def _also(via: list[str]) -> str:
    return f"; áp dụng cả theo {', '.join(via)}" if via else ""


def _cited(kb: Lawbook, clause: ProvisionId, beside: ProvisionId) -> str:
    """How a clause is cited beside another: its document is not named twice."""
    words = kb.cite(str(clause))
    return words.removesuffix(f" {kb.name(clause.slug)}") if clause.slug == beside.slug else words


def _deed(power: Power) -> str:
    words = [power.act.value]
    if power.condition:
        words.append(f"điều kiện: {short(power.condition)}")
    if power.exception:
        words.append(f"trừ {short(power.exception)}")
    if power.former:
        words.append(f"{power.mode.value}, trước đây {power.former.name}")
    return "; ".join(words)


def _differing(kb: Lawbook, power: Power) -> str:
    """A holder with all in which two sides can differ: terms, clause, and the clause that words it."""
    terms = _deed(power).removeprefix(power.act.value)
    words = f"; lời văn tại {kb.cite(str(power.source))}" if power.source != power.basis else ""
    return f"{power.holder.name}{terms} ({kb.cite(str(power.basis))}{words})"


def print_differences(kb: Lawbook, found: tuple[Difference, ...], sides: tuple[str, str], limit: int | None) -> None:
    """Print the tasks that differ between A and B."""
    limit = _TASKS if limit is None else limit
    typer.echo(f"A: {sides[0]}    B: {sides[1]}")
    for one in found[: limit or None]:
        typer.echo("\n" + wrap(f"[{one.change.value}] {one.role}: {short(one.task)}", hang="  "))
        for side, powers in (("A", one.before), ("B", one.after)):
            lines = dict.fromkeys(_differing(kb, power) for power in powers)
            for line in list(lines)[:_SHOWN]:
                typer.echo(wrap(f"{side}  {line}", "    ", hang="       "))
    if 0 < limit < len(found):
        typer.echo(f"\nCòn {dotted(len(found) - limit)} nhiệm vụ chưa in; in hết bằng --limit 0 hoặc --json.")
    counts = Counter(one.change.value for one in found)
    said = "; ".join(f"{name}: {dotted(number)}" for name, number in counts.items())
    typer.echo("\n" + wrap(f"{dotted(len(found))} nhiệm vụ khác nhau. {said}" if found else "Hai bên không khác nhau."))
