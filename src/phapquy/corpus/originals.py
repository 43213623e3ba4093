"""The original PDF of a document, kept beside its text: the bytes as they came, and the page each clause begins on.

Kept for documents taken in from a PDF (``corpus/intake``), in ``corpus/texts/ban-goc/``: ``<slug>.pdf`` and
``<slug>.json``. The list of pages is written last, so what a power cut leaves is a PDF nobody shows.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from phapquy.corpus.aside import remove_file, write_aside
from phapquy.corpus.readers.model import PageSpan, ReadResult
from phapquy.corpus.text import fingerprint, normalise
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse

MAX_BYTES = 20_000_000
"""The largest original kept; the largest official PDF of the corpus has some 10 MB. A larger one is not kept."""
PDF = b"%PDF-"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Original:
    """The original PDF of one document."""

    path: Path
    fingerprint: str
    """Of the text that was read from it."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page, from 1, on which a provision begins, by the parts of its id: ``21/2/d``."""

    def page_of(self, identity: ProvisionId) -> int | None:
        """Return the page a provision begins on; that of what it stands in where its own is not known."""
        for length in range(len(identity.parts), 0, -1):
            if page := self.pages.get("/".join(identity.parts[:length])):
                return page
        return None


def read_original(path: Path) -> bytes:
    """Return the bytes of a PDF worth keeping; nothing for another kind of file, or a larger one."""
    if path.suffix.lower() != ".pdf" or path.stat().st_size > MAX_BYTES:
        return b""
    data = path.read_bytes()
    return data if data.startswith(PDF) else b""


def keep_original(folder: Path, slug: str, data: bytes, read: ReadResult) -> None:
    """Put the original of a document into the folder, with the pages of its provisions.

    Raises:
        TextError: the folder cannot be written.
    """
    text = normalise(read.text)
    told = {"fingerprint": fingerprint(text), "pages": begin_pages(slug, text, read.text, read.pages)}
    write_aside(folder / f"{slug}.pdf", data)
    write_aside(folder / f"{slug}.json", json.dumps(told, ensure_ascii=False).encode())


def forget_original(folder: Path, slug: str) -> None:
    """Remove what is kept of a document's original, if anything.

    Raises:
        TextError: it may not be removed.
    """
    for ending in ("json", "pdf"):
        remove_file(folder / f"{slug}.{ending}")


def find_original(folder: Path, slug: str) -> Original | None:
    """Return the original kept of a document, or None; what is damaged counts as not there."""
    if not _SLUG.fullmatch(slug):
        return None
    path = folder / f"{slug}.pdf"
    try:
        told = json.loads((folder / f"{slug}.json").read_text("utf-8"))
        pages = {str(place): int(page) for place, page in told["pages"].items()}
        return Original(path, str(told["fingerprint"]), pages) if path.is_file() else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def begin_pages(slug: str, text: str, raw: str, pages: Sequence[PageSpan]) -> dict[str, int]:
    """Return the page on which each provision begins.

    Args:
        slug: the document's.
        text: its normalised text.
        raw: the text as it was read, which ``pages`` counts in.
        pages: where each page begins.
    """
    starts = [page.start if text == raw else len(normalise(raw[: page.start])) for page in pages]
    found = {}
    for identity, node in parse(slug, text).provisions.items():
        if identity.parts and (at := bisect_right(starts, node.start)):
            found["/".join(identity.parts)] = pages[at - 1].number
    return found
