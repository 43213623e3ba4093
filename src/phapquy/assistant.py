"""The one public face: open a knowledge base, ask it, look up what it cites, have an answer reworded.

>>> kb = KnowledgeBase.open()                                    # doctest: +SKIP
>>> kb.ask("ai đặt tên đường ở phường").holders[0].organ         # doctest: +SKIP
'Hội đồng nhân dân cấp tỉnh'
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from phapquy.answer.compose import compose, coverage
from phapquy.answer.decide import decide
from phapquy.answer.labels import labels_of
from phapquy.answer.lookup import find_provision, look_up
from phapquy.answer.model import Answer, Coverage, Outcome
from phapquy.answer.naming import named_documents
from phapquy.answer.unit_report import UnitReport, report
from phapquy.answer.units import decide_units, with_successors
from phapquy.answer.verify import verified
from phapquy.authority.choosing import choose
from phapquy.authority.compare import Difference, compare
from phapquy.authority.derived import Derived, derived_powers, given_by
from phapquy.authority.matrix import Filters, Matrix
from phapquy.authority.overlaps import Report as OverlapReport
from phapquy.authority.overlaps.whole import overlaps_on
from phapquy.authority.passed import Gap, Passed, gaps, passed
from phapquy.authority.powers import powers
from phapquy.checking import Checker, Report
from phapquy.config import Settings, load_settings
from phapquy.corpus.wording import Piece, Wording
from phapquy.errors import LanguageModelError, UsageError
from phapquy.index.embedding import Encoder
from phapquy.index.snapshot import Snapshot, SnapshotInfo
from phapquy.index.stored import StoredDocuments, consolidator
from phapquy.index.units import gazetteer
from phapquy.law.label import heading_path, label, place_label
from phapquy.law.provision import Document, ProvisionId
from phapquy.reading import Reading
from phapquy.search.parts import parts_of
from phapquy.search.question import Question, read_question
from phapquy.search.retriever import Ranks, Retriever, SearchResult
from phapquy.units.history import History
from phapquy.units.suggest import Suggester

if TYPE_CHECKING:
    from phapquy.answer.rewriting import Phrased
    from phapquy.phrasing import Phraser

_NEAR_HITS = 10
"""Hits of the whole question whose documents its parts are looked for in."""
_PART_HITS = 5
_OVERLAPS, _POWERS = "overlaps ", "powers"
"""How the keys begin under which a snapshot remembers the overlaps of a day and the powers."""
_HITS = 20
"""Provisions the decision looks at."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A whole article with the cited part marked, for a screen."""

    id: str
    label: str
    document: str
    heading_path: tuple[str, ...]
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    """Offsets of the cited part into ``text``."""
    in_force: bool
    effective_from: date | None
    effective_to: date | None
    amended_by: tuple[str, ...]
    source_quality: str
    url: str
    text_kind: str
    warnings: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    """The ids of ``amended_by`` in words."""
    doubts: tuple[str, ...] = ()
    """Why the words of the provision must be compared with the original."""


