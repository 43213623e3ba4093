"""``phapquy transfers`` and ``phapquy gaps``: where the district's tasks went, and what points to nobody."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.cli.common import AsJson, AsOf, open_lawbook, parse_day, print_json, short, wrap
from phapquy.vietnamese.numbers import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from phapquy.app.workbook import Value
    from phapquy.authority.gaps import Gap
    from phapquy.authority.passed import Passed
    from phapquy.lawbook import Lawbook

_Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="TỆP", help="Ghi sổ Excel, mỗi chỗ một dòng.")]
_TASK = 120
"""Characters of a task in a list."""
_PLACES = 60
"""How many clauses with a gap are printed unless another number is asked for."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("transfers", help="Nhiệm vụ của cấp huyện trước đây: nay ai giữ, từ ngày nào, theo điều khoản nào.")(
        transfers_command
    )
    app.command("gaps", help="Văn bản còn hiệu lực nhắc đến cơ quan không còn mà chưa có điều khoản giao lại.")(
        gaps_command
    )


def transfers_command(*, as_of: AsOf = None, as_json: AsJson = False, xlsx: _Xlsx = None) -> None:
    """Print who holds each former task of the district level."""
    kb, day = open_lawbook(), _day(as_of)
    found = kb.transfers(day)
    if xlsx:
        _write(kb, xlsx, day, _PASSED, (_transfer_cells(kb, one) for one in found))
    elif as_json:
        print_json([passed_record(one) for one in found])
    else:
        _print_transfers(kb, found)


def gaps_command(
    *,
    as_of: AsOf = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="SỐ", min=0, help="Số điều khoản in ra màn hình; 0 là tất cả.")
    ] = _PLACES,
    as_json: AsJson = False,
    xlsx: _Xlsx = None,
) -> None:
    """Print what points to an organ that is no more."""
    kb, day = open_lawbook(), _day(as_of)
    found = kb.gaps(day)
    if xlsx:
        _write(kb, xlsx, day, _LEFT, (_gap_cells(kb, one) for one in found))
    elif as_json:
        print_json([gap_record(one) for one in found])
    else:
        _print_gaps(kb, found, limit)


def _day(as_of: str | None) -> date:
    from datetime import date

    return parse_day(as_of) or date.today()


def passed_record(one: Passed) -> dict[str, Any]:
    """Return a transfer as plain values."""
    return {
        "task": one.task, "deed": one.deed, "field": one.field, "former": one.former.name if one.former else None,
        "old": str(one.old) if one.old else None, "holder": one.holder.name,
        "since": one.since.isoformat() if one.since else None, "by": str(one.by),
        "kept": str(one.kept) if one.kept else None,
    }  # fmt: skip


def gap_record(one: Gap) -> dict[str, Any]:
    """Return a gap as plain values."""
    return {
        "provision": str(one.provision), "kind": one.kind.value, "organ": one.organ, "task": one.task,
        "deed": one.deed or None, "span": list(one.span) if one.span else None,
    }  # fmt: skip


