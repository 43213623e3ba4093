"""Every Vietnamese word the web page and its HTTP API show."""

from __future__ import annotations

from typing import Final

TITLE: Final = "phapquy – Trợ lý thẩm quyền chính quyền địa phương"
BRAND: Final = "phapquy"
TAGLINE: Final = "Việc này thuộc cấp nào, cơ quan nào giải quyết, theo điều khoản nào?"

QUESTION_LABEL: Final = "Câu hỏi"
QUESTION_PLACEHOLDER: Final = "Ví dụ: HĐND xã có được quyết định biện pháp bảo vệ môi trường không?"
DATE_LABEL: Final = "Áp dụng tại ngày"
DATE_PLACEHOLDER: Final = "dd/mm/yyyy"
ASK: Final = "Hỏi"

EXAMPLES_LABEL: Final = "Câu hỏi mẫu"
EXAMPLES: Final = (
    "Ai quyết định chủ trương đầu tư công trình của xã?",
    "chu tich ubnd phuong duoc uy quyen cho ai",
    "Bộ phận Một cửa cấp xã do ai thành lập?",
    "Huyện không còn thì nhiệm vụ của UBND huyện cũ do ai làm?",
    "Nhiệm vụ, quyền hạn của HĐND cấp tỉnh về ngân sách",
)

INTRO_TITLE: Final = "Gõ câu hỏi rồi nhấn Enter"
INTRO_POINTS: Final = (
    "Có dấu hay không dấu đều được; viết tắt như UBND, HĐND, TTHC đều hiểu.",
    "Câu trả lời luôn kèm cấp, cơ quan và điều khoản; bấm vào điều khoản để xem trọn Điều.",
    "Muốn biết theo luật của ngày khác thì sửa ô “Áp dụng tại ngày”.",
)
INTRO_KEYS: Final = "Phím tắt: / để về ô câu hỏi, Esc để đóng điều luật."

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
NO_CITATIONS: Final = "Câu trả lời này không dẫn điều khoản nào."
OPEN_CITATION: Final = "Mở trọn điều luật của dẫn chứng {number}: {label}"
OPEN_HINT: Final = "Xem trọn Điều"
CLOSE: Final = "Đóng"
OFFICIAL_LINK: Final = "Văn bản tại trang chính thức"
QUOTE_FROM: Final = "Lời văn hiện hành lấy từ {place}"
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
NOT_SERVED: Final = "Không có trang này. Hãy mở trang chính của phapquy."

PORT_BUSY: Final = (
    "Cổng {port} đang được chương trình khác dùng. Hãy đóng chương trình đó hoặc chọn cổng khác, "
    "ví dụ: phapquy serve --port {other}"
)
PORT_DENIED: Final = "Không có quyền mở cổng {port}. Hãy chọn cổng từ 1024 trở lên, ví dụ: phapquy serve --port {other}"
BAD_HOST: Final = "Không mở được địa chỉ {host}:{port} ({reason}). Hãy kiểm tra --host và --port."
