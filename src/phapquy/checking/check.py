"""A text in, a report out: reading, existence, force, quotations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from phapquy.checking.antecedents import with_documents
from phapquy.checking.existence import Existence
from phapquy.checking.mentions import Mention, find_mentions
from phapquy.checking.quotations import Owners, Quotation, find_quotations
from phapquy.checking.quoting import Outcome, Quoting
from phapquy.checking.reading import Lines, readable
from phapquy.checking.report import CitationCheck, QuoteCheck, Report, Result, Unchecked, worst
from phapquy.checking.shelf import Shelf
from phapquy.checking.standing import standing
from phapquy.checking.typed import Shorthand
from phapquy.corpus.manifest import Entry, Manifest
from phapquy.corpus.text import normalise
from phapquy.corpus.validity import ValidityTable
from phapquy.errors import UsageError
from phapquy.law.provision import Document

MAX_TEXT = 2_000_000
"""Characters of the longest text that is checked: some thousand pages."""
_MAX_QUOTES = 1000
"""Quotations of one text that are compared."""


class Checker:
    """Checks texts against documents; keeps what it has read of them.

    Args:
        manifest: the facts of the documents.
        documents: what is held.
        validity: the table of amendments.
        digests: the documents that are held as a whole digest in place of their text.
    """

    def __init__(
        self,
        manifest: Manifest,
        documents: Mapping[str, Document],
        validity: ValidityTable,
        digests: Collection[str] = (),
    ) -> None:
        self._shelf = Shelf(manifest, documents, validity, digests)
        self._shorthand = Shorthand(manifest)

    def check(self, text: str, as_of: date) -> Report:
        """Check every citation and quotation of a text by the law of a day. Reads any text; asks no model.

        Raises:
            UsageError: the text is longer than ``MAX_TEXT`` characters.
        """
        if len(text) > MAX_TEXT:
            raise UsageError(
                f"Văn bản dài {len(text):,} ký tự, giới hạn là {MAX_TEXT:,}. Hãy chia nhỏ rồi kiểm tra từng phần."
                .replace(",", ".", 2)
            )  # fmt: skip
        return _Check(self._shelf, self._shorthand, normalise(text), as_of).report()

    def cite(self, name: str) -> str:
        """Write the id of a provision in words; what is no id of a known document is returned as it is."""
        return self._shelf.cite(name)


class _Check:
    """The check of one text."""

    def __init__(self, shelf: Shelf, shorthand: Shorthand, text: str, day: date) -> None:
        self._shelf, self._day, self._text = shelf, day, text
        self._plain = readable(text)
        self._lines = Lines(text)
        self._existence = Existence(shelf, day)
        self._quoting = Quoting(shelf, day)
        self._mentions = find_mentions(self._plain, shorthand)

    def report(self) -> Report:
        """Check the text."""
        named = with_documents(self._plain, self._mentions, self._existence.key)
        citations = [self._cited(one, why) for one, why in named]
        quotations = find_quotations(self._plain, self._mentions)
        owners = Owners(self._plain, self._mentions, quotations)
        lone: list[QuoteCheck] = []
        laws_own: list[Quotation] = []
        for one in quotations[:_MAX_QUOTES]:
            owner, check = self._quoted(one, owners.of(one), citations)
            if check is None:
                continue
            if check.found_at or (check.true_words and not check.differences):
                laws_own.append(one)
            if owner is None:
                lone.append(check)
            else:
                citations[owner] = replace(citations[owner], quotes=(*citations[owner].quotes, check))
        kept = _outside(citations, laws_own)
        return Report(self._text, self._day, tuple(kept), tuple(lone), self._left_out(quotations))

    def _cited(self, mention: Mention, why: str) -> CitationCheck:
        words = " ".join(self._plain[mention.start : mention.end].split())
        blank = CitationCheck(words, self._lines.at(mention.start), mention.start, mention.end, Result.NOT_CHECKED, why)
        if why:
            return blank
        entry = self._existence.document(mention)
        if not isinstance(entry, Entry):
            return replace(blank, result=entry.result, reason=entry.reason)
        found = self._existence.provisions(mention, entry)
        parts = [standing(self._shelf, one, self._day) for one in found]
        result, reason = (worst(parts).result, worst(parts).reason) if parts else (Result.NOT_CHECKED, "")
        notes = self._existence.notes(mention, entry)
        return replace(blank, result=result, reason=reason, document=entry.slug, provisions=tuple(parts), notes=notes)

    def _quoted(
        self, one: Quotation, owners: list[int], citations: list[CitationCheck]
    ) -> tuple[int | None, QuoteCheck | None]:
        words, before = self._plain[one.start : one.end], self._plain[max(0, one.start - 30) : one.start]
        owner: int | None = None
        outcome: Outcome | None
        if owners:
            place, outcome = self._quoting.attached(words, before, [citations[i] for i in owners])
            owner = owners[place]
        else:
            outcome = self._quoting.alone(words, before)
        if outcome is None:
            return owner, None
        shown = " ".join(words.split())
        return owner, QuoteCheck(
            shown, self._lines.at(one.start), one.start, one.end, outcome.verdict, outcome.reason,
            outcome.true_words, outcome.differences, outcome.found_at,
        )  # fmt: skip

    def _left_out(self, quotations: list[Quotation]) -> tuple[Unchecked, ...]:
        if len(quotations) <= _MAX_QUOTES:
            return ()
        line = self._lines.at(quotations[_MAX_QUOTES].start)
        count = len(quotations) - _MAX_QUOTES
        return (Unchecked("text", "", line, f"{count} trích dẫn từ dòng này trở đi: quá giới hạn {_MAX_QUOTES}"),)


def _outside(citations: list[CitationCheck], quotations: list[Quotation]) -> list[CitationCheck]:
    """Leave out the citations that stand inside words of the law: they are the law's, not the writer's."""
    kept, rest = [], iter(quotations)
    at = next(rest, None)
    for one in citations:
        while at and at.end <= one.start:
            at = next(rest, None)
        if at is None or not at.start <= one.start < at.end:
            kept.append(one)
    return kept
