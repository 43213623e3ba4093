"""The last gate: nothing leaves without a clause that exists and words that stand in it."""

from __future__ import annotations

from dataclasses import replace

from phapquy.answer.model import Answer, Citation, Outcome, Role
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId


def citation_holds(snapshot: Snapshot, citation: Citation) -> bool:
    """Whether a citation exists and its quote is a verbatim slice of the text it is said to come from."""
    try:
        identity = ProvisionId.parse(citation.id)
        holder = ProvisionId.parse(citation.quote_from or citation.id)
    except ValueError:
        return False
    cited, source = snapshot.document(identity.slug), snapshot.document(holder.slug)
    if cited is None or source is None or identity not in cited.provisions:
        return False
    node = source.provisions.get(holder)
    return node is not None and bool(citation.quote) and citation.quote in source.full_text(node)


def verified(snapshot: Snapshot, answer: Answer) -> Answer:
    """Return the answer with every citation and statement that does not hold taken out.

    A statement must rest on at least one basis that holds; an answer left without statements becomes
    ``not_found`` rather than an unfounded sentence.
    """
    kept = tuple(one for one in answer.citations if citation_holds(snapshot, one))
    bases = {one.id for one in kept if one.role is Role.BASIS}
    if answer.outcome is not Outcome.ANSWERED:
        return replace(answer, citations=tuple(one for one in kept if one.role is not Role.BASIS))
    statements = tuple(
        replace(one, citations=tuple(ref for ref in one.citations if ref in bases))
        for one in answer.statements
        if any(ref in bases for ref in one.citations)
    )
    if len(kept) == len(answer.citations) and statements == answer.statements:
        return answer
    if not statements:
        return replace(
            answer, outcome=Outcome.NOT_FOUND, reason="unverified", level=None, holders=(), powers=(), statements=(),
            text="Không có căn cứ nào trong kho xác nhận được câu trả lời.",
            citations=tuple(one for one in kept if one.role is not Role.BASIS),
        )  # fmt: skip
    return replace(answer, citations=kept, statements=statements, text=" ".join(one.text for one in statements))
