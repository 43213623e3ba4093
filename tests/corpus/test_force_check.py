"""What the texts say of their force beside the manifest, on an invented corpus."""

from __future__ import annotations

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from phapquy.cli.corpus import app
from phapquy.corpus.force_check import check_force, core_agrees
from phapquy.corpus.force_compare import Verdict
from phapquy.corpus.force_days import ForceDays
from phapquy.corpus.library import Library
from phapquy.law.force import Anchor, Moment

LAW = """LUẬT
CÂY MÍT
Điều 1. Tưới mít
1. Mít được tưới mỗi sáng.
2. Mít được hái khi thơm.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2099, trừ trường hợp quy định tại khoản 2 Điều này.
2. Khoản 2 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2100.
3. Luật Cây mít số 9/2080/XX hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
Điều 3. Quy định chuyển tiếp
Mít đã trồng trước ngày Luật này có hiệu lực thì được giữ.
"""
EARLY = 'effective = 2099-07-01\ncore = true\nreplaces = ["9/2080/XX"]\n'
PART = '[[document.validity]]\nprovision = "luat-mit/1/2"\nstart = 2100-01-01\nby = "luat-mit/2/2"\n'


@pytest.fixture
def library(settings, made):
    """Make a library of the one invented law with the given facts in its manifest and table."""

    def build(extra, *rows):
        (settings.mirror_dir / "luat-mit.txt").write_text(LAW, encoding="utf-8")
        settings.texts_dir.mkdir(parents=True, exist_ok=True)
        (settings.texts_dir / "luat-mit.txt").write_text(LAW, encoding="utf-8")
        entry = made.entry_toml("luat-mit", LAW, extra=extra)
        settings.manifest_path.write_text(f"as_at = 2100-02-02\n{entry}", encoding="utf-8")
        settings.manifest_path.with_name("amendments.csv").write_text(made.amendments_csv(*rows), encoding="utf-8")
        return Library(settings)

    return build


def verdicts(library):
    (report,) = check_force(library)
    return {(row.subject, row.what): row.verdict for row in report.rows}


def test_a_manifest_true_to_the_text_agrees(library):
    found = library(EARLY + PART)
    assert set(verdicts(found).values()) == {Verdict.AGREE}
    assert core_agrees(check_force(found))
    assert check_force(found)[0].transitions == ("luat-mit/3",)


def test_a_wrong_day_is_a_difference_named_with_its_clause(library):
    (report,) = check_force(library(EARLY.replace("2099-07-01", "2099-08-01") + PART))
    (row,) = [row for row in report.rows if row.open]
    assert (row.verdict, row.said, row.recorded, row.clause) == (
        Verdict.DIFFER,
        "01/07/2099",
        "01/08/2099",
        "luat-mit/2/1",
    )
    assert not core_agrees((report,))


def test_a_day_recorded_from_another_clause_is_a_difference(library):
    found = verdicts(library(EARLY + PART.replace("luat-mit/2/2", "luat-mit/2/1")))
    assert found["luat-mit/1/2", "bắt đầu"] is Verdict.DIFFER


def test_what_the_manifest_leaves_out_is_told(library):
    found = verdicts(library("effective = 2099-07-01\ncore = true\n"))
    assert found["luat-mit/1/2", "bắt đầu"] is Verdict.MANIFEST_SILENT
    assert found["9/2080/XX", "thay thế"] is Verdict.MANIFEST_SILENT


def test_what_only_the_manifest_says_is_told_and_may_be_explained(library):
    more = '[[document.validity]]\nprovision = "luat-mit/2"\nstart = 2099-06-01\nby = "luat-mit/2/1"\nnote = "{}"\n'
    for note, still_open in (("", True), ("Văn bản không nói riêng: viện dẫn sớm.", False)):
        (report,) = check_force(library(EARLY + PART + more.format(note)))
        (row,) = [row for row in report.rows if row.verdict is Verdict.TEXT_SILENT]
        assert (row.subject, row.open) == ("luat-mit/2", still_open)


def test_the_day_of_a_row_of_the_table_is_that_of_its_amending_clause(library):
    row = "nd-x,nd-x/1,,bai-bo,toan-bo,901/2099/XX,luat-mit,luat-mit/1/1,{},co,xem,cao"
    agreed = verdicts(library(EARLY + PART, row.format("2099-07-01")))
    assert agreed["luat-mit", "ngày của bảng sửa đổi"] is Verdict.AGREE
    differing = verdicts(library(EARLY + PART, row.format("2099-07-02")))
    assert differing["nd-x/1", "ngày của bảng sửa đổi"] is Verdict.DIFFER


def test_a_document_of_the_corpus_that_another_ends_must_say_when_and_by_which(library, settings, made):
    old = "LUẬT\nĐiều 1. Hiệu lực\nLuật này có hiệu lực từ ngày 01 tháng 01 năm 2080.\n"
    (settings.mirror_dir / "luat-mit-cu.txt").write_text(old, encoding="utf-8")
    for end, verdict in (("2099-07-01", Verdict.AGREE), ("2099-07-02", Verdict.DIFFER)):
        found = library(EARLY + PART)
        (settings.texts_dir / "luat-mit-cu.txt").write_text(old, encoding="utf-8")
        facts = f'effective = 2080-01-01\nexpires = {end}\nreplaced_by = ["luat-mit"]'
        entry = made.entry_toml("luat-mit-cu", old, extra=facts).replace("901/2099/XX", "9/2080/XX")
        with settings.manifest_path.open("a", encoding="utf-8") as handle:
            handle.write(entry)
        rows = [row for report in check_force(found) for row in report.rows if row.subject == "luat-mit-cu"]
        assert [row.verdict for row in rows if row.what == "chấm dứt" and row.clause] == [verdict]


def test_days_that_hang_on_another_document_are_looked_up_or_left_open(library):
    days = ForceDays(library(EARLY + PART))
    assert days.day("luat-mit", Moment(Anchor.OTHER, other="901/2099/XX")) == date(2099, 7, 1)
    assert days.day("luat-mit", Moment(Anchor.OTHER_ENDS, other="901/2099/XX")) is None
    assert days.day("luat-mit", Moment(Anchor.OTHER, other="1/1/X")) is None


def test_the_command_exits_1_on_a_difference_fits_a_hundred_columns_and_prints_json(library, settings, monkeypatch):
    monkeypatch.setattr("phapquy.config.load_settings", lambda: settings)
    run = lambda *words: CliRunner().invoke(app, ["check", "--validity", *words])  # noqa: E731
    library(EARLY + PART)
    assert run().exit_code == 0
    library(EARLY)
    result = run()
    assert result.exit_code == 1
    assert "luat-mit/1/2, bắt đầu: danh mục không ghi (luat-mit/2/2)" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100
    shown = json.loads(run("--json").stdout)
    assert not shown["ok"]
    assert shown["documents"][0]["transitions"] == ["luat-mit/3"]
