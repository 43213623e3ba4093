"""The verbs by which a clause gives an organ something to do, and the act each of them is.

The table is the whole knowledge of this module: a verb is written as the texts write it, under the act a lawyer files
it under. A verb that is not listed begins no power.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.authority.adverbs import PASSED_OVER
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_VERBS: dict[Act, str] = {
    Act.QUYET_DINH: "ký quyết định|quyết định|bỏ phiếu|quyết nghị|thông qua|biểu quyết thông qua|biểu quyết"
    "|thành lập|tổ chức lại|giải thể"
    "|sáp nhập|công nhận|đặt tên|đổi tên|phân loại|xếp hạng|xác định lại|xác định|thu hồi|trưng dụng|tuyên bố"
    "|gia hạn|phân bổ"
    "|điều chỉnh|chuyển giao|lựa chọn|áp dụng|giải tán|tạm ngưng|sửa đổi|bổ sung|thay thế|quyết toán"
    "|tạm giao|giao đất|cho thuê đất|cho phép chuyển mục đích|thay đổi|đấu giá|bán|cho thuê|thuê|dành|cưỡng chế"
    "|thế chấp|tiếp tục|dừng|ban bố|tạm dừng|truy thu|xóa nợ|khoanh nợ|kê biên|phong tỏa|tạm giữ|tiêu hủy|thanh lý"
    "|điều tiết|tính lại|tính toán",
    Act.PHE_DUYET: "phê duyệt|ký duyệt|xét duyệt|duyệt",
    Act.PHE_CHUAN: "phê chuẩn",
    Act.BAN_HANH: "ban hành|phát hành|ký ban hành|ký chứng thực",
    Act.QUY_DINH: "quy định chi tiết|quy định cụ thể|quy định",
    Act.CAP: "cấp lại|cấp đổi|cấp|xác nhận|chứng thực|chứng nhận|đăng ký|đính chính|ghi nhận|ghi|ký cấp|ký kết|ký"
    "|chỉnh lý"
    "|cập nhật|trao",
    Act.CHAP_THUAN: "chấp thuận hoặc không chấp thuận|chấp thuận|đồng ý|cho phép|thống nhất ý kiến|nhất trí",
    Act.BAU: "bầu cử|bầu|bãi nhiệm|lấy phiếu tín nhiệm|bỏ phiếu tín nhiệm",
    Act.BO_NHIEM: "bổ nhiệm lại|bổ nhiệm|kéo dài|miễn nhiệm|cách chức|điều động|luân chuyển|biệt phái|tuyển dụng"
    "|khen thưởng|biểu dương|phong, thăng|phong tặng|truy tặng|trao tặng|tặng thưởng|kỷ luật|chỉ định|nâng ngạch"
    "|xếp ngạch|nâng bậc|giao quyền|cử|tiếp nhận vào"
    "|từ chức|cho từ chức|cho thôi|giao phụ trách|phân công người",
    Act.DINH_CHI: "tạm đình chỉ|đình chỉ|bãi bỏ|hủy bỏ|hủy|bác bỏ",
    Act.XU_PHAT: "xử phạt|phạt cảnh cáo|phạt tiền|phạt|tịch thu|tước quyền",
    Act.GIAI_QUYET: "giải quyết|xử lý|nghiên cứu tiếp thu|tiếp thu|trả lời|giải trình|khắc phục|đối thoại|hòa giải"
    "|bồi thường|chi trả|thanh toán|tháo gỡ|xem xét|kết luận|từ chối tiếp nhận|từ chối cấp|từ chối|truy cứu"
    "|kháng nghị|xét xử|xét",
    Act.GIAO: "phân cấp|ủy quyền|phân quyền|phân công|giao nhiệm vụ|giao cho|giao",
    Act.THAM_DINH: "nhận xét|giám định|thẩm định|thẩm tra|kiểm định|xác minh|đánh giá",
    Act.TRINH: "trình|đề nghị|đề xuất|kiến nghị|giới thiệu|dự kiến",
    Act.CHO_Y_KIEN: "xem xét, cho ý kiến|phát biểu ý kiến|cho ý kiến|gửi ý kiến|có ý kiến|tham gia ý kiến|góp ý"
    "|thảo luận tập thể|thảo luận|phản biện|tư vấn|tham gia thảo luận|tham gia|tham dự|bàn",
    Act.XAY_DUNG: "xây dựng|lập|soạn thảo|chuẩn bị|biên soạn|hoàn thiện|hoàn chỉnh|nghiên cứu|thiết lập|đo đạc"
    "|điều tra|dự báo|quan trắc|thống kê|hình thành|tạo lập",
    Act.TO_CHUC_THUC_HIEN: "tổ chức thực hiện|tổ chức triển khai|triển khai thực hiện|triển khai|tổ chức thi hành"
    "|thi hành|thực thi|thực hiện|tổ chức|bảo đảm|đảm bảo|phát triển|phòng, chống|phòng chống|bảo vệ|tạo điều kiện"
    "|thúc đẩy|tăng cường|duy trì|giữ gìn|cung ứng|xúc tiến|ứng dụng|tiến hành|kế thừa|vận động|huy động|áp dụng"
    "|chấp hành|phát huy|chăm lo|hoàn thành|kết nối|chuyển đổi|số hóa|đồng bộ hóa|đồng bộ|bàn giao|chăm sóc|tuân thủ"
    "|tiếp|lấy ý kiến|sắp xếp|kiện toàn|ổn định|hỗ trợ|làm việc|đầu tư|đấu thầu|nâng cao|đổi mới|phát động"
    "|động viên|cân đối|di chuyển|khôi phục|tham vấn|nhân rộng|trưng cầu"
    "|trao đổi|mời|cho vay|sát hạch|tham gia thực hiện|khai thác|liên doanh, liên kết|liên doanh"
    "|sao chụp|liên kết|hợp tác|tích hợp|ngăn chặn"
    "|phát hiện|bảo mật|liên thông|nâng cấp|thuyết phục|phục hồi|bảo trì|cắm|bố trí|gặp gỡ|mở|xin lỗi|cứu trợ"
    "|đàm phán|thương lượng|niêm phong",
    Act.CHI_DAO: "chỉ đạo|lãnh đạo|điều hành|triệu tập|chủ tọa|điều hòa|chủ trì|điều phối",
    Act.QUAN_LY: "thống nhất quản lý|quản lý vận hành|quản lý|sử dụng|lưu trữ|lưu giữ|vận hành|bảo quản|giữ|theo dõi"
    "|quản trị"
    "|tra cứu|bảo toàn",
    Act.HUONG_DAN: "hướng dẫn|đào tạo|thông tin, tuyên truyền|giải thích|tuyên truyền|phổ biến|bồi dưỡng"
    "|tập huấn|quán triệt|truyền thông",
    Act.KIEM_TRA: "kiểm tra|thanh tra|rà soát, hệ thống hóa|hệ thống hóa|rà soát|đôn đốc|kiểm soát|kiểm đếm"
    "|hậu kiểm|kiểm kê|kiểm toán|sơ kết|tổng kết|nghiệm thu|chấn chỉnh|kiểm điểm|đối chiếu|xác thực|xem xét lại",
    Act.GIAM_SAT: "giám sát|chất vấn|khảo sát",
    Act.PHOI_HOP: "tham gia phối hợp|phối hợp|thống nhất",
    Act.BAO_CAO: "báo cáo|tổng hợp|giải trình trước",
    Act.CONG_KHAI: "gửi|thông báo|công khai|công bố|cung cấp|thông tin cho|niêm yết|đăng tải|chia sẻ|trả kết quả"
    "|trả|nộp|phản ánh|cảnh báo|đăng|chuyển lại|chuyển trả|chuyển|nêu rõ",
    Act.YEU_CAU: "yêu cầu|buộc",
    Act.TIEP_NHAN: "tiếp nhận|thụ lý|nhận|thu thập|thu phí|thu phiếu|thu tiền|thu lệ phí|thu, nộp|thu ngân sách",
    Act.CHIU_TRACH_NHIEM: "liên đới chịu trách nhiệm|chịu trách nhiệm",
    Act.THAM_MUU: "tham mưu|giúp|hỗ trợ, giúp",
}
_ACT_OF = {verb: act for act, verbs in reversed(_VERBS.items()) for verb in verbs.split("|")}
WEAK = frozenset(_VERBS[Act.TO_CHUC_THUC_HIEN].split("|")) - {
    "tổ chức thực hiện", "tổ chức", "thực hiện", "bố trí", "bàn giao", "kết nối"
} | {"xây dựng", "hỗ trợ", "bồi dưỡng", "đào tạo", "sử dụng"}  # fmt: skip
"""Verbs that after "quyết định biện pháp …;" go on with the object."""
_ONE = "|".join(re.escape(verb) for verb in sorted(_ACT_OF, key=len, reverse=True))
_PREFIX = (
    r"(?:chủ trì tổ chức (?:việc )?|tổ chức hoặc phối hợp tổ chức (?:việc )?|tổ chức (?:việc )?|có văn bản |ra "
    r"|(?:chủ trì )?(?:thực hiện|tiến hành)(?: lại)? (?:việc|quyền) |thực hiện chức năng "
    r"|tham gia (?=quản lý|vận hành) ?"
    r"|tiến hành |thực hiện (?=phân công|phân cấp|ủy quyền|cấp|đăng ký|ghi vào) ?|chủ trì (?:việc )?|tăng cường "
    r"|đẩy mạnh |xem xét(?:,| và|, và) "
    r"|xem xét (?!báo cáo|đề nghị|kiến nghị(?! lại)|đề xuất|yêu cầu|kết luận))?"
)
# "cấp xã", "giao thông", "quy định tại khoản 2", "chỉ đạo của …" are no verbs
_NO_VERB = (
    r"(?<!\w)(?:cấp (?:xã|xà|tỉnh|huyện|trên|dưới|mình|có thẩm|bộ|phó|sở|phòng|cơ sở|nước|trung ương|ủy|đó|nào|quốc)"
    r"|chuyển (?:công tác|mục đích|hình thức|quyền|nhượng|tiếp)|(?:đã|được) chuyển"
    r"|không (?:nhất trí|đồng ý)|tổ chức (?:tham gia|liên quan|hữu quan|có liên|khác|chính trị"
    r"|phi chính|nước ngoài|nơi|tín dụng|bộ máy|đảng|hành chính|tôn giáo|đang|đã|và chuyên|được|cá nhân|kinh tế"
    r"|xã hội|tư vấn|công chứng)"
    r"|tổ chức, (?:cá nhân|đơn vị|doanh nghiệp|hộ gia đình|công dân|nhà đầu tư|chủ đầu tư)"
    r"|cử (?:tri|nhân)|buộc thôi|xác thực điện tử|tổ chức thống nhất|cấp phê duyệt|triệu tập viên"
    r"|giao (?:thông|diện(?! tích)|dịch|lưu|tiếp)|lãnh đạo (?:các phòng|phòng|cơ quan trình|Trung tâm)"
    r"|chủ tọa (?:kỳ họp|phiên họp) (?:thì|hoặc|và|kết luận|có|ký|là)|Chủ tọa (?:kỳ họp|phiên họp)"
    r"|quy định (?:tại|ở|này|về thẩm quyền|trên|chung|khác(?! (?:về|với))|của pháp)|thông tin (?:cơ sở|đối)|(?:trung"
    r"|cung) cấp xã"
    r"|thanh tra chính phủ|kiểm tra trung ương|đăng ký kinh doanh|thi đua, khen|lập pháp|giữ chức|thu nhập|xét xử"
    r"|trình (?:tự|độ|bày)|nhận (?:được|thấy|chuyển nhượng|quyền|thừa kế|tặng|góp|thế chấp|thức)"
    r"|tiếp (?:theo|cận|quản|xúc|giáp)|bán hàng|ký hiệu|chuyển đổi số|xét tuyển|cấp độ|hình thành sau"
    r"|tổ chức (?:và hoạt động|dịch vụ công|đoàn thể|phát triển quỹ"
    r"|thực hiện định giá đất (?:đề xuất|căn cứ|phải|được|có))|giữ nguyên|mở (?:rộng|cửa|cổng|đầu|thừa|ra)"
    r"|cấp bách|giao khoán|ghi nhận(?:,| và) biểu dương"
    r"|biểu quyết tán thành"
    rf"|tiếp tục (?:làm nhiệm vụ|hoạt động|(?:{_ONE}))|quyết định (?:này|đó)|bán (?:công|kính)"
    rf"|tuyên bố lý do|giới thiệu (?:các )?thành viên|xây dựng kinh tế|điều chỉnh lại đất đai|xác định (?:đây là|rằng)"
    rf"|quyết định hoặc phán quyết|bảo vệ (?:pháp|môi trường là)|thu tiền thuê đất (?:hằng|hàng|một)"
    rf"|thuê (?:đất là))(?!\w)|(?<!\w)thống nhất(?! (?:quản lý|ý kiến)"
    rf"| (?:(?:(?! với )[^,;.]){{1,60}} )?với (?:các )?(?:cơ quan|(?-i:{CAPITAL})))"
)
_NO_VERB_AFTER = {
    "trình": r"[Cc]hương|[Qq]uy|[Cc]ông|[Ll]ộ|[Qq]uá|[Tt]ờ|[Gg]iáo|[Gg]iải|thời điểm|thời gian|thời hạn",
    "cấp": r"khẩn|cao|sơ|trung|cùng|các|một|hai|\d|phụ|trợ|nâng",
    "đầu tư": "chủ trương",
    "buộc": "bắt",
    "giải thể": "tự",
    "tổng hợp": "báo cáo",
    "lãnh đạo": "tập thể|chức vụ|chức danh|cấp|công chức|ban",
    "bàn": "địa",
    "góp ý": "ý kiến",
    "kỷ luật": "xử lý|hình thức",
    "thuê": "tiền|giá|đồng|bên|người|gian|thời hạn",
    "tiếp": "trực|chuyển|bước|kế|người",
    "lập": "xác|công|độc|đối|thành",
    "bổ sung": "được bầu",
    "đăng ký": "[Pp]hiếu",
    "giúp": "trợ",
    "trả": "hoàn",
    "nhận": "thừa|đảm|bên|người",
    "bán": "mua|giá",
    "giao": "ngoại",
    "ký": "[Tt]hư|[Cc]hữ",
}
"""After these words a verb is half of another word: "chương trình", "khẩn cấp"."""
_NO_MEMBER_AFTER = {
    "điều hành": "ban lãnh đạo,",
    "tổ chức": "cơ quan,|cá nhân,|doanh nghiệp,|công dân,|người dân,|cá nhân và|cá nhân hoặc|các cơ quan,|của"
    "|các đơn vị,"
    "|và đơn vị,|với đơn vị,|hoặc đơn vị,|hộ gia đình,",
    "kiến nghị": "tố cáo,|khiếu nại,|góp ý,",
    "phản ánh": "kiến nghị,",
    "kết luận": "nghị quyết,|chỉ thị,",
}
"""After these words a verb is a member of a list: in "cá nhân, tổ chức thực hiện" the second is who does it."""


def _not_after(table: dict[str, str]) -> str:
    return "".join(
        rf"(?!(?:{'|'.join(rf'(?<={word} )' for word in words.split('|'))}){verb}(?!\w))"
        for verb, words in table.items()
    )


_NO_NOUN, _NO_MEMBER = _not_after(_NO_VERB_AFTER), _not_after(_NO_MEMBER_AFTER)
_V = (
    rf"(?!{_NO_VERB}){_NO_MEMBER}{_PREFIX}{_NO_NOUN}(?!{_NO_VERB})(?:{_ONE})(?!\w)(?!(?<!lấy ý kiến)(?<!tham gia) (?:"
    rf"của|này|đó|là|thì)(?!\w))"
)
VERB = _V
"""A pattern of one verb, with the words that may stand before it."""
_IN_OFFICE = r" thời gian giữ chức vụ(?: lãnh đạo,? quản lý)?"
""""bổ nhiệm, kéo dài thời gian giữ chức vụ, điều động P": half of a verb, though it holds verbs."""
_CHAIN = re.compile(
    rf"{_V}(?:(?:(?<=kéo dài){_IN_OFFICE}(?=, )| theo (?:thẩm quyền|phân cấp)(?=,? (?:và|hoặc))| kịp thời(?= (?:và"
    rf"|hoặc)))?(?:\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc"
    rf"|hay)\s+|(?:(?<=xây dựng)|(?<=soạn thảo)|(?<=tham mưu)|(?<=tổng hợp))\s+(?=trình )"
    rf"|(?<=tổng hợp)\s+(?=gửi |báo cáo (?:theo |(?-i:{CAPITAL}))))(?:chủ động |kịp thời "
    rf"|trực tiếp |phải |tự (?=chịu ))?{_V})*",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{_PREFIX}(?P<verb>{_ONE})(?!\w)", re.IGNORECASE)
_STEP = re.compile(r"(?:\[\d+\])?[\s,:]*")
_SKIP = re.compile(r"(?:\[\d+\])?[\s,:]*" + PASSED_OVER, re.IGNORECASE)
# "Chủ trì, phối hợp với Bộ …, các cơ quan liên quan hướng dẫn …": what is led is the verb that comes after
_LED = re.compile(
    rf"(?P<with>(?:chủ trì|tham gia|phối hợp)(?:(?:,| và| hoặc)? phối hợp)? (?:chặt chẽ )?(?:với"
    rf"|cùng) (?:đơn vị, tổ chức thực hiện nhiệm vụ bồi thường, hỗ trợ, tái định cư|[^;.]){{2,260}}?)"
    rf"(?<! Bộ)(?<! Sở)(?<!nhu cầu)(?<!căn cứ vào)(?<!căn cứ)(?<!tính chất)"
    rf"(?<!các bộ)(?<!chức năng)(?<!cơ quan)(?<!đơn vị)(?<!cơ quan,)(?<!đơn vị,)"
    rf"(?:(?<!đất)|(?<=quỹ đất)|(?<=thu hồi đất))(?<! Ban)(?<! Ban cưỡng chế)(?:,\s*"
    rf"|\s+)(?:để |trong việc |trong )?(?-i:(?![A-ZĐ]))(?={_V}(?! (?:quỹ đất|ngành|nhà nước|chuyên ngành)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Verbs that share an object."""

    start: int
    end: int
    acts: tuple[Act, ...]
    """Each act once, in order."""

    def verbs(self, text: str) -> str:
        """The verbs as written."""
        return text[self.start : self.end]


