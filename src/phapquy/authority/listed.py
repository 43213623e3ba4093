"""Holders listed under a heading that tells what they do: "Người chịu trách nhiệm giữ ao: 1. A đối với ao làng"."""

from __future__ import annotations

import re

from phapquy.authority import edges
from phapquy.authority.acts import chain_at
from phapquy.authority.clauses import joined_with
from phapquy.authority.named import find_holders
from phapquy.authority.objects import Task
from phapquy.authority.power import Act
from phapquy.law.holder import Organ

_WHO_DOES = re.compile(
    r"(?:(?:Người|Cơ quan|Cấp|Cơ quan, người) (?:có (?:thẩm quyền|trách nhiệm|quyền) )?"
    r"|(?:Thẩm quyền|Trách nhiệm) )(?=\w)"
)
_FOR = re.compile(r" (?=đối với (?:việc )?\w)")


def listed_under(lead: str, words: str) -> tuple[tuple[Organ, ...], Task] | None:
    """The holders a clause begins with and what they have, if the words above it tell the verb and it has none."""
    found = _WHO_DOES.match(lead)
    told = chain_at(lead, found.end()) if found else None
    organ = next((one for one in find_holders(words) if not one.start), None) if told else None
    if told is None or organ is None:
        return None
    organs = joined_with(organ, words)
    place = _FOR.match(words, organs[-1].end)
    if place is None or _PREDICATE.search(words, place.end()):
        return None
    start, end, condition, exception = edges.trimmed(words, place.end(), len(words))
    return organs, Task(told.acts, told.verbs(lead), start, end, condition, exception)


def decided_above(lead: str, words: str) -> tuple[tuple[Organ, ...], Task] | None:
    """Who decides on what the words above tell: "Tranh chấp về ao được giải quyết như sau: a) A giải quyết theo …"."""
    organ = next((one for one in find_holders(words) if _BEGINS.fullmatch(words, 0, one.start)), None)
    if organ is None or not lead.endswith(":"):
        return None
    organs = joined_with(organ, words)
    told = chain_at(words, organs[-1].end)
    if told is None or told.acts[0] not in _DECIDES or not _NOTHING_MORE.fullmatch(words, told.end):
        return None
    start, end, condition, exception = 0, len(words.rstrip(edges.TRAILING)), None, None
    return organs, Task(told.acts[:1], told.verbs(words), start, end, condition, exception)


_BEGINS = re.compile(r"(?:Phải được )?")
_DECIDES = frozenset({Act.QUYET_DINH, Act.PHE_DUYET, Act.CHAP_THUAN, Act.GIAI_QUYET, Act.BAN_HANH, Act.THAM_DINH})
_NOTHING_MORE = re.compile(r"(?: theo quy định của [^;.:]{3,160})?[\s;.]*")
_PREDICATE = re.compile(r" (?:thì|có trách nhiệm|có quyền|phải|quyết định|thực hiện|chịu trách nhiệm) ")
