"""The relations that are checked: how a question is changed and what must hold then."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from phapquy.evaluate.dataset import Case
from phapquy.evaluate.metamorphic import manners, marks, shorten, slips, units
from phapquy.evaluate.metamorphic.agreement import Answer, LeftOut, Parts, for_unit, not_the_communes, same

SEED = 20250701
"""Every question is changed alike in every run: the seed, the relation and the question's id make the chance."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One change and its rule."""

    name: str
    title: str
    """Vietnamese, for the report."""
    expects: str
    """``same``, ``unit`` or ``changed``."""
    change: Callable[[str, random.Random], str]
    judge: Callable[[Answer, Answer, LeftOut], Parts | None]

    def changed(self, case: Case) -> str | None:
        """Return the changed question, or None where the change does nothing to it."""
        chance = random.Random(f"{SEED}/{self.name}/{case.id}")
        made = self.change(case.question, chance)
        return made if made != case.question and self._is_meant(case) else None

    def _is_meant(self, case: Case) -> bool:
        """Whether the rule speaks of the question: another unit is only asked about in questions of competence."""
        return self.expects == "same" or (case.outcome == "answered" and bool(case.organs))


RELATIONS: tuple[Relation, ...] = (
    Relation("khong-dau", "Không dấu", "same", marks.no_marks, same),
    Relation("nua-dau", "Thiếu dấu một nửa", "same", marks.half_marks, same),
    Relation("viet-tat", "Viết tắt", "same", shorten.abbreviated, same),
    Relation("typo", "Gõ sai", "same", slips.mistyped, same),
    Relation("lich-su", "Chào hỏi, cảm ơn", "same", manners.polite, same),
    Relation("cam-on", "Thêm lời cảm ơn", "same", manners.thanked, same),
    Relation("chu-hoa", "Chữ in hoa", "same", manners.capitals, same),
    Relation("thua-dau-cach", "Thừa dấu cách, dấu câu", "same", manners.untidy, same),
    Relation("xa-phuong", "Xã → phường", "unit", units.to_ward, partial(for_unit, "phường")),
    Relation("xa-dac-khu", "Xã → đặc khu", "unit", units.to_special_zone, partial(for_unit, "đặc khu")),
    Relation("phuong-xa", "Phường → xã", "unit", units.to_commune, partial(for_unit, "xã")),
    Relation("xa-tinh", "Xã → tỉnh", "changed", units.to_province, not_the_communes),
)
HELD_TO_GOLD = ("khong-dau", "nua-dau", "viet-tat", "typo", "lich-su", "cam-on", "chu-hoa", "thua-dau-cach")
"""Relations under which the gold of a question stays what it was."""
