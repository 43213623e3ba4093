"""phapquy: who is competent at commune or province, and on which clause.

The public face is :class:`phapquy.assistant.KnowledgeBase`; it is imported on first use so that
``import phapquy`` stays free of heavy libraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from phapquy.assistant import KnowledgeBase

__version__ = "0.1.0"
__all__ = ["KnowledgeBase", "__version__"]


def __getattr__(name: str) -> Any:
    """Load :class:`KnowledgeBase` when it is first asked for."""
    if name == "KnowledgeBase":
        from phapquy.assistant import KnowledgeBase

        return KnowledgeBase
    raise AttributeError(f"module 'phapquy' has no attribute {name!r}")
