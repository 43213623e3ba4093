"""One writer at a time: a lock file that the system lets go of when its holder dies."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from phapquy.errors import TextError, reason

_BUSY_SECONDS = 30.0
"""Adding or removing holds the corpus for well under a second; longer means a process that hangs."""


@contextlib.contextmanager
def corpus_lock(corpus_dir: Path, seconds: float = _BUSY_SECONDS) -> Iterator[None]:
    """Hold the corpus for writing.

    Raises:
        TextError: another process has held it for too long, or the folder cannot be written.
    """
    with file_lock(
        corpus_dir / ".khoa",
        seconds,
        lambda: TextError("Kho văn bản đang được một lệnh khác ghi. Hãy đợi lệnh đó xong rồi thử lại."),
    ):
        yield


@contextlib.contextmanager
def file_lock(path: Path, seconds: float, busy: Callable[[], Exception]) -> Iterator[None]:
    """Hold the lock file ``path``; wait at most ``seconds`` (for ever when negative), then raise ``busy()``.

    Raises:
        TextError: the lock file cannot be made.
    """
    from filelock import FileLock, Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=seconds)
        lock.acquire()
    except Timeout:
        raise busy() from None
    except OSError as error:
        raise TextError(f"Không ghi được vào {path.parent} ({reason(error)}). Hãy cấp quyền ghi.") from error
    try:
        yield
    finally:
        lock.release()
