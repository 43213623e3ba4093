"""The whole history as a table: one row for each old unit and each new unit it went to."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

from phapquy.law.provision import ProvisionId
from phapquy.units.history import History
from phapquy.units.listing import province_on
from phapquy.units.model import Event

COLUMNS = (
    "loại_cũ", "tên_cũ", "huyện_cũ", "nguồn_huyện", "tỉnh_cũ", "nguồn_tỉnh", "mâu_thuẫn", "việc", "diện_tích", "dân_cư",
    "loại_mới", "tên_mới", "tỉnh_mới", "từ_ngày", "điều_khoản", "đổi_loại_từ_ngày", "đổi_loại_theo",
)  # fmt: skip


def table_rows(history: History, day: date) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table, with the kinds that units and provinces have on a day."""
    for event in history.events:
        yield _row(event, history, day)


def _row(event: Event, history: History, day: date) -> tuple[str, ...]:
    old, new = event.old, event.new
    upgraded = new.upgraded if new.upgraded and new.upgraded[1] <= day else None
    return (
        old.kind.value, old.name, old.district, old.district_from.value, old.province, old.province_from.value,
        old.conflict, event.kind.value, event.land.value, event.people.value, new.kind_on(day).value, new.name,
        province_on(new.province, history, day), history.since.isoformat(), str(event.by),
        upgraded[1].isoformat() if upgraded else "", str(upgraded[2]) if upgraded else "",
    )  # fmt: skip


def write_csv(history: History, day: date, stream: TextIO) -> int:
    """Write the table as CSV; returns the number of rows."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in table_rows(history, day):
        writer.writerow(row)
        count += 1
    return count


def write_sqlite(history: History, day: date, path: Path) -> int:
    """Write the table as a small SQLite file, beside and then in place of an older one; returns the number of rows.

    Raises:
        OSError: the file cannot be written.
        sqlite3.Error: SQLite cannot write it.
    """
    part = path.with_name(f".{path.name}.tmp")
    part.unlink(missing_ok=True)
    try:
        count = _fill(part, table_rows(history, day))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _fill(path: Path, rows: Iterable[tuple[str, ...]]) -> int:
    database = sqlite3.connect(path)
    try:
        columns = ", ".join(f'"{name}" TEXT NOT NULL' for name in COLUMNS)
        database.execute(f"CREATE TABLE don_vi ({columns})")
        marks = ", ".join("?" * len(COLUMNS))
        count = database.executemany(f"INSERT INTO don_vi VALUES ({marks})", rows).rowcount
        database.execute('CREATE INDEX theo_ten_cu ON don_vi ("tên_cũ")')
        database.execute('CREATE INDEX theo_ten_moi ON don_vi ("tên_mới", "tỉnh_mới")')
        database.commit()
    finally:
        database.close()
    return count


def clauses(history: History) -> frozenset[ProvisionId]:
    """Return every clause that the table rests on."""
    return frozenset(event.by for event in history.events)
