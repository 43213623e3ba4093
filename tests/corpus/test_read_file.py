"""``read_file``: every kind of file by its content, and every kind of bad file with a clear refusal."""

from __future__ import annotations

import io
import os
import time
import zipfile

import pytest

from phapquy.corpus.readers import Limits, read_file, read_images
from phapquy.corpus.readers import ocr as ocr_module
from phapquy.errors import TextError
from tests.conftest import VALLEYS
from tests.corpus.printed import a_docx, a_pdf, column, p, table


@pytest.fixture
def saved(tmp_path):
    def save(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return save


# -- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_the_same_in_every_unicode_encoding(saved, encoding):
    result = read_file(saved("luat.txt", VALLEYS.encode(encoding)))
    assert (result.text, result.kind, result.quality) == (VALLEYS, "text", pytest.approx(1.0, abs=0.02))
    assert result.changes == ()


def test_a_text_in_windows_1258_is_recognised_by_its_words(saved):
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    import unicodedata

    apart = []
    for char in VALLEYS:
        whole = unicodedata.normalize("NFD", char)
        tones = [mark for mark in whole if mark in marks]
        base = unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in marks))
        apart.append(base + "".join(tones))
    result = read_file(saved("luat.txt", "".join(apart).encode("cp1258")))
    assert result.text == VALLEYS
    assert any("Windows-1258" in warning for warning in result.warnings)


def test_texts_in_tcvn3_and_vni_are_recognised_by_their_words(saved):
    tcvn3 = "§iÒu 1. Th¾p ®Ìn\nX· quyÕt ®Þnh giê th¾p ®Ìn ë bÕn s«ng vµ gi÷ lÖ cña lµng.\n".encode("cp1252")
    vni = "Ñieàu 1. Thaép ñeøn\nXaõ quyeát ñònh giôø thaép ñeøn ôû beán soâng vaø giöõ leä cuûa laøng.\n".encode(
        "cp1252"
    )
    meant = "Điều 1. Thắp đèn\nXã quyết định giờ thắp đèn ở bến sông và giữ lệ của làng.\n"
    for data, name in ((tcvn3, "TCVN3"), (vni, "VNI")):
        result = read_file(saved("den.txt", data))
        assert result.text == meant
        assert any(name in warning for warning in result.warnings)


def test_a_text_cut_at_a_width_is_joined_into_paragraphs(saved):
    body = "Xã quyết định giờ thắp đèn ở bến sông trong mùa nước cạn và giữ lệ của làng cho đến khi gà gáy sáng. " * 5
    words, lines = body.split(), []
    while words:
        lines.append(" ".join(words[:9]))
        words = words[9:]
    result = read_file(saved("bao.txt", "1. Đèn lồng\n" + "\n".join(lines)))
    assert result.text.splitlines()[0] == "1. Đèn lồng"
    assert " ".join(result.text.split()) == f"1. Đèn lồng {body.strip()}"
    assert len(result.text.splitlines()) < len(lines) // 2


def test_form_feeds_are_pages(saved):
    result = read_file(saved("luat.txt", "Điều 1. Đèn\fĐiều 2. Dầu\n"))
    assert [result.text[page.start : page.end] for page in result.pages] == ["Điều 1. Đèn\n", "Điều 2. Dầu\n"]


# -- marked-up words --------------------------------------------------------------------------------------

MARKDOWN = """# Luật Thung lũng

> Nguồn: https://vi-du.example/luat
> Trạng thái: chép tay

**LUẬT****THUNG LŨNG**

## **Điều ****1****. Phạm vi**

1. Thắp đèn *ở bến sông*.

    2. Trong việc trồng cây:

a) Trồng liễu;
b) Chặt đa.

| Làng | Đèn |
|------|-----|
| Sen  | 7   |
"""


def test_markdown_keeps_its_own_numbers_and_loses_its_signs(saved):
    result = read_file(saved("luat.md", MARKDOWN))
    assert result.text.splitlines() == [
        "Luật Thung lũng", "LUẬT THUNG LŨNG", "Điều 1. Phạm vi", "1. Thắp đèn ở bến sông.",
        "2. Trong việc trồng cây:", "a) Trồng liễu;", "b) Chặt đa.", "Làng", "Đèn", "Sen", "7",
    ]  # fmt: skip
    assert result.changes[0].step == "ghi chú nguồn ở đầu tệp"


def test_a_table_without_its_head_keeps_its_cells_and_loses_its_bars(saved):
    result = read_file(
        saved("luat.md", "------- |\nĐộc lập |\nLuật số: 7/2090/QHDD | Bến Sen, ngày 2 tháng 5 |\n\nĐiều 1. a | b\n")
    )
    assert result.text.splitlines() == ["Độc lập", "Luật số: 7/2090/QHDD", "Bến Sen, ngày 2 tháng 5", "Điều 1. a | b"]


PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body>
<nav>Trang chủ</nav><div class="menu">Tin mới</div>
<div id="noi-dung"><p>Căn cứ lệ làng;</p><p>Điều 1. Đèn<sup>1</sup></p><ol><li>Thắp 8 m<sup>2</sup> đèn</li><li>Tắt đèn</li></ol>
<p>Điều 2. Dầu</p><table><tr><td>Sen</td><td>7</td></tr></table><p>Nơi nhận: xã.</p></div>
<div>Bình luận</div><script>x()</script></body></html>"""


def test_the_document_is_found_on_a_web_page_and_what_is_left_out_is_reported(saved):
    result = read_file(saved("luat.html", PAGE))
    assert result.text.splitlines() == [
        "Căn cứ lệ làng;", "Điều 1. Đèn[1]", "1. Thắp 8 m2 đèn", "2. Tắt đèn", "Điều 2. Dầu", "Sen", "7", "Nơi nhận: xã.",
    ]  # fmt: skip
    (outside,) = [change for change in result.changes if change.step == "phần trang web ngoài văn bản"]
    assert outside.samples == ("Tin mới", "Bình luận")
    assert result.warnings == ()


def test_a_cut_web_page_is_read_with_a_warning(saved):
    assert any("bị cắt" in warning for warning in read_file(saved("luat.html", PAGE[:300])).warnings)


def test_a_docx_gives_paragraphs_tables_and_footnotes(saved):
    note = '<w:p><w:r><w:t>Điều 1. Đèn</w:t><w:footnoteReference w:id="7"/></w:r></w:p>'
    data = a_docx(
        table([["HỘI ĐỒNG", "Số: 8/2090/NĐ-DD"], ["Độc lập"]]), note, p("1. Thắp đèn."),
        footnotes='<w:footnotes><w:footnote w:id="7"><w:p><w:r><w:t>Lệ cũ.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    )  # fmt: skip
    assert read_file(saved("luat.docx", data)).text.splitlines() == [
        "HỘI ĐỒNG", "Số: 8/2090/NĐ-DD", "Độc lập", "Điều 1. Đèn[1]", "1. Thắp đèn.", "[1] Lệ cũ.",
    ]  # fmt: skip


def test_numbers_that_word_writes_itself_are_written(saved):
    def numbered(depth):
        return f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr></w:pPr>'

    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, form, text in ((0, "decimal", "Điều %1."), (1, "decimal", "%2."), (2, "lowerLetter", "%3)"))
    )
    numbering = (
        f'<w:numbering><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    words = [("Đèn", 0), ("Thắp", 1), ("Tối", 2), ("Khuya", 2), ("Tắt", 1), ("Dầu", 0), ("Đong", 1)]
    data = a_docx(*(p(text, numbered(depth)) for text, depth in words), numbering=numbering)
    result = read_file(saved("luat.docx", data))
    assert result.text.splitlines() == [
        "Điều 1. Đèn", "1. Thắp", "a) Tối", "b) Khuya", "2. Tắt", "Điều 2. Dầu", "1. Đong",
    ]  # fmt: skip
    assert result.changes[0].count == 7


def test_deleted_words_are_left_out_and_mentioned(saved):
    data = a_docx("<w:p><w:r><w:t>Thắp </w:t></w:r><w:del><w:r><w:delText>mười</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>hai</w:t></w:r></w:ins><w:r><w:t> đèn</w:t></w:r></w:p>")  # fmt: skip
    result = read_file(saved("luat.docx", data))
    assert result.text == "Thắp hai đèn\n"
    assert any("Track Changes" in warning for warning in result.warnings)


# -- bad files --------------------------------------------------------------------------------------------

A_PDF = a_pdf(column(["Đom đóm bay trên đầm."]))
BAD = {
    "rong.pdf": (b"", "rỗng"),
    "rong.txt": (b" \n\r\n ", "rỗng"),
    "khoa.pdf": (a_pdf(column(["Đèn."]), password="dom-dom"), "mật khẩu"),
    "cat.pdf": (A_PDF[: len(A_PDF) // 2], "bị cắt"),
    "khong-trang.pdf": (a_pdf(), "không có trang nào|hỏng"),
    "rac.pdf": (b"%PDF-1.4\n" + b"\x00\xff" * 300 + b"%%EOF", "hỏng"),
    "cat.docx": (a_docx(p("Đèn"))[:-60], "hỏng hoặc bị cắt"),
    "khoa.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "cu.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "đời cũ"),
    "gia.pdf": (b"<!doctype html><html><body>404</body></html>", "có tên là PDF nhưng nội dung là trang web"),
    "gia.docx": (A_PDF, r"có tên là Word \(.docx\) nhưng nội dung là PDF"),
    "gia.txt": (A_PDF, "có tên là văn bản thuần nhưng nội dung là PDF"),
    "may.txt": (b"MZ\x90\x00" + b"\x00" * 400, "chương trình"),
    "nen.gz": (b"\x1f\x8b\x08\x00" + b"x" * 40, "tệp nén"),
    "la.txt": (bytes(range(1, 256)) * 20, "không phải văn bản|Không nhận ra bảng mã"),
    "nga.txt": (("Правительство и закон о фонарях в долине. " * 9).encode("koi8-r"), "Không nhận ra bảng mã"),
    "tay.rtf": (b"{\\rtf1\\ansi den}", "rtf"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_a_few_seconds_with_the_reason(saved, name):
    data, why = BAD[name]
    path = saved(name, data)
    began = time.monotonic()
    with pytest.raises(TextError, match=why):
        read_file(path, limits=Limits(seconds=20))
    assert time.monotonic() - began < 20
    assert path.read_bytes() == data


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    with pytest.raises(TextError, match="không có tệp"):
        read_file(tmp_path / "khong-co.pdf")
    with pytest.raises(TextError, match="không phải là tệp"):
        read_file(tmp_path)
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(TextError, match="không phải là tệp"):
        read_file(tmp_path / "ong.txt")


def test_a_file_of_500_mb_is_refused_unread(tmp_path):
    path = tmp_path / "to.pdf"
    with path.open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(500_000_000)
    began = time.monotonic()
    with pytest.raises(TextError, match="nặng 500 MB, giới hạn là 100 MB"):
        read_file(path)
    assert time.monotonic() - began < 1


def test_a_pdf_of_10000_pages_is_refused(saved):
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(10_000):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(TextError, match="10000 trang, giới hạn là 2000"):
        read_file(saved("day.pdf", out.getvalue()))


def test_a_zip_bomb_is_refused_whether_it_owns_up_to_its_size_or_lies(saved):
    bomb = a_docx("<w:p>" + "<w:t> </w:t>" * 5_000_000 + "</w:p>")
    assert len(bomb) < 1_000_000
    with pytest.raises(TextError, match="quá lớn khi giải nén"):
        read_file(saved("bom.docx", bomb))
    honest = zipfile.ZipFile(io.BytesIO(bomb)).getinfo("word/document.xml").file_size
    lying = bomb.replace(honest.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(TextError):
        read_file(saved("doi.docx", lying))


def test_an_entity_bomb_in_a_docx_is_refused(saved):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entities = '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        archive.writestr("word/document.xml", f"<?xml version='1.0'?>{entities}<d>&b;</d>")
    with pytest.raises(TextError, match=r"không phải \.docx đọc được"):
        read_file(saved("bom.docx", out.getvalue()))


def test_a_loop_in_the_page_tree_ends(saved):
    kids = b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n"
    data = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + kids
    data += b"trailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF"
    with pytest.raises(TextError):
        read_file(saved("vong.pdf", data), limits=Limits(seconds=20))


def test_a_child_that_takes_too_long_or_too_much_memory_is_ended(saved):
    path = saved("den.pdf", A_PDF)
    with pytest.raises(TextError, match=r"quá 0 giây|dừng bất thường"):
        read_file(path, limits=Limits(seconds=0.01))
    with pytest.raises(TextError, match=r"dừng bất thường|quá nhiều bộ nhớ"):
        read_file(path, limits=Limits(memory_bytes=30_000_000))
    assert read_file(path).text == "Đom đóm bay trên đầm.\n"


def test_too_many_characters_are_refused(saved):
    with pytest.raises(TextError, match="hơn 10 ký tự"):
        read_file(saved("dai.txt", "Đèn lồng ở bến sông"), limits=Limits(text_characters=10))


# -- scans ------------------------------------------------------------------------------------------------


def a_scan():
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, "PNG")
    return out.getvalue()


def test_a_scan_without_the_programs_says_how_to_install_them(saved, monkeypatch):
    monkeypatch.setattr(ocr_module.shutil, "which", lambda name: None)
    with pytest.raises(TextError, match="apt-get install ocrmypdf tesseract-ocr-vie"):
        read_file(saved("quet.png", a_scan()))
    with pytest.raises(TextError, match="Chưa chọn ảnh"):
        read_images([])
    with pytest.raises(TextError, match="không phải ảnh"):
        read_images([saved("den.txt", "Đèn")])


def test_a_file_reads_as_llamaindex_documents_with_their_trust(saved):
    from phapquy.corpus.readers.llama import FileReader

    path = saved("luat.pdf", a_pdf(column(["Đom đóm bay trên đầm."]), column(["x\x00 thắp đèn ở bến."])))
    one, two = FileReader().load_data(path, slug="luat-den")
    assert (one.metadata["page"], one.metadata["mark"], one.metadata["slug"]) == (1, "", "luat-den")
    assert two.metadata["mark"] == "cần đối chiếu bản gốc"
