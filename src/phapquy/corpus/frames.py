"""What the words around a citation say about it: is it quoted, and which provision is being amended?

An amending clause names its target once (``Điều 4. Sửa đổi, bổ sung một số điều của Nghị định số …``) and then
speaks of ``khoản 3`` for pages; what it quotes speaks as the amended text does (``Điều này``, ``Luật này``). A
frame holds what was named: the document and the steps down to the place the words are about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from phapquy.law.citations import THIS, Citation, DocumentRef, Level, Step, Target, find_citations
from phapquy.law.lines import Line, split_lines
from phapquy.law.provision import Document, Kind, Provision

_MARKER = r"(?:Điều\s+\d+[a-zđ]?\.|\d+[a-zđ]?\.|[a-zđ]\d?\)|-)?\s*"
# "2. Sửa đổi, bổ sung …", "đ) Các điều, khoản, điểm của Nghị định số …, bao gồm:"
_OPERATIVE = re.compile(
    rf"{_MARKER}(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Bỏ|(?:Các|Một số) (?:điều|khoản|điểm|phụ lục))\b", re.IGNORECASE
)
# "… chi tiết một số điều của Luật …, bao gồm:": what is listed after the colon is of that law
_LISTING = re.compile(r"(?:[Cc]ác|[Mm]ột số|tại) (?:điều|khoản|điểm|phụ lục)(?!\s+(?:\w|\d+)\b)\b[^:]{0,400}:")
_INLINE = re.compile(r"[“\"][^“”\"\n]*[”\"]")  # sources mix the marks: “…"
_QUOTED_MARKERS = (
    (Level.DIEU, re.compile(r"[“\"]?\s*Điều\s+(\d+[a-zđ]?)\.")),
    (Level.KHOAN, re.compile(r"[“\"]?\s*(\d+[a-zđ]?)\.(?!\d)")),
    (Level.DIEM, re.compile(r"[“\"]?\s*([a-zđ]\d?)\)")),
)
_FOOTNOTE = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a citation without a document, or one with ``này``, is about."""

    document: DocumentRef | None = None
    """The amended document; None where the words are about this one."""
    steps: Target = ()
    """The amended provision, or for words of this document the place they stand in."""
    quoted: bool = False
    amending: bool = False
    """Whether the clause changes another text, so that a bare ``Điều 5`` is an article of that text."""

    def narrowed(self, steps: Target) -> Frame:
        """This frame with what ``steps`` say at their levels, and nothing below."""
        top = steps[0].level if steps else Level.DOAN
        return replace(self, steps=(*(step for step in self.steps if step.level < top), *steps))


