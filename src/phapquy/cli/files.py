"""Write a file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from phapquy.errors import PhapquyError, reason


def write_aside(path: Path, write: Callable[[Path], object]) -> None:
    """Have a file written beside its place, then rename: a reader never sees half of it.

    Raises:
        PhapquyError: it cannot be written; the message names the file and why.
    """
    part = path.with_name(f".{path.name}.tmp")
    try:
        part.touch()  # a bad place is told before anything is worked out
        write(part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PhapquyError(
            f"Không ghi được {path}: {reason(error)}. Hãy chọn một tệp trong thư mục đã có và ghi được."
        ) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write bytes, whole or not at all.

    Raises:
        PhapquyError: it cannot be written; the message names the file and why.
    """
    write_aside(path, lambda part: part.write_bytes(content))
