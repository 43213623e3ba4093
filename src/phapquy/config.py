"""Where things are and how they run: one frozen settings object.

Values come, in this order, from ``PHAPQUY_*`` environment variables, from ``phapquy.toml`` in the home
folder, and from the defaults below. The home folder holds ``corpus/``, ``indexes/`` and ``eval/``; it is
the checkout when the package runs from one, otherwise the user's data folder.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from phapquy.errors import UsageError

DEFAULT_MODEL = "multilingual-e5-small"


def default_home() -> Path:
    """Return the home folder: ``PHAPQUY_HOME``, the checkout around this file, or the user's data folder."""
    if named := os.environ.get("PHAPQUY_HOME"):
        return Path(named).expanduser().resolve()
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "corpus").is_dir():
        return checkout
    return Path(platformdirs.user_data_dir("phapquy", appauthor=False))


class Settings(BaseSettings):
    """The configuration of one installation."""

    model_config = SettingsConfigDict(env_prefix="PHAPQUY_", extra="forbid", frozen=True, protected_namespaces=())

    home: Path = Field(default_factory=default_home)
    mirror: Path = Path("../shared/corpus/text")
    """Folder of verbatim texts looked at before the official addresses; relative to home."""
    model: str = DEFAULT_MODEL
    """Name of the installed embedding model, as given to ``phapquy model install``."""
    model_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_cache_dir("phapquy", appauthor=False)) / "models"
    )
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    threads: int = Field(default=0, ge=0, le=64)
    """Threads for encoding; 0 lets the runtime choose."""
    admin_password: SecretStr = SecretStr("")
    """Opens the administrator's page of the web assistant; empty keeps it off. The password, or its hash as
    ``phapquy password`` prints it."""
    upload_mb: int = Field(default=50, ge=1, le=100)
    """The largest file the administrator's page takes, in megabytes."""
    max_question_chars: int = Field(default=2000, ge=100)
    data_dir: Path = Path("data")
    """Folder of what people leave on this installation (feedback); relative to home."""
    feedback: bool = True
    """Whether the page offers to keep a judgement of an answer; off, nothing is written."""
    feedback_limit: int = Field(default=5000, ge=1, le=1_000_000)
    """The most judgements kept; beyond it the oldest go."""
    language_model: str = ""
    """What may reword answers, as ``kind:name``: ``openai-like:…``, ``ollama:…`` or ``llama-cpp:…``; empty for none.
    Its key, where it needs one, comes from ``PHAPQUY_LANGUAGE_MODEL_KEY`` in the environment only."""
    language_model_address: str = ""
    language_model_path: Path | None = None
    """The file of a llama-cpp model; relative to home."""
    language_model_remote: bool = False
    """Whether the composed sentences may go to an address that is not this machine's own."""
    language_model_seconds: float = Field(default=20.0, gt=0, le=600)
    """The most that rewording one answer may take."""
    language_model_tokens: int = Field(default=400, ge=16, le=4096)
    """The most that is written for one sentence."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: arguments, environment, ``phapquy.toml``."""
        toml = TomlConfigSettingsSource(settings_cls, default_home() / "phapquy.toml")
        return init_settings, env_settings, toml

    @property
    def manifest_path(self) -> Path:
        """The manifest of documents."""
        return self.home / "corpus" / "manifest.toml"

    @property
    def texts_dir(self) -> Path:
        """Verbatim texts, checked by fingerprint."""
        return self.home / "corpus" / "texts"

    @property
    def originals_dir(self) -> Path:
        """Folder of the original PDFs of documents taken in, not versioned."""
        return self.home / "corpus" / "texts" / "ban-goc"

    @property
    def quarantine_dir(self) -> Path:
        """Texts whose fingerprint differs, kept aside and never used."""
        return self.home / "corpus" / "texts" / "khong-khop"

    @property
    def plain_dir(self) -> Path:
        """Folder of plain words beside the texts."""
        return self.home / "corpus" / "plain"

    @property
    def digests_dir(self) -> Path:
        """Digests in our own words."""
        return self.home / "corpus" / "digests"

    @property
    def indexes_dir(self) -> Path:
        """Published snapshots."""
        return self.home / "indexes"

    @property
    def reports_dir(self) -> Path:
        """Evaluation reports."""
        return self.home / "eval" / "reports"

    @property
    def feedback_path(self) -> Path:
        """The database of judgements."""
        return (self.home / self.data_dir).resolve() / "gop-y.sqlite3"

    @property
    def mirror_dir(self) -> Path:
        """The mirror folder, resolved against the home folder."""
        return (self.home / self.mirror).resolve()


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """Read the configuration once per process.

    Raises:
        UsageError: a variable or a key of ``phapquy.toml`` is unknown or has a bad value.
    """
    try:
        return Settings()
    except (ValidationError, ValueError) as error:
        raise UsageError(
            f"Cấu hình không hợp lệ: {_first_problem(error)}. Hãy sửa biến môi trường PHAPQUY_… hoặc tệp phapquy.toml."
        ) from error


def _first_problem(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        return (
            f"không có mục nào tên {name}" if first["type"] == "extra_forbidden" else f"giá trị của {name} không đúng"
        )
    return str(error)
