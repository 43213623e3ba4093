"""What belongs to a name where it stands: its head, its units, its unnamed companions in a list.

:mod:`phapquy.authority.named` finds the names; here "Thủ trưởng cơ quan …" is one holder, "phường, đặc khu" are two,
and "A, các cơ quan có liên quan" takes the place of "A" in a list of subjects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from phapquy.authority.acts import VERB
from phapquy.authority.offices import level_in
from phapquy.law.holder import Level, Organ, level_of_scope
from phapquy.vietnamese.letters import CAPITAL

_UNNAMED = re.compile(
    r"(?:\s*\([^()]{3,120}\))?(?:\s*(?:,|và|, và|hoặc|;)\s*(?:(?:các|những)\s+)?(?:cơ quan|tổ chức|đơn vị|cá nhân"
    r"|[Bb]ộ, ngành|(?:[Tt]hủ \w+ (?:các )?)?(?:cơ quan, )?tổ chức (?:chính trị|xã hội"
    r"|nghề nghiệp)[^;.:]{0,120}? (?:cơ quan|tổ chức|cá nhân)|tổ chức đại diện(?= khác)|[Bb]ộ|ngành|địa phương|đoàn thể"
    r"|tổ chức thành viên)(?:(?:, "
    r"| và )(?:các )?(?:cơ quan|tổ chức|đơn vị|cá nhân|ngành|địa phương))*(?: (?:có )?liên quan| khác(?: có liên quan"
    r"| của Nhà nước"
    r"| của người lao động ở cơ sở(?: \(nếu có\))?)?| của Mặt trận| của Quốc hội"
    r"| thuộc Ủy ban Thường vụ Quốc hội)(?!\w)|, trọng tài thương mại"
    rf"|(?: hoặc|,| và) (?:người|cơ quan|tổ chức|đơn vị) được (?:ủy quyền|phân cấp|phân công)(?= (?:{VERB}))"
    r"| và các tổ chức thành viên(?! của)(?=,? (?:trong phạm vi|có trách nhiệm|có quyền))"
    r"|,(?: tổ chức,)? (?:cá nhân|nhà đầu tư)(?= có trách nhiệm )"
    r"|[;,] cán bộ, công chức, viên chức (?:thực hiện|thuộc) [^,;.:]{3,60}?(?= (?:có|chịu) trách nhiệm )"
    rf"| và cơ quan, tổ chức được {CAPITAL}[^;.:]{{3,60}}? giao [^;.:]{{3,60}}?(?= (?:ban hành|quyết định) )"
    r"| và cấp phê duyệt [^,;.]{3,40}?(?= (?:có|chịu) trách nhiệm )"
    r"| hoặc cơ quan(?:, đơn vị)?(?: sử dụng công chức)? được phân cấp [^;.:]{3,100}?(?= (?:ban hành"
    r"|quyết định|có trách|có quyền|phối hợp) )|(?:,"
    r"| và)(?: các)? cơ quan quản lý [^,;.]{3,20}? khác(?: quy định tại [^,;.:]{3,60}?)?(?= (?:thực hiện"
    r"|có|chịu|phải) )|, cơ quan, tổ chức (?:có thẩm quyền|có trách nhiệm|được)(?:(?!\b(?:do"
    r"|thì)\b)[^;.:]){3,150}?(?= (?:có|chịu) trách nhiệm )|, người (?:được giao"
    r"|thực hiện) nhiệm vụ [^,;.]{2,30}?(?= có trách| chịu| chủ trì| phải| công bố| thực hiện| tiến hành"
    r"| thống nhất)|\s*(?:,|và)\s*(?:các|những) (?:cơ quan|tổ chức|đơn vị)(?:, (?:tổ chức|đơn vị|cá nhân))*"
    rf"(?=\s+(?:có trách|có quyền|chịu trách|phải|{VERB})))+"
)
"""Members of a list whom nobody can name: "…, các cơ quan, tổ chức có liên quan"."""


def with_unnamed(organ: Organ, text: str) -> Organ:
    """Take "các" and the unnamed ones that follow in its list into an organ's place: the list goes on after them."""
    place = _PROPER_NAME.match(text, organ.end) if organ.scope in {"tỉnh", "thành phố", "xã", "phường"} else None
    end = place.end() if place else organ.end
    if organ.base.endswith("ại biểu Quốc hội") and (place := _OF_PLACE.match(text, end)):
        end = place.end()
    if city := _OF_CITY.match(text, end):
        organ, end = replace(organ, base=organ.name + city[0], scope="", level=Level.TINH), city.end()
    unit = _OF_UNIT.match(text, end) or _DEFINED_IN.match(text, end) or _SET_UP_BY.match(text, end)
    end = unit.end() if unit else end
    if organ.base.endswith(" thuộc cơ quan") and (within := _WITHIN_UNIT.match(text, end)):
        organ, end = replace(organ, base=organ.base + within[0]), within.end()
    if organ.base.startswith(("Tổ chức do", "Sở ")) and (which := _CHARGED.match(text, end)):
        end = which.end()
    formed = _FORMED.match(text, end) or _THAT.match(text, end) or _IN_FIELDS.match(text, end)
    end = formed.end() if formed else end
    if organ.base.startswith("Hội đồng thẩm định") and (also := _PLANS_TOO.match(text, end)):
        end = also.end()
    found = _UNNAMED.match(text, end)
    several = _SEVERAL_OF.search(text, 0, organ.start)
    if unit and organ.level is None and " dưới tỉnh" in unit[0]:
        organ = organ.at(Level.XA, "cấp xã")
    level = _OF_LEVEL.search(unit[0]) if unit and organ.level is None and not organ.scope else None
    if level:
        organ = organ.at(Level.TINH if level[1] == "cấp tỉnh" else Level.XA, level[1] or "cấp xã")
    if unit and organ.level is Level.NHIEU_CAP:
        organ = replace(organ, level=level_in(unit[0]))
    return replace(organ, start=several.start() if several else organ.start, end=found.end() if found else end)


