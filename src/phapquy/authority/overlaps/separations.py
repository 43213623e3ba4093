"""The rules that separate two powers for certain; each names what separates them, or says nothing.

Every rule is symmetric: it sees both sides and treats them alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from phapquy.authority.overlaps.agree import tasks_agree
from phapquy.authority.overlaps.amounts import apart, written
from phapquy.authority.overlaps.deeds import Sharing, near, sharing
from phapquy.authority.overlaps.holders import Holders, holders, is_same, level_name
from phapquy.authority.overlaps.jurisdiction import complaints, penalties
from phapquy.authority.overlaps.model import Ground, Reason
from phapquy.authority.overlaps.side import Side
from phapquy.authority.overlaps.task import Agreement
from phapquy.authority.power import Mode
from phapquy.law.holder import DISTRICTS_ENDED, Level, find_organs

Rule = Callable[[Side, Side], Reason | None]
_DELEGATED = {Mode.PHAN_CAP: Ground.PHAN_CAP, Mode.UY_QUYEN: Ground.UY_QUYEN, Mode.PHAN_QUYEN: Ground.PHAN_CAP}
_RANK = {Level.TRUNG_UONG: 3, Level.TINH: 2, Level.HUYEN: 1, Level.XA: 0}


def separations(first: Side, second: Side, *, first_only: bool = False) -> tuple[Reason, ...]:
    """List what separates two powers for certain, the plainest first.

    Args:
        first: one side.
        second: the other.
        first_only: stop at the first rule that separates them, where nobody reads the others.
    """
    found = (reason for rule in _RULES if (reason := rule(first, second)))
    return tuple(islice(found, 1)) if first_only else tuple(found)


def _days(first: Side, second: Side) -> Reason | None:
    for one, other in ((first.power, second.power), (second.power, first.power)):
        if one.end and other.start and one.end <= other.start:
            day = f"{one.end:%d/%m/%Y}"
            return Reason(Ground.THOI_GIAN, f"một quy định hết hiệu lực từ {day}, trước khi quy định kia bắt đầu")
    return None


def _districts(first: Side, second: Side) -> Reason | None:
    if any(one.power.holder.level is Level.HUYEN for one in (first, second)):
        day = f"{DISTRICTS_ENDED:%d/%m/%Y}"
        return Reason(Ground.CHUYEN_GIAO, f"cấp huyện kết thúc hoạt động từ {day}, nhiệm vụ đã chuyển cho cấp khác")
    return None


def _same_clause(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.power.basis, second.power.basis
    if mine == theirs and first.power.source == second.power.source:
        return Reason(Ground.DAN_CHIEU, "cùng một điều khoản giao cho cả hai, có phân vai trong chính điều khoản đó")
    if mine.slug == theirs.slug and _same_holder(first, second):
        return Reason(Ground.DAN_CHIEU, "cùng một văn bản nhắc lại một việc của một nơi")
    return None


def _partners(first: Side, second: Side) -> Reason | None:
    for one, other in ((first, second), (second, first)):
        if (other.power.holder.base, other.power.holder.level) in one.partners and not _same_holder(first, second):
            return Reason(Ground.DAN_CHIEU, "một điều khoản giao chung việc này cho cả hai nơi")
    return None


def _own(first: Side, second: Side) -> Reason | None:
    if first.limits.own and second.limits.own and not _same_holder(first, second):
        return Reason(Ground.CHU_THE, "mỗi nơi làm với phần của chính mình (“của mình”, “được phân cấp”…)")
    if all(_HOUSE_RULES.match(one.power.normal) for one in (first, second)) and not _same_holder(first, second):
        return Reason(Ground.CHU_THE, "quy chế, nội quy của mỗi nơi áp dụng trong nơi đó")
    return None


_HOUSE_RULES = re.compile(
    r"(?:quy chế|nội quy) (?:đào tạo|bồi dưỡng|làm việc|hoạt động|chi tiêu|thi đua|thực hiện dân chủ)"
)


def _deeds(first: Side, second: Side) -> Reason | None:
    if first.deeds & second.deeds or near(first.deeds, second.deeds):
        return None
    one, other = sorted((_names(first.deeds), _names(second.deeds)))
    return Reason(Ground.VAI_TRO, f"{one} khác với {other}")


_INSTRUMENT = re.compile(r"ban hành (?P<kind>[^.;:]{3,60}?) để quy định")


def _instruments(first: Side, second: Side) -> Reason | None:
    """Each rules by texts of its own kind: "A ban hành nghị quyết để quy định", "B ban hành lệnh để quy định"."""
    mine, theirs = (_INSTRUMENT.search(" ".join(one.lead.split())) for one in (first, second))
    if mine and theirs and mine["kind"] != theirs["kind"]:
        named = sorted((mine["kind"], theirs["kind"]))
        return Reason(Ground.VAI_TRO, f"mỗi nơi quy định bằng loại văn bản của mình: {' / '.join(named)}")
    return None


def _joint(first: Side, second: Side) -> Reason | None:
    shared = first.deeds & second.deeds
    if shared and all(sharing(kind) is Sharing.JOINT for kind in shared) and not _same_holder(first, second):
        return Reason(Ground.VAI_TRO, f"{_names(shared)} là việc nhiều nơi cùng làm, nơi này không loại trừ nơi kia")
    return None


def _tasks(first: Side, second: Side) -> Reason | None:
    how = tasks_agree(first, second)
    if how is Agreement.OTHER:
        return Reason(Ground.NHIEM_VU, "đối tượng của nhiệm vụ khác nhau")
    if how in {Agreement.FIRST_WIDER, Agreement.SECOND_WIDER}:
        wide, narrow = (first, second) if how is Agreement.FIRST_WIDER else (second, first)
        more = " ".join(one for one in narrow.words.text.split() if one not in wide.words.syllables)
        return Reason(
            Ground.TRUONG_HOP_RIENG,
            f"quy định chung và trường hợp riêng: nhiệm vụ của {narrow.power.holder.name} hẹp hơn ở “{more}”",
        )
    return None


def _one_condition(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.limits, second.limits
    narrow = first if mine.cases else second
    only_one = bool(mine.cases) != bool(theirs.cases) and not narrow.limits.open
    if only_one and tasks_agree(first, second) is Agreement.SAME:
        name = narrow.power.holder.name
        return Reason(Ground.TRUONG_HOP_RIENG, f"quy định cho {name} chỉ nói trường hợp “{narrow.limits.cases}”")
    return None


def _own_texts(first: Side, second: Side) -> Reason | None:
    apart_ = first.power.basis.slug != second.power.basis.slug
    if apart_ and (first.about_its_own_text or second.about_its_own_text):
        return Reason(Ground.NHIEM_VU, "việc nói về chính văn bản của nó (“Nghị định này”…)")
    return None


def _units(first: Side, second: Side) -> Reason | None:
    if holders(first.power, second.power) is Holders.UNIT:
        names = sorted((str(first.power.unit), str(second.power.unit)))
        return Reason(Ground.LOAI_DON_VI, f"khác loại đơn vị hành chính: {' và '.join(names)}")
    return None


def _levels(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.limits.of_levels, second.limits.of_levels
    if mine and theirs and not mine & theirs:
        named = sorted(level_name(level) for level in mine | theirs)
        return Reason(Ground.CAP, f"đối tượng thuộc các cấp khác nhau: {', '.join(named)}")
    if holders(first.power, second.power) is not Holders.LEVEL:
        return None
    named = sorted(level_name(one.power.level) for one in (first, second))
    if first.limits.territory and second.limits.territory:
        return Reason(Ground.CAP, f"mỗi cấp trong phạm vi của mình: {' và '.join(named)}")
    shared = first.deeds & second.deeds
    if shared and all(sharing(kind) is not Sharing.EXCLUSIVE for kind in shared):
        return Reason(Ground.CAP, f"{_names(shared)} là việc mỗi cấp làm trong phạm vi của mình: {' và '.join(named)}")
    if _lists_own_powers(first, second):
        return Reason(Ground.CAP, f"cùng văn bản liệt kê nhiệm vụ của từng cấp: {' và '.join(named)}")
    return None


def _lists_own_powers(first: Side, second: Side) -> bool:
    """Whether one text gives two bodies of the same kind the same power, each by the article on its own level."""
    one, other = first.power, second.power
    alike = one.basis.slug == other.basis.slug and one.holder.base == other.holder.base
    return alike and one.basis.at_dieu() != other.basis.at_dieu() and one.mode is other.mode is Mode.LUAT_GIAO


def _thresholds(first: Side, second: Side) -> Reason | None:
    for one in first.limits.ranges:
        for other in second.limits.ranges:
            if apart(one, other):
                named = sorted((written(one), written(other)))
                return Reason(Ground.NGUONG, f"ngưỡng không giao nhau: {'; '.join(named)}")
    return None


def _subjects(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.limits.subjects, second.limits.subjects
    if mine and theirs and not mine & theirs:
        named = sorted((", ".join(sorted(mine)), ", ".join(sorted(theirs))))
        return Reason(Ground.DIEU_KIEN, f"khác đối tượng áp dụng: {' / '.join(named)}")
    return None


def _exceptions(first: Side, second: Side) -> Reason | None:
    for one, other in ((first, second), (second, first)):
        if one.power.exception and _means(one.power.exception, other):
            name = one.power.holder.name
            return Reason(Ground.NGOAI_LE, f"quy định cho {name} đã loại trừ trường hợp của {other.power.holder.name}")
        if one.power.exception and SAVING.search(one.power.exception) and _SPECIAL_LAW.search(other.power.task):
            return Reason(Ground.NGOAI_LE, "quy định này chừa phần của pháp luật chuyên ngành, quy định kia là phần đó")
    return None


SAVING = re.compile(
    r"(?:pháp luật|luật|văn bản)(?: chuyên ngành| khác| về [^,;]*)? (?:có )?quy định khác", re.IGNORECASE
)
"""An exception for whatever another law may say."""
_SPECIAL_LAW = re.compile(r"(?:pháp luật|luật) chuyên ngành", re.IGNORECASE)


def _means(exception: str, other: Side) -> bool:
    return any(is_same(organ, other.power.holder) for organ in find_organs(exception))


def _moved(first: Side, second: Side) -> Reason | None:
    for one, other in ((first, second), (second, first)):
        if any(other.power.basis.within(place) for place in one.power.moved):
            return Reason(Ground.CHUYEN_GIAO, f"điều khoản kia đã được chuyển cho {one.power.holder.name} thực hiện")
        former = one.power.former
        if former and is_same(former, other.power.holder) and not is_same(one.power.holder, other.power.holder):
            ground = _DELEGATED.get(one.power.mode, Ground.CHUYEN_GIAO)
            return Reason(ground, f"{one.power.holder.name} nhận nhiệm vụ từ {other.power.holder.name}")
    return None


def _delegated(first: Side, second: Side) -> Reason | None:
    for one, other in ((first, second), (second, first)):
        ground = _DELEGATED.get(one.power.mode)
        if ground and one.power.mode is not other.power.mode and _above(other, one):
            mode, name = one.power.mode.value, one.power.holder.name
            return Reason(ground, f"{name} làm việc này theo {mode}; {other.power.holder.name} là cấp có thể giao")
    return None


def _above(higher: Side, lower: Side) -> bool:
    """Whether one organ may pass its power on to the other: from a higher level, or within one to its head."""
    mine, theirs = (_RANK.get(one.power.level, -1) for one in (higher, lower))
    return mine > theirs >= 0 or (mine == theirs and holders(higher.power, lower.power) is not Holders.SAME)


def _references(first: Side, second: Side) -> Reason | None:
    for one, other in ((first, second), (second, first)):
        if any(other.power.basis.within(place) for place in one.cited if len(place.parts) > 0):
            return Reason(Ground.DAN_CHIEU, f"điều khoản về {one.power.holder.name} dẫn chiếu chính điều khoản kia")
        if other.power.basis in one.power.via or (one.power.via and one.power.basis == other.power.basis):
            return Reason(Ground.DAN_CHIEU, "nhiệm vụ được giao theo dẫn chiếu đến điều khoản kia")
    return None


def _fields(first: Side, second: Side) -> Reason | None:
    apart_ = first.power.field and second.power.field and first.power.field != second.power.field
    if apart_ and min(len(first.words.syllables), len(second.words.syllables)) <= _SHORT:
        return Reason(Ground.LINH_VUC, "hai văn bản thuộc hai lĩnh vực, nhiệm vụ nêu chung")
    return None


_SHORT = 3
"""Syllables up to which a task says nothing beyond its field ("thanh tra viên chức")."""


def _same_holder(first: Side, second: Side) -> bool:
    return holders(first.power, second.power) is Holders.SAME


def _names(deeds: frozenset[str]) -> str:
    return ", ".join(sorted(deeds))


_RULES: tuple[Rule, ...] = (
    _days, _districts, _same_clause, _partners, _own, complaints, penalties, _instruments, _moved, _exceptions, _deeds,
    _tasks, _own_texts,
    _delegated, _references, _units, _levels, _thresholds, _subjects, _one_condition, _joint, _fields,
)  # fmt: skip
