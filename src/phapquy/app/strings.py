"""Every Vietnamese word the web page and its HTTP API show."""

from __future__ import annotations

from typing import Final

TITLE: Final = "phapquy – Trợ lý thẩm quyền chính quyền địa phương"
BRAND: Final = "phapquy"
TAGLINE: Final = "Việc này thuộc cấp nào, cơ quan nào giải quyết, theo điều khoản nào?"

QUESTION_LABEL: Final = "Câu hỏi"
QUESTION_PLACEHOLDER: Final = "Hỏi như hỏi đồng nghiệp"
DATE_LABEL: Final = "Áp dụng tại ngày"
DATE_PLACEHOLDER: Final = "dd/mm/yyyy"
ASK: Final = "Hỏi"

EXAMPLES_LABEL: Final = "Năm câu hỏi mẫu, theo việc của bạn"
EXAMPLES: Final = (
    ("Cán bộ Một cửa", "can bo mot cua co duoc doi them giay to ngoai quy dinh khong"),
    ("Lãnh đạo xã, phường", "Ai quyết định chủ trương đầu tư công trình của xã?"),
    ("Pháp chế, tư pháp", "HĐND xã có được đặt tên đường không?"),
    ("Địa chính", "Ai giải quyết tranh chấp đất đai ở xã?"),
    ("Văn phòng cấp tỉnh", "Điều 14 Nghị định 118/2025/NĐ-CP quy định gì?"),
)
"""Who asks, and a question of theirs; each is answered from the corpus."""

INTRO_POINTS: Final = (
    ("Hỏi tự nhiên", "Có dấu hay không dấu, viết tắt như UBND, HĐND, TTHC đều hiểu."),
    ("Có căn cứ mới trả lời", "Mỗi câu đều dẫn điều khoản nguyên văn; không có căn cứ thì nói là không tìm thấy."),
    ("Đúng luật của ngày", "Muốn biết theo luật của ngày khác thì sửa ô “Áp dụng tại ngày”."),
)
KEYS_LABEL: Final = "Phím tắt"
KEYS: Final = (
    ("Enter", "hỏi"),
    ("/", "về ô câu hỏi"),
    ("↑", "gọi lại câu đã hỏi"),
    ("Esc", "đóng điều luật"),
)

HISTORY_LABEL: Final = "Câu đã hỏi trên máy này"
HISTORY_NOTE: Final = "Chỉ lưu trong trình duyệt này, không gửi đi đâu."
HISTORY_EMPTY: Final = "Chưa có câu nào."
HISTORY_CLEAR: Final = "Xóa hết"
HISTORY_CLEARED: Final = "Đã xóa hết các câu đã hỏi trên máy này."
HISTORY_REMOVE: Final = "Xóa câu này: {question}"

LEVELS: Final = {
    "xa": "Cấp xã",
    "tinh": "Cấp tỉnh",
    "trung-uong": "Trung ương",
    "nhieu-cap": "Nhiều cấp",
    "huyen": "Cấp huyện (trước 01/7/2025)",
}
OUTCOMES: Final = {
    "answered": "Đã trả lời",
    "clarify": "Cần hỏi thêm",
    "not_found": "Không tìm thấy",
}
ROLES: Final = {"basis": "Căn cứ", "related": "Liên quan", "contrast": "Đối chiếu"}
SOURCE_QUALITY: Final = {
    "official": "Nguồn chính thức",
    "checked-copy": "Bản đã đối chiếu",
    "single-copy": "Bản chưa đối chiếu",
    "secondary": "Nguồn thứ cấp",
    "digest": "Chỉ có bản tóm lược",
}
"""Labels of the manifest's values; another value is shown as it stands."""
SOURCE_OTHER: Final = "Nguồn: {quality}"

