"""From a text to its units: references, organs and numbers first, then the words between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phapquy.answer.rewriting.lexicon import LEVEL_WORDS, lexicon
from phapquy.answer.rewriting.quantities import find_quantities
from phapquy.answer.rewriting.units import Joint, Kind, Unit, Units
from phapquy.law.citations import find_citations
from phapquy.law.holder import find_organs
from phapquy.vietnamese.normalize import tone_normal

_SHORT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_ABBREVIATION = re.compile(r"\b(?:UBND|HĐND)\b")
_BOUND = frozenset({Kind.NEGATION, Kind.MODALITY})
"""After these no word is free: "không phải" is not "không những phải"."""
_LIST_COLON = re.compile(r"\b(gồm|sau|đây)\s*:")
_TOPIC = re.compile(
    r"(?P<before>(?:^|[.;])(?:(?!\b(?:nếu|khi|trường hợp)\b)[^.;])*?) thì(?= (?:không|chưa|phải|được|có thể|bị|cấm)\b)",
    re.IGNORECASE,
)
"""A "thì" that only sets off the subject: no condition stands before it in its sentence."""
_BLANKS = re.compile(r"[^\S\n]+")
_PIECE = re.compile(
    r"(?P<word>[^\W\d_]+)|(?P<stop>[.;\n])|(?P<comma>[,:()“”\"–-])|(?P<space>\s)|(?P<other>.)", re.DOTALL
)
_JOINING = {"và": Joint.AND, "hoặc": Joint.OR, "hay": Joint.OR, "nhưng": Joint.COMMA, "thì": Joint.THEN}
_ALLOWED = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\s.,;:()“”\"/%–-]*")


class Unreadable(ValueError):
    """The text holds a sign that no sentence of an answer holds."""


@dataclass(frozen=True, slots=True)
class _Fact:
    start: int
    end: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    joint: Joint


def prepared(text: str) -> str:
    """Return a text in one spelling: NFC, tone marks on the customary vowel, organs written out, single blanks."""
    plain = tone_normal(unicodedata.normalize("NFC", text))
    plain = _ABBREVIATION.sub(lambda found: _SHORT[found[0]], plain)
    plain = _LIST_COLON.sub(r"\1 ", plain)
    plain = _TOPIC.sub(r"\g<before>", plain)
    return _BLANKS.sub(" ", plain).strip()


def read_units(text: str) -> Units:
    """Read a text.

    Args:
        text: as ``prepared`` returns it.

    Raises:
        Unreadable: it holds a sign other than letters, digits and the marks of ordinary sentences.
    """
    if not _ALLOWED.fullmatch(text):
        raise Unreadable(text)
    units: list[Unit] = []
    words: list[_Word] = []
    pos, joint = 0, Joint.NONE
    for fact in (*_facts(text), _Fact(len(text), len(text), Unit(Kind.WORD, ""))):
        joint = _read_words(text[pos : fact.start], joint, words)
        if fact.start < len(text):
            joint = _flush(words, units, joint)
            units.append(replace(fact.unit, joint=joint))
            joint = Joint.NONE
        pos = fact.end
    _flush(words, units, joint)
    if units and units[0].joint is not Joint.OR:
        units[0] = replace(units[0], joint=Joint.NONE)
    return tuple(units)


def _facts(text: str) -> Iterator[_Fact]:
    """The references, organs and numbers of a text, in order and apart."""
    found = [
        _Fact(one.start, one.end, Unit(Kind.REFERENCE, " ".join(text[one.start : one.end].split()), citation=one))
        for one in find_citations(text)
    ]
    found += [_Fact(one.start, one.end, Unit(Kind.ORGAN, one.name.lower())) for one in find_organs(text)]
    # counted with their noun, so looked for where references and organs stand no more
    masked = list(text.lower())
    for fact in found:
        masked[fact.start : fact.end] = "\u2060" * (fact.end - fact.start)
    found += [_Fact(one.start, one.end, Unit(Kind.NUMBER, one.key)) for one in find_quantities("".join(masked))]
    end = 0
    for fact in sorted(found, key=lambda one: (one.start, one.unit.kind is not Kind.REFERENCE, -one.end)):
        if fact.start >= end:
            yield fact
            end = fact.end


def _read_words(text: str, joint: Joint, words: list[_Word]) -> Joint:
    """Add the words of a stretch; return the joint left over for what follows."""
    for piece in _PIECE.finditer(text.lower()):
        if word := piece["word"]:
            if word in _JOINING:
                joint = max(joint, _JOINING[word])
                continue
            words.append(_Word(word, joint))
            joint = Joint.NONE
        elif piece["stop"]:
            joint = max(joint, Joint.STOP)
        elif piece["comma"]:
            joint = max(joint, Joint.COMMA)
        elif piece["other"]:
            words.append(_Word(piece["other"], joint))
            joint = Joint.NONE
    return joint


def _flush(words: list[_Word], units: list[Unit], joint: Joint) -> Joint:
    """Turn the words since the last fact into units; return the joint for the fact that follows."""
    left = Joint.NONE
    place = 0
    while place < len(words):
        run = _unbroken(words, place)
        known = lexicon().longest_run(run)
        size, meaning = known or (1, None)
        before = max(left, words[place].joint)
        left = Joint.NONE
        bound = bool(units) and units[-1].kind in _BOUND and before is Joint.NONE
        if meaning and meaning.free and not bound:
            left = before
        elif meaning:
            units.append(Unit(meaning.kind, meaning.key, before, optional=meaning.optional))
        else:
            word = words[place].text
            units.append(Unit(Kind.LEVEL if word in LEVEL_WORDS else Kind.WORD, word, before))
        place += size
    words.clear()
    return max(left, joint)


def _unbroken(words: list[_Word], place: int) -> tuple[str, ...]:
    """The words from a place on, as far as nothing stands between them."""
    run = [words[place].text]
    for one in words[place + 1 : place + lexicon().longest]:
        if one.joint is not Joint.NONE:
            break
        run.append(one.text)
    return tuple(run)
