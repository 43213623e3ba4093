"""Everyday words and the terms of the statutes for the same thing: ``sổ đỏ``, ``đuổi việc``, ``quầy một cửa``.

The table is ``glossary.toml``. Nothing is replaced: the search adds the terms to its query and the answer
tells how it understood the words.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from phapquy.vietnamese.abbreviations import Expansion, Note, expand_abbreviations
from phapquy.vietnamese.normalize import tone_normal

__all__ = ["Expansion", "Note", "Term", "expand_abbreviations", "legal_terms"]


@dataclass(frozen=True, slots=True)
class Term:
    """An everyday expression found in a question and its legal equivalent."""

    say: str
    """As typed, cut from the question."""
    mean: str
    start: int
    end: int
    """Span in characters of the NFC question."""
    level: str | None = None
    """``xa``, ``tinh`` or ``trung-uong`` when the words themselves name the level."""


@dataclass(frozen=True, slots=True)
class _Entry:
    mean: str
    level: str | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        if self.before and not self.before.match(text, end):
            return False
        return not self.after or bool(self.after.search(text[:start]))


@dataclass(frozen=True, slots=True)
class _Table:
    entries: dict[str, _Entry]
    pattern: re.Pattern[str]


def legal_terms(text: str) -> tuple[Term, ...]:
    """Find everyday expressions and what the statutes call them, in order of appearance.

    The longest expression wins and none overlap. An expression is left out when the question already says
    its legal term. Run it after diacritics are restored: words are compared with their marks.
    """
    table = _table()
    lower = tone_normal(text).lower()
    terms: dict[str, Term] = {}
    for found in table.pattern.finditer(lower):
        entry = table.entries[found[0]]
        if entry.mean in terms or entry.mean.lower() in lower or not entry.fits(lower, *found.span()):
            continue
        say = text[found.start() : found.end()] if len(text) == len(lower) else found[0]
        terms[entry.mean] = Term(say, entry.mean, *found.span(), level=entry.level)
    return tuple(terms.values())


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = tomllib.loads((files("phapquy.vietnamese") / "glossary.toml").read_text("utf-8"))
    entries: dict[str, _Entry] = {}
    for row in data["term"]:
        before, after = row.get("before"), row.get("after")
        entry = _Entry(
            row["mean"],
            row.get("level"),
            re.compile(before) if before else None,
            re.compile(rf"(?:{after})$") if after else None,
        )
        entries |= {tone_normal(say).lower(): entry for say in row["say"]}
    longest_first = sorted(entries, key=lambda say: (-len(say), say))
    choices = "|".join(re.escape(say) for say in longest_first)
    return _Table(entries, re.compile(rf"(?<!\w)(?:{choices})(?!\w)"))
