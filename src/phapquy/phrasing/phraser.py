"""One language model at work on one answer at a time, read in a thread of its own so that it can be left behind."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from phapquy.answer.model import Answer
from phapquy.answer.rewriting import Limits, Phrased, WriterError, phrase, with_statements
from phapquy.phrasing import strings

_log = logging.getLogger(__name__)
_SECONDS = 20.0


class Phraser:
    """Rewords answers with a LlamaIndex model; every sentence is checked, and the composed one stands if it fails.

    Args:
        llm: any LlamaIndex ``LLM``; ``stream_complete`` is called with the composed sentences, never with the question.
        name: what ``phrased_by`` says; by default what the model calls itself.
        seconds: the most that one answer may take.
        notice: what a reader must be told wherever the model was asked.
    """

    def __init__(self, llm: Any, name: str = "", seconds: float = _SECONDS, notice: str = "") -> None:
        self._llm = llm
        self.name = name or _own_name(llm)
        self.notice = notice
        self._seconds = seconds
        self._at_work = threading.Lock()

    def stream(self, answer: Answer) -> Iterator[Phrased]:
        """Yield the statements of an answer in order, each as soon as its wording is settled; nothing for a refusal."""
        until = time.monotonic() + self._seconds
        yield from phrase(answer, lambda prompt: self._pieces(prompt, until), Limits(self._seconds))

    def phrase(self, answer: Answer) -> Answer:
        """Return the answer in the model's words where they passed; outcome, holders and citations stay as they are."""
        return self.gathered(answer, list(self.stream(answer)))

    def gathered(self, answer: Answer, phrased: list[Phrased]) -> Answer:
        """Return the answer that the statements of :meth:`stream` make, with what a reader must be told."""
        told = [self.notice] if self.notice and any(one.written or one.failed for one in phrased) else []
        told += [strings.FAILED] if any(one.failed for one in phrased) else []
        worded = with_statements(answer, phrased, self.name)
        return replace(worded, warnings=(*worded.warnings, *told)) if told else worded

    def _pieces(self, prompt: str, until: float) -> Iterator[str]:
        """Yield what the model writes.

        Raises:
            WriterError: it failed, or the time is over; it is then left to end by itself.
        """
        if not self._at_work.acquire(timeout=max(0.0, until - time.monotonic())):
            raise WriterError
        box: queue.SimpleQueue[str | BaseException | None] = queue.SimpleQueue()
        enough = threading.Event()
        threading.Thread(target=self._read, args=(prompt, box, enough), name="language-model", daemon=True).start()
        try:
            while (piece := _next(box, until)) is not None:
                yield piece
        finally:
            enough.set()

    def _read(self, prompt: str, box: queue.SimpleQueue[str | BaseException | None], enough: threading.Event) -> None:
        """Run in the thread: put the pieces, then None or what went wrong."""
        said = ""
        try:
            for part in self._llm.stream_complete(prompt):
                if enough.is_set():
                    break
                delta = part.delta if part.delta is not None else (part.text or "")[len(said) :]
                said += delta
                box.put(delta)
            box.put(None)
        except Exception as error:
            box.put(error)
        finally:
            self._at_work.release()


def _next(box: queue.SimpleQueue[str | BaseException | None], until: float) -> str | None:
    try:
        piece = box.get(timeout=max(0.0, until - time.monotonic()))
    except queue.Empty:
        _log.warning("the language model took too long")
        raise WriterError from None
    if isinstance(piece, BaseException):
        _log.warning("the language model failed: %s", type(piece).__name__)  # its message may hold what it was sent
        raise WriterError from None
    return piece


def _own_name(llm: Any) -> str:
    return str(getattr(getattr(llm, "metadata", None), "model_name", "") or type(llm).__name__)
