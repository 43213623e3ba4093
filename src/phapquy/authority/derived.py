"""Who else holds what a provision says: powers by reference, exclusions, transfers, preparation.

A provision of the commune's council is also the special zone's, by reference, and not the ward's where the ward's
article leaves it out; the executive of the same level prepares it; a later decree may have moved it. Each of these is
said by a clause, and the chain of clauses is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.authority.fields import taken_by_field
from phapquy.index.readings import grants, moves
from phapquy.index.snapshot import Snapshot
from phapquy.law.grants import Grant, in_unit, organ_in, preparations_of
from phapquy.law.provision import ProvisionId


class How(StrEnum):
    """How an organ comes to a power, or not."""

    GIVEN = "giao theo dẫn chiếu"
    GIVEN_URBAN = "giao theo dẫn chiếu, khi được công nhận loại đô thị"
    LEFT_OUT = "không giao"
    LEFT_OUT_URBAN = "không giao, khi được công nhận loại đô thị"
    MOVED = "chuyển giao"
    PREPARES = "xây dựng, trình"


@dataclass(frozen=True, slots=True)
class Derived:
    """An organ's relation to a provision that does not name it, and the clauses that make it."""

    organ: str
    how: How
    provision: ProvisionId
    """The provision that describes the power."""
    chain: tuple[ProvisionId, ...]
    """The clauses it comes by, the last one named first."""


def derived_powers(provision: ProvisionId, snapshot: Snapshot, day: date) -> tuple[Derived, ...]:
    """List who else holds, lacks, prepares or took over what a provision says, on a day."""
    known = [*_by_grant(provision, snapshot), *_prepared(provision, snapshot)]
    found = [one for one in known if all(snapshot.validity.of(clause).covers(day) for clause in one.chain)]
    taken = [one.transfer for one in moves(snapshot).of(provision, day)]
    taken += filter(None, () if taken else (taken_by_field(provision, snapshot, day),))
    found += [Derived(one.taker.name, How.MOVED, provision, (one.by,)) for one in taken]
    return tuple(dict.fromkeys(found))


def given_by(clause: ProvisionId, snapshot: Snapshot, day: date) -> tuple[Derived, ...]:
    """List what a referring or moving clause gives, and what it leaves out on purpose."""
    if not snapshot.validity.of(clause).covers(day):
        return ()
    document = snapshot.document(clause.slug)
    found: list[Derived] = []
    for grant in (one for one in grants(snapshot) if one.by == clause):
        for target in grant.targets:
            found.append(Derived(_organ(grant, target, snapshot), _given(grant), target, (clause,)))
        inside = document.provisions if document else {}
        left = [one for one in inside if grant.leaves_out(one) and not _above_left_out(one, grant)]
        found += [Derived(_organ(grant, one, snapshot), How.LEFT_OUT, one, (clause,)) for one in left]
    found += [
        Derived(one.transfer.taker.name, How.MOVED, one.target, (clause,)) for one in moves(snapshot).by(clause, day)
    ]
    return tuple(dict.fromkeys(found))


def _by_grant(provision: ProvisionId, snapshot: Snapshot) -> Iterator[Derived]:
    all_grants = [one for one in grants(snapshot) if one.by.slug == provision.slug]
    for grant in all_grants:
        if any(provision.within(target) for target in grant.targets):
            yield Derived(_organ(grant, provision, snapshot), _given(grant), provision, (grant.by,))
        elif grant.leaves_out(provision):
            yield Derived(_organ(grant, provision, snapshot), _left_out(grant), provision, (grant.by,))
        for other in all_grants:
            if other is grant or not any(other.by.within(target) for target in grant.targets):
                continue
            organ, chain = _organ(grant, provision, snapshot), (grant.by, other.by)
            if any(provision.within(target) for target in other.targets):
                yield Derived(organ, _given(grant), provision, chain)
            elif other.leaves_out(provision):
                yield Derived(organ, _left_out(grant), provision, chain)


def _prepared(provision: ProvisionId, snapshot: Snapshot) -> Iterator[Derived]:
    document = snapshot.document(provision.slug)
    for one in preparations_of(document) if document else ():
        if one.covers(provision):
            yield Derived(one.organ.name, How.PREPARES, provision, (one.by,))


def _given(grant: Grant) -> How:
    return How.GIVEN_URBAN if grant.urban else How.GIVEN


def _left_out(grant: Grant) -> How:
    return How.LEFT_OUT_URBAN if grant.urban else How.LEFT_OUT


def _organ(grant: Grant, provision: ProvisionId, snapshot: Snapshot) -> str:
    document = snapshot.document(provision.slug)
    organ = organ_in(document, provision) if document else None
    return in_unit(organ, grant.unit).name if organ else f"chính quyền địa phương ở {grant.unit}"


def _above_left_out(provision: ProvisionId, grant: Grant) -> bool:
    """Whether what stands above is left out as a whole, so that the provision need not be named as well."""
    above = provision.parent
    return above is not None and bool(above.parts) and grant.leaves_out(above)
