"""What is answered where there is nothing, or nothing works: a page for a browser, JSON for a program."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from phapquy.app import strings
from phapquy.app.site import strings as site_strings
from phapquy.app.site.nav import SITE_PATHS
from phapquy.app.site.render import render

_WORDS = 60
_SERVER = 500
_NOT_FOUND = 404
_MESSAGES = {
    404: strings.NOT_SERVED,
    405: strings.WRONG_METHOD,
    413: strings.TOO_LARGE,
}


def problem(scope: Scope, status: int, message: str = "") -> Response:
    """Say what is wrong: as a page with ways on where a browser asks for one, else as ``{"error": {"message": …}}``.

    Args:
        scope: the request.
        status: 4xx or 5xx.
        message: what happened and what to do, in Vietnamese; by the status where it is empty.
    """
    message = message or _MESSAGES.get(status, strings.UNEXPECTED if status >= _SERVER else strings.REFUSED)
    if not _wants_page(scope):
        return JSONResponse({"error": {"message": message}}, status_code=status)
    if message == strings.NOT_SERVED:
        message = site_strings.NOT_HERE
    heading = site_strings.PROBLEMS.get(status, site_strings.ERROR_TITLE)
    words = words_of(scope["path"]) if status == _NOT_FOUND else ""
    said = {"heading": heading, "message": message, "alert": True, "words": words, "retry": ""}
    page = render("notice.html", here="", title=heading, coverage="", **said)
    return HTMLResponse(page, status_code=status)


def words_of(path: str) -> str:
    """Read a name in an address as words to search for: ``/van-ban/nghi-dinh-118/2`` gives ``nghi dinh 118``.

    Below a page of the navigation it is what stands next, elsewhere the end; nothing for a page itself.
    """
    first, *rest = path.strip("/").split("/")
    known = f"/{first}" in SITE_PATHS
    name = (rest[0] if rest else "") if known else (rest[-1] if rest else first)
    return name.replace("-", " ")[:_WORDS]


def add_problem_handler(app: Any) -> None:
    """Have an application answer its own 404, 405 and the like in Vietnamese."""

    def refuse(request: Any, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        response = problem(request.scope, status)
        response.headers.update(getattr(error, "headers", None) or {})
        return response

    app.add_exception_handler(HTTPException, refuse)


def _wants_page(scope: Scope) -> bool:
    path = scope["path"]
    return "text/html" in Headers(scope=scope).get("accept", "") and not path.startswith(("/api/", "/gradio_api/"))
