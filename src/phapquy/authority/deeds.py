"""Who does what in a sentence: each organ it names, with its verbs and their object.

Organs are read in the order they stand in. What one has drawn up is what the next decides on ("A lập P trình B quyết
định"), and after that the first goes on ("… quyết định và công bố P"): so what was read before is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from phapquy.authority import agents, edges, objects, tasks
from phapquy.authority.acts import VERB, chain_at
from phapquy.authority.clauses import Above
from phapquy.authority.competence import Competence, Sentence
from phapquy.authority.handing import OWN_OR_PUT
from phapquy.authority.objects import Task
from phapquy.authority.pivots import pivot_verbs
from phapquy.authority.power import Act
from phapquy.authority.subjects import begins_clause, beside, heads_of, holds, is_submitted, submitted_verbs
from phapquy.law.holder import Organ
from phapquy.vietnamese.letters import CAPITAL


@dataclass(frozen=True, slots=True)
class Done:
    """What an organ does."""

    organ: Organ
    task: Task
    carried: bool
    """Whether the organ stands above the clause, not in the sentence."""


def done_in(sentence: Sentence, above: Above, before: list[Organ], *, goes_on: bool) -> Iterator[Done]:
    """Yield who does what in a sentence, verbs of different kinds apart.

    Args:
        sentence: the sentence, with the organs it names.
        above: what stands above the clause.
        before: who was named as doing something in the part before the semicolon.
        goes_on: whether a subject left out may be the one before: not after a sentence that gave nothing.
    """
    if _IS_A_DEED.match(sentence.text):
        return
    reading = _Reading(sentence)
    yield from reading.carried(above, before, goes_on=goes_on)
    for place in range(len(reading.named)):
        yield from reading.named_one(place)


@dataclass(slots=True)
class _Reading:
    """A sentence that is being read."""

    sentence: Sentence
    heads: dict[int, int] = field(init=False)
    """For each organ, where the list begins that it stands in."""
    doing: set[int] = field(init=False)
    """The beginnings of lists whose organs do something."""
    named: list[Competence] = field(init=False)
    """The organs that do something, in order."""
    subject: Organ | None = field(init=False)
    """The subject where the sentence names none."""
    taken: int = 0
    """Where the last object ends that the subject left out has."""
    begins: int = 0
    """Where what was read ends: an object "do A quyết định" has begun after that."""
    doers: list[tuple[Organ, bool]] = field(default_factory=list)
    """Who did what was put before somebody else."""
    given: list[Task] = field(default_factory=list)
    last: Task | None = None
    """The last task whose object is what the next organ gets."""
    ahead: Task | None = None
    """That of the subject left out."""

    def __post_init__(self) -> None:
        text = self.text
        self.heads = heads_of(text, self.sentence)
        found = [one for one in self.sentence.found if one.explicit]
        self.doing = {self.heads[one.organ.start] for one in found if holds(text, one, self.heads)}
        doing = (one for one in found if self.heads[one.organ.start] in self.doing)
        self.named = sorted(doing, key=lambda one: one.organ.start)
        self.subject = self.sentence.subject

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    def carried(self, above: Above, before: list[Organ], *, goes_on: bool) -> Iterator[Done]:
        """Yield what the subject does that the sentence leaves out."""
        text = self.text
        if whose := self._whose_case():
            yield from self._then(*whose)
            return
        if before and (chain_at(text, 0) or tasks.chain_after_preface(text, 0, len(text))):
            self.subject = before[0]
        subject = self.subject
        if subject is None or not goes_on or _SAYS_HOW.match(text) or any(one.organ.start <= 1 for one in self.named):
            return
        stops = [head for head in self.doing if begins_clause(text, head)]
        shared = bool(above.organs) and above.organs[0].name == subject.name
        organs = tuple(dict.fromkeys(before)) if subject in before else above.organs if shared else (subject,)
        for task in _put_in_case(text, list(tasks.active(text, 0, min(stops, default=len(text)), alone=bool(stops)))):
            self.taken = max(self.taken, task.end)
            self.last = self.last if self.last and task.acts[0] in _PASSED_ON else task
            self.doers = [(organ, subject not in before) for organ in organs]
            self.given.append(task)
            self.ahead = self.last
            yield from (Done(organ, one, carried) for organ, carried in self.doers for one in split_acts(task))

    def _whose_case(self) -> tuple[list[Organ], int] | None:
        """Of whom a case is told that goes on without another subject, and where: "Trường hợp A không thấy P thì …"."""
        begins = _CASE_OF.match(self.text)
        organs = sorted((one.organ for one in self.sentence.found if one.explicit), key=lambda one: one.start)
        if begins is None or not organs or organs[0].start != begins.end():
            return None
        own = [one for one in organs if self.heads[one.start] == begins.end()]
        then = _NOT_SO.match(self.text, own[-1].end)
        return (own, then.end()) if then and chain_at(self.text, then.end()) else None

    def _then(self, organs: list[Organ], place: int) -> Iterator[Done]:
        stops = [head for head in self.doing if head > place and begins_clause(self.text, head)]
        self.doers = [(organ, False) for organ in organs]
        found = list(tasks.active(self.text, place, min(stops, default=len(self.text)), alone=True))
        for task in _put_in_case(self.text, found):
            self.taken = max(self.taken, task.end)
            self.given.append(task)
            yield from (Done(organ, one, False) for organ in organs for one in split_acts(task))

    def named_one(self, place: int) -> Iterator[Done]:
        """Yield what one organ named in the sentence does, and what those go on with who put something before it."""
        text, one = self.text, self.named[place]
        organ, head = one.organ, self.heads[one.organ.start]
        group = [other for other in self.named if self.heads[other.organ.start] == head]
        end = max(other.organ.end for other in group)
        limit, going_on = self._limit(place, end)
        if going_on is not None:
            yield from _gone_on(text, going_on, limit[1], self.doers, self.given)
        begins = 0 if self._set_up_by(end) else self.begins
        if agents.is_agent(text, head):
            if _describes(text, self.begins, head) and self._subject_follows(place):
                return
            found = (
                [] if self.taken and not self._set_up_by(end) else list(agents.by(text, head, end, limit[0], begins))
            ) or list(agents.ruled_by(text, head, end, self.begins))
        elif settled := agents.settled_by(text, head, end, limit[0]):
            found = [settled]
        elif agents.is_done_by(text, head) and not pivot_verbs(text, head, end):
            return
        else:
            found = list(tasks.active(text, end, limit[0], text[self.begins : head]))
            if self.last and pivot_verbs(text, head, end):
                found = [_on_what_is_sent(text, task, self.last) for task in found]
            if found and self.last and place and self._after_agent(place, head):
                found = [
                    task if objects.has_object(text, task) else replace(task, start=self.last.start, end=self.last.end)
                    for task in found
                ]
        if not any(objects.has_object(text, task) for task in found):
            found = self._on_what_is_put(head, end, limit[0]) or found
        found = _put_in_case(text, found)
        self.last = next((task for task in reversed(found) if not set(task.acts) <= _PASSED_ON), self.last)
        if found and self._puts(head, end):
            beside_it = place and self.heads[self.named[place - 1].organ.start] == head
            self.doers = [*(self.doers if beside_it else ()), (organ, False)]
        self.given += found
        placed = beside(text, organ, self.named[:place], self.subject, group)
        yield from (Done(placed, each, False) for task in found for each in split_acts(task))
        if found and not any(self.heads[other.organ.start] == head for other in self.named[place + 1 :]):
            self.taken = self.begins = max(task.end for task in found)

    def _limit(self, place: int, end: int) -> tuple[tuple[int, int], int | None]:
        """Up to where an organ's words and the clause go; where those go on who put something before it."""
        text, one = self.text, self.named[place]
        organ, head = one.organ, self.heads[one.organ.start]
        stops = [
            other.organ.start
            for other in self.named[place + 1 :]
            if self.heads[other.organ.start] != head and begins_clause(text, self.heads[other.organ.start])
        ]
        limit = min(stops, default=len(text))
        if OWN_OR_PUT.match(text, end + 1, limit):
            return (limit, limit), None
        if is_submitted(text, head) and (further := objects.after_decision(text, organ.end, limit)):
            # "trình B quyết định và tổ chức thực hiện": B does not carry it out
            first = head == organ.start and further[0].strip()
            return (further.start(), limit), further.end() if first else None
        if agents.is_agent(text, head):
            return (limit, limit), None
        if (then := _THEN.search(text, end, limit)) and pivot_verbs(text, head, end):
            # "báo cáo B cho phép P, sau đó báo cáo C": A reports to C
            on = then[0].startswith(" và") and objects.NO_OBJECT.match(_past_verbs(text, then.end()))
            return (then.start(), limit), None if on or then[0] == _MUST else then.end()
        return (limit, limit), None

    def _set_up_by(self, end: int) -> bool:
        """Whether what was read follows the organ: "Ban quản bãi do A thành lập, chịu trách nhiệm …"."""
        follows = bool(self.given) and all(one.start > end for one in self.given)
        return follows and _SET_UP.match(self.text, end) is not None

    def _after_agent(self, place: int, head: int) -> bool:
        """Whether an organ comes after another by whom something is done: "P phải được A xem, B cho ý kiến"."""
        before = self.named[place - 1].organ
        return agents.is_agent(self.text, self.heads[before.start]) and self.text.endswith((", ", " và "), 0, head)

    def _subject_follows(self, place: int) -> bool:
        return any(begins_clause(self.text, self.heads[one.organ.start]) for one in self.named[place + 1 :])

    def _puts(self, head: int, end: int) -> bool:
        """Whether an organ is one that puts something before others, not one it is put before."""
        text = self.text
        return not (agents.is_agent(text, head) or is_submitted(text, head) or pivot_verbs(text, head, end))

    def _on_what_is_put(self, head: int, end: int, limit: int) -> list[Task]:
        """What an organ decides on that has no object of its own: "A lập phương án trình B quyết định"."""
        text = self.text
        verbs = submitted_verbs(text, head, end)
        if verbs is None:
            return []
        submitted = is_submitted(text, head)
        if verbs.end > limit:
            verbs = chain_at(text[:limit], verbs.start if not submitted else end) or verbs
        own = [] if submitted else list(objects.with_object(text, verbs, limit, None))
        put = self._put_before(head)
        own = [one for one in own if not _ONLY_WHO_GETS.fullmatch(text, one.start, one.end)]
        told = any(objects.has_object(text, one) for one in own)
        if told and (not put or verbs.acts != (Act.TRINH,) or _PUTS_WHAT.match(text, verbs.end, own[0].start)):
            return own  # "gửi hồ sơ đến B để xác định giá đất": B's own object
        if put is None:
            return []
        start = objects.what_is_made(text, put.start, put.end)
        return [replace(put, acts=verbs.acts, verb=verbs.verbs(text), start=start, condition=None)]

    def _last_before(self, head: int) -> Task | None:
        """What the subject left out did last before a place; its deeds are all read before the organs named."""
        before = [one for one in self.given if one.start <= head]
        mine = [one for one in before if not set(one.acts) <= _PASSED_ON]
        return next(reversed(mine or before), None)

    def _put_before(self, head: int) -> Task | None:
        """What is put before the organ at a place."""
        text = self.text
        last = self._last_before(head) if self.last and self.last is self.ahead else self.last
        merely = last and last.acts[0] in _PASSED_ON and _ONLY_WHO_GETS.fullmatch(text, last.start, last.end)
        if last and last.acts[0] in _TOLD and 0 <= head - last.start < _NEAR:
            return None  # "chỉ đạo A thả": what A is told to do is no object
        if last and last.acts[0] is Act.GIAO and (given := _GIVEN_TO.search(text, last.start, head)):
            return replace(last, end=given.start())
        drawn_up = last if last and (last.acts[0] not in _TOLD or _is_made(text, last)) and not merely else None
        return (
            agents.sent_before(text, self.begins if self.begins < head else 0, head)
            or drawn_up
            or agents.drawn_before(text, self.begins if self.begins < head else 0, head)
            or (None if merely else last)
            or agents.put_before(text, self.begins, head)
            or agents.case_before(text, head)
            or (last if merely else None)
            or next((one for one in reversed(self.given) if one.end <= head), None)
        )


