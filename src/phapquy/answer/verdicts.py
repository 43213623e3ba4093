"""The sentence that answers first: yes or no, and who holds the matter in which role."""

from __future__ import annotations

from collections.abc import Sequence

from phapquy.answer.evidence import Evidence
from phapquy.answer.holders import Held
from phapquy.authority.roles import Role

_OPENING = {True: "Có. ", False: "Không. ", None: ""}
_ALONE = {
    Role.DECIDES: "Việc này thuộc thẩm quyền của {}",
    Role.ACTS: "Điều khoản gần nhất với câu hỏi giao nhiệm vụ cho {}",
    Role.PROPOSES: "Việc trình, đề nghị hoặc yêu cầu thuộc về {}",
    Role.CONSENTS: "Phải có sự đồng ý của {}",
    Role.ADVISES: "Bên cho ý kiến là {}",
    Role.RECEIVES: "Bên được giao là {}",
}
_DOES = {
    Role.DECIDES: "{} có thẩm quyền quyết định",
    Role.ACTS: "{} có trách nhiệm thực hiện",
    Role.PROPOSES: "{} trình, đề nghị",
    Role.CONSENTS: "phải có sự đồng ý của {}",
    Role.ADVISES: "{} cho ý kiến",
    Role.RECEIVES: "được giao cho {}",
}


def holders_sentence(parts: Sequence[Held], verdict: bool | None, *, after_district: bool = False) -> str:
    """Say who holds the matter; of several, each in the role and by the clause that gives it.

    Args:
        parts: the holders, at least one.
        verdict: yes or no to the question, None if it is not said.
        after_district: the matter was the district's, so "now" is said.
    """
    roles = {part.role for part in parts}
    opening = _OPENING[verdict]
    if after_district:
        return f"Nay việc này thuộc {'thẩm quyền' if Role.DECIDES in roles else 'nhiệm vụ'} của {_listed(parts)}."
    if parts[0].by.shares:
        return f"{opening}Tùy trường hợp, việc này thuộc thẩm quyền của {_listed(parts)}."
    if len(roles) == 1:
        return f"{opening}{_ALONE[parts[0].role].format(_listed(parts))}."
    order = sorted(roles, key=list(Role).index)
    said = [_DOES[role].format(_listed([part for part in parts if part.role is role])) for role in order]
    return f"{opening}Trong việc này, {'; '.join(said)}."


def without_sentence(clause: Evidence, without: Evidence) -> str:
    """Say no: the clause that gives powers by reference leaves this one out."""
    place = clause.label[:1].upper() + clause.label[1:]
    return f"Không. {place} giao nhiệm vụ, quyền hạn theo dẫn chiếu nhưng không giao {without.label}."


def _listed(parts: Sequence[Held]) -> str:
    """Name the organs; those that different clauses name with their clauses."""
    clauses = list(dict.fromkeys(part.by.label for part in parts))
    groups = [_and([part.organ.name for part in parts if part.by.label == clause]) for clause in clauses]
    if len(clauses) == 1:
        return groups[0]
    return _and([f"{group} ({clause})" for group, clause in zip(groups, clauses, strict=True)])


def _and(names: Sequence[str]) -> str:
    """Join names as Vietnamese does: "A, B và C"."""
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))
