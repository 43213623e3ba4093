"""Which document is meant where the words name none, as far as grammar tells; nothing is guessed.

- ``Luật Đất đai, Điều 5``, ``Luật Đất đai (khoản 2 Điều 5; Điều 6)``: places set beside a document are of it.
- ``Luật Đất đai … Điều 10 của Luật này``: the one law named before in the paragraph, else the one named before at
  all. Two laws named before, or a text that is itself a law, leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from phapquy.checking.mentions import Mention

UNSAID = "không nêu văn bản"
OWN = "“{}” là chính văn bản đang kiểm tra hoặc văn bản không nêu tên"
SEVERAL = "trước đó có nhiều văn bản, không rõ “{}” là văn bản nào"
HERE = "không rõ “này” là chỗ nào"

_BESIDE = re.compile(r"[^\S\n]*[,:(–-]?[^\S\n]*\(?(?:tại[^\S\n]+|ở[^\S\n]+)?")
_NEXT = re.compile(r"[^\S\n]*(?:[,;]|[,;]?[^\S\n]+(?:và|hoặc))[^\S\n]+")
_GOES_ON = re.compile(r"[^\S\n]*(?:của|tại|thuộc|trong|ban hành|kèm theo)(?!\w)")
_HEADING = re.compile(
    r"^[^\S\n]*(LUẬT|BỘ LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ|KẾT LUẬN)[^\S\n]*$", re.MULTILINE
)


Key = Callable[[Mention], tuple[str, str]]
"""Tells documents apart: the word that ``này`` would follow (``luật``), and which one it is."""


@dataclass(slots=True)
class _Named:
    """The documents named so far: in the text, and in the paragraph."""

    all: dict[str, dict[str, Mention]] = field(default_factory=dict)
    here: dict[str, dict[str, Mention]] = field(default_factory=dict)

    def add(self, one: Mention, key: tuple[str, str]) -> None:
        for named in (self.all, self.here):
            named.setdefault(key[0], {}).setdefault(key[1], one)


def with_documents(text: str, mentions: list[Mention], key: Key) -> Iterator[tuple[Mention, str]]:
    """Yield each mention with its document where that is certain, or with the reason why it is not.

    Args:
        text: the text made ready.
        mentions: in order of place.
        key: tells documents apart.
    """
    own = {found[1].casefold() for found in _HEADING.finditer(text)}
    named = _Named()
    before: Mention | None = None
    for one in _shared(text, mentions):
        if before and "\n" in text[before.end : one.start]:
            named.here.clear()
        found, why = _found(text, one, before, named, own)
        if found.document and not found.document.this:
            named.add(found, key(found))
        before = found
        yield found, why


def _shared(text: str, mentions: list[Mention]) -> list[Mention]:
    """``Điều 5 và Điều 6 NĐ 118/2025/NĐ-CP``: the document behind the last is of them all."""
    out: list[Mention] = []
    after: Mention | None = None
    for one in reversed(mentions):
        shared = one
        if after and after.complete and one.bare and one.articles and _NEXT.fullmatch(text, one.end, after.start):
            shared = replace(one, document=after.document, typed=after.typed)
        out.append(shared)
        after = shared
    return out[::-1]


def _found(text: str, one: Mention, before: Mention | None, named: _Named, own: set[str]) -> tuple[Mention, str]:
    if one.document is not None and one.document.this:
        return _this(one, one.document.type, named, own)
    if not one.bare:
        return one, ""
    if before and before.document and not before.document.this and _beside(text, before, one):
        return replace(one, document=before.document, typed=before.typed), ""
    return one, UNSAID


def _this(one: Mention, kind: str, named: _Named, own: set[str]) -> tuple[Mention, str]:
    if not kind:
        return one, HERE
    words, key = f"{kind} này", kind.casefold()
    known = named.here.get(key) or named.all.get(key) or {}
    if key in own or not known:
        return one, OWN.format(words)
    if len(known) > 1:
        return one, SEVERAL.format(words)
    meant = next(iter(known.values()))
    return replace(one, document=meant.document, typed=meant.typed), ""


def _beside(text: str, before: Mention, one: Mention) -> bool:
    """Whether places without a document stand beside one, or go on a list that does."""
    if _GOES_ON.match(text, one.end) or not one.articles:
        return False
    if before.whole:
        return bool(_BESIDE.fullmatch(text, before.end, one.start))
    led = before.document is not None and before.document.end <= before.start
    return led and bool(_NEXT.fullmatch(text, before.end, one.start))
