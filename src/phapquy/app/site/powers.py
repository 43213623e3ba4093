"""The pages of the matrix and of the overlaps: filtered, sorted and cut into pages on the server."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from phapquy.app.site import strings
from phapquy.app.site.addresses import provision_address
from phapquy.app.site.contract import FindingLike, PowerLike, found_in
from phapquy.app.site.nav import OVERLAPS, POWERS
from phapquy.app.site.pages import Site
from phapquy.app.site.pages import field as typed
from phapquy.app.site.paging import paged
from phapquy.app.site.render import render
from phapquy.app.site.words import dotted
from phapquy.vietnamese.normalize import fold

COLUMNS = (
    "Hội đồng nhân dân cấp xã",
    "Ủy ban nhân dân cấp xã",
    "Chủ tịch Ủy ban nhân dân cấp xã",
    "Hội đồng nhân dân cấp tỉnh",
    "Ủy ban nhân dân cấp tỉnh",
    "Chủ tịch Ủy ban nhân dân cấp tỉnh",
)
"""The organs of both levels that have a column; all others share the last one."""
_TASKS, _PAIRS = 60, 20
_CELLS = (
    "linh-vuc",
    "viec",
    "co-quan",
    "cap",
    "vai-tro",
    "dong-tu",
    "cach-giao",
    "dieu-kien",
    "can-cu",
    "can-cu-bang-loi",
)


@dataclass(slots=True)
class Row:
    """One task with the powers on it, by column."""

    field: str
    task: str
    cells: list[list[PowerLike]] = made(default_factory=lambda: [[] for _ in range(len(COLUMNS) + 1)])

    @property
    def held(self) -> int:
        """How many columns hold something."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is chosen on the page."""

    words: str
    field: str
    level: str
    act: str
    sort: str

    @classmethod
    def of(cls, request: Request) -> Wanted:
        """Read the choice from the address."""
        return cls(*(typed(request, name) for name in ("tim", "linh-vuc", "cap", "vai-tro", "xep")))

    def fits(self, power: PowerLike) -> bool:
        """Whether a power is among what is chosen."""
        level = power.holder.level.value if power.holder.level else "nhieu-cap"
        if (self.field and power.field != self.field) or (self.level and level != self.level):
            return False
        if self.act and str(power.act) != self.act:
            return False
        text = fold(f"{power.task} {power.verb} {power.holder.name}")
        return all(word in text for word in fold(self.words).split())


