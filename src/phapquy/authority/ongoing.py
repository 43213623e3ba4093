"""Where an object goes on past a comma or conjunction although verbs follow: one small rule a case."""

from __future__ import annotations

import re

from phapquy.authority.acts import VERB, Chain
from phapquy.authority.joints import OWN, Joint, Rule
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

WHOLE = re.compile(
    r"\s*(?:công khai )?(?:việc|công tác|hoạt động|quyền|thẩm quyền|về|cho(?! thuê)|để|theo|với|các nhiệm vụ"
    r"|nhiệm vụ)\b",
    re.IGNORECASE,
)
NOUNS_OF = re.compile(r"(?:,| và) (?:chỉ đạo|điều hành|lãnh đạo|quản lý|kiểm tra) của(?!\w)")
"""Verbs that are nouns together: "công tác lãnh đạo, chỉ đạo, điều hành của A"."""


def _one_object(joint: Joint) -> bool:
    """As in "việc lập, lấp ao", "tiếp nhận, số hóa hồ sơ": the verbs before and after the joint share what comes."""
    met = joint.sign == "," and joint.chain.verbs(joint.text).lower().endswith("làm việc")
    whole = (
        not met
        and WHOLE.match(joint.done)
        and not _AS_RULED.fullmatch(joint.done)
        and (joint.listed or not _goes_past(joint.text, joint.end, joint.following))
    )
    again = joint.sign == "," and once_more(joint)
    if whole and joint.sign == "," and not joint.verbs and joint.own and joint.done.startswith(" để "):
        return False
    if whole and again and not joint.listed and joint.chain.acts == (Act.QUY_DINH,):
        return False
    if whole and joint.sign == " và" and not joint.verbs and joint.done.startswith(" hoạt động "):
        return False  # "kiểm tra hoạt động lấp ao và quản lý bãi": what others do is told
    return joint.short or bool(whole) or (joint.listed and not again and not joint.after(_SURE))


_AS_RULED = re.compile(r" theo (?:quy định(?: của pháp luật| tại [^,;.:]{3,60})?|thẩm quyền)")


def _was_done(joint: Joint) -> bool:
    """As in "đất đã được phê duyệt phương án, cấp giấy": both describe the land."""
    done = any(joint.done[: one.start()].endswith("được ") for one in joint.told)
    short = joint.sign == " hoặc" and WAS_GIVEN.search(joint.done) is not None
    return short or (joint.sign == "," and done and not joint.after(_REPORTS))


def _with_reason(joint: Joint) -> bool:
    """As in "thông báo bằng văn bản và nêu rõ lý do": how it is told."""
    told = joint.chain.acts == joint.following.acts == (Act.CONG_KHAI,)
    return told and joint.done.strip() == "bằng văn bản" and joint.after(_REASON)


_REASON = re.compile(r"nêu rõ lý do")


def _of_the_same(joint: Joint) -> bool:
    """As in "cấp giấy, cấp bản sao giấy": the same verb once more on what the thing before has."""
    again = joint.sign == "," and joint.chain.verbs(joint.text).lower() == joint.following.verbs(joint.text).lower()
    thing = joint.done.strip()
    again = again and len(thing.split()) > _PLAIN
    place = joint.text.find(thing, joint.following.end, joint.following.end + len(thing) + _FAR) if again else -1
    return place > joint.following.end + 1 and not re.search(r"[,;.:]", joint.text[joint.following.end : place])


_FAR = 40
_PLAIN = 2


def _same_noun(joint: Joint) -> bool:
    """As in "ban hành quyết định lập ao hoặc quyết định lấp ao"."""
    return joint.done.lstrip().lower().startswith(joint.following.verbs(joint.text).lower().split(",")[0])


def _of_competence(joint: Joint) -> bool:
    """As in "thuộc thẩm quyền quyết định hoặc chấp thuận": verbs of what describes."""
    described = joint.listed or _COMPETENT.search(joint.done)
    return joint.sign == " hoặc" and bool(described) and not joint.own and not _WAS_DONE.search(joint.done)


