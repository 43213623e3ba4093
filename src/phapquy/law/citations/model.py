"""What a citation is: a span of text, the places it names, and the document they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

THIS = "này"
"""The number of a place named by ``này``: ``Điều này``, ``khoản này``, ``Chương này``."""


class Level(IntEnum):
    """The levels of a place, outermost first."""

    PHU_LUC = 1
    PHAN = 2
    NOI_DUNG = 3
    """``nội dung C Phần V``: the lettered contents of an annex."""
    CHUONG = 4
    MUC = 5
    TIEU_MUC = 6
    DIEU = 7
    KHOAN = 8
    DIEM = 9
    DOAN = 10
    """A paragraph, a dash or a nested item of a clause; it has no id of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a place: ``khoản 2`` is ``Step(KHOAN, "2")``; ``từ Điều 5 đến Điều 9`` has ``last="9"``."""

    level: Level
    number: str
    """As printed (``12a``, ``đ``, ``IV``); ``THIS`` for ``này``; empty for an annex without a number."""
    last: str = ""
    """The end of a range, included; empty for a single number."""


Target = tuple[Step, ...]
"""A place, outermost step first: ``điểm a khoản 2 Điều 5`` is Điều 5, khoản 2, điểm a."""


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """How a document is named: ``Luật này``, by number, by name, or by both."""

    start: int
    end: int
    type: str
    """As printed: ``Luật``, ``Nghị định``, ``Bộ luật``; empty where only ``này`` of a place says it."""
    number: str = ""
    """Without blanks: ``118/2025/NĐ-CP``, ``127-KL/TW``."""
    name: str = ""
    """What follows the type: ``Đất đai``; empty if only the number is given."""
    year: int | None = None
    """The year given with a name: ``Luật Đất đai năm 2024``."""
    this: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: an article with what is listed of it, or a document.

    ``khoản 1 và khoản 3 Điều 5`` is one citation with two targets; ``Điều 5 và Điều 6`` are two, which share
    the document that follows them.
    """

    start: int
    end: int
    targets: tuple[Target, ...] = ()
    """Empty for a document as a whole."""
    document: DocumentRef | None = None
    """None where the text names no document: this one, or the one an amending clause is about."""
    excluded: bool = False
    """Whether the places are left out of the ones before: ``Điều 5, trừ khoản 3``."""
