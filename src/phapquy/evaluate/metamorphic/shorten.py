"""Abbreviations written in: the table of the reader turned round."""

from __future__ import annotations

import random
import re
from functools import lru_cache

from phapquy.vietnamese.abbreviations import ShortForm, expand_abbreviations, short_forms
from phapquy.vietnamese.normalize import fold, nfc

_OFTEN = 0.9
"""Share of the words that have a usual short form which is written short."""
_WHOLE = 4
"""Letters from which a short form is a name of its own within a glued one."""
_NUMBERED = re.compile(r"\d+/\d{4}/\S+")


def abbreviated(question: str, chance: random.Random) -> str:
    """Write organs, papers and everyday words short: ``Chủ tịch Ủy ban nhân dân`` -> ``CT UBND``.

    A short form that means several things is only written where the reader's own guards settle it; a person would
    not understand it elsewhere either. Numbers of documents stay.
    """
    text = nfc(question)
    for form in _usual():
        text = _shortened(text, form, chance)
    return text


def _shortened(text: str, form: ShortForm, chance: random.Random) -> str:
    folded = fold(text)
    kept = [found.span() for found in _NUMBERED.finditer(text)]
    for found in reversed(list(_words(form.mean).finditer(folded))):
        start, end = found.span()
        if any(start < to and since < end for since, to in kept) or not _written(form.mean, text[start:end]):
            continue
        tried = text[:start] + _typed(form) + text[end:]
        if chance.random() < _OFTEN and (not form.guarded or _understood(tried, text)):
            text = tried
    return text


def _written(mean: str, words: str) -> bool:
    """Whether the words are the meaning, with its diacritics or with none at all."""
    return words.lower() in {nfc(mean).lower(), fold(mean)}


def _understood(short: str, full: str) -> bool:
    return fold(expand_abbreviations(short).text) == fold(expand_abbreviations(full).text)


def _typed(form: ShortForm) -> str:
    """The short form as people type it: initials with their bar (HĐND), everyday spelling small (ko)."""
    short = form.shorts[0]
    if form.chat:
        return short
    initials = "".join(word[0] for word in re.findall(r"\w+", nfc(form.mean))).upper()
    bars = "".join(char if char == "Đ" else fold(char).upper() for char in initials)
    return bars if fold(bars) == short else short.upper()


@lru_cache(maxsize=512)
def _words(mean: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(mean))}(?!\w)")


@lru_cache(maxsize=1)
def _usual() -> tuple[ShortForm, ...]:
    """The forms, longest meaning first, so that ``Ủy ban nhân dân`` is not shortened inside a longer name.

    A form glued from two (``ctubnd``) is left out: most people write ``CT UBND``.
    """
    forms = short_forms()
    whole = tuple(short for form in forms for short in form.shorts if len(short) >= _WHOLE)
    single = (
        form for form in forms if not any(form.shorts[0] != end and form.shorts[0].endswith(end) for end in whole)
    )
    return tuple(sorted(single, key=lambda form: -len(form.mean)))
