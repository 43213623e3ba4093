"""The steps of cleaning, one by one: what each changes, and that a well-typed text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.corpus.cleaning import (
    broken,
    doubled,
    furniture,
    legacy,
    letters,
    notes,
    recognised,
    renumbered,
    signature,
)
from phapquy.corpus.cleaning.paragraphs import is_wrapped
from phapquy.corpus.cleaning.pipeline import clean, clean_text
from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Draft, Line, Page
from phapquy.law.structure import parse
from tests.conftest import LANTERNS, VALLEYS

WORDS = [
    "đèn",
    "lồng",
    "được",
    "thắp",
    "ở",
    "bến",
    "sông",
    "trong",
    "mùa",
    "nước",
    "cạn",
    "Hội",
    "đồng",
    "nhân",
    "dân",
    "xã",
    "quyết",
    "định",
    "Ủy",
    "ban",
    "nhân",
    "dân",
    "tỉnh",
    "thủy",
    "lợi",
    "hòa",
    "giải",
    "quý",
    "thuở",
    "khuya",
    "ngoằn",
    "ngoèo",
    "Điều",
    "khoản",
    "điểm",
    "UBND",
    "NĐ-CP",
    "12",
    "1.865.270",
    "15/8/2090",
    "km2",
    "a)",
    "b)",
    "đ)",
    "XXII",
    "(",
    ")",
    "“lệ",
    "làng”",
]
TYPED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def changed(step, text):
    tally = Tally("bước")
    return step(text, tally), tally


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("11..  ĐĐèènn  llồồnngg", "1. Đèn lồng"),
        ("TTừừ  kkhhóóaa::  đèn; sông", "Từ khóa: đèn; sông"),
        ("vvàà", "và"),
        ("ngày 2233//99//22009900", "ngày 2233//99//22009900"),  # numbers alone prove nothing
        ("Chương XXII", "Chương XXII"),  # a Roman numeral
        ("năm 1100 và 2200", "năm 1100 và 2200"),
        ("BB CC", "BB CC"),
    ],
)
def test_letters_extracted_twice_are_written_once(printed, meant):
    assert changed(doubled.undouble, printed)[0] == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Đi ều 5 của Luật này", "Điều 5 của Luật này"),
        ("quy đ ịnh c ủa xã", "quy định của xã"),
        ("Trư ờng hợp", "Trường hợp"),
        ("đi ăn ở xã", "đi ăn ở xã"),  # two words each
        ("các điểm a, b và c hoặc d", "các điểm a, b và c hoặc d"),
        ("chủ ý và ý chí", "chủ ý và ý chí"),
    ],
)
def test_words_broken_by_a_blank_are_mended_and_real_words_stay_apart(printed, meant):
    assert changed(broken.mended, printed)[0] == meant


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ("nước Cam-pu-", "chia giáp xã", "nước Cam-pu-chia giáp xã"),
        ("the govern-", "ment of", "the government of"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("Nghị định số 8/2090/NĐ-", "CP của", "Nghị định số 8/2090/NĐ- CP của"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before, after, meant):
    end, between = broken.joined(before, after, Tally("bước"))
    assert f"{end}{between}{after}" == meant


def test_a_blank_in_the_number_of_a_document_goes():
    assert changed(broken.tight, "số 8/2090/NĐ -CP , ngày")[0] == "số 8/2090/NĐ-CP, ngày"
    assert changed(broken.tight, "kinh tế - xã hội, NĐ - CP")[0] == "kinh tế - xã hội, NĐ - CP"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ÐIỀU 5. Ðèn", "ĐIỀU 5. Đèn"),  # the letter eth
        ("x\u0430\u0303 lệ", "xã lệ"),  # a Cyrillic a, its mark apart
        ("\u0421hính quyền", "Chính quyền"),
        ("москва", "москва"),  # a word of another alphabet
        ("ﬁlm", "film"),
        ("Chương Ⅳ", "Chương IV"),
    ],
)
def test_letters_of_other_alphabets_that_look_alike(printed, meant):
    made = changed(letters.look_alikes, printed)[0]
    assert changed(letters.tones, made)[0] == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("e\u0301\u0302n".replace("e\u0301\u0302n", "k\u00e9\u0302 lại"), "kế lại"),  # the tone before the hat
        ("viêṭ", "việt"),
        ("laị", "lại"),
        ("hoà và hòa, thuỷ và thủy", "hoà và hòa, thuỷ và thủy"),  # two customs
    ],
)
def test_marks_in_the_wrong_order_or_on_the_wrong_letter(printed, meant):
    assert changed(letters.tones, printed)[0] == meant


def test_a_line_in_an_old_encoding_is_decoded_and_reported():
    made, tally = changed(legacy.decoded, "Ngaøy nhaän ñeøn: 05/9/2090 Ngaøy thaép: 10/10/2090")
    assert made == "Ngày nhận đèn: 05/9/2090 Ngày thắp: 10/10/2090"
    assert tally.changes()[0].samples == (f"Ngaøy nhaän ñeøn: 05/9/2090 Ngaøy thaép: 10/10/2090 → {made} (trang 1)",)
    for kept in ("Xã quyết định giờ thắp đèn.", "España año señor mañana", "café à la crème", "xã é"):
        assert changed(legacy.decoded, kept)[0] == kept


def test_marks_of_notes_are_unglued_only_where_they_run_in_sequence():
    def noted(*lines):
        pages = [Page(1, [Line(line) for line in lines])]
        notes.unglued(pages, Tally("bước"))
        return [line.text for line in pages[0].lines]

    assert noted("lệ làng”1 và đèn2, ngày 04/9/20903.") == ["lệ làng”[1] và đèn[2], ngày 04/9/2090[3]."]
    assert noted("rộng 8 km2, mẫu A12 và đèn4") == ["rộng 8 km2, mẫu A12 và đèn4"]


def test_a_flattened_block_of_signatures_gives_each_cell_its_line():
    pages = [Page(1, [Line("giá | loại"), Line("Nơi nhận:"), Line("Xứ Đom Đóm; | Lê Thị Lồng")])]
    tally = Tally("bước")
    signature.unflattened(pages, tally)
    assert [line.text for line in pages[0].lines] == ["giá | loại", "Nơi nhận:", "Xứ Đom Đóm;", "Lê Thị Lồng"]
    assert tally.count == 1


def test_heads_in_a_text_without_page_marks_cut_it_into_pages():
    lines = []
    for at in range(4):
        lines += [f"Đom đóm bay trên đầm sen số {at} và", "đậu lại ở bến sông."]
        lines += ["TẠP CHÍ ĐÈN LỒNG", str(at + 54)]
    cut = furniture.cut_pages(lines)
    assert [len(page) for page in cut] == [4, 4, 4, 4] or len(cut) == 4
    assert "".join(map("".join, cut)) == "".join(lines)
    assert furniture.cut_pages(["1", "đèn", "2"]) == [["1", "đèn", "2"]]


def test_forms_and_clauses_at_the_top_of_pages_are_no_running_heads():
    pages = [Page(at, [Line(f"Mẫu số 0{at}"), Line("1. Tên làng"), Line(f"đèn {'sáng ' * at}")]) for at in range(1, 6)]
    furniture.without_furniture(pages, Tally("bước"))
    assert [page.lines[0].text for page in pages] == [f"Mẫu số 0{at}" for at in range(1, 6)]


def test_what_recognition_misread_is_settled_by_its_place():
    made, _ = changed(recognised.settled, "có diện tích tự nhiên là 12,5 km?, ở khoản l Điều 2")
    assert made == "có diện tích tự nhiên là 12,5 km², ở khoản 1 Điều 2"
    lines = [
        "Điều 3. Đèn",
        "|. Thắp đèn:",
        "4) Lúc tối;",
        "b) Lúc khuya;",
        "c) Lúc mưa;",
        "đ) Lúc hội.",
        "2, Tắt đèn.",
        "__ 3. Cất đèn.",
    ]
    pages = [Page(1, [Line(line) for line in lines])]
    tally = Tally("bước")
    renumbered.renumbered(pages, tally)
    assert [line.text[:2] for line in pages[0].lines] == ["Đi", "1.", "a)", "b)", "c)", "d)", "2.", "3."]
    assert tally.count == 5
    others = [Page(1, [Line("15. Đèn dầu."), Line("1ó. Đèn lồng."), Line("Số 5 năm."), Line("7 Đom đóm.")])]
    renumbered.renumbered(others, Tally("bước"))
    assert [line.text[:3] for line in others[0].lines] == ["15.", "16.", "Số ", "7 Đ"]
    words = [Page(1, [Line("xếp đèn, xếp dầu, xếp bấc, xêp lại, sô")])]
    recognised.completed(words, Tally("bước"))
    assert words[0].lines[0].text == "xếp đèn, xếp dầu, xếp bấc, xếp lại, sô"


def test_invented_statutes_are_left_alone_and_lines_cut_at_a_width_are_seen():
    for text in (VALLEYS, LANTERNS):
        assert clean_text(text) == text
        assert not is_wrapped(text.split("\n"))
    words = " ".join(VALLEYS.split()).split(" ")
    cut = [" ".join(words[at : at + 9]).lower() for at in range(0, len(words), 9)]
    assert is_wrapped(cut)


@given(TYPED)
def test_a_well_typed_line_is_untouched(line):
    assert clean_text(line) == line


NOISE = st.sampled_from(
    ["Đi ều", "ĐĐèènn  llồồnngg", "laị", "Ðèn", "c ủa", "ﬁ", "Ngaøy nhaän ñeøn", "viêṭ", "\u00a0", "x\u0430"]
)


@given(st.lists(st.one_of(TYPED, NOISE), min_size=1, max_size=8).map(" ".join))
def test_cleaning_twice_is_cleaning_once(line):
    once = clean_text(line)
    assert clean_text(once) == once


LINES = st.lists(st.one_of(TYPED, NOISE, st.just("")), max_size=9)


@given(st.lists(LINES, min_size=1, max_size=5), st.booleans(), st.sampled_from(["pdf", "text", "docx", "scan"]))
def test_the_page_map_covers_the_text_without_hole_or_overlap(pages, flowed, kind):
    draft = Draft(kind, [Page(at, [Line(line) for line in page], flowed) for at, page in enumerate(pages, start=1)])
    result = clean(draft)
    assert "".join(result.text[page.start : page.end] for page in result.pages) == result.text
    assert [page.number for page in result.pages] == list(range(1, len(pages) + 1))
    assert result.text == "" or result.text.endswith("\n")
    parse("den", result.text)


@given(st.text(max_size=200))
def test_any_text_is_cleaned_without_an_error(text):
    clean_text(text)
