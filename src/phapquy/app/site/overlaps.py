"""The page of the overlaps: pairs of clauses with a verdict, chosen and cut into pages on the server, and its files."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from phapquy.app.fields import show_day
from phapquy.app.overlaps.page import page_of
from phapquy.app.overlaps.rows import csv_lines, rows_of
from phapquy.app.overlaps.scope import Scope
from phapquy.app.overlaps.sheet import write_workbook
from phapquy.app.site import strings
from phapquy.app.site.addresses import provision_address
from phapquy.app.site.contract import FindingLike, found_in
from phapquy.app.site.files import Makers, as_file, links
from phapquy.app.site.nav import OVERLAPS
from phapquy.app.site.pages import Site
from phapquy.app.site.pages import field as typed
from phapquy.app.site.paging import paged
from phapquy.app.site.render import render
from phapquy.authority.overlaps import Verdict
from phapquy.authority.topics import FIELDS
from phapquy.errors import UsageError
from phapquy.law.label import name_places
from phapquy.vietnamese.normalize import fold
from phapquy.vietnamese.numbers import dotted

_PAIRS = 20
_ALL = "tat-ca"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is chosen on the page; without a verdict all but the pairs that are separated."""

    words: str
    verdict: str
    field: str
    day: date

    def fits(self, finding: FindingLike) -> bool:
        """Whether a finding is among what is chosen."""
        sides = (finding.first, finding.second)
        if self.verdict != _ALL and not self._judged(str(finding.verdict)):
            return False
        if self.field and self.field not in [one.field for one in sides]:
            return False
        text = fold(" ".join(f"{one.task} {one.holder.name} {one.field} {one.basis}" for one in sides))
        return all(word in text for word in fold(self.words).split())

    def _judged(self, verdict: str) -> bool:
        return verdict == self.verdict if self.verdict else verdict != Verdict.KHONG_TRUNG.value


class Overlaps:
    """What the addresses of the overlaps give."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """Give the list of findings."""
        base, wanted = self._site.base(), self._wanted(request)
        findings = self._findings(base, wanted)
        chosen = [one for one in findings if wanted.fits(one)]
        rows, pager = paged(chosen, request, _PAIRS)
        body = render(
            "overlaps.html",
            **self._site.frame(OVERLAPS, strings.OVERLAPS_TITLE, base),
            rows=rows,
            first=(pager.page - 1) * _PAIRS + 1,
            pager=pager,
            verdicts=_verdicts(findings),
            fields=_fields(findings),
            wanted=wanted,
            day=show_day(wanted.day),
            found=strings.OVERLAPS_FOUND.format(count=dotted(pager.total)),
            place=_place(base, wanted.day if wanted.day != self._site.today() else None),
            told=lambda text: name_places(text, base.cite),
            exports=links(OVERLAPS, request, strings.OVERLAPS_EXPORTS),
        )
        return HTMLResponse(body)

    def export(self, request: Request) -> Response:
        """Give what is chosen as a report to read or as a table."""
        base, wanted = self._site.base(), self._wanted(request)
        report = base.overlaps(as_of=wanted.day)
        chosen = [one for one in report.findings if wanted.fits(one)]
        documents = {side.basis.slug for one in report.findings for side in (one.first, one.second)}
        scope = Scope(
            wanted.day, _choices(wanted), len(documents), report.powers, report.pairs, len(chosen),
            base.coverage.documents, base.coverage.as_at,
        )  # fmt: skip
        return as_file("chong-cheo", request, _FILES, chosen, (scope, base.snapshot))

    def _findings(self, base: Any, wanted: Wanted) -> Sequence[FindingLike]:
        return tuple(found_in(base.overlaps(as_of=wanted.day), "findings"))

    def _wanted(self, request: Request) -> Wanted:
        words, verdict, field = (typed(request, name) for name in ("tim", "nhan-dinh", "linh-vuc"))
        known = {one.value for one in Verdict} | {"", _ALL}
        if verdict not in known:
            there = "; ".join(one.value for one in Verdict)
            raise UsageError(strings.NO_SUCH_VERDICT.format(typed=verdict, known=there))
        if field and field not in FIELDS:
            there = "; ".join(f"{slug} ({title})" for slug, (title, _) in FIELDS.items())
            raise UsageError(strings.NO_SUCH_FIELD.format(typed=field, known=there))
        return Wanted(words, verdict, field, self._site.day(request))


def _verdicts(findings: Sequence[FindingLike]) -> list[tuple[str, str]]:
    counts = Counter(str(one.verdict) for one in findings)
    left = sum(counts.values()) - counts[Verdict.KHONG_TRUNG.value]
    named = [(name, f"{name[:1].upper()}{name[1:]} ({dotted(number)})") for name, number in counts.items()]
    everything = (_ALL, f"{strings.ALL} ({dotted(len(findings))})")
    return [("", strings.OVERLAPS_LEFT.format(count=dotted(left))), *named, everything]


def _fields(findings: Sequence[FindingLike]) -> list[tuple[str, str]]:
    held = {side.field for one in findings for side in (one.first, one.second)}
    return [(slug, title) for slug, (title, _) in FIELDS.items() if slug in held]


def _place(base: Any, day: date | None) -> Any:
    """Return what writes a clause in words with its address."""
    return lambda identity: (base.cite(str(identity)), provision_address(identity, day))


def _choices(wanted: Wanted) -> tuple[str, ...]:
    given = (
        (strings.OVERLAPS_SEARCH, wanted.words), (strings.OVERLAPS_VERDICT, wanted.verdict.replace(_ALL, strings.ALL)),
        (strings.POWERS_FIELD, FIELDS[wanted.field][0] if wanted.field else ""),
    )  # fmt: skip
    return tuple(f"{name.lower()}: {value}" for name, value in given if value)


def _html(chosen: Any, context: Any) -> str:
    scope, snapshot = context
    return page_of(rows_of(chosen, snapshot), scope)


def _xlsx(chosen: Any, context: Any) -> bytes:
    scope, snapshot = context
    out = io.BytesIO()
    write_workbook(rows_of(chosen, snapshot), out, scope)
    return out.getvalue()


def _csv(chosen: Any, context: Any) -> str:
    return "\ufeff" + "\r\n".join(csv_lines(rows_of(chosen, context[1]))) + "\r\n"


_FILES: Makers = {"html": _html, "xlsx": _xlsx, "csv": _csv}
