"""How an examination looks in a terminal of 100 columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from phapquy.cli.common import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phapquy.corpus.intake import Examination

_SAMPLES = 2
_KINDS = {
    "pdf": "tệp PDF", "scan": "bản quét", "docx": "tệp Word", "html": "trang web", "markdown": "tệp Markdown",
    "text": "văn bản thuần",
}  # fmt: skip
_PAGED = frozenset({"pdf", "scan"})
_DIAGNOSTICS = 5


def show(found: Examination) -> None:
    """Print everything that was found, for a person to compare with the original."""
    typer.echo(f"== {found.name}")
    for line in _lines(found):
        typer.echo(wrap(line, "   "))


def _lines(found: Examination) -> Iterator[str]:
    from phapquy.corpus.intake.facts import NAMES

    unsure = dict(found.facts.unsure)
    for name, label in NAMES.items():
        value = getattr(found.facts, name)
        shown = f"{value:%d/%m/%Y}" if isinstance(value, date) else value or "CHƯA RÕ"
        yield f"{label}: {shown}" + (f"  (xem lại: {unsure[name]})" if name in unsure else "")
    if found.fills:
        yield f"mã văn bản: {found.fills} (đã có trong danh mục, chưa có lời văn)"
    elif found.copy_of:
        yield f"mã văn bản: {found.copy_of} (danh mục đã có; đây là bản khác, sẽ ghi là bản riêng của cơ quan)"
    elif found.entry and not found.obstacles:
        yield f"mã văn bản: {found.entry.slug}"
    yield from _structure(found)
    yield from _reading(found)
    for one in found.duplicates:
        yield f"{'TRÙNG' if one.message in found.obstacles else 'LƯU Ý'}: {one.message} [{one.slug}]"


def _structure(found: Examination) -> Iterator[str]:
    counts = ", ".join(f"{number} {kind}" for kind, number in found.structure.counts)
    yield f"cấu trúc: {counts or 'không nhận ra điều, khoản nào'}"
    if found.structure.gaps:
        yield f"CẦN XEM: thiếu Điều {', '.join(found.structure.gaps)}"
    if found.structure.empty:
        yield f"CẦN XEM: điều không có lời văn: {', '.join(found.structure.empty)}"
    for line in found.structure.diagnostics[:_DIAGNOSTICS]:
        yield f"CẦN XEM: {line}"
    if len(found.structure.diagnostics) > _DIAGNOSTICS:
        yield f"CẦN XEM: còn {len(found.structure.diagnostics) - _DIAGNOSTICS} chỗ nữa, xem bằng --json"


def _reading(found: Examination) -> Iterator[str]:
    percent = f"{100 * found.read.quality:.1f}".replace(".", ",")
    pages = f", {len(found.read.pages)} trang" if found.read.kind in _PAGED else ""
    yield f"đọc từ: {_KINDS.get(found.read.kind, found.read.kind)}{pages}, chất lượng chữ {percent} %"
    for page in found.read.untrusted():
        yield f"CẦN ĐỐI CHIẾU: trang {page.number}" + (f": {page.why}" if page.why else "")
    for note in found.carried:
        yield f"CẦN ĐỐI CHIẾU (theo máy đã xuất tệp này): {note}"
    for change in found.read.changes:
        samples = "; ".join(change.samples[:_SAMPLES]).replace("→ ∅", "→ bỏ")
        yield f"đã sửa khi đọc: {change.step}, {change.count} chỗ" + (f" ({samples})" if samples else "")
    for line in found.read.warnings:
        yield f"LƯU Ý: {line}"
