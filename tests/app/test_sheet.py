import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from phapquy.answer.model import HeldPower, Holder, Statement
from phapquy.app.card import answer_view
from phapquy.app.held import power_views
from phapquy.app.sheet import as_text, sheet_of
from phapquy.app.sheet.content import file_name
from phapquy.app.sheet.docx import docx_of
from phapquy.app.sheet.pdf import pdf_of
from tests.app.fireflies import DIEM_B, KHOAN_2, SLUG, answer, citation, clarify, not_found

DAY = date(2030, 3, 2)
LETTERS = "ẰẲẴẶẮ ằẳẵặắ ẦẨẪẬẤ ầẩẫậấ ỀỂỄỆẾ ềểễệế ỒỔỖỘỐ ồổỗộố ỜỞỠỢỚ ờởỡợớ ỪỬỮỰỨ ừửữựứ ỲỶỸỴÝ ỳỷỹỵý ĐđÍíĨĩỈỉỊị “…” – §"


def words(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def docx_words(content):
    paper = Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return words(" ".join([*cells, *(one.text for one in paper.paragraphs)]))


def pdf_words(content):
    return words(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


READERS = pytest.mark.parametrize(("made", "read"), [(docx_of, docx_words), (pdf_of, pdf_words)], ids=["docx", "pdf"])


@READERS
def test_every_vietnamese_letter_survives_on_the_paper(made, read):
    assert LETTERS in read(made(sheet_of(answer(unicodedata.normalize("NFD", LETTERS)), DAY)))


@READERS
def test_the_sheet_holds_question_answer_bases_days_corpus_and_a_blank_for_the_name(made, read):
    organs = (Holder("Hội đồng Đom đóm cấp xã", "xa", "quyết định"),)
    text = read(made(sheet_of(answer("Ai đặt tên cho đom đóm?", holders=organs), DAY)))
    for wanted in (
        "PHIẾU TRẢ LỜI", "Ai đặt tên cho đom đóm?", "01/03/2030", "Cấp xã",
        "Hội đồng Đom đóm cấp xã (có thẩm quyền quyết định)", "Việc đặt tên cho đom đóm mới về làng", "[1]", words(DIEM_B),
        "Cấp tỉnh làm gì", words(KHOAN_2), "Có hiệu lực từ 01/01/2030", "4 văn bản, tính đến ngày 01/03/2030",
        "Lập ngày 02/03/2030", "Cán bộ trả lời", "Họ và tên: …", "sẽ đổi từ ngày 01/01/2031",
    ):  # fmt: skip
        assert wanted in text, wanted


POWER = HeldPower(
    organ="chủ tịch hội đom đóm xã", role="cấp", task="giấy thắp đèn", condition="khi trời tối", exception="đèn hỏng",
    mode="chuyển giao từ cấp huyện", former="Hội Đom đóm huyện", basis=f"{SLUG}/1/1",
    other_level=HeldPower("hội đom đóm tỉnh", "kiểm tra", "đèn", None, None, "luật giao", None, f"{SLUG}/2/1"),
)  # fmt: skip


@READERS
def test_what_each_organ_holds_stands_on_the_paper_with_condition_mode_former_holder_and_the_other_level(made, read):
    text = read(made(sheet_of(answer("Ai cấp giấy?", powers=(POWER,)), DAY)))
    for wanted in (
        "Chủ tịch hội đom đóm xã", "cấp: giấy thắp đèn", "Điều kiện: khi trời tối", "Trừ: đèn hỏng",
        "Hình thức: chuyển giao từ cấp huyện", "Trước đây thuộc: Hội Đom đóm huyện", "Hội đom đóm tỉnh – kiểm tra: đèn",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_a_long_task_is_cut_on_the_card_between_words():
    (view,) = power_views(answer("Ai?", powers=(replace(POWER, task="đèn lồng " * 60),)))
    shown = dict(view.facts)["Vai trò và nhiệm vụ"]
    assert shown.endswith("lồng …") or shown.endswith("đèn …")
    assert len(shown) < 240


@READERS
@pytest.mark.parametrize("make", [clarify, not_found])
def test_a_refusal_and_a_question_back_have_a_sheet_too(made, read, make):
    text = read(made(sheet_of(make("mơ hồ", date(2030, 3, 1)), DAY)))
    assert "mơ hồ" in text
    assert "Căn cứ" not in text.replace("căn cứ", "")


@READERS
def test_markup_control_characters_and_signs_without_a_glyph_do_no_harm(made, read):
    hostile = '<script>alert(1)</script> & "\'{{7*7}}" \x00\x0b\ufffe \U0001f600 hết'
    text = read(made(sheet_of(answer(hostile), DAY)))
    assert '<script>alert(1)</script> & "\'{{7*7}}"' in text
    assert "hết" in text


@READERS
def test_a_quotation_of_many_pages_is_cut_and_says_so(made, read):
    long = citation("7/2", "Đèn sáng. " * 2000)
    text = read(made(sheet_of(answer("?", citations=(long,)), DAY)))
    assert "Đèn sáng. […]" in text


@READERS
def test_a_digest_is_called_one(made, read):
    retold = citation("7/2", "Tỉnh cấp bấc.", text_kind="digest")
    assert "Tóm lược của phapquy, không phải nguyên văn." in read(made(sheet_of(answer("?", citations=(retold,)), DAY)))


def test_the_pdf_is_a4_and_numbers_its_pages():
    pages = PdfReader(BytesIO(pdf_of(sheet_of(answer("?"), DAY)))).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    assert f"Trang 1/{len(pages)}" in pages[0].extract_text()


def test_the_name_of_the_file_says_nothing_of_the_question():
    assert file_name(sheet_of(answer("Ông Đèn ở đâu?"), DAY), "pdf") == "phieu-tra-loi-02-03-2030.pdf"


def test_the_text_to_paste_has_the_answer_and_each_basis_with_its_quote():
    said = Statement("Không. Việc này thuộc xã.", (f"{SLUG}/7/1/b",))
    text = as_text(answer_view(answer("Ai đặt\ntên?", statements=(said,))))
    assert text.startswith("HỎI: Ai đặt tên?\n\nTRẢ LỜI (theo luật của ngày 01/03/2030): Không – Cấp xã – Hội đồng")
    assert f"[1] điểm b khoản 1 Điều 7 Luật Đom đóm (hư cấu) số 99/2030/HT: “{DIEM_B.strip()}”" in text
    assert "<" not in text
