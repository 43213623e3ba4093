"""How an amending clause speaks: its verbs, its quotations, its lists of phrases."""

from __future__ import annotations

import re
from enum import StrEnum

from phapquy.law import lines as grammar
from phapquy.law.provision import Document, Provision
from phapquy.law.quoted import Span


class Act(StrEnum):
    """What a clause does."""

    SUA_DOI = "sửa đổi"
    BO_SUNG = "bổ sung"
    THAY_THE = "thay thế"
    BAI_BO = "bãi bỏ"
    HET_HIEU_LUC = "hết hiệu lực"
    THAY_CUM_TU = "thay cụm từ"
    BO_CUM_TU = "bỏ cụm từ"
    THEM_CUM_TU = "bổ sung cụm từ"


PHRASES = frozenset({Act.THAY_CUM_TU, Act.BO_CUM_TU, Act.THEM_CUM_TU})


# An order, at the beginning of the clause's words: "Sửa đổi, bổ sung khoản 2 …", "Bổ sung như sau", "Bỏ cụm từ …"
_VERB = r"(?:sửa đổi|bổ sung|bãi bỏ|hủy bỏ|thay thế|thay|bỏ)"
_OBJECT = (
    r"(?:(?:các|một số|những)\s+)?(?:nội dung\b|quy định (?:tại|của|sau)|quy định$|điều\b|khoản\b|điểm\b|cụm từ"
    r"|từ\b|tên\b|tiêu đề|công thức|đoạn|phụ lục|mẫu\b|chương|mục\b|phần\b|luật|bộ luật|nghị định|nghị quyết"
    r"|pháp lệnh|thông tư|văn bản|vào\b)|như sau"
)
ORDER = re.compile(rf"(?P<verb>{_VERB})(?:(?:,|\s+và)\s*{_VERB})*\s+(?={_OBJECT})", re.IGNORECASE)
ENDS = re.compile(r"hết hiệu lực(?: thi hành)? (?:kể )?từ ngày", re.IGNORECASE)
_ITSELF = re.compile(r"(?:Luật|Nghị định|Nghị quyết|Pháp lệnh|Thông tư) này (?:chấm dứt|hết) hiệu lực", re.IGNORECASE)
_OPEN = re.compile(r"(?:^[ \t]*|(?:như sau|sau đây)\s*:\s*)(?P<mark>[“\"])[ \t]*(?=\S)", re.MULTILINE)
_CLOSE = re.compile(r"\s*[”\"]\s*[.;,]?[ \t]*$", re.MULTILINE)
_STOP = re.compile(r"\s*[”\"]?\s*[;,]?\s*$")
PARTLY = re.compile(
    r"\b(?:tên|tiêu đề|công thức|cuối|đoạn|một số (?:nội dung|từ|cụm từ))\b(?! của (?:Nghị|Luật))", re.IGNORECASE
)
_OMITTED = re.compile(r"\[LƯỢC[^\]]*\]")
"""A note of the source that something is missing."""
_Q, _E = '[“"]', '[”"]'
_SWAP = re.compile(
    rf"{_Q}(?P<old>[^\n]+?){_E}(?P<at>\s*tại[^“”\"\n]*?)?\s*(?:bằng|thành)\s+(?:các\s+)?(?:cụm\s+từ\s+|từ\s+)?"
    rf"{_Q}(?P<new>[^\n]+?){_E}(?=\s|[;,.]|$)"
)
_ADD = re.compile(
    rf"[Cc]ụm từ\s+{_Q}(?P<new>[^\n]+?){_E}\s*(?=vào\b)"
    rf"(?:vào\s+(?:sau|trước)\s+(?:cụm\s+)?từ:?\s+{_Q}(?P<old>[^\n]+?){_E})?"
)
_DROP = re.compile(rf"(?:[Cc]ụm\s+)?[Tt]ừ:?\s+{_Q}(?P<old>[^\n]+?){_E}(?=\s*(?:tại|và|,|;|\.|\n|$))")
WHOLE = re.compile(
    r"^(?:(?:Bãi bỏ|Hủy bỏ|Thay thế)\s+)?(?:Bộ luật|Luật|Nghị quyết|Nghị định|Pháp lệnh|Thông tư)\b", re.IGNORECASE
)


def act_of(words: str) -> Act | None:
    """Return what the words order, or None if they order nothing."""
    found = ORDER.match(words)
    if not found:
        return Act.HET_HIEU_LUC if ENDS.search(words) and not _ITSELF.search(words) else None
    verb = found["verb"].lower()
    if verb in {"bãi bỏ", "hủy bỏ", "bỏ"}:
        return Act.BAI_BO
    return {"sửa đổi": Act.SUA_DOI, "bổ sung": Act.BO_SUNG}.get(verb, Act.THAY_THE)


def wording_spans(document: Document, node: Provision) -> tuple[Span, ...]:
    """Spans of the quotations that give new wording: those that begin a line or follow ``như sau:``."""
    text = document.own_text(node)
    opens = [match.end() for match in _OPEN.finditer(text)]
    spans: list[Span] = []
    for place, start in enumerate(opens):
        if spans and start < spans[-1][1]:
            continue
        limit = opens[place + 1] if place + 1 < len(opens) else len(text)
        closes = [match.start() for match in _CLOSE.finditer(text, start, limit)]
        end = closes[-1] if closes else start + len(_STOP.sub("", text[start:limit]))
        spans.append((start, end))
    return tuple((node.start + start, node.start + end) for start, end in spans)


def order_words(document: Document, node: Provision) -> str:
    """A clause's words without its number and without quotations."""
    text = document.own_text(node)
    shift = node.start
    for start, end in reversed(wording_spans(document, node)):
        text = text[: start - shift] + " " + text[end - shift :]
    return bare_words(_OMITTED.sub(" ", without_quotes(text)))


def bare_words(text: str) -> str:
    """Return a clause's text without its number."""
    text = text.strip()
    for pattern in (grammar.DIEU, grammar.KHOAN, grammar.DIEM):
        if found := pattern.match(text):
            at = found.start("rest") if pattern is grammar.DIEU else found.end()
            return text[at:].lstrip()
    return text


def without_quotes(text: str) -> str:
    """Return the text with each quotation that closes on its line left out."""
    return re.sub(r"[“\"][^”\"\n]*[”\"]", " ", text)


def phrases_in(line: str) -> list[tuple[re.Match[str], Act]]:
    """Return the phrases swapped, added or taken out on a line, in order; groups ``old``, ``new``, ``at``."""
    found: list[tuple[re.Match[str], Act]] = []
    for pattern, act in ((_SWAP, Act.THAY_CUM_TU), (_ADD, Act.THEM_CUM_TU), (_DROP, Act.BO_CUM_TU)):
        for match in pattern.finditer(line):
            if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in found):
                found.append((match, act))
    return sorted(found, key=lambda one: one[0].start())
