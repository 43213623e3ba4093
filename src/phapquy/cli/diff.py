"""``phapquy diff``: what changed in a provision, or in a whole document, between two days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, open_lawbook, parse_day, print_json, wrap

if TYPE_CHECKING:
    from phapquy.corpus.wording import Wording
    from phapquy.law.compare import Change
    from phapquy.lawbook import Lawbook


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "diff",
        help="So lời văn một điều khoản, hoặc cả văn bản, giữa hai ngày, ví dụ: phapquy diff nd-118-2025-nd-cp/14",
    )(diff_command)


def diff_command(
    provision: Annotated[str, typer.Argument(metavar="MÃ", help="Mã văn bản hoặc slug/điều/khoản/điểm.")],
    *,
    from_day: Annotated[
        str | None, typer.Option("--from", metavar="NGÀY", help="Ngày trước; mặc định: ngay trước lần sửa gần nhất.")
    ] = None,
    to_day: Annotated[str | None, typer.Option("--to", metavar="NGÀY", help="Ngày sau; mặc định: hôm nay.")] = None,
    as_json: AsJson = False,
) -> None:
    """Print the words removed and added between two days."""
    from phapquy.law.compare import word_diff
    from phapquy.law.label import name_places

    lawbook = open_lawbook()
    if "/" not in provision.strip("/"):
        _whole(lawbook, provision.strip("/"), parse_day(from_day), parse_day(to_day) or date.today(), as_json=as_json)
        return
    new = lawbook.wording(provision, parse_day(to_day))
    old = lawbook.wording(provision, parse_day(from_day) or _before_last_change(new))
    changes = word_diff(lawbook.words(old.pieces), lawbook.words(new.pieces))
    if as_json:
        print_json(_facts(old, new, changes))
        return
    label = lawbook.cite(provision)
    typer.echo(wrap(label[:1].upper() + label[1:]))
    for head, wording in (("Trước:", old), ("Sau:  ", new)):
        holder = lawbook.cite(str(wording.quote_from)) if wording.quote_from else "không có"
        typer.echo(wrap(f"{head} ngày {wording.day:%d/%m/%Y}, {wording.state.value} (lời văn ở {holder})"))
    typer.echo()
    if all(change.kept for change in changes):
        typer.echo("Lời văn không đổi giữa hai ngày.")
    else:
        _print_changes(changes)
    for line in dict.fromkeys((*old.notes, *new.notes, *old.warnings, *new.warnings)):
        typer.echo(wrap(f"Lưu ý: {name_places(line, lawbook.cite)}"))


def _whole(lawbook: Lawbook, slug: str, start: date | None, end: date, *, as_json: bool) -> None:
    """Print every clause of a document that reads differently on the two days."""
    from phapquy.law.compare import word_diff

    reading = lawbook.reading
    days = [row.effective for row in reading.amending(slug) if row.effective and row.effective <= end]
    start = start or (max(days) - timedelta(1) if days else end)
    found = [(one, word_diff(one.before, one.after)) for one in reading.changed(slug, start, end)]
    if as_json:
        clauses = [
            {"id": str(one.id), "by": list(one.by), "old": one.before, "new": one.after, "changes": _changes(diff)}
            for one, diff in found
        ]
        print_json({"id": slug, "from": start.isoformat(), "to": end.isoformat(), "clauses": clauses})
        return
    typer.echo(wrap(f"{lawbook.name(slug)}: ngày {start:%d/%m/%Y} so với ngày {end:%d/%m/%Y}"))
    typer.echo(f"{len(found)} điều khoản đổi lời văn." if found else "Lời văn không đổi giữa hai ngày.")
    for one, diff in found:
        by = ", ".join(map(lawbook.cite, one.by))
        label = reading.short(str(one.id))[0]
        typer.echo()
        typer.echo(wrap(f"{label[:1].upper()}{label[1:]}{f' (theo {by})' if by else ''}"))
        _print_changes(diff)
    for warning in reading.document(slug, end).warnings:
        typer.echo(wrap(f"Lưu ý: {warning}"))


def _before_last_change(wording: Wording) -> date:
    """The day before the last change by the day of ``wording``; that day itself where nothing changed."""
    starts = [stage.start for stage in wording.history[1:] if stage.start and stage.start <= wording.day]
    first = wording.history[0].start if wording.history else None
    if not starts and wording.history and first and wording.history[0].by and first <= wording.day:
        starts = [first]  # an inserted provision: compare with its absence
    return max(starts) - timedelta(1) if starts else wording.day


def _print_changes(changes: tuple[Change, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    from phapquy.law.compare import marked

    console = Console(width=100, highlight=False, markup=False)
    if not console.is_terminal:
        for line in marked(changes).splitlines():
            typer.echo(wrap(line))
        return
    text = Text()
    for change in changes:
        if change.kept:
            text.append(change.old + " ")
            continue
        if change.old:
            text.append(change.old, style="red strike").append(" ")
        if change.new:
            text.append(change.new, style="green").append(" ")
    console.print(text)


def _facts(old: Wording, new: Wording, changes: tuple[Change, ...]) -> dict[str, object]:
    def side(wording: Wording) -> dict[str, object]:
        holder = wording.quote_from
        return {
            "day": wording.day.isoformat(),
            "state": wording.state.value,
            "quote_from": str(holder) if holder else None,
            "exact": wording.exact,
            "amended_by": list(wording.amended_by),
        }

    return {
        "id": str(new.provision),
        "from": side(old),
        "to": side(new),
        "changes": _changes(changes),
        "notes": list(dict.fromkeys((*old.notes, *new.notes))),
        "warnings": list(dict.fromkeys((*old.warnings, *new.warnings))),
    }


def _changes(changes: tuple[Change, ...]) -> list[dict[str, str]]:
    return [{"old": one.old, "new": one.new} for one in changes if not one.kept]