class Powers:
    """What the addresses of the matrix give."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """Give the matrix."""
        base, wanted = self._site.base(), Wanted.of(request)
        everything = self._powers(base, request)
        chosen = [one for one in everything if wanted.fits(one)]
        rows, pager = paged(_sorted(rows_of(chosen), wanted.sort), request, _TASKS)
        body = render(
            "powers.html",
            **self._site.frame(POWERS, strings.POWERS_TITLE, base),
            wanted=wanted,
            rows=rows,
            pager=pager,
            columns=(*COLUMNS, strings.POWERS_OTHER),
            found=strings.POWERS_FOUND.format(tasks=dotted(pager.total), powers=dotted(len(chosen))),
            fields=_fields(base, everything),
            field_name=dict(_fields(base, everything)),
            acts=sorted({str(one.act) for one in everything}),
            short=base.reading.short,
            exports=[(words, f"{POWERS}/xuat.{kind}?{request.url.query}") for kind, words in _EXPORTS],
        )
        return HTMLResponse(body)

    def export(self, request: Request) -> Response:
        """Give what is chosen as CSV or JSON: one line a power, so that every count can be made again from it."""
        base, wanted = self._site.base(), Wanted.of(request)
        lines = [_cells(one, base) for one in self._powers(base, request) if wanted.fits(one)]
        if request.path_params["kind"] == "json":
            body = json.dumps([dict(zip(_CELLS, line, strict=True)) for line in lines], ensure_ascii=False, indent=1)
            return _file(body, "application/json", "json")
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(_CELLS)
        writer.writerows([_harmless(cell) for cell in line] for line in lines)
        return _file("\ufeff" + out.getvalue(), "text/csv; charset=utf-8", "csv")

    def _powers(self, base: Any, request: Request) -> Sequence[PowerLike]:
        return tuple(found_in(base.matrix(as_of=self._site.day(request)), "powers"))


class Overlaps:
    """What the addresses of the overlaps give."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """Give the list of findings."""
        base = self._site.base()
        findings: Sequence[FindingLike] = tuple(found_in(base.overlaps(as_of=self._site.day(request)), "findings"))
        verdict, words = typed(request, "nhan-dinh"), typed(request, "tim")
        chosen = [one for one in findings if (not verdict or str(one.verdict) == verdict) and _holds(one, words)]
        rows, pager = paged(chosen, request, _PAIRS)
        body = render(
            "overlaps.html",
            **self._site.frame(OVERLAPS, strings.OVERLAPS_TITLE, base),
            rows=rows,
            pager=pager,
            verdicts=list(Counter(str(one.verdict) for one in findings).items()),
            verdict=verdict,
            words=words,
            found=strings.OVERLAPS_FOUND.format(count=dotted(pager.total)),
            place=_place(base),
        )
        return HTMLResponse(body)


def rows_of(powers: Iterable[PowerLike]) -> list[Row]:
    """Group powers by field and task, and lay them into the columns of their organs."""
    rows: dict[tuple[str, str], Row] = {}
    for power in powers:
        row = rows.setdefault((power.field, power.normal), Row(power.field, power.task))
        cell = row.cells[column_of(power)]
        if not any((one.basis, one.verb, one.act) == (power.basis, power.verb, power.act) for one in cell):
            cell.append(power)
    return list(rows.values())


def column_of(power: PowerLike) -> int:
    """Return the column of a power's holder."""
    organ, level = power.holder, power.holder.level.value if power.holder.level else ""
    words = {"xa": "cấp xã", "tinh": "cấp tỉnh"}.get(level, "")
    name = f"{organ.base} {words}"
    return COLUMNS.index(name) if name in COLUMNS else len(COLUMNS)


def _sorted(rows: list[Row], how: str) -> list[Row]:
    if how == "viec":
        return sorted(rows, key=lambda row: fold(row.task))
    if how == "nhieu":
        return sorted(rows, key=lambda row: -row.held)
    order = {name: place for place, name in enumerate(dict.fromkeys(row.field for row in rows))}
    return sorted(rows, key=lambda row: order[row.field])


def _fields(base: Any, powers: Iterable[PowerLike]) -> list[tuple[str, str]]:
    names = getattr(base, "fields", {})
    known = names() if callable(names) else names
    return sorted(
        ((slug, str(known.get(slug, slug))) for slug in {one.field for one in powers}), key=lambda one: fold(one[1])
    )


def _place(base: Any) -> Any:
    """Return what writes a clause in words with its address."""
    return lambda identity: (base.cite(str(identity)), provision_address(identity))


def _holds(finding: FindingLike, words: str) -> bool:
    sides = (finding.first, finding.second)
    text = fold(" ".join(f"{one.task} {one.holder.name} {one.field} {one.basis}" for one in sides))
    return all(word in text for word in fold(words).split())


def _cells(power: PowerLike, base: Any) -> tuple[str, ...]:
    level = power.holder.level.value if power.holder.level else "nhieu-cap"
    return (
        power.field, power.task, power.holder.name, level, str(power.act), power.verb, str(power.mode),
        power.condition or "", str(power.basis), base.cite(str(power.basis)),
    )  # fmt: skip


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def _file(body: str, kind: str, ending: str) -> Response:
    name = f"tham-quyen.{ending}"
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


_EXPORTS = (("csv", strings.POWERS_EXPORT), ("json", strings.POWERS_EXPORT_JSON))
