"""Rules of transition: the clauses that say what becomes of what was begun under the law before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phapquy.law.force.days import SELF, read_moment
from phapquy.law.force.model import Anchor, ForceFact, ForceKind, Moment
from phapquy.law.force.sentences import Sentence, Sentences, clauses
from phapquy.law.provision import Document, Kind, Provision

# "Quy định chuyển tiếp", "Xử lý chuyển tiếp về dầu đèn", "Việc nuôi ong khi Luật này có hiệu lực thi hành"
_TITLE = re.compile(rf"chuyển tiếp|(?:khi|(?:trước|sau) ngày)\s+{SELF}\s+có hiệu lực", re.IGNORECASE)
# a clause that is only a title: "4. Điều khoản chuyển tiếp"
_BARE_TITLE = re.compile(r"(?:Điều khoản|Quy định)\s+chuyển tiếp[:.]?", re.IGNORECASE)
# "trước ngày Luật này có hiệu lực", "kể từ ngày Nghị định này có hiệu lực", "trước ngày 01 tháng 7 năm 2090"
_HINGE = re.compile(r"(?:trước|kể từ|đến|từ|sau|tại)\s+(?:hết\s+)?(?=(?:ngày|thời điểm)\s)")
# "Giấy phép đã cấp trước ngày Luật này có hiệu lực thì tiếp tục được dùng"
_RULE = re.compile(
    rf"(?:đã|đang|chưa|được)\s.*?trước\s+ngày\s+{SELF}\s+có hiệu lực.*?(?<!\w)(?:thì|tiếp tục|có giá trị)(?!\w)"
)


def transitions(said: Sentences) -> Iterator[ForceFact]:
    """Yield a fact for each rule of transition: every khoản of an article so titled, and rules that stand elsewhere.

    The moment is the day on which the old law gives way to the new one as the clause tells it; a clause that tells
    none has ``Anchor.NONE``.
    """
    document = said.document
    titled: set[int] = set()
    for node in clauses(document):
        if _is_title(said, node):
            titled.update(id(one) for one in _rules_below(node))
    for node in clauses(document):
        words = list(said.of(node))
        if id(node) in titled or any(_RULE.search(one.text) for one in words):
            yield _fact(document, node, words)


def _is_title(said: Sentences, node: Provision) -> bool:
    if node.kind is Kind.DIEU:
        return bool(_TITLE.search(said.document.heading(node)))
    first = next(said.of(node), None)
    return first is not None and bool(_BARE_TITLE.fullmatch(first.text))


def _rules_below(node: Provision) -> tuple[Provision, ...]:
    """The khoản (or điểm) of a titled clause, or the clause itself where it has none."""
    below = tuple(one for one in node.children if one.kind in {Kind.KHOAN, Kind.DIEM})
    return below or (node,)


def _fact(document: Document, node: Provision, said: list[Sentence]) -> ForceFact:
    assert node.id is not None
    span = (node.start, node.start + len(document.own_text(node).rstrip()))
    return ForceFact(ForceKind.TRANSITION, node.id, span, _hinge(said))


def _hinge(said: list[Sentence]) -> Moment:
    for one in said:
        for found in _HINGE.finditer(one.text):
            if read := read_moment(one.text, found.end()):
                return read[0]
    return Moment(Anchor.NONE)
