"""What the evaluation needs of a knowledge base; the assistant's public face has it, so may a fake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol


class AnswerLike(Protocol):
    """An answer that can show itself as the JSON of the contract."""

    def to_json(self) -> Mapping[str, Any]:
        """Return the JSON object of the contract."""
        ...


class HitLike(Protocol):
    """One found provision."""

    @property
    def id(self) -> object:
        """The provision's id; its string form is used."""
        ...

    @property
    def score(self) -> float:
        """The score; higher is better."""
        ...


class SearchLike(Protocol):
    """What a search returned."""

    @property
    def hits(self) -> Sequence[HitLike]:
        """The hits, best first."""
        ...


class KnowledgeBaseLike(Protocol):
    """A knowledge base that can be asked and checked."""

    @property
    def snapshot_id(self) -> str:
        """The id of the index the answers come from."""
        ...

    def ask(self, question: str, as_of: date | None = None, id: str | None = None) -> AnswerLike:
        """Answer a question by the law of a day."""
        ...

    def search(self, question: str, as_of: date | None = None, limit: int = 20) -> SearchLike:
        """Rank provisions for a question."""
        ...

    def exists(self, id: str) -> bool:
        """Whether a provision is stored under this id."""
        ...

    def source_text(self, id: str) -> str | None:
        """Return the stored text of a provision with all below it."""
        ...
