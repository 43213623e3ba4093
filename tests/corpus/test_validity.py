from __future__ import annotations

from datetime import date

import pytest

from phapquy.corpus.amendments import load_amendments
from phapquy.corpus.library import Library
from phapquy.corpus.manifest_files import load_manifest
from phapquy.corpus.validity import ValidityTable
from phapquy.law.provision import ProvisionId

START = date(2099, 1, 1)
ROWS = (
    # Điều 5 is repealed but for one clause, which a row without an operation records
    "luat-a,luat-a/5/1/a,,het-hieu-luc,toan-bo,N,nd-b,nd-b/9,2100-01-31,co,,cao",
    "luat-a,luat-a/5/1/b,,,,N,nd-b,nd-b/9,2100-01-31,co,ngoại lệ,cao",
    "luat-a,luat-a/6,,bai-bo,toan-bo,N,nd-b,nd-b/9,2100-01-31,co,,cao",
    # a clause given anew, then again by a later decree
    "luat-a,luat-a/2/1,,sua-doi,toan-bo,N,nd-b,nd-b/1/1,2100-01-01,co,,cao",
    "luat-a,luat-a/2/1,,sua-doi,toan-bo,N,nd-c,nd-c/1,2101-01-01,co,,cao",
    # a phrase replaced; an amendment whose wording is not at hand; a point added; a suspension
    "luat-a,luat-a/3,,thay-the,mot-phan,N,nd-b,nd-b/7,2100-01-01,co,,cao",
    "luat-a,luat-a/4/2,,sua-doi,mot-phan,77/2100/XX,,,2100-01-01,khong,,vua",
    "luat-a,luat-a/2/2a,,bo-sung,toan-bo,N,nd-b,nd-b/1/2,2100-01-01,co,,cao",
    "luat-a,luat-a/7/2,,ngung,toan-bo,N,nd-b,nd-b/8,2100-05-05,co,,cao",
    # precedence between two texts ends nothing
    "luat-a,luat-a,,thay-the,uu-tien,N,nd-b,nd-b/2,2100-01-01,co,,cao",
    # a repealed article brought in again
    "luat-a,luat-a/23,,het-hieu-luc,toan-bo,N,nd-b,nd-b/9,2100-01-01,co,,cao",
    "luat-a,luat-a/23,,bo-sung,toan-bo,N,nd-c,nd-c/2,2101-01-01,co,,cao",
    # a document replaced as a whole
    "luat-z,luat-z,,thay-the,toan-bo,N,luat-a,luat-a,2099-01-01,co,,cao",
)


@pytest.fixture
def table(tmp_path, made):
    extra = (
        'effective = 2099-01-01\n[[document.validity]]\nprovision = "luat-a/9"\nstart = 2099-06-01\nby = "luat-a/10"'
    )
    entries = [
        made.entry_toml("luat-a", "a", extra=extra),
        made.entry_toml("nd-b", "b", extra="effective = 2100-01-01"),
        made.entry_toml("nd-c", "c", extra="effective = 2101-01-01\nexpires = 2103-03-01"),
        made.entry_toml("luat-z", "z", extra="effective = 2050-01-01"),
    ]
    (tmp_path / "manifest.toml").write_text("as_at = 2100-01-01\n" + "".join(entries), encoding="utf-8")
    (tmp_path / "amendments.csv").write_text(made.amendments_csv(*ROWS), encoding="utf-8")
    return ValidityTable(load_manifest(tmp_path / "manifest.toml"), load_amendments(tmp_path / "amendments.csv"))


def of(table, text):
    return table.of(ProvisionId.parse(text))


def test_a_provision_nobody_touched_lives_with_its_document(table):
    validity = of(table, "luat-a/1/1")
    assert (validity.start, validity.end, validity.amended_by) == (START, None, ())


def test_a_repealed_article_ends_with_everything_inside_it(table):
    for text in ("luat-a/6", "luat-a/6/1", "luat-a/6/1/đ"):
        assert of(table, text).end == date(2100, 1, 31)
        assert of(table, text).ended_by == ("nd-b/9",)


def test_an_exception_stays_in_force_while_its_neighbour_ends(table):
    assert of(table, "luat-a/5/1/a").end == date(2100, 1, 31)
    assert of(table, "luat-a/5/1/b").end is None
    assert of(table, "luat-a/5/1").end is None


def test_wording_given_anew_ends_the_old_one_and_is_found_at_the_amending_clause(table):
    old = ProvisionId.parse("luat-a/2/1")
    assert table.of(old).end == date(2100, 1, 1)
    assert table.of(old).amended_by == ("nd-b/1/1", "nd-c/1")
    assert table.wording_of(old, date(2099, 5, 5)) == old
    assert table.wording_of(old.child("a"), date(2100, 5, 5)) == ProvisionId.parse("nd-b/1/1")
    assert table.wording_of(old, date(2102, 1, 1)) == ProvisionId.parse("nd-c/1")


def test_an_amending_clause_ends_when_a_later_one_gives_the_same_provision_anew(table):
    assert of(table, "nd-b/1/1").end == date(2101, 1, 1)
    assert of(table, "nd-b/1/1").ended_by == ("nd-c/1",)
    assert of(table, "nd-b/1/2").end is None


