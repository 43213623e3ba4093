"""What later resolutions changed, as their digests report it: provinces that became cities, communes that became wards.

A digest is in words of our own, so its grammar is ours: "Lập thành phố X trực thuộc trung ương …", "… được lập thành
phường …: A, B, C.", "33 phường và 62 xã", "Có hiệu lực từ ngày 30 tháng 4 năm 2026.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from phapquy.law.provision import Document, ProvisionId
from phapquy.units.closing import counted
from phapquy.units.model import Counts
from phapquy.units.names import written

_CITY = re.compile(r"Lập thành phố (?P<name>[^.;,]+?) trực thuộc trung ương")
_WARDS = re.compile(r"được lập thành phường[^:.]*:\s*(?P<names>[^.]+)\.")
_OF = re.compile(r"thành lập (?:các phường|phường [^.]{1,80}?) thuộc (?:tỉnh|thành phố) (?P<province>[^\n.]+)")
_DAY = re.compile(r"[Cc]ó hiệu lực từ ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_UNITS = re.compile(r"(?P<total>\d[\d.]*) đơn vị(?: cấp xã)?\s*(?::|gồm)\s*(?P<kinds>(?:[^.;(]|\.(?=\d))+)")
_WHOLE = re.compile(r"(?:còn|có) (?P<kinds>\d+ tỉnh và \d+ thành phố)")
_COMMUNES = "Tổng số đơn vị cấp xã"


@dataclass(frozen=True, slots=True)
class Later:
    """One item of a digest."""

    by: ProvisionId
    since: date
    city: str = ""
    """The province that became a city."""
    province: str = ""
    """The province of the wards, or of the counts; empty for the whole country."""
    wards: tuple[str, ...] = ()
    counts: Counts | None = None
    of_provinces: bool = False
    """Whether the counts are of provinces."""


def may_change_later(text: str) -> bool:
    """Whether a document's text can hold such an item."""
    return "bản tóm lược" in text and ("thành lập các phường" in text or "thành lập thành phố" in text)


def read_later(document: Document) -> tuple[Later, ...]:
    """Return what a digest says became of units, in order."""
    found: list[Later] = []
    opening = document.text[: document.nodes[0].end] if document.nodes else ""
    title = _OF.search(opening) or re.search(r"thành lập thành phố (?P<province>[^\n.]+)", opening)
    province = title["province"].strip() if title else ""
    for identity, node in document.provisions.items():
        words = " ".join(document.own_text(node).split())
        since = _day(words) or _day(opening)
        if since is None:
            continue
        if item := _item(words, Later(identity, since, province=province)):
            found.append(item)
    return tuple(found)


def _item(words: str, bare: Later) -> Later | None:
    if named := _CITY.search(words):
        return Later(bare.by, bare.since, city=named["name"])
    if named := _WARDS.search(words):
        names = tuple(written(name) for name in named["names"].split(","))
        return Later(bare.by, bare.since, province=bare.province, wards=names)
    if stated := _WHOLE.search(words):
        kinds = counted(stated["kinds"])
        counts = Counts(bare.by, sum(number for _, number in kinds), kinds, bare.since)
        return Later(bare.by, bare.since, counts=counts, of_provinces=True)
    if stated := _UNITS.search(words):
        kinds = counted(stated["kinds"])
        counts = Counts(bare.by, int(stated["total"].replace(".", "")), kinds, bare.since)
        province = "" if _COMMUNES in words else bare.province
        return Later(bare.by, bare.since, province=province, counts=counts)
    return None


def _day(words: str) -> date | None:
    found = _DAY.search(words)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None
