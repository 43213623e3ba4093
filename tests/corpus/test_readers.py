from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from phapquy.corpus.readers.html import html_text
from phapquy.corpus.readers.pages import pdf_pages
from phapquy.errors import TextError


def a_page_that_says(writer, words):
    page = writer.add_blank_page(300, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 150 Td ({words}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)


def a_pdf(*pages, password=None, labels=False):
    writer = PdfWriter()
    for words in pages:
        a_page_that_says(writer, words)
    if labels:
        writer.set_page_label(0, 0, style="/r")
        writer.set_page_label(1, len(pages) - 1, style="/D")
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_pages_with_their_printed_labels():
    pages = pdf_pages(a_pdf("Loi noi dau", "Dieu 1. Xoai", "Dieu 2. Mit", labels=True))
    assert [(page.label, page.text) for page in pages] == [
        ("i", "Loi noi dau\n"),
        ("1", "Dieu 1. Xoai\n"),
        ("2", "Dieu 2. Mit\n"),
    ]


def test_a_locked_pdf_an_empty_one_and_a_scan_are_refused_with_the_reason():
    with pytest.raises(TextError, match="mật khẩu"):
        pdf_pages(a_pdf("Xoai", password="chin"))
    with pytest.raises(TextError, match="rỗng"):
        pdf_pages(b"  \n")
    with pytest.raises(TextError, match="bản quét"):
        pdf_pages(a_pdf(""))


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_truncated_or_foreign_file_is_refused(share):
    data = a_pdf("Xoai", "Mit")
    with pytest.raises(TextError):
        pdf_pages(data[: int(len(data) * share)])
    with pytest.raises(TextError):
        pdf_pages(b"PK\x03\x04 khong phai pdf")


def test_an_opened_lock_without_password_is_read():
    writer = PdfWriter()
    a_page_that_says(writer, "Xoai")
    writer.encrypt("", owner_password="chu", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert pdf_pages(out.getvalue())[0].text == "Xoai\n"


def test_the_llamaindex_readers_give_documents_with_their_place(tmp_path):
    from phapquy.corpus.readers.llama import PdfReader, TextReader

    pdf, text = tmp_path / "xoai.pdf", tmp_path / "luat-xoai.txt"
    pdf.write_bytes(a_pdf("Dieu 1", "Dieu 2"))
    text.write_bytes("\ufeffĐiều 1. Xoài\r\n".encode())
    pages = PdfReader().load_data(pdf, slug="luat-xoai")
    assert [(page.text, page.metadata) for page in pages] == [
        ("Dieu 1\n", {"slug": "luat-xoai", "page": "1"}),
        ("Dieu 2\n", {"slug": "luat-xoai", "page": "2"}),
    ]
    (document,) = TextReader().load_data(text)
    assert (document.text, document.metadata["slug"]) == ("Điều 1. Xoài\n", "luat-xoai")
    assert document.get_content(metadata_mode="embed") == "Điều 1. Xoài\n"


def test_the_llamaindex_readers_refuse_missing_and_empty_files(tmp_path):
    from phapquy.corpus.readers.llama import PdfReader, TextReader

    (tmp_path / "rong.txt").write_bytes(b"\n")
    with pytest.raises(TextError, match="rỗng"):
        TextReader().load_data(tmp_path / "rong.txt")
    with pytest.raises(TextError, match="Không thấy tệp"):
        PdfReader().load_data(tmp_path / "khong-co.pdf")
    with pytest.raises(TextError, match="Không đọc được"):
        TextReader().load_data(tmp_path)


def test_a_web_page_gives_its_words_a_line_a_block():
    page = "<head><title>t</title></head><body><nav>menu</nav><p>Điều 1.<b> Xoài</b></p><p>a)&nbsp;chín<br>b) xanh</p></body>"
    assert html_text(page) == "Điều 1. Xoài\na) chín\nb) xanh\n"


@pytest.mark.corpus
def test_a_real_official_pdf_is_read_page_by_page(real):
    path = real.mirror_dir.parent / "raw" / "nq-254-2025-qh15" / "254-2025-qh15.pdf"
    if not path.is_file():
        pytest.skip("không có tệp PDF gốc: bỏ qua")
    pages = pdf_pages(path.read_bytes())
    assert len(pages) > 5
    letters = "".join("".join(page.text for page in pages).split())
    assert "254/2025/QH15" in letters
    assert len(letters) > 25_000
