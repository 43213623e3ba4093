"""Apply powers given by reference: a question about a ward, a special zone or a city reads the clauses of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phapquy.answer.evidence import Evidence
from phapquy.index.readings import grants as all_grants
from phapquy.index.snapshot import Snapshot
from phapquy.law.grants import Grant, in_unit, organ_in, units_asked
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Question

_URBAN = "loại đô thị"
_NOT_URBAN = "chưa được công nhận"


@dataclass(frozen=True, slots=True)
class Applied:
    """The evidence as it holds for the kind of unit asked about, and what does not apply to it."""

    kept: tuple[Evidence, ...]
    left_out: tuple[tuple[Evidence, Grant], ...] = ()
    """Provisions that the unit does not have, with the grant that leaves them out on purpose; best first."""


def apply_grants(question: Question, found: Iterable[Evidence], snapshot: Snapshot) -> Applied:
    """Apply the powers by reference to the evidence.

    A provision given by reference carries the referring clause (``via``) and the unit's own organ as holder; one
    that the reference leaves out does not apply to that unit and is set aside.
    """
    units = units_asked(question.text, question.organs)
    evidence = tuple(found)
    if not units:
        return Applied(evidence)
    urban = _URBAN in question.text and _NOT_URBAN not in question.text
    kept: list[Evidence] = []
    left_out: list[tuple[Evidence, Grant]] = []
    for each in evidence:
        readings = [_for_unit(each, unit, snapshot, urban=urban) for unit in units]
        given = next((one for one, grant in readings if one and grant), None)
        without = next((grant for one, grant in readings if one is None and grant), None)
        if given or without is None:
            kept.append(given or each)
        else:
            left_out.append((each, without))
    return Applied(tuple(kept), tuple(left_out))


def _for_unit(one: Evidence, unit: str, snapshot: Snapshot, *, urban: bool) -> tuple[Evidence | None, Grant | None]:
    grants = [grant for grant in all_grants(snapshot) if grant.by.slug == one.identity.slug]
    own = [grant for grant in grants if grant.unit == unit and grant.urban == urban]
    for grant in own:
        if grant.gives(one.identity):
            return _given(one, unit, (grant.by,)), grant
        chain = _through(one.identity, grant, grants)
        if chain:
            return _given(one, unit, chain), grant
    without = next((grant for grant in own if _leaves_out(one.identity, grant, grants)), None)
    return (None, without) if without else (one, None)


def _through(identity: ProvisionId, grant: Grant, grants: Sequence[Grant]) -> tuple[ProvisionId, ...]:
    """The chain of a grant of a grant: the zone has the ward's powers, the ward has the commune's."""
    for other in grants:
        if other is not grant and any(other.by.within(target) for target in grant.targets) and other.gives(identity):
            return (grant.by, other.by)
    return ()


def _leaves_out(identity: ProvisionId, grant: Grant, grants: Sequence[Grant]) -> bool:
    if grant.leaves_out(identity):
        return True
    inner = (other for other in grants if any(other.by.within(target) for target in grant.targets))
    return any(other.leaves_out(identity) for other in inner)


def _given(one: Evidence, unit: str, via: tuple[ProvisionId, ...]) -> Evidence:
    organ = organ_in(one.document, one.identity)
    return one.given(via, in_unit(organ, unit) if organ else None)
