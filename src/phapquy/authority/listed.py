"""Holders listed under a heading that tells what they do: "Người chịu trách nhiệm giữ ao: 1. A đối với ao làng"."""

from __future__ import annotations

import re

from phapquy.authority import objects
from phapquy.authority.acts import chain_at
from phapquy.authority.clauses import joined_with
from phapquy.authority.named import find_holders
from phapquy.authority.objects import Task
from phapquy.law.holder import Organ

_WHO_DOES = re.compile(
    r"(?:(?:Người|Cơ quan|Cấp|Cơ quan, người) (?:có (?:thẩm quyền|trách nhiệm|quyền) )?|(?:Thẩm quyền|Trách nhiệm) )(?=\w)"
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
    start, end, condition, exception = objects.trimmed(words, place.end(), len(words))
    return organs, Task(told.acts, told.verbs(lead), start, end, condition, exception)


_PREDICATE = re.compile(r" (?:thì|có trách nhiệm|có quyền|phải|quyết định|thực hiện|chịu trách nhiệm) ")
