"""Who holds the power a provision gives, and in which role, read from the provision and what stands above it.

A clause often has no subject ("a) Quyết định thành lập …"): its holder stands in the lead-in of the clause or
in the heading of the article ("Nhiệm vụ, quyền hạn của Hội đồng nhân dân xã"). Where the clause names organs,
the words around each name tell its role: who decides, who submits, who is only reported to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from phapquy.authority.roles import (
    AFTER_ACT,
    AFTER_DECIDE,
    BEFORE_AGENT,
    BEFORE_OBJECT,
    POWER_OF,
    Role,
    begins_as,
    begins_with_verb,
    role_of,
)
from phapquy.law.holder import Level, Organ, find_organs
from phapquy.law.provision import Document, Kind, ProvisionId


@dataclass(frozen=True, slots=True)
class Competence:
    """An organ in a role, with whether the clause itself names it or what stands above does."""

    organ: Organ
    role: Role
    explicit: bool


MARKER = re.compile(r"^\s*(?:\d{1,3}[a-zđ]?\s?\.|[a-zđ]\))(?:\s*\[\d+\])*\s*")


def context_organ(document: Document, identity: ProvisionId) -> Organ | None:
    """Return the organ that stands above a provision: in the nearest lead-in, else in the article's heading."""
    above = document.paths.get(identity, ())
    for node in reversed(above):
        if node.kind in {Kind.KHOAN, Kind.DIEU, Kind.DOAN}:
            start = node.heading[1] if node.heading else node.start
            organ = subject_of(document.text[start : node.own_end]) or organ_of_heading(document.heading(node))
            if organ:
                return organ
    node_here = document.provisions.get(identity)
    return organ_of_heading(document.heading(node_here)) if node_here else None


def nearest_organ(document: Document, provision: ProvisionId) -> Organ | None:
    """The organ above a provision, also of one that does not stand in the document (yet): from what is above it."""
    here: ProvisionId | None = provision
    while here is not None and here not in document.provisions:
        here = here.parent
    if here is None or not here.parts:
        return None
    node = document.provisions[here]
    start = node.heading[1] if node.heading else node.start
    return subject_of(document.text[start : node.own_end]) or context_organ(document, here)


def subject_of(lead: str, find: Callable[[str], list[Organ]] = find_organs) -> Organ | None:
    """The organ a lead-in speaks of: "Chủ tịch Ủy ban nhân dân cấp xã thực hiện …", "… do Ủy ban nhân dân …"."""
    text = MARKER.sub("", lead)
    named = find(text)
    # "… thuộc thẩm quyền của Ủy ban nhân dân cấp huyện do Chủ tịch Ủy ban nhân dân cấp xã thực hiện"
    organs = [organ for organ in named if organ.level is not Level.HUYEN] or named
    for organ in organs:
        if organ.start <= 2 or BEFORE_AGENT.search(text[: organ.start]):  # noqa: PLR2004
            return organ
    return next((one for one in organs if AFTER_DECIDE.match(text, one.end) or AFTER_ACT.match(text, one.end)), None)


def organ_of_heading(heading: str, find: Callable[[str], list[Organ]] = find_organs) -> Organ | None:
    """The organ whose powers an article lists by its heading; one merely spoken of ("Bầu … của …") holds nothing."""
    organs = find(heading)
    if organs and (given := [one for one in organs if _GIVEN_TO.search(heading[: one.start])]):
        return given[-1]
    before = heading[: organs[0].start] if organs else ""
    if _ADDRESSED.search(before):
        return None
    if organs and (not before or (_LISTS_POWERS.search(before) and not _ABOUT_ONLY.search(before))):
        return organs[0]
    return None


_ADDRESSED = re.compile(r"(?<!giao )(?:cho|với|đến|gửi)\s*$")
"""Who is written to or worked with: "Trách nhiệm thông báo cho A"."""
_ABOUT_ONLY = re.compile(r"\b(?:trong việc|bảo đảm|đối với)\b", re.IGNORECASE)
_GIVEN_TO = re.compile(r"(?:chuyển giao|phân quyền|phân cấp|giao) cho\s*$", re.IGNORECASE)
_LISTS_POWERS = re.compile(
    r"^quyền (?:và nghĩa vụ )?của|nhiệm vụ|quyền hạn|thẩm quyền|trách nhiệm|chức năng", re.IGNORECASE
)


