"""Where one verb phrase ends and the next of the same subject begins: "tổng hợp hồ sơ, xây dựng đề án và báo cáo B".

A comma between verbs may join verbs, objects, or verb phrases. It joins phrases where an object of the verb before
stands already and the verb after it has an object of its own; an object that is itself told by verbs ("việc quản lý
đất, bảo vệ rừng") goes on unless the next verb is one that only a subject does ("trình", "báo cáo B", "lập").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from phapquy.authority.acts import VERB, WEAK, Chain, chain_at
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_JOINT = re.compile(
    r"(?P<sign>, (?:nếu|trường hợp)\b[^,;.]{3,160}? thì|,(?: (?:và|hoặc|đồng thời|rồi|sau đó))?| và| hoặc"
    r"| đồng thời)\s+(?=[^\W\d_])"
)
_ANY = re.compile(rf"(?<![\w-]){VERB}")
_NOUNLIKE = re.compile(r"(?:quy định|quyết định|báo cáo|hướng dẫn|đề nghị|đề xuất|thông báo|kiến nghị|yêu cầu|kết luận"
                       r"|giải trình|phân loại|đánh giá|ghi|phối hợp|tổ chức|đầu tư|xác nhận|chứng nhận|giới thiệu)\Z",
                       re.IGNORECASE)  # fmt: skip
"""Verbs that are nouns as well: after a list of papers they go on with it."""
_OF_NOUN = re.compile(
    rf"\s*(?:$|[,;.:)]|(?:về|của|tại|theo|và|hoặc|trong|số|này|đó|là|với(?! {CAPITAL})|thì|nêu|có|đã|được|sau|trước)\b)"
)
_AS_COMPETENT = re.compile(r"^\s*theo (?:thẩm quyền|phân cấp)(?= \w)")
_WHOLE = re.compile(r"\s*(?:việc|công tác|hoạt động|quyền|thẩm quyền|về|cho|để|theo|với|các nhiệm vụ|nhiệm vụ)\b",
                    re.IGNORECASE)  # fmt: skip
_LISTS = frozenset({Act.QUY_DINH, Act.GIAO, Act.YEU_CAU, Act.HUONG_DAN, Act.GIAM_SAT, Act.CHI_DAO, Act.THAM_MUU,
                    Act.CHIU_TRACH_NHIEM, Act.TO_CHUC_THUC_HIEN, Act.QUAN_LY})  # fmt: skip
"""Their objects are what others do: "quy định quản lý đất, bảo vệ rừng"."""
_OWN = re.compile(
    rf"(?:trình(?! tự| độ)|báo cáo(?= \w)|tổng hợp|gửi(?= \w)"
    rf"|lập(?! pháp|,)|niêm yết|thông báo(?= (?:bằng|cho|đến|với|kết quả))|chuyển(?= \w)"
    r"|cập nhật|chỉnh lý|trao|trả kết quả|trả(?= (?:Giấy|hồ sơ|lại))|xác nhận(?= (?:vào|thay đổi"
    r"|trên))|đình chỉ|tước quyền|tịch thu|đăng tải|công khai(?= (?:trên|tại))"
    r"|(?:phân cấp|phân quyền|ủy quyền)(?:, ủy quyền)?(?= (?:việc|quản lý|cho|thẩm quyền|ban hành))"
    r"|tạo điều kiện(?= (?:để|cho|thuận))|(?:đề xuất|đề nghị|kiến nghị)(?= (?:(?:cấp|cơ quan|người) có thẩm quyền"
    r"|với (?:cơ quan|cấp|người)))"
    r"|(?:tổ chức )?thực hiện(?= (?:việc|công tác|nhiệm vụ|các (?:công việc|nhiệm vụ|thủ tục)))"
    r"|cấp(?: lại| đổi| mới)? (?:Giấy|chứng chỉ|trích lục|bản sao)"
    rf"|ban hành (?:quyết định|thông báo|văn bản|quy chế)|làm việc với|bảo đảm(?= (?:các )?(?:điều kiện"
    rf"|quyền lợi))|cử|quyết định(?= (?:mức|giá|phương án|hình thức|diện tích|số lượng))|đăng ký(?= (?:vào|đất đai"
    rf"|biến động))|quy định(?= (?:chức năng|tổ chức bộ máy|nhiệm vụ))|(?:thanh tra, kiểm tra|kiểm tra, thanh tra)"
    rf"|lưu trữ(?= hồ sơ)|rà soát(?= (?:các )?văn bản)|thẩm định(?= (?:thiết kế|hồ sơ|phương án|dự án))"
    rf"|xử lý(?= theo quy định)|hoàn (?:chỉnh|thiện)(?= hồ sơ,? trình)|triệu tập|chủ tọa|đôn đốc"
    rf"|thảo luận và quyết định|bảo đảm thi hành|tổ chức đấu giá"
    rf"|tra cứu(?= thông tin)|tham gia thảo luận|điều chỉnh(?= thông báo)"
    rf"|đo đạc, lập|chỉnh lý|hướng dẫn(?= (?:thi hành|thực hiện))|(?:xem xét(?:,| và) )?ký ban hành"
    rf"|giao(?= (?-i:{CAPITAL}))"
    r"|xây dựng (?:đề án|kế hoạch|phương án|dự thảo|quy chế|báo cáo))(?!\w)",
    re.IGNORECASE,
)
"""What only a subject does, even after an object told by verbs."""
_IN_NOUN = re.compile(
    r"\b(?:quyền|quá trình|hồ sơ|kết quả|phương án|đơn vị|tổ chức|cơ quan|người|hệ thống|thời gian"
    r"|thời hạn|biện pháp|pháp luật về|lĩnh vực|chuyên môn về|quy định về) $"
)
"""Nouns that a verb follows without telling what is done: "quyền sử dụng ao", "đơn vị quản lý"."""
_OPENS = re.compile(
    r"\b(?:việc|để|về|nhằm|công tác|hoạt động|trong|cho|do|cho việc|và|hoặc|tiếp tục|phải|được|có thể|trách nhiệm"
    r"|nhiệm vụ|thẩm quyền|yêu cầu|nhu cầu|khi|nếu|mà|đã|sau khi|trước khi)\s+$|[,:]\s*$|^\s*$"
)


def _in_noun(done: str, verb: re.Match[str]) -> bool:
    """Whether a verb only describes the noun before it, so that the verb after the comma does not go with it."""
    before = done[: verb.start()]
    return _IN_NOUN.search(before) is not None or _OPENS.search(before) is None


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
        if not _has_object(text, following, limit) or _NOUNS_OF.match(text, following.end):
            continue
        joint = _Joint(text, chain, following, found["sign"], found.start(), found.end())
        if any(rule(joint) for rule in _OPENS_ANEW):
            return joint.start, following
        if not any(rule(joint) for rule in _GOES_ON) and _parts(joint):
            return joint.start, following
    return None


@dataclass(frozen=True, slots=True)
class _Joint:
    """A comma or conjunction with verbs before and after it."""

    text: str
    chain: Chain
    """The verbs whose object may go on past the joint."""
    following: Chain
    """The verbs after it."""
    sign: str
    """The words of the joint, with the blank before a conjunction."""
    start: int
    end: int
    done: str = ""
    """The object so far."""
    verbs: tuple[re.Match[str], ...] = ()
    """The verbs in it."""
    told: tuple[re.Match[str], ...] = ()
    """Those of them that tell what is done, not what kind of thing a noun is."""
    listed: bool = False
    """Whether verbs are being listed where the joint stands."""

    def __post_init__(self) -> None:
        done = _AS_COMPETENT.sub("", self.text[self.chain.end : self.start])
        verbs = tuple(_ANY.finditer(done))
        told = tuple(one for one in verbs if not _NOUNLIKE.search(one[0]) and not _in_noun(done, one))
        for name, value in (("done", done), ("verbs", verbs), ("told", told), ("listed", _ends_with_verb(done, verbs))):
            object.__setattr__(self, name, value)

    def after(self, pattern: re.Pattern[str]) -> bool:
        """Whether the verbs after the joint begin with a pattern."""
        return pattern.match(self.text, self.following.start) is not None

    @property
    def short(self) -> bool:
        """Whether nothing or one word stands between the verbs: no object yet."""
        return len(self.done.split()) <= 1

    @property
    def own(self) -> bool:
        """Whether only a subject does what follows: by its verb, or because "việc" comes after it."""
        return _is_own(self.text, self.following)


_Rule = Callable[[_Joint], bool]
_NOUNS_OF = re.compile(r"(?:,| và) (?:chỉ đạo|điều hành|lãnh đạo|quản lý|kiểm tra) của(?!\w)")
"""Verbs that are nouns together: "công tác lãnh đạo, chỉ đạo, điều hành của A"."""


def _rules_and_orders(joint: _Joint) -> bool:
    """As in "quyết định lập, lấp ao và quy định …"."""
    return joint.chain.acts == (Act.QUYET_DINH,) and joint.sign == " và" and joint.following.acts == (Act.QUY_DINH,)


def _hands_on(joint: _Joint) -> bool:
    """As in "quyết định bãi thả hoặc giao A quyết định"."""
    given = _WAS_GIVEN.search(joint.done) is not None
    return joint.sign == " hoặc" and not joint.short and not given and joint.after(_HANDS_ON)


def _directs_and(joint: _Joint) -> bool:
    """As in "chỉ đạo thực hiện và kiểm tra việc …"."""
    whole = len(joint.verbs) == 1 and joint.verbs[0].end() == len(joint.done)
    deed = joint.text.startswith(" việc ", joint.following.end)
    return joint.chain.acts[0] is Act.CHI_DAO and joint.sign == " và" and whole and deed


def _otherwise(joint: _Joint) -> bool:
    """As in "A chấp thuận, trường hợp không chấp thuận thì trả lời"."""
    return joint.sign.endswith(" thì") and joint.short


_OPENS_ANEW: tuple[_Rule, ...] = (_rules_and_orders, _hands_on, _directs_and, _otherwise)
"""Where a new phrase surely begins."""


def _one_object(joint: _Joint) -> bool:
    """As in "việc lập, lấp ao", "tiếp nhận, số hóa hồ sơ": the verbs before and after the joint share what comes."""
    whole = _WHOLE.match(joint.done) and (joint.listed or not _goes_past(joint.text, joint.end, joint.following))
    again = joint.sign == "," and _once_more(joint)
    return joint.short or bool(whole) or (joint.listed and not again and not joint.after(_SURE))


def _was_done(joint: _Joint) -> bool:
    """As in "đất đã được phê duyệt phương án, cấp giấy": both describe the land."""
    done = any(joint.done[: one.start()].endswith("được ") for one in joint.told)
    short = joint.sign == " hoặc" and _WAS_GIVEN.search(joint.done) is not None
    return short or (joint.sign == "," and done and not joint.after(_REPORTS))


def _same_noun(joint: _Joint) -> bool:
    """As in "ban hành quyết định lập ao hoặc quyết định lấp ao"."""
    return joint.done.lstrip().lower().startswith(joint.following.verbs(joint.text).lower().split(",")[0])


def _of_competence(joint: _Joint) -> bool:
    """As in "thuộc thẩm quyền quyết định hoặc chấp thuận": verbs of what describes."""
    described = joint.listed or _COMPETENT.search(joint.done)
    return joint.sign == " hoặc" and bool(described) and not joint.own and not _WAS_DONE.search(joint.done)


def _of_manner(joint: _Joint) -> bool:
    """As in "sửa quy ước theo hướng giảm giấy tờ, đẩy mạnh thả diều", "dự toán chi cho các việc lấp ao, thả diều"."""
    return _IN_MANNER.search(joint.done) is not None and not joint.own


_IN_MANNER = re.compile(r" theo hướng |\bdự toán [^;.]{0,60} cho (?:các )?(?:nhiệm vụ|hoạt động|việc) ")


def _of_content(joint: _Joint) -> bool:
    """As in "phương án dời bãi, dựng lại bãi", "theo Nghị định về ao, phân cấp …": what a plan or text is about."""
    if joint.sign != "," or joint.own:
        return False
    content = joint.verbs and _CONTENT.search(joint.done, 0, joint.verbs[-1].start())
    return bool(content) or _OF_TEXT.search(joint.done) is not None


def _of_work(joint: _Joint) -> bool:
    """As in "việc làm trong tiếp nhận hồ sơ và trả kết quả", "kinh phí để thực hiện việc đo ao, lập bản đồ"."""
    work = {" và": _BUSY, ",": _AIMS}.get(joint.sign)
    return work is not None and work.search(joint.done) is not None and not joint.after(_REPORTS)


def _of_name(joint: _Joint) -> bool:
    """As in "cơ quan tiếp nhận hồ sơ và trả kết quả", "đơn vị, tổ chức thực hiện …"."""
    counter = joint.done.endswith("tiếp nhận hồ sơ") and joint.text.startswith("trả kết quả", joint.following.start)
    return counter or (
        _OFFICES.search(joint.done) is not None and joint.text.startswith("tổ chức", joint.following.start)
    )


def _of_object(joint: _Joint) -> bool:
    """As in "điều chỉnh hiệu lực hoặc kéo dài thời hạn của văn bản": the object goes on."""
    return joint.sign == " hoặc" and len(joint.done.split()) < _WHOLE_OBJECT and not joint.after(_OWN)


def _of_day(joint: _Joint) -> bool:
    """As in "kể từ ngày đăng tin hoặc gửi thông tin"."""
    return not joint.sign.startswith(",") and _SINCE.search(joint.done) is not None


def _of_register(joint: _Joint) -> bool:
    """As in "đăng ký việc nuôi, chấm dứt việc nuôi, thay đổi người nuôi": what is registered."""
    registers = joint.chain.verbs(joint.text).lower().endswith("đăng ký")
    return registers and not joint.own and joint.after(_CHANGES)


_CHANGES = re.compile(r"(?:thay đổi|bổ sung|xác định lại|sửa đổi|chuyển đổi)(?!\w)")


def _of_purpose(joint: _Joint) -> bool:
    """As in "gửi sổ để tổng hợp, báo cáo", "lập tổ để giúp A nghiên cứu, chỉ đạo": what it is done for."""
    return joint.sign == "," and _FOR.search(joint.done) is not None and not joint.after(_HANDS_IN)


_FOR = re.compile(rf"\bđể (?:kịp thời |giúp [^,;.]{{3,40}} )?(?:{VERB}(?: mới)?, )*{VERB}(?: mới)?$")
_HANDS_IN = re.compile(r"(?:trình|gửi|thông báo|công bố|công khai)(?!\w)")
_GOES_ON: tuple[_Rule, ...] = (
    _of_register, _of_purpose, _one_object, _was_done, _same_noun, _of_competence, _of_content, _of_work,
    _of_name, _of_object, _of_day, _of_manner,
)  # fmt: skip
"""Where the object goes on past the joint."""


def _parts(joint: _Joint) -> bool:
    """Whether the subject goes on with the verbs after a joint that may go either way."""
    verbs = joint.following.verbs(joint.text).lower()
    and_ = joint.sign == " và"
    own = (
        (and_ and verbs == "thực hiện" and chain_at(joint.text, joint.following.end) is not None)
        or _is_own(joint.text, joint.following, listed=joint.listed)
        or _once_more(joint)
        or joint.text.startswith("cùng ", joint.end)
        or (and_ and not joint.told and joint.following.acts[0] in _WATCHES)
        or (_WHOLE.match(joint.done) is not None and joint.after(_PAST))
    )
    lists = joint.chain.acts[0] in _LISTS and not _CONCRETE.search(joint.chain.verbs(joint.text))
    if joint.told or lists:
        return own
    return own or joint.sign == " hoặc" or _is_phrase(joint.text, joint.following)


_WATCHES = frozenset({Act.GIAM_SAT, Act.QUAN_LY})


def _is_own(text: str, following: Chain, *, listed: bool = False) -> bool:
    """Whether only a subject does what follows: by its verb, or because "việc" comes after it."""
    return _OWN.match(text, following.start) is not None or (not listed and text.startswith(" việc ", following.end))


_HANDS_ON = re.compile(
    rf"(?:giao|ủy quyền|phân cấp)(?:, ủy quyền)?(?= (?:cho |các |cơ quan|đơn vị|thẩm quyền |{CAPITAL}))"
    rf"|(?:yêu cầu|đề nghị)(?= \w)|thanh toán(?= tiền)"
)
_CONTENT = re.compile(
    r"\b(?:phương án|đề án|kế hoạch|chương trình|kinh phí|dự toán|biện pháp|giải pháp|quy trình|khu vực|dịch vụ"
    r"|chi phí"
    r"|chính sách|pháp luật về|quy định về|lĩnh vực) $"
)
_OF_TEXT = re.compile(r"\b(?:Nghị định|Nghị quyết|Thông tư|Quyết định)(?: số)? [^;]*\b(?:quy định|về)\b[^;]*$")
_BUSY = re.compile(rf"\b(?:quá trình {VERB}[^,;.]*|trong {VERB}(?:, {VERB})+[^,;.]*)$")
_AIMS = re.compile(rf"\bđể (?:thực hiện |tiến hành )(?:việc )?{VERB}[^,;.]*(?:, [^,;.]*)+$")
_SURE = re.compile(
    r"quyết định (?:hình thức|mức|giá) |quy định (?:chức năng|tổ chức|nhiệm vụ)|cấp chứng chỉ"
    r"|thực hiện việc công khai|ủy quyền ban hành|tạo điều kiện (?:để|cho|thuận)|(?:trình|báo cáo|gửi) \w",
    re.IGNORECASE,
)
_COMPETENT = re.compile(rf"thẩm quyền {VERB}$")
_WAS_GIVEN = re.compile(r"\bđược (?:giao|phân công|phân cấp)$")
_WAS_DONE = re.compile(rf"\b(?:đã|được) {VERB}$")


def _goes_past(text: str, place: int, following: Chain) -> bool:
    """Whether what follows is done by the subject even after "việc …": "kiểm tra việc lập ao và báo cáo A"."""
    again = text.startswith(" việc ", following.end) and not text.startswith("việc ", place)
    return again or _PAST.match(text, following.start) is not None


_PAST = re.compile(
    r"(?:(?:trình|báo cáo|gửi)(?= \w)|thông báo(?= với)|chịu trách nhiệm|(?:xem xét(?:,"
    r"| và) )?ký ban hành|bố trí(?= kinh phí)|xử lý(?= (?:các )?(?:văn bản|vi phạm))"
    r"|(?:tổ chức )?thực hiện(?= (?:việc|công tác|các (?:chế độ|nhiệm vụ|công việc))))(?!\w)",
    re.IGNORECASE,
)


_REPEATED = frozenset({Act.CAP, Act.DINH_CHI, Act.PHE_DUYET, Act.BAN_HANH})


def _once_more(joint: _Joint) -> bool:
    """Whether the same verb comes again ("chỉ định A và chỉ định B"), or a choice ("ban hành hoặc phân cấp")."""
    verbs, before = joint.following.verbs(joint.text).lower(), joint.chain.verbs(joint.text).lower()
    if joint.sign == ",":
        return (joint.chain.acts[0] in _REPEATED or before == "quyết định") and before.endswith(verbs)
    if joint.sign != " và":
        return False
    return before.endswith(verbs) or (len(joint.following.acts) > 1 and " hoặc " in verbs)


_CONCRETE = re.compile(
    r"\b(?:tiếp|tuyên truyền|phổ biến)$|bố trí|kết nối|số hóa|huy động|cắm|bàn giao|ngăn chặn|chăm sóc|duy trì|mời|giữ",
    re.IGNORECASE,
)
"""Verbs whose objects are things, not what others do."""
_MERELY_LISTED = re.compile(r"quản lý nhà nước|(?:cho )?thuê|bán|nhận(?! (?:hồ sơ|đơn|báo cáo|kết quả))")
_SINCE = re.compile(r"\b(?:kể từ|từ ngày|trước khi|sau khi|trong thời hạn)\b[^,;]*$")
_OFFICES = re.compile(r"(?:đơn vị|cơ quan|cá nhân)$")


_REPORTS = re.compile(r"trình|báo cáo|gửi|tổng hợp", re.IGNORECASE)


def _ends_with_verb(done: str, told: tuple[re.Match[str], ...]) -> bool:
    """Whether verbs are being listed; "do địa phương chuẩn bị", "đã được phê duyệt" end a noun's description."""
    if done.endswith("theo quy định"):
        return False
    return bool(told) and told[-1].end() == len(done) and not _DESCRIBED.search(done[: told[-1].start()])


_DESCRIBED = re.compile(
    r"(?:\bdo (?:[^\s,]+ ){1,5}|được |đã |phạm vi |thực hiện |thẩm quyền |trách nhiệm |nhu cầu |Hội đồng |Ban |Tổ "
    r"|Đoàn )$"
)


_WHOLE_OBJECT = 3


def _is_phrase(text: str, chain: Chain) -> bool:
    if _MERELY_LISTED.match(text, chain.start):
        return False  # "lý luận chính trị, quản lý nhà nước": what is taught; "hợp đồng mua bán, cho thuê": what about
    return chain.acts[0] in _PHRASES and chain.verbs(text).lower() not in WEAK


def _has_object(text: str, chain: Chain, limit: int) -> bool:
    if chain.acts == (Act.PHOI_HOP,):
        return True
    rest = text[chain.end : limit]
    return re.match(r"\s+\w", rest) is not None and not (_NOUNLIKE.search(chain.verbs(text)) and _OF_NOUN.match(rest))
