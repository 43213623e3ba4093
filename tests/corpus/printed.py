"""Files made for the tests: PDFs whose letters stand where the test puts them, .docx archives, all of invented words."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

WIDTH = 0.5
"""Of the size: every letter of these PDFs is so wide."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_pdf(*pages, **changes):
    """A PDF; a page is a list of (x, y, size, words) in points."""
    writer = PdfWriter()
    codes = {}
    for page in pages:
        for _, _, _, words in page:
            for char in words:
                codes.setdefault(char, len(codes) + 33)
    font = writer._add_object(_font(writer, codes))
    for page in pages:
        sheet = writer.add_blank_page(600, 800)
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        parts = (
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{bytes(codes[char] for char in words).hex()}> Tj ET"
            for x, y, size, words in page
        )
        stream.set_data("\n".join(parts).encode())
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    if script := changes.get("script"):
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(script)}
        )
    if password := changes.get("password"):
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _font(writer, codes):
    lines = "\n".join(f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    cmap = DecodedStreamObject()
    cmap.set_data(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        + f"{len(codes)} beginbfchar\n{lines}\nendbfchar\n".encode()
        + b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Dom"),
            NameObject("/FirstChar"): NumberObject(32),
            NameObject("/LastChar"): NumberObject(255),
            NameObject("/Widths"): ArrayObject(NumberObject(int(1000 * WIDTH)) for _ in range(32, 256)),
            NameObject("/ToUnicode"): writer._add_object(cmap),
        }
    )


def column(lines, x=80, top=700, size=10, step=14):
    """Lines of a page one under another; a line is words, or (indent, words)."""
    made = []
    for place, line in enumerate(lines):
        indent, words = line if isinstance(line, tuple) else (0, line)
        made.append((x + indent, top - place * step, size, words))
    return made


def a_docx(*blocks, **parts):
    """A .docx whose body is these blocks of XML; ``numbering``, ``footnotes``, ``styles`` add the parts of that name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{''.join(blocks)}</w:body></w:document>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml.replace(">", f" {_W}>", 1))
    return out.getvalue()


def p(words, properties=""):
    """A paragraph of a .docx."""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def table(*rows):
    """A table of a .docx; a row is a list of cells, a cell a list of paragraphs."""
    cells = ("".join(f"<w:tc>{''.join(map(p, cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
