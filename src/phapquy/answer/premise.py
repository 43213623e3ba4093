"""Correct a question that takes to exist what is no more, or to apply what does not apply on the day asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.standing import State, standing_of
from phapquy.corpus.notices import short_date
from phapquy.index.snapshot import Snapshot
from phapquy.search.former import Former, What, former_in
from phapquy.search.question import Question

_EXISTS = re.compile(r"\bcòn (?:hoạt động|tồn tại|tổ chức)?\s*(?:không|nữa|chưa)\b|\bcó còn không\b", re.IGNORECASE)
"""Whether nothing but its existence is asked."""


@dataclass(frozen=True, slots=True)
class Premise:
    """What is wrong with the question, in one sentence, and the clause that says so."""

    text: str
    clause: Evidence
    of_district: bool = False
    """Whether it is about the district level, whose tasks went elsewhere."""
    alone: bool = False
    """Whether nothing else can be said: the document asked about does not apply yet."""
    denies: bool = False
    """Whether a question for yes or no is answered with no by it alone."""


def premise_of(question: Question, snapshot: Snapshot, day: date, terms: Iterable[str]) -> Premise | None:
    """Return the correction a question needs, or None."""
    if former := former_in(question, snapshot, day):
        clause = gather(snapshot, former.by, 1.0, terms)
        return _of_former(former, clause, question) if clause else None
    standing = standing_of(question, snapshot, day)
    if standing is None or standing.state is State.IN_FORCE:
        return None
    return Premise(standing.text(day), standing.clause, alone=standing.state is State.NOT_YET)


def _of_former(former: Former, clause: Evidence, question: Question) -> Premise:
    if former.what is What.TOWN:
        return Premise(f"Hiện không còn thị trấn: cấp xã chỉ gồm {_listed(former.kinds)} ({clause.label}).", clause)
    since = f" từ ngày {short_date(former.day)}" if former.day else ""
    text = (
        "Cấp huyện không còn: các cơ quan của huyện, quận, thị xã, thành phố thuộc tỉnh đã kết thúc hoạt động"
        f"{since} ({clause.label})."
    )
    exists = _EXISTS.search(question.text) is not None
    return Premise(text, clause, of_district=True, alone=exists, denies=former.as_holder)


def _listed(kinds: tuple[str, ...]) -> str:
    return " và ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
