"""Units of one name in several provinces: ask which, rather than answer for one of them."""

from __future__ import annotations

import re

from phapquy.answer.model import Clarification
from phapquy.index.snapshot import Snapshot
from phapquy.search.question import Question

_NAMED = re.compile(
    r"\b(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn)\s+(?P<name>\d{1,2}|[A-ZĐÀ-Ỹ][\w’']*(?:\s+[A-ZĐÀ-Ỹ][\w’']*){0,3})"
)
_PLACED = re.compile(r"\b(?:tỉnh|huyện|quận|thị xã|thành phố|tp\.?|h\.|q\.|t\.)\s*(?:[A-ZĐÀ-Ỹ]|\d)|\b(?:TP|HCM|HN)\b")
_MOST_CHOICES = 8
_PROVINCE = re.compile(r"cấp xã của (?P<province>.+?) năm \d{4}")


def clarify_homonym(question: Question, snapshot: Snapshot) -> Clarification | None:
    """Return the question to ask back if a unit is named that several provinces have, and none is said."""
    if not question.about_units or _PLACED.search(question.text) or _PLACED.search(question.raw):
        return None
    found = _NAMED.search(question.text)
    if not found:
        return None
    kind, name = found["kind"].lower(), found["name"]
    provinces = _provinces_with(snapshot, kind, name)
    if len(provinces) < 2 or any(_bare(province) in question.text for province in provinces):  # noqa: PLR2004
        return None
    place = f"{found['kind']} {name}"
    choices = tuple(
        question.text.replace(place, f"{place} (nay thuộc {province})", 1) for province in provinces[:_MOST_CHOICES]
    )
    more = "" if len(provinces) <= _MOST_CHOICES else f" và {len(provinces) - _MOST_CHOICES} nơi khác"
    listed = ", ".join(provinces[:_MOST_CHOICES])
    return Clarification(
        f"Có nhiều nơi có {kind} {name} ({listed}{more}). Nơi bạn hỏi trước đây thuộc huyện, quận, tỉnh nào?", choices
    )


def _bare(province: str) -> str:
    return re.sub(r"^(?:tỉnh|thành phố|Thành phố) ", "", province)


def _provinces_with(snapshot: Snapshot, kind: str, name: str) -> list[str]:
    """The provinces whose resolution names such a unit, alone or in a list of its kind."""
    pattern = re.compile(rf"(?<![\w]){re.escape(name)}(?![\w])(?!\s+[A-ZĐÀ-Ỹ])")
    out: dict[str, None] = {}
    for province, text in _clauses(snapshot):
        if province not in out and kind in text.lower() and pattern.search(text):
            listed = re.search(rf"{kind}s?\b[^.;]*?(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
            if listed:
                out[province] = None
    return list(out)


def _clauses(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The clauses that rearrange communes, with the province of their resolution; read once per snapshot."""
    if "clauses-on-units" not in snapshot.memo:
        rows = []
        for slug in snapshot.info.documents:
            found = _PROVINCE.search(snapshot.entry(slug).title)
            document = snapshot.document(slug) if found else None
            if found and document:
                first = (
                    node for one, node in document.provisions.items() if one.parts[0] == "1" and len(one.parts) > 1
                )
                rows += [(found["province"], document.own_text(node)) for node in first]
        snapshot.memo["clauses-on-units"] = rows
    known: list[tuple[str, str]] = snapshot.memo["clauses-on-units"]
    return known
