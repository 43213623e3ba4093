"""What several commands share: reading a day, printing JSON, opening the knowledge base."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.errors import UsageError

if TYPE_CHECKING:
    from phapquy.assistant import KnowledgeBase
    from phapquy.lawbook import Lawbook

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="NGÀY", help="Áp dụng luật của ngày này (2026-11-21 hoặc 21/11/2026).")
]
AsJson = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON ra stdout.")]


def parse_day(text: str | None) -> date | None:
    """Read a day written ``2026-11-21`` or ``21/11/2026``; None stays None.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return None
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    except (ValueError, OverflowError) as error:
        raise UsageError(f"Ngày {text!r} không hợp lệ. Hãy viết như 2026-11-21 hoặc 21/11/2026.") from error


def print_json(value: Any) -> None:
    """Print a value as indented JSON to stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def open_kb() -> KnowledgeBase:
    """Open the knowledge base of the configured installation."""
    from phapquy.assistant import KnowledgeBase

    return KnowledgeBase.open()


def open_lawbook() -> Lawbook:
    """Open what is looked up without a model, of the configured installation."""
    from phapquy.lawbook import Lawbook

    return Lawbook.open()


def wrap(text: str, indent: str = "", width: int = 96, hang: str | None = None) -> str:
    """Fold a paragraph for a terminal of 100 columns; ``hang`` begins every line after the first."""
    import textwrap

    return textwrap.fill(
        text, width=width, initial_indent=indent, subsequent_indent=indent if hang is None else hang,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def short(text: str, length: int = 200) -> str:
    """Write a text on one line, cut after a word where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"
