"""Turn answers, articles and states into HTML. Every value passes an autoescaping template, law text included."""

from __future__ import annotations

import itertools
from datetime import date
from functools import lru_cache

from jinja2 import Environment

from phapquy.answer.model import Answer, Coverage
from phapquy.app import strings
from phapquy.app.article import article_lines
from phapquy.app.card import answer_view
from phapquy.app.contract import ArticleView, IndexStatus
from phapquy.app.fields import show_day
from phapquy.app.sheet import as_text
from phapquy.app.site import strings as site_strings
from phapquy.app.site.nav import HOME, NAV, STORE
from phapquy.app.templating import environment
from phapquy.app.view import (
    DOUBTFUL_SOURCES,
    clause_address,
    coverage_words,
    doubt_words,
    place_links,
    quality_words,
    safe_url,
    validity_words,
)

_renderings = itertools.count(1)
"""The page notices a new answer or panel by its change, so the same one shown twice must differ."""


def answer_card(answer: Answer, *, judged: bool = True) -> str:
    """Render the answer with its cited clauses beside it; ``judged`` asks what the officer thinks of it."""
    view = answer_view(answer)
    return render("answer.html", view=view, text=as_text(view), judged=judged, rendering=next(_renderings))


def error_card(message: str) -> str:
    """Render what went wrong, in place of an answer."""
    return render("error.html", message=message, rendering=next(_renderings))


def article_panel(article: ArticleView, as_of: date) -> str:
    """Render the panel with the whole Điều, the cited parts inside ``<mark>``."""
    validity = validity_words(article.effective_from, article.effective_to, in_force=article.in_force, as_of=as_of)
    return render(
        "article.html",
        article=article,
        as_of=as_of.isoformat(),
        lines=article_lines(article.text, article.spans),
        path=tuple(part for part in (article.document, *article.heading_path) if part),
        validity=validity,
        quality=quality_words(article.source_quality),
        doubtful=article.source_quality in DOUBTFUL_SOURCES,
        doubts=doubt_words(article.doubts),
        amended_by=place_links(article.amended_by, article.labels),
        url=safe_url(article.url),
        address=clause_address(article.id, as_of),
        rendering=next(_renderings),
    )


def article_error(message: str) -> str:
    """Render the panel with a message instead of a Điều."""
    return render("article_error.html", message=message, rendering=next(_renderings))


def status_line(status: IndexStatus, coverage: Coverage | None) -> str:
    """Render what is covered and, while it runs, how far the building of the rest is."""
    busy = ""
    if status.busy:
        known = status.share is not None
        busy = strings.BUSY.format(percent=percent(status.share)) if known else strings.BUSY_UNKNOWN
    return render(
        "status.html",
        status=status,
        busy=busy,
        percent=percent(status.share),
        coverage=coverage_words(coverage.documents, coverage.as_at) if coverage else "",
        failed=strings.BUILD_FAILED.format(reason=status.failed) if status.failed else "",
    )


def percent(share: float | None) -> int:
    """Return a share (0 to 1) as whole per cent, 100 only when it is all done."""
    if share is None:
        return 0
    return 100 if share >= 1 else max(0, int(share * 100))


def first_screen(day: date, max_question_chars: int) -> str:
    """Render the bar, and what stands below it while Gradio loads; what is typed there is kept."""
    return render("first.html", day=show_day(day), max_chars=2 * max_question_chars)


def fixed(name: str) -> str:
    """Render a part that never changes: ``lead``, ``history``, ``intro`` or ``footer``."""
    return render(f"{name}.html")


def render(template: str, **values: object) -> str:
    """Render a template of this room; every value is escaped."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(s=strings, site=site_strings, nav=NAV, here=HOME, store=STORE)
