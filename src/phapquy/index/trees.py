"""Documents' trees as plain rows, so that a snapshot serves the very tree its passages were cut from."""

from __future__ import annotations

from typing import Any

from phapquy.law.provision import Document, Kind, Provision, ProvisionId

Row = list[Any]
"""``[depth, kind, number, start, own_end, end, id parts or None, heading span or None]`` in document order."""


def to_rows(document: Document) -> list[Row]:
    """Flatten a document's tree."""
    rows: list[Row] = []

    def visit(node: Provision, depth: int) -> None:
        parts = list(node.id.parts) if node.id else None
        heading = list(node.heading) if node.heading else None
        rows.append([depth, node.kind.value, node.number, node.start, node.own_end, node.end, parts, heading])
        for child in node.children:
            visit(child, depth + 1)

    for node in document.nodes:
        visit(node, 0)
    return rows


def from_rows(slug: str, text: str, rows: list[Row]) -> Document:
    """Build the document back from its text and rows."""

    def build(index: int, depth: int) -> tuple[tuple[Provision, ...], int]:
        nodes: list[Provision] = []
        while index < len(rows) and rows[index][0] == depth:
            _, kind, number, start, own_end, end, parts, heading = rows[index]
            children, index = build(index + 1, depth + 1)
            identity = None if parts is None else ProvisionId(slug, tuple(parts))
            span = None if heading is None else (heading[0], heading[1])
            nodes.append(Provision(Kind(kind), number, start, own_end, end, identity, span, children))
        return tuple(nodes), index

    return Document(slug, text, build(0, 0)[0])
