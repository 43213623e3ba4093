"""Exact references: open the clause that is named, or say what exists instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from phapquy.answer.decision import Decision
from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import Evidence, gather, trimmed
from phapquy.answer.force import force_of
from phapquy.answer.model import Clarification, Outcome
from phapquy.answer.naming import by_number, documents_named
from phapquy.answer.standing import FORCE_WORDS, State, asks_about_force, is_all_it_asks, is_spoken_of, standing_of
from phapquy.answer.unnumbered import not_told, unnumbered
from phapquy.answer.within import is_ground, own_terms, parts_asked
from phapquy.answer.wordings import inserted, of_day
from phapquy.corpus.existing import what_exists
from phapquy.errors import UsageError
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import Document, Provision, ProvisionId
from phapquy.law.reference import Reference
from phapquy.search.question import Asks, Question
from phapquy.vietnamese.normalize import fold, syllables

_MOST = 3
"""References of one question that are opened."""
_PIECES = 12
"""Pieces of text they are shown in, where amendments gave parts of them anew."""
_OWN_WORDS = 4
"""Content words beside the reference from which on a question is one of its own."""
_READABLE = 1500
"""Characters of an article that are quoted whole."""


def look_up(question: Question, snapshot: Snapshot, as_of: date) -> Decision | None:
    """Decide a question that names a provision; None if it names none, or asks more than what it says.

    A named provision that exists is opened. One that does not, or whose document is not held, is refused
    with what there is; a dropped document is asked for. Nothing ever resolves to a neighbour or a parent.
    """
    if decision := unnumbered(question, snapshot):
        return decision
    named = [one for one in question.references if one.parts][:_MOST]
    if not named:
        return _standing(question, snapshot, as_of) or _not_held(question, snapshot, as_of)
    slugs = documents_named(question, named[0], snapshot)
    if slugs is None:
        return _which_document(question, named[0], snapshot)
    if not slugs:
        said = next((one for one in (named[0], *question.references) if one.number), named[0])
        words = question.raw[said.start : said.end]
        return Decision(Outcome.NOT_FOUND, "document-not-held", detail=f"văn bản được nêu trong câu hỏi ({words})")
    if len(slugs) > 1:
        choices = tuple(f"{_words(named[0])} {snapshot.entry(slug).cite_as}" for slug in slugs)
        ask = Clarification("Có nhiều văn bản mang số này. Bạn hỏi văn bản nào?", choices)
        return Decision(Outcome.CLARIFY, "several-documents", clarify=ask)
    return _open(question, named, slugs[0], snapshot, as_of)


def _standing(question: Question, snapshot: Snapshot, as_of: date) -> Decision | None:
    """Answer a question on nothing but whether, or from when to when, a document is in force."""
    if not asks_about_force(question):
        return None
    standing = standing_of(question, snapshot, as_of)
    if standing is None or (standing.state is not State.NOT_YET and not is_all_it_asks(question)):
        return None
    opening = standing.verdict(question) + standing.text(as_of)
    bases = (standing.clause, *standing.changes)
    return Decision(Outcome.ANSWERED, "in-force", bases=bases, opening=opening)


def _not_held(question: Question, snapshot: Snapshot, as_of: date) -> Decision | None:
    """Refuse a question on what a numbered document says that is not held; one that ended is answered with its end."""
    numbered = [one for one in question.references if one.number]
    if not numbered or any(by_number(one, snapshot) for one in numbered):
        return None
    if asks_about_force(question) and is_spoken_of(numbered[0], snapshot):
        return None
    standing = standing_of(question, snapshot, as_of)
    if (
        standing
        and standing.state is State.ENDED
        and question.asks is not Asks.OTHER
        and not asks_about_force(question)
    ):
        return None  # the premise is corrected, and the matter answered by the law of the day
    if standing and standing.state is State.ENDED:
        opening = f"{standing.text(as_of)} Kho không có nguyên văn văn bản đã hết hiệu lực này."
        return Decision(Outcome.ANSWERED, "ended-document", bases=(standing.clause,), opening=opening)
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
            detail = not_told(reference, slug, snapshot) or what_exists(document, names[0], snapshot.entry(slug))
            return Decision(Outcome.NOT_FOUND, "no-such-provision", detail=detail)
        found += [one.quoting(_whole(one.document, one.node)) for one in opened]
    if _asks_more(question, named, found):
        return None
    about_force = asks_about_force(question) and not is_ground(question, named[0])
    terms = own_terms(question, named)
    if not about_force:
        found = [part for one in found for part in parts_asked(one, terms, snapshot) or [one]]
    bases = tuple(piece for one in found[: 2 * _MOST] for piece in of_day(one, snapshot, as_of))
    if not about_force:
        return Decision(Outcome.ANSWERED, "exact-reference", bases=bases[:_PIECES])
    opening, ending = force_of(found[0], snapshot, as_of)
    return Decision(Outcome.ANSWERED, "exact-reference", bases=(*bases[:_PIECES], *ending), opening=opening)


def _asks_more(question: Question, named: Sequence[Reference], opened: Sequence[Evidence]) -> bool:
    """Whether the question is one of its own, with the reference as its ground ("theo Điều 21 thì ai …").

    Asked whether it is in force, words that only say what the provision is about are none of its own.
    """
    if question.asks is Asks.OTHER:
        return False
    rest = question.raw
    for one in sorted(named, key=lambda one: -one.start):
        rest = rest[: one.start] + rest[one.end :]
    own = set(content_terms(rest))
    if asks_about_force(question):
        own -= FORCE_WORDS.union(*(syllables(fold(one.context)) for one in opened))
    return len(own) >= _OWN_WORDS


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
