"""Does an answer name an organ? The rule of the evaluation set, for text and for the list of holders.

"Hội đồng nhân dân cấp xã" is named by its full name, by an abbreviation, or by a fitting type of unit
("HĐND phường"). A unit may be shared ("Hội đồng nhân dân, Ủy ban nhân dân cấp xã") or one of several
("Ủy ban nhân dân xã, phường, đặc khu"). A collective organ, its chairperson and its standing body are
three organs: "Chủ tịch Ủy ban nhân dân" does not name "Ủy ban nhân dân".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

# Written forms -> one form, on lower-case NFC text. Order matters: the longer abbreviation first.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"uỷ", "ủy"),
    (r"\bubtv\s?qh\b", "ủy ban thường vụ quốc hội"),
    (r"\bubnd\b", "ủy ban nhân dân"),
    (r"\bhđnd\b", "hội đồng nhân dân"),
    (r"\bttpvhcc\b", "trung tâm phục vụ hành chính công"),
    (r"\btp\b\.?", "thành phố"),
    (r"\bcấp (thành phố|tỉnh/thành phố)\b", "cấp tỉnh"),
    (r"[\s\u00a0]+", " "),
)

# An old city below a province is no unit of today's provincial level.
_CITY = r"thành phố(?! thuộc (?:tỉnh|thành phố))"
_FITTING = {
    "cấp xã": ("cấp xã", "xã", "phường", "đặc khu"),
    "cấp tỉnh": ("cấp tỉnh", "tỉnh", _CITY),
    "xã": ("xã",),
    "phường": ("phường",),
    "đặc khu": ("đặc khu",),
    "tỉnh": ("tỉnh",),
    "thành phố": (_CITY,),
}
_ANY_UNIT = rf"(?:cấp (?:xã|tỉnh|huyện)|xã|phường|đặc khu|tỉnh|{_CITY}|trung ương)"
_BODIES = r"(?:(?:thường trực |chủ tịch )?(?:hội đồng nhân dân|ủy ban nhân dân))"
_JOIN = r"(?:,| và| hoặc|/|, và| hay| cùng) ?"

# Words that, directly before a name, make it the name of another organ or person.
_OTHER_ORGAN = (
    "phó ", "chủ tịch ", "phó chủ tịch ", "thường trực ", "ủy ban thường vụ ", "thủ tướng ", "bộ trưởng ",
    "thứ trưởng ", "giám đốc ", "văn phòng ", "thanh tra ", "thành viên ", "ủy viên ", "đại biểu ",
    "trưởng ban ", "ban của ", "ban thuộc ", "chuyên môn thuộc ", "chuyên môn của ", "trực thuộc ",
)  # fmt: skip
# Words that, directly before a name, say that it is not the one.
_DENIED = (
    "không phải ", "không phải là ", "không phải do ", "chứ không phải ", "không thuộc ", "không do ",
    "không thuộc thẩm quyền ", "không thuộc thẩm quyền của ", "không còn do ", "thay vì ", "thay cho ",
)  # fmt: skip


def normalize(text: str) -> str:
    """Lower, compose, expand the usual abbreviations and make every run of white space one space."""
    out = unicodedata.normalize("NFC", text).lower()
    for pattern, form in _SPELLINGS:
        out = re.sub(pattern, form, out)
    return out.strip()


def names_organ(organ: str, text: str) -> bool:
    """Whether ``text`` names ``organ`` as itself, not as a part of another organ's name and not in denial."""
    return any(_stands_alone(match) for match in _pattern(organ).finditer(normalize(text)))


def named_by_answer(organ: str, answer: Mapping[str, Any]) -> bool:
    """Whether the answer names the organ among its holders or in its own words."""
    texts = [str(holder.get("organ") or "") for holder in answer.get("holders") or ()]
    return any(names_organ(organ, text) for text in (*texts, str(answer.get("text") or "")))


def holders_fitting(organs: Iterable[str], answer: Mapping[str, Any]) -> float | None:
    """Return the share of the answer's holders that are a gold organ; None without holders or gold."""
    gold = tuple(organs)
    holders = [str(holder.get("organ") or "") for holder in answer.get("holders") or ()]
    if not gold or not holders:
        return None
    return sum(any(names_organ(organ, holder) for organ in gold) for holder in holders) / len(holders)


def _stands_alone(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return not before.endswith(_OTHER_ORGAN + _DENIED)


@lru_cache(maxsize=512)
def _pattern(organ: str) -> re.Pattern[str]:
    name = normalize(organ)
    unit = next((unit for unit in _FITTING if name.endswith(f" {unit}")), None)
    if unit is None:
        return re.compile(rf"\b{re.escape(name)}\b")
    body = re.escape(name.removesuffix(f" {unit}"))
    fitting = "|".join(_FITTING[unit])
    shared = rf"(?:{_JOIN}{_BODIES})*"
    others = rf"(?:{_ANY_UNIT}{_JOIN})*"
    return re.compile(rf"\b{body}{shared} {others}(?:{fitting})\b")
