"""Is a provision in force on the day: since when, changed by whom, ended by whom?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from phapquy.checking.report import Force, ProvisionCheck, Result
from phapquy.checking.shelf import Shelf
from phapquy.corpus.wording import State, Wording
from phapquy.law.provision import ProvisionId

_FORCES = {State.IN_FORCE: Force.IN_FORCE, State.NOT_YET: Force.NOT_YET, State.ENDED: Force.ENDED}


def standing(shelf: Shelf, check: ProvisionCheck, day: date) -> ProvisionCheck:
    """Return a check with what is known of the provision's force on a day; one that does not exist as it is."""
    if check.result is not Result.EXISTS:
        return check
    identity = ProvisionId.parse(check.id)
    entry = shelf.entry(identity.slug)
    inserted = bool(identity.parts) and shelf.node(identity) is None
    known = replace(
        check, inserted=inserted, source_quality=entry.source_quality.value, text_kind=entry.text_kind.value
    )
    if not identity.parts or (inserted and not shelf.wording(identity, day).history):
        return _by_table(shelf, known, identity, day)
    return _by_wording(shelf, known, identity, shelf.wording(identity, day))


def _by_table(shelf: Shelf, check: ProvisionCheck, identity: ProvisionId, day: date) -> ProvisionCheck:
    """A whole document, or a provision whose words are not held: what the table of amendments says."""
    span = shelf.validity.of(identity)
    entry = shelf.entry(identity.slug)
    changed = () if identity.parts else entry.amended_by
    over = span.end is not None and span.end <= day
    force = Force.ENDED if over else Force.IN_FORCE if span.covers(day) else Force.NOT_YET
    notes = shelf.validity.warnings_for(identity.slug, day) if not identity.parts else ()
    return replace(
        check,
        force=force,
        since=span.start,
        until=span.end if over else None,
        ended_by=span.ended_by if over else (),
        amended_by=changed,
        notes=(*check.notes, *notes),
    )


def _by_wording(shelf: Shelf, check: ProvisionCheck, identity: ProvisionId, wording: Wording) -> ProvisionCheck:
    force = _FORCES.get(wording.state)
    first = next((stage.start for stage in wording.history if stage.state is State.IN_FORCE), None)
    last = next((one for one in reversed(wording.history) if one.start is None or one.start <= wording.day), None)
    ended = force is Force.ENDED
    span = shelf.validity.of(identity)
    by = (span.ended_by if last is None else last.by) or span.ended_by or wording.amended_by[-1:]
    notes = (*wording.notes, *wording.warnings, *shelf.validity.unseen_at(identity, wording.day))
    return replace(
        check,
        force=force,
        since=first or span.start,
        until=(last.start if last else span.end) if ended else None,
        ended_by=by if ended else (),
        amended_by=() if ended else wording.amended_by,
        wording_from=str(wording.quote_from) if wording.quote_from else None,
        notes=tuple(dict.fromkeys((*check.notes, *notes))),
        doubts=shelf.validity.doubts_at(wording.quote_from or identity),
    )
