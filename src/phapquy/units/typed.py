"""What a person types for a place, cut into words: kinds written in many ways, names that run together or apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.units.names import loose
from phapquy.vietnamese.normalize import fold, nfc, tone_normal

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*['’‘ʼ]?|\d+")
_BREAK = re.compile(r"[,;:?!()/|\n]|\.(?=\s+[^\W\d_]{3})")
_DASH = re.compile(r"\s[-–—]\s")
_MARKS = re.compile("['’‘ʼ`´]")

COMMUNE, DISTRICT, PROVINCE = "commune", "district", "province"

_KINDS: dict[tuple[str, ...], tuple[str, str]] = {
    ("xa",): ("xã", COMMUNE), ("x",): ("xã", COMMUNE),
    ("phuong",): ("phường", COMMUNE), ("p",): ("phường", COMMUNE), ("f",): ("phường", COMMUNE),
    ("ph",): ("phường", COMMUNE),
    ("thi", "tran"): ("thị trấn", COMMUNE), ("tt",): ("thị trấn", COMMUNE),
    ("dac", "khu"): ("đặc khu", COMMUNE), ("dk",): ("đặc khu", COMMUNE),
    ("huyen",): ("huyện", DISTRICT), ("h",): ("huyện", DISTRICT),
    ("quan",): ("quận", DISTRICT), ("q",): ("quận", DISTRICT),
    ("thi", "xa"): ("thị xã", DISTRICT), ("tx",): ("thị xã", DISTRICT),
    ("thanh", "pho"): ("thành phố", DISTRICT), ("tp",): ("thành phố", DISTRICT),
    ("tinh",): ("tỉnh", PROVINCE), ("t",): ("tỉnh", PROVINCE),
}  # fmt: skip
_SPOKEN = {"thị", "trấn", "xã", "phường", "đặc", "khu", "huyện", "quận", "thành", "phố", "tỉnh"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed."""

    text: str
    """In small letters, NFC, tone marks in their customary place."""
    folded: str
    """Without diacritics and apostrophes, ``y`` at the end as ``i``."""
    start: int
    end: int
    breaks: bool
    """Whether a comma or the like stands before it."""
    dashed: bool = False
    """Whether a dash stands before it, which parts an address but also joins a name."""
    large: bool = False
    """Whether it begins with a capital."""

    @property
    def opens(self) -> bool:
        """Whether a part of an address may begin with it."""
        return self.breaks or self.dashed

    @property
    def marked(self) -> bool:
        """Whether it was typed with a diacritic."""
        return fold(self.text) != self.text


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind of unit at a place of the text."""

    kind: str
    level: str
    start: int
    """Number of its first word."""
    end: int
    """Number of the word after it."""


def read_words(text: str) -> list[Word]:
    """Cut a text into words."""
    plain = tone_normal(nfc(text))
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(plain):
        lower = found[0].lower()
        folded = loose(fold(_MARKS.sub("", lower)))
        if folded.isdigit():
            folded = folded.lstrip("0") or "0"
        gap = plain[last : found.start()]
        mark = _BREAK.search(plain, last)
        breaks = bool(words) and mark is not None and mark.start() < found.start()
        dashed = bool(words) and bool(_DASH.search(gap))
        large = found[0][:1].isupper()
        words.append(Word(lower, folded, found.start(), found.end(), breaks, dashed, large))
        last = found.end()
    return words


def kind_words(words: list[Word]) -> dict[int, KindWord]:
    """Find the kinds of unit in a text, by the number of the word after them."""
    found: dict[int, KindWord] = {}
    place = 0
    while place < len(words):
        step = 1
        for length in (2, 1):
            part = words[place : place + length]
            known = _KINDS.get(tuple(word.folded for word in part)) if len(part) == length else None
            if known and not any(word.breaks for word in part[1:]) and _said(part):
                found[place + length] = KindWord(known[0], known[1], place, place + length)
                step = length
                break
        place += step
    return found


def _said(part: list[Word]) -> bool:
    """Whether words with marks are the very words of a kind: "quán" is none."""
    return all(word.text in _SPOKEN or not word.marked for word in part)


def squash(words: list[Word]) -> str:
    """Return words in one, as names are looked up."""
    return "".join(word.folded for word in words)


def is_marked(words: list[Word]) -> bool:
    """Whether a text was typed with diacritics."""
    return any(word.marked for word in words)


def distance(name: str, words: list[Word], *, marked: bool) -> int:
    """How far typed words are from a name's key: 0 the same, 1 marks left out, 2 other marks.

    Args:
        name: the key of the name, with its diacritics.
        words: the typed words.
        marked: whether the whole text was typed with diacritics.
    """
    typed = _MARKS.sub("", "".join(word.text for word in words))
    plain = name.replace(" ", "").replace("'", "")
    if typed == plain:
        return 0 if marked else 1
    own = name.replace("'", "").split()
    if len(own) != len(words):
        return 1 if fold(typed) == typed else 2
    wrong = any(word.marked and word.text.replace("'", "") != part for word, part in zip(words, own, strict=True))
    return 2 if wrong else 1
