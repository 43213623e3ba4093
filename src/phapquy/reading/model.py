"""What a reader sees of a document: its facts, its table of contents, and its clauses in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from phapquy.corpus.manifest import Entry
from phapquy.corpus.wording import State
from phapquy.law.provision import Kind, ProvisionId
from phapquy.law.validity import Validity


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of verbatim text; ``ids`` are the provisions it points to, none for ordinary words."""

    text: str
    ids: tuple[ProvisionId, ...] = ()


ALWAYS = Validity()
"""Of a heading: no day is known on which it begins or ends."""

Line = tuple[Stretch, ...]
"""One paragraph; its stretches joined give it back unchanged."""


@dataclass(frozen=True, slots=True)
class OtherWording:
    """A wording that does not hold on the day: an earlier or a later one."""

    start: date | None
    end: date | None
    """First day it no longer holds."""
    operation: str
    """``ban đầu``, ``sửa đổi, bổ sung`` …"""
    by: tuple[str, ...]
    """Ids (or numbers) of the clauses that brought it about."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of a document as it reads on a day."""

    kind: Kind
    id: ProvisionId | None = None
    heading: str = ""
    """Of an article, chapter, section or annex, with its number; everything else is in ``lines``."""
    mark: str = ""
    """The id on the page of a heading that no provision id names."""
    lines: tuple[Line, ...] = ()
    state: State = State.IN_FORCE
    validity: Validity = ALWAYS
    source: ProvisionId | None = None
    """The amending clause that holds these words, where they are not of the document itself."""
    changed_by: tuple[str, ...] = ()
    """The clauses that had changed or ended it by that day."""
    inserted: bool = False
    digest: bool = False
    """Whether the words are a digest of our own."""
    others: tuple[OtherWording, ...] = ()
    notes: tuple[str, ...] = ()
    plain: str = ""
    doubts: tuple[str, ...] = ()
    """Why its own words (not those of the clauses below it) must be compared with the original."""


@dataclass(frozen=True, slots=True)
class Contents:
    """One line of the table of contents; ``depth`` 0 is outermost."""

    depth: int
    label: str
    id: ProvisionId | None
    mark: str


@dataclass(frozen=True, slots=True)
class Held:
    """A document that the snapshot holds, as seen on a day."""

    entry: Entry
    in_force: bool
    validity: Validity
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A provision in a few words, for a card beside a reference."""

    id: ProvisionId
    label: str
    heading: str
    text: str
    state: State
    validity: Validity
    more: bool
    """Whether the provision goes on after ``text``."""
    doubts: tuple[str, ...] = ()
    """Why its words must be compared with the original."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A later text that changed a document and whose wording the corpus does not hold."""

    slug: str
    by: str
    since: date | None
    scope: tuple[str, ...]
    """What it touches: ids, or words where ids cannot say it."""
    digest: str
    """Slug of our digest of the later text, where there is one."""
