"""The grammar of a Vietnamese legal text: from lines to the tree Phần > Chương > Mục > Điều > khoản > điểm.

``parse`` never refuses a text: what does not fit stays text of the provision above it and is reported as
a :class:`Diagnostic`. The tree is lossless: the own texts of all nodes, in order, are the document.
Numbering decides what is a clause: a line ``7. …`` is khoản 7 only where khoản 7 can stand, so numbers of
tables, of nested lists and of quoted text are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from phapquy.law import lines as grammar
from phapquy.law.lines import Line, is_capitals, roman, split_lines
from phapquy.law.provision import Diagnostic, Document, Kind, Provision, ProvisionId

DIEM_ORDER = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in the order of the drafting rules (no f, j, w, z)."""

_LEVEL = {
    Kind.MO_DAU: 0, Kind.KET: 0, Kind.PHU_LUC: 0, Kind.CHU_THICH: 0, Kind.PHAN: 1, Kind.CHUONG: 2,
    Kind.MUC: 3, Kind.TIEU_MUC: 4, Kind.DIEU: 5, Kind.DOAN: 5, Kind.KHOAN: 6, Kind.DIEM: 7,
}  # fmt: skip
_LOOKAHEAD = 3
"""How far a number may jump and still be believed without a successor further down."""


@dataclass(slots=True)
class _Mark:
    """A line that begins a node."""

    kind: Kind
    number: str
    offset: int
    parts: tuple[str, ...] | None = None
    heading: tuple[int, int] | None = None


@dataclass(slots=True)
class _State:
    """Where in the numbering the reader stands."""

    lines: list[Line]
    marks: list[_Mark] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)
    dieu: str = ""
    khoan: str = ""
    diem: str = ""
    chuong: int = 0

    def note(self, code: str, message: str, offset: int) -> None:
        self.notes.append(Diagnostic(code, message, offset))


def parse(slug: str, text: str) -> Document:
    r"""Read a text into a tree.

    Args:
        slug: the document's slug, first part of every id.
        text: normalised text (NFC, ``\n`` line ends); any string is accepted.

    Returns:
        The document with its tree and with what looked odd.
    """
    lines, open_quote = split_lines(text)
    state = _State(lines)
    if open_quote is not None:
        state.note("quote-open", "Có ngoặc kép mở mà không đóng", open_quote)
    body_end, tail = _zones(lines)
    if _has_articles(lines[:body_end]):
        _read_articles(state, body_end)
    else:
        state.note("no-articles", "Văn bản không chia thành Điều", 0)
        _read_items(state, body_end)
    state.marks.extend(tail)
    return Document(slug, text, _tree(slug, text, state), tuple(state.notes))


def _zones(lines: Sequence[Line]) -> tuple[int, list[_Mark]]:
    """Find where the body ends (index of a line) and the marks of closing block, annexes and footnotes."""
    last = _last_article(lines)
    tail: list[_Mark] = []
    body_end = len(lines)
    annexes = notes = 0
    for i in range(last + 1, len(lines)):
        line = lines[i]
        mark: _Mark | None = None
        if _is_annex(line):
            annexes += 1
            mark = _Mark(Kind.PHU_LUC, str(annexes), line.offset, (f"pl{annexes}",), _annex_title(lines, i))
        elif (found := grammar.CHU_THICH.match(line.text)) and int(found["n"]) == notes + 1:
            notes += 1
            mark = _Mark(Kind.CHU_THICH, found["n"], line.offset, (f"ct{notes}",))
        elif not tail and not line.quoted and i > 0 and grammar.CLOSING.match(line.text):
            mark = _Mark(Kind.KET, "", line.offset)
        if mark:
            body_end = min(body_end, i)
            tail.append(mark)
    return body_end, tail


def _last_article(lines: Sequence[Line]) -> int:
    """Index of the last article heading of the body: in sequence, before any annex or footnote; -1 for none."""
    last, number = -1, ""
    for i, line in enumerate(lines):
        if number and (_is_annex(line) or line.text.startswith("[1]")):
            break
        found = None if line.quoted else grammar.DIEU.match(line.text)
        if found and _value(found["n"]) > _value(number):
            last, number = i, found["n"]
    return last


def _is_annex(line: Line) -> bool:
    found = None if line.quoted else grammar.PHU_LUC.fullmatch(line.text.strip())
    if not found:
        return False
    rest = found["rest"].strip()
    return not rest or is_capitals(rest) or rest.startswith("(")


def _annex_title(lines: Sequence[Line], index: int) -> tuple[int, int] | None:
    """The title of an annex stands in capitals on the same or the next line."""
    line = lines[index]
    if len(line.text.split()) > 3:  # noqa: PLR2004 - longer than "Phụ lục II"
        return line.offset, line.end
    if index + 1 < len(lines) and is_capitals(lines[index + 1].text):
        return lines[index + 1].offset, lines[index + 1].end
    return line.offset, line.end


