"""References to provisions as people type them: ``k2 đ22 luật 72``, ``điểm đ khoản 2 Điều 15 Luật 72/2025/QH15``.

The grammar works on the text folded to lower case without diacritics (folding keeps every offset), so a
reference typed without them is recognised as well. What a reference means, which document and whether the
provision exists, is decided where the documents are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SEP = r"[\s,]*(?:cua\s+|tai\s+|thuoc\s+|trong\s+)?"
# "điểm đ", "diem d", "điểm a, b và c"
_DIEM = r"(?:cac\s+)?diem\s*(?P<diem>[a-z](?![a-z])\)?(?:\s*(?:,|va)\s*(?:diem\s*)?[a-z](?![a-z])\)?)*)"
# "khoản 2", "k2", "k.2", "khoản 2a", "khoản 2, 3 và 5"
_KHOAN = (
    r"(?:cac\s+)?(?:khoan|k)\.?\s*(?P<khoan>\d{1,3}[a-z]?(?!\w)(?:\s*(?:,|va)\s*(?:khoan\s*)?\d{1,3}[a-z]?(?!\w))*)"
)
# "Điều 22", "đ22", "d.22", "điều 12a"
_DIEU = r"(?:dieu|d)\.?\s*(?P<dieu>\d{1,3}[a-z]?)(?![\w/])"
# "Luật 72", "luật số 72/2025/QH15", "NĐ 118/2025", "nghị định 118", "NQ 202", "KL 202-KL/TW"
_TYPE = (
    r"(?P<type>bo luat|luat|nghi dinh|nghi quyet|ket luan|cong van|thong tu|quyet dinh|van ban hop nhat"
    r"|nd|nq|kl|cv|tt|vbhn)"
)
_NUMBER = r"(?P<number>\d{1,4}(?:\s?/\s?\d{4})?(?:\s?[-/]\s?[a-z]{2,8}\d{0,2}(?:-[a-z]{2,8}\d{0,2}|/[a-z]{2,4})?)?)"
_DOCUMENT = rf"{_TYPE}\s*(?:so\s*)?[:.]?\s*{_NUMBER}(?![\w])"
_YEAR = r"(?:\s*(?:nam\s+)?(?P<year>(?:19|20)\d\d)\b)?"

_PROVISION = re.compile(
    rf"(?<!\w)(?:{_DIEM}{_SEP})?(?:{_KHOAN}{_SEP})?{_DIEU}(?:{_SEP}(?P<doc>{_DOCUMENT}))?", re.ASCII
)
_DOCUMENT_FIRST = re.compile(rf"(?<!\w){_DOCUMENT}{_SEP}(?:{_DIEU}{_SEP})(?:{_KHOAN}{_SEP})?(?:{_DIEM})?", re.ASCII)
_DOCUMENT_THEN_UP = re.compile(rf"(?<!\w){_DOCUMENT}{_SEP}(?:{_DIEM}{_SEP})?{_KHOAN}{_SEP}{_DIEU}", re.ASCII)
# "Điều 21 khoản 2 điểm d [Luật 72]": from the article down
_DOWN = re.compile(rf"(?<!\w){_DIEU}{_SEP}{_KHOAN}(?:{_SEP}{_DIEM})?(?:{_SEP}(?P<doc>{_DOCUMENT}))?", re.ASCII)
# A number that stands by itself names its document: "65/2025/QH15", "1654/NQ-UBTVQH15"
_SYMBOL_ALONE = re.compile(
    r"(?<![\w/])(?P<number>\d{1,4}/\d{4}/[a-z]{2,8}\d{0,2}(?:-[a-z]{2,8})?|\d{1,4}[-/][a-z]{2,8}[-/][a-z]{2,8}\d{0,2})(?!\w)",
    re.ASCII,
)
# "luật cán bộ công chức số 22/2008": the name stands between kind and number
_DOCUMENT_WITH_NAME = re.compile(
    rf"(?<!\w){_TYPE}(?:\s+[a-z]+,?){{1,12}}?\s+so\s*[:.]?\s*(?P<number>\d{{1,4}}\s?/\s?\d{{4}}(?:\s?/\s?[a-z]{{2,8}}\d{{0,2}})?)(?!\w)",
    re.ASCII,
)
_DOCUMENT_ALONE = re.compile(rf"(?<!\w){_DOCUMENT}{_YEAR}", re.ASCII)

TYPE_NAMES = {
    "nd": "nghi dinh", "nq": "nghi quyet", "kl": "ket luan", "cv": "cong van", "tt": "thong tu",
    "vbhn": "van ban hop nhat",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference with the span it was read from (offsets into the text given).

    ``diem`` is ``d`` where the text does not tell ``d`` from ``đ`` (``diem_sure`` is then False).
    """

    start: int
    end: int
    dieu: str | None = None
    khoan: str | None = None
    diem: str | None = None
    diem_sure: bool = True
    type: str | None = None
    """Kind of document, folded: ``luat``, ``nghi dinh`` …"""
    number: str | None = None
    """Number as typed, folded and without spaces: ``72``, ``72/2025``, ``118/2025/nd-cp``, ``202-kl/tw``."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a provision id that are named; empty for a whole document."""
        return tuple(part for part in (self.dieu, self.khoan, self.diem) if part is not None)


