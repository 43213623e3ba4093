"""``phapquy show``: open one provision."""

from __future__ import annotations

from typing import Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, open_kb, parse_day, print_json, wrap


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("show", help="Xem một điều khoản, ví dụ: phapquy show luat-72-2025-qh15/21/2/d")(show_command)


def show_command(
    provision: Annotated[str, typer.Argument(metavar="MÃ-ĐIỀU-KHOẢN", help="slug/điều/khoản/điểm")],
    *,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Print a provision with its place, its validity and its words."""
    from dataclasses import asdict

    view = open_kb().article(provision, parse_day(as_of))
    start, end = view.spans[0] if view.spans else (0, len(view.text))
    words = view.text[start:end].strip()
    if as_json:
        facts = asdict(view)
        for name in ("effective_from", "effective_to"):
            facts[name] = facts[name].isoformat() if facts[name] else None
        print_json({**facts, "words": words})
        return
    typer.echo(wrap(view.label[:1].upper() + view.label[1:]))
    for title in view.heading_path:
        typer.echo(wrap(title, "  "))
    state = "còn hiệu lực" if view.in_force else "không có hiệu lực vào ngày được hỏi"
    since = f", từ {view.effective_from:%d/%m/%Y}" if view.effective_from else ""
    until = f", đến trước {view.effective_to:%d/%m/%Y}" if view.effective_to else ""
    typer.echo(f"Hiệu lực: {state}{since}{until}\n")
    for line in words.splitlines():
        typer.echo(wrap(line))
    if view.amended_by:
        typer.echo(wrap(f"\nĐược sửa đổi, bổ sung bởi: {', '.join(view.amended_by)}"))
    for line in view.warnings:
        typer.echo(wrap(f"Lưu ý: {line}"))
    if view.url:
        typer.echo(f"Nguồn: {view.url}")
