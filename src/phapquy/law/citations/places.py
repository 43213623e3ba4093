"""The grammar of places: ``khoản 1, các điểm a, b khoản 2, các khoản 3, 4 và 9 Điều 21``.

A *run* is a row of parts (``các điểm a, b``) with joints between them. A part belongs to the next part to its
right that is of a higher level and is joined to its left neighbour without a comma or ``và``; so one rule reads
nested and listed places alike, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from phapquy.law.citations.documents import S
from phapquy.law.citations.model import THIS, Level, Step, Target

_ARABIC = r"\d{1,3}[a-zđ]?(?![\w/])(?!\.\d)"  # 12, 12a; not 12/2025, not 4.022
_LETTER = r"(?:[a-zđ]\d{0,2}|\(\d{1,2}\))(?!\w)"  # a, đ, đ1, (11)
_ROMAN = r"(?:[IVXLC]+|\d{1,3}|[A-ZĐ])(?![\w/])"  # IV, 3, C
_AND = rf"(?:[^\S\n]*,(?:{S}và)?|{S}(?:và|hoặc|hay)){S}"
_UNIT = rf"(?!{S}(?:ngày|tháng|năm|người|tuổi|giờ|triệu|đồng|lần|bộ)\b)"  # "khoản 2 và 15 ngày" ends at 2


def _numbers(one: str) -> re.Pattern[str]:
    # "3", "3, 4, 5 và 6", "này"
    return re.compile(rf"{S}(?:(?P<this>này)(?!\w)|(?P<list>{one}{_UNIT}(?:{_AND}{one}{_UNIT})*))")


_ORDINAL = r"(?:\d{1,2}(?![\w/])|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|đầu|cuối)(?!\w)"
# "đoạn 2", "đoạn thứ hai", "đoạn mở đầu", "gạch đầu dòng thứ 4, 6", "tiết b": counted only before a clause
_OF_CLAUSE = rf"(?=(?:{S}của)?{S}(?:[Đđ]iểm|[Kk]hoản|Điều)\b|,{S}gạch\b)"
_DOAN = re.compile(
    rf"{S}(?:(?:thứ{S})?(?P<list>{_ORDINAL}(?:{_AND}{_ORDINAL})*)|(?P<opening>mở{S}đầu)|(?P<letter>{_LETTER})){_OF_CLAUSE}"
)
_GRAMMAR: dict[str, tuple[Level, re.Pattern[str]]] = {
    "điểm": (Level.DIEM, _numbers(_LETTER)),
    "khoản": (Level.KHOAN, _numbers(_ARABIC)),
    "điều": (Level.DIEU, _numbers(_ARABIC)),
    "mục": (Level.MUC, _numbers(_ROMAN)),
    "tiểu mục": (Level.TIEU_MUC, _numbers(_ROMAN)),
    "chương": (Level.CHUONG, _numbers(_ROMAN)),
    "nội dung": (Level.NOI_DUNG, _numbers(r"[A-ZĐ](?!\w)")),
    "phần": (Level.PHAN, _numbers(_ROMAN)),
    "phụ lục": (Level.PHU_LUC, _numbers(rf"(?:số{S})?{_ROMAN}")),
    "đoạn": (Level.DOAN, _DOAN),
    "tiết": (Level.DOAN, _DOAN),
    "gạch đầu dòng": (Level.DOAN, _DOAN),
}
WORD = (
    r"(?<!thời )(?<!địa )(?<!đặc )(?<!tài )(?<!thành )(?<!một )"  # "thời điểm", "tài khoản", "một phần"
    r"(?P<word>[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|nội dung|[Pp]hần|[Pp]hụ lục|[Đđ]oạn|[Tt]iết"
    r"|[Gg]ạch đầu dòng)(?!\w)"
)
_PART = re.compile(rf"(?:[Cc]ác{S}|[Tt]ừ{S}|[Tt]ại{S})?{WORD}")
# "Điều 7a. Tên điều", "Điều 13.[12]", "Điều 9" alone on a line, "Chương II", "Mục 3. TÊN": a heading, not a citation
_HEADING = re.compile(r"[^\S\n]*(?:\.(?!\w)|(?=\n|$))")
# "… của “Phần C. TRỒNG HOA” này": a part named by its title in capitals, within a line
_TITLE = re.compile(r"\.\s+(?P<word>[^\W\d_]{2,})")
_HEADING_LEVELS = frozenset({Level.DIEU, Level.MUC, Level.TIEU_MUC, Level.CHUONG, Level.PHAN, Level.PHU_LUC})


class _Joint(Enum):
    OF = "của"
    COMMA = ","
    AND = "và"
    EXCEPT = "trừ"
    TO = "đến"


_MARKS = r"(?:\[\d{1,3}\])*"  # the footnote marks of a consolidated text: "khoản 5 và 7[32] Điều 6"
_JOINT = re.compile(
    rf"{_MARKS}(?:(?P<trừ>,?{S}trừ{S})"
    rf"|(?P<đến>{S}đến{S})"
    rf"|(?P<comma>[^\S\n]*,{S})(?!và\b|hoặc\b)"
    rf"|(?P<và>[^\S\n]*[,;](?:{S}(?:và|hoặc))?{S}|{S}(?:và|hoặc|hay){S})"
    rf"|(?P<của>{S}(?:(?:của|tại|thuộc|trong){S})?))"
)


@dataclass(frozen=True, slots=True)
class _Part:
    level: Level
    numbers: tuple[str, ...]
    start: int
    end: int
    last: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one citation, before its document is known."""

    start: int
    end: int
    targets: tuple[Target, ...]
    excluded: bool = False

    @property
    def here(self) -> bool:
        """Whether the places hang on a ``này``, so that no document that follows is theirs."""
        return any(step.number == THIS for target in self.targets for step in target)


