"""Whether a whole document is in force on a day, and the clause that says so.

The day a document begins is read in its own clause on entry into force; that an older document ended, also one that
the corpus does not hold, in the clause of the newer one that ends it (``law.force``). The manifest's days decide where
a text leaves the day to another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import Evidence, gather, trimmed
from phapquy.answer.naming import by_number, by_title
from phapquy.corpus.kinds import Operation
from phapquy.corpus.manifest import Entry
from phapquy.corpus.notices import short_date
from phapquy.index.readings import force
from phapquy.index.snapshot import Snapshot
from phapquy.law.force import Anchor, ForceFact, ForceKind
from phapquy.law.provision import ProvisionId
from phapquy.law.reference import Reference
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold

_ASKS = re.compile(
    r"\b(?:còn|có|hết|đã|chưa|đang|mất) (?:được |phải |cần )?(?:hiệu lực|áp dụng|thi hành|dùng|sử dụng|xài)\b"
    r"|\bhiệu lực (?:thi hành )?(?:từ|kể từ|khi|ngày|bao giờ|đến|chưa|không|nữa|lúc)\b"
    r"|\báp dụng (?:từ|kể từ|khi nào|bao giờ|chưa|không|nữa|được chưa|ngày nào)\b"
    r"|\b(?:bị|được|có) (?:thay thế|thay bởi|thay bằng|thay|bãi bỏ|hủy bỏ)\b"
    r"|\b(?:luật|nghị định|nghị quyết|văn bản|cái) nào (?:đã )?thay\b"
    r"|\bhết hạn\b",
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(
    r"\b(?:sửa đổi|sửa|bổ sung)\b[^?.;]{0,25}\b(?:bởi|theo|bằng|tại|ở) (?:những |các )?(?:\w+ ){0,3}(?:nào|gì|đâu)\b"
    r"|\b(?:văn bản|luật|nghị định|nghị quyết) nào (?:đã )?(?:sửa đổi|sửa|bổ sung)\b"
    r"|\b(?:đã|có|bị|được) (?:bị |được )?(?:sửa đổi|sửa)(?:, bổ sung)? (?:gì )?(?:chưa|không)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)
FORCE_WORDS = frozenset(
    """hieu luc ap dung thi hanh con het tu ngay nam thay the bai bo van ban luat nghi dinh quyet thong ke ve dang mat
    bi moi ban so sua doi bo sung hien huy thoi neu""".split()  # noqa: SIM905
)
_OWN_MATTER = 3
"""Content words beside document and force from which on a question is about a matter of its own."""
_NAMED_YEAR = re.compile(r"\b(?P<name>(?:bo )?luat [a-z, ]{3,60}?) (?:nam )?(?P<year>(?:19|20)\d\d)\b")
_MOST_CHANGES = 4


class State(Enum):
    """Where a document stands on a day."""

    NOT_YET = "chưa có hiệu lực"
    IN_FORCE = "có hiệu lực"
    ENDED = "đã hết hiệu lực"


@dataclass(frozen=True, slots=True)
class Standing:
    """A document's standing on a day, with the clause that says it."""

    name: str
    """As the answer names it: ``Nghị định số 118/2025/NĐ-CP``."""
    state: State
    day: date | None
    """The day it began, will begin, or ended."""
    clause: Evidence
    ends: date | None = None
    """The day it will end, where a clause at hand says so already."""
    changes: tuple[Evidence, ...] = ()
    """Clauses at hand that ended parts of it by the day asked about, at most a few."""
    changed_by: tuple[str, ...] = ()
    """Numbers of the documents that changed or ended parts of it by then."""

    def text(self, as_of: date) -> str:
        """Return the standing in one sentence."""
        name, place = self.name[:1].upper() + self.name[1:], self.clause.label
        since = f" từ ngày {short_date(self.day)}" if self.day else ""
        if self.state is State.NOT_YET:
            return f"{name} chưa có hiệu lực vào ngày {short_date(as_of)}; văn bản có hiệu lực{since} ({place})."
        if self.state is State.ENDED:
            return f"{name} đã hết hiệu lực{since}, theo {place}."
        if self.ends:
            until = short_date(self.ends)
            return f"{name} còn hiệu lực vào ngày {short_date(as_of)}; hết hiệu lực từ ngày {until}, theo {place}."
        changed = (
            f"; đến ngày {short_date(as_of)} đã có phần được sửa đổi, bổ sung hoặc hết hiệu lực theo "
            f"{', '.join(self.changed_by)}"
            if self.changed_by
            else ""
        )
        return f"{name} có hiệu lực{since} ({place}){changed}."

    def verdict(self, question: Question) -> str:
        """Return yes, no or not yet for a question that asks whether it applies or was changed; else nothing."""
        if asks_about_changes(question) and self.state is State.IN_FORCE and not self.changed_by:
            return "Trong kho chưa thấy văn bản nào sửa đổi văn bản này. "
        said = {State.NOT_YET: "Chưa. ", State.IN_FORCE: "Có. ", State.ENDED: "Không. "}
        return said[self.state] if _YES_OR_NO.search(question.text) else ""


