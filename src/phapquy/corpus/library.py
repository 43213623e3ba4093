"""The library: the texts that are present and are the right ones, as documents, with their facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from phapquy.corpus.amendments import Amendment, load_amendments
from phapquy.corpus.digest import Digest, as_document, read_digest
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.manifest import Entry, Manifest
from phapquy.corpus.manifest_files import ManifestFiles, read_manifest_files
from phapquy.corpus.plain import PlainEntry, read_plain
from phapquy.corpus.standin import stand_in
from phapquy.corpus.text import NORMALISER_VERSION, decode, fingerprint, normalise
from phapquy.corpus.validity import ValidityTable
from phapquy.errors import TextError, UsageError, reason
from phapquy.law.provision import Document

if TYPE_CHECKING:
    from phapquy.config import Settings


class Library:
    """The corpus of one installation. Reads files when asked and keeps what it has read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._texts: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._plain: dict[str, tuple[PlainEntry, ...]] = {}

    @cached_property
    def manifest_files(self) -> ManifestFiles:
        """The manifest as it stands on disk, read once.

        Raises:
            ManifestError: the manifest is missing.
        """
        return read_manifest_files(self._settings.manifest_path)

    @property
    def manifest(self) -> Manifest:
        """The manifest of documents, with those this installation added.

        Raises:
            ManifestError: the manifest is missing or broken.
        """
        return self.manifest_files.manifest

    @cached_property
    def added(self) -> frozenset[str]:
        """The slugs of the documents this installation added itself, own copies of listed ones included."""
        return frozenset({entry.slug for entry in self.manifest_files.added} | set(self.manifest_files.own_copies))

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """The table of amendments, beside the manifest.

        Raises:
            ManifestError: the table is missing or broken.
        """
        return load_amendments(self._settings.manifest_path.with_name("amendments.csv"))

    @cached_property
    def validity(self) -> ValidityTable:
        """From when to when each provision is in force."""
        return ValidityTable(self.manifest, self.amendments)

    def entry(self, slug: str) -> Entry:
        """Return the facts of one document.

        Raises:
            UsageError: the manifest has no such document.
        """
        try:
            return self.manifest.by_slug[slug]
        except KeyError:
            raise UsageError(
                f"Kho không có văn bản {slug!r}. Xem các mã văn bản bằng lệnh: phapquy corpus status"
            ) from None

    def path(self, slug: str) -> Path:
        """Return where the text of a document is, or would be."""
        entry = self.entry(slug)
        folder = self._settings.digests_dir if entry.text_kind is TextKind.DIGEST else self._settings.texts_dir
        return folder / entry.file

    def is_present(self, slug: str) -> bool:
        """Whether there is a file for the document, right or wrong."""
        return self.path(slug).is_file()

    def is_true(self, slug: str) -> bool:
        """Whether the text is present, readable, and the one the manifest names."""
        try:
            self.text(slug)
        except TextError:
            return False
        return True

    def available(self) -> list[str]:
        """Return the slugs whose text is present and true to its fingerprint, in manifest order."""
        return [slug for slug in self.manifest.slugs if self.is_true(slug)]

    def stands_in(self, slug: str) -> bool:
        """Whether a document is only here as a whole digest: no true text, but every provision told in our words."""
        return self.is_digested(slug) and not self.is_true(slug)

    def answerable(self) -> list[str]:
        """Return the slugs that can be indexed, in manifest order: true texts, digests, and stand-ins of texts."""
        return [slug for slug in self.manifest.slugs if self.is_true(slug) or self.stands_in(slug)]

    def held(self, slug: str) -> Document:
        """Return what there is of a document to answer from: its text as a tree, or the stand-in of its digest.

        Raises:
            UsageError: the manifest has no such document.
            TextError: neither is there.
            ManifestError: the digest is broken.
        """
        return stand_in(self.entry(slug), self.plain(slug)) if self.stands_in(slug) else self.document(slug)

    def text(self, slug: str) -> str:
        """Return the normalised text of a document (of a digest, its TOML source).

        Raises:
            UsageError: the manifest has no such document.
            TextError: the text is missing, unreadable, in another encoding, or another text.
        """
        if slug not in self._texts:
            entry, path = self.entry(slug), self.path(slug)
            try:
                text = normalise(decode(path.read_bytes()))
            except FileNotFoundError:
                raise TextError(f"Chưa có văn bản {entry.cite_as}. {self._remedy(slug)}") from None
            except OSError as error:
                raise TextError(f"Không đọc được {path}: {reason(error)}.") from error
            except TextError as error:
                raise TextError(f"{path}: {error}") from error
            if fingerprint(text) != entry.fingerprint:
                raise TextError(
                    f"Văn bản {path} không phải bản mà danh mục ghi nhận (dấu vân tay khác), nên không được dùng. "
                    f"{self._remedy(slug)}"
                )
            self._texts[slug] = text
        return self._texts[slug]

    def _remedy(self, slug: str) -> str:
        if slug in self.added:
            return f"Hãy gỡ rồi thêm lại từ tệp gốc: phapquy corpus remove {slug}"
        return "Hãy chạy: phapquy corpus pull"

    def document(self, slug: str) -> Document:
        """Return the document as a tree over its text.

        Raises:
            UsageError: the manifest has no such document.
            TextError: its text is not available.
        """
        if slug not in self._documents:
            from phapquy.law.structure import parse

            is_digest = self.entry(slug).text_kind is TextKind.DIGEST
            self._documents[slug] = as_document(self.digest(slug)) if is_digest else parse(slug, self.text(slug))
        return self._documents[slug]

    def digest(self, slug: str) -> Digest:
        """Return a digest with the facts of its items (who reports them, how well attested).

        Raises:
            UsageError: the document is not a digest.
            TextError: the digest is missing or broken.
        """
        if self.entry(slug).text_kind is not TextKind.DIGEST:
            raise UsageError(f"Văn bản {slug} có nguyên văn, không phải bản tóm lược.")
        return read_digest(slug, self.text(slug))

    def plain(self, slug: str) -> tuple[PlainEntry, ...]:
        """Return the plain words of a document; nothing if it has none.

        Raises:
            ManifestError: the file of plain words is broken.
        """
        if slug not in self._plain:
            folder = self._settings.digests_dir if self.is_digested(slug) else self._settings.plain_dir
            self._plain[slug] = read_plain(folder / f"{slug}.toml")
        return self._plain[slug]

    def is_digested(self, slug: str) -> bool:
        """Whether there is a whole digest of a document whose text is (or should be) at hand."""
        verbatim = self.entry(slug).text_kind is TextKind.VERBATIM
        return verbatim and (self._settings.digests_dir / f"{slug}.toml").is_file()

    def plain_hash(self, slug: str) -> str:
        """Return a hash of the plain words of a document; empty if it has none."""
        words = self.plain(slug)
        return _sha256(repr(words)) if words else ""

    def corpus_hash(self, slugs: Iterable[str]) -> str:
        """Return a hash of the texts of ``slugs`` in any order, and of how they are normalised."""
        lines = sorted(f"{slug} {self._print(slug)}" for slug in set(slugs))
        return _sha256("\n".join([f"normaliser {NORMALISER_VERSION}", *lines]))

    def _print(self, slug: str) -> str:
        return f"tóm lược {self.plain_hash(slug)}" if self.stands_in(slug) else self.entry(slug).fingerprint

    @cached_property
    def facts_hash(self) -> str:
        """A hash of manifest, table of amendments and plain words: changes when validity, labels or those may change.

        Raises:
            ManifestError: one of them is missing or broken.
        """
        plain = [self.plain_hash(slug) for slug in self.manifest.slugs]
        # Left out where nobody has them, so that an index built before there were such facts stays current.
        unused = {name for name in ("doubts", "own_copy") if not any(getattr(e, name) for e in self.manifest.document)}
        hidden = {"document": {"__all__": unused}} if unused else None
        return _sha256(f"{self.manifest.model_dump_json(exclude=hidden)}\n{self.amendments!r}\n{plain}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
