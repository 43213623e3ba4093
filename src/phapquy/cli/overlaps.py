"""``phapquy overlaps``: where two clauses give one task to two holders, or say one thing twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, parse_day, print_json
from phapquy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phapquy.app.overlaps.rows import Row
    from phapquy.app.overlaps.scope import Scope
    from phapquy.authority.overlaps import Report
    from phapquy.authority.power import Power
    from phapquy.index.snapshot import Snapshot

_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("overlaps", help="So các thẩm quyền từng cặp: trùng, lặp, không trùng vì sao, hay chưa đủ căn cứ.")(
        overlaps_command
    )


def overlaps_command(
    *,
    field: Annotated[list[str] | None, typer.Option(metavar="LĨNH-VỰC", help="Mã lĩnh vực, ví dụ dat-dai.")] = None,
    level: Annotated[list[str] | None, typer.Option(metavar="CẤP", help="xa, tinh hoặc trung-uong.")] = None,
    holder: Annotated[str | None, typer.Option(metavar="CHỦ-THỂ", help="“Chủ tịch UBND cấp xã”.")] = None,
    doc: Annotated[list[str] | None, typer.Option(metavar="VĂN-BẢN", help="Mã văn bản, ví dụ 151-2025.")] = None,
    verdict: Annotated[
        list[str] | None, typer.Option(metavar="KẾT-LUẬN", help="trung, lap, chua-du hoặc khong-trung.")
    ] = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(metavar="SỐ", min=0, help="Số cặp nhiều nhất; 0 là tất cả.")] = _SHOWN,
    html: Annotated[Path | None, typer.Option(metavar="TỆP", help="Ghi báo cáo HTML để đọc và in.")] = None,
    xlsx: Annotated[Path | None, typer.Option(metavar="TỆP", help="Ghi bảng Excel, mỗi cặp một dòng.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="In bảng CSV ra stdout.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare the powers of a day pairwise and print the findings, overlaps first; all of them go into files."""
    if as_json and as_csv:
        raise UsageError("Chỉ chọn một trong --json và --csv.")
    from phapquy.app.overlaps.rows import rows_of
    from phapquy.authority.overlaps.whole import overlaps_on, powers_compared
    from phapquy.cli.overlaps_view import print_csv, show
    from phapquy.cli.overlaps_wanted import choices_in_words, options_of

    day = parse_day(as_of) or date.today()
    snapshot = _snapshot()
    typer.echo("Đang đọc và so các thẩm quyền (mất khoảng mười giây)…", err=True)
    held = powers_compared(snapshot, day)
    options = options_of(
        held,
        fields=field or [],
        levels=level or [],
        holder=holder,
        documents=doc or [],
        verdicts=verdict or [],
        stored=snapshot.info.documents,
    )
    report = overlaps_on(snapshot, day, options)
    whole = bool(html or xlsx or as_csv or as_json) and limit == _SHOWN
    shown = report.findings if whole or not limit else report.findings[:limit]
    rows = rows_of(shown, snapshot)
    scope = _scope(snapshot, day, held, report, choices_in_words(field, level, holder, doc, verdict))
    _write_files(rows, scope, html, xlsx)
    if as_json:
        print_json(_facts(rows, report, day))
    elif as_csv:
        print_csv(rows)
    elif not (html or xlsx):
        show(rows, report, day)
    if not report.findings:
        silent = sorted(options.documents - {one.basis.slug for one in held})
        said = f"Văn bản không giao thẩm quyền nào đem so: {', '.join(silent)}. " if silent else ""
        typer.echo(f"{said}Không có cặp nào phù hợp với lựa chọn này.", err=True)


def _snapshot() -> Snapshot:
    from phapquy.config import load_settings
    from phapquy.index.snapshot import Snapshot

    return Snapshot.open(load_settings())


def _scope(snapshot: Snapshot, day: date, held: Sequence[Power], report: Report, choices: tuple[str, ...]) -> Scope:
    from phapquy.app.overlaps.scope import Scope

    return Scope(
        day, choices, len({one.basis.slug for one in held}), report.powers, report.pairs, len(report.findings),
        len(snapshot.info.documents), snapshot.manifest.as_at,
    )  # fmt: skip


def _write_files(rows: Sequence[Row], scope: Scope, html: Path | None, xlsx: Path | None) -> None:
    from phapquy.app.overlaps.page import page_of
    from phapquy.app.overlaps.sheet import write_workbook
    from phapquy.cli.files import write_aside

    for path, write in (
        (html, lambda part: part.write_text(page_of(rows, scope), "utf-8")),
        (xlsx, lambda part: write_workbook(rows, part, scope)),
    ):
        if path:
            write_aside(path, write)
            typer.echo(f"Đã ghi {len(rows)} cặp vào {path}", err=True)


def _facts(rows: Sequence[Row], report: Report, day: date) -> dict[str, object]:
    from collections import Counter

    return {
        "as_of": day.isoformat(),
        "powers": report.powers,
        "pairs": report.pairs,
        "counts": dict(Counter(one.verdict.value for one in report.findings)),
        "findings": [row.to_json() for row in rows],
    }
