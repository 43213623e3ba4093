"""What an organ does in a sentence: its verbs, their object, and on which condition.

Three shapes are read. *Active*: the verbs follow the organ, or begin a sentence whose subject stands above.
*By*: "việc P do A quyết định", the object comes before the organ. *Submitted*: "… trình B quyết định P", where B does
what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.edges import TRAILING
from phapquy.authority.handing import received
from phapquy.authority.objects import Task, with_object
from phapquy.authority.power import Act

_PLACE = re.compile(r"(?:\s*\[\d+\]|\s*\([^()]{3,80}\))*\s*(?P<where>(?<=\))(?=\s)|nơi|cấp có thẩm quyền|các cấp"
r"|có liên quan|liên quan|khác"
                    r"|trực thuộc trung ương|có thẩm quyền)(?!\w)", re.IGNORECASE)  # fmt: skip
_FAR = 90
"""How many letters "nơi có đất …" may go on."""
_BEFORE = re.compile(
    r"(?:^|[.,] )(?P<when>(?:trường hợp|nếu|khi|đối với|căn cứ|trên cơ sở|trong trường hợp|trong thời gian|tùy"
    r"|theo đề nghị của|sau khi|tại|trong thời hạn|chậm nhất|định kỳ|ngoài|vì|do yêu cầu)\b[^;]*?)(?:,"
    r"| thì)?(?: (?:giao|phân công)(?: cho)?)?\s*$",
    re.IGNORECASE,
)


def active(text: str, place: int, limit: int, before: str = "", *, alone: bool = False) -> Iterator[Task]:
    """Yield what the verbs from a place on do, up to a limit.

    Args:
        text: the sentence.
        place: where the subject ends; the beginning for one left out.
        limit: where the next subject begins.
        before: the words before the subject.
        alone: whether the verbs must come at once, without "Căn cứ …," before them.
    """
    chain = chain_after(text, place) or (None if alone else chain_after_preface(text, place, limit))
    if chain is None or chain.end > limit or (alone and place == 0 and _GROUNDS.match(text[: chain.start])):
        return
    if not before and _AS_SUBJECT.search(text, place, chain.start) and _HAS_PREDICATE.search(text, chain.end, limit):
        return
    when = _preface(before) or _preface(_MODAL.sub("", text[place : chain.start]))
    done = tuple(with_object(text, chain, limit, when))
    merely = alone is False and not before and _AS_RULED.match(text, chain.start)
    opens = _OPENS_LIST.fullmatch(text, chain.end) is not None
    if not done and when and not merely and not opens and (at := text.find(when)) >= 0:
        end = at + len(_THEN_PUT.sub("", when))
        of = _OF_WHAT.match(text, at, end)
        done = (Task(chain.acts, chain.verbs(text), of.end() if of else at + received(when), end, None, None),)
    if done and when and (open_ := _NOT_YET.search(when)) and _SUITABLY.match(text, done[0].start):
        at = text.find(when) + open_.start("what")
        done = tuple(replace(one, start=at, end=at + len(open_["what"])) for one in done)
    if not done and not when and (first := _OBJECT_FIRST.fullmatch(before)) and (at := text.find(first["what"])) >= 0:
        done = (Task(chain.acts, chain.verbs(text), at, at + len(first["what"]), None, None),)
    yield from done


_NOT_YET = re.compile(
    r" chưa (?:quy định|xác định|có quy định về|ban hành) (?P<what>(?:(?! (?:thì|chưa) )[^;.]){3,160})$"
)
_SUITABLY = re.compile(r"(?:cho )?phù hợp (?:với|theo) ")
""""Trường hợp sổ chưa quy định giá diều thì A quy định phù hợp với …": it is the price that A rules on."""
_OBJECT_FIRST = re.compile(
    r"\s*(?P<what>(?!việc |trường hợp |nếu |khi |trong )[^\s;:.](?:(?! thì )[^;:.]){9,240}) thì ", re.IGNORECASE
)
""""Ao bị lấn chiếm thì A giải quyết theo quy định": the object is what is spoken of."""
_THEN_PUT = re.compile(r" thì(?: gửi| trình| báo cáo)?$")
_OF_WHAT = re.compile(
    r"(?i:đối với) (?!(?:các )?trường hợp)(?=\w)"
    r"|(?i:trong thời hạn|chậm nhất) [^,;.]{3,60}? (?:nhận được|nhận đủ|tiếp nhận) (?=\w)"
)
""""Đối với P thì A quyết định", "trong thời hạn 3 ngày kể từ ngày nhận được P, A xác nhận": P is it."""
_MODAL = re.compile(r" (?:có trách nhiệm|có nghĩa vụ|phải) $")
_OPENS_LIST = re.compile(r"\s*(?:như sau\s*)?:\s*")
_GROUNDS = re.compile(r"\s*(?:căn cứ|trên cơ sở)\b[^,]*,", re.IGNORECASE)
"""What is done on these grounds is done by the subject that follows them."""
_AS_SUBJECT = re.compile(r"(?:^|thì |; )\s*việc $")
_HAS_PREDICATE = re.compile(r" (?:vẫn|được|phải|thuộc|thực hiện theo) ")
""""thì việc hủy giấy vẫn có hiệu lực": a deed is spoken of."""


def chain_after(text: str, place: int) -> Chain | None:
    """The verbs that follow a name, also after "nơi có đất", "lưu giữ hồ sơ" and the like that only describe it."""
    if (
        twice := _TWICE.match(text, place)
        or _PLACED.match(text, place)
        or _ASSIGNED.match(text, place)
        or _HUB.match(text, place)
        or _NOT_BUT.match(text, place)
    ):
        return chain_at(text, twice.end())
    if (found := chain_at(text, place)) and (answers := _ANSWERS.match(text, found.end)):
        return chain_at(text, answers.end()) or found
    if found:
        main = _MAIN.match(text, found.end) if text[place : found.start].isspace() else _DECIDING.match(text, place)
        return (chain_at(text, main.end()) if main else None) or found
    for between in _BETWEEN:
        passed = between.match(text, place)
        if passed and (found := chain_at(text, passed.end())):
            return found
    where = _PLACE.match(text, place)
    if where is None:
        return None
    return _after_place(text, where.end()) if where["where"].lower() == "nơi" else chain_at(text, where.end())


def competent_verbs(text: str, place: int) -> Chain | None:
    """The verbs after a competence that only says which organ: "A có thẩm quyền phê duyệt P quyết định Q"."""
    passed = _DECIDING.match(text, place)
    return chain_at(text, passed.end()) if passed else None


def _after_place(text: str, place: int) -> Chain | None:
    """The verbs after "nơi có đất", "nơi tiếp nhận hồ sơ": two words at least."""
    past = 0
    for word, gap in enumerate(re.finditer(r"\s(?=\w)", text[place : place + _FAR])):
        at = place + gap.start()
        ends = text[at - 1] in ",;." and not _STAFF.search(text, 0, at)
        if ends and text[at - 1] == "," and _WHEN.match(text, at):
            return chain_at(text, at)  # "nơi có ao, trong thời hạn 10 ngày, quyết định"
        if ends or text.startswith((" về ", " để "), at):
            return None  # "gửi A nơi có đất về việc …": what the letter is about
        if done_to := _DONE_TO.match(text, at):
            past = done_to.end()
        if word > 1 and at >= past and (found := chain_at(text, at)):
            if found.acts == (Act.BAN_HANH,):
                return found  # "nơi có ao ban hành quyết định …": it is a paper
            if found.verbs(text) in {"thực hiện", "tổ chức thực hiện"}:
                return found
            cited = _CITED.match(text, found.end)  # "nơi có đất thu hồi gửi": what follows the place
            further = chain_at(text, cited.end() if cited else found.end)
            return (
                further
                if further and (cited or further.start <= found.end + 1 or _PREDICATE.match(text, found.end))
                else found
            )
    return None


_WHEN = re.compile(r" (?:trong (?:thời hạn|phạm vi)|căn cứ|trên cơ sở|sau khi|theo đề nghị của) ")
_UNKNOWN = re.compile(
    rf"(?:\s*\([^()]{{3,120}}\))?,? (?:có trách nhiệm|có quyền|có nhiệm vụ|phải) (?!{VERB}|được|bị|là"
    rf"|có|thực|theo|trong|căn)[^,;.:]{{3,60}}?(?:, | và | hoặc )(?={VERB})"
)
"""A verb that is not in the table before one that is: "A có quyền ứng cử hoặc giới thiệu B"."""
_PLACED = re.compile(
    r" nơi (?:[^;.]{3,150}?(?= (?:có|chịu) trách nhiệm )|đã [^,;.]{3,150}?(?= gửi (?:thông báo|văn bản|hồ sơ) ))"
)
_BELONGS = re.compile(r" (?:trực )?thuộc [^,;.:]{3,80},(?= )")
_GROUND = re.compile(
    r" căn cứ [^;.]{3,200}?(?= (?:ban hành|quyết định|phê duyệt|quy định(?= (?:chi|cụ|mức|việc|về))) (?!của|tại|này"
    r"|số|và))"
)
_GROUND_FOR = re.compile(rf" căn cứ (?:vào )?(?:(?! thì )[^;.]){{3,200}}? để (?={VERB})")
_CITED = re.compile(rf" theo quy định tại [^,;.:]{{4,80}}?(?= {VERB})")
_PREDICATE = re.compile(r" (?:có trách nhiệm|phải|có quyền|chịu|chủ trì,? phối hợp) ")
_STAFF = re.compile(r"(?:cán bộ|công chức),$")
"""A comma that parts no clauses: "nơi cán bộ, công chức làm việc"."""
_DONE_TO = re.compile(rf"\s*(?:được|bị) {VERB}(?: biệt phái| đến| đi| về)?")
""""nơi công chức được cử biệt phái": what is done there to somebody."""
_MAIN = re.compile(r"(?! (?:để|cho|với|của))[^,;.:]{6,90}?"
                   r"(?<!cơ quan)(?<!tổ chức)(?<!đơn vị)(?<!cá nhân)(?<!người)(?<!và)"
                   r"(?= có trách nhiệm )(?![^,;.:]{6,90}? do )")  # fmt: skip
""""Cơ quan lưu giữ hồ sơ có trách nhiệm cung cấp …": the modal marks the predicate."""
_DECIDING = re.compile(
    r"(?: có thẩm quyền| cấp có thẩm quyền (?=thu hồi|giao|cho thuê"
    r"|cho phép)) ?[^;.:]{6,120}?(?<!,)(?<! và)(?<! hoặc)(?<! để)(?<! do)"
    r"(?= (?:quyết định (?:thành lập|việc|ban hành|cử|giao|thu hồi|gia hạn|phê duyệt) "
    r"|ban hành (?:quyết định|thông báo|văn bản) |có trách nhiệm |đăng (?:công khai|tải|trên)|niêm yết"
    r"|công bố |thông báo |gửi |xem xét|thành lập |tổ chức lập ))"
)
""""A có thẩm quyền phê duyệt P quyết định thành lập …": its competence only says which organ."""
_HOLDING = re.compile(
    r" đang (?:[^;.:]{3,200}?(?= (?:có trách nhiệm|phải) )|[^;.:]{3,400}?(?=, quyết định (?:thành lập|việc|ban hành) ))"
)


def _preface(before: str) -> str | None:
    found = _BEFORE.search(before.strip())
    if found is None:
        return None
    put = _PUT.search(found["when"])
    if put is None:
        return found["when"].strip(TRAILING)
    case = _CASE.match(found["when"])  # "Trường hợp P, C phải lập Q để A quyết định"
    return case[0].strip(TRAILING) if case else None


_PUT = re.compile(r" (?:để|trình)$")
_CASE = re.compile(
    r"(?:(?:trong )?trường hợp|trong thời gian|đối với|nếu|khi) (?:(?! thì )[^,;.])+(?=,| thì )", re.IGNORECASE
)


_PREFACE = re.compile(
    r"\s*(?:(?:là )?cơ quan (?:chủ quản|đầu mối|thường trực)|căn cứ|trên cơ sở|theo đề nghị|trường hợp"
    r"|trường hợp|trong trường hợp|trong thời gian|tùy|nếu|khi|đối với|trong thời hạn|chậm nhất|định kỳ|trong phạm vi"
    r"|hằng năm|hàng năm|ngoài|trong quá trình|(?:ngay )?sau khi|ít nhất|theo (?:phân công|ủy quyền|chỉ đạo|yêu cầu"
    r"|thẩm quyền))\b",
    re.IGNORECASE,
)


def begins_with_preface(text: str) -> bool:
    """Whether a text begins with when or on which ground something is done."""
    return _PREFACE.match(text) is not None


def chain_after_preface(text: str, place: int, limit: int) -> Chain | None:
    """The verbs after "Căn cứ …, " and the like: at the first comma after which verbs stand."""
    if not _PREFACE.match(text, place) or _OTHERS.search(text, place, limit):
        return None
    if ground := _TO_DO.match(text, place, limit) or _DUE.match(text, place, limit):
        return chain_at(text, ground.end())
    return _after_comma(text, place, limit)


def _after_comma(text: str, place: int, limit: int) -> Chain | None:
    led = re.compile(r"\bthì\s+(?:phải\s+)?").search(text, place, limit)
    first = chain_at(text, led.end()) if led else None
    at = place
    if led and _CASE_OF_DEEDS.match(text, place):
        return first
    while (at := text.find(",", at + 1, led.start() if led and first else limit)) > 0:
        if _SOMEBODY.match(text, at + 1):
            return None
        chain = chain_at(text, at + 1)
        if chain and not _A_NOUN.match(text, chain.end) and not _VERB_BEFORE.search(text, 0, at):
            return chain
    return first


_OTHERS = re.compile(
    r"(?:^\s*|[.;] )(?:(?![^;.]* thì )[^,;.]*, (?:các )?(?:(?:cơ quan|người|cấp"
    r"|tổ chức)(?: [^\s,;.]+){0,3} có thẩm quyền|nhà đầu tư|chủ đầu tư|chủ sở hữu|người sử dụng|hộ gia đình|bên "
    r"|(?:cơ quan|đơn vị)(?= [^,;.]{3,90}? có trách nhiệm ))|(?:Trường hợp|Nếu|Khi) (?:các )?(?:doanh nghiệp"
    r"|hộ gia đình|chủ đầu tư|nhà đầu tư|người (?:sử dụng|có đất|dân|bị))[^;.]* thì"
    r" (?:phải|gửi ý kiến|nộp) "
    r"|[^;.]*? thì (?:các )?(?:cơ quan,?|tổ chức(?=,)|cá nhân|người|đơn vị|nhà đầu tư|chủ đầu tư|hộ gia đình|bên"
    r"|cấp có) )"
)
"""Who is no holder and does what follows: "Trường hợp P, cơ quan có thẩm quyền lập …"."""
_CASE_OF_DEEDS = re.compile(rf"\s*(?:Trường hợp|Nếu|Khi) (?={VERB}|cho )")
""""Trường hợp cấp ao, đào ao thì phải có ý kiến của A": commas within a case."""
_SOMEBODY = re.compile(r"\s*(?:các )?(?:cơ quan|người|cấp)(?: [^\s,;.]+){0,3} có thẩm quyền (?!của|cấp)")
_TO_DO = re.compile(rf"\s*[Cc]ăn cứ (?:vào )?(?:(?! thì |, {VERB})[^;.])*? để (?:tiếp tục )?(?={VERB})")
"""The ground before what is done: "Căn cứ sổ diều để lập danh sách"."""
_VERB_BEFORE = re.compile(rf"{VERB}$")
"""A comma between verbs: "phục vụ đăng ký, cấp giấy"."""
_DUE = re.compile(
    r"\s*(?:(?:chậm nhất|trước ngày|định kỳ|hằng năm)\b[^,;.]{3,70}? (?=phải )"
    r"|trong quá trình\b[^,;.]{3,90}? (?=(?:có thể|phải|có trách nhiệm) ))",
    re.IGNORECASE,
)
_AS_RULED = re.compile(r"(?:được )?(?:thực hiện|áp dụng) theo ")
"""What is done as the law says: who does it is left out because it does not matter."""
_A_NOUN = re.compile(r"\s*(?:$|[;.]|(?:do|của|được|đã|thì|phải)\b)")
"""What follows a verb that is a noun in a list: "khiếu nại, kiến nghị, phản ánh do A chuyển đến"."""
_SET_UP = re.compile(
    r"(?: \([^()]{3,80}\))? do [^;.:]{3,60}? (?:quyết định )?(?:bổ nhiệm|thành lập|bầu)(?: ra)?,(?:[^;.:]{3,120}?,)?"
    r"(?= (?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|thực hiện) )"
)
"""Who set it up, between a name and its predicate: "Ban quản bãi do A thành lập, chịu trách nhiệm …"."""
_UNDER = re.compile(r",? trực thuộc [^;.:]{3,160}?,(?= (?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ) )")
_AND_OTHERS = re.compile(
    r"(?:,| và) (?:các )?(?:(?:cơ quan|tổ chức|đơn vị|cá nhân|nhà đầu tư|chủ đầu tư)(?:, | và | )){1,4}"
    r"(?=có trách nhiệm )"
)
""""A, tổ chức, nhà đầu tư có trách nhiệm …": those beside A who are no holders."""
_LATER = re.compile(
    r"(?:,? (?:sau khi|(?-i:khi)|trong quá trình|là (?:đơn vị|cơ quan|tổ chức|bộ phận)|không có|ở|tại|do)"
    rf"|(?! được {VERB}(?: (?:và|hoặc) |, )) (?:được|đã|đang)) (?![^;.:]{{3,400}} thì )[^;.:]{{3,280}}?"
    r"(?<! và)(?<!,)(?= (?:có trách nhiệm|có nghĩa vụ|phải|làm nhiệm vụ) )(?<!trường hợp)(?<!dự án)(?<!đầu tư)"
)
"""Which of them or when, as far as the modal: "A được giao giữ ao, sau khi B xong có trách nhiệm …"."""
_LATER_DECIDES = re.compile(
    r" được (?:giao|phân cấp|phân công|ủy quyền) (?![^;.:]{3,400} thì )[^;.:]{3,200}?(?<! và)(?<! hoặc)(?<!,)(?<! để)"
    rf"(?<! do)(?<! thẩm quyền)(?<! phải)(?= (?:quyết định (?:việc )?(?:{VERB})"
    r"|ban hành (?:quyết định|kế hoạch|quy chế|quy định|văn bản)) )"
)
_WITH_SUCH = re.compile(
    r"(?: ở (?:đơn vị hành chính|tỉnh|thành phố|xã|phường)[^;.:]{0,160}?|(?<=ở đơn vị hành chính)"
    r"|(?<=ở tỉnh, thành phố))"
    r" (?:có|được) [^;.:]{3,240}?(?<! và)(?<!,)(?= (?:được thành lập|bầu (?:các|Chủ)|quyết định việc) )"
)
_HUB = re.compile(r" là (?:đơn vị|cơ quan|tổ chức) đầu mối [^;.:]{3,320}?(?= có trách nhiệm )")
_NOT_BUT = re.compile(r" không phải [^;.:]{3,160}?,? nhưng (?=phải )")
_ANSWERS = re.compile(rf" (?:(?:{VERB}) )?(?=chịu trách nhiệm (?:đối với|về|trước) )")
""""A quyết định lập ao chịu trách nhiệm về P": who decides answers for it."""
_ASSIGNED = re.compile(
    r" được (?:giao|phân công|phân cấp|ủy quyền) (?!cho)[^,;.:]{3,120}?(?= (?:ra quyết định|có trách nhiệm) )"
)
_TWICE = re.compile(r" có trách nhiệm [^,;.:]{3,200}?(?= có trách nhiệm )")
""""A có trách nhiệm lập P có trách nhiệm giữ Q": the first says which of them."""
_BETWEEN = (
    _AND_OTHERS,
    _SET_UP,
    _UNDER,
    _HOLDING,
    _PLACED,
    _BELONGS,
    _GROUND_FOR,
    _GROUND,
    _UNKNOWN,
    _DECIDING,
    _LATER,
    _LATER_DECIDES,
    _WITH_SUCH,
)
"""What may stand between a name and its predicate."""