def chain_at(text: str, place: int) -> Chain | None:
    """Return the verbs that stand at a place, adverbs and "có trách nhiệm" passed over; None if there are none."""
    for skipped in (_STEP.match(text, place), _SKIP.match(text, place)):
        found = _chain(text, skipped.end()) if skipped else None
        if found and skipped and _BY_OTHERS.search(skipped[0]) and (aim := _SET_UP_TO.match(text, found.start)):
            return chain_at(text, aim.end())
        if found and skipped and _BY_OTHERS.search(skipped[0]) and _SUFFERED.match(text, found.start):
            return None
        if found and skipped and text.startswith("mời", found.start) and _BY_OTHERS.search(skipped[0]):
            return None  # "được mời tham dự": whom others invite
        if (
            found
            and skipped
            and found.acts[0] in _PASSIVE
            and _BY_OTHERS.search(skipped[0])
            and not _GIVES.match(text, found.end)
        ):
            # "được phân cấp ký hợp đồng": what is done is what the passive verb is followed by
            return _chain(text, found.end + 1)
        if found:
            return found
    return None


_PASSIVE = frozenset({Act.GIAO, Act.CAP, Act.BO_NHIEM, Act.BAU, Act.PHE_DUYET, Act.PHE_CHUAN, Act.CHAP_THUAN,
                      Act.CONG_KHAI, Act.HUONG_DAN})  # fmt: skip
