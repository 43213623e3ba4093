"""What is done *by* an organ, the object before it: "việc P do A quyết định", "hồ sơ phải được trình A thông qua"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.edges import TRAILING, trimmed
from phapquy.authority.objects import NO_OBJECT, Task, with_object
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_BY = re.compile(
    r"(?-i:^\s*(?:Ban|Hội đồng|Tổ|Đoàn)(?: [^\s,;.]+){1,10} được)\s*$"
    r"|\b(?:do|phải được|do [^,;.]{4,80} (?:đề xuất|đề nghị|trình|lập|xây dựng) và)\s*$",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\b(?:đã trình|được trình|đã được|đã do|được|bị|mà|nơi|đã|kể từ ngày|từ ngày|trước khi|đến khi"
r"|sau khi|(?<!\d )ngày|bằng|là|diện|yêu cầu|đề nghị|kiến nghị|gửi|đứng đầu|thuộc thẩm quyền"
                      r"|(?:với|cùng|giúp|của|cho|thuộc)(?: các| những| tập thể)?)\s*$|"
                      r"(?:^\s*|[,:] )(?:(?:trong )?trường hợp|nếu|khi)\s*$|trong trường hợp\s*$"
                      r"|(?-i: Trường hợp| Nếu| Khi)\s*$",
                      re.IGNORECASE)  # fmt: skip
_LEAD_IN = re.compile(r"^(?:việc|thẩm quyền|trách nhiệm|quyền)\s+", re.IGNORECASE)
_NOMINAL = re.compile(r"\s*(?:việc|thẩm quyền|trách nhiệm)\b", re.IGNORECASE)
_DECIDED = re.compile(r"(?:xem xét,? )?(?:quyết định|bổ nhiệm|phê duyệt|phê chuẩn|bầu|thực hiện)\b", re.IGNORECASE)
_MAKES = re.compile(
    r"(?:thành lập|ban hành|quản lý|giao|cấp|tổ chức|chủ trì|lập|cử|phân công|trình|đề nghị|soạn thảo|xây dựng|đầu tư"
    r"|sử dụng|làm việc|chuyển đến|chuyển|thực hiện việc|cung cấp|công bố|xác nhận|cho thuê(?!\s+\w))\b",
    re.IGNORECASE,
)
_SHORT = 12
_RULED = re.compile(r" theo (?=(?:trình tự|thủ tục|quy chế|mẫu|danh mục|lộ trình|mức|tiêu chí)\b)")
_DOES = re.compile(r"^(?:thực hiện|quyết định|đảm nhận|có trách nhiệm|giải quyết)", re.IGNORECASE)


def by(text: str, organ_start: int, organ_end: int, limit: int, begin: int) -> Iterator[Task]:
    """Yield what is done by an organ: "việc P do A quyết định"; nothing where the words only describe a thing."""
    given = _BY.search(text[:organ_start])
    chain = agents_verbs(text, organ_end) if given else None
    if not given or chain is None or chain.end > limit:
        return
    if manner := _IN_A_WAY.search(text, chain.start, chain.end):
        chain = chain_at(text[: manner.start()], chain.start) or chain
    if (further := _AND_BY.match(text[: given.start()])) and _NOTHING_MORE.match(text, chain.end):
        yield Task(chain.acts, chain.verbs(text), further.start("what"), further.end("what"), None, None)
        return
    case = None
    for case in _FURTHER_CASE.finditer(text, begin, given.start()):
        begin = case.end()  # "P do C lập, đối với Q thì R do A lập"
    if _says_which(text, (begin, limit), given, chain, organ_end):
        return
    rest = text[chain.end : limit].strip(TRAILING)
    if described := _attribute(text, begin, given):
        if not chain.verbs(text).startswith("quy định"):
            return  # "theo bảng giá do A ban hành": which one
        begin = described
    start, stop, when = _object_before(text, begin, given.start())
    when = when or (case["when"] if case else None)
    told = given[0].startswith("phải") and _OF_ITS_OWN.match(text, chain.end)
    if stop <= start or told or given[0].lstrip().startswith(_BODIES) or _IS_BODY.search(text, begin, given.start()):
        yield from with_object(text, chain, limit, when)
        return
    if more := chain_at(text, chain.end) if rest and not manner else None:
        chain = more if more.end <= limit and more.start <= chain.end + 2 else chain  # "do A quyết định bổ nhiệm"
    acts, verb = tuple(one for one in chain.acts if one is not Act.CHIU_TRACH_NHIEM) or chain.acts, chain.verbs(text)
    if _DOES.match(verb) and (first := chain_at(text, start)) and first.end < stop and not verb.startswith("quyết"):
        acts, verb = first.acts, first.verbs(text)
        start = trimmed(text, first.end, stop)[0]
    acts = (Act.TO_CHUC_THUC_HIEN,) if acts == (Act.CHI_DAO,) and _MEETING.match(text, start, stop) else acts
    if len(acts) > 1 and " hoặc " in verb and rest and not NO_OBJECT.match(rest):
        # "việc P do A thực hiện hoặc thuê B": what follows is the object of the last verb only
        begins, ends, condition, exception = trimmed(text, chain.end, limit)
        yield Task(acts[-1:], verb, begins, ends, when or condition, exception)
        acts = acts[:-1]
    _, _, condition, exception = trimmed(text, chain.end, limit)
    yield Task(acts, verb, start, stop, when or condition or _rest_condition(rest), exception)


_MEETING = re.compile(r"(?:các )?(?:cuộc họp|phiên họp|hội nghị|kỳ họp)(?!\w)", re.IGNORECASE)
""""Cuộc họp do A chủ trì": A holds it."""
_IN_A_WAY = re.compile(r", (?:bảo đảm|đảm bảo)$")
""""việc P do A quyết định, bảo đảm Q": how it is decided."""


def _says_which(text: str, span: tuple[int, int], given: re.Match[str], chain: Chain, organ_end: int) -> bool:
    """Whether "do A …" only says which thing is meant."""
    begin, limit = span
    paper = Act.QUY_DINH not in chain.acts and _PAPER_BY.match(text, begin, given.start())
    if paper or _BESIDES.search(text, begin, given.start()):
        return True
    if "được" in text[organ_end : chain.start]:
        return True  # "đất do A được giao quản lý": which land
    if chain.acts == (Act.GIAO,) and _TELLS_WHO.match(text, chain.end):
        return False
    if _NOMINAL.match(text, begin) or text.endswith(" thì", 0, given.start() - (text[given.start()] != " ")):
        return False
    first = chain_at(text, begin)
    if first and first.end < given.start() and not _DECIDED.match(text, chain.start):
        return True  # "bãi bỏ văn bản do A ban hành"
    # "cơ quan do Chính phủ thành lập": what kind of thing, not who may
    return (
        _MAKES.match(text, chain.start) is not None
        and not given[0].startswith("phải")
        and not re.match(r"\s*việc ", text[chain.end : limit])
        and not _stands_alone(text, begin, given, chain)
    )


_TELLS_WHO = re.compile(
    r" (?:cho )?(?:cơ quan|đơn vị|tổ chức|người) [^;.:]{0,40}?(?:chủ trì|soạn thảo|thực hiện|lập) ?"
)
""""Mẫu diều do A phân công người chủ trì vẽ": A settles who does it."""
_BESIDES = re.compile(
    r"\bngoài (?:(?! thì )[^,;.])*$|\bcó (?:quy mô|diện tích|giá trị|mức)(?!\w)[^,;.]{0,40}$"
    r"|\b(?:còn|cũng) được hưởng (?:(?! thì )[^;.])*$"
)
""""ngoài quà do A chi trả, người chơi còn được …", "ao có diện tích do A xác định": which."""
_AND_BY = re.compile(
    rf"\s*(?P<what>{CAPITAL}(?:(?! (?:là|được|do|phải) )[^,;.]){{3,100}}) (?:là|được) (?:[^;.]{{3,200}},"
    rf"|[^;.]{{3,200}} và) $"
)
_NOTHING_MORE = re.compile(r"(?: theo [^,;.]{3,80})?[.;]?\s*$")
""""Sổ diều là sổ chung, do A quản lý.": what is said of the sentence's subject."""
_OF_ITS_OWN = re.compile(
    r" (?:chủ trương|nhà đầu tư|danh mục|phương án|kế hoạch|quy hoạch|nhiệm vụ|thiết kế|dự toán)\b"
)
""""P phải được A chấp thuận chủ trương": what A decides on is told."""
_BODIES = ("Ban ", "Hội đồng ", "Tổ ", "Đoàn ")
""""Ban giữ bãi được A quyết định thành lập theo …": what A decides on is told after."""
_IS_BODY = re.compile(r" là (?:tổ chức|đơn vị|cơ quan)(?: [^,;.]{3,60})?\s*$")
""""A là đơn vị do B quyết định thành lập": setting it up is what B does."""


