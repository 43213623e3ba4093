"""What an answer quotes, as one reads it at a counter: the decisive sentences, under the words that introduce them.

A list is quoted with its points, a point under its lead-in; a sentence is never cut before its condition ("trừ …",
"trong trường hợp …"), for whole sentences are chosen. The whole clause stands in the citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from phapquy.answer.enough import states_figure
from phapquy.answer.evidence import Evidence, sentence_spans, trimmed, words_start
from phapquy.answer.model import Statement
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.notices import short_date
from phapquy.index.snapshot import Snapshot
from phapquy.law.label import label
from phapquy.law.provision import ProvisionId
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold, syllables

_FIRST = 700
"""Characters quoted of the first basis, as far as whole sentences allow."""
_FURTHER = 320
"""Characters quoted of each further basis."""
_AT_MOST = 700
"""Characters after which even one sentence is broken off, at a comma or semicolon."""
_LIST = 900
"""Characters of a list that is quoted with all its points."""
_LEAD = 220
"""Characters of a lead-in that is told before a point of its list."""
_MARKER = re.compile(r"^(?:\d{1,3}[a-zđ]?\s?\.|[a-zđ]\))(?:\s*\[\d+\])*\s*")
_OPENS = re.compile(r"\bsau\b")
_TITLE = 90
"""Characters of an article's title that are told."""
_NEARLY = 0.4
"""A further sentence is quoted if it says at least this share of what the best one says."""
_FIGURE = 3
"""A sentence that states the kind of figure asked for counts as so many words more."""
_BREAKS = re.compile(r"[,;] ")


