"""What the page does on each event, without Gradio: text and clicks in, HTML out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from phapquy.app import render, strings
from phapquy.app.contract import KnowledgeBaseProvider, StatusProvider
from phapquy.app.failures import log_failure
from phapquy.app.fields import read_day, read_question, show_day
from phapquy.errors import LanguageModelError, PhapquyError, UsageError
from phapquy.law.provision import ProvisionId

BUSY_SECONDS = 3.0
"""How often the state is asked for while a build runs."""
IDLE_SECONDS = 60.0
_MAX_ID_CHARS = 200


class Page:
    """What the page does on each event; every method gives HTML and never raises."""

    def __init__(
        self,
        provider: KnowledgeBaseProvider,
        status: StatusProvider,
        max_question_chars: int,
        today: Callable[[], date] = date.today,
        *,
        rewords: bool = False,
        judged: bool = True,
    ) -> None:
        self._provider = provider
        self._status = status
        self.max_question_chars = max_question_chars
        self.rewords = rewords
        """Whether a language model is configured that may reword answers."""
        self._judged = judged
        self._today = today

    def ask(self, question: object, day: object) -> str:
        """Answer a typed question by the law of the typed day."""

        def card() -> str:
            asked = read_question(question, self.max_question_chars)
            as_of = read_day(day, self._today())
            return render.answer_card(self._provider().ask(asked, as_of), judged=self._judged)

        return _guarded(card, render.error_card, "ask")

    def reworded(self, question: object, day: object) -> str:
        """Answer once more in the words of the language model; nothing where the card shown can stay."""

        def card() -> str:
            as_of = read_day(day, self._today())
            base = self._provider()
            answer = base.ask(read_question(question, self.max_question_chars), as_of)
            try:
                new = base.phrase(answer)
            except LanguageModelError as error:
                new = replace(answer, warnings=(*answer.warnings, str(error)))
            return render.answer_card(new, judged=self._judged) if new != answer else ""

        return _guarded(card, lambda _message: "", "reword")

    def article(self, data: object) -> str:
        """Open the Điều named by a click (``{"id": …, "as_of": …}``)."""

        def panel() -> str:
            fields = data if isinstance(data, dict) else {}
            as_of = read_day(fields.get("as_of"), self._today())
            return render.article_panel(self._provider().article(_provision(fields.get("id")), as_of), as_of)

        return _guarded(panel, render.article_error, "article")

    def status(self) -> tuple[str, float]:
        """Return the status line and the seconds until it is worth asking again."""
        seconds = IDLE_SECONDS

        def line() -> str:
            nonlocal seconds
            status = self._status()
            seconds = BUSY_SECONDS if status.busy else IDLE_SECONDS
            return render.status_line(status, self._provider().coverage)

        return _guarded(line, render.error_card, "status"), seconds

    def day(self) -> str:
        """Return today as the date field shows it."""
        return show_day(self._today())


def _guarded(make: Callable[[], str], show: Callable[[str], str], where: str) -> str:
    try:
        return make()
    except PhapquyError as error:
        return show(str(error))
    except Exception as error:
        log_failure(where, error)
        return show(strings.UNEXPECTED)


def _provision(text: object) -> str:
    if not isinstance(text, str) or len(text) > _MAX_ID_CHARS:
        raise UsageError(strings.BAD_PROVISION)
    try:
        return str(ProvisionId.parse(text))
    except ValueError as error:
        raise UsageError(strings.BAD_PROVISION) from error
