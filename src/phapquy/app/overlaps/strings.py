"""Every Vietnamese word of the report on overlaps."""

from __future__ import annotations

from phapquy.authority.overlaps.model import Verdict
from phapquy.law.holder import Level

TITLE = "Trùng lặp thẩm quyền"
COLUMNS: dict[str, str] = {
    "number": "STT", "verdict": "Kết luận", "ground": "Căn cứ kết luận", "reasons": "Lý do", "hints": "Gợi ý áp dụng",
    "likeness": "Độ giống", "score": "Điểm xếp hạng", "field": "Lĩnh vực",
}  # fmt: skip
SIDES = {"first": "A", "second": "B"}
SIDE_COLUMNS: dict[str, str] = {
    "label": "Điều khoản", "id": "Mã", "holder": "Chủ thể", "level": "Cấp", "role": "Vai trò", "task": "Nhiệm vụ",
    "condition": "Điều kiện", "exception": "Ngoại lệ", "mode": "Hình thức giao", "former": "Chủ thể trước",
    "start": "Từ ngày", "end": "Đến trước ngày", "clause": "Lời điều khoản",
}  # fmt: skip
LEVELS = {
    Level.XA: "Cấp xã", Level.TINH: "Cấp tỉnh", Level.TRUNG_UONG: "Trung ương", Level.HUYEN: "Cấp huyện",
    Level.NHIEU_CAP: "Nhiều cấp, chưa rõ",
}  # fmt: skip
CLASSES = {Verdict.TRUNG: "trung", Verdict.LAP: "lap", Verdict.CHUA_DU: "chua-du", Verdict.KHONG_TRUNG: "khong-trung"}
VERDICTS = {name: verdict for verdict, name in CLASSES.items()}
HEADINGS = {
    Verdict.TRUNG: "Trùng thẩm quyền",
    Verdict.LAP: "Quy định lặp",
    Verdict.CHUA_DU: "Chưa đủ căn cứ",
    Verdict.KHONG_TRUNG: "Không trùng",
}
MEANINGS = {
    Verdict.TRUNG: "Hai chủ thể cùng vai trò trên cùng một nhiệm vụ, cùng có hiệu lực, không có quy định phân định.",
    Verdict.LAP: "Hai văn bản nói cùng một việc của cùng một chủ thể.",
    Verdict.CHUA_DU: "Lời văn chưa đủ để kết luận; lý do nói còn thiếu gì.",
    Verdict.KHONG_TRUNG: "Có căn cứ phân định, nêu trong lý do.",
}
BY_FIELD = "Theo lĩnh vực"
BY_LEVEL = "Theo cấp của hai chủ thể"
NOTHING = "Không có cặp nào phù hợp với lựa chọn này."
CAUTION = (
    "Kết quả so sánh lời văn tự động để người làm pháp chế rà soát; không thay thế ý kiến pháp lý. "
    "Gợi ý áp dụng không phải là kết luận."
)
DIFFERENT = "Chữ được tô là chữ khác nhau giữa hai điều khoản."
SUMMARY, PAIRS = "Tổng hợp", "Số cặp"
SCOPE = {
    "day": "Áp dụng pháp luật ngày", "made": "Lập ngày", "store": "Kho văn bản", "documents": "Văn bản được so",
    "powers": "Thẩm quyền được so", "pairs": "Cặp đã xét", "found": "Cặp tìm thấy", "written": "Cặp ghi trong tệp này",
    "choices": "Bộ lọc", "caution": "Lưu ý",
}  # fmt: skip
STORE = "{documents} văn bản, cập nhật đến ngày {day:%d/%m/%Y}"
NOT_FILTERED = "không lọc; không gồm các cặp “không trùng” (thêm bằng --verdict khong-trung)"
