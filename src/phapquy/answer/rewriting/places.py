"""Whether two references name the same place."""

from __future__ import annotations

import re

from phapquy.answer.rewriting.quantities import find_quantities
from phapquy.answer.rewriting.units import Unit
from phapquy.law.citations import DocumentRef
from phapquy.vietnamese.normalize import fold

_EITHER = re.compile(r"\b(?:hoặc|hay)\b")


def same_reference(wanted: Unit, said: Unit, *, own: bool = False) -> bool:
    """Whether a reference names exactly the places of another, in the same document.

    Args:
        wanted: the reference of the statement.
        said: the reference of the rewriting.
        own: whether it is the clause the statement quotes, whose document may go unnamed or without its number.
    """
    ours, theirs = wanted.citation, said.citation
    if ours is None or theirs is None:
        return False
    if set(ours.targets) != set(theirs.targets) or ours.excluded is not theirs.excluded:
        return False
    if bool(_EITHER.search(wanted.key)) is not bool(_EITHER.search(said.key)):
        return False
    if not _days(said) <= _days(wanted):
        return False
    if theirs.document is None:
        return ours.document is None or own
    return ours.document is not None and _same_document(ours.document, theirs.document, own=own)


def _same_document(wanted: DocumentRef, said: DocumentRef, *, own: bool) -> bool:
    """Whether a name is that of a document: laws of one name are told apart by number and year."""
    if wanted.this or said.this:
        return wanted.this is said.this and fold(wanted.type) == fold(said.type)
    if not own and (bool(wanted.number) > bool(said.number) or wanted.year != said.year):
        return False
    pairs = [(fold(wanted.number), fold(said.number)), (fold(wanted.name), fold(said.name))]
    told = [(ours, theirs) for ours, theirs in pairs if theirs]
    agree = bool(told) and all(ours == theirs for ours, theirs in told)
    return agree and fold(wanted.type) == fold(said.type) and said.year in {None, wanted.year}


def _days(reference: Unit) -> set[str]:
    """The days in the words of a reference: ``Nghị định số … ngày 02 tháng 5 năm 2090``."""
    return {one.key for one in find_quantities(reference.key.lower()) if one.key.startswith("ngày ")}
