"""Powers by reference: the ward's, the special zone's and the city's, out of those of the commune and the province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from phapquy.authority.power import Power
from phapquy.index.readings import grants
from phapquy.index.snapshot import Snapshot
from phapquy.law.grants import Grant, in_unit
from phapquy.law.provision import ProvisionId

_URBAN = "đặc khu được công nhận loại đô thị"
_LIKE = {"phường": {"xã"}, "đặc khu": {"xã", "phường"}, "thành phố": {"tỉnh"}}
"""Whose organs' powers each kind of unit takes over."""


def given_powers(read: Iterable[Power], snapshot: Snapshot) -> Iterator[Power]:
    """Yield the powers that clauses give by reference to the organs of another kind of unit."""
    found = grants(snapshot)
    slugs = {grant.by.slug for grant in found}
    by_article: defaultdict[ProvisionId, list[Power]] = defaultdict(list)
    for power in read:
        if power.basis.slug in slugs:
            by_article[power.basis.at_dieu()].append(power)
    for grant in found:
        yield from _by(grant, (grant.by,), by_article, snapshot)
        for other in found:
            if other is not grant and any(other.by.within(target) for target in grant.targets):
                yield from _by(replace(other, unit=grant.unit, urban=grant.urban), (grant.by, other.by), by_article,
                               snapshot)  # fmt: skip


def _by(
    grant: Grant,
    via: tuple[ProvisionId, ...],
    by_article: defaultdict[ProvisionId, list[Power]],
    snapshot: Snapshot,
) -> Iterator[Power]:
    span = snapshot.validity.of(via[0])
    for article in grant.articles:
        for power in by_article.get(article, ()):
            if not any(power.basis.within(target) for target in grant.targets):
                continue
            if power.unit not in _LIKE[grant.unit] or power.via:
                continue
            starts = [day for day in (power.start, span.start) if day]
            ends = [day for day in (power.end, span.end) if day]
            yield replace(
                power,
                holder=in_unit(power.holder, grant.unit),
                unit=grant.unit,
                condition=_both(power.condition, _URBAN if grant.urban else None),
                via=via,
                start=max(starts, default=None),
                end=min(ends, default=None),
            )


def _both(one: str | None, other: str | None) -> str | None:
    return "; ".join(filter(None, (one, other))) or None
