"""Read whole resolutions: every clause of article 1, its closing clause, and the day from which the units work."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from phapquy.law.provision import Document, ProvisionId
from phapquy.units.clause import read_clause
from phapquy.units.closing import read_closing
from phapquy.units.model import EventKind, Mention, NewUnit, Resolution

_WORKS = re.compile(r"chính thức hoạt động từ ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_DEPTH = 2


def may_rearrange(text: str) -> bool:
    """Whether a document's text can be a commune resolution: a quick look before its tree is built."""
    return "đơn vị hành chính cấp xã" in text and "Sau khi sắp xếp," in text and "có tên" in text


def read_resolution(document: Document) -> Resolution | None:
    """Read a commune resolution; None if the document is none."""
    closing = None
    clauses: list[tuple[ProvisionId, str]] = []
    for identity, node in document.provisions.items():
        if len(identity.parts) != _DEPTH or identity.dieu != "1":
            continue
        words = " ".join(document.own_text(node).split())
        if read := read_closing(identity, words):
            closing = (identity, *read)
        else:
            clauses.append((identity, words))
    if closing is None or not clauses:
        return None
    by, province, counts, kept, unread = closing
    events: list[tuple[ProvisionId, Mention, NewUnit, EventKind]] = []
    odd: list[tuple[ProvisionId, str]] = [(by, unread)] if unread.strip() else []
    for identity, words in clauses:
        made = read_clause(words)
        if made is None or made.unread:
            odd.append((identity, made.unread if made else words))
        if made is None:
            continue
        new = NewUnit(made.kind, made.name, province.name, identity)
        for mention in made.mentions:
            events.append((identity, mention, new, EventKind.RENAME if made.renames else mention.event))
    for mention in kept:
        new = NewUnit(mention.kind, mention.name, province.name, by, kept=True)
        events.append((by, mention, new, EventKind.KEPT))
    since = _since(document)
    return Resolution(document.slug, province, since, tuple(events), replace(counts, since=since), kept, tuple(odd))


def _since(document: Document) -> date:
    found = _WORKS.search(document.text)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else date.min