def without_parents(organs: list[Organ], text: str) -> list[Organ]:
    """Let go of the ministry that only says whose office was named: "Cục Đất đai, Bộ Nông nghiệp …"."""
    out: list[Organ] = []
    for one in organs:
        if out and _PART.match(out[-1].base) and one.base.startswith("Bộ ") and text[out[-1].end : one.start] == ", ":
            out[-1] = replace(out[-1], end=one.end)
        else:
            out.append(one)
    return out


_PART = re.compile(r"(?:Cục|Vụ|Tổng cục) ")


def headed(organ: Organ, text: str) -> Organ:
    """The head of an office named by it: "Thủ trưởng cơ quan chuyên môn …", "Chánh Thanh tra Bộ …"."""
    head = next((one for one in _HEAD_OF.finditer(text, max(0, organ.start - _FAR)) if one.end() == organ.start), None)
    if head is None or organ.base.startswith(("Bộ trưởng", "Chủ tịch", "Giám đốc")):
        return organ
    if "ông chức" in head["title"]:  # who serves at the counter: the counter does it
        return replace(organ, start=head.start())
    title = head["title"][:1].upper() + head["title"][1:]
    office = organ.base.split(" do Chính phủ")[0]
    if office.startswith(("Cơ quan", "Cơ sở", "Đơn vị", "Tổ chức")):
        office = office[0].lower() + office[1:]
    named = replace(organ, base=f"{title} {office}", start=head.start())
    return headed(named, text) if text.endswith("Đại diện ", 0, named.start) else named


