"""Judge the legal bases of an answer against an AND of ORs of provision ids.

Everything is judged at three depths: the id as it is (``diem``), cut to the clause (``khoan``) and cut to
the article (``dieu``), on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

DEPTHS: dict[str, int] = {"diem": 4, "khoan": 3, "dieu": 2}
"""Depth name -> how many parts of an id are kept, the slug included."""

Groups = Sequence[Sequence[str]]
Answer = Mapping[str, Any]


def cut(provision_id: str, depth: str) -> str:
    """Cut an id to a depth: ``luat-x/5/2/a`` is ``luat-x/5/2`` at ``khoan`` and ``luat-x/5`` at ``dieu``."""
    return "/".join(provision_id.split("/")[: DEPTHS[depth]])


def basis_citations(answer: Answer) -> list[Mapping[str, Any]]:
    """Return the citations the answer stands on; a citation without a role counts as one."""
    return [citation for citation in answer.get("citations") or () if citation.get("role", "basis") == "basis"]


def counted_ids(citation: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids a citation counts for: its own, those it is reached ``via``, and its amending clauses."""
    return (_own_id(citation), *(citation.get("via") or ()), *(citation.get("amended_by") or ()))


def groups_met(groups: Groups, cited: Iterable[str], depth: str) -> int:
    """Count the groups of which at least one id is cited."""
    found = {cut(one, depth) for one in cited}
    return sum(any(cut(one, depth) in found for one in group) for group in groups)


def recall(groups: Groups, answer: Answer, depth: str) -> float | None:
    """Return the share of needed bases that the answer cites; None where nothing has to be cited."""
    if not groups:
        return None
    cited = [one for citation in basis_citations(answer) for one in counted_ids(citation)]
    return groups_met(groups, cited, depth) / len(groups)


def precision(groups: Groups, answer: Answer, depth: str) -> float | None:
    """Return the share of basis citations that some group lists.

    A citation is right when its own id is listed, or one it counts for. None where nothing has to be
    cited or nothing is cited.
    """
    bases = basis_citations(answer)
    if not groups or not bases:
        return None
    gold = {cut(one, depth) for group in groups for one in group}
    right = sum(any(cut(one, depth) in gold for one in counted_ids(citation)) for citation in bases)
    return right / len(bases)


def fabricated(answer: Answer, exists: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the ids named anywhere in the answer that no stored provision has.

    Citations of every role are checked, with the ids they were reached through, the amending clauses, the
    source of their quote, and the ids the statements name.
    """
    named: dict[str, None] = {}
    for citation in answer.get("citations") or ():
        named.update(dict.fromkeys(counted_ids(citation)))
        if citation.get("quote_from"):
            named[str(citation["quote_from"])] = None
    for statement in answer.get("statements") or ():
        named.update(dict.fromkeys(statement.get("citations") or ()))
    return tuple(one for one in named if not _exists(one, exists))


def altered_quotes(answer: Answer, source_text: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return the ids of citations whose quote is not a verbatim slice of the text they name.

    A digest (``text_kind`` other than ``verbatim``) promises no wording and is not judged; a verbatim
    citation with an empty quote shows nothing and is counted.
    """
    wrong = []
    for citation in answer.get("citations") or ():
        if citation.get("text_kind", "verbatim") != "verbatim":
            continue
        quote = str(citation.get("quote") or "")
        source = _source(str(citation.get("quote_from") or _own_id(citation)), source_text)
        if not quote.strip() or source is None or quote not in source:
            wrong.append(_own_id(citation))
    return tuple(wrong)


def unbacked_statements(answer: Answer) -> int:
    """Count the statements of an answer that rest on no citation shown beside it."""
    if answer.get("outcome") != "answered":
        return 0
    shown = {_own_id(citation) for citation in answer.get("citations") or ()}
    statements = answer.get("statements") or ()
    return sum(not shown.intersection(statement.get("citations") or ()) for statement in statements)


def _own_id(citation: Mapping[str, Any]) -> str:
    return str(citation.get("id") or "")


def _exists(provision_id: str, exists: Callable[[str], bool]) -> bool:
    try:
        return exists(provision_id)
    except ValueError:  # not even of the form of an id
        return False


def _source(provision_id: str, source_text: Callable[[str], str | None]) -> str | None:
    try:
        return source_text(provision_id)
    except ValueError:
        return None
