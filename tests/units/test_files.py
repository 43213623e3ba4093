"""Lists of addresses, the table, the changes between two days, suggestions."""

import csv
import io
import sqlite3
from datetime import date
from itertools import islice

from phapquy.units.batch import ADDED, Converter, convert, read_rows
from phapquy.units.changes import changes_between
from phapquy.units.suggest import Suggester
from phapquy.units.table import COLUMNS, write_csv, write_sqlite
from tests.units.invented import HISTORY, NAMES

NOW = date(2092, 1, 1)


def converted(*addresses):
    rows = ({"địa_chỉ": one} for one in addresses)
    return list(convert(rows, "địa_chỉ", Converter(NAMES, NOW, lambda by: "2091" in by)))


def test_an_address_is_converted_with_its_street_its_clause_and_a_status():
    (row,) = converted("Số 3 Ngõ Trăng, xã Bãi Cát, huyện Lá, tỉnh Gió")
    assert row["mã_trạng_thái"] == "found"
    assert row["địa_chỉ_mới"] == "Số 3 Ngõ Trăng, xã Hồ Sen, tỉnh Mây Xa"
    assert row["điều_khoản"] == "nq-2-2090/1/1"


def test_what_is_not_sure_gets_no_address_but_what_comes_into_question():
    split, twice, empty, foreign = converted("xã Suối Đá", "xã Hồ Sen", "", "Paris")
    assert [one["mã_trạng_thái"] for one in (split, twice, empty, foreign)] == [
        "split",
        "ambiguous",
        "empty",
        "no-unit",
    ]
    assert not any(one["địa_chỉ_mới"] for one in (split, twice, empty, foreign))
    assert split["khả_năng"] == "xã Thông Reo, tỉnh Mây Xa; phường Trăng Khuya, tỉnh Mây Xa"
    assert "huyện Lá" in twice["khả_năng"]


def test_mixed_and_reported_facts_are_noted():
    mixed, digest = converted("xã Bãi Cát, huyện Lá, tỉnh Mây Xa", "phường Nắng Mai, tỉnh Nắng")
    assert "lẫn tên cũ và tên mới" in mixed["ghi_chú"]
    assert "theo tóm lược" in digest["ghi_chú"]


def test_rows_are_read_and_converted_one_by_one():
    def endless():
        yield "mã;địa_chỉ\n"
        number = 0
        while True:
            number += 1
            yield f"{number};xã Bãi Cát\n"

    columns, rows = read_rows(endless())
    assert columns == ["mã", "địa_chỉ"]
    first = list(islice(convert(rows, "địa_chỉ", Converter(NAMES, NOW)), 3))
    assert [(row["mã"], row["mã_trạng_thái"]) for row in first] == [("1", "found"), ("2", "found"), ("3", "found")]


def test_quoted_cells_and_short_rows_are_read():
    columns, rows = read_rows(io.StringIO('địa_chỉ,tên\n"xã Bãi Cát, huyện Lá",An\nxã Suối Đá\n'))
    assert [row["địa_chỉ"] for row in rows] == ["xã Bãi Cát, huyện Lá", "xã Suối Đá"]
    assert columns[0] == "địa_chỉ"
    assert len(ADDED) == 8


def test_the_table_is_written_as_csv_and_as_sqlite(tmp_path):
    stream = io.StringIO()
    count = write_csv(HISTORY, NOW, stream)
    rows = list(csv.reader(io.StringIO(stream.getvalue())))
    assert (len(rows), tuple(rows[0])) == (count + 1, COLUMNS)
    path = tmp_path / "don-vi.sqlite"
    assert write_sqlite(HISTORY, NOW, path) == count
    assert write_sqlite(HISTORY, NOW, path) == count  # in place of the older one
    with sqlite3.connect(path) as database:
        (name,) = database.execute('SELECT "tên_mới" FROM don_vi WHERE "tên_cũ" = ?', ("Bãi Cát",)).fetchone()
    assert name == "Hồ Sen"
    assert [one.name for one in tmp_path.iterdir()] == ["don-vi.sqlite"]


def test_changes_between_two_days_are_listed_with_their_clauses():
    later = changes_between(HISTORY, date(2090, 7, 1), NOW)
    assert [(one.before, one.after) for one in later] == [
        ("xã Nắng Mai", "phường Nắng Mai"),
        ("tỉnh Nắng", "thành phố Nắng"),
    ]
    assert len(changes_between(HISTORY, date(2090, 6, 30), NOW)) > len(later)
    assert not changes_between(HISTORY, NOW, NOW)


def test_names_are_completed_from_what_was_typed():
    suggester = Suggester(NAMES)
    assert suggester.complete("xã bãi c", NOW) == ("xã Bãi Cát, huyện Lá, tỉnh Gió cũ",)
    assert "xã Hồ Sen, tỉnh Mây Xa" in suggester.complete("ho se", NOW)
    assert suggester.complete("", NOW) == ()
