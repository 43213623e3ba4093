"""What a lead-in says of the list under it: whose it is, and the verbs whose objects are listed.

"A phê duyệt các quy hoạch sau:" gives its verb to every item; "A thành lập Hội đồng, gồm:" and "… khi đáp ứng các điều
kiện sau:" do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from phapquy.authority.acts import chain_at
from phapquy.authority.competence import JOINED, subject_of
from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Organ
from phapquy.vietnamese.letters import CAPITAL


def lead_subject(lead: str, find: Callable[[str], list[Organ]]) -> Organ | None:
    """The organ a lead-in speaks of, also after what it begins with: "Sau khi …, A tiến hành các bước sau:"."""
    find = _outside_brackets(find)
    begun = chain_at(lead, 0)
    if (begun and begun.start <= 1) or lead.startswith(
        "Việc "
    ):  # "Cập nhật theo bản án của Tòa án, quyết định …:" says nobody
        return next((one for one in find(lead) if _BY.search(lead[: one.start])), None)
    case = _CASE.match(lead)
    if (found := subject_of(lead, find)) and not (case and found.start < case.end()):
        if _COUNTED.search(lead, 0, found.start):
            return None
        return _put_before(lead, found, find) or found
    head: Organ | None = None
    last: Organ | None = None
    for one in find(lead):
        head = head if head and last and JOINED.fullmatch(lead[last.end : one.start]) else one
        if case and head.start < case.end():
            pass
        elif lead[: head.start].endswith((", ", "thì ")) and chain_at(lead, one.end):
            return head
        last = one
    return None


def _put_before(lead: str, organ: Organ, find: Callable[[str], list[Organ]]) -> Organ | None:
    """Who decides where an organ only submits: "Bảng giá do A trình B quyết định điều chỉnh như sau:"."""
    if not _BY.search(lead[: organ.start]) or not lead.startswith(" trình ", organ.end):
        return None
    decides = next((one for one in find(lead) if one.start == organ.end + len(" trình ")), None)
    if decides is None or chain_at(lead, decides.end) is None:
        return None
    return decides.at(organ.level) if decides.scope == "cùng cấp" else decides


def _outside_brackets(find: Callable[[str], list[Organ]]) -> Callable[[str], list[Organ]]:
    """Let go of who is named in brackets: he only describes, "đất bãi (do A được giao giữ) gồm:"."""

    def found(lead: str) -> list[Organ]:
        return [one for one in find(lead) if lead.count("(", 0, one.start) <= lead.count(")", 0, one.start)]

    return found


_COUNTED = re.compile(r"\b(?:số lượng|tổng số|thành phần) (?:các )?$")
""""… khi không đủ tổng số A được thực hiện như sau:": nobody is named who does it."""
_CASE = re.compile(r"(?:Đối với|Trường hợp) [^;:.]* thì ")
_BY = re.compile(r"(?<!không) do $")
ENACTS = re.compile(
    r"\bquyết (?:định|nghị) (?:sắp xếp|(?:thành lập|nhập|chia|điều chỉnh|giải thể)"
    r"(?=[^:]*(?:đơn vị hành chính|địa giới|xã|phường|tỉnh|thành phố)))[^:]*như sau\s*:$"
)
"""A resolution that does what it says: its list is what is decided here, not what its author may decide."""
OF_OTHERS = re.compile(
    r"(?:Người|Chủ (?!tịch|trì)|Tổ chức|Cá nhân|Hộ|Công dân|Doanh nghiệp|Cộng đồng|Bên|Nhà đầu tư|Nhà nước)(?!\w)"
    r"(?! đứng đầu| phụ trách| làm việc)[^:;.]*?\b(?:có (?:các |những )?(?:trách nhiệm|quyền|nghĩa vụ|nhiệm vụ)|phải"
    r"|được|thực hiện)\b[^:.]*:$|(?:Cán bộ|Công chức|Viên chức)(?:, (?:công chức|viên chức))*(?: được| bị| đang| đã"
    r"| phải)[^:;.]*:$"
    r"|Việc [^:;.]*? phải (?:bảo đảm|tuân thủ|thực hiện theo) (?:các |những )?nguyên tắc[^:;.]*:$"
    r"|(?:Quyền lợi|Thành phần hồ sơ|Hồ sơ|Nội dung|Thành phần|Điều kiện|Tiêu chuẩn"
    r"|Nguyên tắc)(?! [^:;.]* do )[^:;.]*:$|(?:Văn bản|Báo cáo|Tờ trình|Phương án|Biên bản|Đề án) [^:;.]*(?:gồm"
    r"|có) (?:các |những )?(?:nội dung|phần)[^:;.]*:$|Hành vi [^:]*:$|Quyền lợi$|(?:Hồ sơ"
    r"|Nội dung) [^:;.]* do [^:;.]* (?:lập|xây dựng|soạn thảo|chuẩn bị|đề xuất|ký),? (?:bao )?gồm[^:;.]*:$"
)
"""A list of what people have to do, who are no organ, or of papers, under a heading that may name one."""
OF_PAPERS = re.compile(
    r"(?:^|\. )(?:Hồ sơ|Báo cáo|Tờ trình|Phương án|Biên bản|Đề án|Tài liệu)(?!\w)[^:;.]*?\b(?:gồm|có)\b[^:;.]*:$"
    r"|\b(?:theo (?:các|những) nguyên tắc|ý kiến về (?:các|những) nội dung)(?: sau)?(?: đây)?:$|\bkể từ ngày:$"
    r"|\bchỉ được (?:\w+ ){1,4}khi [^:;]{3,200}:$"
)
"""A list of papers, of principles, of what is talked about, or of days: nobody's powers."""
EXCEPTED = re.compile(
    r"\b(?:trừ|ngoại trừ) (?:các |những )?(?:loại |trường hợp |nội dung |việc |hoạt động |nhiệm vụ "
    r"|văn bản )[^:;.,]{0,60}?"
    r"sau(?: đây)?\s*:$"
)
"""What is listed is what the sentence does not reach: "A ký giấy, trừ các loại giấy sau đây:"."""
PENALTIES = re.compile(r"\bthì hình thức và mức (?:xử )?phạt[^:;.]{0,40}:$")
"""What follows is what a deed is punished with, whoever else is named in telling the deed."""
OF_ONE = re.compile(r"(?:Nhiệm vụ|Quyền hạn|Trách nhiệm|Thẩm quyền|Quyền)(?!\w)[^:;.]*? của [^:;.]*:$")
"""A lead-in that is a title: "Nhiệm vụ của A:"."""


