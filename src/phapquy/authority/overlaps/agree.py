"""How the tasks of two sides agree, with what their texts say about how exactly the words are to be taken."""

from __future__ import annotations

from phapquy.authority.overlaps.holders import Holders, holders
from phapquy.authority.overlaps.side import Side
from phapquy.authority.overlaps.task import SAME, Agreement, agreement, likeness

_LONG = 8
"""Syllables of a task from which a word more in another text is rather another wording than another case."""
_WHOLE = frozenset({Agreement.SAME, Agreement.PARTLY})
_ONE_WIDER = frozenset({Agreement.FIRST_WIDER, Agreement.SECOND_WIDER})


def tasks_agree(first: Side, second: Side) -> Agreement:
    """Say how two tasks agree.

    Within one text every word that differs tells cases apart. Two texts put one thing in slightly different words: a
    long task with a few words more, or the same holder's task told again with a detail, is the same thing in part.
    """
    how = agreement(first.words, second.words)
    if how in _WHOLE or first.power.basis.slug == second.power.basis.slug:
        return how
    alike = likeness(first.words, second.words)
    if holders(first.power, second.power) is Holders.SAME and alike >= SAME:
        return Agreement.PARTLY
    long = min(len(first.words.syllables), len(second.words.syllables)) >= _LONG
    return Agreement.PARTLY if how in _ONE_WIDER and long and alike >= SAME else how
