"""Build a snapshot: read, cut, encode, index, write aside, publish by one rename.

A build that dies leaves the published snapshots untouched. Documents that did not change since an earlier
snapshot keep their passages and vectors.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.corpus.local import LOCAL_NAME
from phapquy.corpus.lock import file_lock
from phapquy.errors import SnapshotError, TextError, UsageError, reason
from phapquy.index.embedding import Encoder
from phapquy.index.encode import DocumentEncoder, Encoded, Progress, title_vectors
from phapquy.index.lexicon import VIEWS, Lexicon, tokens_of
from phapquy.index.model.manifest import read_manifest, safe_name
from phapquy.index.passages import PASSAGE_VERSION, Passage
from phapquy.index.segmented import Segmented
from phapquy.index.snapshot import Snapshot, SnapshotInfo, list_files, published
from phapquy.index.trees import to_rows
from phapquy.index.units import write_units
from phapquy.index.vectors import VectorIndex
from phapquy.vietnamese.diacritics import Restorer
from phapquy.vietnamese.normalize import NORMALISER_VERSION

logger = logging.getLogger(__name__)

_KEEP = 2
"""Published snapshots that stay: the one just built, and the one a server may still be reading; also the newest
that holds the whole corpus."""
_ASIDE = ".dang-lap-"


def recipe_of(model_identity: str) -> str:
    """Name what decides the vectors of a text: model, normaliser, cutting."""
    return f"passages-{PASSAGE_VERSION} normaliser-{NORMALISER_VERSION} model-{model_identity}"


def recipe_of_manifest(settings: Settings) -> str:
    """Name the recipe a build would use now, without loading the model.

    Raises:
        ModelError: no model is installed.
    """
    return recipe_of(read_manifest(settings.model_dir / safe_name(settings.model), settings.model).identity)


@dataclass(frozen=True)
class _Job:
    """What one build works with."""

    settings: Settings
    library: Library
    slugs: tuple[str, ...]
    complete: bool
    encoder: Encoder
    recipe: str
    folder: Path
    report: Progress
    force: bool


def build(
    settings: Settings,
    slugs: Sequence[str] | None = None,
    progress: Progress | None = None,
    *,
    force: bool = False,
) -> str:
    """Build and publish a snapshot.

    Args:
        settings: where texts, model and snapshots are.
        slugs: the documents to hold; all that can be answered from by default.
        progress: called with a Vietnamese line and the share done (0 to 1).
        force: encode everything again, even what did not change.

    Returns:
        The new snapshot's id.

    Raises:
        PhapquyError: no texts, no model, or the indexes folder cannot be written.
    """
    report = progress or (lambda _line, _share: None)
    with _alone(settings, report):
        return _build(settings, slugs, report, force=force)


def _build(settings: Settings, slugs: Sequence[str] | None, report: Progress, *, force: bool) -> str:
    library = Library(settings)
    available = library.answerable()
    unknown = sorted(set(slugs or ()) - set(library.manifest.slugs))
    if unknown:
        raise UsageError(f"Danh mục không có văn bản {', '.join(unknown)}. Xem mã văn bản: phapquy corpus status")
    wanted = tuple(slug for slug in available if slugs is None or slug in slugs)
    if not wanted:
        raise SnapshotError("Chưa có văn bản nào để lập chỉ mục. Hãy chạy: phapquy corpus pull --from THƯ-MỤC")
    report("Nạp mô hình", 0.0)
    encoder = Encoder.load(settings)
    folder = _begin(settings)
    complete, recipe = len(wanted) == len(available), recipe_of(encoder.identity)
    job = _Job(settings, library, wanted, complete, encoder, recipe, folder, report, force)
    try:
        info = _make(job, None if force else _previous(settings, job.recipe))
        _publish(settings, folder, info)
    except OSError as error:
        raise SnapshotError(f"Không ghi được chỉ mục ({reason(error)}). Hãy kiểm tra chỗ trống trên đĩa.") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report("Xong", 1.0)
    return info.id


@contextmanager
def _alone(settings: Settings, report: Progress) -> Iterator[None]:
    """Let one build run at a time, so that the last one to finish has seen every text there was before it began.

    Raises:
        SnapshotError: the indexes folder cannot be written.
    """
    path = settings.indexes_dir / ".khoa"
    with ExitStack() as held:
        try:
            held.enter_context(file_lock(path, 0, _Waiting))
        except _Waiting:
            report("Đợi lần lập chỉ mục khác xong", 0.0)
            held.enter_context(file_lock(path, -1, _Waiting))
        except TextError as error:
            raise SnapshotError(f"{error} Hoặc đặt PHAPQUY_HOME sang thư mục khác.") from error
        yield


class _Waiting(Exception):
    """Another build holds the lock."""


def _begin(settings: Settings) -> Path:
    """Make the folder that is written aside.

    Raises:
        SnapshotError: the indexes folder cannot be written.
    """
    folder = settings.indexes_dir / f"{_ASIDE}{os.getpid()}-{secrets.token_hex(3)}"
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise SnapshotError(
            f"Không ghi được vào thư mục chỉ mục {settings.indexes_dir} ({reason(error)}). "
            "Hãy cấp quyền ghi, hoặc đặt PHAPQUY_HOME sang thư mục khác."
        ) from error
    return folder


def _previous(settings: Settings, recipe: str) -> Snapshot | None:
    """Open the richest snapshot made by the same recipe, to take unchanged documents from."""
    for info in sorted(published(settings), key=lambda one: len(one.documents), reverse=True):
        if info.recipe == recipe:
            try:
                return Snapshot.open(settings, info)
            except SnapshotError:
                logger.warning("snapshot %s is damaged and is not reused", info.id)
    return None


def _make(job: _Job, previous: Snapshot | None) -> SnapshotInfo:
    """Write every file of the snapshot into the folder, its manifest last."""
    documents = DocumentEncoder(job.library, job.encoder, job.recipe, previous)
    encoded = documents.run(job.slugs, job.report)
    documents.save(job.folder)
    titles = list(dict.fromkeys(passage.title for passage in encoded.passages))
    job.report("Mã hóa tiêu đề", 0.9)
    _vectors(job.folder / "body.faiss", encoded.vectors)
    _vectors(job.folder / "title.faiss", title_vectors(titles, job.encoder, previous))
    job.report("Lập chỉ mục từ vựng", 0.93)
    segmented = Segmented(job.settings.indexes_dir, fresh=job.force)
    _lexicon(encoded.passages, segmented).save(job.folder)
    segmented.save()
    job.report("Học dấu tiếng Việt", 0.98)
    _write_texts(job)
    _dump(job.folder / "passages.json", _tables(encoded.passages, titles))
    info = _info(job, encoded, len(titles))
    _dump(job.folder / "manifest.json", info.to_json())
    logger.info("snapshot %s: %d passages, %d documents reused", info.id, info.passages, encoded.reused)
    return info


def _vectors(path: Path, vectors: Any) -> None:
    VectorIndex.build(np.arange(len(vectors)), vectors).save(path)


def _write_texts(job: _Job) -> None:
    """Write the texts, their trees, the unit history, the facts of the documents, and the model trained on them."""
    documents = {slug: job.library.held(slug) for slug in job.slugs}
    plain = (entry for slug in job.slugs for entry in job.library.plain(slug))
    asked = (line for entry in plain for line in (entry.plain, *entry.ask))
    texts = (document.text for document in documents.values())
    Restorer.train(texts, asked).save(job.folder / "restorer.bin")
    _dump(job.folder / "texts.json", {slug: document.text for slug, document in documents.items()})
    _dump(job.folder / "trees.json", {slug: to_rows(document) for slug, document in documents.items()})
    write_units(job.folder, documents.values())
    facts = job.library.manifest_files  # as read when the build began: a document added meanwhile is for the next one
    (job.folder / facts.path.name).write_bytes(facts.versioned)
    if facts.local is not None:
        (job.folder / LOCAL_NAME).write_bytes(facts.local)
    shutil.copyfile(job.settings.manifest_path.with_name("amendments.csv"), job.folder / "amendments.csv")


def _info(job: _Job, encoded: Encoded, titles: int) -> SnapshotInfo:
    now = datetime.now(UTC)
    return SnapshotInfo(
        id=f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
        path=job.folder,
        created=now.isoformat(),
        complete=job.complete,
        corpus_hash=job.library.corpus_hash(job.slugs),
        facts_hash=job.library.facts_hash,
        recipe=job.recipe,
        model=job.encoder.name,
        model_identity=job.encoder.identity,
        dimension=job.encoder.dimension,
        documents=job.slugs,
        digests=tuple(slug for slug in job.slugs if job.library.stands_in(slug)),
        passages=len(encoded.passages),
        titles=titles,
        files=list_files(job.folder),
    )


def _tables(passages: Sequence[Passage], titles: Sequence[str]) -> dict[str, Any]:
    """Passages as rows; titles and lead-ins, which repeat, by number."""
    leads = list(dict.fromkeys(passage.lead for passage in passages))
    title_no = {title: number for number, title in enumerate(titles)}
    lead_no = {lead: number for number, lead in enumerate(leads)}
    rows = [
        [
            one.id,
            one.slug,
            one.part,
            one.start,
            one.end,
            title_no[one.title],
            lead_no[one.lead],
            one.text,
            int(one.plain),
        ]
        for one in passages
    ]
    return {"titles": titles, "leads": leads, "passages": rows}


def _lexicon(passages: Sequence[Passage], segmented: Segmented) -> Lexicon:
    """Index title, lead-in and, counted twice, the words of each passage; repeated titles are cut up once."""

    def cut(view: str, text: str) -> list[str]:
        return segmented.words(text) if view == "words" else tokens_of(view, text)

    @lru_cache(maxsize=4096)
    def shared(view: str, text: str) -> tuple[str, ...]:
        return tuple(cut(view, text))

    def tokens(view: str, one: Passage) -> list[str]:
        return [*shared(view, one.title), *shared(view, one.lead), *cut(view, one.text) * 2]

    return Lexicon.build({view: [tokens(view, one) for one in passages] for view in VIEWS})


def _dump(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _publish(settings: Settings, folder: Path, info: SnapshotInfo) -> None:
    """Make the snapshot visible by one rename, then drop old ones and what dead builds left."""
    _sync(folder.rglob("*"))
    folder.rename(settings.indexes_dir / info.id)
    infos = published(settings)
    complete = next((one.id for one in infos if one.complete), None)
    for old in infos[_KEEP:]:
        if old.id != complete:
            shutil.rmtree(old.path, ignore_errors=True)
    for left in settings.indexes_dir.glob(f"{_ASIDE}*"):
        if not _alive(left.name.removeprefix(_ASIDE).split("-")[0]):
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _sync(paths: Iterable[Path]) -> None:
    """Flush files to disk so that a power cut cannot publish an empty snapshot."""
    for path in paths:
        if path.is_file():
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
