"""What one look at an installation gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in Vietnamese, with the command that mends it."""

    what: str
    ok: bool
    detail: str
    remedy: str = ""


def some(names: Sequence[object], most: int = 5) -> str:
    """List the first few names and count the rest."""
    shown = ", ".join(map(str, names[:most]))
    return f"{shown} và {len(names) - most} nữa" if len(names) > most else shown