_FAR = 80
_HEAD_OF = re.compile(
    r"(?<!\w)(?P<title>[Tt]hủ trưởng|[Nn]gười đứng đầu|(?:Tổng [Cc]ục|Cục|Chi cục|Vụ|Viện|Hạt|Trạm|Đội) trưởng"
    r"|Hiệu trưởng|Chánh [Tt]hanh tra|Thanh tra(?= Sở )"
    r"|Chánh(?= (?:Văn|[Tt]hanh))|(?:Tổng Thư ký Quốc hội - )?Chủ nhiệm(?= (?:Văn|Ủy))"
    r"|(?:Đoàn Chủ tịch|Chủ tịch|Ban Thường trực)(?= Ủy ban (?:[Tt]rung ương|Mặt trận))|Đại diện(?: lãnh đạo)?"
    r"|(?:[Cc]án bộ, )?[Cc]ông chức, viên chức(?:, nhân viên)?(?: làm việc| tiếp nhận(?: hồ sơ)?)?(?: tại)?(?= Bộ phận)"
    r"|(?:Phó )?(?:Tổng )?Giám đốc|(?:Phó )?Trưởng|Chỉ huy trưởng|Thường trực(?= (?:Ủy ban [A-ZĐ]"
    r"|Ủy ban của Quốc hội|Hội đồng [Dd]ân tộc)))(?: các)? "
)


def of_further_units(organ: Organ, text: str) -> list[Organ]:
    """The same organ of the units that go on the list: "Ủy ban nhân dân phường, đặc khu" are two."""
    if organ.base.endswith(" cấp tỉnh") and not organ.scope and (unit := _FURTHER_UNIT.match(text, organ.end)):
        base = organ.base.removesuffix("cấp tỉnh") + unit["unit"]
        return [replace(organ, base=base, level=level_of_scope(unit["unit"]), start=unit.start("unit"), end=unit.end())]
    if organ.scope not in _UNITS:
        return []
    found, place = [], organ.end
    while unit := _FURTHER_UNIT.match(text, place):
        found.append(Organ(organ.base, unit["unit"], level_of_scope(unit["unit"]), unit.start("unit"), unit.end()))
        place = unit.end()
    return found


def of_two_ministries(organ: Organ, text: str) -> tuple[Organ, ...]:
    """The office of either ministry: "cơ quan chuyên môn thuộc Bộ Quốc phòng, Bộ Công an" are two."""
    cut = text.rfind(_BOTH, organ.start, organ.end)
    if cut < 0 or not organ.base.endswith(_BOTH):
        return (organ,)
    first, second = _BOTH.split(", ")
    base = organ.base[: -len(_BOTH)]
    return (
        replace(organ, base=base + first, end=cut + len(first)),
        replace(organ, base=base + second, start=cut + len(first) + 2),
    )


_BOTH = "Bộ Quốc phòng, Bộ Công an"


def of_bodies_of(text: str) -> list[Organ]:
    """The office that each of several organisations has: "cơ quan trung ương của tổ chức chính trị, tổ chức xã hội"."""
    found = []
    for several in _OFFICE_OF.finditer(text):
        head = several["head"][:1].upper() + several["head"][1:].removesuffix("các ")
        level = Level.TRUNG_UONG if "trung ương" in head else Level.NHIEU_CAP
        for one in _ORGANISATION.finditer(text, several.start("of"), several.end("of")):
            first = one.start() == several.start("of")
            found.append(Organ(head + one[0], "", level, several.start() if first else one.start(), one.end()))
    return found


_ORGANISATION = re.compile(
    r"tổ chức (?:chính trị(?: - xã hội)?|xã hội(?: - nghề nghiệp)?)(?! -)(?!\w)|(?:Ủy ban )?Mặt trận Tổ quốc Việt Nam"
)
_OFFICE_OF = re.compile(
    rf"(?<!\w)(?P<head>[Cc]ơ quan (?:trung ương|có thẩm quyền) của (?:các )?)"
    rf"(?P<of>(?:{_ORGANISATION.pattern})(?:(?:, | và | hoặc )(?:{_ORGANISATION.pattern})){{0,6}})(?!\w)"
)


