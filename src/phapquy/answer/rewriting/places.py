"""Whether two references name the same place."""

from __future__ import annotations

from phapquy.law.citations import Citation, DocumentRef
from phapquy.vietnamese.normalize import fold


def same_reference(wanted: Citation, said: Citation, *, alone: bool = False) -> bool:
    """Whether a reference names exactly the places of another, in the same document.

    Args:
        wanted: the reference of the statement.
        said: the reference of the rewriting.
        alone: whether the document may go unnamed, because the clause is the one the statement rests on.
    """
    if set(wanted.targets) != set(said.targets) or wanted.excluded is not said.excluded:
        return False
    if said.document is None:
        return wanted.document is None or alone
    return wanted.document is not None and _same_document(wanted.document, said.document)


def _same_document(wanted: DocumentRef, said: DocumentRef) -> bool:
    """Whether a name is that of a document: what it says must agree, and it must say the name or the number."""
    if wanted.this or said.this:
        return wanted.this is said.this and fold(wanted.type) == fold(said.type)
    pairs = [(fold(wanted.number), fold(said.number)), (fold(wanted.name), fold(said.name))]
    told = [(ours, theirs) for ours, theirs in pairs if theirs]
    agree = bool(told) and all(ours == theirs for ours, theirs in told)
    return agree and fold(wanted.type) == fold(said.type) and said.year in {None, wanted.year}
