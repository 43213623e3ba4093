"""The command line: parses, calls, prints. Heavy libraries are imported inside the commands."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import click
import typer

from phapquy import __version__
from phapquy.cli import ask, bench, build, corpus, doctor, model, show
from phapquy.cli import eval as evaluation
from phapquy.cli import serve as serving
from phapquy.errors import PhapquyError

app = typer.Typer(
    name="phapquy",
    help="Cấp xã hay cấp tỉnh có thẩm quyền, theo điều khoản nào: tra cứu và trợ lý pháp luật chính quyền địa phương.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"phapquy {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="In phiên bản rồi thoát.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="In nhật ký chi tiết ra stderr.")] = False,
) -> None:
    """Configure logging; it is configured nowhere else."""
    import logging

    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )


serving.register(app)
ask.register(app)
show.register(app)
build.register(app)
evaluation.register(app)
bench.register(app)
doctor.register(app)
app.add_typer(corpus.app, name="corpus")
app.add_typer(model.app, name="model")


def main() -> None:
    """Run the command line: expected failures are one line in Vietnamese, never a traceback."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        app(standalone_mode=False)
    except PhapquyError as error:
        _fail(str(error), error.exit_code)
    except click.UsageError as error:
        _fail(f"{_usage(error)} Xem cách dùng: phapquy {_command(error)}--help", 2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("Đã dừng.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if "-v" in sys.argv or "--verbose" in sys.argv:
            raise
        _fail(
            f"Lỗi ngoài dự kiến ({type(error).__name__}: {error}). "
            "Chạy lại với --verbose để xem chi tiết và báo lỗi cho nhóm phát triển.", 1,
        )  # fmt: skip


def _usage(error: click.UsageError) -> str:
    """Say in Vietnamese what is wrong with the words of a command."""
    name = getattr(error, "option_name", None) or getattr(getattr(error, "param", None), "human_readable_name", "")
    if isinstance(error, click.NoSuchOption):
        return f"Không có tùy chọn {name}."
    if isinstance(error, click.MissingParameter):
        return f"Thiếu {name}."
    if isinstance(error, click.BadParameter):
        return f"Giá trị của {name} không hợp lệ: {error.message}."
    if "No such command" in error.message:
        return f"Không có lệnh này: {error.message.split()[-1].strip('.')}."
    return f"Câu lệnh chưa đúng: {error.message}"


def _command(error: click.UsageError) -> str:
    path = error.ctx.command_path.split(" ", 1) if error.ctx else []
    return f"{path[1]} " if len(path) > 1 else ""


def _fail(message: str, code: int) -> None:
    typer.echo(f"Lỗi: {message}" if code != 130 else message, err=True)  # noqa: PLR2004 - interrupted
    sys.exit(code)
