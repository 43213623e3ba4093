"""The resolution on provinces: which were merged into which, which were left, and how many there are."""

from __future__ import annotations

import re

from phapquy.law.provision import Document
from phapquy.units.closing import counted
from phapquy.units.model import Counts, Province, ProvinceChange

_KIND = r"tỉnh|thành phố|Thành phố"
_MERGED = re.compile(
    r"quy mô dân số của\s+(?P<old>.+?)\s+thành\s+(?P<kind>tỉnh|thành phố) mới có tên gọi là\s+"
    rf"(?:(?:{_KIND})\s+)?(?P<name>[^.]+)\."
)
_NAMED = re.compile(rf"(?P<kind>{_KIND})\s+(?P<name>[^,;]+?)(?=\s*,|\s+và\s+(?:{_KIND})|$)")
_TOTAL = re.compile(r"cả nước có\s+(?P<total>\d+)\s+đơn vị hành chính cấp tỉnh, gồm\s+(?P<kinds>[^;.]+)")
_LEFT = re.compile(r"không thực hiện sắp xếp là các tỉnh:?\s*(?P<tinh>.+?)\s+và\s+(?P<cities>thành phố .+?)\.")


def may_merge_provinces(text: str) -> bool:
    """Whether a document's text can hold such clauses: a quick look before its tree is built."""
    return "đơn vị hành chính cấp tỉnh, gồm" in text and "thành tỉnh mới có tên gọi là" in text


def read_provinces(document: Document) -> tuple[tuple[ProvinceChange, ...], Counts | None]:
    """Return what became of every province, and the count of the country."""
    changes: list[ProvinceChange] = []
    counts = None
    for identity, node in document.provisions.items():
        words = " ".join(document.own_text(node).split())
        if found := _MERGED.search(words):
            new = Province(found["name"].strip(), found["kind"])
            changes.append(ProvinceChange(_named(found["old"]), new, identity))
        elif found := _TOTAL.search(words):
            counts = Counts(identity, int(found["total"]), counted(found["kinds"]))
            changes += [ProvinceChange((one,), one, identity, merged=False) for one in _left(words)]
    return tuple(changes), counts


def _named(words: str) -> tuple[Province, ...]:
    return tuple(Province(found["name"].strip(), found["kind"].lower()) for found in _NAMED.finditer(words))


def _left(words: str) -> tuple[Province, ...]:
    found = _LEFT.search(words)
    if not found:
        return ()
    provinces = [Province(name.strip(), "tỉnh") for name in re.split(r",| và ", found["tinh"]) if name.strip()]
    return (*provinces, *_named(found["cities"]))
