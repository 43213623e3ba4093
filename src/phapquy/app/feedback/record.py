"""One judgement of an answer: what was asked, what the assistant said, what the officer thinks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.answer.model import Answer, Role
from phapquy.app import strings
from phapquy.app.feedback.masking import masked
from phapquy.errors import UsageError

MAX_NOTE_CHARS = 500


class Verdict(StrEnum):
    """What may be wrong with an answer; the values are stored, the words are in ``strings.VERDICTS``."""

    RIGHT = "dung"
    WRONG_CLAUSE = "sai-dieu-khoan"
    WRONG_HOLDER = "sai-tham-quyen"
    OUT_OF_FORCE = "het-hieu-luc"
    INCOMPLETE = "thieu"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is kept: no name, no address, no time of day."""

    day: date
    verdict: Verdict
    question: str
    as_of: date
    outcome: str
    reason: str
    level: str | None
    organs: tuple[str, ...]
    cited: tuple[str, ...]
    """Ids of the bases."""
    snapshot: str
    note: str = ""


def judgement_of(answer: Answer, verdict: str, note: str, today: date) -> Judgement:
    """Make the judgement of an answer; personal data in the question and the note is masked.

    Raises:
        UsageError: there is no such verdict, or the note is too long.
    """
    if len(note) > MAX_NOTE_CHARS:
        raise UsageError(strings.LONG_NOTE.format(limit=MAX_NOTE_CHARS))
    return Judgement(
        day=today,
        verdict=verdict_of(verdict),
        question=masked(answer.question),
        as_of=answer.as_of,
        outcome=answer.outcome.value,
        reason=answer.reason,
        level=answer.level,
        organs=tuple(holder.organ for holder in answer.holders),
        cited=tuple(one.id for one in answer.citations if one.role is Role.BASIS),
        snapshot=answer.snapshot,
        note=masked(note),
    )


def verdict_of(text: str) -> Verdict:
    """Read a verdict by its stored value.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        return Verdict(text)
    except ValueError as error:
        raise UsageError(strings.BAD_VERDICT.format(known=", ".join(Verdict))) from error
