"""What is said of a place: short sentences, each with the clauses it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from phapquy.law.provision import ProvisionId
from phapquy.units.finding import Finding, Status
from phapquy.units.history import History
from phapquy.units.listing import (
    capital,
    former_place,
    former_province,
    joined,
    padded,
    parts,
    placed,
    province_on,
    share,
)
from phapquy.units.model import Event, EventKind, NewUnit, ProvinceChange

_MOST = 12
"""New units of a district that are named one by one."""
_SPLIT = "Thôn, tổ dân phố nơi ở quyết định thuộc đơn vị nào; nghị quyết không nêu từng thôn, tổ dân phố."


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence and the clauses it rests on."""

    text: str
    by: tuple[ProvisionId, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts findings into words.

    ``cite`` names a clause in words, ``is_digest`` says whether it is known only from a digest.
    """

    history: History
    day: date
    cite: Callable[[ProvisionId], str]
    is_digest: Callable[[ProvisionId], bool] = lambda _: False

    def tell(self, finding: Finding, *, with_province: bool = False, reverse: bool = False) -> tuple[Said, ...]:
        """Say what a finding says; nothing for one that names no unit.

        Args:
            finding: what was looked up.
            with_province: say what became of the old province as well.
            reverse: say first what the unit of today was made of.
        """
        if finding.status in {Status.FOUND, Status.SPLIT, Status.KEPT} and finding.old:
            told = self._old(finding)
            whole = finding.status is Status.FOUND and finding.events[0].kind is not EventKind.RENAME
            made = self._made_of(finding.new) if finding.new and whole else ()
            told = (*made, *told) if reverse else (*told, *made)
            since = tuple(one for new in finding.successors for one in self._since(new))
            province = self._province_of(finding) if with_province else ()
            return (*told, *since, *province, *self._city(finding))
        if finding.status is Status.CURRENT and finding.new:
            return (*self._made_of(finding.new), *self._since(finding.new), *self._city(finding))
        if finding.status is Status.PROVINCE and finding.province:
            return self.province(finding.asked_province, finding.province)
        if finding.status is Status.DISTRICT and finding.district:
            return self._district(*finding.district)
        return ()

    def _old(self, finding: Finding) -> tuple[Said, ...]:
        old = finding.old
        assert old is not None
        where = former_place(old, self.history)
        name = capital(old.full) + (f" ({where})" if where else "")
        events, first = finding.events, finding.events[0]
        target = placed(first.new, self.history, self.day)
        if first.kind is EventKind.KEPT:
            text = f"{name} không thực hiện sắp xếp, giữ nguyên là {target} ({self._by(first)})."
            return (Said(text, (first.by,)),)
        before = self._before(old.full, first.by)
        if first.kind is EventKind.RENAME:
            return (*before, Said(f"{name} được đổi tên thành {target} ({self._by(first)}).", (first.by,)))
        if len(events) == 1:
            now = "nay thuộc" if self.day >= self.history.since else "sẽ thuộc"
            text = f"{name} {now} {target}, từ ngày {short(self.history.since)} ({self._by(first)})."
            return (*before, Said(text, (first.by,)))
        ways = [f"{share(one)} về {one.new.full(self.day)} ({self._by(one)})" for one in events]
        province = province_on(first.new.province, self.history, self.day)
        text = (
            f"{name} được chia về {padded(len(finding.successors))} đơn vị của {province}, từ ngày "
            f"{short(self.history.since)}: {joined(ways)}."
        )
        by = tuple(dict.fromkeys(one.by for one in events))
        if len(finding.settled) == 1:
            live = placed(finding.settled[0].new, self.history, self.day)
            return (*before, Said(text, by), Said(f"Dân cư của {old.full} đều về {live}.", by))
        return (*before, Said(text, by), Said(_SPLIT, by))

    def _before(self, name: str, by: ProvisionId) -> tuple[Said, ...]:
        """On a day before the change: that the old unit still is."""
        if self.day >= self.history.since:
            return ()
        text = f"Vào ngày {short(self.day)}, {name} vẫn còn: đơn vị mới hoạt động từ ngày {short(self.history.since)}."
        return (Said(text, (by,)),)

    def _made_of(self, new: NewUnit) -> tuple[Said, ...]:
        events = self.history.by_new[new]
        first = events[0]
        target = capital(placed(new, self.history, self.day))
        if first.kind is EventKind.KEPT:
            text = f"{target} không thực hiện sắp xếp, giữ nguyên như trước ({self._by(first)})."
        elif first.kind is EventKind.RENAME:
            text = f"{target} là tên mới của {first.old.full} ({self._by(first)})."
        else:
            listed = parts(events)
            text = f"{target} được lập từ {listed}, từ ngày {short(self.history.since)} ({self._by(first)})."
        return (Said(text, (first.by,)),)

    def _since(self, new: NewUnit) -> tuple[Said, ...]:
        """That a commune became a ward later."""
        if not new.upgraded or new.upgraded[1] > self.day:
            return ()
        kind, since, by = new.upgraded
        text = f"Xã {new.name} đã thành {kind.value} {new.name} từ ngày {short(since)} ({self.source(by)})."
        return (Said(text, (by,)),)

    def _city(self, finding: Finding) -> tuple[Said, ...]:
        """That the province became a city later."""
        change = finding.province
        if not change or change.since is None or change.since > self.day:
            return ()
        return (self._became_city(change),)

    def _became_city(self, change: ProvinceChange) -> Said:
        text = (
            f"Tỉnh {change.new.name} đã thành {change.new.full} trực thuộc trung ương từ ngày "
            f"{short(change.since or date.min)} ({self.source(change.by)})."
        )
        return Said(text, (change.by,))

    def _province_of(self, finding: Finding) -> tuple[Said, ...]:
        old = finding.old
        change = self.history.successor(old.province) if old and old.province else None
        if not old or not change or not change.merged:
            return ()
        return self.province(old.province, change)[:1]

    def province(self, name: str, change: ProvinceChange) -> tuple[Said, ...]:
        """Say what became of an old province, or what one of today was made of."""
        since = f", từ ngày {short(self.history.since)}"
        now = self.history.province_on(change.new.name, self.day)
        later = (self._became_city(now),) if now and now.since and now.since <= self.day else ()
        if not change.merged:
            text = f"{capital(change.new.full)} không thực hiện sắp xếp, giữ nguyên ({self.cite(change.by)})."
            return (Said(text, (change.by,)), *later)
        olds = [one.full for one in change.old]
        asked = former_province(name, self.history)
        text = f"{capital(joined(olds))} hợp thành {change.new.full}{since} ({self.cite(change.by)})."
        if name != change.new.name:
            text = f"{capital(asked)} cũ nay thuộc {change.new.full}: " + text[:1].lower() + text[1:]
            if text.startswith(f"{capital(asked)} cũ nay thuộc {change.new.full}: thành phố Hồ"):
                text = text.replace(": thành phố Hồ", ": Thành phố Hồ", 1)
        return (Said(text, (change.by,)), *later)

    def _district(self, district: str, province: str) -> tuple[Said, ...]:
        events: list[Event] = [
            event
            for old, found in self.history.by_old.items()
            if (old.district, old.province) == (district, province)
            for event in found
        ]
        news = tuple(dict.fromkeys(event.new for event in events))
        where = province_on(news[0].province, self.history, self.day)
        named = [f"{new.full(self.day)} (khoản {new.by.parts[-1]})" for new in news[:_MOST]]
        rest = f" và {len(news) - _MOST} đơn vị khác" if len(news) > _MOST else ""
        document = self.cite(ProvisionId(news[0].by.slug))
        text = (
            f"{capital(district)} ({former_province(province, self.history)} cũ) không còn là đơn vị hành chính; địa "
            f"bàn nay thuộc các đơn vị sau của {where}: {', '.join(named)}{rest} (Điều 1 {capital(document)})."
        )
        return (Said(text, tuple(new.by for new in news[:_MOST])),)

    def _by(self, event: Event) -> str:
        return self.source(event.by)

    def source(self, by: ProvisionId) -> str:
        """Name a clause, and say where it is known from a digest only."""
        return f"theo tóm lược {self.cite(by)}" if self.is_digest(by) else self.cite(by)


def short(day: date) -> str:
    """Write a date as ``01/7/2025``."""
    return f"{day.day:02d}/{f'{day.month:02d}' if day.month <= 2 else day.month}/{day.year}"  # noqa: PLR2004
