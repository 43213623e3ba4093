"""Write a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from phapquy.errors import PhapquyError


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file, then rename: a reader never sees half of it.

    Raises:
        PhapquyError: it cannot be written; the message names the file.
    """
    part = path.with_name(f".{path.name}.tmp")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PhapquyError(f"Không ghi được {path}. Hãy chọn một tệp trong thư mục đã có và ghi được.") from error
