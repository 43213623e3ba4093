"""Parse an untrusted file in a process of its own: bounded in memory, time and output, its crash nobody else's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from phapquy.corpus.readers.lines import Draft
from phapquy.corpus.readers.model import Limits
from phapquy.errors import TextError, reason

_MODULE = "phapquy.corpus.readers.worker"
_BYTES_PER_CHARACTER = 16
"""Of the answer: words and places as JSON."""


def read_apart(kind: str, path: Path, limits: Limits) -> Draft:
    """Read a file of a known kind in a child process.

    Raises:
        TextError: the file cannot be read, or reading it took too long or too much memory.
    """
    return Draft.from_json(answer_apart(kind, path, limits))


def answer_apart(kind: str, path: Path, limits: Limits) -> dict[str, object]:
    """Let a child process read a file; return the JSON object it answers with.

    Raises:
        TextError: as for :func:`read_apart`.
    """
    with tempfile.TemporaryFile() as out:
        code = _run([kind, str(path), json.dumps(asdict(limits))], out, limits.seconds, path.name)
        answer = _answer(out, limits, path.name)
    if code != 0 or answer is None:
        raise TextError(
            f"Tiến trình đọc tệp {path.name} dừng bất thường (tệp hỏng, hoặc cần quá nhiều bộ nhớ hay thời gian). "
            "Hãy tải lại tệp từ nguồn chính thức hoặc chia nhỏ tệp."
        )
    if error := answer.get("error"):
        raise TextError(str(error))
    return answer


@contextmanager
def on_disk(data: bytes, name: str) -> Iterator[Path]:
    """Put the bytes of a file where a child process can read them, under a plain name in a private folder.

    Raises:
        TextError: the disk of the temporary files is full.
    """
    with tempfile.TemporaryDirectory(prefix="phapquy-") as folder:
        path = Path(folder) / name
        try:
            path.write_bytes(data)
        except OSError as error:
            raise TextError(f"Không ghi được tệp tạm vào {folder}: {reason(error)}.") from error
        yield path


def run_apart(command: Sequence[str], limits: Limits, seconds: float, name: str) -> int:
    """Run a program on an untrusted file under the same bounds; return its exit code.

    Raises:
        TextError: it took too long, or cannot be started.
    """
    with tempfile.TemporaryFile() as out:
        return _run(["run", json.dumps(list(command)), json.dumps(asdict(limits))], out, seconds, name)


def _run(arguments: list[str], out: IO[bytes], seconds: float, name: str) -> int:
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", _MODULE, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise TextError(f"Không mở được tiến trình đọc tệp: {reason(error)}.") from error
    try:
        return child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise TextError(
            f"Đọc tệp {name} quá {seconds:.0f} giây nên đã dừng. Hãy chia nhỏ tệp hoặc tải lại từ nguồn chính thức."
        ) from None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child with all it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    elif child.poll() is None:
        child.kill()
    child.wait()


def _environment() -> Mapping[str, str]:
    root = str(Path(__file__).resolve().parents[3])
    known = [part for part in (root, os.environ.get("PYTHONPATH", "")) if part]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(known), "OMP_THREAD_LIMIT": "1"}


def _answer(out: IO[bytes], limits: Limits, name: str) -> dict[str, object] | None:
    size = out.seek(0, os.SEEK_END)
    if size > limits.text_characters * _BYTES_PER_CHARACTER:
        raise TextError(f"Tệp {name} cho ra quá nhiều chữ. Hãy chia nhỏ tệp.")
    out.seek(0)
    try:
        answer = json.loads(out.read() or b"null")
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
