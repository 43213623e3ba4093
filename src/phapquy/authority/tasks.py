"""What an organ does in a sentence: its verbs, their object, and on which condition.

Three shapes are read. *Active*: the verbs follow the organ, or begin a sentence whose subject stands above.
*By*: "việc P do A quyết định", the object comes before the organ. *Submitted*: "… trình B quyết định P", where B does
what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.authority.acts import Chain, chain_at
from phapquy.authority.power import Act

_BY = re.compile(r"\b(?:do|phải được)\s*$", re.IGNORECASE)
_DONE_BY = re.compile(r"\b(?:đã trình|được trình|đã được|đã do|được|bị|mà|nơi|đã|kể từ ngày|từ ngày|trước khi"
r"|sau khi|ngày|bằng|là|diện|yêu cầu|đề nghị|kiến nghị|gửi|đứng đầu"
                      r"|(?:với|cùng|giúp|của|cho|thuộc)(?: các| những)?)\s*$|"
                      r"(?:^|[,:] )(?:trường hợp|nếu|khi)\s*$", re.IGNORECASE)  # fmt: skip
_PLACE = re.compile(r"(?:\s*\[\d+\]|\s*\([^()]{3,80}\))*\s*(?P<where>(?<=\))(?=\s)|nơi|cấp có thẩm quyền|các cấp"
r"|có liên quan|liên quan|khác"
                    r"|trực thuộc trung ương|có thẩm quyền)(?!\w)", re.IGNORECASE)  # fmt: skip
_FAR = 90
"""How many letters "nơi có đất …" may go on."""
AFTERTHOUGHT = re.compile(
    r"(?:,? (?:và|đồng thời)|,|, hoặc)\s+(?=(?:trình(?! tự| độ)|báo cáo(?= (?:[A-ZĐỦÔÂƠ]|cơ quan|cấp|về|với))"
    r"|tổ chức thực hiện"
    r"|chịu trách nhiệm|gửi(?= (?:[A-ZĐỦÔÂƠ]|cơ quan|đến|cho|thông báo|văn bản|báo cáo))|thông báo(?= (?:cho"
    r"|bằng|đến|công))|chỉ đạo|niêm yết|trả lời"
    r"|chuyển(?= (?:hồ sơ|[A-ZĐỦÔÂƠ]|cơ quan))|công khai(?= (?:trên|tại))|đề nghị(?= (?:[A-ZĐỦÔÂƠ])))(?!\w))"
    r"| và (?:có trách nhiệm|phải) | và (?=quy định chi tiết|ban hành (?:quyết định|văn bản)|cấp [Gg]iấy"
    r"|quyết định (?:phân|điều|bổ|thành|thu|giao|cho|miễn|cách|khen|xử|ban))"
    r"|(?<!để)(?<!khi)(?<!đã)(?<!được)(?<!phải)(?<!kiện) (?=trình (?:Chính phủ|Quốc hội|Thủ tướng|Hội đồng"
    r"|Ủy ban|Chủ tịch|Bộ|cấp có|cơ"
    r" quan))"
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
    r"(?:^|[.,] )(?P<when>(?:trường hợp|nếu|khi|đối với|căn cứ|trên cơ sở|trong trường hợp|theo đề nghị của"
    r"|sau khi|tại"
    r"|trong thời hạn|chậm nhất|định kỳ|ngoài|vì|do yêu cầu)\b[^;]*?)(?:,| thì)?\s*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:việc|thẩm quyền|trách nhiệm|quyền)\s+", re.IGNORECASE)
_NOMINAL = re.compile(r"\s*(?:việc|thẩm quyền|trách nhiệm)\b", re.IGNORECASE)
_DECIDED = re.compile(r"(?:xem xét,? )?(?:quyết định|bổ nhiệm|phê duyệt|phê chuẩn|bầu|thực hiện)\b", re.IGNORECASE)
_MAKES = re.compile(
    r"(?:thành lập|ban hành|quản lý|giao|cấp|tổ chức|chủ trì|lập|cử|phân công|trình|đề nghị|soạn thảo|xây dựng|đầu tư"
    r"|sử dụng|làm việc|thực hiện việc|cung cấp|công bố|xác nhận)\b",
    re.IGNORECASE,
)
_HANDS_OVER = frozenset({Act.GIAO, Act.YEU_CAU})
"""What follows the object of these is done by whom it is given to."""
_SHORT = 12
_LEAST = 3
"""An object has more letters than this before its condition."""
_TRAILING = " ,;.:…"
_RECEIVER = re.compile(r"(?P<to>[A-ZĐ][^,;.]{3,80}?)\s+(?=(?:xem xét(?:,| và)\s+)?(?:quyết định|phê duyệt|phê chuẩn"
                       r"|ban hành|thông qua|cho ý kiến|chấp thuận|cho phép|bầu|quy định"
                       r"|công nhận)(?!\w))")  # fmt: skip
_NO_OBJECT = re.compile(r"^(?:theo|trên cơ sở|khi|nếu|trong thời|trước|sau|tại|bằng|để|như sau|sau đây"
r"|trong trường)\b|^$",
                        re.IGNORECASE)  # fmt: skip
_PLAIN = re.compile(r"quyết định|quyết nghị|thông qua|xem xét|sử dụng|bố trí|áp dụng", re.IGNORECASE)
_RULED = re.compile(r" theo (?=(?:trình tự|thủ tục|quy chế|mẫu|danh mục|lộ trình|mức|tiêu chí)\b)")
_LOOSE = re.compile(r"\s*,?\s+(?:hoặc|và|để|thì|đồng thời)$")
_MERELY = re.compile(r"(?:theo|trên cơ sở)\b[^;]*$|(?:sau đây|như sau|sau)$", re.IGNORECASE)
_DOES = re.compile(r"^(?:thực hiện|tổ chức thực hiện|quyết định|đảm nhận|có trách nhiệm|giải quyết)", re.IGNORECASE)


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
    chain = chain_after(text, place) or (None if alone else _after_preface(text, place, limit))
    if chain is None or chain.end > limit:
        return
    when = _preface(before) or _preface(text[place : chain.start])
    done = tuple(_with_object(text, chain, limit, when))
    if not done and when and (at := text.find(when)) >= 0:
        done = (Task(chain.acts, chain.verbs(text), at, at + len(when), None, None),)
    yield from done


def chain_after(text: str, place: int) -> Chain | None:
    """The verbs that follow a name, also after "nơi có đất" and the like."""
    if found := chain_at(text, place):
        return found
    where = _PLACE.match(text, place)
    if where is None or where["where"].lower() != "nơi":
        return chain_at(text, where.end()) if where else None
    for place_word, gap in enumerate(re.finditer(r"\s(?=\w)", text[where.end() : where.end() + _FAR])):
        at = where.end() + gap.start()
        if text[at - 1] in ",;.":
            return None
        if place_word > 1 and (found := chain_at(text, at)):
            # "nơi có đất", "nơi tiếp nhận hồ sơ": two words at least; "nơi có đất thu hồi gửi": what follows the place
            further = chain_at(text, found.end)
            return further if further and further.start <= found.end + 1 else found
    return None


def _with_object(text: str, chain: Chain, limit: int, when: str | None) -> Iterator[Task]:
    """The task of a chain of verbs, and those of the afterthoughts that follow its object."""
    end = limit
    further = None
    thoughts = () if chain.acts[0] in _HANDS_OVER else AFTERTHOUGHT.finditer(text, chain.end, limit)
    for found in thoughts:
        further = chain_at(text, found.end())
        if further and further.end <= limit:
            end = found.start()
            break
        further = None
    start, stop, condition, exception = trimmed(text, chain.end, end)
    if stop <= start and further:
        start, stop, _, _ = trimmed(text, further.end, limit)
    submitted = _RECEIVER.match(text, start) if Act.TRINH in chain.acts else None
    if submitted and (own := chain_at(text, submitted.end())) and own.end < stop:
        start = trimmed(text, own.end, stop)[0]
    if stop > start and not _MERELY.match(text[start:stop]):
        if chain.acts[0] is Act.QUYET_DINH and not _PLAIN.search(chain.verbs(text)):
            start = chain.start
        yield Task(chain.acts, chain.verbs(text), start, stop, when or condition, exception)
    if further:
        rest = tuple(_with_object(text, further, limit, when))
        again = [one for one in rest if one.acts != chain.acts or one.start != start]
        for one in again:
            bare = Act.TRINH in one.acts and stop > start
            yield Task(one.acts, one.verb, start, stop, one.condition, one.exception) if bare else one


def by(text: str, organ_start: int, organ_end: int, limit: int, begin: int) -> Iterator[Task]:
    """Yield what is done by an organ: "việc P do A quyết định"; nothing where the words only describe a thing."""
    given = _BY.search(text[:organ_start])
    chain = chain_at(text, organ_end) if given else None
    if not given or chain is None or chain.end > limit:
        return
    first = chain_at(text, begin)
    if (
        first
        and first.end < given.start()
        and not _NOMINAL.match(text, begin)
        and not _DECIDED.match(text, chain.start)
    ):
        return  # "bãi bỏ văn bản do A ban hành"
    if (
        _MAKES.match(text, chain.start)
        and not _NOMINAL.match(text, begin)
        and not _stands_alone(text, begin, given, chain)
    ):
        return  # "cơ quan do Chính phủ thành lập": what kind of thing, not who may
    rest = text[chain.end : limit].strip(_TRAILING)
    start, stop, when = _object_before(text, begin, given.start())
    own = stop <= start or (not _NO_OBJECT.match(rest) and len(rest.split()) > 1 and when is not None and stop <= start)
    if own:
        yield from _with_object(text, chain, limit, when)
        return
    if more := chain_at(text, chain.end) if rest else None:
        chain = more if more.end <= limit and more.start <= chain.end + 2 else chain  # "do A quyết định bổ nhiệm"
    acts, verb = tuple(one for one in chain.acts if one is not Act.CHIU_TRACH_NHIEM) or chain.acts, chain.verbs(text)
    if _DOES.match(verb) and (first := chain_at(text, start)) and first.end < stop and not verb.startswith("quyết"):
        acts, verb = first.acts, first.verbs(text)
        start = trimmed(text, first.end, stop)[0]
    _, _, condition, exception = trimmed(text, chain.end, limit)
    yield Task(acts, verb, start, stop, when or condition or _rest_condition(rest), exception)


def _stands_alone(text: str, begin: int, given: re.Match[str], chain: Chain) -> bool:
    """Whether "P do A lập" is the whole sentence: a short object, nothing of weight after the verb."""
    before, after = text[begin : given.start()].split(), text[chain.end :].split()
    return len(before) <= _SHORT and (not after or _NO_OBJECT.match(" ".join(after)) is not None)


def is_done_by(text: str, organ_start: int) -> bool:
    """Whether an organ only stands in a clause about something: "quy hoạch đã được A phê duyệt", "khi A quyết định"."""
    return _DONE_BY.search(text[:organ_start]) is not None and not _BY.search(text[:organ_start])


def is_agent(text: str, organ_start: int) -> bool:
    """Whether an organ is the one by whom something is done."""
    return _BY.search(text[:organ_start]) is not None


def _object_before(text: str, begin: int, end: int) -> tuple[int, int, str | None]:
    """The object that stands before "do A", and the condition before it."""
    start, stop, when = begin, end, None
    head = text[begin:end]
    if found := re.match(
        r"(?:trường hợp|đối với|nếu|khi|căn cứ|ngoài|tại)\b[^;]*?(?:,\s*|\bthì\s+)", head, re.IGNORECASE
    ):
        rest = head[found.end() :].strip(_TRAILING)
        if len(rest.split()) > 1:
            when, start = found[0].strip(_TRAILING), begin + found.end()
    for ruled in _RULED.finditer(text, start, end):
        start = ruled.end()  # "thực hiện theo trình tự, thủ tục do A quy định"
    if lead := _LEAD_IN.match(text[start:stop]):
        start += lead.end()
    while stop > start and text[stop - 1] in _TRAILING:
        stop -= 1
    while start < stop and text[start] in _TRAILING:
        start += 1
    if stop - start < 3 or text[start:stop].lower() in {"thì", "phải", "và", "hoặc"}:  # noqa: PLR2004
        return (start, start, when)
    return (start, stop, when)


def trimmed(text: str, start: int, end: int) -> tuple[int, int, str | None, str | None]:
    """Trim an object: its condition and its exception are told apart from it."""
    while start < end and (text[start] in _TRAILING or text[start : start + 5].lower() == "việc "):
        start += 5 if text[start : start + 5].lower() == "việc " else 1
    exception = condition = None
    if text[start : start + 4].lower() == "trừ ":
        return (start, start, None, text[start + 4 : end].strip(_TRAILING))
    least = start + _LEAST
    if (found := _EXCEPT.search(text, start, end)) and found.start() > least:
        exception, end = found["what"].strip(_TRAILING), found.start()
    if (found := _WHEN.search(text[:end], start)) and found.start() > least:
        condition, end = found[0].strip(_TRAILING), found.start()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    if loose := _LOOSE.search(text, start, end):
        end = loose.start()
    return (start, end, condition, exception)


def _preface(before: str) -> str | None:
    found = _BEFORE.search(before.strip())
    return found["when"].strip(_TRAILING) if found else None


def _rest_condition(rest: str) -> str | None:
    found = re.match(r"(?:khi|nếu|trong trường hợp|theo đề nghị của|đối với)\b.*", rest, re.IGNORECASE)
    return found[0] if found else None


_PREFACE = re.compile(
    r"\s*(?:căn cứ|trên cơ sở|theo đề nghị|trường hợp|nếu|khi|đối với|trong thời hạn|chậm nhất|định kỳ|trong phạm vi"
    r"|hằng năm|hàng năm|ngoài|trong quá trình|sau khi|ít nhất|theo (?:phân công|ủy quyền|chỉ đạo|yêu cầu"
    r"|thẩm quyền))\b",
    re.IGNORECASE,
)


def _after_preface(text: str, place: int, limit: int) -> Chain | None:
    """The verbs after "Căn cứ …, " and the like: at the first comma after which verbs stand."""
    if not _PREFACE.match(text, place):
        return None
    led = re.compile(r"\bthì\s+(?:phải\s+)?").search(text, place, limit)
    first = chain_at(text, led.end()) if led else None
    at = place
    while (at := text.find(",", at + 1, led.start() if led and first else limit)) > 0:
        chain = chain_at(text, at + 1)
        if chain:
            return chain
    return first
