"""A looked-up unit as the command line and the web page show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from phapquy.answer.model import Clarification
from phapquy.answer.units import clarification, misplaced, teller_of
from phapquy.index.snapshot import Snapshot
from phapquy.index.units import gazetteer
from phapquy.units.finding import Finding, Status
from phapquy.units.listing import province_on
from phapquy.units.lookup import Prefer, look_up
from phapquy.units.model import Event, NewUnit
from phapquy.units.sentences import Said, Teller
from phapquy.units.strings import CORRECTED, EMPTY, MIXED, NO_UNIT, STATUS, UNKNOWN


@dataclass(frozen=True, slots=True)
class UnitReport:
    """What was found for one place name."""

    finding: Finding
    said: tuple[Said, ...]
    """Sentences with their clauses."""
    message: str
    """What to do where nothing certain was found; empty otherwise."""
    choices: tuple[str, ...]
    notes: tuple[str, ...]
    facts: dict[str, Any]
    """The JSON object."""


def report(snapshot: Snapshot, text: str, day: date, *, reverse: bool = False) -> UnitReport:
    """Look up a place name.

    Args:
        snapshot: whose resolutions tell.
        text: an address or a name, old or new.
        day: the day of which the names of today are given.
        reverse: take a name that is both an old and a new one for the new one, and say first what it was made of.
    """
    finding = look_up(gazetteer(snapshot), text, day, Prefer.NEW if reverse else Prefer.EITHER)
    teller = teller_of(snapshot, day)
    said = teller.tell(finding, with_province=True, reverse=reverse)
    asked = _asked(finding, teller)
    message = asked.question if asked else _NOTHING.get(finding.status, "")
    notes = [CORRECTED.format(name=finding.corrected)] if finding.corrected else []
    notes += [MIXED] if finding.mixed else []
    if finding.old and finding.old.conflict:
        notes.append(f"{finding.old.conflict}; lấy theo nghị quyết")
    choices = asked.choices if asked else ()
    facts = _facts(finding, snapshot) | {
        "statements": [{"text": one.text, "citations": list(map(str, one.by))} for one in said],
        "message": message or None,
        "choices": list(choices),
        "notes": notes,
    }
    return UnitReport(finding, said, message, choices, tuple(notes), facts)


_NOTHING = {Status.UNKNOWN: UNKNOWN, Status.NO_UNIT: NO_UNIT, Status.EMPTY: EMPTY}


def _asked(finding: Finding, teller: Teller) -> Clarification | None:
    """The question to ask back, where one is missing."""
    if finding.status is Status.AMBIGUOUS:
        return clarification(finding, teller)
    return misplaced(finding, teller) if finding.status is Status.MISPLACED else None


def _facts(finding: Finding, snapshot: Snapshot) -> dict[str, Any]:
    day, old = finding.day, finding.old
    return {
        "text": finding.text,
        "as_of": day.isoformat(),
        "status": finding.status.value,
        "status_words": STATUS[finding.status],
        "old": {
            "kind": old.kind.value,
            "name": old.name,
            "district": old.district or None,
            "district_from": old.district_from.value,
            "province": old.province or None,
            "province_from": old.province_from.value,
            "conflict": old.conflict or None,
        }
        if old
        else None,
        "became": [_event(event, snapshot, day) for event in finding.events],
        "unit": _unit(finding.new, snapshot, day) if finding.new else None,
        "made_of": [_event(event, snapshot, day) for event in finding.made_of],
    }


def _unit(new: NewUnit, snapshot: Snapshot, day: date) -> dict[str, Any]:
    history = gazetteer(snapshot).history
    upgraded = new.upgraded if new.upgraded and new.upgraded[1] <= day else None
    return {
        "kind": new.kind_on(day).value,
        "name": new.name,
        "province": province_on(new.province, history, day),
        "since": history.since.isoformat(),
        "by": str(new.by),
        "kept": new.kept,
        "upgraded_since": upgraded[1].isoformat() if upgraded else None,
        "upgraded_by": str(upgraded[2]) if upgraded else None,
    }


def _event(event: Event, snapshot: Snapshot, day: date) -> dict[str, Any]:
    return {
        "event": event.kind.value,
        "land": event.land.value,
        "people": event.people.value,
        "old": event.old.placed,
        "new": _unit(event.new, snapshot, day),
        "by": str(event.by),
    }
