"""``phapquy verify``: are the citations and quotations of a text those of the law of a day?"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, AsOf, parse_day, print_json
from phapquy.errors import TextError, UsageError, reason

if TYPE_CHECKING:
    from phapquy.checking import Checker

MAX_BYTES = 10_000_000
"""Bytes of the largest file that is read."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("verify", help="Kiểm tra viện dẫn và trích dẫn trong một văn bản: có thật, còn hiệu lực, đúng lời.")(
        verify_command
    )


def verify_command(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Tệp văn bản UTF-8, PDF hoặc .docx; “-” đọc từ stdin.")],
    *,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Check a text; exits 1 when a provision does not exist or is not in force, or a quotation is not its words."""
    day = parse_day(as_of) or date.today()
    text = read_text(file)
    checker = _checker()
    report = checker.check(text, day)
    if as_json:
        print_json(report.to_json())
    else:
        from phapquy.cli.verify_view import show

        show(report, checker.cite)
    if not report.ok:
        raise typer.Exit(1)


def _checker() -> Checker:
    """Open the newest snapshot for checking; the embedding model is not needed."""
    from phapquy.checking import Checker
    from phapquy.config import load_settings
    from phapquy.index.snapshot import Snapshot
    from phapquy.index.stored import StoredDocuments

    snapshot = Snapshot.open(load_settings())
    if not snapshot.info.complete:
        held, all_ = len(snapshot.info.documents), len(snapshot.manifest.document)
        typer.echo(f"Chỉ mục mới có {held}/{all_} văn bản; các văn bản khác được coi là ngoài kho.", err=True)
    return Checker(snapshot.manifest, StoredDocuments(snapshot), snapshot.validity, snapshot.info.digests)


def read_text(file: str) -> str:
    """Read a file, or stdin for ``-``.

    Raises:
        UsageError: it is missing, a folder, empty, too large, or no text that can be read; says what to do.
    """
    if file == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
        name = "Đầu vào"
    else:
        data, name = _bytes(Path(file)), f"Tệp {file}"
    if len(data) > MAX_BYTES:
        raise UsageError(f"{name} lớn hơn {MAX_BYTES // 1_000_000} MB. Hãy chia nhỏ rồi kiểm tra từng phần.")
    try:
        text = _decoded(data)
    except TextError as error:
        raise UsageError(f"{name}: {error}") from error
    if not text.strip():
        raise UsageError(f"{name} rỗng. Hãy đưa vào văn bản cần kiểm tra.")
    return text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "đường dẫn có ký tự lạ"
        raise UsageError(f"Không đọc được {path}: {why}.") from error


def _decoded(data: bytes) -> str:
    """Read the text of a PDF, a .docx or a plain text, told apart by their first bytes."""
    from phapquy.corpus.text import decode

    if data.startswith(b"%PDF-"):
        from phapquy.corpus.readers.pages import pdf_pages

        pages = pdf_pages(data)
        if scanned := [page.label for page in pages if not page.text]:
            typer.echo(f"Không có lớp chữ nên không kiểm tra được: trang {', '.join(scanned[:20])}.", err=True)
        return "\n".join(page.text for page in pages)
    if data.startswith(b"PK\x03\x04"):
        from phapquy.corpus.readers.docx import docx_text

        return docx_text(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TextError("đây là tệp .doc đời cũ. Hãy lưu lại thành .docx, PDF hoặc văn bản thuần UTF-8 (.txt).")
    return decode(data)
