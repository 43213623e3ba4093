"""``phapquy overlaps``: where two clauses give one task to two holders, or say one thing twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, parse_day, print_json, wrap
from phapquy.errors import PhapquyError, UsageError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from phapquy.app.overlaps.page import Scope
    from phapquy.app.overlaps.rows import Row, Side
    from phapquy.authority.overlaps import Options, Report
    from phapquy.authority.power import Power
    from phapquy.index.snapshot import Snapshot

_SHOWN = 20
_NAMED = 12
"""How many existing names a message lists."""


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
    doc: Annotated[list[str] | None, typer.Option(metavar="MÃ-VĂN-BẢN", help="Ví dụ nd-151-2025-nd-cp.")] = None,
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
    from phapquy.app.overlaps.page import Scope
    from phapquy.app.overlaps.rows import rows_of
    from phapquy.authority.overlaps.whole import overlaps_on, powers_compared

    day = parse_day(as_of) or date.today()
    snapshot = _snapshot()
    typer.echo("Đang đọc và so các thẩm quyền (lần đầu mất khoảng nửa phút)…", err=True)
    held = powers_compared(snapshot, day)
    options = _options(
        held, fields=field or [], levels=level or [], holder=holder, documents=doc or [], verdicts=verdict or []
    )
    report = overlaps_on(snapshot, day, options)
    whole = bool(html or xlsx or as_csv or as_json) and limit == _SHOWN
    shown = report.findings if whole or not limit else report.findings[:limit]
    rows = rows_of(shown, snapshot)
    if html:
        documents = len({one.basis.slug for one in held})
        choices = _choices(field, level, holder, doc, verdict)
        _write_page(html, rows, Scope(day, choices, documents, report.powers, report.pairs, len(report.findings)))
    if xlsx:
        _write(xlsx, lambda path: _workbook(rows, path))
    if as_json:
        print_json(_facts(rows, report, day))
    elif as_csv:
        _print_csv(rows)
    elif not (html or xlsx):
        _show(rows, report)
    if not report.findings:
        typer.echo("Không có cặp nào phù hợp với lựa chọn này.", err=True)


def _snapshot() -> Snapshot:
    from phapquy.config import load_settings
    from phapquy.index.snapshot import Snapshot

    return Snapshot.open(load_settings())


def _options(
    held: Sequence[Power],
    *,
    fields: Sequence[str],
    levels: Sequence[str],
    holder: str | None,
    documents: Sequence[str],
    verdicts: Sequence[str],
) -> Options:
    """Read what is wanted.

    Raises:
        UsageError: a name is unknown; the message lists those there are.
    """
    from phapquy.app.overlaps.strings import VERDICTS
    from phapquy.authority.overlaps import Options
    from phapquy.law.holder import Level, find_asked_organs

    known_levels = {level.value: level for level in (Level.XA, Level.TINH, Level.TRUNG_UONG)}
    _check("lĩnh vực", fields, sorted({one.field for one in held}))
    _check("cấp", levels, known_levels)
    _check("văn bản có thẩm quyền", documents, sorted({one.basis.slug for one in held}))
    _check("kết luận", verdicts, VERDICTS)
    organ = next(iter(find_asked_organs(_in_full(holder))), None) if holder else None
    options = Options(
        frozenset(fields), frozenset(known_levels[one] for one in levels), frozenset(documents), organ,
        frozenset(VERDICTS[one] for one in verdicts) or frozenset(VERDICTS[name] for name in _WITHOUT_SEPARATED),
    )  # fmt: skip
    if holder and (organ is None or not any(options.names(one) for one in held)):
        _check("chủ thể", [holder], _often(one.holder.name for one in held))
    return options


_WITHOUT_SEPARATED = ("trung", "lap", "chua-du")
"""Verdicts shown unless others are asked for."""


def _in_full(words: str) -> str:
    """Write the usual abbreviations of organs in full."""
    import re

    for short, full in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("TT", "Thường trực")):
        words = re.sub(rf"\b{short}\b", full, words)
    return words


def _often(names: Iterable[str]) -> list[str]:
    from collections import Counter

    return [name for name, _ in Counter(names).most_common(_NAMED)]


def _check(what: str, asked: Iterable[str], known: Iterable[str]) -> None:
    """Refuse what is not known, and say what is."""
    there = list(known)
    for one in asked:
        if one not in there:
            raise UsageError(f"Không có {what} “{one}”. Hiện có: {', '.join(there)}.")


def _choices(*given: object) -> tuple[str, ...]:
    names = ("lĩnh vực", "cấp", "chủ thể", "văn bản", "kết luận")
    texts = (", ".join(one) if isinstance(one, list) else one for one in given)
    return tuple(f"{name}: {text}" for name, text in zip(names, texts, strict=True) if text)


def _write_page(path: Path, rows: Sequence[Row], scope: Scope) -> None:
    from phapquy.app.overlaps.page import page_of

    page = page_of(rows, scope)
    _write(path, lambda there: there.write_text(page, "utf-8"))


def _workbook(rows: Sequence[Row], path: Path) -> None:
    from phapquy.app.overlaps.sheet import write_workbook

    write_workbook(rows, path)


def _write(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file aside and put it in its place, so that a failure leaves no half of one."""
    import os
    import tempfile

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        aside = Path(name)
        try:
            write(aside)
            aside.chmod(0o644)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise PhapquyError(f"Không ghi được {path}: {reason(error)}.") from error
    typer.echo(f"Đã ghi {path}.", err=True)


def _print_csv(rows: Sequence[Row]) -> None:
    from phapquy.app.overlaps.rows import csv_lines

    for line in csv_lines(rows):
        typer.echo(line)


def _facts(rows: Sequence[Row], report: Report, day: date) -> dict[str, object]:
    from collections import Counter

    return {
        "as_of": day.isoformat(),
        "powers": report.powers,
        "pairs": report.pairs,
        "counts": dict(Counter(one.verdict.value for one in report.findings)),
        "findings": [row.to_json() for row in rows],
    }


def _show(rows: Sequence[Row], report: Report) -> None:
    from collections import Counter

    counts = Counter(one.verdict.value for one in report.findings)
    typer.echo(wrap(f"{report.powers} thẩm quyền, xét {report.pairs} cặp."))
    for verdict, count in counts.items():
        typer.echo(f"  {verdict}: {count}")
    for row in rows:
        typer.echo(f"\n{row.number}. {row.verdict.upper()} · {row.field}")
        for side in (row.first, row.second):
            _show_side(side)
        for line in (*row.reasons, *row.hints):
            typer.echo(wrap(f"- {line}", "     "))
    if len(rows) < len(report.findings):
        typer.echo(f"\nCòn {len(report.findings) - len(rows)} cặp; xem hết bằng --limit 0 hoặc --html báo-cáo.html.")


def _show_side(side: Side) -> None:
    limits = "".join(f" [{words}]" for words in (side.condition, side.exception and f"trừ {side.exception}") if words)
    task = side.task if len(side.task) <= _TASK else f"{side.task[:_TASK].rsplit(' ', 1)[0]}…"
    typer.echo(wrap(f"• {side.holder}: {side.role} – {task}{limits}", "   "))
    typer.echo(wrap(f"({side.label}; {side.id})", "     "))


_TASK = 240
"""Characters of a task shown in a terminal."""
