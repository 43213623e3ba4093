"""Duties that a text shares out anew by reference: who now does what other texts say, without naming who did it.

"B có trách nhiệm thực hiện … các nội dung quy định tại Luật X như sau: a) Tổ chức P quy định tại khoản 6 Điều 9 …". The
places are read as those of a transfer without a giver; who had it stands in the older text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.law.holder import Organ, find_organs
from phapquy.law.provision import Document, Kind, Provision
from phapquy.law.transfers import Transfer, places_moved

_ASSIGNS = re.compile(
    r"\s*có trách nhiệm thực hiện (?:quản lý nhà nước )?(?:về )?(?:các )?(?:nội dung|việc) quy định tại "
    r"[^:]{3,300}như sau:\s*$"
)
_WHOLLY = re.compile(
    r"\bthực hiện (?:các |những )?(?:trách nhiệm|công việc|nhiệm vụ)(?: khác)? quy định tại", re.IGNORECASE
)
_MARKER = re.compile(r"^\s*(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*")


def may_assign(text: str) -> bool:
    """Whether a document's text can hold such a list at all: a quick look before its tree is built."""
    return "có trách nhiệm thực hiện" in text and ("nội dung quy định tại" in text or "việc quy định tại" in text)


def duties_of(document: Document) -> tuple[Transfer, ...]:
    """List the duties shared out by reference, each with its clause; nobody is named as the one who gives."""
    articles = (node for node in document.walk() if node.kind is Kind.DIEU and node.id)
    return tuple(one for article in articles for one in _walk(document, article, None))


def does_all(words: str) -> bool:
    """Whether a clause gives whatever the places it names say, not single deeds of it."""
    return _WHOLLY.search(words) is not None


def _walk(document: Document, node: Provision, above: Organ | None) -> Iterator[Transfer]:
    title = node.heading[1] - node.start if node.heading and node.kind is Kind.DIEU else 0
    words = document.own_text(node)
    organ = _assigned(words[title:])
    if above and node.id and organ is None and (places := tuple(places_moved(words, title))):
        yield Transfer(node.id, None, above, places)
    for child in node.children:
        yield from _walk(document, child, organ or above)


def _assigned(words: str) -> Organ | None:
    """Whose duties a lead-in lists."""
    line = _MARKER.sub("", " ".join(words.split()))
    organ = next(iter(find_organs(line)), None)
    return organ if organ and organ.start == 0 and _ASSIGNS.match(line, organ.end) else None
