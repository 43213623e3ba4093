"""Keep the server small: give memory back that is no longer needed, hold no table twice. An office PC has little."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from types import ModuleType

_TAGGERS = tuple(f"underthesea.pipeline.{name}.tagged_feature" for name in ("chunking", "ner", "pos_tag"))


def give_back() -> None:
    """Collect what only circles hold and let the C library return its free pages, where it can (glibc)."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)


def share_dictionaries() -> None:
    """Let the segmenter's library hold its dictionary once.

    It loads three taggers, which nothing here calls, each with a list and a set of 72,000 words of its own: 36 MB more
    than one of each takes.
    """
    modules = [module for name in _TAGGERS if (module := sys.modules.get(name))]
    for name in ("words", "lower_words"):
        _share(modules, name)


def _share(modules: list[ModuleType], name: str) -> None:
    holders = [module for module in modules if hasattr(module, name)]
    for module in holders[1:]:
        if getattr(module, name) == getattr(holders[0], name):
            setattr(module, name, getattr(holders[0], name))
