"""``phapquy units``: which unit of today an old one became, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, parse_day, print_json, wrap
from phapquy.errors import UsageError

if TYPE_CHECKING:
    from phapquy.answer.unit_report import UnitReport
    from phapquy.index.snapshot import Snapshot

AsCsv = Annotated[bool, typer.Option("--csv", help="In kết quả dạng CSV ra stdout.")]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "units", help='Đơn vị hành chính cũ nay là đâu, ví dụ: phapquy units "xã Đạ Sar, huyện Lạc Dương, Lâm Đồng"'
    )(units_command)


def units_command(
    place: Annotated[
        list[str] | None, typer.Argument(metavar="[ĐỊA-DANH]", help="Tên hoặc địa chỉ, cũ hay mới.")
    ] = None,
    *,
    reverse: Annotated[bool, typer.Option("--reverse", help="Đơn vị hiện nay lập từ những đơn vị cũ nào.")] = False,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="TỆP", help="Chuyển cả cột địa chỉ của tệp CSV.")
    ] = None,
    column: Annotated[str, typer.Option("--column", metavar="CỘT", help="Tên cột địa chỉ của --batch.")] = "địa_chỉ",
    out: Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Ghi vào tệp thay vì stdout.")] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Liệt kê thay đổi giữa hai ngày.")] = False,
    from_day: Annotated[
        str | None, typer.Option("--from", metavar="NGÀY", help="Ngày đầu của --diff; mặc định 01/7/2025.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="TỆP", help="Xuất cả bảng: tên tệp .csv hoặc .sqlite.")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Look a place up, convert a list, list changes, or export the table; exits 1 where a single place is not found."""
    from phapquy.cli import units_files

    day = parse_day(as_of) or date.today()
    words = " ".join(place or ())
    if sum((batch is not None, diff, export is not None, bool(place))) != 1:
        raise UsageError("Hãy chọn một việc: một địa danh, --batch, --diff hoặc --export. Xem: phapquy units --help")
    snapshot = _snapshot()
    if batch:
        units_files.convert_file(snapshot, batch, column, out, day)
    elif export:
        units_files.export_table(snapshot, export, day)
    elif diff:
        units_files.print_changes(snapshot, parse_day(from_day), day, as_json=as_json, as_csv=as_csv)
    else:
        _look_up(snapshot, words, day, reverse=reverse, as_json=as_json, as_csv=as_csv)


def _snapshot() -> Snapshot:
    """Open the newest snapshot; the embedding model is not needed."""
    from phapquy.config import load_settings
    from phapquy.index.snapshot import Snapshot
    from phapquy.index.units import gazetteer

    snapshot = Snapshot.open(load_settings())
    if not gazetteer(snapshot).communes:
        raise UsageError("Chỉ mục chưa có nghị quyết sắp xếp đơn vị hành chính nào. Hãy chạy: phapquy build")
    return snapshot


def _look_up(snapshot: Snapshot, words: str, day: date, *, reverse: bool, as_json: bool, as_csv: bool) -> None:
    from phapquy.answer.unit_report import report
    from phapquy.units.finding import Status

    found = report(snapshot, words, day, reverse=reverse)
    if as_json:
        print_json(found.facts)
    elif as_csv:
        from phapquy.cli import units_files

        units_files.print_row(snapshot, words, day)
    else:
        _show(found)
    if found.finding.status in {Status.UNKNOWN, Status.NO_UNIT, Status.MISPLACED, Status.EMPTY}:
        raise typer.Exit(1)


def _show(found: UnitReport) -> None:
    """Print the sentences, or what is missing with the choices."""
    for said in found.said:
        typer.echo(wrap(said.text))
    if found.message:
        typer.echo(wrap(found.message))
    for choice in found.choices:
        typer.echo(wrap(choice, "  - "))
    for note in found.notes:
        typer.echo(wrap(f"Lưu ý: {note}."))
    old = found.finding.old
    if old:
        typer.echo(f"Huyện cũ theo {old.district_from.value}; tỉnh cũ theo {old.province_from.value}.")
    clauses = dict.fromkeys(str(by) for said in found.said for by in said.by)
    if clauses:
        typer.echo(f"Điều khoản: {', '.join(clauses)}")
