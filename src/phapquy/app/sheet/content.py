"""What stands on the sheet, in order, before it is laid out as DOCX, PDF or text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from phapquy.answer.model import Answer, Outcome
from phapquy.app.card import AnswerView, answer_view
from phapquy.app.fields import show_day
from phapquy.app.sheet import strings
from phapquy.app.view import CitationView

_BASIS, _CONTRAST, _RELATED = "basis", "contrast", "related"
_MOST_QUOTE_CHARS = 6000
"""A whole article of tables would fill pages; beyond it the quote is cut, and says so."""


@dataclass(frozen=True, slots=True)
class SheetClause:
    """A clause with its number, quoted."""

    number: str
    label: str
    path: str
    quote: str
    digest_note: str
    facts: str
    """Validity and quality of the source, in words."""
    notes: tuple[str, ...]
    """Where the words come from and who changed them."""
    url: str


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Clauses under one heading."""

    heading: str
    clauses: tuple[SheetClause, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; every text is in NFC and on the paper as it is here."""

    question: str
    facts: tuple[tuple[str, str], ...]
    """Pairs of name and value: day, level, organ."""
    sentences: tuple[str, ...]
    powers: tuple[tuple[str, str], ...]
    """Each organ, and what it holds by the basis, in one line."""
    groups: tuple[SheetGroup, ...]
    warnings: tuple[str, ...]
    corpus: str
    made: str


def sheet_of(answer: Answer, today: date) -> Sheet:
    """Put an answer on a sheet; ``today`` is the day it is made."""
    view = answer_view(answer)
    return Sheet(
        question=_clean(answer.question),
        facts=tuple(_facts(view)),
        sentences=tuple(_sentences(view)),
        powers=tuple((_clean(one.organ), _clean(_told(one.facts))) for one in view.powers),
        groups=tuple(group for group in _groups(view) if group.clauses),
        warnings=tuple(_clean(one) for one in answer.warnings),
        corpus=strings.CORPUS.format(coverage=view.coverage, snapshot=answer.snapshot),
        made=strings.MADE.format(day=show_day(today)),
    )


def file_name(sheet: Sheet, ending: str) -> str:
    """Return a name that says nothing of the question, for it may hold a citizen's name."""
    return f"{strings.FILE_NAME}-{sheet.made.rpartition(' ')[2].replace('/', '-')}.{ending}"


def _facts(view: AnswerView) -> list[tuple[str, str]]:
    pairs = [(strings.UNDERSTOOD, view.understood), (strings.DAY, show_day(view.answer.as_of))]
    pairs.append((strings.OUTCOME, view.outcome))
    pairs.append((strings.LEVEL, view.level))
    pairs.append((strings.ORGAN, _organs(view)))
    return [(name, _clean(value)) for name, value in pairs if value]


def _told(facts: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(strings.NAMED.format(name=name, value=value) for name, value in facts)


def _organs(view: AnswerView) -> str:
    """Name the organs, those of one role together and the role after them."""
    groups: list[tuple[str, list[str]]] = []
    for one in view.holders:
        if one.role or not groups:
            groups.append((one.role, []))
        groups[-1][1].append(one.organ[:1].upper() + one.organ[1:])
    return "; ".join(
        strings.ORGAN_ROLE.format(organ="; ".join(organs), role=role[:1].lower() + role[1:])
        if role
        else "; ".join(organs)
        for role, organs in groups
    )


def _sentences(view: AnswerView) -> list[str]:
    if not view.sentences:
        asked = view.answer.clarify.question if view.answer.clarify else ""
        parts = dict.fromkeys(part for part in (view.answer.text, asked) if part)
        return [_clean(part) for part in parts]
    return [
        " ".join([_clean(one.text), *(strings.NUMBER.format(number=it.number) for it in one.citations)])
        for one in view.sentences
    ]


def _groups(view: AnswerView) -> list[SheetGroup]:
    groups = [(strings.BASES, view.of_role(_BASIS)), (view.contrast_title, view.of_role(_CONTRAST))]
    if view.answer.outcome is Outcome.NOT_FOUND:
        groups.append((strings.NEAREST, view.of_role(_RELATED)))
    return [SheetGroup(heading, tuple(map(_clause, clauses))) for heading, clauses in groups]


def _clause(one: CitationView) -> SheetClause:
    quote = _clean_lines(one.quote)
    if len(quote) > _MOST_QUOTE_CHARS:
        quote = quote[:_MOST_QUOTE_CHARS].rsplit(" ", 1)[0] + strings.QUOTE_CUT
    changed = "; ".join(link.words for link in one.amended_by)
    amended = strings.AMENDED.format(places=changed) if changed else ""
    return SheetClause(
        number=strings.NUMBER.format(number=one.number),
        label=_clean(one.label[:1].upper() + one.label[1:]),
        path=strings.PATH.format(path=_clean(one.heading)) if one.heading else "",
        quote=quote,
        digest_note=f"{one.digest_words}." if one.digest else "",
        facts=strings.FACTS.format(validity=one.validity, quality=one.quality),
        notes=tuple(f"{_clean(note)}." for note in (one.doubts.rstrip("."), one.quote_note, amended) if note),
        url=strings.ADDRESS.format(url=one.url) if one.url else "",
    )


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _printable(text)).split())


def _clean_lines(text: str) -> str:
    return "\n".join(line for raw in text.splitlines() if (line := _clean(raw)))


def _printable(text: str) -> str:
    """Take out what no XML file may hold: control characters and lone surrogates."""
    return "".join(one if one.isspace() or unicodedata.category(one) not in {"Cc", "Cs", "Cn"} else " " for one in text)
