"""A snapshot: one immutable folder that holds everything needed to answer, published by a rename.

::

    indexes/<id>/manifest.json      what it was made from and how; sizes and hashes of the files below
                 passages.json      the passages (id, offsets, article title, lead-in)
                 texts.json         the stored texts that quotes are cut from
                 trees.json         their trees
                 units.json         the unit history read from them, if they tell of units
                 manifest.toml, manifest.local.toml, amendments.csv   the facts of the documents at build time
                 body.faiss, title.faiss         vectors
                 folded/ marked/ words/          the lexicon
                 restorer.*         the model that restores diacritics
                 docstore.json      hashes that let the next build skip unchanged documents
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import threading
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from phapquy.config import Settings
from phapquy.corpus.amendments import load_amendments
from phapquy.corpus.manifest import Entry, Manifest
from phapquy.corpus.manifest_files import load_manifest
from phapquy.corpus.standin import held_as_digests
from phapquy.corpus.validity import ValidityTable
from phapquy.errors import SnapshotError
from phapquy.index.lexicon import Lexicon
from phapquy.index.passages import Passage
from phapquy.index.trees import Row, from_rows
from phapquy.index.vectors import VectorIndex
from phapquy.law.provision import Document, ProvisionId
from phapquy.vietnamese.diacritics import Restorer

FORMAT = 3
_ON_POWERS = re.compile(r"phân định thẩm quyền|phân quyền|phân cấp|tổ chức chính quyền địa phương", re.IGNORECASE)
_ON_UNITS = re.compile(
    r"sắp xếp (?:các )?đơn vị hành chính cấp (?:xã|tỉnh)|thành lập (?:các phường|thành phố)", re.IGNORECASE
)
_REBUILD = "Hãy chạy: phapquy build --force"
UNITS, GAZETTEER = "units.json", "gazetteer"
"""The unit history of a snapshot: its file, and where :mod:`phapquy.index.units` remembers what it made of it."""
_UNHASHED = frozenset({"manifest.json"})


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """What a snapshot's manifest says."""

    id: str
    path: Path
    created: str
    complete: bool
    """Whether it holds every document that was available when it was built."""
    corpus_hash: str
    facts_hash: str
    """Of the manifest and the table of amendments."""
    recipe: str
    model: str
    model_identity: str
    dimension: int
    documents: tuple[str, ...]
    passages: int
    titles: int
    files: dict[str, tuple[int, str]]
    """Relative path -> (bytes, SHA-256)."""
    digests: tuple[str, ...] = ()
    """The documents held as a digest in place of their text."""

    def to_json(self) -> dict[str, Any]:
        """Return the manifest as it is written to disk."""
        out = asdict(self)
        out.pop("path")
        return {"format": FORMAT, **out}


