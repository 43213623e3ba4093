"""From a document's tree to passages: what is searched, one clause or point at a time.

A passage is a provision's own words (a slice of the stored text) with the words above it that it cannot be
understood without: the document's name, the article's heading and the lead-in of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from phapquy.corpus.plain import PlainEntry
from phapquy.law.grants import grants_of
from phapquy.law.label import heading_path
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.vietnamese.segment import sentences

PASSAGE_VERSION = "3"
"""Raise it when the cutting of passages changes: unchanged documents are then embedded again."""

PLAIN_PART = 1000
"""Part numbers of plain words begin here."""
_MIN_LEAD_WORDS = 6
"""A lead-in shorter than this ("1. Bao gồm:") says nothing by itself and is no passage of its own."""
_LEAD_CHARS = 400
"""How much of a lead-in is repeated with each point under it."""
_LEAD_IN_VECTOR = 160
"""Characters of it that are encoded: who is spoken of stands first, and the rest would be a third of all tokens."""
_FOOTNOTE_MARK = re.compile(r"\[\d{1,3}\]")
_OWN_MARKER = re.compile(r"^(?:\d{1,3}[a-zđ]?\s?\.|[a-zđ]\))\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One searchable unit. ``[start, end)`` are offsets into the document's stored text."""

    id: str
    """The provision it is cut from; several passages of a long provision share one id."""
    slug: str
    part: int
    start: int
    end: int
    title: str
    """Document, chapter and article heading: the ``title`` vector, shared by an article's passages."""
    lead: str
    """Lead-ins above the words, outermost first; may be empty."""
    text: str
    """The words themselves, footnote marks taken out."""
    plain: bool = False
    """Whether the words are our own plain ones for the provision, not a slice of it; they find it, nothing more."""

    @property
    def body(self) -> str:
        """What is encoded: article heading, the beginning of the lead-in, words; of plain words these alone."""
        if self.plain:
            return self.text
        heading = self.title.rsplit(" › ", 1)[-1]
        lead = self.lead if len(self.lead) <= _LEAD_IN_VECTOR else self.lead[:_LEAD_IN_VECTOR].rsplit(" ", 1)[0]
        return " ".join(part for part in (f"{heading}.", lead, self.text) if part)


def passages_of(document: Document, name: str, count_tokens: Callable[[str], int], max_tokens: int) -> list[Passage]:
    """Cut a document into passages that fit the model's window.

    Args:
        document: the parsed text.
        name: the document's short name, e.g. ``Luật Tổ chức chính quyền địa phương``.
        count_tokens: the model's own token count of a text, special tokens included.
        max_tokens: the model's window; a longer passage is split on sentences, its heading repeated.
    """
    out: list[Passage] = []
    for passage in (*_whole_passages(document, name), *_by_reference(document, name)):
        if count_tokens(passage.body) <= max_tokens:
            out.append(passage)
        else:
            out.extend(_split(document, passage, count_tokens, max_tokens))
    return out


def _whole_passages(document: Document, name: str) -> Iterator[Passage]:
    for identity, node in document.provisions.items():
        if node.kind is Kind.CHU_THICH:
            continue  # notes on earlier wordings, not law in force
        start = _words_start(node)
        text = clean(document.text[start : node.own_end])
        if not text or (node.children and len(text.split()) < _MIN_LEAD_WORDS):
            continue
        title = " › ".join((name, *heading_path(document, identity)))
        yield Passage(str(identity), document.slug, 0, start, node.own_end, title, _lead(document, identity), text)


def _by_reference(document: Document, name: str) -> Iterator[Passage]:
    """Repeat each provision given by reference under the title of the article that gives it.

    "What may the ward's council do" then meets the ward in the title and the power in the words. The passage is
    still the provision it was cut from: whether the reference applies is decided when a question is read.
    """
    originals = {one.id: one for one in _whole_passages(document, name)}
    for grant in grants_of(document):
        title = " › ".join((name, *heading_path(document, grant.by)))
        for identity, one in originals.items():
            if grant.gives(ProvisionId.parse(identity)) and ProvisionId.parse(identity).parts[:1] != grant.by.parts[:1]:
                yield replace(one, title=title)


