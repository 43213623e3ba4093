"""Questions that state an amount: the clause whose range it falls in, and the number a clause of steps gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.wordings import consolidated
from phapquy.index.snapshot import Snapshot
from phapquy.law.measures import Amount, amounts_in, counted, ranges_in
from phapquy.law.provision import Kind, ProvisionId
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold, syllables

_WITHIN = 1.15
"""Factor on a provision with a range of two ends, of the unit asked about, in which the amount lies."""
_ON_THE_SIDE = 1.04
"""Factor on one with a range of one end in which it lies: many do by chance."""
_OUTSIDE = 0.93
"""Factor on one whose ranges of that unit all leave the amount out."""
_BESIDE = 1.12
"""Score, against the best of its article, of a provision whose range of two ends holds the amount."""
_LOOKED_AT = 20
_ARTICLES = 6
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?:vị )?(?:đại biểu|người)\b", re.IGNORECASE)


def by_amount(question: Question, found: Sequence[Evidence], snapshot: Snapshot, as_of: date) -> list[Evidence]:
    """Return the evidence, best first, where provisions speak of the amount that the question states, or of others.

    An article often lists ranges, one a clause, with hardly a word of the question in each; so the articles of the
    nearest provisions are looked through for the clause whose range holds the amount.
    """
    amounts = amounts_in(question.text)
    if not amounts:
        return list(found)
    scored = [one.scored(one.score * _factor(one, amounts)) for one in found[:_LOOKED_AT]]
    known = {one.identity for one in scored}
    beside = [one for one in _beside(found[:_ARTICLES], amounts, snapshot, as_of) if one.identity not in known]
    return [*sorted((*scored, *beside), key=lambda one: -one.score), *found[_LOOKED_AT:]]


def _beside(
    found: Sequence[Evidence], amounts: Sequence[Amount], snapshot: Snapshot, as_of: date
) -> Iterator[Evidence]:
    """The provisions of the articles of the nearest whose closed range holds an amount."""
    seen: set[ProvisionId] = set()
    for one in found:
        article = next((node for node in one.document.paths[one.identity] if node.kind is Kind.DIEU), None)
        if article is None or article.id is None or article.id in seen:
            continue
        seen.add(article.id)
        for node in article.walk():
            words = one.document.own_text(node)
            if node.id and any(each.closed and each.holds(amount) for each in ranges_in(words) for amount in amounts):
                other = _in_force(node.id, one, snapshot, as_of)
                if other:
                    yield other


def _in_force(identity: ProvisionId, like: Evidence, snapshot: Snapshot, as_of: date) -> Evidence | None:
    """The provision as it is on the day, or the clause that gave it anew; None where it has ended."""
    names = [identity]
    if not snapshot.validity.of(identity).covers(as_of):
        names = [ProvisionId.parse(by) for by in snapshot.validity.amended_by(identity, as_of)[-1:]]
    found = (gather(snapshot, name, like.score * _BESIDE, like.terms) for name in names)
    return next((consolidated(one, snapshot, as_of) for one in found if one), None)


def _factor(one: Evidence, amounts: Sequence[Amount]) -> float:
    ranges = ranges_in(one.own_words)
    if any(counted(one.own_words, amount) for amount in amounts):
        return _WITHIN
    for amount in amounts:
        same = [each for each in ranges if each.concerns(amount)]
        if same:
            holding = [each for each in same if each.holds(amount)]
            return _OUTSIDE if not holding else _WITHIN if any(each.closed for each in holding) else _ON_THE_SIDE
    return 1.0


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number worked out from clauses of steps: what is said first, and the clauses it rests on."""

    text: str
    bases: tuple[Evidence, ...]


def reckoned(question: Question, first: Evidence, snapshot: Snapshot, as_of: date) -> Reckoned | None:
    """Tell how many persons the clauses give the amount asked about; None if the first basis is no clause of steps.

    Clauses of one list differ by the kind of unit ("Xã ở miền núi", "Xã không thuộc …"). Where the question does not
    tell the kind, the number of each is told.
    """
    if not _HOW_MANY.search(question.text):
        return None
    for amount in amounts_in(question.text):
        if counted(first.own_words, amount) is None:
            continue
        chosen = _of_kind(question, [one for one in _list_of(first, snapshot, as_of) if counted(one.own_words, amount)])
        said = [f"{_kind(one)}: {_result(one, amount)}" for one in chosen]
        alone = f"Với {amount.text}, tính theo quy định này được {_result(first, amount)}."
        text = alone if len(chosen) < 2 else f"Với {amount.text}, tùy trường hợp: {'; '.join(said)}."  # noqa: PLR2004
        return Reckoned(text, tuple(chosen) or (first,))
    return None


def _list_of(first: Evidence, snapshot: Snapshot, as_of: date) -> Iterator[Evidence]:
    """The provisions of the list in which the first stands, itself among them."""
    parent = first.document.paths[first.identity][-1]
    for node in parent.children:
        if node.id == first.identity:
            yield first
        elif node.id and (other := _in_force(node.id, first, snapshot, as_of)):
            yield other


def _of_kind(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """Those on the kind of unit that the question speaks of, as far as it tells."""
    asked = set(syllables(fold(question.text)))
    kinds = [syllables(fold(_kind(one))) for one in found]
    same = [place for place, kind in enumerate(kinds) if kind and kind[0] in asked]
    told = {place: len(asked & set(kinds[place][1:]) - _NO_KIND) for place in same}
    most = max(told.values(), default=0)
    return [found[place] for place in same if told[place] == most]


_NO_KIND = frozenset({"o", "thuoc", "khong", "truong", "hop", "quy", "dinh", "tai", "nay", "co", "tu"})


def _kind(one: Evidence) -> str:
    """The unit a clause of steps speaks of: its words before the first figure."""
    words = _MARKER.sub("", one.own_words)
    return re.split(r"\s+có từ\b|\s+từ\b", words, maxsplit=1)[0]


def _result(one: Evidence, amount: Amount) -> str:
    result = counted(one.own_words, amount)
    assert result is not None
    sum_of = f" ({' + '.join(map(str, result.parts))})" if len(result.parts) > 1 else ""
    return f"{result.total} {result.thing}{', là mức tối đa' if result.capped else sum_of}"


_MARKER = re.compile(r"^(?:\d{1,3}[a-zđ]?\s?\.|[a-zđ]\))\s*")
