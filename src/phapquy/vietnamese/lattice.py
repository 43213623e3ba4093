"""The lattice of what a text may have meant, and the likeliest way through it (exact trigram Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phapquy.vietnamese.ngrams import Floats, Ints, Ngrams


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the sequence and the words it may hold."""

    words: tuple[str, ...]
    ids: Ints
    """Their places in the vocabulary."""
    costs: Floats
    """What each costs to have been typed as it was, in nats."""
    span: tuple[int, int] | None = None
    """Where it stands in the text; None for a boundary or a number, which are never rewritten."""


def fixed(identity: int, word: str = "") -> Slot:
    """Make a slot with one choice."""
    return Slot((word,), np.array([identity]), np.zeros(1, dtype=np.float32))


def best_path(model: Ngrams, slots: Sequence[Slot]) -> tuple[list[int], float]:
    """Return the choice for every slot and the mean posterior of the choices that were in doubt.

    Args:
        model: the trigram model.
        slots: at least two, the first and the last with one choice each.
    """
    steps, places = model.chain([slot.ids for slot in slots])
    score = steps[0] - slots[1].costs
    back: list[Ints] = []
    for place in range(2, len(slots)):
        logs = model.triples(places[place - 2], slots[place].ids, steps[place - 1])
        total = score[:, :, None] + logs
        back.append(total.argmax(axis=0))
        score = total.max(axis=0) - slots[place].costs
    before, last = np.unravel_index(int(score.argmax()), score.shape)
    path = [int(last), int(before)]
    for choices in reversed(back):
        path.append(int(choices[path[-1], path[-2]]))
    path.reverse()
    return path, _confidence(slots, path, steps)


def _confidence(slots: Sequence[Slot], path: list[int], steps: list[Floats]) -> float:
    """Judge each choice against its rivals with its neighbours as chosen, by bigrams."""
    shares = []
    for place in range(1, len(slots) - 1):
        slot = slots[place]
        if len(slot.words) == 1:
            continue
        logs = steps[place - 1][path[place - 1]] + steps[place][:, path[place + 1]] - slot.costs
        shares.append(1.0 / float(np.exp(np.minimum(logs - logs[path[place]], 50)).sum()))
    return sum(shares) / len(shares) if shares else 1.0
