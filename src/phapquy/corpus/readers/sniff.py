"""What a file is, told by its content; and whether its name says the same."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from phapquy.errors import TextError

PDF, DOCX, HTML, MARKDOWN, TEXT, IMAGE = "pdf", "docx", "html", "markdown", "text", "image"
_NAMES = {
    PDF: "PDF", DOCX: "Word (.docx)", HTML: "trang web (HTML)", MARKDOWN: "Markdown", TEXT: "văn bản thuần",
    IMAGE: "ảnh",
}  # fmt: skip
_SUFFIXES = {
    ".pdf": PDF, ".docx": DOCX, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": MARKDOWN, ".markdown": MARKDOWN,
    ".txt": TEXT, ".jpg": IMAGE, ".jpeg": IMAGE, ".png": IMAGE, ".tif": IMAGE, ".tiff": IMAGE,
}  # fmt: skip
_WORDS = frozenset({HTML, MARKDOWN, TEXT})
_HEAD = 4096
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "tệp .rtf. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx"),
    (b"\x1f\x8b", "tệp nén .gz. Hãy giải nén rồi thử lại"),
    (b"7z\xbc\xaf", "tệp nén .7z. Hãy giải nén rồi thử lại"),
    (b"Rar!", "tệp nén .rar. Hãy giải nén rồi thử lại"),
    (b"MZ", "chương trình Windows, không phải văn bản"),
    (b"\x7fELF", "chương trình Linux, không phải văn bản"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def sniff(path: Path) -> str:
    """Return the kind of a file by its content.

    Raises:
        TextError: the file is empty, of a kind that cannot be read, locked, or its name says another kind.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise TextError(f"Tệp {path.name} rỗng. Hãy tải lại tệp từ nguồn chính thức.")
    kind = _kind(path, head)
    named = _SUFFIXES.get(path.suffix.lower())
    if named is None or named == kind:
        return kind
    if named in _WORDS and kind in _WORDS:
        return named if kind == TEXT and named == MARKDOWN else kind
    raise TextError(
        f"Tệp {path.name} có tên là {_NAMES[named]} nhưng nội dung là {_NAMES[kind]}. Hãy kiểm tra lại nguồn tệp; "
        "nếu nội dung đúng là văn bản cần nhập thì đổi đuôi tệp cho khớp."
    )


def _kind(path: Path, head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _archive(path)
    if head.startswith(_IMAGES):
        return IMAGE
    if head.startswith(_OLE):
        raise TextError(f"Tệp {path.name} là {_office(path)}.")
    for mark, words in _REFUSED:
        if head.startswith(mark):
            raise TextError(f"Tệp {path.name} là {words}.")
    plain = head.replace(b"\x00", b"")
    return HTML if _PAGE.search(plain) else _by_name(path, head)


def _by_name(path: Path, head: bytes) -> str:
    named = _SUFFIXES.get(path.suffix.lower())
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head.replace(b"\x00", b""))  # noqa: PLR2004
    if controls > len(head) // 50 and b"\x00" not in head:
        raise TextError(
            f"Tệp {path.name} không phải văn bản đọc được"
            + (f" (tên là {_NAMES[named]})" if named else "")
            + ". Hãy tải lại tệp từ nguồn chính thức, hoặc lưu thành .docx, PDF, .txt."
        )
    return MARKDOWN if named == MARKDOWN else TEXT


def _archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise TextError(f"Tệp {path.name} hỏng hoặc bị cắt, không đọc được. Hãy tải lại tệp từ nguồn.") from error
    if "word/document.xml" in names:
        return DOCX
    if any(name.startswith("xl/") for name in names):
        raise TextError(f"Tệp {path.name} là bảng tính .xlsx. Hãy lưu thành PDF hoặc .docx.")
    if "content.xml" in names and "mimetype" in names:
        raise TextError(f"Tệp {path.name} là tệp OpenDocument (.odt). Hãy lưu thành .docx hoặc PDF.")
    raise TextError(f"Tệp {path.name} là tệp nén .zip. Hãy giải nén rồi nhập từng tệp.")


def _office(path: Path) -> str:
    with path.open("rb") as stream:
        start = stream.read(1_000_000)
    if _LOCKED in start:
        return "tệp Word có mật khẩu. Hãy mở khóa rồi lưu lại thành .docx"
    return "tệp .doc, .xls đời cũ. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx"
