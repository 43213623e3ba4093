"""The organs an answer names: from the bases, in the role that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.answer.asked import Asked
from phapquy.answer.evidence import Evidence
from phapquy.answer.reading import TO_IT, Reading, in_passing, read
from phapquy.authority.competence import Competence
from phapquy.authority.roles import Role
from phapquy.law.holder import Level, Organ, levels_named
from phapquy.search.question import Question

_LOOKED_AT = 10
"""Provisions whose holders are read; further down no factor lifts one to the top."""
_HOLDS = 0.95
"""Only of bases that score at least this share of the best is the one preferred whose holder does what was asked."""
_LESS = 0.12
"""It may hold this much less of the question's words than the best of the first three."""
_NEARLY = 0.9
"""From this share of the best score on, a provision that tells where the district's task went is on the task asked."""
FACTORS = {
    "silent": 0.97,
    "shares": 1.1,
    "acts": 0.97,
    "does": 1.05,
    "does-it-to": 1.15,
    "was-the-districts": 1.15,
    "is-the-object": 0.9,
    "in-passing": 0.9,
    "other-level": 0.85,
    "another-organ": 0.9,
}
"""On the score of a provision, for questions on who is competent: it names no holder, its holder does what was asked,
does it to the organ the question names; asked about a district, it tells where the district's task went; for other
questions, the list it stands in is for another level alone; asked about a district's organ, one of another kind holds
it.
Measured on the development questions, see docs/retrieval.md."""


@dataclass(frozen=True, slots=True)
class Held:
    """An organ an answer names, in its role, by the basis that says so."""

    organ: Organ
    role: Role
    by: Evidence


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds the matter, and how surely."""

    parts: tuple[Held, ...] = ()
    surely: bool = False
    """Whether a clause says they do just what was asked."""
    on_matter: bool = False
    """Whether the sentence that names one is on the very matter asked about."""

    @property
    def organs(self) -> tuple[Organ, ...]:
        """The organs, in the order in which they are named."""
        return tuple(part.organ for part in self.parts)

    @property
    def decides(self) -> bool:
        """Whether one of them decides (else they carry out); true of nobody too."""
        return not self.parts or any(part.role is Role.DECIDES for part in self.parts)

    @property
    def by(self) -> tuple[Evidence, ...]:
        """The bases that say so, each once."""
        return tuple({part.by.identity: part.by for part in self.parts}.values())


def holders_of(asked: Asked, bases: Sequence[Evidence], *, of_district: bool = False) -> Holding:
    """Return the organs the bases give the matter to.

    A question that asks once is answered from the first basis that names a holder, before it from one in which
    the holder does just what was asked ("ai phê chuẩn"), and asked about a district (``of_district``) before any
    other from a first basis that tells where the district's task went; one that asks for two ("who proposes and who
    decides", "and the other?") from all bases. Of organs the question offers to choose from, one of them is preferred.
    """
    if len(parts := _of_each(asked, bases)) > 1:
        return Holding(parts, surely=True)
    if bases and bases[0].shares:
        shared = [(one, read(asked, one)) for one in bases if one.identity in bases[0].shares]
        return Holding(tuple(Held(item.organ, item.role, one) for one, reading in shared for item in reading.items))
    readings = [(one, read(asked, one, several=asked.several)) for one in bases]
    if not asked.several:
        told = bool(of_district and bases and bases[0].was_the_districts)
        first, rest = (readings[:1], readings[1:]) if told else ([], readings)
        best = max((one.score for one in bases), default=0.0)
        readings = first + sorted(
            rest,
            key=lambda pair: (_whole(pair[1].items), -_offers(pair[1].items, asked), -_said(pair[0], pair[1], best)),
        )
    found: list[Held] = []
    surely = on_matter = False
    others = [pair for pair in readings if not asked.is_object(pair[1].items)]
    for one, reading in others if any(reading.items for _, reading in others) else readings:
        for item in reading.items:
            if not any(same_organ(item.organ, known.organ) for known in found):
                found.append(Held(item.organ, item.role, one))
        surely = surely or bool(reading.items and reading.does and reading.on_matter)
        on_matter = on_matter or bool(reading.items and reading.on_matter)
        if found and not asked.several:
            break
    return Holding(tuple(found[: asked.most]), surely, on_matter)


def _of_each(asked: Asked, bases: Sequence[Evidence]) -> tuple[Held, ...]:
    """The holder of each verb that is asked about, from the first basis in which somebody does it."""
    found: list[Held] = []
    for one_asked in asked.each:
        readings = ((one, read(one_asked, one)) for one in bases)
        doing = [(one, reading) for one, reading in readings if reading.does and reading.of_level]
        does = max(doing, key=lambda pair: pair[1].does, default=None)
        if does and not any(same_organ(does[1].items[0].organ, known.organ) for known in found):
            found.append(Held(does[1].items[0].organ, does[1].items[0].role, does[0]))
    return tuple(found)


def _said(one: Evidence, reading: Reading, best: float) -> float:
    """How surely a basis' holder does what was asked, if the basis is about as near as the best."""
    return reading.said if one.score >= _HOLDS * best else 0.25 * bool(reading.said)


