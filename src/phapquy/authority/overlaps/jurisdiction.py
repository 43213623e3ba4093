"""Powers that every holder has within a jurisdiction of his own, although the words of the task are the same.

Complaints go to who is complained of and then to who stands above him (Law on Complaints); a penalty is imposed by the
rank its amount belongs to, and where several may, by who took the case first (Law on Administrative Violations).
"""

from __future__ import annotations

import re

from phapquy.authority.overlaps.holders import Holders, holders
from phapquy.authority.overlaps.model import Ground, Reason
from phapquy.authority.overlaps.side import Side
from phapquy.authority.power import Act

_COMPLAINTS = re.compile(r"\s*(?:các )?(?:đơn )?(?:khiếu nại|tố cáo)\b", re.IGNORECASE)
_PENALTY = re.compile(r"\bcó thời hạn\s*$", re.IGNORECASE)


def complaints(first: Side, second: Side) -> Reason | None:
    """Each receives, passes on and settles the complaints and denunciations that are his."""
    both = (first.power, second.power)
    if all(_COMPLAINTS.match(one.task) for one in both) and holders(*both) is not Holders.SAME:
        return Reason(Ground.CHU_THE, "mỗi nơi làm với khiếu nại, tố cáo thuộc thẩm quyền của mình")
    return None


def penalties(first: Side, second: Side) -> Reason | None:
    """Each imposes the penalties of his rank: fines, and the suspensions for a time that go with them."""
    both = (first.power, second.power)
    if all(_is_penalty(one.act, one.task) for one in both) and holders(*both) is not Holders.SAME:
        return Reason(Ground.CHU_THE, "mỗi chức danh xử phạt vi phạm hành chính trong mức phạt của mình")
    return None


def _is_penalty(act: Act, task: str) -> bool:
    return act is Act.XU_PHAT or (act is Act.DINH_CHI and _PENALTY.search(task) is not None)
