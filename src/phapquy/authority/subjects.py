"""Who does something in a sentence: which of the organs it names, in which list, at which level."""

from __future__ import annotations

import re
from dataclasses import replace

from phapquy.authority import agents, tasks
from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.competence import JOINED, Competence, Sentence
from phapquy.authority.pivots import ONLY_SAYS_WHEN, merely_told, pivot_verbs
from phapquy.authority.power import UNITS
from phapquy.authority.roles import Role
from phapquy.law.holder import Level, Organ
from phapquy.vietnamese.letters import CAPITAL

_HOLDS = frozenset({Role.DECIDES, Role.ACTS, Role.PROPOSES, Role.ADVISES, Role.CONSENTS})
_LISTED = re.compile(
    r"(?:^|[,;:.]|\b(?:và|hoặc|thì|do|của|thuộc|với|cho|trình|được|để|giữa|tại|diện|cùng|báo cáo|gửi|là|ở|các|nay|bởi"
    r"|bị|đến khi|trường hợp|từ ngày bầu|từ|về|đến|theo|nhiệm vụ|nghị|giao|chức|nhiệm|quyền|chỉ đạo|hướng dẫn"
    r"|đôn đốc|ý kiến|phân công"
    r"|chuyển|cùng|bằng|giúp))\s*$",
    re.IGNORECASE,
)
"""What stands before the first of a list of organs; "kỳ họp Quốc hội, Chính phủ …" is no list."""
_SUBMITTED = re.compile(
    rf"\b(?:trình|để)\s*$|\btrình (?-i:Ban|Đảng|Tập thể)(?:(?!{VERB})[^,;.]){{3,60}}, $", re.IGNORECASE
)
""""trình A", also "trình Ban P, A" where the board is no holder."""
_EXCEPTED = re.compile(r"\b(?:trừ|ngoại trừ) (?!(?:vào|dần|tiền|đi|điểm)\b)(?:(?! thì )[^,;])*$")
"""Who is named in an exception: "trừ trường hợp giao lại cho A quản lý"."""
_FOR_OTHERS = re.compile(r"\b(?:tạo điều kiện|bảo đảm điều kiện|bố trí|hỗ trợ)\b[^;.]*\bđể\s*$", re.IGNORECASE)
"""Who is helped to do something: "tạo điều kiện để A hoạt động"."""
_RESULT = re.compile(r"\b(?:[Kk]ết quả|để giúp)\s*$")
"""Whose deed is only spoken of: "Kết quả A bầu B phải được …"; who is helped: "lập ban để giúp A chỉ đạo"."""
_PARTNER = re.compile(
    rf"\b(?:(?:phối hợp|cùng) (?:chặt chẽ )?với|phối hợp) (?:(?!{VERB})(?:[^;.:]|(?<=bộ):|(?<=sở):))*\bvà\s*$",
    re.IGNORECASE,
)
"""Who is worked with, at the end of their list: "phối hợp với B và A lập hồ sơ"."""
_WITH_UNNAMED = re.compile(
    r"^(?!\s*(?:Căn cứ|Theo|Trên cơ sở|Sau khi|Khi|Nếu|Trường hợp|Đối với|Trong|Kể từ|Ngay sau|Định kỳ)(?!\w))"
    r"[^;.]*\b(?:của|tại) (?:các )?(?:bộ|cá nhân|cơ quan|tổ chức)(?:, (?:cơ quan|tổ chức|đơn vị|ngành))*, $",
    re.IGNORECASE,
)
"""Who stands in a list of those whose something is: "trách nhiệm của cá nhân, A", "người dùng tại bộ, cơ quan, A"."""
_DEPUTY_TOO = re.compile(
    r"\b(?:bầu|nhiệm|chức|động|chuyển|phê chuẩn|đình chỉ|kỷ luật|đối với|của) Chủ tịch(?:,| và|, các) $", re.IGNORECASE
)
"""The deputy after his chairman, to both of whom something is done: "cách chức Chủ tịch, A"."""
_IN_CASE = re.compile(r"\((?:đối với |trong |nếu )?(?:trường hợp )[^()]*$")
"""Who stands in a case told in brackets."""
_ASKED_TOO = re.compile(rf"\b[Kk]iến nghị (?:với )?{CAPITAL}(?:(?!{VERB})[^;.:])*,\s*$")
"""Who is asked beside others: "kiến nghị A, cán bộ cấp xã, B khắc phục"."""
_COUNTED = re.compile(r"\b(?:số lượng|tổng số|danh sách|thành phần|gồm:) (?:các )?$")
"""Who is only counted: "số lượng A không đủ thì …"; who sits in something: "gồm: A, …"."""
_TASK_OF = re.compile(r"\b(?:nhiệm vụ|công việc|chỉ tiêu)(?: khác)? $")
_GIVES = re.compile(r"(?:, [^,;.]{3,60}?)? giao(?!\w)")
""""theo nhiệm vụ A giao": which tasks."""
_AIMED_AT = re.compile(
    r" (?:có cơ sở )?(?:thực hiện|tổ chức(?: thực hiện)?|phối hợp|theo dõi|thông báo|cập nhật|chỉnh lý|lưu)(?!\w)"
)
""""nộp diều để A thực hiện việc hủy": what it is done for."""
_PUT_TO = re.compile(r"\b(?:vấn đề|nội dung|việc|vụ việc) (?:cần|phải) (?:báo cáo|trình|xin ý kiến) $")
"""Whose word is needed for what is only spoken of: "những vấn đề cần báo cáo A cho ý kiến"."""
_ENCOURAGED = re.compile(r"\b[Kk]huyến khích (?:[^;.:]{0,160}(?:,| và) )?(?:các )?$")
"""Who is only encouraged to do something."""
_INVITED = re.compile(r"(?<!được )\bmời (?:(?:(?! thì )[^;.:]){3,120} và )?(?:các )?$")
_WHOSE_DEED = re.compile(r"\b(?:trong|về|giám sát|kiểm tra|theo dõi) việc (?:các )?$")
"""Whose deed is spoken of: "kiểm tra trong việc A thả diều"."""
_HOLDS_NOTHING = (_ENCOURAGED, _INVITED, _WHOSE_DEED,
                  _ASKED_TOO, _EXCEPTED, _RESULT, _FOR_OTHERS, _PARTNER, _WITH_UNNAMED, _DEPUTY_TOO, _IN_CASE, _COUNTED,
                  _PUT_TO)  # fmt: skip