def ruled_by(text: str, organ_start: int, organ_end: int, read: int) -> Iterator[Task]:
    """Yield what an organ rules on by which another acts: "A thả diều theo trình tự, thủ tục do B quy định"."""
    how = _HOW.search(text, 0, organ_start) if organ_start < read else None
    chain = chain_at(text, organ_end)
    if how and chain and chain.verbs(text).startswith("quy định"):
        yield Task(chain.acts, chain.verbs(text), how.start("what"), how.end("what"), None, None)


_HOW = re.compile(r" theo (?P<what>(?:trình tự|thủ tục|quy chế|mẫu|lộ trình|tiêu chí)(?:(?! theo )[^;.:]){0,80}?) do $")
_PAPER_BY = re.compile(
    r"\s*(?:\d+ bản |[Bb]ản (?:sao|chính) )?(?:Giấy|Phiếu|Biên lai|Sơ yếu|Lý lịch|Thẻ) [^,;.:]{1,80} $"
)
""""Giấy sức khỏe do A cấp": a paper in a file."""


def agents_verbs(text: str, end: int) -> Chain | None:
    """The verbs of who does something, also "do A nơi có ao quản lý", "do A đó quản lý"."""
    place = _WHERE.match(text, end)
    return chain_at(text, end) or (chain_at(text, place.end()) if place else None)


