"""Powers given by reference: an article gives an organ the powers of other articles, some left out.

Two forms exist in the Law on local government. A *list* (Điều 24 to 26 for wards; Điều 18 to 20 for centrally run
cities, there whole articles) names clauses and points of another article; what it leaves out is left out on purpose.
A *section* (Điều 27 for special zones) gives all powers of a section to the organs of the same name; its second
paragraph gives another section instead, on the condition that the zone is recognised as urban.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.law.citations import find_citations
from phapquy.law.holder import Level, Organ, find_organs
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

_GIVES = re.compile(
    r"thực hiện (?:các )?nhiệm vụ, quyền hạn (?P<same>tương ứng của chính quyền địa phương ở \w+ )?quy định tại "
    r"(?P<where>.+?) (?:của (?:Luật|Nghị định|Nghị quyết) này|Chương này)"
)
_PREPARES = re.compile(
    r"trình Hội đồng nhân dân cùng cấp [^.;]{0,80}?để thực hiện (?:các )?nhiệm vụ, quyền hạn quy định tại "
    r"(?P<where>.+?) của (?:Luật|Nghị định|Nghị quyết) này"
)
# "Xây dựng, trình Hội đồng nhân dân cùng cấp … để thực hiện nhiệm vụ, quyền hạn quy định tại … của Luật này"
_SECTION = re.compile(r"Mục (?P<n>\d+)$")
_CONDITION = "loại đô thị"
_TYPES = {"phường": Level.XA, "đặc khu": Level.XA, "thành phố": Level.TINH}
"""Kinds of unit that hold powers by reference."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One referring sentence: who gets which provisions, and on which condition."""

    by: ProvisionId
    """The referring article or clause."""
    unit: str
    """``phường``, ``đặc khu`` or ``thành phố``."""
    targets: tuple[ProvisionId, ...]
    """Articles, clauses or points given; what lies inside a target is given with it."""
    articles: tuple[ProvisionId, ...]
    """The articles the targets stand in: what else stands there is left out on purpose."""
    urban: bool = False
    """Whether the grant is only for a special zone recognised as urban."""

    def gives(self, provision: ProvisionId) -> bool:
        """Whether a provision is among those given."""
        return any(provision.within(target) or target.within(provision) for target in self.targets)

    def leaves_out(self, provision: ProvisionId) -> bool:
        """Whether a provision stands in a referred article and is not given."""
        return any(provision.within(article) for article in self.articles) and not self.gives(provision)


def may_grant(text: str) -> bool:
    """Whether a document's text can hold a grant at all: a quick look before its tree is built."""
    return "nhiệm vụ, quyền hạn quy định tại" in text or "nhiệm vụ, quyền hạn tương ứng" in text


def grants_of(document: Document) -> tuple[Grant, ...]:
    """List the grants by reference a document makes within itself."""
    return tuple(grant for node in document.walk() if node.id is not None for grant in _read(document, node))


@dataclass(frozen=True, slots=True)
class Preparation:
    """A clause by which an executive organ prepares and submits what the council of its level decides."""

    by: ProvisionId
    organ: Organ
    targets: tuple[ProvisionId, ...]

    def covers(self, provision: ProvisionId) -> bool:
        """Whether a provision is among those prepared."""
        return any(provision.within(target) for target in self.targets)


def preparations_of(document: Document) -> tuple[Preparation, ...]:
    """List the clauses of a document by which an organ prepares what is decided elsewhere in it."""
    found = []
    for identity, node in document.provisions.items():
        words = document.text[node.start : node.own_end]
        prepares = _PREPARES.search(words) if node.kind is Kind.KHOAN else None
        organ = organ_in(document, identity) if prepares else None
        if prepares and organ:
            listed = _listed(identity.slug, words, *prepares.span("where"))
            known = tuple(target for target in listed if target in document.provisions)
            found.append(Preparation(identity, organ, known))
    return tuple(one for one in found if one.targets)


def _read(document: Document, node: Provision) -> Iterator[Grant]:
    if node.kind not in {Kind.DIEU, Kind.KHOAN} or node.id is None:
        return
    start = node.heading[1] if node.heading else node.start
    for paragraph in document.text[start : node.own_end].split("\n"):
        found = _GIVES.search(paragraph)
        unit = _unit(paragraph[: found.start()]) if found else None
        if not found or not unit:
            continue
        section = _SECTION.search(found["where"])
        targets = (
            _of_section(document, node.id, section["n"])
            if section
            else _listed(node.id.slug, paragraph, *found.span("where"))
        )
        known = tuple(target for target in targets if target in document.provisions)
        if known:
            articles = tuple(dict.fromkeys(target.at_dieu() for target in known))
            yield Grant(node.id, unit, known, articles, _CONDITION in paragraph)


