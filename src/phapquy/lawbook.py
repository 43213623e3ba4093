"""What is looked up without a question: texts, wordings, powers, overlaps, units. It needs no model.

>>> lawbook = Lawbook.open()                                     # doctest: +SKIP
>>> lawbook.cite("luat-72-2025-qh15/21/2/d")                     # doctest: +SKIP
'điểm d khoản 2 Điều 21 Luật Tổ chức chính quyền địa phương số 72/2025/QH15'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from phapquy.answer.compose import coverage
from phapquy.answer.lookup import find_provision
from phapquy.answer.model import Coverage
from phapquy.answer.unit_report import UnitReport, report
from phapquy.authority.choosing import choose, document_named
from phapquy.authority.compare import Difference, compare
from phapquy.authority.derived import Derived, derived_powers, given_by
from phapquy.authority.gaps import Gap, gaps
from phapquy.authority.matrix import Filters, Matrix
from phapquy.authority.overlaps import Report as OverlapReport
from phapquy.authority.overlaps.whole import overlaps_on
from phapquy.authority.passed import Passed, passed
from phapquy.authority.standing import standing_powers
from phapquy.authority.today import powers_on
from phapquy.checking import Checker, Report
from phapquy.config import Settings, load_settings
from phapquy.corpus.wording import Piece, Wording
from phapquy.errors import UsageError
from phapquy.index.snapshot import Snapshot, SnapshotInfo
from phapquy.index.stored import StoredDocuments, consolidator
from phapquy.index.units import gazetteer
from phapquy.law.label import place_label
from phapquy.law.provision import Document, ProvisionId
from phapquy.reading import Reading
from phapquy.reading.article import ArticleView, article_view
from phapquy.units.history import History
from phapquy.units.suggest import Suggester

_OVERLAPS, _POWERS = "overlaps", "powers"
"""How the keys begin under which a snapshot remembers the overlaps of each day and the powers."""
_REPORTS = 3
"""Days whose overlaps are held in memory."""


class Lawbook:
    """An opened snapshot as a reference work."""

    def __init__(self, settings: Settings, snapshot: Snapshot) -> None:
        self.settings = settings
        self._snapshot = snapshot

    @classmethod
    def open(cls, settings: Settings | None = None, info: SnapshotInfo | None = None) -> Lawbook:
        """Open the newest snapshot, or the one given, for looking up alone.

        Args:
            settings: the configuration; read once per process by default.
            info: a snapshot of one's own choice.

        Raises:
            SnapshotError: there is none, or it is damaged.
        """
        settings = settings or load_settings()
        return cls(settings, Snapshot.open(settings, info))

    @property
    def snapshot_id(self) -> str:
        """The id of the snapshot that answers."""
        return self._snapshot.info.id

    @property
    def info(self) -> SnapshotInfo:
        """What the snapshot was made from."""
        return self._snapshot.info

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that is read; it is never changed."""
        return self._snapshot

    @property
    def coverage(self) -> Coverage:
        """How many documents, up to which day."""
        return coverage(self._snapshot)

    def verify(self, text: str, as_of: date | None = None) -> Report:
        """Check the citations and quotations of anybody's text by the law of a day (today by default).

        Needs neither the model nor the network: every reference is read by a grammar, every quotation is held
        against the wording of the day. See ``docs/verify.md`` for what each verdict means.

        Raises:
            UsageError: the text is too long.
        """
        kept = self._snapshot.memo.get("checker")
        if not isinstance(kept, Checker):
            held = StoredDocuments(self._snapshot)
            kept = Checker(self._snapshot.manifest, held, self._snapshot.validity, self._snapshot.info.digests)
            self._snapshot.memo["checker"] = kept
        return kept.check(text, as_of or date.today())

    def units(self, text: str, as_of: date | None = None, *, reverse: bool = False) -> UnitReport:
        """Look up a unit, old or new, by name or address: what became of it, what it was made of, by which clause.

        Args:
            text: a name or an address, with or without marks.
            as_of: the day of which the names of today are given (today by default).
            reverse: take a name that is both old and new for the new one.
        """
        return report(self._snapshot, text, as_of or date.today(), reverse=reverse)

    @property
    def unit_history(self) -> History:
        """The history of all units: by province, by old and by new unit, with counts on a day."""
        return gazetteer(self._snapshot).history

    def suggest_units(self, typed: str, as_of: date | None = None, limit: int = 8) -> tuple[str, ...]:
        """Return full names of units, old and new, that begin with what was typed."""
        kept = self._snapshot.memo.get("suggester")
        if not isinstance(kept, Suggester):
            kept = self._snapshot.memo["suggester"] = Suggester(gazetteer(self._snapshot))
        return kept.complete(typed, as_of or date.today(), limit)

    def excerpt(self, provision: str, length: int = 240) -> str:
        """Return the first words of a provision on one line, for a list."""
        text = " ".join((self.source_text(provision) or "").split())
        return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"

    def exists(self, provision: str) -> bool:
        """Whether a provision of that id is stored; an inserted one is stored at the clause that inserted it."""
        try:
            identity = ProvisionId.parse(provision)
        except ValueError:
            return False
        document = self._snapshot.document(identity.slug)
        return document is not None and (not identity.parts or identity in document.provisions)

    def source_text(self, provision: str) -> str | None:
        """Return the stored text of a provision with all below it, or None if there is no such provision."""
        if not self.exists(provision):
            return None
        identity = ProvisionId.parse(provision)
        document = self._snapshot.document(identity.slug)
        assert document is not None
        node = document.provisions.get(identity)
        return document.full_text(node) if node else document.text

    def article(self, provision: str, as_of: date | None = None) -> ArticleView:
        """Return the whole article a provision stands in, with the provision marked.

        Raises:
            UsageError: there is no such provision; the message says what there is.
        """
        identity, document = self._find(provision)
        return article_view(self._snapshot, document, identity, as_of or date.today())

    def doubts(self, provision: str) -> tuple[str, ...]:
        """Return why the stored words of a provision must be compared with the original; nothing for an unknown id."""
        try:
            return self._snapshot.validity.doubts_at(ProvisionId.parse(provision))
        except ValueError:
            return ()

    def _find(self, provision: str) -> tuple[ProvisionId, Document]:
        try:
            identity = ProvisionId.parse(provision)
        except ValueError as error:
            raise UsageError(
                f"Mã điều khoản {provision!r} không đúng dạng. Hãy viết như: luat-72-2025-qh15/21/2/d"
            ) from error
        return find_provision(self._snapshot, identity)

    @property
    def reading(self) -> Reading:
        """The documents as they are read: list, clauses in the words of a day, cards for references."""
        return Reading(self._snapshot)

    def wording(self, provision: str, as_of: date | None = None) -> Wording:
        """Return the wording of a provision in force on a day (today by default), amendments applied, with its history.

        Also knows provisions that an amendment inserted, which are no ids of the stored text.

        Raises:
            UsageError: there never was such a provision; the message says what there is.
        """
        found = consolidator(self._snapshot).wording(self._identity(provision), as_of or date.today())
        if not found.history and not found.pieces:
            self._find(provision)
        return found

    def derived(self, provision: str, as_of: date | None = None) -> tuple[Derived, ...]:
        """Return who holds, lacks, prepares or took over by reference what a provision says, and what it gives itself.

        Raises:
            UsageError: there is no such provision.
        """
        identity, day = self._identity(provision), as_of or date.today()
        return (*derived_powers(identity, self._snapshot, day), *given_by(identity, self._snapshot, day))

    def matrix(self, filters: Filters | None = None, *, as_of: date | None = None) -> Matrix:
        """Return who may do what on a day (that of the filters, else today), as far as the filters let it through.

        Letters, conclusions and resolutions on the units of one place give no standing powers; they are shown only
        where the filters name such a document.

        Raises:
            UsageError: a field, level, role, organ or document is not known; the message says which there are.
        """
        wanted = filters or Filters()
        day = as_of or wanted.day or date.today()
        documents = self._snapshot.info.documents
        doc = document_named(wanted.doc, documents) if wanted.doc else None
        held = standing_powers(powers_on(self._snapshot, day), self._snapshot, doc)
        found = choose(held, wanted, documents)
        return Matrix(wanted, found)

    def matrix_diff(self, before: Filters, after: Filters) -> tuple[Difference, ...]:
        """Return the tasks that differ between two matrices: of two documents, or of two days.

        Raises:
            UsageError: as for :meth:`matrix`.
        """
        return compare(self.matrix(before).powers, self.matrix(after).powers)

    def overlaps(self, as_of: date | None = None) -> OverlapReport:
        """Return the powers of a day (today by default) that two clauses give twice; worked out once for a day."""
        day = as_of or date.today()
        held: dict[date, OverlapReport] = self._snapshot.memo.setdefault(_OVERLAPS, {})
        if day not in held:
            while len(held) >= _REPORTS:
                held.pop(next(iter(held)))
            held[day] = overlaps_on(self._snapshot, day)
        return held[day]

    def forget(self) -> None:
        """Let go of what takes much room and can be worked out again: the powers, and the overlaps of any day."""
        for key in tuple(self._snapshot.memo):
            if key.startswith((_OVERLAPS, _POWERS)):
                self._snapshot.memo.pop(key, None)

    def transfers(self, as_of: date | None = None) -> tuple[Passed, ...]:
        """Return the tasks once held by the district level that another organ holds on a day (today by default)."""
        return passed(self._snapshot, as_of or date.today())

    def gaps(self, as_of: date | None = None) -> tuple[Gap, ...]:
        """Return the provisions in force on a day that point to an organ that is no more."""
        return gaps(self._snapshot, as_of or date.today())

    def words(self, pieces: Iterable[Piece]) -> str:
        """Return the verbatim words of the pieces of a wording, one under the other."""
        stored = StoredDocuments(self._snapshot)
        return "\n".join(piece.cut(stored).strip("\n") for piece in pieces)

    def cite(self, provision: str) -> str:
        """Write how a provision is cited, also one that an amendment inserted; an unknown id is returned as it is."""
        try:
            identity = ProvisionId.parse(provision)
        except ValueError:
            return provision
        entry = self._snapshot.manifest.by_slug.get(identity.slug)
        name = entry.cite_as if entry else f"({identity.slug})"
        return place_label(self._snapshot.document(identity.slug), identity, name)

    def name(self, slug: str) -> str:
        """Write how a document is named after the number of an article; an unknown slug is returned as it is."""
        entry = self._snapshot.manifest.by_slug.get(slug)
        return entry.cite_as if entry else slug

    def _identity(self, provision: str) -> ProvisionId:
        try:
            return ProvisionId.parse(provision)
        except ValueError:
            return self._find(provision)[0]
