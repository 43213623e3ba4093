"""What each line of a Vietnamese legal text is: a heading, a numbered clause, quoted text, or plain text.

A text is one paragraph a line. Quoted amending text (between quotation marks, often over many lines)
contains lines that look like headings of this document and are not; they are marked as quoted here so
that the tree is never fooled by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# "Điều 12a. Title", "Điều 9" (alone), "Điều 13.[12] (được bãi bỏ)"; not "Điều 63 của Luật ..."
DIEU = re.compile(r"Điều\s+(?P<n>\d+[a-zđ]?)\s*(?:\.(?:\s*\[\d+\])*|(?=\s*$))\s*(?P<rest>.*)", re.DOTALL)
# "1. Text", "37.Text", "2a. Text", "3.[5] Text"; not "2.1. Text", not "4.022.638 người"
KHOAN = re.compile(r"(?P<n>\d{1,3}[a-zđ]?)\s?\.(?:\s*\[\d+\])*(?!\d)\s*(?=\S)")
# "a) Text", "đ) Text", "b)[7] Text"
DIEM = re.compile(r"(?P<n>[a-zđ])\)(?:\s*\[\d+\])*\s*(?=\S)")
PHAN = re.compile(r"(?:Phần|PHẦN)\s+(?P<n>[IVXLC]+|[A-ZĐ]|(?i:thứ\s+\w+))\.?\s*(?P<rest>.*)")
CHUONG = re.compile(r"(?:Chương|CHƯƠNG)\s+(?P<n>[IVXLC]+|\d+)\.?(?:\[\d+\])*\s*(?P<rest>.*)")
MUC = re.compile(r"(?:Mục|MỤC)\s+(?P<n>\d+|[IVXLC]+)\.?(?:\[\d+\])*\s*(?P<rest>.*)")
TIEU_MUC = re.compile(r"(?:Tiểu mục|TIỂU MỤC)\s+(?P<n>\d+|[IVXLC]+)\.?\s*(?P<rest>.*)")
# "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC ĐỀ XUẤT ..."; a sentence that merely begins so is told by its case
PHU_LUC = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?P<n>[IVXLC]+|\d+))?\.?(?P<rest>(?:\s.*)?)")
CHU_THICH = re.compile(r"\[(?P<n>\d{1,3})\]\s*(?=\S)")
# Items of a document without articles: "II- MỤC TIÊU", "IV. TỔ CHỨC"
ROMAN_ITEM = re.compile(r"(?P<n>[IVX]{1,6})\s?[-–.]\s*(?=\S)")
# The adoption sentence and the signature block close a body.
CLOSING = re.compile(
    r"(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Hiến pháp) này (?:đã )?được .{0,160}?thông qua"
    r"|Nơi nhận\s*:|(?:TM|KT|TL|T/M|TUQ)\.?\s+[A-ZĐÂĂÊÔƠƯÁÀẢÃẠỦỐỘỊ]|XÁC THỰC VĂN BẢN HỢP NHẤT"
    r"|\(Đã ký|CHỦ TỊCH QUỐC HỘI\s*$"
)

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
# How amending quotations end: `…”.`, `….”;` at the end of a line. A term in quotes ends without a stop inside.
_AMENDMENT_END = re.compile(r"[.;:…)]\s?”\s?[.;,]?\s*$")
# A clause that orders an amendment is never itself quoted: it closes a quotation the source left open.
_OPERATION = re.compile(
    r"(?:Điều\s+\d+[a-zđ]?\.|\d+[a-zđ]?\.|[a-zđ]\))\s*"
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm từ|Bỏ cụm từ)\b"
)
_INTRODUCED = re.compile(r"(?:như sau|sau đây)\s*:\s*“")
_STRAIGHT_END = re.compile(r'\S"\s?[.;,]?\s*$')


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its offset in the text, its words without the line end, and whether it is quoted."""

    offset: int
    text: str
    quoted: bool

    @property
    def end(self) -> int:
        """Offset just after the line's words."""
        return self.offset + len(self.text)


def split_lines(text: str) -> tuple[list[Line], int | None]:
    """Cut a text into lines and mark the quoted ones.

    Returns:
        The lines, and the offset of a quotation that never closes (None if all close).
    """
    lines: list[Line] = []
    state = _Quotes()
    offset = 0
    for raw in text.split("\n"):
        quoted = state.feed(raw, offset)
        lines.append(Line(offset, raw, quoted))
        offset += len(raw) + 1
    return lines, state.opened_at


class _Quotes:
    """Follow quotation marks over lines: curly ones nest, straight ones open and close a block of lines."""

    def __init__(self) -> None:
        self.depth = 0
        self.straight = False
        self.opened_at: int | None = None

    def feed(self, line: str, offset: int) -> bool:
        """Take the next line and say whether it is quoted."""
        stripped = line.strip()
        if _OPERATION.match(stripped):
            self.depth, self.straight = 0, False
        starts_quote = stripped[:1] in {_OPEN, _STRAIGHT}
        quoted = self.depth > 0 or self.straight or starts_quote
        self._curly(stripped)
        self._straight(stripped)
        if self.depth == 0 and not self.straight:
            self.opened_at = None
        elif self.opened_at is None:
            self.opened_at = offset
        return quoted

    def _curly(self, line: str) -> None:
        inline = self.depth == 0 and not line.startswith(_OPEN) and not _INTRODUCED.search(line)
        for mark in line:
            if mark == _OPEN:
                self.depth += 1
            elif mark == _CLOSE and self.depth:
                self.depth -= 1
        if self.depth and (inline or _AMENDMENT_END.search(line)):
            self.depth = 0  # a mark the source left open: quoted terms end on their line, amendments on `.”`

    def _straight(self, line: str) -> None:
        if self.straight:
            self.straight = not _STRAIGHT_END.search(line)
        elif line.startswith(_STRAIGHT):
            closes = len(line) > 1 and (_STRAIGHT_END.search(line[1:]) or line.count(_STRAIGHT) % 2 == 0)
            self.straight = not closes


def is_capitals(text: str) -> bool:
    """Whether a line is a title in capitals (has letters, none of them small)."""
    return any(char.isalpha() for char in text) and text == text.upper()


def roman(number: int) -> str:
    """Write a small number in Roman numerals."""
    values = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for value, sign in values:
        while number >= value:
            out += sign
            number -= value
    return out