def find_references(text: str, folded: str) -> list[Reference]:
    """List the references to provisions and documents in a question.

    Args:
        text: the question, NFC.
        folded: the same, folded one character for one.
    """
    found: list[Reference] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            overlaps = any(start < match.end() and match.start() < end for start, end in taken)
            if not overlaps and not _is_house_number(match, text):
                taken.append(match.span())
                found.extend(_references(match, text))
    return sorted(found, key=lambda one: one.start)


_PATTERNS = (
    _DOCUMENT_FIRST, _DOCUMENT_THEN_UP, _DOWN, _PROVISION, _DOCUMENT_ALONE, _DOCUMENT_WITH_NAME, _SYMBOL_ALONE,
)  # fmt: skip


def _is_house_number(match: re.Match[str], text: str) -> bool:
    """Whether a lone ``d5`` is no article: the short form counts with đ, after a clause or with a document."""
    groups = match.groupdict()
    if not groups.get("dieu") or groups.get("khoan") or groups.get("number"):
        return False
    word = match[0].lstrip()
    return not word.startswith("dieu") and text[match.start()].lower() != "đ"


def _references(match: re.Match[str], text: str) -> list[Reference]:
    """Read a match; a list of clauses or of points gives one reference each."""
    groups = match.groupdict()
    kind, number = groups.get("type"), groups.get("number")
    if number and groups.get("year") and "/" not in number:
        number = f"{number}/{groups['year']}"
    clauses = _NUMBERS.findall(groups.get("khoan") or "") or [None]
    points: list[re.Match[str] | None] = [*_LETTERS.finditer(groups.get("diem") or "")] or [None]
    out = []
    for clause in clauses:
        for point in points:
            letter, sure = _letter(match, point, text)
            out.append(
                Reference(
                    match.start(),
                    match.end(),
                    groups.get("dieu"),
                    clause,
                    letter,
                    sure,
                    TYPE_NAMES.get(kind, kind) if kind else None,
                    re.sub(r"\s", "", number) if number else None,
                )
            )
    return out


_NUMBERS = re.compile(r"\d{1,3}[a-z]?")
_LETTERS = re.compile(r"(?<![a-z])[a-z](?![a-z])")


def _letter(match: re.Match[str], point: re.Match[str] | None, text: str) -> tuple[str | None, bool]:
    """The letter of a point as typed; d and đ fold to one, so the typed text tells, if it has marks at all."""
    if point is None:
        return None, True
    if point[0] != "d":
        return point[0], True
    typed = text[match.start("diem") + point.start()].lower()
    return (typed if typed in "dđ" else "d"), typed == "đ" or not text.isascii()
