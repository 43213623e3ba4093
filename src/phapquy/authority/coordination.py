"""Where one verb phrase ends and the next of the same subject begins: "tổng hợp hồ sơ, xây dựng đề án và báo cáo B".

A comma between verbs may join verbs, objects, or verb phrases. It joins phrases where an object of the verb before
stands already and the verb after it has an object of its own; an object that is itself told by verbs ("việc quản lý
đất, bảo vệ rừng") goes on unless the next verb is one that only a subject does ("trình", "báo cáo B", "lập").
"""

from __future__ import annotations

import re

from phapquy.authority.acts import VERB, WEAK, Chain, chain_at
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_JOINT = re.compile(r"(?P<sign>, (?:nếu|trường hợp)\b[^,;.]{3,160}? thì|,(?: (?:và|hoặc|đồng thời|rồi|sau đó))?| và| hoặc| đồng thời)\s+(?=[^\W\d_])")
_ANY = re.compile(rf"(?<![\w-]){VERB}")
_NOUNLIKE = re.compile(r"(?:quy định|quyết định|báo cáo|hướng dẫn|đề nghị|đề xuất|thông báo|kiến nghị|yêu cầu|kết luận"
                       r"|giải trình|phân loại|đánh giá|ghi|phối hợp|tổ chức|đầu tư|xác nhận|chứng nhận|giới thiệu)\Z",
                       re.IGNORECASE)  # fmt: skip
