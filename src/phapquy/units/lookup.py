"""Look a place name up: which unit it is, what became of it, or what is missing to tell.

Nothing is guessed. Names are compared as typed first (marks that were typed count), then without marks, then with one
slip of a letter; what is named around a unit, its district and its province, must fit. Where several units fit equally
well all are given back as choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from phapquy.units.candidates import AS_TYPED, BEFORE_NAME, OTHER_MARKS, Candidate, Reading, best_of
from phapquy.units.finding import Finding, Place, Status
from phapquy.units.gazetteer import Gazetteer, squashed
from phapquy.units.model import EventKind, NewUnit, OldUnit
from phapquy.units.places import Named


class Prefer(Enum):
    """Which side of the 1st of July 2025 a text speaks of."""

    EITHER = "either"
    OLD = "old"
    NEW = "new"


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
    reading = Reading.of(gazetteer, text, sentence=sentence)
    nothing = Finding(text, Status.EMPTY, day)
    if not reading.words:
        return nothing
    found = reading.with_kind()
    if not found and not reading.names_commune:
        found = reading.without_kind()
        if found and not sentence and (other := _no_commune(reading, nothing, found)):
            return other
    slips = not found and reading.names_commune
    found = reading.slipped() if slips else found
    fitting = [one for one in found if not one.fit.against]
    if found and not fitting and not slips:
        fitting = [one for one in reading.slipped() if not one.fit.against and one.fit.district]
        if not fitting:
            return _misplaced(reading, nothing, found)
    if fitting:
        return _decided(reading, nothing, best_of(fitting), prefer)
    if reading.names_commune_surely or (reading.names_commune and not sentence):
        start, end = reading.unknown_name()
        return replace(nothing, status=Status.UNKNOWN, start=start, end=end)
    return _only_around(reading, nothing)


def is_an_address(gazetteer: Gazetteer, text: str) -> bool:
    """Whether a text is nothing but a unit of the commune level after its kind, with its district and province."""
    reading = Reading.of(gazetteer, text, sentence=False)
    found = reading.with_kind()
    if not found:
        return False
    first = best_of(found)[0]
    return reading.is_all(reading.words[first.said_from].start, reading.words[first.end - 1].end)


def _decided(reading: Reading, nothing: Finding, best: Sequence[Candidate], prefer: Prefer) -> Finding:
    """Decide between the candidates that fit best."""
    history = reading.gazetteer.history
    olds = {one.entry.old: one for one in best if one.entry.old}
    news = {one.entry.new: one for one in best if one.entry.new}
    if prefer is Prefer.OLD and olds:
        news = {}
    elif prefer is Prefer.NEW and news:
        olds = {}
    bare = _spanned(reading, nothing, best[0])
    if len(olds) == 1:
        old, candidate = next(iter(olds.items()))
        successors = {event.new for event in history.by_old[old]}
        if candidate.fit.district or all(new in successors for new in news):
            return _of_old(reading, bare, old, candidate)
    elif not olds and len(news) == 1:
        new, candidate = next(iter(news.items()))
        return replace(
            bare,
            status=Status.CURRENT,
            new=new,
            made_of=history.by_new[new],
            province=history.province_on(new.province, bare.day),
            mixed=bool(candidate.fit.district),
        )
    others = [Place(new=new) for new in news if not _follows(new, olds, reading.gazetteer)]
    return replace(bare, choices=(*(Place(old=old) for old in olds), *others))


def _spanned(reading: Reading, nothing: Finding, first: Candidate) -> Finding:
    """Begin a finding with where in the text the unit is named, and how it was typed."""
    unit = first.entry.old or first.entry.new
    return replace(
        nothing,
        status=Status.AMBIGUOUS,
        corrected=unit.name if unit and first.tier >= OTHER_MARKS else "",
        start=reading.words[first.said_from].start,
        end=reading.words[first.end - 1].end,
        placed=bool(first.fit.district or first.fit.province),
        exact=first.tier == AS_TYPED,
    )


def _follows(new: NewUnit, olds: Iterable[OldUnit], gazetteer: Gazetteer) -> bool:
    """Whether a new unit is what one of the old ones became: the old one stands for it among the choices."""
    by_old = gazetteer.history.by_old
    return any(event.new == new for old in olds for event in by_old[old])


def _of_old(reading: Reading, bare: Finding, old: OldUnit, candidate: Candidate) -> Finding:
    history = reading.gazetteer.history
    finding = replace(bare, old=old, events=history.by_old[old])
    settled, first = finding.settled, finding.events[0]
    status = Status.KEPT if first.kind is EventKind.KEPT else Status.SPLIT if len(settled) > 1 else Status.FOUND
    new = settled[0].new if len(settled) == 1 else None
    named = candidate.fit.province
    return replace(
        finding,
        status=status,
        new=new,
        made_of=history.by_new[new] if new else (),
        province=history.province_on(first.new.province, bare.day),
        mixed=bool(named and old.province and named != squashed(old.province)),
    )


def _misplaced(reading: Reading, nothing: Finding, found: Sequence[Candidate]) -> Finding:
    best = best_of(found)
    places = tuple(dict.fromkeys(Place(one.entry.old, one.entry.new) for one in best))
    return replace(_spanned(reading, nothing, best[0]), status=Status.MISPLACED, choices=places)


def _no_commune(reading: Reading, nothing: Finding, found: Sequence[Candidate]) -> Finding | None:
    """A bare name that is a province's is the province; one that is a district's as well is asked about."""
    best = best_of(found)
    span = (best[0].start, best[0].end)
    if any((one.start, one.end) == span and one.key in _names(reading) for one in reading.around.provinces):
        return _only_around(reading, nothing)
    if not any((one.start, one.end) == span for one in reading.around.districts):
        return None
    other = _only_around(reading, nothing)
    if other.status is not Status.DISTRICT:
        return None
    units = tuple(dict.fromkeys(Place(one.entry.old, one.entry.new) for one in best))
    bare = _spanned(reading, nothing, best[0])
    return replace(bare, choices=(*units, Place(district=other.district)))


def _names(reading: Reading) -> dict[str, str]:
    return reading.gazetteer.province_names


def _only_around(reading: Reading, nothing: Finding) -> Finding:
    """A text that names no commune: a district of old, a province, or nothing."""
    around = reading.around
    for one in around.districts:
        if not _is_district(reading, one):
            continue
        if fitting := _districts(reading, one):
            if len(fitting) == 1:
                return replace(nothing, status=Status.DISTRICT, district=fitting[0])
            choices = tuple(Place(district=place) for place in fitting)
            start, end = reading.words[one.start].start, reading.words[one.end - 1].end
            return replace(nothing, status=Status.AMBIGUOUS, choices=choices, start=start, end=end)
    for named in around.provinces:
        name = _names(reading)[named.key]
        change = reading.gazetteer.history.successor(name)
        return replace(nothing, status=Status.PROVINCE, province=change, asked_province=name)
    return replace(nothing, status=Status.NO_UNIT)


def _is_district(reading: Reading, one: Named) -> bool:
    """Whether a name is meant as a district's, where no commune is named."""
    if one.kinded:
        return True
    if any(named.start == one.start for named in reading.around.provinces):
        return False
    begins = not one.start or reading.words[one.start - 1].folded in BEFORE_NAME
    return not reading.sentence or (begins and one.words > 1)


def _districts(reading: Reading, one: Named) -> list[tuple[str, str]]:
    """The districts a name may mean: of the kind that is named, in the province that is named."""
    places = sorted(reading.gazetteer.districts[one.key])
    places = [place for place in places if not one.kind or place[0].lower().startswith(one.kind)]
    wanted = {named.key for named in reading.around.provinces if named.start >= one.end or named.end <= one.start}
    if not wanted:
        return places if one.kinded or len(places) == 1 else []
    return [place for place in places if squashed(place[1]) in wanted]
