"""Which provisions of a document a place names: ``Mục 3 Chương IV`` is every article that stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phapquy.law.citations import THIS, Citation, Level, Step, Target, find_citations
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

_KINDS = {
    Level.PHAN: Kind.PHAN, Level.CHUONG: Kind.CHUONG, Level.MUC: Kind.MUC, Level.TIEU_MUC: Kind.TIEU_MUC,
    Level.DIEU: Kind.DIEU, Level.KHOAN: Kind.KHOAN, Level.DIEM: Kind.DIEM,
}  # fmt: skip


def own_places(document: Document, clause: ProvisionId, words: str) -> tuple[ProvisionId, ...] | None:
    """Return the provisions of this document that the words of a clause name.

    Returns:
        The ids, articles for a chapter or section; None when the words also name a place of another document
        or one that does not exist.
    """
    found: list[ProvisionId] = []
    for citation in find_citations(words):
        if citation.excluded or not citation.targets:
            continue
        if not _is_own(citation):
            return None
        for target in citation.targets:
            ids = _at(document, clause, target)
            if not ids:
                return None
            found.extend(ids)
    return tuple(dict.fromkeys(found))


def _is_own(citation: Citation) -> bool:
    return citation.document is None or citation.document.this


def _at(document: Document, clause: ProvisionId, target: Target) -> tuple[ProvisionId, ...]:
    scope: Sequence[Provision] = document.nodes
    for step in target:
        scope = _narrowed(document, clause, scope, step)
    if not target or (target[0].level > Level.DIEU and target[0].number != THIS):
        return ()  # a clause without its article may be anybody's
    return tuple(dict.fromkeys(one for node in scope for one in _ids(node)))


def _narrowed(document: Document, clause: ProvisionId, scope: Sequence[Provision], step: Step) -> list[Provision]:
    kind = _KINDS.get(step.level)
    if kind is None:
        return []
    if step.number == THIS:
        path = (*document.paths.get(clause, ()), document.provisions[clause])
        return [node for node in path if node.kind is kind]
    nodes = [node for top in scope for node in top.walk() if node.kind is kind and not _in_annex(node)]
    numbers = [node.number for node in nodes]
    if step.number not in numbers:
        return []
    first = numbers.index(step.number)
    last = numbers.index(step.last, first) if step.last in numbers[first:] else first
    return nodes[first : last + 1] if step.last else [node for node in nodes if node.number == step.number]


def _in_annex(node: Provision) -> bool:
    return node.kind is Kind.DIEU and node.id is not None and len(node.id.parts) > 1


def _ids(node: Provision) -> Iterator[ProvisionId]:
    """The id of a provision, or of the articles in a container."""
    if node.id is not None:
        yield node.id
        return
    yield from (one.id for one in node.walk() if one.kind is Kind.DIEU and one.id is not None)
