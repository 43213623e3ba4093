"""How a power, a count and a filter of the matrix are written for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from phapquy.app.matrix import strings
from phapquy.authority.matrix import Filters, Matrix
from phapquy.authority.power import Power
from phapquy.authority.topics import FIELDS
from phapquy.law.holder import LEVEL_NAMES, Level
from phapquy.vietnamese.numbers import dotted

Cite = Callable[[str], str]


def clause(power: Power, cite: Cite) -> str:
    """Return the clause that gives a power, with the one by which it holds for another unit."""
    basis = cite(str(power.basis))
    by = power.via[0] if power.via else power.renamed
    if by is None:
        return basis
    kept = power.via[1] if power.former and len(power.via) > 1 else None
    told = strings.KEPT_BY.format(by=cite(str(by)), kept=cite(str(kept))) if kept else cite(str(by))
    return strings.BY_REFERENCE.format(basis=basis, by=told)


def found(matrix: Matrix) -> str:
    """Return how many powers, tasks and organs there are."""
    return strings.FOUND.format(**{name: dotted(number) for name, number in matrix.counts["all"].items()})


def chosen(filters: Filters) -> Iterator[tuple[str, str]]:
    """Yield the filters that are set, each with its name."""
    for name, title in strings.FILTERS.items():
        if value := getattr(filters, name):
            yield title, in_words(name, value)


def in_words(group: str, value: str) -> str:
    """Write a code of a field or a level in words; another value, or an unknown one, stays as it is."""
    if group == "field":
        return FIELDS[value][0] if value in FIELDS else value
    return LEVEL_NAMES[Level(value)] if group == "level" and value in set(Level) else value
