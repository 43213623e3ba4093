"""The pages of units: a look-up, the list of provinces, one page per province, suggestions as one types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from phapquy.app.fields import show_day
from phapquy.app.site import strings
from phapquy.app.site.addresses import query
from phapquy.app.site.contract import UnitHistory
from phapquy.app.site.document import places
from phapquy.app.site.nav import UNITS
from phapquy.app.site.pages import Site, field
from phapquy.app.site.render import render
from phapquy.errors import UsageError
from phapquy.vietnamese.normalize import fold

_SUGGESTED = 10
_LEAST = 2
_ASKED = " nay là"
"""A choice may be a whole question; its name is what is looked up."""


class Units:
    """What the addresses below ``/don-vi`` give."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def look(self, request: Request) -> Response:
        """Give the look-up with its answer, and the provinces."""
        base, day = self._site.base(), self._site.day(request)
        words, reverse = field(request, "tim"), field(request, "nguoc") == "1"
        report = base.units(words, day, reverse=reverse) if words else None
        history: UnitHistory = base.unit_history
        body = render(
            "units.html",
            **self._site.frame(UNITS, strings.UNITS_TITLE, base),
            words=words,
            reverse=reverse,
            day=show_day(day),
            report=_shown(report, base, day, words) if report is not None else None,
            provinces=_provinces(history, day),
            choice=lambda name: f"{UNITS}{query(tim=name, ngay=field(request, 'ngay'), nguoc='1' if reverse else '')}",
        )
        return HTMLResponse(body)

    def province(self, request: Request) -> Response:
        """Give the page of one province."""
        base, day = self._site.base(), self._site.day(request)
        history: UnitHistory = base.unit_history
        name = next((one for one in _names(history) if slug_of(one) == request.path_params["province"]), None)
        if name is None:
            raise UsageError(strings.UNITS_NO_PROVINCE)
        change, counts = history.province_on(name, day), history.counts_of(name, day)
        full = change.new.full if change else name
        old = ", ".join(one.full for one in change.old) if change and change.merged else ""
        body = render(
            "province.html",
            **self._site.frame(UNITS, full[:1].upper() + full[1:], base),
            counts=_counted(counts),
            formed=strings.UNITS_FORMED.format(old=old) if old else "",
            basis=places([str(one.by) for one in (change, counts) if one], base.reading, None),
            rows=[_unit(new, history, base, day) for new in history.units_of(name)],
            day=show_day(day),
        )
        return HTMLResponse(body)

    def suggest(self, request: Request) -> Response:
        """Give names, old and new, that begin with what was typed, as JSON."""
        typed = field(request, "tim")
        if len(typed) < _LEAST:
            return JSONResponse([])
        return JSONResponse(list(self._site.base().suggest_units(typed, self._site.day(request), _SUGGESTED)))


def slug_of(province: str) -> str:
    """Return the address part of a province: ``lam-dong``."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(province)).split())


def _names(history: UnitHistory) -> list[str]:
    return sorted({one.province for one in history.by_new}, key=fold)


def _provinces(history: UnitHistory, day: date) -> list[dict[str, Any]]:
    rows = []
    for name in _names(history):
        change, counts = history.province_on(name, day), history.counts_of(name, day)
        full = change.new.full if change else name
        words = full[:1].upper() + full[1:]
        rows.append({"name": words, "path": f"{UNITS}/{slug_of(name)}", "counts": counts})
    return rows


def _counted(counts: Any) -> str:
    if counts is None:
        return ""
    kinds = ", ".join(f"{number} {kind}" for kind, number in counts.kinds if number)
    return strings.UNITS_COUNTS.format(total=counts.total, kinds=kinds)


def _shown(report: Any, base: Any, day: date, words: str) -> dict[str, Any]:
    said = [(one.text, places(map(str, one.by), base.reading, None)) for one in report.said]
    message = report.message or ("" if said else strings.UNITS_NOTHING.format(words=words))
    return {
        "said": said,
        "message": message,
        "choices": [one.split(_ASKED)[0] for one in report.choices],
        "notes": report.notes,
    }


def _unit(new: Any, history: UnitHistory, base: Any, day: date) -> dict[str, Any]:
    full = new.full(day)
    return {
        "name": full[:1].upper() + full[1:],
        "parts": strings.UNITS_KEPT if new.kept else parts(history.by_new[new]),
        "basis": places([str(new.by)], base.reading, None),
    }


def parts(events: Sequence[Any]) -> str:
    """List what a unit was made of, grouped by how much was taken."""
    order: Iterable[tuple[str, Iterable[Any]]] = groupby(
        sorted(events, key=lambda one: str(one.kind)), key=lambda one: str(one.kind)
    )
    told = [f"{kind}: {', '.join(dict.fromkeys(one.old.full for one in group))}" for kind, group in order]
    return "; ".join(told)
