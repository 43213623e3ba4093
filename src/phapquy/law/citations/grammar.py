"""The grammar of citations: places, the word that joins them to a document, and the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.law.citations.documents import TYPE, S, read_document
from phapquy.law.citations.model import Citation, DocumentRef
from phapquy.law.citations.places import WORD, Group, read_places

_BEGIN = re.compile(rf"(?<!\w)(?:{TYPE}|{WORD})")
# what stands between places and their document: "của", "tại", "ban hành kèm theo", a comma, or nothing
_OF = re.compile(
    rf"(?:\[\d{{1,3}}\])*,?{S}(?:(?:ban{S}hành{S})?kèm{S}theo{S}(?:của{S})?|ban{S}hành{S}theo{S}|(?:của|tại|thuộc|trong){S})?(?:các{S})?"
)
_TYPE = re.compile(TYPE)


def find_citations(text: str) -> list[Citation]:
    """List the citations of a statutory text in order of their place; spans do not overlap.

    Works on any text and in one pass: every pattern begins at a word of its own and is bounded or linear.

    Args:
        text: NFC text. A citation does not cross a line end.
    """
    found: list[Citation] = []
    pos = 0
    while begin := _BEGIN.search(text, pos):
        pos = begin.end()
        if begin["type"]:
            if document := read_document(text, begin):
                found.append(Citation(document.start, document.end, (), document))
                pos = document.end
        elif groups := read_places(text, begin.start()):
            found.extend(_cited(text, groups))
            pos = max(groups[-1].end, found[-1].end if found else 0)
    return found


def _cited(text: str, groups: tuple[Group, ...]) -> Iterator[Citation]:
    document = None if groups[-1].here else _joined(text, groups[-1].end)
    for group in groups:
        own = DocumentRef(group.start, group.end, "", this=True) if group.here else document
        if own is None and _nameless(group):
            continue
        end = document.end if document and group is groups[-1] else group.end
        yield Citation(group.start, end, group.targets, own, group.excluded)


def _joined(text: str, pos: int) -> DocumentRef | None:
    """The document that the places before ``pos`` stand in, if one follows."""
    if not (joint := _OF.match(text, pos)):
        return None
    begin = _TYPE.match(text, joint.end())
    return read_document(text, begin) if begin else None


def _nameless(group: Group) -> bool:
    """Whether a group is only the word ``Phụ lục``, without number or document."""
    return all(not step.number for target in group.targets for step in target)
