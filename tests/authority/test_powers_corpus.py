"""The hand-checked powers of ``powers.tsv`` against the real texts; the figures stand in ``docs/matrix.md``."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from phapquy.authority.powers import powers_of
from phapquy.law.provision import ProvisionId

pytestmark = pytest.mark.corpus
ROWS = list(csv.DictReader((Path(__file__).parent / "powers.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.fixture(scope="module")
def snapshot():
    from phapquy.config import Settings
    from phapquy.errors import SnapshotError
    from phapquy.index.snapshot import Snapshot

    try:
        return Snapshot.open(Settings())
    except SnapshotError as error:
        pytest.skip(str(error))


def measured(snapshot, draws):
    """Shares of holder with level, role and span that are right, and of granting provisions that are found."""
    groups = defaultdict(list)
    for row in ROWS:
        if row["draw"] in draws:
            groups[row["provision"]].append(row)
    right, found, total = [0, 0, 0], 0, 0
    for name, rows in groups.items():
        identity = ProvisionId.parse(name)
        base = snapshot.document(identity.slug).provisions[identity].start
        held = [one for one in powers_of(snapshot, identity.slug) if one.basis == one.source == identity]
        found += bool(held)
        for row in rows:
            total += 1
            best = max(held, key=lambda one: _marks(one, row, base), default=None)
            for place, mark in enumerate(_marks(best, row, base) if best else ()):
                right[place] += mark
            if best is not None:
                held.remove(best)
    return [share / total for share in right] + [found / len(groups)]


def _marks(power, row, base):
    overlap = min(power.span[1] - base, int(row["end"])) > max(power.span[0] - base, int(row["start"]))
    return (
        (power.holder.name, power.level.value) == (row["holder"], row["level"]),
        power.act.value == row["act"],
        overlap,
    )


def test_the_checked_powers_are_read_as_they_were_checked(snapshot):
    holder, role, span, granting = measured(snapshot, "AB")
    assert holder >= 0.97
    assert role >= 0.95
    assert span >= 0.95
    assert granting >= 0.97


def test_the_powers_of_the_later_draw_do_not_get_worse(snapshot):
    holder, role, span, granting = measured(snapshot, "D")
    assert min(holder, role, span, granting) >= 0.85
