"""The part of a web page that is the document: found among menus, boxes and comments, and cut out whole.

The page is measured, never rewritten: what is returned is a slice of its own source, so no word of the document can
be dropped or merged. (trafilatura 2.3.1, tried first, dropped a clause that repeats an earlier one word for word and a
table that occurs twice: right for news, wrong for law.) To be run in the child process (:mod:`worker`): a page of
elements nested without end takes time and depth without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BOXES = frozenset(
    {"body", "main", "article", "section", "div", "td", "form", "center", "aside", "nav", "footer", "ul"}
)
_BREAKS = _BOXES | {"p", "br", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "header", "blockquote"}
_SILENT = frozenset({"script", "style", "head", "noscript", "template", "svg"})
_ARTICLE = re.compile(r"Điều\s+\d+[a-zđ]?\s*[.:]", re.IGNORECASE)
_FRAME = re.compile(
    r"QUỐC HỘI|CHÍNH PHỦ|CỘNG H[ÒO]|(?:LUẬT|NGHỊ ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ|QUYẾT ĐỊNH|CHỈ THỊ)\s*$|(?:Luật s|S)ố:"
    r"|Căn cứ |TM\.|KT\.|Nơi nhận"
)
"""How the lines around the articles begin: issuer, number, grounds, signature."""
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar)?|menu|sidebar|footer|comments?|binh-?luan|related|lien-?quan|breadcrumbs?|share|social"
    r"|banner|ads?|advert|popup|modal|cookie|toolbar|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_ARTICLES, _MOST_FRAME, _MOST_WORDS = 0.9, 0.75, 0.6
"""Shares of the page's lines or letters that the chosen element must hold."""


@dataclass
class _Box:
    """One element of the page, with what it holds; the counts include what is inside it."""

    start: int
    furniture: bool
    end: int = 0
    letters: int = 0
    """Letters outside links."""
    articles: int = 0
    frame: int = 0
    inside: list[_Box] = field(default_factory=list)


def article_html(page: str) -> str:
    """Return the element that holds the document, as a page of its own; the whole page where none stands out."""
    measured = _Measured(page)
    root = measured.root
    box = _deepest(root, lambda one: _holds(one, root))
    return f'<html><head><meta charset="utf-8"></head><body>{_slice(page, box)}</body></html>'


def _holds(box: _Box, page: _Box) -> bool:
    if page.articles:
        return box.articles >= _MOST_ARTICLES * page.articles and box.frame >= _MOST_FRAME * page.frame
    return box.letters >= _MOST_WORDS * page.letters


def _deepest(box: _Box, holds: Callable[[_Box], bool]) -> _Box:
    while True:
        inner = next((one for one in box.inside if not _dropped(one) and holds(one)), None)
        if inner is None:
            return box
        box = inner


def _dropped(box: _Box) -> bool:
    """Whether a box is furniture: named so, and without one article in it."""
    return box.furniture and not box.articles


def _slice(page: str, box: _Box) -> str:
    pieces, at = [], box.start
    for hole in _holes(box):
        pieces.append(page[at : hole.start])
        at = hole.end
    return "".join([*pieces, page[at : box.end]])


def _holes(box: _Box) -> list[_Box]:
    found: list[_Box] = []
    for one in box.inside:
        found.extend([one] if _dropped(one) else _holes(one))
    return found


def _leads_away(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether a link leads to another page: an anchor around a heading (``<a name="dieu_1">``) does not."""
    target = next((value or "" for name, value in attrs if name == "href"), "#")
    return not target.lstrip().startswith("#")


class _Measured(HTMLParser):
    """Reads a page once and keeps its boxes; unclosed and crossed tags are closed where an outer one is."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", page))]
        self.root = _Box(0, furniture=False)
        self._open: list[tuple[str, _Box]] = [("", self.root)]
        self._silent = 0
        self._links: list[bool] = []
        self._line = ""
        self.feed(page)
        self.close()
        self._break()
        while self._open:
            self._shut(len(page))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "a":
            self._links.append(_leads_away(attrs))
        if tag in _BREAKS:
            self._break()
        if tag in _BOXES:
            names = " ".join(value or "" for name, value in attrs if name in ("class", "id", "role"))
            named = tag in ("nav", "footer", "aside") or bool(_FURNITURE.search(names))
            box = _Box(self._at(), furniture=named)
            self._open[-1][1].inside.append(box)
            self._open.append((tag, box))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a":
            del self._links[-1:]
        if tag in _BREAKS:
            self._break()
        if tag in _BOXES and any(name == tag for name, _ in self._open):
            end = self._page.find(">", self._at()) + 1 or len(self._page)
            while self._open[-1][0] != tag:
                self._shut(self._at())
            self._shut(end)

    def handle_data(self, data: str) -> None:
        if not self._silent and not any(self._links):
            self._line += data

    def _break(self) -> None:
        line, self._line = self._line.strip(), ""
        box = self._open[-1][1]
        box.letters += sum(letter.isalnum() for letter in line)
        box.articles += bool(_ARTICLE.match(line))
        box.frame += bool(_FRAME.match(line))

    def _shut(self, end: int) -> None:
        _, box = self._open.pop()
        box.end = end
        if self._open and not _dropped(box):
            outer = self._open[-1][1]
            outer.letters += box.letters
            outer.articles += box.articles
            outer.frame += box.frame
