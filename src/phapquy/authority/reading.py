"""The powers of one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.authority import agents, tasks
from phapquy.authority.acts import VERB, WEAK, chain_at
from phapquy.authority.clauses import Above, Clause
from phapquy.authority.competence import Sentence, sentences
from phapquy.authority.handed import Handed, handed_in
from phapquy.authority.leads import title_of
from phapquy.authority.modes import mode_of
from phapquy.authority.named import find_holders, may_name
from phapquy.authority.pivots import pivot_verbs
from phapquy.authority.power import Act, Mode, Power
from phapquy.authority.subjects import SUBMITTED, begins_clause, beside, heads_of, holds, submitted_verbs
from phapquy.authority.tasks import Task
from phapquy.authority.topics import field_of
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.law.holder import Level, Organ
from phapquy.law.orders import ORDER
from phapquy.law.provision import ProvisionId
from phapquy.vietnamese.letters import CAPITAL

_NO_POWERS = re.compile(r"^(?:Giải thích từ ngữ|Phạm vi điều chỉnh|Đối tượng áp dụng)")
_AMENDS = re.compile(r"Sửa đổi, bổ sung (?:một số|nội dung|các|Điều|khoản|điểm|Luật|Nghị)")
_UNITS = frozenset({"xã", "phường", "đặc khu", "tỉnh", "thành phố"})
_LIST_ONLY = re.compile(
    r"^(?:các |những )?(?:nhiệm vụ|quyền hạn|quyền|trách nhiệm|công việc|nội dung công việc|chức năng)(?:, quyền hạn)?"
    r"(?: và quyền hạn)?(?: cụ thể| chủ yếu| theo quy định[^.;]*)?(?: sau(?: đây)?| như sau)?$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\[\d+\]|,?\s*(?:theo )?quy định tại (?:các )?(?:điểm|khoản|Điều|Chương|Mục|Luật|Nghị định|pháp luật)[^,;]*"
    r"|,?\s*theo quy định(?: của)?[^,;]*$|,?\s*theo (?:phân cấp|ủy quyền)[^,;]*$"
)


class Reader:
    """Reads the clauses of one document."""

    def __init__(self, snapshot: Snapshot, field: str | None) -> None:
        self._snapshot = snapshot
        self._field = field

    def read(self, clause: Clause, text: str) -> Iterator[Power]:
        """Yield the powers a clause gives, with the days of the clause's wording if it has its own."""
        words, above = clause.words.text, clause.above
        if not words or any(ORDER.match(one) or _AMENDS.match(one) for one in (words, *above.leads)):
            return
        if any(_NO_POWERS.match(one) for one in above.leads[-4:]):
            return
        if handed := handed_in(words):
            yield from self._handed(clause, text, handed)
            return
        if titled := title_of(words):
            clause = replace(clause, words=clause.words.after(titled[1]), above=replace(above, organs=(titled[0],), gives=None))
            words, above = clause.words.text, clause.above
        if not above.organs and not may_name(words):
            return
        if above.gives and above.organs and (whole := _object_of(above, words)):
            yield from (self._power(clause, text, 0, organ, each, above.handed) for organ in above.organs
                        for part in _parts(words, whole) for each in _split(part))  # fmt: skip
            return
        level = above.level if above.level is not Level.TRUNG_UONG else None
        found = sentences(words, above.organs[0] if above.organs else None, level, find_holders)
        goes_on, given, before = True, False, list[Organ]()
        foreign, new = False, True
        open_: list[_Done] = []
        object_ = ""
        for sentence in found:
            foreign = _of_others(sentence) if new or not foreign else foreign
            new = sentence.text.endswith(".")
            got = list(_tasks(sentence, above, before, goes_on=goes_on and not foreign))
            if open_ and (more := _more_of(open_, object_, sentence, got)):
                got = [(organ, replace(more, acts=task.acts, verb=task.verb), carried) for organ, task, carried in open_]
            for organ, task, carried in got:
                what = sentence.text[task.start : task.end]
                if not (clause.lists and (_LIST_ONLY.match(what) or (what.endswith(" như sau") and len(what.split()) < 5))):
                    yield self._power(clause, text, sentence.start, organ, task, above.handed if carried else None)
            heads = heads_of(sentence.text, sentence)
            foreign = foreign or (not got and not new and tasks.begins_with_preface(sentence.text))
            explicit = [one[0] for one in got if not one[2]]
            explicit = [one for one in explicit if heads.get(one.start) == heads.get(explicit[0].start)]
            if got and got[0][2]:
                explicit = []  # who is above spoke first: "tạo điều kiện để B …; giải quyết …"
            before = (explicit or before) if sentence.text.endswith(";") else []
            given = given or bool(got)
            goes_on = given or sentence.text.endswith(".") or _defines(sentence)
            rules = bool(got) and got[-1][1].acts[0] in _RULES
            if got and (rules or not open_) and sentence.text.endswith(";") and ":" not in sentence.text:
                open_ = [one for one in got if one[1].end == got[-1][1].end]
                object_ = sentence.text[got[-1][1].start : got[-1][1].end]
            elif not sentence.text.endswith(";"):
                open_ = []

    def _handed(self, clause: Clause, text: str, handed: Handed) -> Iterator[Power]:
        if handed.task is None:
            return
        words = clause.words.text
        start, end = handed.task
        found = list(tasks.active(words, start, end))
        if not found:
            first, last, condition, exception = tasks.trimmed(words, start, end)
            found = [Task((Act.TO_CHUC_THUC_HIEN,), "", first, last, condition, exception)]
        moved = self._moved(clause)
        for task in found:
            for taker in handed.takers:
                yield self._power(clause, text, 0, taker, task, handed, moved)

    def _power(  # noqa: PLR0917
        self,
        clause: Clause,
        text: str,
        shift: int,
        organ: Organ,
        task: Task,
        handed: Handed | None,
        moved: tuple[ProvisionId, ...] | None = None,
    ) -> Power:
        span = clause.words.span(shift + task.start, shift + task.end)
        object_ = text[slice(*span)]
        return Power(
            holder=replace(organ, start=0, end=0),
            unit=organ.scope if organ.scope in _UNITS else None,
            act=task.acts[0],
            task=object_,
            span=span,
            normal=normalised(object_),
            field=self._field or field_of(object_, *clause.above.leads),
            condition=task.condition,
            exception=task.exception,
            mode=mode_of(handed, clause) if handed or clause.above.leads else Mode.LUAT_GIAO,
            former=replace(handed.giver, start=0, end=0) if handed and handed.giver else None,
            basis=clause.identity,
            source=clause.source,
            verb=task.verb,
            moved=self._moved(clause) if handed and moved is None else moved or (),
            start=clause.start,
            end=clause.end,
        )

    def _moved(self, clause: Clause) -> tuple[ProvisionId, ...]:
        """Where the task of a clause that hands it on is written."""
        document = self._snapshot.document(clause.identity.slug)
        if document is None or clause.source != clause.identity or clause.identity not in document.provisions:
            return ()
        own = document.own_text(document.provisions[clause.identity])
        found: list[ProvisionId] = []
        for citation in find_citations(own):
            here = citation.document is not None and citation.document.this
            if citation.targets and not here and not citation.excluded:
                found += resolver(self._snapshot).resolve(citation, clause.identity).ids
        return tuple(dict.fromkeys(one for one in found if one.slug != clause.identity.slug))