_PUTS_WHAT = re.compile(rf" (?:{CAPITAL}|cơ quan|cấp)[^,;.]{{3,80}} (?:{VERB}) (?:việc )?$")
""""gửi B để trình C ban hành Q": what B submits is Q."""
_NEAR = 12
_GIVEN_TO = re.compile(r" cho (?:các )?$")
_CASE_OF = re.compile(rf"\s*(?:Trường hợp|Nếu|Khi) (?:các )?(?={CAPITAL}|cơ quan )")
_NOT_SO = re.compile(r" (?:không|chưa|vẫn|nhận thấy|xét thấy|thấy|phát hiện) [^;.]{3,200}? thì(?= )")
_SET_UP = re.compile(
    r" (?:quyết định )?(?:bổ nhiệm|thành lập|bầu)(?: ra)?, (?:là|chịu trách|có trách|có nhiệm" r"|trực thuộc)"
)


def _past_verbs(text: str, place: int) -> str:
    chain = chain_at(text, place)
    return text[chain.end if chain else place :].lstrip()


def split_acts(task: Task) -> Iterator[Task]:
    """Yield a task for each of its acts."""
    for act in task.acts:
        yield replace(task, acts=(act,))


def _gone_on(text: str, place: int, limit: int, doers: list[tuple[Organ, bool]], given: list[Task]) -> Iterator[Done]:
    """Yield what those who put something before somebody do after that, unless that was read before."""
    done = tuple(tasks.active(text, place, limit, alone=True))
    if not done and given and (chain := chain_at(text, place)) and not text[chain.end : limit].strip(edges.TRAILING):
        done = (replace(given[-1], acts=chain.acts, verb=chain.verbs(text)),)
    for task in done:
        if not objects.has_object(text, task) and given:
            task = replace(task, start=given[-1].start, end=given[-1].end)  # noqa: PLW2901
        if not any(one.start == task.start and one.acts == task.acts for one in given):
            yield from (Done(who, each, carried) for who, carried in doers for each in split_acts(task))


