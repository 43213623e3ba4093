"""Questions on units: what became of a commune or a province, what it was made of, how many there are.

Asked early, before anything is searched: the answer is looked up in the unit history, and every sentence of it rests
on the clauses that made the unit. A name that several places had is asked back about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from phapquy.answer.decision import Decision
from phapquy.answer.evidence import Evidence, gather, trimmed
from phapquy.answer.model import Clarification, Outcome, Statement
from phapquy.corpus.kinds import TextKind
from phapquy.index.snapshot import Snapshot
from phapquy.index.units import gazetteer
from phapquy.law.label import place_label
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Question
from phapquy.units.asking import Aim, Asking, may_ask, read_asking
from phapquy.units.counting import Counter
from phapquy.units.finding import Finding, Place, Status
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.listing import capital, former_place, placed
from phapquy.units.lookup import Prefer, is_an_address, look_up
from phapquy.units.sentences import Said, Teller
from phapquy.units.strings import UNKNOWN

_MOST_CHOICES = 8
_ADDRESS = 12
"""Words of the longest address that is looked up though nothing is asked of it."""
_AFTER_KIND = re.compile(r"\b(?i:xã|phường|thị trấn|xa|phuong|thi tran|x|p|f|tt)\b[. ]*([^\W_])")
_TOLD = frozenset({Status.FOUND, Status.SPLIT, Status.KEPT, Status.CURRENT, Status.PROVINCE, Status.DISTRICT})


def decide_units(question: Question, snapshot: Snapshot, as_of: date) -> Decision | None:
    """Decide a question on units; None if it asks something else, or names no unit."""
    first = snapshot.first_day
    if (first and as_of < first) or any(one.number or one.parts for one in question.references):
        return None
    if not may_ask(question.raw) and len(question.raw.split()) > _ADDRESS:
        return None
    names = gazetteer(snapshot)
    if not names.communes:
        return None
    named = look_up(names, question.raw, as_of, sentence=True)
    asking = read_asking(question.raw, named.start, named.end)
    if asking is None and is_an_address(names, question.raw):
        asking = Asking(Aim.SUCCESSOR, Prefer.EITHER, of_province=True)
    if asking is None:
        return None
    teller = teller_of(snapshot, as_of)
    finding = look_up(names, question.raw, as_of, asking.prefer, sentence=True)
    if asking.aim is Aim.COUNT:
        return _counted(asking, finding, teller, snapshot)
    return _of_finding(asking, finding, teller, snapshot)


def _of_finding(asking: Asking, finding: Finding, teller: Teller, snapshot: Snapshot) -> Decision | None:
    """Tell what was found, or ask what is missing."""
    if finding.status is Status.AMBIGUOUS:
        same = _same_successor(finding, gazetteer(snapshot))
        if same is None:
            return Decision(Outcome.CLARIFY, "homonym", clarify=clarification(finding, teller, asking.aim))
        finding = same
    if finding.status is Status.MISPLACED:
        return Decision(Outcome.CLARIFY, "misplaced-unit", clarify=misplaced(finding, teller, asking.aim))
    if finding.status is Status.UNKNOWN:
        name = finding.text[finding.start : finding.end].rstrip("?.! ")
        return Decision(
            Outcome.NOT_FOUND, "no-such-unit", detail=f"{capital(name)}: {UNKNOWN[:1].lower()}{UNKNOWN[1:]}"
        )
    if finding.status not in _TOLD:
        return None
    said = teller.tell(finding, with_province=asking.of_province, reverse=asking.aim is Aim.MADE_OF)
    return _answered(_with_verdict(finding, said) if asking.aim is Aim.KEPT else said, snapshot)


def teller_of(snapshot: Snapshot, day: date) -> Teller:
    """Return what puts findings of a snapshot into words."""

    def cite(by: ProvisionId) -> str:
        return place_label(snapshot.document(by.slug), by, snapshot.entry(by.slug).cite_as)

    def is_digest(by: ProvisionId) -> bool:
        return snapshot.entry(by.slug).text_kind is TextKind.DIGEST

    return Teller(gazetteer(snapshot).history, day, cite, is_digest)


def _counted(asking: Asking, finding: Finding, teller: Teller, snapshot: Snapshot) -> Decision | None:
    if province := _province_counted(finding, teller):
        return _answered(Counter(teller).counts(province), snapshot)
    if asking.country and finding.status is Status.NO_UNIT:
        counter = Counter(teller)
        provinces = counter.country(provinces=True) if asking.of_province else ()
        return _answered((*provinces, *counter.country(provinces=False)), snapshot)
    return None


def _province_counted(finding: Finding, teller: Teller) -> str:
    """The province of today whose units are counted; the city of a district's name may be one now."""
    if finding.status is Status.PROVINCE and finding.province:
        return finding.province.new.name
    if finding.status is not Status.DISTRICT or not finding.district:
        return ""
    kind, _, name = finding.district[0].partition("phố ")
    change = teller.history.province_on(name, teller.day)
    return name if kind == "thành " and change and change.new.kind == "thành phố" else ""


