"""The readable text of a web page, one block element a line; the document found among menus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from phapquy.corpus.readers.article import article_html
from phapquy.corpus.readers.lines import Draft, Line, Page
from phapquy.corpus.readers.model import Limits
from phapquy.corpus.text import normalise
from phapquy.errors import TextError

OUTSIDE = "phần trang web ngoài văn bản"
LISTED = "số thứ tự do trang web tự đánh"
CUT = "Trang web không có thẻ kết thúc, có thể bị cắt khi tải. Hãy đối chiếu phần cuối."
NO_WORDS = "Trang web không có chữ nào đọc được (có thể chữ do mã lệnh vẽ ra). Hãy lưu trang thành PDF hoặc .txt."
_SILENT = (
    "script,style,head,nav,header,footer,noscript,template,svg,aside,form,button,select,iframe,object,dialog,[hidden],"
    "[aria-hidden=true]"
)
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "thead", "section", "article", "main",
     "blockquote", "pre", "hr", "dl", "dt", "dd", "center", "figure", "figcaption", "body", "html", "address"}
    | {f"h{level}" for level in range(1, 7)}
)  # fmt: skip
_NUMBERED = re.compile(r"\s*(?:\d+[.)]|[a-zđ][.)]|Điều\s+\d)")
_NOTE = re.compile(r"\[?(\d{1,3})\]?")
_UNIT = re.compile(r"(?:^|[\s\d(])[kcdm]?m$")
_DEEPEST = 400
"""Elements within elements; a page deeper than this is no text a person wrote."""
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)


def html_text(page: str) -> str:
    """Return the visible words of an HTML page or a piece of one, normalised; a line a block, scripts left out."""
    return normalise("\n".join(_read(page)[0]))


def read_html(path: Path, limits: Limits) -> Draft:
    """Read the document on a web page. To be run in the child process (:mod:`worker`).

    Raises:
        TextError: the page is in an unknown encoding, or has no words.
    """
    from phapquy.corpus.readers.encodings import page_text

    data = path.read_bytes()
    lines, outside, numbered = _found(page_text(data))
    if not lines:
        raise TextError(NO_WORDS)
    if sum(map(len, lines)) > limits.text_characters:
        raise TextError(f"Trang web có hơn {limits.text_characters} ký tự. Hãy chia nhỏ tệp.")
    draft = Draft("html", [Page(1, [Line(line) for line in lines], flowed=True)])
    if outside:
        draft.done.append((OUTSIDE, len(outside), tuple(line[:60] for line in outside[:5])))
    if numbered:
        draft.done.append((LISTED, numbered, ()))
    if not _END.search(data[-4096:]):
        draft.warnings.append(CUT)
    return draft


def _found(page: str) -> tuple[list[str], list[str], int]:
    """Return the lines of the document, the lines of the page outside it, and how many list numbers were written."""
    everything, _ = _read(page)
    lines, numbered = _read(article_html(page))
    inside = Counter(lines)
    outside = []
    for line in everything:
        inside[line] -= 1
        if inside[line] < 0:
            outside.append(line)
    return lines, outside, numbered


def _read(page: str) -> tuple[list[str], int]:
    """Return the lines of a page, and how many list numbers were written."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    for node in tree.css(_SILENT):
        node.decompose()
    return _lines(tree.body) if tree.body is not None else ([], 0)


def _lines(root: Any) -> tuple[list[str], int]:
    numbered = [0]
    lines = (" ".join(line.split()) for line in "".join(_words(root, numbered)).split("\n"))
    return [line for line in lines if line], numbered[0]


def _words(root: Any, numbered: list[int]) -> Iterator[str]:
    """Yield the words of an element, a line feed wherever a block begins or ends."""
    holder: int | None = None
    before = ""
    for node in root.traverse(include_text=True):
        if node.tag in _BLOCKS:
            yield "\n"
            before, holder = "", None
            if node.tag == "li" and (number := _list_number(node)):
                numbered[0] += 1
                yield f"{number} "
        elif node.tag == "-text":
            words = (node.text_content or "").replace("\n", " ")
            block = _block_of(node)
            if holder is not None and block != holder:
                yield "\n"
                before = ""
            holder = block
            if node.parent is not None and node.parent.tag == "sup":
                words = _raised(before, words)
            before = words or before
            yield words


def _block_of(node: Any) -> int:
    for _ in range(_DEEPEST):
        node = node.parent
        if node is None:
            return 0
        if node.tag in _BLOCKS:
            return int(node.mem_id)
    raise TextError("Trang web lồng quá nhiều lớp thẻ, không giống văn bản. Hãy lưu trang thành PDF hoặc .txt.")


def _raised(before: str, words: str) -> str:
    found = _NOTE.fullmatch(words.strip())
    return f"[{found[1]}]" if found and before.strip() and not _UNIT.search(before) else words


def _list_number(item: Any) -> str:
    """Return the number a browser shows before an item of a numbered list, unless its words begin with one."""
    parent = item.parent
    if parent is None or parent.tag != "ol" or _NUMBERED.match(item.text() or ""):
        return ""
    items = [node for node in parent.iter() if node.tag == "li"]
    place = next((at for at, node in enumerate(items) if node.mem_id == item.mem_id), 0)
    start = parent.attributes.get("start") or "1"
    number = place + (int(start) if start.isdigit() else 1)
    if (parent.attributes.get("type") or "1").lower() == "a":
        return f"{chr(ord('a') + (number - 1) % 26)})"
    return f"{number}."
