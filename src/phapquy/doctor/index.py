"""The check-up of model, index and disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from phapquy.config import Settings
from phapquy.doctor.finding import Finding
from phapquy.index.freshness import freshness
from phapquy.index.model.manifest import read_manifest, safe_name
from phapquy.index.snapshot import Snapshot, newest

_FREE_BYTES = 1_000_000_000
"""A build needs room for a second snapshot and its temporary files."""


def _model(settings: Settings) -> Finding:
    manifest = read_manifest(settings.model_dir / safe_name(settings.model), settings.model)
    return Finding("Mô hình", True, f"{manifest.name}, {manifest.dimension} chiều")


def _index(settings: Settings) -> Finding:
    state = freshness(settings)
    if state.info is None:
        return Finding("Chỉ mục", False, "chưa có", "phapquy build")
    Snapshot.open(settings, state.info)
    if state.behind:
        return Finding("Chỉ mục", False, " ".join(state.behind), "phapquy build")
    return Finding("Chỉ mục", True, f"{state.info.id}, {state.info.passages} đoạn, {len(state.info.documents)} văn bản")


def _fit(settings: Settings) -> Finding:
    state = freshness(settings)
    if state.info is None:
        return Finding("Mô hình của chỉ mục", True, "chưa có chỉ mục để so")
    if state.other_model:
        detail = f"chỉ mục lập bằng {state.info.model}, cấu hình dùng {settings.model} hoặc bản khác của nó"
        return Finding("Mô hình của chỉ mục", False, detail, "phapquy build")
    return Finding("Mô hình của chỉ mục", True, f"{state.info.model}, đúng mô hình đang cài")


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}".replace(".", ",")


def _disk(settings: Settings) -> Finding:
    if not settings.home.is_dir():
        return Finding("Đĩa", False, f"không có thư mục {settings.home}", "Đặt PHAPQUY_HOME trỏ tới thư mục đã có")
    free = shutil.disk_usage(settings.home).free
    info = newest(settings)
    needed = _FREE_BYTES + (sum(size for size, _ in info.files.values()) if info else 0)
    closed = [
        name
        for name, path in (("chỉ mục", settings.indexes_dir), ("văn bản", settings.manifest_path.parent))
        if not os.access(path if path.exists() else settings.home, os.W_OK)
    ]
    detail = f"còn {_gigabytes(free)} GB" + "".join(f", thư mục {name} không ghi được" for name in closed)
    remedy = "" if free > needed else f"Giải phóng ít nhất {_gigabytes(needed)} GB"
    return Finding("Đĩa", free > needed and not closed, detail, remedy)


INDEX_CHECKS: dict[str, Callable[[Settings], Finding]] = {
    "Mô hình": _model,
    "Chỉ mục": _index,
    "Mô hình của chỉ mục": _fit,
    "Đĩa": _disk,
}
"""The checks in the order they are shown."""
