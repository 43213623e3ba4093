"""Write a file so that a reader, a full disk or a power cut never sees half of it: aside, fsync, rename."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from phapquy.errors import TextError, reason

MARK = ".dang-ghi-"
"""How the name of a file that is not yet whole begins; what a dead process leaves is recognised by it."""


def write_aside(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step; until then whatever was there stays as it was.

    Raises:
        TextError: the folder cannot be written, or the disk is full; nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=MARK)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise TextError(f"Không ghi được {path} ({reason(error)}). Hãy kiểm tra quyền và chỗ trống.") from error


def remove_file(path: Path) -> None:
    """Remove a file if it is there, for good.

    Raises:
        TextError: it may not be removed.
    """
    try:
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)
    except OSError as error:
        raise TextError(f"Không xóa được {path} ({reason(error)}). Hãy kiểm tra quyền.") from error


def leftovers(folder: Path) -> list[Path]:
    """Return what interrupted writing left in a folder."""
    return sorted(folder.glob(f"{MARK}*")) if folder.is_dir() else []


def sweep(folder: Path) -> None:
    """Remove what interrupted writing left; call it only while no one else writes there."""
    for path in leftovers(folder):
        with contextlib.suppress(OSError):
            path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a rename or a removal survive a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
