"""Turn the desk into HTML, by the same autoescaping templates as the rest of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from phapquy.app.admin import strings
from phapquy.app.admin.desk import Desk, Waiting
from phapquy.app.fields import read_day, show_day
from phapquy.app.render import percent, render
from phapquy.corpus.intake import Given
from phapquy.corpus.intake.facts import NAMES
from phapquy.errors import UsageError

_HEAD_CHARS = 1500
_LISTED = 8
_FIELD_CHARS = 500


def login_page() -> str:
    """Render the page that asks for the password."""
    return render("quan_tri_vao.html", a=strings)


def desk_page(desk: Desk) -> str:
    """Render the page of somebody who is logged in."""
    waiting = [found_card(one) for one in desk.waiting()[:1]]
    return render(
        "quan_tri.html",
        a=strings,
        file_label=strings.FILE.format(limit=desk.settings.upload_mb),
        found=Markup(waiting[0] if waiting else ""),
        state=Markup(state_card(desk)),
    )


def found_card(waiting: Waiting) -> str:
    """Render what was found in a file, with fields to correct it."""
    found = waiting.found
    unsure = dict(found.facts.unsure)
    facts = [(name, label, _shown(getattr(found.facts, name)), unsure.get(name, "")) for name, label in NAMES.items()]
    quality = f"{100 * found.read.quality:.1f}".replace(".", ",")
    kind = strings.KINDS.get(found.read.kind, found.read.kind)
    pages = strings.PAGES.format(pages=len(found.read.pages)) if found.read.kind in strings.PAGED else ""
    return render(
        "quan_tri_tep.html",
        a=strings,
        waiting=waiting,
        found=found,
        facts=[*facts, ("url", strings.URL, found.facts.url, "")],
        structure=", ".join(f"{number} {kind}" for kind, number in found.structure.counts) or strings.NO_STRUCTURE,
        quality=strings.QUALITY_LINE.format(kind=kind, pages=pages, percent=quality),
        looks=_looks(waiting),
        head=found.text[:_HEAD_CHARS],
    )


def state_card(desk: Desk) -> str:
    """Render the added documents and how far the index is."""
    status = desk.status()
    if status.busy:
        line = strings.INDEX_BUSY.format(percent=percent(status.share))
    elif status.failed:
        line = strings.INDEX_FAILED.format(reason=status.failed)
    else:
        line = strings.INDEX_READY
    return render("quan_tri_kho.html", a=strings, entries=desk.added(), line=line, busy=status.busy)


def read_given(fields: Mapping[str, object]) -> Given:
    """Read the fields of the form.

    Raises:
        UsageError: a day is none, an address is not https, or a field is not text.
    """
    texts = {name: _text(fields.get(name)) for name in (*NAMES, "url")}
    if texts["url"] and not texts["url"].startswith("https://"):
        raise UsageError(strings.BAD_URL)
    return Given(
        number=texts["number"] or None,
        type=texts["type"] or None,
        title=texts["title"] or None,
        issuer=texts["issuer"] or None,
        signed=_day(texts["signed"], "signed"),
        effective=_day(texts["effective"], "effective"),
        url=texts["url"] or None,
    )


def _looks(waiting: Waiting) -> list[str]:
    """List what must be looked at in the original."""
    found = waiting.found
    lines = [strings.GAPS.format(numbers=", ".join(found.structure.gaps))] if found.structure.gaps else []
    lines += [strings.EMPTY.format(ids=", ".join(found.structure.empty))] if found.structure.empty else []
    lines += found.structure.diagnostics
    for page in found.read.untrusted():
        words = strings.UNTRUSTED.format(number=page.number)
        lines.append(f"{words} ({page.why})" if page.why else words)
    lines += found.carried
    hidden = len(lines) - _LISTED
    return [*lines[:_LISTED], strings.MORE.format(count=hidden)] if hidden > 0 else lines


def _shown(value: object) -> str:
    return show_day(value) if isinstance(value, date) else str(value or "")


def _text(value: object) -> str:
    if value is not None and (not isinstance(value, str) or len(value) > _FIELD_CHARS):
        raise UsageError(strings.BAD_REQUEST)
    return " ".join((value or "").split())


def _day(text: str, name: str) -> date | None:
    if not text:
        return None
    try:
        return read_day(text, date.today())
    except UsageError as error:
        raise UsageError(strings.BAD_DAY.format(label=NAMES[name], text=text[:30])) from error
