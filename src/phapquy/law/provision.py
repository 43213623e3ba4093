"""What a document and a provision are: an id, a place in a tree, and offsets into verbatim text.

The text of a provision is never copied or rewritten; it is always cut from ``Document.text`` by offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_SEGMENT = re.compile(r"[0-9A-Za-zđĐ.~-]{1,24}")
MAX_DEPTH = 3


class Kind(StrEnum):
    """The kinds of node in a document's tree."""

    MO_DAU = "mở đầu"
    """Everything before the first heading: names, number, grounds."""
    PHAN = "phần"
    CHUONG = "chương"
    MUC = "mục"
    TIEU_MUC = "tiểu mục"
    DIEU = "điều"
    KHOAN = "khoản"
    DIEM = "điểm"
    DOAN = "mục đánh số"
    """A numbered item of a document that has no articles (a conclusion, an official letter)."""
    PHU_LUC = "phụ lục"
    CHU_THICH = "chú thích"
    """A numbered footnote of a consolidated text."""
    KET = "kết"
    """Adoption sentence, signature, recipients."""


CITABLE = frozenset({Kind.DIEU, Kind.KHOAN, Kind.DIEM, Kind.DOAN, Kind.PHU_LUC, Kind.CHU_THICH})


@dataclass(frozen=True, slots=True, order=True)
class ProvisionId:
    """A provision's address: ``<slug>/<dieu>[/<khoan>[/<diem>]]``, e.g. ``luat-72-2025-qh15/21/2/đ``.

    A document as a whole is its slug alone. The first part is an article number as printed (``12a``),
    the number of an item in a document without articles, ``pl1`` for an annex, ``ct12`` for footnote 12.
    """

    slug: str
    parts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> ProvisionId:
        """Read an id as written in files, URLs and JSON.

        Raises:
            ValueError: the text is not of the form ``slug/dieu/khoan/diem``.
        """
        slug, *parts = text.strip().split("/")
        if not _SLUG.fullmatch(slug) or len(parts) > MAX_DEPTH:
            raise ValueError(f"not a provision id: {text!r}; write slug/điều/khoản/điểm")
        if not all(_SEGMENT.fullmatch(part) for part in parts):
            raise ValueError(f"not a provision id: {text!r}; write slug/điều/khoản/điểm")
        return cls(slug, tuple(parts))

    def __str__(self) -> str:
        return "/".join((self.slug, *self.parts))

    @property
    def dieu(self) -> str | None:
        """The article part, or None for a whole document."""
        return self.parts[0] if self.parts else None

    @property
    def khoan(self) -> str | None:
        """The clause part, if any."""
        return self.parts[1] if len(self.parts) > 1 else None

    @property
    def diem(self) -> str | None:
        """The point part, if any."""
        return self.parts[2] if len(self.parts) > 2 else None  # noqa: PLR2004

    @property
    def parent(self) -> ProvisionId | None:
        """The id one step up; None for a whole document."""
        return ProvisionId(self.slug, self.parts[:-1]) if self.parts else None

    def child(self, part: str) -> ProvisionId:
        """The id one step down."""
        return ProvisionId(self.slug, (*self.parts, part))

    def at_dieu(self) -> ProvisionId:
        """The id of the article this provision stands in (itself for an article or a document)."""
        return ProvisionId(self.slug, self.parts[:1])

    def within(self, other: ProvisionId) -> bool:
        """Whether this provision is ``other`` or lies inside it."""
        return self.slug == other.slug and self.parts[: len(other.parts)] == other.parts


@dataclass(frozen=True, slots=True)
class Provision:
    """One node of a document's tree.

    Offsets are characters into ``Document.text``. ``[start, own_end)`` is the node's own text (marker,
    heading, lead-in, and for a leaf all of it); the children follow without a gap up to ``end``.
    """

    kind: Kind
    number: str
    """As printed, without the word and the punctuation: ``12a``, ``2``, ``đ``, ``IV``; may be empty."""
    start: int
    own_end: int
    end: int
    id: ProvisionId | None = None
    """None for a container (phần, chương, mục, opening, closing)."""
    heading: tuple[int, int] | None = None
    """Span of the title of an article, chapter, section or annex."""
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield this node and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something odd that the grammar saw and reported instead of refusing."""

    code: str
    """Stable: ``gap``, ``duplicate-id``, ``quote-open``, ``no-articles``, ``control-chars`` …"""
    message: str
    """In Vietnamese, for ``phapquy corpus check``."""
    offset: int = 0


@dataclass(frozen=True)
class Document:
    """A parsed text: its slug, its verbatim text, and the tree over it."""

    slug: str
    text: str
    nodes: tuple[Provision, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def walk(self) -> Iterator[Provision]:
        """Yield every node in document order."""
        for node in self.nodes:
            yield from node.walk()

    @cached_property
    def provisions(self) -> dict[ProvisionId, Provision]:
        """The citable provisions by id, in document order."""
        return {node.id: node for node in self.walk() if node.id is not None}

    @cached_property
    def paths(self) -> dict[ProvisionId, tuple[Provision, ...]]:
        """For each citable provision the nodes above it, outermost first."""
        found: dict[ProvisionId, tuple[Provision, ...]] = {}

        def visit(node: Provision, above: tuple[Provision, ...]) -> None:
            if node.id is not None:
                found[node.id] = above
            for child in node.children:
                visit(child, (*above, node))

        for node in self.nodes:
            visit(node, ())
        return found

    def own_text(self, node: Provision) -> str:
        """The node's own words (an article's heading and lead-in, a leaf's whole text), untrimmed."""
        return self.text[node.start : node.own_end]

    def full_text(self, node: Provision) -> str:
        """The node with everything below it, untrimmed."""
        return self.text[node.start : node.end]

    def heading(self, node: Provision) -> str:
        """The node's title, or an empty string."""
        return self.text[slice(*node.heading)] if node.heading else ""
