"""``phapquy show``: open one provision, in the wording of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.cli.common import AsJson, AsOf, open_lawbook, parse_day, print_json, wrap

if TYPE_CHECKING:
    from datetime import date

    from phapquy.corpus.wording import Stage, Wording
    from phapquy.lawbook import Lawbook
    from phapquy.reading.article import ArticleView


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("show", help="Xem một điều khoản, ví dụ: phapquy show luat-72-2025-qh15/21/2/d")(show_command)


def show_command(
    provision: Annotated[str, typer.Argument(metavar="MÃ-ĐIỀU-KHOẢN", help="slug/điều/khoản/điểm")],
    *,
    as_of: AsOf = None,
    history: Annotated[bool, typer.Option("--history", help="In mọi lời văn đã có, kèm ngày hiệu lực.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print a provision with its place, its validity and its words on a day."""
    from phapquy.corpus.kinds import SourceQuality
    from phapquy.law.label import name_places

    lawbook, day = open_lawbook(), parse_day(as_of)
    if "/" not in provision:
        _whole_document(lawbook, provision, day, as_json=as_json)
        return
    wording = lawbook.wording(provision, day)
    view = lawbook.article(provision, day) if lawbook.exists(provision) else None
    if as_json:
        print_json(_facts(lawbook, wording, view))
        return
    label = lawbook.cite(provision)
    typer.echo(wrap(label[:1].upper() + label[1:]))
    for title in view.heading_path if view else ():
        typer.echo(wrap(title, "  "))
    stage = _stage_on(wording)
    state = f"{wording.state.value}{_days(stage) if stage else ''}"
    typer.echo(f"Hiệu lực: {state if wording.pieces else f'không có hiệu lực vào ngày được hỏi ({state})'}\n")
    _print_words(lawbook, wording)
    if wording.amended_by:
        done = "Hết hiệu lực theo" if wording.state.name == "ENDED" else "Được sửa đổi, bổ sung bởi"
        typer.echo("\n" + wrap(f"{done}: {'; '.join(map(lawbook.cite, wording.amended_by))}"))
    for why in _doubts(lawbook, wording, view):
        typer.echo(wrap(f"CẦN ĐỐI CHIẾU BẢN GỐC: {why}"))
    for line in (*wording.notes, *wording.warnings, *(view.warnings if view else ())):
        typer.echo(wrap(f"Lưu ý: {name_places(line, lawbook.cite)}"))
    _print_derived(lawbook, provision, wording.day)
    if view:
        told = " (lời riêng của kho, không phải nguyên văn)" if view.text_kind == "digest" else ""
        typer.echo(f"Nguồn: {SourceQuality(view.source_quality).label}{told}")
        typer.echo(view.url, nl=bool(view.url))
    if history:
        _print_history(lawbook, wording)


def _doubts(lawbook: Lawbook, wording: Wording, view: ArticleView | None) -> tuple[str, ...]:
    """Return why the words shown must be compared with the original: those of the clause that holds them."""
    return lawbook.doubts(str(wording.quote_from)) if wording.quote_from else view.doubts if view else ()


def _print_derived(lawbook: Lawbook, provision: str, day: date) -> None:
    """Print who holds it by reference, or what it gives by reference, one line an organ and a way."""
    own = str(provision)
    groups: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for one in lawbook.derived(provision, day):
        here = str(one.chain[0]) == own
        chain = () if here else tuple(map(str, one.chain))
        groups.setdefault((one.organ, one.how.value, chain), []).append(str(one.provision))
    if groups:
        typer.echo("\nTheo dẫn chiếu:")

    def short(place: str) -> str:
        slug = place.split("/", 1)[0]
        return (
            lawbook.cite(place).removesuffix(lawbook.name(slug)).strip()
            if own.startswith(f"{slug}/")
            else lawbook.cite(place)
        )

    for (organ, how, chain), places in groups.items():
        by = f" (theo {' → '.join(map(short, chain))})" if chain else f": {'; '.join(map(short, places))}"
        typer.echo(wrap(f"- {organ}: {how}{by}", "  "))


