"""Reading a question: what was typed, what was understood, what is asked.

Order: clean -> abbreviations written out -> diacritics restored -> everyday words matched with legal terms
-> references, organs and levels recognised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from phapquy.law.holder import Level, Organ, find_asked_organs, levels_named
from phapquy.law.reference import Reference, find_references
from phapquy.vietnamese.courtesy import calm, without_courtesy
from phapquy.vietnamese.diacritics import Restorer
from phapquy.vietnamese.glossary import expand_abbreviations, legal_terms
from phapquy.vietnamese.normalize import clean_question, fold, tone_normal


class Asks(StrEnum):
    """What kind of answer a question wants."""

    WHO = "who"
    MAY = "may"
    QUANTITY = "quantity"
    OTHER = "other"


_WHO = re.compile(
    r"\b(?:ai|cơ quan nào|cấp nào|người nào|cá nhân nào|đơn vị nào|tổ chức nào|nơi nào|do ai|ông nào|bên nào|chỗ nào"
    r"|(?:do|của|về|thuộc) (?:bộ|sở|phòng|ban) nào"
    r"|(?:bộ|sở|phòng|ban) nào (?:có quyền|ban hành|quyết|phê|cấp|ký|lo|chịu)"
    r"|(?:thuộc )?(?<!người có )(?<!cơ quan có )(?<!cấp có )thẩm quyền(?: của)?|cơ quan khác"
    r"|hay (?:đã |do |phải |là |của )?(?:ủy ban|hội đồng|chủ tịch|tỉnh|xã|cấp|chuyển cho|giao cho)"
    r"|cấp (?:xã|tỉnh) hay)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:bao nhiêu|mấy|bao lâu|bao giờ|khi nào|lúc nào|ngày nào|thời hạn|tối đa|tối thiểu|chậm nhất|sớm nhất"
    r"|số lượng)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b(?:bao nhiêu|bao lâu|khi nào|lúc nào|ngày nào|mấy (?:ngày|giờ|tháng|năm|tuổi|lần|người|ban|sở|phó|bậc))\b",
    re.IGNORECASE,
)
"""A figure is surely asked for; "mấy" alone may only mean "some"."""
_MAY = re.compile(
    r"(?:\bcó\b.*\b(?:không|chưa|hay không)\b|\bđược (?:phép )?(?:không|hay không)\b|\b(?:đúng|phải|sai|thật) không\b"
    r"|\bkhông\s*\?*$|\bhay (?:là )?(?:phải|cần|sao)\b|\bđược chưa\b)",
    re.IGNORECASE | re.DOTALL,
)


_UNIT_NAMED = re.compile(
    r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|đặc khu|quê|nhà|địa phương)\b", re.IGNORECASE
)
_UNIT_CHANGE = re.compile(
    r"\b(?:cũ|sáp nhập|nhập vào|bị nhập|hợp nhất|đổi tên thành|mang tên|lập từ|hình thành từ|diện tích|rộng)\b"
    r"|\b(?:nay|giờ|bây giờ)\b.{0,40}\b(?:là|thuộc|về|tên|ghi|đâu)\b|\bsau (?:khi )?(?:sắp xếp|sáp nhập)\b",
    re.IGNORECASE,
)


_ROMAN = re.compile(r"(?<=\bloại )(?:i{1,3}|i?v|vi{1,3})\b")
"""The number of a class as it is typed in haste; the texts print "loại II"."""


_LOCAL = frozenset({Level.XA, Level.TINH})


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. Texts are NFC; ``text`` has abbreviations written out and marks restored."""

    raw: str
    text: str
    legal_words: tuple[str, ...]
    """Legal terms for everyday words of the question; search words only."""
    notes: tuple[str, ...]
    references: tuple[Reference, ...]
    organs: tuple[Organ, ...]
    levels: frozenset[Level]
    asks: Asks
    about_units: bool
    """Whether it asks which unit became which, or how large one is."""
    may: bool
    """Whether yes or no is asked (a question may ask who and whether at once)."""

    @property
    def changed(self) -> bool:
        """Whether what was understood reads differently from what was typed."""
        return tone_normal(self.raw).casefold() != tone_normal(self.text).casefold()


def read_question(typed: str, restorer: Restorer, limit: int) -> Question:
    """Understand a typed question.

    Args:
        typed: the question as typed or pasted.
        restorer: restores missing diacritics.
        limit: the longest question accepted, in characters.

    Raises:
        UsageError: it is empty or too long.
    """
    raw = clean_question(typed, limit)
    expansion = expand_abbreviations(without_courtesy(calm(raw)))
    restored = restorer.restore(expansion.text)
    text = _ROMAN.sub(lambda found: found[0].upper(), tone_normal(restored.text))
    terms = legal_terms(text)
    organs = tuple(find_asked_organs(text))
    asks, may = asks_of(text)
    references = tuple(find_references(raw, fold(raw)))
    return Question(
        raw=raw,
        text=text,
        legal_words=tuple(dict.fromkeys(term.mean for term in terms)),
        notes=tuple(f"“{term.say}” là {term.mean}" for term in terms),
        references=references,
        organs=organs,
        levels=levels_named(text) | {organ.level for organ in organs if organ.level in _LOCAL},
        asks=asks,
        about_units=bool(_UNIT_NAMED.search(text) and _UNIT_CHANGE.search(text)),
        may=may,
    )


def asks_of(text: str) -> tuple[Asks, bool]:
    """Return what kind of answer a text wants, and whether it asks for yes or no as well."""
    return Asks.WHO if _either(text, tuple(find_asked_organs(text))) else _asks(text), bool(_MAY.search(text))


def _either(text: str, organs: tuple[Organ, ...]) -> bool:
    """Whether the question offers organs to choose from: "… hay chỉ cần Ủy ban nhân dân xã?"."""
    return len({organ.name for organ in organs}) > 1 and re.search(r"\bhay\b", text) is not None


def _asks(text: str) -> Asks:
    if _WHO.search(text):
        return Asks.WHO
    may = _MAY.search(text) is not None
    if _QUANTITY.search(text) and not (may and not _FIGURE.search(text)):
        return Asks.QUANTITY
    return Asks.MAY if may else Asks.OTHER
