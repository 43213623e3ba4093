"""Look a place name up: which unit it is, what became of it, or what is missing to tell.

Nothing is guessed. Names are compared as typed first (marks that were typed count), then without marks, then with one
slip of a letter; what is named around a unit, its district and its province, must fit. Where several units fit equally
well all are given back as choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from phapquy.units.finding import Finding, Place, Status
from phapquy.units.gazetteer import Entry, Gazetteer, squashed
from phapquy.units.model import EventKind, NewUnit, OldUnit
from phapquy.units.places import Fit, Surroundings, fit, surroundings
from phapquy.units.typed import COMMUNE, KindWord, Word, distance, is_marked, kind_words, read_words, squash


class Prefer(Enum):
    """Which side of the 1st of July 2025 a text speaks of."""

    EITHER = "either"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A unit that some words of the text may name."""

    entry: Entry
    start: int
    end: int
    tier: int
    """0 as typed, 1 with marks left out, 2 with other marks, 3 with a slip of a letter."""
    kind_fits: bool
    fit: Fit

    @property
    def rank(self) -> tuple[int, ...]:
        """What is compared between candidates; more is better."""
        return (self.fit.covered + self.end - self.start, -self.tier, self.kind_fits, self.end - self.start)


def look_up(
    gazetteer: Gazetteer, text: str, day: date, prefer: Prefer = Prefer.EITHER, *, sentence: bool = False
) -> Finding:
    """Look up the unit that a text names.

    Args:
        gazetteer: the names.
        text: an address or a name; or a question, with ``sentence``.
        day: the day of which today's names are given.
        prefer: which side is meant where a name is both an old and a new one.
        sentence: whether the text is a whole sentence, in which only a name after its kind is a commune.
    """
    words = read_words(text)
    if not words:
        return Finding(text, Status.EMPTY, day)
    kinds = kind_words(words)
    around = surroundings(words, kinds, gazetteer, sentence=sentence)
    found = _with_kind(gazetteer, words, kinds, around, sentence=sentence)
    if not found and not _names_commune(kinds, words, sentence=sentence):
        found = _without_kind(gazetteer, words, kinds, around, sentence=sentence)
    slips = not found
    if slips and _names_commune(kinds, words, sentence=sentence):
        found = _slipped(gazetteer, words, kinds, around, sentence=sentence)
    if not kinds and not sentence and found and (other := _is_no_commune(gazetteer, text, day, found, around)):
        return other
    fitting = [one for one in found if not one.fit.against]
    if not fitting and found and not slips:
        fitting = [
            one
            for one in _slipped(gazetteer, words, kinds, around, sentence=sentence)
            if not one.fit.against and one.fit.district
        ]
        if not fitting:
            return _misplaced(text, day, found, words)
    if fitting:
        return _decided(gazetteer, text, day, _best(fitting), prefer, words)
    if _names_commune(kinds, words, sentence=sentence):
        place = next(iter(_commune_kinds(kinds, words)))
        return Finding(text, Status.UNKNOWN, day, start=words[place.start].start, end=words[-1].end)
    return _only_around(gazetteer, text, day, around, sentence=sentence)


def _is_no_commune(
    gazetteer: Gazetteer, text: str, day: date, found: Sequence[_Candidate], around: Surroundings
) -> Finding | None:
    """A bare name that is a province's is the province; one that is a district's as well is asked about."""
    best = _best(found)
    start, end = best[0].start, best[0].end
    if any((one.start, one.end) == (start, end) and one.key in gazetteer.province_names for one in around.provinces):
        return _only_around(gazetteer, text, day, around, sentence=False)
    other = _only_around(gazetteer, text, day, around, sentence=False)
    named = any((one.start, one.end) == (start, end) for one in around.districts)
    if not named or other.status is not Status.DISTRICT:
        return None
    units = tuple(dict.fromkeys(Place(one.entry.old, one.entry.new) for one in best))
    return Finding(text, Status.AMBIGUOUS, day, choices=(*units, Place(district=other.district)))


def _commune_kinds(kinds: dict[int, KindWord], words: Sequence[Word]) -> list[KindWord]:
    """The kinds of the commune level that something follows."""
    return [one for place, one in sorted(kinds.items()) if one.level == COMMUNE and place < len(words)]


