"""A file that comes in: taken into a private folder under a plain name, bounded, and only if it holds still."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath

from phapquy.errors import TextError, reason

MAX_BYTES = 100_000_000
"""As many bytes as the readers take; the largest official PDF of the corpus has some 10 MB."""
IMAGES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
SUFFIXES = (".pdf", ".docx", ".html", ".htm", ".md", ".txt", *IMAGES)
_SHOWN = 80
_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def shown_name(name: str) -> str:
    """Return a file's name as it may be shown: no folders, no control or direction marks, not too long."""
    last = PurePath(name.replace("\\", "/")).name
    plain = "".join(letter if unicodedata.category(letter)[0] != "C" else "?" for letter in last).strip()
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN // 2]}…{plain[-_SHOWN // 4 :]}"


def plain_suffix(name: str) -> str:
    """Return the ending of a name that is one of the kinds taken in.

    Raises:
        TextError: it is none of them.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise TextError(f"{shown_name(name)}: chỉ nhận tệp {', '.join(SUFFIXES)}.")
    return suffix


@contextlib.contextmanager
def staged(path: Path, max_bytes: int = MAX_BYTES, name: str = "") -> Iterator[Path]:
    """Copy a file into a private folder under a plain name, and give the copy.

    What is read afterwards can neither change nor point elsewhere, and no odd name reaches a reader. ``name`` is
    what messages call the file, where the path is not the person's own.

    Raises:
        TextError: it is missing, a link, no ordinary file, of a kind not taken in, empty, larger than
            ``max_bytes``, or changed while it was copied.
    """
    suffix, name = plain_suffix(path.name), shown_name(name or path.name)
    with tempfile.TemporaryDirectory(prefix="phapquy-") as folder:
        copy = Path(folder) / f"tai-lieu{suffix}"
        try:
            _copy(path, copy, max_bytes, name)
        except OSError as error:
            linked = path.is_symlink()
            why = "đây là liên kết; hãy chỉ thẳng tới tệp thật" if linked else reason(error)
            raise TextError(f"{name}: không đọc được ({why}).") from error
        yield copy


def _copy(path: Path, copy: Path, max_bytes: int, name: str) -> None:
    if path.is_symlink():
        raise TextError(f"{name}: đây là liên kết tới tệp khác. Hãy chỉ thẳng tới tệp thật.")
    with open(os.open(path, _FLAGS), "rb") as source, copy.open("xb") as out:  # noqa: PTH123 - opened by descriptor
        before = os.fstat(source.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise TextError(f"{name}: không phải tệp thường (thư mục, thiết bị, ống dẫn…).")
        if before.st_size > max_bytes:
            raise TextError(f"{name}: lớn hơn {max_bytes // 1_000_000} MB. Hãy chia nhỏ tệp.")
        size = 0
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > max_bytes:
                raise TextError(f"{name}: lớn hơn {max_bytes // 1_000_000} MB. Hãy chia nhỏ tệp.")
            out.write(chunk)
        after = os.fstat(source.fileno())
    if (before.st_size, before.st_mtime_ns, size) != (after.st_size, after.st_mtime_ns, after.st_size):
        raise TextError(f"{name}: tệp thay đổi trong lúc đọc. Hãy đợi chép hoặc tải xong rồi thử lại.")
    if not size:
        raise TextError(f"{name}: tệp rỗng.")
