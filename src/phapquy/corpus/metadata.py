"""The facts of a document as its own text gives them, each with the place it was read from.

Nothing is guessed: a fact that the text does not state is None, with the reason. A person confirms the rest.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One fact: its value, where in the text it stands, or why there is none."""

    value: T | None = None
    start: int | None = None
    end: int | None = None
    """``text[start:end]`` is the wording the value was read from; both None if there is none."""
    why: str = ""
    """In Vietnamese, why the value is None or needs a second look; empty if it is plainly stated."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A document that this one amends, replaces or repeals."""

    operation: str
    """``sửa đổi``, ``thay thế`` or ``bãi bỏ``."""
    number: str
    """As printed: ``61/2018/NĐ-CP``; empty if only the name is given."""
    name: str
    """The words the text names it with."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself."""

    number: Found[str]
    type: Found[str]
    """``Luật``, ``Nghị định``, ``Nghị quyết`` …"""
    title: Found[str]
    issuer: Found[str]
    signed: Found[datetime.date]
    effective: Found[datetime.date]
    affects: tuple[Affected, ...] = ()


def read_metadata(document_text: str) -> Metadata:
    """Read the facts out of a clean text (one paragraph a line)."""
    nothing = "Chưa nhận ra trong văn bản."
    return Metadata(
        Found(why=nothing), Found(why=nothing), Found(why=nothing), Found(why=nothing), Found(why=nothing),
        Found(why=nothing),
    )  # fmt: skip
