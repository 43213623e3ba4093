"""The clauses that powers are read from: words on one line with a way back to the stored text, and what stands above.

A provision of a stored text is a clause; so is each part of a quotation by which a later text gave a provision anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from phapquy.authority.acts import Chain, chain_at
from phapquy.authority.competence import JOINED, MARKER, document_level, organ_of_heading
from phapquy.authority.handed import Handed, handed_in
from phapquy.authority.leads import (
    ENACTS,
    EXCEPTED,
    OF_ONE,
    OF_OTHERS,
    OF_PAPERS,
    PENALTIES,
    given_by,
    last_sentence,
    lead_subject,
    listed_by,
)
from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import CITABLE, Document, Kind, Provision, ProvisionId
from phapquy.vietnamese.normalize import tone_normal

_FOOTNOTE = re.compile(r"^\s*\[\d+\]\s*")
_ARTICLE = re.compile(r"^\s*Điều \d+[a-zđ]?\.\s*")
"""The number of an article without a heading."""
_MARK = re.compile(r"\[\d+\]")
"""Footnote marks of consolidated texts: blanks of the same length to the reader."""
_LIST = re.compile(r"[:\u2026]\s*$|\b(?:sau|sau đây|như sau)\s*$")


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line, with a way back to where they stand in a stored text."""

    text: str
    raw: str
    """The same words as stored, tones on the customary vowel; white space may be of any kind and length."""
    start: int
    """Offset of ``raw``."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the line stands in the stored text."""
        if self.text == self.raw:
            return (self.start + start, self.start + end)
        pattern = r"\s+".join(map(re.escape, self.text[start:end].split()))
        before = self.text[:start]
        at = len(_BLANKS.sub("", before))
        seen = place = 0
        while seen < at:
            seen += not self.raw[place].isspace()
            place += 1
        found = re.compile(pattern).search(self.raw, place) if pattern else None
        return (self.start + found.start(), self.start + found.end()) if found else (self.start, self.start)

    def until(self, place: int) -> Words:
        """Return the words up to a place."""
        text = self.text[:place].rstrip()
        start, end = self.span(0, len(text))
        return Words(text, self.raw[start - self.start : end - self.start], start)

    def after(self, place: int) -> Words:
        """Return the words from a place on."""
        start, end = self.span(place, len(self.text))
        return Words(self.text[place:], self.raw[start - self.start : end - self.start], start)


_BLANKS = re.compile(r"\s+")