_SUFFERED = re.compile(
    r"(?:lập thành|(?:thành lập|tổ chức lại|sáp nhập|giải thể) (?:theo|ở|tại|từ|trên|khi)"
    r"|gia hạn (?:\d+|một|không quá|tối đa)|tiến hành (?:khi|theo|tại|trong|bằng|như)"
    r"|bố trí (?:ở|tại|theo|đủ|trong)|mở tài khoản|áp dụng (?:quy định|theo"
    r"|các quy)|tập huấn|thực hiện (?:tại|theo|khi|bằng|trên|thông qua|như sau)|xác định (?:căn cứ|theo|là|trên|bằng"
    r"|tại))(?!\w)",
    re.IGNORECASE,
)
"""What is done to the subject, by whom is not said: "được lập thành biên bản", "được bố trí tại ao"."""
_SET_UP_TO = re.compile(r"(?:thành lập|tổ chức) để ")
""""A được thành lập để giữ bãi": what it is set up for is what it does."""
_GIVES = re.compile(r" (?:cho|thêm) ")
"""May do so: "được ủy quyền cho B", "được chỉ định thêm người"."""
_BY_OTHERS = re.compile(r"\bđược\s*$")


_LEADS_IN = re.compile(r"chủ trì(?:, phối hợp với [^:;.]{3,160})?: ?- ", re.IGNORECASE)
""""Giao A chủ trì: - Hướng dẫn …": what A leads stands in the items."""


