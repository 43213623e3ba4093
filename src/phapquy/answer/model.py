"""The shapes of an answer, as the command line, the web page and the evaluation see them.

``Answer.to_json`` is the stable contract: fields are only ever added.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """The three outcomes of a question."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"


class Role(StrEnum):
    """What a citation does for the answer; only ``basis`` counts as cited."""

    BASIS = "basis"
    RELATED = "related"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Holder:
    """An organ that holds the power asked about, with its level (``xa``, ``tinh``, ``trung-uong``)."""

    organ: str
    level: str | None
    role: str | None = field(default=None, compare=False)
    """What it does in the matter, in Vietnamese (``quyết định``, ``trình, đề nghị``); None where nothing says."""


@dataclass(frozen=True, slots=True)
class HeldPower:
    """The power a holder has by one basis: what its card shows."""

    organ: str
    role: str
    """``quyết định``, ``phê duyệt``, ``trình`` … (:class:`phapquy.authority.power.Act`)."""
    task: str
    """The object, verbatim but for white space."""
    condition: str | None
    exception: str | None
    mode: str
    """``luật giao``, ``phân quyền``, ``phân cấp``, ``ủy quyền``, ``chuyển giao từ cấp huyện``."""
    former: str | None
    basis: str
    other_level: HeldPower | None = None
    """The other level's part, by the contrasting clause."""
    verb: str = ""
    """The verbs as the clause words them: ``tạm đình chỉ``."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A provision that a cited clause points to, as it is on the day asked about."""

    id: str
    label: str
    in_force: bool = True
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One clause shown beside the answer; ``quote`` is a verbatim slice of the stored text."""

    id: str
    label: str
    quote: str
    role: Role = Role.BASIS
    via: tuple[str, ...] = ()
    in_force: bool = True
    effective_from: date | None = None
    effective_to: date | None = None
    amended_by: tuple[str, ...] = ()
    text_kind: str = "verbatim"
    """``verbatim`` (cut from the stored text) or ``digest`` (our own words)."""
    source_quality: str = "official"
    url: str = ""
    quote_from: str | None = None
    heading: str = ""
    """The path above the clause, e.g. ``Chương IV › Mục 3 › Điều 21. …``; for display."""
    document: str = ""
    """Title and number of the document; for display."""
    labels: dict[str, str] = field(default_factory=dict)
    """The ids of ``via``, ``amended_by`` and ``quote_from`` in words."""
    points_to: tuple[Pointer, ...] = ()
    """The provisions its words cite, one step, without those of ``via``."""
    plain: str = ""
    """What the clause says in everyday words of our own; empty where nobody wrote them or the wording changed since."""
    doubts: tuple[str, ...] = ()
    """Why its words must be compared with the original: they come from a page that could not be read with certainty."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the answer with the ids of the citations it rests on."""

    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clarification:
    """The one fact that is missing, asked with choices."""

    question: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the snapshot covers: how many documents, up to which day."""

    documents: int
    as_at: date


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. ``text`` is the statements joined; nothing in it is without a statement."""

    question: str
    understood_as: str
    as_of: date
    outcome: Outcome
    reason: str
    """A stable code: ``competence``, ``fact``, ``exact-reference``, ``weak-evidence``, ``off-topic`` …"""
    level: str | None
    holders: tuple[Holder, ...]
    text: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    clarify: Clarification | None
    warnings: tuple[str, ...]
    suggestions: tuple[str, ...]
    snapshot: str
    coverage: Coverage
    timings_ms: dict[str, float] = field(default_factory=dict)
    confidence: float | None = None
    """How likely (0 to 1) the texts answer the question, calibrated; None where no nearness was judged."""
    id: str | None = None
    phrased_by: str | None = None
    """The language model whose wording of a statement was let through; None for the composed answer."""
    powers: tuple[HeldPower, ...] = ()
    """For the holders, what the basis gives them; only where a clause says it."""

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object of the contract (dates as ISO strings, tuples as lists)."""
        out = _plain(asdict(self))
        assert isinstance(out, dict)
        identity = out.pop("id")
        return {"id": identity, **out} if identity is not None else out


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value