def _whole(items: Sequence[Competence]) -> bool:
    """Whether only the whole of a level is named, "chính quyền địa phương", none of its organs."""
    return bool(items) and all(item.organ.base == "chính quyền địa phương" for item in items)


def _offers(items: Sequence[Competence], asked: Asked) -> bool:
    return any((item.organ.base, item.organ.level) in asked.offered for item in items)


def same_organ(one: Organ, other: Organ) -> bool:
    """Whether two names mean one organ: "… tỉnh" and "… cấp tỉnh" do, "… xã" and "… phường" do not."""
    if (one.base, one.level) != (other.base, other.level):
        return False
    kinds = {one.scope, other.scope} & set(_KINDS)
    return len(kinds) < 2  # noqa: PLR2004


def by_holder(asked: Asked, found: Sequence[Evidence], *, of_district: bool = False) -> list[Evidence]:
    """Return the evidence in the order of score times what its holder does.

    Args:
        asked: what is asked.
        found: the evidence, best first.
        of_district: whether it is asked about a level that is no more.
    """
    covered = max((one.covers(tuple(one.terms)) for one in found[:3]), default=0.0)
    best = max((one.score for one in found), default=0.0)

    ended = _ended_organ(asked.question) if of_district else ""

    def factor(one: Evidence) -> float:
        on_task = not asked.particular or any(verb in one.own_words.lower() for verb in asked.particular)
        on_task = on_task and one.covers(tuple(one.terms)) >= covered - _LESS
        if of_district and one.was_the_districts and on_task and one.score >= _NEARLY * best:
            return FACTORS["was-the-districts"]
        if one.shares:
            return FACTORS["shares"]
        reading = read(asked, one)
        other = ended and not _is_successor(reading, ended)
        return _by_reading(asked, one, reading) * (FACTORS["another-organ"] if other else 1.0)

    first, rest = found[:_LOOKED_AT], found[_LOOKED_AT:]
    weighed = [one.scored(one.score * factor(one)) for one in first]
    return [*sorted(weighed, key=lambda one: -one.score), *rest]


def _ended_organ(question: Question) -> str:
    """The kind of the district's organ that a question asks about: a council, a committee, a chairman; else empty."""
    return next((organ.base for organ in question.organs if organ.level is Level.HUYEN), "")


def _is_successor(reading: Reading, ended: str) -> bool:
    """Whether an organ of the same kind holds it: a council's decisions went to a council, not to its standing body."""
    return not reading.items or any(item.organ.base == ended for item in reading.items)


