"""Is a whole digest true to its text? Same clauses; the same numbers, dates, organs and levels; words of our own.

A digest may leave out what it does not tell, but no number and no organ; and it may tell none that the clause, or
what the clause stands under or introduces, does not have. Its words may share with the text names and fixed terms,
and no other run of twelve words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from phapquy.corpus.figures import dates_of, every_number, levels_of, numbers_of, organs_of
from phapquy.corpus.manifest import Entry
from phapquy.corpus.plain import PlainEntry
from phapquy.law.citations import find_citations
from phapquy.law.holder import LEVEL_NAMES, Level, Organ, find_organs
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.vietnamese.normalize import syllables

COPIED = 12
"""Words in a row, a name counting as one, from which the words of a digest are copied."""
_TERMS = re.compile(
    r"[“\"][^”\"]{1,200}[”\"]"  # words that the text itself quotes
    r"|nước Cộng hòa xã hội chủ nghĩa Việt Nam|cơ chế một cửa, một cửa liên thông"
    r"|Hệ thống thông tin giải quyết thủ tục hành chính cấp bộ, cấp tỉnh|Cổng Dịch vụ công quốc gia"
    r"|Cơ sở dữ liệu quốc gia về thủ tục hành chính|thành phố trực thuộc trung ương|cán bộ, công chức, viên chức"
    r"|đơn vị hành chính|kinh tế - xã hội|quốc phòng, an ninh|thủ tục hành chính|khoa học, công nghệ"
    r"|đổi mới sáng tạo|chuyển đổi số|đơn vị sự nghiệp công lập|ngân sách nhà nước|văn bản quy phạm pháp luật",
    re.IGNORECASE,
)
_LATER_NUMBER = re.compile(r"(?<![\d/])(\d{2,4}/20\d\d)(?![\d/])")
_LATER = re.compile(r"[Bb]ản 20\d\d\b|\([^()]*?\d{2,4}/(?:20\d\d|NQ-CP)\b[^()]*\)|;[^;.]*\b\d{3}/20\d\d\b[^;.]*")
"""What a digest tells of later changes: "Bản 2025 (309/2026 đã sửa): …", "…; 367/2025 có sửa thêm"."""
_WITH_NAMES = ("bộ ", "sở ", "phòng ")
_NUMBER_OF_SLUG = re.compile(r"(\d+)-(20\d\d)-")


def differences(document: Document, words: Iterable[PlainEntry], entry: Entry) -> Iterator[str]:
    """Yield where a whole digest and its text disagree, as "id: why".

    Args:
        document: the text as a tree.
        words: the entries of the digest.
        entry: the facts of the document; its own number, days and amending texts may be told.
    """
    told = tuple(words)
    yield from _clauses(document, told)
    repeated = {one.id for one in copied(document, told)}
    for one in told:
        identity = one.identity(document.slug)
        if identity not in document.provisions:
            continue
        place = _Place(document, identity, entry)
        for why in (*_figures(one, place), *_organs(one, place)):
            yield f"{one.id}: {why}"
        if one.id in repeated:
            yield f"{one.id}: chép lại {COPIED} tiếng liền nhau của văn bản, hãy diễn đạt bằng lời khác"


def copied(document: Document, words: Iterable[PlainEntry]) -> Iterator[PlainEntry]:
    """Yield the entries that repeat a run of ``COPIED`` words of the text."""
    runs = frozenset(_runs(document.text))
    return (one for one in words if any(run in runs for text in _own_words(one) for run in _runs(text)))


def _clauses(document: Document, told: tuple[PlainEntry, ...]) -> Iterator[str]:
    """The digest has every provision of the text, in its order, and no other; articles have a title."""
    have = [one.identity(document.slug) for one in told]
    for identity in document.provisions:
        if identity not in set(have):
            yield f"{'/'.join(identity.parts)}: chưa có trong bản tóm lược"
    known = [identity for identity in have if identity in document.provisions]
    if known != [identity for identity in document.provisions if identity in set(have)]:
        yield f"{told[0].id}: các mục không theo thứ tự của văn bản"
    for one in told:
        identity = one.identity(document.slug)
        if identity not in document.provisions:
            yield f"{one.id}: văn bản không có điều khoản này"
        elif len(identity.parts) == 1 and not one.heading:
            yield f"{one.id}: thiếu tên điều"
        elif not one.plain and _own(document, document.provisions[identity]):
            yield f"{one.id}: thiếu lời tóm lược"


@dataclass(frozen=True)
class _Place:
    """A provision with the words it is understood by: its own, those above it, those it introduces."""

    document: Document
    identity: ProvisionId
    entry: Entry

    @cached_property
    def own(self) -> str:
        return _own(self.document, self.document.provisions[self.identity])

    @cached_property
    def around(self) -> str:
        node = self.document.provisions[self.identity]
        above = (self.document.own_text(one) for one in self.document.paths[self.identity])
        return " ".join(" ".join((*above, self.document.full_text(node))).split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        known = " ".join((self.entry.number, *self.entry.amended_by, *self.identity.parts))
        return every_number(self.around) | every_number(re.sub(r"[-/]", " ", known))

    @cached_property
    def dates(self) -> frozenset[date]:
        return dates_of(self.around) | {day for day in (self.entry.signed, self.entry.effective) if day}

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        return organs_of(self.around)

    def names(self, organ: Organ) -> bool:
        """Whether an organ of that kind is spoken of here, or issued the document."""
        spoken = f"{self.entry.issuer} {self.around}".casefold()
        return any(_like(organ, other) for other in self.organs) or organ.base.casefold() in spoken

    @cached_property
    def amending(self) -> frozenset[str]:
        """The later texts that changed the document, as a digest names them: ``309/2026``."""
        found = (_NUMBER_OF_SLUG.search(name.replace("/", "-")) for name in self.entry.amended_by)
        return frozenset(f"{one[1]}/{one[2]}" for one in found if one)

    @cached_property
    def levels(self) -> frozenset[Level]:
        named = {one.level for one in self.organs if one.level}
        every = {Level.XA, Level.TINH} if Level.NHIEU_CAP in named else set()
        return levels_of(f"{self.entry.title} {self.around}") | named | every


def _own(document: Document, node: Provision) -> str:
    """The provision's words without its marker and, of an article, its title."""
    start = node.heading[1] if node.heading and node.kind is Kind.DIEU else node.start
    return " ".join(document.text[start : node.own_end].split())