_WHERE = re.compile(
    rf" (?:(?:đó|nơi có [^,;.]{{2,40}}?|có thẩm quyền)(?= {VERB})"
    rf"|cấp có thẩm quyền (?:{VERB})[^;.:]{{0,60}}?(?<!,)(?= (?:quyết định|phê duyệt|ban hành|ký) ?))"
)


def _stands_alone(text: str, begin: int, given: re.Match[str], chain: Chain) -> bool:
    """Whether "P do A lập" is the whole sentence: a short object, nothing of weight after the verb."""
    before, after = text[begin : given.start()].split(), text[chain.end :].split()
    plain = (
        not begin
        and text.rstrip().endswith((".", " như sau:") if chain.acts == (Act.TRINH,) else ".")
        and not text.endswith("không ", 0, given.start())
        and "được" not in text[given.end() : chain.start]
        and _PREDICATED.search(text, 0, given.start()) is None
        and text.lstrip()[:1].isupper()
    )
    submits = chain.acts == (Act.TRINH,) and _DECIDED_BY.match(text, chain.end) is not None
    if plain and len(before) <= _NAMED and (submits or _NO_PREDICATE.fullmatch(text, chain.end)):
        return True
    return len(before) <= _SHORT and (not after or NO_OBJECT.match(" ".join(after)) is not None)


def _attribute(text: str, begin: int, given: re.Match[str]) -> int | None:
    """Where the thing begins that "do A quy định" describes, in a sentence that has its own predicate."""
    if _NOMINAL.match(text, begin) or given[0].lstrip() != "do ":
        return None
    found = _WITHIN.search(text, begin, given.start())
    return found.end() if found and _FINITE.search(text, max(0, begin - 1), found.start() + len(" theo")) else None


_WITHIN = re.compile(
    r" (?:phù hợp với|theo|trong|bằng|tại|vượt quá|không quá) "
    r"(?=(?:(?! (?:theo|trong|bằng|tại|thì|và) )[^,;.:]){3,90}$)"
)
_FINITE = re.compile(r" (?:được|phải|là|áp dụng|bảo đảm|thì|thỏa thuận) | (?:thực hiện|xác định|tính|lập|căn cứ) theo")
_DECIDED_BY = re.compile(rf" {CAPITAL}[^,;.]{{3,60}}? (?:xem xét, )?(?:quyết định|phê duyệt|phê chuẩn|thông qua)(?!\w)")
_NAMED = 20
_PREDICATED = re.compile(
    r"\b(?:được|phải|là|có|theo|trong|bằng|tại|gồm|thực hiện|áp dụng|xác định|nếu|khi)\b", re.IGNORECASE
)
_NO_PREDICATE = re.compile(
    r"(?:\s*(?:,|và|đến|theo|trên|trước|trình|đối với)\s(?:(?!\b(?:phải|(?<!đã )được|có trách nhiệm|có quyền|thì"
    r"|là)\b)[^;])*)?[\s;.]*"
)


