"""Many people at once on the page: every one is answered, and an answer that is an error is counted as one."""

from __future__ import annotations

from urllib.parse import urlsplit

from phapquy.bench import budgets
from phapquy.bench.web import PEOPLE, crowd_rows
from phapquy.errors import SnapshotError


def measured(served):
    return {row.budget.code: row.measured for row in crowd_rows(urlsplit(served).port)}


def test_twenty_people_are_all_answered_and_the_sheet_is_made(served, stage):
    found = measured(served)
    assert found[budgets.AT_ONCE_ERRORS.code] == 0
    assert found[budgets.AT_ONCE_P95.code] > 0
    assert found[budgets.SHEET_PDF.code] > 0
    assert len(stage.base.asked) == 3 * PEOPLE + 1


def test_an_error_on_the_page_counts_as_one(served, stage):
    def fail(*_):
        raise SnapshotError("Chỉ mục bị hỏng.")

    stage.base.ask = fail
    found = measured(served)
    assert found[budgets.AT_ONCE_ERRORS.code] == 3 * PEOPLE
    assert found[budgets.SHEET_PDF.code] is None
