"""What a report on overlaps is about: the day, the choice, what was compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """The head of a report."""

    day: date
    choices: tuple[str, ...]
    """What was asked for, in words."""
    documents: int
    powers: int
    pairs: int
    found: int
    """How many findings there are in all; the report may show fewer."""
    stored: int
    """How many documents the store holds."""
    as_at: date
    """The day up to which the store is kept."""
