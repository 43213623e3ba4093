"""``phapquy corpus check``: are the texts whole, and does the grammar read them whole?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from phapquy.corpus.digest import Digest
from phapquy.corpus.digest_check import differences
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.corpus.plain import PlainEntry
from phapquy.errors import TextError
from phapquy.law.provision import Document, Kind, Provision
from phapquy.vietnamese.normalize import syllables

_NUMBER = re.compile(r"\d+")
_MARKER = re.compile(r"^\W*Điều\s+\S+\s*", re.IGNORECASE)
_ENDS = tuple('.;:)”"')
"""How a sentence ends, and a title does not."""
_RUNNING = "số chạy của bản tóm lược"
"""How the manifest says that numbers of a digest are none of the document's."""
_COPIED = 24
"""Words in a row from which plain words are a copy of the text and not words of our own."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What was found in one document."""

    slug: str
    core: bool
    articles: int | None
    """Numbered articles found (12 and 12a are two); None when the text is not available."""
    expected: int | None
    gaps: tuple[str, ...] = ()
    """Articles missing from the sequence, as ranges: ``3-9``."""
    covered: float = 0.0
    """Share of the text's characters that belong to exactly one node, 0 to 1."""
    provisions: int = 0
    diagnostics: tuple[str, ...] = ()
    plain: int = 0
    """Provisions that have plain words of our own."""
    misplaced: tuple[str, ...] = ()
    """Plain words that explain no provision of the text or repeat its words, a whole digest that differs from its
    text, numbers of a digest that nobody warns of: the ids and why."""
    problem: str = ""
    empty: tuple[str, ...] = ()
    """Articles that have a number and perhaps a title, but no words."""

    @property
    def ok(self) -> bool:
        """Whether the text is whole: all articles the manifest counts, no gap, characters and plain words placed."""
        counted = self.expected is None or self.articles == self.expected
        whole = counted and not self.gaps and not self.empty and self.covered == 1.0
        return not self.problem and whole and not self.misplaced

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        return {**asdict(self), "ok": self.ok}


def check(library: Library, slugs: Iterable[str] = ()) -> tuple[CheckRow, ...]:
    """Check the named documents, or all of the manifest.

    Raises:
        UsageError: a slug is not in the manifest.
    """
    chosen = [library.entry(slug).slug for slug in slugs] or list(library.manifest.slugs)
    return tuple(_row(library, slug) for slug in chosen)


def core_is_whole(rows: Iterable[CheckRow]) -> bool:
    """Whether every core document among the rows is whole; decides the exit code."""
    return all(row.ok for row in rows if row.core)


def _row(library: Library, slug: str) -> CheckRow:
    entry = library.entry(slug)
    try:
        library.text(slug)
        document = library.document(slug)
    except TextError as error:
        return CheckRow(slug, entry.core, None, entry.articles, problem=str(error))
    numbers = article_numbers(document)
    return CheckRow(
        slug,
        entry.core,
        len([number for number in numbers if number.isdigit()]),
        entry.articles,
        gaps(numbers) if entry.text_kind is TextKind.VERBATIM else (),
        coverage(document),
        len(document.provisions),
        tuple(one.message for one in document.diagnostics),
        len(library.plain(slug)),
        tuple(_told(library, document)),
        empty=empty_articles(document) if entry.text_kind is TextKind.VERBATIM else (),
    )


def _told(library: Library, document: Document) -> Iterator[str]:
    """Yield what is wrong with our own words on a document: a whole digest, a digest from the press, plain words."""
    entry = library.entry(document.slug)
    if library.is_digested(entry.slug):
        yield from differences(document, library.plain(entry.slug), entry)
    elif entry.text_kind is TextKind.DIGEST:
        yield from unwarned(library.digest(entry.slug), entry)
    else:
        yield from misplaced(document, library.plain(entry.slug))


def unwarned(digest: Digest, entry: Entry) -> Iterator[str]:
    """Yield the items of a digest whose running numbers are ours while the manifest does not warn of it."""
    ours = [item.id for item in digest.item if not item.numbered_by_source]
    if ours and not any(_RUNNING in line for line in entry.warnings):
        yield f"{ours[0]}: danh mục chưa cảnh báo đây là {_RUNNING}"


def misplaced(document: Document, words: Iterable[PlainEntry]) -> Iterator[str]:
    """Yield the plain words that explain no provision of the text or repeat its words, as "id: why"."""
    told = frozenset(_runs(document.text))
    for entry in words:
        if entry.identity(document.slug) not in document.provisions:
            yield f"{entry.id}: văn bản không có điều khoản này"
        elif any(run in told for text in (entry.plain, *entry.ask) for run in _runs(text)):
            yield f"{entry.id}: chép lại {_COPIED} tiếng liền nhau của văn bản, hãy diễn đạt bằng lời khác"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = syllables(text)
    return (tuple(words[at : at + _COPIED]) for at in range(len(words) - _COPIED + 1))


def article_numbers(document: Document) -> list[str]:
    """Return the numbers of the articles in document order, as printed."""
    return [node.number for node in document.walk() if node.kind is Kind.DIEU and node.id and len(node.id.parts) == 1]


def empty_articles(document: Document) -> tuple[str, ...]:
    """Return the ids of the articles that have a number, and perhaps a title, but no words of their own."""
    return tuple(
        str(node.id)
        for node in document.walk()
        if node.kind is Kind.DIEU and node.id and not node.children and not _words(document, node)
    )


def _words(document: Document, node: Provision) -> str:
    """Return what an article says: the lines below its title, or its only line where that is a sentence."""
    first, _, rest = document.text[node.start : node.own_end].strip().partition("\n")
    return rest.strip() or (line if (line := _MARKER.sub("", first).strip())[-1:] in _ENDS else "")


def gaps(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the whole numbers missing between 1 and the highest, as ranges."""
    found = {int(match[0]) for number in numbers if (match := _NUMBER.match(number))}
    missing = [number for number in range(1, max(found, default=0) + 1) if number not in found]
    ranges: list[list[int]] = []
    for number in missing:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return tuple(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def coverage(document: Document) -> float:
    """Return the share of characters that lie in exactly one node's own text.

    Walks the nodes in order; a hole or an overlap between one node's own text and the next lowers the share.
    """
    if not document.text:
        return 1.0
    at = covered = 0
    for node in document.walk():
        if node.start == at:
            covered += node.own_end - node.start
        at = max(at, node.own_end)
    return covered / len(document.text)
