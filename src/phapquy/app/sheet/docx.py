"""The sheet as a Word document: A4, the margins and the typeface of administrative papers, ready to be edited."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from phapquy.app.sheet import strings
from phapquy.app.sheet.content import Sheet, SheetClause, SheetGroup

_FONT: Final = "Times New Roman"
"""What every office has, with all Vietnamese letters."""
_MUTED = RGBColor(71, 84, 95)
_ACCENT = RGBColor(11, 79, 99)
_A4 = (Cm(21.0), Cm(29.7))
_MARGINS = (Cm(2), Cm(2), Cm(3), Cm(2))
"""Top, bottom, left, right."""
_NAME_WIDTH, _VALUE_WIDTH = Cm(4), Cm(12)


def docx_of(sheet: Sheet) -> bytes:
    """Lay the sheet out and return the file."""
    paper = Document()
    _set_up(paper)
    _line(paper, strings.TITLE, size=16, bold=True, align="CENTER", after=0)
    _line(paper, strings.SUBTITLE, size=12, colour=_MUTED, align="CENTER", after=10)
    _facts(paper, sheet)
    _heading(paper, strings.ANSWER)
    for sentence in sheet.sentences:
        _line(paper, sentence)
    if sheet.powers:
        _heading(paper, strings.POWERS)
    for organ, told in sheet.powers:
        _line(paper, organ, bold=True, size=12, after=1).paragraph_format.keep_with_next = True
        _line(paper, told, size=12, indent=0.6, after=4)
    for group in sheet.groups:
        _group(paper, group)
    if sheet.warnings:
        _heading(paper, strings.WARNINGS)
        for warning in sheet.warnings:
            _line(paper, f"– {warning}", size=12, after=3)
    _sign(paper, sheet)
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def _set_up(paper: Any) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = _A4
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = _MARGINS
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(13)
    properties = normal.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    core = paper.core_properties
    core.title, core.author, core.language, core.comments = strings.TITLE, "", "vi-VN", ""
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(foot, f"{strings.CAUTION} {strings.PAGE_WORD}", size=9, colour=_MUTED)
    _page_number(foot)


def _facts(paper: Any, sheet: Sheet) -> None:
    rows = ((strings.QUESTION, sheet.question), *sheet.facts)
    table = paper.add_table(rows=len(rows), cols=2)
    table.autofit = False
    for row, (name, value) in zip(table.rows, rows, strict=True):
        for cell, width in zip(row.cells, (_NAME_WIDTH, _VALUE_WIDTH), strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
        _run(row.cells[0].paragraphs[0], name, size=12, colour=_MUTED)
        strong = name in {strings.QUESTION, strings.LEVEL, strings.ORGAN}
        _run(row.cells[1].paragraphs[0], value, bold=strong)


def _group(paper: Any, group: SheetGroup) -> None:
    _heading(paper, group.heading)
    for clause in group.clauses:
        _clause(paper, clause)


def _clause(paper: Any, clause: SheetClause) -> None:
    _line(paper, f"{clause.number} {clause.label}", bold=True, after=2).paragraph_format.keep_with_next = True
    if clause.path:
        _line(paper, clause.path, size=11, colour=_MUTED, indent=0.6, after=3).paragraph_format.keep_with_next = True
    for line in filter(None, clause.quote.split("\n")):
        _line(paper, line, indent=1.0, after=3, align="JUSTIFY")
    for line in filter(None, (clause.digest_note, clause.facts, *clause.notes, clause.url)):
        _line(paper, line, size=11, colour=_MUTED, indent=0.6, after=1)
    paper.paragraphs[-1].paragraph_format.space_after = Pt(8)


def _sign(paper: Any, sheet: Sheet) -> None:
    before = _line(paper, sheet.corpus, size=11, colour=_MUTED, after=10)
    before.paragraph_format.space_before = Pt(10)
    rows = (
        _line(paper, sheet.made, align="CENTER", indent=8, after=0),
        _line(paper, strings.OFFICER, bold=True, align="CENTER", indent=8, after=0),
        _line(paper, strings.SIGN, size=12, colour=_MUTED, align="CENTER", indent=8, after=46),
    )
    for row in rows:
        row.paragraph_format.keep_with_next = True
    _line(paper, strings.NAME_BLANK, align="CENTER", indent=7)


def _heading(paper: Any, text: str) -> None:
    heading = paper.add_heading(level=2)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    run = _run(heading, text, bold=True, colour=_ACCENT)
    run.font.name = _FONT
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _line(
    paper: Any,
    text: str,
    *,
    size: float = 13,
    bold: bool = False,
    colour: RGBColor | None = None,
    align: str = "LEFT",
    indent: float = 0.0,
    after: float = 6,
) -> Any:
    made = paper.add_paragraph()
    made.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    made.paragraph_format.space_after = Pt(after)
    made.paragraph_format.left_indent = Cm(indent)
    _run(made, text, size=size, bold=bold, colour=colour)
    return made


def _run(paragraph: Any, text: str, *, size: float = 13, bold: bool = False, colour: RGBColor | None = None) -> Any:
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    return run


def _page_number(paragraph: Any) -> None:
    run = _run(paragraph, "", size=9, colour=_MUTED)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)