_IN_PREFACE = re.compile(r"\s*Đối với (?:các |những )?(?:(?! (?:thì|do) )[^,;.:])*$")
_CASE_OF = re.compile(r"\s*(?:Trong t|T)rường hợp (?:các )?")
_THEN_DEED = re.compile(r"(?:(?! thì )[^;.:])* thì việc ")
""""Trường hợp A lấp ao thì việc lấp ao phải …": which deed."""
_PUT_IN_CASE = re.compile(r"\s*(?:Trong t|T)rường hợp (?:(?! thì |,)[^;.:])*\b(?:trình|báo cáo|gửi)\s*$")
_CASE_ENDS = re.compile(r"(?:(?!, (?:nếu|trường hợp|đối với) )[^;.:])* thì ")
""""Trường hợp đang trình A phê duyệt thì …": what is going on, not what A is given."""
_THEN = re.compile(r"[^;.:]* thì ")
""""Đối với chức vụ A quyết định thì …": which ones."""
_GOES_ON = re.compile(r"\s+và\s")
""""A quy định về hội của B và hướng dẫn …": it is A who goes on."""
_FORBIDDEN = re.compile(
    r"\s*(?:không được|nghiêm cấm|không (?:phải(?![^;.:]{3,160}? nhưng phải )|còn))\b", re.IGNORECASE
)


def is_submitted(text: str, head: int) -> bool:
    """Whether something is put before an organ at a place, or done for it to act: "trình A", "để A"."""
    return _SUBMITTED.search(text, max(0, head - _TO_WHOM), head) is not None


