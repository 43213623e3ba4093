"""What a page gives as a file to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from phapquy.app.site import strings
from phapquy.errors import UsageError

_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


Makers = Mapping[str, Callable[[Any, Any], str | bytes]]
"""What makes a file of each ending."""


def links(path: str, request: Request, kinds: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return words and addresses of the files of what a page shows; ``kinds`` are endings with their words."""
    return [(words, f"{path}/xuat.{kind}?{request.url.query}") for kind, words in kinds]


def as_file(name: str, request: Request, made: Makers, what: Any, base: Any) -> Response:
    """Make the file whose kind the address names.

    Args:
        name: how the file is called, without its ending.
        request: ``kind`` in its path is the ending.
        made: what makes each kind of file, from ``what`` and ``base``.
        what: what is written.
        base: the knowledge base it comes from.

    Raises:
        UsageError: there is no such kind of file; the message says which there are.
    """
    kind = request.path_params["kind"]
    if kind not in made:
        raise UsageError(strings.NO_SUCH_FILE.format(kind=kind, kinds=", ".join(made)))
    headers = {"content-disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(made[kind](what, base), media_type=_KINDS[kind], headers=headers)
