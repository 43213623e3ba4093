"""Where one verb phrase ends and the next of the same subject begins: "tổng hợp hồ sơ, xây dựng đề án và báo cáo B".

A comma between verbs may join verbs, objects, or verb phrases. It joins phrases where an object of the verb before
stands already and the verb after it has an object of its own; an object that is itself told by verbs ("việc quản lý
đất, bảo vệ rừng") goes on unless the next verb is one that only a subject does ("trình", "báo cáo B", "lập").
"""

from __future__ import annotations

import re

from phapquy.authority.acts import VERB, WEAK, Chain, chain_at
from phapquy.authority.joints import NOUNLIKE, Joint, Rule, is_own
from phapquy.authority.ongoing import GOES_ON, NOUNS_OF, OFFICES, PAST, WAS_GIVEN, WHOLE, once_more
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_JOINT = re.compile(
    r"(?P<sign>, (?:nếu|trường hợp)\b[^,;.]{3,160}? thì|,(?: (?:và|hoặc|đồng thời|rồi|sau đó))?| và| hoặc"
    r"| đồng thời)\s+(?=[^\W\d_])"
)
_OF_NOUN = re.compile(
    rf"\s*(?:$|[,;.:)]|(?:về|của|tại|theo|và|hoặc|trong|số(?! lượng)|này|đó|là|với(?! {CAPITAL})|thì|nêu|có|đã|được"
    rf"|sau|trước)\b)"
)
_LISTS = frozenset({Act.QUY_DINH, Act.GIAO, Act.YEU_CAU, Act.HUONG_DAN, Act.GIAM_SAT, Act.CHI_DAO, Act.THAM_MUU,
                    Act.CHIU_TRACH_NHIEM, Act.TO_CHUC_THUC_HIEN, Act.QUAN_LY})  # fmt: skip
"""Their objects are what others do: "quy định quản lý đất, bảo vệ rừng"."""
_PHRASES = frozenset({Act.TRINH, Act.BAO_CAO, Act.CONG_KHAI, Act.XAY_DUNG, Act.BAN_HANH, Act.CAP, Act.BO_NHIEM,
                      Act.TIEP_NHAN, Act.PHE_DUYET, Act.THAM_DINH, Act.KIEM_TRA, Act.GIAI_QUYET, Act.QUYET_DINH,
                      Act.HUONG_DAN, Act.CHI_DAO, Act.GIAO, Act.YEU_CAU, Act.TO_CHUC_THUC_HIEN,
                      Act.PHOI_HOP, Act.DINH_CHI, Act.QUAN_LY, Act.CHO_Y_KIEN})  # fmt: skip


def next_phrase(text: str, chain: Chain, limit: int) -> tuple[int, Chain] | None:
    """Return where the object of a chain of verbs ends and the verbs of the next phrase; None if nothing follows."""
    for found in _JOINT.finditer(text, chain.end, limit):
        following = None if text.startswith("việc ", found.end()) else chain_at(text, found.end())
        if following is None or following.end > limit or text[following.start].isupper():
            continue
        if not _has_object(text, following, limit) or NOUNS_OF.match(text, following.end):
            continue
        joint = Joint(text, chain, following, found["sign"], found.start(), found.end())
        if any(rule(joint) for rule in _OPENS_ANEW):
            return joint.start, following
        if not any(rule(joint) for rule in GOES_ON) and _parts(joint):
            return joint.start, following
    return None


def _rules_and_orders(joint: Joint) -> bool:
    """As in "quyết định lập, lấp ao và quy định …"."""
    return joint.chain.acts == (Act.QUYET_DINH,) and joint.sign == " và" and joint.following.acts == (Act.QUY_DINH,)


def _hands_on(joint: Joint) -> bool:
    """As in "quyết định bãi thả hoặc giao A quyết định"."""
    given = WAS_GIVEN.search(joint.done) is not None
    return joint.sign == " hoặc" and not joint.short and not given and joint.after(_HANDS_ON)


def _approves_too(joint: Joint) -> bool:
    """As in "quyết định phê duyệt phương án và chấp thuận chủ trương"."""
    approves = _APPROVES.match(joint.done) is not None and joint.following.acts[0] in _APPROVALS
    listed = joint.listed or WHOLE.match(joint.done) is not None or joint.following.acts[0] is not Act.PHE_DUYET
    again = joint.sign == "," and not listed and not joint.short
    return joint.chain.acts == (Act.QUYET_DINH,) and (again or (joint.sign in {" và", " đồng thời"} and approves))


_APPROVES = re.compile(r" (?:phê duyệt|chấp thuận|ban hành) \w")
_APPROVALS = frozenset({Act.CHAP_THUAN, Act.PHE_DUYET, Act.PHE_CHUAN})


def _sets_about(joint: Joint) -> bool:
    """As in "lập biên bản ghi nhận và tiến hành kiểm đếm": a verb that only a predicate begins with."""
    among = OFFICES.search(joint.done) is not None  # "đơn vị, tổ chức thực hiện nhiệm vụ": who
    listed = among or WHOLE.match(joint.done) or joint.chain.acts[0] in _LISTS or _AIMED.search(joint.done)
    begins = joint.after(_WRITES) or (not listed and joint.after(_BEGINS))
    return joint.sign in {" và", ","} and not joint.short and begins