def _has_articles(lines: Iterable[Line]) -> bool:
    return any(not line.quoted and grammar.DIEU.match(line.text) for line in lines)


def _read_articles(state: _State, body_end: int) -> None:
    for index in range(body_end):
        line = state.lines[index]
        if line.quoted or not line.text:
            continue
        if not (_container(state, index) or _dieu(state, index) or not state.dieu):
            _ = _khoan(state, index, body_end) or _diem(state, index, body_end)


# -- headings ---------------------------------------------------------------------------------------------


def _container(state: _State, index: int) -> bool:
    """Take phần, chương, mục, tiểu mục: alone on the line, or followed by a title in capitals."""
    line = state.lines[index]
    for kind, pattern in (
        (Kind.CHUONG, grammar.CHUONG), (Kind.MUC, grammar.MUC), (Kind.TIEU_MUC, grammar.TIEU_MUC),
        (Kind.PHAN, grammar.PHAN),
    ):  # fmt: skip
        found = pattern.match(line.text.strip())
        if not found:
            continue
        number, rest = found["n"], found["rest"].strip()
        if kind is Kind.CHUONG:
            number, rest = _unglue(state, number, rest)
        if rest and not is_capitals(rest):
            continue
        state.marks.append(_Mark(kind, number, line.offset, None, _title(state.lines, index, rest)))
        return True
    return False


def _unglue(state: _State, number: str, rest: str) -> tuple[str, str]:
    """Split a title glued to a chapter's numeral (``Chương ICÁC …``) by the numeral that is due."""
    due = roman(state.chuong + 1)
    if number != due and rest and number.startswith(due):
        number, rest = due, number[len(due) :] + rest
    state.chuong += 1
    return number, rest


def _title(lines: Sequence[Line], index: int, rest: str) -> tuple[int, int] | None:
    """Span of a container's title: the rest of its line, or the capital lines after it."""
    if rest:
        line = lines[index]
        start = line.text.index(rest) if rest in line.text else 0
        return line.offset + start, line.end
    start = end = 0
    for line in lines[index + 1 : index + 5]:
        if line.quoted or not is_capitals(line.text) or grammar.CHUONG.match(line.text) or grammar.MUC.match(line.text):
            break
        start, end = start or line.offset, line.end
    return (start, end) if end else None


def _dieu(state: _State, index: int) -> bool:
    line = state.lines[index]
    found = grammar.DIEU.match(line.text)
    if not found:
        return False
    number = found["n"]
    if not _follows(state.dieu, number):
        if _value(number) <= _value(state.dieu):
            state.note(
                "out-of-order", f"Dòng “Điều {number}” lặp hoặc lùi sau Điều {state.dieu}: coi là lời văn", line.offset
            )
            return False
        state.note("gap", f"Thiếu Điều {_between(state.dieu, number)}", line.offset)
    start = line.offset + found.start("rest")
    heading = (start, line.end) if found["rest"].strip() else None
    state.dieu, state.khoan, state.diem = number, "", ""
    state.marks.append(_Mark(Kind.DIEU, number, line.offset, (number,), heading))
    return True


# -- clauses ----------------------------------------------------------------------------------------------


def _khoan(state: _State, index: int, body_end: int) -> bool:
    line = state.lines[index]
    found = grammar.KHOAN.match(line.text)
    if not found:
        return False
    number = found["n"]
    if not _follows(state.khoan, number):
        if _value(number) <= _value(state.khoan):
            state.note(
                "out-of-order",
                f"Điều {state.dieu}: số “{number}.” lùi sau khoản {state.khoan}: coi là lời văn",
                line.offset,
            )
            return False
        if not _believed(state, index, body_end, number):
            return False
        state.note("gap", f"Điều {state.dieu}: thiếu khoản {_between(state.khoan, number)}", line.offset)
    state.khoan, state.diem = number, ""
    state.marks.append(_Mark(Kind.KHOAN, number, line.offset, (state.dieu, number)))
    return True


def _believed(state: _State, index: int, body_end: int, number: str) -> bool:
    """A clause number that jumps is believed if it jumps little, or if its successor follows in the article."""
    if _value(number)[0] - _value(state.khoan)[0] <= _LOOKAHEAD:
        return True
    for line in state.lines[index + 1 : body_end]:
        if line.quoted:
            continue
        if grammar.DIEU.match(line.text):
            return False
        later = grammar.KHOAN.match(line.text)
        if later and _follows(number, later["n"]):
            return True
    return False


