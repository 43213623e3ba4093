"""``phapquy corpus check --amendments``: where the amending texts and the table of amendments disagree."""

from __future__ import annotations

import json

import typer

from phapquy.cli.common import wrap


def print_amendments(as_json: bool) -> bool:
    """Print the disagreements and how each amending document was read; return whether all is explained."""
    from phapquy.config import load_settings
    from phapquy.corpus.amendment_check import check_amendments
    from phapquy.corpus.library import Library

    report = check_amendments(Library(load_settings()))
    if as_json:
        typer.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
        return report.ok
    typer.echo(
        f"{'Văn bản sửa đổi':<32}{'Lệnh sửa':>10}{'Trọn vẹn':>10}{'Một phần':>10}{'Ngoài kho':>11}{'Chưa rõ':>9}"
    )
    for row in report.tallies:
        typer.echo(f"{row.slug:<32}{row.operations:>10}{row.exact:>10}{row.partly:>10}{row.outside:>11}{row.unread:>9}")
    typer.echo("")
    for one in report.findings:
        known = " [bảng đã giải thích]" if one.explained else ""
        typer.echo(wrap(f"{one.clause} → {one.target}: {one.kind.value}{known}"))
        typer.echo(wrap(one.words, "    "))
    open_ones = sum(not one.explained for one in report.findings)
    typer.echo(f"{len(report.findings)} chỗ lệch, {open_ones} chỗ chưa được giải thích.", err=True)
    return report.ok
