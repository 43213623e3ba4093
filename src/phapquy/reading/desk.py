"""The documents of a snapshot for a reader: the list, a document on a day, a card for a reference, the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phapquy.answer.lookup import find_provision
from phapquy.corpus.amendments import Amendment
from phapquy.corpus.kinds import HaveText, Operation, TextKind
from phapquy.corpus.manifest import Entry
from phapquy.corpus.wording import State
from phapquy.errors import UsageError
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import StoredDocuments, consolidator
from phapquy.law.label import heading_path, in_small_letters, place_label
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.reading.changed import Changed, changed
from phapquy.reading.clauses import Clauses, container_mark
from phapquy.reading.links import Links
from phapquy.reading.model import Clause, Contents, Held, Preview, Unseen
from phapquy.vietnamese.normalize import fold

_PREVIEW_CHARS = 480
_LABEL = 160
"""Characters of a line of the table of contents."""
_LISTED = frozenset({Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU, Kind.PHU_LUC, Kind.DOAN})


class Reading:
    """Reads documents out of a snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        kept = snapshot.memo.get("links")
        self._links = kept if isinstance(kept, Links) else snapshot.memo.setdefault("links", Links(snapshot))

    @property
    def snapshot_id(self) -> str:
        """The id of the snapshot that is read."""
        return self._snapshot.info.id

    @property
    def as_at(self) -> date:
        """The day up to which the facts of the documents were checked."""
        return self._snapshot.manifest.as_at

    def documents(self, day: date) -> tuple[Held, ...]:
        """Return every document held, in the order of the manifest, as seen on a day."""
        return tuple(self._held(entry, day) for entry in self._entries())

    def document(self, slug: str, day: date) -> Held:
        """Return the facts of one document.

        Raises:
            UsageError: the snapshot does not hold it.
        """
        self._text(slug)
        return self._held(self._snapshot.entry(slug), day, told=True)

    def contents(self, slug: str) -> tuple[Contents, ...]:
        """Return the table of contents.

        Raises:
            UsageError: the snapshot does not hold the document.
        """
        return tuple(_contents(self._text(slug)))

    def clauses(self, slug: str, day: date) -> Iterator[Clause]:
        """Yield the clauses of a document in the words of a day, in reading order.

        Raises:
            UsageError: the snapshot does not hold the document.
        """
        return iter(Clauses(self._snapshot, self._links, self._text(slug), day))

    def changed(self, slug: str, before: date, after: date) -> tuple[Changed, ...]:
        """Return the clauses of a document whose words in force differ between two days, in reading order.

        Raises:
            UsageError: the snapshot does not hold the document.
        """
        return tuple(changed(self.clauses(slug, before), self.clauses(slug, after)))

    def find(self, slug: str, words: str, day: date) -> Iterator[Clause]:
        """Yield the clauses that hold some words; case and diacritics do not matter where none are typed."""
        wanted = " ".join(words.split())
        loose = wanted == fold(wanted)
        key = fold(wanted) if loose else wanted.casefold()
        for clause in self.clauses(slug, day):
            text = " ".join([clause.heading, *("".join(part.text for part in line) for line in clause.lines)])
            text = " ".join(text.split())
            if key in (fold(text) if loose else text.casefold()):
                yield clause

    def exists(self, identity: ProvisionId) -> bool:
        """Whether a provision has a place on its document's page, an inserted one included."""
        document = self._snapshot.document(identity.slug)
        if document is None or identity in document.provisions or not identity.parts:
            return document is not None
        return bool(consolidator(self._snapshot).wording(identity, date.max).history)

    def place(self, identity: ProvisionId, day: date) -> ProvisionId:
        """Return where on its document's page a provision is read on a day: its own place, or that of what replaced it.

        A point of a clause that was given anew without it has no place of its own; it is read beside the clause.
        """
        document = self._text(identity.slug)
        return Clauses(self._snapshot, self._links, document, day).place(identity)

    def nearest(self, identity: ProvisionId) -> str:
        """Say what there is where a provision does not exist."""
        try:
            find_provision(self._snapshot, identity)
        except UsageError as error:
            return str(error)
        return ""

    def preview(self, identity: ProvisionId, day: date) -> Preview:
        """Return a provision in a few words, in the wording of a day.

        Raises:
            UsageError: there is no such provision.
        """
        document, entry = self._text(identity.slug), self._snapshot.entry(identity.slug)
        label = place_label(document, identity, entry.cite_as)
        validity = self._snapshot.validity.of(identity)
        if not identity.parts:
            state = State.IN_FORCE if validity.covers(day) else State.ENDED
            return Preview(identity, label, f"{entry.type} · {entry.issuer}", entry.title, state, validity, more=True)
        wording = consolidator(self._snapshot).wording(identity, day)
        text = wording.text(StoredDocuments(self._snapshot))
        if not text:
            find_provision(self._snapshot, identity)
            text = document.full_text(document.provisions[identity])
        path = heading_path(document, identity)
        heading = path[-1] if path and len(identity.parts) > 1 else ""
        short = text.strip()[:_PREVIEW_CHARS]
        more = len(short) < len(text.strip())
        short = short.rsplit(" ", 1)[0] if more else short
        doubts = self._snapshot.validity.doubts_at(wording.quote_from or identity)
        return Preview(identity, label, heading, short, wording.state, validity, more, doubts)

    def name(self, text: str) -> str:
        """Write an id in words with its document; a number, or an unknown id, as it is."""
        try:
            identity = ProvisionId.parse(text)
        except ValueError:
            return text
        entry = self._snapshot.manifest.by_slug.get(identity.slug)
        return place_label(self._snapshot.document(identity.slug), identity, entry.cite_as) if entry else text

    def short(self, text: str) -> tuple[str, str]:
        """Write an id in two parts, the place and the number of its document; an unknown id as it is."""
        try:
            identity = ProvisionId.parse(text)
        except ValueError:
            return text, ""
        entry = self._snapshot.manifest.by_slug.get(identity.slug)
        if entry is None:
            return text, ""
        return self.name(text).removesuffix(entry.cite_as).strip(), entry.number

    def holds(self, slug: str) -> bool:
        """Whether the snapshot holds a document."""
        return slug in self._snapshot.info.documents

    def amending(self, slug: str) -> tuple[Amendment, ...]:
        """Return the known changes of a document, oldest first."""
        rows = [row for row in self._snapshot.validity.amendments if row.target_slug == slug]
        return tuple(sorted(rows, key=lambda row: row.effective or date.min))

    def unseen(self) -> tuple[Unseen, ...]:
        """Return the later texts that changed a document held and whose wording is not at hand, by document."""
        grouped: dict[tuple[str, str], list[Amendment]] = {}
        for row in self._snapshot.validity.amendments:
            if row.have_text is HaveText.KHONG and row.operation is not Operation.NONE and self.holds(row.target_slug):
                grouped.setdefault((row.target_slug, row.by), []).append(row)
        order = {slug: place for place, slug in enumerate(self._snapshot.info.documents)}
        found = [self._unseen(*key, rows) for key, rows in grouped.items()]
        return tuple(sorted(found, key=lambda one: (order[one.slug], one.since or date.min)))

    def _unseen(self, slug: str, by: str, rows: list[Amendment]) -> Unseen:
        days = [row.effective for row in rows if row.effective]
        scope = [str(target) for row in rows for target in row.targets] + [row.scope for row in rows if not row.targets]
        held = next((one for row in rows for one in row.by_slugs if self.holds(one)), "")
        digest = held if held and self._snapshot.entry(held).text_kind is TextKind.DIGEST else ""
        return Unseen(slug, by, min(days, default=None), tuple(dict.fromkeys(filter(None, scope))), digest)

    def _entries(self) -> Iterator[Entry]:
        held = frozenset(self._snapshot.info.documents)
        return (entry for entry in self._snapshot.manifest.document if entry.slug in held)

    def _held(self, entry: Entry, day: date, *, told: bool = False) -> Held:
        validity = self._snapshot.validity.of(ProvisionId(entry.slug))
        warnings = self._snapshot.validity.warnings_for(entry.slug, day) if told else ()
        return Held(entry, validity.covers(day), validity, warnings)

    def _text(self, slug: str) -> Document:
        document = self._snapshot.document(slug)
        if document is None:
            raise UsageError(f"Kho không có văn bản “{slug}”. Hãy chọn một văn bản trong danh sách.")
        return document


def _contents(document: Document) -> Iterator[Contents]:
    def visit(node: Provision, depth: int) -> Iterator[Contents]:
        inner = depth
        if node.kind in _LISTED and (node.kind is not Kind.DOAN or depth == 0):
            words = " ".join(document.text[node.start : _end(document, node)].split())
            if node.kind is not Kind.DIEU and node.heading:
                words = f"{node.kind.value.capitalize()} {node.number}. {_title(document.heading(node))}"
            short = words if len(words) <= _LABEL else words[:_LABEL].rsplit(" ", 1)[0] + " …"
            yield Contents(depth, short, node.id, container_mark(node))
            inner += 1
        if node.kind is not Kind.DIEU:
            for child in node.children:
                yield from visit(child, inner)

    for node in document.nodes:
        yield from visit(node, 0)


def _end(document: Document, node: Provision) -> int:
    first = node.heading[1] if node.heading else node.start
    end = document.text.find("\n", first, node.own_end)
    return node.own_end if end < 0 else end


def _title(title: str) -> str:
    words = " ".join(title.split())
    return in_small_letters(words) if words.isupper() else words
