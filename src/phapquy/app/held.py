"""What an answer's card says of each power: role, task, condition, mode, who had it, basis, the other level's part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.answer.model import Answer, HeldPower
from phapquy.app import strings
from phapquy.app.view import place_words
from phapquy.authority.power import Mode, deed_of

_MOST = 220
"""Letters of a task that are shown; the clause itself stands below."""


@dataclass(frozen=True, slots=True)
class PowerView:
    """What one organ holds by the basis that names it."""

    organ: str
    facts: tuple[tuple[str, str], ...]
    """Names and values, those that are told."""
    basis: str
    """The id of the basis."""


def power_views(answer: Answer) -> tuple[PowerView, ...]:
    """Put the powers of an answer into words."""
    labels = {one.id: one.label for one in answer.citations}
    return tuple(
        PowerView(one.organ[:1].upper() + one.organ[1:], tuple(_facts(one, labels)), one.basis) for one in answer.powers
    )


def _facts(power: HeldPower, labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    told = (
        (strings.POWER_TASK, _deed(power)),
        (strings.POWER_CONDITION, power.condition),
        (strings.POWER_EXCEPTION, power.exception),
        (strings.POWER_MODE, power.mode if power.mode != Mode.LUAT_GIAO.value or not power.former else None),
        (strings.POWER_FORMER, power.former),
        (strings.POWER_BASIS, _place(power, labels)),
        (strings.POWER_OTHER, _others(power.other_level, labels) if power.other_level else None),
    )
    for name, value in told:
        if value:
            yield name, _short(value)


def _deed(power: HeldPower) -> str:
    worded = deed_of(power.verb, _short(power.task))
    return worded if worded.lower().startswith(power.role.split(",")[0]) else f"{power.role}: {worded}"


def _others(other: HeldPower, labels: dict[str, str]) -> str:
    return strings.POWER_OF_OTHER.format(
        organ=other.organ[:1].upper() + other.organ[1:], deed=_deed(other), place=_place(other, labels)
    )


def _place(power: HeldPower, labels: dict[str, str]) -> str:
    return labels.get(power.basis) or place_words(power.basis)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[:_MOST].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
