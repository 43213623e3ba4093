"""A small trigram model over syllables in flat sorted arrays: quick to load, quick to look up in bulk.

Probabilities are interpolated absolute discounting (Ney, Essen and Kneser 1994) stored in back-off form:
an n-gram that was seen has its own log probability, one that was not costs its context's back-off weight
and the shorter n-gram. All logarithms are natural.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]
Array = TypeVar("Array", Ints, Floats)

BOUNDARY = "<s>"
NUMBER = "<n>"
OTHER = "<x>"
"""Any word outside the vocabulary."""
_SPECIAL = (BOUNDARY, NUMBER, OTHER)
_DISCOUNT = 0.9
_UNSEEN = 0.1
"""Added to every unigram count."""


@dataclass(frozen=True, slots=True)
class Source:
    """Sentences that count alike."""

    sentences: Sequence[Sequence[str]]
    weight: float = 1.0
    """What each bigram and trigram counts."""
    alone: float = 1.0
    """What each word counts by itself; small for word lists, whose rare words are not frequent."""


@dataclass(frozen=True, slots=True)
class Ngrams:
    """The model: a vocabulary and arrays sorted by key.

    Attributes:
        words: the vocabulary; ids are places in it. The three special words come first.
        unigram: log probability of each word, shape (V,).
        backoff: back-off weight of each word as a context, shape (V,).
        pair_keys: ``first * V + second`` of the seen bigrams, ascending, shape (B,).
        pair_logs: their log probabilities, shape (B,).
        pair_backoff: their back-off weights as contexts, shape (B,).
        triple_keys: ``place of the bigram * V + third`` of the seen trigrams, ascending, shape (T,).
        triple_logs: their log probabilities, shape (T,).
    """

    words: tuple[str, ...]
    unigram: Floats
    backoff: Floats
    pair_keys: Ints
    pair_logs: Floats
    pair_backoff: Floats
    triple_keys: Ints
    triple_logs: Floats

    @classmethod
    def count(cls, sources: Iterable[Source], vocabulary: Iterable[str]) -> Ngrams:
        """Estimate a model; words of the sources outside the vocabulary count as ``<x>``.

        A sentence brings its own ``<s>`` marks, so that loose phrases can be counted without them.
        """
        words = (*_SPECIAL, *sorted(set(vocabulary) - set(_SPECIAL)))
        index = {word: place for place, word in enumerate(words)}
        other = index[OTHER]
        streams, weights, alone = [np.array([-1])], [np.zeros(1)], [np.zeros(1)]
        for source in sources:
            stream = [place for one in source.sentences for place in (*(index.get(word, other) for word in one), -1)]
            streams.append(np.array(stream, dtype=np.int64))
            weights.append(np.full(len(stream), source.weight))
            alone.append(np.full(len(stream), source.alone))
        return cls._estimate(words, *map(np.concatenate, (streams, weights, alone)))

    @classmethod
    def _estimate(cls, words: tuple[str, ...], stream: Ints, weights: Floats, alone: Floats) -> Ngrams:
        size = len(words)
        real = stream >= 0
        singles = np.bincount(stream[real], weights=alone[real], minlength=size) + _UNSEEN
        unigram = np.log(singles / singles.sum())
        inside = real[:-1] & real[1:]
        pairs = stream[:-1] * size + stream[1:]
        pair_keys, pair_counts = _summed(pairs[inside], weights[1:][inside])
        first, second = np.divmod(pair_keys, size)
        pair_logs, backoff = _discounted(first, pair_counts, unigram[second], size)
        whole = inside[:-1] & inside[1:]
        places = np.searchsorted(pair_keys, pairs[:-1][whole])
        triple_keys, triple_counts = _summed(places * size + stream[2:][whole], weights[2:][whole])
        context, third = np.divmod(triple_keys, size)
        nearer = second[context]
        shorter = _lookup(pair_keys, pair_logs, nearer * size + third, backoff[nearer] + unigram[third])
        triple_logs, pair_backoff = _discounted(context, triple_counts, shorter, len(pair_keys))
        floats = (unigram, backoff, pair_logs, pair_backoff, triple_logs)
        uni, back, two, two_back, three = (array.astype(np.float32) for array in floats)
        return cls(words, uni, back, pair_keys, two, two_back, triple_keys, three)

    def check(self) -> None:
        """Make sure that the arrays fit together.

        Raises:
            ValueError: they do not.
        """
        size, pairs = len(self.words), len(self.pair_keys)
        fitting = (
            self.words[: len(_SPECIAL)] == _SPECIAL
            and len(self.unigram) == len(self.backoff) == size
            and len(self.pair_logs) == len(self.pair_backoff) == pairs
            and len(self.triple_keys) == len(self.triple_logs)
            and (not pairs or 0 <= int(self.pair_keys[0]) <= int(self.pair_keys[-1]) < size * size)
        )
        if not fitting:
            raise ValueError("the arrays of the model do not fit together")

    def chain(self, slots: Sequence[Ints]) -> tuple[list[Floats], list[Ints]]:
        """Look up every bigram of neighbouring slots at once.

        Args:
            slots: the ids that each place of a sequence may hold.

        Returns:
            For each neighbouring two, log P(second | first) and the place of the bigram or -1, both of shape
            (first, second).
        """
        first = np.concatenate([np.repeat(one, len(two)) for one, two in pairwise(slots)])
        second = np.concatenate([two for one, two in pairwise(slots) for _ in range(len(one))])
        keys = first * len(self.words) + second
        logs = self.backoff[first] + self.unigram[second]
        places = np.full(len(keys), -1)
        if len(self.pair_keys):
            at = np.minimum(self.pair_keys.searchsorted(keys), len(self.pair_keys) - 1)
            hit = self.pair_keys[at] == keys
            logs[hit] = self.pair_logs[at[hit]]
            places[hit] = at[hit]
        shapes = [(len(one), len(two)) for one, two in pairwise(slots)]
        return _cut(logs, shapes), _cut(places, shapes)

    def triples(self, places: Ints, third: Ints, shorter: Floats) -> Floats:
        """Return log P(third | first second), shape (first, second, third).

        Args:
            places: places of the bigrams (first, second) as :meth:`chain` gave them, -1 for unseen.
            third: ids of the last word.
            shorter: log P(third | second), shape (second, third).
        """
        rows, columns = (places >= 0).nonzero()
        if not len(rows):
            return shorter[None]
        logs = np.repeat(shorter[None], len(places), axis=0)
        at = places[rows, columns]
        default = self.pair_backoff[at][:, None] + shorter[columns]
        wanted = at[:, None] * len(self.words) + third
        logs[rows, columns] = _lookup(self.triple_keys, self.triple_logs, wanted, default)
        return logs


def _cut(flat: Array, shapes: Sequence[tuple[int, int]]) -> list[Array]:
    """Cut a flat array into matrices of the given shapes, without copying."""
    ends = accumulate(rows * columns for rows, columns in shapes)
    return [
        flat[end - rows * columns : end].reshape(rows, columns)
        for end, (rows, columns) in zip(ends, shapes, strict=True)
    ]


def _lookup(keys: Ints, values: Floats, wanted: Ints, default: Floats) -> Floats:
    if not len(keys):
        return default
    at = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], default)


def _summed(keys: Ints, weights: Floats) -> tuple[Ints, Floats]:
    """Return the distinct keys, ascending, and the sum of the weights of each."""
    distinct, place = np.unique(keys, return_inverse=True)
    sums: Floats = np.bincount(place, weights=weights, minlength=len(distinct)).astype(np.float64)
    return distinct, sums


def _discounted(contexts: Ints, counts: Floats, shorter: Floats, size: int) -> tuple[Floats, Floats]:
    """Return the log probabilities of n-grams and the back-off weights of the ``size`` contexts."""
    totals = np.bincount(contexts, weights=counts, minlength=size)
    kinds = np.bincount(contexts, minlength=size)
    kept = np.divide(_DISCOUNT * kinds, totals, out=np.ones(size), where=totals > 0)
    share = np.maximum(counts - _DISCOUNT, 0) / totals[contexts] if len(counts) else np.zeros(0)
    return np.log(share + kept[contexts] * np.exp(shorter)), np.log(kept)
