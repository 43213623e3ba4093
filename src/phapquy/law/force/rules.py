"""How a sentence says from when or until when something applies.

A sentence has a subject (``Luật này``; ``Quy định tại Mục 2 Chương III của Luật này``; ``Việc cấp phép lưu động``), a
verb (``có hiệu lực``, ``được thực hiện``, ``hết hiệu lực``) and a day. The subject decides what the fact is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from phapquy.law.force.days import SELF, read_moment
from phapquy.law.force.model import Anchor, ForceFact, ForceKind, Moment
from phapquy.law.force.places import own_places
from phapquy.law.force.sentences import Sentence
from phapquy.law.provision import Document, ProvisionId

_APPLY = r"(?:bắt đầu\s+)?(?:có hiệu lực(?:\s+thi hành)?|(?:được\s+)?(?:thực hiện|áp dụng|thi hành))"
# "Luật này có hiệu lực thi hành kể từ ngày …", "Điều 9 được áp dụng từ ngày …"
_FROM = re.compile(rf"(?<!\w){_APPLY}\s+(?:chỉ\s+)?(?:kể\s+)?từ\s+")
# "Chương II Nghị định này được thực hiện đến trước ngày …", "… áp dụng đến hết ngày …"
_UNTIL = re.compile(rf"(?<!\w){_APPLY}\s+(?:cho\s+)?(?P<to>đến\s+trước|đến\s+hết|đến)\s+")
# "Nghị định này hết hiệu lực kể từ ngày …", "… chấm dứt hiệu lực từ ngày …"
_NO_MORE = re.compile(r"(?<!\w)(?:hết|chấm dứt)\s+hiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+")
# after a first day: "… từ ngày 01/7/2090 đến hết ngày 31/12/2091"
_AND_UNTIL = re.compile(r"\s+(?:cho\s+)?(?P<to>đến\s+trước|đến\s+hết|đến)\s+")
# a day further on in an excepted clause: "Việc cấp phép lưu động được làm theo Luật này từ ngày …"
_LATER_FROM = re.compile(r"(?<!\w)(?:kể\s+)?từ\s+(?=ngày\s)")
# ", trừ trường hợp quy định tại khoản 2 Điều này", "trừ các trường hợp sau:"
_EXCEPT = re.compile(r",?\s*trừ\s+(?:các\s+)?(?:trường hợp|quy định|nội dung|điều|khoản|điểm)\b")
_WHOLE = re.compile(rf"(?:Toàn bộ\s+)?{SELF}(?:\s+chỉ)?")
# "Điều 9 …", "Các khoản 2 và 3 …", "Quy định về dầu đèn tại Mục 2 …", "Các quy định tại Điều 5 …"
_PLACE = re.compile(
    r"(?:Các\s+)?(?:Phần|Chương|Mục|Tiểu mục|Điều|Khoản|Điểm|(?:quy định|nội dung)\b.{0,200}?\b(?:tại|của|ở|trong))\s",
    re.IGNORECASE,
)


def facts_in(document: Document, sentence: Sentence) -> Iterator[ForceFact]:
    """Yield what a sentence of an article on entry into force says of its own document."""
    text = sentence.text
    for pattern, kind in ((_NO_MORE, ForceKind.ENDS), (_FROM, ForceKind.BEGINS), (_UNTIL, ForceKind.ENDS)):
        found = pattern.search(text)
        read = read_moment(text, found.end()) if found else None
        about = _about(document, sentence.clause, text[: found.start()].strip(" ,")) if found and read else None
        if found is None or read is None or about is None:
            continue
        moment, end = read
        limit = found.groupdict().get("to")
        if limit and (stopped := _first_day_after(moment, limit)):
            moment = stopped
        fact = ForceFact(kind, sentence.clause, sentence.span, moment, about)
        yield _with_exceptions(document, sentence, fact, end)
        until = _AND_UNTIL.match(text, end) if kind is ForceKind.BEGINS else None
        last = read_moment(text, until.end()) if until else None
        if until and last and (stopped := _first_day_after(last[0], until["to"])):
            yield replace(fact, kind=ForceKind.ENDS, moment=stopped)
        return


def _about(document: Document, clause: ProvisionId, subject: str) -> tuple[ProvisionId, ...] | None:
    """What a subject names: an empty tuple for the whole document, None for what is not this document's."""
    if _WHOLE.fullmatch(subject):
        return ()
    return (own_places(document, clause, subject) or None) if _PLACE.match(subject) else None


def _with_exceptions(document: Document, sentence: Sentence, fact: ForceFact, end: int) -> ForceFact:
    """Take in what the rest of the sentence leaves out: clauses of this document, or cases in words."""
    out = _EXCEPT.search(sentence.text, end)
    if not out:
        return fact
    places = own_places(document, sentence.clause, sentence.text[out.start() + len("trừ") + 1 :])
    return replace(fact, excepted=places or (), limited=not places)


def _first_day_after(moment: Moment, limit: str) -> Moment | None:
    """``đến trước ngày D`` ends on D; ``đến hết ngày D`` and ``đến ngày D`` end on the day after."""
    if limit.endswith("trước") or moment.anchor is not Anchor.DATE or moment.day is None:
        return moment if limit.endswith("trước") else None
    try:
        return Moment(Anchor.DATE, moment.day + timedelta(days=1))
    except OverflowError:
        return None


def matter_in(sentence: Sentence) -> ForceFact | None:
    """Read an excepted sentence that names no provision: what it is about, in its own words, and from when."""
    for found in _LATER_FROM.finditer(sentence.text):
        if read := read_moment(sentence.text, found.end()):
            matter = " ".join(sentence.text[: found.start()].split()[:_WORDS])
            return ForceFact(ForceKind.BEGINS, sentence.clause, sentence.span, read[0], matter=matter)
    return None


_WORDS = 12
"""Words of a matter that are kept to be shown."""
