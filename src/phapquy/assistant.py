"""The one public face: open a knowledge base, ask it, look things up in it, have an answer reworded.

>>> kb = KnowledgeBase.open()                                    # doctest: +SKIP
>>> kb.ask("ai đặt tên đường ở phường").holders[0].organ         # doctest: +SKIP
'Hội đồng nhân dân cấp tỉnh'
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from phapquy.answer.compose import compose
from phapquy.answer.decide import decide
from phapquy.answer.lookup import look_up
from phapquy.answer.model import Answer, Outcome
from phapquy.answer.naming import named_documents
from phapquy.answer.units import decide_units, with_successors
from phapquy.answer.verify import verified
from phapquy.config import Settings, load_settings
from phapquy.errors import LanguageModelError
from phapquy.index.embedding import Encoder
from phapquy.index.snapshot import Snapshot, SnapshotInfo
from phapquy.index.units import gazetteer
from phapquy.lawbook import Lawbook
from phapquy.search.parts import parts_of
from phapquy.search.question import Question, read_question
from phapquy.search.retriever import Ranks, Retriever, SearchResult

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


class KnowledgeBase(Lawbook):
    """An opened snapshot with its model. Answers are deterministic; only :meth:`phrase` involves a language model."""

    def __init__(
        self, settings: Settings, snapshot: Snapshot, encoder: Encoder, phraser: Phraser | None = None
    ) -> None:
        super().__init__(settings, snapshot)
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

    def refused(self, question: str, as_of: date | None, reason: str, text: str) -> Answer:
        """Return a refusal in the shape of an answer, for a question that could not be read."""
        day = as_of or date.today()
        return Answer(
            question, question, day, Outcome.NOT_FOUND, reason, None, (), text, (), (), None, (), (),
            self.snapshot_id, self.coverage,
        )  # fmt: skip


def _phraser(llm: Any, settings: Settings) -> Phraser:
    from phapquy.phrasing import Phraser

    return Phraser(llm, seconds=settings.language_model_seconds)


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
