"""Which documents a list names, and which its words only mention: ``… sửa đổi một số điều của Nghị định số 7/…``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.law.citations import Citation, DocumentRef, Level, find_citations
from phapquy.law.targets import Parts

# what stands before a document that is only mentioned: "của", "theo", "tại", "quy định chi tiết thi hành"
_MENTIONED = re.compile(r"(?:của|theo|tại|bởi|trong|thuộc|ở|thi hành|hướng dẫn)\s*$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_PIECE = re.compile(r"[;\n]|\.(?=\s)")


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that a list names, or provisions of it."""

    document: str
    """As ``Nghị định 71/2024/NĐ-CP``."""
    parts: tuple[Parts, ...] = ()
    """Empty for the whole document."""


def named_documents(words: str) -> tuple[NamedDocument, ...]:
    """List the documents that words name, without those they only mention in describing these.

    In each piece (up to a semicolon or stop) what follows the first mention belongs to the description, unless it
    names provisions: ``Luật A đã được sửa theo Luật B, Luật C và Điều 9 của Luật D`` names A, and Điều 9 of D.
    """
    found: list[NamedDocument] = []
    for piece in _PIECE.split(_ASIDE.sub(" ", words)):
        found.extend(_in_piece(piece))
    return tuple(dict.fromkeys(found))


def _in_piece(piece: str) -> Iterator[NamedDocument]:
    describing = False
    for citation in find_citations(piece):
        document = citation.document
        if document is None or document.this or not document.number:
            continue
        if citation.targets:
            if parts := _parts(citation):
                yield NamedDocument(_written(document), parts)
            continue
        describing = describing or bool(_MENTIONED.search(piece[: citation.start]))
        if not describing:
            yield NamedDocument(_written(document))


def _written(document: DocumentRef) -> str:
    return f"{document.type} {document.number}"


def _parts(citation: Citation) -> tuple[Parts, ...]:
    wanted = (Level.DIEU, Level.KHOAN, Level.DIEM)
    return tuple(
        tuple(step.number for step in target)
        for target in citation.targets
        if not citation.excluded and tuple(step.level for step in target) == wanted[: len(target)]
    )
