"""What the page needs from the rooms below: protocols, and the state of the index as it is shown.

The page is written against these shapes, so it is developed and tested with an invented statute and served
with the real knowledge base.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from phapquy.answer.model import Answer, Coverage


class ArticleView(Protocol):
    """One whole Điều with the cited part marked; every text is a verbatim slice of the stored document."""

    @property
    def id(self) -> str:
        """Id of the provision asked for, e.g. ``luat-72-2025-qh15/21/2/d``."""

    @property
    def label(self) -> str:
        """Full label of that provision, with the document's title and number."""

    @property
    def document(self) -> str:
        """Title and number of the document."""

    @property
    def heading_path(self) -> tuple[str, ...]:
        """Headings above the Điều, outermost first; may be empty."""

    @property
    def title(self) -> str:
        """Title of the Điều."""

    @property
    def text(self) -> str:
        """The whole Điều, verbatim (a digest of our own when ``text_kind`` says so)."""

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Cited parts as half-open character offsets into ``text``."""

    @property
    def in_force(self) -> bool:
        """Whether the cited provision is in force on the asked day."""

    @property
    def effective_from(self) -> date | None:
        """First day in force, where known."""

    @property
    def effective_to(self) -> date | None:
        """First day no longer in force, where known."""

    @property
    def amended_by(self) -> tuple[str, ...]:
        """Ids of the clauses that changed it."""

    @property
    def source_quality(self) -> str:
        """How good the stored copy is, as the manifest says."""

    @property
    def url(self) -> str:
        """Official address, or an empty string."""

    @property
    def text_kind(self) -> str:
        """``verbatim`` or ``digest``."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The ids of ``amended_by`` in words, where known."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader must know about the clause on the asked day."""

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why the words of the clause must be compared with the original."""


class KnowledgeBase(Protocol):
    """One opened snapshot; safe to call from several threads at once."""

    @property
    def snapshot_id(self) -> str:
        """Id of the snapshot that answers."""

    @property
    def coverage(self) -> Coverage:
        """How many documents it holds, up to which day."""

    def ask(self, question: str, as_of: date | None = None) -> Answer:
        """Answer one question by the law of ``as_of`` (today when None)."""

    def phrase(self, answer: Answer) -> Answer:
        """Have an answer reworded by the configured language model."""

    def article(self, provision: str, as_of: date | None = None) -> ArticleView:
        """Open the whole Điều around a provision."""


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """How far the index is, for the line on the page."""

    busy: bool = False
    """A build of the remaining texts is running."""
    share: float | None = None
    """Part done, 0 to 1; None when it is not known."""
    failed: str | None = None
    """Why the background build stopped, in Vietnamese; None when it did not."""


KnowledgeBaseProvider = Callable[[], KnowledgeBase]
"""Gives the knowledge base to use; called once per request, so that a swap never splits one."""
StatusProvider = Callable[[], IndexStatus]
