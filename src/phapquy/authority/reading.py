"""The powers of one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from phapquy.authority import edges, tasks
from phapquy.authority.acts import Chain, chain_at
from phapquy.authority.clauses import Above, Clause, each_level, several_levels
from phapquy.authority.competence import sentences
from phapquy.authority.deeds import split_acts
from phapquy.authority.handed import Handed, handed_in
from phapquy.authority.leads import ENACTS, EXCEPTED, title_of
from phapquy.authority.listed import decided_above, listed_under
from phapquy.authority.modes import mode_of
from phapquy.authority.named import find_holders, may_name
from phapquy.authority.objects import Task
from phapquy.authority.parts import done_in_parts
from phapquy.authority.power import UNITS, Act, Mode, Power
from phapquy.authority.topics import field_of
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.law.holder import Level, Organ
from phapquy.law.orders import ORDER
from phapquy.law.provision import ProvisionId

_NO_POWERS = re.compile(r"^(?:Giải thích từ ngữ|Phạm vi điều chỉnh|Đối tượng áp dụng)")
_AMENDS = re.compile(r"Sửa đổi, bổ sung (?:một số|nội dung|các|Điều|khoản|điểm|Luật|Nghị)")
_LIST_ONLY = re.compile(
    r"^(?:và (?:biện pháp|hướng dẫn) thi hành )?(?:các |những )?(?:nhiệm vụ|quyền hạn|quyền"
    r"|trách nhiệm|công việc|nội dung công việc|chức năng)(?:, quyền hạn)?"
    r"(?: và quyền hạn)?(?: cụ thể| chủ yếu| theo quy định[^.;]*)?(?: sau(?: đây)?| như sau)?$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\[\d+\]|,?\s*(?:theo )?quy định tại (?:các )?(?:điểm|khoản|Điều|Chương|Mục|Luật|Nghị định|pháp luật)[^,;]*"
    r"|,?\s*theo quy định(?: của)?[^,;]*$|,?\s*theo (?:phân cấp|ủy quyền)[^,;]*$"
)


_BOARD = re.compile(r"\b(?:Hội đồng|Ban) (?!nhân dân)")


class Reader:
    """Reads the clauses of one document."""

    def __init__(self, snapshot: Snapshot, field: str | None) -> None:
        self._snapshot = snapshot
        self._field = field

    def read(self, clause: Clause, text: str) -> Iterator[Power]:
        """Yield the powers a clause gives, with the days of the clause's wording if it has its own."""
        words, above = clause.words.text, clause.above
        if not words or _grants_nothing(words, above):
            return
        if handed := handed_in(words):
            yield from self._handed(clause, text, handed)
            return
        if titled := title_of(words):
            clause = replace(
                clause, words=clause.words.after(titled[1]), above=replace(above, organs=(titled[0],), gives=None)
            )
            words, above = clause.words.text, clause.above
        if not above.organs and not may_name(words):
            return
        if above.gives and (further := _further_sentence(words)):
            rest = replace(clause, words=clause.words.after(further), above=replace(above, gives=None))
            clause = replace(clause, words=clause.words.until(further))
            words = clause.words.text
            yield from self.read(rest, text)
        if above.gives and above.organs and (whole := _object_of(above, words)):
            each = [split for part in _parts(words, whole) for split in split_acts(part)]
            given = [replace(one, acts=(Act.GIAO,), verb="giao") for one in each if one.acts == each[0].acts]
            done = ((organ, one) for organs, ones in ((above.organs, each), (above.givers, given))
                    for organ in organs for one in ones)  # fmt: skip
            yield from (self._power(clause, text, 0, organ, one, above.handed) for organ, one in done)
            return
        lead = above.leads[0] if above.leads else ""
        if listed := listed_under(lead, words) or decided_above(lead, words):
            each = [split for part in _parts(words, listed[1]) for split in split_acts(part)]
            yield from (self._power(clause, text, 0, organ, one, None) for organ in listed[0] for one in each)
            return
        levels = several_levels(above)
        level = above.level if above.level is not Level.TRUNG_UONG and not levels else None
        boards = [one for said in (words, *above.leads) if _BOARD.search(said) for one in find_holders(said)]
        find = partial(find_holders, boards=boards) if boards else find_holders
        found = sentences(words, above.organs[0] if above.organs else None, level, find)
        for sentence, one in done_in_parts(found, above):
            object_ = sentence.text[one.task.start : one.task.end]
            carried_out = Act.TO_CHUC_THUC_HIEN in one.task.acts and _CONTENTS.fullmatch(object_) is not None
            if not (clause.lists and (carried_out or _opens_list(object_))):
                handed = above.handed if one.carried else None
                for organ in each_level(one.organ, above) if levels else (one.organ,):
                    yield self._power(clause, text, sentence.start, organ, one.task, handed)

    def _handed(self, clause: Clause, text: str, handed: Handed) -> Iterator[Power]:
        if handed.task is None:
            return
        words = clause.words.text
        start, end = handed.task
        found = list(tasks.active(words, start, end))
        if not found:
            first, last, condition, exception = edges.trimmed(words, start, end)
            found = [Task((Act.TO_CHUC_THUC_HIEN,), "", first, last, condition, exception)]
        moved = self._moved(clause)
        for task in (each for one in found for each in split_acts(one)):
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
            unit=organ.scope if organ.scope in UNITS else None,
            act=task.acts[0],
            task=object_,
            span=span,
            normal=normalised(object_),
            field=self._field or field_of(object_, *clause.above.leads),
            condition="; ".join(filter(None, (_only_for(organ, clause), task.condition))) or None,
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


