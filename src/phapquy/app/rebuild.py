"""Snapshots built one after the other in a process of their own, each time the corpus has changed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import TracebackType

from phapquy.app.background import COMMAND, BackgroundBuild
from phapquy.app.contract import IndexStatus

_LOOK_SECONDS = 0.2


class Rebuilds:
    """Builds when asked; asked again while it builds, it builds once more afterwards.

    Args:
        command: the program that builds.
        wanted: whether to begin at once.
    """

    def __init__(self, command: Sequence[str] = COMMAND, *, wanted: bool = False) -> None:
        self._command = command
        self._wanted = threading.Event()
        self._ended = threading.Event()
        self._status = IndexStatus()
        self._thread = threading.Thread(target=self._run, name="rebuilds", daemon=True)
        if wanted:
            self.ask()

    def ask(self) -> None:
        """Ask for a snapshot of the corpus as it is now; returns at once."""
        self._status = IndexStatus(busy=True, share=self._status.share or 0.0)
        self._wanted.set()

    def status(self) -> IndexStatus:
        """Return how far it is."""
        return self._status

    def __enter__(self) -> Rebuilds:
        self._thread.start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._ended.is_set():
                return
            with BackgroundBuild(self._command) as build:
                while (status := build.status()).busy and not self._ended.wait(_LOOK_SECONDS):
                    self._status = status
            # Asked again meanwhile: what was built may lack what came last, so it is not done yet.
            self._status = IndexStatus(busy=True, share=0.0) if self._wanted.is_set() else build.status()
