"""The documents a check looks in, with what it has read of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property, lru_cache

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.consolidate import Consolidator
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.manifest import Entry, Manifest
from phapquy.corpus.naming import Names
from phapquy.corpus.placing import Places
from phapquy.corpus.validity import ValidityTable
from phapquy.corpus.wording import Wording
from phapquy.errors import TextError
from phapquy.law.label import in_words, label
from phapquy.law.provision import Document, Provision, ProvisionId
from phapquy.vietnamese.normalize import fold


def _whole(manifest: Manifest, digests: Collection[str]) -> Manifest:
    """Return a manifest in which the digests count as complete: no clause of the text is missing in them."""
    entries = (one.model_copy(update={"complete": True}) if one.slug in digests else one for one in manifest.document)
    return manifest.model_copy(update={"document": tuple(entries)}) if digests else manifest


class Shelf:
    """Documents by slug, with their facts, their names, and their wordings on a day."""

    def __init__(
        self,
        manifest: Manifest,
        documents: Mapping[str, Document],
        validity: ValidityTable,
        digests: Collection[str] = (),
    ) -> None:
        self.manifest = _whole(manifest, digests)
        self.documents = documents
        self.validity = validity
        self.digests = frozenset(digests)
        """The documents held as a whole digest: every article, clause and point of theirs is known, not its words."""
        self.names = Names(self.manifest)
        self.places = Places(self)
        self._consolidator = Consolidator(documents, validity)
        self.wording = lru_cache(maxsize=20_000)(self._wording)
        self._folded: dict[str, str] = {}

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The table of amendments."""
        return self.validity.amendments

    def document(self, slug: str) -> Document:
        """Return a document.

        Raises:
            TextError: it is not held.
        """
        try:
            return self.documents[slug]
        except KeyError:
            raise TextError(f"Kho chưa có văn bản {slug}.") from None

    def entry(self, slug: str) -> Entry:
        """Return the facts of a document of the manifest."""
        return self.manifest.by_slug[slug]

    def holds(self, slug: str) -> bool:
        """Whether the words of a document are here: not of a digest."""
        return slug in self.documents and self.entry(slug).text_kind is TextKind.VERBATIM

    def _wording(self, provision: ProvisionId, day: date) -> Wording:
        return self._consolidator.wording(provision, day)

    def folded(self, slug: str) -> str:
        """Return a document's text folded, one character for one."""
        if slug not in self._folded:
            self._folded[slug] = fold(self.document(slug).text)
        return self._folded[slug]

    def cite(self, name: str) -> str:
        """Write an id in words; what is no id of a known document is returned as it is."""
        try:
            identity = ProvisionId.parse(name)
        except ValueError:
            return name
        entry = self.manifest.by_slug.get(identity.slug)
        if entry is None:
            return name
        document = self.documents.get(identity.slug)
        if document is not None and (not identity.parts or identity in document.provisions):
            return label(document, identity, entry.cite_as)
        return in_words(identity, entry.cite_as)

    def at(self, slug: str, offset: int) -> ProvisionId:
        """Return the innermost provision that holds a place of a document."""
        found, nodes = ProvisionId(slug), self.document(slug).nodes
        while inside := next((node for node in nodes if node.start <= offset < node.end), None):
            found, nodes = inside.id or found, inside.children
        return found

    def node(self, provision: ProvisionId) -> Provision | None:
        """Return a stored provision, if there is one of that id."""
        document = self.documents.get(provision.slug)
        return document.provisions.get(provision) if document else None

    @cached_property
    def amending(self) -> dict[str, tuple[str, ...]]:
        """For each document those that amend it and are held."""
        found: dict[str, dict[str, None]] = {}
        for row in self.amendments:
            for slug in row.by_slugs:
                if self.holds(slug):
                    found.setdefault(row.target_slug, {})[slug] = None
        return {slug: tuple(by) for slug, by in found.items()}