def words_at(text: str, start: int, end: int) -> Words:
    """Return a stretch of a stored text as words on one line, without the number it begins with."""
    raw = text[start:end]
    for pattern in (_ARTICLE, MARKER, _FOOTNOTE):
        if found := pattern.match(raw):
            start, raw = start + found.end(), raw[found.end() :]
    raw = tone_normal(_MARK.sub(lambda mark: " " * len(mark[0]), raw))
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    return Words(" ".join(raw.split()), raw, start)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a clause: whose powers it lists, in which words."""

    organs: tuple[Organ, ...] = ()
    """The organ whose powers are listed, or several that share them."""
    level: Level | None = None
    gives: tuple[str, tuple[Act, ...]] | None = None
    """The verbs of a lead-in whose objects are listed, and their acts: "Ban hành nghị quyết để quy định:"."""
    handed: Handed | None = None
    """Who had those powers before, where what stands above moves them."""
    givers: tuple[Organ, ...] = ()
    """Who gives the objects listed to those whose verbs the lead-in tells: "A giao cho B giữ các ao sau:"."""
    leads: tuple[str, ...] = ()
    """The words of what stands above it, nearest first, headings among them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause to be read."""

    identity: ProvisionId
    source: ProvisionId
    words: Words
    above: Above
    lists: bool
    """Whether clauses follow that go on with its sentence."""
    start: date | None = None
    end: date | None = None
    """The days of a wording that is not the stored one."""


def stored_clauses(document: Document) -> Iterator[Clause]:
    """Yield the clauses of a stored text in order; footnotes and annexes grant nothing."""
    for node in document.nodes:
        yield from _walk(document, node, Above())


def _walk(document: Document, node: Provision, above: Above) -> Iterator[Clause]:
    heading, start = _opening(document, node)
    titled = node.kind is Kind.DIEU and bool(heading)
    if node.kind in {Kind.CHU_THICH, Kind.PHU_LUC, Kind.KET}:
        return
    if node.kind is Kind.DIEU and above.level is None and node.id:
        above = replace(above, level=document_level(document, node.id))
    words = words_at(document.text, start, node.own_end)
    if node.kind in CITABLE and node.id is not None:
        own = above_of(above, heading, "") if titled else above
        yield Clause(node.id, node.id, words, own, bool(node.children) and bool(_LIST.search(words.text)))
    below = above_of(above, heading, words.text if node.kind in CITABLE else "") if node.children else above
    for child in node.children:
        yield from _walk(document, child, below)


def _opening(document: Document, node: Provision) -> tuple[str, int]:
    """A provision's heading on one line and where its own words begin.

    An article that is one sentence without a title has that sentence where others have their heading: it is no heading.
    """
    heading = " ".join(document.heading(node).split())
    if node.kind is not Kind.DIEU or node.heading is None:
        return heading, node.start
    start, end = node.heading
    whole = heading.endswith((".", "./")) and not document.text[end : node.own_end].strip() and not node.children
    return ("", start) if whole else (heading, end)


def stored_clause(document: Document, identity: ProvisionId) -> Clause | None:
    """Return one provision of a stored text as a clause; None if there is no such provision."""
    node = document.provisions.get(identity)
    if node is None:
        return None
    heading, start = _opening(document, node)
    words = words_at(document.text, start, node.own_end)
    above = place_of(document, identity)
    if node.kind is Kind.DIEU and heading:
        above = replace(above, level=document_level(document, identity))
        above = above_of(above, heading, "")
    return Clause(identity, identity, words, above, bool(node.children) and bool(_LIST.search(words.text)))


def place_of(document: Document, identity: ProvisionId) -> Above:
    """Return what stands above a provision, also of one that the stored text does not have (yet)."""
    here: ProvisionId | None = identity.parent
    while here is not None and here.parts and here not in document.provisions:
        here = here.parent
    if here is None or not here.parts:
        return Above()
    found = Above(level=document_level(document, here))
    for node in (*document.paths[here], document.provisions[here]):
        titled = node.kind is Kind.DIEU and node.heading
        start = node.heading[1] if titled and node.heading else node.start
        lead = words_at(document.text, start, node.own_end).text if node.kind in CITABLE else ""
        found = above_of(found, " ".join(document.heading(node).split()), lead)
    return found


def above_of(above: Above, heading: str, lead: str) -> Above:
    """Return what stands above the clauses of a provision with this heading and these words."""
    leads = (*filter(None, (lead, heading)), *above.leads)
    if any(said.search(lead) for said in (OF_PAPERS, EXCEPTED, PENALTIES)):
        return Above((), above.level, leads=leads)
    lead = last_sentence(lead)
    above = replace(above, gives=given_by(lead))
    first = chain_at(lead, 0) if lead and above.organs else None
    if first and not find_holders(lead[: first.start]):
        # "Trình Quốc hội quyết định:" goes on with who stands above
        return replace(above, gives=above.gives or listed_by(lead, 0), leads=leads)
    if ENACTS.search(lead) or OF_OTHERS.match(lead):
        return Above((), above.level, leads=leads)
    return _named_above(replace(above, leads=leads), heading, lead)


def _named_above(above: Above, heading: str, lead: str) -> Above:
    """What stands above clauses whose lead-in or heading may name whose powers they list."""
    for words, read in ((lead, organ_of_heading if OF_ONE.match(lead) else lead_subject), (heading, organ_of_heading)):
        if words and (handed := handed_in(words)):
            return Above(handed.takers, handed.takers[0].level or above.level, None, handed, leads=above.leads)
        organ = read(words, find_holders) if words else None
        if organ is None:
            continue
        joined = joined_with(first_of_list(organ, words), words)
        organs = tuple(placed for one in joined for placed in each_level(one, above))
        gives = chain_at(words, organ.end) if words is lead and words.endswith(":") else None
        if gives and gives.acts[0] is Act.GIAO:  # "A giao đơn vị phù hợp thực hiện các nhiệm vụ sau đây:"
            return _told(words, organs, gives, above)
        given = above.gives or (listed_by(words, joined[-1].end) if words is lead else None)
        return Above(organs, organs[0].level or above.level, given, leads=above.leads)
    return above


def _told(words: str, organs: tuple[Organ, ...], gives: Chain, above: Above) -> Above:
    """What stands above tasks given to somebody: his, if he is named; else giving them is the giver's power."""
    named = (one for one in find_holders(words) if one.start > gives.end)
    told = next((one for one in named if words[gives.end : one.start].strip() in {"", "cho"}), None)
    if told:
        takers = joined_with(told, words)
        given = listed_by(words, takers[-1].end)
        placed = tuple(_placed(one, replace(above, organs=organs)) for one in takers)
        return Above(placed, above.level, given, leads=above.leads, givers=organs if given else ())
    return Above(organs, organs[0].level or above.level, (gives.verbs(words), gives.acts), leads=above.leads)


