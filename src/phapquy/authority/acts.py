"""The verbs by which a clause gives an organ something to do, and the act each of them is.

The table is the whole knowledge of this module: a verb is written as the texts write it, under the act a lawyer files
it under. A verb that is not listed begins no power.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.authority.power import Act

_VERBS: dict[Act, str] = {
    Act.QUYET_DINH: "quyết định|quyết nghị|thông qua|biểu quyết|thành lập|tổ chức lại|giải thể|sáp nhập|công nhận"
    "|đặt tên|đổi tên|phân loại|xếp hạng|xác định lại|xác định|thu hồi|trưng dụng|tuyên bố|gia hạn|phân bổ|bố trí"
    "|điều chỉnh|chuyển giao|lựa chọn|áp dụng|giải tán|tạm ngưng|kéo dài|sửa đổi|bổ sung|thay thế|quyết toán"
    "|tạm giao|hỗ trợ|thay đổi|đấu giá|bán|cho thuê|thuê|dành|sử dụng|cưỡng chế|thế chấp|tiếp tục|dừng",
    Act.PHE_DUYET: "phê duyệt|duyệt",
    Act.PHE_CHUAN: "phê chuẩn",
    Act.BAN_HANH: "ban hành|ký ban hành|ký chứng thực",
    Act.QUY_DINH: "quy định chi tiết|quy định cụ thể|quy định",
    Act.CAP: "cấp lại|cấp đổi|cấp|xác nhận|chứng thực|chứng nhận|đăng ký|đính chính|ghi nhận|ghi|ký|chỉnh lý"
    "|cập nhật|trao",
    Act.CHAP_THUAN: "chấp thuận hoặc không chấp thuận|chấp thuận|đồng ý|cho phép|thống nhất ý kiến|nhất trí",
    Act.BAU: "bầu cử|bầu|bãi nhiệm|lấy phiếu tín nhiệm|bỏ phiếu tín nhiệm",
    Act.BO_NHIEM: "bổ nhiệm lại|bổ nhiệm|miễn nhiệm|cách chức|điều động|luân chuyển|biệt phái|tuyển dụng|khen thưởng"
    "|kỷ luật|chỉ định|nâng ngạch|nâng bậc|giao quyền|cử|tiếp nhận vào|từ chức|cho từ chức|cho thôi|đào tạo"
    "|giao phụ trách|phân công người",
    Act.DINH_CHI: "tạm đình chỉ|đình chỉ|bãi bỏ|hủy bỏ|hủy|bác bỏ",
    Act.XU_PHAT: "xử phạt|phạt cảnh cáo|phạt tiền|phạt|tịch thu|tước quyền",
    Act.GIAI_QUYET: "giải quyết|xử lý|trả lời|giải trình|khắc phục|đối thoại|hòa giải|bồi thường|chi trả|thanh toán"
    "|xem xét|quyết|từ chối|truy cứu|kháng nghị|xét xử|xét",
    Act.GIAO: "phân cấp|ủy quyền|phân quyền|phân công|giao nhiệm vụ|giao đất|giao cho|giao",
    Act.THAM_DINH: "thẩm định|thẩm tra|kiểm định|xác minh|đánh giá",
    Act.TRINH: "trình|đề nghị|đề xuất|kiến nghị|giới thiệu|yêu cầu|dự kiến",
    Act.CHO_Y_KIEN: "xem xét, cho ý kiến|cho ý kiến|có ý kiến|tham gia ý kiến|góp ý|thảo luận|phản biện|tư vấn"
    "|tham gia|lấy ý kiến|trao đổi|bàn",
    Act.XAY_DUNG: "xây dựng|lập|soạn thảo|chuẩn bị|biên soạn|hoàn thiện|hoàn chỉnh|nghiên cứu|thiết lập|đo đạc"
    "|điều tra|thống kê|hình thành",
    Act.TO_CHUC_THUC_HIEN: "tổ chức thực hiện|tổ chức triển khai|triển khai thực hiện|triển khai|tổ chức thi hành"
    "|thi hành|thực thi|thực hiện|tổ chức|bảo đảm|đảm bảo|phát triển|phòng, chống|phòng chống|bảo vệ|tạo điều kiện"
    "|thúc đẩy|tăng cường|duy trì|giữ gìn|cung ứng|xúc tiến|ứng dụng|tiến hành|kế thừa|vận động|huy động|áp dụng"
    "|chấp hành|phát huy|chăm lo|hoàn thành|kết nối|chuyển đổi|số hóa|bàn giao|chăm sóc|thi đua|tuân thủ|tiếp công dân"
    "|tiếp|đầu tư|đấu thầu|nâng cao|đổi mới|phát động|khai thác|liên kết|hợp tác|ngăn chặn|phát hiện|cắm|chuyển",
    Act.CHI_DAO: "chỉ đạo|lãnh đạo|điều hành|triệu tập|chủ tọa|điều hòa|chủ trì|điều phối",
    Act.QUAN_LY: "thống nhất quản lý|quản lý|lưu trữ|lưu giữ|vận hành|bảo quản|giữ|theo dõi|quản trị",
    Act.HUONG_DAN: "hướng dẫn|giải thích|tuyên truyền|phổ biến|bồi dưỡng|tập huấn|giáo dục|quán triệt|truyền thông",
    Act.KIEM_TRA: "kiểm tra|thanh tra|rà soát|đôn đốc|kiểm soát|kiểm đếm|hậu kiểm|kiểm kê|kiểm toán|sơ kết|tổng kết"
    "|nghiệm thu|kiểm điểm|xem xét lại",
    Act.GIAM_SAT: "giám sát|chất vấn|khảo sát",
    Act.PHOI_HOP: "phối hợp",
    Act.BAO_CAO: "báo cáo|gửi|thông báo|công khai|công bố|cung cấp|thông tin|niêm yết|tổng hợp|đăng tải|chia sẻ"
    "|trả kết quả|trả|nộp|phản ánh|cảnh báo|đăng",
    Act.TIEP_NHAN: "tiếp nhận|thụ lý|nhận|thu thập|thu",
    Act.CHIU_TRACH_NHIEM: "chịu trách nhiệm",
    Act.THAM_MUU: "tham mưu|giúp|hỗ trợ, giúp",
}
_ACT_OF = {verb: act for act, verbs in reversed(_VERBS.items()) for verb in verbs.split("|")}
_ONE = "|".join(re.escape(verb) for verb in sorted(_ACT_OF, key=len, reverse=True))
_PREFIX = r"(?:tổ chức (?:việc )?|có văn bản |ra |(?:thực hiện|tiến hành) việc |xem xét(?:,| và|, và) |không )?"
_V = rf"{_PREFIX}(?:{_ONE})(?!\w)"
_CHAIN = re.compile(rf"{_V}(?:(?:\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc|hay)\s+){_V})*", re.IGNORECASE)
_EACH = re.compile(rf"{_PREFIX}(?P<verb>{_ONE})(?!\w)", re.IGNORECASE)
_SKIPPED = (
    r"(?:(?:được thay mặt (?P<_>[^,;.]{0,60}?)(?=quyết định|thực hiện)|được|phải|có thể|sẽ|đồng thời|trực tiếp|kịp thời"
    r"|thường xuyên|chủ động|định kỳ|hằng năm|hàng năm|có trách nhiệm|có quyền|có thẩm quyền|có nhiệm vụ|có nghĩa vụ"
    r"|có chức năng|chịu|cụ thể|thống nhất(?! (?:quản lý|ý kiến))|việc|và|cùng|tự|trong phạm vi (?:nhiệm vụ, )?"
    r"(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền)[^,;.]{0,40},|căn cứ [^;.]{0,200}?,|theo thẩm quyền|chỉ|nhanh chóng"
    r"|đột xuất|tiếp tục|cũng|quyền|trước tiên|có)\s*,?\s*)*"
)
_SKIP = re.compile(r"[\s,:]*" + _SKIPPED, re.IGNORECASE)
# "Chủ trì, phối hợp với Bộ …, các cơ quan liên quan hướng dẫn …": what is led is the verb that comes after
_LED = re.compile(
    rf"(?P<with>(?:chủ trì|phối hợp)(?:(?:,| và| hoặc) phối hợp)? (?:chặt chẽ )?(?:với|cùng) [^;.]{{2,260}}?)"
    rf"(?<!các bộ)(?<!cơ quan)(?:,\s*|\s+)(?:để |trong việc |trong )?(?={_V}(?! (?:ngành|nhà nước|chuyên ngành)))",
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
    at = _skip(text, place)
    led = _LED.match(text, at)
    together = Act.PHOI_HOP if led and led["with"].lower().startswith("phối hợp") else None
    if led:
        at = led.end()
    found = _CHAIN.match(text, at)
    if not found:
        return None
    acts = tuple(dict.fromkeys(_ACT_OF[one["verb"].lower()] for one in _EACH.finditer(found[0])))
    if len(acts) > 1 and acts[0] is Act.GIAI_QUYET and found[0].lower().startswith("xem xét"):
        acts = acts[1:]
    return Chain(found.start(), found.end(), (together,) if together else acts)


def _skip(text: str, place: int) -> int:
    found = _SKIP.match(text, place)
    end = found.end() if found else place
    # "cụ thể", "thống nhất" … may themselves be the beginning of a verb
    return end


def begins_with_act(text: str) -> bool:
    """Whether a text begins with one of the verbs."""
    return chain_at(text, 0) is not None
