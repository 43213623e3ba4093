"""Which provisions of the corpus have been given to another organ by reference, and by which clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from phapquy.corpus.references import Resolver
from phapquy.corpus.validity import ValidityTable
from phapquy.law.holder import Organ
from phapquy.law.provision import Document, ProvisionId
from phapquy.law.transfers import Transfer, transfers_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A provision whose task another clause gives to another organ."""

    target: ProvisionId
    transfer: Transfer

    def takes_from(self, organ: Organ) -> bool:
        """Whether it is this organ's task that is moved; a clause that names no giver moves anybody's."""
        giver = self.transfer.giver
        return giver is None or (giver.base, giver.level) == (organ.base, organ.level)


class Moves:
    """The transfers by reference of a corpus, by what they move.

    Args:
        documents: those that can hold one.
        resolver: says which provisions a reference means.
        validity: says on which days a transfer holds.
        read: reads the transfers of a document.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        resolver: Resolver,
        validity: ValidityTable,
        read: Callable[[Document], Iterable[Transfer]] = transfers_of,
    ) -> None:
        self._validity = validity
        self._by_target: defaultdict[ProvisionId, list[Moved]] = defaultdict(list)
        for document in documents:
            for transfer in read(document):
                for citation in transfer.citations:
                    for target in resolver.resolve(citation, transfer.by).ids:
                        self._by_target[target].append(Moved(target, transfer))
        self._by_clause: defaultdict[ProvisionId, list[Moved]] = defaultdict(list)
        for moved in self:
            self._by_clause[moved.transfer.by].append(moved)

    def __iter__(self) -> Iterator[Moved]:
        for found in self._by_target.values():
            yield from found

    def of(self, provision: ProvisionId, day: date) -> tuple[Moved, ...]:
        """Return the transfers in force on a day that move a provision, or all of what it stands in."""
        return tuple(one for one in self.ever(provision) if self._validity.of(one.transfer.by).covers(day))

    def ever(self, provision: ProvisionId) -> tuple[Moved, ...]:
        """Return the transfers of any day that move a provision, or all of what it stands in."""
        above: ProvisionId | None = provision
        found: list[Moved] = []
        while above is not None and above.parts:
            found += self._by_target.get(above, ())
            above = above.parent
        return tuple(found)

    def by(self, clause: ProvisionId, day: date) -> tuple[Moved, ...]:
        """Return what a clause moves, if it is in force on a day."""
        found = tuple(self._by_clause.get(clause, ()))
        return found if found and self._validity.of(clause).covers(day) else ()