def is_done_by(text: str, organ_start: int) -> bool:
    """Whether an organ only stands in a clause about something: "quy hoạch đã được A phê duyệt", "khi A quyết định"."""
    return _DONE_BY.search(text[:organ_start]) is not None and not _BY.search(text[:organ_start])


def settled_by(text: str, organ_start: int, organ_end: int, limit: int) -> Task | None:
    """What an organ decides on in a sentence that is a passive: "Đội diều được A quyết định thành lập theo Q"."""
    what = _SETTLED.fullmatch(text, 0, organ_start)
    chain = chain_at(text, organ_end) if what else None
    if not what or chain is None or chain.end > limit or not set(chain.acts) <= _SETTLES:
        return None
    if _ELSE.search(text, chain.end, limit):
        return None
    return Task(chain.acts, chain.verbs(text), what.start("what"), what.end("what"), None, None)


_SETTLED = re.compile(
    rf"\s*(?P<what>(?!{VERB}|(?i:không|đối|trường|khi|nếu|sau|trước|trong|người|những|căn|theo|thuộc|từ|trên|tại|ngoài"
    rf"|trừ|hồ sơ|phải|đã|có|chỉ|đất|dự án)\b){CAPITAL}(?:(?!\b(?:thì|được|do|phải|là|khi|nếu|mà|đã|thuộc|nhưng"
    r"|người|trường hợp|từ|có|bị|không)\b)[^,;.:]){2,80}) được "
)
_ELSE = re.compile(r" (?:được|phải|là|thì|có|bị|chịu|gồm|áp dụng|chấm dứt) ")
_SETTLES = frozenset({Act.QUYET_DINH, Act.PHE_DUYET, Act.PHE_CHUAN, Act.BAU, Act.BO_NHIEM, Act.BAN_HANH, Act.QUY_DINH})


def is_agent(text: str, organ_start: int) -> bool:
    """Whether an organ is the one by whom something is done."""
    return _BY.search(text[:organ_start]) is not None


def put_before(text: str, begin: int, head: int) -> Task | None:
    """The object of "hồ sơ phải được trình A quyết định", without its verbs."""
    passive = _IS_PUT.search(text, begin, head)
    if passive is None:
        return None
    start, stop, when = _object_before(text, begin, passive.start())
    return Task((), "", start, stop, when, None) if stop > start else None


def case_before(text: str, head: int) -> Task | None:
    """The case that is put before an organ: "Trường hợp P thì A báo cáo B quyết định": B decides on P."""
    found = (
        _CASE.match(text, 0, head)
        or _TOPIC.match(text, 0, head)
        or _CASE_LATER.search(text, 0, head)
        or _GROUND_OF.match(text, 0, head)
    )
    if found is None:
        return None
    part = "of" if found["of"] else "case" if found["case"] else "alone"
    return Task((), "", found.start(part), found.end(part), None, None)


def drawn_before(text: str, begin: int, head: int) -> Task | None:
    """What an organ gets that no holder puts before it: "chủ ao lập hồ sơ trình A", "Đề án phải trình A", troubles."""
    found = (
        _DRAWN_FOR.search(text, begin, head)
        or _NOT_YET.match(text, 0, head)
        or (_PAPER_PUT.match(text, 0, head) if text.endswith("trình ", 0, head) else None)
        or _RAISED.match(text[:head])
        or _DRAWN.search(text, begin, head)
        or _PROPOSED.search(text, begin, head)
        or _PUT_FOR.search(text, begin, head)
    )
    return _told(text, found)


def sent_before(text: str, begin: int, head: int) -> Task | None:
    """What is sent to an organ: "gửi hồ sơ P cho B"."""
    return _told(text, _SENT.search(text, begin, head))


def _told(text: str, found: re.Match[str] | None) -> Task | None:
    if found is None:
        return None
    aim = text.find(" để ", found.start("what"), found.end("what"))
    start, end, condition, exception = trimmed(text, found.start("what"), aim if aim > 0 else found.end("what"))
    return Task((), "", start, end, condition, exception) if end > start else None


