"""What a clause on entry into force says: a fact, and the day it hinges on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.law.provision import ProvisionId
from phapquy.law.targets import Parts


class Anchor(StrEnum):
    """What a day is counted from."""

    DATE = "ngày ghi trong văn bản"
    SIGNED = "ngày ký"
    ADOPTED = "ngày thông qua"
    OWN = "ngày văn bản có hiệu lực"
    OTHER = "ngày văn bản khác có hiệu lực"
    OTHER_ENDS = "ngày văn bản khác hết hiệu lực"
    NONE = "không nêu ngày"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as a text names it."""

    anchor: Anchor
    day: date | None = None
    """The calendar day, where the text itself gives it (also where it tells the day of its adoption or signing)."""
    other: str = ""
    """Of ``OTHER`` and ``OTHER_ENDS``: the number of the other document, or its name."""


class ForceKind(StrEnum):
    """What a fact says."""

    BEGINS = "bắt đầu"
    """The document, or provisions of it, begin to apply."""
    ENDS = "chấm dứt"
    """The document, or provisions of it, no longer apply from the moment on."""
    ENDS_OTHER = "chấm dứt văn bản khác"
    """Another document, or provisions of it, no longer apply from the moment on."""
    TRANSITION = "chuyển tiếp"
    """The clause is a rule of transition, hinged on the moment."""


@dataclass(frozen=True, slots=True)
class ForceFact:
    """One fact, with the clause and the span it was read from."""

    kind: ForceKind
    clause: ProvisionId
    span: tuple[int, int]
    """Offsets into the document's text: the sentence, or of a list the item."""
    moment: Moment
    provisions: tuple[ProvisionId, ...] = ()
    """The provisions of this document it is about; empty for the document as a whole."""
    matter: str = ""
    """What it is about in the text's own words, where these name no provision (``Việc cấp phép lưu động``)."""
    excepted: tuple[ProvisionId, ...] = ()
    """Of a fact on the whole document: the clauses that it leaves out (``trừ … khoản 2 Điều này``)."""
    document: str = ""
    """Of ``ENDS_OTHER``: the other document as named, ``Nghị định 61/2018/NĐ-CP``."""
    parts: tuple[Parts, ...] = ()
    """Of ``ENDS_OTHER``: the provisions of the other document; empty for all of it."""
    limited: bool = False
    """Whether the sentence has exceptions that are not provisions of this document (``trừ các trường hợp sau``)."""

    @property
    def whole(self) -> bool:
        """Whether the fact is about the whole of the document."""
        return not (self.provisions or self.matter or self.document)