def _print_transfers(kb: Lawbook, found: tuple[Passed, ...]) -> None:
    """Print each task with its old and its new holder; tasks of one clause to one holder stand together."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for one in found:
        tasks = groups.setdefault((one.former, one.old, one.holder, one.since, one.by, one.kept), [])
        if one.deed not in tasks:
            tasks.append(one.deed)
    for (former, old, holder, since, by, kept), tasks in groups.items():
        for task in tasks:
            typer.echo(wrap(f"- {short(task)}", hang="  "))
        if former:
            place = f" ({kb.cite(str(old))})" if old else ""
            typer.echo(wrap(f"trước đây: {former.name}{place}", "    ", hang="      "))
        start = f", từ {since:%d/%m/%Y}" if since else ""
        going_on = f"; tiếp tục áp dụng theo {kb.cite(str(kept))}" if kept else ""
        typer.echo(wrap(f"nay: {holder.name}{start} ({kb.cite(str(by))}{going_on})", "    ", hang="      "))
    old = dotted(len({one.old for one in found}))
    count = f"{dotted(len(found))} nhiệm vụ (mỗi nơi nhận tính một lần), {old} điều khoản cũ."
    typer.echo(f"\n{count}" if found else "Không có nhiệm vụ nào được chuyển vào ngày được hỏi.")


def _print_gaps(kb: Lawbook, found: tuple[Gap, ...], limit: int) -> None:
    """Print the gaps by kind and clause, then how many there are."""
    if not found:
        typer.echo("Không thấy chỗ nào vào ngày được hỏi.")
        return
    groups: dict[tuple[Any, ...], list[str]] = {}
    for one in found:
        groups.setdefault((one.kind, one.provision, one.organ), []).append(short(one.deed or one.task, _TASK))
    kind = None
    for (of_kind, provision, organ), tasks in list(groups.items())[: limit or None]:
        if of_kind is not kind:
            kind = of_kind
            typer.echo(f"\n{kind.value.upper()}")
        typer.echo(wrap(f"- {kb.cite(str(provision))}: {organ}", hang="  "))
        for task in dict.fromkeys(tasks):
            typer.echo(wrap(f"· {task}", "    ", hang="      "))
    if 0 < limit < len(groups):
        typer.echo(f"\nCòn {dotted(len(groups) - limit)} điều khoản chưa in; in hết bằng --limit 0 hoặc --xlsx TỆP.")
    typer.echo(f"\n{dotted(len(found))} chỗ:")
    for name, number in Counter(one.kind.value for one in found).items():
        typer.echo(f"  {dotted(number):>6}  {name}")


_PASSED = "Nhiệm vụ cấp huyện đã chuyển"
_LEFT = "Nơi còn nhắc cơ quan đã hết"
_TRANSFERS = (
    ("Lĩnh vực", 24), ("Nhiệm vụ", 60), ("Trước đây", 32), ("Điều khoản cũ", 46), ("Nay", 32), ("Từ ngày", 12),
    ("Theo điều khoản", 46), ("Tiếp tục áp dụng theo", 40), ("Mã điều khoản cũ", 28), ("Mã điều khoản chuyển", 28),
)  # fmt: skip
_GAPS = (("Loại", 34), ("Điều khoản", 50), ("Cơ quan", 36), ("Nhiệm vụ, lời văn", 70), ("Mã điều khoản", 28))


def _transfer_cells(kb: Lawbook, one: Passed) -> list[Value]:
    from phapquy.authority.topics import FIELDS

    return [
        FIELDS[one.field][0], one.deed or one.task, one.former.name if one.former else None,
        kb.cite(str(one.old)) if one.old else None, one.holder.name, one.since, kb.cite(str(one.by)),
        kb.cite(str(one.kept)) if one.kept else None, str(one.old) if one.old else None, str(one.by),
    ]  # fmt: skip


def _gap_cells(kb: Lawbook, one: Gap) -> list[Value]:
    return [one.kind.value, kb.cite(str(one.provision)), one.organ, one.deed or one.task, str(one.provision)]


def _write(kb: Lawbook, path: Path, day: date, title: str, rows: Iterable[list[Value]]) -> None:
    from datetime import date as calendar

    from phapquy.app.workbook import Column, Workbook
    from phapquy.cli.files import write_aside

    columns = [Column(*column) for column in (_TRANSFERS if title == _PASSED else _GAPS)]
    count = 0

    def write(part: Path) -> None:
        nonlocal count
        book = Workbook()
        count = book.add(title, columns, rows, kept=1)
        book.tell((
            ("Nội dung", title), ("Áp dụng pháp luật ngày", day), ("Lập ngày", calendar.today()),
            ("Kho văn bản", f"{kb.coverage.documents} văn bản, cập nhật đến ngày {kb.coverage.as_at:%d/%m/%Y}"),
            ("Số dòng", count),
            ("Lưu ý", "Bảng lập tự động từ lời văn để rà soát; không thay thế ý kiến pháp lý."),
        ))  # fmt: skip
        book.save(part)

    write_aside(path, write)
    typer.echo(f"Đã ghi {dotted(count)} dòng vào {path}", err=True)
