"""The object of verbs: where it begins and ends, on which condition, and what the same subject does after it.

"A lập hồ sơ, trình B quyết định và công khai kết quả" are three tasks of A: after an object may follow an afterthought
that only a subject does ("trình", "báo cáo B"), or a phrase told by :mod:`phapquy.authority.coordination`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phapquy.authority.acts import VERB, Chain, chain_at
from phapquy.authority.coordination import next_phrase
from phapquy.authority.edges import TRAILING, trimmed
from phapquy.authority.handing import OWN_OR_PUT, hands_over, received
from phapquy.authority.ongoing import only_tells_why
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL

AFTERTHOUGHT = re.compile(
    rf"(?:,? (?:và|đồng thời)|,|, hoặc)\s+(?=(?:trình(?! tự| độ)|báo cáo(?= (?:{CAPITAL}|cơ quan|cấp|về|với))"
    r"|tổ chức thực hiện|thực hiện(?= các (?:công việc|thủ tục))"
    rf"|chịu trách nhiệm|gửi(?= (?:{CAPITAL}|cơ quan|đến|cho|thông báo|văn bản|báo cáo))|thông báo(?= (?:cho"
    r"|bằng|đến|công))|chỉ đạo(?! của)|niêm yết|trả lời"
    rf"|chuyển(?= (?:ngay )?(?:hồ sơ|thông tin|kết quả|{CAPITAL}|cơ quan))|công khai(?= (?:trên|tại))"
    rf"|đề nghị(?= (?:{CAPITAL})))(?!\w))"
    r"| hoặc (?=(?:ban hành|quyết định|phê duyệt) theo thẩm quyền)"
    r"| và (?:có trách nhiệm|phải) | và được (?=thuê |mời |huy động )|, (?=có trách nhiệm )"
    r"| và (?=quy định chi tiết|ban hành (?:quyết định|văn bản)"
    r"|cấp [Gg]iấy|quyết định (?:phân|điều|bổ|thành|thu|giao|cho|miễn|cách|khen|xử|ban))"
    r"|(?<!khi)(?<!đã)(?<!được)(?<!phải)(?<!cần)(?<!kiện)(?<!thủ tục) (?=trình (?:Chính phủ|Quốc hội|Thủ tướng|Hội đồng"
    r"|Ủy ban|Chủ tịch"
    r"|Bộ|cấp có|cơ quan)|(?:gửi báo cáo|(?<!gửi )báo cáo|gửi) (?:Chính phủ|Thủ tướng|Hội đồng|Ủy ban|Chủ tịch|Bộ|Sở"
    r"|Văn phòng|Cục|cơ quan)|(?<!và )(?<!, )gửi (?:(?:cho )?(?:người|cấp có)|lấy ý kiến|tổ chức|chủ đầu tư"
    r"|nhà đầu tư|người|các|đơn vị))"
)
_RECEIVER = re.compile(
    rf"(?P<to>(?:{CAPITAL}[^,;.]{{3,80}}?(?:, {CAPITAL}[^,;.]{{3,80}}?)?|(?:cấp|cơ quan|người) có thẩm quyền))\s+"
    r"(?=(?:xem xét(?:,| và)\s+)?"
    r"(?:quyết định|phê duyệt|phê chuẩn|ban hành|thông qua|cho ý kiến|chấp thuận|cho phép|bầu|thành lập|quy định"
    r"|công nhận|hủy bỏ|hủy|bãi bỏ|(?<!đăng )ký)(?!\w))"
)
NO_OBJECT = re.compile(
    r"^(?:xong|đồng thời|trong cùng|theo(?! dõi)|trên cơ sở|khi|nếu|trong thời|trước|sau|tại|bằng|để|như sau|sau đây"
    r"|trong trường|chậm nhất|nhưng|và được|công khai (?:trước|trên|tại|theo|bằng))\b|^(?:và|hoặc) (?-i:[A-ZĐ])"
    r"|^\((?:đối với|trong|nếu) |^(?:công khai|cụ thể)?$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"quyết định|quyết nghị|thông qua|xem xét|sử dụng|bố trí|áp dụng", re.IGNORECASE)
_MERELY = re.compile(
    r"(?:theo(?! dõi)(?! [^,;.]{3,60} đối với )|trên cơ sở|chậm nhất là|chủ tọa (?:phiên|kỳ) họp kết luận)\b[^;]*$"
    r"|cụ thể$|(?:sau đây|như sau|sau)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Task:
    """Verbs with their object; offsets into the sentence."""

    acts: tuple[Act, ...]
    verb: str
    start: int
    end: int
    condition: str | None
    exception: str | None


_WITHIN_EXCEPTION = re.compile(r"\btrừ (?!(?:vào|dần|tiền|đi|điểm)\b)[^,;]*$")
_PAPERS = re.compile(r"(?:\d+ bộ )?hồ sơ(?!\w)")
_PAPERS_TO = re.compile(
    rf"(?P<to>ký )\w|(?P<whom>{CAPITAL}(?:(?!{VERB}| hồ sơ)[^,;.]){{3,60}}? )(?:hồ sơ|dự thảo|tờ trình)(?!\w)"
)
""""trình A hồ sơ", "trình ký giấy": what is put before somebody is told."""
_DEED = re.compile(r"(?:(?:thực hiện|tiến hành) việc|tiến hành) (?=\w)", re.IGNORECASE)
_MADE_ACTS = frozenset({Act.XAY_DUNG, Act.BAO_CAO, Act.QUYET_DINH, Act.PHE_DUYET, Act.BAN_HANH})
_CARRY_OUT = frozenset({"tổ chức thực hiện", "tổ chức triển khai thực hiện"})
""""a) Tổ chức thực hiện theo quy định của Nghị định này": the whole of it."""
_FOR_DECISION = re.compile(
    r" (?:xem xét,? )?(?:quyết định|phê duyệt|ban hành|chấp thuận|thông qua|cho ý kiến|ký|thành lập|thu hồi|cấp"
    r"|xác định) "
)
_TO_WHOM = re.compile(r"(?:đến|tới|về) ")
_WHOM = ("đến ", "tới ", "về ", "cho ")
""""lập biên bản và gửi đến A": what is sent is what was drawn up."""
_ONLY_TO_WHOM = re.compile(
    r"(?!(?:Giấy|Phiếu|Quyết|Thông|Văn bản|Hồ|Báo|Tờ|Đề|Kế|Biên|Phương|Danh)\b)"
    rf"(?:{CAPITAL}|(?:cấp|cơ quan|người) )[^,;.]{{3,80}}?(?:$|(?:,| để)? {VERB})"
)
"""Who gets it and what he does with it, without what is sent: "gửi A thẩm định"."""
_CHAINED = re.compile(rf"(?:,| và| hoặc) (?P<verb>{VERB})$")
_EITHER = " hoặc "
_NO_END = re.compile(rf"thẩm quyền (?:{VERB}), \w+ ?\w*$|(?:đơn vị|cơ quan), tổ chức")


_DEEPEST = 60
"""Verb phrases of one sentence that are followed: more than any law has, fewer than would end in a RecursionError."""


def with_object(text: str, chain: Chain, limit: int, when: str | None, *, deep: int = 0) -> Iterator[Task]:
    """The task of a chain of verbs, and those of the afterthoughts that follow its object."""
    if deep > _DEEPEST:
        return
    if put := OWN_OR_PUT.match(text, chain.start, limit):
        yield from _decided_or_put(text, put, limit, when, deep=deep + 1)
    elif hired := _OR_HIRES.match(text, chain.start, limit):
        yield from _done_or_hired(text, hired, limit, when, deep=deep + 1)
    else:
        yield from _with_what_follows(text, chain, limit, when, deep)


def _with_what_follows(text: str, chain: Chain, limit: int, when: str | None, deep: int) -> Iterator[Task]:
    end, further = _following(text, chain, limit)
    start, stop, condition, exception = trimmed(text, chain.end, end)
    if further and _ONLY_HOW.fullmatch(text, start, stop):
        stop = start  # "quản lý tập trung, thống nhất và cập nhật sổ": the object comes after
    if stop <= start and further and " thì " in text[chain.end : further.start]:
        if when and (at := text.find(when)) >= 0:
            yield Task(chain.acts, chain.verbs(text), at + received(when), at + len(when), None, None)
    elif stop <= start and further:
        start, stop, _, _ = trimmed(text, further.end, limit)
        start = _past_receiver(text, further, start, stop)
    start, stop, goes_on = _put_before(text, chain, start, stop)
    if further:
        start, stop = _shared_after(text, chain, further, (start, stop), limit)
    start, stop = _told_about(text, chain, further, (start, stop), limit)
    if task := _own(text, chain, (start, stop), when, alone=further is None):
        start = chain.start if task.start == chain.start else start
        yield replace(task, condition=when or condition, exception=exception)
    elif when and _CASES.match(when) and further and stop > start and (at := text.find(when)) >= 0:
        yield Task(chain.acts, chain.verbs(text), at, at + len(when), None, None)
    if goes_on:
        yield from with_object(text, goes_on, limit, when, deep=deep + 1)
    if itself := _OR_ITSELF.search(text, chain.end, limit) if chain.acts[-1] in _PUTS else None:
        yield from _itself(text, itself, chain)
    if further:
        before = Task(chain.acts, chain.verbs(text), start, stop, when or condition, exception)
        yield from _afterwards(text, before, further, limit, when, deep=deep + 1)


def _shared_after(text: str, chain: Chain, further: Chain, span: tuple[int, int], limit: int) -> tuple[int, int]:
    """An object with that of the verbs after it, where it is none by itself: "quản lý nhà nước và tổ chức thả diều"."""
    start, stop = span
    bare = text[start:stop].lower()
    collected = chain.verbs(text).lower() == _COLLECTED and _WHO.fullmatch(text, start, stop)
    if not collected and bare not in _NO_THING:
        return span
    first, last = _thing_after(text, further, limit)
    if not last:
        return span
    return (first if collected or bare == _OF_STATE else start), last


def _put_before(text: str, chain: Chain, start: int, stop: int) -> tuple[int, int, Chain | None]:
    """What is put before somebody, and the verbs with which its subject goes on: "trình B quyết định P, công bố P"."""
    given = _past_receiver(text, chain, start, stop)
    settled = after_decision(text, given, stop) if given > start else None
    if settled is None:
        return given, stop, None
    return given, settled.start(), None if _NAMED.match(text, chain.end) else chain_at(text, settled.end())


def _told_about(text: str, chain: Chain, further: Chain | None, span: tuple[int, int], limit: int) -> tuple[int, int]:
    """What two are told about of whom the second is told after it: "báo cáo A và thông báo đến B về P"."""
    tells = further is not None and (chain.acts, further.acts) == ((Act.BAO_CAO,), (Act.CONG_KHAI,))
    about = _ABOUT_WHAT.match(text, further.end, limit) if tells and further else None
    if about is None or not _ONLY_NAMES.fullmatch(text, *span):
        return span
    start, stop, _, _ = trimmed(text, about.start("what"), limit)
    return (start, stop) if stop > start else span


_ONLY_NAMES = re.compile(rf"{CAPITAL}(?:(?! về |{VERB})[^;.:]){{3,160}}")
_ABOUT_WHAT = re.compile(r" (?:đến|tới|cho|với) (?:(?! về )[^,;.:]){3,100} (?P<what>về \w)")


def _thing_after(text: str, chain: Chain, limit: int) -> tuple[int, int]:
    """Where the object of further verbs stands; two noughts where they have none."""
    end, further = _following(text, chain, limit)
    start, stop, _, _ = trimmed(text, chain.end, end)
    if stop <= start and further:
        start, stop, _, _ = trimmed(text, further.end, limit)
    return (start, stop) if stop > start else (0, 0)


def _itself(text: str, itself: re.Match[str], chain: Chain) -> Iterator[Task]:
    """What a subject settles itself that it may put before others: "báo cáo B quyết định hoặc quyết định theo …"."""
    verbs = chain_at(text, itself.start("verb"))
    if verbs and not text[chain.end : itself.start()].count(","):
        yield Task(verbs.acts, verbs.verbs(text), *itself.span("how"), None, None)


_NAMED = re.compile(rf" {CAPITAL}")
_PUTS = frozenset({Act.TRINH, Act.BAO_CAO})
_OR_ITSELF = re.compile(
    r" hoặc (?P<verb>quyết định|giải quyết|xử lý|ban hành|phê duyệt) (?P<how>theo thẩm quyền)[\s.;]*$"
)
_CASES = re.compile(r"(?:đối với|trường hợp|nếu) ", re.IGNORECASE)
_ONLY_HOW = re.compile(r"(?:tập trung|thống nhất|kịp thời|thường xuyên|đầy đủ|chính xác)(?:, (?:tập trung|thống nhất"
                       r"|kịp thời|thường xuyên|đầy đủ|chính xác|minh bạch)){0,3}")  # fmt: skip
_OF_STATE = "nhà nước"
_NO_THING = frozenset({_OF_STATE, "tổ chức thực hiện", "thực hiện", "triển khai thực hiện"})
""""quản lý nhà nước và tổ chức thả diều", "chỉ đạo thực hiện và quyết định P": the object comes after."""


_COLLECTED = "tổng hợp báo cáo"
_WHO = re.compile(rf"{CAPITAL}(?:(?! (?:về|trước|theo) )[^,;.]){{3,60}}")
""""tổng hợp báo cáo B và công bố P": P is what B gets."""


def _done_or_hired(text: str, hired: re.Match[str], limit: int, when: str | None, *, deep: int) -> Iterator[Task]:
    """What "vẽ hoặc thuê thợ để vẽ mẫu diều" gives: drawing and hiring, each with its object."""
    if hires := chain_at(text, hired.start("hires")):
        yield Task(hires.acts, hires.verbs(text), hires.start, hired.end("hires"), when, None)
    if own := chain_at(text, hired.start("again")):
        yield from with_object(text, own, limit, when, deep=deep)


_OR_HIRES = re.compile(
    rf"(?P<verb>{VERB}) hoặc (?P<hires>thuê [^;.]{{3,160}}?) để (?P<again>(?P=verb) (?!hoặc thuê ))", re.IGNORECASE
)


def _decided_or_put(text: str, put: re.Match[str], limit: int, when: str | None, *, deep: int) -> Iterator[Task]:
    verbs = chain_at(text, put.start("put"))
    end, further = limit, None
    if verbs and not text.startswith(" quyết định", put.end()):
        end, further = next_phrase(text, replace(verbs, end=put.end()), limit) or (limit, None)
    start, stop, condition, exception = trimmed(text, put.end(), end)
    if stop > start:
        for part in ("own", "put"):
            if verbs := chain_at(text, put.start(part)):
                yield Task(verbs.acts[:1], put[part], start, stop, when or condition, exception)
    if further:
        yield from with_object(text, further, limit, when, deep=deep)


def _following(text: str, chain: Chain, limit: int) -> tuple[int, Chain | None]:
    """Where the object of a chain of verbs ends, and the verbs after it."""
    if hands_over(text, chain):
        known = _MADE_KNOWN.search(text, chain.end, limit) if Act.TRINH in chain.acts else None
        return known.start() if known else limit, None
    end = limit
    for found in AFTERTHOUGHT.finditer(text, chain.end, limit):
        if _WITHIN_EXCEPTION.search(text, chain.end, found.start()):
            continue
        if found[0].startswith(" và") and _BARE_DEED.search(text, chain.end, found.start()):
            continue  # "giám sát việc lập và tổ chức thực hiện kế hoạch": both are watched
        if chain.acts[0] is Act.CONG_KHAI and text.endswith(" để", 0, found.start()):
            continue  # "gửi B để trình C": it is B who submits
        if whom := _FOR_WHOM.search(text, chain.end, found.start()):
            return whom.start(), None  # "lập P để B trình C"
        if found[0].startswith(",") and _NO_END.search(text[chain.end : found.end() + _NEAR]):
            continue  # "cơ quan có thẩm quyền xử lý, trả lời"
        earlier = _CHAINED.search(text, chain.end, found.start())
        if earlier and _VERB_BEFORE.search(text, chain.start, earlier.start()):
            earlier = None
        # "tổng hợp hồ sơ, duyệt, gửi A": the chain of verbs begins before the comma
        further = chain_at(text, earlier.start("verb") if earlier else found.end())
        if further and further.end <= limit:
            if only_tells_why(text, chain, found.start(), further):
                continue
            if found[0] == _EITHER:
                return limit, further  # "trình B ban hành hoặc ban hành theo thẩm quyền P": P is the object of both
            end = earlier.start() if earlier else found.start()
            return next_phrase(text, chain, end) or (end, further)
    return next_phrase(text, chain, end) or (end, None)


_FOR_WHOM = re.compile(rf",? để {CAPITAL}[^,;.]{{2,80}}$")
_BARE_DEED = re.compile(rf"\bviệc {VERB}$")
_NEAR = 8
_WARNING = "phạt cảnh cáo"
"""A deed that has no object."""


def _past_receiver(text: str, chain: Chain, start: int, stop: int) -> int:
    """Where the object of "trình B quyết định P" begins: after B's verb, if P follows it."""
    if Act.TRINH in chain.acts and (paper := _PAPERS_TO.match(text, start, stop)):
        return max(paper.end("to"), paper.end("whom"))
    reports = len(chain.acts) > 1 and chain.acts[-1] is Act.BAO_CAO
    submitted = _RECEIVER.match(text, start) if Act.TRINH in chain.acts or reports else None
    own = chain_at(text, submitted.end()) if submitted else None
    if own is None or own.end >= stop:
        return start
    if put := OWN_OR_PUT.match(text, own.start, stop):
        return trimmed(text, put.end(), stop)[0]
    given = trimmed(text, own.end, stop)[0]
    return start if NO_OBJECT.match(text[given:stop]) else given


