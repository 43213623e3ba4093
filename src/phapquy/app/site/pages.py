"""What all pages of the site do alike: take one knowledge base, render, and answer what goes wrong with a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from phapquy.app.contract import KnowledgeBaseProvider
from phapquy.app.failures import log_failure
from phapquy.app.fields import read_day, show_day
from phapquy.app.problems import words_of
from phapquy.app.site import strings
from phapquy.app.site.render import render
from phapquy.errors import PhapquyError, UsageError

_MAX_FIELD = 200


class _NoDay(UsageError):
    """What was typed as a day is none."""


class Site:
    """The frame around each page."""

    def __init__(self, provider: KnowledgeBaseProvider, today: Callable[[], date] = date.today) -> None:
        self._provider = provider
        self.today = today

    def base(self) -> Any:
        """Return the knowledge base of the moment."""
        return self._provider()

    def frame(self, here: str, title: str, base: Any | None = None) -> dict[str, Any]:
        """Return what ``base.html`` needs."""
        known = base.coverage if base is not None else None
        coverage = strings.COVERAGE.format(documents=known.documents, day=show_day(known.as_at)) if known else ""
        return {"here": here, "title": title, "coverage": coverage}

    def day(self, request: Request) -> date:
        """Return the day chosen on a page (``ngay``), today where none is.

        Raises:
            UsageError: it is no day.
        """
        try:
            return read_day(field(request, "ngay"), self.today())
        except UsageError as error:
            raise _NoDay(str(error)) from error

    def guarded(self, make: Callable[[Request], Response], here: str) -> Callable[[Request], Response]:
        """Wrap a page so that what goes wrong is said on a page of its own, in Vietnamese."""

        def page(request: Request) -> Response:
            try:
                return make(request)
            except _NoDay as error:
                return self.notice(here, str(error), 400, retry=request.url.path)
            except UsageError as error:
                return self.notice(here, str(error), 404, words=words_of(request.url.path))
            except PhapquyError as error:
                return self.notice(here, str(error), 503)
            except Exception as error:
                log_failure(f"page {here}", error)
                return self.notice(here, strings.UNEXPECTED, 500)

        return page

    def with_feature(
        self, name: str, here: str, title: str, make: Callable[[Request], Response]
    ) -> Callable[[Request], Response]:
        """Wrap a page that needs something of the knowledge base, which an older or a smaller one may not have."""
        missing = self.not_yet(here, title)
        return lambda request: make(request) if hasattr(type(self.base()), name) else missing(request)

    def notice(self, here: str, message: str, status: int, *, words: str = "", retry: str = "") -> HTMLResponse:
        """Return a page that only says something.

        Args:
            here: the page of the navigation it belongs to.
            message: what happened and what to do.
            status: 4xx or 5xx.
            words: what stands in its search box.
            retry: the address that shows the same by the law of today, where a day was the problem.
        """
        said = {"heading": strings.ERROR_TITLE, "message": message, "alert": True, "words": words, "retry": retry}
        return HTMLResponse(render("notice.html", **self.frame(here, strings.ERROR_TITLE), **said), status)

    def not_yet(self, here: str, title: str) -> Callable[[Request], Response]:
        """Return the page that stands where this version has nothing to show."""

        def page(_request: Request) -> Response:
            frame = self.frame(here, title, self.base())
            words = {
                "heading": strings.NOT_YET_TITLE,
                "message": strings.NOT_YET,
                "alert": False,
                "words": "",
                "retry": "",
            }
            return HTMLResponse(render("notice.html", **frame, **words))

        return page


def field(request: Request, name: str) -> str:
    """Return a field of the address, stripped and bounded."""
    return request.query_params.get(name, "").strip()[:_MAX_FIELD]