def title_of(words: str) -> tuple[Organ, int] | None:
    """The organ of a title within a clause, and where what it holds begins: "Nhiệm vụ của A: …"."""
    found = _TITLE.match(words)
    organ = (
        next((one for one in find_holders(found[0].rstrip()) if found[0].endswith(" của ", 0, one.start)), None)
        if found
        else None
    )
    return (organ, found.end()) if found and organ and chain_at(words, found.end()) else None


_TITLE = re.compile(rf"(?:Nhiệm vụ|Quyền hạn|Trách nhiệm)(?!\w)[^:;.]{{0,60}}? của [^:;.]{{4,120}}: (?={CAPITAL})")


def last_sentence(lead: str) -> str:
    """The sentence that opens the list; what stands before it speaks of something else."""
    if not lead.endswith(":") or ". " not in lead:
        return lead
    tail = lead[lead.rfind(". ") + 2 :]
    return tail if find_holders(tail) else lead


_OBJECTS = re.compile(
    r"(?P<verbs>.*?\S)\s*(?:(?:các|những|một số)\s+)?(?:(?:lĩnh vực|nội dung|vấn đề|việc|công việc|văn bản"
    r"|dự án)(?: cụ thể)?(?: sau(?: đây)?)?|sau(?: đây)?)?(?: trực tiếp)?\s*:$"
)
# "… quyết định các nội dung sau đây:", "… ban hành nghị quyết để quy định:"


_IN_DETAIL = re.compile(
    r"\b(?P<verb>quy định chi tiết) và (?:biện pháp|hướng dẫn) thi hành [^:;.]{0,60}sau(?: đây)?\s*:$"
)


