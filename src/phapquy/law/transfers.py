"""Powers moved by reference: ``Thẩm quyền của A … quy định tại điểm b khoản 1 Điều 136 Luật X do B thực hiện``.

The decrees of 2025 leave the older laws as they are written and say, clause by clause, who now does what stands
there. Two shapes exist: one sentence with giver, task, reference and taker; and a lead-in with giver and taker
("… do B thực hiện, bao gồm:") over clauses or points that each name a task and where it is written.

A reference inside an exception ("mà không thuộc trường hợp quy định tại …") is not moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.law.citations import Citation, find_citations
from phapquy.law.holder import Organ, find_organs
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

# "Thẩm quyền của Ủy ban nhân dân cấp huyện …", "Trách nhiệm tổ chức …", "Nhiệm vụ, quyền hạn của …"
_OPENING = re.compile(
    r"(?:(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*)?(?:Thẩm quyền|Trách nhiệm|Nhiệm vụ(?:, quyền hạn)?)\b", re.IGNORECASE
)
# "… chuyển giao cho B thực hiện", "… do B thực hiện", "… phân quyền, phân cấp cho B"
_GIVES_TO = re.compile(
    r"\b(?:chuyển(?: giao)? cho|(?:phân quyền|phân cấp|ủy quyền)(?:, (?:phân quyền|phân cấp|ủy quyền))? cho|do)\s+"
)
_DOES = re.compile(r"\s*(?:[^,;.:]{0,80}\s)?(?:thực hiện|quyết định|giải quyết|ban hành|phê duyệt|cấp)\b")
_UNLESS = re.compile(r"(?:không thuộc|trừ|ngoài)(?: các| những)?(?: trường hợp)?[^;.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Transfer:
    """One clause that moves what is written elsewhere to an organ."""

    by: ProvisionId
    giver: Organ | None
    """Who had it by the older text; None where the clause does not say."""
    taker: Organ
    citations: tuple[Citation, ...]
    """Where the moved tasks are written; spans count from the beginning of the clause's own text."""


@dataclass(frozen=True, slots=True)
class _Move:
    giver: Organ | None
    taker: Organ


@dataclass(frozen=True, slots=True)
class FieldPower:
    """A clause that gives an organ kinds of decision of a whole field, whoever the older laws name."""

    by: ProvisionId
    taker: Organ
    field: str
    """The field in small letters: ``đất đai``."""
    tasks: tuple[str, ...]
    """What is decided, in small letters: ``thu hồi đất``."""


@dataclass(frozen=True, slots=True)
class SharedPower:
    """A clause that gives a task of a whole field to several organs, each in its cases."""

    by: ProvisionId
    field: str
    tasks: tuple[str, ...]
    """What is done, in small letters: ``cấp giấy chứng nhận …``."""
    points: tuple[ProvisionId, ...]
    """The points, one an organ."""


# "Điều 14. Phân cấp thẩm quyền cho B thực hiện trong lĩnh vực X"
_IN_FIELD = re.compile(r"phân (?:cấp|quyền) thẩm quyền cho .{5,80}? trong lĩnh vực (?P<field>[^.;\n]+)", re.IGNORECASE)
# "B có thẩm quyền quyết định về P, Q, R."
_DECIDES_ON = re.compile(r"\s*có thẩm quyền quyết định về (?P<tasks>[^.;\n]+)")


def may_give_a_field(text: str) -> bool:
    """Whether a document's text can hold such a clause at all: a quick look before its tree is built."""
    return "có thẩm quyền quyết định về" in text and "trong lĩnh vực" in text


def field_powers_of(document: Document) -> tuple[FieldPower, ...]:
    """List the clauses that give an organ kinds of decision of a field."""
    return tuple(_field_powers(document))


def _field_powers(document: Document) -> Iterator[FieldPower]:
    for article in document.walk():
        heading = document.text[slice(*article.heading)] if article.kind is Kind.DIEU and article.heading else ""
        field = _IN_FIELD.search(" ".join(heading.split()))
        for clause in article.children if field else ():
            words = document.own_text(clause)
            organ = next(iter(find_organs(words)), None)
            found = _DECIDES_ON.match(words, organ.end) if organ else None
            if field and organ and found and clause.id:
                tasks = tuple(one.strip().lower() for one in found["tasks"].split(","))
                yield FieldPower(clause.id, organ, field["field"].strip().lower(), tasks)


