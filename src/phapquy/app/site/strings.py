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
NAV_UNITS_SHORT: Final = "Đơn vị"
NAV_STORE_SHORT: Final = "Kho"
THEME: Final = "Giao diện"
THEMES: Final = {"may": "Theo máy", "sang": "Sáng", "toi": "Tối"}
SKIP: Final = "Đến phần nội dung"
PAGE_TITLE: Final = "{title} – phapquy"
HOME_LABEL: Final = "phapquy, về trang hỏi đáp"
FOOTER: Final = (
    "Chạy hoàn toàn trên máy này, không gửi gì ra ngoài. Nội dung để tra cứu; "
    "khi giải quyết công việc, hãy đối chiếu với văn bản chính thức."
)
COVERAGE: Final = "Kho văn bản: {documents} văn bản, tính đến ngày {day}"

ERROR_TITLE: Final = "Chưa mở được trang này"
PROBLEMS: Final = {
    404: "Không có trang này",
    405: "Không gửi được theo cách này",
    413: "Nội dung gửi lên quá lớn",
    500: "Có lỗi ngoài dự kiến",
}
"""The heading of a problem by its status."""
NOT_HERE: Final = "Địa chỉ này không mở được trang nào của phapquy. Hãy kiểm tra lại địa chỉ, hoặc đi tiếp từ đây."
RETRY_TODAY: Final = "Mở theo luật hôm nay"
WAYS_ON: Final = "Bạn có thể"
FIND: Final = "Tìm văn bản hoặc điều khoản"
NO_PAGE: Final = "Không có trang này."
UNEXPECTED: Final = "Có lỗi ngoài dự kiến nên chưa mở được trang. Hãy thử lại; nếu vẫn lỗi, chạy “phapquy doctor”."
NOT_YET_TITLE: Final = "Chưa có dữ liệu cho trang này"
NOT_YET: Final = (
    "Bản phapquy đang chạy chưa có phần này. Trang sẽ tự có nội dung sau khi cập nhật phapquy và lập lại chỉ mục "
    "(phapquy build)."
)

DAY_LABEL: Final = "Áp dụng tại ngày"
DAY_HINT: Final = "dd/mm/yyyy"
SHOW: Final = "Xem"
SEARCH: Final = "Tìm"
ALL: Final = "Tất cả"

LIST_TITLE: Final = "Văn bản"
LIST_LEAD: Final = "Toàn bộ văn bản trong kho, mở được từng điều, khoản, điểm theo lời văn của ngày bạn chọn."
LIST_SEARCH: Final = "Tìm văn bản hoặc nội dung"
LIST_SEARCH_HINT: Final = "Số, tên văn bản, hoặc điều muốn tìm; không dấu cũng được"
LIST_TYPE: Final = "Loại văn bản"
LIST_STATE: Final = "Hiệu lực"
LIST_FOUND: Final = "{count} văn bản"
LIST_NONE: Final = "Không có văn bản nào khớp. Hãy bớt điều kiện, hoặc tìm bằng từ khác."
CLAUSES_FOUND: Final = "Điều khoản gần nhất với “{words}”"
COLUMN_DOCUMENT: Final = "Văn bản"
COLUMN_ISSUER: Final = "Cơ quan ban hành"
COLUMN_EFFECTIVE: Final = "Có hiệu lực"
COLUMN_STATE: Final = "Tình trạng"
COLUMN_SOURCE: Final = "Nguồn bản lưu"
STATE_IN_FORCE: Final = "Đang có hiệu lực"
STATE_NOT_YET: Final = "Chưa có hiệu lực"
STATE_ENDED: Final = "Đã hết hiệu lực"
STATE_PART: Final = "Hết hiệu lực một phần"
STATES: Final = {"con": STATE_IN_FORCE, "chua": STATE_NOT_YET, "het": STATE_ENDED}
UNKNOWN_DAY: Final = "chưa rõ"

