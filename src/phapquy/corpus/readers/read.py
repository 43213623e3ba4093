"""One door for every file: what is it, read it, clean it, say what was found."""

from __future__ import annotations

from pathlib import Path

from phapquy.corpus.readers.docx import docx_text
from phapquy.corpus.readers.html import html_text
from phapquy.corpus.readers.model import Limits, PageSpan, ReadResult
from phapquy.corpus.readers.pages import pdf_pages
from phapquy.corpus.text import decode, normalise
from phapquy.errors import TextError, reason

DEFAULT_LIMITS = Limits()


def read_file(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Read a file of any supported kind as clean text.

    Args:
        path: a PDF, .docx, HTML, Markdown or plain text; its content decides, not its name.
        limits: how much is read at most.

    Raises:
        TextError: the file cannot be read; says why and what to do.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TextError(f"Không đọc được tệp {path}: {reason(error)}.") from error
    if not data.strip():
        raise TextError(f"Tệp {path.name} rỗng.")
    if data.startswith(b"%PDF-"):
        pages = [(place, page.text) for place, page in enumerate(pdf_pages(data), start=1)]
        kind = "pdf"
    elif data.startswith(b"PK\x03\x04"):
        pages, kind = [(1, docx_text(data))], "docx"
    elif b"<html" in data[:2000].lower():
        pages, kind = [(1, html_text(decode(data)))], "html"
    else:
        pages, kind = [(1, normalise(decode(data)))], "text"
    spans, at = [], 0
    for number, text in pages:
        spans.append(PageSpan(number, at, at + len(text)))
        at += len(text)
    return ReadResult("".join(text for _, text in pages), tuple(spans), (), 1.0, kind)
