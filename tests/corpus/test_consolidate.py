"""Consolidation on an invented law of lanterns and the decrees that amend it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phapquy.corpus.amendments import load_amendments
from phapquy.corpus.consolidate import wording_at
from phapquy.corpus.manifest_files import load_manifest
from phapquy.corpus.validity import ValidityTable
from phapquy.corpus.wording import State
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse

LAW = """LUẬT ĐÈN LỒNG
Điều 1. Giờ thắp
1. Đèn thắp từ 18 giờ.
2. Trưởng làng:
a) Đếm đèn;
b) Ghi sổ.
3. Đèn hỏng thì bỏ.
Điều 2. Dầu
1. Dầu vừng.
2. Dầu lạc của làng.
Điều 3. Trống
1. Trống đánh mỗi canh.
"""
FIRST = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Luật số 901/2099/QH15
Điều 1. Sửa đổi, bổ sung Điều 1
1. Sửa đổi khoản 1 như sau:
“1. Đèn thắp từ 19 giờ.”.
2. Sửa đổi điểm b khoản 2 như sau:
“b) Ghi sổ đỏ.”.
3. Bổ sung khoản 2a vào sau khoản 2 như sau:
“2a. Phó làng:
a) Đếm dầu;
b) Đếm bấc.”.
Điều 2. Bãi bỏ khoản 3 Điều 1
Điều 3. Thay thế cụm từ “của làng” bằng cụm từ “của xã” tại khoản 2 Điều 2.
Điều 4. Sửa đổi khoản 1 Điều 3
[không có lời văn]
"""
SECOND = """NGHỊ ĐỊNH
Sửa đổi Luật số 901/2099/QH15
Điều 1. Sửa đổi khoản 1 Điều 1
“1. Đèn thắp từ 20 giờ.”.
Điều 2. Sửa đổi khoản 1 Điều 1
“1. Đèn thắp từ 21 giờ.”.
Điều 3. Bãi bỏ khoản 3 Điều 1 của Nghị định số 902/2099/NĐ-XX.
"""
TEXTS = {"luat-a": LAW, "nd-b": FIRST, "nd-c": SECOND}
ROWS = (
    "luat-a,luat-a/1/1,,sua-doi,toan-bo,N,nd-b,nd-b/1/1,2100-01-01,co,,cao",
    "luat-a,luat-a/1/2/b,,sua-doi,toan-bo,N,nd-b,nd-b/1/2,2100-01-01,co,,cao",
    "luat-a,luat-a/1/2a,,bo-sung,toan-bo,N,nd-b,nd-b/1/3,2100-01-01,co,,cao",
    "luat-a,luat-a/1/3,,bai-bo,toan-bo,N,nd-b,nd-b/2,2100-01-01,co,,cao",
    "luat-a,luat-a/2/2,,thay-the,mot-phan,N,nd-b,nd-b/3,2100-01-01,co,,cao",
    "luat-a,luat-a/3/1,,sua-doi,toan-bo,N,nd-b,nd-b/4,2100-01-01,co,,cao",
    # two amendments of one clause on one day; the end of an inserting clause
    "luat-a,luat-a/1/1,,sua-doi,toan-bo,N,nd-c,nd-c/1,2101-01-01,co,,cao",
    "luat-a,luat-a/1/1,,sua-doi,toan-bo,N,nd-c,nd-c/2,2101-01-01,co,,cao",
    "nd-b,nd-b/1/3,,bai-bo,toan-bo,N,nd-c,nd-c/3,2101-01-01,co,,cao",
)
CYCLE = (
    "luat-a,luat-a/1/1,,sua-doi,toan-bo,N,nd-b,nd-b/1/1,2100-01-01,co,,cao",
    "nd-b,nd-b/1/1,,sua-doi,toan-bo,N,luat-a,luat-a/1/1,2100-01-01,co,,cao",
    "luat-a,luat-a/1/1,,sua-doi,toan-bo,N,luat-a,luat-a/1/1,2100-02-01,co,,cao",
)
DOCUMENTS = {slug: parse(slug, text) for slug, text in TEXTS.items()}


def make_table(folder, made, rows):
    starts = {"luat-a": "2099-01-01", "nd-b": "2100-01-01", "nd-c": "2101-01-01"}
    entries = [made.entry_toml(slug, TEXTS[slug], extra=f"effective = {day}") for slug, day in starts.items()]
    (folder / "manifest.toml").write_text("as_at = 2100-01-01\n" + "".join(entries), encoding="utf-8")
    (folder / "amendments.csv").write_text(made.amendments_csv(*rows), encoding="utf-8")
    return ValidityTable(load_manifest(folder / "manifest.toml"), load_amendments(folder / "amendments.csv"))


@pytest.fixture
def at(tmp_path, made):
    table = make_table(tmp_path, made, ROWS)
    return lambda text, day: wording_at(ProvisionId.parse(text), date.fromisoformat(day), DOCUMENTS, table)


def test_before_the_amendment_the_stored_text_stands_whole(at):
    found = at("luat-a/1", "2099-06-01")
    assert (found.state, found.exact, found.amended_by) == (State.IN_FORCE, True, ())
    assert found.quote_from == ProvisionId.parse("luat-a/1") and len(found.pieces) == 1


