"""Build the index in another process: the first texts before serving, the rest while this one answers.

``python -m phapquy.app.background [--polite] [slug …]`` builds and prints one JSON object a line to stdout:
``{"line": "…", "share": 0.42}`` while it works, at the end ``{"done": id}`` or ``{"failed": message}``.
A process of its own because building takes libraries and memory that answering never needs.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any

from phapquy.app import strings
from phapquy.app.contract import IndexStatus
from phapquy.errors import PhapquyError, SnapshotError, reason

_POLITE = 10
"""Niceness: a person with a citizen waiting goes before the build."""
_STOP_SECONDS = 5
COMMAND = (sys.executable, "-m", "phapquy.app.background")
_POLITE_FLAG = "--polite"


def build_first(
    slugs: Sequence[str] | None, show: Callable[[str, float], None], command: Sequence[str] = COMMAND
) -> None:
    """Build the named documents (all there are when None) and wait for it.

    Args:
        slugs: what to index.
        show: called with a Vietnamese line and the share done (0 to 1).
        command: the program that builds.

    Raises:
        PhapquyError: the build failed; the message is the build's own.
    """
    process = _start((*command, *(slugs or ())))
    failed: str | None = strings.BUILD_BROKE_OFF
    try:
        for message in _messages(process):
            if "share" in message:
                show(str(message.get("line", "")), float(message["share"]))
            elif "failed" in message:
                failed = str(message["failed"])
            elif "done" in message:
                failed = None
        process.wait()
    finally:
        _stop(process)
    if failed is not None:
        raise SnapshotError(failed)


class BackgroundBuild:
    """A build in a child process; leaving the context stops it, and a stopped build publishes nothing."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = (*command, _POLITE_FLAG)
        self._status = IndexStatus(busy=True, share=0.0)
        self._process: subprocess.Popen[str] | None = None

    def status(self) -> IndexStatus:
        """Return how far it is."""
        return self._status

    def __enter__(self) -> BackgroundBuild:
        try:
            self._process = _start(self._command)
        except OSError as error:
            self._status = IndexStatus(failed=reason(error))
            return self
        threading.Thread(target=self._follow, name="background-build", daemon=True).start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            _stop(self._process)

    def _follow(self) -> None:
        process = self._process
        assert process is not None
        ended: IndexStatus | None = None
        for message in _messages(process):
            if "share" in message:
                self._status = IndexStatus(busy=True, share=float(message["share"]))
            elif "done" in message:
                ended = IndexStatus()
            elif "failed" in message:
                ended = IndexStatus(failed=str(message["failed"]))
        code = process.wait()
        self._status = ended or IndexStatus(failed=strings.BUILD_DIED.format(code=code))


def main(arguments: Sequence[str]) -> int:
    """Build what is named, or everything that is available; return 0, or 1 when it failed."""
    from phapquy.config import load_settings
    from phapquy.index.build import build

    signal.signal(signal.SIGTERM, _end)
    if _POLITE_FLAG in arguments and hasattr(os, "nice"):
        os.nice(_POLITE)
    slugs = [argument for argument in arguments if argument != _POLITE_FLAG]
    try:
        done = build(load_settings(), slugs or None, lambda line, share: _say(line=line, share=round(share, 4)))
    except PhapquyError as error:
        _say(failed=str(error))
        return 1
    except Exception as error:
        _say(failed=strings.BUILD_BROKE.format(kind=type(error).__name__))
        return 1
    _say(done=done)
    return 0


def _end(_number: int, _frame: object) -> None:
    # An exception, so that the build's own clean-up of its unfinished folder runs.
    raise SystemExit(1)


def _start(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        # Ctrl-C goes to the whole group; this process ends the child itself, and quietly.
        start_new_session=True,
    )


def _stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def _messages(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    """Yield what the child says; anything else a library may print is passed over."""
    assert process.stdout is not None
    for line in process.stdout:
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if isinstance(message, dict):
            yield message


def _say(**message: Any) -> None:
    # ASCII, so that no encoding of the terminal can matter.
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
