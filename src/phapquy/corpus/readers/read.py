"""One door for every file: what is it, read it, clean it, say what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from phapquy.corpus.cleaning.furniture import cut_pages
from phapquy.corpus.cleaning.paragraphs import is_wrapped
from phapquy.corpus.cleaning.pipeline import clean
from phapquy.corpus.readers import sniff
from phapquy.corpus.readers.encodings import UTF8, words_of
from phapquy.corpus.readers.lines import Draft, Line, Page
from phapquy.corpus.readers.markdown import read_markdown
from phapquy.corpus.readers.model import Limits, ReadResult
from phapquy.corpus.readers.ocr import missing, recognise
from phapquy.corpus.readers.pdf import NO_TEXT
from phapquy.corpus.readers.sandbox import read_apart
from phapquy.corpus.text import normalise
from phapquy.errors import TextError, reason

DEFAULT_LIMITS = Limits()
WRAPPED = "dòng bị ngắt theo khổ trang, đã nối thành đoạn"
_PAGE_SECONDS = 30.0
"""For a web page: the longest law takes two, elements nested without end would take all there is."""
_BYTES_PER_LETTER = 4
_MEGABYTE = 1_000_000


def read_file(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Read a file of any supported kind as clean text.

    Its content decides what it is; a name that says otherwise is an error. PDF, .docx and HTML are parsed in a child
    process with bounds on memory and time; nothing is written but temporary files.

    Args:
        path: a PDF, .docx, HTML, Markdown, plain text, or an image of a page.
        limits: how much is read at most.

    Raises:
        TextError: the file cannot be read; says why and what to do.
    """
    return _checked(clean(_draft(path, limits)), path.name)


def read_images(paths: Sequence[Path], *, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Read images of pages, in their order, as one document.

    Raises:
        TextError: no path is given, one is no image, or recognition is not installed or fails.
    """
    pages: list[Page] = []
    warnings: list[str] = []
    for path in paths:
        if _kind(path, limits) != sniff.IMAGE:
            raise TextError(f"Tệp {path.name} không phải ảnh. Hãy nhập riêng tệp này.")
        draft = recognise(path, limits, image=True)
        warnings.extend(draft.warnings)
        for page in draft.pages:
            page.number = len(pages) + 1
            pages.append(page)
    if not pages:
        raise TextError("Chưa chọn ảnh nào để đọc.")
    return _checked(clean(Draft("scan", pages, list(dict.fromkeys(warnings)))), paths[0].name)


def _draft(path: Path, limits: Limits) -> Draft:
    kind = _kind(path, limits)
    if kind == sniff.PDF:
        return _pdf(path, limits)
    if kind == sniff.HTML:
        return read_apart(kind, path, replace(limits, seconds=min(limits.seconds, _PAGE_SECONDS)))
    if kind == sniff.DOCX:
        return read_apart(kind, path, limits)
    if kind == sniff.IMAGE:
        return recognise(path, limits, image=True)
    return _words(path, kind, limits)


def _kind(path: Path, limits: Limits) -> str:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise TextError(f"{path} không phải là tệp.")
        if size > limits.file_bytes:
            raise TextError(
                f"Tệp {path.name} nặng {size // _MEGABYTE} MB, giới hạn là {limits.file_bytes // _MEGABYTE} MB. "
                "Hãy chia nhỏ tệp."
            )
        return sniff.sniff(path)
    except OSError as error:
        raise TextError(f"Không đọc được tệp {path}: {reason(error)}.") from error


def _pdf(path: Path, limits: Limits) -> Draft:
    draft = read_apart(sniff.PDF, path, limits)
    scanned = [page.number for page in draft.pages if NO_TEXT in page.doubts]
    if not scanned:
        return draft
    if lacking := missing():
        if len(scanned) == len(draft.pages) or not any(page.lines for page in draft.pages):
            raise TextError(f"Tệp {path.name} là bản quét (ảnh), không có lớp chữ. {lacking}")
        shown = ", ".join(map(str, scanned[:20]))
        draft.warnings.append(f"Trang {shown} là ảnh quét, chưa đọc được. {lacking}")
        return draft
    return recognise(path, limits, len(scanned))


def _words(path: Path, kind: str, limits: Limits) -> Draft:
    if path.stat().st_size > limits.text_characters * _BYTES_PER_LETTER:
        raise TextError(f"Tệp {path.name} có hơn {limits.text_characters} ký tự. Hãy chia nhỏ tệp.")
    try:
        text, encoding = words_of(path.read_bytes())
    except OSError as error:
        raise TextError(f"Không đọc được tệp {path}: {reason(error)}.") from error
    if len(text) > limits.text_characters:
        raise TextError(f"Tệp {path.name} có hơn {limits.text_characters} ký tự. Hãy chia nhỏ tệp.")
    draft = read_markdown(normalise(text)) if kind == sniff.MARKDOWN else _plain(text)
    if encoding != UTF8:
        draft.warnings.append(f"Tệp dùng bảng mã {encoding}, đã đổi sang Unicode. Hãy xem lại vài chỗ trước khi nhận.")
    return draft


def _plain(text: str) -> Draft:
    """Plain text: pages parted by form feeds or printed heads; a paragraph a line unless cut at a width."""
    pages = [normalise(page).split("\n") for page in text.split("\f")]
    flowed = not is_wrapped([line for page in pages for line in page])
    if not flowed and len(pages) == 1:
        pages = cut_pages([line for line in pages[0] if line.strip()])
    made = [Page(at, [Line(line) for line in lines if line], flowed) for at, lines in enumerate(pages, start=1)]
    draft = Draft("text", made)
    if not flowed:
        draft.done.append((WRAPPED, sum(len(page.lines) for page in made), ()))
    return draft


def _checked(result: ReadResult, name: str) -> ReadResult:
    if not result.text.strip():
        raise TextError(f"Tệp {name} không có chữ nào đọc được. Hãy tải lại tệp từ nguồn chính thức.")
    return result
