"""Clauses that keep applying what another document says on some subjects, though its clauses ended.

"Các quy định về P, về Q không có trong Nghị định này thì tiếp tục áp dụng theo Nghị định số …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.law.citations import Citation, find_citations
from phapquy.law.provision import Document, ProvisionId

_SAVES = re.compile(
    r"quy định (?P<subjects>về [^.;]+?) không (?:có|được quy định|quy định) (?:tại|trong) [^.;,]{3,40} này thì"
    r" tiếp tục (?:thực hiện|áp dụng) theo (?P<texts>[^.;]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Saving:
    """What a clause keeps."""

    by: ProvisionId
    subjects: tuple[str, ...]
    """In small letters: ``giá đất``."""
    citations: tuple[Citation, ...]
    """The documents whose rules on them go on; spans count from the beginning of the clause's own text."""


def may_save(text: str) -> bool:
    """Whether a document's text can hold such a clause at all: a quick look before its tree is built."""
    return "thì tiếp tục" in text


def savings_of(document: Document) -> tuple[Saving, ...]:
    """List the clauses of a document that keep rules of another."""
    return tuple(_savings(document))


def _savings(document: Document) -> Iterator[Saving]:
    for node in document.walk():
        words = document.own_text(node) if node.id else ""
        for found in _SAVES.finditer(words):
            subjects = tuple(
                one.strip(" ,").lower() for one in re.split(r"\bvề\b", found["subjects"]) if one.strip(" ,")
            )
            named = (one for one in find_citations(words) if found.start("texts") <= one.start < found.end("texts"))
            if node.id:
                yield Saving(node.id, subjects, tuple(one for one in named if one.document is not None))