def _only_for(organ: Organ, clause: Clause) -> str | None:
    """For which units an office is named that stands with brackets: "Phòng Ao (đối với xã) thả diều"."""
    for text in (clause.words.text, *clause.above.leads[:1]):
        if " (đối với " in text and (place := text.find(f"{organ.base} (đối với ")) >= 0:
            begins = place + len(organ.base) + 2
            end = text.find(")", begins, begins + _UNITS_NAMED)
            return text[begins:end] if end > 0 else None
    return None


_UNITS_NAMED = 90
"""Letters of a bracket that names units."""


def _grants_nothing(words: str, above: Above) -> bool:
    """Whether a clause amends, enacts or defines: it gives nobody a power."""
    if _REPEALED.fullmatch(words) or ENACTS.search(words):
        return True
    if above.leads and (_SPENDING.fullmatch(above.leads[0]) or _is_exception(above.leads[0], words)):
        return True
    amends = any(ORDER.match(one) or _AMENDS.match(one) for one in (words, *above.leads))
    defines = any(_NO_POWERS.match(one) for one in above.leads[-4:])
    return amends or (defines and _RULES_ON_USE.search(words) is None)


def _is_exception(lead: str, words: str) -> bool:
    """Whether a clause is a case that the words above it do not reach; "A quy định chi tiết …" stands for itself."""
    return EXCEPTED.search(lead) is not None and not any(
        words.startswith(" quy định ", one.end) for one in find_holders(words) if not one.start
    )


_SPENDING = re.compile(r"(?:Nội dung|Các khoản|Khoản) chi(?! tiết)(?!\w)[^:;.]{0,80}:?")
"""What is listed is what money is spent on."""
_REPEALED = re.compile(r"\((?:đã |được |bị )*bãi bỏ[^()]*\)\.?")
_RULES_ON_USE = re.compile(r"\bquyết định (?:việc )?áp dụng ")
"""Under "Đối tượng áp dụng" too: "A quyết định việc áp dụng Nghị định này"."""


def _opens_list(object_: str) -> bool:
    """Whether an object only opens the list under it: "thực hiện các nhiệm vụ sau", "thực hiện kiểm tra như sau"."""
    short = object_.endswith(" như sau") and len(object_.split()) < _FEW
    return short or _LIST_ONLY.match(object_) is not None


_CONTENTS = re.compile(r"(?:các |những )?(?:nội dung|điều kiện|yêu cầu|nguyên tắc|tiêu chuẩn)(?: cụ thể)? sau(?: đây)?")
_FEW = 5
_DEMAND = re.compile(r"Việc [^;.]*? phải (?:bảo đảm|phù hợp|có|được|căn cứ|tuân)")
"""A demand on how something is done is no object."""


def _further_sentence(words: str) -> int:
    """Where a sentence with its own subject begins in an item that is an object: "a) Ao. Đối với đầm, A …"; or 0."""
    for found in _SENTENCE.finditer(words):
        ends = words.find(". ", found.end())
        sentence = words[found.end() : ends if ends > 0 else len(words)]
        heads = (
            one for one in find_holders(sentence) if not one.start or sentence.endswith((", ", "thì "), 0, one.start)
        )
        if any(chain_at(sentence, one.end) for one in heads):
            return found.end()
    return 0