_NOT_YET = re.compile(
    r"\s*(?:Trong thời gian|Trường hợp) [^;.,]{3,80}? chưa (?:quy định|ban hành)"
    r"(?: hoặc (?:quy định|ban hành) còn thiếu)? (?P<what>(?:(?! thì )[^;.])+) thì [^;.]* để $"
)
""""Trong thời gian A chưa quy định giá ao thì … đề xuất để B quyết định": B decides on the price."""
_DRAWN = re.compile(
    r"\b(?:lập|xây dựng|hoàn thiện|chuẩn bị|soạn thảo|tổng hợp|rà soát|đề xuất|xác định|lựa chọn) (?:việc )?"
    r"(?P<what>(?!gửi )(?:(?!\b(?:lập|xây dựng|hoàn thiện|soạn thảo|thì)\b|, (?:cơ quan|đơn vị"
    r"|chủ))[^;.])+?)(?:, (?:cơ quan|đơn vị|chủ) [^,;.]{3,80}?)?,? (?:và |để )?(?:trình|báo cáo|gửi|đề xuất)(?: để"
    r"| đến| cho| về)?\s*$"
)
_DRAWN_FOR = re.compile(
    r"\b(?:lập|xây dựng) (?P<what>(?:(?!\b(?:lập|xây dựng|để)\b)[^,;.]){3,120}) để (?:đề xuất|báo cáo)\b[^,;.]*"
    r"\btrình\s*$"
)
_RAISED = re.compile(
    r"[^;]*\b[Nn]ếu (?:có|phát sinh) (?P<what>(?:khó khăn|vướng mắc)[^;.,]{0,30}(?:, vướng mắc[^;.,]{0,60})?),"
)
""""nếu có khó khăn, vướng mắc, đề nghị phản ánh về B để giải quyết": B settles them."""
_SENT = re.compile(
    r"\b(?:gửi|chuyển) (?P<what>hồ sơ[^;.]{0,160}?|văn bản[^;.]{0,160}?) (?:đến|cho|tới|về)\s*$", re.IGNORECASE
)
_PUT_FOR = re.compile(
    r"\btrình (?P<what>(?:danh mục|hồ sơ|phương án|kế hoạch|đề án|dự thảo|báo cáo) [^;.]{3,200}?) để\s*$"
)
_PROPOSED = re.compile(
    r"\b(?:đề xuất|lựa chọn|xác định) (?:việc )?(?P<what>(?!trong|tại|cụ thể|để)(?:(?!\b(?:đề xuất|lựa chọn"
    r"|thì)\b)[^;.])+?)(?: cụ thể)?(?: (?:trong|tại) [^,;.]{3,60})?,? để\s*$"
)
_CASE = re.compile(
    r"\s*(?:Đối với\s(?!trường hợp)(?P<of>[^;]{3,}?)|(?P<case>(?:(?:Trong t|T)rường hợp|Đối với"
    r"|Nếu)\s[^;]{3,})) thì (?=[^;]*$)"
)
_TOPIC = re.compile(
    rf"\s*(?P<of>(?!(?:Khi|Sau|Căn|Theo|Trong|Trên|Tại|Ngoài|Riêng)\b){CAPITAL}(?:(?! thì )[^;.:]){{3,300}}?)"
    r"(?P<case>(?!))?(?: tại (?:khu vực|địa bàn) [^,;.]{3,40})? thì (?:được )?giao(?: cho)?\s*$"
)
""""Bãi diều cũ thì giao A quản lý": A keeps the field."""
_GROUND_OF = re.compile(
    rf"\s*Căn cứ (?:vào )?(?P<of>(?:hồ sơ|đề án|phương án|dự thảo|kế hoạch) [^,;.]{{3,200}}?)(?P<case>(?!))?"
    rf"(?: đã (?:được )?[^,;.]{{3,60}})?, (?=(?:các )?(?:{CAPITAL}|cơ quan)[^;.,]* trình\s*$)"
)
_CASE_LATER = re.compile(
    rf"\b[Tt]rường hợp cần thiết phải (?:có )?(?P<of>[^;.]{{3,200}}?), (?=(?:các )?{CAPITAL}[^;.]*$)"
    r"|, (?P<case>(?:trường hợp|nếu)\s[^;,.]{3,200}) thì (?=[^;.]*$)"
    rf"|^\s*(?:Trong )?(?P<alone>[Tt]rường hợp (?:(?! thì )[^;,.]){{3,200}}), (?=(?:các )?{CAPITAL}[^;.,]*$)"
)
_PAPER = r"\s*(?:Nghị quyết|Quyết định|Đề án|Phương án|Kế hoạch|Dự thảo|Văn bản|Danh mục|Quy hoạch|Báo cáo|Hồ sơ)"
_PAPER_OF = re.compile(rf"{_PAPER}\s(?:(?! do )[^,;.])*$|\s*Việc\s[^;.]*$")
_IS_TO_BE_PUT = re.compile(r"(?: quy định tại [^,;.]{4,60}? này)? phải (?:được )?(?:trình|gửi|báo cáo) ")
_PAPER_PUT = re.compile(
    rf"(?P<what>{_PAPER}\s[^;.]{{1,300}}?)(?: do [^,;.]{{4,60}} (?:xây dựng|lập|soạn thảo|ban hành))?"
    r" phải (?:trình|được) "
)