_AIMED = re.compile(r"\b(?:để|nhằm|về việc)\b[^,;]*$")
_BEGINS = re.compile(rf"(?:tiến hành|tổ chức) (?={VERB})")
_WRITES = re.compile(rf"có văn bản (?={VERB})")


def _directs_and(joint: Joint) -> bool:
    """As in "chỉ đạo thực hiện và kiểm tra việc …", "chỉ đạo thực hiện và tổ chức phổ biến …"."""
    whole = len(joint.verbs) == 1 and joint.verbs[0].end() == len(joint.done)
    deed = joint.text.startswith(" việc ", joint.following.end) or joint.after(_BEGINS)
    return joint.chain.acts[0] is Act.CHI_DAO and joint.sign == " và" and whole and deed


def _otherwise(joint: Joint) -> bool:
    """As in "A chấp thuận, trường hợp không chấp thuận thì trả lời"."""
    return joint.sign.endswith(" thì") and joint.short


def _may_hire(joint: Joint) -> bool:
    """As in "bảo đảm nhân lực, được thuê chuyên gia"."""
    return _HIRES.match(joint.text, joint.end) is not None


_HIRES = re.compile(r"được thuê (?:các )?(?:tổ chức|chuyên gia|đơn vị|tư vấn)")
_OPENS_ANEW: tuple[Rule, ...] = (
    _may_hire,
    _rules_and_orders,
    _approves_too,
    _sets_about,
    _hands_on,
    _directs_and,
    _otherwise,
)
"""Where a new phrase surely begins."""


def _parts(joint: Joint) -> bool:
    """Whether the subject goes on with the verbs after a joint that may go either way."""
    verbs = joint.following.verbs(joint.text).lower()
    and_ = joint.sign == " và"
    own = (
        (and_ and verbs == "thực hiện" and chain_at(joint.text, joint.following.end) is not None)
        or is_own(joint.text, joint.following, listed=joint.listed)
        or once_more(joint)
        or joint.text.startswith("cùng ", joint.end)
        or (and_ and not joint.told and joint.following.acts[0] in _WATCHES)
        or (WHOLE.match(joint.done) is not None and joint.after(PAST))
        or (joint.chain.acts[0] not in _SAID_IN_WORDS and (and_ or not joint.told) and joint.after(_KEEPS))
    )
    last = joint.chain.acts[-1]
    lists = (
        joint.chain.acts[0] in _LISTS and last not in _SETTLES and not _CONCRETE.search(joint.chain.verbs(joint.text))
    )
    if joint.told or lists:
        return own
    return own or joint.sign == " hoặc" or _is_phrase(joint.text, joint.following)


_SETTLES = frozenset({Act.GIAI_QUYET, Act.CAP})
"""Their objects are things: "theo dõi, giải quyết khiếu nại và xử lý người vi phạm"."""
_SAID_IN_WORDS = frozenset({Act.QUYET_DINH, Act.QUY_DINH, Act.BAN_HANH, Act.CHIU_TRACH_NHIEM, Act.CHI_DAO})
_KEEPS = re.compile(r"(?:bảo đảm|đảm bảo) (?:quốc phòng|an ninh|trật tự|an toàn|ổn định)(?!\w)")
_WATCHES = frozenset({Act.GIAM_SAT, Act.QUAN_LY})


_HANDS_ON = re.compile(
    rf"(?:giao|ủy quyền|phân cấp)(?:, ủy quyền)?(?= (?:cho |các |cơ quan|đơn vị|thẩm quyền |{CAPITAL}))"
    r"|ủy quyền(?= (?:quyết định|phê duyệt|ban hành|ký) )|quyết định(?= việc )"
    rf"|(?:yêu cầu|đề nghị)(?= \w)|thanh toán(?= tiền)"
)
_CONCRETE = re.compile(
    r"\b(?:tiếp|tuyên truyền|phổ biến)$|bố trí|kết nối|số hóa|huy động|cắm|bàn giao|lưu trữ|lưu giữ|bảo quản"
    r"|ngăn chặn|chăm sóc|duy trì|mời|giữ",
    re.IGNORECASE,
)
"""Verbs whose objects are things, not what others do."""
_MERELY_LISTED = re.compile(r"quản lý nhà nước|(?:cho )?thuê|bán|nhận(?! (?:hồ sơ|đơn|báo cáo|kết quả))")


def _is_phrase(text: str, chain: Chain) -> bool:
    if _MERELY_LISTED.match(text, chain.start):
        return False  # "lý luận chính trị, quản lý nhà nước": what is taught; "hợp đồng mua bán, cho thuê": what about
    return chain.acts[0] in _PHRASES and chain.verbs(text).lower() not in WEAK


def _has_object(text: str, chain: Chain, limit: int) -> bool:
    if chain.acts == (Act.PHOI_HOP,):
        return True
    rest = text[chain.end : limit]
    return re.match(r"\s+\w", rest) is not None and not (NOUNLIKE.search(chain.verbs(text)) and _OF_NOUN.match(rest))
