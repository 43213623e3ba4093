"""Bodies that statutes of other fields name: forces, those who act for courts and inspectorates, mass organisations.

The grammar of :mod:`phapquy.authority.offices` does not reach them, since their names have no head noun of an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.law.holder import Level, Organ

_AT = r"(?: (?:các cấp|cấp (?:tỉnh|xã)|khu vực))?"
_CENTRAL = (
    r"(?:Bộ Tư lệnh )?Cảnh sát biển Việt Nam|Bộ Tư lệnh (?:Cảnh sát biển|Bộ đội Biên phòng|Bảo vệ Lăng[^,;.]{0,30})"
    r"|Thống đốc Ngân hàng Nhà nước(?: Việt Nam)?|Tổng Giám đốc Bảo hiểm xã hội Việt Nam"
    r"|Đài (?:Truyền hình|Tiếng nói) Việt Nam|Thông tấn xã Việt Nam|Đại học Quốc gia (?:Hà Nội|Thành phố Hồ Chí Minh)"
    r"|Hội (?:Nông dân|Liên hiệp Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Luật gia|Nhà báo) Việt Nam(?! (?:các cấp|cấp))"
    r"|Liên đoàn Luật sư Việt Nam|Liên hiệp các [^,;.:]{3,40}? Việt Nam|(?:Ủy ban"
    r"|Hội đồng) [Qq]uốc gia về (?:(?!(?:có|phải|chịu|chỉ|tổ|tư|quyết|xem|trình"
    r"|ban)(?!\w))[^\s,;.:()]+ ?){1,9}(?<! )"
)
_SEVERAL = (
    r"Cơ quan (?:[Cc]ảnh sát |[Aa]n ninh )?điều tra|[Cc]ơ quan (?:[Cc]ảnh sát |[Aa]n ninh )?điều tra(?! (?:về|hiện))"
    r"|[Cc]ơ quan đăng ký đầu tư|[Cc]ơ quan chủ quản(?: đầu tư)?(?= (?:có|quyết|phê|phải|chịu|tổ|giao|lập|trình|báo"
    r"|chỉ|xem|thẩm|ban|thông))|Bộ đội [Bb]iên phòng|Đồn [Bb]iên phòng|[Cc]ảnh sát giao thông"
    r"|(?:Thẩm phán|Kiểm sát viên|Thanh tra viên|Chấp hành viên|Kiểm lâm viên|Kiểm ngư viên)"
    r"(?= (?:có|quyết|phải|ra|chịu|được phân công|phạt|lập|đang thi hành))"
    r"|Chiến sĩ (?:Công an nhân dân|Bộ đội [Bb]iên phòng|[Cc]ảnh sát (?:biển(?: Việt Nam)?|giao thông))"
    r"|[Ll]ực lượng (?:dân quân tự vệ|kiểm ngư|kiểm lâm|quản lý thị trường|[Cc]ảnh sát (?:biển|giao thông)"
    r"|[Bb]ộ đội [Bb]iên phòng|hải quan|tham gia bảo vệ an ninh, trật tự ở cơ sở)"
    r"|(?:Giám thị )?[Tt]rại (?:tạm )?giam(?= (?:có|quyết|phải|tổ|lập|thông|ra|chịu)|,)"
    rf"|Hội (?:Nông dân|Liên hiệp Phụ nữ|Cựu chiến binh|Chữ thập đỏ|[Nn]gười cao tuổi|[Nn]gười khuyết tật|Luật gia)"
    rf"(?: Việt Nam)?{_AT}"
    rf"|Đoàn Thanh niên Cộng sản Hồ Chí Minh{_AT}"
    rf"|(?:Phó )?(?:Chánh án Tòa án nhân dân|Viện trưởng Viện kiểm sát nhân dân){_AT}(?! tối cao)"
    r"|Hạt Kiểm lâm(?= (?:có|xác|quyết|phải|chịu|kiểm|cấp|lập))"
)
_PATTERNS = tuple(
    (level, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for level, words in ((Level.TRUNG_UONG, _CENTRAL), (None, _SEVERAL))
)
BODIES = re.compile(
    r"Cảnh sát|cảnh sát|Biên phòng|biên phòng|Thẩm phán|Kiểm sát viên|Thanh tra viên|Chấp hành viên|[Ll]ực lượng|Hội "
    r"|Đài |Thông tấn|Đại học|Thống đốc|Tổng Giám đốc|Luật sư|Liên hiệp|Kiểm ngư|[Tt]rại |Chiến sĩ|điều tra|chủ quản"
    r"|đăng ký đầu tư|Chánh án|Viện trưởng"
    r"|Đoàn Thanh niên|Kiểm lâm|[Qq]uốc gia về"
)
"""Words one of which each of the names has: a quick look."""


def find_bodies(text: str) -> Iterator[Organ]:
    """Yield the bodies that a text names."""
    if not BODIES.search(text):
        return
    for level, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            name = found[0][:1].upper() + found[0][1:]
            yield Organ(name, "", level or _level_in(name), found.start(), found.end())


def _level_in(name: str) -> Level:
    if name.endswith("cấp tỉnh"):
        return Level.TINH
    if name.endswith("cấp xã"):
        return Level.XA
    central = name.endswith(("Việt Nam", "Hồ Chí Minh")) and name.startswith(("Hội", "Đoàn"))
    return Level.TRUNG_UONG if central else Level.NHIEU_CAP
