"""What one provision says to a question on competence: its nearest sentence, and who does what in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from phapquy.answer.asked import VERBS, WHOSE, Asked
from phapquy.answer.evidence import Evidence
from phapquy.authority.competence import Competence, said_in
from phapquy.authority.roles import Role
from phapquy.authority.tasks import chain_after
from phapquy.law.holder import Level, Organ
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold, syllables

_ANY_LEVEL = "chính quyền địa phương"
"""Without a level it names nobody in particular."""
_PAIR = 0.5
"""What a pair of the question's neighbouring words adds to a sentence, against a word."""
_ENOUGH = 0.34
"""Share of the question's matter that a sentence must hold to be on it."""
_AS_NEAR = 0.9
"""Asked for several organs, a further sentence counts that is at least so near as the nearest."""
_LEVELS = frozenset({"xa", "tinh"})
_SAID_BY = {Role.PROPOSES: Role.PROPOSES, Role.CONSENTS: Role.CONSENTS}
"""A role that is told by the words around the organ, not by a verb after it."""
TO_IT = 2
"""The holder does what was asked to the organ that the question names."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The holders of a basis, from its sentence nearest to the question."""

    does: int = 0
    """0, 1 (the holder does what was asked) or 2 (does it to the organ the question names)."""
    items: tuple[Competence, ...] = ()
    by_lead: bool = False
    """Whether the lead-in of the list says that the holder does what was asked."""
    introduces: bool = False
    """Whether that is itself the lead-in of a list, so that its points tell on what."""
    piece: str = ""
    """The sentence."""
    of_level: bool = True
    """Whether that sentence does not speak of another level alone than those that the question names."""
    on_matter: bool = False
    """Whether that sentence is on the very matter asked about, so that a yes or no may be said."""

    @property
    def said(self) -> float:
        """How surely the holder does what was asked: by its sentence, or only by the lead-in of a list."""
        return self.does if self.does and not self.introduces else 0.5 * (self.by_lead or self.does > 0)


def read(asked: Asked, one: Evidence, *, several: bool = False) -> Reading:
    """Read who holds what is asked, by one provision.

    Args:
        asked: what is asked.
        one: the provision.
        several: keep all holders; else the one who decides before others.
    """
    if one.moved:
        return Reading(1, (one.at_unit(Competence(one.moved.taker, Role.DECIDES, False)),), on_matter=True)
    if one.orphaned_here:
        return Reading()  # who holds another case is no answer for this one
    near = _nearest(asked, one, several=several)
    items: Sequence[Competence] = near.items or _living(one.competences, asked.roles)
    if one.plain and not any(item.organ.level for item in items):
        ours = [item for item in _living(said_in(one.plain), asked.roles) if item.organ.level]
        items = [one.at_unit(item) for item in ours] or items
    placed = [replace(item, organ=_placed(item.organ, asked.question, one)) for item in items]
    if not several and Role.RECEIVES not in asked.roles:
        first = [item for item in placed if item.role is asked.primary]
        first = first or [item for item in placed if item.role is Role.DECIDES] or placed
        placed = [_fitting(asked, near.piece, first)] if first else []
    return replace(near, items=tuple(placed), introduces=one.own_words.endswith(":"))


def _fitting(asked: Asked, piece: str, items: Sequence[Competence]) -> Competence:
    """Of several organs in one role the one that fits the question: of its levels, and by the words around its name."""
    local = [item for item in items if item.organ.level in {Level.XA, Level.TINH}]
    among = local if asked.question.levels & {Level.XA, Level.TINH} and local else list(items)
    ends = sorted(item.organ.start for item in items if item.explicit)

    def nearby(item: Competence) -> int:
        if not item.explicit or not _CONDITION.match(piece, item.organ.end):
            return 0
        stop = next((end for end in ends if end > item.organ.start), len(piece))
        return len(asked.terms & set(syllables(fold(piece[item.organ.end : min(stop, item.organ.end + _AROUND)]))))

    return max(among, key=nearby)


_CONDITION = re.compile(r"\s*(?:trong (?:thời gian|trường hợp)|khi|nếu|đối với|trường hợp)\b", re.IGNORECASE)
_AROUND = 80
"""Characters after an organ's name that tell when it is the one: "… trong thời gian Hội đồng không họp"."""


def in_passing(asked: Asked, one: Evidence) -> bool:
    """Whether a provision is on who submits or is heard, and the question on who decides."""
    if _SUBMITS.match(one.own_words) and "trình" not in asked.verbs:
        return True
    return bool(_HEARD.match(one.own_words)) and not asked.for_advice


_HEARD = re.compile(r"(?:(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*)?(?:Xem xét, )?[Cc]ho ý kiến\b")
_SUBMITS = re.compile(r"(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*Trình\s")
# "b) Trình Ủy ban nhân dân cấp tỉnh quyết định bảng giá đất": a duty of who submits; who decides is said in passing


def _living(found: Sequence[Competence], roles: Collection[Role]) -> list[Competence]:
    return [item for item in found if item.role in roles and _is_one(item.organ)]


def _is_one(organ: Organ) -> bool:
    return organ.level is not None or organ.base != _ANY_LEVEL


