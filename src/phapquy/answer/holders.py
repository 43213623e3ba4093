"""The organs an answer names: from the bases, in the role that was asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from phapquy.answer.evidence import Evidence
from phapquy.authority.competence import Competence, Role, said_in
from phapquy.law.holder import Level, Organ
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold, syllables

_MOST = 3
_LOOKED_AT = 10
"""Provisions whose holders are read; further down no factor lifts one to the top."""
_ACTIVE = frozenset({Role.DECIDES, Role.ACTS})
_ASKED = re.compile(r"\b(?:ai|(?:cơ quan|cấp|người|đơn vị|hai cơ quan|ông|bên) nào|theo đề nghị của)\b", re.IGNORECASE)
_SECOND = re.compile(r"\bthì sao\b|\bhai cơ quan\b", re.IGNORECASE)
_ANY_LEVEL = "chính quyền địa phương"
"""Without a level it names nobody in particular."""
_LEVEL_WORDS = {Level.XA: {"xa"}, Level.TINH: {"tinh"}}
_VERBS = (
    "phê chuẩn", "phê duyệt", "bổ nhiệm", "miễn nhiệm", "bãi nhiệm", "cách chức", "giải tán", "tạm đình chỉ",
    "đình chỉ", "bãi bỏ", "đặt tên", "đổi tên", "chỉ định", "công nhận", "ban hành", "quy định", "quyết định",
    "cho phép", "đề nghị", "trình", "bầu",
    "cấp phép", "cấp giấy", "thu hồi", "phân bổ", "giao", "xử phạt", "thành lập", "giải thể", "tổ chức lại",
    "chịu trách nhiệm", "kiểm tra", "hướng dẫn", "phân cấp", "ủy quyền", "tiếp nhận", "xác nhận", "điều động",
)  # fmt: skip
"""What an organ may be asked to do; the sentence in which the holder does just that is looked at first."""
_ONE_OF_VERBS = re.compile("|".join(sorted(_VERBS, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds the matter, and how surely."""

    organs: tuple[Organ, ...] = ()
    decides: bool = True
    """Whether they decide (else they carry out)."""
    surely: bool = False
    """Whether the clause says they do just what was asked."""
    by: tuple[Evidence, ...] = ()
    """The bases that say so."""


def holders_of(question: Question, bases: Sequence[Evidence], *, of_district: bool = False) -> Holding:
    """Return the organs the bases give the matter to.

    A question that asks once is answered from the first basis that names a holder, before it from one in which
    the holder does just what was asked ("ai phê chuẩn"), and asked about a district (``of_district``) before any
    other from a first basis that tells where the district's task went; one that asks for two ("who proposes and who
    decides", "and the other?") from all bases. Of organs the question offers to choose from, one of them is preferred.
    """
    several = asks_several(question)
    verbs = _verbs(question)
    readings = [(one, _read(question, one, verbs, several=several)) for one in bases]
    if not several:
        offered = _offered(question)
        told = bool(of_district and bases and bases[0].was_the_districts)
        first, rest = (readings[:1], readings[1:]) if told else ([], readings)
        readings = first + sorted(rest, key=lambda pair: (-_offers(pair[1].items, offered), -pair[1].does))
    found: list[Competence] = []
    by: list[Evidence] = []
    surely = False
    others = [pair for pair in readings if not _is_object(question, pair[1].items)]
    for one, reading in others if any(reading.items for _, reading in others) else readings:
        new = [item for item in reading.items if not any(_same_organ(item.organ, known.organ) for known in found)]
        found += new
        by += [one] if new else []
        surely = surely or bool(reading.items and reading.does and reading.on_matter)
        if found and not several:
            break
    chosen = found[: _how_many(question)]
    acts = bool(chosen) and all(item.role is not Role.DECIDES for item in chosen)
    return Holding(tuple(item.organ for item in chosen), not acts, surely, tuple(by))


def _how_many(question: Question) -> int:
    """How many organs are named at most: as many as the question counts, else a few."""
    return 2 if _TWO.search(question.text) else _MOST


_TWO = re.compile(r"\bhai (?:cơ quan|người|cấp|nơi|bên)\b", re.IGNORECASE)


def _same_organ(one: Organ, other: Organ) -> bool:
    """Whether two names mean one organ: "… tỉnh" and "… cấp tỉnh" do, "… xã" and "… phường" do not."""
    if (one.base, one.level) != (other.base, other.level):
        return False
    kinds = {one.scope, other.scope} & set(_KINDS)
    return len(kinds) < 2  # noqa: PLR2004


