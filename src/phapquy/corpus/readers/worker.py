"""The child process that parses one untrusted file: limits first, then the file, then one JSON object on stdout."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from phapquy.corpus.readers.model import Limits
from phapquy.errors import PhapquyError, reason

_OPEN_FILES = 256
_LONGEST = 3600
"""Seconds of computing for such a program; its parent ends it earlier."""
_OWN_MEMORY = 4
"""Of the memory allowed to a reader: programs for recognition start several processes and map large data."""


def main(arguments: list[str]) -> int:
    """Read ``kind path limits`` and print the draft, or become the program of ``run command limits``."""
    kind, subject, limits_json = arguments
    limits = Limits(**json.loads(limits_json))
    if kind == "run":
        command = json.loads(subject)
        _bound(limits, factor=_OWN_MEMORY, cpu=_LONGEST)
        os.execvp(command[0], command)
    _bound(limits, factor=1, cpu=int(limits.seconds) + 1)
    answer: dict[str, Any]
    try:
        answer = _read(kind, Path(subject), limits)
    except PhapquyError as error:
        answer = {"error": str(error)}
    except (MemoryError, RecursionError):
        answer = {"error": "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Hãy chia nhỏ tệp."}
    except OSError as error:
        answer = {"error": f"Không đọc được tệp: {reason(error)}."}
    sys.stdout.write(json.dumps(answer))
    return 0


def _read(kind: str, path: Path, limits: Limits) -> dict[str, Any]:
    if kind == "pages":
        from phapquy.corpus.readers.pages import read_pages

        return {"pages": [[page.label, page.text] for page in read_pages(path)]}
    if kind == "pdf":
        from phapquy.corpus.readers.pdf import read_pdf as read
    elif kind == "docx":
        from phapquy.corpus.readers.docx import read_docx as read
    else:
        from phapquy.corpus.readers.html import read_html as read
    return read(path, limits).to_json()


def _bound(limits: Limits, *, factor: int, cpu: int) -> None:
    """Set the limits of this process; a system without them still has the parent's deadline."""
    try:
        import resource
    except ImportError:
        return
    wanted = [(resource.RLIMIT_AS, limits.memory_bytes * factor), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, cpu)]
    if factor == 1:
        wanted.append((resource.RLIMIT_NOFILE, _OPEN_FILES))
    for which, most in wanted:
        _, hard = resource.getrlimit(which)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (bound, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
