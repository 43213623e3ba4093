"""The interval of a share."""

from __future__ import annotations

import math

_Z95 = 1.959964


def wilson(some: int, count: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson 1927); ``(0, 1)`` when nothing was counted.

    Unlike the share plus and minus its standard error it stays inside 0 and 1 and holds for shares near them.
    """
    if not count:
        return 0.0, 1.0
    share, z2 = some / count, _Z95**2
    middle = share + z2 / (2 * count)
    spread = _Z95 * math.sqrt(share * (1 - share) / count + z2 / (4 * count**2))
    low, high = ((middle - spread) / (1 + z2 / count), (middle + spread) / (1 + z2 / count))
    return max(0.0, low), min(1.0, high)
