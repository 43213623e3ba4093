"""What a look-up gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.units.model import Event, NewUnit, OldUnit, ProvinceChange, Share


class Status(StrEnum):
    """What was found; stable codes."""

    FOUND = "found"
    """An old unit that is part of one new unit."""
    SPLIT = "split"
    """An old unit whose parts went to several new units."""
    KEPT = "kept"
    """A unit that was left as it was."""
    CURRENT = "current"
    """A unit of today."""
    PROVINCE = "province"
    """Only a province is named."""
    DISTRICT = "district"
    """Only a district of old is named."""
    AMBIGUOUS = "ambiguous"
    """Several units fit."""
    MISPLACED = "misplaced"
    """The unit exists, but not in the district or province that is named."""
    UNKNOWN = "unknown"
    """A unit is named that no resolution knows."""
    NO_UNIT = "no-unit"
    """Nothing in the text is a Vietnamese unit."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Place:
    """One unit that fits, old or new, or a district of old."""

    old: OldUnit | None = None
    new: NewUnit | None = None
    district: tuple[str, str] | None = None
    """The district and its province."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one place name."""

    text: str
    status: Status
    day: date
    old: OldUnit | None = None
    events: tuple[Event, ...] = ()
    """What became of the old unit."""
    new: NewUnit | None = None
    """The unit of today that is named, or that the old one became."""
    made_of: tuple[Event, ...] = ()
    """What the unit of today was made of."""
    province: ProvinceChange | None = None
    """What became of the province that is named, or of the unit's."""
    asked_province: str = ""
    """Where only a province is named: its name."""
    district: tuple[str, str] | None = None
    """Where only a district is named: the district and its province."""
    choices: tuple[Place, ...] = ()
    corrected: str = ""
    """The name that was understood for one that was not typed rightly."""
    placed: bool = False
    """Whether a district or a province that fits is named beside the unit."""
    exact: bool = False
    """Whether the name was typed with its marks."""
    mixed: bool = False
    """Whether old and new names stand in one address."""
    start: int = 0
    end: int = 0
    """Where in the text the unit is named."""

    @property
    def successors(self) -> tuple[NewUnit, ...]:
        """The new units that an old one became, each once."""
        return tuple(dict.fromkeys(event.new for event in self.events))

    @property
    def settled(self) -> tuple[Event, ...]:
        """The events that took people: land without people moves nobody's address."""
        whole = tuple(event for event in self.events if event.people is Share.ALL)
        return whole or tuple(event for event in self.events if event.people is not Share.NONE) or self.events
