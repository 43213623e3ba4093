"""A long list cut into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from fastapi import Request

from phapquy.app.site import strings

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list a page stands; an address is empty where there is no page."""

    page: int
    pages: int
    total: int
    before: str
    after: str

    @property
    def words(self) -> str:
        """The place in words."""
        return strings.PAGER.format(page=self.page, pages=self.pages)


def paged(items: Sequence[_T], request: Request, size: int) -> tuple[Sequence[_T], Pager]:
    """Cut out the page that the address names (``trang``, the first where it names none)."""
    pages = max(1, -(-len(items) // size))
    typed = request.query_params.get("trang", "1")
    page = min(pages, max(1, int(typed))) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1  # noqa: PLR2004
    before = _address(request, page - 1) if page > 1 else ""
    after = _address(request, page + 1) if page < pages else ""
    return items[(page - 1) * size : page * size], Pager(page, pages, len(items), before, after)


def _address(request: Request, page: int) -> str:
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name != "trang"]
    return f"{request.url.path}?{urlencode([*kept, ('trang', str(page))])}"
