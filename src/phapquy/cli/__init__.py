"""The command line: parses, calls, prints. Heavy libraries are imported inside the commands."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from phapquy import __version__
from phapquy.cli import (
    ask,
    bench,
    build,
    corpus,
    diff,
    doctor,
    feedback,
    matrix,
    model,
    overlaps,
    passed,
    password,
    show,
    units,
    verify,
)
from phapquy.cli import eval as evaluation
from phapquy.cli import serve as serving
from phapquy.cli.language import dress, in_vietnamese, speak_vietnamese
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


_INTERRUPTED = 130
"""The exit code of a command stopped by Ctrl-C."""


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
diff.register(app)
verify.register(app)
units.register(app)
matrix.register(app)
passed.register(app)
overlaps.register(app)
build.register(app)
evaluation.register(app)
bench.register(app)
doctor.register(app)
password.register(app)
app.add_typer(corpus.app, name="corpus")
app.add_typer(model.app, name="model")
app.add_typer(feedback.app, name="feedback")
dress(app)


def main() -> None:
    """Run the command line: expected failures are one line in Vietnamese, never a traceback."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    speak_vietnamese()
    try:
        code = app(standalone_mode=False)
    except PhapquyError as error:
        _fail(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Đã dừng.", err=True)
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        _fail_unexpected(error)
    else:
        if code == _INTERRUPTED:
            typer.echo("Đã dừng.", err=True)
        sys.exit(code if isinstance(code, int) else 0)


def _fail_unexpected(error: Exception) -> None:
    """Report an error in the words of a command, or one that nobody foresaw."""
    if (code := getattr(error, "exit_code", None)) is not None:
        message = getattr(error, "format_message", lambda: "")()
        context = getattr(error, "ctx", None)
        if not message or type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(message, nl=bool(message))
            sys.exit(code)
        _fail(f"{in_vietnamese(message)} Xem cách dùng: {context.command_path if context else 'phapquy'} --help", code)
    if "-v" in sys.argv or "--verbose" in sys.argv:
        raise error
    _fail(
        f"Lỗi ngoài dự kiến ({type(error).__name__}: {error}). "
        "Chạy lại với --verbose để xem chi tiết và báo lỗi cho nhóm phát triển.",
        1,
    )


def _fail(message: str, code: int) -> None:
    typer.echo(f"Lỗi: {message}", err=True)
    sys.exit(code)
