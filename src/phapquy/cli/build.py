"""``phapquy build``: make the index."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("build", help="Lập chỉ mục: cắt điều khoản, mã hóa, công bố; bản cũ vẫn phục vụ trong lúc lập.")(
        build_command
    )


def build_command(
    slugs: Annotated[
        list[str] | None, typer.Argument(metavar="[MÃ-VĂN-BẢN]...", help="Mặc định: mọi văn bản có trong kho.")
    ] = None,
    *,
    core: Annotated[bool, typer.Option("--core", help="Chỉ bốn văn bản cốt lõi.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Mã hóa lại tất cả, kể cả văn bản không đổi.")] = False,
    if_stale: Annotated[bool, typer.Option("--if-stale", help="Không làm gì nếu chỉ mục đã đúng với kho.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Không hiện tiến độ.")] = False,
) -> None:
    """Build and publish a snapshot."""
    from phapquy.config import load_settings
    from phapquy.corpus.library import Library
    from phapquy.index.build import build
    from phapquy.index.freshness import is_current

    settings = load_settings()
    if if_stale and is_current(settings):
        typer.echo("Chỉ mục đã đúng với kho văn bản.", err=True)
        return
    if core:
        slugs = [entry.slug for entry in Library(settings).manifest.core()]
    with Bar(hidden=quiet) as bar:
        identity = build(settings, slugs, bar.show, force=force)
    typer.echo(identity)


class Bar:
    """A progress bar on stderr; silent when hidden."""

    def __init__(self, *, hidden: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        self._progress = Progress(
            BarColumn(24), TaskProgressColumn(), TimeElapsedColumn(), TextColumn("{task.description}"),
            console=Console(stderr=True), disable=hidden,
        )  # fmt: skip
        self._task = self._progress.add_task("", total=1.0)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, line: str, share: float) -> None:
        """Set the line and the share done."""
        self._progress.update(self._task, description=line[:60], completed=share)
