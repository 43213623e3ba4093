"""Which clauses of a document read differently on two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phapquy.corpus.wording import State
from phapquy.law.provision import ProvisionId
from phapquy.reading.model import Clause


@dataclass(frozen=True, slots=True)
class Changed:
    """A clause with its words on two days; none where it was not, or was no longer, in force."""

    id: ProvisionId
    before: str
    after: str
    by: tuple[str, ...]
    """The clauses that had changed it by the later day."""


def changed(before: Iterable[Clause], after: Iterable[Clause]) -> Iterator[Changed]:
    """Yield the clauses whose words in force differ, in the order of the document.

    Args:
        before: the clauses of the document on the earlier day.
        after: those on the later day; an inserted one stands where its number belongs.
    """
    old, new = ({clause.id: clause for clause in side if clause.id} for side in (before, after))
    for place in (*new, *(one for one in old if one not in new)):
        earlier, later = _words(old.get(place)), _words(new.get(place))
        if earlier != later:
            yield Changed(place, earlier, later, (new.get(place) or old[place]).changed_by)


def _words(clause: Clause | None) -> str:
    if clause is None or clause.state is not State.IN_FORCE:
        return ""
    return "\n".join(filter(None, (clause.heading, *("".join(part.text for part in line) for line in clause.lines))))
