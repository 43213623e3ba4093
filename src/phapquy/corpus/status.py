"""``phapquy corpus status``: one row a document, with whether its text is there and the right one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from phapquy.corpus.kinds import SourceQuality, Status, TextKind
from phapquy.corpus.library import Library


@dataclass(frozen=True, slots=True)
class StatusRow:
    """The state of one document in this installation."""

    slug: str
    number: str
    cite_as: str
    core: bool
    effective: date | None
    status: Status
    source_quality: SourceQuality
    text_kind: TextKind
    complete: bool
    present: bool
    true: bool
    """Whether the text is the one the manifest names."""
    url: str
    added: bool = False
    """Whether this installation added it itself."""

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        names = StatusRow.__slots__
        plain = {name: getattr(self, name) for name in names if name != "effective"}
        return {**plain, "effective": self.effective.isoformat() if self.effective else None}


def status(library: Library) -> tuple[StatusRow, ...]:
    """Return the state of every document, in manifest order.

    Raises:
        ManifestError: no usable manifest.
    """
    return tuple(
        StatusRow(
            slug=entry.slug,
            number=entry.number,
            cite_as=entry.cite_as,
            core=entry.core,
            effective=entry.effective,
            status=entry.status,
            source_quality=entry.source_quality,
            text_kind=entry.text_kind,
            complete=entry.complete,
            present=library.is_present(entry.slug),
            true=library.is_true(entry.slug),
            url=entry.url,
            added=entry.slug in library.added,
        )
        for entry in library.manifest.document
    )
