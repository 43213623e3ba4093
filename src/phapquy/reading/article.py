"""A whole article with one of its parts marked, as the texts are stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from phapquy.answer.labels import labels_of
from phapquy.index.snapshot import Snapshot
from phapquy.law.label import heading_path, label
from phapquy.law.provision import Document, ProvisionId


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A whole article with the cited part marked, for a screen."""

    id: str
    label: str
    document: str
    heading_path: tuple[str, ...]
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    """Offsets of the cited part into ``text``."""
    in_force: bool
    effective_from: date | None
    effective_to: date | None
    amended_by: tuple[str, ...]
    source_quality: str
    url: str
    text_kind: str
    warnings: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    """The ids of ``amended_by`` in words."""
    doubts: tuple[str, ...] = ()
    """Why the words of the provision must be compared with the original."""


def article_view(snapshot: Snapshot, document: Document, identity: ProvisionId, day: date) -> ArticleView:
    """Return the article of a document in which a provision stands.

    Args:
        snapshot: what the document is stored in.
        document: the document.
        identity: a provision of it, or the document itself.
        day: the day of which it is said whether the provision is in force.
    """
    entry = snapshot.entry(identity.slug)
    node = document.provisions.get(identity)
    article = document.provisions.get(identity.at_dieu(), node)
    start, end = (article.start, article.end) if article else (0, len(document.text))
    text = document.text[start:end].rstrip()
    span = (node.start - start, min(node.end - start, len(text))) if node and node is not article else None
    validity = snapshot.validity.of(identity)
    return ArticleView(
        id=str(identity),
        label=label(document, identity, entry.cite_as),
        document=f"{entry.title} ({entry.number})",
        heading_path=heading_path(document, identity),
        title=label(document, identity.at_dieu(), entry.cite_as),
        text=text,
        spans=(span,) if span else (),
        in_force=validity.covers(day),
        effective_from=validity.start,
        effective_to=validity.end,
        amended_by=validity.amended_by,
        source_quality=entry.source_quality.value,
        url=entry.url,
        text_kind=entry.text_kind.value,
        warnings=snapshot.validity.unseen_at(identity, day),
        labels=labels_of(snapshot, validity.amended_by),
        doubts=snapshot.validity.doubts_at(identity),
    )
