"""Quoted words held against true ones, word for word: the same, spelled otherwise, or others.

Words are found by their letters without marks, then compared as they stand. What may differ in a *repaired*
quotation: case, punctuation, the place of a tone mark (hoà, hòa), marks not typed, a zero before a number, and
words left out under an ellipsis. A number, a letter of a point or another word never may.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from phapquy.vietnamese.normalize import fold, tone_normal
from phapquy.vietnamese.syllable import is_folded_syllable, is_syllable

_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_SIGNS = "%‰≥≤<>±×"
TOKEN = re.compile(rf"[^\W_]+|[{_SIGNS}]")
_GAP = rf"(?:\[\d{{1,3}}\]|[^\w{_SIGNS}]|_)"
_ELLIPSIS = re.compile(r"[(\[]?(?:…|\.{3,})[)\]]?")
_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*")
_BLANKS = re.compile(r"\s+")
_TURNS = frozenset({"không", "chưa", "trừ", "cấm", "đừng", "ngoại"})
"""Words that turn the meaning of what stands beside them: not to be left out beside an ellipsis."""
_WEIGHTY = _TURNS | {"tỉnh", "phường", "huyện", "thôn", "quận", "nước"}
"""Words whose slips are never forgiven."""
_NEGATED = re.compile(r"(?<!\w)(?P<word>không|chưa|cấm|trừ)(?:[^\S\n]+(?:được|phải|có))?[^\S\n]+$", re.IGNORECASE)
_SEEN = 20
"""Characters before quoted words that are looked at."""
_BESIDE = 3
_TRIES = 20
"""Places of a text at which the same letters are looked at."""


class Grade(IntEnum):
    """How near quoted words come, nearest first."""

    SAME = 0
    SPELLED = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand in a text."""

    start: int
    end: int
    grade: Grade
    reason: str = ""