def test_a_replaced_phrase_or_an_unseen_amendment_leaves_the_provision_in_force_but_amended(table):
    assert of(table, "luat-a/3") == of(table, "luat-a/3/1")
    assert of(table, "luat-a/3").end is None
    assert of(table, "luat-a/3").amended_by == ("nd-b/7",)
    assert of(table, "luat-a/4/2").end is None
    assert of(table, "luat-a/4/2").amended_by == ("77/2100/XX",)


def test_an_inserted_provision_begins_on_its_day_and_lives_at_the_amending_clause(table):
    new = ProvisionId.parse("luat-a/2/2a")
    assert table.of(new).start == date(2100, 1, 1)
    assert table.wording_of(new, date(2100, 2, 2)) == ProvisionId.parse("nd-b/1/2")
    assert table.wording_of(new, date(2099, 2, 2)) is None


def test_a_suspension_ends_and_a_rule_of_precedence_does_not(table):
    assert of(table, "luat-a/7/2").end == date(2100, 5, 5)
    assert of(table, "luat-a").end is None


def test_a_repealed_provision_brought_in_again_has_its_new_wording(table):
    article = ProvisionId.parse("luat-a/23")
    assert table.of(article).start == START
    assert table.of(article).end == date(2100, 1, 1)
    assert table.wording_of(article, date(2100, 6, 6)) is None
    assert table.wording_of(article, date(2101, 6, 6)) == ProvisionId.parse("nd-c/2")


def test_a_provision_may_begin_after_its_document_and_a_document_may_expire(table):
    assert of(table, "luat-a/9/1").start == date(2099, 6, 1)
    assert of(table, "nd-c/5").end == date(2103, 3, 1)


def test_a_document_replaced_as_a_whole_ends_with_all_its_provisions(table):
    assert of(table, "luat-z/3/1").end == START


def test_a_document_warns_of_a_later_text_whose_wording_is_not_at_hand(table):
    (warning,) = table.warnings_for("luat-a")
    assert "77/2100/XX" in warning
    assert "01/01/2100" in warning
    assert table.warnings_for("luat-a", date(2099, 12, 1)) == ()
    assert table.warnings_at(ProvisionId.parse("luat-a/4/2")) == (warning,)
    assert table.warnings_at(ProvisionId.parse("luat-a/1")) == ()
    assert table.warnings_for("khong-co") == ()


def test_the_day_asked_about_is_warned_of_before_and_after_the_life_of_a_document(table):
    assert "chưa có hiệu lực" in table.warnings_for("luat-a", date(2090, 1, 1))[0]
    assert "đã hết hiệu lực" in table.warnings_for("nd-c", date(2103, 3, 1))[0]


def test_the_rows_of_a_clause_and_of_a_provision_are_found(table):
    assert [str(row.targets[0]) for row in table.amendments_by(ProvisionId.parse("nd-b/1"))] == [
        "luat-a/2/1",
        "luat-a/2/2a",
    ]
    assert [row.sources for row in table.amendments_of(ProvisionId.parse("luat-a/2/1/c"))] == [
        ("nd-b/1/1",),
        ("nd-c/1",),
    ]


@pytest.mark.corpus
def test_the_real_tables_say_what_the_real_clauses_say(real):
    table = Library(real).validity
    day = date(2026, 11, 21)
    in_force = {
        "luat-72-2025-qh15/21/2/d": True,
        "nd-118-2025-nd-cp/10/3": False,  # given anew by Decree 309
        "nd-309-2026-nd-cp/5/2": True,
        "nd-151-2025-nd-cp/4/1": False,  # repealed by Decree 49
        "nd-151-2025-nd-cp/5/1/i": True,  # excepted from that repeal
        "nd-151-2025-nd-cp/18/1": True,  # only a phrase was replaced
        "nd-145-2025-nd-cp/8/1": False,
        "nd-145-2025-nd-cp/12/2": True,
        "luat-03-2026-qh16-ho-tich/3": False,  # from 2027-03-01
        "luat-03-2026-qh16-ho-tich/29/1": True,  # the clause that says so
        "vbhn-44-2026-luat-dat-dai/79": True,  # a rule of precedence ends nothing
    }
    assert {text: of(table, text).covers(day) for text in in_force} == in_force
    assert not of(table, "luat-80-2025-qh15/25").covers(date(2025, 12, 31))
    assert not of(table, "nd-151-2025-nd-cp/18/1").covers(date(2027, 3, 1))
    assert any("367/2025" in warning for warning in table.warnings_for("nd-118-2025-nd-cp"))


@pytest.mark.corpus
def test_every_real_target_and_clause_stands_in_its_text(real_library):
    documents = {slug: real_library.document(slug).provisions for slug in real_library.available()}
    absent = set()
    for row in real_library.amendments:
        if row.operation and not row.inserts_target:
            absent |= {
                target for target in row.targets if target.parts and target not in documents.get(target.slug, {target})
            }
        absent |= {
            clause
            for clause in row.by_provisions
            if clause.parts and clause not in documents.get(clause.slug, {clause})
        }
    # inserted by an earlier amendment, or in the part of Decree 150 that the corpus does not hold
    assert set(map(str, absent)) == {
        "nd-150-2025-nd-cp/6",
        "nd-151-2025-nd-cp/5/1/o",
        "nd-151-2025-nd-cp/9/1/k",
    }
