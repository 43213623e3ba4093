"""What the answer card shows, worked out from an ``Answer`` before any markup is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from phapquy.answer.model import Answer, Citation, Pointer, Role
from phapquy.app import strings
from phapquy.app.fields import show_day
from phapquy.law.provision import ProvisionId

_ROLE_ORDER = (Role.BASIS, Role.RELATED, Role.CONTRAST)
_SAFE_SCHEMES = ("https://", "http://")
DOUBTFUL_SOURCES = frozenset({"secondary", "digest"})
"""Copies that are not the issuer's own wording, or may not be; they are shown as a caution."""
_FACT_WORDS = 6
_SPECIAL = {"pl": "Phụ lục", "ct": "Chú thích"}


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Another provision that can be opened: its id and its place in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """One cited clause as the list beside the answer shows it."""

    number: int
    id: str
    label: str
    document: str
    heading: str
    role: str
    role_words: str
    in_force: bool
    validity: str
    quality: str
    doubtful: bool
    quote: str
    digest: bool
    quote_note: str
    amended_by: tuple[PlaceLink, ...]
    via: tuple[PlaceLink, ...]
    points_to: tuple[PlaceLink, ...]
    """The provisions its words cite, each with its days; shown folded."""
    plain: str
    url: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence of the answer with the citations it rests on."""

    text: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The whole card; ``answer`` is kept for what is shown as it stands."""

    answer: Answer
    level: str
    outcome: str
    understood: str
    sentences: tuple[SentenceView, ...]
    citations: tuple[CitationView, ...]
    choices: tuple[tuple[str, str], ...]
    """What each choice says, and the question it asks."""
    as_of: str
    coverage: str


def answer_view(answer: Answer) -> AnswerView:
    """Number the citations (what the answer stands on first) and put codes into words."""
    ordered = sorted(answer.citations, key=lambda citation: _ROLE_ORDER.index(citation.role))
    citations = tuple(_citation_view(number, item, answer.as_of) for number, item in enumerate(ordered, 1))
    by_id = {citation.id: citation for citation in citations}
    return AnswerView(
        answer=answer,
        level=strings.LEVELS.get(answer.level, answer.level) if answer.level else "",
        outcome=strings.OUTCOMES[answer.outcome],
        understood=understood_words(answer),
        sentences=tuple(
            SentenceView(item.text, tuple(by_id[name] for name in item.citations if name in by_id))
            for item in answer.statements
        ),
        citations=citations,
        choices=tuple(
            (choice, choice_question(answer.question, choice))
            for choice in (answer.clarify.choices if answer.clarify else ())
        ),
        as_of=strings.AS_OF.format(day=show_day(answer.as_of)),
        coverage=coverage_words(answer.coverage.documents, answer.coverage.as_at),
    )


def understood_words(answer: Answer) -> str:
    """Return the understood question where it says something else than the typed one, otherwise nothing."""
    typed, understood = (" ".join(text.split()).rstrip("?. ") for text in (answer.question, answer.understood_as))
    return "" if typed.casefold() == understood.casefold() else answer.understood_as.strip()


def choice_question(question: str, choice: str) -> str:
    """Return the question a choice asks: the choice itself when it is one, otherwise the first question with it.

    A choice may be a whole question ("HĐND xã có … không?") or only the missing fact ("cấp xã").
    """
    if choice.rstrip().endswith("?") or len(choice.split()) > _FACT_WORDS:
        return choice
    return f"{question.strip().rstrip('?. ')} – {choice}"


def coverage_words(documents: int, as_at: date) -> str:
    """Say how many documents there are, up to which day."""
    return strings.COVERAGE.format(documents=f"{documents:,}".replace(",", "."), day=show_day(as_at))


def validity_words(start: date | None, end: date | None, *, in_force: bool, as_of: date | None = None) -> str:
    """Say from when to when a clause is in force, as seen on ``as_of``.

    ``end`` is the first day no longer in force, so the last day in force is shown.
    """
    if not in_force:
        return _not_in_force(start, end, as_of)
    last = show_day(end - timedelta(days=1)) if end else ""
    if start and last:
        return strings.IN_FORCE_UNTIL.format(start=show_day(start), last=last)
    if start:
        return strings.IN_FORCE_FROM.format(start=show_day(start))
    return strings.IN_FORCE_TO.format(last=last) if last else strings.IN_FORCE


def quality_words(quality: str) -> str:
    """Put the manifest's word for the stored copy into Vietnamese; an unknown word is shown as it stands."""
    return strings.SOURCE_QUALITY.get(quality) or strings.SOURCE_OTHER.format(quality=quality)


def place_links(ids: Iterable[str], labels: Mapping[str, str]) -> tuple[PlaceLink, ...]:
    """Make openable links of provision ids, worded by ``labels`` where it knows them."""
    return tuple(PlaceLink(text, labels.get(text) or place_words(text)) for text in ids)


def place_words(text: str) -> str:
    """Put a provision id into words, e.g. ``điểm d khoản 2 Điều 21, văn bản luat-…``; else return it unchanged."""
    try:
        identity = ProvisionId.parse(text)
    except ValueError:
        return text
    dieu = identity.dieu
    if dieu is None:
        return text
    head = next(
        (f"{word} {dieu[2:]}".strip() for mark, word in _SPECIAL.items() if dieu.startswith(mark)), f"Điều {dieu}"
    )
    steps = [f"điểm {identity.diem}"] if identity.diem else []
    if identity.khoan:
        steps.append(f"khoản {identity.khoan}")
    return strings.PLACE.format(place=" ".join([*steps, head]), slug=identity.slug)


def safe_url(url: str) -> str:
    """Return the address if it is an ordinary web address, otherwise nothing."""
    return url if url.lower().startswith(_SAFE_SCHEMES) else ""


def _not_in_force(start: date | None, end: date | None, as_of: date | None) -> str:
    if start and (as_of is None or start > as_of) and not (end and as_of and end <= as_of):
        return strings.NOT_YET.format(start=show_day(start))
    return strings.ENDED.format(end=show_day(end)) if end else strings.NOT_IN_FORCE


def _quote_note(item: Citation) -> str:
    if item.quote_from is None:
        return ""
    return strings.QUOTE_FROM.format(place=item.labels.get(item.quote_from) or place_words(item.quote_from))


def _pointer_link(one: Pointer, as_of: date) -> PlaceLink:
    validity = validity_words(one.effective_from, one.effective_to, in_force=one.in_force, as_of=as_of)
    return PlaceLink(one.id, strings.POINTER.format(label=one.label, validity=validity[:1].lower() + validity[1:]))


def _citation_view(number: int, item: Citation, as_of: date) -> CitationView:
    digest = item.text_kind == "digest"
    return CitationView(
        number=number,
        id=item.id,
        label=item.label,
        document=item.document,
        heading=item.heading,
        role=item.role.value,
        role_words=strings.ROLES[item.role],
        in_force=item.in_force,
        validity=validity_words(item.effective_from, item.effective_to, in_force=item.in_force, as_of=as_of),
        quality=quality_words(item.source_quality),
        doubtful=item.source_quality in DOUBTFUL_SOURCES,
        quote=item.quote.strip(),
        digest=digest,
        quote_note=_quote_note(item),
        amended_by=place_links(item.amended_by, item.labels),
        via=place_links(item.via, item.labels),
        points_to=tuple(_pointer_link(one, as_of) for one in item.points_to),
        plain=item.plain,
        url=safe_url(item.url),
    )
