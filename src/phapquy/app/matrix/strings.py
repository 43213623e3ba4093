"""Every Vietnamese word of the exported matrix."""

from __future__ import annotations

TITLE = "Ma trận thẩm quyền"
GRID, POWERS, COUNTS = "Ma trận", "Thẩm quyền", "Số đếm"
FIELD, TASK = "Lĩnh vực", "Nhiệm vụ"
COUNT_COLUMNS = ("Theo", "Giá trị", "Số thẩm quyền")
GROUPS = {"field": "Lĩnh vực", "level": "Cấp", "role": "Vai trò", "mode": "Cách giao", "holder": "Cơ quan"}
TOTALS = {"powers": "Thẩm quyền", "tasks": "Nhiệm vụ", "holders": "Cơ quan"}
"""The keys of ``Matrix.counts`` in words."""
ALL = "Tất cả"
DAY, MADE, STORE = "Áp dụng pháp luật ngày", "Lập ngày", "Kho văn bản"
STORED = "{documents} văn bản, cập nhật đến ngày {day:%d/%m/%Y}"
FILTERS = {
    "field": "Lọc theo lĩnh vực", "level": "Lọc theo cấp", "holder": "Lọc theo cơ quan", "role": "Lọc theo vai trò",
    "doc": "Lọc theo văn bản", "words": "Lọc theo chữ",
}  # fmt: skip
NO_FILTER = "Bộ lọc"
NOT_FILTERED = "không lọc: mọi lĩnh vực, cấp, cơ quan, vai trò và văn bản"
HOW = "Cách đếm"
HOW_COUNTED = (
    "Mỗi dòng của tờ “Thẩm quyền” là một thẩm quyền. Nhiệm vụ là các dòng cùng “Mã lĩnh vực” và “Nhiệm vụ (để so)”; "
    "cơ quan là các giá trị của “Cột ma trận” ở mỗi “Cấp”. Mọi số trong tờ “Số đếm” đếm lại được từ tờ “Thẩm quyền”."
)
CAUTION = "Lưu ý"
CAUTION_TEXT = (
    "Bảng lập tự động từ lời văn để người làm pháp chế rà soát; không thay thế ý kiến pháp lý. Mỗi dòng nêu điều khoản "
    "làm căn cứ, hãy đọc điều khoản đó trước khi áp dụng."
)
NOTHING = "Không có thẩm quyền nào khớp bộ lọc vào ngày được hỏi."
FOUND = "{powers} thẩm quyền, {tasks} nhiệm vụ, {holders} cơ quan"
PAGE_COLUMNS = ("Nhiệm vụ", "Cơ quan", "Vai trò", "Điều kiện, ngoại lệ", "Cách giao", "Điều khoản")
EXCEPT = "trừ {words}"
BY_REFERENCE = "{basis}; theo {by}"
KEPT_BY = "{by} (tiếp tục áp dụng theo {kept})"
OF_UNIT = "{name} (ở {unit})"
FORMERLY = "{mode} (trước đây: {former})"