def first_of_list(organ: Organ, text: str) -> Organ:
    """Return the first of the list an organ is the last of: "Căn cứ nhu cầu, A, B quyết định …:"."""
    head = last = None
    for one in find_holders(text):
        head = head if head and last and JOINED.fullmatch(text[last.end : one.start]) else one
        if one.start == organ.start and head.start < one.start and text[: head.start].endswith((", ", "thì ")):
            return head
        last = one
    return organ


def joined_with(organ: Organ, text: str) -> tuple[Organ, ...]:
    """Return an organ with those that follow it in one list: "A, B và C"."""
    out = [organ]
    for one in find_holders(text):
        if one.start > out[-1].end and JOINED.fullmatch(text[out[-1].end : one.start]):
            out.append(one)
    if len(out) > 1 and out[-1].scope:  # "Hội đồng nhân dân, Ủy ban nhân dân cấp tỉnh"
        out = [one if one.scope else one.at(out[-1].level, out[-1].scope) for one in out]
    return tuple(out)


def several_levels(above: Above) -> bool:
    """Whether what stands above a clause names one organ at several levels: "A cấp huyện, cấp tỉnh"."""
    first = above.organs[0] if above.organs else None
    same = {one.level for one in above.organs if first and one.base == first.base}
    return len(same) > 1 and len({one.base for one in above.organs}) == 1


def each_level(organ: Organ, above: Above) -> Iterator[Organ]:
    """Yield an organ "cấp có thẩm quyền" at each level that the heading over it names: "cấp huyện, cấp tỉnh"."""
    same = [one for one in above.organs if one.base == organ.base and one.level]
    level = None if organ.scope == "cùng cấp" and organ.level is Level.NHIEU_CAP else organ.level
    if level is None and organ.scope in {"", "cùng cấp"} and len(same) > 1:
        yield from (replace(organ, level=None).at(one.level, one.scope) for one in same)
    else:
        yield _placed(organ, above)


def _placed(organ: Organ, above: Above) -> Organ:
    if organ.scope not in {"", "cùng cấp", "cấp mình"} or organ.level is not None:
        return organ
    level = above.organs[0].level if above.organs and above.organs[0].level else above.level
    return organ if level is Level.TRUNG_UONG else organ.at(level)
