"""How much of what the configured language model writes is let through, and why the rest is not."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rich.table import Table

from phapquy.assistant import KnowledgeBase

CHANGED, COPIED, FAILED, LEFT = "changed", "copied", "failed", "left"
_TITLES = {
    CHANGED: "được dùng",
    COPIED: "chép lại nguyên câu",
    FAILED: "lỗi hoặc quá thời gian",
    LEFT: "không đưa cho mô hình",
    "empty": "không viết gì",
    "signs": "có ký hiệu lạ",
    "long": "quá dài",
    "quotation": "trích dẫn không đúng nguyên văn",
    "verdict": "khác có/không",
    "reference": "khác điều khoản, văn bản",
    "number": "khác con số, ngày",
    "organ": "khác cơ quan",
    "level": "khác cấp",
    "negation": "khác phủ định",
    "condition": "khác điều kiện, ngoại lệ",
    "modality": "khác mức bắt buộc, cho phép",
    "quantifier": "khác mức độ, giới hạn",
    "added": "thêm ý",
    "dropped": "bớt ý",
    "order": "đảo thứ tự",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: the composed one, what the model wrote, and what became of it."""

    question: str
    composed: str
    written: str
    shown: str
    fate: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """All sentences of the questions that were answered."""

    rows: tuple[Row, ...]
    answers: int
    seconds: float

    @property
    def fates(self) -> Counter[str]:
        """How many sentences went which way."""
        return Counter(row.fate for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """Return the figures and the sentences."""
        rows = [asdict(row) for row in self.rows]
        return {"answers": self.answers, "seconds": round(self.seconds, 1), "fates": self.fates, "rows": rows}


def measure_rewording(
    base: KnowledgeBase, questions: Iterable[str], day: date, step: Callable[[str], None]
) -> Rewording:
    """Have the answers to some questions reworded.

    Raises:
        LanguageModelError: no language model is configured, or it cannot be used.
    """
    rows: list[Row] = []
    answers, spent = 0, 0.0
    for question in questions:
        step(question)
        answer = base.ask(question, day)
        started = time.perf_counter()
        for one in base.phrase_stream(answer):
            fate = _fate(changed=one.changed, failed=one.failed, written=one.written, refusal=one.refusal)
            rows.append(Row(question, one.composed.text, one.written, one.statement.text, fate))
        spent += time.perf_counter() - started
        answers += bool(answer.statements)
    return Rewording(tuple(rows), answers, spent)


def fates_table(measured: Rewording) -> Table:
    """Return the table of what became of the sentences."""
    title = f"{measured.answers} câu trả lời, {len(measured.rows)} câu, {measured.seconds:.0f} giây"
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    table.add_column("Câu do mô hình viết")
    table.add_column("Số câu", justify="right")
    for fate, count in measured.fates.most_common():
        table.add_row(_TITLES[fate], str(count))
    return table


def _fate(*, changed: bool, failed: bool, written: str, refusal: str | None) -> str:
    if refusal:
        return str(refusal)
    if failed:
        return FAILED
    if changed:
        return CHANGED
    return COPIED if written else LEFT
