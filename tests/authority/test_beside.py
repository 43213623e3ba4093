"""What is kept beside a snapshot: taken when made from the same, worked out anew otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from phapquy.authority import beside
from phapquy.authority.kept import keep_powers, load_powers
from phapquy.authority.overlaps.kept import keep_report, load_report
from phapquy.authority.overlaps.whole import overlaps_on, powers_compared
from phapquy.authority.powers import all_powers
from phapquy.index.snapshot import SnapshotInfo
from tests.authority.kites import DAY, snapshot


@pytest.fixture
def kites_home(tmp_path, monkeypatch):
    """The law of kites in a folder of its own."""
    kites = snapshot()
    folder = SimpleNamespace(path=tmp_path, documents=kites.info.documents)
    monkeypatch.setattr(beside, "SnapshotInfo", SimpleNamespace)
    kites.info = folder
    return kites


def test_powers_come_back_as_they_were_read(kites_home):
    read = all_powers(kites_home)
    assert (kites_home.info.path / "powers.jsonl").is_file()
    assert load_powers(kites_home) == read
    again = snapshot()
    again.info = kites_home.info
    assert all_powers(again) == read


def test_findings_come_back_as_they_were_compared(kites_home):
    report = overlaps_on(kites_home, DAY)
    assert load_report(kites_home, powers_compared(kites_home, DAY)) == report
    assert report.findings


def test_some_days_are_kept_and_the_oldest_go(kites_home):
    report = overlaps_on(kites_home, DAY)
    held = powers_compared(kites_home, DAY)
    for place in range(6):
        keep_report(kites_home, held[: len(held) - place], replace(report, findings=()))
    assert len(list(kites_home.info.path.glob("overlaps-*.jsonl"))) == 4


def test_findings_on_other_powers_are_not_taken(kites_home):
    held = powers_compared(kites_home, DAY)
    keep_report(kites_home, held, overlaps_on(kites_home, DAY))
    assert load_report(kites_home, held[1:]) is None


def test_what_another_reader_wrote_is_not_taken(kites_home, monkeypatch):
    keep_powers(kites_home, all_powers(kites_home))
    monkeypatch.setattr(beside, "_code", lambda: "khác")
    assert load_powers(kites_home) is None


@pytest.mark.parametrize("spoil", ["", "không phải JSON", "[1]\n[2]\n", "[[], 3]"])
def test_a_damaged_file_is_read_anew(kites_home, spoil):
    read = all_powers(kites_home)
    place = kites_home.info.path / "powers.jsonl"
    first = place.read_text("utf-8").splitlines()[0]
    for text in (spoil, f"{first}\n{json.dumps([1, 2])}\n"):
        place.write_text(text, "utf-8")
        assert load_powers(kites_home) is None
    kites_home.memo.clear()
    assert all_powers(kites_home) == read


def test_a_folder_that_cannot_be_written_does_no_harm(kites_home):
    kites_home.info.path = kites_home.info.path / "khong-co"
    assert all_powers(kites_home)
    assert not kites_home.info.path.exists()


def test_the_folder_is_that_of_a_real_snapshot_only():
    assert beside.SnapshotInfo is SnapshotInfo
    assert beside.take(snapshot(), "powers.jsonl", "", list) is None
