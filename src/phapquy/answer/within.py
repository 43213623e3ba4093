"""The part of a named provision that a question is on: "khoản 2 Điều 15 nói ai đặt tên đường" means one point."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import Evidence, gather
from phapquy.index.snapshot import Snapshot
from phapquy.law.reference import Reference
from phapquy.search.question import Question

_FEWEST = 2
"""Content words beside the reference from which on a part is looked for."""
_HOLDS = 0.5
"""Share of them that the part must hold."""
_GROUND = re.compile(r"(?:theo|tại|căn cứ|ở|của|dựa vào)(?: quy định(?: tại)?)?\s*$", re.IGNORECASE)
_SAYING = frozenset(
    """noi quy dinh ghi neu giao quyen cam cho phep luat nghi dinh quyet thong tu dieu khoan diem van ban ubnd hdnd uy
    ban nhan dan hoi dong xa tinh phuong""".split()  # noqa: SIM905
)
"""Folded words by which the clause, and whose it is, is spoken of, not its matter."""


def own_terms(question: Question, named: Sequence[Reference]) -> tuple[str, ...]:
    """The folded content words of a question beside the provisions it names."""
    rest = question.raw
    for one in sorted(named, key=lambda one: -one.start):
        rest = rest[: one.start] + rest[one.end :]
    return tuple(term for term in content_terms(rest) if term not in _SAYING and not term.isdigit())


def is_ground(question: Question, reference: Reference) -> bool:
    """Whether a provision is named as the ground of something else that is asked about: "ban hành theo khoản 9"."""
    return bool(_GROUND.search(question.raw[: reference.start])) and len(question.raw[: reference.start].split()) > 1


def parts_asked(one: Evidence, terms: Sequence[str], snapshot: Snapshot) -> list[Evidence]:
    """Return the lowest provisions within one that hold most of the words asked about; none if no part stands out.

    Args:
        one: the provision that is named.
        terms: what is asked of it, folded.
        snapshot: where it is stored.
    """
    if len(terms) < _FEWEST or not one.node.children:
        return []
    leaves = [node.id for node in one.node.walk() if node.id and not node.children]
    found = [part for leaf in leaves if (part := gather(snapshot, leaf, one.score, terms))]
    best = max((part.covers(terms) for part in found), default=0.0)
    nearest = [part for part in found if part.covers(terms) == best]
    return nearest if best >= _HOLDS and len(nearest) == 1 else []
