"""A place named by its number in a document of which only a digest from the press is held.

The press seldom prints numbers. An item whose number it printed is opened; any other number is refused: what stands
there in the document is not known, and the running numbers of the digest are none of its own.
"""

from __future__ import annotations

import re

from phapquy.answer.decision import Decision
from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import gather
from phapquy.answer.model import Outcome
from phapquy.answer.naming import named_documents
from phapquy.corpus.kinds import TextKind
from phapquy.index.snapshot import Snapshot
from phapquy.law.label import is_running
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.law.reference import Reference
from phapquy.search.question import Question

_PLACE = re.compile(r"(?<!\w)(?P<kind>khoản|mục|điểm|điều)\s+(?P<number>\d{1,3})(?!\w)", re.IGNORECASE)
_ITEMS = frozenset({"khoản", "mục"})
_OWN_WORDS = 4
"""Content words beside the place from which on a question is one of its own."""


def unnumbered(question: Question, snapshot: Snapshot) -> Decision | None:
    """Decide a question that only names a place of such a document; None for any other."""
    place = _PLACE.search(question.text)
    named = named_documents(question, snapshot) if place else []
    document = snapshot.document(named[0]) if len(named) == 1 else None
    if place is None or document is None or not _from_press(document, snapshot):
        return None
    if len(set(content_terms(_PLACE.sub(" ", question.text)))) > _OWN_WORDS + len(_name(document, snapshot)):
        return None
    if _has_articles(document):
        return None  # what the document itself numbers is opened like any other
    node = document.provisions.get(ProvisionId(document.slug, (place["number"],)))
    if node and node.id and _is_printed(document, node) and place["kind"].lower() in _ITEMS:
        found = gather(snapshot, node.id, 1.0, ())
        return Decision(Outcome.ANSWERED, "exact-reference", bases=(found,)) if found else None
    return Decision(Outcome.NOT_FOUND, "no-such-provision", detail=_refusal(document, snapshot, place[0].lower()))


def not_told(reference: Reference, slug: str, snapshot: Snapshot) -> str:
    """Say that a digest from the press does not tell of a provision; nothing for any other document."""
    if not _is_from_press(slug, snapshot):
        return ""
    parts = (("điểm", reference.diem), ("khoản", reference.khoan), ("Điều", reference.dieu))
    place = " ".join(f"{word} {number}" for word, number in parts if number)
    return (
        f"{_no_text(slug, snapshot)}; bản tóm lược không nêu {place}, không có nghĩa là văn bản không có. "
        "Hãy xem văn bản chính thức."
    )


def _no_text(slug: str, snapshot: Snapshot) -> str:
    entry = snapshot.entry(slug)
    return f"Kho không có nguyên văn {entry.type} số {entry.number}, chỉ có bản tóm lược từ báo chí"


def _is_from_press(slug: str, snapshot: Snapshot) -> bool:
    whole = getattr(snapshot.info, "digests", ())
    return snapshot.entry(slug).text_kind is TextKind.DIGEST and slug not in whole


def _from_press(document: Document, snapshot: Snapshot) -> bool:
    items = any(node.kind is Kind.DOAN for node in document.provisions.values())
    return items and _is_from_press(document.slug, snapshot)


def _has_articles(document: Document) -> bool:
    return any(node.kind is Kind.DIEU for node in document.provisions.values())


def _name(document: Document, snapshot: Snapshot) -> set[str]:
    entry = snapshot.entry(document.slug)
    return set(content_terms(f"{entry.type} {entry.number}"))


def _refusal(document: Document, snapshot: Snapshot, asked: str) -> str:
    printed = [node.number for node in document.provisions.values() if _is_printed(document, node)]
    known = f" Báo chí chỉ nêu số của mục {', '.join(printed)}." if printed else ""
    return f"{_no_text(document.slug, snapshot)}, nên không biết {asked} nói gì.{known} Hãy hỏi theo nội dung."


def _is_printed(document: Document, node: Provision) -> bool:
    return node.kind is Kind.DOAN and not is_running(document, node)
