"""What the pages say of days, states and changes, in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from phapquy.app.fields import show_day
from phapquy.app.site import strings
from phapquy.app.view import validity_words
from phapquy.corpus.wording import State
from phapquy.law.label import name_places
from phapquy.law.validity import Validity
from phapquy.reading import Clause, OtherWording

OK, NOT_OK, ENDED = "yes", "no", "ended"
"""How a tag looks; its words say the same."""


def state_tag(state: State, validity: Validity, day: date) -> tuple[str, str]:
    """Return the words of a state on a day, and how the tag looks."""
    words = validity_words(validity.start, validity.end, in_force=state is State.IN_FORCE, as_of=day)
    if state is State.IN_FORCE:
        return words, OK
    return words, ENDED if state is State.ENDED else NOT_OK


def state_of(validity: Validity, day: date) -> State:
    """Return the state that a span of days means on a day."""
    if validity.covers(day):
        return State.IN_FORCE
    return State.ENDED if validity.end and validity.end <= day else State.NOT_YET


def change_words(clause: Clause) -> str:
    """Say how a clause was changed by the clauses in ``changed_by``, or nothing."""
    if not clause.changed_by:
        return ""
    if clause.state is State.ENDED:
        return strings.ENDED_BY
    if clause.inserted:
        return strings.INSERTED
    return strings.NEW_WORDS if clause.source else strings.CHANGED_IN_PART


def joined(ids: Iterable[str], name: Callable[[str], str]) -> str:
    """Write ids in words, one after the other."""
    return "; ".join(map(name, ids))


def other_title(other: OtherWording, day: date, name: Callable[[str], str]) -> str:
    """Return the line under which another wording is folded."""
    later = other.start is not None and other.start > day
    days = [strings.FROM_DAY.format(start=show_day(other.start))] if other.start else []
    if other.end:
        days.append(strings.TO_DAY.format(last=show_day(other.end - timedelta(days=1))))
    title = " ".join([strings.LATER_WORDS if later else strings.OLD_WORDS, *days])
    by = joined(other.by, name)
    return f"{title} ({other.operation}{' theo ' + by if by else ''})" if by else title


def told(notes: Iterable[str], name: Callable[[str], str]) -> tuple[str, ...]:
    """Write notes with their ids in words."""
    return tuple(line[:1].upper() + line[1:] for line in (name_places(note, name) for note in notes))
