"""Questions of several parts: the provision, and the holder, of each part that the first bases do not answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.byref import apply_grants
from phapquy.answer.enough import content_terms
from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.holders import Held, same_organ
from phapquy.answer.moved import apply_moves
from phapquy.answer.reading import read
from phapquy.answer.wordings import consolidated
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import Kind
from phapquy.search.retriever import SearchResult

_COVERED = 0.5
"""A provision that answers a part holds at least this share of its content words."""
_BESIDE = 0.6
"""Share of the part's words that a provision beside the first basis must hold; more than the first basis does."""


@dataclass(frozen=True, slots=True)
class Added:
    """What the parts bring to an answer."""

    bases: tuple[Evidence, ...]
    held: tuple[Held, ...]


def of_parts(
    bases: Sequence[Evidence],
    held: Sequence[Held],
    parts: Sequence[SearchResult],
    snapshot: Snapshot,
    as_of: date,
) -> Added:
    """Return the bases and holders with those of the parts added.

    A later part often leaves out what the first named ("… loại đặc biệt, còn loại I thì ai?"), so the provisions of the
    first basis' article are looked at before what a search for the part alone finds.

    Args:
        bases: the bases so far, at least one.
        held: the holders so far; nobody is added where there are none.
        parts: what was found for each part.
        snapshot: where to look.
        as_of: the day asked about.
    """
    found, holders = list(bases), list(held)
    for place, part in enumerate(parts):
        terms = content_terms(part.question.text)
        one = _beside(bases[0], terms, snapshot, as_of, later=place > 0) or _searched(part, terms, snapshot, as_of)
        if one is None:
            continue
        known = any(one.identity == other.identity for other in found)
        found += [] if known else [one]
        wants = Asked(part.question, frozenset(terms))
        if held and place and wants.asks_who and not known:
            reading = read(wants, one)
            new = [item for item in reading.items if not any(same_organ(item.organ, each.organ) for each in holders)]
            holders += [Held(item.organ, item.role, one) for item in new]
    return Added(tuple(found), tuple(holders))


def _searched(part: SearchResult, terms: Sequence[str], snapshot: Snapshot, as_of: date) -> Evidence | None:
    """The best provision found for a part, if it holds most of its words."""
    hits = (gather(snapshot, hit.id, hit.score, terms) for hit in part.hits[:1])
    found = [consolidated(one, snapshot, as_of) for one in hits if one]
    found = list(apply_grants(part.question, apply_moves(found, snapshot, as_of), snapshot).kept)
    return next((one for one in found[:1] if one.covers(terms) >= _COVERED), None)


def _beside(first: Evidence, terms: Sequence[str], snapshot: Snapshot, as_of: date, *, later: bool) -> Evidence | None:
    """The provision of the first basis' article that rules on all other cases, or holds most of a part's words."""
    article = next((node for node in first.document.paths[first.identity] if node.kind is Kind.DIEU), None)
    if article is None:
        return None
    within = [node.id for node in article.walk() if node.id and not node.children and node.id != first.identity]
    valid = (one for one in within if snapshot.validity.of(one).covers(as_of))
    others = [one for one in (gather(snapshot, each, first.score, terms) for each in valid) if one]
    if later and (rest := next((one for one in others if _is_the_rest(one, first)), None)):
        return consolidated(rest, snapshot, as_of)
    best = max(others, key=lambda one: one.covers(terms), default=None)
    if best is None or best.covers(terms) < max(_BESIDE, first.covers(terms) + 0.01):
        return None
    return consolidated(best, snapshot, as_of)


def _is_the_rest(one: Evidence, first: Evidence) -> bool:
    """Whether a clause rules on all that the first does not: "…, trừ trường hợp quy định tại khoản 1 Điều này"."""
    khoan = first.identity.khoan
    said = re.search(rf"\btrừ (?:các )?trường hợp quy định tại khoản {khoan}\b[^.;]{{0,40}}Điều này", one.own_words)
    return khoan is not None and said is not None and one.identity.khoan != khoan
