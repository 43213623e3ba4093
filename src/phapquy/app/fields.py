"""Read what a person typed: the question and the day. Bounded, and clear about what is wrong."""

from __future__ import annotations

import re
from datetime import date

from phapquy.app import strings
from phapquy.errors import UsageError

FIRST_YEAR = 1945
"""The oldest year asked about that can mean anything: the state's own founding."""
LAST_YEAR = 2100
_SHOWN = 30
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})")


def read_question(text: object, limit: int) -> str:
    """Return the question, stripped.

    Args:
        text: what came from the page or the HTTP API.
        limit: the most characters accepted.

    Raises:
        UsageError: it is empty or longer than ``limit`` characters.
    """
    question = text.strip() if isinstance(text, str) else ""
    if not question:
        raise UsageError(strings.EMPTY_QUESTION)
    if len(question) > limit:
        raise UsageError(strings.LONG_QUESTION.format(limit=limit))
    return question


def read_day(text: object, today: date) -> date:
    """Return the day written as dd/mm/yyyy or yyyy-mm-dd; an empty field means ``today``.

    Raises:
        UsageError: it is no such day, or its year cannot be meant.
    """
    written = text.strip() if isinstance(text, str) else ""
    if not written:
        return today
    shown = written if len(written) <= _SHOWN else written[:_SHOWN] + "…"
    day = _parse(written)
    if day is None:
        raise UsageError(strings.BAD_DATE.format(text=shown, example=show_day(today)))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(strings.DATE_RANGE.format(text=shown, first=FIRST_YEAR, last=LAST_YEAR))
    return day


def show_day(day: date) -> str:
    """Write a day the Vietnamese way, dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _parse(written: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(written):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(written):
        year, month, day = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
