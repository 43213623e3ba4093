"""``phapquy matrix``, ``transfers`` and ``gaps``: who may do what, and where the district's tasks went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, open_lawbook, parse_day, print_json

if TYPE_CHECKING:
    from datetime import date

    from phapquy.authority.matrix import Filters


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("matrix", help="Ma trận thẩm quyền: nhiệm vụ theo lĩnh vực, cơ quan các cấp, điều khoản.")(
        matrix_command
    )
    app.command("transfers", help="Nhiệm vụ của cấp huyện trước đây: nay ai giữ, từ ngày nào, theo điều khoản nào.")(
        transfers_command
    )
    app.command("gaps", help="Văn bản còn hiệu lực nhắc đến cơ quan không còn mà chưa có điều khoản giao lại.")(
        gaps_command
    )


_Out = Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Ghi ra tệp này thay vì màn hình.")]


def matrix_command(
    *,
    field: Annotated[str | None, typer.Option("--field", metavar="LĨNH-VỰC", help="Ví dụ: dat-dai.")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="CẤP", help="xa, tinh, trung-uong, huyen.")] = None,
    holder: Annotated[
        str | None, typer.Option("--holder", metavar="CƠ-QUAN", help="Ví dụ: “Chủ tịch UBND cấp xã”.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="VAI-TRÒ", help="Ví dụ: phê duyệt, trình.")] = None,
    doc: Annotated[str | None, typer.Option("--doc", metavar="VĂN-BẢN", help="Mã văn bản, ví dụ 151-2025.")] = None,
    as_of: AsOf = None,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option("--diff", metavar="A B", help="So hai văn bản hoặc hai ngày."),
    ] = None,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="In CSV, mỗi dòng một thẩm quyền.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="In một trang HTML.")] = False,
    as_xlsx: Annotated[bool, typer.Option("--xlsx", help="Ghi sổ Excel (mặc định: ma-tran.xlsx).")] = False,
    out: _Out = None,
) -> None:
    """Print, export or compare the matrix."""
    from datetime import date

    from phapquy.authority.matrix import Filters
    from phapquy.cli import matrix_view as view
    from phapquy.errors import UsageError

    if sum((as_json, as_csv, as_html, as_xlsx)) > 1:
        raise UsageError("Chỉ chọn một trong --json, --csv, --html, --xlsx.")
    filters = Filters(field, level, holder, role, doc, parse_day(as_of) or date.today())
    kb = open_lawbook()
    if diff:
        view.print_differences(kb, kb.matrix_diff(*_sides(filters, diff)), diff, as_json=as_json)
        return
    matrix = kb.matrix(filters)
    if as_json or as_csv or as_html or as_xlsx:
        chosen = "json" if as_json else "csv" if as_csv else "html" if as_html else "xlsx"
        view.export(kb, matrix, chosen, out)
    else:
        view.print_matrix(kb, matrix)


def _sides(filters: Filters, sides: tuple[str, str]) -> tuple[Filters, Filters]:
    """Read two days, or two documents; one of each is a mistake."""
    from dataclasses import replace

    from phapquy.errors import UsageError

    days = [_as_day(one) for one in sides]
    first, second = days
    if first and second:
        return replace(filters, day=first), replace(filters, day=second)
    if first or second:
        raise UsageError("--diff so hai ngày hoặc hai văn bản, không so một ngày với một văn bản.")
    return replace(filters, doc=sides[0]), replace(filters, doc=sides[1])


def _as_day(text: str) -> date | None:
    import re

    return parse_day(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}", text.strip()) else None


def transfers_command(*, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Print who holds each former task of the district level."""
    from phapquy.cli import matrix_view as view

    kb, day = open_lawbook(), parse_day(as_of)
    found = kb.transfers(day)
    if as_json:
        print_json([view.passed_record(one) for one in found])
    else:
        view.print_transfers(kb, found)


def gaps_command(*, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Print what points to an organ that is no more."""
    from phapquy.cli import matrix_view as view

    kb, day = open_lawbook(), parse_day(as_of)
    found = kb.gaps(day)
    if as_json:
        print_json([view.gap_record(one) for one in found])
    else:
        view.print_gaps(kb, found)
