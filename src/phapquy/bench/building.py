"""Time the making of an index in a folder of its own, and the bare encoder on the same kind of text."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from phapquy.config import Settings
from phapquy.errors import PhapquyError, reason

if TYPE_CHECKING:
    from phapquy.index.snapshot import SnapshotInfo

SAMPLE = 400
"""Passages and titles encoded to time the bare encoder: some 5 s."""
SEED = 11


@dataclass(frozen=True, slots=True)
class Built:
    """A build from nothing: its seconds and how many texts (passages and titles) it encoded."""

    seconds: float
    encoded: int
    documents: int


def encoder_speed(settings: Settings, sample: int = SAMPLE) -> tuple[float, int]:
    """Return passages per second of the encoder alone, and how many were encoded.

    A seeded sample of what the index holds is encoded, bodies and titles in their own proportion.

    Raises:
        PhapquyError: there is no index or no model.
    """
    from phapquy.index.embedding import Encoder
    from phapquy.index.snapshot import Snapshot

    passages = Snapshot.open(settings).passages
    texts = [passage.body for passage in passages] + sorted({passage.title for passage in passages})
    chosen = random.Random(SEED).sample(texts, min(sample, len(texts)))
    encoder = Encoder.load(settings)
    encoder.encode_passages(chosen[:8])
    started = time.perf_counter()
    encoder.encode_passages(chosen)
    return len(chosen) / (time.perf_counter() - started), len(chosen)


def full_build(settings: Settings, *, core_only: bool = False) -> Built:
    """Build an index of all texts (or of the core ones) in a temporary home, which is thrown away.

    Raises:
        PhapquyError: there are no texts, no model, or no room to write.
    """
    from phapquy.corpus.library import Library
    from phapquy.index.build import build
    from phapquy.index.snapshot import newest

    with tempfile.TemporaryDirectory(prefix="phapquy-do-") as folder:
        aside = _borrowed(settings, Path(folder))
        slugs = [entry.slug for entry in Library(aside).manifest.core()] if core_only else None
        started = time.perf_counter()
        build(aside, slugs, force=True)
        seconds = time.perf_counter() - started
        info = newest(aside)
        if info is None:
            raise PhapquyError("Dựng xong mà không thấy chỉ mục. Hãy chạy: phapquy build")
        return Built(seconds, _encoded(info), len(info.documents))


def _encoded(info: SnapshotInfo) -> int:
    return info.passages + info.titles


def _borrowed(settings: Settings, folder: Path) -> Settings:
    """Return settings whose home is ``folder`` and whose texts are the real ones."""
    try:
        (folder / "corpus").symlink_to(settings.manifest_path.parent, target_is_directory=True)
    except OSError as error:
        raise PhapquyError(f"Không tạo được thư mục tạm để đo ({reason(error)}).") from error
    return settings.model_copy(update={"home": folder})


def share_of(built: Sequence[Built], encoder_per_s: float) -> float:
    """Return the speed of the builds as a share of the bare encoder's."""
    return sum(one.encoded for one in built) / sum(one.seconds for one in built) / encoder_per_s
