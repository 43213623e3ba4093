"""Units put into words: with their share, grouped by kind, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from phapquy.units.history import History
from phapquy.units.model import Event, EventKind, NewUnit, OldUnit, Share, UnitKind


def joined(words: Sequence[str]) -> str:
    """Write a list as texts do: "A, B và C"."""
    return " và ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def padded(number: int) -> str:
    """Write a count as resolutions do, two figures at least; thousands with a dot."""
    return f"{number:02d}" if number < 1000 else f"{number:,}".replace(",", ".")  # noqa: PLR2004


def counted(kinds: Iterable[tuple[str, int]]) -> str:
    """Write counts by kind: "60 xã và 09 phường"."""
    return joined([f"{padded(number)} {kind}" for kind, number in kinds])


def capital(words: str) -> str:
    """Write a sentence's first letter large."""
    return words[:1].upper() + words[1:]


def share(event: Event) -> str:
    """Say how much of an old unit a clause takes."""
    if event.kind is EventKind.REST:
        return "phần còn lại" if event.land is not Share.NONE else "phần dân cư còn lại"
    if (event.land, event.people) == (Share.ALL, Share.ALL):
        return "toàn bộ"
    if event.people is Share.NONE:
        return f"{event.land.value} diện tích (không kèm dân cư)"
    if event.land is Share.NONE:
        return f"{event.people.value} dân cư"
    if event.people is Share.ALL:
        return f"{event.land.value} diện tích và toàn bộ dân cư"
    return "một phần"


def parts(events: Sequence[Event]) -> str:
    """List what a new unit was made of: "toàn bộ các xã A, B; phần còn lại của phường C"."""
    told = []
    district = [event for event in events if event.old.kind is UnitKind.HUYEN]
    events = district or events  # its communes are known from elsewhere, and not what the clause names
    for how, group in groupby(sorted(events, key=_order), key=share):
        kinds = [
            (kind.value, [_name(event.old) for event in units])
            for kind, units in groupby(sorted(group, key=lambda one: one.old.kind), key=lambda one: one.old.kind)
        ]
        words = [f"các {kind} {joined(names)}" if len(names) > 1 else f"{kind} {names[0]}" for kind, names in kinds]
        of = how if how == "toàn bộ" else f"{how} của"
        told.append(f"{of} {', '.join(words)}".replace("khu vực khu vực", "khu vực"))
    return "; ".join(told)


def _order(event: Event) -> tuple[int, str]:
    return (0 if event.kind is EventKind.WHOLE else 1, share(event))


def _name(old: OldUnit) -> str:
    return f"{old.name} ({old.bracket})" if old.bracket else old.name


def former_place(old: OldUnit, history: History) -> str:
    """Say where an old unit was: "huyện Lạc Dương, tỉnh Lâm Đồng cũ"; empty if not known."""
    place = ", ".join(filter(None, (old.district, former_province(old.province, history))))
    return f"{place} cũ" if place else ""


def former_province(name: str, history: History) -> str:
    """Write an old province with its kind."""
    for change in history.changes:
        for one in change.old:
            if one.name == name:
                return one.full
    return name


def placed(new: NewUnit, history: History, day: date) -> str:
    """Write a new unit with its province, on a day."""
    return f"{new.full(day)}, {province_on(new.province, history, day)}"


def province_on(name: str, history: History, day: date) -> str:
    """Write a province with the kind it has on a day."""
    change = history.province_on(name, day)
    return change.new.full if change else name
