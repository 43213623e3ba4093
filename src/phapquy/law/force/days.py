"""The grammar of days: ``ngày 01 tháng 7 năm 2090``, ``ngày ký ban hành``, ``ngày Luật này có hiệu lực``."""

from __future__ import annotations

import re
from datetime import date

from phapquy.law.citations.documents import TYPE, read_document
from phapquy.law.force.model import Anchor, Moment
from phapquy.law.provision import Document, Kind

SELF = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Kết luận|Quy định|Chỉ thị) này"
"""How a document speaks of itself."""
# "ngày 01 tháng 7 năm 2090", "ngày 1/7/2090", "01/7/2090", "ngày 1-7-2090"
_DATE = re.compile(
    r"(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*tháng\s*(?P<m>\d{1,2})\s*năm\s*(?P<y>\d{4})"
    r"|(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>\d{4}))(?!\d)"
)
# "ngày ký", "ngày ký ban hành", "ngày ban hành", "ngày Nghị định này được ký ban hành"
_SIGNED = re.compile(rf"(?:ngày|khi)\s*(?:{SELF}\s+)?(?:được\s+)?(?:ký(?:,?\s+ban hành)?|ban hành)(?!\w)")
# "ngày thông qua", "ngày được Quốc hội thông qua", "ngày Luật này được thông qua"; a source may glue "ngàyđược"
_ADOPTED = re.compile(rf"(?:ngày|khi)\s*(?:{SELF}\s+)?(?:được\s+)?(?:Quốc hội\s+)?thông qua(?!\w)")
# "ngày Nghị định này có hiệu lực thi hành", "thời điểm Luật này có hiệu lực"
_OWN = re.compile(rf"(?:ngày|khi|thời điểm)\s+{SELF}\s+(?:bắt đầu\s+)?có hiệu lực(?:\s+thi hành)?")
# "ngày Luật Nuôi ong số 12/2090/QH99 có hiệu lực", "ngày Nghị quyết số 3/2090/QH99 hết hiệu lực"
_OTHER = re.compile(r"(?:ngày|khi|thời điểm)\s+(?=(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư)\s)")
_STATE = re.compile(r"\s+(?:bắt đầu\s+)?(?P<state>có|hết)\s+hiệu lực(?:\s+thi hành)?")
_TYPE = re.compile(TYPE)
# "… thông qua ngày 02 tháng 5 năm 2090." in the sentence that closes a law
_ADOPTION = re.compile(r"này\s+(?:đã\s+)?được\b[^\n]{0,160}?thông qua\s+(?=ngày\s+\d)")
# "Bến Sông, ngày 05 tháng 8 năm 2090" at the head of a decree
_HEAD = re.compile(r"^[^\n\d]{1,40},\s+(?=ngày\s+\d)", re.MULTILINE)


def read_moment(text: str, pos: int = 0) -> tuple[Moment, int] | None:
    """Read the day named at ``pos``.

    Returns:
        The moment and the offset after it; None where no day is named there, or one that no calendar has.
    """
    if found := _DATE.match(text, pos):
        day = _date(found)
        return (Moment(Anchor.DATE, day), found.end()) if day else None
    for pattern, anchor in ((_SIGNED, Anchor.SIGNED), (_ADOPTED, Anchor.ADOPTED), (_OWN, Anchor.OWN)):
        if found := pattern.match(text, pos):
            return Moment(anchor), found.end()
    return _of_other(text, pos)


def _of_other(text: str, pos: int) -> tuple[Moment, int] | None:
    before = _OTHER.match(text, pos)
    begin = _TYPE.match(text, before.end()) if before else None
    named = read_document(text, begin) if begin else None
    state = _STATE.match(text, named.end) if named else None
    if named is None or state is None or named.this:
        return None
    anchor = Anchor.OTHER if state["state"] == "có" else Anchor.OTHER_ENDS
    return Moment(anchor, other=named.number or named.name), state.end()


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"] or found["y2"]), int(found["m"] or found["m2"]), int(found["d"]))
    except ValueError:
        return None


def adoption_day(document: Document) -> date | None:
    """Return the day of adoption told in the sentence that closes a law or resolution; None if none is told."""
    for node in document.walk():
        if node.kind is Kind.KET and (found := _ADOPTION.search(document.own_text(node))):
            read = read_moment(document.own_text(node), found.end())
            return read[0].day if read else None
    return None


def signing_day(document: Document) -> date | None:
    """Return the day written beside the place at the head of the document; None if the stored text has no head."""
    for node in document.nodes[:1]:
        if node.kind is Kind.MO_DAU and (found := _HEAD.search(document.own_text(node))):
            read = read_moment(document.own_text(node), found.end())
            return read[0].day if read else None
    return None
