"""The grammar of a document's name: ``Luật này``, ``Nghị định số 118/2025/NĐ-CP``, ``Luật Đất đai năm 2024``."""

from __future__ import annotations

import re

from phapquy.law.citations.model import DocumentRef
from phapquy.law.citations.names import LAW_NAMES

S = r"[^\S\n]+"
"""Blanks within a line: a citation does not cross one."""

# "Luật", "Bộ luật", "Nghị quyết liên tịch"; the longer word first
_LAW = r"Bộ luật|Luật|Pháp lệnh"
_RULE = (
    r"Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Kết luận|Công văn"
    r"|Quy định|Hướng dẫn|Thông báo|Văn bản hợp nhất|Đề án|Tờ trình|Báo cáo thẩm tra|Báo cáo"
)
TYPE = rf"(?P<type>{_LAW}|Hiến pháp|{_RULE})(?!\w)"
# "này" only of documents that speak of themselves: "Quyết định này", "Quy định này" are mostly common nouns
_THIS = re.compile(rf"(?P<type>{_LAW}|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Kết luận){S}này(?!\w)")
# "118/2025/NĐ-CP", "47/2024/QH15", "127-KL/TW", "190/NQ-CP"; sources break it: "151/2025/ NĐ-CP", "34/2026/NĐ- CP"
_SYMBOL = r"[A-ZĐ][A-ZĐa-zđ]*\d{0,2}"
_NUMBER = (
    rf"\d{{1,4}}(?:/\d{{4}}(?!\d))?(?:(?:[/-][^\S\n]?)?{_SYMBOL}(?:[/-][^\S\n]?{_SYMBOL}){{0,3}}"
    rf"|(?<=/\d{{4}}))(?![\w/])"
)
# "số 118/2025/NĐ-CP"; "số: …" with a colon is the number of the document itself, in its heading
_NUMBERED = re.compile(rf"{S}số{S}(?P<number>{_NUMBER})")
_BARE_NUMBER = re.compile(rf"{S}(?P<number>{_NUMBER})")
# "ngày 09 tháng 6 năm 2025", "ngày 09/6/2025"
_DATE = re.compile(rf"{S}ngày{S}\d{{1,2}}(?:{S}tháng{S}\d{{1,2}}{S}năm{S}|/\d{{1,2}}/)(?P<year>\d{{4}})(?!\d)")
# "năm 2024", "2024"
_YEAR = re.compile(rf"{S}(?:năm{S})?(?P<year>(?:19|20)\d\d)(?![\w/])")
# "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
_NATION = re.compile(rf"{S}nước{S}Cộng{S}[hH]òa{S}xã{S}hội{S}chủ{S}nghĩa{S}Việt{S}Nam")
# "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B ngày …": one law, whose name holds names
_AMENDING = re.compile(
    rf"{S}(?P<name>[sS]ửa{S}đổi, bổ{S}sung{S}(?:một{S}số{S}điều{S}của{S})?[^.;:()“”\"\n]{{1,240}}?)"
    rf"(?={S}(?:số{S}\d|ngày{S}\d))"
)
_KNOWN = re.compile(
    rf"{S}(?P<name>{'|'.join(map(re.escape, sorted(LAW_NAMES, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)
# an unknown name runs to its number: "Luật Nuôi ong số 12/2090/QH99"
_TO_NUMBER = re.compile(
    rf"{S}(?P<name>(?!(?:{_LAW}|{_RULE})\b)[A-ZĐÀ-Ỹ]\w*(?:,?[^\S\n](?!(?:{_LAW}|{_RULE}|Điều|khoản|số)\b)\w+){{0,14}})"
    rf"(?={S}số{S}\d)"
)
# and without one to the first word that no name holds: "Luật Nuôi ong thì …"
_STOP = (
    r"và|hoặc|thì|mà|để|đối|có|được|số|năm|ngày|tại|theo|này|khi|cho|trước|nhưng|phải|không|với|do|bao|gồm|như|về"
    r"|của|đã|trong|từ|quy|là|các|thực|còn|bị|hay|nếu|vào|đến|hiện|chuyển|phân|ủy"
)
_TO_STOP = re.compile(rf"{S}(?P<name>[A-ZĐÀ-Ỹ]\w*(?:[^\S\n](?!(?:{_STOP})\b)[a-zà-ỹđ]\w*){{0,7}})")
_HEADS = {"Luật", "Bộ luật", "Pháp lệnh"}


def read_document(text: str, match: re.Match[str]) -> DocumentRef | None:
    """Read the document named where a type word begins.

    Args:
        text: the whole text.
        match: a match of ``TYPE`` in it.
    """
    start, kind = match.start(), match["type"]
    if this := _THIS.match(text, start):
        return DocumentRef(start, this.end(), kind, this=True)
    if number := _NUMBERED.match(text, match.end()) or _BARE_NUMBER.match(text, match.end()):
        return _dated(text, DocumentRef(start, number.end(), kind, _tight(number["number"])), keep=False)
    if kind == "Hiến pháp":
        nation = _NATION.match(text, match.end())
        return _dated(text, DocumentRef(start, nation.end() if nation else match.end(), kind, name=kind))
    if kind in _HEADS and (name := _name(text, match.end())):
        return _named(text, start, kind, name)
    return None


def _name(text: str, pos: int) -> re.Match[str] | None:
    for pattern in (_AMENDING, _TO_NUMBER, _KNOWN, _TO_STOP):
        if found := pattern.match(text, pos):
            known = _KNOWN.match(text, pos) if pattern is _TO_NUMBER else None
            return known if known and known.end() > found.end() else found
    return None


def _named(text: str, start: int, kind: str, name: re.Match[str]) -> DocumentRef:
    words = " ".join(name["name"].split())
    if number := _NUMBERED.match(text, name.end()):
        return _dated(text, DocumentRef(start, number.end(), kind, _tight(number["number"]), words), keep=False)
    return _dated(text, DocumentRef(start, name.end(), kind, name=words))


def _dated(text: str, ref: DocumentRef, *, keep: bool = True) -> DocumentRef:
    """Take in the date or year that follows; ``keep`` it where it tells which of several laws is meant."""
    found = _DATE.match(text, ref.end) or (_YEAR.match(text, ref.end) if keep else None)
    if not found:
        return ref
    year = int(found["year"]) if keep else None
    return DocumentRef(ref.start, found.end(), ref.type, ref.number, ref.name, year)


def _tight(number: str) -> str:
    return "".join(number.split())
