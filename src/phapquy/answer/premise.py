"""Correct a question that takes the district level or a town to exist on a day on which it is no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phapquy.answer.evidence import Evidence, gather
from phapquy.corpus.notices import short_date
from phapquy.index.snapshot import Snapshot
from phapquy.search.former import Former, What, former_in
from phapquy.search.question import Question


@dataclass(frozen=True, slots=True)
class Premise:
    """What is wrong with the question, and the clause that says so."""

    former: Former
    clause: Evidence

    @property
    def text(self) -> str:
        """The correction in one sentence."""
        if self.former.what is What.TOWN:
            return f"Hiện không còn thị trấn: cấp xã chỉ gồm {_listed(self.former.kinds)} ({self.clause.label})."
        since = f" từ ngày {short_date(self.former.day)}" if self.former.day else ""
        return (
            "Cấp huyện không còn: các cơ quan của huyện, quận, thị xã, thành phố thuộc tỉnh đã kết thúc hoạt động"
            f"{since} ({self.clause.label})."
        )


def premise_of(question: Question, snapshot: Snapshot, day: date, terms: Iterable[str]) -> Premise | None:
    """Return the correction a question needs, or None."""
    former = former_in(question, snapshot, day)
    clause = gather(snapshot, former.by, 1.0, terms) if former else None
    return Premise(former, clause) if former and clause else None


def _listed(kinds: tuple[str, ...]) -> str:
    return " và ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
