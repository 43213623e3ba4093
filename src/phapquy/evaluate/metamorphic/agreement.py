"""Compare two answers: is it the same answer, the same for another unit, or another one where it must be?

Each rule takes the answer to the question as it was, the answer to the changed question, and what is known of the
law (:class:`Law`); it returns the parts that agree by name, or None where the pair cannot be judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from phapquy.evaluate.citations import basis_citations, counted_ids, cut

Answer = Mapping[str, Any]
Parts = dict[str, bool]
LeftOut = Callable[[str, str], bool]
"""Whether a provision's power is kept from a unit ("phường"), by the clause that gives the others by reference."""
PARTS = ("outcome", "level", "holders", "first", "bases")

_UNIT = re.compile(
    r"\s+(?:cấp xã|cấp tỉnh|cấp huyện|xã|phường|đặc khu|thị trấn|tỉnh|thành phố|các cấp|cùng cấp)"
    r"(?:,? (?:và )?(?:xã|phường|đặc khu|thành phố)\b)*.*$"
)
_NO = re.compile(r"^\s*(?:không|chưa)\b|\bkhông (?:phải|thuộc|có thẩm quyền|được)\b", re.IGNORECASE)


def same(plain: Answer, changed: Answer, _left_out: LeftOut) -> Parts | None:
    """Compare two answers that must be the same.

    The outcome, the level, the holders (organ without the type of unit), the first basis and the set of bases, both cut
    to the khoản. The wording may differ: a longer question may choose other sentences to quote.
    """
    return {
        "outcome": plain.get("outcome") == changed.get("outcome"),
        "level": plain.get("level") == changed.get("level"),
        "holders": organs_of(plain) == organs_of(changed),
        "first": bases_of(plain)[:1] == bases_of(changed)[:1],
        "bases": set(bases_of(plain)) == set(bases_of(changed)),
    }


def for_unit(unit: str, plain: Answer, changed: Answer, left_out: LeftOut) -> Parts | None:
    """Compare the answer for one type of unit with that for another, asked about as ``unit``.

    The outcome and the level are the same; a holder of commune level is of the unit asked about, or general; the first
    basis stands in both answers, as it is or reached ``via`` the clause that refers to it.

    Not judged (None) is what the law itself may hold different: a question that is not answered, a power that the
    referring clause keeps from the unit, and a power that the first unit has by a clause of its own, to which no other
    refers - which is to be seen from the holder, who is of that unit, and no ``via``.
    """
    if plain.get("outcome") != "answered":
        return None
    first = basis_citations(plain)[:1]
    if not first or left_out(str(first[0]["id"]), unit) or _own_power(plain, first[0]):
        return None
    mine = {cut(one, "khoan") for one in counted_ids(first[0])}
    theirs = {cut(one, "khoan") for citation in basis_citations(changed) for one in counted_ids(citation)}
    return {
        "outcome": plain.get("outcome") == changed.get("outcome"),
        "level": plain.get("level") == changed.get("level"),
        "holders": all(_fits(holder, unit) for holder in changed.get("holders") or ()),
        "first": cut(str(first[0]["id"]), "khoan") in theirs,
        "bases": bool(mine & theirs),
    }


def not_the_communes(plain: Answer, changed: Answer, _left_out: LeftOut) -> Parts | None:
    """Check that what is asked about the province does not get the commune's answer.

    Judged only where the question as it was got the commune level. The changed answer fails when it is "answered" with
    the commune level on the same first basis. It passes with another level, another basis, no answer, or when it
    denies: "Hội đồng nhân dân tỉnh có được …" is rightly answered with "không", and then with who does it, which may
    be the commune.
    """
    if plain.get("outcome") != "answered" or plain.get("level") != "xa":
        return None
    kept = changed.get("outcome") == "answered" and changed.get("level") == "xa"
    same_basis = bases_of(plain)[:1] == bases_of(changed)[:1]
    return {"changed": not (kept and same_basis) or bool(_NO.search(str(changed.get("text") or "")))}


def bases_of(answer: Answer) -> list[str]:
    """Return the bases, cut to the khoản, each once, in order."""
    return list(dict.fromkeys(cut(str(citation["id"]), "khoan") for citation in basis_citations(answer)))


def organs_of(answer: Answer) -> frozenset[str]:
    """Return the holders without their type of unit: ``Hội đồng nhân dân phường`` -> ``hội đồng nhân dân``."""
    return frozenset(_UNIT.sub("", str(holder.get("organ") or "")).lower() for holder in answer.get("holders") or ())


def _fits(holder: Mapping[str, Any], unit: str) -> bool:
    """Whether a holder is of the unit or general; one of another level may be anybody."""
    name = str(holder.get("organ") or "").lower()
    return (
        holder.get("level") != "xa" or re.search(rf"\b(?:cấp xã|{unit})\b", name) is not None or not _UNIT.search(name)
    )


def _own_power(answer: Answer, first: Mapping[str, Any]) -> bool:
    """Whether only one type of unit has the power: a ward or special zone is named and no clause refers."""
    named = " ".join(str(holder.get("organ") or "") for holder in answer.get("holders") or ()).lower()
    return not first.get("via") and re.search(r"\b(?:phường|đặc khu)\b", named) is not None and "cấp xã" not in named