def _offered(question: Question) -> set[tuple[str, Level | None]]:
    """The organs a question offers to choose from ("… hay …"); empty if it offers none."""
    if "hay" not in question.text.split() or len(question.organs) < 2:  # noqa: PLR2004
        return set()
    return {(organ.base, organ.level) for organ in question.organs}


def _offers(items: Sequence[Competence], offered: set[tuple[str, Level | None]]) -> bool:
    return any((item.organ.base, item.organ.level) in offered for item in items)


_ANY_MATTER = frozenset({"quyết định", "ban hành", "quy định", "giao", "trình", "cho phép", "chịu trách nhiệm"})
"""Verbs that say nothing of the task by themselves."""
_LESS = 0.12
"""It may hold this much less of the question's words than the best of the first three."""
_NEARLY = 0.9
"""From this share of the best score on, a provision that tells where the district's task went is on the task asked."""
FACTORS = {
    "silent": 0.97,
    "does": 1.05,
    "does-it-to": 1.15,
    "was-the-districts": 1.15,
    "is-the-object": 0.9,
    "in-passing": 0.9,
}
"""On the score of a provision, for questions on who is competent: it names no holder, its holder does what was asked,
does it to the organ the question names; asked about a district, it tells where the district's task went.
Measured on the development questions, see docs/retrieval.md."""


def by_holder(question: Question, found: Sequence[Evidence], *, of_district: bool = False) -> list[Evidence]:
    """Return the evidence in the order of score times what its holder does.

    Args:
        question: the understood question.
        found: the evidence, best first.
        of_district: whether it is asked about a level that is no more.
    """
    verbs = _verbs(question)
    covered = max((one.covers(tuple(one.terms)) for one in found[:3]), default=0.0)
    particular = [verb for verb in verbs if verb not in _ANY_MATTER]
    best = max((one.score for one in found), default=0.0)

    def weight(one: Evidence) -> float:
        on_task = not particular or any(verb in one.own_words.lower() for verb in particular)
        on_task = on_task and one.covers(tuple(one.terms)) >= covered - _LESS
        if of_district and one.was_the_districts and on_task and one.score >= _NEARLY * best:
            return one.score * FACTORS["was-the-districts"]
        reading = _read(question, one, verbs, several=False)
        if not reading.items:
            return one.score * FACTORS["in-passing" if _in_passing(question, one, verbs) else "silent"]
        if _is_object(question, reading.items):
            return one.score * FACTORS["is-the-object"]
        if _in_passing(question, one, verbs):
            return one.score * FACTORS["in-passing"]
        return one.score * (1.0, FACTORS["does"], FACTORS["does-it-to"])[reading.does]

    first, rest = found[:_LOOKED_AT], found[_LOOKED_AT:]
    weighed = [one.scored(weight(one)) for one in first]
    return [*sorted(weighed, key=lambda one: -one.score), *rest]


def does_it(question: Question, one: Evidence) -> bool:
    """Whether a provision says that its holder does what was asked to the organ that the question names."""
    reading = _read(question, one, _verbs(question), several=False)
    return reading.does == _TO_IT and not _is_object(question, reading.items)


_TO_IT = 2


def _is_object(question: Question, items: Sequence[Competence]) -> bool:
    """Whether a question that asks "who" names the holder as the one it is done to or who did it."""
    if question.may or _offered(question) or not question.organs:
        return False
    named = {
        (organ.base, organ.level)
        for organ in question.organs
        if organ.level and not _WHOSE.search(question.text[: organ.start])
    }
    return all((item.organ.base, item.organ.level) in named for item in items)


def _in_passing(question: Question, one: Evidence, verbs: Collection[str]) -> bool:
    """Whether a provision is on who submits or is heard, and the question on who decides."""
    if _SUBMITS.match(one.own_words) and "trình" not in verbs:
        return True
    return bool(_HEARD.match(one.own_words)) and "ý kiến" not in question.text.lower()


_HEARD = re.compile(r"(?:(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*)?(?:Xem xét, )?[Cc]ho ý kiến\b")
_SUBMITS = re.compile(r"(?:\d{1,3}[a-zđ]?\.|[a-zđ]\))\s*Trình\s")
# "b) Trình Ủy ban nhân dân cấp tỉnh quyết định bảng giá đất": a duty of who submits; who decides is said in passing


_WHOSE = re.compile(r"\bthuộc\s+$", re.IGNORECASE)
# "giải thể một trường thuộc Ủy ban nhân dân thành phố": the committee owns what it is done to