_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(
    {*_WORD.findall(" ".join(verb.split()[0] for verb in _ACT_OF)), *_WORD.findall(_PREFIX), "tham", "phối", "cho"}
)
"""Words one of which verbs, or the words put before them, begin with: a quick look."""


def _chain(text: str, at: int) -> Chain | None:
    first = _WORD.match(text, at)
    if first is None or first[0].lower() not in _FIRST_WORDS:
        return None
    if items := _LEADS_IN.match(text, at):
        return _chain(text, items.end())
    if _HAS_PLAN.match(text, at):
        return Chain(at, at + len("có"), (Act.XAY_DUNG,))
    if lease := _LEASE.match(text, at):
        return Chain(at, lease.end("verb"), (Act.QUYET_DINH,))
    led = _LED.match(text, at)
    together = Act.PHOI_HOP if led and led["with"].lower().startswith(("phối hợp", "tham gia")) else None
    if led and led["with"].endswith("quá trình"):
        led = together = None  # "phối hợp với B trong quá trình lập P": when, not what
    found = _CHAIN.match(text, led.end() if led else at)
    if not found:
        return None
    return Chain(found.start(), found.end(), (together,) if together else _acts_of(text, found))


def _acts_of(text: str, found: re.Match[str]) -> tuple[Act, ...]:
    """The acts of verbs that were found, each once: some verbs beside others are less, or more, than by themselves."""
    acts = list(dict.fromkeys(_ACT_OF[one["verb"].lower()] for one in _EACH.finditer(re.sub(_IN_OFFICE, "", found[0]))))
    if Act.BAU in acts:
        acts = [one for one in acts if one is not Act.BO_NHIEM]
    if acts == [Act.CHI_DAO] and _MEETING.match(text, found.end()):
        acts = [Act.TO_CHUC_THUC_HIEN]
    if found[0].lower().endswith("tổ chức lại") and _HELD_AGAIN.match(text, found.end()):
        acts = [*(one for one in acts if one is not Act.QUYET_DINH), Act.TO_CHUC_THUC_HIEN]
    if len(acts) > 1 and found[0].lower().startswith("xem xét"):
        acts = [one for one in acts if one is not Act.GIAI_QUYET] or acts
    if _STUDIED.match(found[0]):
        acts = [one for one in acts if one is not Act.XAY_DUNG] or acts
    if _ALONE_OR_TOGETHER.match(found[0]):
        acts = list(dict.fromkeys((*acts, Act.PHOI_HOP)))
    if _DISCUSSED.match(found[0]):
        acts = [Act.GIAI_QUYET, *acts]
    return tuple(acts)


