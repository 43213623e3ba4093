"""Numbers as they are written in Vietnamese."""

from __future__ import annotations


def dotted(number: int) -> str:
    """Write a whole number with a point between the thousands: 5.681."""
    return f"{number:,}".replace(",", ".")