def plain_passages(document: Document, name: str, words: Iterable[PlainEntry]) -> Iterator[Passage]:
    """Yield a passage for the plain words of a provision and one for each way of asking for it.

    Args:
        document: the parsed text; an entry on a provision it does not have is passed over.
        name: the document's short name.
        words: its plain words.
    """
    for entry in words:
        identity = entry.identity(document.slug)
        node = document.provisions.get(identity)
        if node is None or not entry.plain or (entry.plain.endswith(":") and not entry.ask):
            continue  # words that only introduce a list find nothing by themselves
        title = " › ".join((name, *heading_path(document, identity)))
        start = _words_start(node)
        for place, text in enumerate((entry.plain, *entry.ask)):
            part = PLAIN_PART + place
            yield Passage(str(identity), document.slug, part, start, node.own_end, title, "", clean(text), plain=True)


def _words_start(node: Provision) -> int:
    """Where a provision's words begin: after the heading of an article, at the marker of a clause."""
    return node.heading[1] if node.heading and node.kind in {Kind.DIEU, Kind.DOAN, Kind.PHU_LUC} else node.start


def _lead(document: Document, identity: ProvisionId) -> str:
    """The lead-ins above a clause or point, without their markers."""
    above = [node for node in document.paths[identity] if node.kind in {Kind.DIEU, Kind.KHOAN, Kind.DOAN}]
    words = (clean(document.text[_words_start(node) : node.own_end]) for node in above)
    return " ".join(_OWN_MARKER.sub("", part)[:_LEAD_CHARS] for part in words if part)


def clean(text: str) -> str:
    """Return the words of a slice on one line, without footnote marks."""
    return " ".join(_FOOTNOTE_MARK.sub("", text).split())


def _split(
    document: Document, passage: Passage, count_tokens: Callable[[str], int], max_tokens: int
) -> Iterator[Passage]:
    """Split a long passage on sentences; a sentence longer than the window is split on words."""
    head = replace(passage, text="", lead=_shorten(passage.lead, count_tokens, max_tokens // 4))
    room = max_tokens - count_tokens(head.body)
    source = document.text[passage.start : passage.end]
    part = 0
    for start, end in _windows(source, count_tokens, room):
        text = clean(source[start:end])
        if text:
            yield replace(head, part=part, start=passage.start + start, end=passage.start + end, text=text)
            part += 1


def _shorten(lead: str, count_tokens: Callable[[str], int], limit: int) -> str:
    words = lead.split()
    while words and count_tokens(" ".join(words)) > limit:
        words = words[: len(words) * 3 // 4]
    return " ".join(words)


def _windows(source: str, count_tokens: Callable[[str], int], room: int) -> Iterator[tuple[int, int]]:
    """Group neighbouring sentences into spans that fit ``room`` tokens and together cover the source."""
    begin: int | None = None
    last = used = 0
    for start, end in _pieces(source, count_tokens, room):
        size = count_tokens(source[start:end])
        if begin is not None and used + size > room:
            yield begin, start
            begin, used = start, 0
        begin = start if begin is None else begin
        used, last = used + size, end
    if begin is not None:
        yield begin, max(last, len(source))


def _pieces(source: str, count_tokens: Callable[[str], int], room: int) -> Iterator[tuple[int, int]]:
    for start, end in sentences(source):
        if count_tokens(source[start:end]) <= room:
            yield start, end
        else:
            yield from _word_pieces(source, start, end, max(20, room // 3))


def _word_pieces(source: str, start: int, end: int, words: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong sentence every so many words (a syllable is at most three tokens of the model)."""
    starts = [match.start() + start for match in re.finditer(r"\S+", source[start:end])][::words]
    yield from zip(starts, [*starts[1:], end], strict=True)