class Quoted:
    """The words of a quotation, ready to be looked for."""

    def __init__(self, text: str, before: str = "") -> None:
        """Read a quotation.

        Args:
            text: what stands between the marks.
            before: the writer's words before the opening mark.
        """
        self._led = [word.lower() for word in TOKEN.findall(before[-_SEEN:])][-2:]
        self.text = _FOOTNOTE.sub(lambda found: " " * len(found[0]), text)
        cuts = [found.span() for found in _ELLIPSIS.finditer(self.text)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
        spans = [(start, end) for start, end in zip(starts, ends, strict=True) if TOKEN.search(self.text, start, end)]
        self.cut = bool(cuts)
        self.parts = [self.text[start:end] for start, end in spans]

    @cached_property
    def tokens(self) -> list[str]:
        """All words, those before an ellipsis and those after it."""
        return [word for part in self.parts for word in TOKEN.findall(part)]

    @cached_property
    def patterns(self) -> list[re.Pattern[str]]:
        """For each part between ellipses a pattern for folded text."""
        return [_pattern(TOKEN.findall(part)) for part in self.parts]

    def match(self, text: str, folded: str) -> Match | None:
        """Return the best place of the words in a text, or None where their letters do not stand there."""
        best: Match | None = None
        for found in self._places(folded):
            one = self._graded(text, found)
            if one.grade is Grade.SAME:
                return one
            if best is None or one.grade < best.grade:
                best = one
        return best

    def _places(self, folded: str) -> Iterator[list[tuple[int, int]]]:
        """The spans of all parts, in order, for each place of the first part."""
        if not self.patterns:
            return
        for _, first in zip(range(_TRIES), self.patterns[0].finditer(folded), strict=False):
            spans = [first.span()]
            for pattern in self.patterns[1:]:
                after = pattern.search(folded, spans[-1][1])
                if after is None:
                    break
                spans.append(after.span())
            if len(spans) == len(self.patterns):
                yield spans

    def _graded(self, text: str, spans: list[tuple[int, int]]) -> Match:
        start, end = spans[0][0], spans[-1][1]
        grades = [_grade(part, text[slice(*span)]) for part, span in zip(self.parts, spans, strict=True)]
        for left, right in pairwise(spans):
            if _turned(text[left[1] : right[0]]):
                return Match(start, end, Grade.OTHER, "chỗ lược bỏ làm mất một từ phủ định hoặc loại trừ")
        if dropped := _negated(text, start, self._led):
            return Match(start, end, Grade.OTHER, f"ngay trước lời trích có “{dropped}” bị bỏ đi")
        worst = max(grades)
        if worst is Grade.SAME and not self.cut:
            tail = self._tail(text, end)
            return Match(start, end + tail, Grade.SAME) if tail is not None and self._head(text, start) else Match(
                start, end, Grade.SPELLED)  # fmt: skip
        return Match(start, end, max(worst, Grade.SPELLED))

    def _tail(self, text: str, end: int) -> int | None:
        """The length of the punctuation behind the last word, if the text has the same."""
        last = [found.end() for found in TOKEN.finditer(self.parts[0])][-1]
        wanted = "".join(self.parts[0][last:].split())
        found = re.match(r"\s*".join(["", *map(re.escape, wanted)]), text[end : end + 50]) if wanted else None
        return 0 if not wanted else (found.end() if found else None)

    def _head(self, text: str, start: int) -> bool:
        first = TOKEN.search(self.parts[0])
        wanted = "".join(self.parts[0][: first.start() if first else 0].split())
        return not wanted or "".join(text[max(0, start - 50) : start].split()).endswith(wanted)


def _pattern(tokens: list[str]) -> re.Pattern[str]:
    pieces: list[str] = []
    for i, token in enumerate(tokens):
        word = fold(token)
        counted = word.isdigit() and word.strip("0")
        pieces.append("0*" + re.escape(word.lstrip("0")) if counted else re.escape(word))
        if i == 0:  # the boundary after the first word: a pattern that begins with letters is searched for fast
            pieces.insert(0, r"(?<!\w)") if counted else pieces.append(rf"(?<!\w{re.escape(word)})")
        sign = token in _SIGNS or (i + 1 < len(tokens) and tokens[i + 1] in _SIGNS)
        pieces.append((_GAP + ("*" if sign else "+")) if i + 1 < len(tokens) else "")
    return re.compile("".join([*pieces, "" if tokens[-1] in _SIGNS else r"(?!\w)"]))


def _turned(left_out: str) -> bool:
    words = [word.lower() for word in TOKEN.findall(left_out)]
    return not _TURNS.isdisjoint([*words[:_BESIDE], *words[-_BESIDE:]])


def _negated(text: str, start: int, led: list[str]) -> str:
    """The negation that stands right before words cut out after it, unless the writer has it before the mark."""
    found = _NEGATED.search(text, max(0, start - _SEEN), start)
    if found is None or found["word"].lower() in led:
        return ""
    return found["word"].lower()


def _grade(quoted: str, true: str) -> Grade:
    """Compare two runs with the same letters."""
    plain = _FOOTNOTE.sub("", true)
    typed, stored = TOKEN.findall(quoted), TOKEN.findall(plain)
    if len(typed) != len(stored) or numbers_of(quoted) != numbers_of(plain):
        return Grade.OTHER
    grades = [likeness(one, other) for one, other in zip(typed, stored, strict=True)]
    if max(grades) is not Grade.SAME:
        return max(grades)
    core = quoted[slice(*_core(quoted))]
    return Grade.SAME if _BLANKS.sub(" ", core) == _BLANKS.sub(" ", plain.strip()) else Grade.SPELLED


def _core(text: str) -> tuple[int, int]:
    spans = [found.span() for found in TOKEN.finditer(text)]
    return spans[0][0], spans[-1][1]


def numbers_of(text: str) -> list[str]:
    """Return the numbers of a text as written, zeros before them aside: ``2,5`` is not ``2.5``."""
    return [re.sub(r"(?<!\d)0+(?=\d)", "", found) for found in _NUMBER.findall(text)]


@lru_cache(maxsize=1 << 16)
def likeness(typed: str, true: str) -> Grade:
    """Compare a typed word with the true one."""
    if typed == true:
        return Grade.SAME
    if typed.isdigit() and true.isdigit():
        return Grade.SPELLED if typed.lstrip("0") == true.lstrip("0") else Grade.OTHER
    one, other = tone_normal(typed).lower(), tone_normal(true).lower()
    if one == other:
        return Grade.SPELLED
    bare = one.isascii() or not is_syllable(one)
    letter = other == "đ"  # the letter of a point: never a d
    return Grade.SPELLED if bare and not letter and _unmarked(one, other) else Grade.OTHER


def _unmarked(typed: str, true: str) -> bool:
    """Whether the typed word is the true one with some of its marks left out."""
    if len(typed) != len(true) or fold(typed) != fold(true):
        return False
    return all(_marks(one) <= _marks(other) for one, other in zip(typed, true, strict=True))


def _marks(char: str) -> set[str]:
    return {"-"} if char == "đ" else set(unicodedata.normalize("NFD", char)[1:])


def slip(typed: str, true: str) -> bool:
    """Whether a typed word is the true one with one letter wrong, and no word of its own."""
    one, other = tone_normal(typed).lower(), tone_normal(true).lower()
    if min(len(one), len(other)) < 3 or other in _WEIGHTY or not is_syllable(other):  # noqa: PLR2004
        return False
    known = is_syllable(one) or is_folded_syllable(one)
    return one.isalpha() and not known and _one_apart(fold(one), fold(other))


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter is added, lost, changed or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[head:], other[head:]
    swapped = len(left) > 1 and left[1::-1] == right[:2] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped
