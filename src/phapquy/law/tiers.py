"""Which levels and kinds of unit there are: the clauses that end the district level and that list today's kinds.

Two sentences of a law on local government are read. One ends the organs of a level on a day ("Ủy ban nhân dân huyện,
quận … kết thúc hoạt động từ ngày …"); the other lists the kinds of unit of a level ("Xã, phường … (sau đây gọi chung
là cấp xã)"). A question about an organ that is no more is answered with the first, one about a kind that is no longer
listed with the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from phapquy.law.provision import CITABLE, Document, Provision, ProvisionId

# "… kết thúc hoạt động từ ngày 01 tháng 7 năm 2025"
_ENDS = re.compile(
    r"(?:kết thúc|chấm dứt) hoạt động (?:kể )?từ ngày "
    r"(?P<d>\d{1,2})(?: tháng (?P<m>\d{1,2}) năm |/(?P<m2>\d{1,2})/)(?P<y>\d{4})"
)
_OF_DISTRICT = re.compile(r"\bỦy ban nhân dân (?:cấp )?huyện\b|\bỦy ban nhân dân huyện, quận\b")
# "b) Ấp, xóm trực thuộc tổng (sau đây gọi chung là cấp làng)"
_KINDS = re.compile(
    r"(?:\d{1,3}\.|[a-zđ]\))\s*(?P<kinds>[A-ZĐÀ-Ỹ][^.;()]{2,80}?)(?: trực thuộc [^.;()]{2,40}?)? "
    r"\(sau đây gọi chung là (?P<level>cấp xã|cấp tỉnh)\)"
)
_UNITS = frozenset({"tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã"})
_MARKS = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class EndOfDistricts:
    """A clause that ends the organs of the district level."""

    by: ProvisionId
    day: date
    """First day on which they are no more."""


@dataclass(frozen=True, slots=True)
class KindsOfUnit:
    """A clause that lists the kinds of unit of a level."""

    by: ProvisionId
    level: str
    """As written: ``cấp xã``, ``cấp tỉnh``."""
    kinds: tuple[str, ...]
    """In small letters: ``xã``, ``phường``, ``đặc khu``."""


def may_tell(text: str) -> bool:
    """Whether a document's text can hold such a sentence at all: a quick look before its tree is built."""
    return "sau đây gọi chung là cấp xã)" in text or ("kết thúc hoạt động từ ngày" in text and "huyện" in text)


def ends_of_districts(document: Document) -> tuple[EndOfDistricts, ...]:
    """List the clauses that end all organs of the district level, in order."""
    return tuple(_ends(document))


def kinds_of_units(document: Document) -> tuple[KindsOfUnit, ...]:
    """List the clauses that say which kinds of unit a level has, in order."""
    found = []
    for identity, words in _clauses(document, "gọi chung là"):
        if listed := _KINDS.match(_MARKS.sub("", words)):
            kinds = tuple(one.strip().lower() for one in re.split(r",| và ", listed["kinds"]) if one.strip())
            if _UNITS.issuperset(kinds):
                found.append(KindsOfUnit(identity, listed["level"], kinds))
    return tuple(found)


def _ends(document: Document) -> Iterator[EndOfDistricts]:
    for identity, words in _clauses(document, "hoạt động"):
        ended = _ENDS.search(words)
        if ended and _OF_DISTRICT.search(words[: ended.start()]):
            # a clause on some of them ("Đại biểu … ở nơi …") or on the way there ("Khi …") ends nothing by itself
            partly = re.match(r"\S*\s*(?:Khi|Đại biểu|Trường hợp)\b", words)
            if not partly and (day := _day(ended)):
                yield EndOfDistricts(identity, day)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"] or found["m2"]), int(found["d"]))
    except ValueError:  # a misprinted day is no day
        return None


def _clauses(document: Document, hint: str) -> Iterator[tuple[ProvisionId, str]]:
    """The citable provisions whose own words hold a hint, with those words on one line."""
    if hint not in document.text:
        return
    for node in document.walk():
        if node.id is not None and node.kind in CITABLE and hint in (words := _own(document, node)):
            yield node.id, words


def _own(document: Document, node: Provision) -> str:
    return " ".join(document.own_text(node).split())
