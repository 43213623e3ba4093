"""The wording of the day for what an answer reads and quotes."""

from __future__ import annotations

from datetime import date

from phapquy.answer.evidence import Evidence, gather, window
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.wording import Piece, State, Wording
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import consolidator
from phapquy.law.provision import ProvisionId


def wording_on(one: Evidence, snapshot: Snapshot, day: date) -> Wording | None:
    """Return the wording of a piece of evidence on a day; None where nothing ever changed its document."""
    if one.identity.slug not in snapshot.validity.amended:
        return None
    return consolidator(snapshot).at(one.identity, day)


def consolidated(one: Evidence, snapshot: Snapshot, day: date) -> Evidence:
    """Return an amending clause as the provision whose words in force it holds; anything else as it is.

    A clause that inserts a provision stays itself: the inserted id is no place of a stored text.
    """
    if one.target is None or one.entry.text_kind is TextKind.DIGEST:
        return one
    document, target = one.target
    if target not in document.provisions:
        return one
    wording = consolidator(snapshot).at(target, day)
    if wording.state is not State.IN_FORCE or not wording.pieces or not wording.pieces[0].source.within(one.identity):
        return one
    changed = gather(snapshot, target, one.score, one.terms)
    return _worded(changed, wording.pieces[0], snapshot).aimed(one.target) if changed else one


def of_day(one: Evidence, snapshot: Snapshot, day: date) -> tuple[Evidence, ...]:
    """Return a provision opened whole in the words in force on a day, one piece of evidence a change of text.

    Stored words that follow each other are one piece; each clause or point that was given anew is one of its own,
    and so is one that was inserted.
    """
    wording = wording_on(one, snapshot, day)
    if wording is None or wording.state is not State.IN_FORCE or not wording.pieces:
        return (one,)
    if all(piece.source.slug == one.identity.slug for piece in wording.pieces) and len(wording.pieces) == 1:
        return (one,)
    out: list[Evidence] = []
    for piece in _runs(wording.pieces, one):
        if piece.source.slug == one.identity.slug:
            found = one if piece.provision == one.identity else gather(snapshot, piece.provision, one.score, one.terms)
            out += [found.quoting(piece.span)] if found else []
        elif piece.provision in one.document.provisions:
            found = one if piece.provision == one.identity else gather(snapshot, piece.provision, one.score, one.terms)
            out += [_worded(found, piece, snapshot)] if found else []
        elif found := gather(snapshot, piece.source, one.score, one.terms):
            out.append(found.quoting(piece.span))
    return tuple(out) or (one,)


def _runs(pieces: tuple[Piece, ...], one: Evidence) -> list[Piece]:
    """Join stored pieces that follow each other, as long as they stand inside the provision the run began with."""
    text = one.document.text
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        both_stored = last is not None and {last.source.slug, piece.source.slug} == {one.identity.slug}
        inside = last is not None and piece.provision.within(last.provision) and last.span[1] <= piece.span[0]
        if last and both_stored and inside and not text[last.span[1] : piece.span[0]].strip():
            out[-1] = Piece(last.provision, last.source, (last.span[0], piece.span[1]), last.by)
        else:
            out.append(piece)
    return out


def _worded(one: Evidence, piece: Piece, snapshot: Snapshot) -> Evidence:
    document = snapshot.document(piece.source.slug)
    if document is None:
        return one
    return one.worded(document, piece.source, window(document.text, piece.span, one.terms))


def inserted(snapshot: Snapshot, identity: ProvisionId, day: date) -> Evidence | None:
    """Return the clause that inserted a provision the stored text does not have, if one did by that day."""
    wording = consolidator(snapshot).at(identity, day)
    if wording.state is not State.IN_FORCE or not wording.pieces:
        return None
    return gather(snapshot, wording.pieces[0].source, 1.0, ())
