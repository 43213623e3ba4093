"""What leaves it open whether two powers are one: each rule says what is missing, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from phapquy.authority.overlaps.agree import tasks_agree
from phapquy.authority.overlaps.deeds import UMBRELLA
from phapquy.authority.overlaps.holders import Holders, holders
from phapquy.authority.overlaps.model import Ground, Reason
from phapquy.authority.overlaps.separations import SAVING
from phapquy.authority.overlaps.side import Side
from phapquy.authority.overlaps.task import Agreement, words_of

Rule = Callable[[Side, Side], Reason | None]


def doubts(first: Side, second: Side) -> tuple[Reason, ...]:
    """List what leaves the verdict open."""
    return tuple(found for rule in _RULES if (found := rule(first, second)))


def _holder(first: Side, second: Side) -> Reason | None:
    if holders(first.power, second.power) is Holders.UNCLEAR:
        return Reason(Ground.CHU_THE, "một quy định không nói rõ cơ quan thuộc cấp nào")
    return None


def _days(first: Side, second: Side) -> Reason | None:
    if first.power.start is None or second.power.start is None:
        return Reason(Ground.THOI_GIAN, "chưa rõ ngày bắt đầu hiệu lực của một quy định")
    return None


def _deed(first: Side, second: Side) -> Reason | None:
    if not first.deeds & second.deeds:
        named = sorted((", ".join(sorted(first.deeds)), ", ".join(sorted(second.deeds))))
        return Reason(Ground.VAI_TRO, f"vai trò gần nhau mà không cùng một từ: {' và '.join(named)}")
    if first.deeds & second.deeds <= UMBRELLA and holders(first.power, second.power) is not Holders.SAME:
        return Reason(Ground.VAI_TRO, "việc chung, tập thể và người đứng đầu có thể cùng có phần")
    return None


def _task(first: Side, second: Side) -> Reason | None:
    if first.few or second.few:
        return Reason(Ground.NHIEM_VU, "nhiệm vụ nêu quá ngắn để so sánh")
    if tasks_agree(first, second) is Agreement.NEAR:
        return Reason(Ground.NHIEM_VU, "nhiệm vụ gần nhau mà chưa chắc là một")
    return None


_OTHERS_AFFAIR = re.compile(
    r"(?:kiểm tra|giám sát|hướng dẫn|chỉ đạo|đôn đốc|theo dõi|quy định|về)\s+việc\s+[^.;:]{0,80}$", re.IGNORECASE
)


def _in_passing(first: Side, second: Side) -> Reason | None:
    """A task after "được A …", "kiểm tra việc …", "chuyển hồ sơ đến A để …" is spoken of, or a step of a procedure."""
    if any(_spoken_of(one) for one in (first, second)):
        return Reason(Ground.NHIEM_VU, "một điều khoản chỉ nhắc đến việc này khi nói về việc khác")
    return None


def _spoken_of(side: Side) -> bool:
    place = side.clause.find(side.power.task) if side.power.task else -1
    before = " ".join(side.clause[: max(place, 0)].split())
    holder = re.escape(side.power.holder.base)
    agents = re.finditer(rf"\b(?:được|do)\s+(?P<who>[^.;:]{{0,80}}?\b{holder}\b)[^.;:]*$", before)
    sent = _is_sent(before, side.power.holder.base)
    return any(one["who"][0].isupper() for one in agents) or sent or _OTHERS_AFFAIR.search(before) is not None


def _is_sent(before: str, holder: str) -> bool:
    """Whether the sentence says that something is sent to a holder before it says what he does."""
    sentence = re.split(r"[.;:]", before)[-1]
    sends = _SENDS.search(sentence)
    to = _TO.search(sentence, sends.end()) if sends else None
    return to is not None and holder in sentence[to.end() :]


_SENDS = re.compile(r"\b(?:chuyển|gửi)\b")
_TO = re.compile(r"\b(?:đến|cho|tới)\s")


def _told_above(first: Side, second: Side) -> Reason | None:
    """A short name may be told more fully above its clause: "Việc phê duyệt quy ước giữ bãi cũ như sau: … quy ước"."""
    if _fuller(first) == _fuller(second):
        return None
    return Reason(Ground.NHIEM_VU, "phần trên của một điều khoản nói rõ hơn đối tượng, cần đọc cùng")


def _fuller(side: Side) -> str:
    """What stands after the words of a task where they stand above its clause."""
    task = " ".join(side.power.task.split())
    found = re.search(rf"{re.escape(task)} (?P<more>[^,;:.]+)", side.lead, re.IGNORECASE) if task else None
    return _PREDICATE.split(found["more"], maxsplit=1)[0].strip().lower() if found else ""


_PREDICATE = re.compile(r"(?:^| )(?:được|theo|như sau|sau đây|thực hiện|phải|khi|trong) ")
_TRANSITION = re.compile(r"tiếp tục (?:được )?(?:áp dụng|thực hiện|sử dụng|có hiệu lực)", re.IGNORECASE)


def _transition(first: Side, second: Side) -> Reason | None:
    if any(_TRANSITION.search(one.clause) for one in (first, second)):
        return Reason(Ground.THOI_GIAN, "một điều khoản là quy định chuyển tiếp, cần đọc thời hạn của nó")
    return None


def _cases(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.limits, second.limits
    if mine.references != theirs.references:
        return Reason(Ground.DIEU_KIEN, "trường hợp áp dụng nằm ở điều khoản được dẫn chiếu, cần đọc thêm")
    if mine.cases == theirs.cases or _same_words(mine.cases, theirs.cases):
        return None
    if _ranges_meet(first, second):
        return None
    if mine.open or theirs.open:
        return Reason(Ground.DIEU_KIEN, "điều kiện mở (“khi cần thiết”…), chưa rõ có loại trừ nhau không")
    return Reason(Ground.DIEU_KIEN, "điều kiện khác nhau, chưa rõ có loại trừ nhau không")


def _same_words(mine: str, theirs: str) -> bool:
    first, second = words_of(mine), words_of(theirs)
    return bool(first.syllables) and first.syllables == second.syllables


def _ranges_meet(first: Side, second: Side) -> bool:
    """Whether both limits are ranges of one unit and nothing else; that they meet is known by now."""
    mine, theirs = first.limits.ranges, second.limits.ranges
    return bool(mine and theirs) and {one.unit for one in mine} == {one.unit for one in theirs}


def _territory(first: Side, second: Side) -> Reason | None:
    if holders(first.power, second.power) is Holders.LEVEL and first.limits.territory != second.limits.territory:
        return Reason(Ground.CAP, "chỉ một quy định giới hạn trong phạm vi của cấp mình")
    return None


def _within_itself(first: Side, second: Side) -> Reason | None:
    """One organ acts "theo thẩm quyền" only, as one of many that the clause tells the same."""
    if holders(first.power, second.power) is Holders.OTHER and first.limits.own != second.limits.own:
        return Reason(Ground.CHU_THE, "chỉ một quy định giới hạn trong thẩm quyền của chính nơi được giao")
    return None


def _exception(first: Side, second: Side) -> Reason | None:
    if any(one.power.exception and not SAVING.search(one.power.exception) for one in (first, second)):
        return Reason(Ground.NGOAI_LE, "có ngoại lệ chưa đối chiếu được với quy định kia")
    return None


def _one_article(first: Side, second: Side) -> Reason | None:
    mine, theirs = first.power.basis, second.power.basis
    if mine.parts and mine.at_dieu() == theirs.at_dieu() and holders(first.power, second.power) is not Holders.SAME:
        return Reason(Ground.DAN_CHIEU, "cùng một điều luật chia việc cho các nơi, cần đọc cả điều")
    return None


_RULES: tuple[Rule, ...] = (
    _holder, _task, _deed, _in_passing, _told_above, _transition, _cases, _exception, _territory, _within_itself, _days,
    _one_article,
)  # fmt: skip