def asks_about_force(question: Question) -> bool:
    """Whether a question asks from when to when something applies."""
    return _ASKS.search(question.text) is not None or asks_about_changes(question)


def asks_about_changes(question: Question) -> bool:
    """Whether a question asks what changed a document, or whether anything did; it names one by its number."""
    named = any(one.number and not one.parts for one in question.references)
    return named and _ASKS_CHANGE.search(question.text) is not None


def is_all_it_asks(question: Question) -> bool:
    """Whether the question has no matter of its own beside the document and its force."""
    rest = question.text
    for one in question.references:
        rest = rest.replace(question.raw[one.start : one.end], " ")
    own = [term for term in content_terms(rest) if term not in FORCE_WORDS and not re.search(r"\d", term)]
    return len(own) <= _OWN_MATTER


def standing_of(question: Question, snapshot: Snapshot, as_of: date) -> Standing | None:
    """Return where the one document that a question names stands on a day; None if it names none, or nothing tells."""
    numbered = [one for one in question.references if one.number and not one.parts]
    if numbered:
        held = by_number(numbered[0], snapshot)
        if len(held) == 1:
            return _of_held(snapshot.entry(held[0]), snapshot, as_of)
        return None if held else _of_old(lambda fact: _is(fact, numbered[0]), _needle(numbered[0]), snapshot, as_of)
    folded = fold(question.text)
    titled = by_title(question, snapshot)
    if len(titled) == 1:
        return _of_held(snapshot.entry(titled[0]), snapshot, as_of)
    if found := _NAMED_YEAR.search(folded):
        return _of_old(lambda fact: _is_of_year(fact, found, snapshot), f"/{found['year']}/", snapshot, as_of)
    return None


# -- documents at hand ------------------------------------------------------------------------------------


def _of_held(entry: Entry, snapshot: Snapshot, as_of: date) -> Standing | None:
    span = snapshot.validity.of(ProvisionId(entry.slug))
    if span.end and span.end <= as_of:
        return _of_old(lambda fact: entry.number in fact.document, entry.number, snapshot, as_of)
    fact = next((one for one in force(entry.slug, snapshot) if one.kind is ForceKind.BEGINS and one.whole), None)
    clause = _clause(fact, snapshot) if fact else None
    if clause is None:
        return None
    begins = span.start or (fact.moment.day if fact else None)
    if begins and as_of < begins:
        return Standing(entry.cite_as, State.NOT_YET, begins, clause)
    changes, names = _changes(entry, snapshot, as_of)
    return Standing(entry.cite_as, State.IN_FORCE, begins, clause, changes=changes, changed_by=names)