_STUDIED = re.compile(
    r"nghiên cứu(?:,| và|, và) (?:giải quyết|xử lý|trả lời|tiếp thu|xem xét|giải trình|hướng dẫn)(?!\w)", re.IGNORECASE
)
""""nghiên cứu, giải quyết kiến nghị": nothing is drawn up."""
_ALONE_OR_TOGETHER = re.compile(r"tổ chức hoặc phối hợp tổ chức ", re.IGNORECASE)
_DISCUSSED = re.compile(r"xem xét, thảo luận(?! tập thể)", re.IGNORECASE)
""""xem xét, thảo luận và thông qua P" are three deeds, "xem xét, quyết định P" is one."""
_HAS_PLAN = re.compile(rf"có (?=kế hoạch (?:{_V}|việc |về ))", re.IGNORECASE)
""""A có kế hoạch tổ chức thi diều": A draws up the plan."""
_LEASE = re.compile(
    r"(?P<verb>cho) (?!người|bên|thời|cả|việc|phép|thôi|ý|từ|thuê|vay|đến)(?:(?!\b(?:cho|để|và|được"
    r"|phải)\b)(?:[^,;.]|(?<=tổ chức), (?=cá nhân))){3,70}? thuê(?: đất| nhà)?(?!\w)"
)
""""cho nhà đầu tư thuê đất": the verb in two halves."""
_HELD_AGAIN = re.compile(r" (?:(?:các )?(?:cuộc họp|phiên họp|hội nghị|kỳ họp)|việc)(?!\w)")
""""tổ chức lại cuộc họp": it is held again; "tổ chức lại ban giữ ao" is decided on."""
_MEETING = re.compile(r"(?<=chủ trì) (?:cuộc họp|hội nghị)(?!\w)")


def begins_with_act(text: str) -> bool:
    """Whether a text begins with one of the verbs."""
    return chain_at(text, 0) is not None
