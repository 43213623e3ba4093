"""Every name of the history, old and new, by its folded and run-together spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from phapquy.units.history import History
from phapquy.units.model import NewUnit, OldUnit, UnitKind
from phapquy.units.names import fold_key, name_key

_ALIASES = {
    "hochiminh": ("tphcm", "hcm", "hcmc", "tphochiminh", "saigon", "sg"),
    "hanoi": ("hn", "tphn"),
    "hue": ("thuathienhue", "tthue", "thuathien"),
    "bariavungtau": ("brvt", "vungtaubaria"),
    "daklak": ("daclac", "daclak", "dalak", "darlac"),
    "daknong": ("dacnong",),
    "haiphong": ("hp",),
    "danang": ("dn",),
}
_LONGEST = 8
"""Words of the longest name, with room for names that are written apart."""


@lru_cache(1 << 15)
def squashed(name: str) -> str:
    """Return the run-together key of a name."""
    return fold_key(name).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the commune level: an old unit or a new one."""

    old: OldUnit | None
    new: NewUnit | None
    key: str
    """The name with its diacritics, see ``name_key``."""
    kinds: frozenset[str]
    """Its kind; of a commune that became a ward later, both."""
    districts: frozenset[str]
    """Run-together names of its old district, or of those its parts were in."""
    provinces: frozenset[str]
    """Run-together names of the provinces it may be said to lie in, old and new."""


def _named(*names: str) -> frozenset[str]:
    return frozenset(names) - {""}


class Gazetteer:
    """Looks names up. Immutable after it is made."""

    longest = _LONGEST

    def __init__(self, history: History) -> None:
        self.history = history
        self.communes: dict[str, list[Entry]] = {}
        communes: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries():
            communes[squashed(entry.key)].append(entry)
        self.communes = dict(communes)
        self.provinces = self._provinces()
        self.districts = self._districts()

    def _entries(self) -> Iterable[Entry]:
        places: defaultdict[NewUnit, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for old, events in self.history.by_old.items():
            district = squashed(bare_district(old.district))
            olds, news = squashed(old.province), squashed(events[0].new.province)
            for event in events:
                places[event.new][0].add(district)
                places[event.new][1].update((olds, news))
            if old.kind not in {UnitKind.OTHER, UnitKind.HUYEN}:
                kinds = frozenset({old.kind.value})
                yield Entry(old, None, name_key(old.name), kinds, _named(district), _named(olds, news))
        for new, (districts, provinces) in places.items():
            kinds = frozenset({new.kind.value, *([new.upgraded[0].value] if new.upgraded else [])})
            yield Entry(None, new, name_key(new.name), kinds, _named(*districts), _named(*provinces))

    def _provinces(self) -> dict[str, str]:
        """Run-together spelling -> the run-together name it stands for."""
        names = {squashed(old.name) for change in self.history.changes for old in (*change.old, change.new)}
        found = {name: name for name in names}
        for name, others in _ALIASES.items():
            if name in names:
                found.update(dict.fromkeys(others, name))
        for name, words in self.province_names.items():
            first, *rest = fold_key(words).split()
            if len(rest) == 1 and name in names:
                short = first[0] + rest[0]
                if short not in self._shorts:
                    found.setdefault(short, name)
        return found

    @cached_property
    def _shorts(self) -> set[str]:
        """Short spellings that stand for two provinces: "h. giang"."""
        seen: set[str] = set()
        twice: set[str] = set()
        for words in self.province_names.values():
            first, *rest = fold_key(words).split()
            short = first[0] + "".join(rest)
            (twice if short in seen else seen).add(short)
        return twice

    @cached_property
    def province_names(self) -> dict[str, str]:
        """Run-together name -> name as written, of old and new provinces."""
        return {squashed(one.name): one.name for change in self.history.changes for one in (*change.old, change.new)}

    def _districts(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Run-together name -> (district with its kind, old province)."""
        found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for old in self.history.by_old:
            if old.district and old.province:
                found[squashed(bare_district(old.district))].add((old.district, old.province))
        return {name: frozenset(places) for name, places in found.items()}

    @cached_property
    def _deletes(self) -> dict[str, set[str]]:
        """Names by what is left of them when one letter is taken out: finds names one letter apart."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.communes:
            if len(name) >= _LONG_ENOUGH:
                for key in _without_one(name):
                    found[key].add(name)
        return dict(found)

    def near(self, typed: str) -> set[str]:
        """Return the names at one slip of a letter from a typed one."""
        if len(typed) < _LONG_ENOUGH:
            return set()
        found: set[str] = set()
        for key in (typed, *_without_one(typed)):
            found |= self._deletes.get(key, set())
        if len(typed) > _LONG_ENOUGH:
            found |= {key for key in _without_one(typed) if key in self.communes}
        return {name for name in found if one_slip(typed, name)}


_LONG_ENOUGH = 5


def _without_one(name: str) -> set[str]:
    return {name[:i] + name[i + 1 :] for i in range(len(name))} | {name}


def one_slip(typed: str, name: str) -> bool:
    """Whether two words differ by one letter left out, added, changed, or by two letters changed round."""
    if typed == name:
        return True
    if abs(len(typed) - len(name)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), min(len(typed), len(name)))
    one, two = typed[start:], name[start:]
    if one[1:] == two or one == two[1:] or one[1:] == two[1:]:
        return True
    return one[:2] == two[:2][::-1] and one[2:] == two[2:]


@lru_cache(1 << 12)
def bare_district(name: str) -> str:
    """Return a district's name without its kind; a number keeps "quận" as part of it."""
    return _DISTRICT_KIND.sub("", name)


_DISTRICT_KIND = re.compile(r"^(?:huyện|quận|thị xã|thành phố)\s+(?=\D)", re.IGNORECASE)
