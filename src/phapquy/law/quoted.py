"""The tree inside a quotation: which clause and which point of the new wording stands where.

A quotation begins in the middle of a document (``10a. …``, ``đ) …``). It is read by the ordinary grammar
after a line or two that say what came before, so that its first number can stand there.
"""

from __future__ import annotations

from dataclasses import dataclass

from phapquy.law import lines as grammar
from phapquy.law.provision import Kind, Provision
from phapquy.law.structure import parse

Span = tuple[int, int]
Place = tuple[str | None, str | None, str | None]
"""Điều, khoản, điểm; None where the quotation does not say."""
_LEVEL = {Kind.DIEU: 0, Kind.KHOAN: 1, Kind.DIEM: 2}


@dataclass(frozen=True, slots=True)
class QuotedPart:
    """A numbered part of a quotation."""

    place: Place
    span: Span
    """Offsets into the amending document's text, without the line end."""
    own: Span
    """The part's own words, before its first child."""

    def fits(self, parts: tuple[str, ...]) -> bool:
        """Whether the part may be the wording of the provision with these parts."""
        wanted = (*parts, None, None, None)[:3]
        level = max((i for i, number in enumerate(self.place) if number is not None), default=-1)
        return level == len(parts) - 1 and all(
            have in (None, want) for have, want in zip(self.place, wanted, strict=True)
        )


def quoted_parts(text: str, span: Span) -> tuple[QuotedPart, ...]:
    """Read the numbered parts of the quotation that stands at ``span`` of ``text``, in order."""
    body = text[slice(*span)]
    before = _before(body)
    document = parse("trich", before + body)
    shift = span[0] - len(before)
    found: list[QuotedPart] = []

    def visit(node: Provision, above: Place) -> None:
        place = above
        if node.kind in _LEVEL and node.start >= len(before):
            place = _set(above, _LEVEL[node.kind], node.number)
            end = _trimmed(document.text, node.start, node.end)
            own = _trimmed(document.text, node.start, node.own_end)
            found.append(QuotedPart(place, (node.start + shift, end + shift), (node.start + shift, own + shift)))
        for child in node.children:
            visit(child, place)

    for node in document.nodes:
        visit(node, (None, None, None))
    return tuple(found)


def _set(place: Place, level: int, number: str) -> Place:
    dieu, khoan, diem = (number if at == level else old for at, old in enumerate(place))
    return (dieu, khoan, diem)


def _before(body: str) -> str:
    """The lines that let the first number of a quotation stand where it is."""
    if grammar.DIEU.match(body):
        return ""
    khoan = grammar.KHOAN.match(body)
    if not khoan:
        return "Điều 1.\n"
    number = khoan["n"]
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    last = int(digits) if digits != number else int(digits) - 1
    return f"Điều 1.\n{last}. …\n" if last > 0 else "Điều 1.\n"


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