_NO_NAME = frozenset(
    """nao gi moi cu nay kia do hay va la thi co khong ay dau may bao nhieu duoc nhap sap tren duoi minh em toi nha o
    bi cac nhung khac ten sau truoc ben voi vao ve thuoc hoac phuong xa dang can phai se da tui tao chau trong hai ba bon""".split()  # noqa: SIM905
)
"""Words after "xã" that begin no name in a sentence: "xã nào", "xã cũ"."""
_ATTRIBUTES = (("dao",), ("bien", "gioi"), ("mien", "nui"), ("vung", "cao"), ("ven", "bien"), ("cu",), ("moi",))
"""Words that may stand between a kind and its name: "xã đảo Thạnh An", "phường mới Bến Thành"."""


def _names_commune(kinds: dict[int, KindWord], words: Sequence[Word], *, sentence: bool) -> bool:
    """Whether a commune is named after its kind, known or not."""
    return any(
        not words[one.end].breaks and not (sentence and words[one.end].folded in _NO_NAME)
        for one in _commune_kinds(kinds, words)
    )


def _starts(words: Sequence[Word], kind: KindWord) -> Iterable[int]:
    """Where the name after a kind may begin."""
    yield kind.end
    for attribute in _ATTRIBUTES:
        end = kind.end + len(attribute)
        if end < len(words) and tuple(word.folded for word in words[kind.end : end]) == attribute:
            yield end


def _with_kind(
    gazetteer: Gazetteer, words: list[Word], kinds: dict[int, KindWord], around: Surroundings, *, sentence: bool
) -> list[_Candidate]:
    """Units named after their kind."""
    found: list[_Candidate] = []
    for kind in _commune_kinds(kinds, words):
        for start in _starts(words, kind):
            for end in _ends(gazetteer, words, start):
                key = squash(words[start:end])
                number = _ROMANS.get(key) if kind.kind == "phường" else None
                entries = gazetteer.communes.get(number or key, ())
                found += _candidates(entries, words, (start, end), kind, around, sentence=sentence)
    return found


def _without_kind(
    gazetteer: Gazetteer, words: list[Word], kinds: dict[int, KindWord], around: Surroundings, *, sentence: bool
) -> list[_Candidate]:
    """Units named without a kind: the first part of an address, or in a sentence a name of two words or more."""
    found: list[_Candidate] = []
    for start in range(len(words)):
        if start in kinds or not _may_begin(words, start, sentence=sentence):
            continue
        for end in _ends(gazetteer, words, start):
            key = squash(words[start:end])
            whole = end == len(words) or words[end].opens
            other = key in gazetteer.province_names or key in gazetteer.districts
            if key.isdigit() or (sentence and (end - start < _TWO or other)) or not (whole or sentence):
                continue
            entries = gazetteer.communes.get(key, ())
            found += _candidates(entries, words, (start, end), None, around, sentence=sentence)
    return found


_ROMANS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
"""Numbers of wards in Roman figures."""
_TWO = 2
_BEFORE_NAME = frozenset({"o", "tai", "ten", "que", "ve"})


def _may_begin(words: Sequence[Word], start: int, *, sentence: bool) -> bool:
    """Whether a name without a kind may begin at a word."""
    if not start or (not sentence and words[start].opens):
        return True
    return sentence and words[start - 1].folded in _BEFORE_NAME


def _slipped(
    gazetteer: Gazetteer, words: list[Word], kinds: dict[int, KindWord], around: Surroundings, *, sentence: bool
) -> list[_Candidate]:
    """Units whose name is typed with one slip of a letter, after their kind."""
    found: list[_Candidate] = []
    for kind in _commune_kinds(kinds, words):
        for end in _ends(gazetteer, words, kind.end):
            for name in gazetteer.near(squash(words[kind.end : end])):
                made = _candidates(
                    gazetteer.communes[name], words, (kind.end, end), kind, around, sentence=sentence
                )
                found += [replace(one, tier=3) for one in made if one.kind_fits]
    placed = [one for one in found if one.fit.district or one.fit.province]
    return placed or [one for one in found if not around.districts and not around.provinces]


def _ends(gazetteer: Gazetteer, words: Sequence[Word], start: int) -> Iterable[int]:
    """Where a name that begins at a word may end: not across a comma."""
    for end in range(start + 1, min(len(words), start + gazetteer.longest) + 1):
        if end - 1 > start and words[end - 1].breaks:
            return
        yield end


def _candidates(
    entries: Iterable[Entry],
    words: list[Word],
    span: tuple[int, int],
    kind: KindWord | None,
    around: Surroundings,
    *,
    sentence: bool,
) -> list[_Candidate]:
    start, end = span
    marked = is_marked(words)
    near = around.outside(kind.start if kind else start, end)
    near = near if sentence else near.after(end)
    return [
        _Candidate(
            entry,
            start,
            end,
            distance(entry.key, words[start:end], marked=marked),
            kind is None or kind.kind in entry.kinds,
            fit(entry, near),
        )
        for entry in entries
        if kind is None or entry.key[:1].isalpha() or kind.kind in entry.kinds
    ]


