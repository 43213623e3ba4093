"""Which held documents a question names: by number, or a law by its name."""

from __future__ import annotations

import re

from phapquy.corpus.manifest import Entry
from phapquy.corpus.naming import Names
from phapquy.index.snapshot import Snapshot
from phapquy.law.reference import Reference
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold

_SOME_LAW = re.compile(r"\b(?:bo )?luat (?!nay\b|moi\b|cu\b|hien\b|quy\b|co\b|noi\b|gi\b|do\b)[a-z]+ [a-z]+")
"""A law named in words; if it is none of the held ones, it is not held."""
_JOINED = re.compile(r"\s*(?:\(?so )?\s*")
"""What stands between a law's name and its number; a number elsewhere is another document's."""
_LAW_YEAR = re.compile(r"(?:nam\s+)?((?:19|20)\d\d)\b")


def documents_named(question: Question, reference: Reference, snapshot: Snapshot) -> list[str] | None:
    """Return the held documents a reference names: by number, else by the name of the law beside it.

    Returns:
        The slugs; empty if a document is named that is not held; None if none is named.
    """
    if reference.number:
        return by_number(reference, snapshot)
    titled = by_title(question, snapshot)
    if titled or _names_held(question, snapshot):
        return titled
    numbered = [one for one in question.references if one.number and not one.parts]
    if numbered:
        return by_number(numbered[0], snapshot)
    return [] if _SOME_LAW.search(fold(question.raw)) else None


def by_title(question: Question, snapshot: Snapshot) -> list[str]:
    """Return the held laws whose name stands in a question; one named with the year of another law is none."""
    folded = fold(question.raw)
    named = [entry for entry in _held(snapshot) if _name(entry) and _name(entry) in folded]
    if not named:
        return []
    longest = max(len(_name(entry)) for entry in named)
    best = [entry for entry in named if len(_name(entry)) == longest]
    end = folded.index(_name(best[0])) + longest
    after = folded[end:][:12].strip()
    numbers = [one for one in question.references if one.number and _JOINED.fullmatch(folded[end : one.start])]
    if numbers:
        meant = by_number(numbers[0], snapshot)
        best = [entry for entry in best if entry.slug in meant]
    year = _LAW_YEAR.match(after)
    if year:
        best = [
            entry
            for entry in best
            if year[1] in entry.number or (entry.effective and year[1] == str(entry.effective.year))
        ]
    return [entry.slug for entry in best]


def _names_held(question: Question, snapshot: Snapshot) -> bool:
    folded = fold(question.raw)
    return any(_name(entry) and _name(entry) in folded for entry in _held(snapshot))


def named_documents(question: Question, snapshot: Snapshot) -> list[str]:
    """Return the held documents that a question names by number: where its answer is looked for."""
    numbered = [one for one in question.references if one.number]
    found = [by_number(one, snapshot) for one in numbered]
    if not found or not all(len(slugs) == 1 for slugs in found):
        return []
    return [slugs[0] for slugs in found]


def by_number(reference: Reference, snapshot: Snapshot) -> list[str]:
    """Return the held documents whose number begins as the reference's does, of its kind if it names one."""
    names = snapshot.memo.get("names")
    if not isinstance(names, Names):
        names = snapshot.memo["names"] = Names(snapshot.manifest)
    typed = names.typed(reference.type, reference.number or "")
    return [entry.slug for entry in typed if entry.slug in snapshot.info.documents]


def _held(snapshot: Snapshot) -> list[Entry]:
    return [snapshot.entry(slug) for slug in snapshot.info.documents]


def _name(entry: Entry) -> str:
    """The law's name as people write it: folded, only for laws (decrees are named by number)."""
    name = fold(entry.title)
    return name if name.startswith(("luat ", "bo luat ")) else ""
