"""The old district and province of an old commune, as a kept package tells them.

The resolutions name a district only where two communes would be confused. For the rest the table that ``underthesea``
ships with its address converter is read: which old ward, district and province became which new ward. Only these facts
are used, and only to place an old unit that a resolution names; what became of it is told by the resolutions alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from phapquy.units.names import name_key

_TABLE = "address/data/mapping.json"


@dataclass(frozen=True, slots=True)
class OldPlace:
    """Where a package says an old commune was, and what it became."""

    ward: str
    """Key of kind and name: ``xã đạ sar``; empty for a row that names a district alone."""
    district: str
    """With its kind: ``huyện Lạc Dương``."""
    province: str
    """Without its kind."""
    new_ward: str
    new_province: str
    """Keys; the province without its kind."""
    name: str = ""
    """Kind and name as written."""


Table = Mapping[tuple[str, str], tuple[OldPlace, ...]]
"""(key of the new province, key of the old ward) -> places."""


def as_table(places: Iterable[OldPlace]) -> Table:
    """Arrange places for looking up."""
    table: defaultdict[tuple[str, str], list[OldPlace]] = defaultdict(list)
    for one in places:
        table[one.new_province, one.ward].append(one)
    return {key: tuple(found) for key, found in table.items()}


@lru_cache(1)
def shipped_places() -> tuple[OldPlace, ...]:
    """Read the table of the installed package; empty if the package, or its table, is not there.

    The package itself is not imported, which would take a second.
    """
    spec = find_spec("underthesea")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        try:
            rows = json.loads((Path(folder) / _TABLE).read_text("utf-8"))["ward_mapping"]
            return tuple(_place(row) for row in rows)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return ()


def _place(row: Mapping[str, str]) -> OldPlace:
    district = row["old_district"] or ""
    return OldPlace(
        ward=name_key(row["old_ward"]),
        district=district[:1].lower() + district[1:] if not district.startswith("Quận ") else _quan(district),
        province=bare_province(row["old_province"]),
        new_ward=name_key(row["new_ward"] or ""),
        new_province=name_key(bare_province(row["new_province"])),
        name=row["old_ward"],
    )


def _quan(district: str) -> str:
    return district if district[5:].isdigit() else district[:1].lower() + district[1:]


def bare_province(name: str) -> str:
    """Return a province's name without its kind."""
    for kind in ("tỉnh ", "thành phố "):
        if name.lower().startswith(kind):
            return name[len(kind) :]
    return name
