"""Pairs of powers whose clauses lie near each other by the vectors of the index; nothing is encoded anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from phapquy.authority.power import Power
from phapquy.index.snapshot import Snapshot
from phapquy.index.vectors import Vectors, neighbours

_NEAREST = 8
"""Clauses looked up for each clause."""
_EACH = 6
"""Powers of one clause that are paired with those of another."""


def near_pairs(powers: Sequence[Power], snapshot: Snapshot) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in ``powers`` whose clauses are among the nearest of each other."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, power in enumerate(powers):
        places[str(power.source)].append(place)
    ids, vectors = _clauses(list(places), snapshot)
    for one, row in enumerate(neighbours(vectors, _NEAREST) if ids else ()):
        for other in row:
            if 0 <= other != one:
                for first in places[ids[one]][:_EACH]:
                    yield from ((first, second) for second in places[ids[int(other)]][:_EACH])


def _clauses(wanted: list[str], snapshot: Snapshot) -> tuple[list[str], Vectors]:
    """The clauses that have a passage, each with the vector of its first."""
    first: dict[str, int] = {}
    for number, passage in enumerate(snapshot.passages):
        if not passage.plain:
            first.setdefault(passage.id, number)
    ids = [one for one in wanted if one in first]
    if not ids:
        return [], np.empty((0, 0), np.float32)
    return ids, snapshot.body_vectors.rows([first[one] for one in ids])
