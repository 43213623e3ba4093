"""Whether a text says what a statement says, and if not, what is the gravest difference."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

from phapquy.answer.rewriting.align import same_unit, says_the_same
from phapquy.answer.rewriting.clause import without_clause
from phapquy.answer.rewriting.competence import names_same_holders
from phapquy.answer.rewriting.lexicon import LEVEL_WORDS
from phapquy.answer.rewriting.reading import Unreadable, prepared
from phapquy.answer.rewriting.source import Source, split_verdict
from phapquy.answer.rewriting.units import Kind, Units


class Refusal(StrEnum):
    """Why a rewriting is not let through."""

    EMPTY = "empty"
    SIGNS = "signs"
    LONG = "long"
    QUOTATION = "quotation"
    VERDICT = "verdict"
    REFERENCE = "reference"
    NUMBER = "number"
    ORGAN = "organ"
    LEVEL = "level"
    NEGATION = "negation"
    CONDITION = "condition"
    MODALITY = "modality"
    QUANTIFIER = "quantifier"
    ADDED = "added"
    DROPPED = "dropped"
    ORDER = "order"


_FACTS = (
    Kind.REFERENCE, Kind.NUMBER, Kind.ORGAN, Kind.LEVEL, Kind.NEGATION, Kind.CONDITION, Kind.MODALITY, Kind.QUANTIFIER
)  # fmt: skip
_LONGER, _SLACK = 1.6, 100
"""A rewriting is at most so many times as long as what it rewrites, and so many characters."""
_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")


def check(source: Source, text: str) -> Refusal | None:
    """Hold a rewriting against its statement; None lets it through.

    Args:
        source: the statement as it is compared.
        text: the whole rewriting of it, without markup.
    """
    plain = prepared(text)
    verdict, rest = split_verdict(plain)
    if refusal := _unfit(source, plain, verdict):
        return refusal
    try:
        units = without_clause(source, rest)
    except Unreadable:
        return Refusal.SIGNS
    if units is None:
        return Refusal.REFERENCE
    units = _as_listed(source, units)
    if names_same_holders(source.text, rest) or says_the_same(units, source.units):
        return None
    return _reason(source, units)


_COMPETENT = ("có", "thẩm", "quyền")


def _as_listed(source: Source, said: Units) -> Units:
    """``A có thẩm quyền quyết định …`` says what a list of what A decides says; elsewhere it says more."""
    competent = tuple(unit.key for unit in said[1:4]) == _COMPETENT
    return (said[0], *said[4:]) if source.listed and competent and said[0].alike(source.units[0]) else said


def _unfit(source: Source, plain: str, verdict: str) -> Refusal | None:
    """What can be told before the text is read: nothing there, too much, false quotation marks, another yes or no."""
    if not plain:
        return Refusal.EMPTY
    if too_long(source, plain):
        return Refusal.LONG
    if any(" ".join(words.split()) not in source.text for words in _QUOTED.findall(plain)):
        return Refusal.QUOTATION
    return Refusal.VERDICT if verdict != source.verdict else None


def _reason(source: Source, said: Units) -> Refusal:
    """Name the gravest difference."""
    wanted, have = _counted(source.units), _counted(_in_words_of(source, said))
    added, dropped = have - wanted, wanted - have
    for kind in _FACTS:
        if any(unit[0] is kind for unit in (*added, *dropped)):
            return Refusal.LEVEL if kind is Kind.ORGAN and _only_levels(added, dropped) else Refusal(kind.value)
    if added:
        return Refusal.ADDED
    return Refusal.DROPPED if dropped else Refusal.ORDER


def too_long(source: Source, text: str) -> bool:
    """Whether a text is longer than a rewriting may be."""
    return len(text) > _LONGER * len(source.text) + _SLACK


def added_fact(source: Source, text: str) -> Refusal | None:
    """Name a fact in the beginning of a rewriting that its statement does not state; such a text need not be ended."""
    try:
        said = without_clause(source, split_verdict(prepared(text))[1])
    except Unreadable:
        return Refusal.SIGNS
    if said is None:
        return Refusal.REFERENCE
    added = _counted(_in_words_of(source, said)) - _counted(source.units)
    return next((Refusal(kind.value) for kind in _FACTS if any(unit[0] is kind for unit in added)), None)


def _in_words_of(source: Source, said: Units) -> Units:
    """The units with every reference of the statement named as the statement names it."""
    known = [unit for unit in source.units if unit.citation]
    return tuple(next((one for one in known if same_unit(unit, one)), unit) if unit.citation else unit for unit in said)


def _counted(units: Units) -> Counter[tuple[Kind, str]]:
    return Counter((unit.kind, unit.key) for unit in units if not unit.optional)


def _only_levels(added: Counter[tuple[Kind, str]], dropped: Counter[tuple[Kind, str]]) -> bool:
    """Whether the organs differ in their level alone."""
    ours, theirs = (
        sorted(
            " ".join(word for word in key.split() if word not in LEVEL_WORDS)
            for kind, key in side
            if kind is Kind.ORGAN
        )
        for side in (added, dropped)
    )
    return ours == theirs