def _figures(one: PlainEntry, place: _Place) -> Iterator[str]:
    facts = one.facts
    listed = " ; ".join((*facts.numbers, *facts.deadlines, *facts.conditions, facts.task))
    plain = _LATER.sub(" ", one.plain)
    told = numbers_of(plain) | numbers_of(listed)
    if strange := told - place.numbers:
        yield f"số {', '.join(sorted(strange))} không có ở điều khoản"
    if lost := numbers_of(place.own) - told - every_number(f"{one.plain} {listed}"):
        yield f"thiếu số {', '.join(sorted(lost))}"
    if unknown := {found for found in _LATER_NUMBER.findall(one.plain) if found not in place.around} - place.amending:
        yield f"{', '.join(sorted(unknown))} không phải văn bản sửa đổi {place.entry.number}"
    days = dates_of(plain) | frozenset(facts.dates)
    if days - place.dates:
        yield f"ngày {', '.join(f'{day:%d/%m/%Y}' for day in sorted(days - place.dates))} không có ở điều khoản"
    if lost_days := dates_of(place.own) - days:
        yield f"thiếu ngày {', '.join(f'{day:%d/%m/%Y}' for day in sorted(lost_days))}"


_DEPARTMENTS = "cơ quan chuyên môn thuộc Ủy ban nhân dân"


def _owner(organ: Organ) -> Organ:
    """The committee for its departments: which of them, a digest may say in other words ("các sở")."""
    return replace(organ, base="Ủy ban nhân dân") if organ.base == _DEPARTMENTS else organ


def _organs(one: PlainEntry, place: _Place) -> Iterator[str]:
    named = [organ for fact in one.facts.organs for organ in find_organs(fact.name)]
    plain = _LATER.sub(" ", one.plain)
    told = [*named, *organs_of(plain)]
    for organ in told:
        if not place.names(organ) or not _level_fits(organ, place):
            yield f"điều khoản không nói tới {organ.name}"
    for organ in map(_owner, organs_of(place.own)):
        if not any(_like(organ, other) and _same_level(organ, other) for other in map(_owner, named)):
            yield f"thiếu {organ.name}"
    for fact in one.facts.organs:
        level = next((organ.level for organ in find_organs(fact.name)), fact.level)
        if fact.level is not level:
            yield f"sai cấp của {fact.name}"
    if strange := levels_of(plain) - place.levels:
        yield f"điều khoản không nói tới {', '.join(LEVEL_NAMES[level] for level in sorted(strange))}"


def _like(organ: Organ, other: Organ) -> bool:
    """Whether two namings are of one kind of organ; "Bộ Công an" is found in "Bộ Công an xây dựng"."""
    one, two = organ.base.casefold(), other.base.casefold()
    return one == two or (one.startswith(_WITH_NAMES) and one.split()[:3] == two.split()[:3])


def _same_level(organ: Organ, other: Organ) -> bool:
    return organ.level is None or other.level is None or organ.level is other.level


def _level_fits(organ: Organ, place: _Place) -> bool:
    """Whether the clause, or what it stands under, speaks of the level the digest gives an organ."""
    if organ.base.casefold().startswith(_WITH_NAMES):
        return True
    return organ.level in {None, Level.NHIEU_CAP, Level.TRUNG_UONG} or organ.level in place.levels


def _own_words(one: PlainEntry) -> tuple[str, ...]:
    return (one.heading, one.plain, *one.ask, one.facts.task, *one.facts.conditions)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _tokens(" ".join(text.split()))
    return (tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1))


def _tokens(text: str) -> list[str]:
    """Return the syllables of a text, each name, citation and fixed term as one."""
    spans = [(one.start, one.end) for one in find_organs(text)]
    spans += [(one.start, one.end) for one in find_citations(text)]
    spans += [(found.start(), found.end()) for found in _TERMS.finditer(text)]
    out: list[str] = []
    at = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at:
            continue
        out += syllables(text[at:start])
        out.append(text[start:end].casefold())
        at = end
    return out + syllables(text[at:])
