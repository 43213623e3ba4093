"""Bars of how many findings of each verdict a field or a pair of levels has, as SVG drawn by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from phapquy.app.overlaps import strings
from phapquy.app.overlaps.rows import Row
from phapquy.authority.overlaps.model import Verdict

_WIDTH, _LABEL, _LINE, _BAR = 760, 270, 26, 16
_COUNT = 40
"""Pixels left for the count behind a bar."""


def by_field(rows: Sequence[Row]) -> Markup:
    """Draw the findings by field; a finding between two fields counts in the first."""
    return bars(rows, strings.BY_FIELD, lambda row: row.field.split("; ")[0])


def by_level(rows: Sequence[Row]) -> Markup:
    """Draw the findings by the levels of the two holders."""
    return bars(rows, strings.BY_LEVEL, _levels)


def _levels(row: Row) -> str:
    return " – ".join(sorted({row.first.level, row.second.level}))


def bars(rows: Sequence[Row], title: str, key: Callable[[Row], str]) -> Markup:
    """Draw one bar for each value of ``key``, the longest first, its parts in the order of the verdicts."""
    counts = Counter((key(row), row.kind) for row in rows)
    totals = Counter(key(row) for row in rows)
    if not totals:
        return Markup()
    unit = (_WIDTH - _LABEL - _COUNT) / max(totals.values())
    height = _LINE * len(totals) + 8
    lines = [
        _line(place, name, total, {verdict: counts[name, verdict] for verdict in Verdict}, unit)
        for place, (name, total) in enumerate(sorted(totals.items(), key=lambda one: (-one[1], one[0])))
    ]
    return Markup(
        '<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">'
        "<title>{title}</title>{lines}</svg>"
    ).format(width=_WIDTH, height=height, title=title, lines=Markup("").join(lines))


def _part(verdict: Verdict, count: int, x: float, y: int, width: float) -> Markup:
    shape = '<rect class="{kind}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}">'
    return Markup(shape + "<title>{words}: {count}</title></rect>").format(
        kind=strings.CLASSES[verdict],
        x=x,
        y=y,
        width=width,
        height=_BAR,
        words=strings.HEADINGS[verdict],
        count=count,
    )


def _line(place: int, name: str, total: int, parts: dict[Verdict, int], unit: float) -> Markup:
    middle = place * _LINE + _LINE // 2 + 4
    x = float(_LABEL)
    drawn = []
    for verdict, count in parts.items():
        if count:
            width = count * unit
            drawn.append(_part(verdict, count, x, middle - _BAR // 2, width))
            x += width
    label = Markup('<text x="{x}" y="{y}" text-anchor="end">{name}</text>').format(
        x=_LABEL - 8, y=middle + 5, name=escape(name)
    )
    count_ = Markup('<text x="{x:.1f}" y="{y}">{total}</text>').format(x=x + 6, y=middle + 5, total=total)
    return Markup("").join([label, *drawn, count_])
