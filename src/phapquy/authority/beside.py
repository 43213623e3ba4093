"""Files beside a snapshot with what was worked out of it once: they go with its folder and are never needed.

The first line of a file names what it was made from, the code included, so a changed reader works it out anew. A file
that is missing, damaged or cannot be written costs time and nothing else. Lines are read one by one: no file is ever
held whole.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from phapquy.index.snapshot import Snapshot, SnapshotInfo

_T = TypeVar("_T")
_log = logging.getLogger(__name__)
_READERS = ("authority", "corpus", "index", "law", "vietnamese")
"""The rooms whose code decides what is read."""


def take(snapshot: Snapshot, name: str, made_from: str, read: Callable[[Any], _T]) -> tuple[_T, ...] | None:
    """Return what a file holds, a value a line, or None where there is none made from the same.

    Args:
        snapshot: whose folder it stands in.
        name: of the file.
        made_from: what it must have been made from, beside the code.
        read: makes a value of a line.
    """
    path = _place(snapshot, name)
    if path is None or not path.is_file():
        return None
    try:
        with path.open(encoding="utf-8") as lines:
            if json.loads(next(lines)) != [_code(), made_from]:
                return None
            return tuple(read(json.loads(line)) for line in lines)
    except (OSError, ValueError, TypeError, LookupError, StopIteration) as error:
        _log.info("%s cannot be used: %s", path, type(error).__name__)
        return None


def put(snapshot: Snapshot, name: str, made_from: str, rows: Iterable[Any]) -> None:
    """Write a file in one step, a row a line; a folder that cannot be written is left as it is."""
    path = _place(snapshot, name)
    if path is None:
        return
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with part.open("w", encoding="utf-8") as stream:
            for row in ([_code(), made_from], *rows):
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        part.replace(path)
    except OSError as error:
        _log.info("%s cannot be kept: %s", path, type(error).__name__)
        part.unlink(missing_ok=True)


def leave_newest(snapshot: Snapshot, pattern: str, count: int) -> None:
    """Remove all but the newest files of a name."""
    if not isinstance(snapshot.info, SnapshotInfo):
        return
    try:
        found = sorted(snapshot.info.path.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[count:]:
            path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("old files in %s stay: %s", snapshot.info.path, type(error).__name__)


def _place(snapshot: Snapshot, name: str) -> Path | None:
    return snapshot.info.path / name if isinstance(snapshot.info, SnapshotInfo) else None


@cache
def _code() -> str:
    """A fingerprint of the code that reads the texts."""
    root = Path(__file__).resolve().parents[1]
    seen = hashlib.sha256()
    for room in _READERS:
        for path in sorted((root / room).rglob("*.py")):
            seen.update(path.read_bytes())
    return seen.hexdigest()
