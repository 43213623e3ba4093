import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.config import Settings
from tests.app.browsing import ARGS, CHROMIUM, QUESTION, SEEN, Watched
from tests.app.fireflies import FakeBase


@dataclass
class Stage:
    """What a test may change while the application runs."""

    base: Any = field(default_factory=FakeBase)
    status: IndexStatus = field(default_factory=IndexStatus)


@pytest.fixture(scope="session")
def stage() -> Stage:
    return Stage()


@pytest.fixture(autouse=True)
def fresh_stage(stage: Stage) -> None:
    stage.base = FakeBase()
    stage.status = IndexStatus()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("nha"), port=free_port(), max_question_chars=2000)


@pytest.fixture(scope="session")
def application(settings: Settings, stage: Stage) -> Any:
    from phapquy.app.server import create_app

    return create_app(settings, lambda: stage.base, lambda: stage.status)


@pytest.fixture(scope="session")
def served(application: Any, settings: Settings) -> Iterator[str]:
    """The whole application on a real port."""
    with running(application, settings.port) as address:
        yield address


@contextmanager
def running(application: Any, port: int) -> Iterator[str]:
    """Serve an application on a port; give its address."""
    import uvicorn

    config = uvicorn.Config(application, host="127.0.0.1", port=port, log_level="critical", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def open_desk(browser: Any, served: str) -> Iterator[Any]:
    """Open the question desk and wait until it is ready."""
    opened = []

    def open_it(width: int = 1280, height: int = 860, scheme: str = "light", locale: str = "vi-VN") -> Any:
        size = {"width": width, "height": height}
        watched = Watched(browser, served, viewport=size, color_scheme=scheme, locale=locale)
        opened.append(watched)
        page = watched.page()
        page.add_init_script(SEEN)
        page.goto(served)
        page.wait_for_selector(".pq-status")
        page.wait_for_selector(QUESTION)
        return page

    yield open_it
    for watched in opened:
        watched.close()