def _of_content(joint: Joint) -> bool:
    """As in "phương án dời bãi, dựng lại bãi", "theo Nghị định về ao, phân cấp …": what a plan or text is about."""
    if joint.sign != "," or joint.own:
        return False
    content = joint.verbs and _CONTENT.search(joint.done, 0, joint.verbs[-1].start())
    return bool(content) or _OF_TEXT.search(joint.done) is not None


def _of_plan(joint: Joint) -> bool:
    """As in "phê duyệt phương án di dời, cưỡng chế di dời": what the plan is for."""
    return joint.sign == "," and not joint.own and _PLAN.fullmatch(joint.done) is not None and joint.after(_MOVES)


_PLAN = re.compile(r" (?:phương án|kế hoạch|đề án) \S+(?: \S+)?")
_MOVES = re.compile(r"cưỡng chế|bồi thường|hỗ trợ|cho thuê|bố trí|giao đất|thu hồi")


def _of_work(joint: Joint) -> bool:
    """As in "việc làm trong tiếp nhận hồ sơ và trả kết quả", "kinh phí để thực hiện việc đo ao, lập bản đồ"."""
    work = {" và": _BUSY, ",": _AIMS}.get(joint.sign)
    return work is not None and work.search(joint.done) is not None and not joint.after(_REPORTS)


def _of_name(joint: Joint) -> bool:
    """As in "cơ quan tiếp nhận hồ sơ và trả kết quả", "đơn vị, tổ chức thực hiện …"."""
    counter = joint.done.endswith(("tiếp nhận hồ sơ", "xử lý hồ sơ")) and joint.text.startswith(
        "trả kết quả", joint.following.start
    )
    return counter or (
        OFFICES.search(joint.done) is not None and joint.text.startswith("tổ chức", joint.following.start)
    )


def _of_object(joint: Joint) -> bool:
    """As in "điều chỉnh hiệu lực hoặc kéo dài thời hạn của văn bản": the object goes on."""
    return joint.sign == " hoặc" and len(joint.done.split()) < _WHOLE_OBJECT and not joint.after(OWN)


def _of_manner(joint: Joint) -> bool:
    """As in "sửa quy ước theo hướng giảm giấy tờ, đẩy mạnh thả diều", "dự toán chi cho các việc lấp ao, thả diều"."""
    return _IN_MANNER.search(joint.done) is not None and not joint.own


_IN_MANNER = re.compile(r" theo hướng |\bdự toán [^;.]{0,60} cho (?:các )?(?:nhiệm vụ|hoạt động|việc) ")


def _of_day(joint: Joint) -> bool:
    """As in "kể từ ngày đăng tin hoặc gửi thông tin"."""
    return not joint.sign.startswith(",") and _SINCE.search(joint.done) is not None


def _of_news(joint: Joint) -> bool:
    """As in "công bố việc lấp ao, dừng, hủy việc lấp ao": all of it is made public."""
    made_known = joint.chain.acts[-1] is Act.CONG_KHAI and WHOLE.match(joint.done) is not None
    return made_known and joint.sign == "," and joint.following.acts[0] in _ORDERS


_ORDERS = frozenset({Act.QUYET_DINH, Act.DINH_CHI})


def _of_register(joint: Joint) -> bool:
    """As in "đăng ký việc nuôi, chấm dứt việc nuôi, thay đổi người nuôi": what is registered."""
    registers = joint.chain.verbs(joint.text).lower().endswith("đăng ký")
    return registers and not joint.own and joint.after(_CHANGES)


_CHANGES = re.compile(r"(?:thay đổi|bổ sung|xác định lại|sửa đổi|chuyển đổi)(?!\w)")


