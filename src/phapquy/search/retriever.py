"""From a question and a snapshot to ranked provisions, with a trace of every stage.

Five signals score every passage in force on the day: BM25 in three views of the words, and the question's
vector against passage and article title. Each signal is scaled by its best score and they are added with
the weights below.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import numpy as np
import numpy.typing as npt

from phapquy.index.embedding import Encoder
from phapquy.index.lexicon import tokens_of
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId
from phapquy.search.byref import GIVEN_PRIOR, given_to, restate, units_in
from phapquy.search.former import former_in, restate_former
from phapquy.search.question import Asks, Question

FloatArray = npt.NDArray[np.float32]

WEIGHTS = {"folded": 0.30, "marked": 0.30, "words": 0.15, "body": 1.00, "title": 0.05}
"""Measured on the development questions, see docs/retrieval.md."""
_POWERS_PRIOR = 1.1
"""Factor, for questions on who is competent, on documents whose subject is the division of powers."""
_UNITS_ASIDE = 0.75
"""Factor, for questions that are not about units, on the three thousand clauses that rearrange units."""
_BOTH = 0.1
"""How much the lesser of a provision's own words and its plain words adds to the better of the two."""
_OUTDOES = 1.1
"""A provision still to come must score this many times the best in force by words, and be nearer in meaning."""
_POOL = 400
"""Passages taken from each vector index; beyond, similarity says nothing."""
_LEGAL_WORD_WEIGHT = 0.5
"""Weight of legal terms added for everyday words, against the words typed."""
_COSINE_FLOOR = 0.70
"""Cosine below which a passage is as good as unrelated (e5 puts unrelated Vietnamese texts near 0.75)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked provision: the best of its passages, its score and what each signal gave."""

    id: ProvisionId
    score: float
    passage: int
    signals: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The ranked provisions with what the stages did."""

    question: Question
    as_of: date
    hits: tuple[Hit, ...]
    trace: dict[str, object]
    timings_ms: dict[str, float]
    best: dict[str, float]
    """Raw best score of each signal, before scaling: what a refusal is judged by."""
    ahead: ProvisionId | None = None
    """A provision that takes effect later and is nearer, in words and in meaning, than all that are in force."""


class Ranks(Protocol):
    """What ranks the provisions of a snapshot."""

    def search(self, question: Question, as_of: date, limit: int = 20, documents: Collection[str] = ()) -> SearchResult:
        """Rank the provisions in force on a day."""
        ...


class Retriever:
    """Ranks the provisions of one snapshot."""

    def __init__(self, snapshot: Snapshot, encoder: Encoder) -> None:
        self._snapshot = snapshot
        self._encoder = encoder
        self._in_force: dict[date, npt.NDArray[np.bool_]] = {}

    def search(self, question: Question, as_of: date, limit: int = 20, documents: Collection[str] = ()) -> SearchResult:
        """Rank the provisions in force on a day.

        Args:
            question: the understood question.
            as_of: the day whose law is asked about.
            limit: how many provisions to return.
            documents: slugs to search in; all if empty.
        """
        started = time.perf_counter()
        allowed = self._allowed(as_of)
        if documents:
            allowed = allowed & self._snapshot.of_documents(documents)
        units = units_in(question)
        former = former_in(question, self._snapshot, as_of)
        second = restate_former(question) if former else restate(question, units) if units else None
        readings = [question, second] if second else [question]
        lexical = [self._lexical(one) for one in readings]
        lexical_done = time.perf_counter()
        vectors = self._vectors(readings)
        dense = [self._dense(vector, allowed) for vector in vectors]
        dense_done = time.perf_counter()
        summed = [
            self._sum(one, raw | near, allowed) for one, (raw, _), near in zip(readings, lexical, dense, strict=True)
        ]
        total, scaled, best = summed[0]
        if second:
            given = given_to(units, self._snapshot) if units and not former else np.ones(len(allowed), dtype=np.bool_)
            total = np.maximum(total, np.where(given, summed[1][0], 0))
            if units and not former:
                total = total * np.where(given, GIVEN_PRIOR, 1.0)
            best = {name: max(value, summed[1][2][name]) for name, value in best.items()}
        hits = self._rank(np.asarray(total, dtype=np.float32), scaled, limit)
        done = time.perf_counter()
        trace = {"terms": lexical[0][1], "in_force": int(allowed.sum()), "passages": len(allowed)}
        timings = {
            "lexical": _ms(started, lexical_done),
            "dense": _ms(lexical_done, dense_done),
            "fusion": _ms(dense_done, done),
        }
        ahead = None if documents or former else self._ahead(vectors[0], as_of, lexical[0][0], best["body"])
        return SearchResult(question, as_of, hits, trace, timings, best, ahead)

    def _ahead(
        self, vector: FloatArray, as_of: date, lexical: dict[str, FloatArray], nearest: float
    ) -> ProvisionId | None:
        """The nearest provision that takes effect after the day asked about, if it outdoes those in force."""
        scores = lexical["marked"]
        allowed, later = self._allowed(as_of), self._snapshot.to_come(as_of)
        if not later.any() or scores[later].max() < _OUTDOES * scores[allowed].max(initial=0.0):
            return None
        numbers, cosines = self._snapshot.body_vectors.search(vector, 1, np.flatnonzero(later))
        if not len(numbers) or cosines[0] - _COSINE_FLOOR <= nearest:
            return None
        return ProvisionId.parse(self._snapshot.passages[int(numbers[0])].id)

    def _sum(
        self, question: Question, raw: dict[str, FloatArray], allowed: npt.NDArray[np.bool_]
    ) -> tuple[FloatArray, dict[str, FloatArray], dict[str, float]]:
        """Add the signals, each scaled by its best score; also what each gave, and its best score unscaled."""
        total = np.zeros(len(allowed), dtype=np.float32)
        scaled: dict[str, FloatArray] = {}
        best: dict[str, float] = {}
        for name, all_scores in raw.items():
            scores = np.where(allowed, all_scores, np.float32(0.0))
            best[name] = float(scores.max(initial=0.0))
            scaled[name] = (scores / best[name] if best[name] > 0 else scores).astype(np.float32)
            total += WEIGHTS[name] * scaled[name]
        if question.asks in {Asks.WHO, Asks.MAY}:
            total *= np.where(self._snapshot.on_powers, np.float32(_POWERS_PRIOR), np.float32(1.0))
        if not question.about_units:
            total *= np.where(self._snapshot.on_units, np.float32(_UNITS_ASIDE), np.float32(1.0))
        return total, scaled, best

    def _allowed(self, day: date) -> npt.NDArray[np.bool_]:
        if day not in self._in_force:
            if len(self._in_force) > 32:  # noqa: PLR2004 - a server sees few dates; never grow without end
                self._in_force.clear()
            self._in_force[day] = self._snapshot.in_force(day)
        return self._in_force[day]

    def _lexical(self, question: Question) -> tuple[dict[str, FloatArray], dict[str, list[str]]]:
        scores: dict[str, FloatArray] = {}
        terms: dict[str, list[str]] = {}
        lexicon = self._snapshot.lexicon
        extra = " ; ".join(question.legal_words)
        for view in ("folded", "marked", "words"):
            terms[view] = tokens_of(view, question.text)
            scores[view] = lexicon.scores(view, terms[view])
            if extra:
                scores[view] = scores[view] + _LEGAL_WORD_WEIGHT * lexicon.scores(view, tokens_of(view, extra))
        return scores, terms

    def _vectors(self, readings: Sequence[Question]) -> FloatArray:
        """Encode the readings of a question, all in one run, each begun with a capital.

        The model tells "ai" from "Ai": without the capital, a question after a greeting lost its answer one time in
        fifty; with it, no other answer changed (see docs/evaluation.md).
        """
        begun = [one.text[:1].upper() + one.text[1:] for one in readings]
        texts = [
            f"{text} ({'; '.join(one.legal_words)})" if one.legal_words else text
            for text, one in zip(begun, readings, strict=True)
        ]
        return self._encoder.encode_queries(texts)

    def _dense(self, vector: FloatArray, allowed: npt.NDArray[np.bool_]) -> dict[str, FloatArray]:
        """Score the passages by nearness in meaning."""
        snapshot = self._snapshot
        only = None if allowed.all() else np.flatnonzero(allowed)
        body = self._similar(snapshot.body_vectors.search(vector, _POOL, only), len(snapshot.title_of))
        titles = self._similar(snapshot.title_vectors.search(vector, _POOL, None), snapshot.info.titles)
        return {"body": body, "title": titles[snapshot.title_of]}

    @staticmethod
    def _similar(found: tuple[npt.NDArray[np.int64], FloatArray], size: int) -> FloatArray:
        """Spread the neighbours' cosines over all rows, as the excess over the floor."""
        numbers, cosines = found
        out = np.zeros(size, dtype=np.float32)
        out[numbers] = np.maximum(0.0, cosines - _COSINE_FLOOR)
        return out

    def _rank(self, total: FloatArray, scaled: dict[str, FloatArray], limit: int) -> tuple[Hit, ...]:
        """Rank the provisions by their best passage; one found by its own and by its plain words comes before."""
        names, places = self._snapshot.provisions
        plain = self._snapshot.plain
        own, ours = np.zeros(len(names), np.float32), np.zeros(len(names), np.float32)
        np.maximum.at(own, places[~plain], total[~plain])
        np.maximum.at(ours, places[plain], total[plain])
        scores = np.maximum(own, ours) + np.float32(_BOTH) * np.minimum(own, ours)
        hits: list[Hit] = []
        for place in np.argsort(-scores, kind="stable")[:limit]:
            if scores[place] <= 0:
                break
            number = self._best_passage(int(place), total)
            signals = {name: float(values[number]) for name, values in scaled.items()}
            hits.append(Hit(ProvisionId.parse(names[place]), float(scores[place]), number, signals))
        return tuple(hits)

    def _best_passage(self, place: int, total: FloatArray) -> int:
        held = np.flatnonzero(self._snapshot.provisions[1] == place)
        return int(held[np.argmax(total[held])])


def _ms(start: float, end: float) -> float:
    return round((end - start) * 1000, 2)
