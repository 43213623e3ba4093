"""What a check says: one value a citation, a provision, a quotation; and the counts over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Result(StrEnum):
    """Whether what is cited exists, worst last."""

    EXISTS = "exists"
    NOT_CHECKED = "not_checked"
    """The words do not say which document, or the corpus holds no wording to look in."""
    OUTSIDE = "outside"
    """The document, or the part of it, is not in the corpus."""
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    """The document is here and has no such provision."""


class Force(StrEnum):
    """Whether a provision is in force on the day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    ENDED = "ended"


class Verdict(StrEnum):
    """How quoted words compare with the wording of the day, best first."""

    VERIFIED = "verified"
    """Verbatim but for white space and Unicode form."""
    REPAIRED = "repaired"
    """The same words but for case, punctuation, diacritics, declared omissions or a slip of the keyboard."""
    NOT_CHECKED = "not_checked"
    NOT_VERIFIED = "not_verified"


@dataclass(frozen=True, slots=True)
class Words:
    """True words, with the clause that holds them and their offsets into that document's stored text."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One quotation of the text."""

    words: str
    line: int
    start: int
    end: int
    verdict: Verdict
    reason: str = ""
    """In Vietnamese; empty for words that are verbatim."""
    true_words: tuple[Words, ...] = ()
    """The words of the stored text: the quoted ones, or for words that do not stand there the nearest."""
    differences: str = ""
    """For words that do not stand there: ``[-typed-] {+true+}``."""
    found_at: tuple[str, ...] = ()
    """Other clauses in which the words stand."""


@dataclass(frozen=True, slots=True)
class ProvisionCheck:
    """One provision, or a document as a whole."""

    id: str
    label: str
    result: Result
    reason: str = ""
    force: Force | None = None
    """None where it does not exist or nothing is known."""
    since: date | None = None
    until: date | None = None
    """First day no longer in force, where that is by the day asked about."""
    ended_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    inserted: bool = False
    """Whether a later clause brought it in: the stored text has no such number."""
    wording_from: str | None = None
    """The clause that holds the wording of the day."""
    source_quality: str = ""
    text_kind: str = ""
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """Why the stored words must be compared with the original."""

    @property
    def wrong(self) -> bool:
        """Whether it does not exist or is not in force."""
        return self.result is Result.MISSING or self.force in {Force.NOT_YET, Force.ENDED}


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """One citation of the text, with what it names and what is quoted with it."""

    words: str
    line: int
    start: int
    end: int
    result: Result
    reason: str = ""
    document: str = ""
    """Slug of the cited document, if it is in the corpus."""
    provisions: tuple[ProvisionCheck, ...] = ()
    quotes: tuple[QuoteCheck, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def force(self) -> Force | None:
        """In force only if all that exists is."""
        forces = {one.force for one in self.provisions if one.force}
        return next((one for one in (Force.ENDED, Force.NOT_YET, Force.IN_FORCE) if one in forces), None)

    @property
    def wrong(self) -> bool:
        """Whether something is wrong with it or with what is quoted."""
        bad_quote = any(one.verdict is Verdict.NOT_VERIFIED for one in self.quotes)
        return self.result is Result.MISSING or bad_quote or any(one.wrong for one in self.provisions)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that could not be checked, and why."""

    what: str
    """``citation``, ``quotation`` or ``text``."""
    words: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The check of a text by the law of a day. Offsets and lines are those of ``text``."""

    text: str
    """The text as it was read: NFC, line feeds, nothing invisible."""
    as_of: date
    citations: tuple[CitationCheck, ...]
    quotations: tuple[QuoteCheck, ...]
    """Quotations that belong to no citation."""
    notices: tuple[Unchecked, ...] = ()
    """What was left out for its size."""

    @property
    def ok(self) -> bool:
        """Whether nothing that was checked is wrong; what could not be checked does not count."""
        return not any(one.wrong for one in self.citations)

    @property
    def quotes(self) -> Iterator[QuoteCheck]:
        """All quotations, those of the citations first."""
        yield from (quote for one in self.citations for quote in one.quotes)
        yield from self.quotations

    @property
    def not_checked(self) -> tuple[Unchecked, ...]:
        """What could not be checked, in order of place."""
        uncertain = {Result.NOT_CHECKED, Result.OUTSIDE, Result.AMBIGUOUS}
        cited = [Unchecked("citation", c.words, c.line, c.reason) for c in self.citations if c.result in uncertain]
        quoted = [
            Unchecked("quotation", one.words, one.line, one.reason)
            for one in self.quotes
            if one.verdict is Verdict.NOT_CHECKED
        ]
        return tuple(sorted([*cited, *quoted, *self.notices], key=lambda one: one.line))

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many citations had each result and force, how many quotations each verdict."""
        forces = [one.force for one in self.citations if one.force]
        return {
            "citations": _counted(Result, [one.result for one in self.citations]),
            "force": _counted(Force, forces),
            "quotes": _counted(Verdict, [one.verdict for one in self.quotes]),
            "not_checked": {"all": len(self.not_checked)},
        }

    def to_json(self) -> dict[str, Any]:
        """Return plain values, stable but for additions.

        ``{"ok", "as_of", "counts": {"citations", "force", "quotes", "not_checked"}, "citations": [{"words", "line",
        "start", "end", "result", "reason", "document", "force", "provisions": [{"id", "label", "result", "reason",
        "force", "since", "until", "ended_by", "amended_by", "inserted", "wording_from", "source_quality", "text_kind",
        "notes", "doubts"}], "quotes": [{"words", "line", "start", "end", "verdict", "reason", "true_words": [{"source",
        "start", "end", "text"}], "differences", "found_at"}], "notes"}], "quotations": [as "quotes"],
        "not_checked": [{"what", "words", "line", "reason"}]}``
        """
        return {
            "ok": self.ok,
            "as_of": self.as_of.isoformat(),
            "counts": self.counts,
            "citations": [{**asdict(one), "force": one.force, "provisions": list(map(_plain, one.provisions))}
                          for one in self.citations],
            "quotations": [asdict(one) for one in self.quotations],
            "not_checked": [asdict(one) for one in self.not_checked],
        }  # fmt: skip


def _plain(one: ProvisionCheck) -> dict[str, Any]:
    days = {name: day.isoformat() if day else None for name, day in (("since", one.since), ("until", one.until))}
    return {**asdict(one), **days}


def _counted(kinds: type[StrEnum], found: list[Any]) -> dict[str, int]:
    counted = Counter(found)
    return {kind.value: counted[kind] for kind in kinds}


def worst(parts: list[ProvisionCheck]) -> ProvisionCheck:
    """Return the provision whose result is the worst."""
    return max(parts, key=lambda one: list(Result).index(one.result))
