"""Every Vietnamese word of the administrator's page."""

from __future__ import annotations

from typing import Final

TITLE: Final = "phapquy – Quản trị kho văn bản"
HEADING: Final = "Quản trị kho văn bản"
LOGOUT: Final = "Thoát"

PASSWORD: Final = "Mật khẩu quản trị"
LOGIN: Final = "Vào"
WRONG: Final = "Mật khẩu không đúng."
WAIT: Final = "Đã thử sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại."
LOGGED_OUT: Final = "Phiên làm việc đã hết. Hãy tải lại trang và nhập mật khẩu."
NOT_OURS: Final = "Yêu cầu không đến từ trang quản trị nên bị từ chối."

ADD: Final = "Thêm văn bản"
FILE: Final = "Tệp văn bản (PDF, DOCX, HTML, Markdown, TXT hoặc ảnh quét), tối đa {limit} MB"
READ: Final = "Đọc tệp"
READING: Final = "Đang đọc tệp. Bản quét có thể mất vài phút; trang vẫn trả lời câu hỏi như thường."
BUSY: Final = "Đang đọc một tệp khác. Hãy đợi tệp đó xong rồi thử lại."
GONE: Final = "Tệp này không còn chờ nữa. Hãy chọn lại tệp."
NO_FILE: Final = "Chưa chọn tệp."
TOO_LARGE: Final = "Tệp lớn hơn {limit} MB. Hãy chia nhỏ tệp."
CUT_OFF: Final = "Tệp chưa tới đủ. Hãy gửi lại."
STORE_PROBLEM: Final = "Máy chủ không giữ được tệp ({reason})."
BAD_REQUEST: Final = "Yêu cầu không đúng dạng. Hãy tải lại trang."
BAD_DAY: Final = "{label}: ngày “{text}” không hợp lệ. Hãy ghi ngày/tháng/năm."
BAD_URL: Final = "Địa chỉ chính thức phải bắt đầu bằng https://"

FOUND: Final = "Đọc được từ {name}"
CHECK: Final = "So từng dòng với bản gốc, sửa chỗ sai rồi mới lưu. Chưa có gì được lưu."
STRUCTURE: Final = "Cấu trúc"
NO_STRUCTURE: Final = "không nhận ra điều, khoản nào"
GAPS: Final = "Thiếu Điều {numbers}"
EMPTY: Final = "Điều không có lời văn: {ids}"
MORE: Final = "… và {count} chỗ nữa"
QUALITY: Final = "Cách đọc"
QUALITY_LINE: Final = "{kind}{pages}, chất lượng chữ {percent} %"
PAGES: Final = ", {pages} trang"
PAGED: Final = frozenset({"pdf", "scan"})
"""Kinds of file that have pages."""
UNTRUSTED: Final = "Trang {number}: cần đối chiếu bản gốc"
CHANGES: Final = "Đã sửa khi đọc"
CHANGE: Final = "{step}: {count} chỗ"
DUPLICATES: Final = "Văn bản trùng hoặc giống"
NONE: Final = "không có"
WARNINGS: Final = "Lưu ý"
FILLS: Final = "Đúng lời văn của {slug} trong danh mục, hiện chưa có; lưu là dùng được ngay."
COPY_OF: Final = (
    "Danh mục có {slug} nhưng chưa có lời văn; tệp này là bản khác của nó, sẽ ghi là bản riêng của cơ quan."
)
SLUG: Final = "Mã văn bản"
URL: Final = "địa chỉ chính thức (https)"
SIMILAR: Final = "Đây là văn bản khác, không phải bản sao; vẫn lưu"
SAVE: Final = "Lưu vào kho"
AGAIN: Final = "Kiểm tra lại"
DISCARD: Final = "Bỏ"
OBSTACLES: Final = "Chưa lưu được"
TEXT: Final = "Lời văn sẽ lưu (phần đầu)"
SAVED: Final = "Đã lưu {slug}. Đang lập lại chỉ mục; trong lúc đó trợ lý trả lời theo chỉ mục cũ."
DISCARDED: Final = "Đã bỏ, không lưu gì."

ADDED: Final = "Văn bản do cơ quan tự thêm"
NOTHING_ADDED: Final = "Chưa thêm văn bản nào."
REMOVE: Final = "Gỡ"
REMOVE_SURE: Final = "Bấm lần nữa để gỡ"
REMOVED: Final = "Đã gỡ {name}. Đang lập lại chỉ mục."
INDEX_READY: Final = "Chỉ mục đã theo kịp kho văn bản."
INDEX_BUSY: Final = "Đang lập chỉ mục: {percent} %"
INDEX_FAILED: Final = "Chưa lập được chỉ mục: {reason}"
UNEXPECTED: Final = "Có lỗi ngoài dự kiến; chưa lưu gì. Hãy thử lại, hoặc dùng lệnh phapquy corpus add."
LOST: Final = "Mất kết nối với phapquy. Hãy thử lại."
KINDS: Final = {
    "pdf": "PDF",
    "scan": "bản quét",
    "docx": "DOCX",
    "html": "trang web",
    "markdown": "Markdown",
    "text": "văn bản thuần",
}
