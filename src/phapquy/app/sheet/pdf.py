"""The sheet as a PDF: A4, one column, Be Vietnam Pro.

The font is the one of the page, its latin, extended and Vietnamese parts merged into one file without kerning tables
(``fontTools.merge``); only the glyphs used are put into the PDF.
"""

from __future__ import annotations

import logging
from importlib.resources import as_file, files
from typing import Any, Final

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from phapquy.app.sheet import strings
from phapquy.app.sheet.content import Sheet, SheetClause, SheetGroup

_FONT: Final = "Be Vietnam Pro"
_MARGIN, _BOTTOM = 20.0, 22.0
_LINE = 5.4
_INDENT = 5.0
_NAME_WIDTH = 38.0
_SIGN_WIDTH, _SIGN_HEIGHT = 80.0, 46.0
_INK, _MUTED, _RULE, _ACCENT = (20, 32, 42), (71, 84, 95), (190, 199, 205), (11, 79, 99)

# fpdf2 warns of each glyph it lacks by logging the character, which is part of a question.
logging.getLogger("fpdf").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)


def pdf_of(sheet: Sheet) -> bytes:
    """Lay the sheet out and return the file."""
    paper = _Paper(format="A4")
    paper.alias_nb_pages()
    paper.set_title(strings.TITLE)
    paper.set_lang("vi")
    paper.set_creator("phapquy")
    paper.set_margins(_MARGIN, _MARGIN, _MARGIN)
    paper.set_auto_page_break(True, _BOTTOM)
    paper.add_fonts()
    paper.add_page()
    _head(paper, sheet)
    _answer(paper, sheet)
    _powers(paper, sheet)
    for group in sheet.groups:
        _group(paper, group)
    _warnings(paper, sheet)
    _sign(paper, sheet)
    return bytes(paper.output())


class _Paper(FPDF):  # type: ignore[misc]
    """A page with our footer."""

    def add_fonts(self) -> None:
        fonts = files("phapquy.app.sheet") / "fonts"
        for style, weight in (("", 400), ("B", 700)):
            with as_file(fonts / f"be-vietnam-pro-{weight}.ttf") as path:
                self.add_font(_FONT, style, path)

    def footer(self) -> None:
        self.set_y(-_BOTTOM + 6)
        self.ink(7.5, colour=_MUTED)
        self.multi_cell(self.epw - 25, 3.6, strings.CAUTION, align="L", new_x=XPos.RIGHT, new_y=YPos.TOP)
        self.cell(25, 3.6, strings.PAGE.format(page=self.page_no(), pages="{nb}"), align="R")

    def ink(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = _INK) -> None:
        self.set_font(_FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def block(self, text: str, *, indent: float = 0.0, line: float = _LINE, align: str = "L", width: float = 0) -> None:
        """Write a paragraph from the left margin plus ``indent`` and go to the next line."""
        self.set_x(self.l_margin + indent)
        self.multi_cell(
            width or self.epw - indent, line, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT, wrapmode="WORD"
        )

    def heading(self, text: str) -> None:
        if self.will_page_break(22):
            self.add_page()
        self.ln(3)
        self.ink(11.5, bold=True, colour=_ACCENT)
        self.block(text)
        self.set_draw_color(*_RULE)
        self.line(self.l_margin, self.get_y() + 0.4, self.l_margin + self.epw, self.get_y() + 0.4)
        self.ln(1.8)


def _head(paper: _Paper, sheet: Sheet) -> None:
    paper.ink(18, bold=True)
    paper.block(strings.TITLE, align="C", line=8)
    paper.ink(10.5, colour=_MUTED)
    paper.block(strings.SUBTITLE, align="C")
    paper.ln(3)
    for name, value in ((strings.QUESTION, sheet.question), *sheet.facts):
        _fact(paper, name, value, bold=name in {strings.QUESTION, strings.LEVEL, strings.ORGAN})


def _fact(paper: _Paper, name: str, value: str, *, bold: bool) -> None:
    paper.ink(10, colour=_MUTED)
    paper.set_x(paper.l_margin)
    paper.cell(_NAME_WIDTH, _LINE, name)
    paper.ink(10.5, bold=bold)
    paper.block(value, indent=_NAME_WIDTH)
    paper.ln(0.8)


def _answer(paper: _Paper, sheet: Sheet) -> None:
    paper.heading(strings.ANSWER)
    paper.ink(10.5)
    for sentence in sheet.sentences:
        paper.block(sentence)
        paper.ln(1.2)


def _powers(paper: _Paper, sheet: Sheet) -> None:
    if sheet.powers:
        paper.heading(strings.POWERS)
    for organ, told in sheet.powers:
        if paper.will_page_break(16):
            paper.add_page()
        paper.ink(10.5, bold=True)
        paper.block(organ)
        paper.ink(9.5)
        paper.block(told, indent=_INDENT)
        paper.ln(1.2)


def _group(paper: _Paper, group: SheetGroup) -> None:
    paper.heading(group.heading)
    for clause in group.clauses:
        _clause(paper, clause)


def _clause(paper: _Paper, clause: SheetClause) -> None:
    if paper.will_page_break(16):
        paper.add_page()
    paper.ink(10.5, bold=True)
    paper.block(f"{clause.number} {clause.label}")
    paper.ink(8.5, colour=_MUTED)
    if clause.path:
        paper.block(clause.path, indent=_INDENT, line=4.4)
    if clause.quote:
        _quote(paper, clause)
    paper.ink(8.5, colour=_MUTED)
    said = " ".join(filter(None, (clause.digest_note, clause.facts, *clause.notes, clause.url)))
    if said:
        paper.block(said, indent=_INDENT, line=4.4)
    paper.ln(2.4)


def _quote(paper: _Paper, clause: SheetClause) -> None:
    """Write the quote with a rule beside it, on each page it runs over."""
    paper.ln(0.8)
    paper.ink(10)
    paper.set_draw_color(*_ACCENT)
    for line in clause.quote.split("\n"):
        page, top = paper.page, paper.get_y()
        paper.block(line, indent=_INDENT + 3, align="J")
        start = top if paper.page == page else paper.t_margin
        paper.line(paper.l_margin + _INDENT, start, paper.l_margin + _INDENT, paper.get_y())
    paper.ln(0.8)


def _warnings(paper: _Paper, sheet: Sheet) -> None:
    if not sheet.warnings:
        return
    paper.heading(strings.WARNINGS)
    paper.ink(9.5)
    for warning in sheet.warnings:
        paper.block(f"– {warning}", line=5)
        paper.ln(0.6)


def _sign(paper: _Paper, sheet: Sheet) -> None:
    if paper.will_page_break(_SIGN_HEIGHT):
        paper.add_page()
    paper.ln(3)
    paper.ink(8.5, colour=_MUTED)
    paper.block(sheet.corpus, line=4.4)
    paper.ln(3)
    indent = paper.epw - _SIGN_WIDTH
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        (sheet.made, {}), (strings.OFFICER, {"bold": True}), (strings.SIGN, {"colour": _MUTED})
    )  # fmt: skip
    for text, look in rows:
        paper.ink(10, **look)
        paper.block(text, indent=indent, align="C", width=_SIGN_WIDTH)
    paper.ln(14)
    paper.ink(10)
    paper.block(strings.NAME_BLANK, indent=indent, align="C", width=_SIGN_WIDTH)
