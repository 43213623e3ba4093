"""PDF to lines, page by page, each page in the mode that reads better."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from phapquy.corpus.readers.columns import TABLE, ordered
from phapquy.corpus.readers.geometry import forms, letters, page_rows
from phapquy.corpus.readers.lines import Draft, Line, Page
from phapquy.corpus.readers.model import Limits
from phapquy.corpus.readers.quality import has_broken, quality
from phapquy.errors import TextError

NO_TEXT = "trang không có lớp chữ (ảnh quét)"
RECOGNISED = "chữ được nhận dạng từ ảnh quét"
UNREADABLE = "trang hỏng, không đọc được"
BROKEN_FONT = "có ký tự mà phông chữ trong tệp không cho biết là chữ gì"
DOUBLED = "chữ đậm vẽ hai lần"
COLUMNS = "đọc theo cột"
_TAIL = 4096
_INVISIBLE = re.compile(rb"\b3 Tr\b")
_WORSE = 0.005
_KEPT = 0.995
"""Share of the letters of the plain mode that the placed lines must have; drawn forms and turned text are lost."""
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError, RecursionError,
           AssertionError, NotImplementedError, OverflowError, UnicodeError)  # fmt: skip


def read_pdf(path: Path, limits: Limits) -> Draft:
    """Read the lines of a PDF. To be run in the child process (:mod:`worker`): the file is not trusted.

    Raises:
        TextError: the file is truncated, damaged, locked, has too many pages, or has no page with text.
    """
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if is_cut(path):
        raise TextError("Tệp PDF bị cắt (thiếu phần cuối). Hãy tải lại tệp từ nguồn chính thức.")
    try:
        with path.open("rb") as stream:
            reader = _opened(stream, limits)
            draft = Draft("pdf", [], list(_active(reader)))
            tally = {DOUBLED: 0, COLUMNS: 0}
            characters = 0
            for number, page in enumerate(reader.pages, start=1):
                draft.pages.append(_page(number, page, tally))
                characters += sum(len(line.text) for line in draft.pages[-1].lines)
                if characters > limits.text_characters:
                    raise TextError(f"Tệp PDF có hơn {limits.text_characters} ký tự. Hãy chia nhỏ tệp.")
    except (PyPdfError, OSError, *_DAMAGE) as error:
        raise TextError(
            f"Tệp PDF hỏng hoặc bị cắt, không đọc được ({type(error).__name__}). Hãy tải lại tệp từ nguồn chính thức."
        ) from error
    draft.done.extend((step, count, ()) for step, count in tally.items() if count)
    return draft


def is_cut(path: Path) -> bool:
    """Whether the end of a PDF is missing; pypdf would mend it and silently lose what is behind the cut."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _TAIL))
        return b"%%EOF" not in stream.read()


def _opened(stream: Any, limits: Limits) -> Any:
    from pypdf import PdfReader

    reader = PdfReader(stream)
    if reader.is_encrypted and not reader.decrypt(""):
        raise TextError("Tệp PDF bị khóa bằng mật khẩu. Hãy mở khóa rồi lưu lại tệp.")
    count = len(reader.pages)
    if count > limits.pages:
        raise TextError(f"Tệp PDF có {count} trang, giới hạn là {limits.pages}. Hãy chia nhỏ tệp.")
    if not count:
        raise TextError("Tệp PDF không có trang nào. Hãy tải lại tệp từ nguồn chính thức.")
    return reader


def _active(reader: Any) -> Iterator[str]:
    """Warn of what a text has no need of; nothing of it is ever run."""
    root = reader.trailer["/Root"].get_object()
    names = root.get("/Names", {})
    names = names.get_object() if hasattr(names, "get_object") else names
    if "/JavaScript" in names or "/AA" in root or _is_script(root.get("/OpenAction")):
        yield "Tệp PDF có kèm mã lệnh (JavaScript); mã không được chạy, chỉ chữ được đọc."
    if "/EmbeddedFiles" in names:
        yield "Tệp PDF có đính kèm tệp khác; tệp đính kèm không được đọc."


def _is_script(action: Any) -> bool:
    action = action.get_object() if hasattr(action, "get_object") else action
    return isinstance(action, dict) and action.get("/S") in {"/JavaScript", "/Launch"}


def _page(number: int, page: Any, tally: dict[str, int]) -> Page:
    from pypdf.errors import PyPdfError

    made = Page(number, [])
    failed = 0
    plain: list[Line] = []
    try:
        plain = [Line(text) for text in page.extract_text().split("\n") if text.strip()]
    except (PyPdfError, OSError, *_DAMAGE):
        failed += 1
    placed: list[Line] = []
    twice = columns = 0
    table = False
    try:
        rows, twice = page_rows(page)
        placed, columns, table = ordered(rows)
    except (PyPdfError, OSError, ImportError, *_DAMAGE):
        failed += 1
    if placed and (not plain or _reads_better(placed, plain, twice)):
        made.lines = placed
        tally[DOUBLED] += twice
        tally[COLUMNS] += columns
        if table:
            made.doubts.append(TABLE)
    else:
        made.lines = _placed_where_alike(plain, placed)
    if made.lines and _is_recognised(page):
        made.doubts.append(RECOGNISED)
    if not made.lines:
        if failed or _has_pictures(page):
            made.doubts.append(UNREADABLE if failed else NO_TEXT)
    elif has_broken("".join(line.text for line in made.lines)):
        made.doubts.append(BROKEN_FONT)
    return made


def _is_recognised(page: Any) -> bool:
    """Whether the text is drawn invisibly, as recognition puts it behind a picture."""
    if not _has_pictures(page):
        return False
    contents = page.get_contents()
    streams = [contents] if contents is not None else []
    return any(_INVISIBLE.search(one.get_data()) for one in (*streams, *forms(page)))


def _has_pictures(page: Any) -> bool:
    resources = page.get("/Resources", {})
    resources = resources.get_object() if hasattr(resources, "get_object") else resources
    return bool(resources.get("/XObject"))


def _reads_better(placed: list[Line], plain: list[Line], twice: int) -> bool:
    """Whether the placed lines keep the letters of the plain mode and read at least as well."""
    one, two = ("\n".join(line.text for line in lines) for lines in (placed, plain))
    return letters(one) + twice >= _KEPT * letters(two) and quality(one) >= quality(two) - _WORSE


def _placed_where_alike(plain: list[Line], placed: list[Line]) -> list[Line]:
    """Return the lines of the plain mode, with the place of the line that has the same letters."""
    known = {"".join(line.text.split()): line for line in placed}
    return [known.get("".join(line.text.split()), line) for line in plain]
