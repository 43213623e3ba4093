"""A power as one record of an exported file, and back to counts: what is written can be counted again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from phapquy.authority.matrix import column_of, task_key
from phapquy.authority.power import Power
from phapquy.authority.today import note_on
from phapquy.authority.topics import FIELDS
from phapquy.law.holder import LEVEL_NAMES

COLUMNS = {
    "field": "Mã lĩnh vực", "field_name": "Lĩnh vực", "task": "Nhiệm vụ", "normal": "Nhiệm vụ (để so)",
    "holder": "Cơ quan", "column": "Cột ma trận", "level": "Cấp", "unit": "Loại đơn vị", "role": "Vai trò",
    "verb": "Động từ", "condition": "Điều kiện", "exception": "Trừ", "mode": "Cách giao", "former": "Trước đây",
    "basis": "Mã điều khoản", "label": "Điều khoản", "source": "Nơi có lời văn", "span": "Vị trí",
    "via": "Theo dẫn chiếu", "moved": "Nhiệm vụ gốc ở", "renamed": "Thay tên cơ quan theo", "start": "Từ ngày",
    "end": "Đến trước ngày", "note": "Ghi chú",
}  # fmt: skip
"""Keys of a record, with their titles for a person."""
DAYS = frozenset({"start", "end"})
"""Keys whose values are days, written as ISO 8601."""


def record(power: Power, cite: Callable[[str], str] | None = None, day: date | None = None) -> dict[str, Any]:
    """Return a power as plain values; lists stay lists. The note is on a holder that is no more on the day."""
    basis = str(power.basis)
    return {
        "field": power.field,
        "field_name": FIELDS[power.field][0],
        "task": " ".join(power.task.split()),
        "normal": task_key(power),
        "holder": power.holder.name,
        "column": column_of(power.holder).name,
        "level": power.level.value,
        "unit": power.unit,
        "role": power.act.value,
        "verb": power.verb,
        "condition": power.condition,
        "exception": power.exception,
        "mode": power.mode.value,
        "former": power.former.name if power.former else None,
        "basis": basis,
        "label": cite(basis) if cite else basis,
        "source": str(power.source),
        "span": list(power.span),
        "via": list(map(str, power.via)),
        "moved": list(map(str, power.moved)),
        "renamed": str(power.renamed) if power.renamed else None,
        "start": power.start.isoformat() if power.start else None,
        "end": power.end.isoformat() if power.end else None,
        "note": note_on(power, day) or None,
    }


def flat(
    powers: Iterable[Power], cite: Callable[[str], str] | None = None, day: date | None = None
) -> Iterator[list[str]]:
    """Yield the records as rows of text for CSV and XLSX, one at a time; the level in words."""
    for power in powers:
        values = record(power, cite, day) | {"level": LEVEL_NAMES[power.level]}
        yield [_text(values[key]) for key in COLUMNS]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
