"""What is printed on every page and is not the text: running heads and page numbers."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Line, Page

STEP = "đầu trang, chân trang, số trang"
_DEPTH = 3
"""Lines from the top or the bottom of a page that may be furniture."""
_FEWEST_PAGES = 3
_SHARE = 0.25
"""Of the pages: left and right pages may have heads of their own, chapters too."""
_LONGEST = 140
RULE = "đường kẻ trang trí"
_DRAWN = frozenset("_*─—–=-")
_FEWEST_DRAWN = 3
_NUMBER = re.compile(r"[-–—\s]*(?:(?i:trang)\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*")
_GAZETTE = re.compile(r"^(?:\d+\s+)?CÔNG BÁO/Số [\d\s+]+/Ngày \d{1,2}-\d{1,2}-\d{4}(?:\s+\d+)?$")
_OWN_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_STRUCTURE = re.compile(
    r"(?:Điều|Chương|Mục|Phần|Phụ lục|PHỤ LỤC|Mẫu|MẪU|Biểu|BIỂU|Bảng|BẢNG|Số|SỐ)\s|[a-zđ]\)\s|\d+[.)]\s|[IVX]+\.\s"
)


def without_furniture(pages: list[Page], tally: Tally) -> None:
    """Take running heads and page numbers off the pages, in place.

    A head is a short line that stands at the top or bottom of at least three pages and of a quarter of them (its page
    number apart); a page number is a number that grows with the pages. One page alone loses nothing.
    """
    heads = _heads(pages)
    offsets = _offsets(pages)
    for index, page in enumerate(pages):
        tally.page = page.number
        drop = {at for at in _edge(page) if _is_furniture(page.lines[at], index, heads, offsets)}
        drop = _whole_edges(drop, len(page.lines))
        for at in sorted(drop):
            tally.add(page.lines[at].text, "∅")
        page.lines = [line for at, line in enumerate(page.lines) if at not in drop]


def cut_pages(lines: list[str]) -> list[list[str]]:
    """Cut a text without page marks where it has the heads of printed pages: numbers that count on, repeated lines.

    Such a place has a number alone on its line, at least three of them counting up by one, and within two lines a
    line that stands at all such places. A text without them is one page.
    """
    numbers = [(at, int(found[1])) for at, line in enumerate(lines) if (found := _NUMBER.fullmatch(line))]
    run = _counting(numbers)
    if len(run) < _FEWEST_PAGES:
        return [lines]
    near = Counter(shape for at in run for shape in {_shape(lines[one]) for one in _around(lines, at) if one != at})
    heads = {shape for shape, count in near.items() if count >= _FEWEST_PAGES and any(map(str.isalpha, shape))}
    starts = [min(one for one in _around(lines, at) if one == at or _shape(lines[one]) in heads) for at in run]
    if not heads:
        return [lines]
    bounds = [0, *(start for start in starts if start > _DEPTH), len(lines)]
    return [lines[one:two] for one, two in itertools.pairwise(bounds) if two > one]


def _counting(numbers: list[tuple[int, int]]) -> list[int]:
    """Return the lines of the longest run of page numbers, each one more than the one before."""
    runs: dict[int, tuple[int, int]] = {}
    before: dict[int, int | None] = {}
    best = (0, -1)
    for at, number in numbers:
        length, last = runs.get(number - 1, (0, -1))
        before[at] = last if length else None
        if length + 1 > runs.get(number, (0, -1))[0]:
            runs[number] = (length + 1, at)
        best = max(best, (length + 1, at), key=lambda run: run[0])
    run: list[int] = []
    place: int | None = best[1] if best[0] else None
    while place is not None:
        run.append(place)
        place = before[place]
    return run[::-1]


def _is_rule(text: str) -> bool:
    signs = [char for char in text if char not in " |\t"]
    return len(signs) >= _FEWEST_DRAWN and _DRAWN.issuperset(signs)


def _around(lines: list[str], at: int) -> range:
    return range(max(0, at - 2), min(len(lines), at + 3))


def without_rules(pages: list[Page], tally: Tally) -> None:
    """Take away lines that are drawn with signs, in place (``______`` under a motto)."""
    for page in pages:
        tally.page = page.number
        kept = [line for line in page.lines if not _is_rule(line.text)]
        if len(kept) < len(page.lines):
            tally.add("____", "∅", len(page.lines) - len(kept))
            page.lines = kept


def _edge(page: Page) -> Iterator[int]:
    count = len(page.lines)
    yield from range(min(_DEPTH, count))
    yield from range(max(_DEPTH, count - _DEPTH), count)


def _shape(text: str) -> str:
    """Return a line without the page number at its end or beginning; a form's or a clause's number stays."""
    plain = " ".join(text.split())
    return plain if _STRUCTURE.match(plain) else _OWN_NUMBER.sub("", plain).casefold()


def _heads(pages: list[Page]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    for page in pages:
        edge = (page.lines[at].text for at in _edge(page))
        seen.update({_shape(text) for text in edge if len(text) <= _LONGEST and not _STRUCTURE.match(text)})
    enough = max(_FEWEST_PAGES, _SHARE * len(pages))
    return frozenset(
        shape for shape, count in seen.items()
        if count >= enough and any(char.isalpha() for char in shape) and not _STRUCTURE.match(shape.capitalize())
    )  # fmt: skip


def _offsets(pages: list[Page]) -> frozenset[int]:
    """Printed page number less the place of the page, where at least two pages agree."""
    places: dict[int, set[int]] = defaultdict(set)
    for index, page in enumerate(pages):
        for at in _edge(page):
            if found := _NUMBER.fullmatch(page.lines[at].text):
                places[int(found[1]) - index].add(index)
    return frozenset(offset for offset, found in places.items() if len(found) > 1)


def _is_furniture(line: Line, index: int, heads: frozenset[str], offsets: frozenset[int]) -> bool:
    if found := _NUMBER.fullmatch(line.text):
        return int(found[1]) - index in offsets
    return _shape(line.text) in heads or _GAZETTE.match(line.text) is not None


def _whole_edges(drop: set[int], count: int) -> set[int]:
    """Keep only lines at the very edge: furniture ends where the text begins."""
    top: set[int] = set()
    for at in range(count):
        if at not in drop:
            break
        top.add(at)
    for at in range(count - 1, -1, -1):
        if at not in drop:
            break
        top.add(at)
    return top
