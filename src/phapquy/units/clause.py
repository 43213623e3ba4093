"""The grammar of one clause of a commune resolution: which old units, how much of each, into which new unit.

::

    clause    = HEAD group (sep group)* INTO kind ("mới")? ("có tên gọi là" kind)? name "."
              | "Đổi tên" kind name "thành" kind name "."
    group     = [quantity] (kind name [bracket]) (sep [kind] name [bracket])* [AFTER]
    quantity  = "toàn bộ diện tích tự nhiên, quy mô dân số của" | "một phần …" | "phần còn lại của" | …
    sep       = "," | "và" | ", và"

A kind holds for the names after it until the next kind ("các xã A, B và C"), a quantity until the next quantity or
until the words that say which clauses took the other parts.
Spaces around the words of the grammar may be missing, as they are in the stored texts ("Lao Bảothành xã mới"); a name
begins with a capital or a digit, so that no lower-case word of the grammar is ever part of one. What is not
understood is reported and never dropped in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from phapquy.units.model import Mention, Share, UnitKind
from phapquy.units.names import written

_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_NEXT = (
    r"(?=[\s,.;:()]|$|thành(?:\s|xã|phường|đặc)|sau\s*khi|theo\s|(?:xã|phường|thị\s*trấn)\s"
    rf"|và(?:\s|các|xã|phường|thị|phần|một|[{_UPPER}]))"
)
# "Lao", "D'Ran", "N'", "K'Nàng", "1", "14A", "TB1"; a glued word of the grammar ends it
_WORD = rf"(?:(?:[{_UPPER}](?:[^\W\d_]|['’‘ʼ]|\d)*?)|\d{{1,3}}[A-Z]?){_NEXT}"
_SMALL = r"(?:trường|ly|a)(?=[\s,.(])"  # "Nông trường Liên Sơn": a noun inside a name
_NAME = rf"{_WORD}(?:(?:\s+-\s+|-|\s+)(?:{_WORD}|{_SMALL}))*"
_KIND = r"các\s*(?:xã|phường|thị\s*trấn)|xã|phường|thị\s*trấn|huyện|Phường(?=\s*(?:\d|[IVX]+\b))"
_LAND_ALONE = r"Trường\s+bắn\s+\w+|khu\s+vực\s+[^,;.()]+?(?=\s*[,;.()]|\s+và\s|\s*thành\s|$)"
_LAND = r"diện\s*tích(?:\s*tự\s*nhiên)?"
_PEOPLE = r"quy\s*mô\s*dân(?:\s*số)?"
_QUANTITY = (
    rf"phần\s*(?P<restpeople>{_PEOPLE}\s*)?còn\s*lại(?:\s*của)*"
    rf"|(?P<share>toàn\s*bộ|một\s*phần|bộ(?=\s*diện))(?:\s*(?P<land>{_LAND}))?"
    rf"(?:\s*(?:,|và)?\s*(?P<share2>toàn\s*bộ|một\s*phần)?\s*(?P<people>{_PEOPLE}))?(?:\s*của)*"
)
_AFTER = (
    r"sau\s*khi(?:\s*thực\s*hiện)?\s*sắp\s*xếp(?:\s*theo)?\s*quy\s*định\s*tại\s*(?:các\s*)?"
    r"(?P<clauses>khoản\s*\d+(?:\s*(?:,|và)?\s*(?:khoản\s*)?\d+)*)(?:\s*(?:của\s*)?Điều\s*này)?"
)
_BRACKET = r"\((?P<bracket>[^()]{2,80})\)"
_TOKEN = re.compile(
    rf"\s*(?:(?P<after>{_AFTER})|(?P<quantity>{_QUANTITY})|(?P<kind>{_KIND})|(?P<alone>{_LAND_ALONE})|{_BRACKET}"
    rf"|(?P<sep>,|và(?=[\s{_UPPER}\d]|các|xã|phường|thị|một|phần|toàn))|(?P<name>{_NAME}))"
)
_NUMBER = re.compile(r"^\s*\d{1,3}[a-zđ]?\s*\.\s*")
_HEAD = re.compile(r"(?:Sắp\s*xếp|Nhập)\s*(?=toàn|một|phần|bộ)")
_INTO = re.compile(
    r"\s*thành\s*(?P<first>xã|phường|đặc\s*khu)\s*(?:mới\s*)?(?:có\s*tên\s*(?:gọi\s*)?là\s*"
    rf"(?P<kind>xã|phường|đặc\s*khu|Phường(?=\s*(?:\d|[IVX]+\b)))\s*)?(?P<name>{_NAME})\s*[.;]?\s*$"
)
_RENAME = re.compile(
    rf"Đổi\s*tên\s*(?P<old_kind>xã|phường|thị\s*trấn)\s*(?P<old>{_NAME})\s*thành\s+(?P<kind>xã|phường|đặc\s*khu)\s*"
    rf"(?P<name>{_NAME})\s*[.;]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """What one clause says."""

    mentions: tuple[Mention, ...]
    kind: UnitKind
    name: str
    renames: bool = False
    unread: str = ""
    """Words that the grammar did not understand."""


def read_clause(text: str) -> Rearrangement | None:
    """Read one clause; None if it makes no unit of others.

    Args:
        text: the clause's own words, with or without its number.
    """
    words = _NUMBER.sub("", " ".join(text.split()))
    if found := _RENAME.match(words):
        old = Mention(unit_kind(found["old_kind"]), written(found["old"]))
        return Rearrangement((old,), unit_kind(found["kind"]), written(found["name"]), renames=True)
    head = _HEAD.match(words)
    into = _INTO.search(words)
    if not head or not into or into.start() < head.end():
        return None
    mentions, unread = read_mentions(words[head.end() : into.start()])
    kind = unit_kind(into["kind"] or into["first"])
    return Rearrangement(mentions, kind, written(into["name"]), unread=unread)


def read_mentions(words: str) -> tuple[tuple[Mention, ...], str]:
    """Read a list of old units; returns them in order and what was not understood."""
    kind = UnitKind.XA
    share = (Share.ALL, Share.ALL)
    found: list[Mention] = []
    open_from = 0
    unread: list[str] = []
    place = 0
    while place < len(words):
        token = _TOKEN.match(words, place)
        if token is None or token.end() == place:
            if not words[place].isspace() and words[place] not in ".;":
                unread.append(words[place])
            place += 1
            continue
        place = token.end()
        if token["after"]:
            clauses = tuple(re.findall(r"\d+", token["clauses"]))
            found[open_from:] = [replace(one, after=clauses) for one in found[open_from:]]
            open_from, share = len(found), (Share.ALL, Share.ALL)
        elif token["quantity"]:
            share, open_from = _shares(token), len(found)
        elif token["kind"]:
            kind = unit_kind(token["kind"])
        elif token["alone"]:
            found.append(Mention(UnitKind.OTHER, written(token["alone"]), "", *share))
        elif token["bracket"]:
            if found:
                found[-1] = replace(found[-1], bracket=written(token["bracket"]))
        elif token["name"]:
            found.append(Mention(kind, written(token["name"]), "", *share))
    return tuple(found), "".join(unread)


def unit_kind(words: str) -> UnitKind:
    """Return the kind a text names: ``các xã``, ``thị trấn``, ``Phường``."""
    plain = re.sub(r"^các\s*", "", " ".join(words.split())).lower().replace("thịtrấn", "thị trấn")
    try:
        return UnitKind(plain)
    except ValueError:
        return UnitKind.OTHER


def _shares(token: re.Match[str]) -> tuple[Share, Share]:
    """How much of the land and of the people a quantity takes."""
    if not token["share"]:
        return (Share.NONE, Share.REST) if token["restpeople"] else (Share.REST, Share.REST)
    first = Share.PART if token["share"].startswith("một") else Share.ALL
    if not token["land"] and not token["people"]:
        return first, first
    land = first if token["land"] else Share.NONE
    if not token["people"]:
        return land, Share.NONE
    second = token["share2"]
    return land, (first if not second else Share.PART if second.startswith("một") else Share.ALL)
