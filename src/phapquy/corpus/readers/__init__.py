"""Readers: files in the formats official sources use, as clean text with a map to the source page.

``read_file`` is the one door. ``readers.llama`` gives the same as LlamaIndex documents (and is the only module here
that imports LlamaIndex). See ``docs/readers.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from phapquy.corpus.readers.model import MARK, Change, Limits, PageSpan, ReadResult

if TYPE_CHECKING:
    from phapquy.corpus.readers.read import read_file, read_images

__all__ = ["MARK", "Change", "Limits", "PageSpan", "ReadResult", "read_file", "read_images"]


def __getattr__(name: str) -> Any:
    """Load the readers when they are first asked for: cleaning, below them, uses this package's value objects."""
    if name in {"read_file", "read_images"}:
        from phapquy.corpus.readers import read

        return getattr(read, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
