"""The clauses by which later texts gave a document's provisions anew or added some, each with its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phapquy.authority.clauses import Above, Clause, above_of, place_of, words_at
from phapquy.corpus.wording import Piece
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import consolidator
from phapquy.law import lines as grammar
from phapquy.law.provision import MAX_DEPTH, Document, ProvisionId
from phapquy.law.quoted import quoted_parts

_Days = tuple[date | None, date | None]


def reworded_clauses(snapshot: Snapshot, slug: str) -> Iterator[tuple[str, Clause]]:
    """Yield each clause with the stored text that holds its words."""
    document = snapshot.document(slug)
    if document is None or slug not in snapshot.validity.amended:
        return
    rows = [row for row in snapshot.validity.amendments if row.target_slug == slug and row.rewords]
    targets = dict.fromkeys(target for row in rows for target in row.targets if target.parts)
    found: dict[Piece, _Days] = {}
    for target in targets:
        if any(target != other and target.within(other) for other in targets):
            continue
        for stage in consolidator(snapshot).wording(target, date.max).history:
            for piece in stage.pieces:
                if piece.source.slug != slug:
                    found[piece] = _joined(found.get(piece), (stage.start, stage.end))
    for piece, days in found.items():
        source = snapshot.document(piece.source.slug)
        if source is not None:
            yield from ((source.text, clause) for clause in _of_piece(document, source.text, piece, days))


def _joined(known: _Days | None, more: _Days) -> _Days:
    """The days of a wording that stays while something beside it changes."""
    if known is None:
        return more
    start = min(known[0], more[0]) if known[0] and more[0] else None
    end = max(known[1], more[1]) if known[1] and more[1] else None
    return (start, end)


def _of_piece(document: Document, text: str, piece: Piece, days: _Days) -> Iterator[Clause]:
    parts = quoted_parts(text, piece.span)
    root = piece.provision
    above: dict[ProvisionId, Above] = {}
    for place, part in enumerate(parts):
        identity = _identity(root, part.place)
        base = above.get(identity.parent or root) or place_of(document, identity)
        start, end = part.own
        heading = ""
        if titled := grammar.DIEU.match(text, start, end):
            heading, start = _heading(text, titled.start("rest"), end)
            base = above_of(base, heading, "")
        words = words_at(text, start, end)
        lists = place + 1 < len(parts) and words.text.endswith(":")
        above[identity] = above_of(base, "", words.text)
        yield Clause(identity, piece.source, words, base, lists, *days)
    if not parts:
        yield Clause(root, piece.source, words_at(text, *piece.span), place_of(document, root), False, *days)


def _heading(text: str, start: int, end: int) -> tuple[str, int]:
    stop = text.find("\n", start, end)
    stop = end if stop < 0 else stop
    return " ".join(text[start:stop].split()), stop


def _identity(root: ProvisionId, place: tuple[str | None, str | None, str | None]) -> ProvisionId:
    """The consolidated id of a quoted part: what the quotation does not number is the reworded provision's own."""
    parts = list(root.parts)
    for level, number in enumerate(place[:MAX_DEPTH]):
        if number is not None and level >= len(root.parts):
            parts.append(number)
    return ProvisionId(root.slug, tuple(parts))
