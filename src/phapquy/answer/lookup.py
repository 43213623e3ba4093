"""Exact references: open the clause that is named, or say what exists instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from phapquy.answer.decide import Decision
from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import Evidence, gather, trimmed
from phapquy.answer.model import Clarification, Outcome
from phapquy.answer.wordings import inserted, of_day
from phapquy.corpus.existing import what_exists
from phapquy.corpus.manifest import Entry
from phapquy.errors import UsageError
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import Document, Provision, ProvisionId
from phapquy.law.reference import Reference
from phapquy.search.question import Asks, Question
from phapquy.vietnamese.normalize import fold

_MOST = 3
"""References of one question that are opened."""
_OWN_WORDS = 4
"""Content words beside the reference from which on a question is one of its own."""
_READABLE = 1500
"""Characters of an article that are quoted whole."""
_ABOUT_FORCE = re.compile(
    r"hiệu lực|thay thế|bãi bỏ|còn (?:áp dụng|dùng)|hết hạn|sửa đổi|áp dụng (?:từ|đến|không|chưa)", re.IGNORECASE
)
_SOME_LAW = re.compile(r"\b(?:bo )?luat (?!nay\b|moi\b|cu\b|hien\b|quy\b|co\b|noi\b|gi\b|do\b)[a-z]+ [a-z]+")
"""A law named in words; if it is none of the held ones, it is not held."""
_LAW_YEAR = re.compile(r"(?:nam\s+)?((?:19|20)\d\d)\b")


def look_up(question: Question, snapshot: Snapshot, as_of: date) -> Decision | None:
    """Decide a question that names a provision; None if it names none, or asks more than what it says.

    A named provision that exists is opened. One that does not, or whose document is not held, is refused
    with what there is; a dropped document is asked for. Nothing ever resolves to a neighbour or a parent.
    """
    named = [one for one in question.references if one.parts][:_MOST]
    if not named:
        return _not_held(question, snapshot)
    slugs = documents_named(question, named[0], snapshot)
    if slugs is None:
        return _which_document(question, named[0], snapshot)
    if not slugs:
        words = question.raw[named[0].start : named[0].end]
        return Decision(Outcome.NOT_FOUND, "document-not-held", detail=f"văn bản được nêu trong câu hỏi ({words})")
    if len(slugs) > 1:
        choices = tuple(f"{_words(named[0])} {snapshot.entry(slug).cite_as}" for slug in slugs)
        ask = Clarification("Có nhiều văn bản mang số này. Bạn hỏi văn bản nào?", choices)
        return Decision(Outcome.CLARIFY, "several-documents", clarify=ask)
    return _open(question, named, slugs[0], snapshot, as_of)


def _not_held(question: Question, snapshot: Snapshot) -> Decision | None:
    """Refuse a question on what a numbered document says that is not held; whether it is in force may be known."""
    numbered = [one for one in question.references if one.number]
    if not numbered or _ABOUT_FORCE.search(question.text) or any(by_number(one, snapshot) for one in numbered):
        return None
    words = question.raw[numbered[0].start : numbered[0].end]
    return Decision(Outcome.NOT_FOUND, "document-not-held", detail=f"văn bản được nêu trong câu hỏi ({words})")


def _open(
    question: Question, named: Sequence[Reference], slug: str, snapshot: Snapshot, as_of: date
) -> Decision | None:
    document = snapshot.document(slug)
    assert document is not None
    found: list[Evidence] = []
    for reference in named:
        names = [ProvisionId(slug, reference.parts)]
        if reference.diem == "d" and not reference.diem_sure:
            names.append(ProvisionId(slug, (*reference.parts[:-1], "đ")))
        opened = [one for name in names if name in document.provisions and (one := gather(snapshot, name, 1.0, ()))]
        if not opened and (clause := inserted(snapshot, names[0], as_of)):
            opened = [clause]
        elif not opened:
            detail = what_exists(document, names[0], snapshot.entry(slug))
            return Decision(Outcome.NOT_FOUND, "no-such-provision", detail=detail)
        found += [one.quoting(_whole(one.document, one.node)) for one in opened]
    if _asks_more(question, named):
        return None
    bases = tuple(of_day(one, snapshot, as_of) for one in found[: 2 * _MOST])
    return Decision(Outcome.ANSWERED, "exact-reference", bases=bases)


def _asks_more(question: Question, named: Sequence[Reference]) -> bool:
    """Whether the question is one of its own, with the reference as its ground ("theo Điều 21 thì ai …")."""
    if question.asks is Asks.OTHER:
        return False
    rest = question.raw
    for one in sorted(named, key=lambda one: -one.start):
        rest = rest[: one.start] + rest[one.end :]
    return len(content_terms(rest)) >= _OWN_WORDS


def _whole(document: Document, node: Provision) -> tuple[int, int]:
    """The span of a provision with what is below it, as far as a person reads: whole clauses, at least one."""
    if not node.children or node.end - node.start <= _READABLE:
        end = node.end
    else:
        end = max(
            (child.end for child in node.children if child.end - node.start <= _READABLE), default=node.children[0].end
        )
    return trimmed(document.text, node.start, end)


def _which_document(question: Question, reference: Reference, snapshot: Snapshot) -> Decision | None:
    """Ask for the document if the question is little more than the bare reference."""
    rest = question.raw[: reference.start] + question.raw[reference.end :]
    if len(rest.split()) > 4:  # noqa: PLR2004 - "… nói gì", "xem giúp"; more words are a question of their own
        return None
    core = [
        slug for slug in snapshot.info.documents
        if snapshot.entry(slug).core and ProvisionId(slug, reference.parts) in _provisions(snapshot, slug)
    ]  # fmt: skip
    choices = tuple(f"{_words(reference)} {snapshot.entry(slug).cite_as}" for slug in core)
    text = f"{_words(reference)} của văn bản nào? Hãy nêu tên hoặc số văn bản."
    return Decision(Outcome.CLARIFY, "which-document", clarify=Clarification(text, choices))


def _provisions(snapshot: Snapshot, slug: str) -> dict[ProvisionId, Provision]:
    document = snapshot.document(slug)
    return document.provisions if document else {}


def _words(reference: Reference) -> str:
    named = (("điểm", reference.diem), ("khoản", reference.khoan), ("Điều", reference.dieu))
    text = " ".join(f"{word} {number}" for word, number in named if number)
    return text[:1].upper() + text[1:]


def documents_named(question: Question, reference: Reference, snapshot: Snapshot) -> list[str] | None:
    """Return the held documents a reference names: by number, else by the name of the law beside it.

    Returns:
        The slugs; empty if a document is named that is not held; None if none is named.
    """
    if reference.number:
        return by_number(reference, snapshot)
    folded = fold(question.raw)
    named = [entry for entry in _held(snapshot) if _name(entry) and _name(entry) in folded]
    if not named:
        numbered = [one for one in question.references if one.number and not one.parts]
        if numbered:
            return by_number(numbered[0], snapshot)
        return [] if _SOME_LAW.search(folded) else None
    longest = max(len(_name(entry)) for entry in named)
    best = [entry for entry in named if len(_name(entry)) == longest]
    after = folded[folded.index(_name(best[0])) + longest :][:12].strip()
    year = _LAW_YEAR.match(after)
    if year:
        best = [
            entry
            for entry in best
            if year[1] in entry.number or (entry.effective and year[1] == str(entry.effective.year))
        ]
    return [entry.slug for entry in best]


def named_documents(question: Question, snapshot: Snapshot) -> list[str]:
    """Return the held documents that a question names by number: where its answer is looked for."""
    numbered = [one for one in question.references if one.number]
    found = [by_number(one, snapshot) for one in numbered]
    if not found or not all(len(slugs) == 1 for slugs in found):
        return []
    return [slugs[0] for slugs in found]


def by_number(reference: Reference, snapshot: Snapshot) -> list[str]:
    """Return the held documents whose number begins as the reference's does, of its kind if it names one."""
    wanted = (reference.number or "").split("/")
    found = []
    for entry in _held(snapshot):
        numbers = [fold(number) for number in (entry.number, entry.consolidated_number or "") if number]
        kind = fold(entry.type)
        same_kind = (
            reference.type is None or kind.startswith(reference.type) or fold(entry.title).startswith(reference.type)
        )
        if same_kind and any(_starts(number, wanted) for number in numbers):
            found.append(entry.slug)
    return found


def _starts(number: str, wanted: list[str]) -> bool:
    parts = re.split(r"[/ ]", number.replace("(", "").replace(")", ""))
    head = parts[0].split("-")[0]
    if len(wanted) == 1:
        return wanted[0] in (parts[0], head)
    return parts[: len(wanted)] == wanted


def _held(snapshot: Snapshot) -> list[Entry]:
    return [snapshot.entry(slug) for slug in snapshot.info.documents]


def _name(entry: Entry) -> str:
    """The law's name as people write it: folded, only for laws (decrees are named by number)."""
    name = fold(entry.title)
    return name if name.startswith(("luat ", "bo luat ")) else ""


def find_provision(snapshot: Snapshot, identity: ProvisionId) -> tuple[ProvisionId, Document]:
    """Return a provision with its document.

    Raises:
        UsageError: it does not exist; the message says what does.
    """
    document = snapshot.document(identity.slug)
    if document is None:
        raise UsageError(
            f"Chỉ mục không có văn bản {identity.slug}. Xem các mã văn bản bằng lệnh: phapquy corpus status"
        )
    if identity.parts and identity not in document.provisions:
        raise UsageError(what_exists(document, identity, snapshot.entry(identity.slug)))
    return identity, document
