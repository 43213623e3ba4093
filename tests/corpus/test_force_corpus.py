"""The days of the real texts, against a table read by hand: slug, day, clause. No wording is kept here."""

from __future__ import annotations

from datetime import date

import pytest

from phapquy.corpus.force_check import check_force
from phapquy.corpus.force_days import ForceDays
from phapquy.corpus.kinds import TextKind
from phapquy.law.force import ForceKind
from phapquy.law.provision import ProvisionId

pytestmark = pytest.mark.corpus

READ = (
    "luat-72-2025-qh15 2025-06-16 51/1",
    "luat-80-2025-qh15 2025-07-01 44/1",
    "nd-118-2025-nd-cp 2025-07-01 40/1",
    "nq-202-2025-qh15 2025-06-12 2/1",
    "luat-03-2026-qh16-ho-tich 2027-03-01 29/1",
    "luat-63-2025-qh15 2025-03-01 31/1",
    "nd-101-2024-nd-cp 2024-08-01 67/1",
    "nd-102-2024-nd-cp 2024-08-01 111/1",
    "nd-123-2024-nd-cp 2024-10-04 34/1",
    "nd-145-2025-nd-cp 2025-07-01 12/1",
    "nd-150-2025-nd-cp 2025-06-16 24",
    "nd-151-2025-nd-cp 2025-07-01 21/1",
    "nd-170-2025-nd-cp 2025-07-01 71/1",
    "nd-171-2025-nd-cp 2025-07-01 41/1",
    "nd-172-2025-nd-cp 2025-07-01 29/1",
    "nd-173-2025-nd-cp 2025-07-01 15",
    "nd-226-2025-nd-cp 2025-08-15 9/1",
    "nd-299-2026-nd-cp 2026-07-28 31/1",
    "nd-300-2026-nd-cp 2026-08-01 36",
    "nd-307-2025-nd-cp 2025-11-27 16",
    "nd-309-2026-nd-cp 2026-08-05 16/1",
    "nd-49-2026-nd-cp 2026-01-31 16/1",
    "nd-50-2026-nd-cp 2026-01-31 14/1",
    "nd-71-2024-nd-cp 2024-08-01 39/1",
    "nq-190-nq-cp-2025 – 3",
    "nq-203-2025-qh15 2025-06-16 2/1",
    "nq-254-2025-qh15 2026-01-01 13/1",
    "nq-76-2025-ubtvqh15 2025-04-15 17/1",
    "tt-09-2026-tt-btp 2026-08-01 17/1",
    "vbhn-18-2026-nd-quy-hoach-do-thi-nong-thon 2025-07-01 29/1",
    "vbhn-28-2026-luat-khieu-nai 2012-07-01 69/1",
    "vbhn-30-2026-luat-tiep-cong-dan 2014-07-01 35",
    "vbhn-33-2026-luat-quy-hoach-do-thi-nong-thon 2025-07-01 58/1",
    "vbhn-44-2026-luat-dat-dai 2024-08-01 252/1",
    "vbhn-54-2025-luat-ban-hanh-vbqppl 2025-04-01 71/1",
    "vbhn-79-2026-luat-nha-o 2024-08-01 197/1",
    "vbhn-87-2025-luat-dan-chu-co-so 2023-07-01 90/1",
    *(f"nq-{number}-nq-ubtvqh15 2025-06-16 2/1" for number in range(1654, 1688)),
)
"""Of ``nq-190`` the text tells only that it begins with its signing, and the stored copy has no day of signing."""
SILENT = (
    "cv-171-cv-bcd", "cv-174-cv-bcd", "kl-127-kl-tw", "kl-155-kl-tw", "kl-157-kl-tw", "kl-212-kl-tw", "kl-221-kl-tw",
    "nq-60-nq-tw",
)  # fmt: skip
"""Letters, conclusions and a Party resolution: they have no clause on entry into force."""
PARTS = {
    ("BEGINS", "luat-80-2025-qh15/44/2", date(2026, 1, 1)): "25 26 27",
    ("BEGINS", "nq-254-2025-qh15/13/2", date(2025, 12, 11)): "12/3/b",
    ("BEGINS", "nd-71-2024-nd-cp/39/2", date(2024, 6, 27)): "37",
    ("ENDS", "nd-71-2024-nd-cp/39/3/đ", date(2024, 8, 1)): "37",
    ("ENDS", "nd-49-2026-nd-cp/16/2", date(2027, 3, 1)): "14 15",
    ("BEGINS", "vbhn-44-2026-luat-dat-dai/252/2", date(2024, 4, 1)): "190 248",
    ("BEGINS", "vbhn-44-2026-luat-dat-dai/252/3", None): "60/9",
    ("ENDS", "nd-145-2025-nd-cp/12/2", date(2027, 3, 1)): "",
    ("ENDS", "nd-151-2025-nd-cp/21/2", date(2027, 3, 1)): "",
}


@pytest.fixture
def present(real_library):
    """The library, where the texts of the table are there."""
    wanted = [line.split()[0] for line in READ]
    if missing := [slug for slug in wanted if not real_library.is_true(slug)]:
        pytest.skip(f"kho chưa có {', '.join(missing)}: hãy chạy phapquy corpus pull")
    return real_library


def test_the_first_day_of_every_document_is_read_from_its_clause(present):
    days = ForceDays(present)
    wrong = []
    for line in READ:
        slug, day, clause = line.split()
        fact = next((one for one in days.facts(slug) if one.whole and one.kind is ForceKind.BEGINS), None)
        read = (str(days.begins(slug) or "–"), str(fact.clause) if fact else "")
        if read != (day, f"{slug}/{clause}"):
            wrong.append((line, read))
    assert len(wrong) <= 0.03 * len(READ), wrong
    assert not wrong
    known = {line.split()[0] for line in READ} | set(SILENT)
    assert known == {one.slug for one in present.manifest.document if one.text_kind is TextKind.VERBATIM}
    assert not any(one.whole and one.kind is ForceKind.BEGINS for slug in SILENT for one in days.facts(slug))


def test_provisions_that_begin_or_end_apart_are_read_with_their_clause(present):
    days = ForceDays(present)
    found = {}
    for slug in (line.split()[0] for line in READ):
        for fact in days.facts(slug):
            apart = fact.provisions or (fact.kind is ForceKind.ENDS and fact.whole)
            if apart and fact.kind in {ForceKind.BEGINS, ForceKind.ENDS}:
                ids = " ".join("/".join(one.parts) for one in fact.provisions)
                found[fact.kind.name, str(fact.clause), days.day(slug, fact.moment)] = ids
    assert found == PARTS


def test_rules_of_transition_are_found(present):
    days = ForceDays(present)
    moved = {fact.clause for slug in ("luat-72-2025-qh15", "luat-80-2025-qh15") for fact in days.facts(slug)
             if fact.kind is ForceKind.TRANSITION}  # fmt: skip
    ids = [f"luat-72-2025-qh15/54/{number}" for number in range(1, 11)]
    assert moved == {ProvisionId.parse(one) for one in (*ids, *(f"luat-80-2025-qh15/45/{n}" for n in (1, 2, 3)))}


def test_no_document_differs_from_the_manifest_without_an_explanation(present):
    assert [(report.slug, row) for report in check_force(present) for row in report.rows if row.open] == []