def test_a_reworded_clause_is_quoted_from_the_amending_clause_without_marks(at):
    found = at("luat-a/1/1", "2100-06-01")
    assert found.text(DOCUMENTS) == "1. Đèn thắp từ 19 giờ."
    assert str(found.quote_from) == "nd-b/1/1" and found.exact
    assert FIRST[slice(*found.span)] == "1. Đèn thắp từ 19 giờ."
    assert found.amended_by == ("nd-b/1/1",)


def test_an_article_is_put_together_in_order_with_inserted_and_without_repealed_clauses(at):
    found = at("luat-a/1", "2100-06-01")
    words = found.text(DOCUMENTS)
    assert words.splitlines() == [
        "Điều 1. Giờ thắp", "1. Đèn thắp từ 19 giờ.", "2. Trưởng làng:", "a) Đếm đèn;", "b) Ghi sổ đỏ.",
        "2a. Phó làng:", "a) Đếm dầu;", "b) Đếm bấc.",
    ]  # fmt: skip
    assert "1/3" in found.notes[0] and found.exact
    assert all(
        DOCUMENTS[piece.source.slug].text[slice(*piece.span)].strip() in TEXTS[piece.source.slug]
        for piece in found.pieces
    )


def test_an_inserted_clause_was_not_there_before(at):
    assert at("luat-a/1/2a", "2099-06-01").state is State.NOT_YET
    inner = at("luat-a/1/2a/b", "2100-06-01")
    assert inner.text(DOCUMENTS) == "b) Đếm bấc." and str(inner.quote_from) == "nd-b/1/3"


def test_a_replaced_phrase_leaves_the_stored_text_and_tells(at):
    found = at("luat-a/2/2", "2100-06-01")
    assert found.text(DOCUMENTS) == "2. Dầu lạc của làng."
    assert not found.exact
    (phrase,) = found.phrases
    assert (phrase.old, phrase.new, phrase.found) == ("của làng", "của xã", True)
    assert "được thay bằng “của xã”" in found.notes[0]
    assert at("luat-a/2", "2100-06-01").phrases == found.phrases


def test_an_amendment_that_cannot_be_read_is_reported_and_the_old_text_stands(at):
    found = at("luat-a/3/1", "2100-06-01")
    assert found.text(DOCUMENTS) == "1. Trống đánh mỗi canh."
    assert "không áp dụng được nd-b/4" in found.warnings[0] and not found.exact


def test_of_two_amendments_on_one_day_the_later_row_wins_with_a_warning(at):
    found = at("luat-a/1/1", "2101-06-01")
    assert found.text(DOCUMENTS) == "1. Đèn thắp từ 21 giờ."
    assert "cùng một ngày" in found.warnings[0]


def test_words_end_with_the_clause_that_gave_them(at):
    found = at("luat-a/1/2a", "2101-06-01")
    assert found.state is State.ENDED and "không tự sống lại" in found.warnings[0]


def test_history_holds_each_wording_with_its_days(at):
    stages = [(str(one.id), one.start, one.end, one.by) for one in at("luat-a/1/2/b", "2100-06-01").history]
    assert stages == [
        ("luat-a/1/2/b", date(2099, 1, 1), date(2100, 1, 1), ()),
        ("nd-b/1/2", date(2100, 1, 1), None, ("nd-b/1/2",)),
    ]


def test_a_provision_that_never_was_is_unknown(at):
    found = at("luat-a/77/1", "2100-06-01")
    assert (found.state, found.pieces, found.history) == (State.UNKNOWN, (), ())


def test_a_day_before_the_first_document_has_no_law(at):
    assert at("luat-a/1", "1900-01-01").state is State.NOT_YET


def test_rows_that_point_at_each_other_end(tmp_path, made):
    table = make_table(tmp_path, made, CYCLE)
    for text in ("luat-a/1/1", "nd-b/1/1", "luat-a/1", "nd-b/1"):
        assert wording_at(ProvisionId.parse(text), date(2100, 6, 1), DOCUMENTS, table).warnings


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_table_breaks_consolidation(tmp_path_factory, made_once, data):
    ids = st.sampled_from(
        ["luat-a/1", "luat-a/1/1", "luat-a/1/2", "luat-a/1/2/b", "luat-a/9", "nd-b/1/1", "nd-c/1", "luat-a"]
    )
    row = st.tuples(
        ids,
        st.sampled_from(["sua-doi", "bo-sung", "thay-the", "bai-bo", "het-hieu-luc", "ngung"]),
        st.sampled_from(["toan-bo", "mot-phan"]),
        ids,
        st.sampled_from(["2100-01-01", "2100-02-01", "2101-01-01"]),
        st.sampled_from(["co", "khong"]),
    )
    rows = [
        f"{target.split('/')[0]},{target},,{act},{extent},N,{by.split('/')[0]},{by},{day},{held},,cao"
        for target, act, extent, by, day, held in data.draw(st.lists(row, max_size=6))
    ]
    table = make_table(tmp_path_factory.mktemp("bang"), made_once, rows)
    for identity in ("luat-a/1", "luat-a/1/2", "nd-b/1"):
        found = wording_at(ProvisionId.parse(identity), date(2101, 6, 1), DOCUMENTS, table)
        for piece in found.pieces:
            assert DOCUMENTS[piece.source.slug].text[slice(*piece.span)]


@pytest.fixture(scope="module")
def made_once():
    from types import SimpleNamespace

    from tests.corpus.conftest import amendments_csv, entry_toml

    return SimpleNamespace(entry_toml=entry_toml, amendments_csv=amendments_csv)