def _changes(entry: Entry, snapshot: Snapshot, as_of: date) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """What changed or ended parts of a document by a day: clauses at hand that ended something, and all numbers."""
    rows = [
        row for row in snapshot.validity.amendments
        if row.target_slug == entry.slug and row.operation is not Operation.NONE and row.by
        and entry.slug not in row.by_slugs and row.effective and row.effective <= as_of
    ]  # fmt: skip
    names = tuple(dict.fromkeys(_with_kind(row.by, snapshot) for row in rows))
    ending = dict.fromkeys(clause for row in rows if row.ends_target for clause in row.by_provisions)
    found = (gather(snapshot, clause, 1.0, ()) for clause in ending)
    return tuple(one for one in found if one)[:1], names[:_MOST_CHANGES]


def _with_kind(number: str, snapshot: Snapshot) -> str:
    entry = next((one for one in snapshot.manifest.document if one.number == number), None)
    return f"{entry.type} số {number}" if entry else f"văn bản số {number}"


# -- documents that another one ended ---------------------------------------------------------------------


def _of_old(fits: Callable[[ForceFact], bool], needle: str, snapshot: Snapshot, as_of: date) -> Standing | None:
    """Find the clause that ended a document by a day, or will; the earliest end counts.

    Args:
        fits: whether a fact is about the document.
        needle: what a text that ends it must hold; only such texts are read.
        snapshot: where to look.
        as_of: the day asked about.
    """
    found: list[tuple[date, ForceFact]] = []
    for slug in snapshot.info.documents:
        if needle in snapshot.texts.get(slug, ""):
            found += [(day, fact) for fact in _ends(slug, snapshot) if fits(fact) and (day := _day(fact, snapshot))]
    for day, fact in sorted(found, key=lambda one: one[0]):
        if clause := _clause(fact, snapshot):
            name = _name(fact, clause)
            if day <= as_of:
                return Standing(name, State.ENDED, day, clause)
            return Standing(name, State.IN_FORCE, None, clause, ends=day)
    return None


def _name(fact: ForceFact, clause: Evidence) -> str:
    """How the clause that ends a document writes its name, with its number."""
    kind, number = fact.document.rsplit(" ", 1)
    written = re.search(rf"{re.escape(kind)}[^.;\d]{{0,100}}? số {re.escape(number)}", clause.quote)
    return " ".join(written[0].split()) if written else f"{kind} số {number}"


def _ends(slug: str, snapshot: Snapshot) -> Iterator[ForceFact]:
    for fact in force(slug, snapshot):
        if fact.kind is ForceKind.ENDS_OTHER and not fact.parts and " " in fact.document:
            yield fact


def _day(fact: ForceFact, snapshot: Snapshot) -> date | None:
    """The day of an end: the one written, else the day the ending document begins."""
    if fact.moment.anchor is Anchor.DATE and fact.moment.day:
        return fact.moment.day
    return snapshot.validity.of(ProvisionId(fact.clause.slug)).start


def is_spoken_of(reference: Reference, snapshot: Snapshot) -> bool:
    """Whether any text at hand names the document, though it is not held itself."""
    needle = _needle(reference).upper()
    return "/" in needle and any(needle in text for text in snapshot.texts.values())


def _is(fact: ForceFact, reference: Reference) -> bool:
    kind, number = fold(fact.document).rsplit(" ", 1)
    wanted = (reference.number or "").split("/")
    same_kind = reference.type is None or kind.startswith(reference.type)
    return same_kind and len(wanted) > 1 and number.split("/")[: len(wanted)] == wanted


def _needle(reference: Reference) -> str:
    return "/".join((reference.number or "").split("/")[:2])


def _is_of_year(fact: ForceFact, named: re.Match[str], snapshot: Snapshot) -> bool:
    """Whether an ended law bears the name and the year of a question: ``luat can bo, cong chuc 2008``."""
    document = snapshot.document(fact.clause.slug)
    words = fold(document.text[slice(*fact.span)]) if document else ""
    return f"/{named['year']}/" in fact.document and named["name"].strip(" ,") in words


def _clause(fact: ForceFact, snapshot: Snapshot) -> Evidence | None:
    one = gather(snapshot, fact.clause, 1.0, ())
    return one.quoting(trimmed(one.document.text, *fact.span)) if one else None
