"""The head and foot of a document: number, type, title, issuer, the day it was signed or adopted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from phapquy.corpus.issuers import by_name, by_names, by_number
from phapquy.corpus.numbers import NUMBER, TYPES, HeadLine, Reading, is_own, read_number, type_by_sign
from phapquy.law.lines import CHUONG, DIEU, is_capitals
from phapquy.law.provision import Document
from phapquy.vietnamese.normalize import fold, tone_normal

_MOST_LINES, _MOST_CHARACTERS = 40, 6000
_TYPE_LINE = re.compile(
    rf"(?P<type>{'|'.join(kind.upper() for kind in sorted(TYPES, key=len, reverse=True))})(?P<rest>\s.*)?"
)
_DAY = re.compile(r"(?:,|^)\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")
_EMPTY_DAY = re.compile(r"ngày\s*[.…_]*\s*tháng\s*[.…_\d]*\s*năm\s*\d{4}")
_ADOPTED = re.compile(
    r"này (?:đã )?được (?P<by>.{0,160}?)\s?thông qua ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
)
_ISSUES = re.compile(
    rf"^(?P<by>[^.;]{{3,120}}?) (?:ban hành|quyết định ban hành) (?P<type>{'|'.join(TYPES)}) "
    r"(?P<title>[^;]{3,600}?)[.;]?$"
)
_GROUND = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Tại phiên|QUYẾT NGHỊ|QUYẾT ĐỊNH\s*:|Kính gửi|\d+\.\s)")
_CONSOLIDATED = re.compile(
    rf"^(?:{'|'.join(TYPES)})\s[^\n]{{0,300}}?\d/\d{{4}}/\S+ ngày "
    r"[^\n]{0,600}?được sửa đổi, bổ sung [^\n]{0,30}?bởi\s*:",
    re.MULTILINE,
)
_VERIFIED = re.compile(r"XÁC THỰC VĂN BẢN HỢP NHẤT")
_PARTY = re.compile(r"(?:CỦA|T/M|TM\.)\s+(BỘ CHÍNH TRỊ, BAN BÍ THƯ|BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH TRUNG ƯƠNG)\b")
_PARTY_NAMES = {
    "BỘ CHÍNH TRỊ, BAN BÍ THƯ": "Bộ Chính trị, Ban Bí thư", "BỘ CHÍNH TRỊ": "Bộ Chính trị", "BAN BÍ THƯ": "Ban Bí thư",
    "BAN CHẤP HÀNH TRUNG ƯƠNG": "Ban Chấp hành Trung ương",
}  # fmt: skip
_PLACE = re.compile(r"^[A-ZĐÀ-Ỹ][^,]{1,40}, ngày")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head and the foot of a document say."""

    number: Reading | None = None
    type: Reading | None = None
    title: Reading | None = None
    issuer: Reading | None = None
    signed: Reading | None = None
    consolidated: bool = False


def read_letterhead(document: Document) -> Letterhead:
    """Read the head of a document (before its first article) and the sentence of its adoption."""
    text = document.text
    head, grounds = _head(text)
    number = read_number(head)
    consolidated = (
        (number is not None and "VBHN" in number.value)
        or _VERIFIED.search(text) is not None
        or _CONSOLIDATED.search(text[:_MOST_CHARACTERS]) is not None
    )
    issues = _issues(grounds)
    kind, at = _type(head, number)
    if consolidated and kind is not None:
        kind = Reading("Văn bản hợp nhất", kind.start, kind.end, f"Bản hợp nhất của một {kind.value}.")
    signed = _signed(head, text)
    others = [line for place, line in enumerate(head) if place != at]
    issuer = _issuer(others, number, issues, text)
    if consolidated:
        issuer = _consolidating(number, issuer)
    return Letterhead(number, kind, _title(head, at, issues), issuer, signed, consolidated)


def _head(text: str) -> tuple[list[HeadLine], list[HeadLine]]:
    """Return the lines above the grounds, and the lines of the grounds."""
    head: list[HeadLine] = []
    grounds: list[HeadLine] = []
    at = 0
    for raw in text.split("\n"):
        line = HeadLine(at, raw)
        at += len(raw) + 1
        if DIEU.match(raw) or CHUONG.match(raw) or len(head) + len(grounds) >= _MOST_LINES or at > _MOST_CHARACTERS * 3:
            break
        if grounds or _GROUND.match(raw) or _ISSUES.match(raw):
            grounds.append(line)
        elif raw.strip():
            head.append(line)
    return head, grounds


def _type(head: list[HeadLine], number: Reading | None) -> tuple[Reading | None, int | None]:
    """Return the type, and the line of the head that names it."""
    by_sign = type_by_sign(number.value) if number else ""
    for at, line in enumerate(head):
        found = _TYPE_LINE.fullmatch(line.text.strip())
        if not found or (found["rest"] and not is_capitals(found["rest"])):
            continue
        value = next(kind for kind in TYPES if kind.upper() == found["type"])
        shift = len(line.text) - len(line.text.lstrip())
        why = f"Ký hiệu trong số là của {by_sign}." if by_sign and by_sign != value and by_sign != TYPES[-1] else ""
        return line.reading(value, shift, shift + len(found["type"]), why), at
    for line in head:
        if (found := NUMBER.search(line.text)) and found["label"]:
            value = found["label"].strip()
            return line.reading(value, found.start("label"), found.start("label") + len(value)), None
    if number and by_sign:
        return Reading(by_sign, number.start, number.end, "Suy từ ký hiệu trong số văn bản."), None
    return None, None


