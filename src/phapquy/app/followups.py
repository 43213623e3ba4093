"""What can be asked next: only what rests on the answer at hand, never a guess.

The clause of the other level, the articles a basis points to, and the day before or after the wording changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from phapquy.answer.model import Answer, Citation, Outcome, Role
from phapquy.app import strings
from phapquy.app.fields import show_day

_MOST = 5
_POINTED = 2
"""Articles pointed to that are offered; the others stand under the clause."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that can be asked with one click; ``day`` is empty where the day stays."""

    words: str
    question: str
    day: str = ""


def follow_ups(answer: Answer) -> tuple[FollowUp, ...]:
    """Return what can be asked next, the nearest first, none twice."""
    made = (*_suggested(answer), *_contrasts(answer), *_days(answer), *_pointed(answer))
    asked = {(answer.question.strip(), "")}
    kept: list[FollowUp] = []
    for one in made:
        if (one.question, one.day) not in asked:
            asked.add((one.question, one.day))
            kept.append(one)
    return tuple(islice(kept, _MOST))


def other_level_words(answer: Answer) -> str:
    """Name the other level: the province for an answer of the commune, and the other way round."""
    return strings.OTHER_LEVEL.get(answer.level or "", strings.OTHER_LEVEL_UNKNOWN)


def clause_question(label: str) -> str:
    """Ask for a clause by its label; such a question is looked up, never searched."""
    return strings.ASK_CLAUSE.format(label=label[:1].upper() + label[1:])


def _suggested(answer: Answer) -> Iterator[FollowUp]:
    for question in answer.suggestions:
        yield FollowUp(question, question)


def _contrasts(answer: Answer) -> Iterator[FollowUp]:
    for one in answer.citations:
        if one.role is Role.CONTRAST:
            words = strings.FOLLOW_CONTRAST.format(level=other_level_words(answer), label=one.label)
            yield FollowUp(words, clause_question(one.label))


def _pointed(answer: Answer) -> Iterator[FollowUp]:
    shown = {one.id for one in answer.citations}
    pointers = (it for one in _bases(answer) for it in one.points_to if it.in_force and it.id not in shown)
    for it in islice(pointers, _POINTED):
        question = clause_question(it.label)
        yield FollowUp(question, question)


def _days(answer: Answer) -> Iterator[FollowUp]:
    """Offer the day before a basis got its present words, the day it ends, and the day a coming one begins."""
    for one in _bases(answer):
        if one.amended_by and one.effective_from and one.effective_from <= answer.as_of:
            before = one.effective_from - timedelta(days=1)
            yield _dated(strings.FOLLOW_BEFORE.format(day=show_day(one.effective_from)), answer, before)
        if one.effective_to and one.effective_to > answer.as_of:
            yield _dated(strings.FOLLOW_AFTER.format(day=show_day(one.effective_to)), answer, one.effective_to)
    if answer.outcome is Outcome.NOT_FOUND:
        for one in answer.citations:
            if not one.in_force and one.effective_from and one.effective_from > answer.as_of:
                yield _dated(strings.FOLLOW_AFTER.format(day=show_day(one.effective_from)), answer, one.effective_from)


def _dated(words: str, answer: Answer, day: date) -> FollowUp:
    return FollowUp(words, answer.question.strip(), show_day(day))


def _bases(answer: Answer) -> Iterator[Citation]:
    return (one for one in answer.citations if one.role is Role.BASIS)
