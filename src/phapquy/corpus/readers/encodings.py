"""From bytes to words: UTF-8, UTF-16, Windows-1258, TCVN3, VNI, told apart by what they become."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

from phapquy.corpus.cleaning.legacy import converters
from phapquy.corpus.readers.quality import quality
from phapquy.errors import TextError

UTF8, UTF16, W1258, TCVN3, VNI = "UTF-8", "UTF-16", "Windows-1258", "TCVN3", "VNI"
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GOOD, _AHEAD = 0.85, 0.05
"""An old encoding is believed if this share of its words is well-formed, and so much more than of the next one's."""
_SAMPLE = 200_000
_WESTERN = {byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


def words_of(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Raises:
        TextError: no encoding gives Vietnamese words, or two do.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec), UTF16
    if b"\x00" in data:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8-sig"), UTF8
    except UnicodeDecodeError:
        return _old(data)


def page_text(data: bytes) -> str:
    """Return the text of a web page, by its bytes first and by the encoding it declares second.

    Raises:
        TextError: as :func:`words_of`.
    """
    try:
        return words_of(data)[0]
    except TextError:
        declared = _DECLARED.search(data[:4096])
        if declared is None:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise TextError(_unknown()) from None


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise TextError(
            f"Tệp ghi là {codec.upper()} nhưng byte thứ {error.start + 1} không đọc được (có thể bị cắt). "
            "Hãy lấy lại tệp từ nguồn."
        ) from error


def _unmarked_utf16(data: bytes) -> tuple[str, str]:
    """Read UTF-16 without a mark: Vietnamese has a zero in one of two bytes for most signs."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    codec = "utf-16-le" if odd > even else "utf-16-be"
    if len(data) % 2 == 0 and max(even, odd) > len(sample) // 8 and min(even, odd) < len(sample) // 50 + 1:
        return _strict(data, codec), UTF16
    raise TextError("Tệp có ký tự rỗng (NUL), không phải văn bản. Hãy lưu lại tệp thành văn bản UTF-8, .docx hoặc PDF.")


def _old(data: bytes) -> tuple[str, str]:
    """Choose by the words that a sample becomes, then read all of it."""
    tcvn3, vni = converters()
    readers: dict[str, Callable[[bytes], str]] = {
        W1258: lambda part: unicodedata.normalize("NFC", part.decode("cp1258", "replace")),
        TCVN3: lambda part: tcvn3(_surface(part)),
        VNI: lambda part: vni(_surface(part)),
    }
    sample = {name: read(data[:_SAMPLE]) for name, read in readers.items()}
    ranked = sorted(((quality(text), name) for name, text in sample.items()), reverse=True)
    (best, name), (second, other) = ranked[:2]
    if best >= _GOOD and (best - second >= _AHEAD or sample[name] == sample[other]):
        return readers[name](data), name
    raise TextError(_unknown())


def _surface(data: bytes) -> str:
    """Return the signs that a Western font would show for the bytes, which is how the old fonts were typed."""
    return data.decode("latin-1").translate(_WESTERN)


def _unknown() -> str:
    return (
        "Không nhận ra bảng mã của tệp (đã thử UTF-8, UTF-16, Windows-1258, TCVN3, VNI). "
        "Hãy lưu lại tệp bằng bảng mã UTF-8 rồi thử lại."
    )