def _verbs(question: Question) -> list[str]:
    """What is asked to be done: the verbs beside the asking word, else all of the question."""
    asking = " ".join(piece for piece in re.split(r"[,.;?!:]", question.text) if _ASKED.search(piece)).lower()
    words = " ".join((question.text, *question.legal_words)).lower()
    return _verbs_in(asking) or _verbs_in(words)


def _verbs_in(words: str) -> list[str]:
    """The verbs of a text, each once, the longer of two that begin or end alike ("tạm đình chỉ")."""
    found = list(dict.fromkeys(_ONE_OF_VERBS.findall(words)))
    return [verb for verb in _VERBS if verb in found]


def asks_several(question: Question) -> bool:
    """Whether a question asks for more than one organ."""
    return len(_ASKED.findall(question.text)) > 1 or bool(_SECOND.search(question.text))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The holders of a basis, from its sentence nearest to the question."""

    does: int = 0
    """0, 1 (the holder does what was asked) or 2 (does it to the organ the question names)."""
    items: tuple[Competence, ...] = ()
    on_matter: bool = False
    """Whether that sentence is on the very matter asked about, so that a yes or no may be said."""


def _read(question: Question, one: Evidence, verbs: list[str], *, several: bool) -> _Reading:
    if one.moved:
        return _Reading(1, (one.at_unit(Competence(one.moved.taker, Role.DECIDES, False)),), True)
    roles = _roles(question, several=several)
    near = _nearest(question, one, verbs, roles)
    items = near.items or _living(one.competences, roles)
    if one.plain and not any(item.organ.level for item in items):
        ours = [item for item in _living(said_in(one.plain), roles) if item.organ.level]
        items = [one.at_unit(item) for item in ours] or items
    placed = [Competence(_placed(item.organ, question, one), item.role, item.explicit) for item in items]
    if not several:
        deciders = [item for item in placed if item.role is Role.DECIDES]
        placed = (deciders or placed)[:1]
    return _Reading(near.does, tuple(placed), near.on_matter)


def _roles(question: Question, *, several: bool) -> Collection[Role]:
    """The roles that are asked about: who decides or acts, and who proposes or is heard if that is asked too."""
    heard = {Role.ADVISES} if "ý kiến" in question.text.lower() else set()
    if _ASKS_PROPOSER.search(question.text) and not several:
        return {Role.PROPOSES}
    return {*_ACTIVE, *heard, *({Role.PROPOSES} if several else ())}


_ASKS_PROPOSER = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất) của (?:ai|cơ quan nào|người nào|cấp nào)\b"
    r"|\b(?:ai|cơ quan nào|người nào|cấp nào) (?:là người |có quyền |được |phải |sẽ )*(?:đề nghị|kiến nghị|đề xuất|trình)\b",
    re.IGNORECASE,
)
"""Who proposes is asked for, not who decides."""


def _living(found: Sequence[Competence], roles: Collection[Role]) -> list[Competence]:
    return [item for item in found if item.role in roles and _is_one(item.organ)]


def _is_one(organ: Organ) -> bool:
    return organ.level is not None or organ.base != _ANY_LEVEL


def _nearest(question: Question, one: Evidence, verbs: list[str], roles: Collection[Role]) -> _Reading:
    """Read the sentence that shares most with the question.

    Doing what was asked counts as two words, doing it to the organ the question names as three.
    """
    wanted = set(one.terms)
    for level in question.levels:
        wanted |= _LEVEL_WORDS.get(level, set())
    objects = {(organ.base, organ.level) for organ in question.organs if organ.level}
    matter = _matter(question, one.terms)
    best, best_weight = _Reading(), -1.0
    for piece, found in one.sentences:
        here = _living(found, roles)
        doing = [item for item in here if _does(piece, item, verbs)]
        tokens = set(syllables(fold(piece)))
        named = {(item.organ.base, item.organ.level) for item in found if item not in doing}
        does = 0 if not doing else 2 if objects & named else 1
        weight = len(wanted & tokens) - 0.01 * len(tokens - wanted) + (0, 2, 3)[does]
        if here and weight > best_weight:
            best, best_weight = _Reading(does, tuple(doing or here), _on_matter(matter, tokens)), weight
    return best


_ENOUGH = 0.34
"""Share of the question's matter that a sentence must hold to be on it."""
_NO_MATTER = frozenset(
    """uy ban nhan dan hoi dong chu tich thuong truc xa tinh phuong huyen dac khu cap quyen""".split()  # noqa: SIM905
)
"""Syllables of organs and units: they say who, not what."""