class KnowledgeBase:
    """An opened snapshot with its model. Answers are deterministic; only :meth:`phrase` involves a language model."""

    def __init__(
        self, settings: Settings, snapshot: Snapshot, encoder: Encoder, phraser: Phraser | None = None
    ) -> None:
        self.settings = settings
        self._snapshot = snapshot
        self._retriever: Ranks = Retriever(snapshot, encoder)
        self._phraser = phraser

    @classmethod
    def open(
        cls, settings: Settings | None = None, info: SnapshotInfo | None = None, *, llm: Any = None
    ) -> KnowledgeBase:
        """Open the newest snapshot, or the one given.

        Args:
            settings: the configuration; read once per process by default.
            info: a snapshot of one's own choice.
            llm: a LlamaIndex model for :meth:`phrase`, in place of the configured one.

        Raises:
            SnapshotError: there is none, it is damaged, or it was made with another model.
            ModelError: the model is missing or damaged.
        """
        settings = settings or load_settings()
        snapshot = Snapshot.open(settings, info)
        encoder = Encoder.load(settings)
        snapshot.check_model(encoder.identity, encoder.dimension)
        return cls(settings, snapshot, encoder, _phraser(llm, settings) if llm is not None else None)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that answers."""
        return self._snapshot

    @property
    def snapshot_id(self) -> str:
        """The id of the snapshot that answers."""
        return self._snapshot.info.id

    @property
    def info(self) -> SnapshotInfo:
        """What the snapshot was made from."""
        return self._snapshot.info

    @property
    def coverage(self) -> Coverage:
        """How many documents, up to which day."""
        return coverage(self._snapshot)

    def ranked_by(self, change: Callable[[Ranks, Snapshot], Ranks]) -> KnowledgeBase:
        """Return a knowledge base on the same snapshot whose ranking is changed; everything after it is the same.

        Args:
            change: gets the present ranking and the snapshot, returns the ranking to use.
        """
        other = copy(self)
        other._retriever = change(self._retriever, self._snapshot)
        return other

    def warm(self) -> None:
        """Load everything a first question would wait for, what is read out of the texts once included."""
        self.ask("cấp nào có thẩm quyền quyết định việc này")
        gazetteer(self._snapshot)

    def understand(self, question: str) -> Question:
        """Read a question without searching.

        Raises:
            UsageError: it is empty or too long.
        """
        return read_question(question, self._snapshot.restorer, self.settings.max_question_chars)

    def search(self, question: str, as_of: date | None = None, limit: int = 20) -> SearchResult:
        """Rank the provisions in force on a day for a question.

        Raises:
            UsageError: the question is empty or too long.
        """
        understood = self.understand(question)
        named = named_documents(understood, self._snapshot)
        return self._retriever.search(understood, as_of or date.today(), limit, named)

    def ask(self, question: str, as_of: date | None = None, id: str | None = None) -> Answer:
        """Answer a question by the law of a day (today by default).

        Raises:
            UsageError: the question is empty or too long.
        """
        started = time.perf_counter()
        day = as_of or date.today()
        understood = self.understand(question)
        read = time.perf_counter()
        decision = look_up(understood, self._snapshot, day) or decide_units(understood, self._snapshot, day)
        timings: dict[str, float] = {}
        if decision is None:
            result = self._retriever.search(understood, day, _HITS, named_documents(understood, self._snapshot))
            timings = result.timings_ms
            decision = decide(understood, result, self._snapshot, day, self._further(understood, result, day))
            decision = with_successors(decision, understood, self._snapshot, day)
        answer = verified(self._snapshot, compose(understood, decision, self._snapshot, day))
        done = time.perf_counter()
        spent = {"understand": _ms(started, read), **timings, "total": _ms(started, done)}
        return replace(answer, id=id, timings_ms=spent)

    def phraser(self) -> Phraser | None:
        """Return the language model that may reword answers: the one given when opening, else the configured one.

        Raises:
            LanguageModelError: one is configured and cannot be used; the message says what to do.
        """
        if self._phraser is None and self.settings.language_model:
            from phapquy.phrasing import configured_model

            self._phraser = configured_model(self.settings)
        return self._phraser

    def phrase(self, answer: Answer, llm: Any = None) -> Answer:
        """Have an answer reworded; what does not say the same as the composed sentence is not let through.

        Args:
            answer: an answer of :meth:`ask`; a refusal comes back as it is.
            llm: a LlamaIndex model, in place of the one of the knowledge base.

        Raises:
            LanguageModelError: there is none, or it cannot be used.
        """
        return self._required(llm).phrase(answer)

    def phrase_stream(self, answer: Answer, llm: Any = None) -> Iterator[Phrased]:
        """Yield the statements of an answer in order, each once its wording is settled.

        Raises:
            LanguageModelError: there is no language model, or it cannot be used.
        """
        return self._required(llm).stream(answer)

    def _required(self, llm: Any) -> Phraser:
        phraser = _phraser(llm, self.settings) if llm is not None else self.phraser()
        if phraser is None:
            from phapquy.phrasing.strings import NONE

            raise LanguageModelError(NONE)
        return phraser

    def _further(self, understood: Question, result: SearchResult, day: date) -> tuple[SearchResult, ...]:
        """Search for each part of a question of several parts, in the documents that the whole question found."""
        parts = parts_of(understood)
        if not parts:
            return ()
        near = {hit.id.slug for hit in result.hits[:_NEAR_HITS]}
        return tuple(self._retriever.search(part, day, _PART_HITS, near) for part in parts)

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

    def refused(self, question: str, as_of: date | None, reason: str, text: str) -> Answer:
        """Return a refusal in the shape of an answer, for a question that could not be read."""
        day = as_of or date.today()
        return Answer(
            question, question, day, Outcome.NOT_FOUND, reason, None, (), text, (), (), None, (), (),
            self.snapshot_id, self.coverage,
        )  # fmt: skip

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
        day = as_of or date.today()
        entry = self._snapshot.entry(identity.slug)
        node = document.provisions.get(identity)
        article = document.provisions.get(identity.at_dieu(), node)
        start, end = (article.start, article.end) if article else (0, len(document.text))
        text = document.text[start:end].rstrip()
        span = (node.start - start, min(node.end - start, len(text))) if node and node is not article else None
        validity = self._snapshot.validity.of(identity)
        return ArticleView(
            id=str(identity),
            label=label(document, identity, entry.cite_as),
            document=f"{entry.title} ({entry.number})",
            heading_path=heading_path(document, identity),
            title=label(document, identity.at_dieu(), entry.cite_as),
            text=text,
            spans=(span,) if span else (),
            in_force=validity.covers(day),
            effective_from=validity.start,
            effective_to=validity.end,
            amended_by=validity.amended_by,
            source_quality=entry.source_quality.value,
            url=entry.url,
            text_kind=entry.text_kind.value,
            warnings=self._snapshot.validity.unseen_at(identity, day),
            labels=labels_of(self._snapshot, validity.amended_by),
            doubts=self._snapshot.validity.doubts_at(identity),
        )

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

        Raises:
            UsageError: a field, level, role, organ or document is not known; the message says which there are.
        """
        wanted = filters or Filters()
        day = as_of or wanted.day or date.today()
        found = choose(powers(self._snapshot, day), wanted, self._snapshot.info.documents)
        return Matrix(wanted, found)

    def matrix_diff(self, before: Filters, after: Filters) -> tuple[Difference, ...]:
        """Return the tasks that differ between two matrices: of two documents, or of two days.

        Raises:
            UsageError: as for :meth:`matrix`.
        """
        return compare(self.matrix(before).powers, self.matrix(after).powers)

    def overlaps(self, as_of: date | None = None) -> OverlapReport:
        """Return the powers of a day (today by default) that two clauses give twice; the last day asked is kept."""
        day = as_of or date.today()
        key = f"{_OVERLAPS}{day}"
        kept = self._snapshot.memo.get(key)
        if not isinstance(kept, OverlapReport):
            self._drop(_OVERLAPS)
            kept = overlaps_on(self._snapshot, day)
            self._snapshot.memo[key] = kept
        return kept

    def forget(self) -> None:
        """Let go of what takes much room and can be worked out again: the powers, and the overlaps of a day."""
        self._drop(_OVERLAPS, _POWERS)

    def _drop(self, *beginnings: str) -> None:
        for key in tuple(self._snapshot.memo):
            if key.startswith(beginnings):
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


def _phraser(llm: Any, settings: Settings) -> Phraser:
    from phapquy.phrasing import Phraser

    return Phraser(llm, seconds=settings.language_model_seconds)


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
