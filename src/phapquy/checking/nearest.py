"""The true words nearest to words that do not stand there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from phapquy.checking.passages import Passage
from phapquy.checking.words import Grade, likeness, slip
from phapquy.vietnamese.normalize import tone_normal

_ALIKE = 0.6
"""Share of the quoted words that must stand in a run of the same length for it to be called near."""
_MOST = 600
"""Quoted words that are aligned; the time grows with their square."""
_SLIPS = 15
"""One slip of the keyboard is forgiven in so many words, two at most."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest run of words: offsets into the passage."""

    start: int
    end: int
    slips: bool
    """Whether it differs only by slips of the keyboard."""


def nearest(quoted: list[str], passage: Passage) -> Near | None:
    """Find the run that shares most words with a quotation; None where nothing is near."""
    words = [tone_normal(word).lower() for word in quoted]
    true = passage.tokens
    if not words or len(words) > _MOST or not true:
        return None
    place, shared = _densest(words, [word for word, _, _ in true])
    if shared < _ALIKE * len(words):
        return None
    left, right = max(0, place - len(words) // 4), min(len(true), place + len(words) + len(words) // 4)
    matcher = SequenceMatcher(None, words, [word for word, _, _ in true[left:right]], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = max(left, left + blocks[0].b - blocks[0].a)
    behind = len(words) - (blocks[-1].a + blocks[-1].size)
    last = min(right, left + blocks[-1].b + blocks[-1].size + behind)
    start, end = true[first][1], true[last - 1][2]
    stored = [passage.text[begin:stop] for _, begin, stop in true[first:last]]
    return Near(start, end, _only_slips(quoted, stored))


def _densest(words: list[str], true: list[str]) -> tuple[int, int]:
    """The place of the window of as many words that shares most of them; one pass."""
    wanted, held = Counter(words), Counter[str]()
    size, shared, best = len(words), 0, (0, -1)
    for i, word in enumerate(true):
        held[word] += 1
        shared += held[word] <= wanted[word]
        if i >= size:
            gone = true[i - size]
            shared -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if shared > best[1]:
            best = (max(0, i - size + 1), shared)
    return best


def _only_slips(quoted: list[str], stored: list[str]) -> bool:
    if len(quoted) != len(stored):
        return False
    others = [(a, b) for a, b in zip(quoted, stored, strict=True) if likeness(a, b) is Grade.OTHER]
    return len(others) <= min(2, max(1, len(quoted) // _SLIPS)) and all(slip(a, b) for a, b in others)
