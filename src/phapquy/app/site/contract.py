"""What the pages of units and overlaps need of a knowledge base that has these features.

They are written against these shapes and look with ``hasattr`` whether the knowledge base has the feature, so each page
works, or says that there is nothing yet, whichever parts are installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from phapquy.law.holder import Organ
from phapquy.law.provision import ProvisionId


class PowerLike(Protocol):
    """One organ doing one thing to one object, by one clause."""

    @property
    def holder(self) -> Organ:
        """Who holds it."""

    @property
    def act(self) -> str:
        """What is done, as lawyers group it."""

    @property
    def verb(self) -> str:
        """The verbs as written; may be empty."""

    @property
    def task(self) -> str:
        """The object, verbatim."""

    @property
    def field(self) -> str:
        """Slug of its field."""

    @property
    def condition(self) -> str | None:
        """Under which condition, in the words of the clause."""

    @property
    def basis(self) -> ProvisionId:
        """The clause that gives it."""


class FindingLike(Protocol):
    """Two powers side by side with a verdict."""

    @property
    def first(self) -> PowerLike:
        """The power of the earlier clause."""

    @property
    def second(self) -> PowerLike:
        """The power of the later clause."""

    @property
    def verdict(self) -> str:
        """What they are to each other."""

    @property
    def judgement(self) -> Any:
        """Has ``reasons``, each with ``text``."""

    @property
    def score(self) -> float:
        """How high it stands in a list of its verdict."""

    @property
    def hints(self) -> Sequence[str]:
        """Which rule of precedence may help."""


class UnitHistory(Protocol):
    """What became of every unit; see ``phapquy.units.history``."""

    @property
    def by_new(self) -> Mapping[Any, Sequence[Any]]:
        """What each new unit was made of."""

    @property
    def by_old(self) -> Mapping[Any, Sequence[Any]]:
        """What became of each old unit."""

    def province_on(self, name: str, day: date) -> Any:
        """The last change, by a day, that made the province of a name what it is."""

    def counts_of(self, province: str, day: date) -> Any:
        """How many units a province has on a day; the country for an empty name."""

    def units_of(self, province: str) -> Sequence[Any]:
        """The new units of a province."""


def found_in(report: Any, name: str) -> Iterable[Any]:
    """Return the items of a report that may be a plain sequence or may hold them under a name."""
    items: Iterable[Any] = getattr(report, name, report)
    return items