def with_lists(bases: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the bases, of which those that only introduce a short list are quoted with its points."""
    above = {one.identity.parent for one in bases}
    return tuple(one if one.identity in above else _with_list(one) for one in bases)


def _with_list(one: Evidence) -> Evidence:
    node = one.node
    if one.source or one.via or not node.children or not one.quote.endswith(":"):
        return one
    start, end = trimmed(one.document.text, words_start(node), node.end)
    return one.quoting((start, end)) if end - start <= _LIST else one


def quoting(bases: Sequence[Evidence], question: Question, snapshot: Snapshot, as_of: date) -> list[Statement]:
    """Return one sentence a basis; points of a list that is a basis too are told in its sentence."""
    out: list[Statement] = []
    told: set[ProvisionId] = set()
    for one in bases:
        if one.identity in told:
            continue
        lead = next((other for other in bases if other.identity == one.identity.parent and _introduces(other)), one)
        points = [other for other in bases if other.identity.parent == lead.identity] if _introduces(lead) else []
        told.update(each.identity for each in (lead, *points))
        most = _FURTHER if out else _FIRST
        sentence = quote_sentence(lead, question, snapshot, as_of, most)
        further = (f"{_point(each)}: {_said(each, question, snapshot, most)}." for each in points)
        out.append(Statement(" ".join((sentence, *further)), tuple(str(each.identity) for each in (lead, *points))))
    return out


def quote_sentence(one: Evidence, question: Question, snapshot: Snapshot, as_of: date, most: int = _FIRST) -> str:
    """Quote a basis in one sentence: what it is, what it is about, whether it was changed or has ended, its words."""
    validity = snapshot.validity.of(one.identity)
    past = ""
    if one.source:
        clause = label(*one.source, snapshot.entry(one.source[1].slug).cite_as)
        past = f", được sửa đổi, bổ sung bởi {clause}"
    elif validity.end and validity.end <= as_of:
        past = f", đã hết hiệu lực từ {short_date(validity.end)}"
    words = _said(one, question, snapshot, most)
    if _is_told(one, snapshot):
        return f"Theo bản tóm lược (không phải nguyên văn), {one.label}{past}: {words}."
    about = _about(one)
    return f"Theo {one.label}{f' ({about})' if about else ''}{past}: {words}."


def _introduces(one: Evidence) -> bool:
    """Whether a basis is the lead-in of a list, quoted without its points."""
    return bool(one.node.children) and not one.source and one.quote.endswith(":")


def _point(one: Evidence) -> str:
    """The last step of a label, to begin a sentence: "Điểm a", "Khoản 3"."""
    return re.split(r" (?=khoản |Điều )", one.label, maxsplit=1)[0].capitalize()


def _about(one: Evidence) -> str:
    """What a clause stands under: the lead-in of its list, if that is a sentence, else the title of its article."""
    above = one.document.paths[one.identity]
    if above and above[-1].id is not None and not one.source:
        node = above[-1]
        lead = _MARKER.sub("", " ".join(one.document.text[words_start(node) : node.own_end].split()))
        if lead.endswith(":") and len(lead) <= _LEAD and _OPENS.search(lead) and "Điều" not in lead:
            return lead.rstrip(": ")
    if one.node.kind.value not in {"khoản", "điểm"}:
        return ""
    title = one.heading.rsplit(" › ", 1)[-1].split(". ", 1)[-1]
    return title if len(title) <= _TITLE else title[:_TITLE].rsplit(" ", 1)[0] + "…"


def _is_told(one: Evidence, snapshot: Snapshot) -> bool:
    """Whether the words are a digest's: told, never quoted."""
    return snapshot.entry(one.reading[1].slug).text_kind is TextKind.DIGEST


def _said(one: Evidence, question: Question, snapshot: Snapshot, most: int) -> str:
    """The words a sentence of the answer carries: verbatim in quotation marks, of a digest without them."""
    spans = _words(one, question, most)
    return " … ".join(spans) if _is_told(one, snapshot) else " và ".join(f"“{words}”" for words in spans)


def _words(one: Evidence, question: Question, most: int) -> list[str]:
    """The words a sentence of the answer carries, one string a run."""
    text = one.reading[0].text
    start, end = trimmed(text, *one.quote_span)
    spans = (
        [(start, end)] if end - start <= most or _is_list(one) else _decisive(text, (start, end), one, question, most)
    )
    return [_bounded(_MARKER.sub("", " ".join(text[a:b].split())).rstrip(" ;.")) for a, b in spans]


def _decisive(text: str, whole: tuple[int, int], one: Evidence, question: Question, most: int) -> list[tuple[int, int]]:
    """The sentences that say most of what is asked, in their order, neighbours joined."""
    pieces = sentence_spans(text, *whole)
    weights = [_weight(text[slice(*piece)], one, question) for piece in pieces]
    chosen: list[int] = []
    length = 0
    for place in sorted(range(len(pieces)), key=lambda place: (-weights[place], place)):
        size = pieces[place][1] - pieces[place][0]
        if chosen and (weights[place] < _NEARLY * weights[chosen[0]] or length + size > most):
            continue
        chosen.append(place)
        length += size
    joined: list[tuple[int, int]] = []
    for place in sorted(chosen):
        if joined and place - 1 in chosen:
            joined[-1] = (joined[-1][0], pieces[place][1])
        else:
            joined.append(pieces[place])
    return joined


def _weight(piece: str, one: Evidence, question: Question) -> float:
    """How much of what is asked a sentence says: its words, and a figure where one is asked for."""
    return len(one.terms & set(syllables(fold(piece)))) + _FIGURE * states_figure(question, piece)


def _bounded(words: str) -> str:
    """Break off words that even as one sentence are too long to read, at a comma or a semicolon."""
    if len(words) <= _AT_MOST:
        return words
    breaks = [found.start() for found in _BREAKS.finditer(words, 0, _AT_MOST)]
    return words[: breaks[-1] if breaks else _AT_MOST] + "…"


def _is_list(one: Evidence) -> bool:
    """Whether points belong to the words quoted: a part may not stand for the whole."""
    return bool(one.node.children) and one.span is not None