def _own(text: str, chain: Chain, span: tuple[int, int], when: str | None, *, alone: bool) -> Task | None:
    """The task of the verbs themselves, if they have an object; its condition is not told."""
    start, stop = span
    verbs = chain.verbs(text)
    carried_out = alone and verbs.lower() in _CARRY_OUT and not text[: chain.start].strip()
    if stop > start and not _MERELY.match(text[start:stop]):
        if chain.acts[0] is Act.QUYET_DINH and not _PLAIN.search(verbs):
            start = chain.start
        return Task(chain.acts, verbs, start, stop, None, None)
    if stop <= start and verbs.lower() == _WARNING:
        return Task(chain.acts, verbs, chain.start, chain.end, None, None)
    if stop > start and carried_out:
        return Task(chain.acts, verbs, start, stop, None, None)
    deed = _DEED.match(verbs)  # "thực hiện việc cưỡng chế theo quy định của …"
    if deed and not (when and "việc" not in deed[0]):
        return Task(chain.acts, verbs, chain.start + deed.end(), max(stop, chain.end), None, None)
    return None


def _afterwards(text: str, before: Task, further: Chain, limit: int, when: str | None, *, deep: int) -> Iterator[Task]:
    """The tasks of the verbs after an object; their object may be that one: "lập P và trình B", "lập P, gửi đến B"."""
    start, stop = before.start, before.end
    rest = tuple(with_object(text, further, limit, when, deep=deep))
    if not rest and stop > start and further.end >= len(text[:limit].rstrip(TRAILING)):
        yield replace(before, acts=further.acts, verb=further.verbs(text))
    elif not rest and (deed := _DEED.match(further.verbs(text))):
        yield replace(
            before, acts=further.acts, verb=further.verbs(text), start=further.start + deed.end(), end=further.end
        )
    for one in rest:
        if one.acts == before.acts and one.start == start:
            continue
        own = text[further.end : one.start].strip()  # "lập P và trình B ban hành Q": Q is told
        told = bool(own) and not own.startswith("người ")
        known = one.acts == (Act.CONG_KHAI,) and before.acts[0] in _MADE_ACTS and not has_object(text, one)
        put = (not told and _bare(text, one)) or _sent(text, one, before) or _only_when(text, one, before)
        shared = stop > start and (known or put)
        yield replace(one, start=what_is_made(text, start, stop), end=stop) if shared else one


