"""Evidence: a provision that was found, with the words of it that answer, cut from the stored text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from phapquy.authority.competence import Competence, by_sentence, nearest_organ, strongest
from phapquy.authority.roles import Role
from phapquy.corpus.manifest import Entry
from phapquy.index.readings import plain_words
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level, Organ
from phapquy.law.label import heading_path, label
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.law.transfers import Transfer
from phapquy.vietnamese.normalize import fold, syllables

NEAR = 0.88
"""A further provision is a basis when its score is at least this share of the best one's, and it adds words of the
question; else it needs more, see ``answer/decide.py``."""
_LONG = 900
"""Characters of a provision that is still quoted whole; a longer one is quoted by its best sentences."""
_WINDOW = 650
_SENTENCE = re.compile(r"[^.;\n]+(?:[.;](?!\s|$)[^.;\n]*)*[.;]?")
_DISTRICT = re.compile(r"huyện|quận|thị xã|thành phố", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"^\s*(?:\d{1,3}[a-zđ]?|[a-zđ])[.)]?\s*$")


@dataclass(frozen=True)
class Evidence:
    """A found provision, what it was found for, and how well."""

    identity: ProvisionId
    document: Document
    entry: Entry
    score: float
    terms: frozenset[str]
    """Folded syllables of the question that say something; they choose the sentences to quote."""
    span: tuple[int, int] | None = None
    """Words to quote, offsets into the document's text; None lets ``terms`` choose."""
    via: tuple[ProvisionId, ...] = ()
    """The clauses that give this one to the unit asked about, by reference."""
    holder: Organ | None = None
    """The organ that has it by reference, in place of the one the clause speaks of."""
    source: tuple[Document, ProvisionId] | None = None
    """Where the words stand, when an amending clause holds them; ``span`` is then of its text."""
    target: tuple[Document, ProvisionId] | None = None
    """For an amending clause: the provision whose wording it gives, which tells who is spoken of."""
    moved: Transfer | None = None
    """The clause by which the task is another organ's now; of that clause itself, what it says."""
    plain: str = ""
    """What the provision says in plain words of ours, where there are any; it names the holder."""
    reached: bool = False
    """Whether the moving clause was reached from the very task it moves, which was found for the question."""
    shares: tuple[ProvisionId, ...] = ()
    """The points that together give the task found for the question, each to its organ in its cases."""
    no_districts: bool = False
    """Whether the organs of the district level are no more on the day asked about."""

    def quoting(self, span: tuple[int, int]) -> Evidence:
        """The same evidence with other words quoted."""
        return replace(self, span=span)

    def worded(self, document: Document, clause: ProvisionId, span: tuple[int, int]) -> Evidence:
        """The same evidence in the wording an amending clause gave it."""
        return replace(self, source=(document, clause), span=span)

    def aimed(self, target: tuple[Document, ProvisionId]) -> Evidence:
        """The same evidence with the place that tells who is spoken of."""
        return replace(self, target=target)

    def given(self, via: tuple[ProvisionId, ...], holder: Organ | None) -> Evidence:
        """The same evidence as it holds by reference for another unit."""
        return replace(self, via=via, holder=holder)

    def taken_by(self, transfer: Transfer) -> Evidence:
        """The same evidence with the organ that a transfer gives its task to."""
        reached = () if transfer.by == self.identity else (transfer.by,)
        return replace(self, moved=transfer, via=tuple(dict.fromkeys((*self.via, *reached))), reached=bool(reached))

    @property
    def reading(self) -> tuple[Document, ProvisionId]:
        """Where the words in force are read: the provision itself, or the clause that gave it anew."""
        return self.source or (self.document, self.identity)

    @property
    def node(self) -> Provision:
        """The provision in the document's tree."""
        return self.document.provisions[self.identity]

    @property
    def quote(self) -> str:
        """The verbatim words shown: a slice of the stored text."""
        return self.reading[0].text[slice(*self.quote_span)].strip()

    @cached_property
    def quote_span(self) -> tuple[int, int]:
        """Offsets of the words shown, worked out only for what is shown."""
        return self.span or quote_span(self.document, self.node, self.terms)

    @cached_property
    def label(self) -> str:
        """The citation in words."""
        return label(self.document, self.identity, self.entry.cite_as)

    @cached_property
    def heading(self) -> str:
        """The titles above, for display."""
        return " › ".join(heading_path(self.document, self.identity))

    @cached_property
    def competences(self) -> list[Competence]:
        """Who the provision gives something to do."""
        found = strongest(one for _, said in self._said for one in said)
        if self.target and not any(one.role in {Role.DECIDES, Role.ACTS} for one in found):
            organ = nearest_organ(*self.target)
            found = [Competence(organ, Role.DECIDES, False), *found] if organ else found
        found = self._today(found)
        if self.moved and all(one.organ.name != self.moved.taker.name for one in found):
            found.insert(0, Competence(self.moved.taker, Role.DECIDES, False))
        return found

    @cached_property
    def sentences(self) -> list[tuple[str, list[Competence]]]:
        """The sentences of the provision with who each gives something to do."""
        return [(piece, self._today(found)) for piece, found in self._said]

    @cached_property
    def _said(self) -> list[tuple[str, list[Competence]]]:
        """The sentences as they are written, read once."""
        return by_sentence(*self.reading)

    def _today(self, found: list[Competence]) -> list[Competence]:
        """The organs as they are for the unit and on the day asked about."""
        if self.moved:
            found = [self._taken(one) for one in found if not (self._moves_itself and self._gives(one.organ))]
        if self.no_districts:
            found = [one for one in found if one.organ.level is not Level.HUYEN]
        return [self.at_unit(one) for one in found]

    @cached_property
    def orphaned(self) -> bool:
        """Whether only organs of the district level held it, and no clause at hand gives the task to another."""
        if not self.no_districts or self.moved or not _DISTRICT.search(self.context):
            return False
        active = {Role.DECIDES, Role.ACTS}
        before = [one for _, said in self._said for one in said if one.role in active]
        return bool(before) and all(one.organ.level is Level.HUYEN for one in before)

    @cached_property
    def of_districts(self) -> list[tuple[str, list[Competence]]]:
        """The sentences with the organs of the district level that they name, where that level is no more."""
        lost = self.no_districts and not self.moved
        return [(piece, [one for one in said if one.organ.level is Level.HUYEN]) for piece, said in self._said if lost]

    @cached_property
    def orphaned_here(self) -> bool:
        """Whether the sentence nearest to the question was the district's alone, though another names a holder."""
        if not self.no_districts or self.moved:
            return False
        near: dict[bool, int] = {}
        for piece, said in self._said:
            active = [one for one in said if one.role in {Role.DECIDES, Role.ACTS}]
            if active:
                lost = all(one.organ.level is Level.HUYEN for one in active)
                near[lost] = max(near.get(lost, 0), len(self.terms.intersection(syllables(fold(piece)))))
        return True in near and near[True] > near.get(False, 0)

    @property
    def was_the_districts(self) -> bool:
        """Whether the task found was the district level's and has been given to another."""
        giver = self.moved.giver if self.moved and self.reached else None
        return giver is not None and giver.level is Level.HUYEN

    @property
    def _moves_itself(self) -> bool:
        return self.moved is not None and self.moved.by == self.identity

    def _gives(self, organ: Organ) -> bool:
        giver = self.moved.giver if self.moved else None
        return giver is not None and (giver.base, giver.level) == (organ.base, organ.level)

    def _taken(self, one: Competence) -> Competence:
        """A competence with the new holder in the old one's place; in the moving clause, with the power it gets."""
        assert self.moved is not None
        taker = self.moved.taker
        if self._moves_itself:
            takes = (taker.base, taker.level) == (one.organ.base, one.organ.level)
            return replace(one, role=Role.DECIDES) if takes else one
        organ = replace(taker, start=one.organ.start, end=one.organ.end)
        return replace(one, organ=organ) if self._gives(one.organ) else one

    def at_unit(self, one: Competence) -> Competence:
        """The organ of the unit asked about in place of its like at the same level."""
        like = self.holder
        if like is None or one.organ.level is not like.level or one.organ.level is None:
            return one
        organ = like if one.organ.base == like.base else replace(one.organ, scope=like.scope)
        return Competence(organ, one.role, one.explicit)

    @cached_property
    def own_words(self) -> str:
        """The provision's own words on one line, heading of an article left out."""
        document, identity = self.reading
        node = document.provisions[identity]
        return " ".join(document.text[words_start(node) : node.own_end].split())

    @cached_property
    def lead(self) -> str:
        """The words that introduce the list in which a point stands: "A phê duyệt các việc sau đây:"; else empty."""
        document, identity = self.reading
        above = document.paths[identity]
        if not above or above[-1].id is None:
            return ""
        node = above[-1]
        words = " ".join(document.text[words_start(node) : node.own_end].split())
        return words if words.endswith(":") else ""

    def covers(self, terms: Sequence[str]) -> float:
        """The share (0 to 1) of folded words that stand in the provision's own words."""
        own = self._folded
        return sum(term in own for term in terms) / len(terms) if terms else 0.0

    def adds_to(self, other: Evidence) -> float:
        """The share (0 to 1) of the question's words that stand in the own words here and not in the other's."""
        return len((self.terms & self._folded) - other._folded) / len(self.terms) if self.terms else 0.0

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(syllables(fold(self.own_words)))

    def scored(self, score: float) -> Evidence:
        """The same evidence, and what was read of it, under another score."""
        other = copy(self)
        object.__setattr__(other, "score", score)
        return other

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of neighbouring syllables of the context."""
        return frozenset(pairwise(syllables(self.context)))

    @cached_property
    def context(self) -> str:
        """Title of the document, titles and lead-ins above, and the own words: what the clause is read with."""
        above = (self.document.own_text(node) for node in self.document.paths[self.identity] if node.id is not None)
        return " ".join((self.entry.title, self.heading, *above, self.own_words))


def words_start(node: Provision) -> int:
    """Where a provision's words begin: after an article's heading if words follow it."""
    return node.heading[1] if node.heading and node.kind is Kind.DIEU else node.start


def gather(snapshot: Snapshot, identity: ProvisionId, score: float, terms: Iterable[str]) -> Evidence | None:
    """Return the evidence of a provision, or None if the snapshot does not hold it."""
    document = snapshot.document(identity.slug)
    if document is None or identity not in document.provisions:
        return None
    target = _target(snapshot, identity)
    plain = plain_words(snapshot).get(str(identity), "")
    return Evidence(
        identity, document, snapshot.entry(identity.slug), score, frozenset(terms), target=target, plain=plain
    )


def _target(snapshot: Snapshot, identity: ProvisionId) -> tuple[Document, ProvisionId] | None:
    """The provision an amending clause gives the wording of, if the snapshot holds its document."""
    if identity.slug not in snapshot.amending:
        return None
    rows = snapshot.validity.amendments_by(identity)
    target = next((target for row in rows for target in row.targets if target.parts), None)
    document = snapshot.document(target.slug) if target else None
    return (document, target) if document and target else None


def quote_span(document: Document, node: Provision, terms: frozenset[str]) -> tuple[int, int]:
    """Choose the words to quote of a provision's own: see :func:`window`."""
    whole = trimmed(document.text, words_start(node), node.own_end)
    if whole[0] == whole[1]:  # an article of which only the heading is its own
        whole = trimmed(document.text, node.start, node.own_end)
    return window(document.text, whole, terms)


