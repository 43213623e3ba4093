"""How well references are found and resolved, against clauses read by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from phapquy.config import load_settings
from phapquy.corpus.library import Library
from phapquy.corpus.references import Problem, Resolver
from phapquy.law.citations import find_citations
from phapquy.law.provision import ProvisionId

TABLES = ("references.tsv", "references_blind.tsv")
"""The table the grammar grew up with, and one read by hand before the grammar had seen its clauses."""


def gold(table):
    """The references of each clause of a table in order: words and expected targets."""
    clauses: dict[str, list[tuple[str, str]]] = {}
    for line in Path(__file__).with_name(table).read_text("utf-8").splitlines():
        if line.startswith(("#", "provision")):
            continue
        provision, ordinal, words, targets = line.split("\t")
        clauses.setdefault(provision, [])
        if ordinal != "0":
            clauses[provision].append((words, targets))
            assert int(ordinal) == len(clauses[provision])
    return clauses


@pytest.fixture(scope="module")
def library():
    settings = load_settings()
    if not settings.mirror_dir.is_dir():
        pytest.skip(f"không có thư mục văn bản {settings.mirror}: bỏ qua các phép thử trên văn bản thật")
    found = Library(settings)
    slugs = {ProvisionId.parse(provision).slug for table in TABLES for provision in gold(table)}
    if missing := sorted(slug for slug in slugs if not found.is_true(slug)):
        pytest.skip(f"kho chưa có {', '.join(missing)}: hãy chạy phapquy corpus pull")
    return found


def found_in(resolver, library, provision):
    """The references the grammar finds in a clause, in the form of the table."""
    at = ProvisionId.parse(provision)
    document = library.document(at.slug)
    text = document.own_text(document.provisions[at])
    for citation in find_citations(text):
        result = resolver.resolve(citation, at)
        ids = "ngoài kho" if result.problem is Problem.OUTSIDE else " ".join(map(str, result.ids))
        yield " ".join(text[citation.start : citation.end].split()), ids


def right(got, expected):
    outside = expected[1].startswith("ngoài kho") and got[1] == "ngoài kho"
    return got[0].startswith(expected[0]) and (outside or set(got[1].split()) == set(expected[1].split()))


@pytest.mark.corpus
@pytest.mark.parametrize("table", TABLES)
def test_the_references_of_clauses_read_by_hand_are_found_and_resolved(library, table):
    resolver = Resolver(library)
    hits = found = wanted = 0
    wrong: list[object] = []
    for provision, expected in gold(table).items():
        got = list(found_in(resolver, library, provision))
        left = list(expected)
        for one in got:
            match = next((other for other in left if right(one, other)), None)
            if match is None:
                wrong.append((provision, "thừa hoặc sai", one))
            else:
                left.remove(match)
                hits += 1
        wrong.extend((provision, "sót", one) for one in left)
        found, wanted = found + len(got), wanted + len(expected)
    assert wanted >= 150
    assert hits / found >= 0.99, wrong
    assert hits / wanted >= 0.99, wrong
    print(f"{table}: precision {hits}/{found}, recall {hits}/{wanted}")  # noqa: T201 - the measured figures, with pytest -s
