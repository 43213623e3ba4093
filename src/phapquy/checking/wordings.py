"""The wordings of provisions against which quoted words are held: of the day, of other days, and the nearest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from phapquy.checking.nearest import nearest
from phapquy.checking.passages import Passage
from phapquy.checking.report import Verdict, Words
from phapquy.checking.shelf import Shelf
from phapquy.checking.words import Grade, Match, Quoted, numbers_of
from phapquy.corpus.wording import Phrase, Stage
from phapquy.law.compare import marked, word_diff
from phapquy.law.provision import ProvisionId

_VERDICTS = {Grade.SAME: Verdict.VERIFIED, Grade.SPELLED: Verdict.REPAIRED}
_EDGES = " \n.,;:"
_SPELLED = "cùng lời, khác chữ hoa, dấu câu, dấu thanh hoặc có lược bỏ"


@dataclass(frozen=True, slots=True)
class Found:
    """Quoted words that stand in a wording."""

    verdict: Verdict
    reason: str
    words: tuple[Words, ...]


class Wordings:
    """Looks for quoted words in the wordings of provisions; puts each together once."""

    def __init__(self, shelf: Shelf, day: date) -> None:
        self._shelf = shelf
        self._day = day
        self._passages: dict[ProvisionId, Passage] = {}

    def passage(self, provision: ProvisionId) -> Passage:
        """Return the words of a provision on the day; empty where none are in force or none are held."""
        if provision not in self._passages:
            pieces = self._shelf.wording(provision, self._day).pieces if provision.parts else ()
            self._passages[provision] = Passage.of(self._shelf, pieces)
        return self._passages[provision]

    def held(self, provision: ProvisionId) -> bool:
        """Whether there are words of the day to hold a quotation against, or the whole document is."""
        if not provision.parts:
            return self._shelf.holds(provision.slug)
        wording = self._shelf.wording(provision, self._day)
        return bool(self.passage(provision).text) or any(stage.pieces for stage in wording.history)

    def stands(self, quoted: Quoted, provision: ProvisionId) -> Found | None:
        """Return where the words stand in the wording of the day, the words that lead to the provision included."""
        passage = self.passage(provision)
        match = quoted.match(passage.text, passage.folded)
        if match and match.grade is not Grade.OTHER:
            return self._phrased(provision, passage, match)
        return self._renewed(quoted, provision, passage) or self._led(quoted, provision)

    def stored(self, slug: str, match: Match) -> Found:
        """Return words of a stored text that belong to no provision."""
        text = self._shelf.document(slug).text[match.start : match.end]
        words = Words(slug, match.start, match.end, text)
        return Found(_VERDICTS[match.grade], "" if match.grade is Grade.SAME else _SPELLED, (words,))

    def _phrased(self, provision: ProvisionId, passage: Passage, match: Match) -> Found | None:
        """The words, unless a phrase in them has been replaced: the stored text shows the old one."""
        words = passage.words(match.start, match.end)
        text = " ".join(passage.text[match.start : match.end].split())
        if any(one.old and one.found and one.old in text and one.old != one.new for one in self._phrases(provision)):
            return None
        return Found(_VERDICTS[match.grade], "" if match.grade is Grade.SAME else _SPELLED, words)

    def _renewed(self, quoted: Quoted, provision: ProvisionId, passage: Passage) -> Found | None:
        """Words with a phrase as it reads since it was replaced."""
        for one in self._phrases(provision):
            if one.old and one.new and one.new in quoted.text:
                match = Quoted(quoted.text.replace(one.new, one.old)).match(passage.text, passage.folded)
                if match and match.grade is not Grade.OTHER:
                    return Found(Verdict.REPAIRED, str(one), passage.words(match.start, match.end))
        return None

    def _phrases(self, provision: ProvisionId) -> tuple[Phrase, ...]:
        return self._shelf.wording(provision, self._day).phrases if provision.parts else ()

    def _led(self, quoted: Quoted, provision: ProvisionId) -> Found | None:
        """``2. Trong việc làng: a) …`` quoted of point a: words of the clause above that lead into the provision."""
        node = self._shelf.node(provision)
        if len(provision.parts) < 2 or node is None:  # noqa: PLR2004
            return None
        passage = self.passage(provision.at_dieu())
        match = quoted.match(passage.text, passage.folded)
        if match is None or match.grade is Grade.OTHER:
            return None
        words = passage.words(match.start, match.end)
        own = [one for one in words if ProvisionId.parse(one.source).slug == provision.slug]
        reaches = any(one.start < node.end and node.start < one.end for one in own)
        return Found(_VERDICTS[match.grade], "gồm cả lời của phần chứa điều khoản này", words) if reaches else None

    def other(self, quoted: Quoted, provision: ProvisionId) -> str:
        """Why the same letters are not the same words, where that is so; else nothing."""
        passage = self.passage(provision)
        match = quoted.match(passage.text, passage.folded)
        if match is None:
            return ""
        if match.grade is not Grade.OTHER:
            old = next((str(one) for one in self._phrases(provision) if one.old in passage.text), "")
            return f"lời văn cũ: {old}"
        return match.reason or "khác dấu hoặc khác số ở chỗ làm đổi nghĩa"

    def older(self, quoted: Quoted, provision: ProvisionId) -> Found | None:
        """Return the words as those of an earlier or a later wording of the provision."""
        if not provision.parts:
            return None
        for stage in self._shelf.wording(provision, self._day).history:
            on_day = (not stage.start or stage.start <= self._day) and (not stage.end or self._day < stage.end)
            if on_day or not stage.pieces:
                continue
            passage = Passage.of(self._shelf, stage.pieces)
            match = quoted.match(passage.text, passage.folded)
            if match and match.grade is not Grade.OTHER:
                return Found(Verdict.NOT_VERIFIED, self._of_stage(stage), passage.words(match.start, match.end))
        return None

    def _of_stage(self, stage: Stage) -> str:
        if stage.start and stage.start > self._day:
            return f"đây là lời văn chỉ có hiệu lực từ {stage.start:%d/%m/%Y}"
        until = f", chỉ áp dụng đến trước {stage.end:%d/%m/%Y}" if stage.end else ""
        return f"đây là lời văn cũ{until}"

    def slips(self, quoted: Quoted, provision: ProvisionId) -> Found | None:
        """Return the words where nothing but slips of the keyboard sets them apart."""
        passage = self.passage(provision)
        whole = quoted.cut or quoted.match(passage.text, passage.folded) is not None  # other words, not slips
        near = None if whole else nearest(quoted.tokens, passage)
        if near is None or not near.slips:
            return None
        if numbers_of(quoted.text) != numbers_of(passage.text[near.start : near.end]):
            return None
        return Found(Verdict.REPAIRED, "có lỗi gõ phím", passage.words(near.start, near.end))

    def nearest(self, quoted: Quoted, provision: ProvisionId) -> tuple[tuple[Words, ...], str] | None:
        """Return the nearest words of the provision, else of its article, and what differs from them."""
        for one in dict.fromkeys((provision, provision.at_dieu())):
            passage = self.passage(one)
            near = nearest(quoted.tokens, passage)
            if near:
                true = passage.text[near.start : near.end]
                return passage.words(near.start, near.end), marked(
                    word_diff(quoted.text.strip(_EDGES), true.strip(_EDGES))
                )
        return None
