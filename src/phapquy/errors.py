"""The errors a person may see: each message says what happened and what to do, in Vietnamese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EEXIST: "đã có tệp hoặc thư mục cùng tên",
    errno.EADDRINUSE: "cổng đang được dùng",
    errno.EMFILE: "mở quá nhiều tệp",
}


def reason(error: OSError) -> str:
    """Say in Vietnamese why the system refused, as exactly as its code tells."""
    return _REASONS.get(error.errno or 0) or f"lỗi hệ thống số {error.errno}"


class PhapquyError(Exception):
    """Root of every expected failure; shown as one line, exit code 1."""

    exit_code = 1


class UsageError(PhapquyError):
    """The request itself is wrong (bad date, bad id, bad option); exit code 2."""

    exit_code = 2


class ManifestError(PhapquyError):
    """The manifest of documents is missing or cannot be read."""


class TextError(PhapquyError):
    """A source text is missing, unreadable, in another encoding, or not the one the manifest names."""


class ModelError(PhapquyError):
    """The embedding model is missing, damaged, or another than the index was built with."""


class LanguageModelError(PhapquyError):
    """The language model that may reword answers is badly configured, not installed, or not allowed."""


class SnapshotError(PhapquyError):
    """No usable index snapshot: none built yet, damaged, or made with another model."""


class FetchError(PhapquyError):
    """A text could not be fetched from its mirror or official address."""