_DEMAND = re.compile(r"Việc [^;.]*? phải (?:bảo đảm|phù hợp|có|được|căn cứ|tuân)")
"""A demand on how something is done is no object."""


def _object_of(above: Above, words: str) -> Task | None:
    """The whole clause as the object of the verbs above it; None where it has verbs of its own."""
    verb, acts = above.gives or ("", ())
    chain = None if words.startswith("Việc ") else chain_at(words, 0)
    ruled = Act.QUY_DINH in acts and _RULED_ON.search(above.leads[0]) is not None
    if (chain and not ruled and not {Act.TRINH, Act.GIAO} & set(acts)) or any(one.start <= 1 for one in find_holders(words[:60])):
        return None
    if _DEMAND.match(words) or (set(acts) == {Act.TO_CHUC_THUC_HIEN} and _has_verb(words)):
        return None
    start, end, condition, exception = tasks.trimmed(words, 0, len(words))
    return Task(acts, verb, start, end, condition, exception) if end > start else None


_RULED_ON = re.compile(r"(?:quy định chi tiết[^:;]*|để quy định):$")
"""What is listed is what is ruled on, though it is told by verbs: "quy định chi tiết các nội dung sau: a) Rà soát …"."""


def _parts(words: str, whole: Task) -> Iterator[Task]:
    """Yield an object in the parts that semicolons make of it, where each is one of its own."""
    cuts = [one.start() for one in _SEMICOLON.finditer(words, whole.start, whole.end)]
    if not cuts or ":" in words[whole.start : whole.end] or whole.condition:
        yield whole
        return
    for start, end in zip((whole.start, *(cut + 1 for cut in cuts)), (*cuts, whole.end), strict=True):
        first, last, condition, exception = tasks.trimmed(words, start, end)
        if last > first:
            yield replace(whole, start=first, end=last, condition=condition, exception=exception)


