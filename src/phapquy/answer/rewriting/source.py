"""What a statement obliges to: the units a rewriting must keep, and what it may set before or around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phapquy.answer.model import Citation, Statement
from phapquy.answer.rewriting.reading import Unreadable, prepared, read_units
from phapquy.answer.rewriting.units import Kind, Unit, Units

LONGEST = 700
"""Characters of the longest statement that is given to be rewritten; longer ones are cut short by the composer."""
_CLAUSE = 2
"""Strokes in the id of a clause (``luat-…/21/2``): its subject is that of the article."""
_VERDICT = re.compile(r"(?P<verdict>Có|Không)\s*[.,:]\s*")
_OPENING_VERB = re.compile(
    r"(?:quyết định|phê duyệt|phê chuẩn|ban hành|thông qua|công nhận|bổ nhiệm|thành lập|đình chỉ|bãi bỏ|xem xét|cấp"
    r"|thu hồi|giải quyết|công bố|cho ý kiến|tổ chức|hướng dẫn|kiểm tra|chỉ đạo|thực hiện|quản lý|bảo đảm|lãnh đạo"
    r"|chủ trì|tiếp nhận|rà soát|xây dựng|lập|giám sát|đặt tên|triệu tập|điều hành|xác nhận|báo cáo|phối hợp|trình)\b",
    re.IGNORECASE,
)
"""Verbs that begin an item of a list of tasks, whose subject is the organ that the list is of."""
_OF_ORGAN = re.compile(
    r"(?:nhiệm vụ|quyền hạn|thẩm quyền|trách nhiệm)(?:(?:, | và )(?:nhiệm vụ|quyền hạn|thẩm quyền|trách nhiệm))* của ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A statement as it is compared.

    ``label`` names the clause it quotes and may stand anywhere; ``units`` must all be said. They begin with the organ
    whose tasks the clause lists, where the clause leaves it to its heading.
    """

    text: str
    verdict: str
    units: Units
    label: str = ""
    label_units: Units = ()
    listed: bool = False
    """Whether the first unit was added: the organ whose competence the clause lists."""
    naming: str = ""
    """How the clause is named after a rewriting that does not name it: with its heading, unless that is said."""


def source_of(statement: Statement, citations: Sequence[Citation], others: Sequence[Statement] = ()) -> Source | None:
    """Read a statement; None where it is better left as it stands.

    That is a digest, the opening of a list, a quote cut short, or a task whose holder the heading leaves unsure.

    Args:
        statement: a statement of an answer.
        citations: the citations of the answer.
        others: its statements, of which one may name the holder.
    """
    if len(statement.text) > LONGEST or "…" in statement.text:
        return None
    cited = next((one for one in citations if one.id in statement.citations), None)
    if cited is None or cited.text_kind != "verbatim":
        return None
    told = " ".join(one.text for one in others if "“" not in one.text and cited.id in one.citations)
    try:
        return _quoting(statement.text, cited, told) if "“" in statement.text else _plain(statement.text)
    except Unreadable:
        return None


def split_verdict(text: str) -> tuple[str, str]:
    """Part the yes or no that a text begins with from the rest."""
    found = _VERDICT.match(text)
    if found:
        return found["verdict"], text[found.end() :]
    return (text.rstrip(" ."), "") if text.rstrip(" .") in {"Có", "Không"} else ("", text)


def _plain(text: str) -> Source:
    verdict, rest = split_verdict(prepared(text))
    return Source(text, verdict, read_units(rest))


def _quoting(text: str, cited: Citation, told: str) -> Source | None:
    """Read ``Theo <label> (<heading>)<past>: “<quote>”.``, the composer's sentence around a quote."""
    before, quote = text.split("“", 1)
    words = quote.rstrip(" .").removesuffix("”")
    lead = f"Theo {cited.label}"
    if not before.startswith(lead) or words.rstrip().endswith(":") or "“" in words:
        return None
    title = cited.heading.rsplit(" › ", 1)[-1].split(". ", 1)[-1]
    past = before[len(lead) :].removeprefix(f" ({title})").strip(" :")
    label = prepared(cited.label)
    units = read_units(prepared(f"{past}. {words}" if past else words))
    listed = bool(_OF_ORGAN.match(title)) and not (units and units[0].kind is Kind.ORGAN)
    if listed:
        sound = cited.in_force and not (cited.via or cited.quote_from or past)
        subject = _subject(prepared(title)) if sound and _OPENING_VERB.match(words) else None
        if subject is None or not (cited.id.count("/") <= _CLAUSE or _names(told, subject)):
            return None
        units, title = (subject, *units), ""
    naming = f"{cited.label}: {title}" if title and f"({title})" in before else cited.label
    return Source(text, "", units, label, read_units(label), listed, naming)


def _names(told: str, subject: Unit) -> bool:
    """Whether the answer names an organ as the holder of the clause; a point may have another subject above it."""
    return any(unit.alike(subject) for unit in read_units(prepared(told)))


def _subject(title: str) -> Unit | None:
    """The one organ whose tasks a heading says the clause lists."""
    found = _OF_ORGAN.match(title)
    named = read_units(title[found.end() :]) if found else ()
    return named[0] if len(named) == 1 and named[0].kind is Kind.ORGAN else None