def _put_in_case(text: str, found: list[Task]) -> list[Task]:
    """What is put before somebody is the case that is told: P of "Trường hợp P thì A trình B quyết định"."""
    if not found or Act.TRINH not in found[0].acts:
        return found
    if not all(only_who_gets(text, one) and not _DECIDES_ON.search(text, one.start, one.end) for one in found):
        return found
    case = agents.case_before(text, found[0].start)
    return [replace(one, start=case.start, end=case.end, condition=None) for one in found] if case else found


_DECIDES_ON = re.compile(rf" {VERB} (?!theo|tại|{CAPITAL}|{VERB})")
"""Whose verb has an object: "B quyết định lấp ao"."""


def _on_what_is_sent(text: str, task: Task, sent: Task) -> Task:
    """A task whose object only says who gets it next is on what was sent: "gửi B thẩm định, báo cáo C phê duyệt"."""
    only = _ONLY_WHO_GETS.fullmatch(text, task.start, task.end)
    told = sent.acts[0] in _TOLD and not _is_made(text, sent)
    if not told and (task.acts == (Act.TRINH,) or (len(task.acts) > 1 and task.acts[-1] in _PASSED_ON)):
        only = only or _NAME.fullmatch(text, task.start, task.end)
    elif told or {task.acts[0], sent.acts[0]} & _PASSED_ON:
        only = None
    return replace(task, start=objects.what_is_made(text, sent.start, sent.end), end=sent.end) if only else task