def is_of_paper(text: str, head: int, end: int) -> bool:
    """Whether an organ only tells whose paper is put before another: "Nghị quyết của A phải trình B phê chuẩn"."""
    if text.startswith(" phải ", end) and _PAPER_OF_SEVERAL.match(text, 0, head):
        return True
    return _IS_TO_BE_PUT.match(text, end) is not None and _PAPER_OF.match(text[:head]) is not None


_PAPER_OF_SEVERAL = re.compile(r"\s*(?:Đề xuất|Báo cáo|Ý kiến|Kiến nghị|Hồ sơ) của (?:(?! thì | do )[^;.])*$")
""""Đề xuất của A, B phải nêu rõ …": what has to stand in it."""


_IS_PUT = re.compile(r"\s(?:phải |sẽ )?được (?:trình|gửi|báo cáo|chuyển)\s+$")


def _object_before(text: str, begin: int, end: int) -> tuple[int, int, str | None]:
    """The object that stands before "do A", and the condition before it."""
    start, stop, when = begin, end, None
    head = text[begin:end]
    found = re.match(
        r"(?:trường hợp|đối với|nếu|khi|căn cứ|ngoài|tại)\b[^;]*?(?:(?<!lãnh đạo),\s*|\bthì\s+)", head, re.IGNORECASE
    )
    if found and not _ONLY_USE.search(head):
        rest = head[found.end() :].strip(TRAILING)
        if len(rest.split()) > 1:
            when, start = found[0].strip(TRAILING), begin + found.end()
    if others := _OTHERS.search(text, start, end):
        start = others.start("what")
    for ruled in _RULED.finditer(text, start, end):
        start = ruled.end()  # "thực hiện theo trình tự, thủ tục do A quy định"
    if lead := _LEAD_IN.match(text[start:stop]):
        start += lead.end()
    while stop > start and text[stop - 1] in TRAILING:
        stop -= 1
    if text.endswith(" phải", start, stop):
        stop -= len(" phải")  # "việc P phải do A quyết định"
    for word in (" thì", " đều"):
        stop -= len(word) if text.endswith(word, start, stop) else 0
    while start < stop and text[start] in TRAILING:
        start += 1
    if stop - start < 3 or text[start:stop].lower() in {"thì", "phải", "và", "hoặc"}:  # noqa: PLR2004
        return (start, start, when)
    return (start, stop, when)


_FURTHER_CASE = re.compile(r", (?P<when>(?:đối với|trường hợp|nếu) (?:(?! thì |,)[^;.])+) thì ")
_OTHERS = re.compile(r" và (?P<what>(?:các )?(?:thành viên|thành phần|khoản chi|khoản chi phí|nội dung) khác)\s*$")
""""gồm A, B là thành viên và các thành viên khác do A quyết định"."""
_ONLY_USE = re.compile(r" thì việc \w+ \w+\s*$")
""""Đối với ao, đầm của làng thì việc sử dụng do A quyết định": the case says what is used."""


def _rest_condition(rest: str) -> str | None:
    found = re.match(r"(?:khi|nếu|trong trường hợp|theo đề nghị của|đối với)\b.*", rest, re.IGNORECASE)
    return found[0] if found else None