def read_info(folder: Path) -> SnapshotInfo:
    """Read a snapshot's manifest.

    Raises:
        SnapshotError: it is missing, damaged or of another format.
    """
    try:
        data = json.loads((folder / "manifest.json").read_text("utf-8"))
        if data.pop("format") != FORMAT:
            raise SnapshotError(f"Chỉ mục {folder.name} thuộc phiên bản khác. {_REBUILD}")
        data["documents"], data["digests"] = tuple(data["documents"]), tuple(data.get("digests", ()))
        data["files"] = {name: tuple(facts) for name, facts in data["files"].items()}
        return SnapshotInfo(path=folder, **data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError(f"Chỉ mục {folder.name} không có bản kê hoặc bản kê hỏng. {_REBUILD}") from error


def published(settings: Settings) -> list[SnapshotInfo]:
    """List the readable snapshots, newest first; unreadable folders are passed over."""
    found = []
    if settings.indexes_dir.is_dir():
        for folder in settings.indexes_dir.iterdir():
            if folder.is_dir() and not folder.name.startswith("."):
                try:
                    found.append(read_info(folder))
                except SnapshotError:
                    continue
    return sorted(found, key=lambda info: (info.created, info.id), reverse=True)


def newest(settings: Settings) -> SnapshotInfo | None:
    """Return the newest readable snapshot, or None."""
    return next(iter(published(settings)), None)


class Snapshot:
    """An opened snapshot."""

    def __init__(self, info: SnapshotInfo, manifest: Manifest, validity: ValidityTable) -> None:
        self.info = info
        self.manifest = manifest
        self.validity = validity
        self._documents: dict[str, Document] = {}
        self._building = threading.Lock()
        self.memo: dict[str, Any] = {}
        """What rooms above have read out of a document, by slug, so that it is read once."""

    @classmethod
    def open(cls, settings: Settings, info: SnapshotInfo | None = None, *, like: Snapshot | None = None) -> Snapshot:
        """Open a snapshot after checking that it is whole.

        Args:
            settings: where snapshots are.
            info: which one; the newest by default.
            like: one that is open: what did not change since is shared with it and not held twice.

        Raises:
            SnapshotError: there is none, or a file is missing or differs from the manifest.
        """
        info = info or newest(settings)
        if info is None:
            raise SnapshotError("Chưa có chỉ mục nào. Hãy chạy: phapquy build")
        _check_files(info)
        manifest = held_as_digests(load_manifest(info.path / "manifest.toml"), info.digests)
        validity = ValidityTable(manifest, load_amendments(info.path / "amendments.csv"))
        snapshot = cls(info, manifest, validity)
        snapshot.check_counts()
        if like is not None:
            snapshot._share(like)
        return snapshot

    def _share(self, like: Snapshot) -> None:
        """Take over texts, trees and the unit history where they are the same as in ``like``."""
        same_grammar = like.info.recipe == self.info.recipe
        built = dict(like._documents) if same_grammar else {}
        for slug, text in self.texts.items():
            if like.texts.get(slug) == text:
                self.texts[slug] = like.texts[slug]
                if slug in built:
                    self._documents[slug] = built[slug]
                    self._trees.pop(slug, None)
        units = self.info.files.get(UNITS)
        if units and same_grammar and like.info.files.get(UNITS) == units and GAZETTEER in like.memo:
            self.memo[GAZETTEER] = like.memo[GAZETTEER]

    def check_counts(self) -> None:
        """Compare the counts of passages, vectors and lexicon entries.

        Raises:
            SnapshotError: they differ.
        """
        held = (len(self.passages), len(self.title_of))
        self.__dict__.pop("_tables", None)  # three times as large as what was made of it
        if held != (self.info.passages, self.info.passages):
            raise SnapshotError(f"Chỉ mục {self.info.id} có số đoạn không khớp bản kê. {_REBUILD}")

    def check_model(self, identity: str, dimension: int) -> None:
        """Compare the model at hand with the one the vectors were made by.

        Raises:
            SnapshotError: they differ.
        """
        if (identity, dimension) != (self.info.model_identity, self.info.dimension):
            raise SnapshotError(
                f"Chỉ mục {self.info.id} được lập bằng mô hình khác ({self.info.model}). Hãy chạy: phapquy build"
            )

    @cached_property
    def _tables(self) -> dict[str, Any]:
        tables: dict[str, Any] = self._read("passages.json")
        return tables

    def _read(self, name: str) -> Any:
        try:
            return json.loads((self.info.path / name).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise SnapshotError(f"Tệp {name} của chỉ mục {self.info.id} hỏng. {_REBUILD}") from error

    @cached_property
    def passages(self) -> list[Passage]:
        """All passages; their number is their id in the vector index and the lexicon."""
        titles: list[str] = self._tables["titles"]
        leads: list[str] = self._tables["leads"]
        return [
            Passage(pid, sys.intern(slug), part, start, end, titles[title], leads[lead], text, bool(plain))
            for pid, slug, part, start, end, title, lead, text, plain in self._tables["passages"]
        ]

    @cached_property
    def title_of(self) -> npt.NDArray[np.int64]:
        """For each passage the number of its title vector."""
        return np.array([row[5] for row in self._tables["passages"]], dtype=np.int64)

    @cached_property
    def plain(self) -> npt.NDArray[np.bool_]:
        """For each passage whether it holds plain words of our own."""
        return np.array([passage.plain for passage in self.passages], dtype=np.bool_)

    @cached_property
    def provisions(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """The ids of the provisions with passages, and for each passage the place of its provision among them."""
        places: dict[str, int] = {}
        numbers = [places.setdefault(passage.id, len(places)) for passage in self.passages]
        return list(places), np.array(numbers, dtype=np.int64)

    @cached_property
    def _spans(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """First day in force and first day no longer in force of each passage, as ordinals."""
        starts, ends = [], []
        cache: dict[str, tuple[int, int]] = {}
        for passage in self.passages:
            if passage.id not in cache:
                span = self.validity.of(ProvisionId.parse(passage.id))
                cache[passage.id] = (
                    span.start.toordinal() if span.start else 0,
                    span.end.toordinal() if span.end else date.max.toordinal() + 1,
                )
            start, end = cache[passage.id]
            starts.append(start)
            ends.append(end)
        return np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)

    def in_force(self, day: date) -> npt.NDArray[np.bool_]:
        """Return for each passage whether it is in force on ``day``."""
        starts, ends = self._spans
        today = day.toordinal()
        return (starts <= today) & (today < ends)

    def to_come(self, day: date) -> npt.NDArray[np.bool_]:
        """Return for each passage whether it takes effect after ``day``."""
        return self._spans[0] > day.toordinal()

    @cached_property
    def _slugs(self) -> npt.NDArray[np.str_]:
        return np.array([passage.slug for passage in self.passages])

    def of_documents(self, slugs: Collection[str]) -> npt.NDArray[np.bool_]:
        """Return for each passage whether it belongs to one of the documents."""
        return np.isin(self._slugs, list(slugs))

    @cached_property
    def on_powers(self) -> npt.NDArray[np.bool_]:
        """For each passage whether its document's subject is the division of powers between levels."""
        return self._by_title(_ON_POWERS)

    @cached_property
    def on_units(self) -> npt.NDArray[np.bool_]:
        """For each passage whether its document rearranges administrative units."""
        return self._by_title(_ON_UNITS)

    def _by_title(self, subject: re.Pattern[str]) -> npt.NDArray[np.bool_]:
        fits = {slug: bool(subject.search(self.entry(slug).title)) for slug in self.info.documents}
        return np.array([fits[passage.slug] for passage in self.passages], dtype=np.bool_)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The BM25 indexes."""
        return Lexicon.load(self.info.path, self.info.passages)

    @cached_property
    def body_vectors(self) -> VectorIndex:
        """Vectors of the passages."""
        return VectorIndex.load(self.info.path / "body.faiss", self.info.dimension, self.info.passages)

    @cached_property
    def title_vectors(self) -> VectorIndex:
        """Vectors of the article titles."""
        return VectorIndex.load(self.info.path / "title.faiss", self.info.dimension, self.info.titles)

    @cached_property
    def restorer(self) -> Restorer:
        """The model that restores diacritics, trained on these texts."""
        return Restorer.load(self.info.path / "restorer.bin")

    @cached_property
    def texts(self) -> dict[str, str]:
        """The stored texts by slug."""
        texts: dict[str, str] = self._read("texts.json")
        return texts

    @cached_property
    def _trees(self) -> dict[str, list[Row]]:
        trees: dict[str, list[Row]] = self._read("trees.json")
        return trees

    def document(self, slug: str) -> Document | None:
        """Return a document's tree (built on first use), or None if the snapshot does not hold it."""
        if slug not in self._documents:
            if slug not in self.texts:
                return None
            with self._building:
                if slug not in self._documents:
                    self._documents[slug] = from_rows(slug, self.texts[slug], self._trees.pop(slug))
        return self._documents[slug]

    @cached_property
    def first_day(self) -> date | None:
        """The earliest known day on which a document of the snapshot began; None if none is known."""
        days = [self.entry(slug).effective for slug in self.info.documents]
        return min((day for day in days if day), default=None)

    @cached_property
    def amending(self) -> frozenset[str]:
        """The documents that amend others: only their clauses stand for another's wording."""
        return frozenset(entry.slug for entry in self.manifest.document if entry.amends)

    def entry(self, slug: str) -> Entry:
        """Return the facts of a document.

        Raises:
            KeyError: the manifest does not list it.
        """
        return self.manifest.by_slug[slug]


def _check_files(info: SnapshotInfo) -> None:
    for name, (size, digest) in info.files.items():
        path = info.path / name
        if not path.is_file() or path.stat().st_size != size or file_hash(path) != digest:
            raise SnapshotError(f"Chỉ mục {info.id} bị hỏng (tệp {name} thiếu hoặc đã đổi). {_REBUILD}")


def file_hash(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def list_files(folder: Path) -> dict[str, tuple[int, str]]:
    """Return size and hash of every file of a snapshot folder but its manifest."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_size, file_hash(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in _UNHASHED
    }
