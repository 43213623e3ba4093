"""A power made ready for comparing: its deed, its words, its limits, and what its clause refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.authority.overlaps.deeds import GENERAL, deeds_of
from phapquy.authority.overlaps.limits import Limits, split
from phapquy.authority.overlaps.task import Words, words_of
from phapquy.authority.power import Power
from phapquy.law.provision import ProvisionId


_NO_OBJECT = re.compile(
    r"(?:trước|sau|theo|từ|khi|nếu|thì|mà|bằng|trong|như|và|có thẩm quyền|trường hợp|có văn bản|tại|vào|kể từ|để)\b"
)
"""A task that begins so was cut off from its object; nothing can be said of it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two powers of a comparison."""

    power: Power
    deeds: frozenset[str]
    words: Words
    limits: Limits
    cited: frozenset[ProvisionId] = frozenset()
    """The provisions its clause names."""
    clause: str = ""
    """The clause's own words, for what the power itself does not hold."""

    @property
    def few(self) -> bool:
        """Whether deed and task say too little to compare: a telling deed stands for a word."""
        if _NO_OBJECT.match(self.power.normal):
            return True
        return self.words.fewer_than(1 if self.deeds - GENERAL else 2)

    @property
    def key(self) -> tuple[str, tuple[int, int], str, str]:
        """An order that does not depend on where the power came from in a list."""
        return (str(self.power.basis), self.power.span, self.power.holder.name, self.power.act.value)


def side_of(power: Power, cited: frozenset[ProvisionId] = frozenset(), clause: str = "") -> Side:
    """Make a power ready.

    Args:
        power: the power.
        cited: the provisions its clause names, resolved.
        clause: the clause's own words.
    """
    bare, limits = split(power.normal, power.condition, power.task)
    deeds, rest = deeds_of(power.act, power.verb, bare)
    return Side(power, deeds, words_of(rest), limits, cited, clause)
