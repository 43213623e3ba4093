"""The HTTP API beside the page: ``/api/ask`` with the JSON of an answer, ``/healthz`` for supervision."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from phapquy.app import strings
from phapquy.app.contract import KnowledgeBaseProvider, StatusProvider
from phapquy.app.failures import log_failure
from phapquy.app.fields import read_day, read_question
from phapquy.errors import PhapquyError, UsageError

_MAX_DAY_CHARS = 40


class AskRequest(BaseModel):
    """A question over HTTP: ``q``, and ``as_of`` as yyyy-mm-dd or dd/mm/yyyy."""

    model_config = ConfigDict(extra="forbid", strict=True)

    q: str
    as_of: str | None = None


def make_router(provider: KnowledgeBaseProvider, status: StatusProvider, max_question_chars: int) -> APIRouter:
    """Build the routes; each request takes one knowledge base and keeps it to its end."""
    router = APIRouter()

    def ask(question: str, as_of: str | None) -> JSONResponse:
        try:
            asked = read_question(question, max_question_chars)
            day = read_day(as_of[:_MAX_DAY_CHARS] if as_of else None, date.today())
            return JSONResponse(provider().ask(asked, day).to_json())
        except PhapquyError as error:
            return problem(400 if isinstance(error, UsageError) else 503, str(error))
        except Exception as error:
            log_failure("api ask", error)
            return problem(500, strings.UNEXPECTED)

    @router.get("/api/ask")
    def ask_by_address(q: Annotated[str, Query()] = "", as_of: Annotated[str | None, Query()] = None) -> JSONResponse:
        return ask(q, as_of)

    @router.post("/api/ask")
    def ask_by_body(request: AskRequest) -> JSONResponse:
        return ask(request.q, request.as_of)

    @router.get("/healthz")
    def health() -> JSONResponse:
        return _health(provider, status)

    @router.api_route("/api/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
    def nothing_here(rest: str) -> JSONResponse:
        return problem(405, strings.API_METHOD) if rest == "ask" else problem(404, strings.API_NOT_FOUND)

    return router


def problem(status: int, message: str) -> JSONResponse:
    """Return an error as JSON: ``{"error": {"message": …}}``, in Vietnamese."""
    return JSONResponse({"error": {"message": message}}, status_code=status)


def add_error_handlers(app: FastAPI) -> None:
    """Answer a malformed request in Vietnamese, without repeating what was sent."""

    def refuse(_request: Request, _error: Exception) -> JSONResponse:
        return problem(400, strings.API_BAD_REQUEST)

    app.add_exception_handler(RequestValidationError, refuse)


def _health(provider: KnowledgeBaseProvider, status: StatusProvider) -> JSONResponse:
    try:
        base, state = provider(), status()
    except PhapquyError as error:
        return problem(503, str(error))
    except Exception as error:
        log_failure("health", error)
        return problem(500, strings.UNEXPECTED)
    body: dict[str, Any] = {
        "ok": True,
        "snapshot": base.snapshot_id,
        "documents": base.coverage.documents,
        "as_at": base.coverage.as_at.isoformat(),
        "busy": state.busy,
        "share": state.share,
    }
    return JSONResponse(body)