def given_by(lead: str) -> tuple[str, tuple[Act, ...]] | None:
    """The verbs a lead-in ends with, if what follows are their objects."""
    if any(one.end >= len(lead.rstrip(" :")) for one in find_holders(lead)):
        return _submits(lead)  # "Hội đồng kiểm tra, sát hạch:": a name, no verbs
    if ruled := _IN_DETAIL.search(lead):
        return (ruled["verb"], (Act.QUY_DINH,))
    found = _OBJECTS.match(lead)
    if not found or lead.count(":") > 1:
        return _submits(lead)
    words = found["verbs"]
    for start in range(max(0, len(words) - _TAIL), len(words)):
        chain = chain_at(words, start) if start == 0 or words[start - 1 : start].isspace() else None
        if chain and chain.end == len(words) and chain.start == start and not words[:start].endswith("theo "):
            first = chain_at(lead, 0)
            both = first if first and Act.TRINH in first.acts else chain
            return (both.verbs(lead), both.acts)
    about = _ON_FIELDS.search(lead)
    if about and (chain := chain_at(lead, about.start())):
        return (chain.verbs(lead), chain.acts)
    return None


def _submits(lead: str) -> tuple[str, tuple[Act, ...]] | None:
    """The verb of "Trình Ủy ban nhân dân cấp xã", a title under which stands what is submitted."""
    chain = chain_at(lead, 0)
    if chain is None or chain.acts != (Act.TRINH,):
        return None
    organs = find_holders(lead)
    whole = organs and organs[0].start <= chain.end + 1 and organs[-1].end >= len(lead.rstrip(": "))
    return (chain.verbs(lead), chain.acts) if whole else None


def listed_by(lead: str, place: int) -> tuple[str, tuple[Act, ...]] | None:
    """The verbs of "A tổ chức các chương trình sau:", "A phê duyệt … trong các trường hợp sau:"; A ends at a place."""
    chain = chain_at(lead, place)
    if chain is None or not _SEVERAL.match(lead[chain.end :]) or _CONDITIONS.search(lead, chain.end):
        return None
    if _MADE_OF.search(lead, chain.start):
        return None
    if _CASES.search(lead) and chain.acts[0] not in _RULING:
        return None
    return (chain.verbs(lead), chain.acts)


_SEVERAL = re.compile(r"[^;.]*?(?:(?:^|\s)(?:các|những)\s[^:;.]+|,? (?:bao )?gồm\s*):$")
_MADE_OF = re.compile(
    r"(?:[Hh]ồ sơ|đề án|[Tt]ờ trình|báo cáo|danh sách|[Hh]ội đồng|[Bb]an|[Tt]ổ|thành phần|thành viên|văn bản"
    r"|thành lập)\b[^:]*gồm\s*:$"
)
"""What is listed is what a file or a council is made of."""
_CASES = re.compile(r"\btrường hợp sau(?: đây)?\s*:$")
_RULING = frozenset({Act.PHE_DUYET, Act.QUYET_DINH, Act.CAP, Act.CHAP_THUAN, Act.THAM_DINH, Act.BAN_HANH, Act.QUY_DINH,
                     Act.GIAI_QUYET, Act.XAY_DUNG, Act.BO_NHIEM, Act.PHE_CHUAN, Act.DINH_CHI, Act.BAU,
                     Act.KIEM_TRA})  # fmt: skip
"""Acts that are done case by case: the cases listed are their objects."""
_CONDITIONS = re.compile(
    r"\b(?:các|những) (?:điều kiện|yêu cầu|tiêu chí|tiêu chuẩn|định hướng|nguyên tắc|căn cứ|nhiệm vụ|trách nhiệm"
    r"|quyền"
    r"|trình tự|thành phần|giấy tờ|bước)\b[^:]{0,60}:$|thực hiện (?:các )?nhiệm vụ[^:]{0,60}:$"
)
"""What is listed under these are no objects: conditions, or tasks with verbs of their own."""
_TAIL = 40
_ON_FIELDS = re.compile(r"\btham mưu, giúp\b(?=[^:]*lĩnh vực sau(?: đây)?:$)")