def _bare(text: str, task: Task) -> bool:
    """Whether what is submitted is the object before: "lập đề án, trình B", not "lập P và trình hồ sơ đến B"."""
    submits = Act.TRINH in task.acts and task.verb.lower().endswith("trình")
    return submits and not _PAPERS.match(text, task.start) and not text.endswith("ký ", 0, task.start)


def _only_when(text: str, task: Task, before: Task) -> bool:
    """Whether only the time is told: "tổng hợp kết quả và công bố trước ngày 30 tháng 6"."""
    return _TIME.match(text, task.start) is not None and bool({*task.acts} - {*before.acts})


_TIME = re.compile(r"(?:trước ngày|chậm nhất|trong thời hạn) ")


def _sent(text: str, task: Task, before: Task) -> bool:
    to_whom = _TO_WHOM.match(text, task.start) or (
        has_object(text, before) and _ONLY_TO_WHOM.match(text, task.start, task.end)
    )
    again = before.acts == (Act.CONG_KHAI,) and text.startswith(_WHOM, before.start)
    return task.verb in {"gửi", "chuyển"} and bool(to_whom) and Act.BAO_CAO not in before.acts and not again


def only_to_whom(text: str, task: Task) -> bool:
    """Whether an object says only who gets it: in "gửi B thẩm định, trình C phê duyệt"."""
    return _ONLY_TO_WHOM.match(text, task.start, task.end) is not None


