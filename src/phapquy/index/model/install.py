"""Install an embedding model: get the weights, convert, export, check, and publish the folder at once."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from phapquy.config import DEFAULT_MODEL, Settings
from phapquy.errors import ModelError, reason
from phapquy.index.model import manifest as facts
from phapquy.index.model.manifest import ModelManifest

if TYPE_CHECKING:
    from phapquy.index.model.source import SourceModel

Progress = Callable[[str, float], None]
"""Called with what is being done (Vietnamese) and the fraction done, 0 to 1."""
HUB_DEFAULT = "intfloat/multilingual-e5-small"
"""Where the default comes from on a machine without the package that carries it."""
_STALE_SECONDS = 6 * 3600
_WORKING_BYTES = 1_500_000_000
"""Room wanted for the intermediate files of the default model."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """Prompts asked for on the command line; None keeps the model's own."""

    query: str | None = None
    passage: str | None = None

    def fit(self, manifest: ModelManifest) -> bool:
        """Whether an installed model already uses them."""
        return self.query in (None, manifest.query_prompt) and self.passage in (None, manifest.passage_prompt)


@dataclass(frozen=True, slots=True)
class Installed:
    """The outcome of an installation."""

    folder: Path
    manifest: ModelManifest
    fresh: bool
    """False when the model was already there."""


def model_folder(settings: Settings, name: str | None = None) -> Path:
    """Return the folder of a model (the configured one by default), installed or not."""
    return settings.model_dir / facts.safe_name(name or settings.model)


def install(
    settings: Settings,
    name: str | None = None,
    *,
    prompts: Prompts | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Installed:
    """Install a model under its name, or return at once when it is there already.

    Everything is written to a folder aside, checked, and renamed; a failure leaves what was there.

    Raises:
        ModelError: the model cannot be had, converted, checked or written.
    """
    name = name or settings.model
    prompts = prompts or Prompts()
    folder = model_folder(settings, name)
    if not force and (found := _installed(folder, name)) and prompts.fit(found):
        return Installed(folder, found, fresh=False)
    tell = progress or (lambda _text, _fraction: None)
    try:
        settings.model_dir.mkdir(parents=True, exist_ok=True)
        _sweep(settings.model_dir)
        _check_room(settings.model_dir)
        aside = settings.model_dir / f".{folder.name}.{os.getpid()}.moi"
        try:
            made = _build(aside, name, prompts, settings, tell)
            _publish(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise ModelError(
            f"Không ghi được mô hình vào {settings.model_dir} ({reason(error)}). "
            "Hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc đặt PHAPQUY_MODEL_DIR sang thư mục khác."
        ) from error
    tell("Đã cài xong", 1.0)
    return Installed(folder, made, fresh=True)


def _installed(folder: Path, name: str) -> ModelManifest | None:
    try:
        found = facts.read_manifest(folder, name)
    except ModelError:
        return None
    return found if found.recipe == facts.RECIPE else None


def _build(aside: Path, name: str, prompts: Prompts, settings: Settings, tell: Progress) -> ModelManifest:
    """Make the whole model folder at ``aside`` and return its manifest, checked and written."""
    sentences = aside / facts.SENTENCE_FOLDER
    aside.mkdir()
    origin, packaged = _obtain(name, sentences, tell)
    tell("Nạp mô hình gốc", 0.15)
    from phapquy.index.model.source import load_source

    source = load_source(str(sentences) if packaged else origin)
    if not packaged:
        source.model.save(str(sentences), create_model_card=False)
    _convert(source, aside, tell)
    tell("Kiểm tra mô hình vừa chuyển", 0.9)
    from phapquy.index.embedding import Encoder
    from phapquy.index.model.selfcheck import check

    draft = _describe(aside, source, name=name, origin=origin, prompts=prompts)
    cosine = check(Encoder(aside, draft, threads=settings.threads), source)
    made = draft.model_copy(update={"check_cosine": cosine})
    facts.write_manifest(aside, made)
    return made


def _convert(source: SourceModel, aside: Path, tell: Progress) -> None:
    from phapquy.index.model.export import export_graph, quantise
    from phapquy.index.model.outliers import outlier_layers

    tell("Chuyển mô hình sang ONNX", 0.4)
    whole = aside / "fp32.onnx"
    export_graph(source, whole)
    tell("Nén trọng số xuống 8 bit", 0.6)
    quantise(whole, aside, keep=outlier_layers(source))
    whole.unlink()


def _describe(aside: Path, source: SourceModel, *, name: str, origin: str, prompts: Prompts) -> ModelManifest:
    files = facts.describe_files(aside)
    query = source.query_prompt if prompts.query is None else prompts.query
    passage = source.passage_prompt if prompts.passage is None else prompts.passage
    identity = facts.identity_of(
        files, query_prompt=query, passage_prompt=passage, max_tokens=source.max_tokens, pooling=source.pooling
    )
    return ModelManifest(
        name=name,
        source=origin,
        dimension=source.dimension,
        max_tokens=source.max_tokens,
        pad_id=source.pad_id,
        pooling=source.pooling,
        normalised=source.normalised,
        query_prompt=query,
        passage_prompt=passage,
        recipe=facts.RECIPE,
        check_cosine=0.0,
        identity=identity,
        files=files,
    )


def _obtain(name: str, sentences: Path, tell: Progress) -> tuple[str, bool]:
    """Return where the weights come from, and whether their folder has been written from the package."""
    if name != DEFAULT_MODEL:
        given = Path(name).expanduser()
        return (str(given.resolve()) if given.is_dir() else name), False
    from phapquy.index.model import convert
    from phapquy.index.model.weights import WeightFile

    packaged = convert.packaged_weights()
    if packaged is None:
        return HUB_DEFAULT, False
    tell("Kiểm tra tệp trọng số", 0.0)
    convert.check_pinned(packaged)
    tell("Chuyển đổi trọng số", 0.05)
    convert.write_folder(WeightFile(packaged), sentences)
    return convert.packaged_source(), True


def _publish(aside: Path, folder: Path) -> None:
    """Put the new folder in place; the old one is moved away first and removed after."""
    old = folder.with_name(f".{folder.name}.{os.getpid()}.cu")
    if folder.exists():
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if old.exists() and not folder.exists():
            old.rename(folder)
        if not (folder / facts.MANIFEST).is_file():
            raise
        logging.getLogger(__name__).info("another process has just installed %s", folder.name)
    shutil.rmtree(old, ignore_errors=True)


def _sweep(model_dir: Path) -> None:
    """Remove what an interrupted installation left long ago."""
    for left in model_dir.glob(".*.moi"):
        if time.time() - left.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _check_room(model_dir: Path) -> None:
    free = shutil.disk_usage(model_dir).free
    if free < _WORKING_BYTES:
        raise ModelError(
            f"Không đủ chỗ để cài mô hình: {model_dir} còn {free / 1e9:.1f} GB, "
            f"cần khoảng {_WORKING_BYTES / 1e9:.1f} GB. Hãy dọn bớt đĩa hoặc đặt PHAPQUY_MODEL_DIR sang ổ khác."
        )
