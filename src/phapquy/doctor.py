"""A check-up of an installation: texts, model, index, disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.errors import PhapquyError
from phapquy.index.freshness import freshness
from phapquy.index.model.manifest import read_manifest, safe_name
from phapquy.index.snapshot import Snapshot

_FREE_BYTES = 1_000_000_000
"""A build needs room for a second snapshot and its temporary files."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in Vietnamese, with the command that mends it."""

    what: str
    ok: bool
    detail: str
    remedy: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """Yield what was found; never raises for a broken installation."""
    checks = {"Kho văn bản": _texts, "Mô hình": _model, "Chỉ mục": _index, "Đĩa": _disk}
    for name, check in checks.items():
        try:
            yield check(settings)
        except (PhapquyError, OSError) as error:
            yield Finding(name, False, str(error) if isinstance(error, PhapquyError) else f"không đọc được ({error})")


def _texts(settings: Settings) -> Finding:
    library = Library(settings)
    have, all_of_them = library.available(), library.manifest.slugs
    return Finding(
        "Kho văn bản", len(have) == len(all_of_them), f"{len(have)}/{len(all_of_them)} văn bản đúng bản",
        "" if len(have) == len(all_of_them) else "phapquy corpus pull",
    )  # fmt: skip


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


def _disk(settings: Settings) -> Finding:
    if not settings.home.is_dir():
        return Finding("Đĩa", False, f"không có thư mục {settings.home}", "Đặt PHAPQUY_HOME trỏ tới thư mục đã có")
    free = shutil.disk_usage(settings.home).free
    writable = os.access(settings.indexes_dir if settings.indexes_dir.exists() else settings.home, os.W_OK)
    detail = f"còn {free / 1e9:.1f} GB" + ("" if writable else ", thư mục chỉ mục không ghi được")
    return Finding(
        "Đĩa", free > _FREE_BYTES and writable, detail, "" if free > _FREE_BYTES else "Giải phóng ít nhất 1 GB"
    )