def of_chiefs(organs: list[Organ], text: str, boards: Sequence[Organ] = ()) -> list[Organ]:
    """The chief of the board named before him: "Ban Giám sát có Trưởng ban …. Trưởng ban chịu trách nhiệm …".

    A council that is named before is called by its head noun alone, too.
    """
    found = []
    councils = {one.base: one for one in boards if _COUNCIL_OF.match(one.base)}
    if len(councils) == 1:
        council = next(iter(councils.values()))
        found += [replace(council, start=one.start(), end=one.end()) for one in _COUNCIL.finditer(text)]
    for chief in _CHIEF.finditer(text):
        before = (one for one in organs if one.end < chief.start())
        board = next((one for one in (*before, *boards) if one.base.startswith("Ban ")), None)
        if board:
            name = f"{chief['deputy'] or ''}Trưởng {board.name}"
            found.append(Organ(name, "", board.level, chief.start(), chief.end()))
    return found


_COUNCIL_OF = re.compile(r"Hội đồng (?!nhân dân|[Dd]ân tộc|[Bb]ầu cử)")
_COUNCIL = re.compile(
    r"(?<!\w)Hội đồng(?= (?:có (?:trách nhiệm|quyền|nhiệm vụ|văn bản)|quyết định|thông báo|báo cáo|lập|xem xét"
    r"|kiến nghị"
    r"|trình|gửi|ban hành|kết luận|tổ chức (?:họp|thẩm|kiểm|xét)) )"
)
_CHIEF = re.compile(
    r"(?<!\w)(?P<deputy>Phó )?Trưởng ban(?= (?:chịu|có trách nhiệm|giúp|phân công|quyết định" r"|triệu tập))"
)


def in_full(organs: list[Organ], boards: Sequence[Organ]) -> list[Organ]:
    """Complete the name of a board from the nearest place that says whose it is: "Ban giữ ao ở xã"."""
    out = []
    for one in organs:
        whole = (of for of in boards if of.base.startswith((f"{one.base} ở ", f"{one.base} tại ")))
        full = next(whole, None) if one.base.startswith("Ban ") and not one.scope else None
        out.append(replace(full, start=one.start, end=one.end) if full else one)
    return out


def of_shared_place(organs: list[Organ], text: str) -> list[Organ]:
    """Give a list the place that its last member tells: "cơ quan nhà nước, Mặt trận …, các hội ở trung ương"."""
    found = _SHARED.search(text)
    if found is None or any(one.start < found.start("head") < one.end for one in organs):
        return organs
    level = level_in(found["place"])
    organs = [one for one in organs if one.start >= found.end("head") or one.end <= found.start("head")]
    within = [one for one in organs if found.start() <= one.start < found.end() and one.level is not level]
    placed = [replace(one, level=level) if one in within and not one.scope else one for one in organs]
    head = found["head"][:1].upper() + found["head"][1:].replace(" các ", " ")
    return [Organ(f"{head} {found['place']}", "", level, found.start("head"), found.end("head")), *placed]


def of_shared_head(organs: list[Organ], text: str) -> list[Organ]:
    """Give a second office the head of the first: "người đứng đầu cơ quan giữ ao hoặc cơ quan giữ bãi" has two."""
    out: list[Organ] = []
    for one in organs:
        before = out[-1] if out else None
        head = _HEADED.match(before.base) if before else None
        if before and head and one.base.startswith(("Cơ quan", "Tổ chức chính trị - xã hội ở trung")):
            between = text[before.end : one.start]
            of_office = (
                between == " hoặc " and "bộ phận" not in one.base and before.base.startswith("cơ quan", head.end())
            )
            if of_office or (between in {", ", ", các "} and before.base.startswith("Mặt trận", head.end())):
                one = replace(one, base=head[0] + one.base[0].lower() + one.base[1:])  # noqa: PLW2901
        out.append(one)
    return out


