"""The page of the matrix: chosen, sorted and cut into pages on the server, and its files."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from phapquy.app.fields import show_day
from phapquy.app.matrix.files import BOM, to_json, write_csv
from phapquy.app.matrix.page import page_of
from phapquy.app.matrix.sheet import write_workbook
from phapquy.app.site import strings
from phapquy.app.site.files import Makers, as_file, links
from phapquy.app.site.nav import POWERS
from phapquy.app.site.pages import Site
from phapquy.app.site.pages import field as typed
from phapquy.app.site.paging import paged
from phapquy.app.site.render import render
from phapquy.authority.matrix import Filters, Matrix, Row
from phapquy.authority.power import Power
from phapquy.authority.today import note_on
from phapquy.authority.topics import FIELDS
from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.numbers import dotted

COLUMNS = (
    "Hội đồng nhân dân cấp xã",
    "Ủy ban nhân dân cấp xã",
    "Chủ tịch Ủy ban nhân dân cấp xã",
    "Hội đồng nhân dân cấp tỉnh",
    "Ủy ban nhân dân cấp tỉnh",
    "Chủ tịch Ủy ban nhân dân cấp tỉnh",
)
"""The organs of both levels that have a column; all others share the last one."""
_TASKS = 60


@dataclass(frozen=True, slots=True)
class Held:
    """A power as a cell shows it, one for all the kinds of unit that have it."""

    power: Power
    units: tuple[str, ...]
    """Which kinds of unit; none where every unit of the level has it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One task as the page shows it: its powers by column, doubles left out."""

    field: str
    task: str
    cells: tuple[tuple[str, tuple[Held, ...]], ...]
    """The name of a column with what stands in it; empty for the column all others share."""


class Powers:
    """What the addresses of the matrix give."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """Give the matrix."""
        base, filters = self._site.base(), self._filters(request)
        matrix, everything = base.matrix(filters), base.matrix(Filters(day=filters.day))
        columns = columns_of(matrix)
        sort = typed(request, "xep")
        rows, pager = paged(_sorted(matrix.rows, sort), request, _TASKS)
        day = filters.day or self._site.today()
        body = render(
            "powers.html",
            **self._site.frame(POWERS, strings.POWERS_TITLE, base),
            wanted=filters,
            sort=sort,
            day=show_day(day),
            link_day=day if day != self._site.today() else None,
            rows=[line_of(row, columns) for row in rows],
            pager=pager,
            columns=columns,
            found=strings.POWERS_FOUND.format(tasks=dotted(pager.total), powers=dotted(len(matrix.powers))),
            fields=_counted(everything.counts["field"], lambda slug: FIELDS[slug][0]),
            levels=_counted(everything.counts["level"], lambda level: strings.LEVELS[level]),
            organs=[column.name for column in everything.columns],
            documents=_counted(_documents(everything), base.name),
            acts=_counted(everything.counts["role"], lambda act: act[:1].upper() + act[1:]),
            field_name={slug: title for slug, (title, _) in FIELDS.items()},
            short=base.reading.short,
            cite=base.cite,
            note=lambda power: note_on(power, day),
            exports=links(POWERS, request, strings.EXPORTS),
        )
        return HTMLResponse(body)

    def export(self, request: Request) -> Response:
        """Give what is chosen as a file: one line a power, so that every count can be made again from it."""
        base = self._site.base()
        matrix: Matrix = base.matrix(self._filters(request))
        return as_file("tham-quyen", request, _FILES, matrix, base)

    def _filters(self, request: Request) -> Filters:
        names = ("linh-vuc", "cap", "co-quan", "vai-tro", "van-ban", "tim")
        field, level, holder, act, doc, words = (typed(request, name) or None for name in names)
        return Filters(field, level, holder, act, doc, self._site.day(request), words)


def _documents(matrix: Matrix) -> dict[str, int]:
    return dict(Counter(power.basis.slug for power in matrix.powers).most_common())


def columns_of(matrix: Matrix) -> tuple[str, ...]:
    """Return the columns in which something stands; an empty name for the one that all other organs share."""
    held = {column.name for column in matrix.columns}
    return (*(name for name in COLUMNS if name in held), *([""] if held - set(COLUMNS) else []))


def line_of(row: Row, columns: Sequence[str]) -> Line:
    """Lay a row of the matrix into the columns of the page."""
    cells: dict[str, dict[tuple[object, ...], list[Power]]] = {name: {} for name in columns}
    for column, powers in row.cells.items():
        cell = cells[column.name if column.name in cells else ""]
        for power in powers:
            key = (power.basis, power.verb, power.act, power.condition, power.former, column.name)
            cell.setdefault(key, []).append(power)
    return Line(
        row.field, row.task, tuple((name, tuple(_held(same) for same in cell.values())) for name, cell in cells.items())
    )


def _held(same: list[Power]) -> Held:
    units = [power.unit for power in same]
    return Held(same[0], () if None in units else tuple(dict.fromkeys(unit for unit in units if unit)))


def _sorted(rows: tuple[Row, ...], how: str) -> Sequence[Row]:
    if how == "viec":
        return sorted(rows, key=lambda row: fold(row.task))
    return sorted(rows, key=lambda row: -len(row.cells)) if how == "nhieu" else rows


def _counted(counts: dict[str, int], name: Callable[[str], str]) -> list[tuple[str, str]]:
    """Values with their names and counts, for a list to choose from."""
    named = ((one, f"{name(one)} ({dotted(number)})") for one, number in counts.items())
    return sorted(named, key=lambda one: fold(one[1]))


def _csv(matrix: Matrix, base: Any) -> str:
    out = io.StringIO()
    write_csv(matrix, out, base.cite)
    return BOM + out.getvalue()


def _xlsx(matrix: Matrix, base: Any) -> bytes:
    out = io.BytesIO()
    write_workbook(matrix, out, base.cite, base.coverage)
    return out.getvalue()


def _json(matrix: Matrix, base: Any) -> str:
    return json.dumps(to_json(matrix, base.cite), ensure_ascii=False, indent=1)


def _html(matrix: Matrix, base: Any) -> str:
    return "".join(page_of(matrix, base.cite, base.coverage))


_FILES: Makers = {"csv": _csv, "xlsx": _xlsx, "json": _json, "html": _html}