def _nearest(asked: Asked, one: Evidence, *, several: bool) -> Reading:
    """Read the sentence that shares most with the question; for ``several`` organs also those nearly as near.

    Doing what was asked counts as two words, doing it to the organ the question names as three.
    """
    lead = frozenset(syllables(fold(one.lead)))
    weighed = [pair for piece, found in one.sentences if (pair := _weighed(asked, piece, found, lead))]
    if not weighed:
        return Reading()
    nearest = max(weight for weight, _ in weighed)
    best = next(reading for weight, reading in weighed if weight == nearest)
    if several:
        further = [
            reading for weight, reading in weighed
            if reading is not best and (weight >= _AS_NEAR * nearest or (reading.does and reading.of_level))
        ]  # fmt: skip
        best = replace(best, items=(*best.items, *(item for reading in further for item in reading.items)))
    if not best.does and any(not item.explicit or item.organ.name in one.lead for item in best.items):
        return replace(best, by_lead=any(verb in one.lead.lower() for verb in asked.verbs))
    return best


def _weighed(
    asked: Asked, piece: str, found: Sequence[Competence], lead: frozenset[str]
) -> tuple[float, Reading] | None:
    """How near a sentence is to the question, and what it says; None if nobody in it has a role asked about.

    ``lead`` are the words that introduce it, which tell its matter with it.
    """
    here = _living(found, asked.roles)
    if not here:
        return None
    doing = [item for item in here if item.role is _SAID_BY.get(asked.primary) or _does(piece, item, asked.verbs)]
    words = syllables(fold(piece))
    tokens = set(words)
    named = {(item.organ.base, item.organ.level) for item in found if item.role is Role.NAMED and item not in doing}
    done_to = any(named & {(base, level), (base, None)} for base, level in asked.objects)
    does = 0 if not doing else TO_IT if done_to else 1
    wanted = asked.terms | asked.of_levels
    weight = len(wanted & tokens) + len(asked.of_levels & tokens) - 0.01 * len(tokens - wanted) + (0, 2, 3)[does]
    weight += _PAIR * len(asked.pairs & set(pairwise(words)))
    said = tokens | lead
    on_matter = any(len(words & said) >= _ENOUGH * len(words) for words in (asked.matter, asked.legal) if words)
    on_matter = on_matter or not asked.matter
    of_level = not asked.of_levels or bool(asked.of_levels & tokens) or not _LEVELS & tokens
    return weight, Reading(does, tuple(doing or here), piece=piece, on_matter=on_matter, of_level=of_level)


def _does(piece: str, item: Competence, verbs: Sequence[str]) -> bool:
    """Whether the verbs that follow the organ (or begin a sentence without subject) hold one asked about.

    The first row counts and those that go on from it after a comma or "và": in "A quyết định lập ao, đổi tên ao" A does
    both. In "A gửi kết quả đến B để phê chuẩn" A sends, it approves nothing; in "A xây dựng đề án lập ao và đổi tên ao"
    it writes a plan. "Quyết định" after a comma always begins anew.
    """
    explicit = item.explicit and item.organ.end <= len(piece)
    if explicit and WHOSE.search(piece[: item.organ.start]):
        return False  # "người đứng đầu cơ quan thuộc A ủy quyền": the head does it, not A
    start = item.organ.end if explicit else 0
    chain = chain_after(piece, start)
    if chain is not None:
        start, near = chain.start, chain.end - chain.start + _BETWEEN
    else:
        near = _NEXT_TO
    words = piece[start : start + _REACH].lower()
    rows = list(_VERB_ROW.finditer(words))
    goes = bool(rows) and rows[0].start() <= near
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None:
            goes_on = _GOES_ON.search(words[: row.start()]) is not None
            goes = goes_on and (goes or row[0].startswith("quyết định"))
        if goes and any(verb in row[0] for verb in verbs):
            return True
    return False


_REACH = 200
_GOES_ON = re.compile(r"(?:,| và| hoặc)\s+$")
_BETWEEN = 6
"""Characters between the verbs an organ's name is followed by and one of those known here: " việc "."""
_NEXT_TO = 55
"""Characters between an organ and what it does: "… nơi có đất, căn cứ …,"."""
_OTHERVERBS = (
    "gửi", "báo cáo", "tổ chức", "giới thiệu", "bảo đảm", "thực hiện", "xem xét", "sửa đổi", "thay đổi",
    "chủ trì", "phối hợp", "xây dựng", "thẩm định", "chỉ đạo", "quản lý", "theo dõi", "đôn đốc", "lấy ý kiến",
)  # fmt: skip
_ONE_VERB = "|".join(sorted((*VERBS, *_OTHERVERBS), key=len, reverse=True))
_JOIN = r"(?:\s+|\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc|việc|về|về việc)\s+)"
_VERB_ROW = re.compile(rf"(?:{_ONE_VERB})(?:{_JOIN}(?:{_ONE_VERB}))*")


def _placed(organ: Organ, question: Question, one: Evidence) -> Organ:
    """Give an organ without level the level the question speaks of; "of the lower level" puts it one step up."""
    local = question.levels & {Level.XA, Level.TINH}
    if organ.level is not None:
        return organ
    asked_low = any(named.level is Level.XA for named in question.organs)
    if "cấp dưới" in one.own_words and asked_low:
        return Organ(organ.base, "", None, organ.start, organ.end).at(Level.TINH)
    if len(local) == 1 and not organ.scope.startswith("cấp trên"):
        return Organ(organ.base, "", None, organ.start, organ.end).at(next(iter(local)))
    return organ
