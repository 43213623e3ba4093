"""The page texts of a PDF, with the numbers printed on the pages."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phapquy.corpus.readers.model import Limits
from phapquy.corpus.readers.sandbox import answer_apart, on_disk
from phapquy.corpus.text import normalise
from phapquy.errors import TextError

MAX_PAGES = 2000
_EMPTY = "Tệp PDF rỗng. Hãy tải lại tệp từ nguồn chính thức."


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its label as printed in the viewer (``iv``, ``12``) and its text in reading order."""

    label: str
    text: str


def pdf_pages(data: bytes) -> tuple[Page, ...]:
    """Read the text of every page, in a child process: the file may be anybody's.

    A scanned PDF (pages without a text layer) is refused: an image is not a text.

    Raises:
        TextError: the file is empty, truncated, damaged, locked by a password, has no text layer, has more than
            ``MAX_PAGES`` pages, or takes too much time or memory.
    """
    if not data.strip():
        raise TextError(_EMPTY)
    with on_disk(data, "tep.pdf") as path:
        pages: Any = answer_apart("pages", path, Limits())["pages"]
    return tuple(Page(label, text) for label, text in pages)


def read_pages(path: Path) -> tuple[Page, ...]:
    """Read the pages of a PDF. To be run in the child process (:mod:`worker`).

    Raises:
        TextError: as for :func:`pdf_pages`.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    data = path.read_bytes()
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise TextError("Tệp PDF bị khóa bằng mật khẩu. Hãy mở khóa rồi lưu lại tệp.")
        if len(reader.pages) > MAX_PAGES:
            raise TextError(f"Tệp PDF có hơn {MAX_PAGES} trang. Hãy chia nhỏ tệp.")
        labels = reader.page_labels
        pages = tuple(
            Page(label, normalise(page.extract_text())) for label, page in zip(labels, reader.pages, strict=True)
        )
    except TextError:
        raise
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TextError(
            f"Tệp PDF hỏng hoặc bị cắt, không đọc được ({type(error).__name__}). Hãy tải lại tệp từ nguồn chính thức."
        ) from error
    if not any(page.text for page in pages):
        raise TextError("Tệp PDF không có lớp chữ (bản quét). Hãy dùng bản PDF có chữ hoặc tệp văn bản UTF-8.")
    return pages
