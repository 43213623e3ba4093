"""Names that begin like what was typed, for a box with suggestions."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from phapquy.units.gazetteer import Entry, Gazetteer
from phapquy.units.listing import former_place, placed
from phapquy.units.typed import COMMUNE, kind_words, read_words, squash


class Suggester:
    """Completes names; made once for a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names = sorted(gazetteer.communes)

    def complete(self, typed: str, day: date, limit: int = 8) -> tuple[str, ...]:
        """Return full names, old and new, that begin with what was typed, with or without marks."""
        words = read_words(typed)
        kinds = kind_words(words)
        start = next((place for place, kind in sorted(kinds.items()) if kind.level == COMMUNE), 0)
        kind = kinds[start].kind if start in kinds else None
        prefix = squash(words[start:])
        found: list[str] = []
        place = bisect_left(self._names, prefix) if prefix else len(self._names)
        while place < len(self._names) and self._names[place].startswith(prefix) and len(found) < limit:
            for entry in self._gazetteer.communes[self._names[place]]:
                if kind is None or kind in entry.kinds:
                    found.append(self._full(entry, day))
            place += 1
        return tuple(dict.fromkeys(found))[:limit]

    def _full(self, entry: Entry, day: date) -> str:
        history = self._gazetteer.history
        if entry.new:
            return placed(entry.new, history, day)
        assert entry.old is not None
        return ", ".join(filter(None, (entry.old.full, former_place(entry.old, history))))