_HEADED = re.compile(r"(?:Người đứng đầu|Thủ trưởng) ")
_SHARED = re.compile(
    r"(?<!\w)(?P<head>(?:Thủ trưởng (?:các )?)?[Cc]ơ quan [Nn]hà nước)(?:(?:,"
    r"| và)(?: các)? (?:người đứng đầu )?(?:Mặt trận|tổ chức)[^,;.:]{3,50}?){1,3}"
    r" (?P<place>ở (?:trung ương|địa phương))(?!\w)"
)
_UNITS = frozenset({"xã", "phường", "đặc khu", "cấp tỉnh", "cấp huyện", "cấp xã"})
_FURTHER_UNIT = re.compile(r"\s*(?:,|và|hoặc)\s*(?P<unit>xã|phường|đặc khu|cấp huyện|cấp xã|cấp tỉnh)(?!\w)")
_OF_PLACE = re.compile(rf" (?:tỉnh|[Tt]hành phố)(?: {CAPITAL}\w*(?:-\w+)?){{1,4}}(?!\w)")
_OF_CITY = re.compile(r"(?<=đất đai) thuộc thành phố trực thuộc [Tt]rung ương(?!\w)")
_OF_LEVEL = re.compile(r"đơn vị hành chính (cấp (?:tỉnh|xã))(?!,| và| hoặc)| một trong (?![^,;.]* cấp )()")
_DEFINED_IN = re.compile(
    r"(?: cấp có thẩm quyền| theo)? quy định tại [^,;.]{4,60}? (?:này|Luật [A-ZĐ][^,;.]{2,40}?|\d+(?! (?:Điều|của|và"
    r"|Luật)))(?= (?:có trách nhiệm|có quyền|phải|quyết định"
    r"|tổ chức|thực hiện|phê duyệt|được xử phạt|được lập))"
)
_WITHIN_UNIT = re.compile(r", tổ chức được giao quản lý [^,;.:]{3,30}?(?= (?:có|thẩm định|lưu giữ|chịu|phải) )")
_CHARGED = re.compile(
    r" (?:được giao quản lý [^,;.:]{3,40}?(?: và không trực thuộc [^,;.:]{3,40})?(?=,| có | phê duyệt | tổ chức "
    r"| thẩm định | quyết định )"
    r"|các tỉnh, thành phố(?: trực thuộc [Tt]rung ương)?(?!\w))"
)
_THAT = re.compile(r" (?:đó|nói trên|nêu trên)(?!\w)")
_IN_FIELDS = re.compile(
    rf" về (?:ngành, )?lĩnh vực: (?:(?!{VERB})[^;.:]){{3,60}}?(?= (?:thẩm định|có trách nhiệm|cho ý kiến))"
)
_PLANS_TOO = re.compile(r", kế hoạch [^;.:]{3,80}?(?= (?:có trách nhiệm|tổ chức) )")
""""Hội đồng thẩm định quy hoạch bãi cấp xã, kế hoạch bãi cấp xã có trách nhiệm …": what it examines goes on."""
_FORMED = re.compile(r" (?:hình thành )?sau sắp xếp(?: quy định tại [^,;.]{4,60}? này)?")
_SET_UP_BY = re.compile(
    r" do (?:Chính phủ, Thủ tướng Chính phủ"
    r"|[^,;.]{4,60}?) thành lập(?!\w)(?: mà không phải là đơn vị sự nghiệp công lập)?"
)
_PROPER_NAME = re.compile(rf"(?: {CAPITAL}\w*){{1,4}}(?:(?:, | và )[Tt]hành phố(?: {CAPITAL}\w*){{1,4}})?(?!\w)")
_OF_UNIT = re.compile(
    r" (?:(?:của|ở) (?:các |một trong các )?|các )đơn vị hành chính(?: (?:mới|cấp tỉnh|cấp xã|cùng cấp|trước sắp xếp"
    r"|cấp dưới"
    r"|sau sắp xếp|(?:cùng )?thực hiện sắp xếp|còn lại|dưới tỉnh(?:, thành phố trực thuộc trung ương)?"
    r"|hình thành sau sắp xếp))*(?: (?:có )?liên quan(?: trực tiếp)?(?: đến việc [^,;.]{3,50}?(?= và|,| có trách"
    r"| chịu))?)?(?: quy định tại [^,;.]{4,60}? (?:này|\d+(?! (?:Điều|của|và|Luật))))?(?!\w)"
)
"""Which units, where the level does not say: "Hội đồng nhân dân của đơn vị hành chính mới …"."""
_SEVERAL_OF = re.compile(r"(?<!\w)(?:[Cc]ác|[Nn]hững) $")
