"""What every request passes: a bounded body, known paths only, security headers, and a Vietnamese head on the page."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from phapquy.app import strings
from phapquy.app.failures import log_failure
from phapquy.app.problems import problem
from phapquy.app.site.nav import SITE_PATHS
from phapquy.app.theme import STATIC_PATH, body_tags, head_tags

MAX_BODY = 1_000_000
"""Bytes. A question of 100,000 characters still arrives and is answered with a clear message; more is refused."""

_SERVED = re.compile(
    rf"/(?:$|healthz$|api/|assets/|static/|svelte/|theme\.css|favicon\.ico$|robots\.txt$|config$|{STATIC_PATH[1:]}/"
    r"|gradio_api/(?:run/|queue/|heartbeat/|startup-events|app_id|reset|cancel|call/|theme\.css))"
)
"""What the page needs; uploads, proxies, file access and the editor of Gradio are not among them."""
_ADMIN = re.compile(r"/quan-tri(?:/(?:vao|ra|tep|xem|luu|bo|go|kho))?$")
"""The administrator's page, served only where it is switched on."""
_UPLOAD = "/quan-tri/tep"

_SITE = re.compile(rf"(?:{'|'.join(SITE_PATHS)})(?:/|$)")
"""The pages rendered on the server."""

_READING = ("GET", "HEAD")
"""Nothing is changed by what these pages are asked for."""

_REFUSED = 400
_SITE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""They have no script or style of their own inside the page, so none is allowed there."""

_POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-src 'none'; frame-ancestors 'none'"
)
# 'unsafe-eval' is Gradio's: its HTML component compiles its own fixed template in the browser.

_OUTSIDE_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>', re.IGNORECASE)
_MANIFEST = re.compile(r'<link rel="manifest"[^>]*>')
_SCRIPT = re.compile(r"<script(?=[\s>])")
_BODY = re.compile(r"<body[^>]*>")


class Guard:
    """ASGI middleware around the whole application.

    Args:
        app: the application.
        first: gives the markup of the first screen, shown until Gradio has loaded.
        uploads: the most bytes of a file sent to the administrator's page; 0 where that is off.
    """

    def __init__(self, app: ASGIApp, first: Callable[[], str] = str, uploads: int = 0) -> None:
        self._app = app
        self._first = first
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it with a message in Vietnamese."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        upload = bool(self._uploads) and scope["path"] == _UPLOAD
        refusal = _refuse(scope, self._uploads if upload else MAX_BODY, admin=bool(self._uploads))
        own = refusal or _SITE.match(scope["path"])
        policy = _SITE_POLICY if own else _POLICY.format(nonce=nonce)
        outgoing = _Outgoing(send, nonce, policy, self._first if scope["path"] == "/" and not refusal else None)
        if refusal:
            await refusal(scope, receive, outgoing)
            return
        if upload:
            # A file is not held in memory: the route counts what it writes, once it knows who sends it.
            await self._pass(scope, receive, outgoing)
            return
        messages = await _read_body(receive)
        if messages is None:
            await problem(scope, 413)(scope, receive, outgoing)
            return
        await self._pass(scope, _replay(messages, receive), outgoing)

    async def _pass(self, scope: Scope, receive: Receive, outgoing: _Outgoing) -> None:
        try:
            await self._app(scope, receive, outgoing)
        except Exception as error:
            log_failure(f"request {scope['method']}", error)
            if not outgoing.started:
                await problem(scope, 500)(scope, receive, outgoing)


def vietnamese_page(html: str, nonce: str, first: str) -> str:
    """Rewrite Gradio's page: Vietnamese, our head and first screen, a nonce on each script, no other site."""
    html = html.replace('lang="en"', 'lang="vi"', 1)
    html = _MANIFEST.sub("", _OUTSIDE_META.sub("", html))
    html = _SCRIPT.sub(f'<script nonce="{nonce}"', html)
    html = html.replace("</head>", head_tags(nonce) + "</head>", 1)
    return _BODY.sub(lambda match: match.group() + body_tags() + first, html, count=1)


class _Outgoing:
    """Add the headers to every response and rewrite the page on its way out."""

    def __init__(self, send: Send, nonce: str, policy: str, first: Callable[[], str] | None) -> None:
        self._send = send
        self._nonce = nonce
        self._policy = policy
        self._first = first or str
        self._rewrite = first is not None
        self._start: Message | None = None
        self._body = bytearray()
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            # Gradio's pages need more than ours; what says that there is none is ours.
            _secure(headers, self._policy if message["status"] < _REFUSED else _SITE_POLICY)
            self._rewrite = self._rewrite and headers.get("content-type", "").startswith("text/html")
            if self._rewrite:
                self._start = message
                return
            self.started = True
        elif self._rewrite and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page()
            return
        await self._send(message)

    async def _send_page(self) -> None:
        assert self._start is not None
        html = self._body.decode("utf-8")
        page = vietnamese_page(html, self._nonce, self._first()).encode("utf-8") if html else b""
        headers = MutableHeaders(scope=self._start)
        if page:
            headers["content-length"] = str(len(page))
        headers["cache-control"] = "no-store"
        self.started = True
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": page})


def _secure(headers: MutableHeaders, policy: str) -> None:
    headers["content-security-policy"] = policy
    headers["x-content-type-options"] = "nosniff"
    headers["x-frame-options"] = "DENY"
    headers["referrer-policy"] = "no-referrer"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=()"


async def _read_body(receive: Receive) -> list[Message] | None:
    """Read the whole body; None when it is larger than the bound, so that no part of it is ever parsed."""
    messages: list[Message] = []
    size = 0
    while True:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > MAX_BODY:
            return None
        if message["type"] != "http.request" or not message.get("more_body"):
            return messages


def _replay(messages: list[Message], receive: Receive) -> Receive:
    waiting = iter(messages)

    async def next_message() -> Message:
        for message in waiting:
            return message
        return await receive()

    return next_message


def _refuse(scope: Scope, most: int, *, admin: bool) -> Response | None:
    length = Headers(scope=scope).get("content-length", "0")
    if length.isdigit() and int(length) > most:
        return problem(scope, 413, strings.TOO_LARGE if most == MAX_BODY else strings.UPLOAD_TOO_LARGE)
    site = _SITE.match(scope["path"])
    administration = _ADMIN.match(scope["path"])
    if not (site or _SERVED.match(scope["path"]) or (admin and administration)):
        return problem(scope, 404, strings.ADMIN_OFF if administration else "")
    if (site or scope["path"] == "/") and scope["method"] not in _READING:
        refusal = problem(scope, 405)
        refusal.headers["allow"] = ", ".join(_READING)
        return refusal
    return None
