import io
import os
import sys

import pytest
from rich.console import Console

from phapquy.bench import budgets, measure, process
from phapquy.bench.budgets import Row
from phapquy.bench.machine import describe_machine, peak_memory_mb
from phapquy.bench.measure import measure_all, probe_rows
from phapquy.bench.probe import probe
from phapquy.bench.samples import COLD, QUESTIONS, WARM_UP
from phapquy.bench.table import WIDTH, machine_line, rows_table
from phapquy.config import load_settings
from phapquy.errors import PhapquyError

PROBED = {"open_s": 1.5, "answer_ms": [20.0, 10.0, 30.0], "encode_ms": [5.0, 4.0, 6.0], "torch": False, "peak_mb": 400}


@pytest.mark.parametrize(
    ("budget", "measured", "ratio", "within"),
    [
        (budgets.HELP, 0.2, 0.5, True),
        (budgets.HELP, 0.8, 2.0, False),
        (budgets.BUILD_SPEED, 0.9, 1.0, True),
        (budgets.BUILD_SPEED, 0.45, 0.5, False),
        # no torch is a budget of nought: no ratio to it, but kept or not
        (budgets.TORCH, 0.0, None, True),
        (budgets.TORCH, 1.0, None, False),
        # nothing promised, nothing measured
        (budgets.OPEN, 9.0, None, None),
        (budgets.HELP, None, None, None),
    ],
)
def test_a_row_knows_its_ratio_and_whether_the_budget_is_kept(budget, measured, ratio, within):
    row = Row(budget, measured)
    assert row.ratio == ratio
    assert row.within is within
    assert row.to_json()["within"] is within


def test_every_question_is_asked_once_after_a_warm_up():
    asked, encoded = [], []

    class Base:
        def ask(self, question):
            asked.append(question)

    found = probe(Base, encoded.append, ["a", "b"], ["w"])
    assert asked == encoded == ["w", "a", "b"]
    assert len(found["answer_ms"]) == len(found["encode_ms"]) == 2
    assert found["torch"] is ("torch" in sys.modules)
    assert found["peak_mb"] == pytest.approx(peak_memory_mb(), rel=0.2)


def test_a_probe_becomes_rows():
    rows = {row.budget.code: row.measured for row in probe_rows(PROBED)}
    assert rows["warm_p50"] == 20.0
    assert rows["warm_p95"] == 30.0
    assert rows["warm_to_encode"] == 4.0
    assert rows["torch_imported"] == 0.0


def test_the_sample_questions_are_all_different():
    everything = (*QUESTIONS, *WARM_UP, COLD)
    assert len(set(everything)) == len(everything)
    assert len(QUESTIONS) >= 40


def test_what_cannot_be_measured_is_a_row_that_says_why(monkeypatch):
    def fails(*_arguments, **_options):
        raise PhapquyError("chưa có chỉ mục")

    for name in ("median_seconds", "run", "server_peak_mb"):
        monkeypatch.setattr(process, name, fails)
    monkeypatch.setattr(measure.building, "encoder_speed", fails)
    told = []
    rows = list(measure_all(load_settings(), step=told.append))
    assert all(row.measured is None for row in rows)
    assert any("chưa có chỉ mục" in row.how for row in rows)
    assert any("--build" in row.how for row in rows)
    assert len({row.budget.code for row in rows}) == len(rows)
    assert len(told) >= 5


def test_quick_leaves_out_the_slow_rows(monkeypatch):
    monkeypatch.setattr(process, "median_seconds", lambda *_: 0.1)
    monkeypatch.setattr(
        process,
        "run",
        lambda *_: (0.1, '{"open_s": 1, "answer_ms": [1], "encode_ms": [1], "torch": false, "peak_mb": 1}'),
    )
    codes = [row.budget.code for row in measure_all(load_settings(), quick=True)]
    assert "server_memory" not in codes
    assert "full_build" not in codes
    assert "warm_p95" in codes


def test_the_table_fits_and_names_the_machine():
    out = io.StringIO()
    rows = [*probe_rows(PROBED), Row(budgets.FULL_BUILD, None, "không đo được: " + "rất dài " * 20)]
    console = Console(file=out, width=WIDTH)
    console.print(machine_line(describe_machine()))
    console.print(rows_table(rows))
    assert max(map(len, out.getvalue().splitlines())) <= WIDTH
    assert "nhân" in out.getvalue()
    assert "CHƯA" in out.getvalue()


def test_a_child_that_fails_is_told_by_its_last_line():
    with pytest.raises(PhapquyError, match="hỏng rồi"):
        process.run(["-c", "import sys; sys.stderr.write('x\\nhỏng rồi\\n'); sys.exit(1)"])
    seconds, said = process.run(["-c", "print('đèn')"])
    assert seconds > 0
    assert said.strip() == "đèn"


def test_the_peak_of_a_process_is_in_megabytes():
    assert 5 < peak_memory_mb(os.getpid()) < 100_000
    assert peak_memory_mb(2**30) is None
