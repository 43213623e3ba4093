"""``phapquy feedback``: what officers thought of the answers, as evaluation cases."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, print_json

if TYPE_CHECKING:
    from phapquy.app.feedback import FeedbackStore

app = typer.Typer(
    name="feedback",
    help="Góp ý trên trang web: xem, xuất thành câu hỏi chấm, xóa.",
    no_args_is_help=True,
)


@app.command("status", help="Có bao nhiêu góp ý, theo từng loại.")
def status(*, as_json: AsJson = False) -> None:
    """Count the judgements."""
    from phapquy.app.strings import VERDICTS

    counted = Counter(one.verdict.value for _, one in _store().all())
    if as_json:
        print_json({"total": counted.total(), **{name: counted[name] for name in VERDICTS}})
        return
    for name, words in VERDICTS.items():
        typer.echo(f"{counted[name]:6}  {words}")
    typer.echo(f"{counted.total():6}  Tất cả")


@app.command("export", help="Xuất góp ý thành câu hỏi chấm (JSONL) cho phapquy eval.")
def export(
    *,
    out: Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Nơi ghi; mặc định stdout.")] = None,
    verdict: Annotated[
        list[str] | None, typer.Option("--verdict", metavar="LOẠI", help="Chỉ loại này; dùng được nhiều lần.")
    ] = None,
) -> None:
    """Write the judgements as cases: confirmed answers are gold, the others wait for a person."""
    from phapquy.app.feedback.cases import case_of
    from phapquy.app.feedback.record import verdict_of
    from phapquy.cli.files import write_whole

    wanted = {verdict_of(name) for name in verdict or ()}
    cases = [case_of(number, one) for number, one in _store().all() if not wanted or one.verdict in wanted]
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    if out is None:
        typer.echo(lines, nl=False)
    else:
        write_whole(out, lines.encode())
    typer.echo(f"Đã xuất {len(cases)} góp ý.", err=True)


@app.command("clear", help="Xóa hết góp ý trên máy này.")
def clear(*, yes: Annotated[bool, typer.Option("--yes", help="Xóa mà không hỏi lại.")] = False) -> None:
    """Erase every judgement."""
    if not yes:
        typer.confirm("Xóa hết góp ý trên máy này?", abort=True)
    typer.echo(f"Đã xóa {_store().clear()} góp ý.", err=True)


def _store() -> FeedbackStore:
    from phapquy.app.feedback import FeedbackStore
    from phapquy.config import load_settings

    settings = load_settings()
    return FeedbackStore(settings.feedback_path, settings.feedback_limit)
