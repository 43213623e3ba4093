"""The original PDF beside the text: kept whole, with the page of each clause, and only where it is one."""

from __future__ import annotations

import pytest

from phapquy.corpus.intake import Given, add, examine_file, remove
from phapquy.corpus.library import Library
from phapquy.corpus.originals import MAX_BYTES, begin_pages, find_original, keep_original, read_original
from phapquy.corpus.readers import PageSpan, ReadResult
from phapquy.law.provision import ProvisionId
from tests.conftest import make_home
from tests.corpus.printed import a_pdf

LAMP = """Điều 1. Đèn
1. Đèn treo ở ngõ.
a) Bấc đèn dài.
2. Đèn tắt lúc rạng sáng.
Điều 2. Dầu
Dầu rót vào buổi chiều.
"""
TURN = LAMP.index("2. Đèn tắt")
PAGES = (PageSpan(1, 0, TURN), PageSpan(2, TURN, len(LAMP)))
GIVEN = Given(number="7/2101/NĐ-DEN", type="Nghị định", title="Nghị định về đèn ngõ", issuer="Chợ Đèn")


def read(text=LAMP, pages=PAGES):
    return ReadResult(text, pages, (), 1.0, "pdf")


def printed():
    first, second = LAMP[:TURN].splitlines(), LAMP[TURN:].splitlines()
    lines = [[(60, 740 - 20 * row, 12, words) for row, words in enumerate(page)] for page in (first, second)]
    return a_pdf(*lines)


def place(*parts):
    return ProvisionId("den", parts)


def test_each_provision_begins_on_its_page():
    assert begin_pages("den", LAMP, LAMP, PAGES) == {"1": 1, "1/1": 1, "1/1/a": 1, "1/2": 2, "2": 2}


def test_the_pages_are_right_where_normalising_took_signs_away():
    raw = LAMP.replace("Đèn treo", "Đèn \u200b\u200b\u200btreo\u00ad")
    turn = raw.index("2. Đèn tắt")
    assert begin_pages("den", LAMP, raw, (PageSpan(1, 0, turn), PageSpan(2, turn, len(raw))))["1/2"] == 2


def test_a_provision_of_no_page_of_its_own_is_on_that_of_what_it_stands_in(tmp_path):
    keep_original(tmp_path, "den", b"%PDF-1.4 den", read())
    kept = find_original(tmp_path, "den")
    assert kept.page_of(place("1", "2", "z")) == 2
    assert kept.page_of(place("9")) is None
    assert kept.page_of(place()) is None
    assert kept.path.read_bytes() == b"%PDF-1.4 den"


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"fingerprint": "x", "pages": {"1": "hai"}}', "\x00"])
def test_a_damaged_list_of_pages_counts_as_no_original(tmp_path, damage):
    keep_original(tmp_path, "den", b"%PDF-1.4", read())
    (tmp_path / "den.json").write_text(damage, "utf-8")
    assert find_original(tmp_path, "den") is None


@pytest.mark.parametrize("slug", ["../den", "den/../den", "", "Den", "khac"])
def test_an_odd_name_finds_nothing(tmp_path, slug):
    keep_original(tmp_path / "goc", "den", b"%PDF-1.4", read())
    assert find_original(tmp_path / "goc", slug) is None


def test_only_a_pdf_that_is_not_too_large_is_kept(tmp_path, monkeypatch):
    files = {"den.pdf": b"%PDF-1.7 x", "gia.pdf": b"<html>", "den.txt": b"%PDF-1.7 x"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert [bool(read_original(tmp_path / name)) for name in files] == [True, False, False]
    assert MAX_BYTES >= 10_000_000
    monkeypatch.setattr("phapquy.corpus.originals.MAX_BYTES", 5)
    assert read_original(tmp_path / "den.pdf") == b""


def test_a_pdf_taken_in_is_kept_with_its_text_and_goes_with_it(tmp_path):
    settings = make_home(tmp_path / "nha")
    path = tmp_path / "den.pdf"
    path.write_bytes(printed())
    slug = add(settings, examine_file(Library(settings), path, GIVEN))
    kept = find_original(settings.originals_dir, slug)
    assert kept.path.read_bytes() == path.read_bytes()
    assert kept.fingerprint == Library(settings).entry(slug).fingerprint
    assert [kept.page_of(ProvisionId(slug, parts)) for parts in (("1", "1"), ("1", "2"), ("2",))] == [1, 2, 2]
    remove(settings, slug)
    assert find_original(settings.originals_dir, slug) is None
    assert not list(settings.originals_dir.glob("*.*"))


def test_a_text_file_leaves_no_original(tmp_path):
    settings = make_home(tmp_path / "nha")
    path = tmp_path / "den.txt"
    path.write_text(LAMP, "utf-8")
    slug = add(settings, examine_file(Library(settings), path, GIVEN))
    assert find_original(settings.originals_dir, slug) is None