def by_level(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence for a question on a rule, points of a list for another level than the one named set back."""
    local = question.levels & {Level.XA, Level.TINH}
    if len(local) != 1:
        return list(found)

    def factor(one: Evidence) -> float:
        led = levels_named(one.lead) or levels_named(one.heading.rsplit(" › ", 1)[-1])
        return FACTORS["other-level"] if led and not led & question.levels else 1.0

    weighed = [one.scored(one.score * factor(one)) for one in found]
    return sorted(weighed, key=lambda one: -one.score)


def _by_reading(asked: Asked, one: Evidence, reading: Reading) -> float:
    """The factor of a provision by what its holder does."""
    if reading.items and asked.is_object(reading.items):
        return FACTORS["is-the-object"]
    if in_passing(asked, one):
        return FACTORS["in-passing"]
    if not reading.items:
        return FACTORS["silent"]
    if not reading.does and asked.decides and all(item.role is Role.ACTS for item in reading.items):
        return FACTORS["acts"]
    return (1.0, FACTORS["does"], FACTORS["does-it-to"])[reading.does if reading.on_matter else 0]


def does_it(asked: Asked, one: Evidence) -> bool:
    """Whether a provision says that its holder does what was asked to the organ that the question names."""
    reading = read(asked, one)
    return reading.does == TO_IT and not asked.is_object(reading.items)


def level_of(holders: Sequence[Organ]) -> Level | None:
    """Return the level of the holders, ``nhieu-cap`` if they stand on several, None if unknown."""
    levels = {organ.level for organ in holders if organ.level}
    if not levels:
        return None
    return next(iter(levels)) if len(levels) == 1 else Level.NHIEU_CAP


def verdict(asked: Asked, holding: Holding) -> bool | None:
    """Return yes if the organ that is asked about is the holder, no if the holder is another, else None.

    Said only where the clause gives just what was asked, of the organ of which it is asked whether it may: a yes or no
    beside the matter misleads. A question that asks "who" as well, or doubts itself ("trái pháp luật"), is left to
    the clause.
    """
    organ = _may_it(asked.question)
    if organ is None or asked.asks_who or not holding.organs or not holding.surely:
        return None
    if _DOUBTFUL.search(asked.question.text):
        return None
    if any(one.base == organ.base and _same_place(one, organ) for one in holding.organs):
        return True
    elsewhere = all(one.level not in {None, Level.NHIEU_CAP, organ.level} for one in holding.organs)
    return False if elsewhere and holding.decides else None


def names_it_too(asked: Asked, holding: Holding) -> bool:
    """Whether a clause that is read as another organ's also says of the organ asked about that it does it.

    "A ủy quyền cho …; B ủy quyền cho …", asked whether A may: to whom B may is no answer. The organ may stand there
    without its level, or be the district's, whose task may have come to it.
    """
    organ = _may_it(asked.question)
    if organ is None or any(one.base == organ.base and _same_place(one, organ) for one in holding.organs):
        return False
    said = (pair for one in holding.by for pair in (*one.sentences, *one.of_districts))
    return any(
        item.organ.base == organ.base
        and item.organ.level in {None, Level.NHIEU_CAP, Level.HUYEN, organ.level}
        and any(verb in text[item.organ.end :][:_AT_ONCE].lower() for verb in asked.verbs)
        for text, items in said
        for item in items
    )


_AT_ONCE = 30
"""Letters within which the verb follows the organ that does it."""


def _may_it(question: Question) -> Organ | None:
    """The one organ right before the modal: "B có được …", "B tự …"; not the one that something is done to."""
    asked = [organ for organ in question.organs if organ.level in {Level.XA, Level.TINH, Level.HUYEN}]
    before = [organ for organ in asked if _MODAL.match(question.text, organ.end)]
    if len({organ.name for organ in before}) != 1:
        return None
    between = (question.text[organ.end : before[0].start] for organ in asked)
    return None if any(_JOINED.fullmatch(words) for words in between) else before[0]


_JOINED = re.compile(r"\s*(?:,|và|hay|hoặc)\s*", re.IGNORECASE)
_MODAL = re.compile(r"\s+(?:có\b|tự\b|được (?:quyền|phép|tự)\b|phải\b|mới\b|không được\b)", re.IGNORECASE)
_DOUBTFUL = re.compile(r"trái (?:pháp )?luật|ngoài quy định|sai|vượt|tự ý|không đúng", re.IGNORECASE)
_KINDS = {"xã": "xa", "phường": "xa", "đặc khu": "xa", "tỉnh": "tinh", "thành phố": "tinh"}


def _same_place(holder: Organ, asked: Organ) -> bool:
    """Whether an organ is of the level asked, and not of another kind of unit than the one asked."""
    if holder.level is Level.NHIEU_CAP:
        return True
    if holder.level != asked.level:
        return False
    kinds = {holder.scope, asked.scope} & set(_KINDS)
    return len(kinds) < 2  # noqa: PLR2004