def _issues(grounds: list[HeadLine]) -> tuple[HeadLine, re.Match[str]] | None:
    found = ((line, _ISSUES.match(line.text.strip())) for line in grounds if not _GROUND.match(line.text))
    return next(((line, one) for line, one in found if one), None)


def _title(head: list[HeadLine], at: int | None, issues: tuple[HeadLine, re.Match[str]] | None) -> Reading | None:
    if at is None:
        return None
    line = head[at]
    found = _TYPE_LINE.fullmatch(line.text.strip())
    rest = (found["rest"] or "").strip() if found else ""
    if rest:
        start = line.text.index(rest)
        return line.reading(rest, start, start + len(rest))
    lines: list[HeadLine] = []
    for one in head[at + 1 :]:
        if by_name(one.text.strip()) or (lines and is_capitals(lines[0].text) and not is_capitals(one.text)):
            break
        if (numbered := NUMBER.search(one.text)) and is_own(one, numbered):
            break
        lines.append(one)
        if not is_capitals(one.text) and len(lines) > 1:
            break
    if not lines:
        return None
    value = " ".join(one.text.strip() for one in lines)
    cased = issues and issues[1]["title"].strip()
    if cased and fold(tone_normal(cased)) == fold(tone_normal(value)):
        value = cased  # the same words, not in capitals
    return Reading(value, lines[0].start, lines[-1].start + len(lines[-1].text))


def _issuer(
    lines: list[HeadLine], number: Reading | None, issues: tuple[HeadLine, re.Match[str]] | None, text: str
) -> Reading | None:
    """Return the issuer, from the letterhead, the sentence that issues, the adoption; the number is held against it."""
    named = by_names([line.text.strip() for line in lines])
    told = [Reading(name, lines[one].start, lines[two].start + len(lines[two].text)) for one, two, name in named]
    if issues and (name := by_name(issues[1]["by"].upper())):
        told.append(issues[0].reading(name, issues[1].start("by"), issues[1].end("by")))
    if (found := _ADOPTED.search(text)) and (name := by_name(_organ(found["by"]))):
        told.append(Reading(name, found.start("by"), found.end("by")))
    if number and number.value.endswith("/TW"):
        return _of_the_party(text, told)
    by_sign = by_number(number.value) if number else ""
    if not by_sign or number is None:
        return told[0] if told else None
    if agreed := next((one for one in told if one.value == by_sign), None):
        return agreed
    if told:
        return Reading("", told[0].start, told[0].end, f"Phần đầu ghi {told[0].value}, ký hiệu là của {by_sign}.")
    return Reading(by_sign, number.start, number.end, "Suy từ ký hiệu trong số văn bản.")


def _of_the_party(text: str, told: list[Reading]) -> Reading | None:
    """The head of every text of the centre names the Central Committee; the title or the signature who decided."""
    if found := _PARTY.search(text):
        return Reading(_PARTY_NAMES[found[1]], found.start(1), found.end(1))
    if not told:
        return None
    return replace(told[0], why="Tên ở phần đầu là của cả Trung ương Đảng; cơ quan ký không ghi rõ.")


def _consolidating(number: Reading | None, issuer: Reading | None) -> Reading | None:
    """The head of a consolidated text names who made the original, not who consolidated it."""
    if number and (name := by_number(number.value)):
        return Reading(name, number.start, number.end, "Suy từ ký hiệu trong số văn bản.")
    if issuer is None:
        return None
    return replace(issuer, value="", why=f"Bản hợp nhất không ghi cơ quan hợp nhất; văn bản gốc của {issuer.value}.")


def _organ(words: str) -> str:
    return re.sub(r"\s(?:nước Cộng hòa|khóa|xứ|tỉnh|kỳ họp|,).*", "", words).strip(" ,").upper()


def _signed(head: list[HeadLine], text: str) -> Reading | None:
    adopted = _ADOPTED.search(text)
    in_tail = _valid(adopted, 2) if adopted else None
    for line in head:
        if found := _DAY.search(line.text):
            day = _valid(found, 1)
            if day is None:
                continue
            why = ""
            if in_tail and in_tail != day:
                why = f"Lời kết ghi thông qua ngày {in_tail:%d/%m/%Y}."
            place = _PLACE.match(line.text)
            return line.reading(day.isoformat(), 0 if place else found.start(), found.end(), why)
    if adopted and in_tail:
        return Reading(in_tail.isoformat(), adopted.start(), adopted.end())
    for line in head:
        if found := _EMPTY_DAY.search(line.text):
            return line.reading("", found.start(), found.end(), "Chỗ ghi ngày ký còn để trống.")
    return None


def _valid(found: re.Match[str], first: int) -> date | None:
    try:
        return date(int(found[first + 2]), int(found[first + 1]), int(found[first]))
    except ValueError:
        return None
