"""One spelling for what is written in many ways: NFC, tone placement, folding, tokens of the lexicon.

``NORMALISER_VERSION`` changes whenever a token may come out differently; an index made with another
version must be built again.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from phapquy.errors import UsageError
from phapquy.vietnamese.syllable import is_folded_syllable, place_tone

NORMALISER_VERSION = "1"

_CACHE_LIMIT = 1 << 18
"""Entries; beyond it results are computed and not kept, so that hostile input cannot fill the memory."""


def nfc(text: str) -> str:
    """Return the text in Unicode NFC."""
    return unicodedata.normalize("NFC", text)


class _Folding(dict[int, str]):
    """Character -> lower-case base letter, one for one, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        if char in "đĐ":
            base = "d"
        elif not (base.isascii() and base.isalnum()):
            base = char.lower() if len(char.lower()) == 1 else char
        self[code] = base
        return base


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text in lower case and without diacritics (đ -> d).

    The result has exactly one character for each character of ``nfc(text)``, so offsets into one are
    offsets into the other.
    """
    return nfc(text).translate(_FOLDING)


class _Canonical(dict[str, str]):
    """Word as typed -> the same word with its tone mark on the customary vowel, case kept."""

    def __missing__(self, word: str) -> str:
        lower = word.lower()
        placed = place_tone(lower)
        if placed == lower or len(lower) != len(word):
            placed = word
        else:
            pairs = zip(placed, word, strict=True)
            placed = "".join(new.upper() if old.isupper() else new for new, old in pairs)
        if len(self) < _CACHE_LIMIT:
            self[word] = placed
        return placed


_CANONICAL = _Canonical()
_MARKED_WORD = re.compile(r"[^\W\d_]{2,}")


def tone_normal(text: str) -> str:
    """Return the text (NFC) in the spelling of the statute books: ``hòa``, ``ủy``, ``thủy``, ``quý``, ``già``.

    Only a tone mark that stands on another vowel of its own syllable is moved; nothing else changes, so
    ``fold(tone_normal(text)) == fold(text)`` and offsets stay.
    """
    return _MARKED_WORD.sub(lambda found: _CANONICAL[found[0]], nfc(text))


_UNITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "nửa": 2,
}  # fmt: skip
_UNIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_COUNTED = (
    "cấp|cap|ngày|ngay|giờ|gio|tháng|thang|lần|lan|người|nguoi|xã|phường|tỉnh|thôn|hộ|ban|phó|nhiệm|kỳ|khóa|tuổi|đại"
)
"""Nouns before which a spelled number is a number. Few on purpose: "một cửa", "hai bên", "ba mẹ", "năm học"
keep their words. The unmarked forms serve "hai" and "ba", which carry no mark themselves."""
_SPELLED = rf"(?:(?:(?:{_UNIT}) mươi|mười)(?: (?:{_UNIT}|mốt|tư|lăm|nhăm))?|{_UNIT}) (?:{_COUNTED})\b"
_FRACTION_WORDS = rf"(?:{_UNIT}) ph[ầa]n (?:{_UNIT}|tư)\b"
_FRACTION = r"\d{1,2}/\d{1,2}(?![\w/])"
_DATE = (
    r"\d{1,2}/\d{1,2}/\d{4}(?![\w/])|\d{1,2}[.-]\d{1,2}[.-]\d{4}(?![\w.-])"
    r"|\d{1,2} ?th[áa]ng ?\d{1,2} ?(?:n[ăa]m|,|/) ?\d{4}\b"
)
_MONTH = r"th[áa]ng ?\d{1,2} ?(?:n[ăa]m|,|/|-) ?\d{4}\b"
_SYMBOL = (
    r"\d+[a-zđ]?/\d{4}/[a-zđ]+\d*(?:-[a-zđ]+\d*)*"  # 136/2025/nđ-cp, 72/2025/qh15
    r"|\d+[/-][a-zđ]+\d*(?:[/-][a-zđ]+\d*)+"  # 202-kl/tw, 1654/nq-ubtvqh15
    r"|\d+/(?:19|20)\d\d(?![\w/])"  # 61/2018
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)|\d{1,3}(?:,\d{3}){2,}(?!\w)|\d+(?:[.,]\d+)*(?!\w)"
_WORD = r"[a-zß-öø-ɏẠ-ỿ][a-zß-öø-ɏẠ-ỿ0-9]*"
_TOKEN = re.compile(
    rf"(?=[bchmnst])(?:{_SPELLED}|{_FRACTION_WORDS}|{_MONTH})|{_WORD}"
    rf"|(?=\d)(?:{_DATE}|{_SYMBOL}|{_FRACTION}|{_NUMBER})|[^\W_]+"
)
"""The lookaheads only save time: 6 MB in about a second."""
_SHAPES = {
    "spelled": re.compile(_SPELLED),
    "fraction": re.compile(f"{_FRACTION_WORDS}|{_FRACTION}"),
    "calendar": re.compile(f"{_MONTH}|{_DATE}"),
    "symbol": re.compile(_SYMBOL),
}
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_RUN = re.compile(r"[^\W_]+")
_ODD = re.compile(r"[\u2010-\u2014\u2212\u00a0²³]")
_ALIKE = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"²": "2", "³": "3", "\u00a0": " "}


def syllables(text: str) -> list[str]:
    """Return the tokens of a text for the lexicon: lower case, NFC, canonical spelling, no punctuation.

    A token is a syllable, a number or a sign; single letters and digits stay ("điểm a khoản 2" keeps a, 2).
    - ``02`` = ``2``; ``4.022.638`` -> ``4022638``; ``9.361,38`` -> ``9361,38``; ``km²`` = ``km2``;
    - the number of a document gives itself without marks and its parts:
      ``136/2025/NĐ-CP`` -> ``136/2025/nd-cp 136/2025 136 2025 nd cp``;
    - a date gives day, month and year, however written: ``01/7/2025``, ``01 tháng 7 năm 2025`` ->
      ``d:2025-07-01 d:2025-07 2025``; ``tháng 7/2025`` -> ``d:2025-07 2025``;
    - a spelled number is a number only before a counted noun (``hai cấp`` = ``2 cấp``; "một cửa" stays) and
      in a fraction (``hai phần ba`` = ``2/3`` -> ``2/3 2 3``).
    """
    plain = _ODD.sub(lambda found: _ALIKE[found[0]], nfc(text).lower())
    raw = _TOKEN.findall(plain)
    return list(chain.from_iterable(map(_TOKENS.__getitem__, raw)))


class _Tokens(dict[str, tuple[str, ...]]):
    """Raw token -> the tokens it stands for."""

    def __missing__(self, raw: str) -> tuple[str, ...]:
        made = _make_tokens(raw)
        if len(self) < _CACHE_LIMIT:
            self[raw] = made
        return made


_TOKENS = _Tokens()


def _make_tokens(raw: str) -> tuple[str, ...]:
    shape = next((name for name, pattern in _SHAPES.items() if pattern.fullmatch(raw)), "")
    if shape == "calendar":
        return _calendar([int(digits) for digits in re.findall(r"\d+", raw)])
    if shape == "spelled":
        *number, noun = raw.split()
        return str(_value(number)), place_tone(noun)
    if shape == "fraction":
        parts = [str(_UNITS.get(part) or int(part)) for part in re.split(r" ph[ầa]n |/", raw)]
        return "/".join(parts), *parts
    if shape == "symbol":
        return _symbol(fold(raw))
    if raw[0].isdigit():
        return (_THOUSANDS.sub("", raw) if raw.count(".") + raw.count(",") > 0 else _plain(raw),)
    return (place_tone(raw),)


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _value(words: list[str]) -> int:
    """Return the number that one to three number words spell: "bốn mươi lăm" -> 45."""
    if words[0] == "mười":
        return 10 + sum(_UNITS[word] for word in words[1:])
    if len(words) > 1:
        return 10 * _UNITS[words[0]] + sum(_UNITS[word] for word in words[2:])
    return _UNITS[words[0]]


def _calendar(numbers: list[int]) -> tuple[str, ...]:
    *days, month, year = numbers
    if not 1 <= month <= 12 or not all(1 <= day <= 31 for day in days):  # noqa: PLR2004
        return tuple(map(str, numbers))
    return *(f"d:{year}-{month:02d}-{day:02d}" for day in days), f"d:{year}-{month:02d}", str(year)


def _symbol(raw: str) -> tuple[str, ...]:
    parts = [_plain(part) for part in _RUN.findall(raw)]
    whole = _plain(raw)
    pair = "/".join(parts[:2])
    short = (pair,) if len(parts) > 2 and parts[1].isdigit() else ()  # noqa: PLR2004
    return whole, *short, *parts


def has_diacritics(text: str) -> float:
    """Return the share (0 to 1) of Vietnamese-looking syllables that carry a mark; 0 when there are none.

    Counted are words with a mark and unmarked words that could be a syllable typed without its marks.
    Well-typed Vietnamese gives about 0.75, since "ai", "cho", "do" rightly have none.
    """
    words = [word.lower() for word in _MARKED_WORD.findall(nfc(text))]
    marked = sum(1 for word in words if fold(word) != word)
    bare = sum(1 for word in words if is_folded_syllable(word))
    return marked / (marked + bare) if marked + bare else 0.0


def clean_question(text: str, limit: int) -> str:
    """Return a typed question in NFC without control, zero-width and direction characters, spaces collapsed.

    Args:
        text: the question as typed or pasted.
        limit: the longest question accepted, in characters.

    Raises:
        UsageError: nothing is left, no letter or digit is in it, or it is longer than ``limit``.
    """
    spaced = " ".join(nfc(text).split())
    kept = "".join(char for char in spaced if unicodedata.category(char) not in _UNSEEN)
    question = " ".join(kept.split())
    if not question:
        raise UsageError("Câu hỏi trống. Hãy gõ câu hỏi, ví dụ: cấp nào quyết định việc này?")
    if len(question) > limit:
        raise UsageError(
            f"Câu hỏi dài {_dotted(len(question))} ký tự, giới hạn là {_dotted(limit)}. "
            "Hãy rút gọn, chỉ giữ điều cần hỏi."
        )
    if not any(char.isalnum() for char in question):
        raise UsageError("Câu hỏi không có chữ nào. Hãy gõ câu hỏi bằng tiếng Việt, có dấu hoặc không dấu.")
    return question


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
