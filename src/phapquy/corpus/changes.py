"""The rows of the table of amendments and the orders of the amending texts, looked up by what they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.kinds import Extent, HaveText, Operation
from phapquy.corpus.validity import ValidityTable
from phapquy.law.amending import PHRASES, operations_of
from phapquy.law.amending import Operation as Order
from phapquy.law.provision import Document, ProvisionId
from phapquy.law.quoted import QuotedPart, quoted_parts


@dataclass(frozen=True, slots=True)
class Found:
    """The new words of a target in an amending clause."""

    clause: ProvisionId
    part: QuotedPart
    written: tuple[tuple[str, ...], ...] = ()
    """What the clause names instead of the target, where table and text disagree."""


class Changes:
    """What changes a document's provisions; reads each amending clause once."""

    def __init__(self, documents: Mapping[str, Document], validity: ValidityTable) -> None:
        self._documents = documents
        self._validity = validity
        self._orders: dict[ProvisionId, list[Order]] = {}
        self._rows: dict[str, dict[ProvisionId, list[Amendment]]] = {}
        self._phrases: dict[str, list[tuple[Order, date]]] = {}

    def orders(self, clause: ProvisionId) -> list[Order]:
        """Return what a clause orders; nothing where its text is not held."""
        if clause not in self._orders:
            document = self._documents.get(clause.slug)
            self._orders[clause] = operations_of(document, clause) if document else []
        return self._orders[clause]

    def by_target(self, slug: str) -> dict[ProvisionId, list[Amendment]]:
        """Return the rows that change provisions of a document, by target."""
        if slug not in self._rows:
            found: defaultdict[ProvisionId, list[Amendment]] = defaultdict(list)
            for row in self._made_on(slug):
                for target in row.targets:
                    if row not in found[target]:
                        found[target].append(row)
            document = self._documents.get(slug)
            for identity in document.provisions if document else ():
                for row in self._validity.amendments_of(identity):
                    if identity in row.targets and row not in found[identity]:
                        found[identity].append(row)
            self._rows[slug] = dict(found)
        return self._rows[slug]

    def _made_on(self, slug: str) -> list[Amendment]:
        rows = [row for amending in self._documents for row in self._validity.amendments_by(ProvisionId(amending))]
        changes = (row for row in rows if row.operation is not Operation.NONE and row.extent is not Extent.UU_TIEN)
        return [row for row in changes if row.target_slug == slug]

    def touching(self, provision: ProvisionId) -> list[Amendment]:
        """Return the rows on a provision, on what stands above it, and on what stands below it."""
        rows = list(self._validity.amendments_of(provision))
        for target, below in self.by_target(provision.slug).items():
            if target != provision and target.within(provision):
                rows.extend(row for row in below if row not in rows)
        return rows

    def below(self, provision: ProvisionId, since: date | None, day: date) -> list[ProvisionId]:
        """Return what stands below a provision and was changed after ``since`` and by ``day``."""
        return [
            target
            for target, rows in self.by_target(provision.slug).items()
            if target != provision and target.within(provision)
            if any(row.effective and row.effective <= day and (not since or row.effective > since) for row in rows)
        ]

    def phrases(self, slug: str) -> list[tuple[Order, date]]:
        """Return the phrases replaced somewhere in a document, with the day of each."""
        if slug not in self._phrases:
            found: dict[Order, date] = {}
            for row in self._made_on(slug):
                if row.have_text is HaveText.CO and row.extent is Extent.MOT_PHAN and row.effective:
                    for order in (one for clause in row.by_provisions for one in self.orders(clause)):
                        if order.act in PHRASES and order.phrase:
                            found.setdefault(order, row.effective)
            self._phrases[slug] = list(found.items())
        return self._phrases[slug]

    def phrases_on(self, provision: ProvisionId) -> list[tuple[Order, date]]:
        """Return the phrases replaced in a provision, above it or below it, with the day of each."""
        targets = (
            (one, since, ProvisionId(provision.slug, parts))
            for one, since in self.phrases(provision.slug)
            for parts in one.targets
        )
        near = ((one, since) for one, since, at in targets if at.within(provision) or provision.within(at))
        return list(dict.fromkeys(near))

    def find(self, clause: ProvisionId, target: ProvisionId, provision: ProvisionId) -> Found | None:
        """Find the new words of ``provision`` in a clause that rewords ``target``, itself or what it stands in."""
        document = self._documents.get(clause.slug)
        orders = [one for one in self.orders(clause) if one.wording]
        if document is None or not orders:
            return None
        for order in orders:
            part = order.part_for(document.text, target.parts) if target.parts in order.targets else None
            if part is not None:
                return _inside(document, order, part, target, provision)
        return _by_number(document, orders, target, provision)


def _by_number(document: Document, orders: list[Order], target: ProvisionId, provision: ProvisionId) -> Found | None:
    """The one order of the clause, where its words begin with the target's own number.

    A retyped decree may name the wrong article in its heading; the table then says which one is meant.
    """
    if len(orders) != 1 or len(orders[0].wording) != 1:
        return None
    parts = quoted_parts(document.text, orders[0].wording[0])
    if not parts or not parts[0].fits(target.parts):
        return None
    found = _inside(document, orders[0], parts[0], target, provision)
    return Found(found.clause, found.part, orders[0].targets) if found else None


def _inside(
    document: Document, order: Order, part: QuotedPart, target: ProvisionId, provision: ProvisionId
) -> Found | None:
    """The words of a provision that stands inside the target; None where the new words have no such part."""
    if provision == target:
        return Found(order.clause, part)
    start, end = part.span
    inner = (one for span in order.wording for one in quoted_parts(document.text, span))
    below = [one for one in inner if start <= one.span[0] < end and one.fits(provision.parts)]
    return Found(order.clause, below[0]) if below else None