def _same_successor(finding: Finding, names: Gazetteer) -> Finding | None:
    """Where all that may be meant became one and the same unit, that unit."""
    by_old = names.history.by_old
    news = {event.new for place in finding.choices if place.old for event in by_old[place.old]}
    news |= {place.new for place in finding.choices if place.new}
    if len(news) != 1 or any(place.district for place in finding.choices):
        return None
    new = next(iter(news))
    province = names.history.province_on(new.province, finding.day)
    return replace(finding, status=Status.CURRENT, new=new, choices=(), province=province)


def _with_verdict(finding: Finding, said: Sequence[Said]) -> tuple[Said, ...]:
    """Begin the answer to "was it merged?" with yes or no, where the history tells."""
    if not said or finding.status not in {Status.KEPT, Status.FOUND, Status.SPLIT}:
        return tuple(said)
    word = "Không." if finding.status is Status.KEPT else "Có."
    return (Said(f"{word} {said[0].text}", said[0].by), *said[1:])


def clarification(finding: Finding, teller: Teller, aim: Aim = Aim.SUCCESSOR) -> Clarification:
    """Ask which of the units of one name is meant."""
    named = [_named(place, teller) for place in finding.choices]
    name = finding.text[finding.start : finding.end]
    more = f" và {len(named) - _MOST_CHOICES} nơi khác" if len(named) > _MOST_CHOICES else ""
    listed = "; ".join(named[:_MOST_CHOICES])
    text = f"Có nhiều nơi tên {name}: {listed}{more}. Nơi bạn hỏi thuộc huyện, quận, tỉnh nào?"
    return Clarification(text, _choices(named, aim))


def misplaced(finding: Finding, teller: Teller, aim: Aim = Aim.SUCCESSOR) -> Clarification:
    """Say that the unit is not where it is said to be, and ask which one is meant."""
    named = [_named(place, teller) for place in finding.choices]
    listed = "; ".join(named[:_MOST_CHOICES])
    name = finding.text[finding.start : finding.end]
    return Clarification(
        f"Không thấy {name} ở huyện hoặc tỉnh được nêu; các nghị quyết nêu: {listed}. Bạn hỏi nơi nào?",
        _choices(named, aim),
    )


def _choices(named: Iterable[str], aim: Aim) -> tuple[str, ...]:
    asks = "được lập từ những đơn vị nào?" if aim is Aim.MADE_OF else "nay là đơn vị nào?"
    return tuple(f"{capital(one)} {asks}" for one in list(named)[:_MOST_CHOICES])


def _named(place: Place, teller: Teller) -> str:
    """Write a unit so that it is told apart from all others of its name."""
    if place.old:
        where = former_place(place.old, teller.history)
        return f"{place.old.full}, {where}" if where else place.old.full
    if place.new:
        return placed(place.new, teller.history, teller.day)
    return ", ".join(place.district or ()) + " cũ"


def _may_name_a_unit(text: str) -> bool:
    """Whether a kind is followed by a word written as a name: a quick look before the history is read."""
    starts = (found[1] for found in _AFTER_KIND.finditer(text))
    return text == text.lower() or any(start.isupper() or start.isdigit() for start in starts)


def _as_a_name(words: str) -> bool:
    """Whether all words after the kind are written with a capital."""
    _, *name = words.split()
    return bool(name) and all(word[:1].isupper() or word[:1].isdigit() for word in name)


def _answered(said: Sequence[Said], snapshot: Snapshot) -> Decision | None:
    """Make the decision of what is said; None if nothing is, or a clause is not held."""
    identities = dict.fromkeys(by for one in said for by in one.by)
    bases = tuple(filter(None, (clause(by, snapshot) for by in identities)))
    if not said or len(bases) != len(identities):
        return None
    statements = tuple(Statement(one.text, tuple(map(str, one.by))) for one in said)
    return Decision(Outcome.ANSWERED, "unit", bases=bases, said=statements)


def clause(by: ProvisionId, snapshot: Snapshot) -> Evidence | None:
    """The evidence of a clause on units, quoted whole."""
    found = gather(snapshot, by, 1.0, ())
    return found.quoting(trimmed(found.document.text, found.node.start, found.node.own_end)) if found else None


def with_successors(decision: Decision, question: Question, snapshot: Snapshot, as_of: date) -> Decision:
    """Add, to the answer of another question, what became of an old unit that it names.

    Only where the words are surely the name of one old unit which is no more: written as a name, or with its district
    or province beside it. "xa tu chi" is no commune of Tư.
    """
    if decision.outcome is not Outcome.ANSWERED or decision.said or question.references:
        return decision
    if not _may_name_a_unit(question.raw):
        return decision
    names = gazetteer(snapshot)
    if not names.communes or as_of < names.history.since:
        return decision
    finding = look_up(names, question.raw, as_of, Prefer.EITHER, sentence=True)
    written = finding.placed or (finding.exact and _as_a_name(question.raw[finding.start : finding.end]))
    gone = written and finding.old and all(new.name != finding.old.name for new in finding.successors)
    if finding.status not in {Status.FOUND, Status.SPLIT} or not gone or finding.corrected:
        return decision
    said = teller_of(snapshot, as_of).tell(finding)[:1]
    answered = _answered(said, snapshot)
    if answered is None:
        return decision
    new = [one for one in answered.bases if one.identity not in {base.identity for base in decision.bases}]
    return replace(decision, bases=(*decision.bases, *new), said=answered.said)
