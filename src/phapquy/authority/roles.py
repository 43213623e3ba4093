"""The role in which a sentence names an organ, read from the words around the name.

Public patterns take the text right after a name (``match`` at its end) or right before it (``search`` up to its start).
"""

from __future__ import annotations

import re
from enum import StrEnum

from phapquy.authority.acts import chain_at
from phapquy.authority.power import Act
from phapquy.law.holder import Organ


class Role(StrEnum):
    """What an organ does in a provision, strongest first."""

    DECIDES = "quyết định"
    ACTS = "thực hiện"
    PROPOSES = "trình, đề nghị"
    CONSENTS = "đồng ý"
    ADVISES = "cho ý kiến"
    RECEIVES = "được giao"
    NAMED = "được nhắc đến"


_DECIDE = (
    r"quyết định|phê duyệt|phê chuẩn|ban hành|công nhận|chỉ định|bổ nhiệm|thành lập|giải tán|cho phép|chấp thuận"
    r"|đình chỉ|bãi bỏ|điều động|cách chức|giao quyền|tạm đình chỉ|xem xét"
    r"|cấp(?! (?:xã|tỉnh|huyện|trên|dưới|mình|bộ|cơ sở|trung ương|ủy|đó|nào))|thu hồi|xử lý|giải quyết"
    r"|quy định(?! tại)"
    r"|công bố|bầu|miễn nhiệm|bãi nhiệm|có thẩm quyền|cho ý kiến|đồng ý|phân cấp|ủy quyền|giao|tuyên bố|áp dụng"
    r"|đặt tên|đổi tên|tổ chức lại|giải thể|phân loại|tuyển dụng|biệt phái|luân chuyển"
)
_ACT = (
    r"tổ chức|chịu trách nhiệm|có trách nhiệm|hướng dẫn|kiểm tra|chỉ đạo|thực hiện|quản lý|bố trí|bảo đảm|lãnh đạo"
    r"|chủ trì|tiếp nhận|kế thừa|phát hiện|rà soát|xây dựng|lập|giám sát|theo dõi|đôn đốc|thẩm định|thống nhất"
    r"|được|phải|có"
)
_PLACE = r"nơi(?: (?!(?:thì|để|được|bị|xác)\b)\w+){1,6}?"
"""``nơi có đất``, ``nơi tiếp nhận hồ sơ``: which of the organs; not as far as a verb of somebody else's."""
_BY_WHICH = r"căn cứ [^,;.]{0,160},|căn cứ quy định tại [^,;.]{0,100}?(?=\s+(?:có trách nhiệm|quyết định|chỉ đạo))"
_ADVERBS = (
    rf"(?:\s*,?\s*(?:{_BY_WHICH}|xem xét,?|kịp thời|trực tiếp|cụ thể|có thẩm quyền|và|chịu"
    rf"|{_PLACE}|sẽ|được|phải|có quyền|theo (?:đề nghị|giới thiệu|kiến nghị|thẩm quyền)(?: của [^,;.]{{1,70}}?)?))*"
)
AFTER_DECIDE = re.compile(rf"{_ADVERBS}\s*,?\s*(?:{_DECIDE})\b", re.IGNORECASE)
AFTER_ACT = re.compile(rf"{_ADVERBS}\s*,?\s*(?:{_ACT})\b", re.IGNORECASE)
BEFORE_AGENT = re.compile(r"(?:\bdo|\bthẩm quyền(?: [^,;.]{0,40})? của|\btrách nhiệm của|\bthuộc)\s*$", re.IGNORECASE)
BEFORE_OBJECT = re.compile(
    r"(?:đề nghị của|ý kiến của|\b(?:khi|nếu|từ ngày)|của|thuộc|báo cáo|gửi|với|cho|từ|tại|bởi|giúp|chức danh|đối với"
    r"|thay mặt|thành lập|tham gia|bầu|nhiệm|chức|chỉ định|phê chuẩn|hướng dẫn|hỗ trợ|trước)\s*$",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"\b(?:nghiêm cấm|không được|cấm)\b", re.IGNORECASE)