def what_is_made(text: str, start: int, end: int) -> int:
    """Where the thing begins that is put before others: P of "lập P, trình B", "thuê C để lập P, trình B"."""
    aim = _MADE_BY.search(text, start, end)
    made = _MADE.match(text, aim.end() if aim else start, end)
    return made.end() if made else start


_MADE = re.compile(
    r"(?:tổ chức (?:việc )?)?(?:(?:tiếp thu, )?(?:giải trình, )?chỉnh (?:sửa|lý)(?:,| và) )?"
    r"(?:lập|xây dựng|xác định|hoàn thiện)(?: cụ thể| rõ| chính xác)? (?=\w)(?!lại)"
)
_MADE_BY = re.compile(r" để (?=(?:hoàn thiện|lập|xây dựng|xác định) [^;.]{3,160}$)")


def after_decision(text: str, place: int, limit: int) -> re.Match[str] | None:
    """Where what B decides ends and those who put it before him go on."""
    thoughts = (one for one in AFTERTHOUGHT.finditer(text, place, limit) if not _DECIDES_TOO.match(text, one.end()))
    told = (next(thoughts, None), *(sign.search(text, place, limit) for sign in (_MADE_KNOWN, _SIGNS_FOR, _AT_ONCE)))
    found = [one for one in told if one]
    return min(found, key=lambda one: one.start(), default=None)


_DECIDES_TOO = re.compile(r"(?:cấp|ban hành|quyết định|quy định|ký)(?!\w)")
_SIGNS_FOR = re.compile(r" hoặc (?=ký [^;.]{3,200} ủy quyền)")
""""trình B ký P hoặc ký P đối với trường hợp được ủy quyền": then A signs."""
_AT_ONCE = re.compile(r" thì đồng thời (?=gửi |báo cáo |trình )")
_MADE_KNOWN = re.compile(r",\s+(?=công bố công khai)")


def has_object(text: str, task: Task) -> bool:
    """Whether a task says what is acted on, not only when or on which ground."""
    return not NO_OBJECT.match(text[task.start : task.end].lstrip())


_VERB_BEFORE = re.compile(rf"{VERB}$")
"""A comma between verbs: "phục vụ đăng ký, cấp giấy"."""