_TO_WHOM = 80


def submitted_verbs(text: str, head: int, end: int) -> Chain | None:
    """What an organ does with the object before it, which is put before it for that."""
    return (
        chain_at(text, end) or tasks.chain_after(text, end)
        if is_submitted(text, head)
        else pivot_verbs(text, head, end)
    )


def holds(text: str, one: Competence, heads: dict[int, int]) -> bool:
    """Whether an organ does something: by its role, or because it begins the sentence and verbs follow it."""
    head = heads[one.organ.start]
    if text.endswith("để ", 0, head) and _AIMED_AT.match(text, one.organ.end):
        return False
    if text[:head].endswith(ONLY_SAYS_WHEN) or merely_told(text, head, one.organ.end) or _is_in_case(text, head, one):
        return False
    task_of = _TASK_OF.search(text, 0, head) and _GIVES.match(text, one.organ.end)
    if (
        task_of
        or any(said.search(text, 0, head) for said in _HOLDS_NOTHING)
        or agents.is_of_paper(text, head, one.organ.end)
    ):
        return False
    by = (agents.is_agent(text, head) and agents.agents_verbs(text, one.organ.end)) or agents.settled_by(
        text, head, one.organ.end, len(text)
    )
    if one.role in _HOLDS or by or pivot_verbs(text, head, one.organ.end):
        return True
    if head > 1 and _GOES_ON.match(text, one.organ.end):
        return False
    begins = (head <= 1 or begins_clause(text, head)) and one.role is Role.NAMED
    return (
        begins and _FORBIDDEN.match(text, one.organ.end) is None and tasks.chain_after(text, one.organ.end) is not None
    )


def _is_in_case(text: str, head: int, one: Competence) -> bool:
    """Whether an organ only stands in the case or time that is told of."""
    end = one.organ.end
    if text.endswith(_BETWEEN_SESSIONS, 0, head):
        return True
    if text.startswith(", việc ", end):
        return True  # "quy định số lượng A, việc thả diều": another thing that is ruled on
    if text.endswith("trước khi trình ", 0, head) and text.startswith((" cấp có thẩm", " có thẩm"), end):
        return True  # "trước khi trình A có thẩm quyền lấp ao": which organ
    if _CASE_OF.fullmatch(text, 0, head) and _THEN_DEED.match(text, end):
        return True
    if _PUT_IN_CASE.fullmatch(text[:head]) and _CASE_ENDS.match(text, end):
        return True
    return _IN_PREFACE.fullmatch(text[:head]) is not None and _THEN.match(text, end) is not None


_BETWEEN_SESSIONS = ("giữa hai kỳ họp ", "giữa hai kỳ họp của ", "giữa hai phiên họp ", "giữa hai phiên họp của ")
_LOCAL = frozenset({Level.XA, Level.TINH, Level.HUYEN})
_SPECIALISED = re.compile(
    r"(?:Cơ quan chuyên môn|Cơ quan (?:có chức năng )?quản lý nhà nước (?:về|đối với)|Phòng)(?!\w)"
)
_DIRECTS = re.compile(
    r"(?: nơi có [^,;.]{2,30})?(?: có trách nhiệm)? (?:chỉ đạo|giao|phân công|yêu cầu)(?:, [^,;.]{4,12})?(?: cho)?"
    r"(?: các)? "
)


def beside(text: str, organ: Organ, before: list[Competence], subject: Organ | None, group: list[Competence]) -> Organ:
    """Place an organ "cùng cấp" at the level of the one named before it, "A, B cấp tỉnh" at that of its list.

    A specialised office is one of the organ that directs it.
    """
    if organ.level is None and not organ.scope and (last := group[-1].organ).scope:
        return organ.at(last.level, last.scope)
    if organ.level is Level.NHIEU_CAP and before and _SPECIALISED.match(organ.base):
        director = before[-1].organ
        told = director.level in _LOCAL and _DIRECTS.fullmatch(text, director.end, organ.start)
        return replace(organ, level=director.level) if told else organ
    if organ.scope not in {"cùng cấp", "cấp mình"} or organ.level not in {None, Level.NHIEU_CAP}:
        return organ
    near = next((one.organ for one in before if one.organ.level), subject)
    # "Ủy ban nhân dân phường trình Hội đồng nhân dân cùng cấp": the ward's
    unit = near.scope if near and near.scope in UNITS else None
    return replace(organ, level=None).at(near.level if near and near.level else organ.level, unit)


