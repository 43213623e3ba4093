"""How an amending document was read: its operations, counted by what became of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from phapquy.law.amending import PHRASES
from phapquy.law.amending import Operation as Order
from phapquy.law.provision import Document


@dataclass(frozen=True, slots=True)
class Tally:
    """How one amending document was read: operations, and what became of them."""

    slug: str
    operations: int = 0
    exact: int = 0
    """New wording found whole, or a repeal with its targets."""
    partly: int = 0
    """Phrases and parts: noted beside the stored text."""
    outside: int = 0
    """In annexes and forms, or in documents that the corpus does not hold."""
    unread: int = 0


def slug_of(named: str | None, names: Mapping[str, str]) -> str | None:
    """Return the slug of a document as an amending clause names it (``Nghị định 71/2024/NĐ-CP``)."""
    if named is None:
        return None
    if named == "Hiến pháp":
        return "hien-phap-2013"
    kind, number = named.rsplit(" ", 1)
    if number in names:
        return names[number]
    plain = number.lower().replace("đ", "d").replace("/", "-")
    short = {"Luật": "luat", "Bộ luật": "luat", "Nghị định": "nd", "Nghị quyết": "nq"}.get(kind)
    return f"{short}-{plain}" if short else None


def tally(slug: str, orders: list[Order], names: Mapping[str, str], texts: Mapping[str, Document]) -> Tally:
    """Count the operations of one amending document."""
    counts: Counter[str] = Counter()
    for order in orders:
        counts[_fate(order, texts[slug], slug_of(order.document, names) in texts)] += 1
    return Tally(slug, len(orders), counts["exact"], counts["partly"], counts["outside"], counts["unread"])


def _fate(order: Order, document: Document, held: bool) -> str:
    if order.unread:
        return "outside" if _ANNEX.search(order.unread) else "unread"
    if not held:
        return "outside"
    if order.act in PHRASES or order.partial:
        return "partly"
    whole = not order.wording or all(order.part_for(document.text, parts) for parts in order.targets)
    return "exact" if whole else "partly"


_ANNEX = re.compile("phụ lục")
