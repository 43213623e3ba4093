"""One function, three outcomes: what is answered, with which bases, and when to ask back or to refuse.

The rules are few and honest: an answer needs evidence that covers the words of the question and is near to it
in meaning; a question for a sum, a share or a term needs a basis that states one; a question about one article
of a document needs that document. Everything else is refused with what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from phapquy.answer.evidence import Evidence, gather, sentence_spans
from phapquy.answer.model import Clarification, Holder, Outcome
from phapquy.authority.competence import Competence
from phapquy.authority.competence import Role as Does
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import LEVEL_NAMES, Level, Organ, find_organs
from phapquy.search.question import Asks, Question
from phapquy.search.retriever import SearchResult
from phapquy.vietnamese.normalize import fold, syllables

MAX_BASES = 3
NEAR = 0.88
"""A further provision is a basis when its score is at least this share of the best one's."""
_RELATED = 3
MIN_COVERAGE = 0.55
MIN_COSINE = 0.10
"""Excess over the retriever's floor below which the best passage is unrelated in meaning."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answer will say, before it is put into words."""

    outcome: Outcome
    reason: str
    bases: tuple[Evidence, ...] = ()
    related: tuple[Evidence, ...] = ()
    holders: tuple[Holder, ...] = ()
    level: Level | None = None
    verdict: bool | None = None
    """Yes or no, where the question asks it and the bases tell."""
    decides: bool = True
    """Whether the holders decide (else they carry out)."""
    clarify: Clarification | None = None
    detail: str = ""
    """For refusals: what is missing, for the wording."""
    facts: dict[str, float] = field(default_factory=dict)


def decide(question: Question, result: SearchResult, snapshot: Snapshot, as_of: date) -> Decision:
    """Decide the outcome of a searched question.

    Args:
        question: the understood question.
        result: the ranked provisions in force on ``as_of``.
        snapshot: what they were found in.
        as_of: the day asked about.
    """
    terms = content_terms(question.text, snapshot)
    found = [one for hit in result.hits if (one := gather(snapshot, hit.id, hit.score, terms))]
    if not found:
        return Decision(Outcome.NOT_FOUND, "no-evidence")
    coverage = _coverage(terms, found[:MAX_BASES], snapshot)
    cosine = result.best.get("body", 0.0)
    facts = {"coverage": round(coverage, 3), "cosine": round(cosine, 3)}
    related = tuple(found[:_RELATED])
    if missing := _missing_amount(question, found[:MAX_BASES]):
        return Decision(Outcome.NOT_FOUND, "no-such-figure", related=related, detail=missing, facts=facts)
    if coverage < MIN_COVERAGE or cosine < MIN_COSINE:
        return Decision(Outcome.NOT_FOUND, "weak-evidence", related=related, facts=facts)
    bases = _bases(question, found)
    holders, acts = _holders(question, bases) if question.asks in {Asks.WHO, Asks.MAY} else ((), False)
    rest = tuple(one for one in found if one not in bases)[:_RELATED]
    return Decision(
        Outcome.ANSWERED,
        "competence" if holders else "fact",
        bases=bases,
        related=rest,
        holders=tuple(Holder(organ.name, organ.level.value if organ.level else None) for organ in holders),
        level=_level(holders),
        verdict=_verdict(question, holders) if question.may else None,
        decides=not acts,
        facts=facts,
    )


# -- is there an answer -----------------------------------------------------------------------------------

