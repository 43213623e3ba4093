"""Every Vietnamese word on a “Phiếu trả lời”."""

from __future__ import annotations

from typing import Final

TITLE: Final = "PHIẾU TRẢ LỜI"
SUBTITLE: Final = "Tra cứu thẩm quyền và căn cứ pháp luật"
QUESTION: Final = "Câu hỏi"
UNDERSTOOD: Final = "Hiểu là"
DAY: Final = "Theo luật của ngày"
OUTCOME: Final = "Kết quả"
LEVEL: Final = "Cấp"
ORGAN: Final = "Cơ quan"
ORGAN_ROLE: Final = "{organ} ({role})"
ANSWER: Final = "Trả lời"
POWERS: Final = "Ai làm gì theo căn cứ"
NAMED: Final = "{name}: {value}"
BASES: Final = "Căn cứ"
QUOTE_CUT: Final = " […]"
WARNINGS: Final = "Lưu ý"
NEAREST: Final = "Gần nhất, chỉ để tham khảo"
NUMBER: Final = "[{number}]"
FACTS: Final = "{validity}. {quality}."
PATH: Final = "Tại: {path}"
AMENDED: Final = "Được sửa đổi bởi {places}"
ADDRESS: Final = "Bản chính thức: {url}"
CORPUS: Final = "{coverage}. Chỉ mục {snapshot}."
MADE: Final = "Lập ngày {day}"
OFFICER: Final = "Cán bộ trả lời"
SIGN: Final = "(ký, ghi rõ họ tên)"
NAME_BLANK: Final = "Họ và tên: ……………………………………………"
CAUTION: Final = (
    "Phiếu do phapquy soạn từ kho văn bản trên máy, để tham khảo. Khi giải quyết công việc, hãy đối chiếu với văn bản "
    "chính thức."
)
PAGE: Final = "Trang {page}/{pages}"
PAGE_WORD: Final = "Trang "
FILE_NAME: Final = "phieu-tra-loi"

TEXT_QUESTION: Final = "HỎI: {question}"
TEXT_ANSWER: Final = "TRẢ LỜI (theo luật của ngày {day}): {head}"
TEXT_BASES: Final = "CĂN CỨ:"
TEXT_FOOT: Final = "(Tra bằng phapquy. {coverage}. Cần đối chiếu với văn bản chính thức.)"
