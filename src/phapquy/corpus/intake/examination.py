"""Look at an incoming document and say everything that was found. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from phapquy.corpus.intake.duplicates import Duplicate, Sameness, duplicates
from phapquy.corpus.intake.entries import by_slug, copy_of, doubts_of, is_whole, new_entry, own_copy
from phapquy.corpus.intake.facts import NAMES, Facts, Given, gather, make_slug
from phapquy.corpus.intake.incoming import MAX_BYTES, shown_name, staged
from phapquy.corpus.intake.structure import Structure, survey
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.corpus.metadata import read_metadata
from phapquy.corpus.mirror import doubts_beside
from phapquy.corpus.originals import read_original
from phapquy.corpus.readers import ReadResult, read_file, read_images
from phapquy.corpus.text import normalise
from phapquy.errors import TextError
from phapquy.law.structure import parse

_SLUG_SOON = "van-ban-moi"


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in one incoming document."""

    name: str
    """The file's name as it may be shown."""
    read: ReadResult
    text: str
    """The canonical text that would be stored."""
    facts: Facts
    structure: Structure
    duplicates: tuple[Duplicate, ...]
    entry: Entry | None
    """What would stand in the list of documents; None while a required fact is missing."""
    fills: str = ""
    """The slug of a listed document whose text this is and which has none yet; then only the text is stored."""
    copy_of: str = ""
    """The slug of a listed document that has no text here and of which this is another copy than the list names."""
    original: bytes = b""
    """The file itself where it is a PDF that is not too large to keep; see ``corpus.originals``."""
    carried: tuple[str, ...] = ()
    """What another installation noted as doubtful in this very text (``corpus export``); empty where nothing was."""

    @property
    def obstacles(self) -> tuple[str, ...]:
        """Why it cannot be stored as it is, in Vietnamese; empty when it can."""
        if self.fills:
            return ()
        there = tuple(one.message for one in self.duplicates if one.blocks and one.slug != self.copy_of)
        return there or tuple(f"Chưa biết {NAMES[name]}." for name in self.facts.missing)

    @property
    def alike(self) -> tuple[Duplicate, ...]:
        """The documents it is nearly the same as: stored only when a person says so."""
        return tuple(one for one in self.duplicates if one.how is Sameness.NEAR) if not self.fills else ()

    @property
    def untrusted(self) -> tuple[int, ...]:
        """The numbers of the pages that could not be read with certainty."""
        return tuple(page.number for page in self.read.untrusted())

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        known = {name: getattr(self.facts, name) for name in NAMES}
        return {
            "file": self.name,
            "slug": self.fills or (self.entry.slug if self.entry else None),
            "fills": bool(self.fills),
            "kind": self.read.kind,
            "quality": round(self.read.quality, 4),
            "pages": len(self.read.pages),
            "untrusted_pages": list(self.untrusted),
            "carried_doubts": list(self.carried),
            "facts": {name: str(value) for name, value in known.items() if value is not None},
            "unsure": dict(self.facts.unsure),
            "structure": self.structure.to_json(),
            "duplicates": [
                {"slug": one.slug, "how": one.how.value, "share": round(one.share, 3), "message": one.message}
                for one in self.duplicates
            ],
            "obstacles": list(self.obstacles),
            "warnings": list(self.read.warnings),
        }


def examine_file(
    library: Library, path: Path, given: Given | None = None, *, name: str = "", max_bytes: int = MAX_BYTES
) -> Examination:
    """Stage, read and examine a file.

    Args:
        library: the corpus it would join.
        path: the file.
        given: what a person says about it.
        name: the name to show, where the path is not the person's own.
        max_bytes: the largest file taken.

    Raises:
        TextError: it cannot be taken or read; the message names the file.
    """
    shown = shown_name(name or path.name)
    with staged(path, max_bytes, shown) as copy, _called({copy: shown}):
        result, original = read_file(copy), read_original(copy)
    return replace(examine(library, result, shown, given or Given(), path), original=original)


def examine_pages(library: Library, paths: Sequence[Path], given: Given | None = None) -> Examination:
    """Stage, read and examine images that are the pages of one document, in their order.

    Raises:
        TextError: one of them cannot be taken or read; the message names it.
    """
    shown = f"{shown_name(paths[0].name)} (+{len(paths) - 1})"
    with ExitStack() as kept:
        copies = {kept.enter_context(staged(path)): shown_name(path.name) for path in paths}
        with _called(copies):
            result = read_images(list(copies))
    return examine(library, result, shown, given or Given())


@contextmanager
def _called(names: Mapping[Path, str]) -> Iterator[None]:
    """Let messages name the files as the person does, not their private copies."""
    try:
        yield
    except TextError as error:
        words = str(error)
        for copy, shown in names.items():
            words = words.replace(str(copy), shown).replace(copy.name, shown)
        first = next(iter(names.values()))
        raise TextError(words if first in words else f"{first}: {words}") from error


def examine(library: Library, result: ReadResult, name: str, given: Given, path: Path | None = None) -> Examination:
    """Examine a text that was read.

    Args:
        library: the corpus it would join.
        result: what the readers gave.
        name: what the file is called.
        given: what a person says about it.
        path: where it came from; a mirror's list beside it may know of doubtful pages.

    Raises:
        TextError: there is no text in it.
        ManifestError: no usable manifest.
    """
    text = normalise(result.text)
    if not text.strip():
        raise TextError(f"{name}: không có chữ nào trong tệp.")
    facts = by_slug(gather(read_metadata(text), given), library)
    found = duplicates(library, text, facts)
    same = next((one for one in found if one.how is Sameness.TEXT), None)
    fills = same.slug if same and not library.is_true(same.slug) else ""
    copied = "" if fills else copy_of(library, found)
    slug = copied or (_SLUG_SOON if facts.missing else make_slug(facts, library.manifest.slugs))
    document = parse(slug, text)
    structure = survey(document)
    carried = doubts_beside(path, text, slug) if path else ()
    doubts = (*doubts_of(document, result), *carried)
    whole = is_whole(structure, result)
    if copied:
        entry: Entry | None = own_copy(library.entry(copied), text, structure, doubts, whole=whole)
    else:
        entry = None if facts.missing else new_entry(slug, text, facts, structure, doubts, whole=whole)
    told = tuple(dict.fromkeys(one.note for one in carried)) if not fills else ()
    return Examination(name, result, text, facts, structure, found, entry, fills, copied, carried=told)
