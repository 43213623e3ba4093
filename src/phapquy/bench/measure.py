"""Take every measurement in turn; one that cannot be taken is a row that says why."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from phapquy.bench import budgets, building, process
from phapquy.bench.budgets import Budget, Row
from phapquy.bench.samples import COLD, QUESTIONS
from phapquy.config import Settings
from phapquy.errors import PhapquyError

Step = Callable[[str], None]
"""Called with what is about to be measured, in Vietnamese."""

_HELP_RUNS, _COLD_RUNS = 5, 3
_SERVED = 12
"""Questions put to the server before it is weighed."""
_PROBED = (
    budgets.OPEN,
    budgets.WARM_P50,
    budgets.WARM_P95,
    budgets.ENCODE_P50,
    budgets.WARM_RATIO,
    budgets.ANSWER_MEMORY,
    budgets.TORCH,
)


def measure_all(
    settings: Settings, *, quick: bool = False, build: bool = False, step: Step | None = None
) -> Iterator[Row]:
    """Yield the rows as they are measured.

    Args:
        settings: the installation to measure.
        quick: leave out the server, the encoder's speed and the builds.
        build: also build the whole index in a temporary folder (minutes).
        step: told before each measurement.
    """
    tell = step or (lambda _what: None)
    tell("trợ giúp")
    yield from _guarded([budgets.HELP], _help_rows)
    tell("hỏi từ dòng lệnh")
    yield from _guarded([budgets.COLD_ASK], _cold_rows)
    tell("trả lời khi đã nạp")
    yield from _guarded(_PROBED, _probe_rows)
    if quick:
        return
    tell("máy chủ")
    yield from _guarded([budgets.SERVER_MEMORY], _server_rows)
    tell("bộ mã hóa")
    speed = _guarded([budgets.ENCODER_SPEED], lambda: _encoder_rows(settings))
    yield from speed
    if build:
        tell("dựng chỉ mục (vài phút)")
    wanted = [budgets.CORE_BUILD, budgets.FULL_BUILD, budgets.BUILD_SPEED]
    if build:
        yield from _guarded(wanted, lambda: _build_rows(settings, speed[0].measured))
    else:
        yield from (Row(budget, None, "chưa đo; thêm --build") for budget in wanted)


def measure_web(step: Step | None = None) -> Iterator[Row]:
    """Yield the rows of the web page: one browser, then twenty people at once; ``step`` is told before each."""
    from phapquy.bench import web

    tell = step or (lambda _what: None)
    tell("trang web")
    try:
        with process.serving() as (port, _):
            yield from _guarded(web.BROWSER_BUDGETS, lambda: web.browser_rows(port))
            tell("20 người hỏi cùng lúc")
            yield from web.crowd_rows(port)
    except PhapquyError as error:
        yield Row(budgets.FIRST_PAGE, None, f"không đo được: {error}")


def probe_rows(found: dict[str, Any]) -> list[Row]:
    """Return the rows of one probe's figures (see :func:`phapquy.bench.probe.probe`)."""
    answers, encodings = sorted(found["answer_ms"]), sorted(found["encode_ms"])
    asked = f"{len(answers)} câu hỏi khác nhau, mỗi câu một lần"
    encode_p50 = median(encodings)
    return [
        Row(budgets.OPEN, found["open_s"], "tiến trình mới"),
        Row(budgets.WARM_P50, median(answers), asked),
        Row(budgets.WARM_P95, _p95(answers), asked),
        Row(budgets.ENCODE_P50, encode_p50, asked),
        Row(budgets.WARM_RATIO, median(answers) / encode_p50 if encode_p50 else None, "p50 / p50"),
        Row(budgets.ANSWER_MEMORY, found["peak_mb"], "VmHWM"),
        Row(budgets.TORCH, float(found["torch"]), "sys.modules sau khi trả lời"),
    ]


def _p95(ordered: Sequence[float]) -> float:
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def _help_rows() -> list[Row]:
    seconds = process.median_seconds(["-m", "phapquy", "--help"], _HELP_RUNS)
    return [Row(budgets.HELP, seconds, f"trung vị {_HELP_RUNS} lần, tiến trình mới")]


def _cold_rows() -> list[Row]:
    seconds = process.median_seconds(["-m", "phapquy", "ask", COLD, "--json"], _COLD_RUNS)
    return [Row(budgets.COLD_ASK, seconds, f"trung vị {_COLD_RUNS} lần, tiến trình mới")]


def _probe_rows() -> list[Row]:
    _, said = process.run(["-m", "phapquy.bench.probe"])
    return probe_rows(json.loads(said.splitlines()[-1]))


def _server_rows() -> list[Row]:
    peak = process.server_peak_mb(QUESTIONS[:_SERVED])
    return [Row(budgets.SERVER_MEMORY, peak, f"VmHWM sau khi mở trang và {_SERVED} câu hỏi")]


def _encoder_rows(settings: Settings) -> list[Row]:
    speed, count = building.encoder_speed(settings)
    return [Row(budgets.ENCODER_SPEED, speed, f"{count} đoạn lấy ngẫu nhiên từ chỉ mục")]


def _build_rows(settings: Settings, encoder_per_s: float | None) -> list[Row]:
    core = building.full_build(settings, core_only=True)
    full = building.full_build(settings)
    share = building.share_of([full], encoder_per_s) if encoder_per_s else None
    return [
        Row(budgets.CORE_BUILD, core.seconds, f"{core.documents} văn bản, {core.encoded} đoạn, từ đầu"),
        Row(budgets.FULL_BUILD, full.seconds, f"{full.documents} văn bản, {full.encoded} đoạn, từ đầu"),
        Row(budgets.BUILD_SPEED, share, "đoạn mỗi giây, cả lượt dựng / riêng bộ mã hóa"),
    ]


def _guarded(wanted: Iterable[Budget], measure: Callable[[], list[Row]]) -> list[Row]:
    try:
        return measure()
    except PhapquyError as error:
        return [Row(budget, None, f"không đo được: {error}") for budget in wanted]
