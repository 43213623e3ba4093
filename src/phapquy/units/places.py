"""Where a text says a commune lies: the districts and provinces it names, and whether a unit fits them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.units.gazetteer import Entry, Gazetteer
from phapquy.units.typed import DISTRICT, PROVINCE, KindWord, Word, squash


@dataclass(frozen=True, slots=True)
class Named:
    """A district or a province named in a text."""

    key: str
    start: int
    end: int
    kinded: bool
    """Whether its kind stands before it."""
    kind: str = ""
    """That kind."""

    @property
    def words(self) -> int:
        """How many words name it."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All districts and provinces a text may name; the spans may overlap."""

    districts: tuple[Named, ...]
    provinces: tuple[Named, ...]

    def outside(self, start: int, end: int) -> Surroundings:
        """What is named outside the words from ``start`` to ``end``."""
        return Surroundings(
            tuple(one for one in self.districts if one.end <= start or one.start >= end),
            tuple(one for one in self.provinces if one.end <= start or one.start >= end),
        )

    def after(self, place: int) -> Surroundings:
        """What is named after a word; all of it if nothing is."""
        later = Surroundings(
            tuple(one for one in self.districts if one.start >= place),
            tuple(one for one in self.provinces if one.start >= place),
        )
        return later if later.districts or later.provinces else self


@dataclass(frozen=True, slots=True)
class Fit:
    """How a unit fits what is named around it."""

    covered: int
    """Words of districts and provinces that fit."""
    district: str
    """The district that fits, empty for none."""
    province: str
    """The province that fits."""
    against: bool
    """Whether a district or a province is named that is surely another."""


def surroundings(
    words: Sequence[Word], kinds: dict[int, KindWord], gazetteer: Gazetteer, *, sentence: bool = False
) -> Surroundings:
    """Find the districts and provinces a text names; in a sentence "là gì" is no town of La Gi."""
    districts: list[Named] = []
    provinces: list[Named] = []
    for start in range(len(words)):
        kind = kinds.get(start)
        if kind and kind.level not in {DISTRICT, PROVINCE}:
            continue
        kinded = kind is not None
        for end in range(start + 1, min(len(words), start + gazetteer.longest) + 1):
            if end - 1 > start and words[end - 1].breaks:
                break
            key = squash(list(words[start:end]))
            if kind and kind.kind == "quận" and key.isdigit():
                key = f"quan{key}"
            elif key.isdigit():
                continue
            cut = kind is not None and kind.level == PROVINCE
            said = kinded or ((end - start > 1 or len(key) > _SHORT) and not (sentence and key in _SPEECH))
            if key in gazetteer.districts and not cut and said:
                districts.append(Named(key, start, end, kinded, kind.kind if kind else ""))
            if key in gazetteer.provinces and (kinded or _may_be_province(key, words, start, end)):
                provinces.append(Named(gazetteer.provinces[key], start, end, kinded, kind.kind if kind else ""))
    provinces += _shortened(words, kinds, gazetteer)
    return Surroundings(_longest(districts), _longest(provinces))


_LONG = 5
"""Letters from which on one word, "bariavungtau", may be a province in the middle of others."""
_SPEECH = frozenset({"lagi"})
_SHORT = 3
"""A district's name of so few letters counts only with its kind before it."""


def _may_be_province(key: str, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether words without a kind may name a province: a full name, or a short one that stands for itself."""
    if end - start > 1:
        return True
    alone = end == len(words) or words[end].opens
    if key == "hue":  # "huế", not "huệ", and not "hue" in the middle of other words
        return alone or words[start].text == "huế" or (not start and not words[start].marked)
    return alone or len(key) > _LONG


def _shortened(words: Sequence[Word], kinds: dict[int, KindWord], gazetteer: Gazetteer) -> list[Named]:
    """Provinces with their first syllable shortened, "Q. Ngãi", which reads like a kind and a name."""
    found = []
    for start, kind in kinds.items():
        if start >= len(words) or kind.end - kind.start != 1 or len(words[kind.start].folded) != 1:
            continue
        key = words[kind.start].folded + words[start].folded
        ends = start + 1 == len(words) or words[start + 1].opens
        if ends and key in gazetteer.provinces:
            found.append(Named(gazetteer.provinces[key], kind.start, start + 1, False))
    return found


def _longest(found: list[Named]) -> tuple[Named, ...]:
    """Leave out names that lie inside longer ones; several readings from one word on are all kept."""
    return tuple(one for one in found if not any(other.start < one.start and other.end >= one.end for other in found))


def fit(entry: Entry, around: Surroundings) -> Fit:
    """Hold a unit against what is named around it."""
    districts = [one for one in around.districts if one.key in entry.districts]
    provinces = [one for one in around.provinces if one.key in entry.provinces]
    # one span cannot be both: "Cao Bằng" as the city and as the province
    both = [(d, p) for d in districts for p in provinces if d.end <= p.start or p.end <= d.start]
    district = max(districts, key=lambda one: (one.kinded, one.words), default=None)
    province = max(provinces, key=lambda one: one.words, default=None)
    if both:
        district, province = max(both, key=lambda pair: pair[0].words + pair[1].words)
    covered = sum(one.words for one in (district, province) if one)
    if district and province and district.start == province.start:
        covered = max(district.words, province.words)
    against = _against_district(entry, around, district) or _against_province(entry, around, district, province)
    return Fit(covered, district.key if district else "", province.key if province else "", against)


def _against_district(entry: Entry, around: Surroundings, district: Named | None) -> bool:
    if district or not entry.districts:
        return False
    return any(
        one.kinded and not any(p.start == one.start and p.key in entry.provinces for p in around.provinces)
        for one in around.districts
    )


def _against_province(entry: Entry, around: Surroundings, district: Named | None, province: Named | None) -> bool:
    if province or not entry.provinces:
        return False
    return any(not (district and one.start < district.end and district.start < one.end) for one in around.provinces)
