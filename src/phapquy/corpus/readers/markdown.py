"""Markdown to paragraphs: its signs taken away, its words and numbers as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from phapquy.corpus.readers.lines import Draft, Line, Page

SOURCE = "ghi chú nguồn ở đầu tệp"
SIGNS = "dấu định dạng Markdown còn sót"
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LEFT_OVER = re.compile(r"\*{2,}|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|~~")
_GLUED = re.compile(r"(?<=[^\W\d_])\*{4}(?=[^\W\d_])")
"""Where one bold word ends and the next begins: a line break that the copy lost."""
_BAR = re.compile(r"^\s*\|\s*|\s*\|\s*$")
_BULLET = re.compile(r"^[*+]\s+(?=\S)")
_ABOUT = re.compile(r"https?://|Nguồn\s*:|Source\s*:|Retrieved|Trạng thái\s*:", re.IGNORECASE)


def read_markdown(text: str) -> Draft:
    """Return the paragraphs of a Markdown text.

    Lists are not parsed: in a legal text ``1.`` and ``a)`` are clauses and keep their own numbers. A quoted block with
    an address or "Nguồn:" before the first article is a note of whoever made the copy; it is left out and reported.
    """
    front = _FRONT.match(text)
    lines, notes, left = [], [front[0]] if front else [], 0
    for kind, words in _blocks(text[front.end() :] if front else text):
        if kind == "quote" and _ABOUT.search(words):
            notes.append(words)
            continue
        for line in (cell for row in words.split("\n") for cell in _cells(row)):
            made = _BULLET.sub("", _bare(line))
            left += made != line.strip() and _LEFT_OVER.search(line) is not None
            if made:
                lines.append(Line(made))
    draft = Draft("markdown", [Page(1, lines, flowed=True)])
    if notes:
        draft.done.append((SOURCE, len(notes), tuple(" ".join(note.split())[:60] for note in notes[:5])))
    if left:
        draft.done.append((SIGNS, left, ()))
    return draft


def _cells(row: str) -> list[str]:
    """Return the cells of a row whose table has lost its head, so that it is no table any more; else the line."""
    return row.split("|") if row.rstrip().endswith("|") else [row]


def _bare(line: str) -> str:
    """Take leftover signs of emphasis and the bars of a broken table off a line."""
    line = _LEFT_OVER.sub("", _GLUED.sub(" ", line))
    return " ".join(_BAR.sub("", line).split())


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield each block as (kind, words): ``quote`` for a quoted one, else ``text``."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["list", "code", "reference", "lheading"])
    quoted = 0
    for token in parser.parse(text):
        if token.type == "blockquote_open":
            quoted += 1
        elif token.type == "blockquote_close":
            quoted -= 1
        elif token.type == "inline":
            yield ("quote" if quoted else "text"), _inline(token.children or [])
        elif token.type in {"fence", "code_block"}:
            yield "text", token.content
        elif token.type == "html_block":
            yield "text", _from_html(token.content)


def _inline(children: list[Any]) -> str:
    parts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or (
            child.type == "html_inline" and child.content.lower().startswith("<br")
        ):
            parts.append("\n")
    return "".join(parts)


def _from_html(block: str) -> str:
    from phapquy.corpus.readers.html import html_text

    return html_text(block)
