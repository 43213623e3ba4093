"""The matrix, its filters, its exports and its differences, on powers of invented statutes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from phapquy.app.matrix.files import to_json, write_csv
from phapquy.app.matrix.page import page_of
from phapquy.app.matrix.sheet import write_workbook
from phapquy.app.site.powers import line_of
from phapquy.authority.choosing import choose
from phapquy.authority.compare import Change, compare
from phapquy.authority.matrix import Filters, Matrix
from phapquy.authority.power import Act, Mode, Power
from phapquy.errors import UsageError
from phapquy.law.holder import LEVEL_NAMES, Level, Organ
from phapquy.law.provision import ProvisionId

XA = Organ("Ủy ban nhân dân", "xã", Level.XA)
PHUONG = Organ("Ủy ban nhân dân", "phường", Level.XA)
TINH = Organ("Chủ tịch Ủy ban nhân dân", "cấp tỉnh", Level.TINH)


def power(task="giờ thả diều", holder=XA, act=Act.QUYET_DINH, basis="nd-9-2090-nd-cp/1/1", field="khac", **more):
    identity = ProvisionId.parse(basis)
    return Power(
        holder, holder.scope, act, task, (0, len(task)), task, field, None, None, Mode.LUAT_GIAO, None, identity,
        identity, **more,
    )  # fmt: skip


POWERS = (
    power(),
    power(holder=PHUONG, via=(ProvisionId.parse("nd-9-2090-nd-cp/2"),)),
    power("giờ thả diều", TINH, Act.PHE_DUYET, "nd-9-2090-nd-cp/3"),
    power("=mỏ đất sét", TINH, Act.CAP, "nd-9-2090-nd-cp/4", "dat-dai"),
)
DOCUMENTS = ("nd-9-2090-nd-cp", "nd-8-2090-nd-cp")


def test_kinds_of_unit_share_a_column_and_words_share_a_row():
    matrix = Matrix(Filters(), POWERS)
    assert [column.name for column in matrix.columns] == ["Ủy ban nhân dân cấp xã", "Chủ tịch Ủy ban nhân dân cấp tỉnh"]
    assert [row.field for row in matrix.rows] == ["dat-dai", "khac"]
    assert len(matrix.rows[1].powers) == 3


@pytest.mark.parametrize(
    ("among", "units"),
    [
        (POWERS[:2], ("xã", "phường")),
        ((*POWERS[:2], replace(POWERS[0], unit=None)), ()),  # every unit of the level has it
    ],
)
def test_a_cell_of_the_page_names_every_kind_of_unit_that_has_a_power(among, units):
    (row,) = Matrix(Filters(), among).rows
    ((_, cell),) = line_of(row, ["Ủy ban nhân dân cấp xã"]).cells
    assert [held.units for held in cell] == [units]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 4),
        (Filters(field="Đất đai"), 1),
        (Filters(field="đất-đai"), 1),
        (Filters(level="cấp xã"), 2),
        (Filters(holder="UBND cấp xã"), 2),
        (Filters(holder="UBND phường"), 1),
        (Filters(role="phê duyệt"), 1),
        (Filters(doc="9-2090"), 4),
        (Filters(doc="8-2090"), 0),
    ],
)
def test_filters_let_through_what_a_person_means(filters, count):
    assert len(choose(POWERS, filters, DOCUMENTS)) == count


@pytest.mark.parametrize(
    ("filters", "named"),
    [
        (Filters(field="thả cá"), "dat-dai"),
        (Filters(level="làng"), "trung-uong"),
        (Filters(holder="Ủy ban nhân dân cấp xa xã"), "Ủy ban nhân dân cấp xã"),
        (Filters(role="bay"), "phê duyệt"),
        (Filters(doc="2090"), "nd-8-2090-nd-cp"),
    ],
)
def test_what_is_not_known_is_answered_with_what_there_is(filters, named):
    with pytest.raises(UsageError, match=named):
        choose(POWERS, filters, DOCUMENTS)


def test_every_count_is_a_count_of_exported_rows():
    matrix = Matrix(Filters(day=date(2090, 1, 1)), POWERS)
    stream = io.StringIO()
    write_csv(matrix, stream, str)
    lines = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert len(lines) == matrix.counts["all"]["powers"]
    for level, number in matrix.counts["level"].items():
        assert sum(line["Cấp"] == LEVEL_NAMES[Level(level)] for line in lines) == number
    for column, number in matrix.counts["holder"].items():
        assert sum(line["Cột ma trận"] == column for line in lines) == number
    data = json.loads(json.dumps(to_json(matrix, str)))
    assert len(data["powers"]) == len(lines)


def test_a_cell_that_a_spreadsheet_would_run_is_quoted():
    stream = io.StringIO()
    write_csv(Matrix(Filters(), POWERS), stream, str)
    assert "'=mỏ đất sét" in stream.getvalue()


def test_the_workbook_holds_matrix_rows_and_counts(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    matrix = Matrix(Filters(), POWERS)
    write_workbook(matrix, tmp_path / "m.xlsx", str)
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert book.sheetnames == ["Ma trận", "Thẩm quyền", "Số đếm", "Thông tin"]
    assert book["Thẩm quyền"].max_row == len(POWERS) + 1
    assert book["Ma trận"].max_row == len(matrix.rows) + 1


def test_the_page_says_so_when_nothing_is_left_and_escapes_what_is():
    assert "Không có thẩm quyền" in "".join(page_of(Matrix(Filters(), ()), str))
    page = "".join(page_of(Matrix(Filters(), (power("<b>diều</b>"),)), str))
    assert "<b>diều" not in page


def test_differences_name_what_came_went_and_changed_hands():
    before = (power(), power("hội diều"), power("đuôi diều"))
    moved = power("hội diều", TINH)
    elsewhere = replace(power("đuôi diều"), condition="khi trời nắng")
    found = {one.task: one.change for one in compare(before, (moved, elsewhere, power("khung diều")))}
    assert found == {
        "giờ thả diều": Change.REMOVED, "hội diều": Change.HOLDER, "đuôi diều": Change.CLAUSE,
        "khung diều": Change.ADDED,
    }  # fmt: skip
    assert compare(before, before) == ()


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("thả diều", 3),
        ("tha dieu", 3),
        ("diều, giờ", 3),  # in another order, with a comma
        ("thả điều kiện", 0),  # "điều" is in it, "kiện" nowhere
        ("iều", 0),  # a part of a word is no word
    ],
)
def test_a_search_is_for_whole_words_with_or_without_marks(typed, count):
    assert len(choose(POWERS, Filters(words=typed), DOCUMENTS)) == count
