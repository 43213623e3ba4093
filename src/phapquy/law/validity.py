"""From when to when a document or provision is in force, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Validity:
    """A span of days. ``start`` is the first day in force, ``end`` the first day no longer in force.

    Either side may be None: not known to begin, not known to end. ``ended_by`` and ``amended_by`` are
    the ids (or numbers) of the clauses that ended or changed the provision.
    """

    start: date | None = None
    end: date | None = None
    ended_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether the provision is in force on ``day``."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
