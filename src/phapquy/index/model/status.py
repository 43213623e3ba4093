"""Report what is installed, with every hash verified."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from phapquy.config import Settings
from phapquy.errors import ModelError
from phapquy.index.model.install import model_folder
from phapquy.index.model.manifest import ModelManifest, read_manifest, wrong_hashes


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """The state of the configured model on this machine."""

    name: str
    folder: str
    installed: bool
    verified: bool
    """Whether every file has the hash it was installed with."""
    problem: str | None
    """In Vietnamese, what is wrong and the command that mends it."""
    bytes: int = 0
    dimension: int | None = None
    max_tokens: int | None = None
    query_prompt: str | None = None
    passage_prompt: str | None = None
    source: str | None = None
    identity: str | None = None
    check_cosine: float | None = None
    hashes: dict[str, str] | None = None

    @property
    def usable(self) -> bool:
        """Whether questions can be answered with it."""
        return self.installed and self.verified

    def to_json(self) -> dict[str, Any]:
        """Return the status as a JSON object."""
        return asdict(self)


def model_status(settings: Settings, name: str | None = None) -> ModelStatus:
    """Look at the configured model (or another by name); reads all its files to verify them."""
    name = name or settings.model
    folder = model_folder(settings, name)
    try:
        manifest = read_manifest(folder, name)
    except ModelError as error:
        return ModelStatus(name, str(folder), installed=folder.is_dir(), verified=False, problem=str(error))
    wrong = wrong_hashes(folder, manifest)
    problem = None
    if wrong:
        problem = f"Tệp {', '.join(wrong)} đã bị thay đổi. Hãy cài lại: phapquy model install --name {name} --force"
    return _describe(manifest, str(folder), problem)


def _describe(manifest: ModelManifest, folder: str, problem: str | None) -> ModelStatus:
    return ModelStatus(
        name=manifest.name,
        folder=folder,
        installed=True,
        verified=problem is None,
        problem=problem,
        bytes=sum(entry.size for entry in manifest.files.values()),
        dimension=manifest.dimension,
        max_tokens=manifest.max_tokens,
        query_prompt=manifest.query_prompt,
        passage_prompt=manifest.passage_prompt,
        source=manifest.source,
        identity=manifest.identity,
        check_cosine=manifest.check_cosine,
        hashes={name: entry.sha256 for name, entry in manifest.files.items()},
    )
