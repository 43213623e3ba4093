"""The paragraphs of a .docx file, tables and footnotes included, read from its archive without an office program."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from phapquy.corpus.readers.docx_numbers import Numbering
from phapquy.corpus.readers.lines import Draft, Line, Page
from phapquy.corpus.readers.model import Limits
from phapquy.corpus.readers.sandbox import on_disk, read_apart
from phapquy.corpus.text import normalise
from phapquy.errors import TextError

NUMBERS = "số thứ tự do Word tự đánh"
HIDDEN = "chữ ẩn, chữ đã xóa khi theo dõi thay đổi"
TRACKED = "Tệp .docx còn thay đổi chưa duyệt (Track Changes): phần đã xóa được bỏ, phần thêm được giữ."
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY, _NOTES, _NUMBERS, _STYLES = "word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"
_NO_TEXT = {f"{_W}{name}" for name in ("delText", "instrText", "pPr", "sectPr", "tblPr", "tblGrid", "tcPr", "trPr")}
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_CHARACTERS = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": "",
    f"{_W}ptab": " ",
}  # fmt: skip


def docx_text(data: bytes) -> str:
    """Return the words of the body, normalised; words deleted under tracked changes are left out.

    Read in a child process: the file may be anybody's.

    Raises:
        TextError: the file is no .docx, is damaged, locked by a password, or unpacks to too much.
    """
    with on_disk(data, "tep.docx") as path:
        draft = read_apart("docx", path, Limits())
    return normalise("\n".join(line.text for page in draft.pages for line in page.lines))


def read_docx(path: Path, limits: Limits) -> Draft:
    """Read the paragraphs of a .docx file. To be run in the child process (:mod:`worker`).

    Raises:
        TextError: the file is no .docx, is damaged, locked by a password, or unpacks to too much.
    """
    with path.open("rb") as stream:
        return _read(stream, limits.unpacked_bytes)


def _read(stream: IO[bytes], most: int) -> Draft:
    try:
        with zipfile.ZipFile(stream) as archive:
            return _Reader(archive, most).draft()
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, ParseError, ValueError, RuntimeError, OSError) as error:
        raise TextError(
            "Tệp không phải .docx đọc được (hỏng, có mật khẩu, hoặc là .xlsx, .odt). "
            "Hãy lưu thành văn bản thuần UTF-8 (.txt) hoặc PDF."
        ) from error


class _Reader:
    """Walks the parts of one archive and keeps what was met on the way."""

    def __init__(self, archive: zipfile.ZipFile, most: int) -> None:
        self._archive = archive
        self._left = most
        self._notes: list[str] = []
        self._numbers = 0
        self._hidden = 0
        self._tracked = False
        self._numbering = Numbering()

    def draft(self) -> Draft:
        """Return the body, then the footnotes it points to, each a paragraph a line."""
        self._archive.getinfo(_BODY)
        numbers, styles = (self._tree(name) for name in (_NUMBERS, _STYLES))
        self._numbering = Numbering.read(numbers, styles)
        lines = [Line(text) for element in self._blocks() for text in self._block(element)]
        lines += self._footnotes()
        draft = Draft("docx", [Page(1, lines, flowed=True)])
        for step, count in ((NUMBERS, self._numbers), (HIDDEN, self._hidden)):
            if count:
                draft.done.append((step, count, ()))
        if self._tracked:
            draft.warnings.append(TRACKED)
        return draft

    def _open(self, name: str) -> IO[bytes]:
        size = self._archive.getinfo(name).file_size
        if size > self._left:
            raise TextError("Tệp .docx quá lớn khi giải nén. Hãy chia nhỏ tệp.")
        self._left -= size
        return _Bounded(self._archive.open(name), size)  # type: ignore[return-value]

    def _tree(self, name: str) -> Element | None:
        from defusedxml import ElementTree

        if name not in self._archive.namelist():
            return None
        with self._open(name) as stream:
            root: Element = ElementTree.parse(stream).getroot()
        return root

    def _blocks(self) -> Iterator[Element]:
        """Yield the blocks of the body one by one, forgetting each when it was read."""
        from defusedxml import ElementTree

        depth, body = 0, f"{_W}body"
        inside = -1
        with self._open(_BODY) as stream:
            for event, element in ElementTree.iterparse(stream, events=("start", "end")):
                if event == "start":
                    depth += 1
                    if element.tag == body:
                        inside = depth
                    continue
                if inside > 0 and depth == inside + 1:
                    yield element
                    element.clear()
                depth -= 1

    def _block(self, element: Element) -> Iterator[str]:
        """Yield the paragraphs of a block: of a table, cell by cell, row by row."""
        for paragraph in _paragraphs(element):
            number = self._numbering.next(paragraph.find(f"{_W}pPr"))
            text = "".join(self._words(paragraph))
            if number and text.strip():
                self._numbers += 1
                text = f"{number} {text.lstrip()}"
            yield from (line.strip() for line in text.split("\n") if line.strip())

    def _words(self, element: Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in _GONE:
                self._tracked = True
                self._hidden += 1
            elif tag == f"{_W}ins":
                self._tracked = True
                yield from self._words(child)
            elif tag in _NO_TEXT or tag == _FALLBACK or tag in {f"{_W}p", f"{_W}txbxContent"}:
                continue
            elif tag == f"{_W}r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
                self._hidden += 1
            elif tag == f"{_W}t":
                yield child.text or ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == f"{_W}sym":
                yield _symbol(child)
            elif tag == f"{_W}footnoteReference":
                self._notes.append(child.get(f"{_W}id", ""))
                yield f"[{len(self._notes)}]"
            else:
                yield from self._words(child)

    def _footnotes(self) -> Iterator[Line]:
        root = self._tree(_NOTES) if self._notes else None
        known = {note.get(f"{_W}id"): note for note in root} if root is not None else {}
        for at, identity in enumerate(tuple(self._notes), start=1):
            note = known.get(identity)
            words = " ".join(text for text in self._block(note)) if note is not None else ""
            if words:
                yield Line(f"[{at}] {words}")


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield all paragraphs of a block, those of text boxes after the one they hang on."""
    if element.tag == f"{_W}p":
        yield element
    if element.tag in _GONE or element.tag == _FALLBACK:
        return
    for child in element:
        yield from _paragraphs(child)


def _symbol(element: Element) -> str:
    """Return a sign set in a symbol font, if its place is that of a real letter."""
    try:
        code = int(element.get(f"{_W}char", ""), 16)
    except ValueError:
        return "\ufffd"
    return {0xF0B2: "²", 0xF0B3: "³", 0xF0B0: "°", 0xF0B1: "±", 0xF0A3: "≤", 0xF0B4: "×"}.get(code, "\ufffd")


class _Bounded(io.RawIOBase):
    """A part of an archive that may not unpack to more than its entry says."""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        self._stream, self._left = stream, size

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, at most as many as the entry says are left."""
        wanted = self._left + 1 if size < 0 else min(size, self._left + 1)
        data = self._stream.read(wanted)
        self._left -= len(data)
        if self._left < 0:
            raise zipfile.BadZipFile("part longer than its entry says")
        return data

    def close(self) -> None:
        """Close the part."""
        self._stream.close()
        super().close()
