"""``phapquy units``: look-up, way back, lists, changes, export, and what it refuses."""

from __future__ import annotations

import csv
import io
import json

import pytest

from phapquy.index.build import build
from tests.answer.test_units import FACTS
from tests.cli.test_cli import built, fresh, patched, run  # noqa: F401 - fixtures
from tests.conftest import TEXTS, make_home
from tests.units import invented

DAY = ("--as-of", "2092-01-01")


@pytest.fixture(scope="module")
def country(patched, tmp_path_factory):  # noqa: F811
    patched.setattr("phapquy.index.units.shipped_places", lambda: invented.PLACES)
    settings = make_home(tmp_path_factory.mktemp("may"), TEXTS | invented.TEXTS, FACTS)
    build(settings)
    return settings.home


def test_a_unit_is_told_with_its_clause_and_sources(run, country):  # noqa: F811
    result = run(country, "units", "xã Bãi Cát, huyện Lá", *DAY)
    assert result.code == 0
    assert "nay thuộc xã Hồ Sen, tỉnh Mây Xa" in " ".join(result.out.split())
    assert "Điều khoản: nq-2-2090/1/1" in result.out
    assert "Huyện cũ theo dữ liệu underthesea" in result.out
    assert max(map(len, result.out.splitlines())) <= 100


def test_words_need_no_quotation_marks_and_the_way_back_is_told(run, country):  # noqa: F811
    result = run(country, "units", "--reverse", "phuong", "trang", "khuya", *DAY)
    assert "được lập từ" in " ".join(result.out.split())


def test_homonyms_are_asked_about_and_what_is_not_there_exits_1(run, country):  # noqa: F811
    assert "  - Xã Hồ Sen" in run(country, "units", "xã Hồ Sen", *DAY).out
    assert run(country, "units", "xã Không Hề Có", *DAY).code == 1
    assert run(country, "units", "London", *DAY).code == 1


def test_json_and_csv_go_to_stdout(run, country):  # noqa: F811
    facts = json.loads(run(country, "units", "xã Bãi Cát", "--json", *DAY).out)
    assert (facts["status"], facts["unit"]["name"]) == ("found", "Hồ Sen")
    (row,) = csv.DictReader(io.StringIO(run(country, "units", "xã Bãi Cát", "--csv", *DAY).out))
    assert row["đơn_vị_mới"] == "xã Hồ Sen"


def test_a_list_is_converted_row_by_row(run, country, tmp_path):  # noqa: F811
    source, out = tmp_path / "vao.csv", tmp_path / "ra.csv"
    source.write_text("tên,địa_chỉ\nAn,xã Bãi Cát\nBình,\nChi,xã Hồ Sen\n", "utf-8-sig")
    result = run(country, "units", "--batch", str(source), "--out", str(out), *DAY)
    assert (result.code, result.out) == (0, "")
    assert "Đã chuyển 3 dòng" in result.err
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [row["mã_trạng_thái"] for row in rows] == ["found", "empty", "ambiguous"]
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_list_may_come_from_stdin(run, country):  # noqa: F811
    result = run(country, "units", "--batch", "-", "--column", "nơi", *DAY, stdin="nơi\nxã Bãi Cát\n")
    assert "xã Hồ Sen" in result.out


@pytest.mark.parametrize("kind", ["csv", "sqlite"])
def test_the_table_is_exported(run, country, tmp_path, kind):  # noqa: F811
    path = tmp_path / f"bang.{kind}"
    result = run(country, "units", "--export", str(path), *DAY)
    assert result.code == 0
    assert path.stat().st_size > 1000


def test_changes_are_listed(run, country):  # noqa: F811
    out = run(country, "units", "--diff", "--from", "2090-06-30", *DAY).out
    assert "xã Bãi Cát, huyện Lá, Gió → xã Hồ Sen" in out
    rows = json.loads(run(country, "units", "--diff", "--from", "2090-06-30", "--json", *DAY).out)
    assert rows[0]["điều_khoản"] == "nq-1-2090/1/1"
    assert "Không có." in run(country, "units", "--diff", *DAY).out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Hãy chọn một việc"),
        (("xã Bãi Cát", "--diff"), "Hãy chọn một việc"),
        (("--batch", "không-có.csv"), "Không đọc được"),
        (("--export", "bang.txt"), "phải kết thúc bằng"),
    ],
)
def test_wrong_use_exits_2_and_says_what_to_do(run, country, words, says):  # noqa: F811
    result = run(country, "units", *words)
    assert result.code == 2
    assert says in result.err


def test_a_list_without_the_column_names_the_columns(run, country, tmp_path):  # noqa: F811
    source = tmp_path / "vao.csv"
    source.write_text("a,b\n1,2\n", "utf-8")
    assert "các cột: a, b" in run(country, "units", "--batch", str(source)).err


def test_a_file_that_is_no_text_is_refused(run, country, tmp_path):  # noqa: F811
    source = tmp_path / "vao.csv"
    source.write_bytes(b"\xff\xfe\x00dia chi")
    result = run(country, "units", "--batch", str(source))
    assert result.code == 2
    assert "UTF-8" in result.err


def test_an_index_without_resolutions_says_so(run, built):  # noqa: F811
    result = run(built, "units", "xã Bãi Cát")
    assert result.code == 2
    assert "chưa có nghị quyết" in result.err
