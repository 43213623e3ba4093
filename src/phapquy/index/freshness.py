"""Whether the published index still fits the corpus and the model."""

from __future__ import annotations

from dataclasses import dataclass

from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.index.snapshot import SnapshotInfo, newest


@dataclass(frozen=True, slots=True)
class Freshness:
    """The newest snapshot against what is there now; each line says one way in which it is behind."""

    info: SnapshotInfo | None
    behind: tuple[str, ...]
    other_model: bool = False
    """Whether its vectors are of another model, or of passages cut otherwise, than a build would make now."""

    @property
    def current(self) -> bool:
        """Whether there is a snapshot and nothing newer to index."""
        return self.info is not None and not self.behind


def freshness(settings: Settings, library: Library | None = None) -> Freshness:
    """Compare the newest snapshot with corpus, facts and model."""
    from phapquy.index.build import recipe_of_manifest

    info = newest(settings)
    if info is None:
        return Freshness(None, ("Chưa có chỉ mục.",))
    library = library or Library(settings)
    available = library.answerable()
    behind = []
    if set(info.documents) != set(available):
        behind.append(f"Chỉ mục có {len(info.documents)} văn bản, kho có {len(available)}.")
    elif info.corpus_hash != library.corpus_hash(available):
        behind.append("Có văn bản đã đổi so với chỉ mục.")
    if info.facts_hash != library.facts_hash:
        behind.append("Danh mục hoặc bảng sửa đổi đã đổi so với chỉ mục.")
    other_model = info.recipe != recipe_of_manifest(settings)
    if other_model:
        behind.append("Chỉ mục được lập bằng mô hình hoặc cách cắt đoạn khác.")
    return Freshness(info, tuple(behind), other_model)


def is_current(settings: Settings) -> bool:
    """Whether the newest snapshot fits corpus and model, so that no build is needed."""
    return freshness(settings).current
