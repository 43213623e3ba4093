"""The further sections of a report for people: refusals, changed questions, controls, calibration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

_NAMED = 12
"""Questions named in a cell; the JSON has them all."""
_CONTROLS = {
    "right": "Đúng",
    "outcome": "Kết cục",
    "level": "Cấp",
    "organs": "C.quan",
    "cited_all": "Đủ CC",
    "recall_khoan": "CC khoản",
    "precision_khoan": "Chuẩn",
    "not_found_recall": "Từ chối đúng",
    "answerable_refused": "Từ chối oan",
    "mrr_khoan@10": "MRR",
}
_EXPECTS = {"same": "như cũ", "unit": "như cũ", "changed": "khác"}
_PARTS = {"outcome": "K.cục", "level": "Cấp", "holders": "C.quan", "first": "CC đầu", "bases": "Mọi CC"}


def section_tables(found: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Yield the tables of the sections that a report has."""
    if refusals := found.get("refusals"):
        yield refusal_line(refusals)
    if changed := found.get("metamorphic"):
        yield from metamorphic_tables(changed)
    if controls := found.get("controls"):
        yield control_table(controls)
    if calibration := found.get("calibration"):
        yield from calibration_tables(calibration)


def refusal_line(found: Mapping[str, Any]) -> Text:
    """Return one line on what is refused."""
    return Text(
        f"Từ chối đúng {_percent(found['not_found_recall'])} % của {found['not_found']} câu không có đáp án "
        f"({_span(found['not_found_recall_95'])}); từ chối oan {_percent(found['answerable_refused'])} % "
        f"của {found['answerable']} câu có đáp án ({_span(found['answerable_refused_95'])})"
    )


def metamorphic_tables(found: Mapping[str, Mapping[str, Any]]) -> Iterator[Table]:
    """Yield how often each relation holds, and the share that is right before and after."""
    table = _table("Hỏi lại dưới dạng khác: câu trả lời có giữ đúng quan hệ không")
    for heading in ("Cách đổi", "Cần", "Câu", "Giữ", "95 %", *_PARTS.values()):
        table.add_column(heading, justify="left" if heading in {"Cách đổi", "Cần"} else "right", no_wrap=True)
    for one in found.values():
        parts = [_percent(one["parts"].get(part)) for part in _PARTS]
        low, high = one["interval_95"]
        cells = (str(one["questions"]), _percent(one["holds"]), f"{low * 100:.0f}–{high * 100:.0f}")
        table.add_row(one["title"], _EXPECTS[one["expects"]], *cells, *parts)
    yield table
    gold = _table("Đúng mọi phần, trước và sau khi đổi (cùng những câu ấy)")
    for heading in ("Cách đổi", "Trước", "Sau", "Trong 3 điểm", "Được thêm", "Mất đi"):
        gold.add_column(heading, justify="right" if heading in {"Trước", "Sau"} else "left", overflow="fold")
    for one in found.values():
        if "right_plain" in one:
            within = "có" if one["within_3_points"] else "KHÔNG"
            rates = (_percent(one["right_plain"]), _percent(one["right_changed"]))
            gold.add_row(one["title"], *rates, within, _ids(one["gained"]), _ids(one["lost"]))
    yield gold


def control_table(found: Mapping[str, Mapping[str, Any]]) -> Table:
    """Return the figures of the broken assistants beside ours."""
    table = _table("Đối chứng: trợ lý cố ý làm hỏng phải có điểm thấp")
    table.add_column("Trợ lý", max_width=20, overflow="fold")
    for heading in _CONTROLS.values():
        table.add_column(heading, justify="right", overflow="fold")
    for name, figures in found.items():
        table.add_row(name, *(_percent(figures.get(column)) for column in _CONTROLS))
    return table


def calibration_tables(found: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Yield how far the confidence can be trusted, refusals out of fold, and risk against coverage."""
    table = _table(
        f"Hiệu chỉnh, {found['folds']} phần, trên {found['questions']} câu ({found['not_found']} không có đáp án)"
    )
    for heading in ("Độ tin cậy phân biệt", "AUROC", "Brier", "ECE"):
        table.add_column(heading, justify="right" if heading != "Độ tin cậy phân biệt" else "left")
    for title, name in (
        ("câu có và không có đáp án", "answerable"),
        ("câu trả lời đúng mọi phần và câu khác", "right"),
    ):
        fitted = found[f"reliability_{name}"]
        table.add_row(title, *(_percent(value) for value in (found[f"auroc_{name}"], fitted["brier"], fitted["ece"])))
    yield table
    refusals = _table("Từ chối theo ngưỡng")
    for heading in ("Ngưỡng", "Từ chối đúng", "95 %", "Từ chối oan", "95 % ", "Câu oan"):
        refusals.add_column(heading, justify="left" if heading in {"Ngưỡng", "Câu oan"} else "right", overflow="fold")
    for title, name in (("đang dùng", "in_use"), ("chọn ở 9 phần, chấm ở phần thứ 10", "out_of_fold")):
        one = found[name]
        kept = (_percent(one["not_found_recall"]), _span(one["not_found_recall_95"]))
        lost = (_percent(one["answerable_refused"]), _span(one["answerable_refused_95"]))
        refusals.add_row(title, *kept, *lost, _ids(one["refused_wrongly"]))
    yield refusals
    yield _risk_table(found["risk_coverage"])


def _risk_table(found: Mapping[str, Any]) -> Table:
    table = _table("Rủi ro theo độ phủ (chỉ trả lời những câu chắc nhất)")
    for heading in ("Độ phủ", "Số câu trả lời", "Tỷ lệ sai", "95 %"):
        table.add_column(heading, justify="right")
    for row in found["table"]:
        shares = (_percent(row["error"]), _span(row["error_95"]))
        table.add_row(_percent(row["coverage"]), str(row["answered"]), *shares)
    table.caption = f"AURC {_percent(found['aurc'])}; thứ tự hoàn hảo: {_percent(found['aurc_best'])}"
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", header_style="bold", expand=False)


def _ids(ids: Sequence[str]) -> str:
    more = f" … (+{len(ids) - _NAMED})" if len(ids) > _NAMED else ""
    return f"{len(ids)} {' '.join(ids[:_NAMED])}{more}" if ids else "0"


def _span(low_high: Sequence[float]) -> str:
    return f"{_percent(low_high[0])}–{_percent(low_high[1])}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.1f}".replace(".", ",")
