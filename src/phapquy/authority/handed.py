"""Powers that one organ hands to another: ``Thẩm quyền của A … do B thực hiện``, ``… chuyển giao cho B``.

:mod:`phapquy.law.transfers` reads the same sentences for what they move; here it is read who had it, who has it, and
which words name the task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.authority.acts import chain_at
from phapquy.authority.competence import JOINED
from phapquy.authority.named import find_holders
from phapquy.law.holder import Level, Organ

_OPENING = re.compile(r"(?:Thẩm quyền|Trách nhiệm|Nhiệm vụ(?:, quyền hạn)?|Quyền hạn)(?!\w)")
_GIVES_TO = re.compile(
    r"\b(?:chuyển(?: giao)? cho|(?:phân quyền|phân cấp|ủy quyền|giao)(?:(?:,| và) (?:phân quyền|phân cấp|ủy quyền))?"
    r"(?: thẩm quyền)? cho|do)\s+"
)
_DOES = re.compile(r"\s*(?:[^,;.:]{0,80}\s)?(?:thực hiện|quyết định|giải quyết|ban hành|phê duyệt|cấp)\b|\s*$")
_OF = re.compile(r"(?:của|quyền|nhiệm|thuộc)\s*$", re.IGNORECASE)
_REFERS = re.compile(r"\s*,?\s*(?:theo quy định|quy định) (?:tại|của)\b")
_ABOUT = re.compile(r"(?<!quy định )\b(?:về|trong)\s+(?:việc\s+)?")


@dataclass(frozen=True, slots=True)
class Handed:
    """A sentence that hands powers on. Offsets count in the sentence."""

    giver: Organ | None
    takers: tuple[Organ, ...]
    task: tuple[int, int] | None
    """Where the task stands with its verbs; None where the sentence only opens a list of tasks."""
    words: str


def handed_in(text: str) -> Handed | None:
    """Read a sentence that hands on a power, or None."""
    opening = _OPENING.match(text)
    if not opening:
        return None
    organs = find_holders(text)
    for found in _GIVES_TO.finditer(text):
        taker = next((one for one in organs if one.start == found.end()), None)
        if taker is None:
            continue
        takers = [taker]
        for one in organs:
            if one.start > takers[-1].end and JOINED.fullmatch(text[takers[-1].end : one.start]):
                takers.append(one)
        if not _DOES.match(text, takers[-1].end):
            continue
        giver = next((one for one in organs if one.end <= found.start() and _OF.search(text[: one.start])), None)
        return Handed(giver, tuple(takers), _task(text, opening.end(), found.start(), giver), text)
    return None


def _task(text: str, start: int, end: int, giver: Organ | None) -> tuple[int, int] | None:
    """Where the task stands between the opening and the taker."""
    if giver and re.fullmatch(r"\s*(?:của\s+)?", text[start : giver.start]):
        start = giver.end
        # "A, B quy định tại …": further givers are passed over
        for one in find_holders(text[start:end]):
            if re.fullmatch(r"\s*(?:,|và|hoặc)\s*", text[start : start + one.start]):
                start += one.end
    elif giver and giver.start > start:
        stop = text.rfind(" của ", start, giver.start)
        end = stop if stop > start else end
    refers = _REFERS.match(text, start)
    if refers:
        about = _ABOUT.search(text, refers.end(), end)
        while about and not chain_at(text, about.end()):
            about = _ABOUT.search(text, about.end(), end)
        if about is None:
            return None
        return (about.end(), end)
    about = _ABOUT.match(text, start + 1) if start < end else None
    start = about.end() if about and about.end() < end else start
    while start < end and text[start] in " ,":
        start += 1
    return (start, end) if start < end else None


def is_from_district(handed: Handed) -> bool:
    """Whether what is handed on was the district level's."""
    return handed.giver is not None and handed.giver.level is Level.HUYEN