def _matter(question: Question, terms: frozenset[str]) -> frozenset[str]:
    """The question's content words without the verbs asked about and the names of organs."""
    said = {fold(token) for verb in _VERBS if verb in question.text.lower() for token in verb.split()}
    return terms - said - _NO_MATTER


def _on_matter(matter: frozenset[str], tokens: set[str]) -> bool:
    return len(matter & tokens) >= _ENOUGH * len(matter)


def _does(piece: str, item: Competence, verbs: list[str]) -> bool:
    """Whether the verbs that follow the organ (or begin a sentence without subject) hold one asked about.

    The first row counts and those that go on from it after a comma or "và": in "A quyết định lập ao, đổi tên ao" A does
    both. In "A gửi kết quả đến B để phê chuẩn" A sends, it approves nothing; in "A xây dựng đề án lập ao và đổi tên ao"
    it writes a plan. "Quyết định" after a comma always begins anew.
    """
    explicit = item.explicit and item.organ.end <= len(piece)
    if explicit and _WHOSE.search(piece[: item.organ.start]):
        return False  # "người đứng đầu cơ quan thuộc A ủy quyền": the head does it, not A
    start = item.organ.end if explicit else 0
    words = piece[start : start + _REACH].lower()
    rows = list(_VERB_ROW.finditer(words))
    goes = bool(rows) and rows[0].start() <= _NEXT_TO
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None:
            goes_on = _GOES_ON.search(words[: row.start()]) is not None
            goes = goes_on and (goes or row[0].startswith("quyết định"))
        if goes and any(verb in row[0] for verb in verbs):
            return True
    return False


_REACH = 200
_GOES_ON = re.compile(r"(?:,| và| hoặc)\s+$")
_NEXT_TO = 55
"""Characters between an organ and what it does: "… nơi có đất, căn cứ …,"."""
_OTHER_VERBS = (
    "gửi", "báo cáo", "tổ chức", "giới thiệu", "bảo đảm", "thực hiện", "xem xét", "sửa đổi", "thay đổi",
    "chủ trì", "phối hợp", "xây dựng", "thẩm định", "chỉ đạo", "quản lý", "theo dõi", "đôn đốc", "lấy ý kiến",
)  # fmt: skip
_ONE_VERB = "|".join(sorted((*_VERBS, *_OTHER_VERBS), key=len, reverse=True))
_VERB_ROW = re.compile(rf"(?:{_ONE_VERB})(?:(?:\s+|\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc|việc)\s+)(?:{_ONE_VERB}))*")


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


def level_of(holders: Sequence[Organ]) -> Level | None:
    """Return the level of the holders, ``nhieu-cap`` if they stand on several, None if unknown."""
    levels = {organ.level for organ in holders if organ.level}
    if not levels:
        return None
    return next(iter(levels)) if len(levels) == 1 else Level.NHIEU_CAP


def verdict(question: Question, holding: Holding) -> bool | None:
    """Return yes if the one organ the question names is the holder, no if the holder is another, else None.

    Said only where the clause gives just what was asked: a yes or no beside the matter misleads. A question that
    doubts itself ("trái pháp luật", "ngoài quy định") is left to the clause.
    """
    asked = [organ for organ in question.organs if organ.level in {Level.XA, Level.TINH, Level.HUYEN}]
    if len({organ.name for organ in asked}) != 1 or not holding.organs or not holding.surely:
        return None
    if _DOUBTFUL.search(question.text):
        return None
    organ = asked[0]
    if any(one.base == organ.base and _same_place(one, organ) for one in holding.organs):
        return True
    elsewhere = all(one.level not in {None, Level.NHIEU_CAP, organ.level} for one in holding.organs)
    return False if elsewhere else None


_DOUBTFUL = re.compile(r"trái (?:pháp )?luật|ngoài quy định|sai|vượt|tự ý|không đúng", re.IGNORECASE)
_KINDS = {"xã": "xa", "phường": "xa", "đặc khu": "xa", "tỉnh": "tinh", "thành phố": "tinh"}


def _same_place(holder: Organ, asked: Organ) -> bool:
    """Whether an organ is of the level asked, and not of another kind of unit than the one asked."""
    if holder.level is Level.NHIEU_CAP:
        return True
    if holder.level != asked.level:
        return False
    kinds = {holder.scope, asked.scope} & set(_KINDS)
    return len(kinds) < 2  # noqa: PLR2004