def _best(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that fit best."""
    most = max(one.rank for one in found)
    best = [one for one in found if one.rank == most]
    if not any(one.kind_fits for one in best):
        return best
    return [one for one in best if one.kind_fits]


def _decided(
    gazetteer: Gazetteer, text: str, day: date, best: list[_Candidate], prefer: Prefer, words: Sequence[Word]
) -> Finding:
    history = gazetteer.history
    olds = {one.entry.old: one for one in best if one.entry.old}
    news = {one.entry.new: one for one in best if one.entry.new}
    if prefer is Prefer.OLD and olds:
        news = {}
    elif prefer is Prefer.NEW and news:
        olds = {}
    first = best[0]
    start, end = words[first.start].start, words[first.end - 1].end
    corrected = next(iter((*olds, *news))).name if first.tier >= _TWO and (olds or news) else ""
    bare = Finding(text, Status.AMBIGUOUS, day, corrected=corrected, start=start, end=end)
    if len(olds) == 1:
        old = next(iter(olds))
        events = history.by_old[old]
        successors = {event.new for event in events}
        placed = bool(olds[old].fit.district)
        others = [new for new in news if new not in successors]
        if not others or placed:
            return _of_old(gazetteer, replace(bare, old=old, events=events), old, olds[old])
    elif not olds and len(news) == 1:
        new = next(iter(news))
        change = history.province_on(new.province, day)
        return replace(
            bare, status=Status.CURRENT, new=new, made_of=history.by_new[new], province=change,
            mixed=bool(news[new].fit.district),
        )  # fmt: skip
    choices = (*(Place(old=old) for old in olds), *(Place(new=new) for new in news if not _same(new, olds, gazetteer)))
    return replace(bare, choices=choices)


def _same(new: NewUnit, olds: Iterable[OldUnit], gazetteer: Gazetteer) -> bool:
    """Whether a new unit is what one of the old ones became: the old one stands for it among the choices."""
    by_old = gazetteer.history.by_old
    return any(event.new == new for old in olds for event in by_old[old])


def _of_old(gazetteer: Gazetteer, bare: Finding, old: OldUnit, candidate: _Candidate) -> Finding:
    history = gazetteer.history
    settled, first = bare.settled, bare.events[0]
    status = Status.KEPT if first.kind is EventKind.KEPT else Status.SPLIT if len(settled) > 1 else Status.FOUND
    new = settled[0].new if len(settled) == 1 else None
    named = candidate.fit.province
    return replace(
        bare,
        status=status,
        new=new,
        made_of=history.by_new[new] if new else (),
        province=history.province_on(first.new.province, bare.day),
        mixed=bool(named and old.province and named != squashed(old.province)),
    )


def _misplaced(text: str, day: date, found: Sequence[_Candidate], words: Sequence[Word]) -> Finding:
    best = _best(found)
    places = tuple(dict.fromkeys(Place(one.entry.old, one.entry.new) for one in best))
    first = best[0]
    return Finding(
        text, Status.MISPLACED, day, choices=places,
        start=words[first.start].start, end=words[first.end - 1].end,
    )  # fmt: skip


def _only_around(gazetteer: Gazetteer, text: str, day: date, around: Surroundings, *, sentence: bool) -> Finding:
    """A text that names no commune: a district of old, a province, or nothing."""
    history = gazetteer.history
    districts = [
        one for one in around.districts if one.kinded or not (sentence or any(p.start == one.start for p in around.provinces))
    ]
    for one in districts:
        wanted = {p.key for p in around.provinces if p.start >= one.end or p.end <= one.start}
        if not wanted and not one.kinded and len(gazetteer.districts[one.key]) > 1:
            continue
        fitting = [place for place in sorted(gazetteer.districts[one.key]) if not wanted or squashed(place[1]) in wanted]
        if len(fitting) == 1:
            return Finding(text, Status.DISTRICT, day, district=fitting[0])
        if fitting:
            choices = tuple(Place(district=place) for place in fitting)
            return Finding(text, Status.AMBIGUOUS, day, choices=choices)
    for named in around.provinces:
        name = gazetteer.province_names[named.key]
        return Finding(text, Status.PROVINCE, day, province=history.successor(name), asked_province=name)
    return Finding(text, Status.NO_UNIT, day)
