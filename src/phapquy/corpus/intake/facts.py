"""The facts of an incoming document: what its text says, what a person says, and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from phapquy.corpus.metadata import AMENDS, Metadata
from phapquy.vietnamese.normalize import fold

_PREFIXES = {
    "luật": "luat",
    "bộ luật": "bo-luat",
    "pháp lệnh": "pl",
    "nghị định": "nd",
    "nghị quyết": "nq",
    "quyết định": "qd",
    "thông tư": "tt",
    "thông tư liên tịch": "ttlt",
    "chỉ thị": "ct",
    "công văn": "cv",
    "kết luận": "kl",
    "kế hoạch": "kh",
    "hướng dẫn": "hd",
    "thông báo": "tb",
    "văn bản hợp nhất": "vbhn",
}
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_SLUG_CHARS = 60
_SHORT_CHARS = 80
NAMES = {
    "number": "số hiệu",
    "type": "loại văn bản",
    "title": "tên",
    "issuer": "cơ quan ban hành",
    "signed": "ngày ban hành",
    "effective": "ngày có hiệu lực",
}
"""The facts in the order they are shown, with their names."""
_NAMED_BY_TITLE = frozenset({"luật", "bộ luật", "pháp lệnh"})
"""Kinds that are cited by their title: ``Luật Thả diều số …``."""
REQUIRED = ("number", "type", "title", "issuer")


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says about a document; it goes before what the text says. None where nothing was said."""

    number: str | None = None
    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    signed: date | None = None
    effective: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts an entry is made of; None where neither the text nor a person says."""

    number: str | None
    type: str | None
    title: str | None
    issuer: str | None
    signed: date | None
    effective: date | None
    url: str = ""
    unsure: tuple[tuple[str, str], ...] = ()
    """Facts to look at twice: the field and why, in Vietnamese."""
    amends: tuple[str, ...] = ()
    """Numbers of the documents it amends."""
    replaces: tuple[str, ...] = ()
    """Numbers of the documents it replaces or repeals as a whole."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The required facts nobody gave."""
        return tuple(name for name in REQUIRED if not getattr(self, name))

    @property
    def cite_as(self) -> str:
        """What follows ``Điều 21`` in a citation; needs the required facts."""
        named = self.title if (self.type or "").casefold() in _NAMED_BY_TITLE else self.type
        return f"{named} số {self.number}"

    @property
    def short(self) -> str:
        """A short name for lists."""
        title = self.title or ""
        return title if len(title) <= _SHORT_CHARS else f"{self.type} số {self.number}"


def gather(found: Metadata, given: Given) -> Facts:
    """Take each fact from the person where one was given, else from the text."""
    values = {name: getattr(given, name) or getattr(found, name).value for name in NAMES}
    unsure = tuple(
        (name, getattr(found, name).why) for name in NAMES if not getattr(given, name) and getattr(found, name).why
    )
    for name in REQUIRED:
        values[name] = " ".join(str(values[name] or "").split()) or None
    values["title"] = _titled(values["type"], values["title"])
    named = [one for one in found.affects if one.number]
    return Facts(
        **values,
        url=given.url or "",
        unsure=unsure,
        amends=tuple(dict.fromkeys(one.number for one in named if one.operation == AMENDS)),
        replaces=tuple(dict.fromkeys(one.number for one in named if one.operation != AMENDS and one.whole)),
    )


def _titled(kind: str | None, title: str | None) -> str | None:
    """Return the title with the kind of document before it, as the list of documents has it."""
    if not kind or not title or title.casefold().startswith(kind.casefold()):
        return title
    named = kind.casefold() in _NAMED_BY_TITLE
    return f"{kind} {title if named else title[0].lower() + title[1:]}"


def number_key(number: str) -> str:
    """Return a number as one spelling: ``09/2026/ND-CP``, ``9/2026/NĐ–CP`` and ``9 /2026/nđ-cp`` are the same."""
    parts = [part.lstrip("0") or part for part in _NOT_PLAIN.split(fold(number)) if part]
    return " ".join(parts)


def issuer_key(issuer: str) -> str:
    """Return an issuer's name as one spelling."""
    return " ".join(part for part in _NOT_PLAIN.split(fold(issuer)) if part)


def make_slug(facts: Facts, taken: Iterable[str]) -> str:
    """Return a new id for the document: kind and number, with the year or a counter where that is taken."""
    kind = (facts.type or "").casefold().strip()
    prefix = _PREFIXES.get(kind) or "".join(word[0] for word in _words(kind)) or "vb"
    base = "-".join([prefix, *_words(facts.number or "")])[:_SLUG_CHARS].strip("-")
    used = set(taken)
    year = [f"{base}-{facts.signed.year}"] if facts.signed else []
    for slug in (base, *year, *(f"{base}-{number}" for number in range(2, 1000))):
        if slug not in used:
            return slug
    raise ValueError("no free slug")


def _words(text: str) -> list[str]:
    return [word for word in _NOT_PLAIN.split(fold(text)) if word]


def given_fields() -> tuple[str, ...]:
    """Return the names of what a person may give."""
    return tuple(field.name for field in fields(Given))
