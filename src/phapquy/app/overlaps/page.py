"""The report as one HTML page: no script, nothing from outside, printable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from phapquy.app.overlaps import chart, strings
from phapquy.app.overlaps.rows import Row
from phapquy.authority.overlaps.model import Verdict
from phapquy.law.compare import Change, word_diff

_COMPARED = 4_000
"""Characters of a clause up to which single words are compared; a longer one is shown as it is."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about, for its head."""

    day: date
    choices: tuple[str, ...]
    """What was asked for, in words."""
    documents: int
    powers: int
    pairs: int
    found: int
    """How many findings there are in all; the page may show fewer."""


def page_of(rows: Sequence[Row], scope: Scope) -> str:
    """Write the page."""
    groups = [(verdict, [row for row in rows if row.kind is verdict]) for verdict in Verdict]
    return _template().render(
        scope=scope,
        rows=rows,
        groups=[(verdict, found) for verdict, found in groups if found],
        counts=Counter(row.kind for row in rows),
        words=strings,
        by_field=chart.by_field(rows),
        by_level=chart.by_level(rows),
        marked=marked,
    )


def marked(row: Row) -> tuple[Markup, Markup]:
    """Return the words of both clauses, those that the other does not have marked."""
    first, second = row.first.clause, row.second.clause
    if len(first) > _COMPARED or len(second) > _COMPARED:
        return _lines(Markup.escape(first)), _lines(Markup.escape(second))
    changes = word_diff(first, second)
    return _side(changes, old=True), _side(changes, old=False)


def _side(changes: Sequence[Change], *, old: bool) -> Markup:
    parts = []
    for change in changes:
        words = change.old if old else change.new
        if words:
            parts.append(Markup.escape(words) if change.kept else Markup("<mark>{}</mark>").format(words))
    return _lines(Markup(" ").join(parts))


def _lines(words: Markup) -> Markup:
    return Markup(str(words).replace("\n", "<br>"))


@lru_cache(maxsize=1)
def _template():  # type: ignore[no-untyped-def]  # noqa: ANN202
    environment = Environment(
        loader=PackageLoader("phapquy.app", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("overlaps.html")
