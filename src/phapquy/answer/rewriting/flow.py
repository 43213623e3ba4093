"""Statement by statement: ask the writer, read as it writes, let through or keep the composed sentence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from phapquy.answer.model import Answer, Outcome, Statement
from phapquy.answer.rewriting.check import Refusal, added_fact, check, too_long
from phapquy.answer.rewriting.clause import names_clause
from phapquy.answer.rewriting.clean import cleaned, finished
from phapquy.answer.rewriting.source import Source, source_of

Writer = Callable[[str], Iterator[str]]
"""Takes a prompt, yields the text that answers it piece by piece."""
_END = re.compile(r"[.;\n](?=\s)")
_MOST = 10_000
"""Characters that are read of one statement at most, a model's thinking included."""
_PROMPT = """Viết lại câu dưới đây cho người dân dễ đọc, bằng tiếng Việt, thành một hoặc vài câu ngắn.
Giữ nguyên mọi con số, ngày tháng, tên cơ quan, cấp, từ phủ định, điều kiện và ngoại lệ; không thêm ý, không bớt ý.
Chỉ trả về câu viết lại, không giải thích.

Ví dụ
Câu gốc: Theo khoản 1 Điều 3 Luật Nuôi ong số 9/2090/QHDD (Thẩm quyền của Ủy ban nhân dân xã): “Cấp giấy phép nuôi ong \
trong thời hạn 7 ngày kể từ ngày nhận đơn, trừ trường hợp mùa đông”.
Câu viết lại: Ủy ban nhân dân xã cấp phép nuôi ong trong vòng 7 ngày tính từ ngày nhận đơn, trừ khi mùa đông (khoản 1 \
Điều 3 Luật Nuôi ong số 9/2090/QHDD).

Câu gốc: {statement}
Câu viết lại:"""


class WriterError(Exception):
    """The writer failed or took too long; the composed answer stands."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may cost: seconds in all."""

    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Phrased:
    """What became of one statement."""

    composed: Statement
    statement: Statement
    """The one to show."""
    written: str = ""
    """What the writer wrote, cleaned; empty where it was not asked."""
    refusal: Refusal | None = None
    failed: bool = False
    """Whether the writer failed or ran out of time here."""

    @property
    def changed(self) -> bool:
        """Whether the wording shown is the writer's."""
        return self.statement != self.composed


def phrase(answer: Answer, writer: Writer, limits: Limits | None = None) -> Iterator[Phrased]:
    """Yield the statements of an answer in order, each once its wording is settled; only what passed is reworded.

    A writer that fails is not asked again. Refusals and questions back yield nothing.
    """
    if answer.outcome is not Outcome.ANSWERED:
        return
    until = time.monotonic() + (limits or Limits()).seconds
    failed = False
    for one in answer.statements:
        source = None if failed else source_of(one, answer.citations, answer.statements)
        if source is None:
            yield Phrased(one, one)
            continue
        try:
            yield _phrased(one, source, writer, until)
        except WriterError:
            failed = True
            yield Phrased(one, one, failed=True)


def with_statements(answer: Answer, phrased: Sequence[Phrased], name: str) -> Answer:
    """Return the answer in its new wording; the same answer where nothing was let through."""
    if not any(one.changed for one in phrased):
        return answer
    statements = tuple(one.statement for one in phrased)
    return replace(answer, statements=statements, text=" ".join(one.text for one in statements), phrased_by=name)


def _phrased(statement: Statement, source: Source, writer: Writer, until: float) -> Phrased:
    written, refusal = _written(source, writer, until)
    refusal = refusal or check(source, written)
    if refusal or written == statement.text:
        return Phrased(statement, statement, written, refusal)
    text = finished(written)
    if source.verdict:
        text = _as_verdict(source.verdict, text)
    if refusal := check(source, text):
        return Phrased(statement, statement, written, refusal)
    if source.naming and not names_clause(source, text):
        text = f"{text.rstrip('.')} ({source.naming})."
    return Phrased(statement, replace(statement, text=text), written)


def _written(source: Source, writer: Writer, until: float) -> tuple[str, Refusal | None]:
    """Read what the writer writes; stop at the first sentence that says something of its own."""
    raw, looked = "", 0
    for piece in writer(_PROMPT.format(statement=source.text)):
        if time.monotonic() > until:
            raise WriterError
        raw += piece
        if len(raw) > _MOST or (too_long(source, raw) and too_long(source, cleaned(raw))):
            return cleaned(raw)[:_MOST], Refusal.LONG
        ends = [found.start() for found in _END.finditer(raw, looked)]
        if not ends:
            continue
        looked = ends[-1] + 1
        if refusal := added_fact(source, cleaned(raw[:looked])):
            return cleaned(raw), refusal
    return cleaned(raw), None


def _as_verdict(verdict: str, text: str) -> str:
    """Set the yes or no apart as the composer does: ``Có. …``."""
    rest = text[len(verdict) :].lstrip(" .,:")
    return f"{verdict}. {rest[:1].upper()}{rest[1:]}" if rest else f"{verdict}."
