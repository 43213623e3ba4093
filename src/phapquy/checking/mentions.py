"""Every place of a text that cites: in statutory form, as people type it, or by our own id; none is read twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from phapquy.checking.typed import Shorthand, Typed
from phapquy.law.citations import DocumentRef, Level, Target, find_citations
from phapquy.law.provision import ProvisionId

__all__ = ["Mention", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation as it stands in a text of somebody's."""

    start: int
    end: int
    targets: tuple[Target, ...] = ()
    document: DocumentRef | None = None
    typed: bool = False
    """Whether the document's number is as typed: folded, perhaps shortened."""
    unsure: bool = False
    """Whether a point ``d`` may be ``đ``, because the words have no diacritics."""
    identity: ProvisionId | None = None
    """For one of our own ids."""

    @property
    def bare(self) -> bool:
        """Whether it names places without a document."""
        return self.document is None and self.identity is None

    @property
    def whole(self) -> bool:
        """Whether it names a document alone."""
        return not self.targets and self.identity is None

    @property
    def complete(self) -> bool:
        """Whether it names articles together with their document."""
        return bool(self.targets) and self.document is not None and self.articles

    @property
    def articles(self) -> bool:
        """Whether every place begins at an article or above."""
        return all(target[0].level <= Level.DIEU for target in self.targets)


# "luat-72-2025-qh15/21/2/d", but not inside an address or a longer word
_OWN_ID = re.compile(
    r"(?<![\w/.:@-])(?P<slug>(?:luat|nd|nq|kl|cv|tt|vbhn|hien-phap)-\d[a-z0-9-]{1,60}[a-z0-9])"
    r"(?P<parts>(?:/[0-9A-Za-zđĐ]{1,8}){0,3})(?![\w/@-])"
)
# "Luật Tổ chức … (số 72/2025/QH15)": the number of the law just named
_NUMBER_OF = re.compile(r"[^\S\n]*(?:\([^\S\n]*|,[^\S\n]+(?=số))?(?:[Ll]uật[^\S\n]+)?(?:số:?[^\S\n]*)?")
# "Điều 5. Tên điều", "Điều 5" alone on its line
_HEADING = re.compile(r"[^\S\n]*(?:\.(?!\w)|\n|$)")
# "Số: 45/UBND-VP": the number of the paper itself
_MARGIN = 6
"""Characters before a heading: blanks and a quotation mark."""
_OWN_NUMBER = re.compile(r"Số\s*:\s*$", re.IGNORECASE)


def find_mentions(text: str, shorthand: Shorthand) -> list[Mention]:
    """List the citations of a text in order of their place; spans do not overlap.

    Args:
        text: a text made ready by :func:`phapquy.checking.reading.readable`.
        shorthand: the reader of typed references.
    """
    own = [_own(found) for found in _OWN_ID.finditer(text)]
    blanked = _covered(text, own, " ")
    formal = [Mention(one.start, one.end, one.targets, one.document) for one in find_citations(blanked)]
    typed = [
        Mention(one.start, one.end, one.targets, one.document, typed=True, unsure=one.unsure)
        for one in shorthand.read(_covered(blanked, (one for one in formal if _closed(one)), ";"))
        if not _of_itself(blanked, one)
    ]
    merged = [_followed(shorthand, blanked, one) for one in _merged(formal, typed)]
    return sorted([*own, *_with_numbers(blanked, merged)], key=lambda one: one.start)


def _followed(shorthand: Shorthand, text: str, mention: Mention) -> Mention:
    """Give a mention without a document the law that is named behind it in small letters or without diacritics."""
    law = shorthand.law_after(text, mention.end) if mention.bare else None
    return replace(mention, document=law, end=law.end) if law else mention


def _closed(one: Mention) -> bool:
    """Whether a formal citation is whole, its document at its end: nothing typed can add to it."""
    return one.complete and one.document is not None and one.document.end == one.end


def _of_itself(text: str, one: Typed) -> bool:
    """Whether a typed reference is a heading of the paper, or the paper's own number."""
    if one.document:
        return not one.targets and bool(_OWN_NUMBER.search(text, max(0, one.start - 8), one.start))
    before = text[max(0, one.start - _MARGIN) : one.start]
    at_start = ("\n" in before or one.start < _MARGIN) and not before.rpartition("\n")[2].strip(' "“')
    return at_start and bool(_HEADING.match(text, one.end))


def _own(found: re.Match[str]) -> Mention:
    return Mention(found.start(), found.end(), identity=ProvisionId.parse(found[0]))


def _covered(text: str, mentions: Iterable[Mention], sign: str) -> str:
    """The text with mentions covered, so that they are not read again."""
    pieces, at = [], 0
    for one in mentions:
        pieces += [text[at : one.start], sign * (one.end - one.start)]
        at = one.end
    return "".join([*pieces, text[at:]])


def _merged(formal: list[Mention], typed: list[Mention]) -> Iterator[Mention]:
    """Join two readings of one text: of each cluster that overlaps, one mention or the formal ones."""
    for cluster in _clusters(sorted([*formal, *typed], key=lambda one: (one.start, one.typed))):
        written = [one for one in cluster if not one.typed]
        short = [one for one in cluster if one.typed]
        found = written or short
        for one in short if written else ():
            found = _joined(found, one)
        yield from found


def _clusters(mentions: list[Mention]) -> Iterator[list[Mention]]:
    cluster: list[Mention] = []
    end = 0
    for one in mentions:
        if cluster and one.start >= end:
            yield cluster
            cluster = []
        cluster.append(one)
        end = max(end, one.end) if len(cluster) > 1 else one.end
    if cluster:
        yield cluster


def _joined(written: list[Mention], short: Mention) -> list[Mention]:
    """Let a typed reading complete the formal ones it overlaps: with the document, or with the article."""
    met = [one for one in written if one.start < short.end and short.start < one.end]
    if not met:
        return sorted([*written, short], key=lambda one: one.start)
    depth = max(map(len, short.targets), default=0)
    if not depth or any(one.complete and max(map(len, one.targets)) >= depth for one in met):
        return written
    if met[-1].end > short.end and met[-1].targets and met[-1].articles:
        return written  # "Điều 5, khoản 2 Điều 6" is no "khoản 2 Điều 5"
    named = short.document or next((one.document for one in met if one.document), None)
    placed = [one for one in met if one.targets]
    longest = placed[0] if placed and placed[0].articles and len(placed) == 1 else short
    best = longest if len(longest.targets) > len(short.targets) else short
    joined = replace(
        best,
        start=min(short.start, met[0].start),
        end=max(short.end, met[-1].end),
        document=named,
        typed=named is not None and named is short.document,
    )
    return sorted([*(one for one in written if one not in met), joined], key=lambda one: one.start)


def _with_numbers(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a law that is named in words the number that follows it in brackets."""
    out: list[Mention] = []
    for one in mentions:
        before = out[-1] if out else None
        if before and _number_of(text, before, one) and before.document and one.document:
            number = replace(before.document, number=one.document.number)
            closed = "(" in text[before.end : one.start] and text[one.end : one.end + 1] == ")"
            out[-1] = replace(before, end=one.end + closed, document=number, typed=True)
        else:
            out.append(one)
    return out


def _number_of(text: str, law: Mention, number: Mention) -> bool:
    named = law.document is not None and law.document.name and not law.document.number
    alone = number.whole and number.typed and number.document is not None and "/" in number.document.number
    return bool(named and alone and _NUMBER_OF.fullmatch(text, law.end, number.start))