POWER_OF = re.compile(r"\bthẩm quyền(?: [^,;.]{0,40})? của\s*$", re.IGNORECASE)
_CONSENT_OF = re.compile(
    r"\b(?:đồng ý|chấp thuận|cho phép|phê chuẩn) của (?:[^;.]{0,80}(?:,|hoặc|và) (?:của )?)?$", re.IGNORECASE
)
_PROPOSAL_OF = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|tờ trình|yêu cầu|giới thiệu) của (?:[^;.]{0,80}(?:,|hoặc|và) (?:của )?)?$",
    re.IGNORECASE,
)
_GIVEN_AWAY = re.compile(
    r"\b(?:phân cấp|phân quyền|ủy quyền)\b[^;.]{0,160}?\bcho (?:[^;.]{0,240}(?:,|hoặc|và) )?$", re.IGNORECASE
)
_SUBMITTED_TO = re.compile(r"\b(?:trình|để trình)\s*$", re.IGNORECASE)
_IN_ITS_SCOPE = (
    r"(?:\s*,?\s*(?:theo|trong) (?:phạm vi|thẩm quyền|chức năng|nhiệm vụ)"
    r"(?:,? (?:và )?(?:thẩm quyền|chức năng|nhiệm vụ|quyền hạn|quản lý)){0,3}"
    r"(?: được (?:giao|phân công|phân cấp)| của mình)?,?)?"
)
_PROPOSER = re.compile(rf"{_IN_ITS_SCOPE}\s*,?\s*(?:trình|đề nghị|kiến nghị|báo cáo|yêu cầu)\b", re.IGNORECASE)
_ADVICE = re.compile(rf"{_ADVERBS}\s*,?\s*(?:xem xét,\s*)?(?:cho|có|tham gia) ý kiến\b", re.IGNORECASE)
"""Who is heard decides nothing: "Xem xét, cho ý kiến về việc lập ao"."""
_DONE_TO = re.compile(
    r"\s*,?\s*(?:phải |sẽ |chỉ |có thể )?(?:bị (?!động)|được (?:cơ quan|người|cấp có|Chính phủ|Thủ tướng|Bộ|Quốc hội"
    r"|Hội đồng|Ủy ban|Thường trực|Chủ tịch)\b|(?:không còn|hết|thôi) )"
)
"""Passive: "A phải được B phê chuẩn", "A bị cách chức": A is the one it is done to."""
_PERSON_DONE_TO = re.compile(
    r"\s*,?\s*(?:phải |sẽ )?được (?:bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|điều động|luân chuyển|biệt phái|bầu"
    r"|phê chuẩn|chỉ định|kỷ luật)\b"
)
_PERSON = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Trưởng|Giám đốc|Bộ trưởng|người|đại biểu|Ủy viên|công chức|cán bộ)", re.IGNORECASE
)
_GIVEN = re.compile(r"\s*(?:giao|phân cấp|ủy quyền)\b", re.IGNORECASE)

_FIRST_ACT = re.compile(
    rf"\s*(?:Trực tiếp|Được thay mặt|Thường xuyên|Chỉ đạo|{_ACT.replace('|phải|có', '').replace('|được', '')})\b",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(rf"\s*(?:Căn cứ [^;]{{0,200}}?, )?(?:{_DECIDE})\b", re.IGNORECASE)


def begins_as(piece: str) -> Role:
    """The role of a subject left out, by the verb the sentence begins with."""
    if _ADVICE.match(piece):
        return Role.ADVISES
    return Role.DECIDES if _FIRST_VERB.match(piece) else Role.ACTS


def begins_with_verb(piece: str) -> bool:
    """Whether a sentence begins with what its unnamed subject does."""
    return _FIRST_VERB.match(piece) is not None or _FIRST_ACT.match(piece) is not None


def role_of(text: str, organ: Organ) -> Role:
    """Return the role in which a sentence names an organ."""
    before, after = text[: organ.start], organ.end
    own = AFTER_DECIDE.match(text, after) is not None  # "theo đề nghị của A, B phê duyệt": B does what follows it
    if _CONSENT_OF.search(before) and not own:
        return Role.CONSENTS
    if _FORBIDDEN.search(before) or _FORBIDDEN.match(text[after : after + 12].strip()):
        return Role.NAMED
    if _PROPOSAL_OF.search(before) and not own:
        return Role.PROPOSES
    if _GIVEN_AWAY.search(before):
        return Role.RECEIVES
    if _DONE_TO.match(text, after) or (_PERSON.match(organ.name) and _PERSON_DONE_TO.match(text, after)):
        return Role.NAMED
    return _by_verb(text, organ)


def _by_verb(text: str, organ: Organ) -> Role:
    """The role by the verb after the name, or by the words that make it the agent."""
    before, after = text[: organ.start], organ.end
    spoken_of = BEFORE_AGENT.search(before) is not None or not BEFORE_OBJECT.search(before)
    if _PROPOSER.match(text, after):
        return Role.PROPOSES
    if _ADVICE.match(text, after):
        return Role.ADVISES
    if before.endswith("được ") and _GIVEN.match(text, after):
        return Role.NAMED  # "căn cứ chỉ tiêu được … giao": who gives the quota, not who decides here
    if (AFTER_DECIDE.match(text, after) and spoken_of) or POWER_OF.search(before):
        return Role.DECIDES
    return _by_act(text, after) if spoken_of and not _SUBMITTED_TO.search(before) else Role.NAMED


def _by_act(text: str, after: int) -> Role:
    """The role by what the organ is said to do right after its name."""
    if AFTER_ACT.match(text, after):
        return Role.ACTS
    chain = chain_at(text, after)
    return _ROLE_OF.get(chain.acts[0], Role.NAMED) if chain and chain.start <= after + 2 else Role.NAMED


_ROLE_OF = {
    Act.QUYET_DINH: Role.DECIDES,
    Act.CAP: Role.DECIDES,
    Act.XU_PHAT: Role.DECIDES,
    Act.DINH_CHI: Role.DECIDES,
}
"""Acts that decide, for the verbs that the patterns above do not know: "cho thuê đất", "xác nhận"."""