def _is_made(text: str, task: Task) -> bool:
    """Whether somebody is told to draw something up: "chỉ đạo lập hồ sơ"."""
    return objects.what_is_made(text, task.start, task.end) > task.start


def only_who_gets(text: str, task: Task) -> bool:
    """Whether an object only says who gets something, and what he does with it."""
    return _ONLY_WHO_GETS.fullmatch(text, task.start, task.end) is not None


_TOLD = frozenset({Act.GIAO, Act.CHI_DAO, Act.YEU_CAU})
_ONLY_WHO_GETS = re.compile(
    rf"(?:{CAPITAL}|(?:cấp|cơ quan|người) có thẩm quyền )[^,;.]{{0,80}}? ?(?:xem xét,? )?{VERB}"
    r"(?: (?:theo (?:quy định|thẩm quyền)|tại kỳ họp|tại phiên họp)[^,;.]*)?"
)
_NAME = re.compile(rf"{CAPITAL}(?:(?! (?:về|để|theo) |{VERB})[^,;.]){{3,60}}")


def _describes(text: str, begins: int, head: int) -> bool:
    """Whether "do A lập" belongs to what stands before the subject: "Đối với diều do A làm, B quyết định"."""
    return tasks.begins_with_preface(text[begins:head].lstrip(" ,;")) and not _PREFACE_ENDS.search(
        text, begins + 1, head
    )


