"""Every Vietnamese word the pages beside the question desk show."""

from __future__ import annotations

from typing import Final

BRAND: Final = "phapquy"
NAV_LABEL: Final = "Các trang"
NAV_ASK: Final = "Hỏi đáp"
NAV_DOCUMENTS: Final = "Văn bản"
NAV_POWERS: Final = "Thẩm quyền"
NAV_OVERLAPS: Final = "Chồng chéo"
NAV_UNITS: Final = "Đơn vị hành chính"
NAV_STORE: Final = "Kho văn bản"
SKIP: Final = "Đến phần nội dung"
PAGE_TITLE: Final = "{title} – phapquy"
HOME_LABEL: Final = "phapquy, về trang hỏi đáp"
FOOTER: Final = (
    "Chạy hoàn toàn trên máy này, không gửi gì ra ngoài. Nội dung để tra cứu; "
    "khi giải quyết công việc, hãy đối chiếu với văn bản chính thức."
)
COVERAGE: Final = "Kho văn bản: {documents} văn bản, tính đến ngày {day}"

ERROR_TITLE: Final = "Chưa mở được trang này"
ERROR_HELP: Final = "Có thể mở danh sách văn bản, hoặc quay lại trang hỏi đáp."
NO_PAGE: Final = "Không có trang này."
UNEXPECTED: Final = "Có lỗi ngoài dự kiến nên chưa mở được trang. Hãy thử lại; nếu vẫn lỗi, chạy “phapquy doctor”."
NOT_YET_TITLE: Final = "Chưa có dữ liệu cho trang này"
NOT_YET: Final = (
    "Bản phapquy đang chạy chưa có phần này. Trang sẽ tự có nội dung sau khi cập nhật phapquy và lập lại chỉ mục "
    "(phapquy build)."
)