def heads_of(text: str, sentence: Sentence) -> dict[int, int]:
    """For each organ, by where it begins, where the list begins that it stands in: "A, B và C"."""
    heads: dict[int, int] = {}
    last: Organ | None = None
    for organ in sorted((one.organ for one in sentence.found if one.explicit), key=lambda organ: organ.start):
        joined = (
            last is not None
            and (
                (organ.start < last.end and text[: organ.start].endswith((", ", ", các ", " và ", " hoặc ")))
                or JOINED.fullmatch(text[last.end : organ.start])
            )
            and _LISTED.search(text[: heads[last.start]]) is not None
            and not _ends_preface(text, heads[last.start], last.end, organ)
        )
        heads[organ.start] = heads[last.start] if joined and last else organ.start
        last = organ
    return heads


def _ends_preface(text: str, head: int, end: int, organ: Organ) -> bool:
    """Whether a comma ends what stands before the subject: "Đối với ao thuộc thẩm quyền của A, B quyết định …"."""
    if _ELECTED.search(text[:head]) and text[end : organ.start] == ", " and tasks.chain_after(text, organ.end):
        return True
    if _OF_WHOM.search(text[:head]) and text[end : organ.start] == ", " and tasks.chain_after(text, organ.end):
        return text[head:].split(maxsplit=1)[0].lower() != organ.name.split()[0].lower()
    return (
        text[end : organ.start] == ", "
        and (_PREFACE_OF.search(text[:head]) is not None or _GOES_BEFORE.match(text[:head]) is not None)
        and (tasks.chain_after(text, organ.end) is not None or _MORE_SUBJECTS.match(text, organ.end) is not None)
    )


_ELECTED = re.compile(r"\btừ ngày (?:bầu|bổ nhiệm|phê chuẩn|chỉ định) $")
""""kể từ ngày bầu A, B, C phải gửi …": the last of them is who sends."""
_OF_WHOM = re.compile(r"(?:^\s*|[.;] )Đối với (?:các )?$")
""""Đối với cơ quan ngành dọc, người đứng đầu quyết định …": organs of two kinds are no list."""
_GOES_BEFORE = re.compile(r"\s*[a-zà-ỹđ](?:(?!\b(?:do|được|bị|theo|là)\b)[^;.])* của\s*$")
""""căn cứ nhu cầu; khả năng của A, B quyết định": the second part of a preface."""
_MORE_SUBJECTS = re.compile(rf"(?:, {CAPITAL}[^,;.]{{3,60}}?)+ (?={VERB})")
_PREFACE_OF = re.compile(
    r"(?:^\s*|[.;,] )(?:Đối với|Căn cứ|Theo|Trên cơ sở|Trường hợp|Khi|Nếu|Sau khi|Trong (?:trường hợp|thời hạn)"
    r"|Chậm nhất|Kể từ|Ngay sau)\b[^;.]*?\bcủa\s*$",
    re.IGNORECASE,
)


def begins_clause(text: str, head: int) -> bool:
    """Whether an organ begins a clause of its own: after a comma, "thì" or "và", not in a list that goes on."""
    return _BEFORE_CLAUSE.search(text[max(0, head - _NEAR) : head]) is not None


_NEAR = 60
"""Letters that the words before a clause take at most; what stands before them need not be read."""
_BEFORE_CLAUSE = re.compile(
    r"(?:[,;:]|\bthì|\bvà|\b[Tt]rong thời hạn (?:không quá )?\d+ (?:ngày|tháng)(?: làm việc)?)\s*(?:một )?$"
)
