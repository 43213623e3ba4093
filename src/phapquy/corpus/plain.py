"""Plain words: what provisions say in everyday Vietnamese of our own, and how people ask for them.

One file a document, with entries ``id`` (the provision, without the slug), ``plain`` (one or two sentences, shown
under "nói dễ hiểu") and ``ask`` (short questions). They help to find a clause whose words nobody uses at a counter; an
answer stands on the clause, never on them. ``corpus/plain/<slug>.toml`` explains some provisions of a document.
``corpus/digests/<slug>.toml`` explains every one, with titles of our own and the facts: it is a whole digest, which
stands in for the text where there is none (see ``phapquy.corpus.standin``).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from phapquy.corpus.facts import Facts
from phapquy.errors import ManifestError, reason
from phapquy.law.provision import ProvisionId


class PlainEntry(BaseModel):
    """The plain words of one provision."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    """The provision within its document: ``21/2/d``."""
    heading: str = Field(default="", max_length=120)
    """A short title of our own, for an article."""
    plain: str = Field(default="", max_length=600)
    """Empty only for an article of which nothing but the title stands above its clauses."""
    ask: tuple[str, ...] = Field(default=(), max_length=6)
    facts: Facts = Facts()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.plain or self.heading):
            raise ValueError(f"mục {self.id} không có plain")
        return self

    def identity(self, slug: str) -> ProvisionId:
        """Return the provision's id."""
        return ProvisionId.parse(f"{slug}/{self.id}")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    provision: tuple[PlainEntry, ...]


def read_plain(path: Path) -> tuple[PlainEntry, ...]:
    """Read the plain words of a document; nothing where there is no file.

    Raises:
        ManifestError: the file cannot be read or an entry is not as it should be; names the file.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ManifestError(f"Không đọc được {path}: {reason(error)}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(f"Tệp lời giải thích {path} sai cú pháp: {error}. Hãy sửa rồi chạy lại.") from error
    try:
        found = _File.model_validate(data).provision
        for entry in found:
            entry.identity("x")
    except (ValidationError, ValueError) as error:
        line = str(error).splitlines()[0]
        raise ManifestError(f"Tệp lời giải thích {path} có mục sai: {line}. Hãy sửa rồi chạy lại.") from error
    return found
