"""Who holds powers besides the organs of :mod:`phapquy.law.holder`: courts, offices at the counter, heads of offices.

They are read for the map of powers only. Who is merely described ("cơ quan có thẩm quyền") is no holder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from phapquy.authority.acts import VERB
from phapquy.authority.bodies import BODIES, find_bodies
from phapquy.authority.naming import (
    headed,
    in_full,
    of_bodies_of,
    of_chiefs,
    of_further_units,
    of_shared_head,
    of_shared_place,
    of_two_ministries,
    with_unnamed,
    without_parents,
)
from phapquy.authority.offices import find_offices, level_in
from phapquy.law.holder import Level, Organ, find_organs

_CENTRAL = (
    r"Cơ quan trung ương(?= có trách nhiệm)"
    r"|Bộ, ngành(?=(?: theo chức năng[^,;.]{0,40}, nhiệm vụ[^;.]{0,40})? có trách nhiệm)"
    r"|[Cc]ác [Bb]ộ, cơ quan(?=, Ủy ban nhân dân)|[Cc]ác [Bb]ộ(?=, Ủy ban nhân dân)"
    r"|Văn phòng [Bb]ộ, (?:cơ quan ngang [Bb]ộ|ngành)|Hội đồng quốc phòng và an ninh"
    r"|Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ|Tòa án nhân dân tối cao"
    r"|Chánh án Tòa án nhân dân tối cao|Viện trưởng Viện kiểm sát nhân dân tối cao"
    r"|Viện kiểm sát nhân dân tối cao|Tổng Kiểm toán nhà nước|Kiểm toán nhà nước|Tổng Thanh tra Chính phủ"
    r"|Thanh tra Chính phủ|Ủy ban [Tt]rung ương Mặt trận Tổ quốc Việt Nam|Phó Thủ tướng Chính phủ|Hội đồng Dân tộc"
    r"|Chủ tịch Quốc hội|Tổng Thư ký Quốc hội(?: - Chủ nhiệm Văn phòng Quốc hội)?"
    r"|[Cc]ơ quan của Quốc hội|Hội đồng dân tộc|Ủy ban của Quốc hội|Văn phòng Quốc hội"
    r"|Bộ trưởng, Thủ trưởng cơ quan ngang Bộ|Thủ trưởng cơ quan ngang [Bb]ộ"
    r"|Thủ trưởng cơ quan thuộc Chính phủ|Bộ trưởng(?! [Bb]ộ)"
    r"|[Tt]ổ chức do Chính phủ, Thủ tướng Chính phủ thành lập(?: mà không phải là đơn vị sự nghiệp công lập)?"
    r"|(?:[Cc]ác )?[Bb]ộ, ngành(?:, cơ quan trung ương(?!, địa phương)| trung ương)"
    r"|(?:[Cc]ác )?[Bb]ộ, cơ quan ngang [Bb]ộ(?:, cơ quan thuộc Chính phủ)?|[Cc]ơ quan ngang [Bb]ộ"
    r"|[Cc]ơ quan thuộc Chính phủ|[Cc]ác [Bb]ộ, ngành(?:,? (?:và )?cơ quan)?(?: (?:có )?liên quan"
    r"| ở trung ương)?(?= (?:và các cơ quan (?:có )?liên quan)? ?"
    r"(?:có trách nhiệm|kết nối|phối hợp|báo cáo|rà soát|tổ chức)(?!\w)"
    r"|(?:, | và )(?:các )?Ủy ban nhân dân )"
    r"|Bộ quản lý ngành(?:, lĩnh vực)?|bộ quản lý ngành(?:, lĩnh vực)?|Trung ương Đảng|Bộ Chính trị|Ban Bí thư"
    r"|Ủy ban (?:Pháp luật và Tư pháp|Kinh tế và Tài chính|Văn hóa và Xã hội|Khoa học, Công nghệ và Môi trường"
    r"|Quốc phòng, An ninh và Đối ngoại|Công tác đại biểu)(?: của Quốc hội)?"
    r"|Ủy ban [Kk]iểm sát Viện kiểm sát nhân dân tối cao"
    r"|Hội đồng Thẩm phán Tòa án nhân dân tối cao|cơ quan trung ương của (?:các )?tổ chức chính trị - xã hội"
    r"|(?:Bộ trưởng |Thứ trưởng )?Bộ (?:Tài chính|Nội vụ|Công an|Quốc phòng|Xây dựng|Tư pháp|Y tế|Ngoại giao"
    r"|Công Thương|Khoa học và Công nghệ|Nông nghiệp và Môi trường|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch"
    r"|Dân tộc và Tôn giáo|Tài nguyên và Môi trường|Thông tin và Truyền thông|Kế hoạch và Đầu tư|Giao thông vận tải"
    r"|Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội)"
    r"|[Đđ]ại biểu Quốc hội|[Tt]hành viên Chính phủ|Mặt trận Tổ quốc Việt Nam"
    r"|Ủy ban Kiểm tra Trung ương|Học viện Chính trị quốc gia Hồ Chí Minh|Ngân hàng Nhà nước"
    r"|Thứ trưởng, Phó Thủ trưởng cơ quan ngang [Bb]ộ|Văn phòng Chủ tịch nước|Văn phòng Trung ương Đảng"
    r"|Bộ trưởng [Bb]ộ quản lý ngành(?:, lĩnh vực)?"
    r"|Phó Thủ tướng|Thứ trưởng|[Cc]ơ quan chuyên môn(?: (?!của|cấp)[^\s,;.]+){0,14} thuộc Bộ Quốc phòng, Bộ Công an"
)
_PROVINCE = (
    r"(?:Giám đốc |Phó Giám đốc )?Sở (?:Nội vụ|Tài chính|Tư pháp|Xây dựng|Y tế|Công Thương|Giáo dục và Đào tạo"
    r"|Khoa học và Công nghệ|Nông nghiệp và Môi trường|Văn hóa, Thể thao và Du lịch|Dân tộc và Tôn giáo|Ngoại vụ"
    r"|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Thông tin và Truyền thông|Giao thông vận tải"
    r"|Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội|Quy hoạch - Kiến trúc|Du lịch)"
    r"|[Cc]hính quyền (?:cấp tỉnh|Thành phố)|Thuế tỉnh, thành phố(?: trực thuộc [Tt]rung ương)?|Thuế cấp tỉnh"
    r"|Thủ trưởng cơ quan thuộc cơ quan chuyên môn(?:, tổ chức hành chính khác)? thuộc Ủy ban nhân dân cấp tỉnh"
    r"|Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân(?: cấp tỉnh)?"
    r"|Văn phòng Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|Ban (?:Nội chính|Tổ chức) Tỉnh ủy"
    r"|Trung tâm Phục vụ hành chính công một cấp|Thanh tra tỉnh|Giám đốc (?:các )?[Ss]ở(?: và tương đương)?"
    r"|Thủ trưởng các (?:sở, )?ban, ngành(?: cấp tỉnh)?"
    r"|Thủ trưởng cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh|(?:[Cc]ác [Ss]"
    r"|S)ở,(?: ban,)? ngành(?: cấp tỉnh)?(?: (?:có )?liên quan)?"
    r"|Chánh Thanh tra tỉnh|(?:Trưởng )?[Đđ]oàn đại biểu Quốc hội"
    r"|[Cc]ơ quan có chức năng quản lý nhà nước về [^,;.]{3,30}? cấp tỉnh|Chánh Văn phòng Ủy ban nhân dân (?:cấp )?tỉnh"
    r"|Tòa án nhân dân cấp tỉnh|[Cc]ơ quan chuyên môn về [^,;.]{4,60}? (?:trực )?thuộc Ủy ban nhân dân cấp tỉnh"
    r"|[Cc]ơ quan (?:chuyên môn|có chức năng|quản lý)(?: (?!của|và"
    r"|cấp)[^\s,;.]+){0,14} thuộc Ủy ban nhân dân cấp tỉnh"
)
_COMMUNE = (
    r"[Cc]ông chức làm công tác địa chính(?: cấp xã)?|Trưởng (?:thôn|bản|ấp|buôn|khu phố)|Tổ trưởng [Tt]ổ dân phố"
    r"|Ban Thanh tra nhân dân ở xã, phường, đặc khu|Ban Thanh tra nhân dân cấp xã"
    r"|Ban công tác Mặt trận(?: ở (?:thôn, tổ dân phố|khu dân cư))?"
    r"|[Cc]hính quyền cấp xã|Ban Giám sát đầu tư của cộng đồng|Trưởng Công an cấp xã|Công an cấp xã"
    r"|Phòng Văn hóa - Xã hội(?: cấp xã)?|Phòng Kinh tế(?:, Hạ tầng và Đô thị)?(?: \(đối với [^)]*\))?(?: cấp xã)?"
    r"|Văn phòng Hội đồng nhân dân và Ủy ban nhân dân(?: cấp xã)?"
    r"|[Pp]hòng chuyên môn(?: thuộc Ủy ban nhân dân cấp xã)?"
    r"|(?<=quyền hạn của )phòng$|Phòng(?= là cơ quan chuyên môn)|Trưởng phòng(?= (?:ban|có|chịu|quyết|phân|chỉ|báo|tổ"
    r"|thực|căn))|[Cc]ông chức [^,;.]{4,40}? cấp xã|[Cc]ơ quan (?:chuyên môn|có chức năng|quản lý)(?: (?!của"
    r"|cấp)[^\s,;.]+){0,14} thuộc Ủy ban nhân dân cấp xã"
)
_SEVERAL = (
    r"Chính quyền địa phương ở đơn vị hành chính - kinh tế đặc biệt|[Cc]hính quyền địa phương các cấp"
    r"|(?:[Cc]ác )?[Bb]ộ, ngành, cơ quan trung ương, địa phương"
    r"|Hội đồng thẩm định bảng giá đất, thẩm định hệ số điều chỉnh giá đất|Cảng vụ hàng không"
    r"|[Nn]gười tiếp nhận(?: hồ sơ)?(?= (?:phải|có trách))|[Nn]gười làm việc tại Bộ phận Một cửa"
    r"|[Nn]gười đứng đầu Bộ phận Một cửa"
    r"|Chủ tịch Hội đồng(?= (?:có trách nhiệm|tổ chức|quyết định|chủ trì|ký|phân công|triệu tập|chỉ đạo|điều hành"
    r"|chịu trách nhiệm|báo cáo|trình) )"
    r"|Trưởng Ban tiếp công dân(?: trung ương| cấp tỉnh)?"
    r"|[Đđ]ơn vị, tổ chức thực hiện nhiệm vụ bồi thường, hỗ trợ, tái định cư"
    r"|[Đđ]ại diện chủ sở hữu nhà ở thuộc tài sản công"
    r"|(?:[Cc]ác )?[Bb]ộ, ngành, địa phương(?= (?:có trách|tổ chức|phối hợp|chủ động|căn cứ|thực hiện|xây"
    r"|rà soát|khẩn trương|chịu|báo cáo|phải|tiếp tục))"
    r"|(?<=thì )Chủ tọa (?:kỳ họp|phiên họp)(?: Hội đồng nhân dân)?"
    r"|[Nn]gười đứng đầu cơ quan sử dụng(?= (?:có|phải|quyết))"
    r"|[Đđ]ơn vị sự nghiệp công lập(?: (?:tự|do (?:Nhà nước|ngân sách nhà nước)) bảo đảm(?: một phần"
    r"| toàn bộ)? chi(?: phí)? (?:thường xuyên|đầu tư)(?: và chi đầu tư)?)?(?=,? (?:đơn vị|quyết định|tự quyết"
    r"|tổ chức việc|có trách))"
    r"|[Cc]ơ quan (?:hành chính )?[Nn]hà nước cấp trên(?: trực tiếp)?(?=,? (?:có (?:trách|quyền)|trong phạm|phải|kiểm"
    r"|xem))|[Nn]gười đứng đầu cơ quan(?:, tổ chức)? cấp trên trực tiếp"
    r"(?: của cơ quan(?:, tổ chức)?(?:, đơn vị)? quản lý cán bộ, công chức)?(?= có)"
    r"|[Cc]ác cơ quan được tổ chức theo hệ thống ngành dọc đặt tại địa phương"
    r"|Ủy ban nhân dân địa phương|[Tt]hành viên khác của Thường trực Hội đồng nhân dân"
    r"|[Cc]ơ quan thuộc Hội đồng nhân dân|[Tt]ổ chức đại diện(?: khác)? của người lao động(?: ở cơ sở)?"
    r"|Chánh [Tt]hanh tra các cấp(?= có)|[Tt]ổ chức chính trị(?:(?=,)| - xã hội(?! (?:ở|khác|các cấp|cấp)))"
    r"|[Nn]gười đứng đầu cơ quan có thẩm quyền (?:bổ nhiệm|tuyển dụng)(?= hoặc theo phân cấp)"
    r"|[Cc]ơ quan, bộ phận tham mưu về tổ chức, cán bộ của cơ quan, tổ chức, đơn vị"
    r"|(?:[Cc]án bộ, )?[Cc]ông chức, viên chức(?:, nhân viên)? tiếp nhận hồ sơ(?: thủ tục hành chính)?(?! tại)"
    r"|Hội đồng (?:thi|xét tuyển|thi tuyển)(?: tuyển)?(?= (?:phải|có|thông|tổ|quyết|báo|ra|thành|gồm))"
    r"|[Nn]gười phụ trách địa điểm tiếp công dân|Ban tiếp công dân(?:(?: ở)? trung ương| cấp tỉnh)?|[Bb]ộ phận Một cửa"
    r"|Bộ phận Tiếp nhận và Trả kết quả(?: giải quyết thủ tục hành chính)?(?: cấp bộ)?"
    r"|[Nn]gười đứng đầu Trung tâm Phục vụ hành chính công(?: các cấp)?"
    rf"|[Nn]gười đứng đầu cơ quan(?:, tổ chức)?, đơn vị(?= tổ chức (?:{VERB}))"
    r"|[Nn]gười đứng đầu của cơ quan, tổ chức(?= chịu trách nhiệm)"
    r"|[Nn]gười đứng đầu cơ quan(?:, tổ chức)?(?:, đơn vị)?(?: (?:được phân công, phân cấp "
    r"|có thẩm quyền )?(?:quản lý|sử dụng) (?:cán bộ, )?công chức)?(?: cấp trên quản lý trực tiếp"
    r"| cấp trên trực tiếp)?(?!,? (?:tổ chức|đơn vị"
    r"|có thẩm|có liên|đề nghị|được|nhà nước|cấp|quản lý|thuộc|chuyên môn))"
    r"|Thủ trưởng cơ quan tổ chức lập quy hoạch(?= (?:chịu|có|thực))"
    r"|Thủ trưởng (?:các )?cơ quan(?: [Nn]hà nước)?(?:, tổ chức)?(?:, đơn vị)?(?!,? (?:tổ chức|đơn vị|có thẩm|có liên"
    r"|đề nghị|được|nhà nước|cấp|quản lý|thuộc|chuyên môn|ngang))"
    r"|[Cc]ơ quan quản lý công chức|[Cc]ơ quan sử dụng công chức|Ban Thanh tra nhân dân(?: ở (?:cơ quan, đơn vị"
    r"|doanh nghiệp nhà nước|cơ quan, đơn vị, doanh nghiệp nhà nước))?|Thanh tra nhân dân|Tòa án nhân dân(?: các cấp"
    r"| khu vực)?|Viện [Kk]iểm sát(?! nhân)|Viện [Kk]iểm sát nhân dân(?: các cấp| khu vực| cấp tỉnh)?"
    r"|Kiểm toán nhà nước khu vực"
    r"|[Cc]ơ quan thuế(?: quản lý trực tiếp)?"
    r"|(?:Hiệu trưởng|(?:Tổng [Cc]ục|Cục|Chi cục) trưởng)(?= (?:có trách|có quyền|quyết định|phải|ban hành"
    r"|phê duyệt)|, (?:Cục|Chi cục) trưởng)"
    r"|Mặt trận Tổ quốc Việt Nam(?: và các tổ chức thành viên của Mặt trận)?|Công đoàn Việt Nam(?: các cấp)?"
    r"|Tổ chức phát triển quỹ đất|[Tt]ổ chức phát triển quỹ đất|[Cc]ơ quan thanh tra|Tòa án|Chánh Thanh tra"
    r"|[Nn]gười đứng đầu(?= (?:quyết định|xem xét|có trách nhiệm|phải|chịu|trình|báo cáo|chỉ đạo|phân công|căn cứ"
    r"|chủ trì|ra quyết))|[Cc]ơ quan [Nn]hà nước ở (?:trung ương|địa phương)"
    r"|[Tt]ổ chức chính trị - xã hội (?:khác|các cấp|cấp tỉnh|cấp xã|ở (?:trung ương|địa phương|cơ sở))"
    r"|[Cc]ơ quan (?:có chức năng )?quản lý đất đai"
)
_DISTRICT = (
    r"[Cc]ơ quan (?:chuyên môn|có chức năng|quản lý)(?: (?!của|cấp)[^\s,;.]+){0,14} thuộc Ủy ban nhân dân cấp huyện"
)
_PATTERNS = tuple(
    (level, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for level, words in (
        (Level.TRUNG_UONG, _CENTRAL), (Level.TINH, _PROVINCE), (Level.XA, _COMMUNE), (Level.HUYEN, _DISTRICT),
        (Level.NHIEU_CAP, _SEVERAL),
    )
)  # fmt: skip
_MINISTRY = re.compile(r"(?:Bộ trưởng |Thứ trưởng )?Bộ (?:[A-ZĐ]|đội )")
"""Ministries are read by their names alone: the grammar of organs runs on into the words after them."""
_DEPARTMENT = re.compile(r"(?:Phó )?(?:Giám đốc )?Sở (?:Nội vụ|Tài chính|Tư pháp|Xây dựng|Y tế|Công Thương"
    r"|Giáo dục|Khoa học"
                         r"|Nông nghiệp|Văn hóa|Dân tộc|Ngoại vụ|Tài nguyên|Kế hoạch|Thông tin|Giao thông|Lao động"
                         r"|Quy hoạch|Du lịch)")  # fmt: skip
_HINT = re.compile(
    r"nhân dân|[Bb]ộ |[Bb]ộ,|Sở|Chính phủ|Quốc hội|[Cc]hủ tịch|Thường trực|[Tt]hủ trưởng|[Đđ]ứng đầu"
    r"|[Tt]hanh tra|Tòa|Học viện|Viện|Ngân hàng|[Đđ]oàn|[Đđ]ại biểu"
    r"|Kiểm toán|Trưởng|Giám đốc|Mặt trận|[Cc]ơ quan|[Đđ]ại diện chủ|Trung tâm|[Pp]hòng|Văn phòng|[Tt]ổ chức phát"
    r"|Hội đồng|chính quyền|Ban |Cục|cục|Vụ |Trường|Kho bạc|Liên đoàn|Bảo hiểm|Quỹ|Tổ |[Cc]ơ sở|[Tt]ỉnh ủy|Trạm |Đội "
    r"|Chỉ huy|Công an|[Cc]ông chức|Đoàn|[Cc]hính quyền|[Ll]ực lượng|[Cc]hức danh|[Bb]an quản lý|[Bb]an đại diện"
    r"|Ủy ban|Hiệu trưởng|[Cc]ục trưởng|người tiếp nhận|Cảng vụ|[Cc]ác sở,"
    r"|Công đoàn|Bí thư|Đảng|[Đđ]ơn vị|Người|chính trị - xã hội"
)


_OF_PARTY = re.compile(
    r"(?:[Đđ]ảng (?:ủy|bộ|đoàn)|[Bb]an cán sự đảng)(?: (?:của|tại))? $"
    r"|[Cc]ác [Đđ]ảng ủy:? (?:(?!\b(?:và|có|phải|chủ)\b)[^;.:])*, $"
)
"""A committee of the party bears the name of the organ it sits in; it is none."""


def _named(words: str) -> str:
    """The name of an office as it is shown: without what stands in brackets; the counter for who serves at it."""
    if "tiếp nhận hồ sơ" in words or "gười tiếp nhận" in words:
        return "Bộ phận Một cửa"
    words = words.replace("đứng đầu của ", "đứng đầu ")
    if several := _SEVERAL_MINISTRIES.match(words):
        words = several[0]
    return (words[:1].upper() + words[1:]).split(" (")[0]


_SEVERAL_MINISTRIES = re.compile(r"[Cc]ác [Bb]ộ, ngành(?=,? (?:và )?cơ quan (?:có )?liên quan)")


def may_name(text: str) -> bool:
    """Whether a text can name a holder at all: a quick look."""
    return _HINT.search(text) is not None or BODIES.search(text) is not None


def find_holders(text: str, boards: Sequence[Organ] = ()) -> list[Organ]:
    """List the organs and offices a text names, in order; of two that overlap the longer one.

    Args:
        text: the words.
        boards: who was named before them, for a board or council that is called by its head noun alone.
    """
    return list(_holders(text, tuple(boards)))


@lru_cache(maxsize=64)
def _holders(text: str, boards: tuple[Organ, ...]) -> list[Organ]:
    """What a text names; kept for a while, since a clause and what stands above it are asked for again and again."""
    if not may_name(text):
        return []
    organs = of_bodies_of(text) + find_organs(text)
    organs += [more for one in organs for more in _swallowed(one, text)]
    found = [one for one in organs if not _MINISTRY.match(text, one.start)
             and not _DEPARTMENT.match(text, one.start)]  # fmt: skip
    found = [replace(one, base="B" + one.base[1:]) if one.base.startswith("bộ") else one for one in found]
    for level, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            shown = level_in(match[0]) if level is Level.NHIEU_CAP else level
            found.append(Organ(_named(match[0]), "", shown, match.start(), match.end()))
    found += find_bodies(text)
    known = {one.start for one in found}
    found += (one for one in find_offices(text) if not (one.base.startswith("Sở ") and one.start in known))
    found = _whole_ministries(found)
    found += [more for one in found if not _ends_longer(one, found) for more in of_further_units(one, text)]
    party = [one for one in found if _OF_PARTY.search(text[: one.start])]
    found = [headed(one, text) for one in found if all(one.end <= of.start or of.end <= one.start for of in party)]
    found += of_chiefs(found, text, boards)
    found.sort(key=lambda organ: (organ.start - organ.end, organ.start))
    kept: list[Organ] = []
    for organ in found:
        if all(organ.end <= one.start or one.end <= organ.start for one in kept):
            kept.append(organ)
    kept = [one for organ in kept for one in of_two_ministries(organ, text)]
    in_order = of_shared_place(without_parents(sorted(kept, key=lambda organ: organ.start), text), text)
    in_order = in_full(of_shared_head(in_order, text), boards)
    return _side_by_side(in_order, text)


def _whole_ministries(found: list[Organ]) -> list[Organ]:
    """Let an office that ends in a ministry take its whole name: "đơn vị giữ ao thuộc Bộ Bãi và Diều"."""
    ministries = [one for one in found if one.base.startswith("Bộ ")]
    out = []
    for one in found:
        of = next((of for of in ministries if one.start < of.start < one.end < of.end), None)
        out.append(replace(one, base=one.base + of.base[one.end - of.start :], end=of.end) if of else one)
    return out


def _ends_longer(organ: Organ, found: list[Organ]) -> bool:
    """Whether an organ only ends a longer name: "cơ quan giữ ao thuộc Ủy ban nhân dân cấp tỉnh, cấp xã"."""
    return any(one.end == organ.end and one.start < organ.start for one in found)


def _swallowed(organ: Organ, text: str) -> list[Organ]:
    """The committee that the name of a ministry ran on into: "Bộ Nội vụ hoặc Ủy ban nhân dân cấp tỉnh"."""
    named = _MINISTRY.match(text, organ.start) or _DEPARTMENT.match(text, organ.start)
    further = _COMMITTEE.search(text, organ.start, organ.end + _NEAR) if named else None
    if further is None or further.start() >= organ.end:
        return []
    first = next(iter(find_organs(text[further.end() :])), None)
    if first is None or first.start:
        return []
    return [replace(first, start=further.end(), end=further.end() + first.end)]


_NEAR = 40
_COMMITTEE = re.compile(r" (?:hoặc|và) (?=(?:Chủ tịch )?(?:Ủy ban|Hội đồng) nhân dân)")


def _side_by_side(organs: list[Organ], text: str) -> list[Organ]:
    """Give each organ the unnamed ones after it, but not a named one: that stands in the list by itself."""
    out: list[Organ] = []
    for place, one in enumerate(organs):
        if out and text.endswith(_CALLED, 0, one.start):
            continue  # "(sau đây gọi chung là …)": the same once more
        if out and one.start < out[-1].end and text.endswith("thuộc ", 0, one.start):
            continue  # "các cơ quan thuộc Ủy ban Thường vụ Quốc hội": only whose they are
        whole = with_unnamed(one, text)
        after = next(
            (other.start for other in organs[place + 1 :] if not text.endswith("thuộc ", 0, other.start)), len(text)
        )
        apart = whole.end > after and text[one.end : after].strip() == ","
        out.append(replace(whole, end=one.end) if apart else whole)
    return out


_CALLED = ("gọi chung là ", "gọi tắt là ", "gọi là ", "viết tắt là ")