def window(text: str, whole: tuple[int, int], terms: frozenset[str]) -> tuple[int, int]:
    """Choose the words to quote: all of a short span, of a long one the run of sentences nearest to ``terms``."""
    if whole[1] - whole[0] <= _LONG:
        return whole
    pieces = sentence_spans(text, *whole)
    weights = [_overlap(text[a:b], terms) for a, b in pieces]
    best = max(range(len(pieces)), key=lambda place: (weights[place], -place))
    first = last = best
    while True:
        wider = [place for place in (first - 1, last + 1) if 0 <= place < len(pieces)]
        fitting = [
            place for place in wider
            if max(pieces[last][1], pieces[place][1]) - min(pieces[first][0], pieces[place][0]) <= _WINDOW
        ]  # fmt: skip
        if not fitting:
            break
        chosen = max(fitting, key=lambda place: (weights[place], place))
        first, last = min(first, chosen), max(last, chosen)
    return trimmed(text, pieces[first][0], pieces[last][1])


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a span into sentences and clauses ending in a semicolon; offsets into ``text``."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text, start, end):
        begin, stop = trimmed(text, match.start(), match.end())
        if begin == stop:
            continue
        if spans and _LONE_NUMBER.match(text[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], stop)  # a clause's number is no sentence
        else:
            spans.append((begin, stop))
    return spans or [(start, end)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _overlap(text: str, terms: frozenset[str]) -> int:
    return len(terms & {fold(token) for token in syllables(text)})