def _diem(state: _State, index: int, body_end: int) -> bool:
    line = state.lines[index]
    found = grammar.DIEM.match(line.text)
    if not found or found["n"] not in DIEM_ORDER:
        return False
    place = DIEM_ORDER.index(found["n"])
    last = DIEM_ORDER.index(state.diem) if state.diem else -1
    if place <= last:
        state.note(
            "out-of-order", f"Điều {state.dieu}: “{found['n']})” lùi sau điểm {state.diem}: coi là lời văn", line.offset
        )
        return False
    if place > last + 1:
        state.note("gap", f"Điều {state.dieu}: thiếu điểm trước {found['n']})", line.offset)
    state.diem = found["n"]
    above = (state.dieu, state.khoan) if state.khoan else (state.dieu,)
    state.marks.append(_Mark(Kind.DIEM, found["n"], line.offset, (*above, found["n"])))
    return True


def _read_items(state: _State, body_end: int) -> None:
    """Read a document without articles: Roman sections, numbered items within them or alone."""
    section, last = "", ""
    for line in state.lines[:body_end]:
        if line.quoted or not line.text:
            continue
        found = grammar.ROMAN_ITEM.match(line.text)
        due = roman(sum(mark.kind is Kind.DOAN for mark in state.marks) + 1)
        if found and found["n"] == due and (section or not last):
            section, last = due, ""
            state.marks.append(_Mark(Kind.DOAN, due, line.offset, (due,), (line.offset + found.end(), line.end)))
            continue
        found = grammar.KHOAN.match(line.text)
        if not found or _value(found["n"]) <= _value(last) or _value(found["n"])[0] > _value(last)[0] + _LOOKAHEAD:
            continue
        if not _follows(last, found["n"]):
            state.note("gap", f"Thiếu mục {_between(last or '', found['n'])}", line.offset)
        last = found["n"]
        kind = Kind.KHOAN if section else Kind.DOAN
        state.marks.append(_Mark(kind, last, line.offset, (section, last) if section else (last,)))


def _value(number: str) -> tuple[int, str]:
    """Order of an article or clause number: 12 < 12a < 12b < 13; nothing read yet is 0."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    suffix = number[len(digits) :]
    return (int(digits) if digits else 0, str(DIEM_ORDER.find(suffix) + 10) if suffix else "")


def _between(last: str, number: str) -> str:
    """Name the numbers missing between two: ``3``, ``3–8``; with letters the two themselves."""
    (before, _), (now, letter) = _value(last), _value(number)
    if letter or now - 1 <= before:
        return f"giữa {last} và {number}"
    return str(now - 1) if now - 2 == before else f"{before + 1}–{now - 1}"


def _follows(last: str, number: str) -> bool:
    """Whether ``number`` is the next one after ``last``: 3 after 2, 3 after 2b, 2a after 2, 2b after 2a."""
    (before, old), (now, new) = _value(last), _value(number)
    return (now == before + 1 and not new) or (now == before > 0 and new > old)


# -- tree -------------------------------------------------------------------------------------------------


def _tree(slug: str, text: str, state: _State) -> tuple[Provision, ...]:
    marks = state.marks
    if not marks or marks[0].offset > 0:
        whole = None if any(mark.parts for mark in marks) else ()
        marks = [_Mark(Kind.MO_DAU, "", 0, whole), *marks]
    seen: set[ProvisionId] = set()
    ids = [_unique(slug, mark, seen, state) for mark in marks]
    bounds = [mark.offset for mark in marks] + [len(text)]

    def build(index: int, stop: int) -> tuple[tuple[Provision, ...], int]:
        """Build the nodes from ``index`` on whose level is at least ``stop``."""
        nodes: list[Provision] = []
        while index < len(marks) and _LEVEL[marks[index].kind] >= stop:
            mark, here = marks[index], index
            children, index = build(index + 1, _LEVEL[mark.kind] + 1)
            nodes.append(
                Provision(
                    mark.kind,
                    mark.number,
                    mark.offset,
                    bounds[here + 1],
                    bounds[index],
                    ids[here],
                    mark.heading,
                    children,
                )
            )
        return tuple(nodes), index

    return build(0, 0)[0]


def _unique(slug: str, mark: _Mark, seen: set[ProvisionId], state: _State) -> ProvisionId | None:
    """Give a node its id; a repeated one gets ``~2`` and is reported."""
    if mark.parts is None:
        return None
    base = identity = ProvisionId(slug, mark.parts)
    copy = 1
    while identity in seen:
        copy += 1
        identity = ProvisionId(slug, (*base.parts[:-1], f"{base.parts[-1]}~{copy}"))
    if copy > 1:
        state.note("duplicate-id", f"Trùng số hiệu {base}", mark.offset)
    seen.add(identity)
    return identity
