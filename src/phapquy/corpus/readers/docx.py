"""The text of a .docx file, a paragraph a line, read from its archive without an office program."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib

from phapquy.corpus.text import normalise
from phapquy.errors import TextError

MAX_BYTES = 50_000_000
"""Bytes of the unpacked text: a small archive may unpack to a great deal."""
_BODY = "word/document.xml"
_MARK = re.compile(r"<w:t(?:\s[^>]*)?>(?P<words>[^<]*)</w:t>|<w:(?P<blank>tab|br|cr)\b[^>]*>|(?P<end></w:p>)")


def docx_text(data: bytes) -> str:
    """Return the words of the body, normalised; words deleted under tracked changes are left out.

    Raises:
        TextError: the file is no .docx, is damaged, locked by a password, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_BODY).file_size > MAX_BYTES:
                raise TextError("Tệp .docx quá lớn khi giải nén. Hãy chia nhỏ tệp.")
            with archive.open(_BODY) as stream:
                body = stream.read(MAX_BYTES + 1).decode("utf-8")
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, UnicodeDecodeError, RuntimeError, OSError) as error:
        raise TextError(
            "Tệp không phải .docx đọc được (hỏng, có mật khẩu, hoặc là .xlsx, .odt). "
            "Hãy lưu thành văn bản thuần UTF-8 (.txt) hoặc PDF."
        ) from error
    pieces = (
        "\n"
        if found["end"]
        else html.unescape(found["words"])
        if found["words"] is not None
        else _blank(found["blank"])
        for found in _MARK.finditer(body)
    )
    return normalise("".join(pieces))


def _blank(name: str) -> str:
    return " " if name == "tab" else "\n"
