"""The readable text of a web page, one block element a line."""

from __future__ import annotations

from html.parser import HTMLParser

from phapquy.corpus.text import normalise

_SILENT = frozenset({"script", "style", "head", "nav", "header", "footer", "noscript", "template", "svg"})
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article", "blockquote"}
    | {f"h{level}" for level in range(1, 7)}
)


def html_text(page: str) -> str:
    """Return the visible words of an HTML page, normalised; a line a block, scripts and menus left out."""
    parser = _Words()
    parser.feed(page)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return normalise("\n".join(line for line in lines if line))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
