"""What goes on from one part of a clause to the next: a subject left out, and an object after a semicolon.

"A quyết định biện pháp lấp ao; biện pháp thả diều; số lượng bãi thả" are three objects of one verb, "A lập hồ sơ; trình
B" two deeds of one subject. Who is no holder ends that: "Chủ ao nộp hồ sơ; giữ lại một bản".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from phapquy.authority import edges, objects, tasks
from phapquy.authority.acts import VERB, WEAK, Chain, chain_at
from phapquy.authority.clauses import Above
from phapquy.authority.competence import Sentence
from phapquy.authority.deeds import Done, done_in, only_who_gets
from phapquy.authority.objects import Task
from phapquy.authority.power import Act
from phapquy.authority.roles import Role
from phapquy.authority.subjects import heads_of
from phapquy.law.holder import Organ
from phapquy.vietnamese.letters import CAPITAL


def done_in_parts(sentences: Iterable[Sentence], above: Above) -> Iterator[tuple[Sentence, Done]]:
    """Yield who does what in the sentences of a clause and the parts that semicolons make of them."""
    course = _Course(above)
    for sentence in sentences:
        for one in course.take(sentence):
            yield course.on_what_was_made(sentence, one)
        course.remember(sentence)


@dataclass(slots=True)
class _Course:
    """What was read of a clause so far."""

    above: Above
    before: list[Organ] = field(default_factory=list)
    """Who was named as doing something in the part before the semicolon."""
    open_: list[Done] = field(default_factory=list)
    """Whose object goes on after a semicolon."""
    object_: str = ""
    """That object."""
    goes_on: bool = True
    """Whether a subject left out may be the one before."""
    given: bool = False
    """Whether anything was read."""
    foreign: bool = False
    """Whether somebody speaks who is no holder."""
    new: bool = True
    """Whether a sentence begins."""
    made: tuple[Sentence, Task] | None = None
    """What the part before drew up."""
    got: list[Done] = field(default_factory=list)
    """What was read of the last part."""
    case: bool = False
    """Whether a case is being told that ends at "thì" in a later part."""
    waiting: Chain | None = None
    """Verbs before a semicolon whose object comes after it: "hướng dẫn, kiểm tra; đôn đốc việc …"."""
    verbs: str = ""
    """Those verbs as written."""
    excepted: bool = False
    """Whether an exception is being told that names whose competence a thing is."""
    deeds: bool = False
    """Whether deeds are being listed that something is said of."""

    def take(self, sentence: Sentence) -> list[Done]:
        """Read the next part."""
        self.foreign = _of_others(sentence) if self.new or not self.foreign else self.foreign
        case = self.case or (self.new and _CASE_BEGINS.fullmatch(sentence.text) is not None)
        self.deeds = self.deeds or (self.new and _DEEDS_BEGIN.fullmatch(sentence.text) is not None)
        begun, self.new = self.new, sentence.text.endswith(".")
        got = list(done_in(sentence, self.above, self.before, goes_on=self.goes_on and not self.foreign))
        if self.open_ and (more := _more_of(self.open_, self.object_, sentence, got)):
            got = [replace(one, task=replace(more, acts=one.task.acts, verb=one.task.verb)) for one in self.open_]
        if (self.deeds and not _names_who(sentence)) or (
            _BY_THEMSELVES.match(sentence.text) and _HELPED.match(self.object_)
        ):
            got = []
        if self.excepted and any(one.explicit and one.organ.start <= 1 for one in sentence.found):
            got = []
        self.excepted = sentence.text.endswith(";") and (self.excepted or _EXCEPTS.search(sentence.text) is not None)
        self.deeds = (self.deeds or _MISDEEDS.search(sentence.text) is not None) and not self.new
        got = [*self._with_waiting(got), *(got if begun else self._put_again(got))]
        then = sentence.text.find(" thì ")
        if self.case and then >= 0:
            got = [one for one in got if one.task.start > then]
        self.case = case and then < 0 and not self.new
        self.foreign = self.foreign or (not got and not self.new and tasks.begins_with_preface(sentence.text))
        self._hand_on(sentence, got)
        self.got = got
        if not got:
            self._await_object(sentence.text)
        return got

    def on_what_was_made(self, sentence: Sentence, one: Done) -> tuple[Sentence, Done]:
        """A deed on what the part before drew up, with that part: "A lập P; trình B phê duyệt"."""
        if self.made is None or not _ONLY_PUT.match(sentence.text):
            return sentence, one
        task, (before, thing) = one.task, self.made
        text = sentence.text
        told = task.acts[0] in _TELLS or not (only_who_gets(text, task) or _ONLY_A_NAME.fullmatch(text[task.start :]))
        told = told and not (task.acts[0] not in {Act.TRINH, *_TELLS} and objects.only_to_whom(text, task))
        told = told and (one.carried or task.acts[0] is Act.TRINH or not _named_at(sentence, task.start))
        return (sentence, one) if told else (before, replace(one, task=replace(task, start=thing.start, end=thing.end)))

    def remember(self, sentence: Sentence) -> None:
        """Keep what a part drew up for the next."""
        text = sentence.text
        made = next((one.task for one in reversed(self.got) if _is_making(text, one.task)), None)
        if made:
            start = objects.what_is_made(sentence.text, made.start, made.end)
            self.made = sentence, replace(made, start=start)
        elif not _ONLY_PUT.match(sentence.text):
            self.made = None
        if not sentence.text.endswith(";"):
            self.made = None

    def _put_again(self, got: list[Done]) -> list[Done]:
        """What was put before B goes on: "trình B quyết định P; quyết định Q" puts Q before B too."""
        decided = self.got[-1] if self.got else None
        first = got[0] if got else None
        if not decided or not first or first.organ == decided.organ or decided.carried:
            return got
        puts = [one for one in self.got if one.task.acts == (Act.TRINH,) and one.task.start == decided.task.start]
        again = first.task.verb == decided.task.verb and first.organ in [one.organ for one in puts]
        itself = any(one.organ == first.organ and one.task.acts == decided.task.acts for one in self.got)
        if not again or itself or decided.task.acts[0] is Act.TRINH:
            return got
        mine = [replace(first, task=replace(first.task, acts=one.task.acts, verb=one.task.verb)) for one in puts[:1]]
        return [*mine, replace(first, organ=decided.organ, carried=False), *got[1:]]

    def _with_waiting(self, got: list[Done]) -> list[Done]:
        """What the verbs before the semicolon do with the object of the part after it."""
        chain, verbs = self.waiting, self.verbs
        self.waiting = None
        if chain is None or not got:
            return []
        shared = [one for one in got if one.task.start == got[0].task.start and one.task.acts == got[0].task.acts]
        told = [one for one in chain.acts if one is not got[0].task.acts[0]]
        return [replace(one, task=replace(one.task, acts=(act,), verb=verbs)) for one in shared for act in told]

    def _await_object(self, text: str) -> None:
        chain = chain_at(text, 0) if text.endswith(";") else None
        if chain and not text[chain.end :].strip(" ;"):
            self.waiting, self.verbs = chain, chain.verbs(text)

    def _hand_on(self, sentence: Sentence, got: list[Done]) -> None:
        parted = sentence.text.endswith(";")
        self.before = (_first_list(sentence, got) or self.before) if parted else []
        self.given = self.given or bool(got)
        self.goes_on = self.given or sentence.text.endswith(".") or _defines(sentence)
        rules = bool(got) and got[-1].task.acts[0] in _RULES
        last = got[-1].task if got else None
        members = last is not None and _MEMBERS.search(sentence.text, last.start, last.end) is not None
        if last and not members and (rules or not self.open_) and parted and ":" not in sentence.text:
            self.open_ = [one for one in got if one.task.end == last.end]
            self.object_ = sentence.text[last.start : last.end]
        elif not parted:
            self.open_ = []


def _named_at(sentence: Sentence, place: int) -> bool:
    """Whether an organ is named where an object begins: what it or another does is no object of his."""
    return any(one.explicit and one.organ.start == place for one in sentence.found)


def _is_making(text: str, task: Task) -> bool:
    """Whether a deed makes something that may be put before others: "lập P", "tổ chức hoàn thiện P"."""
    carried_out = task.acts[0] is Act.TO_CHUC_THUC_HIEN and task.verb.lower().startswith("tổ chức")
    return task.acts[0] in _MAKES or (carried_out and objects.what_is_made(text, task.start, task.end) > task.start)


_ONLY_PUT = re.compile(r"\s*(?:đồng thời |sau đó )?(?:trình|gửi|báo cáo) ", re.IGNORECASE)
_ONLY_A_NAME = re.compile(rf"{CAPITAL}(?:(?! (?:về|để|theo|tại) |{VERB})[^,;.:]){{3,60}}[;.]?\s*")
_MAKES = frozenset({Act.XAY_DUNG, Act.BAO_CAO})
_TELLS = frozenset({Act.BAO_CAO, Act.GIAO, Act.CHI_DAO})
_MEMBERS = re.compile(r"\bthành lập (?:Hội đồng|Ban|Tổ|Đoàn)(?!\w)[^;]* gồm ")
""""A thành lập Hội đồng bao gồm B; C": who sits in it, no further object."""


_CASE_BEGINS = re.compile(r"\s*Trường hợp (?:(?! thì )[^;.])*;")
""""Trường hợp A ký; B ký thay; C ủy quyền cho D thì thực hiện theo …": the case has several parts."""


_DEEDS_BEGIN = re.compile(r"\s*Việc (?:(?!\b(?:do|thì|được|bị|phải|là|thực hiện|căn cứ)\b)[^;.])*;")
""""Việc lấp ao; chia bãi thả; thả diều được thực hiện theo quy ước": who does it is not said."""
_EXCEPTS = re.compile(r"\btrừ (?:các )?trường hợp (?:(?! thì )[^;:]){0,200} thuộc thẩm quyền của [^;:]{3,400};$")
""""trừ trường hợp ao thuộc thẩm quyền của A chấp thuận; B chấp thuận": the exception goes on."""
_MISDEEDS = re.compile(r" đối với (?:các )?hành vi [^;:.]{3,200};$")
""""xử lý đối với các hành vi lấp ao; thả diều không đúng chỗ": what others do wrong."""
_BY_THEMSELVES = re.compile(r"\s*tự (?!mình)")
_HELPED = re.compile(r"(?:để|cho) ")
""""tạo điều kiện để người chơi thả diều; tự làm diều": what those do who are helped."""


def _names_who(sentence: Sentence) -> bool:
    """Whether a part of a list of deeds says who does something."""
    return " do " in sentence.text or any(one.explicit and one.organ.start <= 1 for one in sentence.found)


def _first_list(sentence: Sentence, got: list[Done]) -> list[Organ]:
    """The organs of the first list that does something; none where who stands above spoke first."""
    if not got or got[0].carried:
        return []  # "tạo điều kiện để B …; giải quyết …"
    heads = heads_of(sentence.text, sentence)
    explicit = [one.organ for one in got if not one.carried]
    return [one for one in explicit if heads.get(one.start) == heads.get(explicit[0].start)]


_RULES = frozenset({Act.QUYET_DINH, Act.QUY_DINH, Act.BAN_HANH, Act.THAM_MUU, Act.PHE_DUYET, Act.GIAM_SAT})
_FURTHER = re.compile(
    r"\s*(?:biện pháp|chính sách|số lượng|mức|chế độ|cơ chế|chương trình|kế hoạch|quy hoạch|danh mục|tiêu chuẩn"
    r"|định mức|dự toán|chủ trương|phương án|việc|giá|khung|nội dung|trình tự|hệ số|tỷ lệ|nguyên tắc|điều kiện|dự án"
    r"|kỹ thuật|quy chuẩn|quy trình|cơ cấu|hình thức|tiêu chí|giữa|diện tích)\b"
)
_GOES_ON = re.compile(
    r"\s*(?!(?:trường hợp|nếu|khi|trong|đối với|hồ sơ|thời gian|thời hạn|thành phần|kinh phí|theo|về"
    r"|thì|không|riêng|nhưng|trừ|mà|là|có|được|các thành viên|thành viên)\b)[a-zà-ỹđ]"
)


def _more_of(open_: list[Done], object_: str, sentence: Sentence, got: list[Done]) -> Task | None:
    """What goes on with "quyết định biện pháp …" after a semicolon: "phát triển nông nghiệp", "số lượng …".

    Of verbs that do not rule, only an object of the same kind goes on: "rà soát văn bản …; văn bản …".
    """
    verb = got[0].task.verb.lower() if got else ""
    if _INVITES.search(open_[-1].task.verb) and not got:
        return None  # "mời người thả diều; già làng": one list
    if not got and (_SAID_OF.match(sentence.text) or _GROUND.match(sentence.text)):
        return None  # "…; đơn giá bảo đảm phù hợp với giá thị trường": a sentence on the object
    asked = got and open_[-1].carried and _ASKS_FOR.match(f"{open_[-1].task.verb} {object_}|{verb}") is not None
    if got and not asked and (_CASE.match(sentence.text) or (verb == "bảo đảm" and "biện pháp" not in object_)):
        return None  # "…; trường hợp cần thiết lấy ý kiến của B": a deed of its own
    last = open_[-1].task.acts[0]
    rules = last in _RULES
    same = not got and (
        _same_kind(object_, sentence.text)
        or _same_several(object_, sentence.text)
        or (_ABOUT.match(sentence.text) and (rules or _ABOUT.search(f" {object_}")))
    )
    listed = open_[-1].carried and len({one.organ for one in open_}) == 1 and "gồm" not in object_
    if (
        not got
        and not same
        and not rules
        and listed
        and _NOUNS.fullmatch(sentence.text)
        and (
            not any(one.explicit and one.role is not Role.NAMED for one in sentence.found)
            or sentence.text.startswith(" đại diện ")
        )
    ):
        same = True
    others = last in _OF_OTHERS or _WATCHED.match(object_) or any(one.task.acts[0] in _OF_OTHERS for one in open_)
    of_others = bool(others) and sentence.text.startswith(" việc ")
    of_tasks = verb in _OF_TASKS and _TASKS.search(object_) is not None
    detailed = open_[-1].task.verb.lower() == "quy định chi tiết" and chain_at(object_, 0) is not None
    ruled = rules and sentence.text.startswith(("việc ", "quy trình ", "trình tự "), 1)
    deed = of_others or of_tasks or detailed or ruled or asked
    if not same and not deed and (not rules or (got and (last is Act.GIAM_SAT or _stands_for_itself(verb, open_)))):
        return None
    if (
        not got
        and not same
        and not _FURTHER.match(sentence.text)
        and (any(one.explicit for one in sentence.found) or not _GOES_ON.match(sentence.text))
    ):
        return None
    start, end, condition, exception = edges.trimmed(sentence.text, 0, len(sentence.text))
    return Task((), "", start, end, condition, exception) if end > start else None


def _stands_for_itself(verb: str, open_: list[Done]) -> bool:
    """Whether a verb after a semicolon is a deed of its own, not what "quyết định biện pháp …;" goes on with."""
    return re.split(r",| và ", verb)[0] not in WEAK or len({one.organ for one in open_}) > 1


_WATCHED = re.compile(r"(?:giám sát|kiểm tra|theo dõi) việc ")
_ASKS_FOR = re.compile(
    r"(?:kiến nghị|yêu cầu) (?:các )?(?:[A-ZĐ]|ban|cơ quan|người|cấp)[^;|]*\|(?:bảo đảm|biểu dương|cử)$", re.IGNORECASE
)
""""Kiến nghị B lấp ao; bảo đảm chỗ thả diều": both are asked for."""
_TASKS = re.compile(r"\bnhiệm vụ về ")
_OF_TASKS = (WEAK | {"phòng, chống"}) - {"xây dựng"}
_OF_OTHERS = frozenset({Act.CHI_DAO, Act.KIEM_TRA, Act.GIAM_SAT, Act.HUONG_DAN, Act.QUAN_LY})
_NOUNS = re.compile(
    r"\s*(?!(?:trường hợp|nếu|khi|trong|đối với|hồ sơ|thời gian|thời hạn|thành phần|kinh phí|theo|thì"
    r"|không|riêng|nhưng|trừ|mà|đồng thời|phù hợp|chủ động|ưu tiên|kịp thời|hằng năm|hàng năm|có)\b)"
    r"[a-zà-ỹđ](?:(?!\b(?:được|phải|thì|là|do|bảo đảm|gồm|bao gồm|có trách nhiệm|có quyền|không)\b)[^;.:])*[;.]?"
)
"""Words without a predicate: an object of the verbs before, "hướng dẫn, kiểm tra việc …; thi đua, khen thưởng"."""
_ABOUT = re.compile(r"\s+về (?=\w)")
_CASE = re.compile(r"\s*(?:trường hợp|nếu|khi|chủ trì|phối hợp|trong quá trình)\b")


def _same_kind(object_: str, words: str) -> bool:
    """Whether what follows a semicolon begins with the noun that the object before it begins with."""
    told = chain_at(object_, 0)
    first, second = object_[told.end if told else 0 :].lower().split()[:2], words.lower().split()[:2]
    return len(first) > 1 and first == second and _GOES_ON.match(words) is not None and not _FINITE.match(words)


def _same_several(object_: str, words: str) -> bool:
    """Whether a part tells of several things that the object before it has too: "rà soát các ao mới; các ao cũ"."""
    several = _SEVERAL.match(words)
    return several is not None and several[0].strip().lower() in object_.lower() and not _PREDICATE.search(words)


_SEVERAL = re.compile(r"\s*(?:các|những) \w+ \w+")
_PREDICATE = re.compile(r"(?<!mà) (?:phải|thì|là|gồm|bao gồm) | được (?:thực hiện|xác định|áp dụng|tính) ")
_INVITES = re.compile(r"\bmời$", re.IGNORECASE)
_GROUND = re.compile(r"\s*quy định của (?:pháp luật|Luật)")
""""theo quy định của pháp luật về ao; quy định của pháp luật về diều": on which ground."""
_FINITE = re.compile(r"\s*(?:\w+ ){2,5}(?:được|phải|nêu|là|gồm|có|thì)\b")
_SAID_OF = re.compile(
    r"[^;.]* (?:bảo đảm phù hợp|(?<!được )(?<!đã )thực hiện theo (?:quy định|pháp luật)"
    r"|phải bảo đảm|được (?:ghi|lập thành|tiến hành|trừ|tính)|\(nếu có\) thì) "
)


_PLACE_OF = re.compile(r"\s*(?:Vị trí(?:,| và)? chức năng )?")


def _defines(sentence: Sentence) -> bool:
    """Whether a part says what its subject is: "A là người đứng đầu B; lãnh đạo …"."""
    return any(
        _PLACE_OF.fullmatch(sentence.text, 0, one.organ.start) and sentence.text.startswith(" là ", one.organ.end)
        for one in sentence.found
    )


_OTHER = re.compile(
    r"\s*(?:Các )?(?:Đơn vị|Cơ quan(?! chủ quản| đầu mối)|Tổ chức(?=, cá nhân| được| có)|Người|Cá nhân"
    r"|Hộ gia đình|Chủ đầu tư|Nhà đầu tư|Chủ sở hữu)"
    r" (?=[^;]* (?:phải|có trách nhiệm|tiến hành|được|thực hiện) )"
)
"""A sentence of what somebody does who is no holder; its parts go on with him."""


def _of_others(sentence: Sentence) -> bool:
    """Whether a sentence begins with somebody who is no holder and has to do what follows."""
    named = any(one.explicit and one.organ.start <= 1 for one in sentence.found)
    return not named and _OTHER.match(sentence.text) is not None
