"""What the desk can be asked for beside an answer: the sheet as a file, and keeping a judgement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict

from phapquy.answer.model import Answer
from phapquy.app import strings
from phapquy.app.api import problem
from phapquy.app.contract import KnowledgeBaseProvider
from phapquy.app.failures import log_failure
from phapquy.app.feedback import FeedbackStore, judgement_of
from phapquy.app.fields import read_day, read_question
from phapquy.app.sheet.content import Sheet, file_name, sheet_of
from phapquy.errors import PhapquyError, UsageError

FEEDBACK_PATH, SHEET_PATH = "/api/gop-y", "/api/phieu"
_OWN_SITES = {None, "same-origin", "none"}
"""What a browser says of a request of this page; other programs say nothing."""
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_MAX_DAY_CHARS = 40


class SheetRequest(BaseModel):
    """The question and day of the answer to be put on a sheet."""

    model_config = ConfigDict(extra="forbid", strict=True)

    q: str
    as_of: str | None = None


class FeedbackRequest(SheetRequest):
    """A judgement of an answer; ``token`` names one of this page that it replaces."""

    verdict: str
    note: str = ""
    token: str = ""


class AnswerDesk:
    """Answers the question again (answers are the same each time) rather than trust what a page sends back."""

    def __init__(
        self,
        provider: KnowledgeBaseProvider,
        max_question_chars: int,
        feedback: FeedbackStore | None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._provider = provider
        self._limit = max_question_chars
        self._feedback = feedback
        self._today = today

    def sheet(self, request: SheetRequest, kind: str) -> Response:
        """Return the sheet of an answer as a file of a kind (``pdf``, ``docx``)."""
        sheet = sheet_of(self._answer(request), self._today())
        name = file_name(sheet, kind)
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(_made(sheet, kind), media_type=_TYPES[kind], headers=headers)

    def judge(self, request: FeedbackRequest) -> Response:
        """Keep a judgement; a token of an earlier one replaces it."""
        if self._feedback is None:
            return problem(403, strings.FEEDBACK_OFF)
        judgement = judgement_of(self._answer(request), request.verdict, request.note, self._today())
        token = request.token
        if not token or not self._feedback.change(token, judgement):
            token = self._feedback.add(judgement)
        return JSONResponse({"token": token})

    def _answer(self, request: SheetRequest) -> Answer:
        question = read_question(request.q, self._limit)
        day = read_day(request.as_of[:_MAX_DAY_CHARS] if request.as_of else None, self._today())
        return self._provider().ask(question, day)


def make_desk(desk: AnswerDesk) -> APIRouter:
    """Build the routes; a request that comes from another site is refused."""
    router = APIRouter()

    @router.post(f"{SHEET_PATH}/pdf")
    def pdf(request: Request, body: SheetRequest) -> Response:
        return _guarded(request, lambda: desk.sheet(body, "pdf"))

    @router.post(f"{SHEET_PATH}/docx")
    def docx(request: Request, body: SheetRequest) -> Response:
        return _guarded(request, lambda: desk.sheet(body, "docx"))

    @router.post(FEEDBACK_PATH)
    def judge(request: Request, body: FeedbackRequest) -> Response:
        return _guarded(request, lambda: desk.judge(body))

    return router


def _made(sheet: Sheet, kind: str) -> bytes:
    if kind == "pdf":
        from phapquy.app.sheet.pdf import pdf_of

        return pdf_of(sheet)
    from phapquy.app.sheet.docx import docx_of

    return docx_of(sheet)


def _guarded(request: Request, make: Callable[[], Response]) -> Response:
    if request.headers.get("sec-fetch-site") not in _OWN_SITES:
        return problem(403, strings.FROM_ELSEWHERE)
    try:
        return make()
    except PhapquyError as error:
        return problem(400 if isinstance(error, UsageError) else 503, str(error))
    except Exception as error:
        log_failure("desk", error)
        return problem(500, strings.UNEXPECTED)