def _of_purpose(joint: Joint) -> bool:
    """As in "gửi sổ để tổng hợp, báo cáo", "lập tổ để giúp A nghiên cứu, chỉ đạo": what it is done for."""
    return joint.sign == "," and _FOR.search(joint.done) is not None and not joint.after(_HANDS_IN)


def only_tells_why(text: str, chain: Chain, place: int, following: Chain) -> bool:
    """Whether verbs only end what something is done for ("để báo cáo B"), or are nouns ("chỉ đạo, điều hành của A")."""
    if NOUNS_OF.match(text, following.end):
        return True
    if _SETTLED.match(text, following.end) or _HANDS_IN.match(text, following.start):
        return False
    if _answered_for(text, chain, place) and not _REPORTS.match(text, following.start):
        return True
    if following.acts == (Act.BAO_CAO,) and text.endswith(" để", chain.end, place):
        return True
    helps = chain.verbs(text).lower().endswith("tạo điều kiện") and not _REPORTS.match(text, following.start)
    aim = (helps and _HELPED.match(text, chain.end, place)) or _FOR.search(text, chain.end, place)
    return bool(aim) and text.startswith(",", place)


_SETTLED = re.compile(
    rf" (?:{CAPITAL}|cấp|cơ quan)[^,;.]{{3,80}}? (?:xem xét|quyết định|phê duyệt|chấp thuận|cho ý kiến|ban hành)(?!\w)"
)
_FOR = re.compile(
    rf"\bđể (?:kịp thời |tiếp tục |thực hiện |giúp [^,;.]{{3,40}} )?"
    rf"(?:{VERB}(?: mới)?, )*{VERB}(?: mới)?$"
)
_HANDS_IN = re.compile(r"(?:trình|gửi|chuyển|thông báo|công bố|công khai)(?!\w)")


def _answered_for(text: str, chain: Chain, place: int) -> bool:
    """Whether a comma stands in what somebody answers for: "chịu trách nhiệm chỉ đạo, tổ chức thực hiện P"."""
    goes_on = text.startswith(",", place) and not text.startswith("cùng ", place + 2)
    return chain.acts == (Act.CHIU_TRACH_NHIEM,) and goes_on and _DEEDS.match(text, chain.end) is not None


_DEEDS = re.compile(rf" (?:về )?(?={VERB}(?:,| \w))")


def _of_duty(joint: Joint) -> bool:
    """As in "chịu trách nhiệm bố trí bãi thả, kiểm tra diều": what somebody answers for."""
    return _answered_for(joint.text, joint.chain, joint.start) and not joint.after(_REPORTS)


def _of_help(joint: Joint) -> bool:
    """As in "tạo điều kiện để B thả diều, giữ bãi": what others are helped to do."""
    helps = joint.chain.verbs(joint.text).lower().endswith("tạo điều kiện")
    return helps and joint.sign == "," and _HELPED.match(joint.done) is not None and not joint.after(_REPORTS)


def _of_receiver(joint: Joint) -> bool:
    """As in "chuyển hồ sơ đến B để ghi vào sổ và trao giấy": what B gets it for."""
    sends = not {Act.CONG_KHAI, Act.TRINH}.isdisjoint(joint.chain.acts)
    return sends and joint.following.acts[0] is Act.CAP and _SENT_FOR.search(joint.done) is not None


