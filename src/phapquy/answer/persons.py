"""Questions on who appoints, elects or dismisses somebody: only a clause on that act and that office may answer.

Most offices have a law of their own, which the corpus may not hold; the clauses on chairmen and civil servants are
always near to such a question, and always name somebody who appoints or dismisses. But a head of hamlet is not a
chairman: naming the organ of another office's clause would be wrong with a true quotation under it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from phapquy.answer.evidence import Evidence, gather
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import resolver
from phapquy.law.citations import find_citations
from phapquy.search.question import Asks, Question

_ACT = (
    r"bổ nhiệm(?: lại)?|miễn nhiệm|bãi nhiệm|cách chức|điều động|luân chuyển|biệt phái|kỷ luật|khiển trách|cảnh cáo"
    r"|(?:tạm )?đình chỉ công tác|bầu(?! cử)|tuyển dụng|buộc thôi việc|cho thôi (?:việc|làm)|cho từ chức|công nhận"
    r"|chỉ định"
)
_OFFICES: tuple[tuple[str, str], ...] = (
    (
        r"trưởng (?:thôn|ấp|bản|buôn|làng|khóm|khu phố)|phó (?:trưởng )?thôn|tổ (?:trưởng|phó) (?:tổ )?dân phố",
        r"trưởng thôn|tổ trưởng tổ dân phố|không chuyên trách",
    ),
    (r"(?:người|cán bộ) (?:hoạt động )?không chuyên trách", r"không chuyên trách"),
    (r"(?:phó )?hiệu trưởng|hiệu phó", r"hiệu trưởng|đơn vị sự nghiệp|cơ sở giáo dục|viên chức"),
    (r"giáo viên|bác sĩ|bác sỹ|y tá|điều dưỡng", r"giáo viên|nhà giáo|bác sĩ|viên chức"),
    (r"(?:trưởng )?trạm (?:trưởng )?y tế", r"trạm y tế|đơn vị sự nghiệp|viên chức"),
    (r"(?:phó )?giám đốc (?:bệnh viện|trung tâm)", r"giám đốc|đơn vị sự nghiệp|viên chức|trung tâm"),
    (r"(?:phó )?trưởng công an|cảnh sát khu vực|công an viên", r"công an"),
    (r"chỉ huy (?:trưởng|phó)|xã đội trưởng|dân quân", r"chỉ huy|quân sự|dân quân"),
    (r"(?:phó )?bí thư", r"bí thư"),
    (r"hòa giải viên", r"hòa giải viên"),
    (r"công chứng viên", r"công chứng viên"),
    (r"(?:chánh án|thẩm phán)", r"chánh án|thẩm phán"),
    (r"hội thẩm", r"hội thẩm"),
    (r"(?:viện trưởng|kiểm sát viên)", r"viện trưởng|kiểm sát viên"),
    (r"chấp hành viên|thừa phát lại", r"chấp hành viên|thừa phát lại"),
    (r"luật sư|đấu giá viên|trọng tài viên", r"luật sư|đấu giá viên|trọng tài viên"),
)  # fmt: skip
"""An office as people name it, and the words by which a clause speaks of it or of the class it belongs to."""
_BETWEEN = r"(?:(?!\b(?:ai|nào|chủ tịch|công chức|đại biểu)\b)[^.?!;]){0,25}?"
_WHO = r"(?:ai|(?:cơ quan|cấp|người) nào)"


def _patterns(form: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """One pattern an office, with the words by which a clause speaks of it."""
    marked = form.replace("ACT", rf"\b(?P<act>{_ACT})\b")
    return tuple(
        (re.compile(marked.replace("OFFICE", rf"\b(?P<office>{office})\b"), re.IGNORECASE), said)
        for office, said in _OFFICES
    )


_FORMS = (
    *_patterns(rf"OFFICE[^.?!;]{{0,30}}?\b{_WHO}\b[^.?!;]{{0,25}}?ACT"),
    *_patterns(rf"ACT\s+{_BETWEEN}OFFICE"),
)
"""The act after who is asked for, before the act that stands first: "bầu trưởng thôn xong thì ai công nhận"."""
_NEAR = 12
"""Provisions looked at for one on the act and the office."""


@dataclass(frozen=True, slots=True)
class Office:
    """An act done to the holder of an office, as a question names it."""

    act: str
    name: str
    said: str
    """A pattern of the words by which a clause speaks of the office."""

    @property
    def words(self) -> str:
        """The act and the office, as typed: "cách chức trưởng thôn"."""
        return f"{self.act} {self.name}"


def office_asked(question: Question) -> Office | None:
    """Return the act and the office, where it is asked who may do it or whether somebody may; else None."""
    if question.asks not in {Asks.WHO, Asks.MAY}:
        return None
    for pattern, said in _FORMS:
        if found := pattern.search(question.text):
            return Office(found["act"].lower(), found["office"].lower(), said)
    return None


def only_on_office(office: Office, found: Sequence[Evidence], snapshot: Snapshot, as_of: date) -> list[Evidence]:
    """Keep the provisions on the act and the office, in their order; empty if there is none.

    A clause also speaks of an office through the clause it refers to: "quyết định về nội dung quy định tại khoản 4 Điều
    15 có hiệu lực kể từ ngày được công nhận". If the nearest hold none, one that refers to them is looked for.
    """
    near = found[:_NEAR]
    kept = [one for one in near if _is_on(office, one, snapshot)]
    if kept:
        return kept
    known = {one.identity for one in near}
    further = (other for one in speaking_of(office, near) for other in _beside(one, snapshot, as_of))
    return [one for one in further if one.identity not in known and _is_on(office, one, snapshot)][:1]


def _is_on(office: Office, one: Evidence, snapshot: Snapshot) -> bool:
    return speaks_of(office, one, partial(_referred, one, snapshot))


def _beside(one: Evidence, snapshot: Snapshot, as_of: date) -> Iterator[Evidence]:
    """The provisions of the same document, in force, that name the article of this one by its number."""
    parts = one.identity.parts
    naming = re.compile(rf"\bĐiều {re.escape(parts[0])}\b")
    for node in one.document.walk():
        text = one.document.own_text(node)
        if node.id is None or node.id.parts[:1] == parts[:1] or not naming.search(text):
            continue
        if snapshot.validity.of(node.id).covers(as_of) and (other := gather(snapshot, node.id, one.score, one.terms)):
            yield other


def speaks_of(office: Office, one: Evidence, referred: Callable[[str], str]) -> bool:
    """Whether one sentence of a provision holds the act and, itself or in what it refers to, the office.

    Args:
        office: the act and the office.
        one: the provision.
        referred: gives the words of the clauses that a sentence refers to.
    """
    said = re.compile(rf"\b(?:{office.said})\b", re.IGNORECASE)
    above = f"{one.heading} {one.lead}"
    done = [piece for piece, _ in one.sentences if office.act in f"{above} {piece}".lower()]
    return any(said.search(f"{above} {piece}") or said.search(referred(piece)) for piece in done)


def _referred(one: Evidence, snapshot: Snapshot, piece: str) -> str:
    at = one.reading[1]
    cited = (target for found in find_citations(piece) for target in resolver(snapshot).resolve(found, at).ids)
    held = ((snapshot.document(target.slug), target) for target in cited if target.parts)
    return " ".join(document.own_text(document.provisions[target]) for document, target in held if document)


def speaking_of(office: Office, found: Sequence[Evidence]) -> list[Evidence]:
    """Keep the provisions that speak of the office at all: what a refusal names as nearest."""
    said = re.compile(rf"\b(?:{office.said})\b", re.IGNORECASE)
    return [one for one in found[:_NEAR] if said.search(one.own_words)]
