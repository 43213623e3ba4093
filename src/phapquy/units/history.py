"""The unit history: every old unit with its events, every new unit with what it was made of, on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from phapquy.law.provision import Document, ProvisionId
from phapquy.units.districts import OldPlace, as_table
from phapquy.units.later import Later, may_change_later, read_later
from phapquy.units.model import (
    Counts,
    Event,
    EventKind,
    FactSource,
    Mention,
    NewUnit,
    OldUnit,
    Province,
    ProvinceChange,
    Resolution,
    UnitKind,
)
from phapquy.units.names import name_key
from phapquy.units.placing import Placer, Supplement, with_loose_keys
from phapquy.units.provinces import may_merge_provinces, read_provinces
from phapquy.units.reader import may_rearrange, read_resolution

_Read = tuple[ProvisionId, Mention, NewUnit, EventKind]


def tells_of_units(text: str) -> bool:
    """Whether a document's text is worth reading for the history."""
    return may_rearrange(text) or may_merge_provinces(text) or may_change_later(text)


@dataclass(frozen=True)
class History:
    """What became of every unit. Made by :func:`read_history`."""

    events: tuple[Event, ...]
    changes: tuple[ProvinceChange, ...]
    """Of provinces, in the order of their days."""
    counts: tuple[tuple[str, Counts], ...]
    """Of commune-level units; the province's name, empty for the country."""
    province_counts: tuple[Counts, ...]
    since: date
    """The day from which the new units work."""

    @cached_property
    def by_old(self) -> dict[OldUnit, tuple[Event, ...]]:
        """The events of each old unit, in the order of the texts."""
        found: defaultdict[OldUnit, list[Event]] = defaultdict(list)
        for event in self.events:
            found[event.old].append(event)
        return {old: tuple(events) for old, events in found.items()}

    @cached_property
    def by_new(self) -> dict[NewUnit, tuple[Event, ...]]:
        """What each new unit was made of."""
        found: defaultdict[NewUnit, list[Event]] = defaultdict(list)
        for event in self.events:
            found[event.new].append(event)
        return {new: tuple(events) for new, events in found.items()}

    def province_on(self, name: str, day: date) -> ProvinceChange | None:
        """Return the last change, by a day, that made the province of a name what it is."""
        last = max(day, self.since)
        found = [one for one in self.changes if one.new.name == name and (one.since is None or one.since <= last)]
        return found[-1] if found else None

    def successor(self, name: str) -> ProvinceChange | None:
        """Return what became of an old province in 2025."""
        return next((one for one in self.changes if any(old.name == name for old in one.old)), None)

    def counts_of(self, province: str, day: date) -> Counts | None:
        """Return how many units a province has on a day; the country for an empty name."""
        return _latest((counts for name, counts in self.counts if name == province), max(day, self.since))

    def provinces_counted(self, day: date) -> Counts | None:
        """Return how many provinces there are on a day."""
        return _latest(self.province_counts, max(day, self.since))

    def units_of(self, province: str) -> tuple[NewUnit, ...]:
        """Return the new units of a province, in the order of its resolution."""
        return tuple(new for new in self.by_new if new.province == province)

    def tally(self, day: date) -> dict[UnitKind, int]:
        """Count the units of the commune level on a day, by kind."""
        found: defaultdict[UnitKind, int] = defaultdict(int)
        for new in self.by_new:
            found[new.kind_on(day)] += 1
        return dict(found)


def _latest(counts: Iterable[Counts], day: date) -> Counts | None:
    known = [one for one in counts if one.since is None or one.since <= day]
    return max(known, key=lambda one: one.since or date.min, default=None)


