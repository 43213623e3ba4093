"""Reading the manifest: the versioned list and this installation's own entries, checked and merged."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from phapquy.corpus.local import local_path
from phapquy.corpus.manifest import Entry, Manifest, Strict
from phapquy.errors import ManifestError, reason


class _Local(Strict):
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


_M = TypeVar("_M", bound=Strict)


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
