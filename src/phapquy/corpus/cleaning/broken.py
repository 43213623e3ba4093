"""Words that extraction broke: by a blank inside ("Đi ều"), by a hyphen at the end of a line."""

from __future__ import annotations

import re
from functools import lru_cache

from phapquy.corpus.cleaning.tally import Tally
from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.syllable import is_syllable, split, without_tone

STEP = "chữ bị tách bởi dấu cách"
SIGNS = "dấu cách thừa quanh dấu câu"
HYPHEN = "chữ bị tách bởi gạch nối cuối dòng"
_PAIR = re.compile(r"(?<![\w\ufffd])([^\W\d_]{1,6}) ([^\W\d_]{1,6})(?![\w\ufffd])")
_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_ONSETS = frozenset(_ONSET_LIST.split())
_LONE_LIST = """
    a à á ạ ả ai ải ái am an án ang áng anh ánh ảnh ao ào áo ảo áp ạt ăn ắc ắp ẵm ẩm ẩn âm ấm ân ấn âu ấu ấy ấp
    e é em én êm ế ép ê ếch y ý ỷ i ỉ im ít ỉu o ó ò oai oan oán oách oàm oanh oằn ong óc om ọp ông ống ôi ôm ôn ổn
    ồn ốc ô ổ ở ơ ớ ơi ơn ớt u ú ù úa ủ ung ủng úng út uy ủy uỷ uyên uyển uốn uống uổng ưa ứ ừ ưng ứng ừng
    ước ương ướp ưu ức ướt úp ủi ụp yên yến yếm yêu yếu yểm yết oe oà òa oát ẻo éo eo
"""
_LONE = frozenset(_LONE_LIST.split())
"""Syllables without an onset that are words; ``ều``, ``ịnh``, ``ật`` are only ever the ends of one."""
_BEFORE_SIGN = re.compile(r"(?<=[^\W_]) {1,3}([,;])(?=\s|$)")
_IN_NUMBER = re.compile(r"(?<=/)([A-ZĐ]{1,4})(?: - ?|- )([A-ZĐ]{2,8}\d*)(?!\w)")
_LONGEST = 40
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_CONTINUED = re.compile(r"^[^\W\d_]+")


def mended(text: str, tally: Tally) -> str:
    """Join two neighbours of which one is no word and which make a syllable together: ``Đi ều`` -> ``Điều``.

    The second half must begin with a vowel and be no word of its own ("ều", "ố"): what could be two words ("đi ăn",
    "điểm c hoặc") stays apart.
    """
    made, at = [], 0
    while found := _PAIR.search(text, at):
        one, two = found.groups()
        if _halves(one, two):
            made.append(text[at : found.start()])
            made.append(tally.add(found[0], one + two))
            at = found.end()
        else:
            made.append(text[at : found.start(2)])
            at = found.start(2)
    return "".join([*made, text[at:]])


def tight(text: str, tally: Tally) -> str:
    """Take away blanks that a PDF's spacing put before a comma and into the number of a document (``NĐ -CP``)."""
    text = _BEFORE_SIGN.sub(lambda found: tally.add(found[0], found[1]), text)
    return _IN_NUMBER.sub(lambda found: tally.add(found[0], f"{found[1]}-{found[2]}"), text)


@lru_cache(maxsize=1 << 14)
def _halves(one: str, two: str) -> bool:
    left, right = one.lower(), two.lower()
    if one != left and one != one.capitalize() and not (one.isupper() and two.isupper()):
        return False
    if not is_syllable(left + right) or (two != right and not one.isupper()):
        return False
    return _is_end(right) and (left in _ONSETS or split(without_tone(left)) is not None)


def _is_end(right: str) -> bool:
    """Whether a piece can only be the end of a syllable: it begins with a vowel, has a mark, and is no word."""
    folded = fold(right)
    return folded[0] in "aeiouy" and folded != right and right not in _LONE


def joined(before: str, after: str, tally: Tally) -> tuple[str, str]:
    """Return how an unfinished line ends, and what comes between it and the next: a blank, or nothing after a hyphen.

    The hyphen of a name (``Cam-pu-chia``) stays; that of a foreign word cut in two (``govern-ment``) goes.
    """
    cut, rest = _HYPHENATED.search(before[-_LONGEST:]), _CONTINUED.match(after[:_LONGEST])
    if not cut or not rest or not rest[0].islower():
        return before, " "
    name = is_syllable(cut[1].lower()) or is_syllable(rest[0])
    kept = cut[0] if name and not before.endswith("\u00ad") else cut[1]
    tally.add(f"{cut[0]}⏎{rest[0]}", kept + rest[0])
    return before[: len(before) - len(cut[0])] + kept, ""
