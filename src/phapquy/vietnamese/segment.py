"""Words and sentences: compound words by underthesea with references and organs kept whole; sentences by offset.

The segmenter glues "a khoản", splits "136/2025/NĐ-CP" and keeps its fixed words case-sensitive in a global it
compiles at every call. So references, numbers and the names of organs are cut out first and only the text
between them is segmented.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from threading import Lock
from types import ModuleType

from phapquy.vietnamese.normalize import syllables, tone_normal

_NAMES = (
    "ủy ban thường vụ quốc hội|ủy ban nhân dân|hội đồng nhân dân|mặt trận tổ quốc|thủ tướng chính phủ|chủ tịch nước"
    "|phó chủ tịch|thường trực|trung tâm phục vụ hành chính công|bộ phận một cửa|cổng dịch vụ công quốc gia"
    "|thủ tục hành chính|đơn vị hành chính|chính quyền địa phương|văn bản quy phạm pháp luật|cơ quan chuyên môn"
    "|đơn vị sự nghiệp công lập|tổ dân phố|đặc khu|cấp xã|cấp tỉnh|cấp huyện|giấy chứng nhận|quyền sử dụng đất"
    "|thành phố trực thuộc trung ương|viện kiểm sát nhân dân|tòa án nhân dân"
)
_NAME = rf"(?<!\w)(?:{_NAMES})(?!\w)"
_REFERENCE = (
    r"(?<!\w)(?:điểm [a-zđ]|khoản \d+[a-zđ]?|điều \d+[a-zđ]?|chương [ivxlc]+|mục \d+)(?!\w)"  # điểm a khoản 2
    r"|\d[\w./,-]*\w|\d"  # 136/2025/nđ-cp, 01/7/2025, 9.361,38
)
_KEPT = re.compile(rf"(?P<name>{_NAME})|(?P<reference>{_REFERENCE})")
_LETTER = re.compile(r"\w")


def words(text: str) -> list[str]:
    """Return the words of a text: lower case, canonical spelling, the syllables of a word joined by "_".

    Names of organs are one word ("ủy_ban_nhân_dân"); references and numbers come as the tokens of
    :func:`phapquy.vietnamese.normalize.syllables`; punctuation is left out.
    """
    cut = _segmenter()
    lower = tone_normal(text).lower()
    found: list[str] = []
    done = 0
    for kept in _KEPT.finditer(lower):
        found += _plain_words(lower[done : kept.start()], cut)
        found += [kept[0].replace(" ", "_")] if kept["name"] else syllables(kept[0])
        done = kept.end()
    return found + _plain_words(lower[done:], cut)


def warm() -> None:
    """Load the segmenter now, so that the first question does not wait for it (about a second)."""
    words("thử nghiệm")


def _plain_words(text: str, cut: Callable[[str], list[str]]) -> list[str]:
    if not _LETTER.search(text):
        return []
    return [tone_normal(word).lower().replace(" ", "_") for word in cut(text) if _LETTER.search(word)]


@lru_cache(maxsize=1)
def _segmenter() -> Callable[[str], list[str]]:
    cut = import_underthesea().word_tokenize
    return lambda text: [str(word) for word in cut(text)]


_TORCH_USERS = ("classification", "sentiment", "lang_detect", "dependency_parse", "translate")
_IMPORTING = Lock()


def import_underthesea() -> ModuleType:
    """Import underthesea without its optional parts, which would load torch (some 6 s and 400 MB).

    A module that stands as None in ``sys.modules`` cannot be imported; the library takes that as "not
    installed" and offers the rest: segmentation, tagging, addresses.
    """
    hidden = [f"underthesea.pipeline.{name}" for name in _TORCH_USERS] + ["underthesea.agent"]
    with _IMPORTING:
        added = [name for name in hidden if name not in sys.modules]
        sys.modules.update(dict.fromkeys(added))  # type: ignore[arg-type]
        try:
            return importlib.import_module("underthesea")
        finally:
            for name in added:
                del sys.modules[name]


_STOP = re.compile(r"[.?!…]+[\"”’)\]]*(?=\s|$)|;(?=[ \t]*(?:\n|$))|\n+")
_MARKER = re.compile(
    r"(?:(?:điều|chương|mục|phần|khoản|phụ lục)\s+)?(?:\d{1,3}[a-zđ]?|[ivxlc]{1,5}|[a-zđ])", re.IGNORECASE
)
"""What may stand before the dot of a number at the beginning of a line: "1.", "Điều 12a.", "IV.", "a."."""
_SHORT = re.compile(r"(?<!\w)(?:v\.v|tp|tx|tt|ts|ths|pgs|gs|bs|ks|cn|q|p|h|x|t|đ/c|st|tr|[A-ZĐ])$", re.IGNORECASE)
"""What a dot does not end when a capital follows: "TP. Huế", "v.v.", "P. Bến Nghé"."""
_OPENING = re.compile(r"\s+[\"“‘(\[]*[A-ZÀ-ỸĐ0-9]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) offsets of the sentences of a text, in order, without surrounding space.

    A sentence ends at a full stop, question or exclamation mark before a capital, a digit or the end, at a
    semicolon that ends a line, and at every line break. The dot of a number ("1.", "Điều 5."), of a usual
    abbreviation ("TP. Huế"), inside a number or before a small letter ("v.v. và") ends nothing. Every
    character that is not space lies in exactly one sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*_ends(text), len(text)):
        left = start + len(text[start:end]) - len(text[start:end].lstrip())
        right = start + len(text[start:end].rstrip())
        if right > left:
            spans.append((left, right))
        start = end
    return spans


def _ends(text: str) -> Iterator[int]:
    since = 0
    for stop in _STOP.finditer(text):
        mark = stop[0][0]
        if mark == "." and not _ends_sentence(text, since, stop.start(), stop.end()):
            continue
        since = stop.end()
        yield since


def _ends_sentence(text: str, since: int, dot: int, after: int) -> bool:
    before = text[since:dot].strip()
    if not before or _MARKER.fullmatch(before):
        return not text[after:].strip()
    rest = text[after : after + 8]
    if rest.strip() and not rest.lstrip(" \t").startswith("\n") and not _OPENING.match(rest):
        return False
    line_ends = not rest.strip(" \t") or rest.lstrip(" \t").startswith("\n")
    return line_ends or not _SHORT.search(before[-8:])
