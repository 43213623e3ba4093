"""A knowledge base over an invented statute, for the page's tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from phapquy.answer.model import (
    Answer,
    Citation,
    Clarification,
    Coverage,
    Holder,
    Outcome,
    Pointer,
    Role,
    Statement,
)
from phapquy.errors import SnapshotError, UsageError

SLUG = "luat-99-2030-ht"
TITLE = "Luật Đom đóm (hư cấu) số 99/2030/HT"
URL = "https://vanban.example/luat-99-2030-ht"
LEAD = "Điều 7. Thắp đèn đom đóm\n"
KHOAN_1 = "1. Hội đồng Đom đóm cấp xã có các nhiệm vụ sau đây:\n"
DIEM_A = "a) Chọn bờ ao để thắp đèn trong đêm không trăng;\n"
DIEM_B = "b) Đặt tên cho từng chú đom đóm mới về làng.\n"
KHOAN_2 = "2. Ủy ban Đom đóm cấp tỉnh cấp bấc đèn cho các xã ven sông.\n"
HOSTILE = '3. Ai viết <script>alert("x")</script> hoặc " onmouseover="alert(1) hay **đậm** và \'; DROP TABLE den; -- {{7*7}} ${7*7} đều vô hại.\n'
ARTICLE = LEAD + KHOAN_1 + DIEM_A + DIEM_B + KHOAN_2 + HOSTILE
COVERAGE = Coverage(documents=4, as_at=date(2030, 3, 1))


@dataclass(frozen=True, slots=True)
class FakeArticle:
    id: str
    label: str
    document: str = TITLE
    heading_path: tuple[str, ...] = ("Chương II. Ánh sáng của làng", "Mục 1. Đèn nhỏ")
    title: str = "Thắp đèn đom đóm"
    text: str = ARTICLE
    spans: tuple[tuple[int, int], ...] = ()
    in_force: bool = True
    effective_from: date | None = date(2030, 1, 1)
    effective_to: date | None = None
    amended_by: tuple[str, ...] = ()
    source_quality: str = "official"
    url: str = URL
    text_kind: str = "verbatim"
    warnings: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def citation(part: str, quote: str, role: Role = Role.BASIS, **changes: object) -> Citation:
    words = {
        "7/1/b": "điểm b khoản 1 Điều 7",
        "7/2": "khoản 2 Điều 7",
        "7/3": "khoản 3 Điều 7",
        "7/1": "khoản 1 Điều 7",
    }
    values: dict[str, object] = {
        "label": f"{words[part]} {TITLE}",
        "effective_from": date(2030, 1, 1),
        "heading": "Chương II › Mục 1 › Điều 7. Thắp đèn đom đóm",
        "document": TITLE,
        "url": URL,
    }
    return Citation(id=f"{SLUG}/{part}", quote=quote.strip(), role=role, **(values | changes))


def answer(question: str, **changes: object) -> Answer:
    values: dict[str, object] = {
        "question": question,
        "understood_as": question,
        "as_of": date(2030, 3, 1),
        "outcome": Outcome.ANSWERED,
        "reason": "competence",
        "level": "xa",
        "holders": (Holder("Hội đồng Đom đóm cấp xã", "xa"),),
        "text": "",
        "statements": (
            Statement(
                "Việc đặt tên cho đom đóm mới về làng do Hội đồng Đom đóm cấp xã quyết định.", (f"{SLUG}/7/1/b",)
            ),
            Statement("Bấc đèn thì do Ủy ban Đom đóm cấp tỉnh cấp.", (f"{SLUG}/7/2", f"{SLUG}/7/1/b")),
        ),
        "citations": (
            citation(
                "7/2",
                KHOAN_2,
                Role.CONTRAST,
                in_force=False,
                effective_to=date(2030, 2, 1),
                plain="Bấc đèn xin ở tỉnh & <không> ở xã.",
            ),
            citation(
                "7/1/b",
                DIEM_B,
                amended_by=("nd-5-2031-ht/2/3",),
                via=(f"{SLUG}/9",),
                points_to=(
                    Pointer(f"{SLUG}/7/2", "khoản 2 Điều 7 Luật Đom đóm", True, date(2030, 1, 1)),
                    Pointer(f"{SLUG}/8", "Điều 8 Luật Đom đóm", False, date(2030, 1, 1), date(2030, 2, 1)),
                ),
            ),
        ),
        "clarify": None,
        "warnings": ("Điểm b khoản 1 Điều 7 sẽ đổi từ ngày 01/01/2031.",),
        "suggestions": ("Cấp tỉnh có được đặt tên cho đom đóm không?",),
        "snapshot": "bản-thử",
        "coverage": COVERAGE,
    }
    values |= changes
    if not values["text"]:
        values["text"] = " ".join(item.text for item in values["statements"])
    return Answer(**values)


@dataclass
class FakeBase:
    """Answers by a word in the question; remembers what it was asked."""

    snapshot_id: str = "bản-thử"
    coverage: Coverage = COVERAGE
    asked: list[tuple[str, date | None]] = field(default_factory=list)
    opened: list[tuple[str, date | None]] = field(default_factory=list)

    def ask(self, question: str, as_of: date | None = None) -> Answer:
        self.asked.append((question, as_of))
        day = as_of or date(2030, 3, 1)
        folded = question.casefold()
        if "hỏng" in folded:
            raise SnapshotError("Chỉ mục bị hỏng. Hãy chạy: phapquy build")
        if "nổ" in folded:
            raise RuntimeError(f"cannot handle {question}")
        if "mơ hồ" in folded:
            return clarify(question, day)
        if "thuế" in folded:
            return not_found(question, day)
        if "script" in folded or "drop table" in folded:
            return answer(
                question,
                as_of=day,
                understood_as=question + " (đã hiểu)",
                statements=(Statement(f"Hỏi: {question}", (f"{SLUG}/7/3",)),),
                citations=(citation("7/3", HOSTILE, url='javascript:alert("x")'),),
            )
        understood = "Ai đặt tên cho đom đóm mới về làng?" if "dat ten" in folded else question
        return answer(question, as_of=day, understood_as=understood)

    def article(self, provision: str, as_of: date | None = None) -> FakeArticle:
        self.opened.append((provision, as_of))
        if not provision.startswith(f"{SLUG}/7"):
            raise UsageError("Không có điều khoản này trong kho văn bản.")
        cited = {"7/1/b": DIEM_B, "7/2": KHOAN_2, "7/3": HOSTILE}.get(provision.removeprefix(f"{SLUG}/"), ARTICLE)
        start = ARTICLE.index(cited)
        return FakeArticle(
            id=provision,
            label=f"Điều khoản {provision.removeprefix(SLUG + '/')} {TITLE}",
            spans=((start, start + len(cited.rstrip())),),
            amended_by=(f"{SLUG}/7/2",),
        )


def clarify(question: str, day: date) -> Answer:
    return answer(
        question,
        as_of=day,
        outcome=Outcome.CLARIFY,
        reason="level-missing",
        level=None,
        holders=(),
        statements=(),
        citations=(),
        warnings=(),
        suggestions=(),
        text="Chưa rõ việc này ở cấp nào.",
        clarify=Clarification(
            "Bạn hỏi đom đóm của xã hay của tỉnh?", ("Cấp xã", "Ủy ban Đom đóm cấp tỉnh làm gì với bấc đèn?")
        ),
    )


def not_found(question: str, day: date) -> Answer:
    return answer(
        question,
        as_of=day,
        outcome=Outcome.NOT_FOUND,
        reason="off-topic",
        level=None,
        holders=(),
        statements=(),
        citations=(),
        warnings=(),
        text="Kho văn bản không có quy định về thuế. Kho chỉ gồm các văn bản về đom đóm.",
        suggestions=("Ai đặt tên cho đom đóm?", "Ai cấp bấc đèn?"),
    )