PHRASED_BY: Final = "Diễn đạt lại bằng mô hình {name}; căn cứ và trích dẫn không đổi."
ANSWER_LABEL: Final = "Câu trả lời"
ORGANS_LABEL: Final = "Cơ quan có thẩm quyền"
UNDERSTOOD: Final = "Hiểu là:"
WARNINGS_LABEL: Final = "Lưu ý"
CHOICES_LABEL: Final = "Chọn một ý để hỏi tiếp"
SUGGESTIONS_LABEL: Final = "Có thể hỏi tiếp"
CITATIONS_LABEL: Final = "Điều khoản được dẫn"
RELATED_LABEL: Final = "Gần với câu hỏi, không phải căn cứ ({count})"
NEAREST_LABEL: Final = "Gần nhất, chỉ để tham khảo"
CONTRAST_LABEL: Final = "{level} làm gì"
OTHER_LEVEL: Final = {"xa": "Cấp tỉnh", "tinh": "Cấp xã", "trung-uong": "Địa phương"}
OTHER_LEVEL_UNKNOWN: Final = "Cấp kia"
JUMP: Final = "Tới dẫn chứng {number}: {label}"
BACK: Final = "↑ Về câu trả lời"
OPEN_DOCUMENT: Final = "Mở trong văn bản"
ASK_CLAUSE: Final = "{label} quy định gì?"
FOLLOW_CONTRAST: Final = "{level} làm gì? Xem {label}"
FOLLOW_BEFORE: Final = "Trước ngày {day} thì sao?"
FOLLOW_AFTER: Final = "Từ ngày {day} thì sao?"
POWERS_LABEL: Final = "Ai làm gì theo căn cứ ({count})"
POWER_TASK: Final = "Vai trò và nhiệm vụ"
POWER_CONDITION: Final = "Điều kiện"
POWER_EXCEPTION: Final = "Trừ"
POWER_MODE: Final = "Hình thức"
POWER_FORMER: Final = "Trước đây thuộc"
POWER_BASIS: Final = "Căn cứ"
POWER_OTHER: Final = "Phần của cấp khác"
POWER_OF_OTHER: Final = "{organ} – {deed} ({place})"
HOLDER_ROLES: Final = {
    "quyết định": "Có thẩm quyền quyết định",
    "thực hiện": "Có trách nhiệm thực hiện",
    "trình, đề nghị": "Trình, đề nghị",
    "đồng ý": "Phải có sự đồng ý của",
    "cho ý kiến": "Cho ý kiến",
    "được giao": "Được giao việc",
    "được nhắc đến": "Được nhắc đến",
}
YES: Final = "Có"
NO: Final = "Không"
CORRECT: Final = "Sửa lại cho đúng ý"
CORRECT_HINT: Final = "Đưa câu này vào ô câu hỏi để sửa"
COVERED_LABEL: Final = "Kho trả lời được gì"
COVERED: Final = (
    "Kho hiện có {documents} văn bản về tổ chức chính quyền địa phương hai cấp, phân cấp, phân quyền, ủy quyền, "
    "thủ tục một cửa, cán bộ công chức, sắp xếp đơn vị hành chính và một số luật liên quan, tính đến ngày {day}."
)
COVERED_LINK: Final = "Xem danh sách văn bản trong kho"
COVERED_TIP: Final = "Hãy thử nêu rõ việc gì, cơ quan nào hoặc số điều khoản, hay sửa ngày áp dụng."

EXPORT_LABEL: Final = "Phiếu trả lời"
EXPORT_DOCX: Final = "Tải Word"
EXPORT_PDF: Final = "Tải PDF"
EXPORT_DOCX_HINT: Final = "Tải phiếu trả lời dạng Word (DOCX)"
EXPORT_PDF_HINT: Final = "Tải phiếu trả lời dạng PDF"
COPY: Final = "Chép để gửi Zalo, thư"
COPIED: Final = "Đã chép. Dán vào Zalo hoặc thư bằng Ctrl+V."
COPY_FAILED: Final = "Trình duyệt không cho chép. Hãy tải Word hoặc PDF."
EXPORTING: Final = "Đang soạn phiếu…"
EXPORTED: Final = "Đã tải phiếu về thư mục Tải xuống."
EXPORT_FAILED: Final = "Chưa tải được phiếu. Hãy thử lại; nếu vẫn lỗi, kiểm tra cửa sổ lệnh đang chạy “phapquy serve”."

