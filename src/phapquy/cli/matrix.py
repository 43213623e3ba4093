"""``phapquy matrix``: who may do what, on a screen, in a file, or compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, open_lawbook, parse_day

if TYPE_CHECKING:
    from datetime import date

    from phapquy.authority.matrix import Filters


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("matrix", help="Ma trận thẩm quyền: nhiệm vụ theo lĩnh vực, cơ quan các cấp, điều khoản.")(
        matrix_command
    )


def matrix_command(
    *,
    field: Annotated[str | None, typer.Option("--field", metavar="LĨNH-VỰC", help="Ví dụ: dat-dai.")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="CẤP", help="xa, tinh, trung-uong, huyen.")] = None,
    holder: Annotated[
        str | None, typer.Option("--holder", metavar="CƠ-QUAN", help="Ví dụ: “Chủ tịch UBND cấp xã”.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="VAI-TRÒ", help="Ví dụ: phê duyệt, trình.")] = None,
    doc: Annotated[str | None, typer.Option("--doc", metavar="VĂN-BẢN", help="Mã văn bản, ví dụ 151-2025.")] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="CHỮ", help="Chữ liền nhau trong nhiệm vụ; không có thì chữ rời.")
    ] = None,
    as_of: AsOf = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="SỐ", min=0, help="Số nhiệm vụ in ra màn hình; 0 là tất cả.")
    ] = None,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option("--diff", metavar="A B", help="So hai văn bản hoặc hai ngày."),
    ] = None,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="In CSV, mỗi dòng một thẩm quyền.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="In một trang HTML.")] = False,
    as_xlsx: Annotated[bool, typer.Option("--xlsx", help="Ghi sổ Excel (mặc định: ma-tran.xlsx).")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Ghi ra tệp này thay vì màn hình.")] = None,
) -> None:
    """Print, export or compare the matrix."""
    from datetime import date

    from phapquy.authority.matrix import Filters
    from phapquy.cli import matrix_files, matrix_view
    from phapquy.errors import UsageError

    kinds = {"json": as_json, "csv": as_csv, "html": as_html, "xlsx": as_xlsx}
    kind = next((name for name, wanted in kinds.items() if wanted), None)
    if sum(kinds.values()) > 1:
        raise UsageError("Chỉ chọn một trong --json, --csv, --html, --xlsx.")
    if diff and kind not in (None, "json"):
        raise UsageError("--diff chỉ in ra màn hình hoặc --json; hãy bỏ --csv, --html, --xlsx.")
    if out and not kind:
        raise UsageError("--out cần một dạng tệp: hãy thêm --json, --csv, --html hoặc --xlsx.")
    filters = Filters(field, level, holder, role, doc, parse_day(as_of) or date.today(), search)
    kb = open_lawbook()
    if diff:
        found = kb.matrix_diff(*_sides(filters, diff))
        matrix_files.differences(kb, found, diff, out) if as_json else matrix_view.print_differences(
            kb, found, diff, limit
        )
    elif kind:
        matrix_files.export(kb, kb.matrix(filters), kind, out)
    else:
        matrix_view.print_matrix(kb, kb.matrix(filters), limit)


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
