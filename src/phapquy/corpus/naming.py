"""Which documents of the corpus a name or a number means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from phapquy.corpus.manifest import Entry, Manifest
from phapquy.law.citations import DocumentRef
from phapquy.law.citations.names import LAW_NAMES
from phapquy.vietnamese.normalize import fold


class Names:
    """The documents of a manifest by number and by title."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest

    def named(self, ref: DocumentRef) -> list[Entry]:
        """Return the documents a citation of statutory form names; by its number alone where it gives one."""
        if ref.number:
            number = ref.number.casefold()
            exact = self._by_number.get(number, [])
            short = [] if exact or number.count("/") != 1 or not number.replace("/", "").isdigit() else [
                entry for key, entries in self._by_number.items() if key.startswith(f"{number}/") for entry in entries
                if entry.type == ref.type
            ]  # fmt: skip
            return exact or short
        title = f"{ref.type} {ref.name}".casefold()
        return [entry for entry in self._by_title.get(title, []) if ref.year in (None, year_of(entry))]

    def shortened(self, ref: DocumentRef) -> list[Entry]:
        """Return the law whose initials are given for its name: ``Luật TCCQĐP``; none if several laws have them."""
        letters = ref.name.replace(" ", "")
        if len(letters) < _INITIALS or not letters.isupper():
            return []
        known = {fold(name): name for name in (*LAW_NAMES, *(e.title.removeprefix("Luật ") for e in self._laws))}
        meant = [name for name in known.values() if _initials(name) == letters]
        entries = [entry for entry in self._laws if entry.title.removeprefix("Luật ") in meant]
        return [e for e in entries if ref.year in (None, year_of(e))] if len(meant) == 1 else []

    @cached_property
    def _laws(self) -> list[Entry]:
        return [entry for entry in self._manifest.document if entry.title.startswith("Luật ")]

    def typed(self, kind: str | None, number: str) -> list[Entry]:
        """Return the documents whose number begins as a typed one does: ``72``, ``72/2025``, ``118/2025/nd-cp``.

        Args:
            kind: the kind of document, folded (``luat``), or None for any.
            number: the number, folded and without blanks.
        """
        wanted = number.split("/")
        return [
            entry
            for entry in self._manifest.document
            if kind is None or fold(entry.type).startswith(kind) or fold(entry.title).startswith(kind)
            if any(_begins(one, wanted) for one in self._folded[entry.slug])
        ]

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return {entry.slug: [fold(one) for one in _numbers(entry)] for entry in self._manifest.document}

    @cached_property
    def _by_number(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._manifest.document:
            for number in _numbers(entry):
                found.setdefault(number.casefold(), []).append(entry)
        return found

    @cached_property
    def _by_title(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._manifest.document:
            found.setdefault(entry.title.casefold(), []).append(entry)
        return found


_INITIALS = 3
"""The fewest initials that stand for a name."""


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name)).upper()


_NUMBER_YEAR = re.compile(r"/(\d{4})/")


def year_of(entry: Entry) -> int | None:
    """Return the year a document is named after: that of its number, else that of its signing."""
    found = _NUMBER_YEAR.search(entry.number)
    return int(found[1]) if found else (entry.signed.year if entry.signed else None)


def _numbers(entry: Entry) -> Iterable[str]:
    return filter(None, (entry.number, entry.consolidated_number))


def _begins(number: str, wanted: list[str]) -> bool:
    parts = re.split(r"[/ ]", number.replace("(", "").replace(")", ""))
    if len(wanted) == 1:
        return wanted[0] in (parts[0], parts[0].split("-")[0])
    return parts[: len(wanted)] == wanted
