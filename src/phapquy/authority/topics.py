"""The fields that powers are filed under, read from the nearest words that name one: task, lead-in, title."""

from __future__ import annotations

import re

FIELDS: dict[str, tuple[str, str]] = {
    "dat-dai": ("Đất đai", r"đất đai|đất\b|thửa đất|lấn biển|quyền sử dụng đất|thu hồi đất|tái định cư|địa chính"),
    "nha-o": ("Nhà ở", r"nhà ở|nhà chung cư|nhà xã hội|nhà công vụ"),
    "quy-hoach": ("Quy hoạch đô thị và nông thôn", r"quy hoạch"),
    "ngan-sach": ("Tài chính, ngân sách", r"ngân sách|dự toán|quyết toán|đầu tư công|tài sản công|tài chính|thuế|phí\b"),
    "don-vi-hanh-chinh": ("Đơn vị hành chính", r"đơn vị hành chính|địa giới|thôn, tổ dân phố|tổ dân phố|loại đô thị"),
    "to-chuc-bo-may": (
        "Tổ chức bộ máy",
        r"cơ quan chuyên môn|bộ máy|biên chế|quy chế làm việc|tổ chức hành chính|đơn vị sự nghiệp|hội đồng nhân dân"
        r"|thành viên chính phủ|chính phủ",
    ),
    "cong-chuc": ("Cán bộ, công chức", r"công chức|cán bộ|viên chức|công vụ|tuyển dụng|kỷ luật"),
    "mot-cua": ("Thủ tục hành chính, một cửa", r"một cửa|thủ tục hành chính|dịch vụ công|bộ phận một cửa"),
    "ho-tich": ("Hộ tịch", r"hộ tịch|khai sinh|kết hôn|khai tử|giám hộ|nhận cha"),
    "khieu-nai": ("Khiếu nại, tiếp công dân", r"khiếu nại|tố cáo|tiếp công dân|phản ánh, kiến nghị"),
    "dan-chu-co-so": ("Dân chủ ở cơ sở", r"dân chủ|thanh tra nhân dân|cộng đồng dân cư|nhân dân bàn"),
    "van-ban": ("Ban hành văn bản pháp luật", r"văn bản quy phạm|dự án luật|pháp lệnh|nghị quyết|thông tư|văn bản"),
    "xu-phat": ("Xử phạt vi phạm hành chính", r"xử phạt|vi phạm hành chính|phạt tiền"),
    "quoc-phong-an-ninh": ("Quốc phòng, an ninh", r"quốc phòng|an ninh|trật tự|dân quân|tội phạm"),
    "van-hoa-xa-hoi": (
        "Văn hóa, giáo dục, y tế, xã hội",
        r"văn hóa|giáo dục|y tế|an sinh|dân tộc|tôn giáo|thể dục|trẻ em|người cao tuổi|gia đình|dân số",
    ),
    "kinh-te": (
        "Kinh tế, xây dựng, môi trường",
        r"kinh tế|xây dựng|giao thông|nông nghiệp|công nghiệp|thương mại|môi trường|tài nguyên|du lịch|đầu tư",
    ),
    "khoa-hoc": ("Khoa học, công nghệ, chuyển đổi số", r"khoa học|công nghệ|chuyển đổi số|đổi mới sáng tạo|thông tin"),
    "doi-ngoai": ("Đối ngoại", r"đối ngoại|điều ước|biên giới|quốc tế"),
    "khac": ("Việc khác", r"(?!)"),
}
"""Slug -> name and the words that point to it. Of several the first in this order counts, titles of documents first."""
_PATTERNS = {slug: re.compile(words, re.IGNORECASE) for slug, (_, words) in FIELDS.items()}
_DOCUMENT = {
    "dat-dai": r"đất đai|giá đất", "nha-o": r"nhà ở", "quy-hoach": r"quy hoạch đô thị", "ho-tich": r"hộ tịch",
    "khieu-nai": r"khiếu nại|tiếp công dân|tố cáo", "dan-chu-co-so": r"dân chủ ở cơ sở", "cong-chuc": r"công chức",
    "mot-cua": r"một cửa|thủ tục hành chính", "van-ban": r"ban hành văn bản",
    "don-vi-hanh-chinh": r"sắp xếp|phân loại đơn vị hành chính",
    "to-chuc-bo-may": r"đơn vị sự nghiệp|cơ quan chuyên môn",
}  # fmt: skip
_BY_TITLE = {slug: re.compile(words, re.IGNORECASE) for slug, words in _DOCUMENT.items()}


def field_of_title(title: str) -> str | None:
    """Return the field that a document is all about, or None for one on many."""
    return next((slug for slug, pattern in _BY_TITLE.items() if pattern.search(title)), None)


def field_of(*words: str) -> str:
    """Return the field of the first text that names one: the nearest first."""
    for text in words:
        found = [(match.start(), slug) for slug, pattern in _PATTERNS.items() if (match := pattern.search(text))]
        if found:
            return min(found)[1]
    return "khac"
