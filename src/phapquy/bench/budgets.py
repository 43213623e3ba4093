"""The budgets of the design, and one row of what was measured against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Budget:
    """A promise about one figure: at most (or at least) so much."""

    code: str
    title: str
    """In Vietnamese, for the table."""
    unit: str
    limit: float | None
    """None: shown for comparison, nothing is promised."""
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure; ``measured`` is None where it was not or could not be measured."""

    budget: Budget
    measured: float | None
    how: str = ""
    """In Vietnamese: how it was measured, or why it was not."""

    @property
    def ratio(self) -> float | None:
        """Return measured / budget; None where one of them is missing or the budget is zero."""
        if self.measured is None or not self.budget.limit:
            return None
        return self.measured / self.budget.limit

    @property
    def within(self) -> bool | None:
        """Whether the budget is kept; None where nothing is promised or measured."""
        if self.measured is None or self.budget.limit is None:
            return None
        if self.budget.at_least:
            return self.measured >= self.budget.limit
        return self.measured <= self.budget.limit

    def to_json(self) -> dict[str, Any]:
        """Return the row as plain JSON values, rounded."""
        return {
            "code": self.budget.code,
            "measured": None if self.measured is None else round(self.measured, 3),
            "unit": self.budget.unit,
            "budget": self.budget.limit,
            "at_least": self.budget.at_least,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "within": self.within,
            "how": self.how,
        }


HELP = Budget("help", "Hiện trợ giúp", "s", 0.4)
COLD_ASK = Budget("cold_ask", "Hỏi một câu từ dòng lệnh (tiến trình mới)", "s", 4.0)
OPEN = Budget("open", "Mở kho", "s", None)
WARM_P50 = Budget("warm_p50", "Trả lời khi đã nạp, p50", "ms", 30.0)
WARM_P95 = Budget("warm_p95", "Trả lời khi đã nạp, p95", "ms", 80.0)
ENCODE_P50 = Budget("encode_p50", "Riêng mã hóa câu hỏi, p50", "ms", None)
WARM_RATIO = Budget("warm_to_encode", "Trả lời / mã hóa câu hỏi", "lần", 3.0)
ANSWER_MEMORY = Budget("answer_memory", "Bộ nhớ đỉnh khi trả lời (không có trang web)", "MB", None)
SERVER_MEMORY = Budget("server_memory", "Bộ nhớ đỉnh của máy chủ", "MB", 800.0)
TORCH = Budget("torch_imported", "Nạp torch để trả lời (0 = không)", "lần", 0.0)
ENCODER_SPEED = Budget("encoder_speed", "Mã hóa đoạn văn, riêng bộ mã hóa", "đoạn/s", None)
FULL_BUILD = Budget("full_build", "Dựng cả chỉ mục", "s", 360.0)
CORE_BUILD = Budget("core_build", "Dựng chỉ mục bốn văn bản chính", "s", 45.0)
BUILD_SPEED = Budget("build_to_encoder", "Tốc độ dựng / riêng bộ mã hóa", "lần", 0.9, at_least=True)

FIRST_PAGE = Budget("first_page", "Trang đầu, từ lúc mở đến lúc gõ được", "s", 1.0)
ASKABLE = Budget("askable", "Trang đầu, đến lúc đã nạp đủ", "s", None)
ON_SCREEN_P50 = Budget("on_screen_p50", "Từ Enter đến câu trả lời trên màn hình, p50", "ms", 300.0)
ON_SCREEN_P95 = Budget("on_screen_p95", "Từ Enter đến câu trả lời trên màn hình, p95", "ms", 300.0)
OUTSIDE = Budget("outside_requests", "Yêu cầu gửi ra ngoài máy", "lần", 0.0)
AT_ONCE_ERRORS = Budget("at_once_errors", "20 người hỏi cùng lúc: lỗi", "lần", 0.0)
AT_ONCE_P95 = Budget("at_once_p95", "20 người hỏi cùng lúc: thời gian chờ, p95", "ms", None)
SHEET_PDF = Budget("sheet_pdf", "Soạn phiếu trả lời PDF", "ms", None)
