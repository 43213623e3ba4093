"""From bytes to one canonical text, and its fingerprint.

The fingerprint is taken of the normalised text, so a copy that differs only in line ends, a byte order
mark, invisible characters or trailing blanks is still the same text. Offsets everywhere in the system
count characters of this normalised text.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata

from phapquy.errors import TextError

NORMALISER_VERSION = 1
"""Raise it when ``normalise`` changes: every fingerprint and every index depends on it."""

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_TRAILING_BLANKS = re.compile(r"[^\S\n]+(?=\n|\Z)")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def normalise(raw: str) -> str:
    """Return the canonical form of a text: NFC, line feeds, nothing invisible, one final newline.

    Byte order marks, zero-width characters and soft hyphens are removed, the blanks at the ends of lines
    and the empty lines at the end of the text too. The function is idempotent. An empty text stays empty.
    """
    text = unicodedata.normalize("NFC", raw.translate(_INVISIBLE))
    text = _TRAILING_BLANKS.sub("", _LINE_END.sub("\n", text)).rstrip("\n")
    return f"{text}\n" if text else ""


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the normalised text in lower-case hexadecimal."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


def decode(data: bytes) -> str:
    """Read bytes as UTF-8 (with or without a byte order mark) or as UTF-16 with one.

    Nothing is guessed: legacy Vietnamese encodings (TCVN3, VNI, windows-1258) decode into plausible but
    wrong words, which must never reach an answer.

    Raises:
        TextError: the bytes are in another encoding.
    """
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TextError(
            f"Tệp không phải UTF-8 (byte thứ {error.start + 1} không đọc được). "
            "Hãy lưu lại tệp bằng bảng mã UTF-8 rồi thử lại."
        ) from error
    if "\x00" in text:
        raise TextError(
            "Tệp có ký tự rỗng (NUL), có thể là UTF-16 không có dấu đầu tệp hoặc không phải văn bản. "
            "Hãy lưu lại tệp bằng bảng mã UTF-8 rồi thử lại."
        )
    return text
