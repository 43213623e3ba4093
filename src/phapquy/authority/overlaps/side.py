"""A power made ready for comparing: its deed, its words, its limits, and what its clause refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phapquy.authority.overlaps.deeds import GENERAL, deeds_of
from phapquy.authority.overlaps.limits import Limits, split
from phapquy.authority.overlaps.task import Words, words_of
from phapquy.authority.power import Power
from phapquy.law.holder import Level, find_organs
from phapquy.law.provision import ProvisionId

_NO_OBJECT = re.compile(
    r"(?:trước|sau|theo|từ|khi|nếu|thì|mà|bằng|trong|như|và|có thẩm quyền|trường hợp|có văn bản|hồi|đồng thời|tại|vào"
    r"|kể từ|để|là"
    r"|chính trị - xã hội|xã\b(?! hội)|tỉnh)\b"
    r"|.*(?:\bđể quy định|\bnhư sau|\bsau đây|\bbao gồm|\bgồm|\bsau|\bđể thực hiện)$"
    r"|(?:các )?(?:văn bản quy phạm pháp luật|văn bản hành chính|văn bản|nghị quyết|quyết định|chỉ thị|thông tư"
    r"|nghị định|biên bản)(?: và các văn bản hành chính khác)?(?: thuộc thẩm quyền| theo thẩm quyền| theo quy định.*)?$"
)
"""A task that begins or ends so was cut off from its object, or names only a kind of paper every organ has."""
_ONLY_TO_WHOM = re.compile(
    r"(?:lên |cho )?(?:chủ tịch|thường trực|ủy ban|hội đồng|bộ|chính phủ|thủ tướng|quốc hội|cơ quan)\b[^,;]*"
    r"(?:phê duyệt|quyết định|xem xét|ban hành|thẩm định|thông qua)$"
)
_ADDRESSED = frozenset({"trình", "báo cáo"})
_ANYBODY = frozenset({"cơ", "quan", "tổ", "chức", "đơn", "vị", "cá", "nhân", "người"})
"""Words that name nobody and nothing in particular."""
_THIS_TEXT = re.compile(r"\b(?:luật|nghị định|nghị quyết|thông tư|pháp lệnh|quyết định) này\b|được giao trong luật\s*$")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two powers of a comparison."""

    power: Power
    deeds: frozenset[str]
    words: Words
    limits: Limits
    few: bool = False
    """Whether deed and task say too little to compare."""
    partners: frozenset[tuple[str, Level | None]] = frozenset()
    """The other organs to which its clause gives the same task, by base and level."""
    cited: frozenset[ProvisionId] = frozenset()
    """The provisions its clause names."""
    clause: str = ""
    """The clause's own words, for what the power itself does not hold."""
    lead: str = ""
    """The words of what stands above the clause: "A ban hành lệnh để quy định:"."""

    @property
    def about_its_own_text(self) -> bool:
        """Whether the task is a matter of its own text ("thi hành Nghị định này")."""
        words = f"{self.power.task} {self.power.condition or ''}"
        return _THIS_TEXT.search(words.lower()) is not None

    @property
    def key(self) -> tuple[str, tuple[int, int], tuple[str, ...]]:
        """An order that does not depend on where the power came from in a list."""
        power = self.power
        told = (power.holder.name, power.act.value, power.mode.value, power.verb, power.normal, power.unit or "")
        days = (str(power.start or ""), str(power.end or ""))
        return (str(power.basis), power.span, (*told, power.condition or "", power.exception or "", *days))


def _says_little(power: Power, deeds: frozenset[str], words: Words) -> bool:
    """Whether deed and task say too little to compare: a telling deed stands for a word."""
    if _NO_OBJECT.match(power.normal) or _ONLY_TO_WHOM.match(power.normal):
        return True
    if _BARE.fullmatch(power.normal):
        return True
    if deeds <= _ADDRESSED:
        said = _without_organs(power.task).strip(" ,")
        if len(words_of(said).syllables) < _LEAST or _ONLY_WHEN.match(said):
            return True
    return len(words.syllables - _ANYBODY) < (1 if deeds - GENERAL else _LEAST)


_BARE = re.compile(
    r"(?:các |những )?(?:hồ sơ|văn bản|báo cáo|kết quả|ý kiến|nội dung|nhiệm vụ|trách nhiệm|tỷ lệ|danh mục|mẫu|quy chế"
    r"|trình tự(?:, thủ tục)?|thủ tục)|(?:trưởng ban|thủ trưởng|người đứng đầu|giám đốc|chủ tịch) thực hiện nhiệm vụ.*"
)
""""lập hồ sơ", "quy định thủ tục": of what is not said; "giúp Trưởng ban thực hiện nhiệm vụ": each his own."""
_ONLY_WHEN = re.compile(r"(?:tại|trong|vào|trước|sau|khi|định kỳ|bằng)(?!\w)", re.IGNORECASE)
""""báo cáo Hội đồng tại kỳ họp gần nhất": when, not what."""
_LEAST = 2
"""Syllables a task needs where its deed says little."""


def _without_organs(task: str) -> str:
    """A task without those it is addressed to: "báo cáo Quốc hội, Chính phủ" leaves nothing."""
    place, rest = 0, []
    for organ in find_organs(task):
        rest.append(task[place : organ.start])
        place = organ.end
    return " ".join([*rest, task[place:]])


def side_of(power: Power, cited: frozenset[ProvisionId] = frozenset(), clause: str = "") -> Side:
    """Make a power ready.

    Args:
        power: the power.
        cited: the provisions its clause names, resolved.
        clause: the clause's own words.
    """
    bare, limits = split(power.normal, power.condition, power.task)
    if re.search(rf"\bcủa {re.escape(power.holder.base.lower())}\b", power.normal):
        limits = replace(limits, own=True)
    deeds, rest = deeds_of(power.act, power.verb, bare)
    words = words_of(rest)
    few = _says_little(power, deeds, words)
    return Side(power, deeds, words, limits, few, cited=cited, clause=clause)
