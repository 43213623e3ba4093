"""The entries this installation added itself, in ``manifest.local.toml`` beside the versioned manifest.

The versioned manifest belongs to the project and is never written; this file belongs to the office. Both are
merged when the manifest is loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

LOCAL_NAME = "manifest.local.toml"
_HEAD = (
    "# Các văn bản do cơ quan này tự thêm (phapquy corpus add). Tệp này do phapquy ghi;\n"
    "# gỡ một văn bản bằng: phapquy corpus remove MÃ-VĂN-BẢN\n"
)


def local_path(manifest_path: Path) -> Path:
    """Return where the entries of this installation are, given the versioned manifest."""
    return manifest_path.with_name(LOCAL_NAME)


def to_toml(entries: Iterable[Mapping[str, Any]]) -> str:
    """Write entries (as ``Entry.model_dump(mode="python")`` gives them) as the text of the local manifest."""
    return "\n".join([_HEAD, *(_table(entry) for entry in entries)])


def _table(entry: Mapping[str, Any]) -> str:
    lines = ["[[document]]"]
    nested: list[tuple[str, Mapping[str, Any]]] = []
    for name, value in entry.items():
        if name not in _ALWAYS and (value is None or value in ((), [], "", False)):
            continue
        if isinstance(value, (tuple, list)) and value and isinstance(value[0], Mapping):
            nested.extend((name, item) for item in value)
        else:
            lines.append(f"{name} = {_value(value)}")
    for name, item in nested:
        lines.append(f"\n[[document.{name}]]")
        lines.extend(f"{key} = {_value(value)}" for key, value in item.items() if value not in (None, ""))
    return "\n".join(lines) + "\n"


_ALWAYS = frozenset({"complete"})
"""Fields that have no default and must be written whatever they say."""


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(_value(item) for item in value)}]"
    # A JSON string is a TOML basic string but for DEL, which TOML wants escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