_SEMICOLON = re.compile(r";(?= [a-zà-ỹđ])(?![^(]*\))")


def _has_verb(words: str) -> bool:
    """Whether an item under "A thực hiện:" is a sentence: "Sau khi …, A trình B; …", "Trong thời hạn …, kiểm tra …"."""
    if tasks.chain_after_preface(words, 0, len(words)):
        return True
    subjects = (one for one in find_holders(words) if words[: one.start].endswith((", ", "thì ")))
    return tasks.begins_with_preface(words) and any(chain_at(words, one.end) for one in subjects)


_Done = tuple[Organ, Task, bool]
_RULES = frozenset({Act.QUYET_DINH, Act.QUY_DINH, Act.BAN_HANH, Act.THAM_MUU, Act.PHE_DUYET, Act.GIAM_SAT})
_FURTHER = re.compile(
    r"\s*(?:biện pháp|chính sách|số lượng|mức|chế độ|cơ chế|chương trình|kế hoạch|quy hoạch|danh mục|tiêu chuẩn"
    r"|định mức"
    r"|dự toán|chủ trương|phương án|việc|giá|khung|nội dung|trình tự|hệ số|tỷ lệ|nguyên tắc|điều kiện|dự án"
    r"|kỹ thuật|quy chuẩn|quy trình|cơ cấu|hình thức|tiêu chí|giữa)\b"
)


_GOES_ON = re.compile(
    r"\s*(?!(?:trường hợp|nếu|khi|trong|đối với|hồ sơ|thời gian|thời hạn|thành phần|kinh phí|theo|về|thì|không|riêng|nhưng|trừ|mà|là|có|được)\b)[a-zà-ỹđ]"
)


def _more_of(open_: list[_Done], object_: str, sentence: Sentence, got: list[_Done]) -> Task | None:
    """What goes on with "quyết định biện pháp …" after a semicolon: "phát triển nông nghiệp", "số lượng …".

    Of verbs that do not rule, only an object of the same kind goes on: "rà soát văn bản …; văn bản …".
    """
    verb = got[0][1].verb.lower() if got else ""
    if got and (_CASE.match(sentence.text) or (verb == "bảo đảm" and "biện pháp" not in object_)):
        return None  # "…; trường hợp cần thiết lấy ý kiến của B": a deed of its own
    last = open_[-1][1].acts[0]
    rules = last in _RULES
    same = not got and (_same_kind(object_, sentence.text) or (_ABOUT.match(sentence.text) and (rules or _ABOUT.search(f" {object_}"))))
    listed = open_[-1][2] and len({one[0] for one in open_}) == 1 and "gồm" not in object_
    if not got and not same and not rules and listed and _NOUNS.fullmatch(sentence.text) and not any(one.explicit for one in sentence.found):
        same = True
    of_others = last in _OF_OTHERS and sentence.text.startswith(" việc ")
    deed = of_others or (rules and sentence.text.startswith(("việc ", "quy trình ", "trình tự "), 1))
    if not same and not deed and (not rules or (got and (re.split(r",| và ", verb)[0] not in WEAK or len({one[0] for one in open_}) > 1))):
        return None
    if (
        not got
        and not same
        and not _FURTHER.match(sentence.text)
        and (any(one.explicit for one in sentence.found) or not _GOES_ON.match(sentence.text))
    ):
        return None
    start, end, condition, exception = tasks.trimmed(sentence.text, 0, len(sentence.text))
    return Task((), "", start, end, condition, exception) if end > start else None


