"""A comma or conjunction between verbs: what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from phapquy.authority.acts import VERB, Chain
from phapquy.vietnamese.letters import CAPITAL

_ANY = re.compile(rf"(?<![\w-]){VERB}")
NOUNLIKE = re.compile(r"(?:quy định|quyết định|báo cáo|hướng dẫn|đề nghị|đề xuất|thông báo|kiến nghị|yêu cầu|kết luận"
                       r"|giải trình|phân loại|đánh giá|ghi|phối hợp|tổ chức|đầu tư|xác nhận|chứng nhận|giới thiệu)\Z",
                       re.IGNORECASE)  # fmt: skip
"""Verbs that are nouns as well: after a list of papers they go on with it."""
_AS_COMPETENT = re.compile(r"^\s*theo (?:thẩm quyền|phân cấp)(?= \w)")
OWN = re.compile(
    rf"(?:trình(?! tự| độ)|báo cáo(?= \w)|tổng hợp|gửi(?= \w)"
    rf"|lập(?! pháp|,)|niêm yết|thông báo(?= (?:bằng|cho|đến|với|kết quả))|chuyển(?= \w)"
    r"|cập nhật|chỉnh lý|trao|trả kết quả|trả(?= (?:Giấy|hồ sơ|lại))|xác nhận(?= (?:vào|thay đổi"
    r"|trên))|đình chỉ|tước quyền|tịch thu|đăng tải|công khai(?= (?:trên|tại))"
    r"|(?:phân cấp|phân quyền|ủy quyền)(?:, ủy quyền)?(?= (?:việc|quản lý|cho|thẩm quyền|ban hành))"
    r"|tạo điều kiện(?= (?:để|cho|thuận))|(?:đề xuất|đề nghị|kiến nghị)(?= (?:(?:cấp|cơ quan|người) có thẩm quyền"
    r"|với (?:cơ quan|cấp|người)))"
    r"|(?:tổ chức )?thực hiện(?= (?:phản biện|giám sát|việc|công tác|nhiệm vụ|các (?:công việc|nhiệm vụ|thủ tục"
    r"|chế độ)))"
    r"|cấp(?: lại| đổi| mới)? (?:Giấy|chứng chỉ|trích lục|bản sao)"
    rf"|ban hành (?:(?:các )?quyết định|thông báo|văn bản|quy chế)|làm việc với|(?:bảo đảm"
    rf"|đảm bảo)(?= (?:các )?(?:điều kiện"
    rf"|quyền lợi|chính sách))|cử|quyết định(?= (?:công nhận|mức|giá|phương án|hình thức|diện tích|số lượng))"
    rf"|đăng ký(?= (?:vào|đất đai"
    rf"|biến động))|quy định(?= (?:chức năng|tổ chức bộ máy|nhiệm vụ))|(?:thanh tra, kiểm tra|kiểm tra, thanh tra)"
    rf"|lưu trữ(?= hồ sơ)|ký(?= (?:Giấy|hợp đồng))|rà soát(?= (?:các )?văn bản)|thẩm định(?= (?:thiết kế|hồ sơ"
    rf"|phương án|dự án))"
    rf"|xử lý(?= theo quy định)|hoàn (?:chỉnh|thiện)(?= hồ sơ,? trình)|triệu tập|chủ tọa|đôn đốc"
    rf"|bố trí(?= (?:kinh phí|địa điểm))"
    rf"|thảo luận và quyết định|bảo đảm thi hành|tổ chức đấu giá"
    rf"|tra cứu(?= thông tin)|tham gia thảo luận|điều chỉnh(?= thông báo)"
    rf"|đo đạc, lập|chỉnh lý|thống nhất|vận động(?= [Nn]hân dân)"
    rf"|hướng dẫn(?= (?:thi hành|thực hiện))|(?:xem xét(?:,| và) )?ký ban hành"
    rf"|giao(?= (?-i:{CAPITAL}))"
    r"|xây dựng (?:đề án|kế hoạch|phương án|dự thảo|quy chế|quy trình|báo cáo))(?!\w)",
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


_NEAR = 60
"""Letters that the words before a verb take at most; what stands before them need not be read."""


def _in_noun(done: str, verb: re.Match[str]) -> bool:
    """Whether a verb only describes the noun before it, so that the verb after the comma does not go with it."""
    before = done[max(0, verb.start() - _NEAR) : verb.start()]
    return _IN_NOUN.search(before) is not None or _OPENS.search(before) is None


@dataclass(frozen=True, slots=True)
class Joint:
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
        told = tuple(one for one in verbs if not NOUNLIKE.search(one[0]) and not _in_noun(done, one))
        for name, value in (("done", done), ("verbs", verbs), ("told", told), ("listed", _ends_with_verb(done, verbs))):
            object.__setattr__(self, name, value)

    def after(self, pattern: re.Pattern[str]) -> bool:
        """Whether the verbs after the joint begin with a pattern."""
        return pattern.match(self.text, self.following.start) is not None

    @property
    def short(self) -> bool:
        """Whether nothing or one word stands between the verbs: no object yet."""
        words = len(self.done.split())
        return (words == 0 and self.sign != " đồng thời") or (words == 1 and (self.listed or self.sign != " và"))

    @property
    def own(self) -> bool:
        """Whether only a subject does what follows: by its verb, or because "việc" comes after it."""
        return is_own(self.text, self.following)


def is_own(text: str, following: Chain, *, listed: bool = False) -> bool:
    """Whether only a subject does what follows: by its verb, or because "việc" comes after it."""
    return OWN.match(text, following.start) is not None or (not listed and text.startswith(" việc ", following.end))


def _ends_with_verb(done: str, told: tuple[re.Match[str], ...]) -> bool:
    """Whether verbs are being listed; "do địa phương chuẩn bị", "đã được phê duyệt" end a noun's description."""
    if done.endswith("theo quy định") or done == " kỷ luật":
        return False
    return bool(told) and told[-1].end() == len(done) and not _DESCRIBED.search(done[: told[-1].start()])


_DESCRIBED = re.compile(
    r"(?:\bdo (?:[^\s,]+ ){1,5}|được |đã |phạm vi |thực hiện |thẩm quyền |trách nhiệm |nhu cầu |Hội đồng |Ban |Tổ "
    r"|Đoàn |pháp luật về )$"
)


Rule = Callable[[Joint], bool]
