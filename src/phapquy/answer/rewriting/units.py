"""What is compared: a text as a row of units, each a word or a fact, with what joins it to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from phapquy.law.citations import Citation


class Kind(StrEnum):
    """What a unit is; the value is the code a refusal on its account carries."""

    REFERENCE = "reference"
    NUMBER = "number"
    ORGAN = "organ"
    LEVEL = "level"
    NEGATION = "negation"
    MODALITY = "modality"
    CONDITION = "condition"
    QUANTIFIER = "quantifier"
    WORD = "word"


BINDING = frozenset({Kind.NEGATION, Kind.MODALITY, Kind.CONDITION, Kind.QUANTIFIER})
"""Units that say something of what follows: nothing may come between, and none may end a sentence."""


class Joint(IntEnum):
    """What stands before a unit; of several the strongest."""

    NONE = 0
    COMMA = 1
    THEN = 2
    """``thì``, which ends a condition."""
    AND = 3
    STOP = 4
    """A full stop or semicolon: a condition does not reach beyond it."""
    OR = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``key`` is its canonical form: texts that mean the same have the same key."""

    kind: Kind
    key: str
    joint: Joint = Joint.NONE
    citation: Citation | None = None
    """What was read, for a reference: its key is only its words."""
    optional: bool = False
    """Whether a rewriting may leave it out."""

    def alike(self, other: Unit) -> bool:
        """Whether both say the same, whatever joins them to their texts."""
        return self.kind is other.kind and self.key == other.key


Units = tuple[Unit, ...]


def segments(units: Units) -> list[Units]:
    """Cut a row at its full stops and semicolons."""
    if not units:
        return []
    starts = [place for place, unit in enumerate(units) if place == 0 or unit.joint is Joint.STOP]
    return [units[start:end] for start, end in zip(starts, [*starts[1:], len(units)], strict=True)]
