"""The verdict on two powers: what separates them first, then what is left open, then what they share."""

from __future__ import annotations

from collections.abc import Callable

from phapquy.authority.overlaps.agree import tasks_agree
from phapquy.authority.overlaps.doubts import doubts
from phapquy.authority.overlaps.holders import Holders, holders
from phapquy.authority.overlaps.model import Ground, Judgement, Reason, Verdict
from phapquy.authority.overlaps.separations import separations
from phapquy.authority.overlaps.side import Side
from phapquy.authority.overlaps.task import Agreement
from phapquy.law.provision import ProvisionId

Priority = Callable[[str, str], ProvisionId | None]
"""The clause by which one of two documents goes before the other, if a clause says so."""


def judge(first: Side, second: Side, priority: Priority | None = None, *, first_reason_only: bool = False) -> Judgement:
    """Give the verdict on two powers; the order of the two makes no difference.

    Args:
        first: one side.
        second: the other.
        priority: the clause that sets one document before another.
        first_reason_only: name one reason of what is separated, where nobody reads the others.
    """
    one, other = sorted((first, second), key=lambda side: side.key)
    apart = separations(one, other, first_only=first_reason_only)
    if apart:
        return Judgement(Verdict.KHONG_TRUNG, apart)
    ruled = priority(one.power.basis.slug, other.power.basis.slug) if priority else None
    same = holders(one.power, other.power) is Holders.SAME
    if ruled and not same:
        return Judgement(Verdict.KHONG_TRUNG, (Reason(Ground.UU_TIEN, f"văn bản áp dụng trước do {ruled} nói rõ"),))
    if open_ := doubts(one, other):
        return Judgement(Verdict.CHUA_DU, open_)
    return Judgement(Verdict.LAP if same else Verdict.TRUNG, shared(one, other))


def shared(first: Side, second: Side) -> tuple[Reason, ...]:
    """Say in what two powers are one."""
    deeds = ", ".join(sorted(first.deeds & second.deeds))
    how = holders(first.power, second.power)
    task = "chung một phần" if partly(first, second) else "cùng một việc"
    found = [Reason(Ground.VAI_TRO, f"cùng là {deeds}"), Reason(Ground.NHIEM_VU, task)]
    if how is Holders.SAME:
        found.append(Reason(Ground.CHU_THE, "cùng một nơi, hai điều khoản nói cùng một việc"))
    else:
        found.append(Reason(Ground.CHU_THE, f"hai nơi khác nhau ({how.value}), không có quy định nào phân định"))
    found.append(Reason(Ground.THOI_GIAN, f"cùng có hiệu lực{_since(first, second)}"))
    return tuple(found)


def partly(first: Side, second: Side) -> bool:
    """Whether the tasks are lists that share some of their objects."""
    return tasks_agree(first, second) is Agreement.PARTLY


def _since(first: Side, second: Side) -> str:
    days = [one.power.start for one in (first, second) if one.power.start]
    return f" từ {max(days):%d/%m/%Y}" if days else ""
