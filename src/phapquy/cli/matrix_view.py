"""What the commands on the matrix print: the table for a person, files, differences, transfers, gaps."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from phapquy.authority.topics import FIELDS
from phapquy.cli.common import print_json, wrap

if TYPE_CHECKING:
    from phapquy.authority.compare import Difference
    from phapquy.authority.matrix import Matrix
    from phapquy.authority.passed import Gap, Passed
    from phapquy.authority.power import Power
    from phapquy.lawbook import Lawbook

_SHOWN = 12
"""How many clauses of one cell are named on a screen; files hold all."""


def print_matrix(kb: Lawbook, matrix: Matrix) -> None:
    """Print the tasks by field, each with its holders and clauses, then the counts."""
    if not matrix.powers:
        typer.echo("Không có thẩm quyền nào khớp bộ lọc vào ngày được hỏi.")
        return
    field = None
    for row in matrix.rows:
        if row.field != field:
            field = row.field
            typer.echo(f"\n{FIELDS[field][0].upper()}")
        typer.echo(wrap(f"- {_short(row.task)}"))
        for column, cell in row.cells.items():
            for power in cell[:_SHOWN]:
                typer.echo(wrap(f"{column.name}: {_said(kb, power)}", "    "))
    total = matrix.counts["all"]
    typer.echo(
        f"\n{total['powers']} thẩm quyền, {total['tasks']} nhiệm vụ, {total['holders']} cơ quan "
        f"(ngày {matrix.filters.day:%d/%m/%Y}). Xuất đủ: --csv, --xlsx, --json, --html"
    )


def _said(kb: Lawbook, power: Power) -> str:
    words = [power.act.value]
    if power.condition:
        words.append(f"điều kiện: {_short(power.condition)}")
    if power.exception:
        words.append(f"trừ {_short(power.exception)}")
    if power.former:
        words.append(f"{power.mode.value}, trước đây {power.former.name}")
    via = f" → {' → '.join(kb.cite(str(one)) for one in power.via)}" if power.via else ""
    return f"{'; '.join(words)} ({kb.cite(str(power.basis))}{via})"


def _short(text: str, length: int = 200) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def export(kb: Lawbook, matrix: Matrix, kind: str, out: Path | None) -> None:
    """Write the matrix to a file, or to the screen.

    Raises:
        UsageError: the file cannot be written.
    """
    from phapquy.authority.export import html_page, to_json, write_csv, write_xlsx
    from phapquy.errors import UsageError, reason

    if kind == "json" and out is None:
        print_json(to_json(matrix, kb.cite))
        return
    if kind == "xlsx":
        out = out or Path("ma-tran.xlsx")
    try:
        if kind == "xlsx" and out:
            write_xlsx(matrix, out, kb.cite)
        elif out is None:
            stream = sys.stdout
            write_csv(matrix, stream, kb.cite) if kind == "csv" else stream.writelines(html_page(matrix, kb.cite))
        else:
            with out.open("w", encoding="utf-8", newline="") as stream:
                _write(matrix, kind, stream, kb)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"Không ghi được {out}: {reason(error)}. Hãy chọn tệp khác bằng --out.") from error
    if out:
        typer.echo(f"Đã ghi {len(matrix.powers)} thẩm quyền vào {out}", err=True)
    if not matrix.powers:
        typer.echo("Không có thẩm quyền nào khớp bộ lọc vào ngày được hỏi.", err=True)


def _write(matrix: Matrix, kind: str, stream: Any, kb: Lawbook) -> None:
    import json

    from phapquy.authority.export import html_page, to_json, write_csv

    if kind == "csv":
        stream.write("\ufeff")  # so that a spreadsheet reads it as UTF-8
        write_csv(matrix, stream, kb.cite)
    elif kind == "html":
        stream.writelines(html_page(matrix, kb.cite))
    else:
        json.dump(to_json(matrix, kb.cite), stream, ensure_ascii=False, indent=2)


def print_differences(kb: Lawbook, found: tuple[Difference, ...], sides: tuple[str, str], *, as_json: bool) -> None:
    """Print the tasks that differ between A and B."""
    if as_json:
        print_json({"a": sides[0], "b": sides[1], "differences": [_difference(kb, one) for one in found]})
        return
    typer.echo(f"A: {sides[0]}    B: {sides[1]}")
    for one in found:
        typer.echo("\n" + wrap(f"[{one.change.value}] {one.role}: {_short(one.task)}"))
        for side, powers in (("A", one.before), ("B", one.after)):
            for power in powers[:_SHOWN]:
                typer.echo(wrap(f"{side}  {power.holder.name} ({kb.cite(str(power.basis))})", "    "))
    counts = Counter(one.change.value for one in found)
    said = "; ".join(f"{name}: {number}" for name, number in counts.items())
    typer.echo(f"\n{len(found)} nhiệm vụ khác nhau. {said}" if found else "\nHai bên không khác nhau.")


def _difference(kb: Lawbook, one: Difference) -> dict[str, Any]:
    from phapquy.authority.records import record

    return {
        "change": one.change.value, "field": one.field, "role": one.role, "task": one.task,
        "a": [record(power, kb.cite) for power in one.before], "b": [record(power, kb.cite) for power in one.after],
    }  # fmt: skip


def passed_record(one: Passed) -> dict[str, Any]:
    """Return a transfer as plain values."""
    return {
        "task": one.task, "field": one.field, "former": one.former.name if one.former else None,
        "old": str(one.old) if one.old else None, "holder": one.holder.name,
        "since": one.since.isoformat() if one.since else None, "by": str(one.by),
    }  # fmt: skip


def print_transfers(kb: Lawbook, found: tuple[Passed, ...]) -> None:
    """Print each task with its old and its new holder."""
    for one in found:
        typer.echo(wrap(f"- {_short(one.task)}"))
        if one.former:
            place = f" ({kb.cite(str(one.old))})" if one.old else ""
            typer.echo(wrap(f"trước đây: {one.former.name}{place}", "    "))
        since = f", từ {one.since:%d/%m/%Y}" if one.since else ""
        typer.echo(wrap(f"nay: {one.holder.name}{since} ({kb.cite(str(one.by))})", "    "))
    typer.echo(f"\n{len(found)} nhiệm vụ." if found else "Không có nhiệm vụ nào được chuyển vào ngày được hỏi.")


def gap_record(one: Gap) -> dict[str, Any]:
    """Return a gap as plain values."""
    return {
        "provision": str(one.provision), "kind": one.kind.value, "organ": one.organ, "task": one.task,
        "span": list(one.span) if one.span else None,
    }  # fmt: skip


def print_gaps(kb: Lawbook, found: tuple[Gap, ...]) -> None:
    """Print the gaps by kind, then how many there are."""
    kind = None
    for one in sorted(found, key=lambda gap: gap.kind.value):
        if one.kind is not kind:
            kind = one.kind
            typer.echo(f"\n{kind.value.upper()}")
        typer.echo(wrap(f"- {kb.cite(str(one.provision))}: {one.organ}; {_short(one.task, 120)}"))
    counts = Counter(one.kind.value for one in found)
    said = "; ".join(f"{name}: {number}" for name, number in counts.items())
    typer.echo(f"\n{len(found)} chỗ. {said}" if found else "Không thấy chỗ nào vào ngày được hỏi.")
