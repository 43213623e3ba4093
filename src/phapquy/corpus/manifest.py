"""The manifest: what each document is, from when to when it applies, and which text is the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from phapquy.corpus.kinds import SourceQuality, Status, TextKind
from phapquy.law.provision import ProvisionId

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _provision(text: str) -> str:
    ProvisionId.parse(text)
    return text


def _slug(text: str) -> str:
    if ProvisionId.parse(text).parts:
        raise ValueError("a slug has no slash")
    return text


def _plain_file(name: str) -> str:
    if not _FILE.fullmatch(name) or PurePosixPath(name).name != name or ".." in name:
        raise ValueError("tên tệp phải nằm ngay trong thư mục văn bản, không có đường dẫn")
    return name


def _https(url: str) -> str:
    if url and not url.startswith("https://"):
        raise ValueError("địa chỉ chính thức phải bắt đầu bằng https://")
    return url


class Strict(BaseModel):
    """A table of facts that refuses what it does not know and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProvisionValidity(Strict):
    """A provision that starts later, starts earlier or ends sooner than its document."""

    provision: Annotated[str, AfterValidator(_provision)]
    start: date | None = None
    end: date | None = None
    """First day no longer in force."""
    by: str
    """The clause, or the number of the document, that says so."""
    note: str = ""


class Doubt(Strict):
    """A provision whose stored words come from a page that could not be read with certainty."""

    provision: Annotated[str, AfterValidator(_provision)]
    note: str


class Entry(Strict):
    """One document of the corpus."""

    slug: Annotated[str, AfterValidator(_slug)]
    number: str
    title: str
    short: str
    """A short name for lists."""
    cite_as: str
    """What follows ``Điều 21`` in a label: ``Nghị định số 118/2025/NĐ-CP``."""
    type: str
    issuer: str
    signed: date | None = None
    effective: date | None = None
    """First day in force; of a consolidated law the law's own."""
    expires: date | None = None
    """First day no longer in force, where the document itself or another one says so."""
    consolidated_number: str | None = None
    consolidated: date | None = None
    wording_from: date | None = None
    """Of a consolidated text: the day from which all of its amended wording applies."""
    status: Status
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    url: Annotated[str, AfterValidator(_https)] = ""
    source_quality: SourceQuality
    text_kind: TextKind
    complete: bool
    note: str = ""
    """What is missing from the stored text."""
    warnings: tuple[str, ...] = ()
    """What a reader of any provision of the document should know."""
    core: bool = False
    articles: int | None = None
    """How many articles the stored text has."""
    file: Annotated[str, AfterValidator(_plain_file)]
    fingerprint: str = Field(pattern=r"^[0-9a-f]{64}$")
    validity: tuple[ProvisionValidity, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    own_copy: bool = False
    """Of a local entry: this installation's own copy of a document the project lists with another text."""

    @property
    def doubt_notes(self) -> tuple[str, ...]:
        """What could not be read with certainty in its stored text, each page once."""
        return tuple(dict.fromkeys(doubt.note for doubt in self.doubts))

    @model_validator(mode="after")
    def _own_provisions(self) -> Self:
        for provision in [*(fact.provision for fact in self.validity), *(doubt.provision for doubt in self.doubts)]:
            if ProvisionId.parse(provision).slug != self.slug:
                raise ValueError(f"{provision} không thuộc văn bản {self.slug}")
        return self


class Manifest(Strict):
    """All documents, with the day up to which their status was checked."""

    as_at: date
    document: tuple[Entry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _unique(self) -> Self:
        for what in ("slug", "file"):
            seen: set[str] = set()
            for entry in self.document:
                value: str = getattr(entry, what)
                if value in seen:
                    raise ValueError(f"{what} {value!r} xuất hiện hai lần")
                seen.add(value)
        return self

    @cached_property
    def by_slug(self) -> dict[str, Entry]:
        """The entries by slug, in manifest order (the core first)."""
        return {entry.slug: entry for entry in self.document}

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every slug in manifest order."""
        return tuple(self.by_slug)

    def core(self) -> Iterator[Entry]:
        """Yield the core documents, which are indexed and served first."""
        return (entry for entry in self.document if entry.core)