_OF_OTHERS = frozenset({Act.CHI_DAO, Act.KIEM_TRA, Act.GIAM_SAT, Act.HUONG_DAN, Act.QUAN_LY})
_NOUNS = re.compile(
    r"\s*(?!(?:trường hợp|nếu|khi|trong|đối với|hồ sơ|thời gian|thời hạn|thành phần|kinh phí|theo|thì|không|riêng|nhưng|trừ|mà|đồng thời|phù hợp|chủ động|ưu tiên|kịp thời|hằng năm|hàng năm)\b)"
    r"[a-zà-ỹđ](?:(?!\b(?:được|phải|thì|là|do|bảo đảm|gồm|bao gồm|có trách nhiệm|có quyền|không)\b)[^;.:])*[;.]?"
)
"""Words without a predicate: an object of the verbs before, "hướng dẫn, kiểm tra việc …; thi đua, khen thưởng"."""
_ABOUT = re.compile(r"\s+về (?=\w)")


def _defines(sentence: Sentence) -> bool:
    """Whether a part says what its subject is: "A là người đứng đầu B; lãnh đạo …"."""
    return any(one.organ.start <= 1 and sentence.text.startswith(" là ", one.organ.end) for one in sentence.found)


_OTHER = re.compile(
    r"\s*(?:Các )?(?:Đơn vị|Cơ quan(?! chủ quản| đầu mối)|Tổ chức(?=, cá nhân| được| có)|Người|Cá nhân|Hộ gia đình|Chủ đầu tư|Nhà đầu tư|Chủ sở hữu)"
    r" (?=[^;]* (?:phải|có trách nhiệm|tiến hành|được|thực hiện) )"
)
"""A sentence of what somebody does who is no holder; its parts go on with him."""


_CASE = re.compile(r"\s*(?:trường hợp|nếu|khi|chủ trì|phối hợp)\b")


def _of_others(sentence: Sentence) -> bool:
    """Whether a sentence begins with somebody who is no holder and has to do what follows."""
    named = any(one.explicit and one.organ.start <= 1 for one in sentence.found)
    return not named and _OTHER.match(sentence.text) is not None


def _same_kind(object_: str, words: str) -> bool:
    """Whether what follows a semicolon begins with the noun that the object before it begins with."""
    told = chain_at(object_, 0)
    first, second = object_[told.end if told else 0 :].lower().split()[:2], words.lower().split()[:2]
    return len(first) > 1 and first == second and _GOES_ON.match(words) is not None and not _FINITE.match(words)


_FINITE = re.compile(r"\s*(?:\w+ ){2,5}(?:được|phải|nêu|là|gồm|có|thì)\b")