_IS_A_DEED = re.compile(
    rf"\s*{CAPITAL}[^,;.]{{2,80}} là việc "
    r"|\s*[A-Z]\d? là |\s*(?:Hồ sơ|Thành phần) (?:(?!\b(?:phải|được)\b)[^;.])*? (?:bao )?gồm[ :]"
    r"|\s*Hồ sơ trình [^;.:]*:$"
    r"|\s*(?:[Vv]iệc|Hình thức|Trình tự|Thủ tục) (?:(?!\b(?:do|thì)\b)[^;.])*? (?:được )?thực hiện theo "
    r"|(?=[^;.]* thì việc )(?:(?! thì |\bdo\b)[^;.])* thì việc (?:(?!\b(?:do|thì)\b)[^;.,])*"
    r" (?:được )?thực hiện theo (?![^;.]* do )"
)
""""Giao ao là việc A quyết định …": what a word means."""
_THEN = re.compile(
    r", sau đó (?=báo cáo|trình|gửi|thông báo|ban hành)| và (?=thực hiện việc (?:công khai|công bố|thông báo))"
    r"|, nếu [^,;.]{3,160}? thì (?=(?:đề nghị|báo cáo|trình) )| và phải (?=\w)"
)
_MUST = " và phải "
_PREFACE_ENDS = re.compile(r",| thì ")
_SAYS_HOW = re.compile(
    r"\s*(?:Việc |Không (?!chấp thuận|đồng ý)|[A-ZĐ]\w*[^,;.:]{2,150}?(?<!nhưng) phải (?:bao gồm|gồm"
    r"|có(?! văn bản)|được"
    r"|bảo đảm|phù hợp|tuân thủ|đáp ứng|nêu|ghi|căn cứ)(?!\w)"
    rf"|{CAPITAL}[^,;.:]{{2,60}}? được (?:thực hiện|tiến hành) "
    r"|(?:Quyết định|Báo cáo|Kết luận|Thông báo|Đề xuất|Kết quả) [^;.]*? (?:có hiệu lực|phải (?:được"
    r"|thể hiện)|được (?:gửi|công bố)))"
)
"""A sentence about an act, not of who does it: "Thông báo mời … phải bao gồm …"."""
_PASSED_ON = frozenset({Act.BAO_CAO, Act.CONG_KHAI, Act.TRINH})
"""Their object may be who gets it; what he gets is the object before."""
