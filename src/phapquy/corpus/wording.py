"""What is known of a provision's wording on a day: the pieces it is cut from, its history, what to tell a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.corpus.kinds import Operation
from phapquy.law.provision import Document, ProvisionId

SAID = {
    Operation.SUA_DOI: "sửa đổi, bổ sung",
    Operation.BO_SUNG: "bổ sung",
    Operation.THAY_THE: "thay thế",
    Operation.BAI_BO: "bãi bỏ",
    Operation.HET_HIEU_LUC: "hết hiệu lực",
    Operation.NGUNG: "ngưng áp dụng",
}
"""The operations of the table in words."""


class State(StrEnum):
    """Whether there is wording in force."""

    IN_FORCE = "còn hiệu lực"
    NOT_YET = "chưa có hiệu lực"
    ENDED = "hết hiệu lực"
    UNKNOWN = "không có trong kho"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of stored text that belongs to the wording."""

    provision: ProvisionId
    """The consolidated id whose words these are."""
    source: ProvisionId
    """The clause that holds them: the provision itself, or the amending clause."""
    span: tuple[int, int]
    """Offsets into the text of ``source``'s document, without quotation marks."""
    by: ProvisionId | None = None
    """The amending clause, where there is one."""

    def cut(self, documents: Mapping[str, Document]) -> str:
        """Return the words, verbatim."""
        return documents[self.source.slug].text[slice(*self.span)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that a later clause replaced; the stored text still shows the old one."""

    provision: ProvisionId
    by: ProvisionId
    since: date | None
    old: str
    new: str
    act: str
    found: bool
    """Whether the old phrase stands in the text; if not, nothing could be replaced."""

    def __str__(self) -> str:
        if self.act == "bổ sung cụm từ":
            place = f"cạnh cụm từ “{self.old}”" if self.old else "ở cuối"
            return f"cụm từ “{self.new}” được bổ sung {place} (theo {self.by})"
        if not self.new:
            return f"cụm từ “{self.old}” bị bỏ (theo {self.by})"
        return f"cụm từ “{self.old}” được thay bằng “{self.new}” (theo {self.by})"


@dataclass(frozen=True, slots=True)
class Stage:
    """One wording in a provision's history. ``end`` is the first day it no longer holds."""

    id: ProvisionId
    """The clause that holds the wording."""
    start: date | None
    end: date | None
    by: tuple[str, ...]
    """The clauses that brought this stage about; empty for the first wording."""
    operation: str
    """``ban đầu``, ``sửa đổi``, ``bổ sung``, ``thay cụm từ``, ``hết hiệu lực`` …"""
    state: State
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a provision on a day.

    A provision with clauses below it may be put together of pieces from several texts; each piece is a
    verbatim slice. ``exact`` is False where a part is known only in substance (a digest, a phrase to be
    replaced in the stored text, an amendment that could not be applied).
    """

    provision: ProvisionId
    day: date
    state: State
    pieces: tuple[Piece, ...]
    exact: bool
    amended_by: tuple[str, ...] = ()
    """The clauses that have changed it by that day, oldest first."""
    phrases: tuple[Phrase, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader must know to read the text rightly, in Vietnamese."""
    warnings: tuple[str, ...] = ()
    """What could not be applied, in Vietnamese."""
    history: tuple[Stage, ...] = ()

    @property
    def quote_from(self) -> ProvisionId | None:
        """The clause that holds the (first piece of the) wording."""
        return self.pieces[0].source if self.pieces else None

    @property
    def span(self) -> tuple[int, int] | None:
        """Offsets of the (first piece of the) wording in that clause's document."""
        return self.pieces[0].span if self.pieces else None

    def text(self, documents: Mapping[str, Document]) -> str:
        """Return the words of the day, the pieces one under the other."""
        return "\n".join(piece.cut(documents).strip("\n") for piece in self.pieces)
