"""``phapquy doctor``: is everything in place, and if not, what to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from phapquy.cli.common import AsJson, print_json

if TYPE_CHECKING:
    from phapquy.doctor import Finding


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("doctor", help="Khám hệ thống: kho, mô hình, chỉ mục, đĩa; nói cần chạy lệnh gì.")(doctor_command)


def doctor_command(*, as_json: AsJson = False) -> None:
    """Print what is in place; exits 1 when something must be done."""
    from phapquy.config import load_settings
    from phapquy.doctor import examine

    findings = list(examine(load_settings()))
    if as_json:
        print_json([{"what": one.what, "ok": one.ok, "detail": one.detail, "remedy": one.remedy} for one in findings])
    else:
        for one in findings:
            _print(one)
    if not all(one.ok for one in findings):
        raise typer.Exit(1)


def _print(one: Finding) -> None:
    typer.echo(f"{'[được]' if one.ok else '[CẦN LÀM]'} {one.what}: {one.detail}")
    if one.remedy:
        typer.echo(f"          → {one.remedy}")
