"""Measure answering inside one fresh process: ``python -m phapquy.bench.probe`` prints one JSON object.

A process of its own, so that neither the tables nor the command line count as memory or as imports.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from phapquy.bench.machine import peak_memory_mb
from phapquy.bench.samples import QUESTIONS, WARM_UP


class Askable(Protocol):
    """What can be asked."""

    def ask(self, question: str) -> object:
        """Answer a question."""
        ...


def probe(
    open_base: Callable[[], Askable],
    encode: Callable[[str], object],
    questions: Sequence[str] = QUESTIONS,
    warm_up: Sequence[str] = WARM_UP,
) -> dict[str, Any]:
    """Open, warm up, then time every question once, and the encoding of every question once.

    Returns:
        ``open_s``, ``answer_ms`` and ``encode_ms`` (one figure a question), ``torch`` (imported after
        answering), ``peak_mb`` (before the bare encoder is loaded a second time).
    """
    open_s, base = _timed(open_base)
    for question in warm_up:
        base.ask(question)
    answers = [_timed(partial(base.ask, question))[0] * 1000 for question in questions]
    torch, peak = "torch" in sys.modules, peak_memory_mb()
    for question in warm_up:
        encode(question)
    encodings = [_timed(partial(encode, question))[0] * 1000 for question in questions]
    return {"open_s": open_s, "answer_ms": answers, "encode_ms": encodings, "torch": torch, "peak_mb": peak}


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def main() -> None:
    """Probe the configured knowledge base and print what was found."""
    from phapquy.assistant import KnowledgeBase
    from phapquy.config import load_settings
    from phapquy.errors import PhapquyError

    settings = load_settings()
    encoder: list[Any] = []

    def encode(question: str) -> object:
        if not encoder:
            from phapquy.index.embedding import Encoder

            encoder.append(Encoder.load(settings))
        return encoder[0].encode_queries([question])

    try:
        found = probe(lambda: KnowledgeBase.open(settings), encode)
    except PhapquyError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(error.exit_code) from error
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
