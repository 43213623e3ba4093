"""Which units the words of a text may name: after a kind, without one, or with one slip of a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from phapquy.units.gazetteer import Entry, Gazetteer
from phapquy.units.places import Fit, Surroundings, fit, surroundings
from phapquy.units.typed import COMMUNE, KindWord, Word, distance, is_marked, kind_words, read_words, squash

AS_TYPED, OTHER_MARKS, SLIP = 0, 2, 3
"""How a name was typed; 1 is with marks left out."""
_ROMANS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
"""Numbers of wards in Roman figures."""
_WORDS = 2
"""Words of the shortest name that counts in a sentence without its kind."""
BEFORE_NAME = frozenset({"o", "tai", "ten", "que", "ve"})
_NO_NAME = frozenset(
    """nao gi moi cu nay kia do hay va la thi co khong ay dau may bao nhieu duoc nhap sap tren duoi minh em toi nha o
    bi cac nhung khac ten sau truoc ben voi vao ve thuoc hoac phuong xa dang can phai se da tui tao chau trong hai ba
    bon""".split()  # noqa: SIM905 - a list of words reads better as words
)
"""Words after "xã" that begin no name in a sentence: "xã nào", "xã cũ"."""
_ATTRIBUTES = (("dao",), ("bien", "gioi"), ("mien", "nui"), ("vung", "cao"), ("ven", "bien"), ("cu",), ("moi",))
"""Words that may stand between a kind and its name: "xã đảo Cát", "phường mới Mây"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that some words of the text may name."""

    entry: Entry
    start: int
    end: int
    """Numbers of its first word and of the word after it."""
    said_from: int
    """Number of the word of its kind, or of its first word."""
    tier: int
    """0 as typed, 1 with marks left out, 2 with other marks, 3 with a slip of a letter."""
    kind_fits: bool
    fit: Fit

    @property
    def rank(self) -> tuple[int, ...]:
        """What is compared between candidates; more is better."""
        return (self.fit.covered + self.end - self.start, -self.tier, self.kind_fits, self.end - self.start)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into words, with the kinds, districts and provinces found in it."""

    gazetteer: Gazetteer
    words: list[Word]
    kinds: dict[int, KindWord]
    around: Surroundings
    marked: bool
    sentence: bool
    """Whether it is a sentence, in which words like "xã nào" name no unit."""

    @classmethod
    def of(cls, gazetteer: Gazetteer, text: str, *, sentence: bool) -> Reading:
        """Read a text."""
        words = read_words(text)
        kinds = kind_words(words)
        around = surroundings(words, kinds, gazetteer, sentence=sentence)
        return cls(gazetteer, words, kinds, around, is_marked(words), sentence)

    @property
    def commune_kinds(self) -> list[KindWord]:
        """The kinds of the commune level that something follows."""
        return [one for place, one in sorted(self.kinds.items()) if one.level == COMMUNE and place < len(self.words)]

    @property
    def names_commune(self) -> bool:
        """Whether a commune is named after its kind, known or not."""
        return any(self._begins_name(one.end) for one in self.commune_kinds)

    @property
    def names_commune_surely(self) -> bool:
        """Whether a commune is named after its kind, in the capitals of a name."""
        return any(
            self._begins_name(one.end) and self.words[one.end].large and not self.words[one.end].breaks
            for one in self.commune_kinds
        )

    def unknown_name(self) -> tuple[int, int]:
        """Where a commune is named that nobody knows: from its kind to the end of the part, or of the capitals."""
        kinds = [one for one in self.commune_kinds if self._begins_name(one.end)]
        kind = next((one for one in kinds if self.words[one.end].large), kinds[0])
        end = kind.end + 1
        while end < len(self.words) and not self.words[end].breaks and (self.words[end].large or not self.sentence):
            end += 1
        return self.words[kind.start].start, self.words[end - 1].end

    def _begins_name(self, start: int) -> bool:
        """Whether a name begins at a word: in a sentence "xã nào" names none."""
        word = self.words[start]
        return not word.breaks and not (self.sentence and word.folded in _NO_NAME and not word.large)

    def with_kind(self) -> list[Candidate]:
        """Return the units named after their kind."""
        found: list[Candidate] = []
        for kind in self.commune_kinds:
            for start in self._starts(kind):
                for end in self._ends(start):
                    key = squash(self.words[start:end])
                    number = _ROMANS.get(key) if kind.kind == "phường" else None
                    found += self._candidates(self.gazetteer.communes.get(number or key, ()), start, end, kind)
        return found

    def without_kind(self) -> list[Candidate]:
        """Return the units named without a kind: the first part of an address, or in a sentence a name after "ở"."""
        found: list[Candidate] = []
        of_kinds = {place for kind in self.kinds.values() for place in range(kind.start, kind.end + 1)}
        for start in range(len(self.words)):
            if start in of_kinds or not self._may_begin(start):
                continue
            for end in self._ends(start):
                if self._may_be_bare(start, end):
                    key = squash(self.words[start:end])
                    found += self._candidates(self.gazetteer.communes.get(key, ()), start, end, None)
        return [one for one in found if one.tier < OTHER_MARKS] if self.sentence else found

    def slipped(self) -> list[Candidate]:
        """Return the units whose name, after their kind, is typed with one slip of a letter."""
        found: list[Candidate] = []
        for kind in self.commune_kinds:
            for end in self._ends(kind.end):
                for name in self.gazetteer.near(squash(self.words[kind.end : end])):
                    made = self._candidates(self.gazetteer.communes[name], kind.end, end, kind)
                    found += [replace(one, tier=SLIP) for one in made if one.kind_fits]
        placed = [one for one in found if one.fit.district or one.fit.province]
        return placed or [one for one in found if not self.around.districts and not self.around.provinces]

    def _starts(self, kind: KindWord) -> Iterator[int]:
        """Where the name after a kind may begin."""
        yield kind.end
        for attribute in _ATTRIBUTES:
            end = kind.end + len(attribute)
            if end < len(self.words) and tuple(word.folded for word in self.words[kind.end : end]) == attribute:
                yield end

    def _ends(self, start: int) -> Iterator[int]:
        """Where a name that begins at a word may end: not across a comma."""
        for end in range(start + 1, min(len(self.words), start + self.gazetteer.longest) + 1):
            if end - 1 > start and self.words[end - 1].breaks:
                return
            yield end

    def _may_begin(self, start: int) -> bool:
        """Whether a name without a kind may begin at a word."""
        if not start or (not self.sentence and self.words[start].opens):
            return True
        return self.sentence and self.words[start - 1].folded in BEFORE_NAME

    def is_all(self, start: int, end: int) -> bool:
        """Whether nothing is said beside the unit between two offsets, its district and its province."""
        told = {
            place for one in (*self.around.districts, *self.around.provinces) for place in range(one.start, one.end)
        }
        told |= {place for kind in self.kinds.values() for place in range(kind.start, kind.end)}
        return bool(self.words) and all(
            place in told or start <= word.start < end for place, word in enumerate(self.words)
        )

    def _may_be_bare(self, start: int, end: int) -> bool:
        """Whether words may be a name without its kind."""
        key = squash(self.words[start:end])
        if key.isdigit():
            return False
        if self.sentence:
            other = key in self.gazetteer.provinces or key in self.gazetteer.districts
            return end - start >= _WORDS and not other
        return end == len(self.words) or self.words[end].opens

    def _candidates(self, entries: Iterable[Entry], start: int, end: int, kind: KindWord | None) -> list[Candidate]:
        if not entries:
            return []
        near = self.around.outside(kind.start if kind else start, end)
        near = near if self.sentence else near.after(end)
        typed = self.words[start:end]
        return [
            Candidate(
                entry,
                start,
                end,
                kind.start if kind else start,
                distance(entry.key, typed, marked=self.marked),
                kind is None or kind.kind in entry.kinds,
                fit(entry, near),
            )
            for entry in entries
            if kind is None or entry.key[:1].isalpha() or kind.kind in entry.kinds
        ]


def best_of(found: Sequence[Candidate]) -> list[Candidate]:
    """Return those that fit best."""
    most = max(one.rank for one in found)
    return [one for one in found if one.rank == most]