CONTENTS: Final = "Mục lục"
INSIDE_LABEL: Final = "Tìm trong văn bản"
INSIDE_HINT: Final = "không dấu cũng được"
INSIDE_NEXT: Final = "Chỗ sau"
INSIDE_BEFORE: Final = "Chỗ trước"
INSIDE_FOUND: Final = "{count} điều khoản có “{words}”"
INSIDE_NONE: Final = "Không có điều khoản nào chứa “{words}”. Hãy thử từ ngắn hơn."
INSIDE_ALL: Final = "Xem trọn văn bản"
FACT_NUMBER: Final = "Số, ký hiệu"
FACT_TYPE: Final = "Loại"
FACT_ISSUER: Final = "Cơ quan ban hành"
FACT_SIGNED: Final = "Ngày ký"
FACT_EFFECTIVE: Final = "Có hiệu lực từ"
FACT_EXPIRES: Final = "Hết hiệu lực từ"
FACT_SOURCE: Final = "Bản lưu"
FACT_AMENDED_BY: Final = "Được sửa đổi bởi"
FACT_AMENDS: Final = "Sửa đổi"
FACT_REPLACES: Final = "Thay thế"
FACT_REPLACED_BY: Final = "Bị thay thế bởi"
FACTS: Final = "Thuộc tính văn bản"
OFFICIAL: Final = "Mở tại trang chính thức"
ORIGINAL: Final = "Mở bản gốc (PDF)"
ORIGINAL_PAGE: Final = "Bản gốc, trang {page}"
NO_ORIGINAL: Final = "Kho không lưu bản gốc PDF của văn bản này. Hãy mở tại trang chính thức."
PRINT: Final = "In văn bản"
WARNINGS: Final = "Lưu ý khi dùng văn bản này"
TOC_BUTTON: Final = "Mở mục lục"
PERMALINK: Final = "Địa chỉ của {place}"
PLAIN: Final = "Nói dễ hiểu"
PLAIN_NOTE: Final = "Lời giải thích của phapquy, không phải lời văn của văn bản."
NEW_WORDS: Final = "Lời văn mới theo"
INSERTED: Final = "Được bổ sung theo"
CHANGED_IN_PART: Final = "Một phần đã thay đổi theo"
ENDED_BY: Final = "Hết hiệu lực theo"
OLD_WORDS: Final = "Lời văn trước đó"
LATER_WORDS: Final = "Lời văn sau này"
WILL_END: Final = "Không còn lời văn (hết hiệu lực)"
NO_WORDS: Final = "Chưa có lời văn vào ngày này."
FROM_DAY: Final = "từ {start}"
TO_DAY: Final = "đến hết {last}"
DIGEST: Final = "Tóm lược của phapquy, không phải nguyên văn"
DOUBTFUL: Final = "Cần đối chiếu bản gốc"
DOUBTFUL_PART: Final = "Có chỗ cần đối chiếu bản gốc"
DOUBTFUL_LEAD: Final = "Các chỗ dưới đây trong bản của kho phải đối chiếu bản gốc trước khi dùng:"
TOP: Final = "Lên đầu trang"
PREVIEW_OPEN: Final = "Mở điều khoản này"
PREVIEW_WAIT: Final = "Đang mở…"
PREVIEW_FAILED: Final = "Chưa mở được điều khoản này."
PREVIEW_LABEL: Final = "Xem nhanh"
END_OF_TEXT: Final = "Hết văn bản"
READ_AT: Final = "Lời văn áp dụng tại ngày {day}"