def read_history(
    documents: Iterable[Document], places: Iterable[OldPlace] = (), supplement: Supplement | None = None
) -> History:
    """Read the history out of the resolutions.

    Args:
        documents: the resolution on provinces, the commune resolutions and the digests of later ones; others are
            passed over.
        places: where a package says old communes were.
        supplement: what is known of units that those places lack.
    """
    resolutions: list[Resolution] = []
    changes: list[ProvinceChange] = []
    province_counts: list[Counts] = []
    later: list[Later] = []
    for document in documents:
        if may_change_later(document.text):
            later += read_later(document)
        elif may_merge_provinces(document.text):
            made, counted = read_provinces(document)
            changes += made
            province_counts += [counted] if counted else []
        elif may_rearrange(document.text) and (read := read_resolution(document)):
            resolutions.append(read)
    before = {one.new.name: [old.name for old in one.old] for one in changes}
    placer = Placer(with_loose_keys(as_table(places)), supplement or {}, before)
    later.sort(key=lambda one: (one.since, str(one.by)))
    upgrades = _upgrades(later)
    events = [event for one in resolutions for event in _events(one, placer, upgrades)]
    changes += [_city(one) for one in later if one.city]
    province_counts += [one.counts for one in later if one.counts and one.of_provinces]
    counts = [(one.province.name, one.counts) for one in resolutions if one.counts]
    counts += [(one.province, one.counts) for one in later if one.counts and not one.of_provinces]
    since = max((one.since for one in resolutions), default=date.max)
    return History(tuple(events), tuple(changes), tuple(counts), tuple(province_counts), since)


def _city(one: Later) -> ProvinceChange:
    return ProvinceChange(
        (Province(one.city, "tỉnh"),), Province(one.city, "thành phố"), one.by, one.since, merged=False
    )


_Upgrades = dict[tuple[str, str], tuple[UnitKind, date, ProvisionId]]


def _upgrades(later: Sequence[Later]) -> _Upgrades:
    return {(one.province, name_key(name)): (UnitKind.PHUONG, one.since, one.by) for one in later for name in one.wards}


def _events(resolution: Resolution, placer: Placer, upgrades: _Upgrades) -> Iterable[Event]:
    """The events of a resolution with their old units told apart and placed."""
    news: dict[NewUnit, NewUnit] = {}
    for _, _, new, _ in resolution.events:
        wards = upgrades.get((new.province, name_key(new.name))) if new.kind is UnitKind.XA else None
        news[new] = replace(new, upgraded=wards)
    for old, read in _told_apart(resolution):
        became = [news[new] for _, _, new, _ in read]
        placed = placer.place(old, became)
        for by, mention, new, kind in read:
            yield Event(kind, placed, news[new], by, mention.land, mention.people, mention.after)
            if mention.kind is UnitKind.HUYEN:
                yield from _of_district(placed, news[new], by, placer)


def _told_apart(resolution: Resolution) -> Iterable[tuple[OldUnit, list[_Read]]]:
    """Group what a resolution says by old unit.

    Parts and remainders under one name are one unit; each unit taken whole is one of its own, for nothing can be
    taken whole twice.
    """
    named: defaultdict[tuple[UnitKind, str, str], list[_Read]] = defaultdict(list)
    meant = _brackets_meant(resolution)
    for one in resolution.events:
        by, mention = one[0], one[1]
        name = (mention.kind, name_key(mention.name))
        bracket = mention.bracket or meant.get((*name, by.parts[-1]), "")
        named[*name, name_key(bracket)].append((by, replace(mention, bracket=bracket), *one[2:]))
    for found in named.values():
        whole = [one for one in found if one[3] in {EventKind.WHOLE, EventKind.KEPT, EventKind.RENAME}]
        parts = [one for one in found if one not in whole]
        groups = [[one] for one in whole] + ([parts] if parts else [])
        for number, group in enumerate(groups):
            mention = group[0][1]
            yield OldUnit(mention.kind, mention.name, resolution.slug, mention.bracket, number), group


def _brackets_meant(resolution: Resolution) -> dict[tuple[UnitKind, str, str], str]:
    """The brackets of parts that are named without one: those of the remainder that points to their clause."""
    return {
        (mention.kind, name_key(mention.name), clause): mention.bracket
        for _, mention, _, _ in resolution.events
        if mention.bracket
        for clause in mention.after
    }


def _of_district(district: OldUnit, new: NewUnit, by: ProvisionId, placer: Placer) -> Iterable[Event]:
    """The communes of a district that a clause takes as a whole."""
    for row in placer.communes_of(district.full, new):
        words = row.name
        kind = next((one for one in UnitKind if words.lower().startswith(one.value)), UnitKind.XA)
        old = OldUnit(
            kind,
            words[len(kind.value) :].strip(),
            district.resolution,
            district=district.full,
            district_from=FactSource.PACKAGE,
            province=row.province,
            province_from=FactSource.PACKAGE,
        )
        yield Event(EventKind.WHOLE, old, new, by)
