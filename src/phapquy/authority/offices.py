"""Offices read by their head noun: "cơ quan quản lý công chức", "Hội đồng kỷ luật", "Ngân hàng Chính sách xã hội".

:mod:`phapquy.authority.named` lists the offices that are known by name. The rest are read by the grammar of the noun
phrase: a head ("Cục", "Ban", "cơ quan"), what it is for (a verb or noun right after it), and the words that go with
that, up to the predicate. Who is described only by a competence ("cơ quan có thẩm quyền") is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.authority.acts import VERB
from phapquy.law.holder import Level, Organ
from phapquy.vietnamese.letters import CAPITAL

_PREDICATE = (
    r"(?:tiếp tục|có (?:trách|quyền|thẩm|nhiệm|nghĩa|thể|văn|kết|ý|chức|các|đủ|điều)|vẫn|chưa|hiện|hồ sơ"
    r"|phải|được|bị|sẽ|(?<!việc )làm|chậm|thì|để|khi|nếu|không|chịu|căn cứ|đã"
    r"|đang|là|do|với|trong(?! nước)|tại(?! địa phương)|theo(?! hệ thống)|cho|từ|đến|bằng|họp|kịp thời|trực tiếp"
    r"|thay mặt|khẩn trương|chủ động|định kỳ|hằng|hàng|trước|sau|mà|nơi|cần|chỉ|cũng|tự|ra|quy định|bao gồm|gồm"
    rf"|quyết|trên|nhằm|thông qua|về việc|đối|trừ|{VERB})(?!\w)"
)
"""What begins a predicate or an adjunct, and so ends a name."""
_FINITE = (
    r"(?:quyết|thông báo|ban hành|báo cáo|phê duyệt|trình|gửi|công bố|xem xét|tổ chức|lập|tiến hành|yêu cầu|đề nghị"
    r"|kiểm tra|ghi|kiến nghị|đề xuất|thành lập|tuyên bố|phân công|thảo luận|bỏ phiếu|thống nhất"
    r"|kết luận|chịu|làm việc|tổng hợp|thực hiện|cử|vận động)"
)
_WORD = (
    r"(?: (?:về|về công tác|công tác|về lĩnh vực|mức|về hoạt động|quy hoạch|kế hoạch|hệ số)"
    rf" (?!{_FINITE}(?!\w))(?:{VERB})| đô thị và nông thôn"
    rf"| (?!{_PREDICATE})(?!(?:khác|có liên quan)(?!\w))(?!(?:và|hoặc|hay|của các)\s)[^\s,;.:()\[\]\u201c\u201d]+)"
)
"""A word of a name, or a verb that a noun before it makes one: "về xây dựng", "mức bồi thường"."""
_FOLLOWED = (
    r"(?=(?:\s*\([^()]{3,60}\))?\s*,?\s*(?:(?:trên cơ sở|căn cứ|trong thời hạn|trong phạm vi|sau khi|khi|thay mặt"
    r"|chủ động|kịp thời|đang"
    rf"|trực tiếp|họp|tự|nơi|có|phải|chịu|ra|được|sẽ|không|vẫn|chưa|hoạt động|do [^,;.:]{{4,60}}? thành lập"
    rf"|{VERB})(?!\w)))"
)
"""A name with a verb in it is one only where a predicate follows it."""
_GOES_ON = rf"(?=\s*(?:,|và|hoặc)\s+(?:các |những )?(?:cơ quan|tổ chức|đơn vị|người đứng đầu|thủ trưởng|{CAPITAL}))"
_END = (
    rf"(?! sử dụng đất)(?<!trực thuộc)(?<!trực thuộc cấp)(?<! về kết quả)(?:{_FOLLOWED}|{_GOES_ON}"
    rf"|(?=: [A-ZĐ])|(?=(?:,| và) cấp (?:xã|huyện))|\s*[.;:]?$)"
)
_CAPITAL = rf"(?={CAPITAL})(?:(?i:{VERB})|\w+)"
_PROPER = (
    r"(?:Tổng [Cc]ục|Cục|Sở|Chi [Cc]ục|Vụ|Ngân hàng|Trường|Học viện|Viện|Kho bạc|Tổng Liên đoàn|Liên đoàn|Bảo hiểm|Quỹ"
    r"|Ban(?! Giám sát| Thanh tra| Bí thư)|Ủy ban(?= \w+(?: (?!của)\w+){0,6} của Quốc hội"
    r"| (?:Chứng khoán|Cạnh tranh|Dân tộc|Quản lý|Giám sát) ))"
    rf" (?!nhân dân|[Kk]iểm sát){_CAPITAL}{_WORD}{{0,9}}(?: và {_CAPITAL}{_WORD}{{0,6}}|, thành phố{_WORD}{{0,6}})?"
)
_COMMON = (
    r"(?:Chủ tịch (?=Hội đồng))?(?:Tổ(?! chức| trưởng| dân phố| hợp| quốc)|Đoàn(?! thể| viên)"
    r"|Hội đồng(?! nhân dân| dân tộc)|Kho bạc|Ngân hàng"
    r"|Bảo hiểm(?= xã hội)|Ủy ban(?= bầu cử)|Ban(?! hành| đầu| ngày| đêm| Bí thư| Thanh tra| Giám sát)"
    r"|Trung tâm|Trạm(?! trưởng)|Đội(?! ngũ| trưởng)|[Ll]ực lượng(?! chức năng| lao động| sản xuất)|Bộ(?= (?:Chỉ huy"
    r"|Tư lệnh))|Chi nhánh|Hạt(?= kiểm lâm))"
    rf"{_WORD}{{1,8}}(?!\s*,){_FOLLOWED}"
)
"""A body told by a noun: "Tổ công tác", "Kho bạc nhà nước"; only where a predicate follows it."""
_STAFF = r"(?: cán bộ, công chức(?:, viên chức)?(?:, nhân viên)?)"
"""Who serves in an office: one thing, though commas stand in it."""
_VERBAL = (
    rf"(?:(?:{VERB})(?:(?:, | và | )(?!{_FINITE})(?:{VERB}))+(?:, tái định cư)?{_WORD}{{0,7}}"
    rf"|(?:{VERB})(?:(?:, | và )(?!{_FINITE})(?:{VERB}))*{_STAFF}?{_WORD}{{0,7}})"
)
_BODY = (
    r"(?:Chủ tịch(?= Hội đồng) |(?<!tịch ))(?<!viên )(?<!ký )(?:Hội đồng|Ban(?! Thanh tra nhân| Giám sát đầu)|Tổ|Đoàn"
    r"|Trung tâm|Quỹ|Đội(?! trưởng)|Trạm(?! trưởng))"
    rf" (?!(?:xem xét|quyết định|thông qua|biểu quyết|tiến hành|ban hành|chức|triệu tập|chủ trì"
    rf"|phân công|xác định(?=[,;.]))(?!\w)){_VERBAL}"
    rf"(?:, (?!{_FINITE}|(?:cử|giao|thành lập)(?!\w))(?:{VERB}){_WORD}{{1,7}}(?<!hệ số){_END}|{_END}"
    rf"|(?=,)(?!, {VERB}))"
)
_RELATED = (
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]ơ sở)(?:, (?:cơ quan|tổ chức|đơn vị))*(?: được phân công, phân cấp"
    r"| có thẩm quyền| được giao| được phân cấp)?"
    rf" (?:(?:trực tiếp )?quản lý(?: nhà nước về)?|chuyên trách về|vận hành|sử dụng(?! đất)|đăng ký"
    rf"|cử (?:cán bộ, )?công chức(?: biệt phái| đi(?: đào tạo)?|, viên chức(?:, nhân viên)?)?|tuyển dụng"
    rf"|đào tạo, bồi dưỡng)(?! nhà nước (?:có|ở"
    rf"|$))(?:(?<=dưỡng)|(?<=chức)"
    rf"|(?<=phái)|(?<=nhân viên)|{_STAFF}|{_WORD}){_WORD}{{0,10}}(?<!khác){_END}"
)
_PLACED = (
    r"(?<!đầu )(?<!trưởng )(?<!phó )(?:[Cc]ơ quan|[Đđ]ơn vị)(?:, (?:cơ quan|tổ chức|đơn vị))* (?:"
    rf"nơi(?: (?!được|bị)[^\s,;.]+){{1,4}} (?:được|bị)(?: (?:{VERB})){{1,2}}|nơi [^,;.:]{{2,40}}? đang công tác"
    rf"(?: và nơi [^,;.:]{{3,40}}?(?= (?:có|phải|thống nhất) ))?|nơi [^,;.:]{{2,60}}?(?<!được)"
    rf"|(?:cấp trên )?(?:trực )?thuộc (?:bộ, cơ quan ngang bộ|Bộ(?: Quốc phòng, Bộ Công an)?"
    rf"|Ủy ban nhân dân){_WORD}{{0,5}}"
    rf"(?: được giao (?:{VERB})(?: (?!tổ chức|lập|trình|quyết)[^\s,;.]+){{1,4}})?"
    rf"|theo hệ thống ngành dọc{_WORD}{{0,3}}(?:, cơ quan ngang bộ)?{_WORD}{{0,4}}){_END}"
)
_FIELD = (
    r"(?:[Cc]ơ quan(?:, bộ phận)?|[Tt]ổ chức(?= tham mưu về)) (?:chuyên môn(?: có chức năng)?(?: tham mưu"
    r"| giúp)?(?: quản lý(?: nhà nước)?)?(?: về(?: ngành, lĩnh vực)?)?"
    r"|có chức năng quản lý(?: nhà nước| chuyên ngành)? (?:về|đối với)"
    r"|đại diện|tham mưu(?: về(?: công tác)? tổ chức,? cán bộ| về)?|y tế|Công an|kiểm lâm|tài chính|nội vụ"
    r"|tư pháp|công an|quân sự|thi hành án(?: dân sự)?|thống kê|hải quan"
    rf"|lưu trữ|[Bb]ảo hiểm xã hội|thanh tra nhà nước)(?:(?<= về) (?:{VERB}))?{_WORD}{{0,9}}{_END}"
)
_ADVISING = (
    r"[Cc]ơ quan(?:, bộ phận)? tham mưu về (?:công tác )?(?:tổ chức,? )?cán bộ của (?:cấp|cơ quan) có thẩm quyền"
    r" (?:quản lý(?: cán bộ| công chức)?|xử lý kỷ luật|bổ nhiệm|quyết định)"
    r"|[Cc]ơ quan(?:, đơn vị)? có thẩm quyền quản lý, sử dụng(?: (?:cán bộ|công chức|viên chức)(?:, công chức)?)?"
)
_UNDER = (
    r"(?:Vụ|Cục|Tổng cục|Chi cục|Văn phòng|Thanh tra|Tổ chức hành chính khác"
    r"|(?<![Vv]ăn )[Pp]hòng)(?: [^\s,;.()]+){0,5}? thuộc (?:[Bb]ộ(?! [A-Z])|Tổng cục|Sở|sở)"
    r"|[Tt]ổ chức hành chính khác thuộc Ủy ban nhân dân(?: cấp (?:tỉnh|xã))?"
    r"|(?:Thủ trưởng|[Nn]gười đứng đầu) đơn vị sự nghiệp công lập"
    r"|Chi nhánh Văn phòng đăng ký đất đai|[Ll]ực lượng [Cc]ông an(?: cấp (?:tỉnh|xã))?|Thanh tra Quốc phòng"
    r"|[Pp]hòng thuộc Ủy ban nhân dân cấp xã|[Đđ]ơn vị sự nghiệp công lập thuộc Ủy ban nhân dân cấp (?:tỉnh"
    r"|xã)(?= (?:được|có|thực|phải|chịu))|Công an (?:tỉnh|cấp tỉnh|xã)(?!, thành)|Ban Chấp hành Công đoàn(?: (?:ở"
    r"|tại) (?:doanh nghiệp(?: nhà nước)?|cơ quan, đơn vị|cơ sở))?"
    r"|Hội đồng [Tt]hi đua(?: -|,) [Kk]hen thưởng(?: [Tt]rung ương| các cấp| cấp (?:tỉnh|xã))?"
    rf"|Ban [Cc]hỉ huy{_WORD}{{1,8}}{_FOLLOWED}"
    r"|Ủy ban bầu cử(?: ở (?:tỉnh, thành phố|xã, phường, đặc khu|tỉnh|xã))?"
    r"|[Cc]ơ quan, tổ chức có chức năng quản lý [^;.:]{3,60}?(?= (?:tổ chức lập|có trách nhiệm|có quyền|quyết định"
    r"|phải|thực hiện) )"
    r"|Thanh tra (?:Bộ (?:Quốc phòng|Công an)|Ngân hàng Nhà nước|Cơ yếu"
    r"|tỉnh, thành phố(?: trực thuộc [Tt]rung ương)?)"
    r"|[Đđ]ơn vị sự nghiệp(?: công lập)? thuộc (?:các hội(?: do Đảng, Nhà nước giao nhiệm vụ)?|đơn vị sự nghiệp"
    r" công lập)(?=;| (?:quyết định|có|thực hiện|phải|được))"
    r"|[Tt]ổ chức tham mưu về [^;.:()]{3,60}? thuộc [Bb]ộ(?= |,)"
    rf"|[Bb]an quản lý (?:rừng|các khu|khu|dự án)(?: (?!{_PREDICATE})[^\s,;.:()]+){{0,5}}{_FOLLOWED}"
    r"|(?:Cơ sở đào tạo, bồi dưỡng(?: cán bộ, công chức)?|Vụ(?: \([^()]{3,30}\))? Tổ chức cán bộ)(?: của)?(?: các)?"
    r" [Cc]ơ quan [Nn]hà nước, Mặt trận Tổ quốc Việt Nam,(?: các)? tổ chức chính trị - xã hội ở trung ương"
    r"|[Bb]an đại diện của tổ chức đại diện(?: khác)? của người lao động(?: ở cơ sở)?"
    r"|[Cc]ơ quan của (?:các )?tổ chức chính trị, tổ chức chính trị - xã hội(?: ở (?:địa phương|trung ương))?"
    r"|[Cc]ông chức, viên chức (?:thuộc )?[^,;.:()]{3,70}?(?= (?:đang|khi) thi hành (?:công vụ|nhiệm vụ))"
    r"|[Nn]gười thuộc lực lượng [^,;.:()]{3,40}?(?= đang thi hành (?:công vụ|nhiệm vụ))"
    r"|(?:[Cc]ác )?[Cc]hức danh (?:Công an|Quân đội)(?: nhân dân)?(?= (?:có|được|theo))"
    rf"|(?:(?:Phó )?Trưởng đoàn|Tổ trưởng [Tt]ổ) (?:{VERB}){_WORD}{{0,9}}(?: và {CAPITAL}\w*{_WORD}{{0,6}})?"
)
_OFFICE = re.compile(
    rf"(?<!\w)(?<!các cơ quan, )(?<!cơ quan, )(?<!tổ chức, )(?:{_ADVISING}|{_UNDER}|{_PROPER}|{_BODY}|{_RELATED}"
    rf"|{_PLACED}|{_FIELD}|{_COMMON})(?!\w)"
)
_HEADS = re.compile(
    r"Cục|cục|Vụ |Ngân hàng|Trường|Học viện|Viện|Kho bạc|Liên đoàn|Bảo hiểm|Ủy ban|Hội đồng|Ban |Tổ |Đoàn|Trung tâm"
    r"|Quỹ"
    r"|[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]ơ sở|Trạm|Đội|Hạt|Bộ |Trưởng đoàn|Công an|công an|Thanh tra|Chi nhánh"
    r"|[Pp]hòng|Sở |[Ll]ực lượng|[Cc]ông chức|[Nn]gười thuộc|[Cc]hức danh|[Bb]an "
)
_LEVELS = (
    (Level.HUYEN, re.compile(r"cấp huyện")),
    (Level.TINH, re.compile(r"cấp tỉnh|tỉnh, thành phố|\bSở\b|^Chi cục|^Chi nhánh"
        r"|^Ban [Qq]uản lý (?:các )?khu (?:công|kinh|chế)|bảng giá đất|Ủy ban nhân dân thành phố|Công an tỉnh|(?:thuộc"
        r"|ở) tỉnh|^Bộ Chỉ huy")),
    (Level.XA, re.compile(r"cấp xã|ở xã|thuộc xã|đặc khu")),
    (Level.NHIEU_CAP, re.compile(r"ngành dọc|các cấp|trung ương, địa phương")),
    (Level.TRUNG_UONG, re.compile(r"^Thanh tra (?:Ngân|Cơ)|^Cảng vụ|hanh tra Bộ|Cơ quan đại diện|của Cục|trung ương"
                                  r"|Trung ương"
        r"|^(?:Tổng cục|Cục|Vụ|Ngân hàng|Kho bạc|Học viện|Tổng Liên|Ủy ban(?! nhân dân| Mặt trận))"
        r"|thông tin quốc gia|bầu cử quốc gia|Chỉ đạo quốc gia"
        r"|^Bảo hiểm xã hội Việt Nam"
                                  r"|thuộc [Bb]ộ|Quốc phòng|Quốc hội|Chính phủ")),
)  # fmt: skip


_CUT = re.compile(r" (?:về|của|các|công tác|có|đăng)$")
"""A name that breaks off before a verb is none."""
_TWO = r"(?:[Cc]ơ quan|[Đđ]ơn vị)(?: được phân cấp(?: thẩm quyền)?)? (?:quản lý|sử dụng|đăng ký|tuyển dụng|cử)"
_PAIR = re.compile(
    rf"(?<!\w)(?P<first>{_TWO})(?:, | và |, hoặc "
    rf"| hoặc )(?P<second>{_TWO})(?:(?= hoặc được ủy quyền)"
    rf"| (?P<of>(?!hoặc )(?:cán bộ, )?[^\s,;.]+(?: (?!{_PREDICATE}|hoặc )[^\s,;.]+){{0,4}}))(?!\w)"
)


def find_offices(text: str) -> Iterator[Organ]:
    """Yield the offices that a text names by their head noun."""
    if not _HEADS.search(text):
        return
    for pair in _PAIR.finditer(text):  # "cơ quan quản lý, đơn vị sử dụng diều" are two, of the same kites
        for head in ("first", "second"):
            name = f"{pair[head][:1].upper()}{pair[head][1:]} {pair['of'] or ''}".rstrip()
            end = pair.end("first") if head == "first" else pair.end()
            yield Organ(name, "", level_in(name), pair.start(head), end)
    for found in _OFFICE.finditer(text):
        name = found[0].strip(" .;:")
        if _CUT.search(name):
            continue
        yield Organ(name[:1].upper() + name[1:], "", level_in(name), found.start(), found.start() + len(name))


def level_in(name: str) -> Level:
    """Return the level that the words of a name show; several where they show none."""
    return next((level for level, pattern in _LEVELS if pattern.search(name)), Level.NHIEU_CAP)