VERDICTS: Final = {
    "dung": "Đúng",
    "sai-dieu-khoan": "Sai điều khoản",
    "sai-tham-quyen": "Sai thẩm quyền",
    "het-hieu-luc": "Hết hiệu lực",
    "thieu": "Thiếu",
}
FEEDBACK_LABEL: Final = "Câu trả lời này thế nào?"
FEEDBACK_NOTE: Final = "Lưu trên máy này; tên, số điện thoại, số giấy tờ trong câu hỏi được che."
FEEDBACK_THANKS: Final = "Đã ghi nhận: {verdict}. Cảm ơn bạn."
FEEDBACK_MORE: Final = "Đúng ra là gì? (không bắt buộc)"
FEEDBACK_SEND: Final = "Gửi thêm"
FEEDBACK_FAILED: Final = "Chưa ghi được góp ý. Hãy thử lại."
FEEDBACK_OFF: Final = "Máy này không lưu góp ý (cài đặt feedback = false)."
FEEDBACK_LOST: Final = (
    "Không ghi hoặc đọc được góp ý ở {path}. Hãy kiểm tra chỗ trống và quyền ghi, "
    "hoặc đặt PHAPQUY_DATA_DIR sang thư mục khác."
)
BAD_VERDICT: Final = "Góp ý không đúng. Hãy chọn một trong: {known}."
LONG_NOTE: Final = "Ghi chú dài quá {limit} ký tự. Hãy rút gọn."
CASE_SAID: Final = "Góp ý “{verdict}” ngày {day}, chỉ mục {snapshot}."
CASE_ANSWERED: Final = "Cần người sửa; trợ lý đã trả lời: {outcome}; cơ quan: {organs}; căn cứ: {cited}."
CASE_NOTE: Final = "Ghi chú: {note}"
FROM_ELSEWHERE: Final = "Yêu cầu đến từ một trang khác nên không được nhận."
NO_CITATIONS: Final = "Câu trả lời này không dẫn điều khoản nào."
OPEN_CITATION: Final = "Xem trọn Điều của dẫn chứng {number}: {label}"
OPEN_HINT: Final = "Xem trọn Điều"
CLOSE: Final = "Đóng"
OFFICIAL_LINK: Final = "Văn bản tại trang chính thức"
QUOTE_FROM: Final = "Lời văn hiện hành lấy từ {place}"
DOUBTFUL: Final = "Cần đối chiếu bản gốc"
DOUBTS: Final = "Lời văn {why}"
DIGEST_NOTE: Final = "Tóm lược của phapquy, không phải nguyên văn"
AMENDED_BY: Final = "Được sửa đổi bởi"
VIA: Final = "Dẫn qua"
PLAIN: Final = "Nói dễ hiểu:"
POINTS_TO: Final = "Điều khoản liên quan ({count})"
POINTER: Final = "{label} – {validity}"
PLACE: Final = "{place}, văn bản {slug}"

IN_FORCE: Final = "Đang có hiệu lực"
IN_FORCE_FROM: Final = "Có hiệu lực từ {start}"
IN_FORCE_UNTIL: Final = "Có hiệu lực từ {start} đến hết {last}"
IN_FORCE_TO: Final = "Có hiệu lực đến hết {last}"
NOT_YET: Final = "Chưa có hiệu lực (từ {start})"
ENDED: Final = "Đã hết hiệu lực từ {end}"
NOT_IN_FORCE: Final = "Không có hiệu lực tại ngày này"

AS_OF: Final = "Áp dụng tại ngày {day}"
COVERAGE: Final = "Kho văn bản: {documents} văn bản, tính đến ngày {day}"
BUSY: Final = "Đang lập chỉ mục phần còn lại: {percent} %"
BUSY_UNKNOWN: Final = "Đang lập chỉ mục phần còn lại…"
BUSY_NOTE: Final = "Bạn vẫn hỏi được; câu trả lời hiện dựa trên các văn bản đã lập chỉ mục."
BUILD_DIED: Final = "tiến trình lập chỉ mục dừng giữa chừng (mã {code}). Hãy chạy: phapquy build"
BUILD_BROKE_OFF: Final = "Việc lập chỉ mục dừng giữa chừng. Hãy chạy: phapquy build"
BUILD_BROKE: Final = "lỗi ngoài dự kiến ({kind}). Hãy chạy: phapquy build"
SWAP_BROKE: Final = "không mở được chỉ mục mới ({kind}). Hãy chạy: phapquy build --force"
BUILD_FAILED: Final = "Chưa lập được chỉ mục phần còn lại: {reason}"

