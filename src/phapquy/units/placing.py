"""Place an old unit in its old district and province, and say which source told it.

A bracket of the resolution wins; a province that was not merged is proved by Resolution 202; the rest is told by the
package's table, and by a small supplement where that table lacks a unit or confuses two of one name. What the package
says otherwise than the resolution is kept as a conflict and shown.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from phapquy.units.districts import OldPlace, Table, bare_province
from phapquy.units.model import FactSource, NewUnit, OldUnit, UnitKind
from phapquy.units.names import fold_key, name_key, written

_PROVINCE = re.compile(r",\s*(?:tỉnh|thành phố)\s+(.+)$")

Supplement = Mapping[tuple[str, str, str], tuple[str, str]]
"""(slug of the resolution, number of the clause, key of kind and name) -> (district, province)."""


@dataclass(frozen=True, slots=True)
class Placer:
    """What is known of old places."""

    table: Table
    supplement: Supplement
    old_provinces: Mapping[str, Collection[str]]
    """New province -> the old ones it was made of, by name."""

    def place(self, old: OldUnit, news: Sequence[NewUnit]) -> OldUnit:
        """Return the unit with its district and province, and where they are known from."""
        before = self.old_provinces.get(news[0].province, ())
        proved = next(iter(before)) if len(before) == 1 else ""
        district, province = _from_bracket(old.bracket)
        if old.kind is UnitKind.HUYEN:
            district, rows = old.full, self._of_district(old.full, news[0])
        else:
            rows = self._rows(old, news)
        conflict = ""
        if district:
            said = {row.district for row in rows}
            rows = [row for row in rows if fold_key(row.district) == fold_key(district)]
            if said and not rows:
                conflict = f"dữ liệu underthesea ghi {', '.join(sorted(said))}"
        extra = self._extra(old, news)
        if extra and not district:
            rows = [row for row in rows if (row.district, row.province) == extra]
        places = {(row.district, row.province) for row in rows} or ({extra} if extra else set())
        found = next(iter(places)) if len(places) == 1 else ("", "")
        provinces = {place[1] for place in places}
        told = next(iter(provinces)) if len(provinces) == 1 else ""
        if before and told and told not in before:
            conflict, told = conflict or f"dữ liệu underthesea ghi {told}", ""
        from_extra = bool(extra and not any((row.district, row.province) == extra for row in rows))
        source = FactSource.SUPPLEMENT if from_extra else FactSource.PACKAGE
        return replace(
            old,
            district=district or found[0],
            district_from=FactSource.RESOLUTION if district else source if found[0] else FactSource.UNKNOWN,
            province=province or proved or told,
            province_from=(FactSource.RESOLUTION if province or proved else source if told else FactSource.UNKNOWN),
            conflict=conflict,
        )

    def communes_of(self, district: str, new: NewUnit) -> tuple[OldPlace, ...]:
        """Return the communes of a whole district that became one unit, which no clause names one by one."""
        found = {row.ward: row for row in self._of_district(district, new) if row.ward}
        return tuple(found.values())

    def _of_district(self, district: str, new: NewUnit) -> list[OldPlace]:
        ward, province = name_key(f"{new.kind.value} {new.name}"), name_key(new.province)
        return [
            row
            for (where, key), rows in self.table.items()
            if where == province and not key.startswith("~")
            for row in rows
            if row.new_ward == ward and fold_key(row.district) == fold_key(district)
        ]

    def _rows(self, old: OldUnit, news: Sequence[NewUnit]) -> list[OldPlace]:
        province = name_key(news[0].province)
        became = {name_key(f"{new.kind.value} {new.name}") for new in news}
        key = name_key(old.full)
        rows = [row for row in self.table.get((province, key), ()) if row.new_ward in became]
        if not rows:
            rows = [row for row in self.table.get((province, key), ()) if not row.new_ward]
        if not rows:
            squashed = {_squash(one) for one in became}
            rows = [
                row
                for row in self.table.get((province, "~" + _squash(old.full)), ())
                if not row.new_ward or _squash(row.new_ward) in squashed
            ]
        return rows

    def _extra(self, old: OldUnit, news: Sequence[NewUnit]) -> tuple[str, str] | None:
        for new in news:
            if found := self.supplement.get((old.resolution, new.by.parts[-1], name_key(old.full))):
                return found
        return None


def _squash(name: str) -> str:
    return fold_key(name).replace(" ", "")


def with_loose_keys(table: Table) -> Table:
    """Return the table with a second key for names that are spelled apart: ``Avương``, ``A Vương``."""
    loose: dict[tuple[str, str], tuple[OldPlace, ...]] = dict(table)
    for (province, ward), rows in table.items():
        key = (province, "~" + _squash(ward))
        loose[key] = (*loose.get(key, ()), *rows)
    return loose


def _from_bracket(words: str) -> tuple[str, str]:
    """The district and the province that a bracket names."""
    found = _PROVINCE.search(words)
    district = words[: found.start()] if found else words
    if not re.match(r"(?:huyện|quận|thị xã|thành phố)\s", district, re.IGNORECASE):
        return "", ""
    district = written(district)
    if not re.search(r"\d$", district):
        district = district[:1].lower() + district[1:]
    return district, bare_province(found[1].strip()) if found else ""


@lru_cache(1)
def shipped_supplement() -> Supplement:
    """Read the supplement of this package."""
    text = (files("phapquy.units") / "districts.csv").read_text("utf-8")
    return {
        (row["resolution"], row["clause"], name_key(row["unit"])): (row["district"], row["province"])
        for row in csv.DictReader(text.splitlines())
    }
