"""What the text of one document says of its force, beside what the manifest and the amendment table record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.force_days import ForceDays
from phapquy.corpus.manifest import Entry, ProvisionValidity
from phapquy.law.force import Anchor, ForceFact, ForceKind
from phapquy.law.provision import Document, ProvisionId


class Verdict(StrEnum):
    """How a fact of the text and one of the manifest stand to each other."""

    AGREE = "khớp"
    DIFFER = "lệch"
    TEXT_SILENT = "văn bản không nói"
    MANIFEST_SILENT = "danh mục không ghi"
    NOT_COMPARED = "không so"


@dataclass(frozen=True, slots=True)
class ForceRow:
    """One fact, as read and as recorded."""

    subject: str
    """Id of the document or provision it is about; of what is ended, the number of the other document."""
    what: str
    """``bắt đầu``, ``chấm dứt``, ``thay thế``, ``ngày của bảng sửa đổi`` …"""
    verdict: Verdict
    said: str = ""
    """What the text says, in short."""
    recorded: str = ""
    """What the manifest or the table says, in short."""
    clause: str = ""
    """The clause that says it."""
    explained: bool = False
    """Whether the manifest itself tells why the two are not the same."""

    @property
    def open(self) -> bool:
        """Whether it is a difference that nothing explains."""
        return self.verdict not in {Verdict.AGREE, Verdict.NOT_COMPARED} and not self.explained

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return {**asdict(self), "verdict": self.verdict.value}


EXPLANATIONS = ("văn bản không nói", "chưa biết ngày")
"""How a note of the manifest tells that it knowingly differs from the text."""


def compare_whole(entry: Entry, days: ForceDays) -> Iterator[ForceRow]:
    """Compare the first and the last day of the document as a whole."""
    facts = [fact for fact in days.facts(entry.slug) if fact.whole]
    begins = next((fact for fact in facts if fact.kind is ForceKind.BEGINS), None)
    if begins is None:
        said = "văn bản không có điều khoản về hiệu lực"
        yield ForceRow(entry.slug, "bắt đầu", Verdict.TEXT_SILENT, said, _shown(entry.effective), explained=True)
    else:
        yield _day_row(entry.slug, "bắt đầu", begins, days.day(entry.slug, begins.moment), entry.effective)
    ends = next((fact for fact in facts if fact.kind is ForceKind.ENDS), None)
    if ends:
        yield _day_row(entry.slug, "chấm dứt", ends, days.day(entry.slug, ends.moment), entry.expires)
    elif entry.expires:
        said, by_other = "văn bản không nói ngày chấm dứt", bool(entry.replaced_by)
        yield ForceRow(entry.slug, "chấm dứt", Verdict.TEXT_SILENT, said, _shown(entry.expires), explained=by_other)


def compare_parts(entry: Entry, days: ForceDays) -> Iterator[ForceRow]:
    """Compare the provisions that begin or end apart from the document, both ways."""
    told: set[tuple[str, str]] = set()
    for fact in days.facts(entry.slug):
        if fact.kind not in {ForceKind.BEGINS, ForceKind.ENDS} or fact.whole:
            continue
        if fact.matter:
            day = days.day(entry.slug, fact.moment)
            said = f"{fact.matter}: từ {_shown(day)}"
            yield ForceRow(entry.slug, fact.kind.value, Verdict.NOT_COMPARED, said, "không có mã", str(fact.clause))
        for provision in fact.provisions:
            told.add((str(provision), fact.kind.value))
            yield _part_row(entry, fact, provision, days.day(entry.slug, fact.moment))
    for record in entry.validity:
        yield from _only_recorded(entry, record, told)


def _part_row(entry: Entry, fact: ForceFact, provision: ProvisionId, day: date | None) -> ForceRow:
    begins = fact.kind is ForceKind.BEGINS
    clause = str(fact.clause)
    said = _shown(day) if day else f"{fact.moment.anchor.value} {fact.moment.other}".strip()
    near = [one for one in entry.validity if provision.within(ProvisionId.parse(one.provision))]
    dated = next((one for one in near if (one.start if begins else one.end)), None)
    noted = any(_explains(one) and one.by == clause for one in near)
    if dated is None:
        verdict = Verdict.MANIFEST_SILENT if day else Verdict.NOT_COMPARED
        return ForceRow(str(provision), fact.kind.value, verdict, said, "", clause, noted)
    recorded = dated.start if begins else dated.end
    same = recorded == day and dated.by == clause
    shown = f"{_shown(recorded)} theo {dated.by}"
    verdict = Verdict.AGREE if same else Verdict.DIFFER
    return ForceRow(str(provision), fact.kind.value, verdict, said, shown, clause, noted)


def _only_recorded(entry: Entry, record: ProvisionValidity, told: set[tuple[str, str]]) -> Iterator[ForceRow]:
    for kind, day in ((ForceKind.BEGINS, record.start), (ForceKind.ENDS, record.end)):
        if day is None or (record.provision, kind.value) in told:
            continue
        own = record.by.startswith(f"{entry.slug}/")
        verdict = Verdict.TEXT_SILENT if own else Verdict.NOT_COMPARED
        said = "" if own else "do văn bản khác"
        shown = f"{_shown(day)} theo {record.by}"
        yield ForceRow(record.provision, kind.value, verdict, said, shown, record.by if own else "", _explains(record))


def compare_replaced(entry: Entry, days: ForceDays, rows: Sequence[Amendment]) -> Iterator[ForceRow]:
    """Compare the documents that this one ends with ``replaces`` and with the rows that end whole documents."""
    made = {row.target_slug: row for row in rows if _ends_whole(row) and entry.slug in row.by_slugs}
    told: set[str] = set()
    for fact in days.facts(entry.slug):
        if fact.kind is not ForceKind.ENDS_OTHER or fact.parts:
            continue
        number = fact.document.rsplit(" ", 1)[-1]
        told.add(number)
        known = number in entry.replaces or any(slug.endswith(f"-{_plain(number)}") for slug in made)
        verdict = Verdict.AGREE if known else Verdict.MANIFEST_SILENT
        day = _shown(days.day(entry.slug, fact.moment))
        said = f"{fact.document} hết hiệu lực từ {day}" + (", có trừ" if fact.limited else "")
        yield ForceRow(number, "thay thế", verdict, said, number if known else "", str(fact.clause))
        if held := days.entry_of(number):
            yield _held_row(entry, held, fact, days.day(entry.slug, fact.moment))
    for number in entry.replaces:
        if number not in told:
            yield ForceRow(number, "thay thế", Verdict.TEXT_SILENT, "", number)


def _held_row(entry: Entry, held: Entry, fact: ForceFact, day: date | None) -> ForceRow:
    """The entry of a document of the corpus that another one ends must say when, and by which."""
    named = entry.slug in held.replaced_by or entry.number in held.replaced_by
    verdict = Verdict.AGREE if named and held.expires == day else Verdict.DIFFER
    recorded = f"{_shown(held.expires)} theo {', '.join(held.replaced_by) or 'không ghi'}"
    return ForceRow(held.slug, "chấm dứt", verdict, _shown(day), recorded, str(fact.clause))


def _ends_whole(row: Amendment) -> bool:
    return row.ends_target and any(not target.parts for target in row.targets)


def _plain(number: str) -> str:
    return number.lower().replace("đ", "d").replace("/", "-")


def compare_amendments(
    entry: Entry, days: ForceDays, rows: Sequence[Amendment], document: Document
) -> Iterator[ForceRow]:
    """Compare the day of each row of the table with the day on which its amending clause begins.

    A clause that names another day itself (``kết thúc hoạt động từ ngày …``) may bring about a change on that day.
    """
    same = 0
    for row in rows:
        for clause in row.by_provisions:
            begun = days.begins(entry.slug, clause)
            if clause.slug != entry.slug or row.effective is None or begun is None:
                continue
            if row.effective == begun or _names(document, clause, row.effective):
                same += 1
                continue
            target = " ".join(map(str, row.targets)) or row.scope
            yield ForceRow(
                target, "ngày của bảng sửa đổi", Verdict.DIFFER, _shown(begun), _shown(row.effective), str(clause)
            )
    if same:
        yield ForceRow(entry.slug, "ngày của bảng sửa đổi", Verdict.AGREE, f"{same} dòng", f"{same} dòng")


def _names(document: Document, clause: ProvisionId, day: date) -> bool:
    node = document.provisions.get(clause)
    text = document.full_text(node) if node else ""
    return f"ngày {day.day:02d} tháng {day.month} năm {day.year}" in text or f"{day:%d/%m/%Y}" in text


def _day_row(subject: str, what: str, fact: ForceFact, day: date | None, recorded: date | None) -> ForceRow:
    clause = str(fact.clause)
    said = _shown(day) if day else f"{fact.moment.anchor.value} {fact.moment.other}".strip()
    if day is None:
        same = recorded is None or fact.moment.anchor in {Anchor.OTHER, Anchor.OTHER_ENDS}
        verdict = Verdict.NOT_COMPARED if same else Verdict.DIFFER
    elif recorded is None:
        verdict = Verdict.MANIFEST_SILENT
    else:
        verdict = Verdict.AGREE if day == recorded else Verdict.DIFFER
    return ForceRow(subject, what, verdict, said + (", có trừ" if fact.limited else ""), _shown(recorded), clause)


def _explains(record: ProvisionValidity) -> bool:
    return any(words in record.note.lower() for words in EXPLANATIONS)


def _shown(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa rõ"
