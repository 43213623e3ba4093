"""The report as one HTML page: no script, nothing from outside, printable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from jinja2 import Template
from markupsafe import Markup

from phapquy.app.overlaps import chart, strings
from phapquy.app.overlaps.rows import Row
from phapquy.app.overlaps.scope import Scope
from phapquy.app.templating import environment
from phapquy.authority.overlaps.model import Verdict
from phapquy.vietnamese.numbers import dotted

_COMPARED = 4_000
"""Characters of a clause up to which single words are compared; a longer one is shown as it is."""


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
        dotted=dotted,
    )


def marked(row: Row) -> tuple[Markup, Markup]:
    """Return the words of both clauses as they stand, those that the other does not have marked."""
    first, second = row.first.clause, row.second.clause
    if len(first) > _COMPARED or len(second) > _COMPARED:
        return _lines(Markup.escape(first)), _lines(Markup.escape(second))
    mine, theirs = list(_WORD.finditer(first)), list(_WORD.finditer(second))
    runs = SequenceMatcher(None, _words(mine), _words(theirs), autojunk=False).get_opcodes()
    changed = [run for run in runs if run[0] != "equal"]
    return (
        _side(first, [mine[start:end] for _, start, end, _, _ in changed]),
        _side(second, [theirs[start:end] for _, _, _, start, end in changed]),
    )


_WORD = re.compile(r"[^\W_]+(?:[-/.,][^\W_]+)*|[^\w\s]|_+")


def _words(found: Sequence[re.Match[str]]) -> list[str]:
    return [one[0].lower() for one in found]


def _side(text: str, runs: Sequence[Sequence[re.Match[str]]]) -> Markup:
    """Mark runs of words in a text without touching the text itself."""
    parts, place = [], 0
    for run in runs:
        if run:
            start, end = run[0].start(), run[-1].end()
            parts += [Markup.escape(text[place:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            place = end
    return _lines(Markup("").join([*parts, Markup.escape(text[place:])]))


def _lines(words: Markup) -> Markup:
    return Markup(str(words).replace("\n", "<br>"))


@lru_cache(maxsize=1)
def _template() -> Template:
    return environment().get_template("overlaps.html")
