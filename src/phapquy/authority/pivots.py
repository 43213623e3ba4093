"""Organs that stand between two verbs: "A chỉ đạo B lập hồ sơ gửi C thẩm định": B is told to, C is asked to.

What follows such an organ is its own act. Who is only written to ("gửi B để theo dõi") does nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.power import Act
from phapquy.authority.tasks import competent_verbs

_HANDED = re.compile(
    r"\b(?:báo cáo|gửi|chuyển|trình|(?:phản ánh|báo cáo)(?: kịp thời)? (?:về|đến)|chuyển (?:hồ sơ|đến"
    r"|cho)|(?:gửi|chuyển)(?: [^,;.]{2,200})? (?:đến|tới|cho|về)"
    r"|trình hồ sơ (?:đến|cho))\s*$",
    re.IGNORECASE,
)
_NOTIFIED = re.compile(r"\bthông báo (?P<to>cho|đến)\s*$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:chỉ đạo(?:(?:,| và) hướng dẫn)?|giao|phân công)\s*(?:cho\s*)?$", re.IGNORECASE)
_GIVEN = re.compile(r"(?<!được )\bgiao (?:(?!\bthì\b)[^;.]){3,200} cho\s*$", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"\bdo (?:Nhà nước|[^,;.]{3,60}?) (?:thu hồi|quyết định|quản lý) và giao(?: cho)?\s*$"
    r"|\bđược (?:(?! (?:thì|và) )[^,;.]){3,60} (?:giao|phân công)(?: cho)?\s*$"
    r"|\bmà [^,;.]{3,80} (?:đề nghị|kiến nghị|yêu cầu)\s*$"
)
""""ao do Nhà nước thu hồi và giao A giữ": which pond; "diều mà A đề nghị B xem xét lại": which kite."""
_ASKED = re.compile(r"\b(?:đề nghị|kiến nghị|đề xuất)(?: với)?\s*$")
_GOES_ON = re.compile(r"\s*,?\s*(?:và|đồng thời)\s")
""""A báo cáo B và công bố …": it is A that goes on."""
ONLY_SAYS_WHEN = ("thủ tục trình ", "thời điểm trình ", "thời gian trình ", "thời hạn trình ", "được đề nghị ",
                  "vấn đề cần báo cáo ", "nội dung cần báo cáo ", "vấn đề cần trình ",
                  "nội dung cần trình ")  # fmt: skip
_WHERE = re.compile(
    rf" hoặc (?:kiến nghị |đề nghị )?(?:người|cơ quan|cấp) có thẩm quyền(?= {VERB})"
    rf"| (?:có )?liên quan(?: trực tiếp)?(?= (?:để )?{VERB})"
    rf"| nơi có (?:(?! để )[^,;.]){{2,60}}?(?= {VERB})"
)
_GROUND = re.compile(rf" căn cứ (?:vào )?(?:(?! thì )[^;.]){{3,200}}? để (?={VERB})")
_AIM = re.compile(r"(?: \(nếu có\))? để (?=thực hiện|tổ chức|xây dựng|lập)")
_PURPOSE = re.compile(r"\s*,?\s*để\s+")
_KEEPS = re.compile(
    r"(?:thực hiện|triển khai)(?! (?:thẩm|kiểm|xác))"
    r"|lấy ý kiến|(?:lập, )?cập nhật|chỉnh lý|thông báo|lưu|theo dõi|xem xét, lưu"
)
"""What a copy is sent for; it gives nobody a task."""
_DECIDES = frozenset({Act.QUYET_DINH, Act.PHE_DUYET, Act.PHE_CHUAN, Act.BAN_HANH, Act.CHAP_THUAN, Act.THAM_DINH,
                      Act.KIEM_TRA, Act.GIAI_QUYET, Act.YEU_CAU, Act.GIAO, Act.DINH_CHI, Act.XU_PHAT, Act.BAU,
                      Act.CHO_Y_KIEN, Act.BO_NHIEM, Act.CAP, Act.TRINH})  # fmt: skip


def merely_told(text: str, head: int, end: int) -> bool:
    """Whether an organ only hears of something: "báo cáo B và công bố …", "gửi B, đồng thời gửi C"."""
    before = text[:head]
    if _WRITTEN.search(before):
        chain = chain_at(text, end)
        return (chain is not None and text.startswith(_SAID, chain.start)) or _GOES_ON.match(text, end) is not None
    return _HANDED.search(before) is not None and _GOES_ON.match(text, end) is not None


def pivot_verbs(text: str, head: int, end: int) -> Chain | None:
    """Return what an organ does that the verb before it hands something to, or tells to act; None if it does nothing.

    Args:
        text: the sentence.
        head: where the organ, or the list it stands in, begins.
        end: where it ends.
    """
    before = text[:head]
    if before.endswith(ONLY_SAYS_WHEN) or text.startswith(" việc ", end) or _DESCRIBES.search(before):
        return None
    if _TOLD.search(before) or _GIVEN.search(before):
        ground = _GROUND.match(text, end)
        aim = _AIM.match(text, end)
        return chain_at(text, ground.end() if ground else aim.end() if aim else _past_place(text, end))
    if told := _NOTIFIED.search(before):
        sends = chain_at(text, end)
        return sends if sends and sends.acts[0] is (Act.TRINH if told["to"] == "đến" else Act.CONG_KHAI) else None
    handed, asked = _HANDED.search(before), _ASKED.search(before)
    if not handed:
        return _decides(text, end) if asked else None
    return None if _GOES_ON.match(text, end) else _receives(text, end, written=_WRITTEN.search(before) is not None)


def _past_place(text: str, end: int) -> int:
    where = _WHERE.match(text, end)
    return where.end() if where else end


def _decides(text: str, end: int) -> Chain | None:
    """What somebody does who is asked to: "đề nghị A quyết định"."""
    chain = chain_at(text, _past_place(text, end))
    supplies = chain is not None and text.startswith("cung cấp ", chain.start)
    asked = chain is not None and (supplies or chain.acts[0] in _DECIDES)
    return chain if asked and chain and not text.startswith("khắc phục", chain.start) else None


_WRITTEN = re.compile(r"\b(?:văn bản|công văn|thư)(?: [^,;.]{2,60})? (?:đến|tới|cho|về)\s*$")
_SAID = ("yêu cầu", "đề nghị", "kiến nghị", "đề xuất")
""""gửi văn bản đến B đề nghị P": the letter asks, not B."""
_COMPETENT = (" có thẩm quyền ", " cấp có thẩm quyền ")


def _receives(text: str, end: int, *, written: bool) -> Chain | None:
    """What somebody does who is sent something: "gửi A thẩm định", "gửi A để quyết định", not "gửi A để theo dõi"."""
    if text.startswith(" có thẩm quyền ", end):
        return None  # "chuyển cho A có thẩm quyền giải quyết": to which of them
    end = _past_place(text, end)
    purpose = _PURPOSE.match(text, end)
    if purpose is None:
        chain = chain_at(text, end) or (competent_verbs(text, end) if text.startswith(_COMPETENT, end) else None)
        return None if chain and written and text.startswith(_SAID, chain.start) else chain
    chain = chain_at(text, purpose.end())
    if chain is None or _KEEPS.match(text, chain.start):
        return None
    done = tuple(one for one in chain.acts if one is not Act.CONG_KHAI)
    return replace(chain, acts=done) if _DECIDES & set(done) else None
