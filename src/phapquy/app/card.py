"""What the answer card shows, worked out from an ``Answer`` before any markup is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phapquy.answer.model import Answer, Outcome, Role
from phapquy.app import strings
from phapquy.app.fields import show_day
from phapquy.app.followups import FollowUp, follow_ups, other_level_words
from phapquy.app.held import PowerView, power_views
from phapquy.app.view import CitationView, citation_view, coverage_words

_ROLE_ORDER = (Role.BASIS, Role.CONTRAST, Role.RELATED)
_FACT_WORDS = 6
_VERDICT = re.compile(rf"({strings.YES}|{strings.NO})\.\s")
"""How a sentence that answers yes or no begins (``answer.verdicts``)."""
_NOTES = re.compile(r"\s*\((“.+)\)$", re.DOTALL)
"""What is added to the question as it was read: the legal terms taken for everyday words."""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence of the answer with the citations it rests on."""

    text: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class HolderView:
    """An organ, and what it does in the matter in words; empty where nothing says or the organ before does the same."""

    organ: str
    role: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The whole card; ``answer`` is kept for what is shown as it stands."""

    answer: Answer
    level: str
    outcome: str
    verdict: str
    """``Có``, ``Không`` or nothing."""
    holders: tuple[HolderView, ...]
    understood: str
    """The question as it was read, where that is not what was typed."""
    meant: tuple[str, ...]
    """The legal terms its words were taken for."""
    powers: tuple[PowerView, ...]
    """What the basis gives each organ."""
    sentences: tuple[SentenceView, ...]
    citations: tuple[CitationView, ...]
    contrast_title: str
    choices: tuple[tuple[str, str], ...]
    """What each choice says, and the question it asks."""
    follow_ups: tuple[FollowUp, ...]
    as_of: str
    coverage: str
    covered: str
    """What the corpus is about, said where nothing was found; empty otherwise."""

    def of_role(self, role: str) -> tuple[CitationView, ...]:
        """Return the citations of a role."""
        return tuple(one for one in self.citations if one.role == role)


def answer_view(answer: Answer) -> AnswerView:
    """Number the citations (what the answer stands on first) and put codes into words."""
    citations = _numbered(answer)
    by_id = {citation.id: citation for citation in citations}
    understood, meant = understood_parts(answer)
    coverage = answer.coverage
    found = answer.outcome is not Outcome.NOT_FOUND
    return AnswerView(
        answer=answer,
        level=strings.LEVELS.get(answer.level, answer.level) if answer.level else "",
        outcome=strings.OUTCOMES[answer.outcome],
        verdict=_verdict(answer),
        holders=tuple(_holders(answer)),
        powers=power_views(answer),
        understood=understood,
        meant=meant,
        sentences=tuple(
            SentenceView(item.text, tuple(by_id[name] for name in item.citations if name in by_id))
            for item in answer.statements
        ),
        citations=citations,
        contrast_title=strings.CONTRAST_LABEL.format(level=other_level_words(answer)),
        choices=tuple(
            (choice, choice_question(answer.question, choice))
            for choice in (answer.clarify.choices if answer.clarify else ())
        ),
        follow_ups=follow_ups(answer),
        as_of=strings.AS_OF.format(day=show_day(answer.as_of)),
        coverage=coverage_words(coverage.documents, coverage.as_at),
        covered="" if found else strings.COVERED.format(documents=coverage.documents, day=show_day(coverage.as_at)),
    )


def understood_parts(answer: Answer) -> tuple[str, tuple[str, ...]]:
    """Split what was understood into the question (empty where it was typed so) and the terms it was taken for."""
    found = _NOTES.search(answer.understood_as)
    read = answer.understood_as[: found.start()] if found else answer.understood_as
    meant = tuple(part.strip() for part in found.group(1).split("; ")) if found else ()
    typed, understood = (" ".join(text.split()).rstrip("?. ") for text in (answer.question, read))
    return ("" if typed.casefold() == understood.casefold() else read.strip()), meant


def choice_question(question: str, choice: str) -> str:
    """Return the question a choice asks: the choice itself when it is one, otherwise the first question with it.

    A choice may be a whole question ("HĐND xã có … không?") or only the missing fact ("cấp xã").
    """
    if choice.rstrip().endswith("?") or len(choice.split()) > _FACT_WORDS:
        return choice
    return f"{question.strip().rstrip('?. ')} – {choice}"


def _holders(answer: Answer) -> Iterator[HolderView]:
    before = ""
    for one in answer.holders:
        role = strings.HOLDER_ROLES.get(one.role or "", "")
        yield HolderView(one.organ, role if role != before else "")
        before = role


def _numbered(answer: Answer) -> tuple[CitationView, ...]:
    ordered = sorted(answer.citations, key=lambda citation: _ROLE_ORDER.index(citation.role))
    return tuple(
        citation_view(
            number,
            item,
            answer.as_of,
            [one.text for one in answer.statements if item.id in one.citations],
        )
        for number, item in enumerate(ordered, 1)
    )


def _verdict(answer: Answer) -> str:
    said = _VERDICT.match(answer.statements[0].text) if answer.statements else None
    return said.group(1) if said else ""