def _unit(subject: str) -> str | None:
    return next((unit for unit in _TYPES if unit in subject), None)


def _listed(slug: str, paragraph: str, start: int, end: int) -> list[ProvisionId]:
    """The provisions a referring sentence names between two offsets of its paragraph."""
    return [
        ProvisionId(slug, tuple(step.number for step in target))
        for citation in find_citations(paragraph)
        if start <= citation.start < end and not citation.excluded
        for target in citation.targets
    ]


def _of_section(document: Document, referring: ProvisionId, number: str) -> list[ProvisionId]:
    """The articles of a section of the chapter that the referring provision stands in."""
    chapter = next((node for node in document.paths[referring] if node.kind is Kind.CHUONG), None)
    sections = [
        node for node in (chapter.children if chapter else ()) if node.kind is Kind.MUC and node.number == number
    ]
    return [child.id for section in sections for child in section.children if child.id is not None]


def in_unit(organ: Organ, unit: str) -> Organ:
    """Return an organ of a commune or province as the same organ of a ward, special zone or city."""
    return Organ(organ.base, unit, _TYPES[unit], organ.start, organ.end)


def unit_asked(text: str, organs: tuple[Organ, ...]) -> str | None:
    """Name the kind of unit of a question that holds its powers by reference, if it is about one."""
    if any(organ.scope == "thành phố" and organ.level is Level.TINH for organ in organs):
        return "thành phố"
    named = {organ.scope for organ in organs}
    lower = _AS_OBJECT.sub(" ", _SEVERAL_KINDS.sub(" ", text.lower()))
    for unit in ("đặc khu", "phường"):
        if unit in named or re.search(rf"\b{unit}\b", lower):
            # "phường thuộc thành phố …": the city's organs are asked about if the question says so
            return "thành phố" if _CITY_ASKED.search(lower) else unit
    return "thành phố" if _CITY.search(lower) else None


def units_asked(text: str, organs: tuple[Organ, ...]) -> tuple[str, ...]:
    """Name the kinds of unit that may hold what is asked: the unit itself, and the city that a ward is said to lie in.

    "Ở thành phố trực thuộc trung ương, ai đình chỉ Chủ tịch phường?": the city's organs and the ward's both come into
    question, each by the articles that give it powers.
    """
    first = unit_asked(text, organs)
    if first is None:
        return ()
    return (first, "thành phố") if first != "thành phố" and _CITY.search(text.lower()) else (first,)


_SEVERAL_KINDS = re.compile(r"\bxã(?:,| và| hoặc| hay)? phường(?:(?:,| và| hoặc| hay)? đặc khu)?\b|\bthành phố thuộc\b")
"""A list of kinds ("xã, phường, đặc khu") asks about the commune level, not about one kind."""
_AS_OBJECT = re.compile(
    r"\b(?:đổi tên|đặt tên|thành lập|lập|nhập|chia|tách|giải thể|sáp nhập|sắp xếp|điều chỉnh địa giới|công nhận"
    r"|phân loại)"
    r"(?: (?:một|các|cho|thêm|lại|tên|vài|hai|mấy))* (?:phường|đặc khu)\b"
)
"""A unit that something is done to is not the one that acts: "đổi tên một phường"."""
_CITY = re.compile(
    r"\bthành phố (?:trực thuộc trung ương|hà nội|huế|đà nẵng|hải phòng|cần thơ|hồ chí minh|đồng nai|quảng ninh"
    r"|bắc ninh)\b|\bở thành phố\b"
    r"|\b(?:người nào|cơ quan nào|ai) (?:ở|của) thành phố\b"
)
_CITY_ASKED = re.compile(
    r"\b(?:người nào|cơ quan nào|ai|cấp nào) (?:ở|của) thành phố\b|\bphường(?:, xã)? thuộc (?:thành phố|tp)\b"
)


def organ_in(document: Document, provision: ProvisionId) -> Organ | None:
    """The organ of the heading of a provision's article, e.g. ``Hội đồng nhân dân xã`` for its list of powers."""
    node = document.provisions.get(provision.at_dieu())
    organs = find_organs(document.heading(node)) if node else []
    return organs[0] if organs else None