def _tasks(sentence: Sentence, above: Above, before: list[Organ], *, goes_on: bool) -> Iterator[_Done]:
    """Yield who does what in a sentence, verbs of different kinds apart; whether the organ stands above comes last.

    Args:
        sentence: the sentence, with the organs it names.
        above: what stands above the clause.
        before: who was named as doing something in the part before the semicolon.
        goes_on: whether a subject left out may be the one before: not after a sentence that gave nothing.
    """
    text = sentence.text
    goes = before and (chain_at(text, 0) or tasks.chain_after_preface(text, 0, len(text)))
    subject = before[0] if before and goes else sentence.subject
    if _IS_A_DEED.match(text):
        return
    heads = heads_of(text, sentence)
    doing = {heads[one.organ.start] for one in sentence.found if one.explicit and holds(text, one, heads)}
    named = sorted(
        (one for one in sentence.found if one.explicit and heads[one.organ.start] in doing),
        key=lambda one: one.organ.start,
    )
    taken = begins = 0
    doers: list[tuple[Organ, bool]] = []
    given: list[Task] = []
    last: Task | None = None
    if subject and goes_on and not _SAYS_HOW.match(text) and not any(one.organ.start <= 1 for one in named):
        stops = [head for head in doing if begins_clause(text, head)]
        shared = bool(above.organs) and above.organs[0].name == subject.name
        organs = tuple(dict.fromkeys(before)) if subject in before else above.organs if shared else (subject,)
        for task in tasks.active(text, 0, min(stops, default=len(text)), alone=bool(stops)):
            taken = max(taken, task.end)
            last = last if last and task.acts[0] in _PASSED_ON else task
            doers = [(organ, subject not in before) for organ in organs]
            given.append(task)
            yield from ((organ, one, carried) for organ, carried in doers for one in _split(task))
    for place, one in enumerate(named):
        organ, head = one.organ, heads[one.organ.start]
        stops = [
            other.organ.start
            for other in named[place + 1 :]
            if heads[other.organ.start] != head and begins_clause(text, heads[other.organ.start])
        ]
        limit = min(stops, default=len(text))
        if SUBMITTED.search(text[:head]) and (further := _after_decision(text, organ.end, limit)):
            if heads[organ.start] == organ.start and further[0].strip():
                yield from _gone_on(text, further.end(), limit, doers, given)
            limit = further.start()  # "trình B quyết định và tổ chức thực hiện": B does not carry it out
        elif not agents.is_agent(text, head) and (then := _THEN.search(text, organ.end, limit)) and pivot_verbs(text, head, organ.end):
            yield from _gone_on(text, then.end(), limit, doers, given)
            limit = then.start()  # "báo cáo B cho phép P, sau đó báo cáo C": A reports to C
        end = max(other.organ.end for other in named if heads[other.organ.start] == head)
        if agents.is_agent(text, head):
            if _describes(text, begins, head) and any(begins_clause(text, heads[one.organ.start]) for one in named[place + 1 :]):
                continue
            found = () if taken else tuple(agents.by(text, head, end, limit, begins))
        elif agents.is_done_by(text, head) and not pivot_verbs(text, head, end):
            continue
        else:
            found = tuple(tasks.active(text, end, limit, text[begins:head]))
            if last and pivot_verbs(text, head, end):
                found = tuple(_on_what_is_sent(text, task, last) for task in found)
        if not any(tasks.has_object(text, task) for task in found) and (verbs := submitted_verbs(text, head, end)):
            # "A lập phương án trình B quyết định": what B decides on is what A has drawn up
            own = () if SUBMITTED.search(text[:head]) else tuple(tasks.with_object(text, verbs, limit, None))
            verbs = (chain_at(text[:limit], end) if SUBMITTED.search(text[:head]) and verbs.end > limit else verbs) or verbs
            put = last if last and last.acts[0] not in _TOLD else None
            put = put or agents.drawn_before(text, begins if begins < head else 0, head) or last or agents.put_before(text, begins, head)
            put = put or agents.case_before(text, head) or next((one for one in reversed(given) if one.end <= head), None)
            found = (replace(put, acts=verbs.acts, verb=verbs.verbs(text), condition=None),) if put else found
            own = [one for one in own if not _ONLY_WHO_GETS.fullmatch(text, one.start, one.end)]
            if any(tasks.has_object(text, one) for one in own) and not (put and verbs.acts == (Act.TRINH,)):
                found = own  # "gửi hồ sơ đến B để xác định giá đất": B's own object
        last = next((task for task in reversed(found) if task.acts[0] not in _PASSED_ON), last)
        if found and not agents.is_agent(text, head) and not SUBMITTED.search(text[:head]) and not pivot_verbs(text, head, end):
            doers = [*(doers if place and heads[named[place - 1].organ.start] == head else ()), (organ, False)]
        given += found
        placed = beside(organ, named[:place], subject, [one for one in named if heads[one.organ.start] == head])
        yield from ((placed, each, False) for task in found for each in _split(task))
        if found and not any(heads[other.organ.start] == head for other in named[place + 1 :]):
            taken = begins = max(task.end for task in found)


