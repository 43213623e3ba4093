"""The real texts: their own words are verified, changed words are not; wording is cut at run time, never typed."""

from __future__ import annotations

from datetime import date

import pytest

from phapquy.checking import Checker
from phapquy.config import load_settings
from phapquy.corpus.library import Library
from phapquy.law.provision import Kind

pytestmark = pytest.mark.corpus
DAY = date(2026, 11, 21)
LAW = "luat-72-2025-qh15"


@pytest.fixture(scope="module")
def real_library():
    library = Library(load_settings())
    if not library.is_true(LAW):
        pytest.skip("chưa có văn bản thật trong corpus/texts")
    return library


@pytest.fixture(scope="module")
def real(real_library):
    documents = {slug: real_library.document(slug) for slug in real_library.available()}
    return Checker(real_library.manifest, documents, real_library.validity)


def leaves(library, slug):
    """The leaves of a document with their words."""
    document = library.document(slug)
    for identity, node in document.provisions.items():
        if not node.children and node.kind in {Kind.DIEU, Kind.KHOAN, Kind.DIEM}:
            yield identity, " ".join(document.full_text(node).split())


def test_every_clause_of_a_core_law_is_verified_in_its_own_words(real, real_library):
    cited = [(one, words) for one, words in leaves(real_library, LAW) if "“" not in words and 40 < len(words) < 3000]
    text = "\n\n".join(f"{real.cite(str(one))}: “{words}”." for one, words in cited)
    report = real.check(text, DAY)
    assert len(report.citations) == len(cited) > 300
    assert report.counts["citations"]["exists"] == len(cited)
    assert report.counts["quotes"]["verified"] + report.counts["quotes"]["repaired"] == len(cited)


def test_the_words_of_the_next_clause_are_never_verified(real, real_library):
    cited = [(one, words) for one, words in leaves(real_library, LAW) if "“" not in words and 80 < len(words) < 3000]
    pairs = [(one[0], after[1]) for one, after in zip(cited[::5], cited[1::5], strict=False)]
    text = "\n\n".join(f"{real.cite(str(one))}: “{words}”." for one, words in pairs)
    report = real.check(text, DAY)
    assert report.counts["quotes"]["not_verified"] == len(pairs)
    assert all(quote.found_at for one in report.citations for quote in one.quotes)


def test_a_clause_repealed_in_2026_was_in_force_in_2025(real):
    text = "Khoản 3 Điều 7 Nghị định số 151/2025/NĐ-CP"
    assert real.check(text, date(2025, 12, 1)).ok
    (one,) = real.check(text, DAY).citations
    assert one.provisions[0].ended_by == ("nd-49-2026-nd-cp/16/3/đ",)


def test_an_inserted_clause_exists_from_its_day(real):
    text = "khoản 2a Điều 4 Nghị định số 118/2025/NĐ-CP"
    assert [real.check(text, day).citations[0].force for day in (date(2025, 12, 1), DAY)] == ["not_yet", "in_force"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("k2 đ22 luật 72", ["exists"]),
        ("Luật TCCQĐP 2025, Điều 21", ["exists", "exists"]),
        ("Điều 21 khoản 2 điểm d Luật 72/2025/QH15", ["exists"]),
        ("Luật Đất đai số 72/2025/QH15", ["missing"]),
        ("Điều 12a Nghị định số 118/2025/NĐ-CP", ["missing"]),
        ("khoản 4 Điều 1 Nghị định số 367/2025/NĐ-CP", ["not_checked"]),
        ("mục 2 Công văn số 171/CV-BCĐ và Điều 1 Nghị quyết số 60-NQ/TW", ["exists", "missing"]),
        ("Điều 5 Luật Đầu tư công số 58/2024/QH15", ["outside"]),
    ],
)
def test_real_documents_are_named_as_people_name_them(real, text, results):
    assert [one.result for one in real.check(text, DAY).citations] == results
