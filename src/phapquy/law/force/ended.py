"""What a document ends besides itself: the documents and provisions that it repeals or replaces.

Which clauses order an end is read by ``law.amending``; here their words are read for the documents they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.law.amending import Act, Operation, all_operations
from phapquy.law.force.days import SELF, read_moment
from phapquy.law.force.model import Anchor, ForceFact, ForceKind, Moment
from phapquy.law.force.places import own_places
from phapquy.law.force.sentences import Sentence
from phapquy.law.named import NamedDocument, named_documents
from phapquy.law.orders import order_words
from phapquy.law.provision import Document, Provision, ProvisionId

# "hết hiệu lực kể từ ngày Luật này có hiệu lực": the day, and the end of what is named
_DAY = re.compile(r"(?<!\w)hết\s+hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+")
# "Nghị định này thay thế Nghị định số …", "…, thay thế Nghị định số …"
_REPLACES = re.compile(rf"(?:^{SELF}\s+|,\s+(?:và\s+)?|\s+và\s+)thay thế\s+(?:cho\s+)?(?:các\s+)?")
_SELF_BEGINS = re.compile(rf"{SELF}\s+có hiệu lực")
# what touches only words of a provision: "Đoạn “…” tại khoản 2 Điều 7", "Mục ghi chú tại Phụ lục II"
_PARTLY = re.compile(r"(?:Đoạn|Câu|Cụm từ|Từ|Mục ghi chú|Ghi chú)(?!\w)")
_STOP = re.compile(r"(?<=\.)\s+(?=[A-ZĐÀ-Ỹ])")
_OWN_END = re.compile(rf"(?:của\s+)?{SELF}")
_REPEALS = frozenset({Act.BAI_BO, Act.HET_HIEU_LUC})
_WITH_THIS = Moment(Anchor.OWN)


def replaced_in(sentence: Sentence) -> Iterator[ForceFact]:
    """Yield the documents that a sentence of an article on entry into force says are replaced."""
    if found := _REPLACES.search(sentence.text):
        base = ForceFact(ForceKind.ENDS_OTHER, sentence.clause, sentence.span, _WITH_THIS)
        for named in named_documents(sentence.text[found.end() :]):
            yield replace(base, document=named.document, parts=named.parts)


def ended_by(document: Document) -> Iterator[ForceFact]:
    """Yield the documents and provisions that the clauses of a document end, and its own provisions among them."""
    orders: dict[ProvisionId, list[Operation]] = {}
    for order in all_operations(document):
        if order.act in _REPEALS:
            orders.setdefault(order.clause, []).append(order)
    for clause, found in orders.items():
        yield from _of_clause(document, document.provisions[clause], found)


def _of_clause(document: Document, node: Provision, orders: list[Operation]) -> Iterator[ForceFact]:
    assert node.id is not None
    words = order_words(document, node)
    if _PARTLY.match(words):
        return
    span = (node.start, node.start + len(document.own_text(node).rstrip()))
    base = ForceFact(ForceKind.ENDS_OTHER, node.id, span, _moment(document, node))
    said = [(sentence, _DAY.search(sentence)) for sentence in _STOP.split(words)]
    named = [(_on(base, sentence, day), one) for sentence, day in said for one in _named(sentence, day)]
    if not named and _OWN_END.search(words) and (places := own_places(document, node.id, _listed(*said[0]))):
        yield replace(_on(base, *said[0]), kind=ForceKind.ENDS, provisions=places)
    elif len({one.document for _, one in named}) > 1 or not any(order.document for order in orders):
        yield from (replace(fact, document=one.document, parts=one.parts) for fact, one in named)
    else:
        yield from _ordered(named[0][0] if named else _on(base, *said[0]), orders)


def _listed(sentence: str, day: re.Match[str] | None) -> str:
    return sentence[: day.start()] if day else sentence


def _named(sentence: str, day: re.Match[str] | None) -> tuple[NamedDocument, ...]:
    return () if _SELF_BEGINS.match(sentence) else named_documents(_listed(sentence, day))


def _on(base: ForceFact, sentence: str, day: re.Match[str] | None) -> ForceFact:
    """Give a fact the day and the exceptions of its sentence."""
    read = read_moment(sentence, day.end()) if day else None
    limited = read is not None and "trừ " in sentence[read[1] :]
    return replace(base, moment=read[0] if read else base.moment, limited=limited)


def _ordered(base: ForceFact, orders: list[Operation]) -> Iterator[ForceFact]:
    """What the orders of a clause end, where they are all about one document."""
    for order in orders:
        if order.document and order.targets:
            parts = () if order.targets == ((),) else order.targets
            yield replace(base, document=order.document, parts=parts, limited=bool(order.excepted) or base.limited)


def _moment(document: Document, node: Provision) -> Moment:
    """The day that the clauses above a list give (``Các nghị định sau đây hết hiệu lực từ ngày …``), else its own."""
    assert node.id is not None
    for above in reversed(document.paths[node.id]):
        words = order_words(document, above) if above.id is not None else ""
        found = _DAY.search(words)
        if found and (read := read_moment(words, found.end())):
            return read[0]
    return _WITH_THIS
