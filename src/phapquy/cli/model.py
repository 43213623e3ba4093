"""``phapquy model``: install the embedding model and show what is installed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.config import load_settings

if TYPE_CHECKING:
    from phapquy.index.model.install import Installed
    from phapquy.index.model.status import ModelStatus

app = typer.Typer(help="Cài đặt và kiểm tra mô hình nhúng văn bản.", no_args_is_help=True)


@app.command("install")
def install_command(
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            help="Tên hoặc đường dẫn một mô hình sentence-transformers; bỏ trống để dùng mô hình trong cấu hình.",
        ),
    ] = None,
    query_prompt: Annotated[
        str | None,
        typer.Option("--query-prompt", help="Lời dẫn đặt trước câu hỏi; bỏ trống để theo mô hình."),
    ] = None,
    passage_prompt: Annotated[
        str | None,
        typer.Option("--passage-prompt", help="Lời dẫn đặt trước đoạn văn bản; bỏ trống để theo mô hình."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Cài lại dù đã có.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Cài mô hình nhúng: chuyển đổi, nén xuống 8 bit, kiểm tra rồi đặt vào thư mục mô hình."""
    from phapquy.index.model.install import Prompts, install

    settings = load_settings()
    with _Bar() as bar:
        done = install(settings, name, prompts=Prompts(query_prompt, passage_prompt), force=force, progress=bar.show)
    if as_json:
        outcome = {"fresh": done.fresh, "folder": str(done.folder), **done.manifest.model_dump(exclude={"files"})}
        typer.echo(json.dumps(outcome, ensure_ascii=False, indent=2))
        return
    typer.echo(_sentence(done))
    if done.manifest.name != settings.model:
        typer.echo(
            f'Để dùng mô hình này, hãy đặt model = "{done.manifest.name}" trong phapquy.toml '
            "(hoặc biến PHAPQUY_MODEL) rồi chạy: phapquy build",
            err=True,
        )


@app.command("status")
def status_command(
    name: Annotated[
        str | None, typer.Option("--name", help="Tên mô hình; bỏ trống để xem mô hình trong cấu hình.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Cho biết mô hình nhúng đã cài chưa, cỡ bao nhiêu, mã băm các tệp có khớp không."""
    from phapquy.index.model.status import model_status

    status = model_status(load_settings(), name)
    typer.echo(json.dumps(status.to_json(), ensure_ascii=False, indent=2) if as_json else _table(status))
    if not status.usable:
        if not as_json:
            typer.echo(status.problem, err=True)
        raise typer.Exit(1)


class _Bar:
    """A progress bar on stderr that appears only when there is something to wait for."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True)
        )
        self._task = self._progress.add_task("Chuẩn bị", total=1.0)
        self._started = False

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._started:
            self._progress.stop()

    def show(self, text: str, fraction: float) -> None:
        if not self._started:
            self._progress.start()
            self._started = True
        self._progress.update(self._task, description=text, completed=fraction)


def _sentence(done: Installed) -> str:
    manifest = done.manifest
    verb = "Đã cài" if done.fresh else "Đã có sẵn"
    return (
        f"{verb} mô hình {manifest.name}: {manifest.dimension} chiều, tối đa {manifest.max_tokens} token, "
        f"mã nhận dạng {manifest.identity}, tại {done.folder}"
    )


def _table(status: ModelStatus) -> str:
    rows = [("Mô hình", status.name), ("Thư mục", status.folder), ("Đã cài", "có" if status.installed else "chưa")]
    if status.identity is not None:
        rows += [
            ("Nguồn", status.source or ""),
            ("Số chiều", str(status.dimension)),
            ("Giới hạn token", str(status.max_tokens)),
            ("Lời dẫn", f"{status.query_prompt!r} / {status.passage_prompt!r}"),
            ("Dung lượng", f"{status.bytes / 1e6:.0f} MB".replace(".", ",")),
            ("Mã nhận dạng", status.identity),
            ("Mã băm", "khớp" if status.verified else "KHÔNG khớp"),
        ]
    width = max(len(label) for label, _ in rows)
    return "\n".join(f"{label:<{width}}  {value}" for label, value in rows)