STORE_TITLE: Final = "Kho văn bản"
STORE_LEAD: Final = "Kho có gì, tính đến ngày nào, bản lưu tốt đến đâu, và những sửa đổi đã biết mà chưa có lời văn."
STORE_DOCUMENTS: Final = "văn bản"
STORE_AS_AT: Final = "tình trạng hiệu lực được kiểm tra đến ngày"
STORE_CHECKED: Final = "nguyên văn, nguồn chính thức hoặc đã đối chiếu"
STORE_MISSING: Final = "sửa đổi đã biết nhưng chưa có lời văn"
STORE_SNAPSHOT: Final = "Chỉ mục đang dùng: {id}"
STORE_BY_QUALITY: Final = "Bản lưu được kiểm chứng thế nào"
STORE_QUALITY_HELP: Final = {
    "official": "Lấy từ, hoặc đọc từng dòng với, bản ký chính thức.",
    "checked-copy": "Đã so từng chữ với một bản độc lập khác.",
    "single-copy": "Một bản, chưa so với bản khác.",
    "secondary": "Bản gõ lại hoặc đăng lại bởi bên thứ ba; cần đối chiếu trước khi dùng.",
    "digest": "Chưa có lời văn; chỉ có các ý chính bằng lời của phapquy.",
}
STORE_BY_TYPE: Final = "Theo loại văn bản"
STORE_UNSEEN: Final = "Sửa đổi đã biết mà kho chưa có lời văn"
STORE_UNSEEN_LEAD: Final = (
    "Các điều khoản này đã bị văn bản sau thay đổi, nhưng kho chưa có lời văn mới; "
    "câu trả lời dựa vào chúng có cảnh báo."
)
STORE_UNSEEN_NONE: Final = "Không có sửa đổi nào đã biết mà kho thiếu lời văn."
STORE_INCOMPLETE: Final = "Văn bản chưa đầy đủ"
STORE_DOUBTFUL: Final = "Chỗ cần đối chiếu bản gốc"
STORE_DOUBTFUL_LEAD: Final = (
    "Các trang này của tệp đưa vào kho không đọc được chắc chắn; mọi trích dẫn từ đó mang dấu “Cần đối chiếu bản gốc”."
)
STORE_ALL: Final = "Từng văn bản"
STORE_QUALITY: Final = "Bản lưu"
STORE_COUNT: Final = "Số văn bản"
STORE_MEANING: Final = "Nghĩa là"
STORE_CHANGED_DOCUMENT: Final = "Văn bản bị thay đổi"
STORE_CHANGED_BY: Final = "Theo"
STORE_CHANGED_SINCE: Final = "Từ ngày"
STORE_CHANGED_SCOPE: Final = "Phần bị thay đổi"
STORE_DIGEST_OF: Final = "xem tóm lược"
STORE_WHOLE: Final = "chưa rõ phần nào"

UNITS_TITLE: Final = "Đơn vị hành chính"
UNITS_LEAD: Final = "Xã, phường, huyện cũ nay thuộc đâu, theo điều khoản nào; đơn vị mới gồm những đơn vị cũ nào."
UNITS_SEARCH: Final = "Tên hoặc địa chỉ, cũ hay mới"
UNITS_SEARCH_HINT: Final = "Ví dụ: xã Đạ Sar, huyện Lạc Dương, Lâm Đồng"
UNITS_REVERSE: Final = "Tra ngược: đơn vị nay gồm những đơn vị cũ nào"
UNITS_LOOK: Final = "Tra cứu"
UNITS_CHOOSE: Final = "Chọn một đơn vị"
UNITS_BASIS: Final = "Căn cứ"
UNITS_NOTHING: Final = "Chưa tra được “{words}”. Hãy ghi thêm huyện hoặc tỉnh, hoặc kiểm tra lại tên."
UNITS_PROVINCES: Final = "Tỉnh, thành phố ({count})"
UNITS_PROVINCE: Final = "Tỉnh, thành phố"
UNITS_TOTAL: Final = "Đơn vị cấp xã"
UNITS_OF: Final = "Các đơn vị cấp xã của {province}"
UNITS_COUNTS: Final = "{total} đơn vị cấp xã: {kinds}"
UNITS_NAME: Final = "Đơn vị"
UNITS_MADE_OF: Final = "Gồm"
UNITS_FILTER: Final = "Lọc trong bảng"
UNITS_NO_PROVINCE: Final = "Không có tỉnh, thành phố này. Hãy chọn trong danh sách tỉnh, thành phố."
UNITS_FORMED: Final = "Hình thành từ: {old}"
UNITS_KEPT: Final = "giữ nguyên"

