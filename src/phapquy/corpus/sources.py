"""``phapquy corpus pull``: bring the texts in from a mirror folder or the official addresses, and check them."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phapquy.corpus.aside import write_aside
from phapquy.corpus.download import Downloader, new_client
from phapquy.corpus.export import added_elsewhere
from phapquy.corpus.fetch import fetch_text, has_page
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.lock import corpus_lock
from phapquy.corpus.manifest import Entry
from phapquy.corpus.text import decode, fingerprint, normalise
from phapquy.errors import FetchError, TextError, reason

if TYPE_CHECKING:
    from phapquy.config import Settings

Progress = Callable[[int, int, str], None]
"""Called before each document with (number done, number in all, slug)."""
_Source = Callable[[Entry], str]


class Outcome(StrEnum):
    """What became of one document."""

    COPIED = "da-chep"
    UNCHANGED = "da-co"
    ASIDE = "khong-khop"
    """Another text than the manifest names: kept aside, never used."""
    MISSING = "khong-thay"
    FAILED = "loi"


@dataclass(frozen=True, slots=True)
class PullRow:
    """One document of a pull."""

    slug: str
    outcome: Outcome
    message: str = ""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull did, document by document, in manifest order."""

    source: str
    rows: tuple[PullRow, ...]
    added_elsewhere: tuple[str, ...] = ()
    """Files of a mirror that another installation added: to be looked at and added by hand."""

    @property
    def ok(self) -> bool:
        """Whether every text is now there and the right one."""
        return all(row.outcome in (Outcome.COPIED, Outcome.UNCHANGED) for row in self.rows)

    @property
    def counts(self) -> dict[str, int]:
        """How many documents had each outcome."""
        return dict(Counter(row.outcome.value for row in self.rows))

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return {
            "source": self.source,
            "ok": self.ok,
            "counts": self.counts,
            "rows": [asdict(row) for row in self.rows],
            "added_elsewhere": list(self.added_elsewhere),
        }


def pull(settings: Settings, from_dir: Path | None = None, progress: Progress | None = None) -> PullReport:
    """Bring every verbatim text of the manifest into ``settings.texts_dir``.

    Looks in ``from_dir``; without it in the mirror of the configuration; without that at the official
    addresses. A text that is already there and right is left alone. A text whose fingerprint differs goes to
    ``settings.quarantine_dir`` under its own name and is reported.

    Raises:
        ManifestError: no usable manifest.
        FetchError: ``from_dir`` is not a readable folder.
        TextError: the folder of texts cannot be written.
    """
    library = Library(settings)
    entries = [entry for entry in library.manifest.document if entry.text_kind is TextKind.VERBATIM]
    _writable(settings.texts_dir)
    rows = []
    with _source(settings, from_dir) as (name, read):
        for done, entry in enumerate(entries):
            if progress:
                progress(done, len(entries), entry.slug)
            rows.append(_one(settings, library, entry, read))
        if progress:
            progress(len(entries), len(entries), "")
    others = added_elsewhere(library, from_dir) if from_dir is not None else ()
    return PullReport(name, tuple(rows), tuple(entry.file for entry in others))


@contextlib.contextmanager
def _source(settings: Settings, from_dir: Path | None) -> Iterator[tuple[str, _Source]]:
    folder = from_dir if from_dir is not None else settings.mirror_dir
    if from_dir is not None or folder.is_dir():
        root = _readable(folder)
        yield str(folder), lambda entry: _from_folder(root, entry)
        return
    with new_client() as client:
        downloader = Downloader(client, settings.texts_dir / ".tai-do")

        def from_address(entry: Entry) -> str:
            if not has_page(entry.url):
                raise FileNotFoundError(f"Danh mục chưa có địa chỉ tải của {entry.cite_as}; hãy dùng --from.")
            return fetch_text(entry.url, downloader)

        yield "địa chỉ chính thức", from_address


def _readable(folder: Path) -> Path:
    try:
        if not folder.is_dir():
            raise FetchError(f"Không thấy thư mục {folder}. Hãy kiểm tra lại đường dẫn sau --from.")
        next(folder.iterdir(), None)
    except OSError as error:
        raise FetchError(f"Không đọc được thư mục {folder}: {reason(error)}.") from error
    return folder.resolve()


def _from_folder(root: Path, entry: Entry) -> str:
    path = (root / entry.file).resolve()
    if not path.is_relative_to(root):
        raise TextError(f"{entry.file} trỏ ra ngoài thư mục nguồn nên không được đọc.")
    return normalise(decode(path.read_bytes()))


def _writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise TextError(
            f"Không ghi được vào {folder} ({reason(error)}). "
            "Hãy cấp quyền ghi hoặc đặt PHAPQUY_HOME trỏ tới thư mục ghi được."
        ) from error


def _one(settings: Settings, library: Library, entry: Entry, read: _Source) -> PullRow:
    if library.is_true(entry.slug):
        return PullRow(entry.slug, Outcome.UNCHANGED)
    try:
        text = read(entry)
    except FileNotFoundError as error:
        known = str(error) if error.errno is None else f"Nguồn không có tệp {entry.file}."
        return PullRow(entry.slug, Outcome.MISSING, known)
    except OSError as error:
        return PullRow(entry.slug, Outcome.FAILED, f"Không đọc được {entry.file}: {reason(error)}.")
    except (TextError, FetchError) as error:
        return PullRow(entry.slug, Outcome.FAILED, f"{entry.file}: {error}")
    if fingerprint(text) == entry.fingerprint:
        _keep(settings, settings.texts_dir / entry.file, text)
        return PullRow(entry.slug, Outcome.COPIED)
    aside = settings.quarantine_dir / entry.file
    _keep(settings, aside, text)
    return PullRow(
        entry.slug,
        Outcome.ASIDE,
        f"Văn bản lấy được khác bản mà danh mục ghi nhận; đã để riêng tại {aside}, không dùng.",
    )


def _keep(settings: Settings, path: Path, text: str) -> None:
    with corpus_lock(settings.manifest_path.parent):
        write_aside(path, text.encode())
