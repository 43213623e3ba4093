"""What makes the pages of powers ready: once for a snapshot and a day, and never at the price of anything else."""

from __future__ import annotations

import sys
import time
from datetime import date

import pytest

from phapquy.app.warming import Warming

DAY = date(2090, 1, 1)
WELL = (sys.executable, "-c", "")
ILL = (sys.executable, "-c", "raise SystemExit(1)")


class Ponds:
    """A knowledge base that notes what is asked of it."""

    def __init__(self, snapshot_id="ao-1"):
        self.snapshot_id = snapshot_id
        self.asked = []

    def matrix(self, filters):
        self.asked.append(("matrix", filters.day))

    def overlaps(self, day):
        self.asked.append(("overlaps", day))


def test_both_pages_are_made_ready_once_for_a_snapshot_and_a_day():
    base = Ponds()
    warming = Warming(lambda: base, lambda: DAY, WELL)
    warming.look()
    warming.look()
    assert base.asked == [("matrix", DAY), ("overlaps", DAY)]


def test_a_new_snapshot_and_a_new_day_are_made_ready_too():
    bases, days = [Ponds("ao-1"), Ponds("ao-2"), Ponds("ao-2")], [DAY, DAY, date(2090, 1, 2)]
    looks = iter(zip(bases, days, strict=True))
    seen = []
    warming = Warming(lambda: seen[-1][0], lambda: seen[-1][1], WELL)
    for look in looks:
        seen.append(look)
        warming.look()
    assert [len(base.asked) for base in bases] == [2, 2, 2]


def test_where_the_child_fails_the_server_does_not_do_its_work():
    base = Ponds()
    Warming(lambda: base, lambda: DAY, ILL).look()
    assert base.asked == []


def test_a_base_without_these_pages_is_left_alone():
    class Bare:
        snapshot_id = "trống"

    Warming(Bare, lambda: DAY, ("khong-co-lenh-nay",)).look()


@pytest.mark.parametrize("command", [WELL, ("khong-co-lenh-nay",)])
def test_the_thread_survives_what_goes_wrong_and_ends_with_its_context(command):
    base = Ponds()
    with Warming(lambda: base, lambda: DAY, command, pause=(0.0, 0.01)):
        deadline = time.monotonic() + 5
        while command is WELL and len(base.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert len(base.asked) == (2 if command is WELL else 0)
