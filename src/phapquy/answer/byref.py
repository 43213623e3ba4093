"""Apply powers given by reference: a question about a ward, a special zone or a city reads the clauses of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phapquy.answer.evidence import Evidence
from phapquy.authority.derived import Grant, grants_of, in_unit, organ_in, unit_asked
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Question

_URBAN = "loại đô thị"
_NOT_URBAN = "chưa được công nhận"


def apply_grants(question: Question, found: Iterable[Evidence], snapshot: Snapshot) -> list[Evidence]:
    """Return the evidence as it holds for the kind of unit asked about.

    A provision given by reference carries the referring clause (``via``) and the unit's own organ as holder; one
    that the reference leaves out does not apply to that unit and is dropped.
    """
    unit = unit_asked(question.text, question.organs)
    evidence = list(found)
    if unit is None:
        return evidence
    urban = _URBAN in question.text and _NOT_URBAN not in question.text
    kept = [one for each in evidence if (one := _for_unit(each, unit, snapshot, urban=urban))]
    return kept or evidence


def _for_unit(one: Evidence, unit: str, snapshot: Snapshot, *, urban: bool) -> Evidence | None:
    grants = _grants(snapshot, one.identity.slug)
    own = [grant for grant in grants if grant.unit == unit and grant.urban == urban]
    for grant in own:
        if grant.gives(one.identity):
            return _given(one, unit, (grant.by,))
        chain = _through(one.identity, grant, grants)
        if chain:
            return _given(one, unit, chain)
    return None if any(_leaves_out(one.identity, grant, grants) for grant in own) else one


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


def _grants(snapshot: Snapshot, slug: str) -> tuple[Grant, ...]:
    """The grants of a document, read once per snapshot."""
    if slug not in snapshot.memo:
        document = snapshot.document(slug)
        snapshot.memo[slug] = grants_of(document) if document else ()
    grants: tuple[Grant, ...] = snapshot.memo[slug]
    return grants
