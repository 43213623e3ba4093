"""``phapquy bench``: print the budgets as measured on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from phapquy.cli.common import AsOf, open_kb, parse_day, print_json

HELP = "Đo tốc độ và bộ nhớ trên máy này, so với định mức."


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("bench", help=HELP)(bench_command)


def bench_command(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="In dạng JSON ra stdout.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Bỏ qua máy chủ, bộ mã hóa và việc dựng chỉ mục.")] = False,
    build: Annotated[bool, typer.Option("--build", help="Dựng thử cả chỉ mục trong thư mục tạm (vài phút).")] = False,
    language_model: Annotated[
        bool,
        typer.Option("--language-model", help="Chỉ đo mô hình ngôn ngữ: bao nhiêu câu viết lại được dùng."),
    ] = False,
    web: Annotated[
        bool, typer.Option("--web", help="Chỉ đo trang web: mở trang, câu trả lời trên màn hình, 20 người cùng hỏi.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Measure and print; a budget that is not kept is shown, never an error."""
    import json

    if language_model:
        _rewording(as_json=as_json, as_of=as_of)
        return
    from phapquy.bench import measure_all, measure_web
    from phapquy.bench.machine import describe_machine
    from phapquy.config import load_settings

    def tell(what: str) -> None:
        typer.echo(f"==> Đang đo: {what} …", err=True)

    found = measure_web(tell) if web else measure_all(load_settings(), quick=quick, build=build, step=tell)
    rows = list(found)
    machine = describe_machine()
    if as_json:
        said = {"machine": machine, "rows": [row.to_json() for row in rows]}
        typer.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from phapquy.bench.table import WIDTH, machine_line, rows_table

    console = Console(width=WIDTH, highlight=False)
    console.print(machine_line(machine))
    console.print(rows_table(rows))


def _rewording(*, as_json: bool, as_of: str | None) -> None:
    """Have the answers to the sample questions reworded; print what became of the sentences."""
    from datetime import date

    from rich.console import Console

    from phapquy.bench.rewriting import fates_table, measure_rewording
    from phapquy.bench.samples import QUESTIONS
    from phapquy.bench.table import WIDTH

    def tell(question: str) -> None:
        typer.echo(f"==> {question}", err=True)

    measured = measure_rewording(open_kb(), QUESTIONS, parse_day(as_of) or date.today(), tell)
    if as_json:
        print_json(measured.to_json())
    else:
        Console(width=WIDTH, highlight=False).print(fates_table(measured))
