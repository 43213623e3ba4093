"""Whether what was found is enough to answer: near in meaning, and stating the kind of figure asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import pairwise

from phapquy.answer.evidence import Evidence
from phapquy.answer.outside import names_other_law
from phapquy.search.question import Asks, Question
from phapquy.vietnamese.normalize import fold, syllables

MIN_STRENGTH = 0.198
MIN_STRENGTH_NAMED = 0.165
"""For questions on units and on a document named by number: names lie far from each other in meaning."""
_FOR_A_FIGURE = 0.007
"""Asked more of a question for a figure: any clause of procedure states some number of days, and a wrong one harms."""
_FOR_ANOTHER_LAW = 0.02
"""Asked more of a question that names a matter of another branch of law, see docs/retrieval.md for what it refuses."""
_PHRASE_WEIGHT = 0.02
"""An answer needs ``cosine + weight * phrases`` of at least the minimum: nearness in meaning decides, the share of the
question's neighbouring words that stand side by side in the clause tips the balance. From logistic fits on answerable
questions and some seventy off-topic ones of our own, see docs/retrieval.md."""

_FUNCTION_WORDS = frozenset(
    """ai gi nao thi la ma va hay hoac cua co khong duoc bi do cho voi tai o ve tu den nay kia the vay nhu sao bao nhieu
    may lau khi luc noi cac nhung mot moi cung da dang se chua con roi xong lai di ra vao len xuong nua chi phai nen can
    muon xin hoi em anh ong ba toi minh ban chau co chu bac dan nguoi ta nha oi a nhi nhe ha hien gio cu thay thiet biet
    lam de trong ngoai theo sau truoc tren duoi giua nhat hon rat qua luon ngay that dung sai viec cai chiec so it
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
"""Folded syllables that carry grammar or address, not matter."""


def content_terms(text: str) -> list[str]:
    """Return the folded syllables of a question that carry its matter, each once, in order."""
    return list(dict.fromkeys(folded for token in syllables(text) if _is_matter(folded := fold(token))))


def _is_matter(folded: str) -> bool:
    return folded not in _FUNCTION_WORDS and (len(folded) > 1 or folded.isdigit())


def strength(question: Question, cosine: float, found: Iterable[Evidence]) -> float:
    """Return how strong the evidence is; to be compared with :data:`MIN_STRENGTH`.

    Args:
        question: the understood question.
        cosine: the best passage's cosine with the question, over the retriever's floor.
        found: the best provisions.
    """
    return cosine + _PHRASE_WEIGHT * _phrases(question, found)


_CONFIDENCE = (182.0, -2.27)
"""Slope and intercept of the logistic curve from (strength - least strength) to the share of questions that the corpus
answers. Written by ``phapquy eval --calibrate``, see docs/evaluation.md."""


def confidence(strong: float, least: float) -> float:
    """Return how likely (0 to 1) it is that the corpus answers a question of this strength.

    The curve is fitted on answerable and unanswerable questions in about equal parts; it says nothing of whether the
    right clause was found. Half is not the border: a question is refused below ``least``, where few answerable ones
    lie.
    """
    slope, base = _CONFIDENCE
    return 1.0 / (1.0 + math.exp(-(base + slope * (strong - least))))


def _phrases(question: Question, found: Iterable[Evidence]) -> float:
    """The share (0 to 1) of the question's pairs of neighbouring words that the best of the clauses holds."""
    pairs = {pair for pair in pairwise(syllables(question.text)) if all(_is_matter(fold(token)) for token in pair)}
    if not pairs:
        return 0.0
    best = max((len(pairs & one.pairs) for one in found), default=0)
    return best / len(pairs)


_A_PERSON = re.compile(
    r"\b(?:là|do) (?:ông|bà|anh|chị|đồng chí) nào\b|\bsố điện thoại\b[^?.;]{0,60}\b(?:là gì|là mấy|bao nhiêu|số mấy)\b"
    r"|\b(?:xin|cho|biết|gọi|lấy) (?:\w+ ){0,2}số (?:điện thoại|máy)\b"
    r"|\b(?:chủ tịch|bí thư|giám đốc|trưởng phòng|trưởng công an)\b[^?.;]{0,60}\btên (?:là )?gì\b",
    re.IGNORECASE,
)


def asks_for_a_person(question: Question) -> bool:
    """Whether a question wants the name or number of who is in office now, which no text of law holds."""
    return _A_PERSON.search(question.text) is not None


