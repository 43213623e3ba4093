"""What is kept beside a snapshot: taken when made from the same, worked out anew otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from phapquy.authority import shelf
from phapquy.authority.kept import keep_powers, load_powers
from phapquy.authority.overlaps.kept import keep_report, load_report
from phapquy.authority.overlaps.whole import overlaps_on, powers_compared
from phapquy.authority.powers import all_powers
from phapquy.index.snapshot import SnapshotInfo
from tests.authority.kites import DAY, snapshot


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """The law of kites in a folder of its own."""
    kites = snapshot()
    folder = SimpleNamespace(path=tmp_path, documents=kites.info.documents)
    monkeypatch.setattr(shelf, "SnapshotInfo", SimpleNamespace)
    kites.info = folder
    return kites


def test_powers_come_back_as_they_were_read(beside):
    read = all_powers(beside)
    assert (beside.info.path / "powers.jsonl").is_file()
    assert load_powers(beside) == read
    again = snapshot()
    again.info = beside.info
    assert all_powers(again) == read


def test_findings_come_back_as_they_were_compared(beside):
    report = overlaps_on(beside, DAY)
    assert load_report(beside, powers_compared(beside, DAY)) == report
    assert report.findings


def test_some_days_are_kept_and_the_oldest_go(beside):
    report = overlaps_on(beside, DAY)
    held = powers_compared(beside, DAY)
    for place in range(6):
        keep_report(beside, held[: len(held) - place], replace(report, findings=()))
    assert len(list(beside.info.path.glob("overlaps-*.jsonl"))) == 4


def test_findings_on_other_powers_are_not_taken(beside):
    held = powers_compared(beside, DAY)
    keep_report(beside, held, overlaps_on(beside, DAY))
    assert load_report(beside, held[1:]) is None


def test_what_another_reader_wrote_is_not_taken(beside, monkeypatch):
    keep_powers(beside, all_powers(beside))
    monkeypatch.setattr(shelf, "_code", lambda: "khác")
    assert load_powers(beside) is None


@pytest.mark.parametrize("spoil", ["", "không phải JSON", "[1]\n[2]\n", "[[], 3]"])
def test_a_damaged_file_is_read_anew(beside, spoil):
    read = all_powers(beside)
    place = beside.info.path / "powers.jsonl"
    first = place.read_text("utf-8").splitlines()[0]
    for text in (spoil, f"{first}\n{json.dumps([1, 2])}\n"):
        place.write_text(text, "utf-8")
        assert load_powers(beside) is None
    beside.memo.clear()
    assert all_powers(beside) == read


def test_a_folder_that_cannot_be_written_does_no_harm(beside):
    beside.info.path = beside.info.path / "khong-co"
    assert all_powers(beside)
    assert not beside.info.path.exists()


def test_the_folder_is_that_of_a_real_snapshot_only():
    assert shelf.SnapshotInfo is SnapshotInfo
    assert shelf.take(snapshot(), "powers.jsonl", "", list) is None
