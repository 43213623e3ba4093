"""The files of ``phapquy units``: lists of addresses, the exported table, the list of changes."""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from phapquy.cli.common import print_json
from phapquy.errors import PhapquyError, UsageError, reason
from phapquy.index.units import gazetteer
from phapquy.units.batch import ADDED, Converter, convert, read_rows
from phapquy.units.changes import changes_between
from phapquy.units.sentences import short
from phapquy.units.table import write_csv, write_sqlite

if TYPE_CHECKING:
    from phapquy.index.snapshot import Snapshot


def converter(snapshot: Snapshot, day: date) -> Converter:
    """Return what converts addresses by the resolutions of a snapshot."""
    from phapquy.corpus.kinds import TextKind

    def is_digest(provision: str) -> bool:
        return snapshot.entry(provision.split("/", 1)[0]).text_kind is TextKind.DIGEST

    return Converter(gazetteer(snapshot), day, is_digest)


def convert_file(snapshot: Snapshot, source: Path, column: str, out: Path | None, day: date) -> None:
    """Convert a column of a CSV file, row by row.

    Raises:
        UsageError: the file cannot be read, or has no such column.
        PhapquyError: the result cannot be written.
    """
    counted = 0
    try:
        with _lines(source) as stream:
            columns, rows = read_rows(stream)
            if column not in columns:
                raise UsageError(f"{source} không có cột {column!r}; các cột: {', '.join(columns) or 'không có'}.")
            with _written(out) as target:
                writer = csv.DictWriter(target, [*columns, *ADDED], extrasaction="ignore", lineterminator="\n")
                writer.writeheader()
                for row in convert(rows, column, converter(snapshot, day)):
                    writer.writerow(row)
                    counted += 1
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"Không đọc được {source}: cần tệp CSV mã UTF-8.") from error
    typer.echo(f"Đã chuyển {counted} dòng.", err=True)


@contextmanager
def _lines(source: Path) -> Iterator[TextIO]:
    if str(source) == "-":
        yield sys.stdin
        return
    try:
        stream = source.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise UsageError(f"Không đọc được {source}: {reason(error)}.") from error
    with stream:
        yield stream


@contextmanager
def _written(out: Path | None) -> Iterator[TextIO]:
    """Open the place of a result: a file written aside and put in place once whole, or stdout."""
    if out is None:
        yield sys.stdout
        return
    part = out.with_name(f".{out.name}.tmp")
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        raise PhapquyError(f"Không ghi được {out}: {reason(error)}. Hãy chọn nơi khác cho --out.") from error
    finally:
        part.unlink(missing_ok=True)


def print_row(snapshot: Snapshot, words: str, day: date) -> None:
    """Print one place as a CSV row with its header."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("địa_chỉ", *ADDED))
    writer.writerow((words, *converter(snapshot, day).cells(words)))


def export_table(snapshot: Snapshot, path: Path, day: date) -> None:
    """Write the whole table as CSV or SQLite, by the name of the file.

    Raises:
        UsageError: the name ends otherwise.
        PhapquyError: the file cannot be written.
    """
    history = gazetteer(snapshot).history
    kind = path.suffix.lower()
    if kind not in {".csv", ".sqlite", ".db"}:
        raise UsageError(f"Tên tệp {path.name} phải kết thúc bằng .csv hoặc .sqlite.")
    try:
        if kind == ".csv":
            with _written(path) as stream:
                count = write_csv(history, day, stream)
        else:
            count = write_sqlite(history, day, path)
    except (OSError, sqlite3.Error) as error:
        why = reason(error) if isinstance(error, OSError) else "SQLite không mở được tệp"
        raise PhapquyError(f"Không ghi được {path}: {why}.") from error
    typer.echo(f"Đã ghi {count} dòng vào {path}.", err=True)


def print_changes(snapshot: Snapshot, start: date | None, end: date, *, as_json: bool, as_csv: bool) -> None:
    """Print what changed between two days; by default since the day on which the new units began."""
    history = gazetteer(snapshot).history
    found = changes_between(history, start or history.since, end)
    rows = [(one.since.isoformat(), one.before, one.after, one.province, str(one.by)) for one in found]
    names = ("từ_ngày", "trước", "sau", "tỉnh", "điều_khoản")
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
    elif as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([names, *rows])
    else:
        _show_changes(found, snapshot, start or history.since - timedelta(0), end)


def _show_changes(found: Iterable[Any], snapshot: Snapshot, start: date, end: date) -> None:
    typer.echo(f"Thay đổi sau ngày {short(start)}, đến hết ngày {short(end)}:")
    digest = converter(snapshot, end).is_digest
    none = True
    for one in found:
        none = False
        told = " (theo tóm lược)" if digest(str(one.by)) else ""
        typer.echo(f"{short(one.since)}  {one.before} → {one.after}, {one.province}  {one.by}{told}")
    if none:
        typer.echo("Không có.")