class Frames:
    """The frames of one document's citations."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = split_lines(document.text)[0]
        self._offsets = [line.offset for line in self._lines]
        self._footnotes = self._footnote_owners()

    def at(self, node: Provision, citation: Citation) -> Frame:
        """Return the frame of a citation found in a node's own text."""
        offset = node.start + citation.start
        index = bisect_right(self._offsets, offset) - 1
        line = self._lines[index]
        before = line.text[: offset - line.offset]
        quoted = line.quoted or before.count("“") > before.count("”") or before.count('"') % 2 == 1
        above = () if node.id is None else self._document.paths[node.id]
        frame = Frame()
        for one in (*above, node):
            stop = index if one is node else None
            frame = self._led(frame, one, stop, quoted=quoted)
        if quoted:
            frame = self._inside(replace(frame, quoted=True), node, index)
            return frame if line.quoted else self._phrase(frame, node, line, offset)
        if _LISTING.search(before):
            frame = self._led_by(frame, before, quoted=False)
        if frame.amending or _OPERATIVE.match(line.text):
            return self._forward(replace(frame, amending=True), line, citation, offset)
        return Frame(steps=self.place(node))

    def place(self, node: Provision) -> Target:
        """The steps to a node; of a footnote, to the provision that carries its mark."""
        if node.kind is Kind.CHU_THICH:
            node = self._footnotes.get(node.number, node)
        if node.id is None:
            return ()
        levels = {Kind.DIEU: Level.DIEU, Kind.KHOAN: Level.KHOAN, Kind.DIEM: Level.DIEM, Kind.CHUONG: Level.CHUONG,
                  Kind.MUC: Level.MUC, Kind.PHAN: Level.PHAN, Kind.TIEU_MUC: Level.TIEU_MUC}  # fmt: skip
        chain = (*self._document.paths[node.id], node)
        return tuple(Step(levels[one.kind], one.number) for one in chain if one.kind in levels)

    def _footnote_owners(self) -> dict[str, Provision]:
        owners: dict[str, Provision] = {}
        for node in self._document.walk():
            if node.id is not None and node.kind is not Kind.CHU_THICH:
                for mark in _FOOTNOTE.finditer(self._document.own_text(node)):
                    owners.setdefault(mark[1], node)
        return owners

    def _led(self, frame: Frame, node: Provision, stop: int | None, *, quoted: bool) -> Frame:
        """Take in the lines of a node that lead to line ``stop``."""
        lines = list(self._own_lines(node, stop))
        for line, after in pairwise([*lines, None]):
            if line is None or line.quoted:
                continue
            opens = quoted and stop is not None and (after is None or after.quoted)
            leads = frame.amending and line.text.rstrip().endswith(":")
            if _OPERATIVE.match(line.text) or opens or leads or _LISTING.search(line.text):
                frame = self._led_by(frame, self._blank(line), quoted=quoted)
        return frame

    def _led_by(self, frame: Frame, words: str, *, quoted: bool) -> Frame:
        cited = [one for one in find_citations(words) if not one.excluded]
        named = next((one.document for one in cited if one.document and not one.document.this), None)
        if named:
            frame = Frame(named, amending=True, quoted=frame.quoted)
        places = [one.targets[0] for one in cited if one.targets and not _has_this(one.targets[0])]
        if places and not (quoted and named is None and frame.document is None and not _OPERATIVE.match(words)):
            whole = next((target for target in places if target[0].level <= Level.DIEU), places[0])
            frame = frame.narrowed(whole if len(places) == 1 else _common(places, whole))
        return replace(frame, amending=True) if _OPERATIVE.match(words) else frame

    def _inside(self, frame: Frame, node: Provision, index: int) -> Frame:
        """Narrow the frame by the numbered lines of the quotation down to line ``index``."""
        for line in self._own_lines(node, index + 1):
            if not line.quoted:
                continue
            for level, pattern in _QUOTED_MARKERS:
                if found := pattern.match(line.text):
                    frame = frame.narrowed((Step(level, found[1]),))
                    break
        return frame

    def _phrase(self, frame: Frame, node: Provision, line: Line, offset: int) -> Frame:
        """``Thay cụm từ “… Điều này” … tại khoản 2 Điều 21``: a quoted phrase stands where the line says."""
        words = self._blank(line)
        frame = self._led_by(frame, words[: offset - line.offset], quoted=True)
        if node.kind is Kind.CHU_THICH or not frame.amending:
            return frame
        after = [one for one in find_citations(words) if line.offset + one.start > offset]
        named = next((one.document for one in after if one.document and not one.document.this), None)
        if frame.document is None and named:
            frame = replace(frame, document=named)
        place = next((target for one in after for target in one.targets if target[0].level <= Level.DIEU), None)
        return frame.narrowed(place) if place and not _has_this(place) else frame

    def _forward(self, frame: Frame, line: Line, citation: Citation, offset: int) -> Frame:
        """``Bổ sung khoản 3 vào sau khoản 2 Điều 7 của Luật …``: khoản 3 is of what the line names after it."""
        after = [one for one in find_citations(self._blank(line)) if line.offset + one.start > offset]
        document = next((one.document for one in after if one.document), None)
        if document and not document.this:
            frame = Frame(document, amending=True)
        top = citation.targets[0][0].level if citation.targets else Level.PHU_LUC
        place = next((target for one in after for target in one.targets if target[0].level < top), None)
        return frame.narrowed(place) if place and not _has_this(place) else frame

    def line_of(self, node: Provision, citation: Citation) -> tuple[str, int]:
        """The line a citation stands in, without what it quotes, and the citation's offset in it."""
        offset = node.start + citation.start
        line = self._lines[bisect_right(self._offsets, offset) - 1]
        return self._blank(line), offset - line.offset

    def _own_lines(self, node: Provision, stop: int | None) -> Iterator[Line]:
        first = bisect_right(self._offsets, node.start) - 1
        last = bisect_right(self._offsets, max(node.start, node.own_end - 1)) if stop is None else stop
        return iter(self._lines[first:last])

    @staticmethod
    def _blank(line: Line) -> str:
        """A line with what it quotes made blank, a quotation within a quotation too; offsets kept."""
        words, inner = line.text, ""
        while words != inner:
            inner, words = words, _INLINE.sub(lambda found: " " * len(found[0]), words)
        return words


def _has_this(target: Target) -> bool:
    return any(step.number == THIS for step in target)


def _common(places: list[Target], whole: Target) -> Target:
    """The steps that all places of a line share: ``điểm c khoản 2, khoản 3 Điều 10`` is about Điều 10."""
    shared = [step for step in whole if all(step in target for target in places if target[0].level <= step.level)]
    return tuple(step for step in shared if step.level <= Level.DIEU) or whole[:1]
