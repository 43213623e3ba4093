"""Courtesy and shouting: what surrounds a question or dresses it, and says nothing about its matter.

A greeting or thanks moves the question's vector towards letters and meetings, and capitals towards nothing at all (the
model knows small letters): measured by ``phapquy eval --metamorphic``, see docs/evaluation.md.
"""

from __future__ import annotations

import re

from phapquy.vietnamese.normalize import fold, nfc

_WE = "(?:em|toi|minh|chau|con|tui|bac|chung toi|chung em|gia dinh em|gia dinh toi)"
_ONE = (
    "(?:quy )?(?:anh(?:/|, ?| )chi|co chu|co quan|can bo|ban|anh|chi|em|co|chu|bac|thay|ad|admin|sep|luat su|moi nguoi"
    "|ca nha|tro ly|bo phan mot cua)"
)
_YOU = f"(?:{_ONE}(?: (?:va )?{_ONE})?(?: (?:a|oi))?)"
_BIT = "(?: (?:ti|chut|xiu|mot chut|mot ti|ti xiu|them|ngu|rang|la|ve viec))*"
_MAY_ASK = (
    f"(?:{_YOU} )?(?:(?:vui long|lam on|xin|lam phien|giup) ){{0,2}}(?:cho|de) (?:phep )?{_WE} (?:xin )?(?:phep )?"
    f"(?:hoi|biet){_BIT}(?= |[,.:])"
)
_LEAD = re.compile(
    r"\s*(?:"
    r"(?:da|vang|a|alo)[ ,.!]+(?=\w)"
    f"|(?:da )?(?:{_WE} )?(?:xin )?(?:kinh )?(?:chao|gui|thua) {_YOU}(?: (?:a|oi|nhe|nha))*"
    f"(?: ?[,.!:]+|(?= (?:{_YOU} )?(?:xin |lam on )?cho {_WE} ))"
    f"|{_YOU}(?: oi)[ ,.!:]+"
    f"|{_MAY_ASK}(?! y)[ ,.:]*"
    f"|(?:{_WE} )?(?:xin|muon) (?:duoc )?hoi{_BIT}(?! y)(?: ?[,.:]+ ?|(?<=la) |(?<=rang) )"
    r")"
)
_TAIL = re.compile(
    r"(?:^|(?<=[\s.?!,;]))(?:"
    f"(?:da )?(?:{_WE} )?(?:xin )?(?:chan thanh |tran trong |rat )?(?:cam on|tks|thanks|thank you)"
    f"(?: (?:{_YOU}|nhieu|nha|nhe|truoc|lam|a|ak|rat|va|cac))*"
    f"|(?:rat )?(?:mong|nho) (?:duoc )?{_YOU} (?:som )?(?:tra loi|giai dap|tu van|ho tro|giup|chi giup)"
    r"(?: \w+){0,4}"
    r")$"
)
_FEWEST = 2
"""Words that must be left; a message that is all courtesy stays as it is."""
_LETTERS = 12
_LOUD = 0.8


def without_courtesy(text: str) -> str:
    """Cut greetings and "may I ask" before a question and thanks after it, typed with or without diacritics."""
    text = nfc(text)
    folded = fold(text)
    start = 0
    while (found := _LEAD.match(folded, start)) and found.end() > start:
        start = found.end()
    end = len(text)
    while (found := _TAIL.search(folded[:end].rstrip(" ,;.!"), start)) and found.start() < end:
        end = found.start()
    kept = text[start:end].strip(" ,;:")
    return kept if len(kept.split()) >= _FEWEST else text


def calm(text: str) -> str:
    """Return a question typed in capitals in small letters; any other as it is."""
    letters = [char for char in text if char.isalpha()]
    loud = len(letters) >= _LETTERS and sum(char.isupper() for char in letters) >= _LOUD * len(letters)
    return text.lower() if loud else text
