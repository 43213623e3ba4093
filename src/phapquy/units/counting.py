"""How many units there are: of a province, of the country, on a day."""

from __future__ import annotations

from dataclasses import dataclass

from phapquy.units.listing import counted, joined, padded, province_on
from phapquy.units.model import Counts, UnitKind
from phapquy.units.sentences import Said, Teller, short


@dataclass(frozen=True, slots=True)
class Counter:
    """Says counts, as the resolutions state them."""

    teller: Teller

    def counts(self, province: str) -> tuple[Said, ...]:
        """Say how many units of the commune level a province has, and which were left as they were."""
        history = self.teller.history
        now = history.counts_of(province, self.teller.day)
        first = next((counts for name, counts in history.counts if name == province), None)
        if not now or not first:
            return ()
        said = [self._counted(province, now)]
        if now.by != first.by:
            said.append(self._counted(province, first))
        kept = [new for new in self.teller.history.units_of(province) if new.kept]
        if kept:
            names = joined([new.full(self.teller.day) for new in kept])
            by = self.teller.cite(first.by)
            text = f"{padded(len(kept))} đơn vị không thực hiện sắp xếp, giữ nguyên: {names} ({by})."
            said.append(Said(text, (first.by,)))
        elif first.kept == 0:
            text = f"Không có đơn vị nào được ghi là không thực hiện sắp xếp ({self.teller.cite(first.by)})."
            said.append(Said(text, (first.by,)))
        return tuple(said)

    def _counted(self, province: str, counts: Counts) -> Said:
        day = max(self.teller.day, self.teller.history.since) if counts.since is None else counts.since
        name = province_on(province, self.teller.history, day)
        text = (
            f"Từ ngày {short(day)}, {name} có {padded(counts.total)} đơn vị hành chính cấp xã, gồm "
            f"{counted(counts.kinds)} ({self.teller.source(counts.by)})."
        )
        return Said(text, (counts.by,))

    def country(self, *, provinces: bool) -> tuple[Said, ...]:
        """Say how many provinces, or units of the commune level, the country has."""
        history, day = self.teller.history, self.teller.day
        counts = history.provinces_counted(day) if provinces else history.counts_of("", day)
        first = next(iter(history.province_counts), None) if provinces else None
        level = "cấp tỉnh" if provinces else "cấp xã"
        if not counts:
            return () if provinces else self._tallied()
        said = []
        for one in dict.fromkeys(filter(None, (counts, first))):
            since = one.since or self.teller.history.since
            text = (
                f"Từ ngày {short(since)}, cả nước có {padded(one.total)} đơn vị hành chính {level}, gồm "
                f"{counted(one.kinds)} ({self.teller.source(one.by)})."
            )
            said.append(Said(text, (one.by,)))
        return (*said, *(() if provinces else self._tallied()))

    def _tallied(self) -> tuple[Said, ...]:
        """The sum over all resolutions, as they were adopted."""
        tally = self.teller.history.tally(self.teller.history.since)
        kinds = [(kind.value, tally.get(kind, 0)) for kind in (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU)]
        first = self.teller.history.since
        by = tuple(counts.by for name, counts in self.teller.history.counts if name and counts.since == first)
        since = short(self.teller.history.since)
        text = (
            f"Cộng các nghị quyết sắp xếp của {padded(len(by))} tỉnh, thành phố: từ ngày {since} có "
            f"{padded(sum(tally.values()))} đơn vị hành chính cấp xã, gồm {counted(kinds)}."
        )
        return (Said(text, by),)
