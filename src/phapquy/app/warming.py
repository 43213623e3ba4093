"""What the first visitor of the matrix and of the overlaps would wait for, made ready while nobody waits.

A child process of low priority works it out and leaves it beside the snapshot (``authority/beside.py``); the server
only takes it from there, so neither its memory nor its answers feel the work. Again after a new snapshot and after
midnight.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from types import TracebackType
from typing import Any

from phapquy.app.failures import log_failure
from phapquy.authority.matrix import Filters

COMMAND = (sys.executable, "-m", "phapquy", "overlaps", "--limit", "1", "--json")
_FIRST_SECONDS, _LOOK_SECONDS = 4.0, 30.0
_LONGEST_SECONDS = 600.0
_POLITE = 15


class Warming:
    """A thread that keeps the pages of powers ready.

    Args:
        base: returns the knowledge base being served.
        today: returns the day.
        command: works out what is kept beside the newest snapshot.
        pause: seconds before the first look and between two looks.
    """

    def __init__(
        self,
        base: Callable[[], Any],
        today: Callable[[], date] = date.today,
        command: Sequence[str] = COMMAND,
        pause: tuple[float, float] = (_FIRST_SECONDS, _LOOK_SECONDS),
    ) -> None:
        self._base = base
        self._today = today
        self._command = command
        self._pause = pause
        self._done: tuple[str, date] | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = threading.Event()

    def __enter__(self) -> Warming:
        threading.Thread(target=self._run, name="warming", daemon=True).start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()

    def look(self) -> None:
        """Make ready what the base and the day of the moment need, if it is not."""
        base, day = self._base(), self._today()
        if self._done == (base.snapshot_id, day) or not hasattr(type(base), "overlaps"):
            return
        self._done = (base.snapshot_id, day)
        if self._worked_out():
            base.matrix(Filters(day=day))
            base.overlaps(day)

    def _worked_out(self) -> bool:
        """Run the child to its end; what fails is left for the first visitor."""
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            self._command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        ) as self._child:
            _be_polite(self._child.pid)
            try:
                return self._child.wait(_LONGEST_SECONDS) == 0
            except subprocess.TimeoutExpired:
                self._child.kill()
                return False

    def _run(self) -> None:
        pause, later = self._pause
        while not self._ended.wait(pause):
            pause = later
            try:
                self.look()
            except Exception as error:
                # Pages that are not ready are slow once; nothing else may come of it.
                log_failure("warming", error)


def _be_polite(process: int) -> None:
    """Lower a process's priority, where the system can."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, _POLITE)
