"""Questions on who issues a paper: only a clause that speaks of that very paper may name the holder.

Who grants a building permit stands in the law of that field, which the corpus may not hold; some clause near to the
question always names some organ. Naming it would send a citizen to the wrong office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from phapquy.answer.evidence import Evidence
from phapquy.search.question import Asks, Question
from phapquy.vietnamese.normalize import fold, syllables

_HEAD = re.compile(r"\b(?:giấy phép|giấy chứng nhận|giấy xác nhận|chứng chỉ|hộ chiếu|thị thực)\b", re.IGNORECASE)
_ISSUES = re.compile(r"\b(?:cấp|ký|gia hạn|thu hồi|đổi)\b", re.IGNORECASE)
_END = frozenset(
    """thuộc của cho do nhà ở tại là thì bởi về lần khi có được không ai cơ hiện nay theo và hoặc hay bị nào gì đã phải
    mà với trong này đó người ông bà tôi em anh chị lại mới cũ vậy thế như nếu để từ đến trên""".split()  # noqa: SIM905
)
"""Syllables that end the name of a paper, and those that begin the person it is issued to."""
_LONGEST = 5
_NEAR = 12
"""Provisions looked at for one that speaks of the paper."""


def paper_asked(question: Question) -> str:
    """Name the paper whose issuing is asked about, as typed ("giấy phép xây dựng"); empty if there is none.

    The bare word names a paper only where it is a kind of its own, as passports and visas are.
    """
    if question.asks not in {Asks.WHO, Asks.MAY}:
        return ""
    head = _HEAD.search(question.text)
    if head is None or not _ISSUES.search(question.text[: head.start()]):
        return ""
    words: list[str] = []
    for piece in question.text[head.end() :].split():
        if re.sub(r"\W", "", piece).lower() in _END or len(words) == _LONGEST:
            break
        if word := piece.strip('.,;:?!"“”()'):
            words.append(word)
        if piece[-1:] in ".,;:?!":
            break
    bare = head.group().lower() in {"hộ chiếu", "thị thực"}
    return " ".join((head.group(), *words)).strip() if words or bare else ""


def speaks_of(paper: str, one: Evidence) -> bool:
    """Whether a sentence gives an organ a paper of this kind, and it or the title above names this very one."""
    head = _HEAD.match(paper)
    if head is None:
        return False
    whole = _folded(paper)
    issued = re.compile(rf"\b(?:cap|ky|gia han|thu hoi|doi)(?: lai| doi)? {re.escape(_folded(head.group()))}\b")
    titled = whole in _folded(one.heading)
    return any(
        found and issued.search(text) and (titled or whole in text)
        for piece, found in one.sentences
        for text in [_folded(piece)]
    )


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in syllables(text))


def only_on_paper(paper: str, found: Sequence[Evidence]) -> list[Evidence]:
    """Keep the provisions that speak of the paper, in their order; empty if none of the nearest does."""
    return [one for one in found[:_NEAR] if speaks_of(paper, one)]
