"""The report for people: Vietnamese tables within 100 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from phapquy.evaluate.section_tables import section_tables

WIDTH = 100
MANY = 20
"""Groups beyond this number are not listed on screen; the JSON has them all."""

_HEADLINES = {
    "right": "Đúng mọi phần",
    "outcome": "Kết cục (trả lời / hỏi lại / không có)",
    "level": "Đúng cấp",
    "organs": "Nêu đủ cơ quan",
    "holders_precision": "Cơ quan nêu ra là đúng",
    "cited_all": "Dẫn đủ căn cứ (đúng từng điểm)",
    "recall_diem": "Căn cứ tìm được – theo điểm",
    "recall_khoan": "Căn cứ tìm được – theo khoản",
    "recall_dieu": "Căn cứ tìm được – theo Điều",
    "precision_diem": "Căn cứ dẫn ra là đúng – theo điểm",
    "precision_khoan": "Căn cứ dẫn ra là đúng – theo khoản",
    "precision_dieu": "Căn cứ dẫn ra là đúng – theo Điều",
    "facts": "Nêu đủ dữ kiện",
}
_COUNTS = {
    "never_violations": "Điều không được nói mà đã nói",
    "fabricated": "Dẫn điều khoản không có thật",
    "not_verbatim": "Trích không nguyên văn",
    "unbacked_statements": "Câu không có căn cứ",
    "basis_where_none_is_due": "Dẫn căn cứ khi lẽ ra phải hỏi lại / từ chối",
}
_COLUMNS = {
    "right": "Đúng",
    "outcome": "Kết cục",
    "level": "Cấp",
    "organs": "C.quan",
    "recall_diem": "CC điểm",
    "recall_dieu": "CC Điều",
    "precision_dieu": "Chuẩn",
    "facts": "Dữ kiện",
}
_GROUPS = {"kind": "Theo loại câu hỏi", "form": "Theo cách gõ", "document": "Theo văn bản"}
_PARTS = {
    "right": "Đúng mọi phần",
    "outcome": "Kết cục",
    "level": "Cấp",
    "organs": "Cơ quan",
    "cited": "Căn cứ",
    "facts": "Dữ kiện",
}
_RETRIEVAL = {"all_khoan": "Đủ căn cứ, khoản", "all_dieu": "Đủ căn cứ, Điều"}


def print_report(found: Mapping[str, Any], console: Console) -> None:
    """Print the tables of a report (its JSON)."""
    for part in report_tables(found):
        console.print(part)


def report_tables(found: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Yield the heading, the headline figures, the ranking and one table for each way to group."""
    overall = found["overall"]
    yield Text(
        f"{overall['questions']} câu hỏi ({found['questions']}), hỏi ngày {found['as_of']}, "
        f"chỉ mục {found['snapshot']}, mô hình {found['model']}"
    )
    yield _headline_table(overall, found["interval_95"])
    if found["retrieval"] or found["baselines"]:
        yield _retrieval_table({"phapquy": found["retrieval"], **found["baselines"]})
    for group, title in _GROUPS.items():
        yield _group_table(title, found["groups"][group])
    yield from section_tables(found)


def changes_table(changed: Mapping[str, Mapping[str, Sequence[str]]]) -> RenderableType:
    """Return the table of gains and losses by question id."""
    table = _table("So với báo cáo trước")
    table.add_column("Phần")
    table.add_column("Được thêm")
    table.add_column("Mất đi")
    for part, title in _PARTS.items():
        gained, lost = changed[part]["gained"], changed[part]["lost"]
        table.add_row(title, _listed("+", gained), _listed("−", lost))
    return table


def _headline_table(overall: Mapping[str, Any], intervals: Mapping[str, Sequence[float]]) -> Table:
    table = _table("Kết quả chung")
    table.add_column("Chỉ số")
    table.add_column("Kết quả", justify="right")
    table.add_column("Khoảng tin cậy 95 %", justify="right")
    for name, title in _HEADLINES.items():
        low_high = intervals.get(name)
        table.add_row(title, _percent(overall[name]), _span(low_high) if low_high else "")
    for name, title in _COUNTS.items():
        table.add_row(title, str(overall[name]), "")
    table.add_row("Số căn cứ mỗi câu trả lời", _decimal(overall["bases_per_answer"]), "")
    latency = f"{_decimal(overall['latency_p50_ms'])} / {_decimal(overall['latency_p95_ms'])} ms"
    table.add_row("Thời gian trả lời p50 / p95", latency, "")
    return table


def _retrieval_table(rankings: Mapping[str, Mapping[str, float]]) -> Table:
    table = _table("Riêng phần tìm kiếm (đủ mọi căn cứ trong k kết quả đầu)")
    table.add_column("Cách tìm")
    columns = [(f"{name}@{cutoff}", f"{title} @{cutoff}") for name, title in _RETRIEVAL.items() for cutoff in (5, 20)]
    for _, title in columns:
        table.add_column(title, justify="right")
    table.add_column("MRR Điều", justify="right")
    for name, figures in rankings.items():
        if figures:
            cells = (_percent(figures.get(column)) for column, _ in columns)
            table.add_row(name, *cells, _percent(figures.get("mrr_dieu@10")))
    return table


def _group_table(title: str, members: Mapping[str, Mapping[str, Any]]) -> Table:
    table = _table(title)
    table.add_column("Nhóm", max_width=34, overflow="fold")
    table.add_column("Số câu", justify="right")
    for heading in _COLUMNS.values():
        table.add_column(heading, justify="right")
    largest = sorted(members, key=lambda key: (-members[key]["questions"], key))
    for key in largest[:MANY]:
        figures = members[key]
        name = "(không cần căn cứ)" if key == "-" else key
        table.add_row(name, str(figures["questions"]), *(_percent(figures[column]) for column in _COLUMNS))
    if len(largest) > MANY:
        table.caption = f"… và {len(largest) - MANY} nhóm nữa trong báo cáo JSON"
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", header_style="bold", expand=False)


def _listed(sign: str, ids: Sequence[str]) -> str:
    return f"{sign}{len(ids)} {' '.join(ids)}" if ids else "0"


def _span(low_high: Sequence[float]) -> str:
    return f"{_percent(low_high[0])} – {_percent(low_high[1])}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.1f}".replace(".", ",")


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".replace(".", ",")
