"""The words of statuses, for persons."""

from __future__ import annotations

from phapquy.units.finding import Status

STATUS = {
    Status.FOUND: "đã đổi",
    Status.SPLIT: "bị chia, cần biết thôn hoặc tổ dân phố",
    Status.KEPT: "giữ nguyên",
    Status.CURRENT: "đã là đơn vị hiện nay",
    Status.PROVINCE: "chỉ nêu tỉnh",
    Status.DISTRICT: "chỉ nêu huyện cũ",
    Status.AMBIGUOUS: "trùng tên, cần nêu rõ huyện, tỉnh",
    Status.MISPLACED: "tên không có ở huyện, tỉnh được nêu",
    Status.UNKNOWN: "không có trong các nghị quyết",
    Status.NO_UNIT: "không thấy đơn vị hành chính Việt Nam",
    Status.EMPTY: "ô trống",
}
MIXED = "địa chỉ ghi lẫn tên cũ và tên mới"
CORRECTED = "hiểu là {name}"
DIGEST = "theo tóm lược"
UNKNOWN = (
    "Không nghị quyết nào trong kho nêu đơn vị này. Hãy xem lại cách viết, thêm huyện, tỉnh cũ; đơn vị đã đổi trước "
    "đợt sắp xếp năm 2025 thì không có ở đây."
)
NO_UNIT = "Không thấy tên xã, phường, huyện hay tỉnh nào của Việt Nam trong dòng này."
EMPTY = "Chưa có gì để tra. Hãy gõ tên đơn vị, ví dụ: xã Đạ Sar, huyện Lạc Dương, Lâm Đồng"
