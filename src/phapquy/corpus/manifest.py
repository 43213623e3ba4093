"""The manifest: what each document is, from when to when it applies, and which text is the right one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from phapquy.corpus.kinds import SourceQuality, Status, TextKind
from phapquy.corpus.local import local_path
from phapquy.errors import ManifestError, reason
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


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ProvisionValidity(_Strict):
    """A provision that starts later, starts earlier or ends sooner than its document."""

    provision: Annotated[str, AfterValidator(_provision)]
    start: date | None = None
    end: date | None = None
    """First day no longer in force."""
    by: str
    """The clause, or the number of the document, that says so."""
    note: str = ""


class Doubt(_Strict):
    """A provision whose stored words come from a page that could not be read with certainty."""

    provision: Annotated[str, AfterValidator(_provision)]
    note: str


class Entry(_Strict):
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

    @model_validator(mode="after")
    def _own_provisions(self) -> Self:
        for provision in [*(fact.provision for fact in self.validity), *(doubt.provision for doubt in self.doubts)]:
            if ProvisionId.parse(provision).slug != self.slug:
                raise ValueError(f"{provision} không thuộc văn bản {self.slug}")
        return self


class Manifest(_Strict):
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


class _Local(_Strict):
    """What this installation added itself."""

    document: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class ManifestFiles:
    """The bytes of the versioned manifest and of this installation's own entries, read at one moment."""

    path: Path
    versioned: bytes
    local: bytes | None

    @cached_property
    def manifest(self) -> Manifest:
        """All documents: those of the project, then those added here. The project's entry wins over an added one.

        Raises:
            ManifestError: a file is not TOML, or a fact in it is missing, unknown or impossible.
        """
        if not self.added and not self.own_copies:
            return self._shipped
        shipped = (self.own_copies.get(entry.slug, entry) for entry in self._shipped.document)
        return Manifest(as_at=self._shipped.as_at, document=(*shipped, *self.added))

    @cached_property
    def _shipped(self) -> Manifest:
        return _checked(Manifest, self.versioned, self.path)

    @cached_property
    def added(self) -> tuple[Entry, ...]:
        """The documents this installation added and the project does not have.

        Raises:
            ManifestError: as for ``manifest``.
        """
        taken = {value for entry in self._shipped.document for value in (entry.slug, entry.file)}
        return tuple(entry for entry in self.all_added if not {entry.slug, entry.file} & taken)

    @cached_property
    def own_copies(self) -> dict[str, Entry]:
        """This installation's own copies of documents the project lists, by slug; they stand in for its entries.

        Raises:
            ManifestError: as for ``manifest``.
        """
        listed = {entry.slug for entry in self._shipped.document}
        return {entry.slug: entry for entry in self.all_added if entry.own_copy and entry.slug in listed}

    @cached_property
    def all_added(self) -> tuple[Entry, ...]:
        """Every entry of the local file, also one that the project has meanwhile.

        Raises:
            ManifestError: the local file is broken.
        """
        if self.local is None:
            return ()
        entries = _checked(_Local, self.local, local_path(self.path)).document
        return tuple({entry.slug: entry for entry in entries}.values())


def read_manifest_files(path: Path) -> ManifestFiles:
    """Read the bytes of the manifest at ``path`` and of the local entries beside it.

    Raises:
        ManifestError: the manifest is missing, or one of the files cannot be read.
    """
    try:
        versioned = path.read_bytes()
    except FileNotFoundError:
        raise ManifestError(
            f"Không thấy danh mục văn bản {path}. Hãy đặt lại tệp corpus/manifest.toml của bản cài đặt, "
            "hoặc đặt PHAPQUY_HOME trỏ tới thư mục có tệp đó."
        ) from None
    except OSError as error:
        raise ManifestError(f"Không đọc được danh mục {path}: {reason(error)}.") from error
    own = local_path(path)
    try:
        return ManifestFiles(path, versioned, own.read_bytes())
    except FileNotFoundError:
        return ManifestFiles(path, versioned, None)
    except OSError as error:
        raise ManifestError(f"Không đọc được danh mục {own}: {reason(error)}.") from error


def load_manifest(path: Path) -> Manifest:
    """Read and check the manifest, with the entries this installation added.

    Raises:
        ManifestError: the file is missing, is not TOML, or a fact in it is missing, unknown or impossible;
            the message names the file, and the line or the document.
    """
    return read_manifest_files(path).manifest


_M = TypeVar("_M", bound=_Strict)


def _checked(model: type[_M], data: bytes, path: Path) -> _M:
    try:
        facts = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ManifestError(f"Danh mục {path} không phải UTF-8. Hãy lưu lại tệp bằng UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"Danh mục {path} sai cú pháp TOML: {error}. Hãy sửa đúng dòng đó rồi chạy lại.") from error
    try:
        return model.model_validate(facts)
    except ValidationError as error:
        raise ManifestError(f"Danh mục {path} có dữ kiện sai: {_first_problem(error, facts)}.") from error


def _first_problem(error: ValidationError, data: dict[str, object]) -> str:
    problem = error.errors()[0]
    where = list(problem["loc"])
    documents = data.get("document")
    if len(where) > 1 and where[0] == "document" and isinstance(documents, list) and isinstance(where[1], int):
        entry = documents[where[1]]
        slug = entry.get("slug") if isinstance(entry, dict) else None
        where[:2] = [f"văn bản thứ {where[1] + 1} ({slug or 'chưa có slug'})"]
    place = " › ".join(map(str, where))
    return f"{place}: {_in_vietnamese(problem['type'], problem['msg'])}" if place else problem["msg"]


def _in_vietnamese(kind: str, message: str) -> str:
    known = {
        "missing": "thiếu trường này",
        "extra_forbidden": "không có trường nào tên như vậy",
        "string_pattern_mismatch": "giá trị không đúng dạng",
    }
    return known.get(kind, message.removeprefix("Value error, "))
