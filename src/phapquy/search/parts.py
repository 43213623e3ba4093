"""Questions of several parts: ``Ai giải quyết tiếp, có phải nộp lại từ đầu không?`` asks two things."""

from __future__ import annotations

import re
from dataclasses import replace

from phapquy.law.holder import find_asked_organs, levels_named
from phapquy.search.question import Question, asks_of
from phapquy.vietnamese.glossary import legal_terms

_CUT = re.compile(
    r"(?<=[?!.;])\s+|,\s+(?=(?:ai|do ai|(?:cơ quan|cấp|người|nơi) nào|có (?:phải|được|cần|còn|bị)|bao (?:lâu|nhiêu|giờ)"
    r"|mấy|khi nào|trong bao|phải|còn|thì|được|riêng|và)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?<!không )(?<!chẳng )(?<!chưa )(?<!hổng )\bai(?! cũng)\b"
    r"|\b(?:(?:cơ quan|cấp|người|nơi|đơn vị|ông|bên|chỗ|thời điểm|hình thức) nào|bao (?:lâu|nhiêu|giờ)|khi nào)\b"
    r"|\bmấy (?!tháng\s*$)|\b(?:không|chưa|sao|gì|mấy|nữa)\W*$",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Words of a part; a shorter one ("đúng không?") asks nothing of its own."""
_MOST = 3


def parts_of(question: Question) -> tuple[Question, ...]:
    """Return the parts of a question that each ask something, in order; nothing if it asks once."""
    pieces = [piece.strip(" ,.;?!") for piece in _CUT.split(question.text)]
    asking = [piece for piece in pieces if len(piece.split()) >= _SHORTEST and _ASKS.search(piece)]
    if len(asking) < 2:  # noqa: PLR2004 - one asking is the question itself
        return ()
    return tuple(_read(question, piece) for piece in asking[:_MOST])


def _read(question: Question, text: str) -> Question:
    terms = legal_terms(text)
    asks, may = asks_of(text)
    return replace(
        question,
        text=text,
        legal_words=tuple(dict.fromkeys(term.mean for term in terms)),
        organs=tuple(find_asked_organs(text)),
        levels=levels_named(text) or question.levels,
        asks=asks,
        may=may,
        references=(),
    )