def least_strength(question: Question) -> float:
    """Return the strength below which a question is refused."""
    if question.about_units or any(one.number for one in question.references):
        return MIN_STRENGTH_NAMED
    figure = any(asked.search(question.text) for asked, _, _ in _FIGURES)
    return MIN_STRENGTH + _FOR_A_FIGURE * figure + _FOR_ANOTHER_LAW * names_other_law(question.text)


_FIGURES = (
    (
        re.compile(r"(?:bao nhiêu|mấy)\s+(?:phần trăm|%)", re.IGNORECASE),
        re.compile(r"\d\s*(?:%|phần trăm)", re.IGNORECASE),
        "tỷ lệ phần trăm",
    ),
    (
        re.compile(
            r"\b(?:bao nhiêu|mấy)\s+(?:tiền|đồng|nghìn|triệu)\b"
            r"|\b(?:lệ phí|phí|lương|phụ cấp|trợ cấp|phạt|thù lao|giá)\b[^?.;]{0,60}\b(?:bao nhiêu|mấy)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\d[\d.,]*\s*(?:đồng|nghìn|ngàn|triệu|tỷ)|hệ số\s+(?:là\s+)?\d", re.IGNORECASE),
        "số tiền hoặc mức",
    ),
    (
        re.compile(r"\b(?:mấy|bao nhiêu)\s+(?:ngày|giờ|tháng|tuần)\b|\bbao lâu\b", re.IGNORECASE),
        re.compile(
            r"\d\s*(?:\([^)]{1,20}\)\s*)?(?:ngày|giờ|tháng|năm|tuần|phút|lần)|\bmột (?:ngày|tháng|năm|lần)"
            r"|mỗi (?:ngày|tháng|quý|năm)|ngay (?:sau|khi|trong)|đầu giờ",
            re.IGNORECASE,
        ),
        "thời hạn",
    ),
)
"""What a question asks a figure of, how a clause states one, and the kind's name for a refusal."""


def states_figure(question: Question, text: str) -> bool:
    """Whether a text states a figure of the kind the question asks for; False if it asks for none."""
    wanted = [stated for asked, stated, _ in _FIGURES if asked.search(question.text)]
    if _DAY_ASKED.search(question.text):
        wanted.append(_DAY)
    return any(stated.search(text) for stated in wanted)


_DAY_ASKED = re.compile(r"\b(?:ngày|hôm) (?:nào|mấy)\b|\bkhi nào\b|\bbao giờ\b|\blúc nào\b", re.IGNORECASE)
_DAY = re.compile(r"\bngày \d|\d/\d|\btháng \d+ năm\b|\bnăm \d{4}\b|\bquý [IV]+\b", re.IGNORECASE)


_COUNT_ASKED = re.compile(
    r"\b(?:bao nhiêu|mấy) (?:người |vị |ông )?(phó chủ tịch|phó giám đốc|phó trưởng|phó|đại biểu|thành viên|ủy viên)\b",
    re.IGNORECASE,
)
_COUNT = r"(?:\d|\b(?:một|hai|ba|bốn|năm|sáu)\b|số lượng|tổng số|không quá|ít nhất|tỷ lệ|phần)(?:[^.;]{{0,60}})\b{}\b"
"""How many of an office are asked for, and a clause that counts them or says how their number is found."""


_SENTENCE = re.compile(r"[^.?!]+(?:[.](?=\d)[^.?!]*)*[.?!]*")


def _asking(question: Question) -> str:
    """The sentences of a question that ask: the last, and those that end with a question mark."""
    sentences = _SENTENCE.findall(question.text)
    return " ".join(
        one for place, one in enumerate(sentences, 1) if place == len(sentences) or one.rstrip().endswith("?")
    )


def missing_figure(question: Question, found: Iterable[Evidence]) -> str:
    """Name the kind of figure the question asks for and no found provision states; empty if there is none."""
    texts = [one.own_words for one in found]
    if (counted := _COUNT_ASKED.search(_asking(question))) and question.asks is not Asks.WHO:
        stated = re.compile(_COUNT.format(counted[1]), re.IGNORECASE)
        if not any(stated.search(text) for text in texts):
            return f"số lượng {counted[1].lower()}"
    for asked, stated, name in _FIGURES:
        if asked.search(_asking(question)) and not any(stated.search(text) for text in texts):
            return name
    return ""