def _whole_document(lawbook: Lawbook, slug: str, day: date | None, *, as_json: bool) -> None:
    view = lawbook.article(slug, day)
    if as_json:
        print_json({**_plain(view), "words": view.text})
        return
    typer.echo(wrap(view.label[:1].upper() + view.label[1:]))
    typer.echo(f"Hiệu lực: {'còn hiệu lực' if view.in_force else 'không có hiệu lực vào ngày được hỏi'}\n")
    for line in view.text.splitlines():
        typer.echo(wrap(line))
    for why in view.doubts:
        typer.echo(wrap(f"CẦN ĐỐI CHIẾU BẢN GỐC: {why}"))


def _print_words(lawbook: Lawbook, wording: Wording) -> None:
    pieces = wording.pieces
    if not pieces and (stage := _nearest(wording)):
        pieces = stage.pieces
        typer.echo(f"[Lời văn{_days(stage)}, không phải của ngày được hỏi]")
    for line in lawbook.words(pieces).splitlines():
        typer.echo(wrap(line))


def _print_history(lawbook: Lawbook, wording: Wording) -> None:
    typer.echo("\nCác lời văn đã có:")
    for stage in wording.history:
        by = f", theo {'; '.join(map(lawbook.cite, stage.by))}" if stage.by else ""
        typer.echo("\n" + wrap(f"— {stage.operation}{_days(stage)}{by}"))
        for line in lawbook.words(stage.pieces).splitlines():
            typer.echo(wrap(line, "  "))


def _stage_on(wording: Wording) -> Stage | None:
    day = wording.day
    held = [one for one in wording.history if (not one.start or one.start <= day) and (not one.end or day < one.end)]
    return held[-1] if held else None


def _nearest(wording: Wording) -> Stage | None:
    """The last wording before the day, or the first after it."""
    worded = [one for one in wording.history if one.pieces]
    before = [one for one in worded if one.start and one.start <= wording.day]
    return before[-1] if before else next(iter(worded), None)


def _days(stage: Stage) -> str:
    since = f", từ {stage.start:%d/%m/%Y}" if stage.start else ""
    return since + (f", đến trước {stage.end:%d/%m/%Y}" if stage.end else "")


def _facts(lawbook: Lawbook, wording: Wording, view: ArticleView | None) -> dict[str, Any]:
    holder = wording.quote_from
    facts = _plain(view) if view else {"id": str(wording.provision), "label": lawbook.cite(str(wording.provision))}
    return {
        **facts,
        "words": lawbook.words(wording.pieces),
        "as_of": wording.day.isoformat(),
        "state": wording.state.value,
        "in_force": bool(wording.pieces),
        "exact": wording.exact,
        "quote_from": str(holder) if holder else None,
        "amended_by": list(wording.amended_by),
        "derived": [
            {
                "organ": one.organ,
                "how": one.how.value,
                "provision": str(one.provision),
                "chain": list(map(str, one.chain)),
            }
            for one in lawbook.derived(str(wording.provision), wording.day)
        ],
        "doubts": list(_doubts(lawbook, wording, view)),
        "notes": list(wording.notes),
        "warnings": [*wording.warnings, *(view.warnings if view else ())],
        "history": [
            {
                "id": str(stage.id),
                "from": stage.start.isoformat() if stage.start else None,
                "to": stage.end.isoformat() if stage.end else None,
                "by": list(stage.by),
                "operation": stage.operation,
                "state": stage.state.value,
                "words": lawbook.words(stage.pieces),
            }
            for stage in wording.history
        ],
    }


def _plain(view: ArticleView) -> dict[str, Any]:
    from dataclasses import asdict

    facts = asdict(view)
    for name in ("effective_from", "effective_to"):
        facts[name] = facts[name].isoformat() if facts[name] else None
    return facts