_FUNCTION_WORDS = frozenset(
    """ai gi nao thi la ma va hay hoac cua co khong duoc bi do cho voi tai o ve tu den nay kia the vay nhu sao bao nhieu
    may lau khi luc noi cac nhung mot moi cung da dang se chua con roi xong lai di ra vao len xuong nua chi phai nen can
    muon xin hoi em anh ong ba toi minh ban chau co chu bac dan nguoi ta nha oi a nhi nhe ha hien gio cu thay thiet biet
    lam de trong ngoai theo sau truoc tren duoi giua nhat hon rat qua luon ngay that dung sai viec cai chiec so it
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
"""Folded syllables that carry grammar or address, not matter."""


def content_terms(text: str, snapshot: Snapshot) -> list[str]:
    """The folded syllables of a question that carry its matter, each once, in order."""
    tokens = (fold(token) for token in syllables(text))
    return [
        token for token in dict.fromkeys(tokens) if token not in _FUNCTION_WORDS and (len(token) > 1 or token.isdigit())
    ]


def _coverage(terms: Sequence[str], found: Iterable[Evidence], snapshot: Snapshot) -> float:
    """The share of the question's words, weighted by rarity, that the best of the passages holds."""
    lexicon = snapshot.lexicon
    total_passages = max(2, lexicon.size)

    def weight(token: str) -> float:
        seen = lexicon.document_frequency("folded", token)
        return 1.0 - min(1.0, seen / total_passages) if seen else 1.2

    whole = sum(map(weight, terms))
    if not whole:
        return 0.0
    best = 0.0
    for one in found:
        context = {fold(token) for token in syllables(f"{one.heading} {one.entry.title} {_above(one)} {one.own_words}")}
        best = max(best, sum(weight(token) for token in terms if token in context) / whole)
    return best


def _above(one: Evidence) -> str:
    return " ".join(one.document.own_text(node) for node in one.document.paths[one.identity] if node.id is not None)


_MONEY_ASKED = re.compile(
    r"(?:bao nhiêu|mấy|mức|hệ số)\b.{0,40}\b(?:tiền|đồng|lệ phí|phí|lương|phụ cấp|phạt|thù lao)"
    r"|\b(?:lệ phí|phí|lương|phụ cấp|tiền phạt|mức phạt|thù lao|phạt)\b.{0,60}\b(?:bao nhiêu|mấy|mức nào)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d[\d.,]*\s*(?:đồng|nghìn|ngàn|triệu|tỷ)|\d\s*%", re.IGNORECASE)
_SHARE_ASKED = re.compile(r"(?:bao nhiêu|mấy)\s+(?:phần trăm|%)", re.IGNORECASE)
_SHARE = re.compile(r"\d\s*%|phần trăm|\d/\d|phần (?:hai|ba|tư)", re.IGNORECASE)


def _missing_amount(question: Question, found: Iterable[Evidence]) -> str:
    """Name the kind of figure the question asks for and no found provision states; empty if there is none."""
    texts = [one.own_words for one in found]
    for asked, stated, name in ((_SHARE_ASKED, _SHARE, "tỷ lệ phần trăm"), (_MONEY_ASKED, _MONEY, "số tiền hoặc mức")):
        if asked.search(question.text) and not any(stated.search(text) for text in texts):
            return name
    return ""


# -- bases ------------------------------------------------------------------------------------------------


def _bases(question: Question, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The provisions the answer stands on: the best, and those that come nearly as high."""
    best = found[0].score
    chosen = [one for one in found[:MAX_BASES] if one.score >= NEAR * best]
    return tuple(chosen)


# -- holders ----------------------------------------------------------------------------------------------


def _holders(question: Question, bases: Sequence[Evidence]) -> tuple[tuple[Organ, ...], bool]:
    """The organs the bases give the matter to, and whether they carry out rather than decide."""
    for one in bases:
        strong = _of_best_sentence(question, one)
        if strong:
            acts = all(item.role is not Does.DECIDES for item in strong)
            return tuple(_at_question_level(item.organ, question) for item in strong[:2]), acts
    return (), False


def _of_best_sentence(question: Question, one: Evidence) -> list[Competence]:
    """The holders named in the sentence of the clause nearest to the question, else those of the clause."""
    holders = [item for item in one.competences if item.role in {Does.DECIDES, Does.ACTS}]
    holders = [item for item in holders if item.organ.level is not Level.HUYEN]
    if len(holders) < 2:  # noqa: PLR2004
        return holders
    explicit = [item for item in holders if item.explicit]
    text = one.own_words
    wanted = set(one.terms)
    best: tuple[int, list[Competence]] = (-1, [])
    for start, end in sentence_spans(text, 0, len(text)):
        piece = text[start:end]
        named = {organ.base for organ in find_organs(piece)}
        here = [item for item in explicit if item.organ.base in named and item.organ.name.split(" cấp ")[0] in piece]
        weight = len(wanted & {fold(token) for token in syllables(piece)})
        if here and weight > best[0]:
            best = (weight, here)
    chosen = best[1] or holders
    deciders = [item for item in chosen if item.role is Does.DECIDES]
    return deciders or chosen


def _at_question_level(organ: Organ, question: Question) -> Organ:
    """Give an organ without level the one level that the question speaks of."""
    local = question.levels & {Level.XA, Level.TINH}
    return organ.at(next(iter(local))) if len(local) == 1 else organ


def _level(holders: Sequence[Organ]) -> Level | None:
    levels = {organ.level for organ in holders if organ.level}
    if not levels:
        return None
    return next(iter(levels)) if len(levels) == 1 else Level.NHIEU_CAP


def _verdict(question: Question, holders: Sequence[Organ]) -> bool | None:
    """Yes if the one organ the question names is the holder, no if the holder is another; else unknown."""
    asked = [organ for organ in question.organs if organ.level in {Level.XA, Level.TINH, Level.HUYEN}]
    if len({organ.name for organ in asked}) != 1 or not holders:
        return None
    organ = asked[0]
    if any(one.base == organ.base and one.level == organ.level for one in holders):
        return True
    return False if all(one.level and (one.base == organ.base or one.level != organ.level) for one in holders) else None


def level_name(level: Level) -> str:
    """The level in words."""
    return LEVEL_NAMES[level]
