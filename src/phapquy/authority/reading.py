"""The powers of one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.authority import tasks
from phapquy.authority.clauses import Above, Clause
from phapquy.authority.competence import Competence, Sentence, sentences
from phapquy.authority.handed import Handed, handed_in
from phapquy.authority.modes import mode_of
from phapquy.authority.named import find_holders, may_name
from phapquy.authority.power import Act, Mode, Power
from phapquy.authority.roles import Role
from phapquy.authority.tasks import Task
from phapquy.authority.topics import field_of
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.law.holder import Organ
from phapquy.law.orders import ORDER
from phapquy.law.provision import ProvisionId

_NO_POWERS = re.compile(r"^(?:Giải thích từ ngữ|Phạm vi điều chỉnh|Đối tượng áp dụng|Hiệu lực thi hành)", re.IGNORECASE)
_HOLDS = frozenset({Role.DECIDES, Role.ACTS, Role.PROPOSES, Role.ADVISES, Role.CONSENTS})
_UNITS = frozenset({"xã", "phường", "đặc khu", "tỉnh", "thành phố"})
_LIST_ONLY = re.compile(
    r"^(?:các |những )?(?:nhiệm vụ|quyền hạn|quyền|trách nhiệm|công việc|nội dung công việc|chức năng)(?:, quyền hạn)?"
    r"(?: và quyền hạn)?[^.;]{0,60}(?:sau|sau đây|như sau)?$",
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
        if not words or ORDER.match(words) or any(_NO_POWERS.match(one) for one in above.leads[-4:]):
            return
        if handed := handed_in(words):
            yield from self._handed(clause, text, handed)
            return
        if not above.organs and not may_name(words):
            return
        found = sentences(words, above.organs[0] if above.organs else None, above.level, find_holders)
        for sentence in found:
            for organ, task, carried in _tasks(sentence, above):
                if not (clause.lists and _LIST_ONLY.match(sentence.text[task.start : task.end])):
                    yield self._power(clause, text, sentence.start, organ, task, above.handed if carried else None)

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

    def _power(
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


def _tasks(sentence: Sentence, above: Above) -> Iterator[tuple[Organ, Task, bool]]:
    """Yield who does what in a sentence, verbs of different kinds apart; whether the organ stands above comes last."""
    text = sentence.text
    holding = sorted((one for one in sentence.found if one.role in _HOLDS), key=lambda one: one.organ.start)
    carried = next((one for one in holding if not one.explicit), None)
    named = [one for one in holding if one.explicit]
    begins = 0
    taken = False
    if carried:
        stops = [one.organ.start for one in named if _begins_clause(text, one)]
        for task in tasks.active(text, 0, min(stops, default=len(text))):
            taken = True
            organs = above.organs if above.organs and above.organs[0].name == carried.organ.name else (carried.organ,)
            yield from ((organ, one, True) for organ in organs for one in _split(task))
    for place, one in enumerate(named):
        organ = one.organ
        stops = [other.organ.start for other in named[place + 1 :] if _begins_clause(text, other)]
        limit = min(stops, default=len(text))
        if tasks.is_agent(text, organ.start):
            found = () if taken else tuple(tasks.by(text, organ.start, organ.end, limit, begins))
        elif tasks.is_done_by(text, organ.start):
            continue
        else:
            end = _end_of_list(text, one, named)
            found = tuple(tasks.active(text, end, limit, text[begins : organ.start]))
        for task in found:
            taken = True
            yield from ((organ, each, False) for each in _split(task))
        if found:
            begins = max(task.end for task in found)


def _split(task: Task) -> Iterator[Task]:
    for act in task.acts:
        yield replace(task, acts=(act,))


def _begins_clause(text: str, one: Competence) -> bool:
    """Whether an organ begins a clause of its own: after a comma, "thì" or "và", not in a list that goes on."""
    return re.search(r"(?:[,;:]|\bthì|\bvà|\bđể|\btrình)\s*$", text[: one.organ.start]) is not None


def _end_of_list(text: str, one: Competence, named: list[Competence]) -> int:
    """The end of the last organ of the list that begins with this one."""
    end = one.organ.end
    for other in named:
        if other.organ.start > end and re.fullmatch(r"\s*(?:,|và|hoặc|, hoặc)\s*", text[end : other.organ.start]):
            end = other.organ.end
    return end


def normalised(task: str) -> str:
    """Return a task for comparing: small letters, no references, one blank between words."""
    plain = _REFERENCE.sub(" ", " ".join(task.split()))
    return " ".join(plain.lower().strip(" ,;.:").split())
