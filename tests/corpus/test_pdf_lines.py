"""From places on a page to paragraphs: invented decrees on lanterns, printed by ``printed.a_pdf``."""

from __future__ import annotations

import pytest

from phapquy.corpus.readers import MARK, read_file
from tests.corpus.printed import a_pdf, column

FULL = "Đèn lồng được thắp ở bến sông trong mùa nước cạn theo lệ của làng"
"""65 letters of 5 points: as wide as the page of these tests."""


@pytest.fixture
def read(tmp_path):
    def made(*pages, **changes):
        path = tmp_path / "den-long.pdf"
        path.write_bytes(a_pdf(*pages, **changes))
        return read_file(path)

    return made


def lines(result):
    return result.text.splitlines()


def test_lines_of_one_paragraph_are_joined_and_an_indent_begins_another(read):
    result = read(
        column([(25, FULL[:60]), FULL, "và tắt lúc gà gáy.", (25, "2. Dầu đèn do làng cấp."), (25, "3. Hết.")])
    )
    assert lines(result) == [f"{FULL[:60]} {FULL} và tắt lúc gà gáy.", "2. Dầu đèn do làng cấp.", "3. Hết."]


def test_a_paragraph_goes_on_over_a_page_and_each_part_keeps_its_page(read):
    result = read(column([(25, FULL[:60]), FULL]), column(["và tắt lúc gà gáy.", (25, "2. Dầu đèn do làng cấp.")]))
    assert lines(result) == [f"{FULL[:60]} {FULL} và tắt lúc gà gáy.", "2. Dầu đèn do làng cấp."]
    first, second = result.pages
    assert result.text[second.start : second.end].startswith("và tắt")
    assert (first.start, first.end, second.end) == (0, second.start, len(result.text))


def test_words_drawn_letter_by_letter_come_out_whole(read):
    runs = [(80 + 5 * at, 700, 10, char) for at, char in enumerate("Nghị định về đèn lồng.") if char != " "]
    assert lines(read(runs)) == ["Nghị định về đèn lồng."]


def test_letters_made_bold_by_drawing_them_twice_are_read_once(read):
    bold = [(80, 700, 10, "Điều 1. Giờ thắp đèn"), (80.4, 700, 10, "Điều 1. Giờ thắp đèn")]
    result = read([*bold, *column([(25, FULL[:60]), FULL], top=680)])
    assert lines(result) == ["Điều 1. Giờ thắp đèn", f"{FULL[:60]} {FULL}"]
    assert ("chữ đậm vẽ hai lần", 15) in [(change.step, change.count) for change in result.changes]


def test_the_head_of_a_document_is_read_column_by_column(read):
    left = column(["HỘI ĐỒNG ĐOM ĐÓM", "Số: 8/2090/NĐ-DD"], x=80)
    right = column(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc"], x=260)
    body = column([(25, FULL[:60]), FULL], top=640)
    result = read([*left, *right, *body])
    assert lines(result)[:4] == [
        "HỘI ĐỒNG ĐOM ĐÓM", "Số: 8/2090/NĐ-DD", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip
    assert result.trusted


def test_a_page_in_two_columns_is_read_left_then_right(read):
    half = "Đom đóm bay trên đầm sen"
    left = column([f"{half} trái {at}." for at in range(10)], x=80)
    right = column([f"{half} phải {at}." for at in range(10)], x=300)
    text = read([*left, *right]).text
    assert text.index("trái 9") < text.index("phải 0")


def test_a_table_is_read_row_by_row_and_its_page_is_marked(read):
    rows = [(80 + 120 * at, 700 - 14 * row, 10, f"ô {row}{at}") for row in range(4) for at in range(3)]
    result = read(rows)
    assert lines(result)[0] == "ô 00\tô 01\tô 02"
    (page,) = result.untrusted()
    assert "bảng" in page.why
    assert result.mark(0, 3) == MARK == "cần đối chiếu bản gốc"


def test_running_heads_and_page_numbers_are_taken_off_and_reported(read):
    pages = [
        [(300, 760, 10, str(at + 41)), (80, 745, 10, "CÔNG BÁO ĐOM ĐÓM số 7"), *column([(25, f"{at + 1}. {FULL[:50]}.")])]
        for at in range(4)
    ]  # fmt: skip
    result = read(*pages)
    assert lines(result) == [f"{at + 1}. {FULL[:50]}." for at in range(4)]
    (change,) = [one for one in result.changes if one.step == "đầu trang, chân trang, số trang"]
    assert change.count == 8
    assert change.samples[0] == "41 → ∅ (trang 1)"


def test_a_raised_number_is_a_note_and_after_a_unit_it_is_the_unit(read):
    runs = [
        (80, 700, 10, "Làng có 8 m"), (135, 704, 6, "2"), (138, 700, 10, " đất đèn"), (178, 704, 6, "3"),
        (181, 700, 10, " theo lệ."),
    ]  # fmt: skip
    assert lines(read(runs)) == ["Làng có 8 m2 đất đèn[3] theo lệ."]


def test_a_letter_that_the_font_does_not_explain_is_shown_and_its_page_marked(read):
    result = read(column(["Đom đóm bay trên đầm.", "Xã quyết định giờ thắp đèn."]), column(["x\x00 thắp đèn."]))
    assert "x\ufffd thắp đèn." in result.text
    assert [page.trusted for page in result.pages] == [True, False]
    at = result.text.index("\ufffd")
    assert result.mark(at, at + 1) == MARK
    assert result.mark(0, 5) == ""


def test_a_script_in_a_pdf_is_not_run_and_is_mentioned(read):
    result = read(column(["Đom đóm bay trên đầm."]), script="app.alert('x')")
    assert lines(result) == ["Đom đóm bay trên đầm."]
    assert any("JavaScript" in warning for warning in result.warnings)
