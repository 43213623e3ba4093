"""The list of added documents in a mirror folder, as another installation left it there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from phapquy.corpus.local import LOCAL_NAME
from phapquy.corpus.manifest import Doubt, Entry
from phapquy.corpus.manifest_files import ManifestFiles
from phapquy.corpus.text import fingerprint
from phapquy.errors import ManifestError

_MOST_BYTES = 10_000_000
"""Of such a list: some ten thousand documents."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def listed_in(folder: Path) -> tuple[Entry, ...]:
    """Return the documents another installation added, as the list in its mirror says; nothing without a usable one."""
    try:
        with open(os.open(folder / LOCAL_NAME, _FLAGS), "rb") as source:  # noqa: PTH123 - opened by descriptor
            if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
                return ()
            data = source.read(_MOST_BYTES + 1)
        return ManifestFiles(folder / "manifest.toml", b"", data).all_added if len(data) <= _MOST_BYTES else ()
    except (OSError, ManifestError):
        return ()


def doubts_beside(path: Path, text: str, slug: str) -> tuple[Doubt, ...]:
    """Return what the list beside a file says could not be read with certainty in exactly this text.

    The mark of a page travels with the text: a text exported as words alone is read without any doubt.

    Args:
        path: the file that is taken in.
        text: the canonical text that was read from it.
        slug: the document's id here; the other installation may have given it another one.
    """
    same = (entry for entry in listed_in(path.parent) if entry.fingerprint == fingerprint(text))
    doubts = next((entry.doubts for entry in same), ())
    return tuple(Doubt(provision="/".join([slug, *one.provision.split("/")[1:]]), note=one.note) for one in doubts)