def read_places(text: str, pos: int) -> tuple[Group, ...]:
    """Read the run of places that begins at ``pos``, one group a citation; nothing if none begins there.

    Linear in the length of the run.
    """
    parts: list[_Part] = []
    joints: list[_Joint] = []
    joint: _Joint | None = None
    while part := _part(text, pos):
        if joint is _Joint.TO:
            if not _range(parts, part):
                break
        else:
            if joint:
                joints.append(joint)
            parts.append(part)
        found = _JOINT.match(text, parts[-1].end)
        if not found:
            break
        joint, pos = _joint(found), found.end()
    return tuple(_groups(parts, joints))


def _joint(found: re.Match[str]) -> _Joint:
    return _Joint.COMMA if found["comma"] else _Joint(found.lastgroup)


def _part(text: str, pos: int) -> _Part | None:
    word = _PART.match(text, pos)
    if not word:
        return None
    level, pattern = _GRAMMAR[word["word"].lower()]
    found = pattern.match(text, word.end())
    start = word.start("word")
    if not found:
        # "Phụ lục ban hành kèm theo Nghị định này" has no number
        bare = level is Level.PHU_LUC and word["word"][0] == "P"
        return _Part(level, ("",), start, word.end()) if bare else None
    if level in _HEADING_LEVELS and _is_heading(text, start, found.end()):
        return None
    groups = found.groupdict()
    if groups.get("this"):
        # "điều này", "mục này", "phần này" in small letters are common words
        common = level < Level.KHOAN and word["word"][0].islower()
        return None if common else _Part(level, (THIS,), start, found.end())
    listed = groups.get("list") or groups.get("letter") or ""
    return _Part(level, _split(listed), start, found.end())


def _is_heading(text: str, start: int, end: int) -> bool:
    if _at_line_start(text, start):
        return _HEADING.match(text, end) is not None
    title = _TITLE.match(text, end) if text[start - 1] in '“"' else None
    return title is not None and title["word"].isupper()


def _at_line_start(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' “"')
    return before.endswith("\n") or (not before and start <= 3)  # noqa: PLR2004 - a quotation mark and a blank


def _split(listed: str) -> tuple[str, ...]:
    words = re.split(r"[\s,]+", listed)
    return tuple(word.strip("()") for word in words if word and word not in {"và", "hoặc", "hay", "số"}) or ("",)