_SENTENCE = re.compile(
    r"\. (?=(?:Đối với|Trường hợp|Riêng|Trong|Căn cứ|Khi|Ủy ban|Hội đồng|Chủ tịch|Bộ|Chính phủ|Sở|Thủ) )"
)


def _object_of(above: Above, words: str) -> Task | None:
    """The whole clause as the object of the verbs above it; None where it has verbs of its own."""
    if any(words.endswith("thì ", 0, one.start) for one in find_holders(words)):
        return None  # "Khi xác nhận P thì A căn cứ Q": a sentence of its own
    verb, acts = above.gives or ("", ())
    chain = None if words.startswith("Việc ") else chain_at(words, 0) or _again(verb, words)
    if chain and not {Act.QUYET_DINH, Act.CHO_Y_KIEN}.isdisjoint(acts) and _REPORT.match(words):
        chain = None
    ruled = (Act.QUY_DINH in acts and _RULED_ON.search(above.leads[0]) is not None) or (
        Act.QUYET_DINH in acts and _DECIDED_ON.search(above.leads[0]) is not None and not _DECIDES.match(words)
    )
    if (chain and not ruled and not {Act.TRINH, Act.GIAO} & set(acts)) or any(
        one.start <= 1 for one in find_holders(words[:60])
    ):
        return None
    if _DEMAND.match(words) or (set(acts) == {Act.TO_CHUC_THUC_HIEN} and _has_verb(words)):
        return None
    start, end, condition, exception = edges.trimmed(words, 0, len(words))
    return Task(acts, verb, start, end, condition, exception) if end > start else None


_REPORT = re.compile(r"Báo cáo (?:tình hình|kết quả|về) ")
""""thảo luận và quyết định những nội dung sau: a) Báo cáo tình hình P": the report is what is decided on."""


def _again(verb: str, words: str) -> Chain | None:
    """The verb above said again in a clause: "A xác nhận các nội dung sau: a) Trường hợp P thì xác nhận Q"."""
    chain = tasks.chain_after_preface(words, 0, len(words)) if tasks.begins_with_preface(words) else None
    return chain if chain and chain.verbs(words).lower() == verb.lower() else None


_DECIDED_ON = re.compile(r" quyết định:$")
_DECIDES = re.compile(r"(?:Quyết định|Phê duyệt|Ban hành)(?!\w)")
""""quyết định: a) Ký hợp đồng P": what is decided on, unless it is a decision itself."""
_RULED_ON = re.compile(r"(?:quy định chi tiết[^:;]*|để quy định):$")
"""What is listed is what is ruled on, though told by verbs: "quy định chi tiết các nội dung sau: a) Rà soát …"."""


def _parts(words: str, whole: Task) -> Iterator[Task]:
    """Yield an object in the parts that semicolons make of it, where each is one of its own.

    What is to be made public is one list.
    """
    cuts = [one.start() for one in _SEMICOLON.finditer(words, whole.start, whole.end)]
    if not cuts or whole.acts == (Act.CONG_KHAI,) or ":" in words[whole.start : whole.end] or whole.condition:
        yield whole
        return
    for start, end in zip((whole.start, *(cut + 1 for cut in cuts)), (*cuts, whole.end), strict=True):
        first, last, condition, exception = edges.trimmed(words, start, end)
        if last > first:
            yield replace(whole, start=first, end=last, condition=condition, exception=exception)


_SEMICOLON = re.compile(r";(?= [a-zà-ỹđ])(?![^(]*\))")


def _has_verb(words: str) -> bool:
    """Whether an item under "A thực hiện:" is a sentence: "Sau khi …, A trình B; …", "Trong thời hạn …, kiểm tra …"."""
    if tasks.chain_after_preface(words, 0, len(words)):
        return True
    subjects = (one for one in find_holders(words) if words[: one.start].endswith((", ", "thì ")))
    return tasks.begins_with_preface(words) and any(chain_at(words, one.end) for one in subjects)


def normalised(task: str) -> str:
    """Return a task for comparing: small letters, no references, one blank between words."""
    plain = _REFERENCE.sub(" ", " ".join(task.split()))
    return " ".join(plain.lower().strip(" ,;.:").split())
