"""Convert a column of addresses, row by row, without holding the file in memory."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from phapquy.units.finding import Finding, Status
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.listing import placed, province_on
from phapquy.units.lookup import look_up
from phapquy.units.strings import CORRECTED, DIGEST, MIXED, STATUS

ADDED = ("mã_trạng_thái", "trạng_thái", "đơn_vị_mới", "tỉnh_mới", "địa_chỉ_mới", "khả_năng", "điều_khoản", "ghi_chú")
_KEPT_IN_MIND = 20_000
_MOST = 8


@dataclass
class Converter:
    """Converts addresses, remembering those that come again."""

    gazetteer: Gazetteer
    day: date
    is_digest: Callable[[str], bool] = lambda _: False
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def cells(self, address: str) -> tuple[str, ...]:
        """Return the added cells of one address, in the order of :data:`ADDED`."""
        if address not in self._known:
            if len(self._known) >= _KEPT_IN_MIND:
                self._known.clear()
            self._known[address] = self._cells(look_up(self.gazetteer, address, self.day))
        return self._known[address]

    def _cells(self, found: Finding) -> tuple[str, ...]:
        history = self.gazetteer.history
        new = found.new if found.status in {Status.FOUND, Status.KEPT, Status.CURRENT, Status.SPLIT} else None
        unit = new.full(self.day) if new else ""
        province = province_on(new.province, history, self.day) if new else self._province(found)
        before = found.text[: found.start].rstrip(" ,;-–")
        address = ", ".join(filter(None, (before, unit, province))) if new else ""
        events = found.events or (found.made_of[:1] if found.status is Status.CURRENT else ())
        by = list(dict.fromkeys(str(event.by) for event in events))
        by += [str(one.upgraded[2]) for one in ([new] if new else []) if one.upgraded and one.upgraded[1] <= self.day]
        return (
            found.status.value, STATUS[found.status], unit, province, address, "; ".join(self._possible(found)),
            "; ".join(by), "; ".join(self._notes(found, by)),
        )  # fmt: skip

    def _province(self, found: Finding) -> str:
        change = found.province
        return province_on(change.new.name, self.gazetteer.history, self.day) if change else ""

    def _possible(self, found: Finding) -> Iterator[str]:
        history = self.gazetteer.history
        if found.status is Status.SPLIT:
            yield from (placed(event.new, history, self.day) for event in found.settled)
        for place in found.choices[:_MOST]:
            if place.old:
                yield place.old.placed
            elif place.new:
                yield placed(place.new, history, self.day)
            elif place.district:
                yield ", ".join(place.district)

    def _notes(self, found: Finding, by: Iterable[str]) -> Iterator[str]:
        if found.corrected:
            yield CORRECTED.format(name=found.corrected)
        if found.mixed:
            yield MIXED
        if any(self.is_digest(one) for one in by):
            yield DIGEST


def convert(rows: Iterable[dict[str, str]], column: str, converter: Converter) -> Iterator[dict[str, str]]:
    """Yield the rows with the added cells, one after the other."""
    for row in rows:
        yield {**row, **dict(zip(ADDED, converter.cells((row.get(column) or "").strip()), strict=True))}


def read_rows(lines: Iterable[str]) -> tuple[list[str], Iterator[dict[str, str]]]:
    """Return the columns of a CSV file and its rows, as they are asked for; a semicolon may stand for the comma."""
    stream = iter(lines)
    head = next(stream, "")
    delimiter = ";" if head.count(";") > head.count(",") else "," if "\t" not in head else "\t"
    columns = next(csv.reader([head], delimiter=delimiter), [])

    def rows() -> Iterator[dict[str, str]]:
        for cells in csv.reader(stream, delimiter=delimiter):
            if cells:
                yield dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=False))

    return columns, rows()
