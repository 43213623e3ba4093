"""``phapquy corpus``: bring the texts in, show their state, check that they are whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.cli import corpus_intake
from phapquy.cli.common import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table

    from phapquy.corpus.check import CheckRow
    from phapquy.corpus.refcheck import ReferenceRow
    from phapquy.corpus.sources import PullReport
    from phapquy.corpus.status import StatusRow

WIDTH = 100

app = typer.Typer(
    help="Văn bản trong kho: lấy về, xem tình trạng, kiểm tra.", no_args_is_help=True, rich_markup_mode=None
)

corpus_intake.register(app)
_Json = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON ra stdout.")]


@app.command("pull", help="Lấy nguyên văn về kho và đối chiếu dấu vân tay.")
def pull_command(
    *,
    from_dir: Annotated[
        Path | None,
        typer.Option("--from", metavar="THƯ-MỤC", help="Thư mục chứa các tệp văn bản; mặc định theo cấu hình."),
    ] = None,
    as_json: _Json = False,
) -> None:
    """Pull the texts; exits 1 when one is missing, unreadable or another text."""
    from phapquy.config import load_settings
    from phapquy.corpus.sources import pull

    with _progress(hidden=as_json) as progress:
        report = pull(load_settings(), from_dir, progress)
    if as_json:
        _print_json(report.to_json())
    else:
        _say_pull(report)
    if not report.ok:
        raise typer.Exit(1)


@app.command("status", help="Bảng tình trạng từng văn bản trong kho.")
def status_command(*, as_json: _Json = False) -> None:
    """Print the state of every document."""
    from phapquy.config import load_settings
    from phapquy.corpus.library import Library
    from phapquy.corpus.status import status

    rows = status(Library(load_settings()))
    if as_json:
        _print_json([row.to_json() for row in rows])
        return
    _print_table(_status_table(rows))
    if any(row.added for row in rows):
        typer.echo("Dấu + là văn bản do cơ quan tự thêm.", err=True)
    usable = sum(row.true for row in rows)
    typer.echo(f"{usable}/{len(rows)} văn bản dùng được.", err=True)
    if usable < len(rows):
        typer.echo("Để lấy các văn bản còn thiếu, hãy chạy: phapquy corpus pull", err=True)


@app.command("check", help="Kiểm tra văn bản trọn vẹn: số Điều, chỗ khuyết; hoặc các viện dẫn.")
def check_command(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[MÃ-VĂN-BẢN]...", help="Mặc định: mọi văn bản.")] = None,
    *,
    references: Annotated[
        bool, typer.Option("--references", help="Kiểm tra các viện dẫn: giải được, ngoài kho, hỏng.")
    ] = False,
    amendments: Annotated[
        bool, typer.Option("--amendments", help="So các điều khoản sửa đổi với bảng sửa đổi.")
    ] = False,
    validity: Annotated[
        bool, typer.Option("--validity", help="So điều khoản về hiệu lực của văn bản với danh mục.")
    ] = False,
    as_json: _Json = False,
) -> None:
    """Check the texts; exits 1 when a core document is not whole. Broken references are facts, not failures."""
    from phapquy.config import load_settings
    from phapquy.corpus.check import check, core_is_whole
    from phapquy.corpus.library import Library

    if amendments:
        from phapquy.cli.corpus_amendments import print_amendments

        raise typer.Exit(0 if print_amendments(as_json) else 1)
    if validity:
        from phapquy.cli.corpus_validity import print_validity

        raise typer.Exit(0 if print_validity(as_json) else 1)
    if references:
        _check_references(slugs or (), as_json=as_json)
        return
    rows = check(Library(load_settings()), slugs or ())
    whole = core_is_whole(rows)
    if as_json:
        _print_json({"ok": whole, "documents": [row.to_json() for row in rows]})
    else:
        _print_table(_check_table(rows))
        _say_check(rows)
    if not whole:
        typer.echo("Có văn bản cốt lõi chưa trọn vẹn. Hãy chạy: phapquy corpus pull, rồi kiểm tra lại.", err=True)
        raise typer.Exit(1)


def _check_references(slugs: Iterable[str], *, as_json: bool) -> None:
    from phapquy.config import load_settings
    from phapquy.corpus.library import Library
    from phapquy.corpus.refcheck import check_references, total

    rows = check_references(Library(load_settings()), slugs)
    if as_json:
        _print_json({"total": total(rows), "documents": [row.to_json() for row in rows]})
        return
    _print_table(_references_table(rows))
    _say_broken(rows)


@contextmanager
def _progress(*, hidden: bool) -> Iterator[Callable[[int, int, str], None]]:
    """Show a bar on stderr while the body runs; nothing where stderr is not a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("Lấy văn bản"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=hidden or not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, slug: bar.update(task, completed=done, total=total, description=slug)


def _say_pull(report: PullReport) -> None:
    from phapquy.corpus.sources import Outcome

    said = {
        Outcome.COPIED: "mới chép {}",
        Outcome.UNCHANGED: "đã có sẵn {}",
        Outcome.ASIDE: "không khớp nên để riêng {}",
        Outcome.MISSING: "không thấy {}",
        Outcome.FAILED: "lỗi {}",
    }
    for row in report.rows:
        if row.message:
            typer.echo(wrap(f"{row.slug}: {row.message}"), err=True)
    counts = "; ".join(words.format(report.counts[what]) for what, words in said.items() if what in report.counts)
    typer.echo(wrap(f"Lấy văn bản từ {report.source}: {counts}."))
    if report.counts.get(Outcome.COPIED):
        typer.echo("Để trả lời theo các văn bản mới, hãy chạy: phapquy build", err=True)
    if report.added_elsewhere:
        typer.echo(f"Nguồn còn có văn bản do máy khác tự thêm: {', '.join(report.added_elsewhere)}.", err=True)
        typer.echo(f"Muốn dùng, hãy xem rồi thêm: phapquy corpus add {report.source}/TỆP", err=True)


def _say_check(rows: Iterable[CheckRow]) -> None:
    for row in rows:
        misplaced = (f"lời nói dễ hiểu của {line}" for line in row.misplaced)
        empty = (f"{identity}: điều không có lời văn" for identity in row.empty)
        for line in (*((row.problem,) if row.problem else ()), *row.diagnostics, *empty, *misplaced):
            typer.echo(wrap(f"{row.slug}: {line}"), err=True)


def _status_table(rows: Iterable[StatusRow]) -> Table:
    table = _table(("Mã văn bản", 29), ("Số hiệu", 16), ("Hiệu lực từ", 11), ("Trạng thái", 10), ("Nguồn", 12))
    table.add_column("Có?", justify="center", width=3)
    table.add_column("Khớp?", justify="center", width=5)
    for row in rows:
        day = f"{row.effective:%d/%m/%Y}" if row.effective else "chưa rõ"
        present = "có" if row.present else "–"
        match = ("khớp" if row.true else "KHÔNG") if row.present else "–"
        state = _IN_FORCE[row.status.value]
        mark = " +" if row.added else ""
        table.add_row(row.slug + mark, row.number, day, state, row.source_quality.label, present, match)
    return table


_IN_FORCE = {
    "con-hieu-luc": "còn",
    "het-hieu-luc-mot-phan": "một phần",
    "het-hieu-luc": "hết",
    "chua-hieu-luc": "chưa",
}


def _check_table(rows: Iterable[CheckRow]) -> Table:
    table = _table(("Mã văn bản", 44), ("Số Điều", 9), ("Khuyết", 14), ("Đọc được", 9), ("Bất thường", 10))
    for row in rows:
        if row.articles is None:
            table.add_row(row.slug, "–", "–", "–", "thiếu")
            continue
        counted = str(row.articles) if row.expected in (None, row.articles) else f"{row.articles}/{row.expected}"
        percent = f"{100 * row.covered:.2f} %".replace(".", ",")
        table.add_row(row.slug, counted, ", ".join(row.gaps) or "không", percent, str(len(row.diagnostics)))
    return table


def _references_table(rows: Iterable[ReferenceRow]) -> Table:
    from phapquy.corpus.refcheck import total

    rows = list(rows)
    table = _table(("Mã văn bản", 46), ("Viện dẫn", 9), ("Giải được", 10), ("Ngoài kho", 10), ("Hỏng", 6))
    for row in rows:
        if row.problem:
            table.add_row(row.slug, "–", "–", "–", "thiếu")
            continue
        table.add_row(row.slug, str(row.found), str(row.resolved), str(row.outside), str(len(row.broken)))
    sums = total(rows)
    table.add_row("Tổng", *(str(sums[key]) for key in ("found", "resolved", "outside", "broken")))
    return table


_BROKEN_SHOWN = 3
"""Broken references listed for each document; ``--json`` lists all."""


def _say_broken(rows: Iterable[ReferenceRow]) -> None:
    from rich.console import Console

    console = Console(width=WIDTH, markup=False, highlight=False)
    for row in rows:
        if row.problem:
            console.print(f"{row.slug}: {row.problem}")
        for one in row.broken[:_BROKEN_SHOWN]:
            console.print(f"{one.at}: “{one.words}”: {one.why}")
        if len(row.broken) > _BROKEN_SHOWN:
            console.print(f"{row.slug}: còn {len(row.broken) - _BROKEN_SHOWN} viện dẫn hỏng nữa, xem bằng --json")


def _table(*columns: tuple[str, int]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for title, width in columns:
        table.add_column(title, width=width, overflow="fold")
    return table


def _print_table(table: Table) -> None:
    from rich.console import Console

    Console(width=WIDTH, markup=False, highlight=False).print(table)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
