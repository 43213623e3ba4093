"""What an organ does in a sentence: its verbs, their object, and on which condition.

Three shapes are read. *Active*: the verbs follow the organ, or begin a sentence whose subject stands above.
*By*: "việc P do A quyết định", the object comes before the organ. *Submitted*: "… trình B quyết định P", where B does
what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.coordination import next_phrase
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

_PLACE = re.compile(r"(?:\s*\[\d+\]|\s*\([^()]{3,80}\))*\s*(?P<where>(?<=\))(?=\s)|nơi|cấp có thẩm quyền|các cấp"
r"|có liên quan|liên quan|khác"
                    r"|trực thuộc trung ương|có thẩm quyền)(?!\w)", re.IGNORECASE)  # fmt: skip
_FAR = 90
"""How many letters "nơi có đất …" may go on."""
AFTERTHOUGHT = re.compile(
    rf"(?:,? (?:và|đồng thời)|,|, hoặc)\s+(?=(?:trình(?! tự| độ)|báo cáo(?= (?:{CAPITAL}|cơ quan|cấp|về|với))"
    r"|tổ chức thực hiện"
    rf"|chịu trách nhiệm|gửi(?= (?:{CAPITAL}|cơ quan|đến|cho|thông báo|văn bản|báo cáo))|thông báo(?= (?:cho"
    r"|bằng|đến|công))|chỉ đạo|niêm yết|trả lời"
    rf"|chuyển(?= (?:hồ sơ|{CAPITAL}|cơ quan))|công khai(?= (?:trên|tại))|đề nghị(?= (?:{CAPITAL})))(?!\w))"
    r"| hoặc (?=(?:ban hành|quyết định|phê duyệt) theo thẩm quyền)"
    r"| và (?:có trách nhiệm|phải) |, (?=có trách nhiệm )| và (?=quy định chi tiết|ban hành (?:quyết định|văn bản)|cấp [Gg]iấy"
    r"|quyết định (?:phân|điều|bổ|thành|thu|giao|cho|miễn|cách|khen|xử|ban))"
    r"|(?<!khi)(?<!đã)(?<!được)(?<!phải)(?<!kiện) (?=trình (?:Chính phủ|Quốc hội|Thủ tướng|Hội đồng"
    r"|Ủy ban|Chủ tịch|Bộ|cấp có|cơ"
    r" quan)|(?:gửi báo cáo|(?<!gửi )báo cáo|gửi)"
    r" (?:Chính phủ|Thủ tướng|Hội đồng|Ủy ban|Chủ tịch|Bộ|Sở|Văn phòng|Cục|cơ quan))"
)
_EXCEPT = re.compile(r",?\s*\(?(?:trừ(?! vào)|ngoại trừ|không bao gồm|(?<!nước )(?<!ra )(?<!bên )ngoài(?= các"
r"| những| trường hợp| quy định))\s+(?P<what>[^;]+?)\)?(?=[.;]?$|, (?!\w+ \w+ khoản))",
                     re.IGNORECASE)  # fmt: skip
_WHEN = re.compile(
    r",?\s*(?:trong trường hợp(?! đặc)|đối với (?:các )?trường hợp|trong các trường hợp|khi (?=đáp|có|xét|được"
    r"|đã|cần|xảy)"
    r"|nếu(?! có\))|trong thời hạn|sau khi (?=được|có|đã|thống)|theo đề nghị của|theo phân cấp|theo ủy quyền"
    r"|trong thời gian"
    r"|đối với (?=\w+ \w+ (?:có|thuộc|không)))\s*[^;]+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|[.,] )(?P<when>(?:trường hợp|nếu|khi|đối với|căn cứ|trên cơ sở|trong trường hợp|trong thời gian|tùy|theo đề nghị của"
    r"|sau khi|tại"
    r"|trong thời hạn|chậm nhất|định kỳ|ngoài|vì|do yêu cầu)\b[^;]*?)(?:,| thì)?\s*$",
    re.IGNORECASE,
)
_HANDS_OVER = frozenset({Act.GIAO, Act.YEU_CAU})
_PASSES_ON = frozenset({Act.CHI_DAO, Act.CONG_KHAI, Act.BAO_CAO, Act.TRINH})
_ASKS = re.compile(r"(?:kiến nghị|đề nghị)$", re.IGNORECASE)
_ASKED = re.compile(rf" (?:với )?(?:các )?(?:cơ quan|cấp|người|{CAPITAL})")
""""kiến nghị cơ quan ban hành, sửa đổi …": all of it is what is asked for."""
_DOER = re.compile(rf"\s+(?:cho |đến |các )?(?:{CAPITAL}|(?:cấp|người) có thẩm quyền )(?:(?! về )[^,;.]){{3,60}}?(?:, (?:phường|đặc khu))? (?:để )?(?<!và )(?<!hoặc )(?={VERB})")
_TOLD = re.compile(rf"\s+(?:các )?(?:cơ quan|đơn vị|phòng) [^,;.]{{3,60}}? (?={VERB})")
_LEAST = 3
"""An object has more letters than this before its condition."""
TRAILING = " ,;.:…/"
_RECEIVER = re.compile(rf"(?P<to>(?:{CAPITAL}[^,;.]{{3,80}}?|(?:cấp|cơ quan|người) có thẩm quyền))\s+(?=(?:xem xét(?:,| và)\s+)?(?:quyết định|phê duyệt|phê chuẩn"
                       r"|ban hành|thông qua|cho ý kiến|chấp thuận|cho phép|bầu|quy định"
                       r"|công nhận)(?!\w))")  # fmt: skip
NO_OBJECT = re.compile(r"^(?:xong|đồng thời|theo(?! dõi)|trên cơ sở|khi|nếu|trong thời|trước|sau|tại|bằng|để|như sau|sau đây"
r"|trong trường)\b|^$",
                        re.IGNORECASE)  # fmt: skip
_PLAIN = re.compile(r"quyết định|quyết nghị|thông qua|xem xét|sử dụng|bố trí|áp dụng", re.IGNORECASE)
_LOOSE = re.compile(r"\s*,?\s+(?:hoặc|và|để|thì|đồng thời)$")
_MERELY = re.compile(r"(?:theo(?! dõi)|trên cơ sở)\b[^;]*$|(?:sau đây|như sau|sau)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Task:
    """Verbs with their object; offsets into the sentence."""

    acts: tuple[Act, ...]
    verb: str
    start: int
    end: int
    condition: str | None
    exception: str | None


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
    when = _preface(before) or _preface(text[place : chain.start])
    done = tuple(with_object(text, chain, limit, when))
    merely = alone is False and not before and _AS_RULED.match(text, chain.start)
    if not done and when and not merely and (at := text.find(when)) >= 0:
        done = (Task(chain.acts, chain.verbs(text), at, at + len(when), None, None),)
    yield from done


_GROUNDS = re.compile(r"\s*(?:căn cứ|trên cơ sở)\b[^,]*,", re.IGNORECASE)
"""What is done on these grounds is done by the subject that follows them."""
_AS_SUBJECT = re.compile(r"(?:^|thì |; )\s*việc $")
_HAS_PREDICATE = re.compile(r" (?:vẫn|được|phải|thuộc|thực hiện theo) ")
""""thì việc hủy giấy vẫn có hiệu lực": a deed is spoken of."""


def chain_after(text: str, place: int) -> Chain | None:
    """The verbs that follow a name, also after "nơi có đất", "lưu giữ hồ sơ" and the like that only describe it."""
    if found := chain_at(text, place):
        main = _MAIN.match(text, found.end) if text[place : found.start].isspace() else _DECIDING.match(text, place)
        return (chain_at(text, main.end()) if main else None) or found
    if (held := _HOLDING.match(text, place)) and (predicate := chain_at(text, held.end())):
        return predicate
    if (placed := _PLACED.match(text, place)) and (predicate := chain_at(text, placed.end())):
        return predicate
    if (belongs := _BELONGS.match(text, place)) and (predicate := chain_at(text, belongs.end())):
        return predicate
    if (aim := _GROUND_FOR.match(text, place)) and (predicate := chain_at(text, aim.end())):
        return predicate
    if (ground := _GROUND.match(text, place)) and (predicate := chain_at(text, ground.end())):
        return predicate
    if (unknown := _UNKNOWN.match(text, place)) and (found := chain_at(text, unknown.end())):
        return found
    if (deciding := _DECIDING.match(text, place)) and (found := chain_at(text, deciding.end())):
        return found
    where = _PLACE.match(text, place)
    past = 0
    if where is None or where["where"].lower() != "nơi":
        return chain_at(text, where.end()) if where else None
    for place_word, gap in enumerate(re.finditer(r"\s(?=\w)", text[where.end() : where.end() + _FAR])):
        at = where.end() + gap.start()
        if text[at - 1] in ",;." and not _STAFF.search(text, 0, at):
            return None
        if text.startswith((" về ", " để "), at):
            return None  # "gửi A nơi có đất về việc …": what the letter is about
        if done_to := _DONE_TO.match(text, at):
            past = done_to.end()
        if place_word > 1 and at >= past and (found := chain_at(text, at)):
            # "nơi có đất", "nơi tiếp nhận hồ sơ": two words at least; "nơi có đất thu hồi gửi": what follows the place
            further = chain_at(text, found.end)
            return further if further and (further.start <= found.end + 1 or _MODAL.match(text, found.end)) else found
    return None


_UNKNOWN = re.compile(rf"(?:\s*\([^()]{{3,120}}\))?,? (?:có trách nhiệm|có quyền|có nhiệm vụ|phải) (?!{VERB}|được|bị|là|có|thực|theo|trong|căn)[^,;.:]{{3,60}}?(?:, | và | hoặc )(?={VERB})")
"""A verb that is not in the table before one that is: "A có quyền ứng cử hoặc giới thiệu B"."""
_PLACED = re.compile(r" nơi [^;.]{3,150}?(?= có trách nhiệm )")
_BELONGS = re.compile(r" (?:trực )?thuộc [^,;.:]{3,80},(?= )")
_GROUND = re.compile(r" căn cứ [^;.]{3,200}?(?= (?:ban hành|quyết định|phê duyệt|quy định(?= (?:chi|cụ|mức|việc|về))) (?!của|tại|này|số|và))")
_GROUND_FOR = re.compile(rf" căn cứ (?:vào )?(?:(?! thì )[^;.]){{3,200}}? để (?={VERB})")
_MODAL = re.compile(r" (?:có trách nhiệm|phải|có quyền|chịu) ")
_STAFF = re.compile(r"(?:cán bộ|công chức),$")
"""A comma that parts no clauses: "nơi cán bộ, công chức làm việc"."""
_DONE_TO = re.compile(rf"\s*(?:được|bị) {VERB}(?: biệt phái| đến| đi| về)?")
""""nơi công chức được cử biệt phái": what is done there to somebody."""


_MAIN = re.compile(r"(?! (?:để|cho|với|của))[^,;.:]{6,90}?"
                   r"(?<!cơ quan)(?<!tổ chức)(?<!đơn vị)(?<!cá nhân)(?<!người)(?<!và)"
                   r"(?= có trách nhiệm )(?![^,;.:]{6,90}? do )")  # fmt: skip
""""Cơ quan lưu giữ hồ sơ có trách nhiệm cung cấp …": the modal marks the predicate."""
_DECIDING = re.compile(
    r"(?: có thẩm quyền| cấp có thẩm quyền (?=thu hồi|giao|cho thuê|cho phép)) ?[^;.:]{6,120}?(?<!,)(?<! và)(?<! hoặc)(?<! để)(?<! do)"
    r"(?= (?:quyết định (?:thành lập|việc|ban hành|cử|giao|thu hồi|gia hạn|phê duyệt) |ban hành (?:quyết định|thông báo|văn bản) |có trách nhiệm |đăng (?:công khai|tải|trên)|niêm yết|công bố |thông báo |gửi |xem xét|thành lập ))"
)
""""A có thẩm quyền phê duyệt P quyết định thành lập …": its competence only says which organ."""


_WITHIN_EXCEPTION = re.compile(r"\btrừ (?!(?:vào|dần|tiền|đi|điểm)\b)[^,;]*$")
_PAPERS = re.compile(r"(?:\d+ bộ )?hồ sơ(?!\w)")
_DEED = re.compile(r"(?:(?:thực hiện|tiến hành) việc|tiến hành) (?=\w)", re.IGNORECASE)
_CARRY_OUT = frozenset({"tổ chức thực hiện", "tổ chức triển khai thực hiện"})
""""a) Tổ chức thực hiện theo quy định của Nghị định này": the whole of it."""
_FOR_DECISION = re.compile(r" (?:xem xét,? )?(?:quyết định|phê duyệt|ban hành|chấp thuận|thông qua|cho ý kiến|ký|thành lập|thu hồi|cấp|xác định) ")
_TO_WHOM = re.compile(r"(?:đến|tới|về) ")
""""lập biên bản và gửi đến A": what is sent is what was drawn up."""
_CHAINED = re.compile(rf"(?:,| và| hoặc) (?P<verb>{VERB})$")
_EITHER = " hoặc "
_HOLDING = re.compile(r" đang [^;.:]{3,200}?(?= (?:có trách nhiệm|phải) )")
_NO_END = re.compile(rf"thẩm quyền (?:{VERB}), \w+ ?\w*$|(?:đơn vị|cơ quan), tổ chức")


def _hands_over(text: str, chain: Chain) -> bool:
    """Whether what follows the object is done by whom it is given to: "giao B …", "gửi B thẩm định, báo cáo C"."""
    told = chain.acts[0] is Act.CHI_DAO and _TOLD.match(text, chain.end) is not None
    asked = chain.acts[0] is Act.TRINH and _ASKS.search(chain.verbs(text)) is not None and _ASKED.match(text, chain.end) is not None
    return asked or chain.acts[0] in _HANDS_OVER or told or (chain.acts[0] in _PASSES_ON and _DOER.match(text, chain.end) is not None)


def with_object(text: str, chain: Chain, limit: int, when: str | None) -> Iterator[Task]:
    """The task of a chain of verbs, and those of the afterthoughts that follow its object."""
    if put := _OWN_OR_PUT.match(text, chain.start, limit):
        start, stop, condition, exception = trimmed(text, put.end(), limit)
        for verb, act in ((put["own"], Act.QUYET_DINH), (put["put"], Act.BAO_CAO if put["put"] == "báo cáo" else Act.TRINH)):
            if stop > start:
                yield Task((act,), verb, start, stop, when or condition, exception)
        return
    end = limit
    further, shared = None, False
    thoughts = () if _hands_over(text, chain) else AFTERTHOUGHT.finditer(text, chain.end, limit)
    for found in thoughts:
        if _WITHIN_EXCEPTION.search(text, chain.end, found.start()):
            continue
        if chain.acts[0] is Act.CONG_KHAI and text.endswith(" để", 0, found.start()):
            continue  # "gửi B để trình C": it is B who submits
        further = chain_at(text, found.end())
        if found[0].startswith(",") and _NO_END.search(text[chain.end : found.end() + 8]):
            further = None  # "cơ quan có thẩm quyền xử lý, trả lời"
            continue
        if (earlier := _CHAINED.search(text, chain.end, found.start())) and not _VERB_BEFORE.search(text, chain.start, earlier.start()):  # "tổng hợp hồ sơ, duyệt, gửi A"
            further = chain_at(text, earlier.start("verb"))
        else:
            earlier = None
        if further and further.end <= limit:
            shared = found[0] == _EITHER  # "trình B ban hành hoặc ban hành theo thẩm quyền P": P is the object of both
            end = limit if shared else earlier.start() if earlier else found.start()
            break
        further = None
    if not shared and (joined := next_phrase(text, chain, end)) and not _hands_over(text, chain):
        end, further = joined
    start, stop, condition, exception = trimmed(text, chain.end, end)
    if stop <= start and further and " thì " in text[chain.end : further.start]:
        if when and (at := text.find(when)) >= 0:
            yield Task(chain.acts, chain.verbs(text), at, at + len(when), None, None)
    elif stop <= start and further:
        start, stop, _, _ = trimmed(text, further.end, limit)
    submitted = _RECEIVER.match(text, start) if Act.TRINH in chain.acts else None
    if submitted and (own := chain_at(text, submitted.end())) and own.end < stop:
        given = trimmed(text, own.end, stop)[0]
        start = start if NO_OBJECT.match(text[given:stop]) else given
    if stop > start and not _MERELY.match(text[start:stop]):
        if chain.acts[0] is Act.QUYET_DINH and not _PLAIN.search(chain.verbs(text)):
            start = chain.start
        yield Task(chain.acts, chain.verbs(text), start, stop, when or condition, exception)
    elif stop > start and not further and chain.verbs(text).lower() in _CARRY_OUT and not text[: chain.start].strip():
        yield Task(chain.acts, chain.verbs(text), start, stop, when or condition, exception)
    elif (deed := _DEED.match(chain.verbs(text))) and not (when and "việc" not in deed[0]):  # "thực hiện việc cưỡng chế theo quy định của …"
        yield Task(chain.acts, chain.verbs(text), chain.start + deed.end(), max(stop, chain.end), when or condition, exception)
    if further:
        rest = tuple(with_object(text, further, limit, when))
        if not rest and stop > start and further.end >= len(text[:limit].rstrip(TRAILING)):
            yield Task(further.acts, further.verbs(text), start, stop, when or condition, exception)
        again = [one for one in rest if one.acts != chain.acts or one.start != start]
        for one in again:
            bare = Act.TRINH in one.acts and one.verb.lower().endswith("trình") and stop > start and not (_PAPERS.match(text, start, stop) and _FOR_DECISION.search(text, one.start, one.end)) and not _PAPERS.match(text, one.start)
            sent = one.verb in {"gửi", "chuyển"} and _TO_WHOM.match(text, one.start) is not None and stop > start and Act.BAO_CAO not in chain.acts
            yield Task(one.acts, one.verb, start, stop, one.condition, one.exception) if bare or sent else one


_OWN_OR_PUT = re.compile(
    r"(?P<own>(?:ra |xem xét, )?quyết định) theo thẩm quyền,? (?:hoặc|và) (?P<put>trình|báo cáo|đề nghị|đề xuất)"
    r" (?:với )?(?:cơ quan|cấp|người)[^,;.]{0,40}? có thẩm quyền (?:xem xét, )?(?:quyết định|phê duyệt|ban hành)",
    re.IGNORECASE,
)
""""quyết định theo thẩm quyền hoặc trình cấp có thẩm quyền quyết định P": P is the object of both."""


def has_object(text: str, task: Task) -> bool:
    """Whether a task says what is acted on, not only when or on which ground."""
    return not NO_OBJECT.match(text[task.start : task.end].lstrip())


def trimmed(text: str, start: int, end: int) -> tuple[int, int, str | None, str | None]:
    """Trim an object: its condition and its exception are told apart from it."""
    while start < end and (text[start] in TRAILING or text[start : start + 5].lower() == "việc "):
        start += 5 if text[start : start + 5].lower() == "việc " else 1
    if said := _AS_COMPETENT.match(text, start, end) or _STRICTLY.match(text, start, end):
        start = said.end()
    exception = condition = None
    if text[start : start + 4].lower() == "trừ ":
        return (start, start, None, text[start + 4 : end].strip(TRAILING))
    least = start + _LEAST
    if (found := _EXCEPT.search(text, start, end)) and found.start() > least:
        exception, end = found["what"].strip(TRAILING), found.start()
    if (found := _WHEN.search(text[:end], start)) and found.start() > least:
        condition, end = found[0].strip(TRAILING), found.start()
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    if loose := _LOOSE.search(text, start, end):
        end = loose.start()
    return (start, end, condition, exception)


_AS_COMPETENT = re.compile(
    r"theo (?:thẩm quyền|phân cấp|ủy quyền)\s+(?=\w)(?!của|quản|tại|được|và|hoặc|do|quy|trong|đối|khi|phê|quyết)"
)


_STRICTLY = re.compile(r"nghiêm\s+(?=\w)(?!túc|minh)")
"""How, not what: "xử lý nghiêm người …"."""


def _preface(before: str) -> str | None:
    found = _BEFORE.search(before.strip())
    return found["when"].strip(TRAILING) if found else None


_PREFACE = re.compile(
    r"\s*(?:(?:là )?cơ quan (?:chủ quản|đầu mối|thường trực)|căn cứ|trên cơ sở|theo đề nghị|trường hợp|trường hợp|trong trường hợp|trong thời gian|tùy|nếu|khi|đối với|trong thời hạn|chậm nhất|định kỳ|trong phạm vi"
    r"|hằng năm|hàng năm|ngoài|trong quá trình|sau khi|ít nhất|theo (?:phân công|ủy quyền|chỉ đạo|yêu cầu"
    r"|thẩm quyền))\b",
    re.IGNORECASE,
)


def begins_with_preface(text: str) -> bool:
    """Whether a text begins with when or on which ground something is done."""
    return _PREFACE.match(text) is not None


def chain_after_preface(text: str, place: int, limit: int) -> Chain | None:
    """The verbs after "Căn cứ …, " and the like: at the first comma after which verbs stand."""
    if not _PREFACE.match(text, place):
        return None
    if _OTHERS.search(text, place, limit):
        return None
    if ground := _TO_DO.match(text, place, limit):
        return chain_at(text, ground.end())
    if due := _DUE.match(text, place, limit):
        return chain_at(text, due.end())
    led = re.compile(r"\bthì\s+(?:phải\s+)?").search(text, place, limit)
    first = chain_at(text, led.end()) if led else None
    at = place
    while (at := text.find(",", at + 1, led.start() if led and first else limit)) > 0:
        chain = chain_at(text, at + 1)
        if chain and not _A_NOUN.match(text, chain.end) and not _VERB_BEFORE.search(text, 0, at):
            return chain
    return first


_OTHERS = re.compile(
    r"(?:^\s*|[.;] )(?:(?![^;.]* thì )[^,;.]*, (?:các )?(?:(?:cơ quan|người|cấp|tổ chức)(?: [^\s,;.]+){0,3} có thẩm quyền"
    r"|nhà đầu tư|chủ đầu tư|chủ sở hữu|người sử dụng|hộ gia đình|bên |(?:cơ quan|đơn vị)(?= [^,;.]{3,90}? có trách nhiệm ))"
    r"|(?:Trường hợp|Nếu|Khi) (?:các )?(?:doanh nghiệp|hộ gia đình|chủ đầu tư|nhà đầu tư|người sử dụng)[^;.]* thì phải "
    r"|[^;.]*? thì (?:các )?(?:cơ quan|tổ chức(?=,)|cá nhân|người|đơn vị|nhà đầu tư|chủ đầu tư|hộ gia đình|bên|cấp có) )"
)
"""Who is no holder and does what follows: "Trường hợp P, cơ quan có thẩm quyền lập …"."""
_TO_DO = re.compile(rf"\s*[Cc]ăn cứ (?:vào )?(?:(?! thì )[^;.])*? để (?:tiếp tục )?(?={VERB})")
"""The ground before what is done: "Căn cứ sổ diều để lập danh sách"."""
_VERB_BEFORE = re.compile(rf"{VERB}$")
"""A comma between verbs: "phục vụ đăng ký, cấp giấy"."""
_DUE = re.compile(r"\s*(?:chậm nhất|trước ngày|định kỳ|hằng năm)\b[^,;.]{3,70}? (?=phải )", re.IGNORECASE)
_AS_RULED = re.compile(r"(?:được )?(?:thực hiện|áp dụng) theo ")
"""What is done as the law says: who does it is left out because it does not matter."""
_A_NOUN = re.compile(r"\s*(?:$|[;.]|(?:do|của|được|đã|thì|phải)\b)")
"""What follows a verb that is a noun in a list: "khiếu nại, kiến nghị, phản ánh do A chuyển đến"."""
