"""Is what stands between quotation marks the wording of the day of what is cited with it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phapquy.checking.elsewhere import FEWEST, Elsewhere, Place
from phapquy.checking.quotations import MIN_WORDS
from phapquy.checking.report import CitationCheck, Result, Verdict, Words
from phapquy.checking.shelf import Shelf
from phapquy.checking.wordings import Found, Wordings
from phapquy.checking.words import Quoted
from phapquy.law.provision import ProvisionId

_MOST_PROVISIONS = 40
"""Provisions of one citation that a quotation is held against."""
_DIGESTED = "kho chỉ có bản tóm lược của điều khoản được viện dẫn, không có lời văn để so"
_NO_GROUND = {
    Result.OUTSIDE: "văn bản được viện dẫn không có trong kho",
    Result.NOT_CHECKED: "viện dẫn đi kèm không kiểm tra được",
    Result.AMBIGUOUS: "viện dẫn đi kèm không rõ",
    Result.MISSING: "điều khoản được viện dẫn không tồn tại",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a quotation, its place in the text aside."""

    verdict: Verdict
    reason: str = ""
    true_words: tuple[Words, ...] = ()
    differences: str = ""
    found_at: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the words are those of the law."""
        return self.verdict in {Verdict.VERIFIED, Verdict.REPAIRED}


class Quoting:
    """Holds quotations against what is cited with them, and against the corpus."""

    def __init__(self, shelf: Shelf, day: date) -> None:
        self._shelf = shelf
        self._wordings = Wordings(shelf, day)
        self._elsewhere = Elsewhere(shelf)

    def attached(self, words: str, before: str, citations: Sequence[CitationCheck]) -> tuple[int, Outcome | None]:
        """Judge a quotation by the citations it may belong to, the likeliest first.

        Returns:
            Which citation it belongs to, and the verdict; None for a term that is no quotation.
        """
        quoted = Quoted(words, before)
        short = len(quoted.tokens) < MIN_WORDS
        if short and not any(sign.isdigit() for sign in words):
            return 0, None
        for number, one in enumerate(citations):
            found = self._standing(quoted, one)
            if found:
                return number, found
        if short:
            return 0, Outcome(Verdict.NOT_CHECKED, "cụm từ ngắn, không thấy trong điều khoản được viện dẫn")
        first: Outcome | None = None
        for number, one in enumerate(citations):
            found = self._failing(quoted, one)
            if found.good:
                return number, found
            first = first or found
        return 0, first

    def alone(self, words: str, before: str) -> Outcome | None:
        """Judge a quotation without a citation: found in the corpus or not; None for one too short to tell."""
        quoted = Quoted(words, before)
        if len(quoted.tokens) < FEWEST:
            return None
        for place in self._elsewhere.anywhere(quoted):
            found = self._wordings.stands(quoted, place.provision)
            if found:
                where = self._shelf.cite(str(place.provision))
                return Outcome(found.verdict, f"không kèm viện dẫn; lời này ở {where}", found.words,
                               found_at=(str(place.provision),))  # fmt: skip
        return Outcome(Verdict.NOT_CHECKED, "không kèm viện dẫn nào, và không thấy nguyên lời này trong kho")

    def _standing(self, quoted: Quoted, citation: CitationCheck) -> Outcome | None:
        """The verdict where the words stand in one of the provisions cited."""
        good = (found for one in _ids(citation) if (found := self._stands(quoted, one)))
        best = min(good, key=lambda one: list(Verdict).index(one.verdict), default=None)
        return Outcome(best.verdict, best.reason, best.words) if best else None

    def _stands(self, quoted: Quoted, provision: ProvisionId) -> Found | None:
        if provision.parts:
            return self._wordings.stands(quoted, provision)
        slugs = (provision.slug, *self._shelf.amending.get(provision.slug, ()))
        places = self._elsewhere.within(quoted, slugs)
        return next((found for one in places if (found := self._in_document(quoted, one))), None)

    def _in_document(self, quoted: Quoted, place: Place) -> Found | None:
        """A place in a document: of a provision by the wording of the day, of the opening or the closing as it is."""
        if place.provision.parts:
            return self._wordings.stands(quoted, place.provision)
        return self._wordings.stored(place.provision.slug, place.match)

    def _failing(self, quoted: Quoted, citation: CitationCheck) -> Outcome:
        """The verdict where the words do not stand in what is cited: what they are instead."""
        ids = _ids(citation)
        if not ids:
            return self._without_ground(quoted, citation)
        if self._digested(ids):
            return Outcome(Verdict.NOT_CHECKED, _DIGESTED)
        slips = (self._wordings.slips(quoted, one) for one in ids if one.parts)
        if found := next((one for one in slips if one), None):
            return Outcome(Verdict.REPAIRED, found.reason, found.words)
        older = (self._wordings.older(quoted, one) for one in ids)
        if found := next((one for one in older if one), None):
            return Outcome(Verdict.NOT_VERIFIED, found.reason, found.words)
        if not any(self._wordings.held(one) for one in ids):
            return Outcome(Verdict.NOT_CHECKED, "kho không có lời văn của điều khoản được viện dẫn vào ngày này")
        return self._otherwise(quoted, ids)

    def _digested(self, ids: list[ProvisionId]) -> bool:
        """Whether all there is of the provisions is a digest, and no amendment brought words of its own."""
        return all(one.slug in self._shelf.digests and not self._wordings.passage(one).text for one in ids)

    def _otherwise(self, quoted: Quoted, ids: list[ProvisionId]) -> Outcome:
        """The words of another clause, or nobody's."""
        if turned := next((why for one in ids if (why := self._wordings.other(quoted, one))), ""):
            return self._near(quoted, ids, turned)
        if places := self._places(quoted, ids[0]):
            named = "; ".join(self._shelf.cite(one) for one in places)
            near = self._near(quoted, ids, f"lời này không ở điều khoản được viện dẫn mà ở: {named}")
            return Outcome(Verdict.NOT_VERIFIED, near.reason, found_at=places)
        return self._near(quoted, ids, "lời trích không có trong điều khoản được viện dẫn")

    def _places(self, quoted: Quoted, cited: ProvisionId) -> tuple[str, ...]:
        """The clauses in which the words stand: of the same article first, by the wording of the day."""
        if len(quoted.tokens) < FEWEST:
            return ()
        if cited.parts and (own := self._wordings.stands(quoted, cited.at_dieu())):
            return (str(self._shelf.at(ProvisionId.parse(own.words[0].source).slug, own.words[0].start)),)
        found = self._elsewhere.anywhere(quoted, cited.slug)
        return tuple(dict.fromkeys(str(one.provision) for one in found))

    def _near(self, quoted: Quoted, ids: list[ProvisionId], reason: str) -> Outcome:
        near = (self._wordings.nearest(quoted, one) for one in ids if one.parts)
        words, differences = next((one for one in near if one), ((), ""))
        return Outcome(Verdict.NOT_VERIFIED, reason, words, differences)

    def _without_ground(self, quoted: Quoted, citation: CitationCheck) -> Outcome:
        places = tuple(dict.fromkeys(str(one.provision) for one in self._elsewhere.anywhere(quoted, citation.document)))
        why = _NO_GROUND.get(citation.result, "")
        if places:
            why += f"; lời này có ở {'; '.join(map(self._shelf.cite, places))}"
        verdict = Verdict.NOT_VERIFIED if citation.result is Result.MISSING else Verdict.NOT_CHECKED
        return Outcome(verdict, why, found_at=places)


def _ids(citation: CitationCheck) -> list[ProvisionId]:
    there = [one for one in citation.provisions if one.result is Result.EXISTS]
    return [ProvisionId.parse(one.id) for one in there[:_MOST_PROVISIONS]]