POWERS_TITLE: Final = "Ma trận thẩm quyền"
POWERS_LEAD: Final = (
    "Mỗi hàng là một việc, mỗi cột là một cơ quan, mỗi ô là điều khoản giao việc. Bấm vào ô để đọc điều khoản."
)
POWERS_SEARCH: Final = "Tìm việc"
POWERS_SEARCH_HINT: Final = "Ví dụ: dat ten duong"
POWERS_FIELD: Final = "Lĩnh vực"
POWERS_LEVEL: Final = "Cấp"
POWERS_ORGAN: Final = "Cơ quan"
POWERS_ORGAN_HINT: Final = "Ví dụ: UBND cấp xã"
POWERS_DOCUMENT: Final = "Văn bản"
POWERS_UNIT: Final = "ở {unit}"
POWERS_MOVED: Final = "theo {clause}"
POWERS_ACT: Final = "Vai trò"
POWERS_SORT: Final = "Sắp xếp"
POWERS_SORTS: Final = {"": "Theo lĩnh vực", "viec": "Theo tên việc", "nhieu": "Nhiều cơ quan trước"}
POWERS_TASK: Final = "Việc"
POWERS_OTHER: Final = "Cơ quan khác"
POWERS_FOUND: Final = "{tasks} việc, {powers} thẩm quyền"
POWERS_NONE: Final = "Không có việc nào khớp. Hãy bớt điều kiện lọc, hoặc tìm bằng từ ngắn hơn."
EXPORTS: Final = (("xlsx", "Xuất Excel"), ("csv", "CSV"), ("html", "trang in"), ("json", "JSON"))
OVERLAPS_EXPORTS: Final = (("html", "Báo cáo để in"), ("xlsx", "Excel"), ("csv", "CSV"))
NO_SUCH_FILE: Final = "Không có dạng tệp “{kind}”. Các dạng: {kinds}."
NO_SUCH_VERDICT: Final = "Không có nhận định “{typed}”. Các nhận định: {known}."
NO_SUCH_FIELD: Final = "Không có lĩnh vực “{typed}”. Các lĩnh vực: {known}."
OVERLAPS_LEFT: Final = "Cần xem xét ({count})"
POWERS_FORMER: Final = "trước đây: {former}"
POWERS_TABLE: Final = "Bảng thẩm quyền, cuộn ngang được"
POWERS_EMPTY: Final = "không có"
LEVELS: Final = {
    "xa": "Cấp xã", "tinh": "Cấp tỉnh", "trung-uong": "Trung ương", "nhieu-cap": "Nhiều cấp",
    "huyen": "Cấp huyện, đã kết thúc",
}  # fmt: skip
PAGER: Final = "Trang {page} / {pages}"
PAGER_LABEL: Final = "Chuyển trang"
NEXT: Final = "Trang sau"
BEFORE: Final = "Trang trước"

OVERLAPS_TITLE: Final = "Chồng chéo thẩm quyền"
OVERLAPS_LEAD: Final = (
    "Các cặp điều khoản giao cùng một việc, kèm nhận định và lý do. Nhận định do máy so lời văn; người đọc quyết định."
)
OVERLAPS_VERDICT: Final = "Nhận định"
OVERLAPS_SEARCH: Final = "Tìm trong các cặp"
OVERLAPS_FOUND: Final = "{count} cặp"
OVERLAPS_NONE: Final = "Không có cặp nào khớp. Hãy bớt điều kiện lọc."
OVERLAPS_REASONS: Final = "Lý do"
OVERLAPS_HINTS: Final = "Gợi ý quy tắc ưu tiên"
OVERLAPS_TASK: Final = "Việc:"
