from __future__ import annotations

from datetime import date

import pytest

from phapquy.corpus.amendments import load_amendments
from phapquy.corpus.kinds import Operation
from phapquy.errors import ManifestError


@pytest.fixture
def table(tmp_path, made):
    def write(*rows):
        path = tmp_path / "amendments.csv"
        path.write_text(made.amendments_csv(*rows), encoding="utf-8")
        return path

    return write


def test_a_row_is_read_into_values(table):
    path = table("luat-a,luat-a/2/1 luat-a/2/2,,sua-doi,toan-bo,5/2099/XX,nd-b,nd-b/1/1,2099-12-31,co,xem,cao")
    (row,) = load_amendments(path)
    assert [str(target) for target in row.targets] == ["luat-a/2/1", "luat-a/2/2"]
    assert (row.operation, row.effective, row.sources) == (Operation.SUA_DOI, date(2099, 12, 31), ("nd-b/1/1",))
    assert row.ends_target
    assert row.rewords


def test_a_row_without_clause_is_said_by_its_number(table):
    (row,) = load_amendments(table("luat-a,luat-a/2,,sua-doi,mot-phan,5/2099/XX,,,,khong,,thap"))
    assert row.sources == ("5/2099/XX",)
    assert not row.ends_target


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("luat-a,luat-a//,,sua-doi,toan-bo,x,,,,co,,", "targets"),
        ("luat-a,luat-a/1,,doi-moi,toan-bo,x,,,,co,,", "operation"),
        ("luat-a,luat-a/1,,sua-doi,toan-bo,x,,,31/12/2099,co,,", "effective"),
    ],
)
def test_a_bad_cell_is_named_by_line_and_column(table, row, column):
    with pytest.raises(ManifestError, match=rf"dòng 2, cột {column}"):
        load_amendments(table(row))


def test_other_columns_and_a_missing_file_are_refused(tmp_path):
    path = tmp_path / "x.csv"
    with pytest.raises(ManifestError, match="Không thấy"):
        load_amendments(path)
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ManifestError, match="target_slug"):
        load_amendments(path)