def _range(parts: list[_Part], end: _Part) -> bool:
    """Close a range with its end: ``từ Điều 5`` .. ``đến Điều 9``."""
    begin = parts[-1]
    if end.level is not begin.level or len(end.numbers) != 1 or THIS in (*end.numbers, *begin.numbers):
        return False
    parts[-1] = _Part(begin.level, begin.numbers, begin.start, end.end, end.numbers[0])
    return True


def _parents(parts: list[_Part], joints: list[_Joint]) -> list[int | None]:
    """For each part the index of the part it lies in: to its right, else to its left."""
    parents: list[int | None] = [None] * len(parts)
    nearest: dict[Level, int] = {}  # to the right, nearest part of each level
    for i in range(len(parts) - 1, -1, -1):
        above = min((j for level, j in nearest.items() if level < parts[i].level), default=None)
        if above is not None and _reaches(parts, joints, i, above):
            parents[i] = above
        nearest[parts[i].level] = i
    spared: int | None = None  # what the last "trừ" leaves something out of
    for i in range(1, len(parts)):
        if joints[i - 1] is _Joint.EXCEPT:
            spared = i - 1
        if parents[i] is not None or parts[i].level <= Level.DIEU:
            continue
        if joints[i - 1] is _Joint.OF and parts[i - 1].level < parts[i].level:
            parents[i] = i - 1  # "Điều 5 khoản 2"
        elif spared is not None and parts[spared].level < parts[i].level:
            parents[i] = spared  # "Điều 5, trừ khoản 2"
    return parents


def _reaches(parts: list[_Part], joints: list[_Joint], i: int, j: int) -> bool:
    """Whether part ``i`` lies in part ``j`` to its right, the nearest of a higher level."""
    joint, next_to = joints[j - 1], j == i + 1
    if parts[i].level is Level.DIEU:  # "Điều 5 Chương II", but not "Điều 5, Điều 7 và Mục 2 Chương II"
        return next_to and joint is _Joint.OF
    # "điểm a, khoản 2, Điều 5": some texts set a comma before each higher level
    return joint is _Joint.OF or (joint is _Joint.COMMA and next_to and parts[i].level > Level.DIEU)


def _groups(parts: list[_Part], joints: list[_Joint]) -> Iterator[Group]:
    """Cut a run into citations: after each part that nothing before it reaches beyond."""
    parents = _parents(parts, joints)
    first = reach = 0
    for i in range(len(parts)):
        reach = max(reach, parents[i] or 0)
        followed = i + 1 < len(parts) and parents[i + 1] == i and joints[i] is not _Joint.EXCEPT
        if reach > i or followed or _goes_on(parts, joints, parents, i):
            continue
        chosen = range(first, i + 1)
        inside = {parents[k] for k in chosen}
        targets = tuple(dict.fromkeys(one for k in chosen for one in _targets(parts, parents, k, k in inside)))
        excluded = first > 0 and (joints[first - 1] is _Joint.EXCEPT or _root(parents, i) < first)
        yield Group(parts[first].start, parts[i].end, targets, excluded)
        first = i + 1


def _goes_on(parts: list[_Part], joints: list[_Joint], parents: list[int | None], i: int) -> bool:
    """Whether a list without an article goes on: ``khoản 10a và khoản 10b`` is one citation."""
    if i + 1 >= len(parts) or joints[i] not in {_Joint.AND, _Joint.COMMA}:
        return False
    alike = parts[i].level is parts[i + 1].level and parts[i].level > Level.DIEU
    return alike and parents[i] is None and parents[i + 1] is None


def _root(parents: list[int | None], i: int) -> int:
    seen = 0
    while (above := parents[i]) is not None and seen < len(Level):
        i, seen = above, seen + 1
    return i


def _targets(parts: list[_Part], parents: list[int | None], i: int, parent: bool) -> Iterator[Target]:
    """The places a part names: of a part that others lie in, only the numbers after its first."""
    above: list[Step] = []
    k = parents[i]
    while k is not None and len(above) < len(Level):
        above.insert(0, Step(parts[k].level, parts[k].numbers[0], parts[k].last))
        k = parents[k]
    part = parts[i]
    for number in part.numbers[1 if parent else 0 :]:
        yield (*above, Step(part.level, number, part.last))
