"""Run the program as a user does, in processes of its own, and time or weigh it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from phapquy.bench.machine import peak_memory_mb
from phapquy.errors import PhapquyError

START_LIMIT_S = 90.0
"""A server that has not answered by then is not measured."""
_POLL_S = 0.25
_SETTLE_S = 3.0
_HTTP_OK = 200


def run(arguments: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[float, str]:
    """Run ``python <arguments>`` to its end; return the seconds it took and its output.

    Raises:
        PhapquyError: it failed; the message holds the last line it wrote.
    """
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        check=False,
    )
    elapsed = time.perf_counter() - started
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip() or f"mã thoát {done.returncode}").splitlines()[-1]
        raise PhapquyError(f"Lệnh con không chạy được: {said}")
    return elapsed, done.stdout


def median_seconds(arguments: Sequence[str], times: int) -> float:
    """Return the median time of several runs, each in a new process.

    Raises:
        PhapquyError: a run failed.
    """
    return median(run(arguments)[0] for _ in range(times))


def server_peak_mb(questions: Sequence[str] = ()) -> int | None:
    """Start the web assistant, wait until it answers, and return its peak memory in MB.

    The server is stopped again. ``questions`` are asked through its HTTP interface where it has one.

    Raises:
        PhapquyError: it ended or did not answer in time.
    """
    with serving() as (port, process_id):
        for question in questions:
            _ask(port, question)
        time.sleep(_SETTLE_S)
        return peak_memory_mb(process_id)


@contextlib.contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """Start the web assistant in a process of its own; give its port and process id once it answers.

    Raises:
        PhapquyError: it ended or did not answer in time.
    """
    port = free_port()
    env = {**os.environ, "PHAPQUY_HOST": "127.0.0.1", "PHAPQUY_PORT": str(port), "PHAPQUY_FEEDBACK": "false"}
    server = subprocess.Popen(
        [sys.executable, "-m", "phapquy", "serve"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=env,
    )
    try:
        _wait_until_up(server, f"http://127.0.0.1:{port}/healthz")
        yield port, server.pid
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """Return a port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(server: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until:
        if server.poll() is not None:
            raise PhapquyError(f"Máy chủ dừng ngay khi mở (mã thoát {server.returncode}).")
        try:
            with urllib.request.urlopen(url, timeout=5) as page:
                if page.status == _HTTP_OK:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(_POLL_S)
    raise PhapquyError(f"Máy chủ không mở được trong {START_LIMIT_S:.0f} giây.")


def _ask(port: int, question: str) -> None:
    query = urllib.parse.urlencode({"q": question})
    with contextlib.suppress(urllib.error.URLError, OSError):  # a refused question still weighs nothing
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/ask?{query}", timeout=30).close()
