"""The number of a document at its head, and the type its sign tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.corpus.issuers import by_name

TYPES = (
    "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Thông tư liên tịch", "Thông tư",
    "Quyết định", "Chỉ thị", "Kết luận", "Quy định", "Hướng dẫn", "Kế hoạch", "Thông báo", "Công điện", "Công văn",
    "Hiến pháp", "Lệnh", "Sắc lệnh", "Văn bản hợp nhất",
)  # fmt: skip
_BY_SIGN = {
    "NĐ": "Nghị định", "NQ": "Nghị quyết", "TT": "Thông tư", "QĐ": "Quyết định", "CT": "Chỉ thị", "KL": "Kết luận",
    "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch", "VBHN": "Văn bản hợp nhất", "CV": "Công văn",
    "TB": "Thông báo", "HD": "Hướng dẫn", "KH": "Kế hoạch", "QĐi": "Quy định",
}  # fmt: skip
_SIGN = r"[A-ZĐÐ][A-ZĐÐa-z0-9]{0,12}"
NUMBER = re.compile(
    rf"(?:^|\s|\|)(?P<label>(?:{'|'.join(TYPES)})\s+)?[Ss]ố\s*:?\s*"
    rf"(?P<number>\d+[a-zđ]?\s*/\s*(?:\d{{4}}\s*/\s*)?{_SIGN}(?:\s?-\s?{_SIGN})*|\d+\s*-\s*{_SIGN}/{_SIGN})(?!\w)"
)
_EMPTY_NUMBER = re.compile(r"(?:^|\s)[Ss]ố\s*:?\s*(?:[.…_]{2,}|\s{2,}|)\s*/\s*(?:\d{4}\s*/)?[A-ZĐ]")
_BESIDE = re.compile(r"\s*(?:$|[|\t*]|[A-ZĐÀ-Ỹ][^,;]{1,40}, ngày|CỘNG H|Độc lập)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One value with the span it was read from; an empty value stands for a place that was left blank."""

    value: str
    start: int
    end: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head and where it begins in the text."""

    start: int
    text: str

    def reading(self, value: str, start: int, end: int, why: str = "") -> Reading:
        """Return a value read from a stretch of the line."""
        return Reading(value, self.start + start, self.start + end, why)


def read_number(head: Sequence[HeadLine]) -> Reading | None:
    """Return the number a document gives itself; one labelled with its type before another; None if it gives none."""
    found = [(line, one) for line in head for one in NUMBER.finditer(line.text) if is_own(line, one)]
    if not found:
        for line in head:
            if one := _EMPTY_NUMBER.search(line.text):
                return line.reading("", one.start(), one.end(), "Chỗ ghi số còn để trống (dự thảo?).")
        return None
    values = list(dict.fromkeys(_tidyread_number(one["number"]) for _, one in found))
    line, one = next(((line, one) for line, one in found if one["label"]), found[0])
    value = _tidyread_number(one["number"])
    others = [other for other in values if other != value]
    why = f"Phần đầu còn ghi số {', '.join(others)}." if others else ""
    if value != re.sub(r"\s", "", one["number"]):
        why = f"In là “{one['number']}”. {why}".strip()
    return line.reading(value, one.start("number"), one.end("number"), why)


def is_own(line: HeadLine, found: re.Match[str]) -> bool:
    """Whether a number stands as the document's own: alone in its line or cell, or beside place and motto."""
    before = line.text[: found.start()].strip(" |\t")
    return (not before or by_name(before) != "") and _BESIDE.match(line.text[found.end() :]) is not None


def _tidyread_number(printed: str) -> str:
    value = re.sub(r"\s", "", printed).replace("Ð", "Đ")
    return re.sub(r"(?<=/)(?:ND(?=-)|QD(?=-))", lambda found: {"ND": "NĐ", "QD": "QĐ"}[found[0]], value)


def type_by_sign(number: str) -> str:
    """Return the type that the sign of a number tells (``118/2025/NĐ-CP`` -> Nghị định); empty if it tells none."""
    signs = re.split(r"[/-]", number)[1:]
    return next((_BY_SIGN[sign] for sign in signs if sign in _BY_SIGN), "")
