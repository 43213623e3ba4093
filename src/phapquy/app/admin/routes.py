"""The HTTP routes of the administrator's page, under ``/quan-tri``."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from phapquy.app.admin import strings, view
from phapquy.app.admin.desk import Desk
from phapquy.app.admin.password import Attempts, Password
from phapquy.app.admin.sessions import COOKIE, SECONDS, Sessions
from phapquy.app.failures import log_failure
from phapquy.corpus.intake.incoming import plain_suffix
from phapquy.errors import PhapquyError, TextError, UsageError, reason

PATH = "/quan-tri"
UPLOAD = f"{PATH}/tep"
MARK = "x-phapquy"
"""A header of our own: another site's page cannot send it without being allowed to, and nobody allows it."""
_NAME = "x-ten-tep"
_NAME_CHARS = 2000
_SECONDS = 600
"""For one file to arrive: 50 MB over a slow office network."""


class _Refused(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def make_admin_router(desk: Desk, password: Password) -> APIRouter:
    """Build the routes; every one but the log-in wants an open session, every change our own header."""
    router = APIRouter(prefix=PATH)
    sessions, attempts = Sessions(), Attempts()

    def known(request: Request) -> None:
        if not sessions.holds(request.cookies.get(COOKIE)):
            raise _Refused(401, strings.LOGGED_OUT)

    @router.get("")
    def page(request: Request) -> HTMLResponse:
        inside = sessions.holds(request.cookies.get(COOKIE))
        html = view.desk_page(desk) if inside else view.login_page()
        return HTMLResponse(html, headers={"cache-control": "no-store"})

    @router.post("/vao")
    async def log_in(request: Request) -> JSONResponse:
        async def work() -> JSONResponse:
            typed = str((await _fields(request)).get("password", ""))
            return await run_in_threadpool(_log_in, request, typed, password, sessions, attempts)

        return await _answer("log in", request, work)

    @router.post("/ra")
    async def log_out(request: Request) -> JSONResponse:
        async def work() -> JSONResponse:
            sessions.end(request.cookies.get(COOKIE))
            response = JSONResponse({"ok": True})
            response.delete_cookie(COOKIE, path=PATH)
            return response

        return await _answer("log out", request, work)

    @router.post("/tep")
    async def take(request: Request) -> JSONResponse:
        async def work() -> JSONResponse:
            known(request)
            waiting = await _receive(request, desk)
            return JSONResponse({"html": view.found_card(waiting)})

        return await _answer("upload", request, work)

    @router.get("/kho")
    async def state(request: Request) -> JSONResponse:
        async def work() -> JSONResponse:
            known(request)
            html = await run_in_threadpool(view.state_card, desk)
            return JSONResponse({"html": html, "busy": desk.status().busy})

        return await _answer("state", request, work, changes=False)

    @router.post("/{action}")
    async def act(request: Request, action: str) -> JSONResponse:
        async def work() -> JSONResponse:
            known(request)
            fields = await _fields(request)
            return JSONResponse(await run_in_threadpool(_act, desk, action, fields))

        return await _answer(action, request, work)

    return router


def _act(desk: Desk, action: str, fields: dict[str, Any]) -> dict[str, Any]:
    identity = str(fields.get("id", ""))
    match action:
        case "xem":
            return {"html": view.found_card(desk.look_again(identity, view.read_given(fields)))}
        case "luu":
            slug = desk.store(identity, view.read_given(fields), similar=fields.get("similar") is True)
            return {"html": "", "said": strings.SAVED.format(slug=slug)}
        case "bo":
            desk.put_away(identity)
            return {"html": "", "said": strings.DISCARDED}
        case "go":
            return {"said": strings.REMOVED.format(name=desk.remove(str(fields.get("slug", ""))).cite_as)}
    raise UsageError(strings.BAD_REQUEST)


def _log_in(request: Request, typed: str, password: Password, sessions: Sessions, attempts: Attempts) -> JSONResponse:
    address = request.client.host if request.client else "?"
    if (left := attempts.wait(address)) > 0:
        raise _Refused(429, strings.WAIT.format(seconds=int(left) + 1))
    # Counted before the slow comparison, so that many tries at once are not all free.
    attempts.failed(address)
    if not password.matches(typed):
        raise _Refused(401, strings.WRONG)
    attempts.succeeded(address)
    response = JSONResponse({"ok": True})
    response.set_cookie(
        COOKIE,
        sessions.begin(),
        max_age=int(SECONDS),
        path=PATH,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


async def _receive(request: Request, desk: Desk) -> Any:
    """Write the body to a private file, never more than the bound, and have it examined."""
    name = unquote(request.headers.get(_NAME, "")[:_NAME_CHARS])
    if not name:
        raise UsageError(strings.NO_FILE)
    suffix = plain_suffix(name)
    limit = strings.TOO_LARGE.format(limit=desk.settings.upload_mb)
    with tempfile.TemporaryDirectory(prefix="phapquy-") as folder:
        path = Path(folder) / f"tai-len{suffix}"
        try:
            async with asyncio.timeout(_SECONDS):
                size = await _write(request, path, desk.max_bytes, limit)
        except TimeoutError as error:
            raise TextError(strings.CUT_OFF) from error
        except OSError as error:
            raise TextError(strings.STORE_PROBLEM.format(reason=reason(error))) from error
        told = request.headers.get("content-length", "")
        if told.isdigit() and int(told) != size:
            raise TextError(strings.CUT_OFF)
        return await run_in_threadpool(desk.examine, path, name)


async def _write(request: Request, path: Path, most: int, limit: str) -> int:
    size = 0
    with path.open("xb") as out:
        async for chunk in request.stream():
            size += len(chunk)
            if size > most:
                raise _Refused(413, limit)
            await run_in_threadpool(out.write, chunk)
    return size


async def _fields(request: Request) -> dict[str, Any]:
    try:
        fields = await request.json()
    except (ValueError, RecursionError) as error:
        raise UsageError(strings.BAD_REQUEST) from error
    if not isinstance(fields, dict):
        raise UsageError(strings.BAD_REQUEST)
    return fields


async def _answer(where: str, request: Request, work: Callable[[], Any], *, changes: bool = True) -> JSONResponse:
    """Do the work; whatever goes wrong is said in Vietnamese, and what nobody foresaw is logged without its content."""
    try:
        if changes:
            _check_origin(request)
        response: JSONResponse = await work()
    except _Refused as error:
        return _problem(error.status, str(error))
    except PhapquyError as error:
        return _problem(400, str(error))
    except ClientDisconnect:
        return _problem(400, strings.CUT_OFF)
    except Exception as error:
        log_failure(f"admin {where}", error)
        return _problem(500, strings.UNEXPECTED)
    response.headers["cache-control"] = "no-store"
    return response


def _check_origin(request: Request) -> None:
    """Refuse what another site's page may have sent with the administrator's cookie."""
    origin = request.headers.get("origin")
    same = origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    if not same or site not in ("same-origin", "none") or request.headers.get(MARK) != "1":
        raise _Refused(403, strings.NOT_OURS)


def _problem(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": {"message": message}}, status_code=status, headers={"cache-control": "no-store"})