# "2. Quy định về thẩm quyền cấp giấy P, thu hồi giấy P:" with a point for each organ
_SHARED = re.compile(r"\bthẩm quyền (?P<tasks>[^:;.\n]+):\s*$")


def shared_powers_of(document: Document) -> tuple[SharedPower, ...]:
    """List the clauses that give a task of a field to several organs, each in its cases."""
    found: list[SharedPower] = []
    for article in document.walk():
        heading = document.text[slice(*article.heading)] if article.kind is Kind.DIEU and article.heading else ""
        field = _IN_FIELD.search(" ".join(heading.split()))
        for clause in article.children if field else ():
            listed = _SHARED.search(" ".join(document.own_text(clause).split()))
            tasks = tuple(one.strip().lower() for one in listed["tasks"].split(",")) if listed else ()
            points = tuple(node.id for node in clause.children if node.id and _gives_first(document, node, tasks))
            if field and clause.id and len(points) > 1:
                found.append(SharedPower(clause.id, field["field"].strip().lower(), tasks, points))
    return tuple(found)


def _gives_first(document: Document, point: Provision, tasks: tuple[str, ...]) -> bool:
    """Whether a point begins with an organ that does the first of the tasks: "a) B cấp giấy P …"."""
    words = _POINT.sub("", " ".join(document.own_text(point).split()))
    organ = next(iter(find_organs(words)), None)
    if organ is None or organ.start or not tasks:
        return False
    return words[organ.end :].lstrip().lower().startswith(tasks[0])


_POINT = re.compile(r"^[a-zđ]\)\s*")


def may_move(text: str) -> bool:
    """Whether a document's text can hold a transfer at all: a quick look before its tree is built."""
    return "quy định tại" in text and ("Thẩm quyền của" in text or "Trách nhiệm của" in text or "chuyển giao" in text)


def transfers_of(document: Document) -> tuple[Transfer, ...]:
    """List the transfers of a document in order."""
    articles = (node for node in document.walk() if node.kind is Kind.DIEU and node.id)
    return tuple(one for article in articles for one in _walk(document, article, None))


def _walk(document: Document, node: Provision, above: _Move | None) -> Iterator[Transfer]:
    title = node.heading[1] - node.start if node.heading and node.kind is Kind.DIEU else 0
    words = document.own_text(node)
    move = _move(words[title:]) or above
    lists = bool(node.children) and words.rstrip().endswith((":", "sau"))
    if move and node.id and not lists and (moved := tuple(places_moved(words, title))):
        yield Transfer(node.id, move.giver, move.taker, moved)
    for child in node.children:
        yield from _walk(document, child, move)


def _move(words: str) -> _Move | None:
    """Who gives and who takes, by a sentence that begins with the power or duty itself."""
    first = words.strip().split("\n", 1)[0]
    if not _OPENING.match(first):
        return None
    organs = find_organs(first)
    for found in _GIVES_TO.finditer(first):
        taker = next((one for one in organs if one.start == found.end()), None)
        if taker is None or not _DOES.match(first, taker.end):
            continue
        giver = next((one for one in organs if one.end <= found.start() and _own(first, one)), None)
        return _Move(giver, taker)
    return None


def _own(text: str, organ: Organ) -> bool:
    """Whether the power is said to be this organ's: "Thẩm quyền của A", "Thẩm quyền A"."""
    return re.search(r"(?:của|quyền|nhiệm|thuộc)\s*$", text[: organ.start], re.IGNORECASE) is not None


def places_moved(words: str, title: int) -> Iterator[Citation]:
    """Yield the references that say where a moved task is written: none of this text itself, none of an exception.

    Args:
        words: the own text of a clause.
        title: where its words begin after the heading.
    """
    for citation in find_citations(words):
        here = citation.document is not None and citation.document.this
        if citation.start < title or not citation.targets or here or citation.excluded:
            continue
        if not _UNLESS.search(words[: citation.start]):
            yield citation
