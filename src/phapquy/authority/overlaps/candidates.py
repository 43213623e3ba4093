"""Which pairs are worth comparing: those that share rare words, and those whose clauses lie near each other.

Comparing each with each would be five thousand million pairs for 100,000 powers. Two sieves propose a bounded number
for each power instead. The words: two tasks with half their words in common share one of the rarest words of either
(prefix filtering; Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins", ICDE 2006); a word that
very many tasks share proposes only the neighbours in spelling. The vectors: the nearest clauses by the embedding index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from phapquy.authority.overlaps.side import Side
from phapquy.authority.overlaps.task import likeness

LEAST_LIKE = 0.5
"""Words in common below which a pair is not looked at."""
_POSTINGS = 40
"""How many earlier powers a shared word proposes at most, those whose tasks are spelt nearest."""
_MOST = 24
"""Pairs kept for one power, the likest first."""

Pair = tuple[int, int]


def candidates(sides: Sequence[Side], near: Iterable[Pair] = ()) -> list[tuple[float, Pair]]:
    """Propose pairs of places in ``sides`` with the likeness of their tasks, at most a fixed number for each power.

    Args:
        sides: the powers.
        near: pairs proposed by the embedding index.
    """
    by_vector: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in near:
        by_vector[one].add(other)
        by_vector[other].add(one)
    counts = Counter(word for side in sides for word in side.words.syllables)
    order = sorted(range(len(sides)), key=lambda place: (sides[place].words.text, sides[place].key))
    done: set[int] = set()
    postings: defaultdict[str, list[int]] = defaultdict(list)
    found: list[tuple[float, Pair]] = []
    for place in order:
        rare = _rarest(sides[place], counts)
        others = {earlier for word in rare for earlier in postings[word][-_POSTINGS:]} | (by_vector[place] & done)
        found += _likest(sides, place, others)
        done.add(place)
        for word in rare:
            postings[word].append(place)
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _rarest(side: Side, counts: Counter[str]) -> list[str]:
    """The words of which one must be shared by any task with enough words in common."""
    if side.few:
        return []
    words = sorted(side.words.syllables, key=lambda word: (counts[word], word))
    return words[: len(words) - -int(-len(words) * LEAST_LIKE // 1) + 1]


def _likest(sides: Sequence[Side], place: int, others: Iterable[int]) -> list[tuple[float, Pair]]:
    """The pairs of one power with the likest of those proposed."""
    words = sides[place].words
    if sides[place].few:
        return []
    alike = [(likeness(words, sides[other].words), other) for other in others if not sides[other].few]
    kept = sorted((one for one in alike if one[0] >= LEAST_LIKE), key=lambda one: (-one[0], sides[one[1]].key))
    return [(value, (min(place, other), max(place, other))) for value, other in kept[:_MOST]]
