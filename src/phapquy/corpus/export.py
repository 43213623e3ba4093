"""``phapquy corpus export``: a folder another machine can pull from, for an office without internet."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phapquy.corpus.aside import remove_file, write_aside
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.local import LOCAL_NAME
from phapquy.corpus.manifest import Entry
from phapquy.corpus.mirror import listed_in
from phapquy.corpus.text import decode, fingerprint, normalise
from phapquy.errors import TextError, UsageError, reason

if TYPE_CHECKING:
    from phapquy.config import Settings

SUMS = "DAU-VAN-TAY.sha256"
"""SHA-256 of every file of the folder, as ``sha256sum -c`` reads it; written last, so a broken-off copy has none."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was put into the folder."""

    folder: str
    texts: int
    missing: tuple[str, ...]
    """Documents whose text is not here, or is another one."""

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return asdict(self)


def export(settings: Settings, folder: Path) -> ExportReport:
    """Write every right text, the lists of documents and the fingerprints into ``folder``, then read it all back.

    Raises:
        ManifestError: no usable manifest.
        UsageError: the folder is the corpus itself, or a file.
        TextError: there is not one text, the folder cannot be written, or what was written reads back otherwise.
    """
    library = Library(settings)
    _usable(settings, folder)
    entries = [entry for entry in library.manifest.document if entry.text_kind is TextKind.VERBATIM]
    right = [entry for entry in entries if library.is_true(entry.slug)]
    if not right:
        raise TextError("Kho chưa có văn bản nào để xuất. Hãy chạy: phapquy corpus pull")
    _room(folder, sum(len(library.text(entry.slug).encode()) for entry in right))
    remove_file(folder / SUMS)
    files = dict(_files(settings, library, right))
    for name, data in files.items():
        write_aside(folder / name, data)
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    write_aside(folder / SUMS, sums.encode())
    verify(folder, right)
    missing = tuple(entry.slug for entry in entries if entry not in right)
    return ExportReport(str(folder), len(right), missing)


def verify(folder: Path, entries: list[Entry]) -> None:
    """Read the folder back from the medium and compare every file and every fingerprint.

    Raises:
        TextError: a file is missing or is not what was written.
    """
    for name, expected in read_sums(folder).items():
        if hashlib.sha256(_bytes(folder / name)).hexdigest() != expected:
            raise TextError(f"Tệp {folder / name} đọc lại không đúng như đã ghi. Hãy thử thư mục hoặc ổ đĩa khác.")
    for entry in entries:
        if fingerprint(normalise(decode(_bytes(folder / entry.file)))) != entry.fingerprint:
            raise TextError(f"Văn bản {folder / entry.file} đọc lại có dấu vân tay khác. Hãy xuất lại.")


def read_sums(folder: Path) -> dict[str, str]:
    """Return the expected SHA-256 of each file a mirror lists; nothing if it has no list.

    Raises:
        TextError: the list cannot be read.
    """
    if not (folder / SUMS).is_file():
        return {}
    rows = (line.split("  ", 1) for line in decode(_bytes(folder / SUMS)).splitlines() if "  " in line)
    return {name: digest for digest, name in rows if "/" not in name and "\\" not in name}


def added_elsewhere(library: Library, folder: Path) -> tuple[Entry, ...]:
    """Return the documents that another installation added and put into its mirror, and this one does not have."""
    known = {entry.fingerprint for entry in library.manifest.document} | set(library.manifest.slugs)
    return tuple(entry for entry in listed_in(folder) if not {entry.slug, entry.fingerprint} & known)


def _files(settings: Settings, library: Library, entries: list[Entry]) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        yield entry.file, library.text(entry.slug).encode()
    facts = library.manifest_files
    yield facts.path.name, facts.versioned
    if facts.local is not None:
        yield LOCAL_NAME, facts.local
    yield "amendments.csv", _bytes(settings.manifest_path.with_name("amendments.csv"))


def _usable(settings: Settings, folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} là một tệp. Hãy chỉ tới một thư mục.")
    target, corpus = folder.resolve(), settings.manifest_path.parent.resolve()
    if target == settings.home.resolve() or target.is_relative_to(corpus) or corpus.is_relative_to(target):
        raise UsageError(f"{folder} là thư mục của chính kho văn bản. Hãy chọn thư mục khác, ví dụ trên ổ USB.")


def _room(folder: Path, size: int) -> None:
    at = folder
    while not at.exists() and at != at.parent:
        at = at.parent
    try:
        free = shutil.disk_usage(at).free
    except OSError as error:
        raise TextError(f"Không đọc được {at}: {reason(error)}.") from error
    if free < size:
        raise TextError(f"Ổ đĩa của {folder} còn {free // 1_000_000} MB, cần {size // 1_000_000 + 1} MB.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TextError(f"Không đọc được {path}: {reason(error)}.") from error
