"""What a unit is, what became of it, and by which clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from phapquy.law.provision import ProvisionId


class UnitKind(StrEnum):
    """The kinds of unit of the commune level, old and new."""

    XA = "xã"
    PHUONG = "phường"
    THI_TRAN = "thị trấn"
    DAC_KHU = "đặc khu"
    HUYEN = "huyện"
    """A whole district that a clause makes one unit."""
    OTHER = "khu vực"
    """Land that was no unit of its own and is named by its own noun."""


class Share(StrEnum):
    """How much of something a clause takes."""

    ALL = "toàn bộ"
    PART = "một phần"
    REST = "phần còn lại"
    NONE = "không"


class EventKind(StrEnum):
    """What a clause does with an old unit."""

    WHOLE = "nhập toàn bộ"
    PART = "nhập một phần"
    REST = "nhập phần còn lại"
    RENAME = "đổi tên"
    KEPT = "giữ nguyên"
    UPGRADE = "thành phường"


class FactSource(StrEnum):
    """Where a fact on an old unit was taken from."""

    RESOLUTION = "nghị quyết"
    """The clause says it in brackets, or the province was not merged."""
    PACKAGE = "dữ liệu underthesea"
    SUPPLEMENT = "bảng bổ sung"
    """``districts.csv``: units that the package lacks or confuses."""
    UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Mention:
    """An old unit as a clause names it, with the share it takes."""

    kind: UnitKind
    name: str
    bracket: str = ""
    """What stands in brackets after the name: ``huyện Đức Trọng``."""
    land: Share = Share.ALL
    people: Share = Share.ALL
    after: tuple[str, ...] = ()
    """For a remainder: the clauses that took the other parts."""

    @property
    def event(self) -> EventKind:
        """What the clause does with the unit."""
        if Share.REST in {self.land, self.people}:
            return EventKind.REST
        return EventKind.WHOLE if (self.land, self.people) == (Share.ALL, Share.ALL) else EventKind.PART


@dataclass(frozen=True, slots=True, order=True)
class Province:
    """A province or a city of that level."""

    name: str
    """Without its kind: ``Lâm Đồng``."""
    kind: str
    """``tỉnh`` or ``thành phố``."""

    @property
    def full(self) -> str:
        """The kind and the name, as written in a sentence."""
        kind = "Thành phố" if self.name == "Hồ Chí Minh" else self.kind
        return f"{kind} {self.name}"


@dataclass(frozen=True, slots=True)
class OldUnit:
    """A unit of the commune level before 01/7/2025."""

    kind: UnitKind
    name: str
    resolution: str
    """Slug of the resolution that names it."""
    bracket: str = ""
    number: int = 0
    """Tells two units apart that a resolution names alike."""
    district: str = ""
    """With its kind, ``huyện Đức Trọng``; empty if not known."""
    district_from: FactSource = FactSource.UNKNOWN
    province: str = ""
    """Old province, without its kind."""
    province_from: FactSource = FactSource.UNKNOWN
    conflict: str = ""
    """What the package says otherwise than the resolution."""

    @property
    def full(self) -> str:
        """Kind and name."""
        return f"{self.kind.value} {self.name}"

    @property
    def placed(self) -> str:
        """Kind, name, district and province, as far as they are known."""
        return ", ".join(filter(None, (self.full, self.district, self.province)))


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit of the commune level from 01/7/2025 on."""

    kind: UnitKind
    name: str
    province: str
    """Name of its province, without the kind."""
    by: ProvisionId
    """The clause that made it, or that says it was left as it was."""
    kept: bool = False
    upgraded: tuple[UnitKind, date, ProvisionId] | None = None
    """The kind it has had since a later day, and the clause that says so."""

    def kind_on(self, day: date) -> UnitKind:
        """Its kind on a day."""
        return self.upgraded[0] if self.upgraded and self.upgraded[1] <= day else self.kind

    def full(self, day: date) -> str:
        """Kind and name on a day."""
        return f"{self.kind_on(day).value} {self.name}"


@dataclass(frozen=True, slots=True)
class Event:
    """What one clause does with one old unit."""

    kind: EventKind
    old: OldUnit
    new: NewUnit
    by: ProvisionId
    land: Share = Share.ALL
    people: Share = Share.ALL
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many units a province, or the country, has."""

    by: ProvisionId
    total: int
    kinds: tuple[tuple[str, int], ...]
    """In the order of the text: ``(("xã", 103), ("phường", 20), ("đặc khu", 1))``."""
    since: date | None = None
    kept: int = 0

    def of(self, kind: str) -> int:
        """How many of one kind."""
        return dict(self.kinds).get(kind, 0)


@dataclass(frozen=True, slots=True)
class ProvinceChange:
    """What became of old provinces."""

    old: tuple[Province, ...]
    new: Province
    by: ProvisionId
    since: date | None = None
    merged: bool = True
    """False for a province that was left as it was, or only changed its kind."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one commune resolution says."""

    slug: str
    province: Province
    since: date
    """Day from which the units work."""
    events: tuple[tuple[ProvisionId, Mention, NewUnit, EventKind], ...]
    counts: Counts | None
    kept: tuple[Mention, ...] = ()
    unread: tuple[tuple[ProvisionId, str], ...] = field(default=())
    """Words of its clauses that the grammar did not understand."""
