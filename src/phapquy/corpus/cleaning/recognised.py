"""What optical recognition misreads in a way its surroundings settle."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Page
from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.syllable import is_syllable, place_tone, tone_of

STEP = "chữ nhận dạng sai mà chỗ đứng cho biết"
TONELESS = "dấu thanh mất khi nhận dạng"
_TONES = ("\u0301", "\u0323")
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_SQUARE = re.compile(r"(?<=\d km)[?”\"'’*°2]{1,2}(?=[,.;)\s])")
_AREA = re.compile(r"(diện tích[^.;]{0,40}\d{1,3}(?:\.\d{3})*(?:,\d+)? km)(?=,)")
_ONE = re.compile(r"(?<=\b[Kk]hoản )[lI|](?=[\s,;.])|(?<=\bĐiều )[lI|](?=[\s,;.])")


def settled(text: str, tally: Tally) -> str:
    """Put right the unit of an area (``km?`` is km²), and a letter read for the number 1 after khoản, Điều."""
    text = _SQUARE.sub(lambda found: tally.add(f"km{found[0]}", "km²")[2:], text)
    text = _AREA.sub(lambda found: tally.add(found[1], f"{found[1]}²"), text)
    return _ONE.sub(lambda found: tally.add(found[0], "1"), text)


def completed(pages: list[Page], tally: Tally) -> None:
    """Give a word the tone that recognition lost, in place: ``quôc`` is no syllable, and the document has ``quốc``.

    Only a word that cannot be one (it ends in c, ch, p, t and has no tone), and only if the same document has exactly
    one of its two possible forms, at least three times.
    """
    words = Counter(word.lower() for page in pages for line in page.lines for word in _WORD.findall(line.text))
    for page in pages:
        tally.page = page.number
        for at, line in enumerate(page.lines):
            made = _WORD.sub(lambda found: _toned(found[0], words, tally), line.text)
            if made != line.text:
                page.lines[at] = replace(line, text=made)


def _toned(word: str, words: Counter[str], tally: Tally) -> str:
    lower = word.lower()
    if (word != lower and word != lower.capitalize()) or is_syllable(lower):
        return word
    forms = [made for made in (_with_tone(lower, tone) for tone in _TONES) if is_syllable(made)]
    known = [made for made in forms if words[made] > 0]
    if len(known) != 1 or words[known[0]] < _FEWEST:
        return word
    return tally.add(word, known[0].capitalize() if word[0].isupper() else known[0])


def _with_tone(word: str, tone: str) -> str:
    """Return a word without a tone with one, on its customary vowel."""
    if tone_of(word):
        return word
    vowel = next((at for at, char in enumerate(word) if fold(char) in "aeiouy"), None)
    if vowel is None:
        return word
    return place_tone(unicodedata.normalize("NFC", f"{word[: vowel + 1]}{tone}{word[vowel + 1 :]}"))