FOOTER: Final = (
    "Chạy hoàn toàn trên máy này, không gửi câu hỏi đi đâu. Câu trả lời để tham khảo; "
    "khi giải quyết công việc, hãy đối chiếu với văn bản chính thức."
)
LOADING: Final = "Đang mở trang…"
WAITING: Final = "Đang tìm câu trả lời…"
NEEDS_SCRIPT: Final = "Trang này cần bật JavaScript trong trình duyệt."
LOST: Final = (
    "Mất kết nối với phapquy trên máy này. Hãy kiểm tra cửa sổ lệnh đang chạy “phapquy serve”; trang tự nối lại."
)

ERROR_LABEL: Final = "Chưa trả lời được"
EMPTY_QUESTION: Final = "Bạn chưa nhập câu hỏi. Hãy gõ câu hỏi vào ô rồi nhấn Enter."
LONG_QUESTION: Final = "Câu hỏi dài quá {limit} ký tự. Hãy rút gọn rồi hỏi lại."
BAD_DATE: Final = "Ngày “{text}” không hợp lệ. Hãy ghi ngày/tháng/năm, ví dụ {example}."
DATE_RANGE: Final = "Ngày “{text}” nằm ngoài khoảng từ năm {first} đến năm {last}. Hãy kiểm tra lại năm."
BAD_PROVISION: Final = "Không mở được điều khoản này. Hãy hỏi lại rồi bấm vào điều khoản trong danh sách."
UNEXPECTED: Final = (
    "Có lỗi ngoài dự kiến nên chưa trả lời được. Hãy thử lại; nếu vẫn lỗi, chạy “phapquy doctor” để kiểm tra."
)

API_BAD_REQUEST: Final = "Yêu cầu không đúng: gửi q (câu hỏi) và có thể kèm as_of (ngày), dạng JSON khi dùng POST."
API_NOT_FOUND: Final = "Không có địa chỉ này. Dùng /api/ask?q=…&as_of=… hoặc /healthz."
API_METHOD: Final = "Chỉ dùng được GET hoặc POST với /api/ask."
TOO_LARGE: Final = "Yêu cầu quá lớn. Hãy gửi câu hỏi ngắn hơn."
UPLOAD_TOO_LARGE: Final = "Tệp quá lớn. Hãy chia nhỏ tệp, hoặc thêm bằng lệnh: phapquy corpus add"
NOT_SERVED: Final = "Không có trang này. Hãy kiểm tra lại địa chỉ, hoặc mở trang chính của phapquy."
ADMIN_OFF: Final = (
    "Trang quản trị chưa được bật. Người quản trị đặt mật khẩu bằng lệnh “phapquy password”, "
    "rồi chạy lại “phapquy serve”."
)
WRONG_METHOD: Final = "Địa chỉ này không nhận cách gửi đó. Hãy mở trang bằng đường dẫn, hoặc quay lại trang chính."
REFUSED: Final = "Yêu cầu không đúng nên không được nhận. Hãy mở lại trang chính của phapquy."

PORT_BUSY: Final = (
    "Cổng {port} đang được chương trình khác dùng. Hãy đóng chương trình đó hoặc chọn cổng khác, "
    "ví dụ: phapquy serve --port {other}"
)
PORT_DENIED: Final = "Không có quyền mở cổng {port}. Hãy chọn cổng từ 1024 trở lên, ví dụ: phapquy serve --port {other}"
BAD_HOST: Final = "Không mở được địa chỉ {host}:{port} ({reason}). Hãy kiểm tra --host và --port."
