"""Levels and kinds of unit that are no more: what a question about the district or a town really asks today.

Which clause ended them, and from when, is read from the texts (``law.tiers``); before that day the question is left
as it is. From then on it is put a second time about the commune, where most of the district's work went.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from phapquy.index.readings import ends, kinds
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import DISTRICTS_ENDED, Level
from phapquy.law.provision import ProvisionId
from phapquy.law.tiers import EndOfDistricts, KindsOfUnit
from phapquy.search.question import Asks, Question


class What(StrEnum):
    """What is no more."""

    DISTRICT = "cấp huyện"
    TOWN = "thị trấn"


@dataclass(frozen=True, slots=True)
class Former:
    """Something a question takes to exist that has ended by the day asked about."""

    what: What
    by: ProvisionId
    """The clause that ends it, or that lists what there is instead."""
    day: date | None = None
    """First day without it, where the clause says so."""
    kinds: tuple[str, ...] = ()
    """The kinds of unit there are instead, where the clause lists them."""
    as_holder: bool = False
    """Whether the question names an organ of it."""


# organs that the law ended with the district; the police, courts and Party organs have rules of their own
_ORGAN = (
    r"chủ tịch|phó chủ tịch|ủy ban(?: nhân dân)?|hội đồng(?: nhân dân)?|chính quyền|cơ quan(?: chuyên môn)?|thanh tra"
    r"|(?:trưởng )?phòng(?: [\w,]+){1,6}?|văn phòng(?: [\w,]+){0,6}?|(?:bộ phận )?một cửa(?: ủy ban nhân dân)?"
    r"|trung tâm(?: [\w,]+){1,6}?"
)
_OF_DISTRICT = re.compile(rf"\b(?:{_ORGAN}) (?:(?:của|ở|thuộc|tại) )?(?:cấp huyện|huyện|quận|thị xã)\b", re.IGNORECASE)
_ACTING = re.compile(
    r"(?<!do )(?<!được )(?<!của )(?<!từ )\b(?:huyện|quận|thị xã)(?:(?-i: [A-ZĐÀ-Ỹ]\w*| \d{1,2})){0,3} (?:có |vẫn )?"
    r"(?:còn )?(?:được |có )?(?:quyền |phép )?(?:quyết định|quyết|phê duyệt|duyệt|giải quyết|nhận|tiếp nhận"
    r"|thu|ký|cấp giấy|cấp phép|xử phạt|phạt|tiếp dân)\b",
    re.IGNORECASE,
)
"""The district itself does something: "quận còn giải quyết khiếu nại không"."""
_DISTRICT = re.compile(r"\bcấp huyện\b", re.IGNORECASE)
_TOWN = re.compile(rf"\b(?:{_ORGAN}) (?:(?:của|ở|thuộc|tại) )?thị trấn\b", re.IGNORECASE)
_A_TOWN = re.compile(r"\b(?:lập|thành lập|lên|thành|có|mở|chia|nâng)(?: \w+){0,2} thị trấn\b", re.IGNORECASE)
_NAME = r"(?:(?-i: [A-ZĐÀ-Ỹ]\w*| \d{1,2})){0,4}"
_SAY_COMMUNE = re.compile(rf"\b(?:(cấp )huyện|(?:huyện|quận|thị xã|thị trấn){_NAME})(?: cũ)?\b", re.IGNORECASE)


def former_in(question: Question, snapshot: Snapshot, day: date) -> Former | None:
    """Return what the question takes to exist and is no more on ``day``; None if there is nothing of the kind."""
    organ = any(one.level is Level.HUYEN for one in question.organs) or bool(_OF_DISTRICT.search(question.text))
    organ = organ or (not question.about_units and _ACTING.search(question.text) is not None)
    if question.about_units and question.asks is Asks.OTHER and not organ:
        return None  # it asks what became of a unit, and knows that it ended
    if organ or _DISTRICT.search(question.text):
        end = _in_force((one for one in ends(snapshot) if one.day <= day), snapshot, day)
        return Former(What.DISTRICT, end.by, end.day, as_holder=organ) if isinstance(end, EndOfDistricts) else None
    if _TOWN.search(question.text) or (_A_TOWN.search(question.text) and not question.about_units):
        listed = (one for one in kinds(snapshot) if one.level == "cấp xã" and What.TOWN.value not in one.kinds)
        today = _in_force(listed, snapshot, day)
        return Former(What.TOWN, today.by, None, today.kinds, True) if isinstance(today, KindsOfUnit) else None
    return None


def districts_ended(snapshot: Snapshot, day: date) -> bool:
    """Whether the organs of the district level are no more on a day."""
    found = ends(snapshot)
    return any(one.day <= day for one in found) if found else day >= DISTRICTS_ENDED


def restate_former(question: Question) -> Question:
    """Return the question as it would be asked of the commune."""
    text = _SAY_COMMUNE.sub(lambda found: f"{found[1] or ''}xã", question.text)
    return replace(question, text=" ".join(text.split()))


def _in_force(
    found: Iterable[EndOfDistricts | KindsOfUnit], snapshot: Snapshot, day: date
) -> EndOfDistricts | KindsOfUnit | None:
    return next((one for one in found if snapshot.validity.of(one.by).covers(day)), None)
