"""The files of ``phapquy matrix``: JSON, CSV, HTML and a workbook, on stdout or in their place once whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from phapquy.app.matrix import strings
from phapquy.app.matrix.files import BOM, to_json, write_csv
from phapquy.app.matrix.page import page_of
from phapquy.app.matrix.sheet import write_workbook
from phapquy.cli.common import print_json
from phapquy.cli.files import write_aside
from phapquy.vietnamese.numbers import dotted

if TYPE_CHECKING:
    from phapquy.authority.compare import Difference
    from phapquy.authority.matrix import Matrix
    from phapquy.lawbook import Lawbook

_WORKBOOK = Path("ma-tran.xlsx")


def export(kb: Lawbook, matrix: Matrix, kind: str, out: Path | None) -> None:
    """Write the matrix to a file, or to the screen; a workbook always to a file.

    Raises:
        PhapquyError: the file cannot be written.
    """
    if kind == "xlsx":
        out = out or _WORKBOOK
        write_aside(out, lambda path: write_workbook(matrix, path, kb.cite, kb.coverage))
    elif out is None:
        _print(kb, matrix, kind)
    else:
        write_aside(out, lambda path: _to_file(kb, matrix, kind, path))
    if out:
        typer.echo(f"Đã ghi {dotted(len(matrix.powers))} thẩm quyền vào {out}", err=True)
    if not matrix.powers:
        typer.echo(strings.NOTHING, err=True)


def _print(kb: Lawbook, matrix: Matrix, kind: str) -> None:
    if kind == "json":
        print_json(to_json(matrix, kb.cite))
    elif kind == "csv":
        write_csv(matrix, sys.stdout, kb.cite)
    else:
        sys.stdout.writelines(page_of(matrix, kb.cite, kb.coverage))


def _to_file(kb: Lawbook, matrix: Matrix, kind: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        if kind == "csv":
            stream.write(BOM)
            write_csv(matrix, stream, kb.cite)
        elif kind == "html":
            stream.writelines(page_of(matrix, kb.cite, kb.coverage))
        else:
            _dump(to_json(matrix, kb.cite), stream.write)


def _dump(facts: dict[str, Any], write: Callable[[str], object]) -> None:
    for part in json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(facts):
        write(part)


def differences(kb: Lawbook, found: tuple[Difference, ...], sides: tuple[str, str], out: Path | None) -> None:
    """Write what differs between A and B as JSON."""
    facts = {"a": sides[0], "b": sides[1], "differences": [_difference(kb, one) for one in found]}
    if out is None:
        print_json(facts)
        return
    write_aside(out, lambda path: path.write_text(json.dumps(facts, ensure_ascii=False, indent=2), "utf-8"))
    typer.echo(f"Đã ghi {dotted(len(found))} nhiệm vụ khác nhau vào {out}", err=True)


def _difference(kb: Lawbook, one: Difference) -> dict[str, Any]:
    from phapquy.authority.records import record

    return {
        "change": one.change.value, "field": one.field, "role": one.role, "task": one.task,
        "a": [record(power, kb.cite) for power in one.before], "b": [record(power, kb.cite) for power in one.after],
    }  # fmt: skip
