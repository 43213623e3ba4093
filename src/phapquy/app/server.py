"""Serve the page and the HTTP API from one process on one port."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from phapquy.app import strings
from phapquy.app.contract import KnowledgeBaseProvider, StatusProvider
from phapquy.config import Settings
from phapquy.errors import PhapquyError, UsageError, reason

if TYPE_CHECKING:
    from phapquy.app.admin.desk import Desk
    from phapquy.app.page import Page

_BACKLOG = 128
_HIGHEST_PORT = 65535
_ALL_ADDRESSES = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}
_STOP_SECONDS = 1


def create_app(
    settings: Settings, kb_provider: KnowledgeBaseProvider, status_provider: StatusProvider, desk: Desk | None = None
) -> Any:
    """Build the ASGI application: API, pages, static files, and the Gradio page at ``/``, all behind the guard.

    With a ``desk`` and an administrator's password it also has the administrator's page.

    Raises:
        UsageError: the configured password is too short, or its hash is damaged.
    """
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles

    from phapquy.app.api import add_error_handlers, make_router
    from phapquy.app.desk import AnswerDesk, make_desk
    from phapquy.app.feedback import FeedbackStore
    from phapquy.app.guard import Guard
    from phapquy.app.page import Page
    from phapquy.app.problems import add_problem_handler
    from phapquy.app.render import first_screen
    from phapquy.app.site.routes import make_site
    from phapquy.app.theme import STATIC_DIR, STATIC_PATH

    limit = settings.max_question_chars
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_error_handlers(app)
    add_problem_handler(app)
    store = FeedbackStore(settings.feedback_path, settings.feedback_limit) if settings.feedback else None
    app.include_router(make_desk(AnswerDesk(kb_provider, limit, store)))
    app.include_router(make_router(kb_provider, status_provider, limit))
    app.include_router(make_site(kb_provider, settings.originals_dir))
    uploads = _open_desk(app, settings, desk)
    app.mount(STATIC_PATH, StaticFiles(directory=STATIC_DIR))
    page = Page(kb_provider, status_provider, limit, rewords=bool(settings.language_model), judged=settings.feedback)
    _mount(app, page)
    return Guard(app, lambda: first_screen(date.today(), limit), uploads)


def _mount(app: Any, page: Page) -> None:
    """Put the Gradio page at ``/``, below everything that was put there before."""
    import gradio as gr

    from phapquy.app.problems import add_problem_handler
    from phapquy.app.theme import FAVICON, make_theme
    from phapquy.app.web import build_blocks

    mounted: Any = gr.mount_gradio_app(
        app,
        build_blocks(page),
        path="/",
        theme=make_theme(),
        favicon_path=str(FAVICON),
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        max_file_size=0,
    )
    add_problem_handler(mounted.routes[-1].app)


def _open_desk(app: Any, settings: Settings, desk: Desk | None) -> int:
    """Add the administrator's routes where they are wanted; return the most bytes of an upload, 0 without them."""
    secret = settings.admin_password.get_secret_value()
    if desk is None or not secret:
        return 0
    from phapquy.app.admin.password import Password
    from phapquy.app.admin.routes import make_admin_router

    app.include_router(make_admin_router(desk, Password.of(secret)))
    return desk.max_bytes


def serve(
    settings: Settings,
    kb_provider: KnowledgeBaseProvider,
    status_provider: StatusProvider,
    open_browser: bool = False,
    on_ready: Callable[[str], None] | None = None,
    *,
    desk: Desk | None = None,
) -> None:
    """Serve until Ctrl-C or a termination signal; then return quietly.

    Args:
        settings: host, port and the longest question accepted.
        kb_provider: gives the knowledge base of the moment, once per request.
        status_provider: says how far the index is.
        open_browser: open the page in the user's browser once it answers.
        on_ready: called with the page's address once it answers.
        desk: the administrator's desk, where there is to be one.

    Raises:
        PhapquyError: the port is in use, or the address cannot be opened.
    """
    # The port first: a taken port is said at once, not after Gradio's four seconds.
    listener = open_port(settings.host, settings.port)
    try:
        # uvicorn stops on either signal, then raises it again; what else runs (a build) must be stopped in order too.
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        app = create_app(settings, kb_provider, status_provider, desk)
        _run(app, listener, _greeting(settings, open_browser, on_ready))
    except KeyboardInterrupt:
        return
    finally:
        listener.close()


def open_port(host: str, port: int) -> socket.socket:
    """Bind the address.

    Raises:
        PhapquyError: the port is in use or may not be opened; the message names ``--port``.
        UsageError: the host is not an address of this machine.
    """
    other = port + 1 if port < _HIGHEST_PORT else port - 1
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PhapquyError(strings.PORT_BUSY.format(port=port, other=other)) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise PhapquyError(strings.PORT_DENIED.format(port=port, other=7860)) from error
        raise UsageError(strings.BAD_HOST.format(host=host, port=port, reason=reason(error))) from error
    return listener


def address(host: str, port: int) -> str:
    """Return the page's address as typed into a browser on this machine."""
    shown = _ALL_ADDRESSES.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def _greeting(settings: Settings, open_browser: bool, on_ready: Callable[[str], None] | None) -> Callable[[], None]:
    def greet() -> None:
        url = address(settings.host, settings.port)
        if on_ready is not None:
            on_ready(url)
        if open_browser:
            webbrowser.open(url)

    return greet


def _run(app: Any, listener: socket.socket, greet: Callable[[], None]) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                greet()

    # Open pages hold a heartbeat open; cutting it at the end is expected and not worth a word.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        app,
        # The access log would hold questions.
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=_STOP_SECONDS,
        server_header=False,
    )
    Server(config).run(sockets=[listener])
