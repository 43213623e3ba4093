"""Amending clauses read into operations: what is done, to which provisions, with which new words.

A clause orders an operation in its own first line (``Sửa đổi, bổ sung khoản 2 Điều 18 như sau:``), or takes it
from the clause above (``Các quy định sau đây hết hiệu lực:``). The new wording follows between quotation marks,
curly or straight. Nothing is refused: an order that cannot be read is returned with the reason in ``unread``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from phapquy.law.named import named_documents
from phapquy.law.orders import (
    ENDS,
    ORDER,
    PARTLY,
    PHRASES,
    WHOLE,
    Act,
    act_of,
    bare_words,
    order_words,
    phrases_in,
    without_quotes,
    wording_spans,
)
from phapquy.law.provision import CITABLE, Document, Kind, Provision, ProvisionId
from phapquy.law.quoted import QuotedPart, Span, quoted_parts
from phapquy.law.targets import Parts, Targets, read_document, read_targets

__all__ = ["PHRASES", "Act", "Operation", "all_operations", "operations_of"]


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that an amending clause does."""

    clause: ProvisionId
    act: Act
    document: str | None
    """The amended document as named (``Nghị định 71/2024/NĐ-CP``, ``Hiến pháp``); None where it is not said."""
    targets: tuple[Parts, ...] = ()
    """Parts of the provisions; ``()`` stands for the whole document."""
    excepted: tuple[Parts, ...] = ()
    wording: tuple[Span, ...] = ()
    """Spans of the new wording in the amending document's text, without the quotation marks."""
    phrase: tuple[str, str] | None = None
    """Old and new phrase. The new one is empty where a phrase is taken out; where one is added, the old one is
    what it is put beside, empty at the end of the provision."""
    written: str = ""
    """The order as written, without quotations, on one line."""
    partial: bool = False
    """Whether only a part of the targets is touched (a title, a formula, a paragraph at the end)."""
    unread: str = ""
    """Why it could not be read, in Vietnamese; empty when it could."""

    def part_for(self, text: str, target: Parts) -> QuotedPart | None:
        """Return where the new wording of ``target`` stands in ``text``, the amending document's; None if nowhere."""
        for span in self.wording:
            for part in quoted_parts(text, span):
                if part.fits(target):
                    return part
        if self.targets == (target,) and len(self.wording) == 1 and not self.partial:
            whole = self.wording[0]
            if not quoted_parts(text, whole) or _lone_letter(text, whole, target):
                return QuotedPart((None, None, None), whole, whole)
        return None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the clauses above say: the document, the parts, the act, the provisions named."""

    document: str | None = None
    parts: Parts = ()
    act: Act | None = None
    named: tuple[Parts, ...] = ()
    annex: bool = False


_SHOWN = 300
"""Characters of an order that are kept to be shown."""


def operations_of(document: Document, identity: ProvisionId) -> list[Operation]:
    """Return the operations ordered by a clause and by everything below it, in order; empty if it orders none."""
    node = document.provisions.get(identity)
    if node is None:
        return []
    frame = _Frame(document=_named_in_title(document))
    for above in document.paths[identity]:
        if above.kind in CITABLE:
            frame = _frame(document, above, frame)
    return list(_walk(document, node, frame, _ordinal(document, identity)))


def all_operations(document: Document) -> list[Operation]:
    """Return all operations of a document in order."""
    frame = _Frame(document=_named_in_title(document))
    return [
        one for node in document.walk() if node.kind is Kind.DIEU and node.id for one in _walk(document, node, frame, 0)
    ]


def _walk(document: Document, node: Provision, frame: _Frame, ordinal: int) -> Iterator[Operation]:
    assert node.id is not None
    text = document.own_text(node)
    if node.kind in CITABLE:
        yield from _own(document, node, frame, ordinal)
        frame = _frame(document, node, frame)
    if _may_order(text, frame):
        for place, child in enumerate(node.children):
            yield from _walk(document, child, frame, place)
    else:
        for child in node.children:
            yield from _walk(document, child, replace(frame, act=None, named=(), parts=()), 0)


def _may_order(text: str, frame: _Frame) -> bool:
    return frame.act is not None or bool(ORDER.match(bare_words(text)))


def _named_in_title(document: Document) -> str | None:
    """The document that the title says is amended: ``Sửa đổi, bổ sung một số điều của Nghị định số …``."""
    first = next((node.start for node in document.walk() if node.kind is Kind.DIEU), 0)
    for line in document.text[:first].splitlines():
        if ORDER.match(line.strip()) and (named := read_document(line)):
            return named
    return None


def _ordinal(document: Document, identity: ProvisionId) -> int:
    path = document.paths[identity]
    siblings = path[-1].children if path else ()
    return next((place for place, one in enumerate(siblings) if one.id == identity), 0)


def _frame(document: Document, node: Provision, above: _Frame) -> _Frame:
    """What a clause tells the clauses below it."""
    words = order_words(document, node)
    act = act_of(words) or above.act
    if act is None:
        return above
    targets = read_targets(words, above.parts)
    named = targets.named
    shared = _shared(named) if named else above.parts
    return _Frame(read_document(words) or above.document, shared, act, named, above.annex or targets.annex)


def _shared(named: tuple[Parts, ...]) -> Parts:
    first, *rest = named
    length = next((i for i, part in enumerate(first) if any(one[i : i + 1] != (part,) for one in rest)), len(first))
    return first[:length]


def _own(document: Document, node: Provision, frame: _Frame, ordinal: int) -> Iterator[Operation]:
    """The operations a clause orders in its own words."""
    assert node.id is not None
    words = order_words(document, node)
    act = act_of(words) or frame.act
    if act is None:
        return
    base = Operation(node.id, act, read_document(words) or frame.document, written=" ".join(words.split())[:_SHOWN])
    phrases = list(_phrases(document, node, base, frame))
    yield from phrases
    wording = wording_spans(document, node)
    if wording:
        yield _reworded(document, replace(base, wording=wording), words, frame, ordinal)
        return
    rest = _lines_without_phrases(document, node) if phrases else words
    if rest and not (phrases and act is not Act.BAI_BO):
        yield from _ended(node, base, rest, frame)


def _reworded(document: Document, base: Operation, words: str, frame: _Frame, ordinal: int) -> Operation:
    """The operation of a clause that gives new words: which provisions they are, and whether they are whole."""
    wording = base.wording
    targets = read_targets(words, frame.parts)
    named = targets.named or _by_marker(document.text, wording, frame.named, ordinal)
    parts = [part for span in wording for part in quoted_parts(document.text, span)]
    whole = bool(named) and all(any(part.fits(target) for part in parts) for target in named)
    partial = bool(PARTLY.search(words)) and not whole
    problem = ""
    if not named:
        in_annex = frame.annex or targets.annex
        problem = "lời văn mới thuộc phụ lục, biểu mẫu" if in_annex else "không đọc được điều khoản bị sửa"
    return replace(base, targets=named, partial=partial, unread=problem)


def _by_marker(text: str, wording: tuple[Span, ...], named: tuple[Parts, ...], ordinal: int) -> tuple[Parts, ...]:
    """Choose among the provisions the heading names: by the number the quotation begins with, else by order."""
    firsts = [parts[0] for span in wording if (parts := quoted_parts(text, span))]
    fitting = tuple(target for target in named if any(first.fits(target) for first in firsts))
    if len(fitting) > 1 and ordinal < len(named) and named[ordinal] in fitting:
        return (named[ordinal],)
    return fitting or (named if len(named) == 1 else ())


def _lines_without_phrases(document: Document, node: Provision) -> str:
    """What a list of phrases names besides them: ``- Khoản 4 Điều 36;``."""
    lines = document.own_text(node).splitlines()[1:]
    return "\n".join(line for line in lines if not phrases_in(line))


def _ended(node: Provision, base: Operation, words: str, frame: _Frame) -> Iterator[Operation]:
    """Repeals, and orders that have neither a quotation nor a clause below them."""
    targets = read_targets(_listed(words, base.act), frame.parts)
    if base.act in {Act.BAI_BO, Act.HET_HIEU_LUC}:
        several = named_documents(_listed(words, base.act))
        if len({one.document for one in several}) > 1:
            yield from (replace(base, document=one.document, targets=one.parts or ((),)) for one in several)
        elif targets.named:
            yield replace(base, targets=targets.named, excepted=targets.excepted)
        elif WHOLE.search(words) or (base.act is Act.HET_HIEU_LUC and ENDS.search(words) and not node.children):
            yield from (replace(base, document=one.document, targets=((),)) for one in several if not one.parts)
        elif not node.children:
            why = "nội dung thuộc phụ lục, biểu mẫu" if targets.annex else "không đọc được điều khoản bị bãi bỏ"
            yield replace(base, unread=why)
    elif not node.children and base.document and ORDER.match(words):
        annex = targets.annex or frame.annex
        why = "nội dung thuộc phụ lục, biểu mẫu" if annex else "không thấy lời văn mới giữa dấu ngoặc kép"
        yield replace(base, targets=targets.named, partial=True, unread=why)


def _listed(words: str, act: Act) -> str:
    """The words that name what ends: not the rest of a sentence on entry into force."""
    return ENDS.split(words)[0] if act is Act.HET_HIEU_LUC else words


def _phrases(document: Document, node: Provision, base: Operation, frame: _Frame) -> Iterator[Operation]:
    """Phrases swapped, added or taken out; a phrase without its own ``tại …`` shares that of the next one."""
    for line in document.own_text(node).splitlines():
        found = phrases_in(line)
        following = Targets()
        made: list[Operation] = []
        for place in reversed(range(len(found))):
            match, act = found[place]
            groups = match.groupdict()
            stop = found[place + 1][0].start() if place + 1 < len(found) else len(line)
            here = read_targets(without_quotes(groups.get("at") or line[match.end() : stop]), frame.parts)
            following = here if here.named or here.annex else following
            why = "" if following.named else "nội dung thuộc phụ lục, biểu mẫu"
            pair = ((groups.get("old") or "").strip(), (groups.get("new") or "").strip())
            made.append(replace(base, act=act, phrase=pair, targets=following.named, unread=why))
        yield from reversed(made)


def _lone_letter(text: str, span: Span, target: Parts) -> bool:
    """Whether a point is numbered ``h.`` instead of ``h)`` in the quotation."""
    return text[span[0] : span[0] + len(target[-1]) + 1] == f"{target[-1]}."
