"""What a typed syllable may have meant: the known words of the same fold, Telex readings, near slips."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from phapquy.vietnamese.keyboard import slips, telex
from phapquy.vietnamese.ngrams import OTHER, Floats, Ints, Ngrams
from phapquy.vietnamese.noise import Costs, change, has_marks, marks_of
from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.syllable import is_syllable

WORD = re.compile(r"(?<![\w@])[^\W\d_]+(?![\w@])")
"""A word that touches a digit or belongs to an address is no syllable ("k2", "q1", "ten@xa.vn")."""
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
"""A letter held down: "tôiiii"."""
_MOST = 10
"""Most candidates kept for one word; the rest are the least frequent."""
_UNKNOWN_SYLLABLE = 7.0
_UNKNOWN_WORD = 11.0
"""Cost in nats of taking a word as typed that the model has never met, well-formed or not."""
_TELEX = 2.0
_SLIP = 4.5
_SLIP_LENGTHS = range(3, 9)
"""Lengths, in letters, of an unknown word that is tried as a slip."""
_PRIOR = 0.05
"""Marks taken to be left out before the text shows any; small, so that a well-typed text stays."""
_SAME = (0, 0, 0, 0, 0)
_CACHE_LIMIT = 1 << 14
_SURE = 0.85
"""Share of a fold's occurrences with a mark above which a missing mark is evidence of hurried typing."""


_Reading = tuple[str, tuple[int, int, int, int, int], float]
"""A word, the changes of its marks, and its cost beside them."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The known words of one fold and how large a share of their occurrences carry marks."""

    words: tuple[str, ...]
    toned: float
    qualified: float


@dataclass(frozen=True, slots=True)
class _Readings:
    """What one typed word may have meant, whatever the text."""

    words: tuple[str, ...]
    ids: Ints
    changes: Floats
    """Marks left out, extra or confused, as :func:`phapquy.vietnamese.noise.change` counts them."""
    extra: Floats
    """Cost of an unknown word, a Telex reading or a slip."""


class Candidates:
    """Looks up what a word may have meant."""

    def __init__(self, model: Ngrams) -> None:
        self._model = model
        self._other = model.words.index(OTHER)
        self._known = {word: place for place, word in enumerate(model.words)}
        members: dict[str, list[str]] = {}
        for word in model.words:
            if not word.startswith("<"):
                members.setdefault(fold(word), []).append(word)
        self._members = members
        self._groups: dict[str, _Group] = {}
        self._read: dict[str, _Readings] = {}

    def knows(self, word: str) -> bool:
        """Tell whether words of the same fold are known."""
        return fold(word) in self._members

    def id_of(self, word: str) -> int:
        """Return the place of a word in the vocabulary, that of ``<x>`` when it is unknown."""
        return self._known.get(word, self._other)

    def of(self, typed: str, costs: Costs) -> tuple[tuple[str, ...], Ints, Floats]:
        """Return the candidates of a lower-case word, itself always among them.

        Returns:
            The words, their places in the vocabulary, and what each costs to have been typed so, in nats.
        """
        readings = self._read.get(typed) or self._readings(typed)
        prices = readings.changes @ costs.vector() + readings.extra
        if len(prices) <= _MOST:
            return readings.words, readings.ids, prices
        kept = np.argsort(prices - self._model.unigram[readings.ids], kind="stable")[:_MOST]
        return tuple(readings.words[place] for place in kept), readings.ids[kept], prices[kept]

    def _readings(self, typed: str) -> _Readings:
        folded = fold(typed)
        group = self._group(folded)
        found = [(word, change(typed, word), 0.0) for word in group.words] if group else []
        if typed not in self._known:
            found.append((typed, _SAME, _UNKNOWN_SYLLABLE if is_syllable(typed) else _UNKNOWN_WORD))
        if group is None and any(char in "aeiouy" for char in folded):
            found += self._repairs(_DRAWN_OUT.sub(r"\1", typed))
        elif "oo" in folded:
            found += self._decoded(typed)
        elif typed not in self._known and marks_of(typed):
            found += self._slipped(typed)  # "caủ": well-formed, but no word
        words, changes, extra = zip(*found, strict=True)
        ids = np.array([self.id_of(word) for word in words])
        readings = _Readings(words, ids, np.array(changes, dtype=np.float64), np.array(extra))
        if len(self._read) < _CACHE_LIMIT:
            self._read[typed] = readings
        return readings

    def _decoded(self, typed: str) -> list[_Reading]:
        """Read Telex keys. Of known folds only those with "oo" can be one: "khoong", beside "xoong"."""
        decoded = telex(typed)
        near = self._group(fold(decoded)) if decoded else None
        return [(word, _by_keys(decoded, word), _TELEX) for word in near.words] if decoded and near else []

    def _repairs(self, typed: str) -> list[_Reading]:
        if found := self._decoded(typed):
            return found
        folded = fold(typed)
        if near := self._group(folded):
            return [(word, change(typed, word), _TELEX) for word in near.words]
        return self._slipped(typed)

    def _slipped(self, typed: str) -> list[_Reading]:
        """The known words one slip away; marks typed as in the word meant are no change."""
        if len(typed) not in _SLIP_LENGTHS:
            return []
        marks = marks_of(typed)
        return [
            (word, _SAME if marks and marks == marks_of(word) else change(form, word), _SLIP)
            for form in sorted(set(slips(fold(typed))))
            if (near := self._group(form))
            for word in near.words
        ]

    def costs(self, lower: str) -> Costs:
        """Estimate from a lower-case text itself how often its typist leaves out tone and quality marks."""
        seen = [0.0, 0.0, 0.0, 0.0]
        for found in WORD.finditer(lower):
            group = self._group(fold(found[0]))
            if group is None:
                continue
            tone, quality = has_marks(found[0])
            if group.toned >= _SURE:
                seen[0], seen[1] = seen[0] + 1, seen[1] + (not tone)
            if group.qualified >= _SURE:
                seen[2], seen[3] = seen[2] + 1, seen[3] + (not quality)
        return Costs(add_tone=_cost_of_adding(seen[0], seen[1]), add_quality=_cost_of_adding(seen[2], seen[3]))

    def _group(self, folded: str) -> _Group | None:
        group = self._groups.get(folded)
        if group is None and (words := self._members.get(folded)):
            ids = tuple(self._known[word] for word in words)
            weights = [math.exp(float(self._model.unigram[place])) for place in ids]
            marks = [has_marks(word) for word in words]
            toned = sum(weight for weight, (tone, _) in zip(weights, marks, strict=True) if tone)
            qualified = sum(weight for weight, (_, quality) in zip(weights, marks, strict=True) if quality)
            group = _Group(tuple(words), toned / sum(weights), qualified / sum(weights))
            self._groups[folded] = group
        return group


def _by_keys(decoded: str, word: str) -> tuple[int, int, int, int, int]:
    """Compare a word with Telex keys read as marks: there one mark for another is a slip like any, as hỏi for ngã."""
    tone, quality, extra, other, hoi_nga = change(decoded, word)
    return tone, quality, extra, 0, hoi_nga + other


def _cost_of_adding(sure: float, missing: float) -> float:
    """Return -log of the share of marks left out, drawn towards "seldom" while there is little to go by."""
    return -math.log((_PRIOR + missing) / (1 + _PRIOR + sure)) if sure else 1.5