def competences(document: Document, identity: ProvisionId) -> list[Competence]:
    """List the organs a provision gives something to do, the strongest role first.

    The organ above comes in as holder when the clause begins without a subject of its own.
    """
    return strongest(one for _, found in by_sentence(document, identity) for one in found)


def by_sentence(document: Document, identity: ProvisionId) -> list[tuple[str, list[Competence]]]:
    """Return the sentences of a provision's own words, each with the organs it gives something to do.

    A part after a semicolon that begins with a verb has the subject of the part before.
    """
    node = document.provisions[identity]
    start = node.heading[1] if node.heading and node.kind is Kind.DIEU else node.start
    text = MARKER.sub("", " ".join(document.text[start : node.own_end].split()))
    above = context_organ(document, identity)
    level = above.level if above else document_level(document, identity)
    return [(one.text, _named_once(one.found)) for one in sentences(text, above, level)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a provision, with the organs it gives something to do."""

    start: int
    """Offset into the text it was cut from."""
    text: str
    found: tuple[Competence, ...]
    subject: Organ | None = None
    """Who is spoken of where the sentence has no subject of its own."""


def sentences(
    text: str, above: Organ | None, level: Level | None, find: Callable[[str], list[Organ]] = find_organs
) -> list[Sentence]:
    """Cut a provision's words into sentences, each with the organs it gives something to do.

    Args:
        text: the words on one line, without their number.
        above: the organ that stands above, taken for the subject left out.
        level: the level of organs named without one.
        find: lists the organs a text names.
    """
    subject = above
    out: list[Sentence] = []
    for at, piece in _pieces(text, find):
        before = subject
        organs = _of_one_level(piece, find(piece))
        found = _in_lists(piece, [Competence(_placed(organ, level), role_of(piece, organ), True) for organ in organs])
        found = _without_owners(piece, found)
        if subject and (_lacks_subject(piece, found) or (above and begins_with_verb(piece))):
            carried = replace(subject, start=0, end=0)
            spoken = [replace(one, role=Role.NAMED) if _is_agent(piece, one) else one for one in found]
            found = [Competence(carried, begins_as(piece), False), *spoken]
        own = next(
            (
                one.organ
                for one in found
                if one.explicit
                and one.organ.start <= 1
                and (one.role in {Role.DECIDES, Role.ACTS} or piece.startswith(" là ", one.organ.end))
            ),
            None,
        )
        subject = own or subject
        out.append(Sentence(at, piece, tuple(found), before))
    return out


def _pieces(text: str, find: Callable[[str], list[Organ]]) -> Iterator[tuple[int, str]]:
    """Yield the parts between full stops and semicolons with their places; a list of subjects is one part.

    "Các bộ; Ủy ban nhân dân cấp tỉnh có trách nhiệm …": what only names organs goes on after its semicolon.
    """
    start: int | None = None
    for match in _PIECE.finditer(text):
        start = match.start() if start is None else start
        if match[0].endswith(";") and (_only_names(match[0], find) or _awaits_verb(match[0], find)):
            continue
        yield start, text[start : match.end()]
        start = None
    if start is not None:
        yield start, text[start:]


def _only_names(piece: str, find: Callable[[str], list[Organ]]) -> bool:
    rest, last = "", 0
    for organ in find(piece):
        rest += piece[last : organ.start]
        last = organ.end
    return last > 0 and _BETWEEN.fullmatch(rest + piece[last:]) is not None


def _awaits_verb(piece: str, find: Callable[[str], list[Organ]]) -> bool:
    """Whether a part ends within a list of agents: "việc P do A, B; C thực hiện"."""
    given = _AGENTS.search(piece)
    return given is not None and _only_names(given[1], find)


_AGENTS = re.compile(r"\bdo ((?:(?!\bdo )[^;])*);$")
_BETWEEN = re.compile(r"(?:\s|[,;]|và|các|những)*", re.IGNORECASE)


def _of_one_level(piece: str, organs: list[Organ]) -> list[Organ]:
    """Give an organ without a level that of the next it is joined to: "Ủy ban nhân dân, Chủ tịch … cấp xã"."""
    out = list(organs)
    for place in range(len(out) - 2, -1, -1):
        here, after = out[place], out[place + 1]
        if not here.scope and here.level is None and after.scope and JOINED.fullmatch(piece[here.end : after.start]):
            out[place] = replace(here, scope=after.scope, level=after.level)
    return out


def said_in(text: str) -> list[Competence]:
    """List the organs that a sentence of its own, without a text around it, gives something to do."""
    return strongest(_in_lists(text, [Competence(organ, role_of(text, organ), True) for organ in find_organs(text)]))


def _in_lists(piece: str, found: list[Competence]) -> list[Competence]:
    """Give organs joined by a comma or "và" the role of the last of their list: "A, B và C quyết định"."""
    out = list(found)
    for place in range(len(out) - 2, -1, -1):
        here, after = out[place], out[place + 1]
        if not _joins(piece, here, after) or here.role is not Role.NAMED:
            continue
        head = place
        while head and _joins(piece, found[head - 1], found[head]):
            head -= 1
        # "kể từ ngày bầu A, B, C phải gửi …": what begins as an object stays one to the end of its list
        if after.role in _CARRIED and (after.role is Role.PROPOSES or _is_subject(piece, found[head])):
            out[place] = replace(here, role=after.role)
    return out


_CARRIED = frozenset({Role.DECIDES, Role.ACTS, Role.PROPOSES})


def _joins(piece: str, here: Competence, after: Competence) -> bool:
    """Whether two organs follow each other in one list."""
    return JOINED.fullmatch(piece[here.organ.end : after.organ.start]) is not None


JOINED = re.compile(
    r"(?: nơi có [^,;.]{2,40}?)?\s*(?:,|và|hoặc|, hoặc|, và|hay|;)\s*(?:(?:các|những|của"
    r"|cả)\s+)?(?:ít nhất [^,;.]{0,40}?(?:số|các)\s*)?"
)


def _is_subject(piece: str, first: Competence) -> bool:
    return not BEFORE_OBJECT.search(piece[: first.organ.start])


_PIECE = re.compile(r"[^;.]+(?:[.;](?!\s|$)[^;.]*)*[.;]?")


def _is_agent(piece: str, one: Competence) -> bool:
    """Whether an organ is only told as the one by whom something is made or to whom it belongs."""
    return one.role is Role.DECIDES and BEFORE_AGENT.search(piece[: one.organ.start]) is not None


def _without_owners(piece: str, found: list[Competence]) -> list[Competence]:
    """Let go of whose the power was where another does it: "việc thuộc thẩm quyền của A do B thực hiện"."""
    owners = [one for one in found if one.role is Role.DECIDES and POWER_OF.search(piece[: one.organ.start])]
    others = [one for one in found if one not in owners and one.role in {Role.DECIDES, Role.ACTS}]
    doers = [one for one in others if _DOER.search(piece[: one.organ.start])]
    if not owners or not doers:
        return found
    return [
        replace(one, role=Role.NAMED) if one in owners else replace(one, role=Role.DECIDES) if one in doers else one
        for one in found
    ]


_DOER = re.compile(r"(?:\bdo\s*|^|[,;] |\bthì )$")


def _lacks_subject(piece: str, found: list[Competence]) -> bool:
    """Whether a sentence neither begins with an organ nor names the one who decides ("do …")."""
    if any(one.organ.start <= 1 and one.role is not Role.NAMED for one in found):
        return False
    return not any(one.role is Role.DECIDES and BEFORE_AGENT.search(piece[: one.organ.start]) for one in found)


def strongest(found: Iterable[Competence]) -> list[Competence]:
    """Keep each organ once, in its strongest role, the strongest role first; the ended district level last."""
    order = list(Role)
    once = _named_once(found)
    return sorted(once, key=lambda one: (one.organ.level is Level.HUYEN, order.index(one.role)))


def document_level(document: Document, identity: ProvisionId) -> Level | None:
    """Level taken from the chapter or section title, for clauses that say only "cùng cấp"."""
    for node in reversed(document.paths.get(identity, ())):
        organs = find_organs(document.heading(node).lower().replace("ủy ban", "Ủy ban"))
        if organs and organs[0].level:
            return organs[0].level
    return None


def _placed(organ: Organ, level: Level | None) -> Organ:
    return organ.at(level) if organ.scope in {"", "cùng cấp", "cấp mình"} else organ


def _named_once(found: Iterable[Competence]) -> list[Competence]:
    """Keep each organ once, in its strongest role."""
    order = list(Role)
    best: dict[str, Competence] = {}
    for one in found:
        known = best.get(one.organ.name)
        if known is None or order.index(one.role) < order.index(known.role):
            best[one.organ.name] = one
    return list(best.values())
