"""All powers that the texts of a snapshot give, on a day."""

from __future__ import annotations

from datetime import date

from phapquy.authority.power import Power
from phapquy.index.snapshot import Snapshot


def powers(snapshot: Snapshot, day: date) -> tuple[Power, ...]:
    """List the powers in force on a day, in the order of the documents; read once per snapshot."""
    return tuple(one for one in all_powers(snapshot) if one.covers(day))


def all_powers(snapshot: Snapshot) -> tuple[Power, ...]:
    """List the powers of every day, each with its days."""
    return ()
