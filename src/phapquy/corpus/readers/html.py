"""The readable text of a web page, one block element a line; the document found among menus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
_ANCHOR = re.compile(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]|Căn cứ\s|CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:|TM\.\s)"
)
_FEWEST_ANCHORS = 3
_NUMBERED = re.compile(r"\s*(?:\d+[.)]|[a-zđ][.)]|Điều\s+\d)")
_NOTE = re.compile(r"\[?(\d{1,3})\]?")
_UNIT = re.compile(r"(?:^|[\s\d(])[kcdm]?m$")
_DEEPEST = 400
"""Elements within elements; a page deeper than this is no text a person wrote."""
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)


def html_text(page: str) -> str:
    """Return the visible words of an HTML page, normalised; a line a block, scripts and menus left out."""
    lines, _, _ = _read(page)
    return normalise("\n".join(lines))


def read_html(path: Path, limits: Limits) -> Draft:
    """Read the document on a web page. To be run in the child process (:mod:`worker`).

    Raises:
        TextError: the page is in an unknown encoding, or has no words.
    """
    from phapquy.corpus.readers.encodings import page_text

    data = path.read_bytes()
    lines, outside, numbered = _read(page_text(data))
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


def _read(page: str) -> tuple[list[str], list[str], int]:
    """Return the lines of the document, the lines of the page outside it, and how many list numbers were written."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    for node in tree.css(_SILENT):
        node.decompose()
    body = tree.body
    if body is None:
        return [], [], 0
    everything, _ = _lines(body)
    root = _document(body)
    if root is None:
        return everything, [], _lines(body)[1]
    lines, numbered = _lines(root)
    left = dict.fromkeys(lines)
    return lines, [line for line in everything if line not in left], numbered


def _document(body: Any) -> Any | None:
    """Return the smallest element that holds every heading of an article and the head and foot of the document."""
    paths = [
        path
        for node in body.traverse(include_text=True)
        if node.tag == "-text" and _ANCHOR.match(node.text_content or "") and (path := _path(node))
    ]
    if len(paths) < _FEWEST_ANCHORS:
        return None
    shared = paths[0]
    for path in paths[1:]:
        shared = [one for one, two in zip(shared, path, strict=False) if one.mem_id == two.mem_id]
    holders = [node for node in shared if node.tag in _BLOCKS and node.tag not in {"tr", "tbody", "ul", "ol"}]
    return holders[-1] if holders else None


def _path(node: Any) -> list[Any]:
    path: list[Any] = []
    while (node := node.parent) is not None and len(path) <= _DEEPEST:
        path.append(node)
    if len(path) > _DEEPEST:
        raise TextError("Trang web lồng quá nhiều lớp thẻ, không giống văn bản. Hãy lưu trang thành PDF hoặc .txt.")
    return path[::-1]


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