"""Verbs that are nouns as well: after a list of papers they go on with it."""
_OF_NOUN = re.compile(
    r"\s*(?:$|[,;.:)]|(?:về|của|tại|theo|và|hoặc|trong|số|này|đó|là|với(?! [A-ZĐ])|thì|nêu|có|đã|được|sau|trước)\b)"
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
    r"|cập nhật|chỉnh lý|trao|trả kết quả|trả(?= (?:Giấy|hồ sơ|lại))|xác nhận(?= (?:vào|thay đổi|trên))|đình chỉ|tước quyền|tịch thu|đăng tải|công khai(?= (?:trên|tại))"
    r"|(?:phân cấp|phân quyền|ủy quyền)(?:, ủy quyền)?(?= (?:việc|quản lý|cho|thẩm quyền|ban hành))|tạo điều kiện(?= (?:để|cho|thuận))"
    r"|(?:đề xuất|đề nghị|kiến nghị)(?= (?:(?:cấp|cơ quan|người) có thẩm quyền|với (?:cơ quan|cấp|người)))"
    r"|(?:tổ chức )?thực hiện(?= (?:việc|công tác|nhiệm vụ|các (?:công việc|nhiệm vụ|thủ tục)))|cấp(?: lại| đổi| mới)? (?:Giấy|chứng chỉ|trích lục|bản sao)"
    rf"|ban hành (?:quyết định|thông báo|văn bản|quy chế)|làm việc với|bảo đảm(?= (?:các )?(?:điều kiện|quyền lợi))|cử|quyết định(?= (?:mức|giá|phương án|hình thức|diện tích|số lượng))|đăng ký(?= vào)|quy định(?= (?:chức năng|tổ chức bộ máy|nhiệm vụ))|(?:thanh tra, kiểm tra|kiểm tra, thanh tra)|lưu trữ(?= hồ sơ)|rà soát(?= (?:các )?văn bản)|thẩm định(?= (?:thiết kế|hồ sơ|phương án|dự án))|triệu tập|chủ tọa|đôn đốc|thảo luận và quyết định|bảo đảm thi hành|điều chỉnh(?= thông báo)|đo đạc, lập|chỉnh lý|hướng dẫn(?= (?:thi hành|thực hiện))|(?:xem xét(?:,| và) )?ký ban hành|giao(?= (?-i:{CAPITAL}))"
    r"|xây dựng (?:đề án|kế hoạch|phương án|dự thảo|quy chế|báo cáo))(?!\w)",
    re.IGNORECASE,
)
"""What only a subject does, even after an object told by verbs."""
_IN_NOUN = re.compile(r"\b(?:quyền|quá trình|hồ sơ|kết quả|phương án|đơn vị|tổ chức|cơ quan|người|hệ thống|thời gian|thời hạn|biện pháp|pháp luật về|lĩnh vực|chuyên môn về|quy định về) $")
"""Nouns that a verb follows without telling what is done: "quyền sử dụng ao", "đơn vị quản lý"."""
_OPENS = re.compile(
    r"\b(?:việc|để|về|nhằm|công tác|hoạt động|trong|cho|do|cho việc|và|hoặc|tiếp tục|phải|được|có thể|trách nhiệm|nhiệm vụ"
    r"|thẩm quyền|yêu cầu|nhu cầu|khi|nếu|mà|đã|sau khi|trước khi)\s+$|[,:]\s*$|^\s*$"
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
    for joint in _JOINT.finditer(text, chain.end, limit):
        done = _AS_COMPETENT.sub("", text[chain.end : joint.start()])
        following = None if text.startswith("việc ", joint.end()) else chain_at(text, joint.end())
        if following is None or following.end > limit or text[following.start].isupper() or not _has_object(text, following, limit):
            continue
        if chain.acts == (Act.QUYET_DINH,) and joint["sign"] == " và" and following.acts == (Act.QUY_DINH,):
            return joint.start(), following  # "quyết định lập, lấp ao và quy định …"
        if joint["sign"] == " hoặc" and len(done.split()) > 1 and _HANDS_ON.match(text, following.start):
            return joint.start(), following  # "quyết định bãi thả hoặc giao A quyết định"
        verbs = list(_ANY.finditer(done))
        told = [one for one in verbs if not _NOUNLIKE.search(one[0]) and not _in_noun(done, one)]
        listed = _ends_with_verb(done, verbs)
        once_more = joint["sign"] == "," and _once_more(text, chain, following, joint["sign"])
        whole = _WHOLE.match(done) and (listed or not _goes_past(text, joint.end(), following))
        if chain.acts[0] is Act.CHI_DAO and joint["sign"] == " và" and len(verbs) == 1 and verbs[0].end() == len(done) and text.startswith(" việc ", following.end):
            return joint.start(), following  # "chỉ đạo thực hiện và kiểm tra việc …"
        if joint["sign"].endswith(" thì") and len(done.split()) < 2:  # noqa: PLR2004
            return joint.start(), following  # "A chấp thuận, trường hợp không chấp thuận thì trả lời"
        if len(done.split()) < 2 or whole or (_ends_with_verb(done, verbs) and not once_more and not _SURE.match(text, following.start)):  # noqa: PLR2004
            continue
        if (
            joint["sign"] == ","
            and any(done[: one.start()].endswith("được ") for one in told)
            and not _REPORTS.match(text, following.start)
        ):
            continue  # "đất đã được phê duyệt phương án, cấp giấy": both describe the land
        if done.lstrip().lower().startswith(following.verbs(text).lower().split(",")[0]):
            continue  # "ban hành quyết định lập ao hoặc quyết định lấp ao"
        if joint["sign"] == " hoặc" and (listed or _COMPETENT.search(done)) and not _is_own(text, following) and not _WAS_DONE.search(done):
            continue  # "thuộc thẩm quyền quyết định hoặc chấp thuận": verbs of what describes
        if joint["sign"] == "," and verbs and _CONTENT.search(done, 0, verbs[-1].start()) and not _is_own(text, following):
            continue  # "phương án dời bãi, dựng lại bãi": what the plan is about goes on
        if joint["sign"] == "," and _OF_TEXT.search(done) and not _is_own(text, following):
            continue  # "theo Nghị định về ao, phân cấp …": the title goes on
        if joint["sign"] == " và" and _BUSY.search(done) and not _REPORTS.match(text, following.start):
            continue  # "vị trí việc làm trong tiếp nhận, số hóa hồ sơ và trả kết quả"
        if joint["sign"] == "," and _AIMS.search(done) and not _REPORTS.match(text, following.start):
            continue  # "kinh phí để thực hiện việc đo ao, cắm mốc, lập bản đồ"
        if done.endswith("tiếp nhận hồ sơ") and text.startswith("trả kết quả", following.start):
            continue  # "cơ quan tiếp nhận hồ sơ và trả kết quả"
        if _OFFICES.search(done) and text.startswith("tổ chức", following.start):
            continue  # "đơn vị, tổ chức thực hiện …"
        if joint["sign"] == " hoặc" and len(done.split()) < _WHOLE_OBJECT and not _OWN.match(text, following.start):
            continue  # "điều chỉnh hiệu lực hoặc kéo dài thời hạn của văn bản": the object goes on
        if not joint["sign"].startswith(",") and _SINCE.search(done):
            continue  # "kể từ ngày đăng tin hoặc gửi thông tin"
        again = joint["sign"] == " và" and following.verbs(text).lower() == "thực hiện" and chain_at(text, following.end)
        own = bool(again) or _is_own(text, following, listed=listed) or _once_more(text, chain, following, joint["sign"])
        own = own or (joint["sign"] == " và" and not told and following.acts[0] in _WATCHES)
        own = own or (_WHOLE.match(done) is not None and _PAST.match(text, following.start) is not None)
        lists = chain.acts[0] in _LISTS and not _CONCRETE.search(chain.verbs(text))
        if own if told or lists else (own or joint["sign"] == " hoặc" or _is_phrase(text, following)):
            return joint.start(), following
    return None


_WATCHES = frozenset({Act.GIAM_SAT, Act.QUAN_LY})


def _is_own(text: str, following: Chain, *, listed: bool = False) -> bool:
    """Whether only a subject does what follows: by its verb, or because "việc" comes after it."""
    return _OWN.match(text, following.start) is not None or (not listed and text.startswith(" việc ", following.end))


_HANDS_ON = re.compile(
    rf"(?:giao|ủy quyền|phân cấp)(?:, ủy quyền)?(?= (?:cho |các |cơ quan|đơn vị|thẩm quyền |{CAPITAL}))|(?:yêu cầu|đề nghị)(?= \w)|thanh toán(?= tiền)"
)
_CONTENT = re.compile(
    r"\b(?:phương án|đề án|kế hoạch|chương trình|kinh phí|dự toán|biện pháp|giải pháp|quy trình|khu vực|dịch vụ|chi phí"
    r"|chính sách|pháp luật về|quy định về|lĩnh vực) $"
)
_OF_TEXT = re.compile(r"\b(?:Nghị định|Nghị quyết|Thông tư|Quyết định)(?: số)? [^;]*\b(?:quy định|về)\b[^;]*$")
_BUSY = re.compile(rf"\b(?:quá trình {VERB}[^,;.]*|trong {VERB}(?:, {VERB})+[^,;.]*)$")
_AIMS = re.compile(rf"\bđể (?:thực hiện |tiến hành )(?:việc )?{VERB}[^,;.]*(?:, [^,;.]*)+$")
_SURE = re.compile(rf"quy định (?:chức năng|tổ chức|nhiệm vụ)|cấp chứng chỉ|ủy quyền ban hành|tạo điều kiện (?:để|cho|thuận)|(?:trình|báo cáo|gửi) \w", re.IGNORECASE)
_COMPETENT = re.compile(rf"thẩm quyền {VERB}$")
_WAS_DONE = re.compile(rf"\b(?:đã|được) {VERB}$")


def _goes_past(text: str, place: int, following: Chain) -> bool:
    """Whether what follows is done by the subject even after "việc …": "kiểm tra việc lập ao và báo cáo A"."""
    again = text.startswith(" việc ", following.end) and not text.startswith("việc ", place)
    return again or _PAST.match(text, following.start) is not None


_PAST = re.compile(
    rf"(?:(?:trình|báo cáo|gửi)(?= \w)|thông báo(?= với)|chịu trách nhiệm|(?:xem xét(?:,| và) )?ký ban hành|bố trí(?= kinh phí)|xử lý(?= (?:các )?(?:văn bản|vi phạm))|(?:tổ chức )?thực hiện(?= (?:việc|công tác|các (?:chế độ|nhiệm vụ|công việc))))(?!\w)",
    re.IGNORECASE,
)


_REPEATED = frozenset({Act.CAP, Act.DINH_CHI, Act.PHE_DUYET, Act.BAN_HANH})


def _once_more(text: str, chain: Chain, following: Chain, sign: str) -> bool:
    """Whether the same verb comes again ("chỉ định A và chỉ định B"), or a choice ("ban hành hoặc phân cấp")."""
    verbs = following.verbs(text).lower()
    if sign not in {" và", ","}:
        return False
    if sign == ",":
        again = chain.acts[0] in _REPEATED or chain.verbs(text).lower() == "quyết định"
        return again and chain.verbs(text).lower().endswith(verbs)
    return chain.verbs(text).lower().endswith(verbs) or (len(following.acts) > 1 and " hoặc " in verbs)


_CONCRETE = re.compile(r"bố trí|kết nối|số hóa|huy động|cắm|bàn giao|ngăn chặn|chăm sóc|duy trì|mời|giữ", re.IGNORECASE)
"""Verbs whose objects are things, not what others do."""
_MERELY_LISTED = re.compile(r"quản lý nhà nước|(?:cho )?thuê|bán|nhận(?! (?:hồ sơ|đơn|báo cáo|kết quả))")
_SINCE = re.compile(r"\b(?:kể từ|từ ngày|trước khi|sau khi|trong thời hạn)\b[^,;]*$")
_OFFICES = re.compile(r"(?:đơn vị|cơ quan|cá nhân)$")


_REPORTS = re.compile(r"trình|báo cáo|gửi|tổng hợp", re.IGNORECASE)


def _ends_with_verb(done: str, told: list[re.Match[str]]) -> bool:
    """Whether verbs are being listed; "do địa phương chuẩn bị", "đã được phê duyệt" end a noun's description."""
    if done.endswith("theo quy định"):
        return False
    return bool(told) and told[-1].end() == len(done) and not _DESCRIBED.search(done[: told[-1].start()])


_DESCRIBED = re.compile(r"(?:\bdo (?:[^\s,]+ ){1,5}|được |đã |phạm vi |thực hiện |thẩm quyền |trách nhiệm |nhu cầu |Hội đồng |Ban |Tổ |Đoàn )$")


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
