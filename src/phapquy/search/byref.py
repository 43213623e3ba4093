"""Powers by reference while searching: what is asked of a ward is asked of the commune as well.

The Law on local government describes a power once, for the commune or the province, and gives it to wards, special
zones and cities by reference. A question that says "phường" is therefore put a second time with "xã" in its place;
that second reading counts only for the provisions a grant gives to the unit asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from phapquy.index.readings import grants
from phapquy.index.snapshot import Snapshot
from phapquy.law.grants import Grant, units_asked
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Asks, Question

BoolArray = npt.NDArray[np.bool_]

GIVEN_PRIOR = 1.1
"""Factor on provisions given to the unit asked about, see docs/retrieval.md."""
_LIKE = {"phường": "xã", "đặc khu": "xã", "thành phố": "tỉnh"}
_NAME = r"(?: (?-i:[A-ZĐÀ-Ỹ]\w*)){1,4}"
_UNITS = {
    "phường": re.compile(r"\bphường\b", re.IGNORECASE),
    "đặc khu": re.compile(r"\bđặc khu\b", re.IGNORECASE),
    "thành phố": re.compile(rf"\bthành phố(?: trực thuộc trung ương\b|{_NAME})?", re.IGNORECASE),
}
# On which condition a grant holds is no matter of the power itself: "đã được công nhận loại đô thị", "ngoài đảo"
_CONDITION = re.compile(
    r",?\s*\b(?:đã |chưa |mới )?(?:được )?công nhận(?: là)? loại đô thị\b,?|\bngoài (?:đảo|biển)\b", re.IGNORECASE
)


def restate(question: Question, units: Sequence[str]) -> Question:
    """Return the question as it would be asked of the kinds of unit whose powers ``units`` have."""
    text = _CONDITION.sub(" ", question.text)
    for unit in units:
        text = _UNITS[unit].sub(_LIKE[unit], text)
    return replace(question, text=" ".join(text.split()))


def units_in(question: Question) -> tuple[str, ...]:
    """Name the kinds of unit with powers by reference whose powers a question is about."""
    if question.about_units and question.asks not in {Asks.WHO, Asks.MAY}:
        return ()
    return units_asked(question.text, question.organs)


def given_to(units: Sequence[str], snapshot: Snapshot) -> BoolArray:
    """Return for each passage whether it is a power that one of ``units`` holds by reference or by its own articles."""
    mask: BoolArray = np.logical_or.reduce([_given_to(unit, snapshot) for unit in units])
    return mask


def _given_to(unit: str, snapshot: Snapshot) -> BoolArray:
    key = f"given-to {unit}"
    if key not in snapshot.memo:
        known: dict[str, bool] = {}
        chosen = _chain(unit, grants(snapshot))
        slugs = {grant.by.slug for grant in chosen}
        for passage in snapshot.passages:
            if passage.id not in known:
                known[passage.id] = passage.slug in slugs and _is_given(ProvisionId.parse(passage.id), chosen)
        snapshot.memo[key] = np.array([known[passage.id] for passage in snapshot.passages], dtype=np.bool_)
    mask: BoolArray = snapshot.memo[key]
    return mask


def _chain(unit: str, found: tuple[Grant, ...]) -> list[Grant]:
    """The grants to a unit, and those of the articles that they give: the zone has what the ward has."""
    own = [grant for grant in found if grant.unit == unit]
    targets = [target for grant in own for target in grant.targets]
    further = [one for one in found if one not in own and any(one.by.within(target) for target in targets)]
    return [*own, *further]


def _is_given(identity: ProvisionId, chosen: list[Grant]) -> bool:
    return any(grant.gives(identity) or identity.within(grant.by.at_dieu()) for grant in chosen)
