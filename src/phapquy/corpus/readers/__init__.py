"""Readers: files in the formats official sources use, as clean text with a map to the source page.

``read_file`` is the one door. ``readers.llama`` gives the same as LlamaIndex documents (and is the only module here
that imports LlamaIndex). See ``docs/readers.md``.
"""

from phapquy.corpus.readers.model import MARK, Change, Limits, PageSpan, ReadResult
from phapquy.corpus.readers.read import read_file

__all__ = ["MARK", "Change", "Limits", "PageSpan", "ReadResult", "read_file"]
