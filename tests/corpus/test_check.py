from __future__ import annotations

from dataclasses import replace

import pytest

from phapquy.corpus.check import check, core_is_whole, coverage, gaps, misplaced
from phapquy.corpus.library import Library
from phapquy.corpus.sources import pull
from phapquy.corpus.status import status
from phapquy.law.provision import Document, Kind, Provision


def test_whole_texts_have_all_their_articles_and_every_character_covered(settings):
    pull(settings)
    rows = check(Library(settings))
    assert [(row.slug, row.articles, row.covered, row.ok) for row in rows][:2] == [
        ("luat-xoai", 3, 1.0, True),
        ("nd-xoai", 2, 1.0, True),
    ]
    assert core_is_whole(rows)


def test_a_missing_core_text_is_not_whole(settings):
    rows = check(Library(settings))
    assert not core_is_whole(rows)
    assert "phapquy corpus pull" in rows[0].problem
    assert core_is_whole(check(Library(settings), ["kl-7-xx"]))


def test_a_core_text_with_fewer_articles_than_the_manifest_counts_is_not_whole(settings):
    path = settings.manifest_path
    path.write_text(path.read_text(encoding="utf-8").replace("articles = 3", "articles = 4"), encoding="utf-8")
    pull(settings)
    assert not core_is_whole(check(Library(settings)))


def test_plain_words_must_explain_a_clause_that_is_there_and_in_other_words(settings):
    pull(settings)
    settings.plain_dir.mkdir(parents=True)
    long = " ".join(f"quả{n}" for n in range(30))
    entries = "".join(
        f'[[provision]]\nid = "{place}"\nplain = "{words}"\n'
        for place, words in (("2/1", "Sáng nào tổ cũng tưới."), ("9/9", "Không có."), ("1", long))
    )
    (settings.plain_dir / "luat-xoai.toml").write_text(entries, encoding="utf-8")
    library = Library(settings)
    (row,) = check(library, ["luat-xoai"])
    assert (row.plain, row.ok) == (3, False)
    assert [line.split(":")[0] for line in row.misplaced] == ["9/9"]
    document = library.document("luat-xoai")
    told = replace(document, text=document.text + long)
    assert [line.split(":")[0] for line in misplaced(told, library.plain("luat-xoai"))] == ["9/9", "1"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ()), (["1", "2", "3"], ()), (["1", "4", "6"], ("2-3", "5")), (["2", "2a", "3"], ("1",))],
)
def test_gaps_are_named_as_ranges(numbers, expected):
    assert gaps(numbers) == expected


def test_coverage_sees_a_hole_and_an_overlap():
    whole = Document("a", "0123456789", (Provision(Kind.MO_DAU, "", 0, 4, 4), Provision(Kind.KET, "", 4, 10, 10)))
    hole = Document("a", "0123456789", (Provision(Kind.MO_DAU, "", 0, 4, 4), Provision(Kind.KET, "", 5, 10, 10)))
    overlap = Document("a", "0123456789", (Provision(Kind.MO_DAU, "", 0, 4, 4), Provision(Kind.KET, "", 3, 10, 10)))
    assert coverage(whole) == 1.0
    assert coverage(hole) < 1.0
    assert coverage(overlap) < 1.0


def test_status_tells_absent_present_and_foreign_texts_apart(settings):
    settings.texts_dir.mkdir(parents=True)
    (settings.texts_dir / "nd-xoai.txt").write_text("khác", encoding="utf-8")
    rows = {row.slug: (row.present, row.true) for row in status(Library(settings))}
    assert rows == {"luat-xoai": (False, False), "nd-xoai": (True, False), "kl-7-xx": (True, True)}


@pytest.mark.corpus
def test_every_core_document_is_whole(real_library):
    core = [entry.slug for entry in real_library.manifest.core()]
    rows = check(real_library, core)
    assert [row.articles for row in rows] == [54, 45, 41, 3]
    assert all(row.ok and row.core for row in rows)


@pytest.mark.corpus
def test_every_real_text_is_read_to_its_last_character(real_library):
    rows = check(real_library)
    assert {row.slug for row in rows if row.covered < 1.0} == set()
    # Decree 150 lacks Chương II in the corpus
    assert {row.slug: row.gaps for row in rows if row.gaps} == {"nd-150-2025-nd-cp": ("3-9",)}
    assert [row.slug for row in rows if row.expected is not None and row.articles != row.expected] == []