_SENT_FOR = re.compile(rf" (?:đến|cho|tới) [^;.]{{3,120}} để {VERB}")
_HELPED = re.compile(r" (?:[^\s,;.]+ ){0,2}(?:để|cho) ")
GOES_ON: tuple[Rule, ...] = (
    _of_news, _of_register, _of_duty, _of_purpose, _of_help, _of_receiver, _of_plan, _one_object, _was_done,
    _same_noun, _with_reason, _of_the_same, _of_competence,
    _of_content, _of_work, _of_name, _of_object, _of_day, _of_manner,
)  # fmt: skip
"""Where the object goes on past the joint."""
_CONTENT = re.compile(
    r"\b(?:phương án|đề án|kế hoạch|chương trình|kinh phí|dự toán|biện pháp|giải pháp|quy trình|khu vực|dịch vụ"
    r"|chi phí"
    r"|chính sách|pháp luật về|quy định về|lĩnh vực) $"
)
_OF_TEXT = re.compile(r"\b(?:Nghị định|Nghị quyết|Thông tư|Quyết định)(?: số)? [^;]*\b(?:quy định|về)\b[^;]*$")
_BUSY = re.compile(rf"\b(?:quá trình {VERB}[^,;.]*|trong {VERB}(?:, {VERB})+[^,;.]*)$")
_AIMS = re.compile(rf"\bđể (?:thực hiện |tiến hành )(?:việc )?{VERB}[^,;.]*(?:, [^,;.]*)+$")
_SURE = re.compile(
    r"quyết định (?:công nhận|hình thức|mức|giá) |quy định (?:chức năng|tổ chức|nhiệm vụ)|cấp chứng chỉ"
    r"|thực hiện việc công khai|ký (?:Giấy|hợp đồng)|ủy quyền ban hành|tạo điều kiện (?:để|cho|thuận)|(?:trình"
    r"|báo cáo|gửi) \w",
    re.IGNORECASE,
)
_COMPETENT = re.compile(rf"thẩm quyền {VERB}$")
WAS_GIVEN = re.compile(r"\bđược (?:giao|phân công|phân cấp)$")
_WAS_DONE = re.compile(rf"\b(?:đã|được) {VERB}$")


def _goes_past(text: str, place: int, following: Chain) -> bool:
    """Whether what follows is done by the subject even after "việc …": "kiểm tra việc lập ao và báo cáo A"."""
    again = text.startswith(" việc ", following.end) and not text.startswith("việc ", place)
    return again or PAST.match(text, following.start) is not None


PAST = re.compile(
    r"(?:(?:trình|báo cáo|gửi)(?= \w)|triệu tập|chủ tọa|thông báo(?= với)|chịu trách nhiệm|(?:xem xét(?:,"
    r"| và) )?ký ban hành|bố trí(?= (?:kinh phí|địa điểm))|bảo đảm(?= (?:đủ |đầy đủ )?(?:các )?(?:điều kiện|quyền lợi))"
    r"|(?:đề xuất|đề nghị|kiến nghị)(?= (?:cấp|cơ quan|người) có thẩm quyền)|xử lý(?= (?:các )?(?:văn bản|vi phạm))"
    r"|(?:tổ chức )?thực hiện(?= (?:việc|công tác|các (?:chế độ|nhiệm vụ|công việc))))(?!\w)",
    re.IGNORECASE,
)
_REPEATED = frozenset({Act.CAP, Act.DINH_CHI, Act.PHE_DUYET, Act.BAN_HANH, Act.QUY_DINH, Act.CHAP_THUAN})


def once_more(joint: Joint) -> bool:
    """Whether the same verb comes again ("chỉ định A và chỉ định B"), or a choice ("ban hành hoặc phân cấp")."""
    verbs, before = joint.following.verbs(joint.text).lower(), joint.chain.verbs(joint.text).lower()
    if joint.sign == ",":
        return (joint.chain.acts[0] in _REPEATED or before == "quyết định") and before.endswith(verbs)
    if joint.sign != " và":
        return False
    return before.endswith(verbs) or (len(joint.following.acts) > 1 and " hoặc " in verbs)


_SINCE = re.compile(r"\b(?:kể từ|từ ngày|trước khi|sau khi|trong thời hạn)\b[^,;]*$")
OFFICES = re.compile(r"(?:đơn vị|cơ quan|cá nhân)$")
_REPORTS = re.compile(r"trình|báo cáo|gửi|tổng hợp", re.IGNORECASE)
_WHOLE_OBJECT = 3