def _gone_on(text: str, place: int, limit: int, doers: list[tuple[Organ, bool]], given: list[Task]) -> Iterator[_Done]:
    """Yield what those who put something before somebody do after that, unless it was read with what they did before."""
    for task in tasks.active(text, place, limit, alone=True):
        if not tasks.has_object(text, task) and given:
            task = replace(task, start=given[-1].start, end=given[-1].end)  # noqa: PLW2901
        if not any(one.start == task.start and one.acts == task.acts for one in given):
            yield from ((who, each, carried) for who, carried in doers for each in _split(task))


def _after_decision(text: str, place: int, limit: int) -> re.Match[str] | None:
    """Where what B decides ends and those who put it before him go on."""
    thoughts = (one for one in tasks.AFTERTHOUGHT.finditer(text, place, limit) if not _DECIDES_TOO.match(text, one.end()))
    found = [one for one in (next(thoughts, None), _MADE_KNOWN.search(text, place, limit)) if one]
    return min(found, key=lambda one: one.start(), default=None)


_DECIDES_TOO = re.compile(r"(?:cấp|ban hành|quyết định|quy định|ký)(?!\w)")
_MADE_KNOWN = re.compile(r",\s+(?=công bố công khai)")


def _on_what_is_sent(text: str, task: Task, sent: Task) -> Task:
    """A task whose object only says who gets it next is on what was sent: "gửi B thẩm định, báo cáo C phê duyệt"."""
    if {task.acts[0], sent.acts[0]} & (_PASSED_ON | _TOLD) or not _ONLY_WHO_GETS.fullmatch(text, task.start, task.end):
        return task
    return replace(task, start=sent.start, end=sent.end)


_TOLD = frozenset({Act.GIAO, Act.CHI_DAO, Act.YEU_CAU})
_ONLY_WHO_GETS = re.compile(rf"(?:{CAPITAL}|(?:cấp|cơ quan|người) có thẩm quyền )[^,;.]{{0,80}}? ?(?:xem xét,? )?{VERB}")


def _describes(text: str, begins: int, head: int) -> bool:
    """Whether "do A lập" belongs to what stands before the subject: "Đối với diều do A làm, B quyết định"."""
    return tasks.begins_with_preface(text[begins:head].lstrip(" ,;")) and not _PREFACE_ENDS.search(text, begins + 1, head)


_IS_A_DEED = re.compile(
    rf"\s*{CAPITAL}[^,;.]{{2,80}} là việc "
    r"|\s*Hồ sơ (?:(?!\b(?:phải|được)\b)[^;.])*? (?:bao )?gồm[ :]"
    r"|\s*(?:Việc|Hình thức|Trình tự|Thủ tục) (?:(?!\b(?:do|thì)\b)[^;.])*? (?:được )?thực hiện theo "
)
""""Giao ao là việc A quyết định …": what a word means."""
_THEN = re.compile(r", sau đó (?=báo cáo|trình|gửi|thông báo|ban hành)")
_PREFACE_ENDS = re.compile(r",| thì ")
_SAYS_HOW = re.compile(
    r"\s*(?:Việc |Không (?!chấp thuận|đồng ý)|[A-ZĐ]\w*[^,;.:]{2,150}?(?<!nhưng) phải (?:bao gồm|gồm|có(?! văn bản)|được"
    r"|bảo đảm|phù hợp|tuân thủ|đáp ứng|nêu|ghi|căn cứ)(?!\w)"
    rf"|{CAPITAL}[^,;.:]{{2,60}}? được (?:thực hiện|tiến hành) "
    r"|(?:Quyết định|Báo cáo|Kết luận|Thông báo|Đề xuất|Kết quả) [^;.]*? (?:có hiệu lực|phải (?:được|thể hiện)|được (?:gửi|công bố)))"
)
"""A sentence about an act, not of who does it: "Thông báo mời … phải bao gồm …"."""
_PASSED_ON = frozenset({Act.BAO_CAO, Act.CONG_KHAI, Act.TRINH})
"""Their object may be who gets it; what he gets is the object before."""


def _split(task: Task) -> Iterator[Task]:
    for act in task.acts:
        yield replace(task, acts=(act,))


def normalised(task: str) -> str:
    """Return a task for comparing: small letters, no references, one blank between words."""
    plain = _REFERENCE.sub(" ", " ".join(task.split()))
    return " ".join(plain.lower().strip(" ,;.:").split())
