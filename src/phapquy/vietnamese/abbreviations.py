"""Abbreviations and hurried typing, written out: ``CT UBND xã`` -> ``Chủ tịch Ủy ban nhân dân xã``.

The table is ``abbreviations.toml``. Short forms are compared folded, so ``hđnd``, ``HDND`` and ``hdnd`` are
one entry and are recognised before diacritics are restored; guards on what stands around decide where a
form means several things.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from phapquy.vietnamese.normalize import fold, nfc

_WINDOW = 40
"""Characters of context that a guard may look at."""
_PROTECTED = re.compile(
    r"\d+[a-z]?/\d{4}/[a-z]+\d*(?:-[a-z]+\d*)*|\d+[/-][a-z]+\d*(?:[/-][a-z]+\d*)+|https?://\S+|\S+@\S+\.\S+"
)
"""Numbers of documents and addresses: nothing inside them is an abbreviation."""
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)")

_JOINING = tuple("./&@-")
_JOINED = re.compile(r"[./&@-]\w")
"""Hurried typing stands between spaces: "v.v.", "v/v" and "k-1" are something else."""


@dataclass(frozen=True, slots=True)
class Note:
    """An abbreviation as typed and what it was read as; ``typed`` is cut from the question."""

    typed: str
    mean: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """A text with its abbreviations written out; ``notes`` leave out mere chat spelling (ko, đc)."""

    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A row of the table read from its meaning: what may be written short, and how."""

    mean: str
    shorts: tuple[str, ...]
    """Folded, the usual one first."""
    chat: bool
    guarded: bool
    """Whether what stands around, or its case, decides if the short form means this."""


@dataclass(frozen=True, slots=True)
class _Entry:
    mean: str
    chat: bool
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    typed: re.Pattern[str] | None
    glue: bool
    dot: bool

    def fits(self, text: str, folded: str, start: int, end: int) -> bool:
        if not self.glue and folded[end : end + 1].isdigit():
            return False
        if self.typed and not self.typed.fullmatch(text[start:end]):
            return False
        if self.chat and (folded[max(0, start - 1) : start] in _JOINING or _JOINED.match(folded, end)):
            return False
        if self.before and not self.before.match(folded[end : end + _WINDOW]):
            return False
        return not self.after or bool(self.after.search(folded[max(0, start - _WINDOW) : start]))


@dataclass(frozen=True, slots=True)
class _Table:
    entries: dict[str, tuple[_Entry, ...]]
    pattern: re.Pattern[str]


def expand_abbreviations(text: str) -> Expansion:
    """Write out the abbreviations of a question; everything else stays as typed.

    Numbers of documents (``136/2025/NĐ-CP``), unknown short forms and forms whose meaning the context does
    not settle are left alone.

    Args:
        text: a cleaned question, with or without diacritics.
    """
    table = _table()
    text = _DOTTED.sub(lambda found: _undotted(found[0], table), nfc(text))
    folded = fold(text)
    shielded = [found.span() for found in _PROTECTED.finditer(folded)]
    parts: list[str] = []
    notes: list[Note] = []
    done = 0
    for found in table.pattern.finditer(folded):
        start, end = found.span()
        if start < done or any(start < to and since < end for since, to in shielded):
            continue
        entry = next((one for one in table.entries[found[0]] if one.fits(text, folded, start, end)), None)
        if entry is None:
            continue
        if not entry.chat:
            notes.append(Note(text[start:end], entry.mean))
        end = _swallow_dot(folded, end) if entry.dot else end
        gap = " " if folded[end : end + 1].isalnum() else ""
        parts += [text[done:start], _cased(entry.mean, text, start), gap]
        done = end
    return Expansion("".join((*parts, text[done:])), tuple(dict.fromkeys(notes)))


def _cased(mean: str, text: str, start: int) -> str:
    """Begin with a capital where the abbreviation began a sentence with one."""
    opens = not text[:start].strip() or text[:start].rstrip()[-1] in ".?!"
    return mean[0].upper() + mean[1:] if opens and text[start].isupper() else mean


def _swallow_dot(folded: str, end: int) -> int:
    """Take in the dot of "P.5" and "TP. Huế", not one that ends a sentence."""
    return end + 1 if re.match(r"\. ?\w", folded[end : end + 3]) else end


def _undotted(word: str, table: _Table) -> str:
    bare = word.replace(".", "")
    return bare if fold(bare) in table.entries else word


def short_forms() -> tuple[ShortForm, ...]:
    """Return the table turned round: every meaning with its short forms, in the order of the table."""
    rows = ((chat, row) for chat, key in ((False, "abbreviation"), (True, "chat")) for row in _rows()[key])
    guards = ("before", "after", "typed")
    return tuple(
        ShortForm(row["mean"], tuple(map(fold, row["short"])), chat, any(guard in row for guard in guards))
        for chat, row in rows
    )


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files("phapquy.vietnamese") / "abbreviations.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = _rows()
    entries: dict[str, list[_Entry]] = {}
    for chat, rows in ((False, data["abbreviation"]), (True, data["chat"])):
        for row in rows:
            for short in row["short"]:
                entries.setdefault(fold(short), []).append(_entry(row, chat=chat))
    longest_first = sorted(entries, key=lambda short: (-len(short), short))
    choices = "|".join(re.escape(short) for short in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{choices})(?![^\W\d_])")
    return _Table({short: tuple(rows) for short, rows in entries.items()}, pattern)


def _entry(row: dict[str, Any], *, chat: bool) -> _Entry:
    before, after, typed = (row.get(key) for key in ("before", "after", "typed"))
    return _Entry(
        mean=row["mean"],
        chat=chat,
        before=re.compile(rf"\s*+(?:{before})") if before else None,
        after=re.compile(rf"(?:{after})\s*$") if after else None,
        typed=re.compile(typed) if typed else None,
        glue=bool(row.get("glue")),
        dot=bool(row.get("dot")),
    )
